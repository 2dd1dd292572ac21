"""Best of several: who wins, what the reader sees, and that nothing goes on for nobody."""

import asyncio
import time

import pytest

from htmlbuilder.corpus import sample
from htmlbuilder.corpus.edits import edit
from htmlbuilder.engines import best
from htmlbuilder.engines.base import Answer, GenerateRequest, Replace
from htmlbuilder.engines.batch import complete
from htmlbuilder.engines.llama import LlamaEngine
from htmlbuilder.engines.review import OWNED, mending, review
from htmlbuilder.errors import CannotEdit, DeadlinePassed, PageTooLong, PromptTooLong, UpstreamError
from htmlbuilder.settings import Settings
from htmlbuilder.web import writing
from htmlbuilder.web.gate import Gate
from tests.fakes import PAGE, FakeEngine

WISH = GenerateRequest(prompt='a page that says "Zorbax"', best_of=4)
GOOD = PAGE.replace("</h1>", "</h1><p>Zorbax</p>")


class Several(FakeEngine):
    """Writes the page that `pages` has for the candidate of that number, or else a fixed one."""

    def __init__(self, pages, **options) -> None:
        super().__init__(**options)
        self.pages, self.inner = pages, []

    def stream(self, request):
        number = next((at for at, frame in enumerate(best.FRAMES, 1) if request.prompt.startswith(frame)), request.seed)
        page = self.pages.get(number, PAGE)
        if isinstance(page, Exception):
            raise page
        self.inner.append(FakeEngine([page[at : at + 8] for at in range(0, len(page), 8)], self.delay))
        self.requests.append(request)
        return self.inner[-1].stream(request)


def test_the_candidate_with_most_of_the_prompt_wins() -> None:
    seen: list[str] = []
    text, finish = complete(Several({2: GOOD}), WISH, lambda piece: not seen.append(piece))
    assert (text, finish.candidate, finish.replace) == (GOOD, 3, GOOD)
    assert "".join(seen) == PAGE, "the first one is streamed"


def test_the_first_wins_when_none_is_better() -> None:
    _, finish = complete(Several({}), WISH)
    assert (finish.candidate, finish.replace) == (1, None)


def test_where_the_first_has_it_all_no_other_is_written() -> None:
    engine = Several({0: GOOD})
    assert complete(engine, WISH).finish.candidate == 1
    assert len(engine.inner) == 1


def test_the_others_are_written_side_by_side_once_the_first_lacks_something() -> None:
    engine = Several({}, delay=0.02)
    stream, together = best.stream(engine, WISH), 0
    while not stream.ended:
        running = [each.running for each in engine.inner]
        assert not (running[0] and any(running[1:])), "the first has the machine to itself"
        together = max(together, sum(running))
        time.sleep(0.005)
    assert together == 3


