"""The page that a letter asks for: what each role shows, in the letter's order. Markup and scripts are those of the blocks."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus.blocks import actions, controls, media, notes
from htmlbuilder.corpus.blocks.dress import css_and_script
from htmlbuilder.corpus.blocks.fields import dropdown, picks
from htmlbuilder.corpus.blocks.forms import checked
from htmlbuilder.corpus.blocks.notes import reached
from htmlbuilder.corpus.blocks.texts import digits, raised
from htmlbuilder.corpus.kinds.forms import Field
from htmlbuilder.corpus.labels import type_of
from htmlbuilder.corpus.letters import Implied, Mark
from htmlbuilder.corpus.letters.composed import COMPOSED
from htmlbuilder.corpus.letters.scripted import SCRIPTS, SOON, counted, firsts, said
from htmlbuilder.corpus.letters.structured import STRUCTURES, TINTED, Grid, color_of, paint, tinted
from htmlbuilder.corpus.markup import Html, document, inline, tag
from htmlbuilder.corpus.sections import Part, anchor
from htmlbuilder.corpus.style import DARK, STYLES, Style, covered, legible
from htmlbuilder.corpus.wish import colored, has, shows

Rows = Sequence[tuple[str, ...]]
PLACING = ("From", "At", "In", "On", "To", "For", "By", "Of", "With", "Every")  # labels that say no more than how the value is meant
LATER = "Write to us, and we will gladly help you with that."
PRICE_SIGNS = "$£€₹¥"
EDGES = ("h1 {{ border-bottom: 4px solid {color}; }}", "body {{ border-top: 8px solid {color}; }}", "main {{ border-left: 4px solid {color}; padding-left: 1rem; }}")  # where a second, third or fourth colour goes
TOLD = "main :is(li, td, th, dd, dt, p, h2, h3, summary, cite)"  # where what is told in passing may stand: nobody says in which list


def grounds_first(marks: Iterable[Mark]) -> list[Mark]:
    """The marks in their order, after those that say what the page's colours stand on."""
    return sorted(marks, key=lambda mark: mark.role not in ("bg", "dark"))


