"""A tale: a person says in running sentences who they are and what must stand on a page, and the page that follows from it.

What is said grows together with the page, so that the page has the prompt's order. Asides (feelings, health, taste, reasons)
are said and never shown; lists, pairs and sentences of fact are shown letter by letter.
"""

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from htmlbuilder.checks import Requirement, fold
from htmlbuilder.corpus import ends
from htmlbuilder.corpus.asks import look
from htmlbuilder.corpus.blocks.dress import css_and_script
from htmlbuilder.corpus.blocks.texts import amount, bit, bits, button_text, digits, line, quoted, raised, sign
from htmlbuilder.corpus.blocks.words import FREE, free, say, wordings
from htmlbuilder.corpus.draw import CLOSE, DAYS, MONTHS, OPEN, Draw, articled
from htmlbuilder.corpus.kinds.forms import Field
from htmlbuilder.corpus.labels import type_of
from htmlbuilder.corpus.markup import Html, document, tag
from htmlbuilder.corpus.style import LIGHT
from htmlbuilder.corpus.wish import Ask, Wish, has, shows
from htmlbuilder.corpus.wording import article, framed, lowered, unstopped

# Who speaks of whom.
ME = {"I": "I", "my": "my", "me": "me", "am": "am", "do": "do", "have": "have", "ends": ""}
WE = {"I": "we", "my": "our", "me": "us", "am": "are", "do": "do", "have": "have", "ends": ""}
SHE = {"I": "she", "my": "her", "me": "her", "am": "is", "do": "does", "have": "has", "ends": "s"}
TRICKY = (",", " and ", "/", ";", " & ", " + ", ":")
LISTS = ("It needs:", "It should have:", "Requirements:", "What I need:", "On the page:", "Content:", "Must have:", "Contents", "Please include:", "Here is what goes on it:", "Points:", "Details:", "", "")
NOTED = ("; ", "; ", ". ", ". ", ". ", "\n", "\n", " | ", " / ", " – ", " + ", "\n- ")
PAIRS = ("{} ({})", "{} ({})", "{}, {}", "{}: {}", "{} – {}", "{} - {}")

OPEN_WORDS: dict[str, Callable[[Draw], str]] = {
    "noun": lambda draw: draw.word("nouns"), "adj": lambda draw: draw.word("adjectives"), "verb": lambda draw: draw.word("verbs"), "food": lambda draw: draw.word("foods"), "town": lambda draw: draw.word("towns"),
    "street": lambda draw: draw.word("streets"), "person": Draw.person, "name": lambda draw: draw.word("first_names"), "day": lambda draw: draw.pick(DAYS), "month": lambda draw: draw.pick(MONTHS),
    "year": lambda draw: str(draw.rng.randint(1890, 2026)), "n": lambda draw: str(draw.rng.randint(2, 60)), "time": Draw.time, "brand": lambda draw: draw.brand(),
}  # fmt: skip


class Phrase(str):
    """What is said without a sentence of its own: it stands in a row with others."""

    __slots__ = ()


class Words(dict[str, str]):
    """Words for the slots of a sentence, drawn when one asks for them: `noun` and `noun2` are two."""

    def __init__(self, draw: Draw, who: dict[str, str], kept: bool = False) -> None:
        super().__init__(who)
        self.draw, self.kept = draw, kept

    def __missing__(self, slot: str) -> str:
        text = OPEN_WORDS[slot.rstrip("2")](self.draw)
        return self.draw.keep(text) if self.kept else text


