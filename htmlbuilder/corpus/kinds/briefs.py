"""Briefs: pages of any name, made of what the person lists, notes and quotes, in the words and forms that people jot down.

A brief is a title and some blocks (see `corpus.blocks`). The page shows the blocks in the order in which the prompt mentions
them, or in the order it tells; banners and menus stand above, footers below. Texts stand on the page letter by letter as the
brief has them.
"""

import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from htmlbuilder.checks import Requirement, unmet
from htmlbuilder.corpus.asks import color, look
from htmlbuilder.corpus.blocks import (
    access,
    actions,
    calls,
    entry,
    forms,
    games,
    goods,
    groups,
    joined,
    lists,
    media,
    motion,
    notes,
    passing,
    press,
    prices,
    registers,
    scripts,
    tables,
    tools,
    usual,
)
from htmlbuilder.corpus.blocks.dress import css_and_script
from htmlbuilder.corpus.blocks.gadgets import GADGETS
from htmlbuilder.corpus.blocks.joined import clash, headed
from htmlbuilder.corpus.blocks.order import cleaned, marked, mentioned
from htmlbuilder.corpus.blocks.prose import prose
from htmlbuilder.corpus.blocks.texts import bit, command, line, plain, quoted, title
from htmlbuilder.corpus.blocks.words import ask
from htmlbuilder.corpus.draw import DAYS, EMOJI, Draw, records
from htmlbuilder.corpus.markup import Html, document, indent, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.style import COLOR_WORDS, COMPONENTS, LIGHT, PALETTES, Style, contrast
from htmlbuilder.corpus.wish import Ask, Wish, has, kind, shows