@dataclass(slots=True)
class Sheet:
    """The page so far. `form` is the form that is being filled, `group` its fields under a legend."""

    style: Style
    title: str = ""
    lead: list[str] = field(default_factory=list)
    top: list[Html] = field(default_factory=list)
    body: list[Html] = field(default_factory=list)
    heading: str = ""  # of the section that is being filled
    name: str = ""  # its id
    ids: set[str] = field(default_factory=set)  # of sections so far
    inside: list[Html] = field(default_factory=list)
    foot: list[Html] = field(default_factory=list)
    above: list[Html] = field(default_factory=list)  # over the header
    needs: list[Requirement] = field(default_factory=list)
    used: set[str] = field(default_factory=lambda: {"narrow", "stack"})
    form: list[Html] = field(default_factory=list)
    legend: str = ""
    group: list[Html] = field(default_factory=list)
    send: str = ""
    thanks: str = ""  # what is said once the form that is being filled is sent
    menu: list[str] = field(default_factory=list)  # what its links say
    colors: list[tuple[str, str]] = field(default_factory=list)  # what for, and which
    asked: tuple[str, str] | None = None  # role and label of the field that waits for its options
    grid: Grid = field(default_factory=Grid)  # the last table
    shown: Html = field(default_factory=Html)  # its markup
    items: Html = field(default_factory=Html)  # the last list of facts that have no label
    facts: Html = field(default_factory=Html)  # the last list of those that have one
    blocks: list[tuple[Part, list[Requirement]]] = field(default_factory=list)  # what the letter asks for besides its own, with what that needs
    ground: str = ""  # the background that was told
    tint: str = ""  # the colour of the next mark
    last: str = ""  # role of the last mark

    def add(self, mark: Mark) -> None:
        if mark.role not in ROLES:
            raise ValueError(f"no role is called {mark.role}")
        if mark.role not in FORM and mark.role not in AROUND:
            self.close_form()
        said = len(self.needs)
        ROLES[mark.role](self, mark)
        if mark.silent:  # nobody asked for these words
            del self.needs[said:]
        if mark.partly:
            implied = {part.strip().casefold() for row in mark.rows for text in row if isinstance(text, Implied) for part in (text, *text.split(","))}
            self.needs[said:] = [need for need in self.needs[said:] if need.text.casefold() not in implied]
        if mark.role != "tint":
            self.last = mark.role
            self.color_last()

    def color_last(self) -> None:
        """Gives the mark that was added last the colour that was told of it, if one was."""
        told, self.tint = self.tint, ""
        if not told:
            return
        if self.last in ("h1", "send"):
            self.colors.append((self.last, color_of(told)[0]))
            self.needs.append(colored(color_of(told)[1]))
            return
        parts = {"foot": self.foot, "small": self.foot, "banner": self.above}.get(self.last, self.parts)
        if self.last not in TINTED or not parts:
            raise ValueError(f"{self.last} takes no colour")
        parts[-1] = paint(self, told, self.last, parts[-1])

    def id_of(self, text: str) -> str:
        """The text as the id of a section, "" where another has it."""
        found = anchor(text)
        fresh = found not in self.ids
        self.ids.add(found)
        return found if fresh else ""

    def need(self, selector: str, *texts: str) -> None:
        self.needs += [shows(text, selector) for text in texts]

    @property
    def parts(self) -> list[Html]:
        """What is being filled: the section, or the page."""
        return self.inside if self.heading else self.body

    def put(self, html: Html, *components: str) -> None:
        self.parts.append(html)
        self.used.update(components)

    def put_part(self, part: Part) -> None:
        self.put(part.html, *part.components)

    def part(self, part: Part) -> None:
        """A part that does something."""
        self.put_part(part)
        self.needs.append(has("script"))

    def close_group(self) -> None:
        if self.group:
            self.form.append(tag("fieldset", tag("legend", self.legend), *self.group) if self.legend else Html("\n".join(self.group)))
        self.legend, self.group, self.asked = "", [], None

    def close_form(self) -> None:
        self.close_group()
        if self.form:
            rows = [*self.form, tag("button", self.send or "Send", type="submit")]
            self.put(tag("form", *rows, id="sheet" if self.thanks else None), "form", "button", *checked(rows))
            if self.thanks:
                self.put(tag("p", self.thanks, id="thanks", role="status", hidden=True), "script:thanks")
            self.form, self.send, self.thanks = [], "", ""  # what is told before any field waits for the form to come

    def close(self) -> None:
        """Ends the section that is being filled."""
        self.close_form()
        if self.heading:
            html = tag("section", tag("h2", self.heading), *(self.inside or [tag("p", SOON)]), id=self.name or (self.id_of(self.heading) if self.heading in self.menu else "") or None)
            self.body.append(html)
            self.used.add("section")
        self.heading, self.name, self.inside = "", "", []

    def page(self) -> Html:
        self.close()
        if self.lead:
            self.used.add("muted")
        if self.foot:
            self.used.add("footer")
        css, script = css_and_script(_dressed(self.style, self.colors), self.used)
        lead = tag("p", " · ".join(self.lead), class_="muted") if self.lead else None
        footer = tag("footer", *self.foot) if self.foot else None
        return document(self.title, css, *self.above, tag("header", *self.top) if self.top else None, tag("main", tag("h1", self.title), lead, *self.body, class_="narrow"), footer, script=script)


# What the roles show


def _h1(sheet: Sheet, mark: Mark) -> None:
    if sheet.title:
        _lead(sheet, mark)
        return
    sheet.title = raised(mark.rows[0][0])
    sheet.need("h1", sheet.title)


def _title(sheet: Sheet, mark: Mark) -> None:
    sheet.title = sheet.title or mark.param or mark.rows[0][0]


def _lead(sheet: Sheet, mark: Mark) -> None:
    texts = firsts(mark)
    sheet.lead += texts
    sheet.need("p", *texts)


def _h2(sheet: Sheet, mark: Mark) -> None:
    """Sections, each perhaps with its id."""
    for text, *name in mark.rows:
        sheet.close()
        sheet.heading, sheet.name = mark.param or raised(text), sheet.id_of(name[0]) if name else ""
        sheet.needs.append(shows(sheet.heading, f'section[id="{sheet.name}"] > h2' if sheet.name else "h2"))


def _end(sheet: Sheet, _: Mark) -> None:
    sheet.close()


