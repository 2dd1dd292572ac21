"""What a split is named for, training cannot draw, and the split draws it in every sample."""

import argparse
import importlib
import itertools
from typing import NamedTuple

import pytest

from htmlbuilder.corpus import Sample, sample
from htmlbuilder.corpus.draw import (
    NAMED,
    SPLITS,
    Draw,
    Split,
    apart,
    choice_of_topics,
    held_out,
    topics,
    uncounted,
)  # fmt: skip
from htmlbuilder.corpus.kinds import mix
from htmlbuilder.corpus.kinds.nutshells import nutshells
from htmlbuilder.corpus.letters import ALL, letters
from htmlbuilder.corpus.sample import attempts
from htmlbuilder.corpus.wording import FRAMES, MAIN, frames
from htmlbuilder.errors import InvalidRequest
from htmlbuilder.pipeline.evaluate import corpus_tasks

# How a piece of the kind "mix" shows in its page.
MARKS = {
    "_list": "<li>", "_table": "<table", "_quote": "<blockquote", "_form": "<form", "_price": 'class="price"',
    "_subheading": "    <h2>", "_image": "<img", "_link": '<a href="https://', "_media": "controls aria-label",
}  # fmt: skip
PAIRS = tuple(itertools.combinations(MARKS, 2))
LETTERS = {text for sort in ALL for _, text in letters(True, sort)}
NUTSHELLS = {each.nouns[0] for each in nutshells(True)}
KEPT = {frame for path in FRAMES.iterdir() for frame in frames(path.stem, True)} | LETTERS | NUTSHELLS
KEPT_MAIN = {frame for name in MAIN for frame in frames(name, True)} | LETTERS | NUTSHELLS


class Made(NamedTuple):
    draw: Draw
    sample: Sample


def made(split: Split, count: int, seed: int = 7, kind: str = "") -> list[Made]:
    return [
        next(Made(draw, found) for draw, found, cause in attempts(seed, number, split, kind) if not cause)
        for number in range(count)
    ]


@pytest.fixture(scope="module")
def train() -> list[Made]:
    return made("train", 2000)


@pytest.fixture(scope="module")
def others() -> dict[Split, list[Made]]:
    return {split: made(split, 40) for split in SPLITS if split != "train"}


def test_a_sample_is_the_first_draw_that_its_split_takes(train: list[Made]) -> None:
    assert [found for _, found in train[:50]] == [sample(7, number) for number in range(50)]


def test_training_holds_nothing_that_a_split_is_named_for(train: list[Made], others: dict[Split, list[Made]]) -> None:
    assert not any(draw.held for draw, _ in train)
    for split, found in others.items():
        assert all(draw.held == {split} & NAMED for draw, _ in found)


def test_heldout_prompts_never_occur_in_training(train: list[Made], others: dict[Split, list[Made]]) -> None:
    def folded(found: list[Made]) -> set[str]:
        return {" ".join(each.prompt.casefold().split()) for _, each in found}

    assert not folded(train) & folded(others["heldout"])
    small = folded(made("train", 600, 2, "login")), folded(made("heldout", 20, 1, "login"))
    assert not small[0] & small[1]


def test_unseen_words_never_occur_in_training() -> None:
    words = {Draw(f"{number}", "unseen").word("name_words") for number in range(300)}
    assert words and all(held_out(word) for word in words)
    assert not any(held_out(Draw(f"{number}").word("name_words")) for number in range(300))
    assert not any(held_out(Draw(f"{number}").invented()) for number in range(300))


def test_every_prompt_of_wordings_has_a_main_sentence_that_training_never_words_so(
    train: list[Made], others: dict[Split, list[Made]]
) -> None:
    assert len({frame for draw, _ in train for frame in draw.frames}) > 1200
    assert not KEPT & {frame for draw, _ in train for frame in draw.frames}
    for split, found in others.items():
        for draw, _ in found:
            assert bool(KEPT_MAIN & set(draw.frames)) == (split == "wordings"), draw.frames
            assert split == "wordings" or not KEPT & set(draw.frames)


def test_every_page_of_combinations_has_two_pieces_that_training_keeps_apart(
    train: list[Made], others: dict[Split, list[Made]]
) -> None:
    def parted(names: list[str]) -> bool:
        return any(itertools.starmap(apart, itertools.combinations(names, 2)))

    def seen(page: str) -> list[str]:
        return [name for name, mark in MARKS.items() if mark in page.partition("<main")[2].partition("</main>")[0]]

    assert set(MARKS) <= {piece.__name__ for piece in mix.PIECES}
    assert {draw.kind for draw, _ in train if len(draw.pieces) > 1} >= {"landing", "mix", "brief"}
    assert not any(parted(draw.pieces) for draw, _ in train)
    assert all(parted(draw.pieces) for draw, _ in others["combinations"])
    mixed = made("train", 500, kind="mix")
    assert not any(parted(seen(found.page)) for draw, found in mixed if set(draw.pieces) <= set(MARKS))
    assert sum(parted(seen(found.page)) for _, found in made("combinations", 40, kind="mix")) > 20


def test_no_text_of_a_held_out_topic_is_in_training(train: list[Made], others: dict[Split, list[Made]]) -> None:
    kept = choice_of_topics(True)
    assert 0.04 * len(topics()) < len(kept) < 0.16 * len(topics())
    texts = {text for topic in choice_of_topics(False) for text in topic.about}
    own = {text for topic in kept for text in topic.about} - texts
    pages = "\n".join(found.page for _, found in train)
    assert not [text for text in own if text in pages]
    told = own | {text for topic in kept for text in topic.taglines}
    assert sum(any(text in found.page for text in told) for _, found in others["topics"]) > 5


def test_every_sample_of_counts_has_a_number_that_training_never_asks_for(
    train: list[Made], others: dict[Split, list[Made]]
) -> None:
    for draw, found in train:
        assert not any(uncounted(draw.kind, number) for number in draw.numbers)
        exact = {each.min for each in found.requirements if each.min == each.max}
        assert not any(uncounted(found.kind, number) for number in exact), found.prompt
    for draw, _ in others["counts"]:
        assert any(uncounted(draw.kind, number) for number in draw.numbers)


def test_a_split_without_such_a_page_says_so() -> None:
    with pytest.raises(InvalidRequest, match="the split topics has no page of the kind stopwatch"):
        sample(1, 0, "topics", "stopwatch")


def test_what_does_not_come_on_the_page_is_forgotten() -> None:
    draw = Draw("1", "combinations")
    draw.together(lambda: ["quote"], lambda names: names)
    noted = draw.noted()
    draw.topic()
    draw.count(2, 6)
    draw.together(lambda: next(pair for pair in PAIRS if apart(*pair)), lambda names: names)
    assert "combinations" in draw.held
    draw.forget(noted)
    assert (draw.held, draw.pieces, draw.numbers, draw.topics) == (set(), ["quote"], [], [])


@pytest.mark.parametrize("module", ["corpus.inspect", "pipeline.evaluate"])
def test_every_split_can_be_asked_for(module: str) -> None:
    parser = argparse.ArgumentParser(exit_on_error=False)
    importlib.import_module(f"htmlbuilder.{module}").add_arguments(parser)
    (choice,) = (action for action in parser._actions if action.dest == "split")
    assert choice.choices == SPLITS


@pytest.mark.parametrize("split", [split for split in SPLITS if split != "train"])
def test_evaluation_draws_its_tasks_from_the_split(split: Split) -> None:
    (task,) = corpus_tasks(7, split, 1).values()
    assert task.prompt == sample(7, 0, split).prompt != sample(7, 0).prompt
