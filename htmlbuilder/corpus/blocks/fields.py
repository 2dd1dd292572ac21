"""The fields of a form as prompts name them: plain, with an attribute, or with options to choose from."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus.blocks.texts import amount, bit, odd, quoted
from htmlbuilder.corpus.blocks.words import say, says
from htmlbuilder.corpus.draw import Draw, records
from htmlbuilder.corpus.kinds.forms import Field
from htmlbuilder.corpus.labels import type_of
from htmlbuilder.corpus.markup import Html, inline, tag
from htmlbuilder.corpus.wish import has, shows


@dataclass(slots=True)
class Asked:
    """A field as the prompt names it: the words, its markup, and what the page must then have."""

    words: str
    html: Html
    needs: list[Requirement]
    plain: str = ""  # the label, where nothing is asked but the field
    apart: str = ""  # a sentence of its own, for what the words in the row of fields leave out


def named(label: str) -> str:
    """The label as the name of a field."""
    return "".join(letter if letter.isalnum() and letter.isascii() else "-" for letter in label.lower()).strip("-") or "field"


def css(text: str) -> str:
    """The text inside the quotes of a selector."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def entry(label: str, kind: str = "text", **attributes: str | int | bool | None) -> Html:
    """A labelled field: an input of type `kind`, or a textarea."""
    if kind == "textarea":
        return tag("label", label, tag("textarea", name=named(label), rows=4, **attributes))
    box = tag("input", type=kind, name=named(label), **attributes)
    return tag("label", inline(box, " ", label), class_="check") if kind == "checkbox" else tag("label", label, box)


def starred(label: str) -> Html:
    """A required field with an asterisk at its label."""
    kind = type_of(label)
    return entry(f"{label} *", "text" if kind == "checkbox" else kind, required=True)


def picks(label: str, options: Sequence[str], kind: str = "radio", row: bool = False, chosen: str | None = None) -> Html:
    """Options to click under one legend: radio buttons, or tick boxes."""
    boxes = [tag("label", inline(tag("input", type=kind, name=named(label), value=option, checked=option == chosen), " ", option), class_="check") for option in options]
    return tag("fieldset", tag("legend", label), *((tag("div", *boxes, class_="row"),) if row else boxes))


def dropdown(label: str, options: Sequence[str], chosen: str | None = None) -> Html:
    return tag("label", label, tag("select", *(tag("option", option, selected=option == chosen) for option in options), name=named(label)))


def label_of(draw: Draw) -> str:
    """What a field is called: known, or called so by nobody before."""
    form = draw.rng.random()
    if form < 0.58:
        label = draw.pick(records("fields"))[0]
        return label.lower() if draw.chance(0.7) else label
    if form < 0.66:
        return f"{draw.word('nouns')} {draw.pick(('name', 'number', 'size', 'type', 'colour', 'date', 'notes', 'code', 'address', 'details'))}"
    if form < 0.74:
        return draw.pick(("what", "when", "where", "why", "how many", "which", "who")) + draw.pick((f" {draw.word('nouns')}", f" is the {draw.word('nouns')}", f" to {draw.word('verbs')}", ""))
    return bit(draw)


def option_of(draw: Draw) -> str:
    """Something to choose: a word, a size, a time, an amount, or something odd."""
    form, number = draw.rng.random(), draw.rng.randint(1, 60)
    if form < 0.6:
        return draw.word("bits")
    if form < 0.8:
        return draw.pick((
            f"{number}", f"{number} kg", f"{number}cm", f"{number % 12 + 1}pm", f"{number % 12 + 1}–{number % 12 + 3} am", f"{number % 9}x{number % 7 + 1}", f"{number}+", f"{number}-{number + 5}", f"A{number % 7}", f"{number % 3 + 1}.5 l", f"half {draw.word('nouns')}", f"under {number}",
            f"{number} min", f"no {draw.word('nouns')}", f"size {number}", f"group {draw.pick('ABCDEF')}", f"{number}%", "other", "none", "any", "don't know", "S", "M", "L", "XL",
        ))  # fmt: skip
    if form < 0.88:
        return f"{draw.word('nouns')} {draw.pick(('({})', '– {}', '{}', '+{}')).format(amount(draw, draw.pick(('$', '€', '£', ' €', ' kr'))))}"
    return odd(draw) if form < 0.91 else draw.word(draw.pick(("foods", "towns", "subjects", "products", "plan_names", "adjectives", "first_names")))


