"""Pages of somebody whose name stands anywhere, with two to four things on them of different sorts: groups, a table, pictures, facts, a form."""

from collections.abc import Callable

from htmlbuilder.corpus import names
from htmlbuilder.corpus.blocks import actions, entry, forms, lists, media, notes, prices, tables
from htmlbuilder.corpus.blocks.groups import groups_of, shown_groups, told_groups
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.kinds import shown, tabled, whose
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.slip import Slip
from htmlbuilder.corpus.wish import Ask, Wish, kind

LONGEST = 5000  # characters of what stands in the page's main part
NOUNS = (*whose.NOUNS, "event page", "club page", "shop page", "landing page", "one-pager", "school page", "team page", "festival page", "restaurant page", "product page", "course page", "members' page", "project page", "fundraising page", "booking page", "open day page", "trip page", "workshop page", "holiday let page", "market page", "info board")


def _groups(slip: Slip) -> None:
    sort, groups = groups_of(slip.draw, 0.25)
    said, unit = told_groups(slip.draw, sort, groups)
    html, needs, components = shown_groups(sort, groups, unit)
    slip.add(said, html, needs, *components)


def _table(slip: Slip) -> None:
    slip.draw.rng.choices([make for make, _, _ in tabled.SORTS], [weight for _, weight, _ in tabled.SORTS])[0](slip)


def _block(block: Callable[[Draw, list[Ask]], Part]) -> Callable[[Slip], None]:
    """A block of briefs, in its own words."""

    def make(slip: Slip) -> None:
        asks: list[Ask] = []
        part = block(slip.draw, asks)
        told = [slip.draw.pick((*ask.says, *ask.withs) or ask.tails).rstrip(".") for ask in asks]
        slip.add(". ".join(told), part.html, [need for ask in asks for need in ask.requires], *part.components)

    return make


OWN: tuple[Callable[[Slip], None], ...] = (_groups, _groups, _table, shown.grid, lambda slip: shown.one(slip, slip.draw.chance(0.6)), whose.facts, whose.services, whose.claims, whose.team, whose.quote, whose.event)
BLOCKS = tuple(_block(block) for block in (
    forms.form, forms.form, forms.form, forms.signup, forms.choice, forms.ticks, entry.donation, actions.questions, actions.folded, actions.buttons, media.links, media.social, media.downloads, notes.numbers, notes.details, prices.prices, prices.plans, lists.times, lists.profiles, tables.league,
))  # fmt: skip


@kind("bundle", 5.0)
def bundle(draw: Draw) -> Wish:
    slip = Slip(draw, "bundle")
    slip.hand = "as is"  # the blocks of briefs know no hand
    if draw.chance(0.6):
        draw.manners.add("short")
    named = draw.chance(0.85)
    topic = draw.topic() if named and draw.chance(0.45) else None
    name = (names.business(draw) if topic or draw.chance(0.65) else names.person(draw)) if named else ""
    slip.open(draw.pick(NOUNS), name, draw.pick(topic.kinds) if topic else "", draw.word("towns") if named and draw.chance(0.3) else "")
    length = 0
    blocks = draw.some(BLOCKS, 0, 2)
    parts = [*draw.some(OWN, 1 if blocks else 2, 3), *blocks]
    draw.rng.shuffle(parts)
    for part in dict.fromkeys(parts):
        if length < LONGEST / 2 or len(slip.body) < 2:
            part(slip)
            length = sum(map(len, slip.body))
    if draw.chance(0.6):
        slip.extras(1, 2)
    return slip.wish(0.25)
