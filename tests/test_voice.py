"""Prompts are worded in many ways, and each way says all that is asked, once, and copies letter by letter."""

import re
from collections import Counter
from string import Formatter

import pytest

from htmlbuilder.corpus import sample
from htmlbuilder.corpus.draw import CLOSE, OPEN, SPLITS, Draw, Split, articled
from htmlbuilder.corpus.markup import Html
from htmlbuilder.corpus.style import COLOR_WORDS
from htmlbuilder.corpus.voice import _ruled, phrase
from htmlbuilder.corpus.wish import Ask, Wish
from htmlbuilder.corpus.wording import FRAMES, MAIN, article, framed, frames

LEAST = {
    "openings": 850, "questions": 240, "haves": 250, "withs": 60, "endings": 650, "stories": 800, "adjectives": 100,
    "greetings": 60, "fillers": 60, "headers": 40, "lasts": 60, "orders": 80, "others": 75, "foreign": 65, "likes": 40,
    "chats": 40, "chat_firsts": 45, "chat_wants": 40, "subjects": 50, "signoffs": 50, "forwards": 45, "tickets": 55,
    "donts": 65, "vagues": 120, "dos": 35, "tongues": 150,
}  # fmt: skip
# What a frame of a file must say exactly once, and what it may say at most once.
SLOTS: dict[str, tuple[set[str], set[str]]] = {
    "openings": ({"a"}, {"verb"}),
    "questions": ({"a"}, {"verb"}),
    "haves": ({"list"}, set()),
    "lasts": ({"a", "list"}, {"verb"}),
    "vagues": ({"x"}, {"name", "town", "day"}),
    "tongues": (set(), {"x"}),
    **dict.fromkeys(("orders", "others", "foreign", "likes"), ({"a"}, {"verb", "name", "town", "day"})),
    **dict.fromkeys(("stories", "endings", "greetings", "chat_firsts", "tickets"), (set(), {"name", "town", "day"})),
    **dict.fromkeys(("subjects", "signoffs", "forwards"), (set(), {"name", "town", "day"})),
}
AROUND = "stories endings greetings fillers chats subjects signoffs forwards tickets".split()
CLASSIC = "Write an HTML code to create {a}"


def told(text: str) -> str:
    return f"{OPEN}{text}{CLOSE}"


# Text that a careless voice would change: full stops at the end, braces, apostrophes, a trailing question mark.
KEPT = (
    "Open daily.", "Who's {name}?", "Zażółć & Sons, Ltd.", "don't stop!", "letters {list}", "#AbCdEf",
    "HTML is I",
)  # fmt: skip


def wish(needs: tuple[str, ...]) -> Wish:
    first, second, third, fourth, fifth, sixth, seventh = map(told, KEPT)
    asks = [
        Ask(tails=(f"for {first}",)),
        Ask(tails=(f"called {second}",)),
        Ask(tails=(f"in {third}",)),
        Ask(withs=(f"a button {fourth}", fourth)),
        Ask(withs=(f"the label {fifth}",)),
        Ask(heads=(sixth,), says=(f"The colour is {sixth}.", f"{sixth} is the colour.")),
        Ask(tails=(f"with {seventh}",), withs=(seventh,), says=(f"It says {seventh}",)),
    ]
    return Wish(nouns=("login page", "radio buttons", "a group of two buttons"), page=Html(""), asks=asks, needs=needs)


@pytest.mark.parametrize("split", SPLITS)
@pytest.mark.parametrize("needs", [(), ("People must be able to sign in.",)])
def test_each_ask_is_stated_once_and_its_text_copied_letter_by_letter(split: Split, needs: tuple[str, ...]) -> None:
    for number in range(600):
        prompt = phrase(Draw(f"{number}", split), wish(needs))
        assert OPEN not in prompt and CLOSE not in prompt
        for text in KEPT:
            assert prompt.lower().count(text.lower()) == 1, (text, prompt)


def test_a_wish_without_asks_is_worded_too() -> None:
    bare = Wish(nouns=("login page",), page=Html(""), asks=[])
    prompts = [phrase(Draw(f"{number}"), bare) for number in range(500)]
    assert all(prompt.strip() for prompt in prompts)
    assert not [prompt for prompt in prompts if prompt.rstrip().endswith(":")]


def test_slots_are_filled() -> None:
    asked = Wish(
        nouns=("login page",), page=Html(""), needs=("People sign in.",),
        asks=[Ask(withs=("a search box",)), Ask(withs=("photos",)), Ask(says=("It is old.",))],
    )  # fmt: skip
    for number in range(3000):
        prompt = phrase(Draw(f"{number}", "wordings" if number % 2 else "train"), asked)
        assert "{" not in prompt and "}" not in prompt