def options_of(draw: Draw, low: int = 2, high: int = 6) -> list[str]:
    number = draw.rng.randint(low, high)
    source: Callable[[], str] = (lambda: option_of(draw)) if draw.chance(0.6) else lambda: draw.word(kind)
    kind = draw.pick(("bits", "adjectives", "nouns", "foods", "towns", "first_names", "name_words"))
    return list(dict.fromkeys(source() for _ in range(number)))


JOINTS = (", ", ", ", ", ", "/", " / ", " | ", " or ", "; ", " · ", ",")
TIGHT = ("/", ",")  # tell apart single words only
TRICKY = re.compile(r"[,;/|·]| or | and ")
BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def joined(draw: Draw, options: Sequence[str]) -> str:
    """The options as people type them in a row; quoted where a mark in one of them would mislead."""
    tricky, spaced = any(TRICKY.search(option) for option in options), any(" " in option for option in options)
    joint = draw.pick([joint for joint in JOINTS if joint not in TIGHT or not (tricky or spaced)])
    words = [quoted(draw, option) for option in options] if tricky or draw.chance(0.12) else [draw.keep(option) for option in options]
    if joint == ", " and len(words) > 1 and draw.chance(0.35):
        return ", ".join(words[:-1]) + draw.pick((" or ", " and ", ", or ")) + words[-1]
    return joint.join(words)


def _value(draw: Draw, kind: str) -> str:
    """Something that could stand in a field of that type."""
    return {"email": draw.email, "tel": draw.phone, "url": draw.url}.get(kind, lambda: bit(draw))()