Block = Callable[[Draw, list[Ask]], Part]
BLOCKS: tuple[tuple[Block, float], ...] = (
    (notes.banner, 1.5), (notes.logo, 1), (media.nav, 1.6), (media.masthead, 0.8), (passing.corner, 0.9), (media.crumbs, 0.7), (notes.tagline, 4.5), (notes.byline, 1),
    (notes.details, 3), (usual.usual, 4), (media.pictures, 3), (media.image, 1.2), (media.media, 1.5), (notes.note, 7), (notes.styled, 1.6), (notes.partly, 1.5), (notes.paragraphs, 2), (notes.verse, 0.8), (notes.code, 0.7), (media.rule, 0.5), (notes.numbers, 2), (notes.rating, 1.3), (notes.badges, 1.2), (notes.facts, 4), (notes.opening, 1.5),
    (lists.lists, 6), (groups.groups, 5), (lists.cards, 4), (lists.profiles, 5), (prices.prices, 4), (lists.times, 3), (lists.steps, 2), (lists.agenda, 1.3), (prices.sale, 0.6), (lists.nested, 1.2), (lists.outline, 3), (lists.section, 4), (lists.columns, 1.6), (joined.sides, 2), (prices.plans, 1.5), (prices.compare, 1), (lists.legend, 0.7),
    (registers.works, 1.5), (registers.people, 1.5), (registers.terms, 1.2), (registers.tree, 1), (registers.recipe, 1), (registers.days, 1.2), (tables.timetable, 1), (tables.headed, 0.8), (tables.rota, 0.8), (tables.league, 0.8), (tables.month, 0.8),
    (media.contents, 0.8), (calls.sorts, 1), (calls.colored_buttons, 1.2), (calls.ided, 0.7), (calls.card_to_save, 0.5), (calls.offices, 1), (calls.logos, 1), (calls.swatches, 0.7),
    (goods.goods, 2.5), (goods.account, 0.8), (goods.shares, 0.7), (goods.trading, 0.7), (press.changes, 1), (press.posts, 1.4), (press.footnotes, 0.6), (press.moments, 0.8),
    (lists.counted, 6), (tables.grid, 4), (forms.ticks, 2), (notes.quotes, 3), (actions.questions, 2.5), (actions.progress, 1.3), (actions.chance, 1.6), (actions.dialog, 1), (actions.alert, 0.8), (actions.counter, 0.6), (actions.folded, 1.5), (actions.tabs, 1), (actions.countdown, 1.2),
    (forms.choice, 2), (forms.form, 8), (forms.signup, 2), (forms.search, 1.5), (forms.filters, 1),
    (entry.rating, 0.9), (entry.donation, 0.7), (entry.uploading, 0.6), (entry.likert, 0.7), (entry.picker, 0.9), (entry.sift, 0.6), (access.login, 1.1),
    (actions.buttons, 5), (media.links, 3), (passing.link, 3), (passing.back, 0.5), (passing.pair, 2.2), (passing.neighbours, 1), (passing.teasers, 1.3), (passing.reachers, 1.3), (passing.jump, 0.9), (passing.noted, 1.3), (media.downloads, 1.2), (media.social, 1.3), (notes.contact, 3.5), (notes.place, 1),
    *((block, 0.2 * share) for block, share, _, _ in GADGETS),
    (notes.cookie, 0.7), (media.footlinks, 0.7), (media.footing, 1), (passing.foot, 3), (notes.closing, 3.5),
)  # fmt: skip
ABOVE: tuple[Block, ...] = (notes.banner, notes.logo, media.nav, media.masthead, passing.corner)
LEAD: tuple[Block, ...] = (media.crumbs, notes.tagline, notes.byline)
BELOW: tuple[Block, ...] = (media.footlinks, media.footing, passing.foot, notes.closing)
AGAIN: tuple[Block, ...] = (notes.note, lists.section, notes.styled, actions.buttons, media.links, passing.link, lists.lists, actions.folded, actions.counter, games.memory, games.swaps, tools.tally)  # may stand on a page twice
UNHEADED: tuple[Block, ...] = (groups.groups, lists.section, lists.outline, lists.lists, *ABOVE, *LEAD, *BELOW)
STICKY = "header { position: sticky; top: 0; background: var(--bg); }"
MOST = 16  # things asked for on one page: people write a wish down in one go
LONGEST = 6000  # characters of a page's body: with the style sheet, under 1,600 tokens
# Pages that people fill with their own lists and notes; what a page of that name is called when it has no other title.
USUAL = (
    ("landing page", "Welcome"), ("one-page site", "Welcome"), ("event page", "You are invited"), ("menu", "Menu"), ("price list", "Prices"), ("portfolio", "My work"), ("product page", "Our product"), ("blog post", "A new post"),
    ("newsletter", "Newsletter"), ("CV", "Curriculum vitae"), ("résumé", "Résumé"), ("team page", "Our team"), ("dashboard", "Dashboard"), ("FAQ page", "Questions"), ("invitation", "You are invited"), ("profile", "Profile"),
    ("coming soon page", "Coming soon"), ("homepage", "Welcome"), ("poster", "Notice"), ("recipe page", "Recipe"), ("form", "Form"), ("survey", "Survey"), ("conference page", "Conference"), ("booking page", "Book now"),
    ("page", "Welcome"), ("web page", "Welcome"), ("html page", "Welcome"), ("info page", "Information"), ("list", "List"), ("card", "Card"), ("sign-up page", "Sign up"), ("order form", "Order"), ("services page", "Services"),
)  # fmt: skip
# What a page can be asked to lack: (words, the markup that would be it, selector).
LACKS = (
    (("images", "pictures", "photos", "pictures or photos"), ("<img", 'role="img"', "<figure"), "img, figure, [role=img]"),
    (("forms", "form", "input fields"), ("<form", "<input", "<select", "<textarea"), "form, input, select, textarea"),
    (("buttons", "clickable buttons"), ("<button", 'class="button"'), "button, .button"), (("tables", "table"), ("<table",), "table"), (("links", "hyperlinks", "clickable links"), ("<a ",), "a"),
    (("menu", "navigation", "nav bar"), ("<nav",), "nav"), (("footer", "footer line"), ("<footer",), "footer"), (("JavaScript", "scripts", "javascript of any kind"), ("<script", "script:"), "script"),
    (("lists", "bullet points"), ("<ul", "<ol"), "ul, ol"), (("videos", "sound or video"), ("<video", "<audio"), "video, audio"), (("subheadings", "further headings"), ("<h2", "<h3"), "h2, h3"),
)  # fmt: skip


@dataclass(slots=True)
class Unit:
    """A block of the page: its part, and the asks for it, of which the first names its place in the prompt."""

    block: Block
    part: Part
    asks: list[Ask]


