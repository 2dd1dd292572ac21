"""One press of Generate without a browser: what is shown as a page is written, stopped, or lost; and the pages kept."""

import asyncio
import threading
import time

import pytest

from htmlbuilder.errors import UpstreamError
from htmlbuilder.settings import Settings
from htmlbuilder.web import writing
from htmlbuilder.web.gate import Gate
from htmlbuilder.web.writing import Halt, History, Update, Version
from tests.fakes import PAGE, PIECES, FakeEngine

WISH = {"prompt": "a page", "seed": 5}
OLD = History().add(Version("<p>old</p>", "old"))


def run(engine, values=WISH, history=OLD, pull_after=None, settings=None) -> list[Update]:
    """All updates of one run; the halt is pulled after so many seconds."""

    async def collect() -> list[Update]:
        gate, halt = Gate(engine, settings or Settings()), Halt()
        await asyncio.to_thread(gate.wait_ready, 5)
        if pull_after is not None:
            asyncio.get_running_loop().call_later(pull_after, halt.pull)
        try:
            return [update async for update in writing.write(gate, values, history, halt)]
        finally:
            if engine.hold is not None:
                engine.hold.set()
            gate.close()

    return asyncio.run(collect())


def test_the_text_grows_and_ends_as_a_version():
    first, *growing, last = run(FakeEngine(delay=0.02))
    texts = [update.text for update in growing]
    assert first.text is None and len(texts) > 1
    assert all(PAGE.startswith(text) for text in texts)
    assert [update.phase for update in growing] == ["writing"] * len(growing)
    assert (last.phase, last.text) == ("ended", PAGE)
    assert last.history is not None and [version.page for version in last.history.versions] == ["<p>old</p>", PAGE]
    assert "Finished." in last.status and f"{len(PIECES)} tokens" in last.status and "seed 5 (greedy" in last.status


def test_a_quick_model_does_not_flood_the_browser():
    began = time.monotonic()
    updates = run(FakeEngine(pieces=["x"] * 3000, delay=0.0003))
    assert len(updates) <= 3 + (time.monotonic() - began) / writing.PACE


def test_a_sampled_page_needs_its_seed():
    assert "greedy" not in run(FakeEngine(), WISH | {"temperature": 0.5})[-1].status


def test_the_limit_is_named():
    assert "Cut off at 4 tokens." in run(FakeEngine(), WISH | {"max_new_tokens": 4})[-1].status


def test_stopped_midway_it_keeps_what_there_is():
    engine = FakeEngine(delay=0.05)
    last = run(engine, pull_after=0.3)[-1]
    assert "Stopped." in last.status and last.history.at == 1
    assert last.text and last.text != PAGE
    deadline = time.monotonic() + 5
    while engine.running:  # it hears of it with its next piece
        assert time.monotonic() < deadline, "it goes on for nobody"
        time.sleep(0.01)
    assert engine.cancelled == 1


def test_stopped_before_the_first_piece_the_open_page_stays():
    began = time.monotonic()
    last = run(FakeEngine(hold=threading.Event()), pull_after=0.1)[-1]
    assert time.monotonic() - began < 2
    assert (last.text, last.history) == ("<p>old</p>", OLD)
    assert "Stopped before anything was written." in last.status and "still here" in last.status


@pytest.mark.parametrize("pieces", [[], PIECES[:3]])
def test_a_failure_leaves_the_open_page(pieces):
    last = run(FakeEngine(pieces=pieces, failure=UpstreamError("<i>gone</i>", "start it")))[-1]
    assert (last.text, last.history, last.phase) == ("<p>old</p>", OLD, "ended")
    assert "Failed: &lt;i&gt;gone&lt;/i&gt;." in last.status and "start it" in last.status


def test_with_no_page_open_a_failure_shows_what_there_was():
    last = run(FakeEngine(pieces=["<p>a"], failure=UpstreamError("gone")), history=History())[-1]
    assert last.text == "<p>a" and last.history == History()


def test_a_model_that_writes_nothing_leaves_the_open_page():
    last = run(FakeEngine(pieces=["\n"]))[-1]
    assert (last.text, last.history) == ("<p>old</p>", OLD)
    assert "wrote nothing" in last.status


@pytest.mark.parametrize("wrong", [{"prompt": " "}, {"temperature": 3.0}, {"seed": None}])
def test_a_wrong_wish_is_refused_in_words(wrong):
    assert next(iter(wrong)) in run(FakeEngine(), WISH | wrong)[-1].status


def test_a_model_that_is_still_loading_is_waited_for():
    opened = threading.Event()

    def opener() -> FakeEngine:
        opened.wait(5)
        return FakeEngine()

    async def collect() -> list[Update]:
        gate = Gate(opener, Settings())
        asyncio.get_running_loop().call_later(0.2, opened.set)
        return [update async for update in writing.write(gate, WISH, History(), Halt())]

    first, *_, last = asyncio.run(collect())
    assert "loading" in first.status and last.text == PAGE


def test_leaving_the_updates_frees_the_slot():
    async def leave() -> Gate:
        gate = Gate(FakeEngine(delay=0.05), Settings())
        await asyncio.to_thread(gate.wait_ready, 5)
        updates = writing.write(gate, WISH, History(), Halt())
        while (await anext(updates)).text is None:
            pass
        await updates.aclose()
        return gate

    assert not asyncio.run(leave())._running


def test_history_steps_and_keeps_edits():
    history = History().add(Version("a", "1")).add(Version("b", "2"))
    edited = history.edited("b!").step(-1)
    assert (edited.at, edited.page, edited.versions[1].page) == (0, "a", "b!")
    assert edited.step(-1).at == 0 and edited.step(9).at == 1
    assert history.edited("b") is history and History().edited("x") == History()


def test_history_forgets_the_oldest():
    history = History()
    for number in range(writing.MOST_VERSIONS + 3):
        history = history.add(Version(str(number), ""))
    assert len(history.versions) == writing.MOST_VERSIONS and history.versions[0].page == "3"
    assert history.page == str(writing.MOST_VERSIONS + 2)


def test_a_change_that_changes_nothing_says_so_and_is_no_version():
    last = run(FakeEngine(), WISH | {"html": PAGE.strip()})[-1]
    assert "Nothing was changed." in last.status and last.history == OLD


def test_a_page_that_was_written_anew_gets_a_warning():
    mine = "<body><nav><a href=/x>Rye</a></nav><div id=b>Spelt</div><p class=c>White</p></body>"
    last = run(FakeEngine(), WISH | {"html": mine}, OLD.add(Version(mine, "mine")))[-1]
    assert writing.LOST in last.history.versions[-1].report and last.history.step(-1).page == mine


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"prompt": ""}, "Failed: the prompt is empty."),
        ({"prompt": "x" * 8_001}, "the prompt has over 8,000 characters.</strong><span>say it in fewer words"),
        ({"html": "x" * 32_001}, "the page has over 32,000 characters.</strong><span>shorten the page"),
    ],
)
def test_a_refusal_speaks_of_what_the_reader_sees(wrong, said):
    status = run(FakeEngine(), WISH | wrong)[-1].status
    assert said in status and "fields" not in status
