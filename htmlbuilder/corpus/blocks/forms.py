"""Blocks that people fill in: forms whose fields have attributes, sign-up, choices, a quiz, search and filters."""

from dataclasses import dataclass

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus.blocks.texts import bit, bits, button_text, line, quoted, series
from htmlbuilder.corpus.blocks.words import ask, many, say
from htmlbuilder.corpus.draw import Draw, records
from htmlbuilder.corpus.kinds.forms import Field, type_of
from htmlbuilder.corpus.markup import Html, inline, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.style import COLOR_WORDS, legible
from htmlbuilder.corpus.wish import Ask, has, shows


@dataclass(slots=True)
class Asked:
    """A field as the prompt names it: the words, its markup, and what the page must then have."""

    words: str
    html: Html
    needs: list[Requirement]
    plain: str = ""  # the label, where nothing is asked but the field
    apart: str = ""  # a sentence of its own, for what the words in the row of fields leave out


def _named(label: str) -> str:
    return "".join(letter if letter.isalnum() and letter.isascii() else "-" for letter in label.lower()).strip("-") or "field"


def _input(label: str, kind: str = "text", **attributes: str | int | bool | None) -> Html:
    return tag("label", label, tag("input", type=kind, name=_named(label), **attributes))


def _value(draw: Draw, kind: str) -> str:
    """Something that could stand in a field of that type."""
    return {"email": draw.email, "tel": draw.phone, "url": draw.url}.get(kind, lambda: bit(draw))()


def _attribute(draw: Draw, label: str, name: str) -> Asked:
    """The field with one attribute that the prompt names."""
    k, kind = draw.keep(label), type_of(label)
    basic = kind if kind in ("email", "tel", "url", "password", "date") else "text"
    low, high = draw.rng.randint(0, 9), draw.rng.randint(10, draw.pick((20, 60, 200)))
    slots: dict[str, str] = {"k": k}
    if name == "required":
        html, where = _input(label, basic, required=True), "input[required]"
    elif name == "optional":
        html, where = _input(label, basic), "input:not([required])"
    elif name == "placeholder":
        text = _value(draw, basic)
        slots["v"] = quoted(draw, text)
        html, where = _input(label, "text" if basic == "date" else basic, placeholder=text), f'input[placeholder="{_css(text)}"]'
    elif name == "value":
        text = _value(draw, basic)
        slots["v"] = quoted(draw, text)
        html, where = _input(label, "text" if basic == "date" else basic, value=text), f'input[value="{_css(text)}"]'
    elif name == "max":
        slots["v"] = str(high)
        html, where = _input(label, "number", max=high), f'input[type=number][max="{high}"]'
    elif name == "min":
        slots["v"] = str(low)
        html, where = _input(label, "number", min=low), f'input[type=number][min="{low}"]'
    elif name == "range":
        slots |= {"u": str(low), "v": str(high)}
        html, where = _input(label, "number", min=low, max=high), f'input[type=number][min="{low}"][max="{high}"]'
    elif name == "both":
        text = _value(draw, basic)
        slots["v"] = quoted(draw, text)
        html, where = _input(label, "text" if basic == "date" else basic, placeholder=text, required=True), f'input[required][placeholder="{_css(text)}"]'
    elif name == "stepper":
        start = draw.rng.randint(low, high)
        slots |= {"u": str(low), "v": str(high), "d": str(start)}
        html, where = _input(label, "number", min=low, max=high, value=start), f'input[type=number][min="{low}"][max="{high}"][value="{start}"]'
    elif name == "minlength":
        slots["v"] = str(high)
        html, where = _input(label, "text" if basic == "date" else basic, minlength=high), f'input[minlength="{high}"]'
    elif name == "bighint":
        text = _value(draw, "text")
        slots["v"] = quoted(draw, text)
        html, where = tag("label", label, tag("textarea", name=_named(label), rows=4, placeholder=text)), f'textarea[placeholder="{_css(text)}"]'
    elif name == "readonly":
        text = _value(draw, basic)
        slots["v"] = quoted(draw, text)
        html, where = _input(label, "text" if basic == "date" else basic, value=text, readonly=True), f'input[readonly][value="{_css(text)}"]'
    elif name == "length":
        slots["v"] = str(high)
        html, where = _input(label, "text" if basic == "date" else basic, maxlength=high), f'input[maxlength="{high}"]'
    elif name == "slider":
        slots |= {"u": str(low), "v": str(high)}
        html, where = _input(label, "range", min=low, max=high), f'input[type=range][min="{low}"][max="{high}"]'
    elif name == "big":
        html, where = tag("label", label, tag("textarea", name=_named(label), rows=4)), "textarea"
    elif name == "file":
        html, where = _input(label, "file"), "input[type=file]"
    elif name == "type":
        kind = draw.pick(("date", "number", "time", "email", "password", "url", "color"))
        slots["kind"] = {"color": "colour", "url": draw.pick(("url", "web address"))}.get(kind, kind)
        html, where = _input(label, kind), f"input[type={kind}]"
    elif name in ("tick", "ticked"):
        slots = {"q": draw.quote(label)} if name == "ticked" else {draw.pick(("q", "k")): draw.quote(label)}
        html = tag("label", inline(tag("input", type="checkbox", name=_named(label), checked=name == "ticked"), " ", label), class_="check")
        where = "input[type=checkbox][checked]" if name == "ticked" else "input[type=checkbox]"
    else:
        return _choices(draw, label, name)
    needs = [shows(label, f"label:has({where})")]
    if name in APART and draw.chance(0.4):
        return Asked(k, html, needs, apart=say(draw, f"attribute.{name}", "s", **slots))
    return Asked(say(draw, f"attribute.{name}", **slots), html, needs)