def blocks(draw: Draw, number: int, among: Sequence[tuple[Block, float]]) -> list[Block]:
    """That many different blocks, the commoner ones more often, in the order of `among`."""
    names, weights = [block for block, _ in among], [weight for _, weight in among]

    def choose() -> set[Block]:
        chosen: set[Block] = set()
        while len(chosen) < min(number, len(among)):
            chosen.add(draw.rng.choices(names, weights)[0])
        return chosen

    chosen = draw.together(choose, lambda blocks: (block.__name__ for block in blocks))
    return [block for block in names if block in chosen]


def units(draw: Draw, number: int, star: Block | None = None) -> list[Unit]:
    """About that many blocks that can stand on one page, in no particular order; the first is `star`."""
    found: list[Unit] = []
    length, ids, needed = 0, {"main"}, 0
    names, weights = [block for block, _ in BLOCKS], [weight for _, weight in BLOCKS]

    def choose() -> Block:
        return star if star and not found else draw.rng.choices(names, weights)[0]

    for _ in range(number + 3):
        noted = draw.noted()
        # One at a time: of twelve at once, hardly any would do for training, which keeps some pairs apart.
        block = draw.together(choose, lambda chosen: (chosen.__name__,))
        if len(found) == number or (block not in AGAIN and any(unit.block is block for unit in found)):
            draw.forget(noted)
            continue
        asks: list[Ask] = []
        part = block(draw, asks)
        if block not in UNHEADED and draw.chance(0.12) and asks[0].withs:
            part = headed(draw, part, asks)
        own = re.findall(r'\bid="([^"]*)"', part.html)
        size = len(part.html) + sum(len(scripts.SCRIPTS.get(name, "")) for name in part.components)
        more = sum(len(one.requires) for one in asks)
        if length + size > LONGEST or (found and needed + more > MOST) or ids.intersection(own) or any(clash(part, unit.part) or clash(unit.part, part) for unit in found):
            draw.forget(noted)
            continue
        length += size
        needed += more
        ids.update(own)
        found.append(Unit(block, part, asks))
    return found


@kind("brief", 45.0)
def brief(draw: Draw) -> Wish:
    unsaid = draw.chance(0.1)
    noun, heading = USUAL[0] if unsaid else draw.pick(USUAL) if draw.chance(0.5) else draw.pick(records("things"))
    return page_of(draw, noun, heading, unsaid, 0.75)


@kind("gadget", 14.0)
def gadget(draw: Draw) -> Wish:
    """A brief around something that does something."""
    block, heading, nouns = draw.rng.choices([entry[::2] + entry[3:] for entry in GADGETS], [share for _, share, _, _ in GADGETS])[0]
    unsaid = draw.chance(0.15)
    noun = draw.pick(nouns) if draw.chance(0.6) else "page"
    return page_of(draw, noun, "Welcome" if unsaid or noun == "page" else heading, unsaid, 0.55, block)


