"""Blocks that do something: buttons, dialogs, what folds out, tabs, countdown, progress."""

from collections.abc import Callable, Sequence
from datetime import date

from htmlbuilder.checks import HUES, Requirement
from htmlbuilder.corpus.blocks.passing import aloud
from htmlbuilder.corpus.blocks.texts import bit, bits, button_text, line, quoted, series
from htmlbuilder.corpus.blocks.tools import counted
from htmlbuilder.corpus.blocks.words import ask, many
from htmlbuilder.corpus.draw import MONTHS, Draw
from htmlbuilder.corpus.markup import Html, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.style import COLOR_WORDS, covered
from htmlbuilder.corpus.wish import Ask, has, shows


def dialog(draw: Draw, asks: list[Ask]) -> Part:
    """A button that opens a question with answers."""
    opener, text = button_text(draw), line(draw)
    answers = list(dict.fromkeys(button_text(draw) for _ in range(draw.pick((1, 2, 2, 3)))))
    needed = (has("script"), shows(opener, "button"), shows(text, "dialog"), *(shows(answer, "dialog button") for answer in answers))
    asks.append(ask(draw, "dialog", needed, o=draw.quote(opener), q=quoted(draw, text), s=series(draw, answers)))
    return opened(opener, text, answers)


def opened(opener: str, text: str, answers: list[str]) -> Part:
    """A button, and the dialog that it opens; any answer, and the Esc key, close it."""
    box = tag("dialog", tag("p", text, id="asked"), tag("form", *(tag("button", answer) for answer in answers), method="dialog", class_="row"), id="dialog", aria_labelledby="asked")
    return Part(Html("\n".join((tag("p", tag("button", opener, type="button", id="open")), box))), ("button", "row", "dialog", "script:dialog"))


def chance(draw: Draw, asks: list[Ask]) -> Part:
    """A button that picks one of some texts, or shows a text."""
    button = button_text(draw)
    b = draw.quote(button)
    if draw.chance(0.5):
        options = bits(draw, 2, 6)
        asks.append(ask(draw, "chance", (has("script"), shows(button, "button"), *(shows(option) for option in options)), b=b, s=series(draw, options)))
        return picked(button, options)
    text = line(draw)
    asks.append(ask(draw, "reveal", (has("script"), shows(button, "button"), shows(text)), b=b, q=quoted(draw, text)))
    return revealed(button, text)


def revealed(button: str, text: str) -> Part:
    """A button, and the text that it shows."""
    return Part(Html("\n".join((tag("p", tag("button", button, type="button", id="show")), tag("p", text, id="answer", hidden=True)))), ("button", "script:show"))


def picked(button: str, options: Sequence[str]) -> Part:
    """A list, and a button that picks one of it."""
    body = (tag("p", tag("output", "?", id="picked")), tag("p", tag("button", button, type="button", id="pick")), tag("ul", *(tag("li", option, class_="option") for option in options)))
    return Part(Html("\n".join(body)), ("button", "list", "script:pick"))


def alert(draw: Draw, asks: list[Ask]) -> Part:
    """A button that brings up a message. In a dialog: the preview's frame ignores the messages of the browser."""
    button, text = button_text(draw), line(draw)
    needed = (has("script"), shows(button, "button"), shows(text, "dialog"))
    asks.append(ask(draw, "alert", needed, b=draw.quote(button), q=quoted(draw, text)))
    return opened(button, text, ["OK"])


def counter(draw: Draw, asks: list[Ask]) -> Part:
    """A button that counts its clicks."""
    button = button_text(draw)
    asks.append(ask(draw, "counter", (shows(button, "button"), has("output"), has("script")), b=draw.quote(button)))
    return counted("", up=button, down="")


def folded(draw: Draw, asks: list[Ask]) -> Part:
    """A text that a click on its heading folds out."""
    head, text, wide = draw.pick((bit(draw), draw.word("headings"), draw.question()[0])), line(draw), draw.chance(0.25)
    needed = (shows(head, "details[open] summary" if wide else "summary"), shows(text, "details"))
    asks.append(ask(draw, "folded.open" if wide else "folded", needed, x=draw.quote(head), q=quoted(draw, text)))
    return Part(tag("details", tag("summary", head), tag("p", text), open=wide), ("faq",))


def tabs(draw: Draw, asks: list[Ask]) -> Part:
    rows = list({bit(draw): draw.pick((bit, line))(draw) for _ in range(draw.count(2, 5))}.items())
    if len(rows) < 2:
        rows.append(("More", "More about this soon."))
    joint = draw.pick(('{} ("{}")', '{}: "{}"', "{} – “{}”", '{} with "{}"', '{} says "{}"'))
    s = draw.pick((", ", "; ", "\n", ", ")).join(joint.format(draw.keep(name), draw.keep(text)) for name, text in rows)
    needed = [has("script"), *(requirement for name, text in rows for requirement in (shows(name, "[role=tab]"), shows(text, "[role=tabpanel]")))]
    asks.append(ask(draw, "tabs", needed, s=s, **many(draw, len(rows))))
    return tabbed(rows)


def tabbed(rows: Sequence[tuple[str, str]]) -> Part:
    """Tabs, each with its name and its text."""
    made = [tag("button", name, type="button", role="tab", aria_selected="true" if place == 1 else "false", aria_controls=f"tab-{place}") for place, (name, _) in enumerate(rows, 1)]
    panels = [tag("p", text, role="tabpanel", id=f"tab-{place}", hidden=place > 1) for place, (_, text) in enumerate(rows, 1)]
    return Part(Html("\n".join((tag("div", *made, role="tablist"), *panels))), ("button", "tabs", "script:tabs"))