def attribute(draw: Draw, label: str, name: str) -> Asked:
    """The field with one attribute that the prompt names."""
    k, kind = draw.keep(label), type_of(label)
    line = kind if kind in ("email", "tel", "url", "password", "textarea") else "text"  # takes a text that is shown
    basic = kind if line == "text" else line
    low, high = draw.rng.randint(0, 9), draw.rng.randint(10, draw.pick((20, 60, 200)))
    slots: dict[str, str] = {"k": k}
    element = "textarea" if line == "textarea" else "input"
    if name == "required":
        html, where = entry(label, basic, required=True), f"{element}[required]"
    elif name == "optional":
        html, where = entry(label, basic), f"{element}:not([required])"
    elif name == "star":
        html, where = starred(label), f"label:has({element}[required])"
        return Asked(say(draw, "attribute.star", k=k), html, [shows(label, where), shows("*", where)])
    elif name in ("placeholder", "both"):
        text = _value(draw, line)
        slots["v"] = quoted(draw, text)
        html, where = entry(label, line, placeholder=text, required=name == "both"), f'{element}{"[required]" if name == "both" else ""}[placeholder="{css(text)}"]'
    elif name in ("value", "readonly"):
        line = "text" if line == "textarea" else line
        text = _value(draw, line)
        slots["v"] = quoted(draw, text)
        html, where = entry(label, line, value=text, readonly=name == "readonly"), f'input{"[readonly]" if name == "readonly" else ""}[value="{css(text)}"]'
    elif name == "max":
        slots["v"] = str(high)
        html, where = entry(label, "number", max=high), f'input[type=number][max="{high}"]'
    elif name == "min":
        slots["v"] = str(low)
        html, where = entry(label, "number", min=low), f'input[type=number][min="{low}"]'
    elif name in ("range", "range.bare"):
        slots |= {"u": str(low), "v": str(high)}
        html, where = entry(label, "number", min=low, max=high), f'input[type=number][min="{low}"][max="{high}"]'
    elif name == "stepper":
        start = draw.rng.randint(low, high)
        slots |= {"u": str(low), "v": str(high), "d": str(start)}
        html, where = entry(label, "number", min=low, max=high, value=start), f'input[type=number][min="{low}"][max="{high}"][value="{start}"]'
    elif name in ("length", "minlength"):
        slots["v"] = str(high)
        key = "maxlength" if name == "length" else "minlength"
        html, where = entry(label, line, **{key: high}), f'{element}[{key}="{high}"]'
    elif name == "digits":
        number = draw.rng.randint(3, 9)
        slots["v"] = str(number)
        html, where = entry(label, pattern=f"[0-9]{{{number}}}", inputmode="numeric"), f'input[pattern="[0-9]{{{number}}}"]'
    elif name == "slider":
        slots |= {"u": str(low), "v": str(high)}
        html, where = entry(label, "range", min=low, max=high), f'input[type=range][min="{low}"][max="{high}"]'
    elif name == "big":
        html, where = entry(label, "textarea"), "textarea"
    elif name == "bighint":
        text = _value(draw, "text")
        slots["v"] = quoted(draw, text)
        html, where = entry(label, "textarea", placeholder=text), f'textarea[placeholder="{css(text)}"]'
    elif name == "help":
        text = draw.word("lines").rstrip(".") if draw.chance(0.5) else bit(draw)
        slots["v"] = quoted(draw, text)
        html = tag("label", label, tag("textarea", name=named(label), rows=4) if basic == "textarea" else tag("input", type="text" if basic == "checkbox" else basic, name=named(label)), tag("small", text))
        return Asked(say(draw, "attribute.help", **slots), html, [shows(label, f"label:has({element})"), shows(text, "label small")])
    elif name == "file":
        html, where = entry(label, "file"), "input[type=file]"
    elif name == "type":
        kind = draw.pick(("date", "number", "time", "email", "password", "url", "color", "tel", "date", "number", "datetime-local", "month"))
        spoken = {"color": "colour", "url": draw.pick(("url", "web address")), "tel": draw.pick(("tel", "phone number")), "datetime-local": draw.pick(("date and time", "date + time")), "date": draw.pick(("date", "date", "date picker", "calendar date"))}
        slots["kind"] = spoken.get(kind, kind)
        html, where = entry(label, kind), f"input[type={kind}]"
    elif name in ("tick", "ticked"):
        slots = {"q": draw.quote(label)} if name == "ticked" else {draw.pick(("q", "k")): draw.quote(label)}
        html, where = entry(label, "checkbox", checked=name == "ticked"), "input[type=checkbox][checked]" if name == "ticked" else "input[type=checkbox]"
    elif name in ("kind.date", "kind.time"):
        kind = name.removeprefix("kind.")
        html, where = entry(label, kind), f"input[type={kind}]"
    elif name in ("pair", "twice", "strength"):
        return _pair(draw, name)
    elif name in ("scale", "scale.bare"):
        return _scale(draw, label, name)
    else:
        return choices(draw, label, name)
    return _told(draw, name, label, html, [shows(label, f"label:has({where})")], slots)


def _told(draw: Draw, name: str, label: str, html: Html, needs: list[Requirement], slots: dict[str, str]) -> Asked:
    """The field in its words, sometimes in a sentence of its own."""
    if "k" in slots and says(f"attribute.{name}", frozenset(slots)) and draw.chance(0.3):
        return Asked(draw.keep(label), html, needs, apart=say(draw, f"attribute.{name}", "s", **slots))
    return Asked(say(draw, f"attribute.{name}", **slots), html, needs)


ENDS = (("arrival", "departure"), ("from", "to"), ("check-in", "check-out"), ("start", "end"), ("pick-up", "return"), ("first day", "last day"), ("from", "until"), ("start date", "end date"), ("begin", "end"), ("drop-off", "collection"), ("valid from", "valid until"), ("move in", "move out"))