def _p(sheet: Sheet, mark: Mark) -> None:
    for text in firsts(mark):
        text = raised(text)
        sheet.need("p", text.removesuffix("."))  # the writer may have left the full stop out
        sheet.put(tag("p", text if text[-1] in ".!?…”\"')" or len(text.split()) < 5 else f"{text}."))


def _li(sheet: Sheet, mark: Mark) -> None:
    name = "ol" if mark.role == "ol" else "ul"
    sheet.need("ol > li" if name == "ol" else TOLD, *firsts(mark))
    sheet.put(tag(name, *(tag("li", text) for text in firsts(mark))), "list")


def _row(sheet: Sheet, mark: Mark) -> None:
    sheet.need(TOLD, *(text for row in mark.rows for text in row))
    made = []
    for row in mark.rows:
        last = [tag("span" if len(row) > 2 and place == 0 else "b", text) for place, text in enumerate(row[1:])]
        made.append(tag("li", tag("span", row[0]), *last))
    sheet.put(tag("ul", *made, class_="rows"), "rows")


def _fact(sheet: Sheet, mark: Mark) -> None:
    """Labels and values, those that follow each other in one list. A label is asked for where it is told; what has none is an item."""
    if (not mark.param or mark.param in PLACING) and all(len(row) == 1 for row in mark.rows):
        _plain(sheet, mark)
        return
    made = []
    for row in mark.rows:
        label, value = row[:2] if len(row) > 1 else (mark.param, row[0])
        sheet.need(TOLD, value)
        if len(row) > 1:
            sheet.need(TOLD, label)
        made += [tag("dt", raised(label)), tag("dd", value)]
    parts = sheet.parts
    before = _inner(parts.pop(), "dl") if parts and parts[-1] is sheet.facts else None
    sheet.put(tag("dl", before, *made), "facts")
    sheet.facts = parts[-1]


def _plain(sheet: Sheet, mark: Mark) -> None:
    """What nobody has a name for, in one list with such items before."""
    sheet.need(TOLD, *firsts(mark))
    parts = sheet.parts
    before = _inner(parts.pop(), "ul") if parts and parts[-1] is sheet.items else None
    sheet.put(tag("ul", before, *(tag("li", f"{mark.param} {text}" if mark.param else raised(text)) for text in firsts(mark))), "list")
    sheet.items = parts[-1]


def _inner(html: Html, name: str) -> Html | None:
    """What stands inside of that element."""
    return Html(html.removeprefix(f"<{name}>").removesuffix(f"</{name}>").strip().replace("\n  ", "\n")) or None


def _card(sheet: Sheet, mark: Mark) -> None:
    level, photo = "h3" if sheet.heading else "h2", mark.role in ("person", "photo")
    sheet.need(f"article > {level}", *firsts(mark))
    made = []
    for name, *texts in mark.rows:
        sheet.need("article > p", *texts)
        rest = [tag("p", text, class_="price" if text[:1] in PRICE_SIGNS or text[-1:] in PRICE_SIGNS else None) for text in texts]
        made.append(tag("article", tag("div", class_="photo", role="img", aria_label=name) if photo else None, tag(level, name), *rest, _each(mark), class_="card"))
    priced = ("price",) if any('class="price"' in html for html in made) else ()
    _boxes(sheet, mark, made, *priced, *(("photo",) if photo else ()))


def _tier(sheet: Sheet, mark: Mark) -> None:
    """Plans: a name, a price, and what is in it, parted by commas."""
    level, made = "h3" if sheet.heading else "h2", []
    for name, price, *rest in mark.rows:
        items = [text.strip() for part in rest for text in part.split(",") if text.strip()]
        sheet.need("article > h3, article > h2", name)
        sheet.need("article .price", price)
        sheet.need("article li", *items)
        made.append(tag("article", tag(level, name), tag("p", price, class_="price"), tag("ul", *(tag("li", item) for item in items)) if items else None, _each(mark), class_="card"))
    _boxes(sheet, mark, made, "price", "list")


def _each(mark: Mark) -> Html | None:
    """The button that each box has, or the link."""
    if not mark.param:
        return None
    return tag("p", tag("a", mark.param, href="#")) if mark.role == "post" else tag("button", mark.param, type="button")


def _boxes(sheet: Sheet, mark: Mark, made: list[Html], *components: str) -> None:
    if mark.param:
        sheet.needs.append(shows(mark.param, "article a" if mark.role == "post" else "article button", len(made)))
    sheet.put(tag("div", *made, class_="grid"), "card", "grid", *components, *(("button",) if mark.param and mark.role != "post" else ()))