@dataclass(slots=True)
class Tale:
    """What is said so far, and the page so far. `who` has the pronouns of whoever it is about."""

    draw: Draw
    who: dict[str, str]
    title: str = ""
    late: bool = False  # the title is told last
    chatty: bool = True  # says much that is no business of the page
    curt: bool = False  # told in notes: phrases with a mark between them
    semantic: bool = False  # what stands on top is in a header
    breath: bool = False  # told in one sentence, as far as that goes
    dense: bool = False  # told in rows of phrases, as far as that goes
    lead: list[str] = field(default_factory=list)  # the line under the heading
    said: list[str] = field(default_factory=list)
    body: list[Html] = field(default_factory=list)
    last: list[Html] = field(default_factory=list)  # what comes after all that is told
    foot: list[Html] = field(default_factory=list)  # what stands in the page's footer
    needs: list[Requirement] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    top: list[Html] = field(default_factory=list)  # what stands in the page's header

    def __post_init__(self) -> None:
        self.dense = self.draw.chance(0.35)

    # What is said

    def say(self, name: str, /, **slots: str) -> None:
        name = f"told.{name}"
        if (self.curt or (self.dense and self.draw.chance(0.85))) and wordings(name, "w", frozenset(slots) - FREE):
            self.said.append(Phrase(say(self.draw, name, "w", **self.who, **slots)))
        else:
            self.said.append(raised(say(self.draw, name, "s", **self.who, **slots)))

    def aside(self, share: float, name: str = "aside") -> None:
        """Something that is no business of the page."""
        if not self.draw.chance(share if self.chatty else share / 5):
            return
        if name == "taste" and self.said and isinstance(self.said[-1], Phrase):
            self.said.append(Phrase(say(self.draw, "told.taste")))
        else:
            self.said.append(raised(free(self.draw, f"told.{name}", Words(self.draw, self.who, kept=True))))

    def want(self, *pages: str) -> None:
        self.say("want", what=self.draw.pick(pages))
        self.aside(0.35, "taste" if self.draw.chance(0.3) else "aside")

    def drawn(self, name: str) -> str:
        """A sentence that nobody said before, without its full stop."""
        return articled(free(self.draw, f"told.{name}", Words(self.draw, self.who))).rstrip(".")

    def several(self, name: str, number: int) -> list[str]:
        """So many different sentences, each a paragraph or a step of its own; some of them from anywhere."""
        return list(dict.fromkeys(self.draw.sentence() if self.draw.chance(0.2) else f"{raised(self.drawn(name))}." for _ in range(number)))

    # What is shown

    def show(self, html: Html, *components: str) -> None:
        self.body.append(html)
        self.used.update(components)

    def need(self, selector: str, *texts: str) -> None:
        self.needs += [shows(text, selector) for text in texts]

    def entitle(self, title: str) -> None:
        """The heading, told apart from the rest, at times after everything else, or in place of another."""
        self.headed(title)
        form, old = self.draw.rng.random(), self.draw.phrase()
        self.late = form < 0.15
        if form > 0.93 and fold(old) not in fold(title) and fold(title) not in fold(old):
            self.say("retitled", o=self.told(old), t=self.told(title))
            self.needs.append(Requirement(selector="h1", text=old, min=0, max=0))
        elif not self.late:
            self.say("titled", t=self.told(title))

    def headed(self, title: str) -> None:
        """The heading, where the rest tells it."""
        self.title = title
        self.need("h1", title)

    def paragraphs(self, *texts: str) -> None:
        self.need("p", *texts)
        for text in texts:
            self.show(tag("p", text))

    def fact(self) -> None:
        """A sentence that stands on the page as it is told."""
        draw, form = self.draw, self.draw.rng.random()
        if form < 0.65:
            told = self.drawn("fact")
            text = f"{raised(told)}."
            if form < 0.42:
                self.say("says.that", u=draw.keep(told))
            else:
                self.say("facts" if form < 0.52 else "says", t=quoted(draw, text) if self.dense else draw.keep(text))
        else:
            text = draw.sentence() if draw.chance(0.5) else line(draw)
            self.say("says", t=draw.keep(text) if draw.chance(0.65) and not self.dense else quoted(draw, text))
        self.paragraphs(text)

    def bottom(self, name: str = "bottom") -> None:
        """A line at the very end, in the footer."""
        text = self.draw.sentence() if self.draw.chance(0.6) else line(self.draw)
        if self.title and self.draw.chance(0.25):
            text = f"© {self.draw.pick(('2026 ', '2027 ', ''))}{self.title}"
        self.say(name, t=self.draw.keep(text) if self.draw.chance(0.5) and not self.dense else quoted(self.draw, text))
        self.need("footer", text)
        self.foot.append(tag("p", text))

    def facts(self, low: int, high: int) -> None:
        for _ in range(self.draw.rng.randint(low, high)):
            self.fact()
            self.aside(0.2)

    def row(self, items: Sequence[str]) -> str:
        """Items as somebody says them, without quotes where a comma cannot mislead."""
        draw = self.draw
        tricky = any(mark in item for item in items for mark in TRICKY)
        words = [quoted(draw, item) if tricky else draw.keep(item) for item in items]
        if len(words) == 1:
            return words[0]
        return ", ".join(words[:-1]) + draw.pick((" and ", " and ", ", and ", ", ", " & ", " and also ", ", then ")) + words[-1]

    def items(self, name: str, texts: Sequence[str], heading: str = "", shown: str = "", ordered: bool = False) -> None:
        """A list. `heading` is told and shown over it; `shown` is shown without being told."""
        if heading:
            self.need("h2", heading)
            self.say("under", h=self.told(heading), s=self.row(texts))
        else:
            self.say(name, s=self.row(texts))
        self.need("ol > li" if ordered else "ul > li", *texts)
        self.under(heading or shown, tag("ol" if ordered else "ul", *(tag("li", text) for text in texts)))
        self.used.add("list")

    def rows(self, name: str, rows: Sequence[tuple[str, str]], heading: str = "", joints: Sequence[str] = PAIRS, flip: bool = False) -> None:
        """Pairs, one a line: in bold what comes first, or with `flip` what comes second."""
        told = self.paired(rows, joints)
        self._tell(name, told, heading)
        self.need("ul.rows > li", *(text for row in rows for text in row))
        self.under(heading, tag("ul", *(tag("li", tag("span", one), tag("b", other)) if flip else tag("li", tag("b", one), tag("span", other)) for one, other in rows), class_="rows"))
        self.used.add("rows")

    def _tell(self, name: str, told: str, heading: str) -> None:
        """Says what is told under that heading, or without one in the words of that name."""
        if heading:
            self.need("h2", heading)
            self.say("under", h=self.told(heading), s=told)
        else:
            self.say(name, s=told)

    def paired(self, rows: Sequence[tuple[str, ...]], joints: Sequence[str]) -> str:
        """The rows as somebody says them, each put together by one of the `joints`."""
        joint = self.draw.pick(joints)
        words = [joint.format(*(self.draw.keep(text) for text in row)) for row in rows]
        if len(words) == 1:
            return words[0]
        if "," in joint or any("," in text or " and " in text for row in rows for text in row):
            return self.draw.pick(("; ", "; ", " / ")).join(words)
        return ", ".join(words[:-1]) + self.draw.pick((" and ", " and ", ", and ", ", ")) + words[-1]

    def cards(self, name: str, rows: Sequence[tuple[str, ...]], heading: str = "", photo: bool = False) -> None:
        """A card for each: its name, and what belongs to it."""
        joints = {2: ("{} ({})", "{}, {}", "{}: {}", "{} – {}", "{} is {}" if not photo else "{} from {}"), 3: ("{} ({}, {})", "{}, {}, {}", "{} – {} – {}", "{}: {}, {}")}[len(rows[0])]
        told = self.paired(rows, joints)
        self._tell(name, told, heading)
        level = "h3" if heading else "h2"
        self.need(f"article > {level}", *(row[0] for row in rows))
        self.need("article > p", *(text for row in rows for text in row[1:]))
        made = [tag("article", tag("div", class_="photo", role="img", aria_label=row[0]) if photo else None, tag(level, row[0]), *(tag("p", text) for text in row[1:]), class_="card") for row in rows]
        self.under(heading, tag("div", *made, class_="grid"))
        self.used |= {"card", "grid", *(("photo",) if photo else ())}

    def told(self, text: str) -> str:
        """The text as the prompt has it: mostly without quotes."""
        return self.draw.quote(text) if self.draw.chance(0.3) else self.draw.keep(text)

    def under(self, heading: str, html: Html) -> None:
        """Shows it as a section with that heading, or bare when there is none."""
        if not heading:
            self.show(html)
            return
        self.show(tag("section", tag("h2", heading), html), "section")

    def label(self, *usual: str) -> str:
        """What a part is headed with: as usual, or as nobody else would."""
        draw = self.draw
        return draw.pick(usual) if draw.chance(0.5) else raised(draw.word("headings") if draw.chance(0.5) else bit(draw))

    def price(self, name: str, price: str) -> None:
        self.say(name, **{"c" if name == "rate" else "p": self.draw.keep(price)})
        self.need(".price", price)
        self.show(tag("p", price, class_="price"), "price")

    def reach(self) -> None:
        """A mail address, a phone number, or both, as links."""
        draw, form = self.draw, self.draw.rng.random()
        phone, mail = draw.phone(), draw.email()
        links = [(phone, f"tel:{digits(phone)}")] if form > 0.6 else []
        links += [(mail, f"mailto:{mail}")] if form < 0.8 else []
        if len(links) == 2:
            self.say("both", p=draw.keep(phone), m=draw.keep(mail))
        elif form < 0.8:
            self.say("mail", m=draw.keep(mail))
        else:
            self.say("phone", p=draw.keep(phone))
        self.needs += [shows(text, f'a[href="{target}"]') for text, target in links]
        self.show(tag("address", *(tag("p", tag("a", text, href=target)) for text, target in links)))

    def button(self, text: str = "") -> None:
        text = text or button_text(self.draw)
        self.say("button", b=self.told(text))
        self.need("button", text)
        self.show(pressed(text), "row", "button")

    def twice(self, text: str) -> None:
        """A button right under the heading, and the same at the end."""
        self.say("twice", b=self.told(text))
        self.needs.append(shows(text, "button", 2))
        self.body.insert(0, pressed(text))
        self.last.append(pressed(text))
        self.used |= {"row", "button"}

    def form(self, *labels: str) -> None:
        """A form with these fields, and some that nobody expects."""
        draw = self.draw
        labels = tuple(dict.fromkeys((*labels, *bits(draw, 1, 2)))) if draw.chance(0.4) else labels
        text = button_text(draw)
        self.say("form", s=self.row(labels), b=self.told(text))
        self.fields(labels, text)

    def fields(self, labels: Sequence[str], text: str) -> None:
        """Shows a form with fields of those labels and a button that says `text`."""
        fields = [Field(label, type_of(label)) for label in labels]
        self.needs += [requirement for each in fields for requirement in (shows(each.label, "form label"), has(f"form {each.selector}"))]
        self.need("form button", text)
        self.show(tag("form", *(each.html(required=False) for each in fields), tag("button", text, type="submit")), "form", "button", *(("check",) if any(each.type == "checkbox" for each in fields) else ()))

    # The whole

    def wish(self, kind: str) -> Wish:
        draw = self.draw
        if draw.chance(0.3):
            ends.told(self)
        if self.late:
            self.say("renamed", t=self.told(self.title))
        asks: list[Ask] = []
        style = look(draw, asks, None, LIGHT[zlib.crc32(kind.encode()) % len(LIGHT)], 0.12)
        for ask in asks:
            self.said.insert(draw.rng.randint(1, len(self.said)), raised(draw.pick(ask.says)))
            self.needs += ask.requires
        self.aside(0.25, "taste")
        self.aside(0.25, "end")
        if self.curt:
            said = [self._noted()]
        else:
            said = [stopped(text) for text in self._rowed()]
            if self.breath:
                said = [self._breathless(said)]
        if draw.chance(0.3 if self.chatty else 0.05):
            said.insert(0, framed(draw, "stories"))
        text = draw.pick((" ", " ", " ", " ", " ", " ", " ", " ", "\n", "\n\n")).join(said)
        text = text.replace("\n ", "\n").rstrip()
        if self.lead:
            self.used.add("muted")
        used = {"narrow", "stack", *self.used}
        if self.foot:
            used.add("footer")
        css, script = css_and_script(style, used)
        lead = tag("p", " · ".join(self.lead), class_="muted") if self.lead else None
        head = (tag("header", tag("h1", self.title), lead),) if self.semantic else (tag("h1", self.title), lead)
        page = document(self.title, css, tag("header", *self.top) if self.top else None, tag("main", *head, *self.body, *self.last, class_="narrow"), tag("footer", *self.foot) if self.foot else None, script=script)
        return Wish(nouns=(), page=page, asks=[Ask(says=(text,), requires=tuple(self.needs))], requires=(has("h1"),), ordered=True)

    def number(self, start: int) -> None:
        """Numbers what was said from there on."""
        dot = self.draw.pick((".", ".", ")", ":", "."))
        points = [f"{place}{dot} {said.strip()}" for place, said in enumerate(self.said[start:], 1)]
        if points:
            self.said = [*self.said[:start], self.draw.pick(("\n", "\n", " ")).join(points)]

    def bullet(self, start: int) -> None:
        """Sets what was said from there on as lines of a list."""
        mark = self.draw.pick(("- ", "- ", "* ", "• ", "– ", "-> "))
        points = [mark + unstopped(said.strip()) for said in self.said[start:]]
        if points:
            self.said = [*self.said[:start], "\n".join((self.draw.pick(LISTS), *points)).lstrip("\n") + "\n"]

    def _breathless(self, said: Sequence[str]) -> str:
        """The sentences run together, with a stop only where a row of things must end."""
        text = unstopped(said[0])
        for before, sentence in pairwise(said):
            joint = self.draw.pick((", ", " and ", ", and ", ", also ", " – ", ", then "))
            row = before.count(OPEN) > 1 or before.rstrip(f"{CLOSE}\"'”’)").endswith(("!", "?", "…"))
            text += (self.draw.pick((". ", "; ", ". And ", " – ")) if row else joint) + unstopped(sentence if sentence[0] == OPEN else lowered(sentence))
        return f"{text}."

    def _noted(self) -> str:
        """What is said as notes, with one mark between them that stands in none."""
        notes = [unstopped(text.strip()) for text in self.said]
        marks = [mark for mark in NOTED if not any(mark.strip(" ") in note for note in notes)] or ["\n"]
        mark = self.draw.pick(marks)
        return mark.join(raised(note) if mark in (". ", "\n") and self.draw.chance(0.7) else note for note in notes)

    def _rowed(self) -> list[str]:
        """What is said, with the phrases that follow each other in one sentence."""
        rows: list[str] = []
        for phrases, run in groupby(self.said, lambda text: isinstance(text, Phrase)):
            if not phrases:
                rows += run
                continue
            words = list(run)
            joint = self.draw.pick((", ", ", ", "; "))
            told = joint.join(words[:-1]) + self.draw.pick((", and ", " and ", joint)) + words[-1] if len(words) > 1 else words[0]
            rows.append(raised(say(self.draw, "told.row", "s", s=told)))
        return rows