def page_of(draw: Draw, noun: str, heading: str, unsaid: bool, titled: float, star: Block | None = None) -> Wish:
    """A page called `noun`, or with `unsaid` not called anything, of blocks of which one is `star`; with chance `titled` its heading is asked for."""
    asks: list[Ask] = []
    if not unsaid and draw.chance(titled):
        heading = _title(draw, asks)
    if draw.chance(0.7):
        draw.manners.add("short")
    many = (1, 1, 1, 2, 2, 3, 4) if star else (1, 1, 2, 2, 2, 3, 3, 4) if "short" in draw.manners else (1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 7, 9)
    found = units(draw, draw.pick(many), star)
    tour = not any("<nav" in unit.part.html for unit in found) and len(found) < 8 and draw.chance(0.05)
    bar, toured = media.toured(draw, asks) if tour else (None, None)
    again = calls.twice(draw, asks) if draw.chance(0.09) else None
    told: list[int] = []
    if len(found) > 1 and draw.chance(0.3):
        text, told = prose(draw, [(unit.asks, 0 if unit.block in (*ABOVE, *LEAD) else 2 if unit.block in BELOW else 1) for unit in found])
        asks.append(Ask(says=(text,), requires=tuple(requirement for unit in found for one in unit.asks for requirement in one.requires)))
    else:
        for place, unit in enumerate(found):
            unit.asks[0] = marked(unit.asks[0], place)
            asks += unit.asks
    last, below, ends = passing.ending(draw, asks) if draw.chance(0.07) else (None, None, ())
    corner = None
    if not again and not below and not any(unit.block is passing.corner for unit in found) and draw.chance(0.06):
        corner, again, below, ends = passing.around(draw, asks)
    if draw.chance(0.12):
        asks.append(aside(draw, "audience"))
    if draw.chance(0.22):
        asks.append(aside(draw, "remark"))
    tab, summary, sticky = _unseen(draw, asks, bool(bar) or any(unit.block in (media.nav, media.masthead) for unit in found))
    # Each thing has a look of its own, so that the choice follows from the prompt.
    style, manner = _look(draw, asks, LIGHT[zlib.crc32(noun.encode()) % len(LIGHT)])
    used = {"narrow", "stack", *(name for unit in found for name in unit.part.components), *(bar.components if bar else ()), *(toured.components if toured else ()), *(("button", "row") if again else ()), *ends}
    if draw.chance(0.04):
        used.add(motion.screens(draw, asks))
    css, script = css_and_script(style, used, manner, STICKY if sticky else "")
    if not script and draw.chance(0.04):
        asks.append(ask(draw, "scriptless", (has("script", 0, 0),)))

    def arrange(prompt: str) -> tuple[str, Html]:
        """The prompt without its marks, and the page in the order they had in it."""
        parts = [found[place] for place in told or mentioned(prompt, len(found))]

        def of(*wanted: Block) -> list[Html]:
            return [unit.part.html for block in wanted for unit in parts if unit.block is block]

        top = [*of(notes.logo, media.masthead, media.nav), *([bar.html] if bar else []), *of(passing.corner), *([corner] if corner else [])]
        body = [unit.part.html for unit in parts if unit.block not in (*ABOVE, *LEAD, *BELOW)]
        main = tag("main", *of(media.crumbs), tag("h1", heading), *of(notes.tagline, notes.byline), again, *body, toured.html if toured else None, last, again, class_="narrow")
        foot = [*(unit.part.html for unit in parts if unit.block in BELOW), *([below] if below else [])]
        page = document(tab or heading, css, *of(notes.banner), tag("header", *top) if top else None, main, tag("footer", *foot) if foot else None, script=script)
        if summary:
            page = Html(page.replace("  <style>", f"  {tag('meta', name='description', content=summary)}\n  <style>", 1))
        return cleaned(prompt), page

    page = arrange("")[1]
    _lacks(draw, asks, str(page))
    nouns = () if unsaid else (noun,) if noun.endswith("page") else (noun, noun, noun, f"{noun} page")
    return Wish(nouns=nouns, page=page, asks=asks, requires=(has("h1"),), ordered=True, arrange=arrange)


def aside(draw: Draw, name: str) -> Ask:
    """Whom it is for, or what people say of the look or of themselves: none of it comes on the page."""
    return ask(draw, name, (), who=draw.keep(draw.word("first_names")), job=draw.word("job_titles").lower(), town=draw.keep(draw.word("towns")), thing=draw.word("nouns"), day=draw.pick(DAYS))


def _title(draw: Draw, asks: list[Ask]) -> str:
    name = draw.person() if draw.chance(0.12) else command(draw) if draw.quotes.strip() and draw.chance(0.04) else title(draw)
    q, form = plain(draw, name), draw.rng.random()
    if form < 0.06:
        old = title(draw)
        if old.casefold() not in name.casefold() and name.casefold() not in old.casefold():
            asks.append(ask(draw, "title.corrected", (shows(name, "h1"), Requirement(selector="h1", text=old, min=0, max=0)), q=q, o=draw.quote(old)))
            return name
    if 0.06 < form < 0.1:
        asks.append(ask(draw, "title", (shows(name, "h1"),), q=q))
        mark, after = draw.pick(EMOJI), draw.chance(0.3)
        asks.append(ask(draw, "title.after" if after else "title.emoji", (shows(mark, "h1"),), e=draw.keep(mark)))
        return f"{name} {mark}" if after else f"{mark} {name}"
    asks.append(ask(draw, "title.implied" if form > 0.82 else "title", (shows(name, "h1"),), q=q))
    return name


