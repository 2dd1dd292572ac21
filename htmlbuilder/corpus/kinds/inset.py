"""Pages about something, with a small form in them: a menu where one orders, an evening where one books, a notice that is answered."""

from collections.abc import Callable

from htmlbuilder.corpus.asks import look
from htmlbuilder.corpus.blocks import actions, forms, lists, media, notes, prices
from htmlbuilder.corpus.blocks.dress import css_and_script
from htmlbuilder.corpus.blocks.joined import clash
from htmlbuilder.corpus.blocks.order import cleaned, marked, mentioned
from htmlbuilder.corpus.blocks.texts import bit, plain, title
from htmlbuilder.corpus.blocks.words import ask
from htmlbuilder.corpus.draw import DAYS, Draw
from htmlbuilder.corpus.markup import Html, document, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.wish import Ask, Wish, has, kind, shows

Block = Callable[[Draw, list[Ask]], Part]
NOUNS = (
    "page", "page", "landing page", "event page", "menu", "menu page", "info page", "one-pager", "web page", "flyer page", "notice", "announcement page", "product page", "price list", "course page", "open day page", "club page", "tour page", "party page", "lost and found page", "seat map page",
    "festival page", "workshop page", "team page", "bake sale page", "raffle page", "quiz night page", "concert page", "boat trip page", "charity page", "campaign page", "petition page", "flat ad", "for sale page", "guest book", "class page", "swap page", "offer page", "tasting page", "reading group page",
)  # fmt: skip
BESIDE: tuple[tuple[Block, float], ...] = (
    (notes.note, 5), (lists.lists, 4), (prices.prices, 4), (lists.times, 2), (lists.steps, 1), (notes.facts, 2), (notes.quotes, 1), (media.links, 1), (notes.contact, 1), (lists.section, 1), (actions.questions, 1), (lists.agenda, 1),
)  # fmt: skip


def moment(draw: Draw) -> str:
    """A time as people jot it."""
    day = draw.pick(DAYS)
    return draw.pick((draw.date(), f"{day} {draw.time()}", f"{day}, {draw.time()}", f"{draw.date()}, {draw.time()}", f"{day} {draw.rng.randint(1, 12)}pm", f"every {day}", f"{draw.date()} at {draw.time()}", f"{day[:3]} {draw.rng.randint(1, 28)} {draw.pick(('May', 'June', 'Sept', 'Oct', 'March'))}"))


@kind("inset", 3.2)
def inset(draw: Draw) -> Wish:
    asks: list[Ask] = []
    noun = draw.pick(NOUNS)
    if draw.chance(0.3):
        noun = f"{draw.word('nouns')} {noun}"
    heading = title(draw) if draw.chance(0.6) else draw.brand()
    asks.append(ask(draw, "inset.called", (shows(heading, "h1"),), q=plain(draw, heading)))
    lead: list[str] = []
    if draw.chance(0.45):
        when = moment(draw)
        where = draw.pick((draw.word("towns"), draw.word("streets"), f"the {draw.word('nouns')} hall", bit(draw), draw.brand())) if draw.chance(0.6) else ""
        lead = [when, where] if where else [when]
        slots = {"d": draw.keep(when)} | ({"p": draw.keep(where)} if where else {})
        asks.append(ask(draw, "inset.when", [shows(text, "h1 + p") for text in lead], **slots))
    own: list[Ask] = []
    form = forms.small(draw, own)
    units: list[tuple[Part, list[Ask]]] = [(form, own)]
    names, weights = [block for block, _ in BESIDE], [weight for _, weight in BESIDE]

    def choose() -> list[Block]:
        return list(dict.fromkeys(draw.rng.choices(names, weights)[0] for _ in range(draw.pick((0, 0, 1, 1, 1, 2)))))

    for block in draw.together(choose, lambda chosen: (each.__name__ for each in chosen)):
        beside: list[Ask] = []
        part = block(draw, beside)
        if not any(clash(part, other) or clash(other, part) for other, _ in units):
            units.append((part, beside))
    if draw.chance(0.7):
        units.append(units.pop(0))  # what it is about comes first
    for place, (_, told) in enumerate(units):
        told[0] = marked(told[0], place)
        asks += told
    style = look(draw, asks, None, "sand", 0.2)
    used = {"narrow", "stack", *(("muted",) if lead else ()), *(name for part, _ in units for name in part.components)}
    css, script = css_and_script(style, used)

    def arrange(prompt: str) -> tuple[str, Html]:
        """The prompt without its marks, and the page in the order they had in it."""
        parts = [units[place][0].html for place in mentioned(prompt, len(units))]
        main = tag("main", tag("h1", heading), tag("p", " · ".join(lead), class_="muted") if lead else None, *parts, class_="narrow")
        return cleaned(prompt), document(heading, css, main, script=script)

    return Wish(nouns=(noun, noun, f"{noun} with a small form", f"{noun} with a form"), page=arrange("")[1], asks=asks, requires=(has("form"), has("h1")), ordered=True, arrange=arrange)