def _price(sheet: Sheet, mark: Mark) -> None:
    now, *before = mark.rows[0]
    sheet.need(".price", now)
    sheet.need("s", *before)
    sheet.put(tag("p", inline(tag("s", before[0]), " ", tag("b", now)) if before else now, class_="price"), "price")


def _stat(sheet: Sheet, mark: Mark) -> None:
    sheet.need(".stats p", *(text for row in mark.rows for text in row))
    sheet.put(tag("div", *(tag("p", tag("b", row[0]), *row[1:]) for row in mark.rows), class_="stats"), "stats")


def _meter(sheet: Sheet, mark: Mark) -> None:
    """Bars: what, and how much of a hundred."""
    rows = [(what, min(100, int(re.sub(r"\D", "", share) or 0))) for what, share in mark.rows]
    sheet.needs += [has("progress", len(rows)), *(shows(text, "p:has(progress)") for what, share in rows for text in (what, f"{share}%"))]
    part = actions.bars(rows)
    sheet.put(part.html, *part.components)


def _code(sheet: Sheet, mark: Mark) -> None:
    sheet.need("pre code", *firsts(mark))
    sheet.put(Html("\n".join(tag("pre", tag("code", text)) for text in firsts(mark))), "code")


def _quote(sheet: Sheet, mark: Mark) -> None:
    for text, *person in mark.rows:
        sheet.need("blockquote", text, *person)
        sheet.put(tag("blockquote", tag("p", text), *(tag("cite", name) for name in person)), "quote")


def _button(sheet: Sheet, mark: Mark) -> None:
    """Buttons, each perhaps with its colour."""
    made = []
    for text, *told in mark.rows:
        color, check = color_of(told[0]) if told else ("", "")
        sheet.needs.append(Requirement(selector="button", text=text, color=check) if told else shows(text, "button"))
        made.append(tag("button", text, type="button", style=covered(color) if told else None))
    sheet.put(tag("div", *made, class_="row"), "row", "button")


def _link(sheet: Sheet, mark: Mark) -> None:
    rows = [(row[0], row[1] if len(row) > 1 else "#") for row in mark.rows]
    sheet.needs += [shows(text, f'a[href="{url}"]') for text, url in rows]
    made = [tag("a", text, href=url) for text, url in rows]
    sheet.put(tag("p", made[0]) if len(made) == 1 else tag("ul", *(tag("li", link) for link in made), class_="plain"), *(("plain",) if len(made) > 1 else ()))


def _nav(sheet: Sheet, mark: Mark) -> None:
    texts = [raised(text) for text in firsts(mark)]
    sheet.menu += texts
    sheet.need("header nav a", *texts)
    if mark.param:  # a button opens and closes the menu
        sheet.need("header button#menu", *said(mark))
        sheet.top += controls.folded(mark.param, texts)
        sheet.used |= {"header", "button", "folding", "script:menu"}
        return
    sheet.top.append(media.bar(texts))
    sheet.used |= {"header", "nav"}


def _brand(sheet: Sheet, mark: Mark) -> None:
    sheet.need("header", mark.rows[0][0])
    sheet.top.insert(0, tag("span", mark.rows[0][0], class_="brand"))
    sheet.used.add("header")


def _foot(sheet: Sheet, mark: Mark) -> None:
    for text in firsts(mark):
        sheet.need("footer", text)
        sheet.foot.append(tag("p", tag("small", text)) if mark.role == "small" else tag("p", text))


def _footlink(sheet: Sheet, mark: Mark) -> None:
    sheet.need("footer a", *firsts(mark))
    sheet.foot.append(media.linked(firsts(mark)))
    sheet.used.add("row")


def _reach(sheet: Sheet, mark: Mark) -> None:
    way = "email" if mark.role == "mail" else mark.role
    for text in firsts(mark):
        target = {"email": f"mailto:{text}", "phone": f"tel:{digits(text)}"}.get(way)
        sheet.need(f'address a[href="{target}"]' if target else "address", text)
    sheet.put(reached([(way, text) for text in firsts(mark)]))


