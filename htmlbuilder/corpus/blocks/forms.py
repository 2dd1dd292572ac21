"""Blocks that people fill in: forms of any fields, sign-up, choices, search and filters."""

from collections.abc import Sequence

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus.blocks import entry
from htmlbuilder.corpus.blocks.fields import Asked, fields, named, row, sensible, settled, starred
from htmlbuilder.corpus.blocks.natures import close, naturals
from htmlbuilder.corpus.blocks.texts import bit, bits, button_text, line, plain, quoted, series
from htmlbuilder.corpus.blocks.words import ask, many
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.kinds.forms import Field
from htmlbuilder.corpus.labels import type_of
from htmlbuilder.corpus.markup import Html, inline, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.style import COLOR_WORDS, covered
from htmlbuilder.corpus.wish import Ask, has, shows


def extras(draw: Draw, asks: list[Ask], share: float) -> tuple[list[Html], list[str], str]:
    """What the form holds below its fields: (rows, components, what stands behind the form)."""
    rows: list[Html] = []
    used: list[str] = []
    for piece in entry.INSIDE:
        if draw.chance(share if piece is entry.consent else share / 3):
            part = piece(draw, asks)
            rows.append(part.html)
            used += part.components
    if not draw.chance(share / 2):
        return rows, used, ""
    text = line(draw)
    asks.append(ask(draw, "form.thanks", (has("form#sheet"), has("script"), shows(text, "#thanks[hidden]")), q=quoted(draw, text)))
    return rows, [*used, "script:thanks"], tag("p", text, id="thanks", role="status", hidden=True)


def sent(draw: Draw, asks: list[Ask]) -> dict[str, str]:
    """Where the form is sent, and how."""
    method, address = draw.pick(("post", "post", "get")), f"/{draw.word('nouns').replace(' ', '-')}" if draw.chance(0.7) else draw.url()
    if draw.chance(0.3):
        asks.append(ask(draw, "form.method", (has(f"form[method={method}]"),), m=method.upper() if draw.chance(0.6) else method))
        return {"method": method}
    asks.append(ask(draw, "form.action", (has(f'form[action="{address}"][method={method}]'),), u=draw.keep(address), m=method.upper() if draw.chance(0.6) else method))
    return {"action": address, "method": method}


def checked(rows: Sequence[Html]) -> tuple[str, ...]:
    """The component that boxes to click need, where the rows have any."""
    return ("check",) if any('class="check"' in one for one in rows) else ()


def scaled(rows: Sequence[Html]) -> tuple[str, ...]:
    """The component that numbers in a row need, where the rows have any."""
    return ("row",) if any('class="row"' in one for one in rows) else ()


def form(draw: Draw, asks: list[Ask]) -> Part:
    """A form with the brief's own fields."""
    if draw.chance(0.08):
        return grouped(draw, asks)
    number = draw.count(1, draw.pick((4, 7, 7, 12)))
    if draw.chance(0.45):
        return small(draw, asks)
    return filled(draw, asks, settled(draw, sensible(draw, number) if draw.chance(0.25) else fields(draw, number, draw.pick((0.0, 0.0, 0.35, 0.6, 1.0)))), 0.08)


def small(draw: Draw, asks: list[Ask]) -> Part:
    """A form of a few fields, as pages about something else have one."""
    return filled(draw, asks, settled(draw, naturals(draw, draw.pick((1, 2, 2, 3, 3, 4, 5)), draw.pick((0.5, 0.8, 1.0)))), 0.08)


def gating(text: str) -> Html:
    """A box without which the button cannot be pressed."""
    return tag("label", inline(tag("input", type="checkbox", class_="gate"), " ", text), class_="check")