def _pair(draw: Draw, name: str) -> Asked:
    """Two things that belong together: the ends of a period, a password and once more, a password and how strong it is."""
    if name == "twice":
        needs = [has("input[type=password]", 2)]
        html = Html(f"{entry('password', 'password')}\n{entry('repeat password', 'password')}")
        return Asked(say(draw, "attribute.twice"), html, needs)
    if name == "strength":
        html = Html(f"{entry('password', 'password', id='secret')}\n{tag('label', 'Password strength', tag('meter', id='strength', min=0, max=4, value=0))}")
        return Asked(say(draw, "attribute.strength"), html, [shows("password", "label:has(#secret)"), has("meter#strength"), has("script")])
    kind = draw.pick(("date", "date", "date", "time"))
    ends = [pair for pair in ENDS if kind == "date" or not re.search("da[ty]|arriv|in$", pair[0])]
    first, last = draw.pick(ends) if draw.chance(0.75) else (f"{draw.word('nouns')} {draw.pick(('starts', 'opens', 'begins'))}", f"{draw.word('nouns')} {draw.pick(('ends', 'closes', 'is over'))}")
    needs = [shows(label, f"label:has(input[type={kind}])") for label in (first, last)]
    return Asked(say(draw, f"attribute.pair.{kind}", a=draw.keep(first), b=draw.keep(last)), Html(f"{entry(first, kind)}\n{entry(last, kind)}"), needs)


def _scale(draw: Draw, label: str, name: str) -> Asked:
    """A row of numbers, of which one is clicked."""
    low, high = draw.pick((0, 1, 1, 1, 1)), draw.pick((3, 4, 5, 5, 5, 6, 7, 10, 10))
    numbers = [str(number) for number in range(low, high + 1)]
    needs = [shows(label, "legend"), has("fieldset input[type=radio]", len(numbers)), *(shows(number, "label:has(input[type=radio])") for number in (numbers[0], numbers[-1]))]
    return _told(draw, name, label, picks(label, numbers, row=True), needs, {"k": draw.keep(label), "u": str(low), "v": str(high)})


def choices(draw: Draw, label: str, name: str, known: Sequence[str] = ()) -> Asked:
    """A field with options to choose from: those that are `known`, or any."""
    k = draw.keep(label)
    options = ["Yes", "No"] if "yesno" in name else list(known) or options_of(draw, 2, draw.pick((4, 6, 6, 9)))
    slots = {"k": k} if "yesno" in name else {"k": k, "v": joined(draw, options)}
    if name in ("radio", "radio.yesno", "several"):
        kind = "checkbox" if name == "several" else "radio"
        needs = [shows(label, "legend"), *(shows(option, f"label:has(input[type={kind}])") for option in options)]
        return _told(draw, name, label, picks(label, options, kind), needs, slots)
    chosen = draw.pick(options) if name == "selected" else None
    needs = [shows(label, "label:has(select)"), *(shows(option, "option") for option in options)]
    if chosen is not None:
        slots["d"] = draw.keep(chosen)
        needs.append(shows(chosen, "option[selected]"))
    return _told(draw, name, label, dropdown(label, options, chosen), needs, slots)


ATTRIBUTES = (
    "select", "select", "select", "select", "select", "selected", "required", "required", "optional", "placeholder", "placeholder", "value", "max", "min", "range", "range", "length", "slider", "radio", "radio", "several", "several", "big", "big", "big", "tick", "tick", "tick", "ticked", "yesno", "radio.yesno", "type", "type",
    "type", "file", "both", "stepper", "minlength", "bighint", "readonly", "pair", "pair", "twice", "scale", "scale", "digits", "help",
)  # fmt: skip


def fields(draw: Draw, number: int, attributed: float) -> list[Asked]:
    """That many fields, some of them with an attribute; no label twice."""
    found: list[Asked] = []
    labels: set[str] = set()
    for label in dict.fromkeys(label_of(draw) for _ in range(number)):
        one = attribute(draw, label, draw.pick(ATTRIBUTES)) if draw.chance(attributed) else plain(draw, label)
        own = {each.text.lower() for each in one.needs} or {""}
        if own & labels and found:
            continue
        labels |= own
        found.append(one)
    return found


def plain(draw: Draw, label: str) -> Asked:
    """A field of which nothing is said but its label."""
    field = Field(label, type_of(label))
    return Asked(draw.keep(label), field.html(required=False), [shows(label, f"label:has({field.selector})")], label)


