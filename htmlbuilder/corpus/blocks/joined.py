"""Blocks made of blocks: side by side, or under one heading."""

from collections.abc import Callable

from htmlbuilder.corpus.blocks import actions, forms, lists, media, notes, prices
from htmlbuilder.corpus.blocks.texts import bit
from htmlbuilder.corpus.blocks.words import ask
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.markup import tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.wish import Ask, has, shows

Block = Callable[[Draw, list[Ask]], Part]


def clash(one: Part, other: Part) -> bool:
    """Whether what is asked of `one` would not hold with `other` on the page: no form or script beside it, so many rows or links in all."""
    if "no:script" in one.components and any(name.startswith("script:") for name in other.components):
        return True
    return ("no:form" in one.components and "<form" in other.html) or any(mark in one.html and mark in other.html for mark in ("<table", "<nav", 'class="brand"', 'class="quest"'))


SIDES: tuple[Block, ...] = (notes.note, notes.facts, notes.quotes, notes.numbers, notes.contact, notes.opening, lists.lists, prices.prices, lists.times, lists.steps, forms.form, forms.ticks, actions.questions, media.pictures, media.links)


def sides(draw: Draw, asks: list[Ask]) -> Part:
    """Two blocks next to one another."""
    while True:
        made: list[tuple[list[Ask], Part]] = []
        for block in draw.together(lambda: draw.some(SIDES, 2, 2), lambda chosen: (side.__name__ for side in chosen)):
            own: list[Ask] = []
            made.append((own, block(draw, own)))
        (first, left), (second, right) = made
        if len(first) == len(second) == 1 and first[0].withs and second[0].withs and not clash(left, right) and not clash(right, left):
            break
    needed = [*first[0].requires, *second[0].requires, has(".columns > div", 2)]
    asks.append(ask(draw, "columns.blocks", needed, a=draw.pick(first[0].withs), b=draw.pick(second[0].withs)))
    return Part(tag("div", tag("div", left.html), tag("div", right.html), class_="columns"), (*left.components, *right.components, "columns"))


SECONDS: tuple[Block, ...] = (notes.note, actions.buttons, media.links, media.pictures, notes.numbers, notes.badges, notes.rating, forms.signup, notes.quotes)


def headed(draw: Draw, part: Part, asks: list[Ask]) -> Part:
    """The block under a heading of its own, sometimes with another."""
    heading = draw.word("headings") if draw.chance(0.5) else bit(draw)
    x, w, needed = draw.quote(heading), draw.pick(asks[0].withs), (shows(heading, "h2"), *asks[0].requires)
    more: list[Ask] = []
    block = draw.together(lambda: draw.pick(SECONDS), lambda chosen: (chosen.__name__,)) if draw.chance(0.35) else None
    second = block(draw, more) if block else None
    if second and len(more) == 1 and more[0].withs and not clash(part, second):
        asks[0] = ask(draw, "headed.two", (*needed, *more[0].requires), x=x, w=w, v=draw.pick(more[0].withs))
        return Part(tag("section", tag("h2", heading), part.html, second.html), (*part.components, *second.components, "section"))
    asks[0] = ask(draw, "headed", needed, x=x, w=w)
    return Part(tag("section", tag("h2", heading), part.html), (*part.components, "section"))