def filled(draw: Draw, asks: list[Ask], asked: list[Asked], share: float, late: Sequence[Asked] = (), boxes: Sequence[Html] = ()) -> Part:
    """The form of those fields; with chance `share` each, more that it holds.

    The fields `late` and the `boxes` below them stand in it too, and the caller asks for those.
    """
    told = [one.words for one in asked]
    button = button_text(draw) if draw.chance(0.65) else ""
    needed = [has("form"), *(requirement for one in asked if not one.apart for requirement in one.needs)]
    slots = row(draw, told) | many(draw, len(told))
    if button:
        needed.append(shows(button, "form button"))
        asks.append(ask(draw, "form.button", needed, b=entry.spelled(draw, button), **slots))
    else:
        asks.append(ask(draw, "form", needed, **slots))
    style = None
    if button and draw.chance(0.15):
        color = draw.pick(tuple(COLOR_WORDS))
        style = covered(COLOR_WORDS[color])
        asks.append(ask(draw, "form.color", (Requirement(selector="form button", text=button, color=COLOR_WORDS[color]),), b=draw.quote(button), c=color))
    reset = button_text(draw) if draw.chance(0.07) else ""
    if reset:
        asks.append(ask(draw, "form.reset", (shows(reset, "button[type=reset]"),), b=draw.quote(reset)))
    everything = draw.chance(0.1) and not late and all(one.plain and type_of(one.plain) != "checkbox" for one in asked)
    if everything:
        asked = [Asked(one.words, Field(one.plain, type_of(one.plain)).html(), one.needs, plain=one.plain) for one in asked]
        asks.append(ask(draw, "form.required", (has(":is(input, textarea)[required]", len(asked)),)))
    elif draw.chance(0.08):
        asked = _starred(draw, asks, asked)
    asks += [Ask(says=(one.apart,), requires=tuple(one.needs)) for one in asked if one.apart]
    rows, used, after = extras(draw, asks, share)
    gated = any('class="gate"' in box for box in boxes)
    if not boxes and draw.chance(share / 2):
        gated, text = True, entry.statement(draw)
        asks.append(ask(draw, "form.gate", (has("script"), has("form button[disabled]"), shows(text, "label:has(input.gate)")), q=entry.spelled(draw, text)))
        rows.append(gating(text))
    sending = sent(draw, asks) if draw.chance(share / 2) else {}
    inside = [*(one.html for one in (*asked, *late)), *rows, *boxes, tag("button", button or "Send", type="submit", id="send" if gated else None, style=style, disabled=gated), *((tag("button", reset, type="reset"),) if reset else ())]
    html = tag("form", *inside, id="sheet" if after else None, action=sending.get("action"), method=sending.get("method"))
    return Part(Html(f"{html}\n{after}") if after else html, ("form", *checked(inside), *scaled(inside), *entry.strong(inside), *used, "button", *(("locked", "script:gate") if gated else ())))


GROUPED = ("{} ({})", "{} ({})", "{}: {}", "{}: {}", "{} with {}", "{} – {}", "{} [{}]", "{} has {}", "{} -> {}", "one called {} with {}", "{}, with {}", "one for {} ({})", "{} = {}", "{} containing {}", "{} asks for {}")


def _starred(draw: Draw, asks: list[Ask], asked: list[Asked]) -> list[Asked]:
    """The fields, some of those of which nothing else is asked with an asterisk, because they are required."""
    fit = [one for one in asked if one.plain and type_of(one.plain) != "checkbox"]
    chosen = draw.some(fit, 1, 3) if fit else []
    if chosen:
        needed = [shows("*", f'label:has([required][name="{named(f"{one.plain} *")}"])') for one in chosen]
        asks.append(ask(draw, "form.starred", needed, s=series(draw, [one.plain for one in chosen])))
    return [Asked(one.words, starred(one.plain), one.needs) if one in chosen else one for one in asked]


def grouped(draw: Draw, asks: list[Ask]) -> Part:
    """Fields in groups, each group with its legend."""
    groups = [(legend, close(draw, 1, 4)) for legend in entry.legends(draw, 2, 3)]
    joint = draw.pick(GROUPED)
    told = [entry.parted(draw, legend, asked, joint) for legend, asked in groups]
    s = draw.pick(("; ", "; ", "\n", " / ", " and ", ", and ", " + ", ". ") if joint[-1] in ")]" else ("; ", "; ", "\n", " / ", ". ")).join(told)
    needed = [requirement for legend, asked in groups for requirement in (shows(legend, "legend"), *(each for one in asked for each in one.needs))]
    asks.append(ask(draw, "form.groups", needed, s=s, **many(draw, len(groups))))
    made = [tag("fieldset", tag("legend", legend), *(one.html for one in asked)) for legend, asked in groups]
    button = "Send"
    if draw.chance(0.6):
        button = button_text(draw)
        asks.append(ask(draw, "form.pressed", (shows(button, entry.PRESSED_LATER),), b=entry.spelled(draw, button)))
    return Part(tag("form", *made, tag("button", button, type="submit")), ("form", *checked(made), *scaled(made), *entry.strong(made), "button"))


