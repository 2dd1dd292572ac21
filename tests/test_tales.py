"""Tales: what a story's page must show was told, and what was told once is shown."""

import re

import pytest

from htmlbuilder.checks import fold
from htmlbuilder.corpus import sample
from htmlbuilder.corpus.kinds import briefings, stories
from htmlbuilder.corpus.wish import KINDS

FAMILIES = [name for name, (maker, _) in KINDS.items() if maker.__module__ in (stories.__name__, briefings.__name__)]
# What a page says where the prompt leaves the words to it, and what no prompt spells.
OURS = r"A few words about|Option$|Meaning$|Unsubscribe$|This is a static page|\w+ \d about "


@pytest.mark.parametrize("family", FAMILIES)
def test_a_tale_tells_every_text_that_its_page_must_show(family: str) -> None:
    for number in range(40):
        drawn = sample(5, number, "train", family)
        told = fold(drawn.prompt)
        needed = [need for need in drawn.requirements if need.text and need.selector != "style" and need.max is None]
        untold = [need.text for need in needed if fold(need.text).rstrip(".") not in told]
        assert all(re.match(OURS, text) for text in untold), (untold, drawn.prompt)


def test_there_are_stories_of_many_sorts_of_people() -> None:
    told = [found for room in (stories, briefings) for found in vars(room).values() if isinstance(found, tuple)]
    found = [story for row in told for story in row if isinstance(story, stories.Story)]
    assert len(found) > 60
    assert len({page for story in found for page in story.pages}) > 200