def test_a_page_that_was_cut_off_does_not_win() -> None:
    engine = Several({1: GOOD * 3})
    wish = WISH.model_copy(update={"max_new_tokens": len(PAGE) // 8 + 2, "best_of": 2})
    assert complete(engine, wish).finish.candidate == 1


def test_a_page_with_broken_markup_does_not_win_by_what_it_has() -> None:
    assert complete(Several({1: GOOD.replace("</body>", "</b></body>")}), WISH).finish.candidate == 1


def test_the_first_candidate_is_the_request_itself() -> None:
    first, *others = best.candidates(WISH)
    assert first == WISH.model_copy(update={"best_of": 1})
    assert [each.prompt for each in others[:2]] == [frame + WISH.prompt for frame in best.FRAMES]
    assert [(each.seed, each.temperature, each.best_of) for each in others] == [(0, 0, 1), (0, 0, 1), (3, 0.7, 1)]
    changed = best.candidates(WISH.model_copy(update={"html": PAGE}))
    assert [(each.prompt, each.seed) for each in changed] == [(WISH.prompt, number) for number in range(4)]
    sampled = best.candidates(WISH.model_copy(update={"temperature": 1.2, "seed": 2**32 - 1}))
    assert [(each.seed, each.temperature) for each in sampled] == [(2**32 - 1, 1.2), (0, 1.2), (1, 1.2), (2, 1.2)]


def test_a_reader_who_leaves_ends_them_all() -> None:
    engine = Several({}, delay=0.05)
    _, finish = complete(engine, WISH, lambda _: False)
    assert finish.reason == "cancelled"
    deadline = time.monotonic() + 5
    while any(each.running for each in engine.inner):
        assert time.monotonic() < deadline, "they go on for nobody"
        time.sleep(0.01)


class Mending(Several):
    """Changes a page as `changed` has it, or fails with it."""

    def __init__(self, pages, changed, **options) -> None:
        super().__init__(pages, **options)
        self.changed = changed

    def stream(self, request):
        if not request.html:
            return super().stream(request)
        self.requests.append(request)
        if isinstance(self.changed, Exception):
            return FakeEngine([], failure=self.changed).stream(request)
        return FakeEngine([self.changed]).stream(request)


def test_the_last_candidate_is_the_first_page_with_what_it_lacks() -> None:
    engine = Mending({}, GOOD)
    text, finish = complete(engine, WISH)
    assert (text, finish.candidate) == (GOOD, 4)
    asked = [each for each in engine.requests if each.html]
    assert [(each.prompt, each.html, each.best_of) for each in asked] == [("Add the line “Zorbax”.", PAGE, 1)]
    assert [each.prompt for each in engine.requests if not each.html] == [
        WISH.prompt,
        *(frame + WISH.prompt for frame in best.FRAMES),
    ]


def test_a_page_too_long_to_be_changed_gives_its_turn_to_a_new_one() -> None:
    engine = Mending({3: GOOD}, PageTooLong("too long"))
    assert complete(engine, WISH).finish.candidate == 4
    with pytest.raises(PageTooLong):
        complete(Several({2: PageTooLong("of a new page")}), WISH)


def test_a_frame_that_is_too_much_for_the_model_gives_its_turn_to_the_wish_alone() -> None:
    class Short(Several):
        def stream(self, request):
            if request.prompt.startswith(best.FRAMES):
                self.requests.append(request)
                return FakeEngine([], failure=PromptTooLong("too long")).stream(request)
            return super().stream(request)

    engine = Short({2: GOOD})
    assert complete(engine, WISH).finish.candidate == 3
    assert [each.seed for each in engine.requests if each.prompt == WISH.prompt] == [0, 1, 2]


def test_no_page_is_mended_that_broke_off_or_by_a_model_that_has_not_learned_it() -> None:
    engine = Mending({0: GOOD * 3}, GOOD)
    complete(engine, WISH.model_copy(update={"max_new_tokens": len(PAGE) // 8 + 2}))
    assert len(engine.requests) == 4 and not any(each.html for each in engine.requests)
    unable = Mending({}, GOOD)
    unable.can_edit = False
    complete(unable, WISH)
    assert len(unable.requests) == 4 and not any(each.html for each in unable.requests)


def test_what_is_missing_is_asked_for_as_people_do() -> None:
    wish = 'a page in pink with an email field, four cards, a heading "Ahoy" and a button "Go"'
    asked = "Add a heading “Ahoy”. Add a button “Go”. Add an email field. Make it pink."
    assert mending(review(wish, PAGE)) == asked
    assert mending(review(wish + ' and "three, two, one"', PAGE)).count("Add") == 4, "no more than fit one change"
    assert mending(review("a page with four cards", PAGE)) == ""


def test_a_candidate_that_fails_is_not_hidden() -> None:
    with pytest.raises(UpstreamError):
        complete(Several({2: UpstreamError("gone")}), WISH)


def test_the_gate_replaces_once_and_reports() -> None:
    async def collect():
        gate = Gate(Several({2: GOOD}), Settings())
        await asyncio.to_thread(gate.wait_ready, 5)
        return [item async for item in gate.stream(WISH)]

    *pieces, replacement, answer = asyncio.run(collect())
    assert "".join(pieces) == PAGE and replacement == Replace(GOOD)
    assert isinstance(answer, Answer) and answer.html == GOOD and answer.candidate == 3
    assert [(each.what, each.met) for each in answer.asked] == [("“Zorbax”", True)]


def test_a_whole_page_is_not_lost_to_a_deadline_that_others_miss() -> None:
    async def collect(pages):
        gate = Gate(Several(pages, delay=0.01), Settings(deadline=3.0))
        await asyncio.to_thread(gate.wait_ready, 5)
        return [item async for item in gate.stream(WISH)]

    *_, answer = asyncio.run(collect({1: GOOD, 2: PAGE * 2000}))
    assert isinstance(answer, Answer) and answer.finish_reason == "stop"
    assert (answer.html, answer.candidate) == (GOOD, 2), "the best of those that are whole"
    with pytest.raises(DeadlinePassed):
        asyncio.run(collect({0: PAGE * 2000}))


def test_candidates_take_a_slot_each() -> None:
    async def both() -> None:
        gate = Gate(Several({}, delay=0.02), Settings(slots=4))
        await asyncio.to_thread(gate.wait_ready, 5)
        turns = [gate._enter(WISH.model_copy(update={"best_of": number}), lambda: None) for number in (3, 2, 1)]
        assert [turn.started is not None for turn in turns] == [True, False, False], "first come, first served"
        gate._leave(turns[0])
        assert all(turn.started is not None for turn in turns)

    asyncio.run(both())


def test_the_studio_shows_the_winner_and_its_report() -> None:
    async def collect():
        gate = Gate(Several({2: GOOD}), Settings())
        await asyncio.to_thread(gate.wait_ready, 5)
        return [update async for update in writing.write(gate, dict(WISH), writing.History(), writing.Halt())]

    last = asyncio.run(collect())[-1]
    assert last.text == GOOD and "candidate 3 of up to 4" in last.status
    assert "Report: 1 of 1 things asked for are there, 0 problems" in last.history.versions[0].report


def test_a_report_says_when_most_is_missing() -> None:
    prompt = 'a page with "one thing", "two things", "three things" and "four <b>"'
    found = review(prompt.replace(" <b>", " things"), PAGE)
    assert found.beyond and len(found.missing) == 4
    assert not review('a page with "one thing"', PAGE).beyond


def test_a_page_that_says_what_it_is_not_is_believed() -> None:
    for kind in ("beyond", "tongues"):
        for number in range(20):
            drawn = sample(1, number, kind=kind)
            found = review(drawn.prompt, drawn.page)
            assert found.beyond and any(found.owned in (each.text or "") for each in drawn.requirements)
    owning = []
    for drawn in (sample(1, number, kind=kind) for kind in ("landing", "brief") for number in range(20)):
        told = any(OWNED.search(each.text or "") for each in drawn.requirements)
        assert bool(review(drawn.prompt, drawn.page).owned) == told
        owning.append(told)
    assert owning.count(False) > len(owning) / 2


@pytest.mark.parametrize("page", ["<div>" * 5_000, "<style>" + "(" * 3_000, "<b>" * 2_000, "\ud800<p>\0"])
def test_a_hostile_page_is_reviewed(page: str) -> None:
    assert review("a page", page).faults


def test_a_real_model_gives_the_same_again(toy_model) -> None:
    engine = LlamaEngine(toy_model / "model.gguf", Settings(threads=1, slots=2))
    wish = WISH.model_copy(update={"best_of": 2, "max_new_tokens": 40})
    greedy = complete(engine, wish.model_copy(update={"best_of": 1}))
    first, second = complete(engine, wish), complete(engine, wish)
    assert (first.text, first.finish.candidate) == (second.text, second.finish.candidate)
    assert first.finish.candidate == 2 or first.text == greedy.text
    engine.close()


OLD = PAGE.replace("</h1>", "</h1><p>Old news</p><footer>Bye</footer>")
CHANGE = GenerateRequest(prompt='replace "Old news" with "Zorbax" and remove the footer', html=OLD, best_of=3)


def test_of_a_change_what_the_page_has_already_is_not_asked_for() -> None:
    assert review(CHANGE.prompt, OLD, OLD).missing == ("“Zorbax”", "a change of the page")
    assert not review(CHANGE.prompt, OLD.replace("Old news", "Zorbax"), OLD).missing


def test_of_a_change_the_one_that_touches_least_wins() -> None:
    done = OLD.replace("Old news", "Zorbax").replace("<footer>Bye</footer>", "")
    broken = done.replace(" lang=en", "")
    wild = broken.replace("<p>", "<p>\n").replace("<h1>", "\n<h1>\n\n")
    assert complete(Several({0: OLD, 1: wild, 2: broken}), CHANGE).finish.candidate == 3
    assert complete(Several({0: OLD, 1: wild, 2: done}), CHANGE).text == done


def test_a_model_that_only_writes_is_not_asked_to_change() -> None:
    engine = Several({})
    engine.can_edit = False
    with pytest.raises(CannotEdit, match="fake writes new pages"):
        best.stream(engine, CHANGE)
    assert not engine.requests and best.stream(engine, WISH)


def test_white_space_alone_is_no_change() -> None:
    assert review("bigger", f"{OLD}\n\n", OLD.strip()).missing == ("a change of the page",)
    assert not review("bigger", OLD.replace("Bye", "Hello"), OLD).asked, "that it changed does not say that it is done"


def test_of_a_change_what_the_page_said_of_itself_before_is_no_news() -> None:
    owning = OLD.replace("Old news", "This is a static page, not a game of chess.")
    assert review("a game of chess", owning).beyond
    assert not review('say "Hello"', owning.replace("Bye", "Hello"), owning).beyond


def test_a_page_that_was_written_anew_is_no_change_of_it() -> None:
    mine = "<html><body class=a><nav><a href=/x>Rye</a></nav><div id=b>Spelt</div><p class=c>White</p></body></html>"
    found = review("make it dark", PAGE, mine)
    assert found.lost and found.beyond
    rows = [f"<li>Loaf {number}</li>" for number in range(20)]
    listed, half, few = (f"<html><body><ul>{''.join(rows[:left])}</ul></body></html>" for left in (20, 8, 0))
    assert not review("only the first eight", half, listed).lost and review("only the first eight", few, listed).lost
    changes = [edit(77, number) for number in range(20)]
    assert not any(review(drawn.prompt, drawn.page, drawn.html).lost for drawn in changes)
