"""Moves of a house and a shop: who is who, menus, hours, goods, reviews, forms."""

from collections.abc import Callable

from htmlbuilder.corpus.blocks.fields import dropdown, entry
from htmlbuilder.corpus.blocks.texts import amount, bit, bits, button_text, line, measure, number, quoted, raised, sign
from htmlbuilder.corpus.blocks.words import many
from htmlbuilder.corpus.draw import DAYS, Draw
from htmlbuilder.corpus.kinds.forms import Field
from htmlbuilder.corpus.labels import type_of
from htmlbuilder.corpus.markup import Html, inline, tag
from htmlbuilder.corpus.moves.rows import Move, boxes, entries, jointed, strung
from htmlbuilder.corpus.sections import anchor
from htmlbuilder.corpus.tale import Tale, amounts, named
from htmlbuilder.corpus.wish import has, shows

# What a house has


def posts(*headings: str) -> Move:
    """Roles and the people who hold them, the role first or the name."""

    def move(tale: Tale) -> None:
        draw = tale.draw
        rows = [(raised(draw.word("job_titles")) if draw.chance(0.6) else draw.word("job_titles").lower(), draw.person()) for _ in range(draw.count(1, 5))]
        entries(tale, "posts", list(dict(rows).items()), ("{0}: {1}", "{0} {1}", "{1} ({0})", "{1}, {0}", "{0} – {1}", "{1} is {0}", "{1} as {0}", "{0} is {1}", "{1} – {0}"), tale.label(*headings) if draw.chance(0.4) else "")

    return move


def top(tale: Tale) -> None:
    """The line under the heading."""
    draw = tale.draw
    text = line(draw) if draw.chance(0.6) else draw.phrase()
    tale.say("top", t=draw.keep(text) if draw.chance(0.35) else quoted(draw, text))
    tale.need("p", text)
    tale.lead = [*tale.lead, text]


def menu(source: str, *headings: str) -> Move:
    """Sections, each with things and their prices."""

    def move(tale: Tale) -> None:
        draw = tale.draw
        money = sign(draw)
        labels = [tale.label(heading) for heading in draw.some(headings, 1, 3)]
        labels = list(dict.fromkeys(labels))
        joint, around = draw.pick(("{} {}", "{} {}", "{}: {}", "{} ({})", "{} – {}", "{} for {}")), draw.pick(("{}: {}", "{}: {}", "{} ({})", "under {} {}", "{} – {}", "{} with {}", "for {} {}"))
        if "(" in joint:
            around = "{}: {}"
        groups = [(label, list({thing.replace(",", ""): amount(draw, money) for thing in (named(draw, draw.count(1, 4), source) if draw.chance(0.7) else bits(draw, 1, 4))}.items())) for label in labels]
        words = [around.format(draw.keep(label), ", ".join(joint.format(draw.keep(thing), draw.keep(cost)) for thing, cost in rows)) for label, rows in groups]
        tale.say("menu", s=draw.pick((". ", "; ", "; ", "\n")).join(words))
        tale.need("h2", *labels)
        tale.need("li", *(text for _, rows in groups for row in rows for text in row))
        for label, rows in groups:
            tale.under(label, tag("ul", *(tag("li", tag("span", thing), tag("b", cost)) for thing, cost in rows), class_="rows"))
        tale.used.add("rows")

    return move


def groups(*headings: str, source: str = "") -> Move:
    """Headings, each with a list."""

    def move(tale: Tale) -> None:
        draw = tale.draw
        labels = list(dict.fromkeys(tale.label(heading) for heading in draw.some(headings, 2, 3)))
        parts = [(label, [item.replace(",", "") for item in (named(draw, draw.count(1, 4), source) if source and draw.chance(0.6) else bits(draw, 1, 4))]) for label in labels]
        around = draw.pick(("{}: {}", "{}: {}", "{} ({})", "under {} {}", "{} – {}", "{} with {}", "{} has {}"))
        words = [around.format(draw.keep(label), ", ".join(draw.keep(item) for item in items)) for label, items in parts]
        tale.say("parts", s=draw.pick((". ", "; ", "; ", "\n")).join(words), **many(draw, len(parts)))
        tale.need("h2", *labels)
        tale.need("ul > li", *(item for _, items in parts for item in items))
        for label, items in parts:
            tale.under(label, tag("ul", *(tag("li", item) for item in items)))
        tale.used.add("list")

    return move


OPEN = (("Monday to Friday", "Saturday"), ("Mon–Fri", "Sat", "Sun"), ("Tuesday to Sunday",), ("weekdays", "weekends"), ("Wednesday", "Friday"), ("Tue", "Thu", "Sat"), ("every day",), ("in summer", "in winter"), ("Tue-Sat",), ("Thu to Sat", "Sun"), ("lunch", "dinner"), ("school days", "holidays"))


