"""Pages whose things are sorted in groups, as people write them: "KEEP: a, b. SELL: c", with prices, questions, songs, or an "or"."""

from htmlbuilder.corpus import names
from htmlbuilder.corpus.blocks.groups import Group, groups_of, shown_groups, told_groups
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.slip import Slip
from htmlbuilder.corpus.wish import Wish, kind

NOUNS = (
    "page", "page", "list", "page with lists", "lists page", "sorted list", "one-page list", "checklist", "inventory", "web page", "simple page", "overview", "fridge list", "notice page", "packing list", "guide", "price list", "menu", "set list", "programme", "plan", "website", "html page", "handout", "info sheet", "task list", "catalogue", "leaflet", "cheat sheet", "syllabus",
    "wish list", "one-pager", "directory", "board", "poster", "shopping list", "reading list", "club page", "house move page", "order list", "staff notice", "revision page", "kit list", "collection page", "landing page", "small site", "FAQ page", "project page", "class page", "stall page",
)  # fmt: skip


@kind("grouped", 10.0)
def grouped(draw: Draw) -> Wish:
    slip = Slip(draw, "grouped")
    noun = draw.pick(NOUNS) if draw.chance(0.7) else f"{draw.word('nouns')} {draw.pick(('list', 'page', 'guide', 'sheet', 'plan', 'board'))}"
    named = draw.chance(0.7)
    topic = draw.topic() if named and draw.chance(0.3) else None
    name = (names.business(draw) if draw.chance(0.7) else names.person(draw)) if named else ""
    slip.open(noun, name, draw.pick(topic.kinds) if topic else "", draw.word("towns") if named and draw.chance(0.25) else "")
    if draw.chance(0.2):
        slip.extras(1, 2)
    sort, groups = groups_of(draw)
    groups = [Group(slip.text(group.head), slip.text(group.note), [tuple(slip.text(text) for text in item) for item in group.items]) for group in groups]
    said, unit = told_groups(draw, sort, groups)
    html, needs, components = shown_groups(sort, groups, slip.text(unit))
    slip.add(said, html, needs, *components)
    slip.extras(0, 3)
    return slip.wish()