def _banner(sheet: Sheet, mark: Mark) -> None:
    """A strip above everything else."""
    text = mark.rows[0][0]
    sheet.need(".banner", text)
    sheet.above.append(tag("aside", text, class_="banner"))
    sheet.used.add("banner")


def _box(sheet: Sheet, mark: Mark) -> None:
    sheet.need(".card", *firsts(mark))
    sheet.put(Html("\n".join(tag("p", text, class_="card") for text in firsts(mark))), "card")


def _verse(sheet: Sheet, mark: Mark) -> None:
    """Lines that keep their breaks."""
    sheet.need("p", *firsts(mark))
    sheet.put(notes.broken(firsts(mark)))


def _badge(sheet: Sheet, mark: Mark) -> None:
    sheet.need(".tag", *firsts(mark))
    sheet.put(tag("p", *(tag("span", text, class_="tag") for text in firsts(mark))), "tag")


def _map(sheet: Sheet, mark: Mark) -> None:
    text = mark.rows[0][0]
    sheet.needs += [shows(text), has(".map[role=img]")]
    sheet.put(tag("figure", tag("div", class_="map", role="img", aria_label="Map"), tag("figcaption", text)), "figure", "map")


def _img(sheet: Sheet, mark: Mark) -> None:
    texts, shape = [raised(text) for text in firsts(mark)], "aspect-ratio: 1; border-radius: 50%" if mark.role == "round" else None
    sheet.needs += [has("figure [role=img]", len(texts)), *(shows(text, "figcaption") for text in texts)]
    figures = [tag("figure", tag("div", class_="photo", role="img", aria_label=text, style=shape), tag("figcaption", text)) for text in texts]
    sheet.put(tag("div", *figures, class_="grid"), "grid", "photo", "figure")


def _pics(sheet: Sheet, mark: Mark) -> None:
    """Places for so many pictures, which nobody has described."""
    number = counted(mark.rows[0][0])
    sheet.needs.append(has("[role=img]", number))
    sheet.put(tag("div", *(tag("div", class_="photo", role="img", aria_label=f"Picture {place}") for place in range(1, number + 1)), class_="grid"), "grid", "photo")


def _audio(sheet: Sheet, mark: Mark) -> None:
    media = mark.role
    sheet.needs += [has(f"{media}[controls]", len(mark.rows)), *(shows(text, f"figure:has({media})") for row in mark.rows for text in row)]
    width = "max-width: 100%" if media == "video" else None
    sheet.put(Html("\n".join(tag("figure", tag("figcaption", " – ".join(row)), tag(media, controls=True, aria_label=row[0], style=width)) for row in mark.rows)), "figure")


def _q(sheet: Sheet, mark: Mark) -> None:
    made = []
    for row in mark.rows:
        sheet.need("details > summary", row[0])
        sheet.need("details", *row[1:])
        made.append(tag("details", tag("summary", raised(row[0])), tag("p", row[1] if len(row) > 1 else LATER)))
    sheet.put(Html("\n".join(made)), "faq")


def _color(sheet: Sheet, mark: Mark) -> None:
    """Colours: of the background, of a band behind the title, or the page's own, of which the first is its accent."""
    for value in firsts(mark):
        color, check = color_of(value)
        sheet.colors.append((mark.role, color))
        sheet.ground = color if mark.role == "bg" else sheet.ground
        sheet.needs.append(colored(check))


def _block(sheet: Sheet, mark: Mark) -> None:
    part, needs = sheet.blocks[int(mark.param)]
    sheet.put_part(part)
    sheet.needs += needs


def _tint(sheet: Sheet, mark: Mark) -> None:
    """The colour of the next mark's thing, or with `last` as the param of the one before."""
    sheet.tint = mark.rows[0][0]
    if mark.param == "last":
        sheet.color_last()


def _dark(sheet: Sheet, _: Mark) -> None:
    sheet.style = STYLES[DARK[0]]
    sheet.ground = sheet.style.palette.bg
    sheet.needs.append(colored(sheet.ground))