def _unseen(draw: Draw, asks: list[Ask], menu: bool) -> tuple[str, str, bool]:
    """What shows outside the page, or when one scrolls: the tab's title, the description, whether the header stays."""
    tab, summary, sticky = "", "", menu and draw.chance(0.12)
    if draw.chance(0.04):
        tab = title(draw)
        asks.append(ask(draw, "tab", (shows(tab, "title"),), q=quoted(draw, tab)))
    if draw.chance(0.02):
        summary = draw.sentence().replace('"', "")
        asks.append(ask(draw, "description", (has(f'meta[name=description][content="{summary}"]'),), q=quoted(draw, summary)))
    if sticky:
        asks.append(ask(draw, "sticky", (shows("header { position: sticky", "style"),)))
    return tab, summary, sticky


def _look(draw: Draw, asks: list[Ask], palette: str) -> tuple[Style, str]:
    """The page's style, and the rule for its heading."""
    before = len(asks)
    if draw.chance(0.04):
        wanted, other = draw.rng.sample(sorted(COLOR_WORDS), 2)
        asks.append(ask(draw, "accent.corrected", (Requirement(color=COLOR_WORDS[wanted]),), c=wanted, o=other))
        return PALETTES[palette].with_accent(COLOR_WORDS[wanted]), ""
    if draw.chance(0.04):
        (ground, value, check), (front, shade, other) = color(draw), color(draw)
        if contrast(value, shade) >= 4.5:
            asks.append(ask(draw, "title.ground", (Requirement(color=check), Requirement(color=other)), b=ground, c=front))
            return PALETTES[palette].with_background(value), f"h1 {{ color: {shade}; }}"
    style = look(draw, asks, None, palette, 0.35)
    form = draw.rng.random()
    if form < 0.05:
        asks.append(ask(draw, "title.center", (shows("h1 { text-align: center", "style"),)))
        return style, "h1 { text-align: center; }"
    if 0.12 < form < 0.135:
        asks.append(ask(draw, "title.double", (shows("border-bottom: 3px double", "style"),)))
        return style, "h1 { padding-bottom: 0.3em; border-bottom: 3px double; }"
    if 0.135 < form < 0.15:
        asks.append(ask(draw, "print", (shows("@media print", "style"),)))
        return style, "@media print { nav, button, .button { display: none; } }"
    if 0.15 < form < 0.17:
        asks.append(ask(draw, "hover", (shows("a:hover, button:hover", "style"),)))
        return style, "a:hover, button:hover { opacity: 0.75; }"
    if form < 0.065:
        asks.append(ask(draw, "title.upper", (shows("h1 { text-transform: uppercase", "style"),)))
        return style, "h1 { text-transform: uppercase; }"
    if form < 0.08:
        asks.append(ask(draw, "title.underline", (shows("h1 { text-decoration: underline", "style"),)))
        return style, "h1 { text-decoration: underline; }"
    if form < 0.12 and len(asks) == before:
        said, value, check = color(draw)
        if contrast(value, style.palette.bg) >= 4.5:
            asks.append(ask(draw, "title.color", (Requirement(selector="h1", color=check),), c=said))
            return style, f"h1 {{ color: {value}; }}"
    return style, ""


def _lacks(draw: Draw, asks: list[Ask], page: str) -> None:
    """What the page must not have, and has not."""
    form = draw.rng.random()
    if form < 0.1:
        words, marks, where = draw.pick(LACKS)
        if not any(mark in page for mark in marks):
            asks.append(ask(draw, "without", (has(where, 0, 0),), x=draw.pick(words)))
    elif form < 0.15:
        unwanted = draw.word("bits")
        if unwanted.casefold() not in page.casefold():
            asks.append(ask(draw, "without.text", (Requirement(text=unwanted, min=0, max=0),), k=draw.keep(unwanted)))