def pressed(text: str) -> Html:
    return tag("div", tag("button", text, type="button"), class_="row")


def stopped(text: str) -> str:
    """The sentence with its full stop, where a text or a list at its end does not close it."""
    return text if text.rstrip(f"{CLOSE}\"'”’)").endswith((".", "!", "?", "…")) or text.endswith("\n") else f"{text}."


def years(draw: Draw, number: int) -> list[int]:
    return sorted(draw.rng.sample(range(1905, 2027), number))


SPAN = ("{}–{}", "{} to {}", "{}-{}", "from {} to {}", "{} until {}")


def shuffled(draw: Draw, parts: Sequence[Callable[[], None]], low: int, high: int) -> None:
    """Some of the parts, mostly in their order, each of them at most once."""
    chosen = sorted(draw.rng.sample(range(len(parts)), min(len(parts), draw.rng.randint(low, high))))
    if draw.chance(0.3):
        draw.rng.shuffle(chosen)
    for place in chosen:
        parts[place]()


def named(draw: Draw, number: int, source: str = "") -> list[str]:
    """That many names of things, all different."""
    return list(dict.fromkeys(raised(draw.word(source) if source else bit(draw)) for _ in range(number)))


def people(draw: Draw, low: int, high: int) -> list[tuple[str, str]]:
    return list({draw.person(): draw.word("job_titles") if draw.chance(0.7) else bit(draw) for _ in range(max(low, draw.count(low, high)))}.items())


