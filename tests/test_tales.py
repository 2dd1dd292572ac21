"""Told prompts say all that their pages must show, and what is said on the side stays off the page."""

import re

import pytest

from htmlbuilder.checks import fold
from htmlbuilder.corpus import sample
from htmlbuilder.corpus.draw import CLOSE, OPEN, Draw
from htmlbuilder.corpus.kinds import briefings, clubs, keepers, stories, told
from htmlbuilder.corpus.tale import ME, Phrase, Tale
from htmlbuilder.corpus.wish import KINDS

# What a page says where the prompt leaves the words to it.
OURS = r"This is a static page|A few words about |Option$|Meaning$|Unsubscribe$|\w+ \d about "
MODULES = {module.__name__ for module in (told, clubs, keepers, stories, briefings)}
TOLD = [name for name, (make, _) in KINDS.items() if make.__module__ in MODULES]


@pytest.mark.parametrize("kind", TOLD)
def test_a_tale_tells_every_text_that_its_page_must_show(kind: str) -> None:
    for number in range(12):
        drawn = sample(31, number, "train", kind)
        texts = [each.text for each in drawn.requirements if each.selector != "style"]
        untold = [text for text in texts if fold(text).rstrip(".") not in fold(drawn.prompt)]
        # What no page can do is answered by a sentence of ours; what is dictated has no punctuation.
        assert drawn.prompt == drawn.prompt.lower() or all(re.match(OURS, text) for text in untold), untold


@pytest.mark.parametrize("name", ["aside", "taste", "end", "reason"])
def test_what_is_said_on_the_side_is_not_shown(name: str) -> None:
    for number in range(40):
        tale = Tale(Draw(f"{number}"), ME)
        tale.headed("Fallow")
        tale.aside(1.0, name)
        (said,) = tale.said
        assert not tale.body
        page = str(tale.wish("memory").page)
        assert fold(said.strip(".").replace(OPEN, "").replace(CLOSE, "")) not in fold(page)


def test_a_page_has_the_order_in_which_it_is_told() -> None:
    for number in range(60):
        drawn = sample(5, number, "train", "clerk")
        points = [
            text
            for text in re.findall(r"<(?:p|li|button[^>]*|h2)>([^<]+)<", drawn.page)
            if drawn.prompt.count(text) == 1
        ]
        places = [drawn.prompt.index(text) for text in points]
        assert places == sorted(places), drawn.prompt


def test_phrases_that_follow_each_other_make_one_sentence() -> None:
    tale = Tale(Draw("1"), ME)
    tale.said = [Phrase("a list"), Phrase("a button"), "That is all."]
    row, last = tale._rowed()
    assert row.index("a list") < row.index("a button") and last == "That is all."


def test_there_are_stories_of_many_sorts_of_people() -> None:
    rows = [found for room in (stories, briefings) for found in vars(room).values() if isinstance(found, tuple)]
    found = [story for row in rows for story in row if isinstance(story, stories.Story)]
    assert len(found) > 60
    assert len({page for story in found for page in story.pages}) > 200
