"""Notes as people jot them down: each a few words that say one thing, and the element that shows it on the page.

A `Pad` collects the notes of one person, in that person's hand (small letters, capitals, missing apostrophes), and joins them
with the marks that people use for it. What a note has between the keep marks stands on the page letter by letter, in the
order of the prompt; words about looks shape the style and are not shown. Nothing else comes on the page.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus import ends, jotted
from htmlbuilder.corpus.blocks.scripts import SCRIPTS
from htmlbuilder.corpus.blocks.texts import digits
from htmlbuilder.corpus.draw import OPEN, Draw
from htmlbuilder.corpus.kinds.forms import Field
from htmlbuilder.corpus.labels import type_of
from htmlbuilder.corpus.markup import Html, document, inline, tag
from htmlbuilder.corpus.style import COMPONENTS, Style
from htmlbuilder.corpus.typed import KEPT
from htmlbuilder.corpus.wish import Ask, Wish, has, shows
from htmlbuilder.corpus.wording import raised

# The element that neighbours of one sort share, and the components it needs.
SHARED: dict[str, tuple[Callable[..., Html], tuple[str, ...]]] = {
    "facts": (lambda *inner: tag("dl", *inner), ("facts",)), "address": (lambda *inner: tag("address", *inner), ()), "rows": (lambda *inner: tag("ul", *inner, class_="rows"), ("rows",)), "times": (lambda *inner: tag("ul", *inner, class_="rows"), ("rows",)),
    "list": (lambda *inner: tag("ul", *inner), ("list",)), "ticks": (lambda *inner: tag("ul", *inner, class_="plain"), ("plain", "check")), "links": (lambda *inner: tag("ul", *inner, class_="links plain"), ("plain", "links")),
    "cards": (lambda *inner: tag("div", *inner, class_="grid"), ("card", "grid")), "row": (lambda *inner: tag("div", *inner, class_="row"), ("button", "row")), "form": (lambda *inner: tag("form", *inner), ("form", "button")),
    "quote": (lambda *inner: tag("blockquote", *inner), ("quote",)), "tabs": (lambda *inner: Html("\n".join(inner)), ("button", "tabs")), "text": (lambda *inner: Html("\n".join(inner)), ()), "when": (lambda *inner: Html("\n".join(inner)), ()), "muted": (lambda *inner: Html("\n".join(inner)), ("muted",)),
    "link": (lambda *inner: Html("\n".join(inner)), ()), "leaf": (lambda *inner: Html("\n".join(inner)), ("row",)), "twice": (lambda *inner: tag("div", *inner, class_="row"), ("button", "row")), "foot": (lambda *inner: Html("\n".join(inner)), ("footer",)), "head": (lambda *inner: Html("\n".join(inner)), ("header", "button")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Jot:
    """One note: what is said (in pieces that only the marks between notes part), and what the page then has.

    `loose` is how a sentence says it. `rank` is 0 for what comes first, 2 for what comes late, 3 for what ends the page, and 1 for the rest.
    """

    pieces: tuple[str, ...]
    loose: str
    sort: str = "text"
    inner: tuple[Html, ...] = ()
    needs: tuple[Requirement, ...] = ()
    head: str = ""  # the heading above what it shows
    rank: int = 1
    listed: str = ""  # of a list: all of it in one piece; a stop must follow


class Pad:
    """The notes of one person."""

    def __init__(self, draw: Draw, family: str, loose: bool = False) -> None:
        self.draw = draw
        self.family = family
        self.loose = loose  # writes sentences
        form = draw.rng.random()
        self.hand = "as is" if form < 0.42 else "small" if form < 0.85 else "capitals" if form < 0.91 else "short"
        self.curt = draw.chance(0.55)  # says little
        self.tiny = self.curt and draw.chance(0.45)  # says one thing
        self.bald = self.hand != "as is" and draw.chance(0.6)  # no apostrophes
        self.jots: list[Jot] = []
        self.title = ""
        self.shapes: tuple[str, ...] = ("{q}",)  # how a prompt gives the title first
        self.tail = ""  # what follows right behind the title
        self.nouns: tuple[str, ...] = jotted.PAGES
        self.centred = False

    # The hand

    def text(self, text: str) -> str:
        """The text as this person writes it."""
        if "://" in text:
            return text
        if self.hand == "capitals":
            text = text.upper()
        elif self.hand != "as is":
            text = text.lower()
        if self.bald:
            text = re.sub(r"(?<=\w)['’](?=\w)", "", text)
        if self.hand == "short":
            text = re.sub(r"[a-z]+", lambda found: jotted.SHORT.get(found[0], found[0]), text)
        return text

    def keep(self, text: str) -> str:
        return self.draw.keep(text)

    def add(self, said: str | Sequence[str], loose: str, sort: str, inner: Sequence[Html], needs: Sequence[Requirement], head: str = "", rank: int = 1, listed: str = "") -> None:
        self.jots.append(Jot((said,) if isinstance(said, str) else tuple(said), loose, sort, tuple(inner), tuple(needs), head, rank, listed))

    # The notes

    def head(self, text: str, *shapes: str, nouns: tuple[str, ...] = jotted.PAGES) -> None:
        """The title. `shapes` say it with {q}; those with {n} name the sort of page too, which is not shown."""
        self.title, self.nouns = self.text(text), nouns
        self.shapes = shapes or jotted.SHAPES

    def line(self, text: str, *loose: str, sort: str = "text", rank: int = 1) -> None:
        """Words that stand in a paragraph of their own."""
        text = self.text(text)
        k = self.keep(text)
        said = k if self.draw.chance(0.88) else f'"{k}"'
        way = self.draw.pick(loose or ("it says {}", "with the words {}", 'put "{}" on it', "then the line {}", "text: {}", 'a line "{}"', "below that {}", "write {} on it", 'and "{}" somewhere', "it should say {}"))
        self.add(said, way.format(k), sort, [tag("p", text, class_="muted" if sort == "muted" else None)], [shows(text, "p")], rank=rank)

    def fact(self, label: str, value: str, *loose: str) -> None:
        """A label and what belongs to it."""
        label, value = self.text(label), self.text(value)
        k, v = self.keep(label), self.keep(value)
        said = self.draw.pick(("{}: {}", "{}: {}", "{} = {}", "{}:{}", "{} - {}", "{} {}", "{} is {}")).format(k, v)
        way = self.draw.pick(loose or ("{0} is {1}", "the {0} is {1}", "{0}: {1}", "{0} {1}", "for {0} put {1}", "{0} should be {1}"))
        self.add(said, way.format(k, v), "facts", [tag("dt", label), tag("dd", value)], [shows(label, "dt"), shows(value, "dd")])

    def phone(self) -> None:
        phone = terse_phone(self.draw)
        k = self.keep(phone)
        said = self.draw.pick(("{}", "{}", "{}", "tel {}", "call {}", "ph {}", "tel: {}", "phone {}", "ring {}", "text {}", "whatsapp {}", "mob {}", "phone: {}", "t: {}", "nr {}")).format(k)
        loose = self.draw.pick(("my number is {}", "phone {}", "people can call {}", "they can ring {}", "call us on {}", "the phone is {}", "tel. {}", "number {}", "reach us at {}", "ppl should call {}", "questions go to {}")).format(k)
        self.add(said, loose, "address", [tag("p", tag("a", phone, href=f"tel:{digits(phone)}"))], [shows(phone, f'a[href="tel:{digits(phone)}"]')])

    def mail(self) -> None:
        mail = self.draw.email()
        k = self.keep(mail)
        said = self.draw.pick(("{}", "{}", "{}", "mail {}", "email {}", "email: {}", "write {}", "e-mail {}", "m: {}", "mail to {}")).format(k)
        loose = self.draw.pick(("my mail is {}", "email {}", "people write to {}", "the email is {}", "mail us at {}", "write to {}", "send it to {}", "contact is {}")).format(k)
        self.add(said, loose, "address", [tag("p", tag("a", mail, href=f"mailto:{mail}"))], [shows(mail, f'a[href="mailto:{mail}"]')])

    def button(self, text: str) -> None:
        text = self.text(text)
        k = self.keep(text)
        said = self.draw.pick(("button {}", "[{}]", "btn: {}", "{} button", "button [{}]", "button: {}", 'button "{}"', "btn {}", "{} btn", "({} button)", "w/ button {}", "1 button: {}", "big {} button", "button says {}", "button -> {}")).format(k)
        loose = self.draw.pick(("a button that says {}", "a {} button", "the button says {}", "with a button {}", 'button "{}"', "one button, {}", "people click {}", "there is a button for {}", "it ends with a button {}")).format(k)
        self.add(said, loose, "row", [tag("button", text, type="button")], [shows(text, "button")])

    def series(self, sort: str, rows: Sequence[tuple[str, ...]], head: str = "", joints: Sequence[str] = ("{}",), lead: Sequence[str] = (), flat: float = 0.5, direct: bool = False) -> None:
        """Several things of one sort, each with what belongs to it, under a heading or not; bare ones in a row of notes with chance `flat`.

        `lead` says what they are, where that is not shown; `direct` rows follow the title: "my hens: Ida, Berta".
        """
        draw = self.draw
        rows = [tuple(self.text(part) for part in row) for row in {row[0].casefold(): row for row in rows}.values()]
        head = self.text(head) if head else ""
        joint = draw.pick(joints)
        words = [joint.format(*(self.keep(part) for part in row)) for row in rows]
        plain = " ".join(part for row in rows for part in row) + joint
        marks = [mark for mark in jotted.WITHIN if mark.strip(" ") not in plain or mark == " n "] or ["\n"]
        plain_cards = sort in ("row", "cards") and len(rows[0]) == 1  # nothing but what they are called tells
        named = draw.pick(tuple(lead)) if lead and (plain_cards or draw.chance(0.6)) else ""
        listed = draw.pick(marks).join(words)
        if direct:
            said: str | list[str] = []
            self.tail = listed
        elif head:
            said = draw.pick(("{}: {}", "{}: {}", "{} - {}", "{} = {}", "{} ({})", "{}:{}", "{} -> {}", "{}\n{}", "{} … {}")).format(self.keep(head), listed)
        elif named:
            said = draw.pick(("{}: {}", "{}: {}", "{} {}", "{} - {}", "{} = {}", "{} ({})")).format(named, listed)
        else:
            said = words if draw.chance(flat) else listed
        commas = ", " if "," not in plain else "; "
        spoken = commas.join(words[:-1]) + draw.pick((" and ", " and ", commas, " & ", " plus ")) + words[-1] if len(words) > 1 else words[0]
        if head:
            loose = draw.pick(("{}: {}", "under {} comes {}", "{} with {}", "a list {} ({})", "then {}: {}", "section {}: {}", "a part called {} with {}", "heading {} and below it {}")).format(self.keep(head), spoken)
        else:
            loose = draw.pick(("{0}: {1}", "the {0} are {1}", "{0} {1}", "it has the {0} {1}", "these {0}: {1}")).format(lead[0], spoken) if lead else draw.pick(("there is {}", "we have {}", "show {}", "list {}", "with {}")).format(spoken)
        inner, needs = zip(*(ROWS[sort](row) for row in rows), strict=True)
        needed = [need for one in needs for need in one] + ([shows(head, "h2")] if head else [])
        self.add(said, loose, sort, inner, needed, head, 0 if direct else 2 if isinstance(said, list) else 1, listed)

    def quote(self, text: str, author: str) -> None:
        text, author = self.text(text), self.text(author)
        q, a = self.keep(text), self.keep(author)
        said = self.draw.pick(('"{0}" - {1}', "{0} - {1}", '"{0}" {1}', "{0} ({1})", '{1}: "{0}"', "“{0}” – {1}", "{0} by {1}", "{0} / {1}", "'{0}', {1}", "{0} ~ {1}", "{0}\n{1}")).format(q, a)
        loose = self.draw.pick(('{1} says "{0}"', 'the quote "{0}" by {1}', '"{0}" ({1})', 'a quote from {1}: "{0}"', '{1} once said "{0}"', 'and "{0}" – {1}')).format(q, a)
        self.add(said, loose, "quote", [tag("p", text), tag("cite", author)], [shows(text, "blockquote p"), shows(author, "cite")])

    def form(self, labels: Sequence[str], button: str = "") -> None:
        """Fields, and the button that sends them."""
        draw, button = self.draw, self.text(button) if button else ""
        fields = [Field(label, type_of(label)) for label in dict.fromkeys(self.text(label) for label in labels)]
        words = [self.keep(field.label) for field in fields]
        pressed = draw.pick(("button {}", "[{}]", "{} button", "btn {}", 'button "{}"', "button: {}")).format(self.keep(button)) if button else ""
        listed = draw.pick((", ", " + ", " / ", ", ", " & ", "+", " · ")).join([*words, pressed] if button and draw.chance(0.5) else words)
        if button and pressed not in listed:
            listed += draw.pick((", ", " + ", ". ", " -> ", "; ")) + pressed
        listed = draw.pick(("{}", "{}", "fields {}", "fields: {}", "asks {}", "w/ {}", "with {}", "just {}", "only {}", "({})", "= {}", "inputs {}", "ask 4 {}")).format(listed)
        said: str | list[str] = listed
        if draw.chance(0.25):
            said = [*words, pressed] if button else words
        spoken = ", ".join(words[:-1]) + draw.pick((" and ", " & ", " plus ")) + words[-1] if len(words) > 1 else words[0]
        loose = draw.pick(("a form with {}", "people fill in {}", "a form that asks for {}", "form: {}", "they give {}", "we need their {}", "fields for {}", "a little form ({})")).format(spoken)
        loose += draw.pick((" and a button {}", " and the button says {}", ", button {}", " with a {} button")).format(self.keep(button)) if button else ""
        needs = [has("form"), *(shows(field.label, "label") for field in fields), *(has(field.selector) for field in fields), *([shows(button, "form button")] if button else [])]
        self.add(said, loose, "form", [*(field.html(required=False) for field in fields), tag("button", button or "Send", type="submit")], needs, rank=2 if isinstance(said, list) else 1, listed=listed)

    def tabs(self, names: Sequence[str]) -> None:
        names = list(dict.fromkeys(self.text(name) for name in names))
        joint = self.draw.pick((" | ", " | ", " / ", ", ", " + ", "|"))
        said = self.draw.pick(("tabs {}", "tabs: {}", "{} tabs", "{} as tabs", "tabs ({})", "3 tabs {}" if len(names) == 3 else "tabs {}", "tab bar: {}", "clickable tabs {}", "[{}] tabs")).format(joint.join(self.keep(name) for name in names))
        loose = self.draw.pick(("tabs for {}", "with tabs {}", "the tabs are {}", "you switch between {} with tabs")).format(", ".join(self.keep(name) for name in names))
        buttons = [tag("button", name, type="button", role="tab", aria_selected="true" if place == 1 else "false", aria_controls=f"tab-{place}") for place, name in enumerate(names, 1)]
        panels = [tag("p", "More about this soon.", role="tabpanel", id=f"tab-{place}", hidden=place > 1) for place in range(1, len(names) + 1)]
        self.add(said, loose, "tabs", [tag("div", *buttons, role="tablist"), *panels], [has("script"), *(shows(name, "[role=tab]") for name in names)], listed=said)

    # The whole

    def wish(self, asked: float = 0.4) -> Wish:
        """The notes in a row, or in sentences, and the page that shows them."""
        draw = self.draw
        if not self.tiny and draw.chance(0.26):
            ends.jotted(self)
        if self.loose:
            draw.rng.shuffle(self.jots)
            return self.sentences("")
        style, words, needed = jotted.looked(draw, self.family, asked / 3 if self.tiny else asked)
        order = self.ordered()
        texts = any(jot.sort in ("text", "when") for jot in order)
        # Between lines of text, items in a row of notes could not be told from those.
        pieces = [piece for jot in order for piece in ((jot.listed,) if texts and len(jot.pieces) > 1 and jot.sort not in ("rows", "times") else jot.pieces)]
        shape = draw.pick([shape for shape in self.shapes if (not self.tail or shape.endswith("{q}")) and (not self.curt or len(shape) < 9)])
        noun = draw.pick(self.nouns)
        first = shape.format(q=self.keep(self.title), n=noun)
        if self.tail:
            first += draw.pick((": ", ": ", ": ", " - ", " = ", ":", ":\n", " -> ", " … ", ". ")) + self.tail
        if draw.chance(0.18) and len(pieces) > 1 and not self.tail:
            late = draw.pick(("called {}", "name: {}", "name is {}", "it's {}", "its called {}", "title {}", "title: {}", "on top {}", "heading {}", "h1 {}", "for {}", "by {}", "– {}", "({})", "name on top: {}")).format(self.keep(self.title))
            pieces.insert(draw.rng.randint(1, len(pieces)) if not any(len(jot.pieces) > 1 for jot in order) else 0, late)
            pieces.insert(0, draw.pick(jotted.BEGIN).format(n=noun) if draw.chance(0.5) else noun)
        else:
            pieces.insert(0, first)
            if "{n}" not in shape and draw.chance(0.1 if self.tiny else 0.2 if self.curt else 0.35):
                said = draw.pick(jotted.BEGIN).format(n=noun) if draw.chance(0.4) else noun
                pieces.insert(0 if draw.chance(0.4) else len(pieces), said)
        if words:
            pieces.insert(draw.pick((0, 1, len(pieces), len(pieces), len(pieces))), words)
        if draw.chance(0.05 if self.curt else 0.16):
            pieces.append(draw.pick(jotted.PLEASE))
        return self._wish(self._joined(pieces, all(jot.sort in ("address", "when") for jot in order)), style, needed, order)

    def sentences(self, does: str) -> Wish:
        """The notes in sentences that run as they come, the name first, in the middle, last, or signed.

        `does` says what the name stands for: a trade, which the page shows where the prompt gives it with the name ("" for none).
        """
        draw, name = self.draw, self.keep(self.title)
        style, words, needed = jotted.looked(draw, self.family, 0.6)
        noun = draw.pick(jotted.PAGES)
        order, says = list(self.jots), [jot.loose for jot in self.jots]
        place = draw.rng.random()
        opening = draw.pick(jotted.OPENINGS)
        if place < 0.45:
            shown, town = draw.chance(0.55 if does else 0.25), not does or draw.chance(0.35)
            what = self.text(draw.word("towns") if town else does)
            opening = draw.pick(jotted.WITH_TOWN if shown and town else jotted.WITH_TRADE if shown else jotted.WITH_NAME).format(n=noun, q=name, d=self.keep(what), o=draw.pick(jotted.OPENINGS).format(n=noun))
            if shown:
                order.insert(0, _under(what))
        else:
            opening = opening.format(n=noun)
            said = draw.pick(jotted.LATE).format(q=name)
            if place < 0.7:
                says.insert(draw.rng.randint(1, len(says)), said)
            elif place < 0.85:
                says.append(said)
        if words:
            says.insert(draw.rng.randint(0, len(says)), draw.pick(("make it {}", "{} pls", "{} please", "style {}", "i like it {}", "{}", "look: {}", "the look is {}", "should look {}")).format(words))
        if draw.chance(0.25):
            says.insert(draw.rng.randint(0, len(says)), draw.pick(jotted.ASIDES))
        text, stop = opening, draw.pick((". ", ". ", ", ", " - ", "\n", "; ", " ... ", ". ", " and "))
        lists = {jot.loose for jot in self.jots if jot.listed}
        before = opening
        for said in says:
            joint = draw.pick((". ", "\n", "; ", ". ")) if before in lists and stop in (", ", " and ", " - ") else stop if draw.chance(0.75) else draw.pick((". ", ", ", "\n", " and ", "; ", ". also ", " plus ", ". then "))
            if joint in (", ", " and ", " plus ") and (before in lists or "," in said):
                joint = ". "
            text += joint + (raised(said) if joint == ". " and self.hand == "as is" else said)
            before = said
        if place >= 0.85:
            text += draw.pick(("\n\n{}", "\n{}", " – {}", " - {}", "\n-- {}", "\n– {}", ". By {}", ". by {}", " ~{}", "\nby {}", "\nfrom {}")).format(name)
            if draw.chance(0.3):
                town_ = self.text(draw.word("towns"))
                text += f", {self.keep(town_)}"
                order.insert(0, _under(town_))
        return self._wish(text, style, needed, order)

    def ordered(self) -> list[Jot]:
        jots = list(self.jots)
        if self.tiny:
            jots = [jot for jot in jots if not jot.pieces] or sorted(jots, key=lambda jot: len(jot.listed or jot.pieces[0]))[:1]
        elif self.curt:
            main = [*[jot for jot in jots if jot.listed or jot.sort == "quote"][:2], *(jot for jot in jots if jot.rank == 3)]
            more = self.draw.some([jot for jot in jots if jot not in main], 0 if main else 1, 1 if main else 2)
            jots = [jot for jot in jots if jot in main or jot in more]
        elif self.draw.chance(0.35):
            self.draw.rng.shuffle(jots)
        return sorted(jots, key=lambda jot: jot.rank)

    def _joined(self, pieces: list[str], spaced: bool) -> str:
        """The pieces with marks between them; where they tell themselves apart, `spaced`, perhaps with none."""
        draw = self.draw
        inside = "\0".join(pieces)
        marks = [mark for mark in jotted.BETWEEN if mark not in inside and not (mark[0] in ",;\n" and mark[0] in inside)] or ["\n"]
        mark, odd = " " if spaced and draw.chance(0.3) else draw.pick(marks), draw.chance(0.2)
        text = pieces[0]
        for piece in pieces[1:]:
            joint = draw.pick(marks) if odd else mark
            text += joint + (raised(piece) if joint == ". " and self.hand == "as is" else piece)
        return text

    def _wish(self, text: str, style: Style, needed: Sequence[Requirement], order: Sequence[Jot]) -> Wish:
        draw = self.draw
        if self.hand == "capitals" and draw.chance(0.8):
            text = "".join(part if part.startswith(OPEN) else part.upper() for part in KEPT.split(text))
        elif self.hand == "as is" and draw.chance(0.6) and text[0] != OPEN:
            text = raised(text)
        draw.manners.add("jotted")
        title = raised(self.title)
        used = {"narrow", "stack", *(("centered",) if self.centred else ())}
        parts: list[Html] = []
        around = {sort: [one for jot in order if jot.sort == sort for one in jot.inner] for sort in ("head", "foot", "twice")}
        for (sort, head), group in groupby(order, key=lambda jot: (jot.sort, jot.head)):
            make, components = SHARED[sort]
            found = list(group)
            # Neighbours share an element, but forms and quotes stay apart.
            bodies = [make(*jot.inner) for jot in found] if sort in ("form", "quote", "tabs") else [make(*(one for jot in found for one in jot.inner))]
            used |= {*components, *(("section",) if head else ()), *(("check",) if any('class="check"' in body for body in bodies) else ())}
            if sort not in around:
                parts += [tag("section", tag("h2", head), *bodies)] if head else bodies
        css = style.css(*(name for name in COMPONENTS if name in used))
        again = SHARED["twice"][0](*around["twice"]) if around["twice"] else None
        main = tag("main", tag("h1", title), again, *parts, again, class_="narrow")
        page = document(title, css, tag("header", *around["head"]) if around["head"] else None, main, tag("footer", *around["foot"]) if around["foot"] else None, script=SCRIPTS["script:tabs"] if "tabs" in used else "")
        needs = (shows(self.title, "h1"), shows(self.title, "title"), *needed, *(need for jot in order for need in jot.needs))
        return Wish((), page, [Ask(says=(text,), requires=needs)], ordered=True)


def _under(text: str) -> Jot:
    """What the prompt gives with the name: it stands right under the title."""
    return Jot((), "", "muted", (tag("p", text, class_="muted"),), (shows(text, "p"),))


def _item(row: tuple[str, ...]) -> tuple[Html, list[Requirement]]:
    return tag("li", row[0]), [shows(row[0], "ul > li")]


def _row(row: tuple[str, ...]) -> tuple[Html, list[Requirement]]:
    """A thing and its price."""
    return tag("li", tag("span", row[0]), tag("b", row[1])), [shows(row[0], "li span"), shows(row[1], "li b")]


def _time(row: tuple[str, ...]) -> tuple[Html, list[Requirement]]:
    """A time or a day, and what there is then."""
    return tag("li", tag("b", row[0]), tag("span", row[1])), [shows(row[0], "li b"), shows(row[1], "li span")]


def _card(row: tuple[str, ...]) -> tuple[Html, list[Requirement]]:
    return tag("article", tag("h2", row[0]), *(tag("p", text) for text in row[1:]), class_="card"), [shows(row[0], "article h2"), *(shows(text, "article p") for text in row[1:])]


def _tick(row: tuple[str, ...]) -> tuple[Html, list[Requirement]]:
    return tag("li", tag("label", inline(tag("input", type="checkbox"), " ", row[0]), class_="check")), [shows(row[0], "label:has(input[type=checkbox])")]


def _button(row: tuple[str, ...]) -> tuple[Html, list[Requirement]]:
    return tag("button", row[0], type="button"), [shows(row[0], "button")]


def _link(row: tuple[str, ...]) -> tuple[Html, list[Requirement]]:
    target = row[1] if len(row) > 1 else "#"
    return tag("li", tag("a", row[0], href=target)), [shows(row[0], f'a[href="{target}"]')]


ROWS: dict[str, Callable[[tuple[str, ...]], tuple[Html, list[Requirement]]]] = {"list": _item, "rows": _row, "times": _time, "cards": _card, "ticks": _tick, "row": _button, "links": _link}


def terse_phone(draw: Draw) -> str:
    """A phone number, often a short one."""
    if draw.chance(0.45):
        return draw.phone()
    number = [str(draw.rng.randint(0, 9)) for _ in range(9)]
    return draw.pick(("555-{}{}{}{}", "{}{}{} {}{}{}{}", "0{}{}{} {}{}{}{}{}", "0{}{}{}/{}{}{}{}", "{}{}{}-{}{}{}{}", "07{}{}{} {}{}{}{}{}", "{}{}{}.{}{}{}.{}{}", "{}{} {}{} {}{} {}{}")).format(*number)

