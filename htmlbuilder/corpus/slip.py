"""A slip: a page asked for in one go, with whose it is anywhere in it, its main thing, and a few more things in passing.

What is said grows together with the page, so that the page has the prompt's order. Names, kinds and towns that the prompt
gives are shown; asides and words of taste are not. What such slips are about is for `kinds` to say.
"""

import re
import zlib
from collections.abc import Callable, Sequence

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus import ends, names
from htmlbuilder.corpus.asks import look
from htmlbuilder.corpus.blocks.dress import css_and_script
from htmlbuilder.corpus.blocks.texts import button_text, digits, line
from htmlbuilder.corpus.draw import DAYS, OPEN, Draw
from htmlbuilder.corpus.markup import Html, document, tag
from htmlbuilder.corpus.style import LIGHT
from htmlbuilder.corpus.typed import KEPT
from htmlbuilder.corpus.wish import Ask, Wish, shows
from htmlbuilder.corpus.wording import raised

MIXED = (": ", ", ", " and ", "; ", " / ", " – ", " - ", "/")
TITLED = ('the heading is "{q}"', 'headline "{q}"', 'title "{q}"', 'it is headed "{q}"', 'on top "{q}"', 'h1 "{q}"', 'call the page "{q}"', 'with "{q}" as the title', 'heading: "{q}"', 'the title reads "{q}"', "title: {q}", "heading: {q}", "headline: {q}", "big title: {q}")
ASIDES = (
    "no rush", "nothing fancy please", "I am no good with computers", "my eyes are not what they were", "it is for next week", "you can leave the rest", "not too formal", "don't add anything", "keep it short", "I wrote this on the bus", "my sister will check it", "we print it afterwards", "thanks in advance", "no pictures needed", "one page is enough", "that's all really",
    "sorry, it's a bit long", "it can be plain", "sober, please", "friendly but not silly", "simple is fine", "the printer is broken so it has to be a page", "people keep asking me", "it's a surprise, so hurry", "I promised it by tonight", "nothing more than that", "no extra text", "only what I wrote", "please don't invent anything", "it hangs on the fridge",
)  # fmt: skip
NOTED = ('it also says "{q}"', 'a note: "{q}"', 'below that the line "{q}"', 'add the sentence "{q}"', 'and one line: "{q}"', 'with the text "{q}"', 'then "{q}"', 'put "{q}" under it', 'somewhere "{q}"', 'the words "{q}"', 'Note at the end: "{q}"', 'last line "{q}"', 'text: "{q}"')
PHONED = ("phone {q}", "tel {q}", "call {q}", "our number is {q}", "ring {q}", "{q}", "phone: {q}", "people can call {q}", "bookings on {q}", "the phone is {q}", "whatsapp {q}", "telephone number {q}", "questions: {q}", "contact {q}", "reach us on {q}", "☎ {q}", "text me at {q}")
MAILED = ("mail {q}", "email {q}", "{q}", "email: {q}", "write to {q}", "people can mail {q}", "contact: {q}", "the address is {q}", "e-mail {q}", "our mail is {q}", "send it to {q}", "questions to {q}", "reach me at {q}", "✉ {q}")
PRESSED = ('a button "{q}"', 'button "{q}"', "a {q} button", "button: {q}", "a button that says {q}", "[{q}] button", 'one button, "{q}"', "with a button {q}", 'end with a "{q}" button', "the button says {q}", "btn {q}", "button saying {q}", 'people press "{q}"', "then a {q} button")
OPEN_ON = ("open {q}", "hours {q}", "we open {q}", "opening hours {q}", "{q}", "hours: {q}", "open: {q}", "we are open {q}", "opening times: {q}", "it's on {q}", "times {q}", "we are there {q}")