def hours(tale: Tale) -> None:
    draw = tale.draw
    spell = draw.pick(("{}–{}", "{}-{}", "{}:00–{}:00", "{} to {}", "{}.30 to {}"))
    days = [(day, draw.pick(("closed", "by appointment")) if draw.chance(0.1) else spell.format(draw.rng.randint(6, 12), draw.rng.randint(13, 23))) for day in draw.pick(OPEN)]
    tale.rows("hours", days, tale.label("Opening hours", "Hours") if draw.chance(0.25) else "", joints=("{} {}", "{}: {}", "{} {}", "{}, {}"))


def address(tale: Tale) -> None:
    draw = tale.draw
    text = f"{draw.rng.randint(1, 240)} {draw.word('streets')}" if draw.chance(0.7) else f"{draw.word('streets')} {draw.rng.randint(1, 240)}, {draw.word('towns')}"
    tale.say("address", p=draw.keep(text))
    tale.need("address", text)
    tale.show(tag("address", tag("p", text)))


VALUES: dict[str, Callable[[Draw], str]] = {
    **dict.fromkeys(("Height", "Size"), lambda d: f"{d.rng.randint(2, 220)} cm"), "Weight": lambda d: f"{d.rng.randint(1, 90)} {d.pick(('kg', 'g', 'kg'))}", "Age": lambda d: f"{d.rng.randint(1, 90)}{d.pick(('', ' years'))}",
    **dict.fromkeys(("Born", "Founded"), number), "Last seen": lambda d: f"{d.pick(DAYS)} in {d.word('streets')}", "Reward": Draw.price, "Made in": lambda d: d.word("towns"), "Name": lambda d: d.word("first_names"), "Favourite food": lambda d: d.word("foods"),
    **dict.fromkeys(("Colour", "Hair", "Eyes", "Collar", "Voice", "Condition"), lambda d: d.word("adjectives")), "Warranty": lambda d: f"{d.rng.randint(1, 10)} years",
}  # fmt: skip


def data(*labels: str) -> Move:
    """Labels and values, as on a card."""

    def move(tale: Tale) -> None:
        draw = tale.draw
        chosen = draw.some(labels, 2, 4) if draw.chance(0.7) else named(draw, draw.rng.randint(2, 4))
        rows = [(label, (VALUES[label](draw) if label in VALUES else draw.pick((bit, bit, number, measure, Draw.person, lambda d: d.word("towns"), Draw.date))(draw)).replace(",", "")) for label in chosen]
        words, _, _ = jointed(draw, rows, ("{0}: {1}", "{0} {1}", "{0} = {1}", "{0} – {1}", "{0} is {1}"))
        tale.say("data", s=strung(draw, words, False))
        tale.need("dt", *(label for label, _ in rows))
        tale.need("dd", *(value for _, value in rows))
        tale.show(tag("dl", *(part for label, value in rows for part in (tag("dt", label), tag("dd", value)))), "facts")

    return move


# What is for sale


def goods(source: str, *headings: str) -> Move:
    """Products with a price and mostly a note."""

    def move(tale: Tale) -> None:
        draw = tale.draw
        money, noted = sign(draw) or "$", draw.chance(0.5)
        things = named(draw, draw.count(1, 5), source) if draw.chance(0.7) else bits(draw, 2, 5)
        rows = [(thing.replace(",", ""), amount(draw, money), *((draw.pick((bit(draw), f"{draw.rng.randint(2, 900)} g", draw.word("adjectives"), f"{draw.rng.randint(2, 60)} left")).replace(",", ""),) if noted else ())) for thing in things]
        joints = ("{0} {1} ({2})", "{0} ({2}) {1}", "{0}: {2}, {1}", "{0} – {2} – {1}", "{0}, {2}, {1}", "{0} for {1}, {2}") if noted else ("{0} {1}", "{0} for {1}", "{0} ({1})", "{0} – {1}", "{0}: {1}", "{0} at {1}")
        boxes(tale, "goods", rows, joints, tale.label(*headings) if draw.chance(0.3) else "")

    return move


def sizes(tale: Tale) -> None:
    """Sizes or colours as little labels, or in a dropdown when one is asked for."""
    draw = tale.draw
    what, source = draw.pick((("size", ("XS", "S", "M", "L", "XL", "36", "38", "40", "42", "44", "250 g", "500 g", "1 kg", "A3", "A4", "30 cm", "50 cm")), ("colour", ("red", "sand", "moss", "ink", "mustard", "rust", "cream", "black", "sky", "plum", "natural", "olive")), ("flavour", ()), ("material", ())))
    options = draw.some(source, 2, 4) if source and draw.chance(0.7) else list(dict.fromkeys(text.replace(",", "") for text in bits(draw, 2, 4)))
    told = draw.pick((", ", ", ", " / ", "/", " or ")).join(draw.keep(option) for option in options)
    if draw.chance(0.4) and "form" not in tale.used:
        label = raised(what)
        tale.say("choose", l=draw.keep(label if draw.chance(0.4) else what), s=told)
        tale.needs += [shows(label, "form label"), *(shows(option, "select option") for option in options)]
        tale.show(tag("form", dropdown(label, options)), "form")
    else:
        tale.say("sizes", what=what, s=told)
        tale.need(".tag", *options)
        tale.show(tag("p", *(tag("span", option, class_="tag") for option in options)), "tag")