def _choices(draw: Draw, label: str, name: str) -> Asked:
    """A field with options to choose from."""
    k = draw.keep(label)
    options = ["Yes", "No"] if name == "yesno" else list(dict.fromkeys(draw.word("bits") if draw.chance(0.7) else str(draw.rng.randint(1, 60)) for _ in range(draw.rng.randint(2, 6))))
    joined = draw.pick((", ", "/", ", ", " or ", " / ", " | ")).join(draw.keep(option) for option in options)
    if name == "radio":
        html = tag("fieldset", tag("legend", label), *(tag("label", inline(tag("input", type="radio", name=_named(label)), " ", option), class_="check") for option in options))
        return Asked(say(draw, "attribute.radio", k=k, v=joined), html, [shows(label, "legend"), *(shows(option, "label:has(input[type=radio])") for option in options)])
    chosen = draw.pick(options) if name == "selected" else None
    html = tag("label", label, tag("select", *(tag("option", option, selected=option == chosen) for option in options), name=_named(label)))
    needs = [shows(label, "label:has(select)"), *(shows(option, "option") for option in options)]
    if name == "yesno":
        return Asked(say(draw, "attribute.yesno", k=k), html, needs)
    if chosen is None:
        return Asked(say(draw, "attribute.select", k=k, v=joined), html, needs)
    return Asked(say(draw, "attribute.selected", k=k, v=joined, d=draw.keep(chosen)), html, [*needs, shows(chosen, "option[selected]")])