def signup(draw: Draw, asks: list[Ask]) -> Part:
    """A box to leave an email address."""
    button = button_text(draw) if draw.chance(0.7) else ""
    if button:
        asks.append(ask(draw, "signup.button", (has("input[type=email]"), shows(button, "button")), b=plain(draw, button)))
    else:
        asks.append(ask(draw, "signup", (has("input[type=email]"),)))
    return Part(tag("form", Field("Email", "email", "email").html(), tag("button", button or "Subscribe", type="submit")), ("form", "button"))


def ticks(draw: Draw, asks: list[Ask]) -> Part:
    items = bits(draw, 2, 12)
    needed = (has("input[type=checkbox]", len(items)), *(shows(item, "label") for item in items))
    done = draw.pick(items) if draw.chance(0.2) else ""
    if done:
        asks.append(ask(draw, "ticks.ticked", (*needed, shows(done, "label:has([checked])")), s=series(draw, items), k=draw.keep(done), **many(draw, len(items))))
    else:
        asks.append(ask(draw, "ticks", needed, s=series(draw, items), **many(draw, len(items))))
    return Part(tag("ul", *(tag("li", tag("label", inline(tag("input", type="checkbox", checked=item == done), " ", item), class_="check")) for item in items), class_="plain"), ("plain", "check"))


def _question(draw: Draw) -> str:
    form = draw.rng.random()
    if form < 0.4:
        return f"{draw.pick(('Which', 'What', 'Who', 'Where', 'How many'))} {draw.word('nouns')}s {draw.pick(('do you', 'would you', 'should we'))} {draw.word('verbs')}?"
    return line(draw).rstrip(".") if form < 0.7 else draw.question()[0]


def choice(draw: Draw, asks: list[Ask]) -> Part:
    """A poll: one of some answers."""
    options, question = bits(draw, 2, 8), _question(draw)
    form = draw.rng.random()
    slots = {"s": series(draw, options), **many(draw, len(options))}
    needed = [has("input[type=radio]", len(options)), *(shows(option, "label") for option in options)]
    legend, button = question, "Vote"
    if form < 0.3:
        asks.append(ask(draw, "choice", needed, **slots))
        legend = "Choose one"
    elif form < 0.65:
        asks.append(ask(draw, "choice.asked", [*needed, shows(question)], q=quoted(draw, question), **slots))
    else:
        button = button_text(draw)
        asks.append(ask(draw, "choice.button", [*needed, shows(question), shows(button, "button")], q=quoted(draw, question), b=draw.quote(button), **slots))
    fieldset = tag("fieldset", tag("legend", legend), *(tag("label", inline(tag("input", type="radio", name="choice"), " ", option), class_="check") for option in options))
    return Part(tag("form", fieldset, tag("button", button, type="submit")), ("form", "check", "button"))


def search(draw: Draw, asks: list[Ask]) -> Part:
    text = draw.pick((line(draw).rstrip("."), f"Search {draw.word('nouns')}s", f"Find a {draw.word('nouns')}…", bit(draw))) if draw.chance(0.65) else ""
    button = button_text(draw) if draw.chance(0.35) else ""
    pressed = (shows(button, "form[role=search] button"),) if button else ()
    if text and button:
        needed = (shows(text, "input[type=search][placeholder]"), *pressed)
        asks.append(ask(draw, "search.both", needed, q=quoted(draw, text), b=draw.quote(button)))
    elif button:
        asks.append(ask(draw, "search.button", (has("input[type=search]"), *pressed), b=draw.quote(button)))
    elif text:
        asks.append(ask(draw, "search.placeholder", (has("input[type=search]"), shows(text, "input[type=search][placeholder]")), q=quoted(draw, text)))
    else:
        asks.append(ask(draw, "search", (has("input[type=search]"),)))
    box = tag("input", type="search", name="q", aria_label="Search", placeholder=text or None)
    return Part(tag("form", box, tag("button", button or "Search", type="submit"), role="search"), ("form", "button"))


def filters(draw: Draw, asks: list[Ask]) -> Part:
    """Buttons that narrow down what is shown."""
    texts = bits(draw, 2, 7)
    asks.append(ask(draw, "filters", [shows(text, "button") for text in texts], s=series(draw, texts), **many(draw, len(texts))))
    return Part(tag("div", *(tag("button", text, type="button", aria_pressed="false") for text in texts), class_="row", role="group", aria_label="Filter"), ("button", "row"))