def reduced(tale: Tale) -> None:
    draw = tale.draw
    old, new = amounts(draw, 2)
    tale.say("reduced", o=draw.keep(old), p=draw.keep(new))
    tale.needs += [shows(old, "s, del"), shows(new, ".price")]
    tale.show(tag("p", inline(tag("s", old), " ", tag("b", new)), class_="price"), "price")


def review(tale: Tale) -> None:
    """What somebody said, with the name and at times where that person is from."""
    draw = tale.draw
    text = line(draw) if draw.chance(0.7) else draw.sentence()
    name = draw.person() if draw.chance(0.6) else draw.word("first_names")
    if draw.chance(0.35):
        name += draw.pick((f", {draw.word('towns')}", f", {draw.word('job_titles')}", f", {draw.brand()}", f" ({draw.rng.randint(6, 90)})"))
    tale.say("review", t=quoted(draw, text), n=draw.keep(name))
    tale.needs += [shows(text, "blockquote p"), shows(name, "cite")]
    tale.show(tag("blockquote", tag("p", text), tag("cite", name)), "quote")


def vouched(tale: Tale) -> None:
    """A quote by somebody, which is not written yet."""
    draw = tale.draw
    name = draw.person()
    if draw.chance(0.4):
        name += draw.pick((f", {draw.word('towns')}", f", {draw.brand()}", f", {draw.word('job_titles').lower()}"))
    tale.say("vouched", n=draw.keep(name))
    tale.needs += [has("blockquote p"), shows(name, "cite")]
    tale.show(tag("blockquote", tag("p", "What I have to say comes here soon."), tag("cite", name)), "quote")


def sheet(name: str, *labels: str) -> Move:
    """A form of plain fields, with a choice, a box to tick, a button, and a text after sending, as far as they are told."""

    def move(tale: Tale) -> None:
        draw = tale.draw
        if "form" in tale.used:
            return
        asked = draw.some(labels, 2, len(labels))
        if draw.chance(0.35):
            asked += [raised(draw.word("bits"))]
        asked = list(dict.fromkeys(label.replace(",", "") for label in asked))
        words, made = [draw.keep(label.lower() if draw.chance(0.4) else label) for label in asked], [Field(label, type_of(label)) for label in asked]
        rows: list[Html] = [one.html(required=False) for one in made]
        needed = [need for one in made for need in (shows(one.label, "form label"), has(f"form {one.selector}"))]
        if draw.chance(0.4):
            label, options = raised(draw.word("nouns")), list(dict.fromkeys(text.replace(",", "") for text in bits(draw, 2, 4)))
            listed = draw.pick((", ", "/", ", ", " or ", " / ")).join(draw.keep(option) for option in options)
            words.append(draw.pick(("{} ({})", "{}: {}", "a dropdown {} ({})", "a dropdown {} with {}", "{} to choose: {}", "a choice of {} ({})")).format(draw.keep(label.lower() if draw.chance(0.5) else label), listed))
            rows.append(dropdown(label, options))
            needed += [shows(label, "form label"), *(shows(option, "select option") for option in options)]
        if draw.chance(0.3):
            text = draw.pick((f"I agree to the {draw.word('nouns')} rules", "send me news", f"I bring a {draw.word('nouns')}", f"I am over {draw.rng.randint(10, 60)}", line(draw).rstrip("."))).replace(",", "")
            words.append(draw.pick(("a box to tick {}", "a checkbox {}", "a tick box saying {}", "checkbox: {}", "a box {} to tick")).format(quoted(draw, text)))
            rows.append(entry(text, "checkbox"))
            needed += [shows(text, "label:has(input[type=checkbox])")]
            tale.used.add("check")
        mark = draw.pick(("signup", "contact", "order-form", "booking", "form1", anchor(draw.word("nouns")) or "request")) if draw.chance(0.1) else ""
        text = button_text(draw)
        tale.say(name, s=strung(draw, words, any("(" in word or ":" in word for word in words) and draw.chance(0.3)), b=tale.told(text))
        tale.needs += [*needed, shows(text, "form button")]
        if any(one.type == "checkbox" for one in made):
            tale.used.add("check")
        if mark:
            tale.say("form.id", i=draw.keep(mark))
            tale.needs.append(has(f'form[id="{mark}"]'))
        thanks = ""
        if not mark and draw.chance(0.25):
            thanks = line(draw)
            tale.say("thanked", t=quoted(draw, thanks))
            tale.needs += [has("script"), shows(thanks, "#thanks[hidden]")]
            tale.used.add("script:thanks")
        tale.show(tag("form", *rows, tag("button", text, type="submit"), id="sheet" if thanks else mark or None), "form", "button")
        if thanks:
            tale.show(tag("p", thanks, id="thanks", role="status", hidden=True))

    return move