def _css(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


ATTRIBUTES = (
    "select", "select", "selected", "required", "required", "optional", "placeholder", "placeholder", "value", "max", "min", "range", "length", "slider", "radio", "big", "big", "tick", "ticked", "yesno", "type", "type", "file", "both", "stepper", "minlength", "bighint", "readonly",
)  # fmt: skip
APART = ("required", "optional", "placeholder", "value")


def fields(draw: Draw, number: int, attributed: float) -> list[Asked]:
    """That many fields, some of them with an attribute."""
    found: list[Asked] = []
    for label in dict.fromkeys(draw.pick(records("fields"))[0].lower() if draw.chance(0.6) else bit(draw) for _ in range(number)):
        if draw.chance(attributed):
            found.append(_attribute(draw, label, draw.pick(ATTRIBUTES)))
        else:
            plain = Field(label, type_of(label))
            found.append(Asked(draw.keep(label), plain.html(required=False), [shows(label, "label"), has(plain.selector)], label))
    return found


def form(draw: Draw, asks: list[Ask]) -> Part:
    """A form with the brief's own fields."""
    if draw.chance(0.08):
        return _grouped(draw, asks)
    asked = fields(draw, draw.count(1, draw.pick((4, 7, 7, 12))), draw.pick((0.0, 0.0, 0.35, 0.6, 1.0)))
    told = [one.words for one in asked]
    button = button_text(draw) if draw.chance(0.65) else ""
    spoken = ", ".join(told[:-1]) + draw.pick((" and ", " and ", ", and ", " plus ", " as well as ")) + told[-1] if len(told) > 1 else told[0]
    bullet = draw.pick(("- ", "* ", "• ", ""))
    slots = {"s": draw.pick((", ", ", ", "; ", " / ")).join(told), "spoken": spoken, "list": "\n" + "\n".join(bullet + words for words in told) + "\n"}
    needed = [has("form"), *(requirement for one in asked if not one.apart for requirement in one.needs)]
    name = draw.pick(("s", "spoken", "spoken", "list"))
    if button:
        needed.append(shows(button, "form button"))
        asks.append(ask(draw, "form.button", needed, **{name: slots[name]}, b=draw.quote(button), **many(draw, len(told))))
    else:
        asks.append(ask(draw, "form", needed, **{name: slots[name]}, **many(draw, len(told))))
    style = None
    if button and draw.chance(0.2):
        color = draw.pick(tuple(COLOR_WORDS))
        style = f"background: {COLOR_WORDS[color]}; color: {legible(COLOR_WORDS[color])}"
        asks.append(ask(draw, "form.color", (Requirement(selector="form button", text=button, color=COLOR_WORDS[color]),), b=draw.quote(button), c=color))
    reset = button_text(draw) if draw.chance(0.07) else ""
    if reset:
        asks.append(ask(draw, "form.reset", (shows(reset, "button[type=reset]"),), b=draw.quote(reset)))
    everything = draw.chance(0.1) and all(one.plain for one in asked)
    if everything:
        asked = [Asked(one.words, Field(one.plain, type_of(one.plain)).html(), one.needs, plain=one.plain) for one in asked]
        asks.append(ask(draw, "form.required", (has(":is(input, textarea)[required]", len(asked)),)))
    asks += [Ask(says=(one.apart,), requires=tuple(one.needs)) for one in asked if one.apart]
    checks = any('class="check"' in one.html for one in asked)
    return Part(tag("form", *(one.html for one in asked), tag("button", button or "Send", type="submit", style=style), tag("button", reset, type="reset") if reset else None), ("form", *(("check",) if checks else ()), "button"))


def _grouped(draw: Draw, asks: list[Ask]) -> Part:
    """Fields in groups, each group with its legend."""
    groups = [(legend, list(dict.fromkeys(draw.pick(records("fields"))[0].lower() for _ in range(draw.rng.randint(1, 3))))) for legend in bits(draw, 2, 3)]
    joint = draw.pick(("{} ({})", "{}: {}", "{} with {}", "{} – {}"))
    s = draw.pick(("; ", "; ", "\n", " / ")).join(joint.format(draw.keep(legend), ", ".join(draw.keep(label) for label in labels)) for legend, labels in groups)
    needed = [requirement for legend, labels in groups for requirement in (shows(legend, "legend"), *(shows(label, "fieldset label") for label in labels))]
    asks.append(ask(draw, "form.groups", needed, s=s, **many(draw, len(groups))))
    made = [tag("fieldset", tag("legend", legend), *(Field(label, type_of(label)).html(required=False) for label in labels)) for legend, labels in groups]
    checks = any('class="check"' in one for one in made)
    return Part(tag("form", *made, tag("button", "Send", type="submit")), ("form", *(("check",) if checks else ()), "button"))


def signup(draw: Draw, asks: list[Ask]) -> Part:
    """A box to leave an email address."""
    button = button_text(draw) if draw.chance(0.7) else ""
    if button:
        asks.append(ask(draw, "signup.button", (has("input[type=email]"), shows(button, "button")), b=draw.quote(button)))
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


def quiz(draw: Draw, asks: list[Ask]) -> Part:
    """A question with answers to press, one of which is right."""
    options, question = bits(draw, 2, 5), _question(draw)
    right = draw.pick(options)
    needed = [shows(question), has("script"), *(shows(option, "button") for option in options), shows(right, "button[data-right]")]
    asks.append(ask(draw, "quiz", needed, q=quoted(draw, question), s=series(draw, options), r=draw.keep(right)))
    buttons = [tag("button", option, type="button", data_right=option == right, class_="answer") for option in options]
    return Part(Html("\n".join((tag("p", tag("b", question)), tag("div", *buttons, class_="row"), tag("output", "", id="verdict")))), ("button", "row", "script:quiz"))


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