class Slip:
    """What is asked for so far, and the page so far."""

    def __init__(self, draw: Draw, family: str) -> None:
        self.draw, self.family = draw, family
        form = draw.rng.random()
        self.hand = "as is" if form < 0.72 else "small" if form < 0.94 else "capitals"
        self.terse = draw.chance(0.55)  # adds little
        self.title = ""
        self.lead: list[str] = []
        self.opening = self.late = self.signed = ""
        self.said: list[str] = []
        self.body: list[Html] = []
        self.needs: list[Requirement] = []
        self.used: set[str] = set()
        self.foot: list[Html] = []

    # How it is written

    def text(self, text: str) -> str:
        """The text as this person writes it."""
        if self.hand == "as is" or "://" in text or "@" in text:
            return text
        return text.upper() if self.hand == "capitals" else text.lower()

    def keep(self, text: str) -> str:
        return self.draw.keep(text)

    def row(self, items: Sequence[str], *ends: str) -> str:
        """Items in a row, told apart by a mark that none of them holds; `ends` stand before the last, such as " or "."""
        draw = self.draw
        words = [draw.keep(item) for item in items]
        if len(words) == 1:
            return words[0]
        marks = [mark for mark in (", ", ", ", ", ", ", ", ", ", " / ", " | ", "; ", " · ", "/", " + ") if not any(mark.strip() in item for item in items)]
        if not marks:
            return "\n" + "\n".join(f"- {word}" for word in words)
        mark = draw.pick(marks)
        usual = ends or (" and ", " and ", " & ", mark, mark)
        last = draw.pick([end for end in usual if not any(end.strip() in item.split() for item in items)] or [mark]) if mark == ", " else mark
        return mark.join(words[:-1]) + last + words[-1]

    def add(self, said: str, html: Html | None, needs: Sequence[Requirement], *components: str) -> None:
        self.said.append(said)
        if html:
            self.body.append(html)
        self.needs += needs
        self.used.update(components)

    # Whose it is

    def open(self, noun: str, name: str = "", kind: str = "", town: str = "", title: str = "") -> None:
        """How it begins. The heading is the name, what the prompt titles it, or else what it is called: `title` or its noun."""
        draw = self.draw
        name, town, kind = self.text(name), self.text(town), kind.lower() if kind else ""
        kept = draw.quote(name) if draw.chance(0.15) else draw.keep(name)
        self.opening, self.late, self.signed = names.asked_for(draw, noun, kept if name else "", draw.keep(kind) if kind and name else "", draw.keep(town) if town and name else "")
        self.title = name or raised(title or noun)
        if name:
            self.needs += [shows(name, "h1"), shows(name, "title")]
            self.lead += [raised(text) for text in (kind, town) if text]
        elif draw.chance(0.5):
            self.entitle(draw.phrase() if draw.chance(0.6) else line(draw).rstrip("."))
            self.late, self.lead = draw.pick(TITLED).format(q=draw.keep(self.title)), []

    def entitle(self, title: str) -> None:
        self.title = self.text(title)
        self.needs += [shows(self.title, "h1"), shows(self.title, "title")]

    # What else is said

    def phone(self) -> None:
        text = self.draw.phone()
        self.add(self.draw.pick(PHONED).format(q=self.keep(text)), tag("p", tag("a", text, href=f"tel:{digits(text)}")), [shows(text, f'a[href="tel:{digits(text)}"]')])

    def mail(self) -> None:
        text = self.draw.email()
        self.add(self.draw.pick(MAILED).format(q=self.keep(text)), tag("p", tag("a", text, href=f"mailto:{text}")), [shows(text, f'a[href="mailto:{text}"]')])

    def note(self) -> None:
        text = self.text(line(self.draw))
        self.add(self.draw.pick(NOTED).format(q=self.keep(text)), tag("p", text), [shows(text, "p")])

    def ending(self) -> None:
        """A link, a footer, two buttons, or what else such a slip ends with."""
        ends.slipped(self)

    def button(self) -> None:
        text = self.text(button_text(self.draw))
        self.add(self.draw.pick(PRESSED).format(q=self.keep(text)), tag("p", tag("button", text, type="button")), [shows(text, "button")], "button")

    def hours(self) -> None:
        draw = self.draw
        (one, other), first, last = draw.some(DAYS, 2, 2), draw.rng.randint(6, 11), draw.rng.randint(12, 22)
        text = self.text(draw.pick((f"{one[:3]}-{other[:3]} {first}-{last}", f"{one} to {other} {first}:00–{last}:30", f"{one}s {first}-{last}", f"{one[:2]}–{other[:2]} {first}.30–{last}", f"daily {first} to {last}", f"every {one} from {first}", f"{one} + {other} {first}am-{last - 11}pm", f"weekdays {first}-{last}, {one} closed")))
        self.add(draw.pick(OPEN_ON).format(q=self.keep(text)), tag("p", text), [shows(text, "p")])

    def extras(self, low: int, high: int) -> None:
        """A few more things, each at most once."""
        draw = self.draw
        every: tuple[Callable[[], None], ...] = (self.phone, self.mail, self.note, self.note, self.button, self.hours, self.ending, self.ending)
        for one in draw.some(every, low, min(high, 1) if self.terse else high):
            one()

    # The whole

    def wish(self, asked: float = 0.2) -> Wish:
        draw = self.draw
        asks: list[Ask] = []
        style = look(draw, asks, None, LIGHT[zlib.crc32(self.family.encode()) % len(LIGHT)], asked)
        said = list(self.said)
        if self.late:
            said.insert(len(said) if draw.chance(0.5) else draw.rng.randint(0, len(said)), self.late)
        for ask in asks:
            said.insert(draw.rng.randint(0, len(said)), draw.pick((*ask.says, *ask.withs)).rstrip("."))
            self.needs += ask.requires
        if draw.chance(0.22):
            said.insert(draw.rng.randint(0, len(said)), draw.pick(ASIDES))
        signed = self.signed if not said or "\n" not in said[-1] or not self.signed else "\n" + self.signed.lstrip("\n")
        text = self._joined(said) + signed
        if self.hand != "as is":
            draw.manners.add("jotted")  # the page follows this hand
            change = str.upper if self.hand == "capitals" else str.lower
            text = "".join(part if part.startswith(OPEN) else change(part) for part in KEPT.split(text))
        if self.lead:
            self.needs += [shows(text, "p") for text in self.lead]
            self.used.add("muted")
        css, script = css_and_script(style, {"narrow", "stack", *self.used})
        lead = tag("p", " · ".join(self.lead), class_="muted") if self.lead else None
        page = document(self.title, css, tag("main", tag("h1", self.title), lead, *self.body, class_="narrow"), tag("footer", *self.foot) if self.foot else None, script=script)
        return Wish((), page, [Ask(says=(text,), requires=tuple(self.needs))], ordered=True)

    def _joined(self, said: Sequence[str]) -> str:
        """The opening and all that follows, in sentences or in notes."""
        draw = self.draw
        inside = "\0".join(said)
        marks = [mark for mark in (". ", ". ", ". ", ". ", ".\n", "\n", "; ", ", ", " – ", " / ") if mark in (". ", ".\n", "\n") or mark not in inside]
        mark = draw.pick(marks)
        text = raised(self.opening) if self.hand == "as is" and self.opening[0] != OPEN and draw.chance(0.8) else self.opening
        for place, piece in enumerate(said):
            first = draw.pick((": ", ": ", ". ", ". ", ".\n", " – ", ":\n", "\n\n", "; ", ", ")) if not place and not said[0].startswith(self.late or "\0") else mark
            first = ". " if first in (", ", "; ", " – ") and first in piece else first
            if place and "\n" in said[place - 1] and first != "\n":  # what stands on lines of its own ends with its line
                first = draw.pick(("\n", "\n", "\n\n"))
            if text.endswith("\n"):
                text += piece
            elif first[0] == "." and text[-1] in "?!":
                text += first[1:] + raised(piece)
            else:
                text += first + (raised(piece) if first[0] == "." else piece)
        return re.sub(r"\n{3,}", "\n\n", text)


def free_of(text: str, marks: Sequence[str] = MIXED) -> bool:
    """Whether none of these marks stands in the text, so that it may stand between them."""
    return not any(mark in text for mark in marks)