def countdown(draw: Draw, asks: list[Ask]) -> Part:
    """The time left until a day."""
    day = date(draw.rng.randint(2027, 2039), draw.rng.randint(1, 12), draw.rng.randint(1, 28))
    month = MONTHS[day.month - 1]
    said = draw.pick((f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", day.isoformat(), f"{day.day} {month[:3]} {day.year}", f"{day.day}th of {month} {day.year}" if 3 < day.day < 21 else f"{day.day} {month} {day.year}"))
    asks.append(ask(draw, "countdown", (has("script"), shows(said), has(f'[data-end="{day.isoformat()}"]')), d=draw.keep(said)))
    return awaited(day.isoformat(), said)


def awaited(day: str, said: str) -> Part:
    """The time left until `day` (ISO 8601), and the day as people say it."""
    body = (tag("p", tag("b", "0 days 0 hours 0 minutes 0 seconds", id="countdown", data_end=day)), tag("p", said, class_="muted"))
    return Part(Html("\n".join(body)), ("muted", "script:countdown"))


def progress(draw: Draw, asks: list[Ask]) -> Part:
    rows = [(what, draw.rng.randint(1, 99)) for what in (bits(draw, 2, 6) if draw.chance(0.35) else [bit(draw)])]
    needed = [has("progress", len(rows)), *(requirement for what, share in rows for requirement in (shows(f"{share}%"), shows(what)))]
    if len(rows) == 1:
        asks.append(ask(draw, "progress", needed, k=draw.keep(f"{rows[0][1]}%"), w=draw.keep(rows[0][0])))
    else:
        joint = draw.pick(("{} {}", "{}: {}", "{} ({})", "{} at {}", "{} – {}"))
        asks.append(ask(draw, "progress.many", needed, s=draw.pick((", ", "; ", "\n")).join(joint.format(draw.keep(what), draw.keep(f"{share}%")) for what, share in rows), **many(draw, len(rows))))
    return bars(rows)


def bars(rows: Sequence[tuple[str, int]]) -> Part:
    """Bars, each with what it is and how much of a hundred."""
    return Part(Html("\n".join(gauge(what, f"{share}%", share, 100) for what, share in rows)), ("progress",))


def gauge(what: str, said: str, value: int | str, most: int | str) -> Html:
    """A bar with what it is, and how much of the most as it is said."""
    return tag("p", tag("label", what, tag("progress", said, value=value, max=most)), said)


def buttons(draw: Draw, asks: list[Ask]) -> Part:
    texts = list(dict.fromkeys(button_text(draw) for _ in range(draw.pick((1, 1, 1, 1, 1, 2, 2, 3, 5)))))
    if len(texts) > 1:
        asks.append(ask(draw, "button.many", [shows(text, "button") for text in texts], s=series(draw, texts), **many(draw, len(texts))))
        return Part(tag("div", *(tag("button", text, type="button") for text in texts), class_="row"), ("button", "row"))
    form = draw.rng.random()
    text, b = aloud(draw, texts[0])
    style, disabled = None, False
    if form < 0.3:
        color = draw.pick(tuple(COLOR_WORDS))
        value, hue = COLOR_WORDS[color], color.split()[-1]
        style = covered(value)
        asks.append(ask(draw, "button.color", (Requirement(selector="button", text=text, color=hue if hue in HUES else value),), b=b, c=color))
    elif form < 0.37:
        disabled = True
        asks.append(ask(draw, "button.disabled", (shows(text, "button[disabled]"),), b=b))
    else:
        asks.append(ask(draw, "button", (shows(text, "button"),), b=b))
    return Part(tag("div", tag("button", text, type="button", style=style, disabled=disabled), class_="row"), ("button", "row"))


def questions(draw: Draw, asks: list[Ask]) -> Part:
    asker: Callable[[], str] = lambda: draw.question()[0] if draw.chance(0.6) else f"{draw.pick(('Can I bring', 'Where is', 'What about', 'Do you have', 'Why', 'Who pays for', 'How much is', 'When is', 'Is there'))} {draw.word('bits')}?"  # noqa: E731
    rows = list({asker(): line(draw) if draw.chance(0.5) else "" for _ in range(draw.count(1, 6))}.items())
    q_and_a = draw.chance(0.2)
    marks = ' A: "{}"' if q_and_a else draw.pick((' Answer: "{}"', ' – "{}"', ' (answer: "{}")', ' "{}"', " A: “{}”", ' -> "{}"'))
    told = [("Q: " if q_and_a else "") + quoted(draw, question) + (marks.format(draw.keep(answer)) if answer else "") for question, answer in rows]
    needed = [requirement for question, answer in rows for requirement in (shows(question, "summary"), *((shows(answer, "details"),) if answer else ()))]
    asks.append(ask(draw, "question" if len(rows) == 1 else "faq", needed, s=draw.pick((", ", "; ", "\n", "\n- ")).join(told), **many(draw, len(rows))))
    made = [tag("details", tag("summary", question), tag("p", answer or "Write to us, and we will gladly help you with that.")) for question, answer in rows]
    return Part(Html("\n".join(made)), ("faq",))