def lines(name: str) -> list[str]:
    return (FRAMES / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def test_there_are_as_many_frames_as_promised() -> None:
    assert {path.stem for path in FRAMES.iterdir()} == set(LEAST)
    assert {name: len(lines(name)) for name in LEAST if len(lines(name)) < LEAST[name]} == {}


@pytest.mark.parametrize("name", LEAST)
def test_frames_are_well_formed(name: str) -> None:
    must, may = SLOTS.get(name, (set(), set()))
    for line in lines(name):
        assert line == line.strip() and line
        found = Counter(slot.lower() for _, slot, _, _ in Formatter().parse(line) if slot is not None)
        assert must <= set(found) <= must | may, line
        assert set(found.values()) <= {1}, line
    bare = [re.sub(r"^\d+ ", "", line) for line in lines(name)]
    assert not [frame for frame, times in Counter(bare).items() if times > 1]


@pytest.mark.parametrize("name", AROUND)
def test_what_stands_around_a_wish_asks_for_nothing(name: str) -> None:
    colors = "|".join(map(re.escape, COLOR_WORDS))
    told = "|".join(("@", "[$€£]", "“", '"', r"#[0-9a-f]{3}", rf"\b(?:{colors})\b"))
    assert not [line for line in lines(name) if re.search(told, line, re.IGNORECASE)]


@pytest.mark.parametrize("name", LEAST)
def test_some_frames_are_kept_out_of_training(name: str) -> None:
    def bare(frame: str) -> str:
        return re.sub(r"[^a-z{}]", "", frame.lower())

    def drawn(number: int, split: Split) -> str:
        draw = Draw(f"{number}", split)
        framed(draw, name, a="", A="", list="", List="", x="", X="")
        return draw.frames[-1]

    kept = set(frames(name, True))
    assert kept and not kept & set(frames(name))
    assert not {bare(frame) for frame in kept} & {bare(frame) for frame in frames(name)}
    for split in set(SPLITS) - {"wordings"}:
        assert not kept & {drawn(number, split) for number in range(300)}
    share = sum(drawn(number, "wordings") in kept for number in range(1000)) / 1000
    assert share == 1 if name in MAIN else 0.42 < share < 0.58


def test_no_main_sentence_that_is_kept_is_part_of_one_that_is_taught() -> None:
    def words(frame: str) -> str:
        return " " + " ".join(re.findall(r"[a-z{}']+", frame.lower())) + " "

    taught = "\n".join(words(frame) for name in MAIN for frame in set(frames(name)))
    kept = [frame for name in MAIN for frame in frames(name, True)]
    assert len(kept) > 100
    assert not [frame for frame in kept if words(frame) in taught]


@pytest.fixture(scope="module")
def prompts() -> list[str]:
    return [sample(1, number, "train", "login").prompt for number in range(1000)]


def test_the_classic_wording_is_taught(prompts: list[str]) -> None:
    assert frames("openings").count(CLASSIC) > 100
    assert 0.04 < sum("write an html code" in prompt.lower() for prompt in prompts) / len(prompts) < 0.2


def test_openings_vary(prompts: list[str]) -> None:
    assert len({" ".join(prompt.split()[:5]) for prompt in prompts}) >= 650


@pytest.mark.parametrize(
    ("noun", "said"),
    [
        ("login page", "a login page"), ("image", "an image"), ("HTML page", "an HTML page"),
        ("user form", "a user form"),
        ("radio buttons", "radio buttons"), ("set of radio buttons", "a set of radio buttons"), ("FAQ", "an FAQ"),
        ("page with price cards", "a page with price cards"), ("contact us page", "a contact us page"), ("h1", "an h1"),
        ("two buttons", "two buttons"), ("3 paragraphs of text", "3 paragraphs of text"),
        ("one-page site", "a one-page site"),
        ("a group of 2 buttons", "a group of 2 buttons"), ("up-to-date menu", "an up-to-date menu"),
        ("bakery", "a bakery"), ("3D game", "a 3D game"), ("tour through Red Lions", "a tour through Red Lions"),
        ("unusual, plain list", "an unusual, plain list"), ("honest, plain list", "an honest, plain list"),
    ],
)  # fmt: skip
def test_articles(noun: str, said: str) -> None:
    assert article(noun) == said


def test_an_ask_may_stand_before_the_noun() -> None:
    asked = Wish(nouns=("login page",), page=Html(""), asks=[Ask(heads=("dark",), says=("Make it dark.",))])
    prompts = [phrase(Draw(f"{number}"), asked).lower() for number in range(400)]
    assert all(prompt.count("dark") == 1 for prompt in prompts)
    assert 40 < sum("dark login page" in prompt for prompt in prompts) < 300


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("build a order form", "build an order form"), ("A owl in a oven", "An owl in an oven"),
        ("an dog an hour", "a dog an hour"),
        ("a one-page site in a euro town", "a one-page site in a euro town"),
        ("an svg, an honest man and a user", "an svg, an honest man and a user"), ("banana a", "banana a"),
    ],
)  # fmt: skip
def test_articles_follow_the_word_that_came_between(written: str, right: str) -> None:
    assert articled(written) == right


def test_what_is_unwanted_is_said_to_be_unwanted_once() -> None:
    asked = Wish(nouns=("login page",), page=Html(""), asks=[Ask(withs=("a search box",))])
    said = [_ruled(Draw(f"{number}"), asked, asked.asks) for number in range(300)]
    assert sum("ads" in text for text in said) > 5
    assert not [text for text in said if re.search(r"(?i)(don't|not|avoid|no|dislikes|hate|out)\W+no ", text)]
    assert all(text.count("search box") == 1 for text in said)