def _dressed(style: Style, colors: Sequence[tuple[str, str]]) -> Style:
    """The style in the colours that were told, whatever their order."""
    hues = [color for role, color in colors if role == "hue"]
    for place, color in enumerate(hues):
        style = style.with_accent(color) if not place else style.with_rule(EDGES[min(place, len(EDGES)) - 1].format(color=color))
    for role, color in sorted(colors, key=lambda told: told[0] != "bg"):
        if role == "bg":
            style = style.with_background(color)
        elif role in ("h1", "send"):
            style = style.with_rule(f"{'h1' if role == 'h1' else 'form > button'} {{ {tinted(color, role == 'send', style.palette.bg)}; }}")
        elif role == "band":
            style = style.with_rule(f"h1 {{ padding: 0.4em 0.6em; background: {color}; color: {legible(color)}; }}")
    return style


# Forms


def _labelled(sheet: Sheet, label: str, html: Html, selector: str) -> None:
    sheet.group.append(html)
    sheet.needs += [shows(label, "form label, form legend"), has(f"form {selector}")]


def _field(sheet: Sheet, mark: Mark) -> None:
    for text in firsts(mark):
        label = raised(text)
        made = Field(label, "textarea" if mark.role == "area" else "checkbox" if mark.role == "tick" else mark.param or type_of(label))
        _labelled(sheet, label, made.html(required=False), made.selector)


def _choice(sheet: Sheet, mark: Mark) -> None:
    """A field with options: those told with it, or those of the `opt` that follows."""
    label, options = (mark.param, firsts(mark)) if mark.param else (mark.rows[0][0], [])
    sheet.group.append(Html(""))
    _options(sheet, mark.role, raised(label), options)


def _opt(sheet: Sheet, mark: Mark) -> None:
    if not sheet.asked:
        raise ValueError("options of nothing")
    _options(sheet, *sheet.asked, firsts(mark))


def _options(sheet: Sheet, kind: str, label: str, options: list[str]) -> None:
    if not options:
        sheet.asked = kind, label
        sheet.need("form label, form legend", label)
        return
    if kind == "select":
        sheet.group[-1] = dropdown(label, options)
        sheet.need("form select option", *options)
    else:
        kind = "radio" if kind == "radio" else "checkbox"
        sheet.group[-1] = picks(label, options, kind)
        sheet.need(f"form label:has(input[type={kind}])", *options)
    sheet.asked = None


def _legend(sheet: Sheet, mark: Mark) -> None:
    for text in firsts(mark):
        sheet.close_group()
        sheet.legend = raised(text)
        sheet.need("form legend", sheet.legend)


def _send(sheet: Sheet, mark: Mark) -> None:
    sheet.send = mark.rows[0][0]
    sheet.need("form button", sheet.send)


def _thanks(sheet: Sheet, mark: Mark) -> None:
    """What is said in the place of the form's message, once it is sent."""
    if not sheet.form and not sheet.group:
        raise ValueError("thanks for nothing")
    sheet.thanks = mark.rows[0][0]
    sheet.needs += [has("form#sheet"), has("script")]
    sheet.need("#thanks[hidden]", sheet.thanks)


AROUND = {"h1", "title", "lead", "nav", "brand", "foot", "small", "footlink", "banner", "hue", "bg", "band", "dark", "tint"}  # outside of what is being filled
FORM = {"field", "area", "tick", "select", "radio", "checks", "opt", "legend", "send", "must", "slider", "hint", "matrix", "thanks"}
ROLES: dict[str, Callable[[Sheet, Mark], None]] = {
    "h1": _h1, "title": _title, "lead": _lead, "h2": _h2, "end": _end, "p": _p, "li": _li, "ol": _li, "row": _row, "fact": _fact, "card": _card, "person": _card, "photo": _card, "post": _card, "tier": _tier, "price": _price, "stat": _stat, "meter": _meter, "code": _code, "quote": _quote, "btn": _button,
    "link": _link, "nav": _nav, "brand": _brand, "foot": _foot, "small": _foot, "footlink": _footlink, "mail": _reach, "phone": _reach, "address": _reach, "map": _map, "img": _img, "round": _img, "pics": _pics, "audio": _audio, "video": _audio, "q": _q,
    "hue": _color, "bg": _color, "band": _color, "dark": _dark, "field": _field, "area": _field, "tick": _field, "select": _choice, "radio": _choice, "checks": _choice, "opt": _opt, "legend": _legend, "send": _send, "thanks": _thanks,
    "banner": _banner, "box": _box, "verse": _verse, "badge": _badge, "tint": _tint, "block": _block, **STRUCTURES, **SCRIPTS, **COMPOSED,
}  # fmt: skip