def a_trade(draw: Draw, trade: str) -> str:
    """The trade as the prompt has it, with its article."""
    noun = trade.lower()
    return article(noun).removesuffix(noun) + draw.keep(noun) if article(noun) != noun else f"a {draw.keep(noun)}"


def span(draw: Draw) -> str:
    first, last = years(draw, 2)
    return draw.pick((*(form.format(first, last) for form in SPAN), str(first), f"since {last}", f"{first}/{str(first + 1)[2:]}"))


def amounts(draw: Draw, number: int) -> list[str]:
    """Prices in one currency, small ones more often."""
    money = sign(draw) or "$"
    return [amount(draw, money) for _ in range(number)]


def rate(draw: Draw) -> str:
    return f"{draw.price(5, 400)} {draw.pick(('an hour', 'per hour', 'a day', 'per page', 'a lesson', 'per word', 'a piece', 'per metre', 'a visit', 'each'))}"


def met(tale: Tale, day: bool = False) -> None:
    """When and where, in the line under the heading."""
    draw = tale.draw
    date, time = draw.date(), draw.time()
    place = draw.pick((draw.word("towns"), f"{draw.rng.randint(1, 90)} {draw.word('streets')}", f"{draw.word('streets')}, {draw.word('towns')}", f"the {draw.word('nouns')} hall", draw.brand()))
    if day:
        tale.say("day", d=draw.keep(date), p=draw.keep(place))
        tale.lead += [date, place]
    else:
        tale.say("when", d=draw.keep(date), c=draw.keep(time), p=draw.keep(place))
        tale.lead += [date, time, place]
    tale.need("p", *tale.lead)