def sensible(draw: Draw, number: int, own: Sequence[str] = ()) -> list[Asked]:
    """Fields that forms of one purpose or two have (of `own` labels, or any), with what is usually asked of them."""
    labels = list(own) or list(dict.fromkeys(label for _ in range(draw.pick((1, 1, 2))) for label in draw.pick(records("purposes"))[1].split(";")))
    low = draw.chance(0.75)
    found: dict[str, Asked] = {}
    for label in (draw.rng.sample(labels, min(number, len(labels))) if draw.chance(0.4) else labels[:number]):
        name, options, typed = split(label.lower() if low else label)
        if options:
            found[name] = choices(draw, name, draw.pick(("select", "select", "select", "radio", "selected", "several")), [option if draw.chance(0.9) else option.lower() for option in label.partition("=")[2].split("/")])
        elif typed == "yes/no":
            found[name] = choices(draw, name, draw.pick(("yesno", "yesno", "radio.yesno")))
        elif typed:
            found[name] = Asked(say(draw, "attribute.type", k=draw.keep(name), kind=typed), entry(name, typed), [shows(name, f"label:has(input[type={typed}])")])
        else:
            usual = {"textarea": ("big", "big", "letters", "optional"), "number": ("range", "range", "max", "min"), "file": ("file",), "tel": ("optional", "required"), "email": ("required", "placeholder"), "checkbox": ("tick",)}.get(type_of(name), ("required", "optional", "help", "placeholder"))
            wanted = draw.pick(usual)
            found[name] = attribute(draw, name, wanted) if wanted != "letters" and draw.chance(0.3 if wanted in ("required", "optional", "help", "placeholder") else 0.6) else plain(draw, name)
    return list({each.needs[0].text.lower(): each for each in found.values()}.values())


def split(label: str) -> tuple[str, list[str], str]:
    """What a line of the bank of purposes says of a field: (label, options, type), such as `Size=S/M/L` or `From (date)`."""
    name, _, options = label.partition("=")
    typed = re.fullmatch(r"(.+) \((date|time|number|yes/no)\)", name)
    return (typed[1], [], typed[2]) if typed else (name, options.split("/") if options else [], "")


BULLETS = ("- ", "* ", "• ", "", "– ", "> ", "[ ] ", "-> ", "+ ")


def outside(words: str) -> str:
    """The words without what stands in brackets."""
    return BRACKETED.sub("", words)


def settled(draw: Draw, asked: Sequence[Asked]) -> list[Asked]:
    """The fields, mostly with the one whose choices stand in no brackets at the end, where no other name can be taken for a choice."""
    loose = [one for one in asked if TRICKY.search(outside(one.words))]
    if len(loose) != 1 or draw.chance(0.3):
        return list(asked)
    return [*(one for one in asked if one is not loose[0]), *loose]


def row(draw: Draw, told: Sequence[str]) -> dict[str, str]:
    """The fields in a row: one of {s} (separated), {spoken} (as one says it) and {list} (on lines of their own)."""
    form = draw.rng.random()
    bare = [outside(words) for words in told]
    loose = any(TRICKY.search(words) for words in bare[:-1])
    if form < 0.2 or (loose and form < 0.35):
        return _lines(draw, told)
    if loose:
        marks = [mark for mark in ("; ", "; ", " | ", " + ", " // ", ". ") if not any(mark.strip() in words for words in bare)]
        return {"s": draw.pick(marks).join(told)} if marks else _lines(draw, told)
    if len(told) > 1 and TRICKY.search(bare[-1]):
        return {"s": draw.pick((", ", ", ", "; ", ", and ")).join((draw.pick((", ", ", ", "; ")).join(told[:-1]), told[-1]))}
    if form < 0.55 and len(told) > 1:
        return {"spoken": ", ".join(told[:-1]) + draw.pick((" and ", " and ", ", and ", " plus ", " as well as ", " and also ")) + told[-1]}
    if form < 0.6:
        return {"spoken": draw.pick((" and ", " + ", ", ")).join(told)}
    return {"s": draw.pick((", ", ", ", ", ", ", ", "; ", " / ", " + ", " | ", " · ", ",")).join(told)}


def _lines(draw: Draw, told: Sequence[str]) -> dict[str, str]:
    numbered, bullet = draw.chance(0.2), draw.pick(BULLETS)
    return {"list": "\n" + "\n".join((f"{place}. " if numbered else bullet) + words for place, words in enumerate(told, 1)) + "\n"}