@kind("levels", 0.8)
def levels(draw: Draw) -> Wish:
    """Headings of several levels, each with its text."""
    texts = [line(draw).rstrip(".") if draw.chance(0.5) else bit(draw) for _ in range(draw.rng.randint(2, 6))]
    named = draw.pick(("h{} {}", "h{}: {}", "H{} = {}", "h{} says {}", "h{} should say {}", "an h{} {}", "an h{} with {}", "an h{} that reads {}", "<h{}> {}", "level {} {}", "level {}: {}", "the level {} heading {}", "for h{} {}", "h{} -> {}", "as h{} {}"))
    told = ", ".join(named.format(level, draw.quote(text) if draw.chance(0.3) else draw.keep(text)) for level, text in enumerate(texts, 1))
    asks = [Ask(withs=(told,), says=(f"{told[0].upper()}{told[1:]}.", f"{told}", f"The texts: {told}."), requires=tuple(shows(text, f"h{level}") for level, text in enumerate(texts, 1)))]
    style = look(draw, asks, None, "slate", 0.2)
    page = document(texts[0], style.css("narrow"), tag("main", *(tag(f"h{level}", text) for level, text in enumerate(texts, 1)), class_="narrow"))
    return Wish(nouns=("page with headings", "set of headings", "page that shows all heading levels", "heading sample", "page with several headings", "headings of different sizes"), page=page, asks=asks)


# What people add to a page of any kind, and what they add below it.
ADDED: tuple[tuple[Block, float], ...] = (
    (notes.details, 2), (notes.note, 5), (notes.facts, 2), (lists.lists, 2), (notes.quotes, 1), (notes.contact, 1), (lists.section, 1), (actions.folded, 1),
    (actions.buttons, 1.5), (passing.corner, 0.8), (passing.link, 2.5), (passing.back, 0.5), (passing.pair, 1.5), (passing.neighbours, 0.6), (passing.reachers, 1), (passing.noted, 0.5), (media.links, 1), (media.footlinks, 1.3), (passing.foot, 2.5), (notes.closing, 2),
)  # fmt: skip


def add(draw: Draw, wish: Wish) -> None:
    """Adds a block or two to a page of another kind, where the page takes it: at the end of its form, its panel or its main part, or in a footer."""
    page = str(wish.page)
    if 'class="panel"' in page:
        end, depth = page.find("\n    </div>\n  </main>"), 6
    else:
        end, depth = page.find("\n  </main>"), 4
    if end < 0:
        return
    asks: list[Ask] = []
    noted = draw.noted()
    made = [(block, block(draw, asks)) for block in blocks(draw, draw.pick((1, 1, 2, 2, 3)), ADDED)]
    foot = [part.html for block, part in made if block in BELOW]
    top = [part.html for block, part in made if block is passing.corner]
    markup = "".join("\n" + " " * depth + row for block, part in made if block not in (*BELOW, passing.corner) for row in part.html.split("\n"))
    longer = f"{page[:end]}{markup}{page[end:]}"
    if foot and "</footer>" not in page:
        longer = longer.replace("\n  </main>", "\n  </main>\n" + indent(tag("footer", *foot)), 1)
    elif foot:
        longer = longer.replace("\n  </footer>", "\n" + indent(indent("\n".join(foot))) + "\n  </footer>", 1)
    if top and "\n  </header>" in page:
        longer = longer.replace("\n  </header>", "\n" + indent(indent(top[0])) + "\n  </header>", 1)
    elif top:
        longer = longer.replace("\n  <main", "\n" + indent(tag("header", *top)) + "\n  <main", 1)
    longer = dressed(longer, {name for _, part in made for name in part.components})
    known = [requirement for ask in (*wish.asks, *asks) for requirement in ask.requires]
    if any("grid" in part.components for _, part in made) or unmet(longer, [*wish.requires, *known]):
        draw.forget(noted)
        return
    wish.page = Html(longer)
    wish.asks += asks


def dressed(page: str, used: set[str]) -> str:
    """The page with the rules of those components that it lacks, each in its place."""
    place = page.find("\n  </style>")
    for name, rules in COMPONENTS.items():
        laid = "\n" + indent(indent(rules))
        at = page.find(laid)
        if at >= 0:
            place = at + len(laid)
        elif name in used:
            page = page[:place] + laid + page[place:]
            place += len(laid)
    return page
