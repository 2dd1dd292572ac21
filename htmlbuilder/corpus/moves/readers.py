"""Moves for readers: questions and answers, news, subheadings, what is made up, what a letter says."""

from htmlbuilder.corpus.blocks.texts import bit, bits, button_text, digits, line, quoted, raised
from htmlbuilder.corpus.blocks.words import many
from htmlbuilder.corpus.draw import Draw, articled
from htmlbuilder.corpus.markup import inline, tag
from htmlbuilder.corpus.moves.rows import ANSWER, SOON, Move, boxes
from htmlbuilder.corpus.tale import Tale, named
from htmlbuilder.corpus.wish import has, shows

# What readers get


def answers(tale: Tale) -> None:
    """Questions and answers: all given, or the first of so many, or questions alone."""
    draw = tale.draw
    form = draw.rng.random()
    asked = [draw.question()[0] if draw.chance(0.6) else f"{raised(draw.pick(('what about', 'who takes', 'is there', 'do I need', 'how long is', 'why is there', 'can I bring')))} {draw.pick(('the', 'a', 'my'))} {draw.word('nouns')}?" for _ in range(draw.rng.randint(1, 4))]
    asked = [articled(question.replace(",", "")) for question in dict.fromkeys(asked)]

    def told() -> str:
        return draw.pick((draw.sentence(), line(draw), bit(draw), f"{raised(tale.drawn('fact'))}."))

    if form < 0.3:
        number, answer = draw.rng.randint(2, 5), told()
        rows = [(asked[0], answer), *((f"Question {place}", f"Answer {place}") for place in range(2, number + 1))]
        tale.say("faq.first", q=quoted(draw, asked[0]), t=quoted(draw, answer), **many(draw, number))
        tale.needs += [has("details", number), shows(asked[0], "summary"), shows(answer, "details p")]
    elif form < 0.75:
        rows = [(question, told()) for question in asked]
        joint = draw.pick(('"{}" – "{}"', "{} {}", "{} ({})", '{} "{}"', "{} – {}", "Q: {} A: {}", "{} -> {}"))
        words = [joint.format(draw.keep(question), draw.keep(answer)) for question, answer in rows]
        tale.say("faq", s=draw.pick(("; ", "; ", "\n", " / ")).join(words), **many(draw, len(rows)))
        tale.needs += [need for question, answer in rows for need in (shows(question, "summary"), shows(answer, "details p"))]
    else:
        rows = [(question, ANSWER) for question in asked]
        tale.say("faq.asked", s=draw.pick((" ", "; ", ", ", "\n")).join(draw.keep(question) for question in asked), **many(draw, len(rows)))
        tale.need("summary", *asked)
    for question, answer in rows:
        tale.show(tag("details", tag("summary", question), tag("p", answer)), "faq")


def sorted_answers(*headings: str) -> Move:
    """Questions in groups, each group with a heading."""

    def move(tale: Tale) -> None:
        draw = tale.draw
        labels = list(dict.fromkeys(tale.label(heading) for heading in draw.some(headings, 2, 2)))
        parts = [(label, list(dict.fromkeys(draw.question()[0].replace(",", "") for _ in range(draw.rng.randint(1, 2))))) for label in labels]
        joint = draw.pick(("{}: {}", "under {}: {}", "{} ({})", "group {}: {}", "{} – {}"))
        words = [joint.format(draw.keep(label), " ".join(draw.keep(question) for question in asked)) for label, asked in parts]
        tale.say("faq.groups", s=draw.pick((". ", "; ", "\n")).join(words), **many(draw, len(parts)))
        tale.need("h2", *labels)
        tale.need("summary", *(question for _, asked in parts for question in asked))
        for label, asked in parts:
            tale.show(tag("section", tag("h2", label), *(tag("details", tag("summary", question), tag("p", ANSWER)) for question in asked)), "section", "faq")

    return move


def news(*headings: str) -> Move:
    """Short stories, each with a heading and a text."""

    def move(tale: Tale) -> None:
        draw = tale.draw
        rows = [(title.replace(",", ""), draw.pick((draw.sentence(), line(draw), f"{raised(tale.drawn('event'))}."))) for title in dict.fromkeys(draw.pick((draw.phrase(), raised(bit(draw)))) for _ in range(draw.rng.randint(1, 3)))]
        joints = ("{0}: {1}", "{0} – {1}", '{0} ("{1}")', '"{0}": "{1}"', '{0} with the text "{1}"', '"{0}", text "{1}"')
        boxes(tale, "news", rows, joints, tale.label(*headings) if draw.chance(0.2) else "", button_text(draw) if draw.chance(0.4) else "")

    return move


def unsubscribe(tale: Tale) -> None:
    tale.say("unsubscribe")
    tale.needs.append(shows("Unsubscribe", "footer a"))
    tale.foot.append(tag("p", tag("a", "Unsubscribe", href="#unsubscribe")))


def subheads(tale: Tale) -> None:
    """Subheadings, each with its text, or without one where the writer has it still to write."""
    draw = tale.draw
    heads = [head.replace(",", "") for head in named(draw, draw.rng.randint(2, 4), "headings" if draw.chance(0.5) else "")]
    if draw.chance(0.5):
        tale.say("subheads", s=tale.row(heads), **many(draw, len(heads)))
        texts = [SOON] * len(heads)
        tale.need("h2", *heads)
    else:
        texts = [draw.sentence() if draw.chance(0.6) else f"{raised(tale.drawn('fact'))}." for _ in heads]
        for head, text in zip(heads, texts, strict=True):
            tale.say("part", h=tale.told(head), t=draw.keep(text) if draw.chance(0.6) else quoted(draw, text))
        tale.need("h2", *heads)
        tale.need("section p", *texts)
    for head, text in zip(heads, texts, strict=True):
        tale.under(head, tag("p", text))


def author(tale: Tale) -> None:
    draw = tale.draw
    name = draw.person()
    tale.say("author", n=draw.keep(name))
    tale.lead.append(name)
    tale.need("p", name)


def dated(tale: Tale) -> None:
    draw = tale.draw
    day = draw.date()
    tale.say("dated", d=draw.keep(day))
    tale.lead.append(day)
    tale.need("p", day)


# What is left to whoever makes the page

MADE_UP = ("fact", "tip", "idea", "rule", "reason", "example", "joke", "step", "question", "hint", "line", "detail", "lesson", "recipe", "exercise", "warning")


def invented(tale: Tale) -> None:
    """So many things that nobody has written yet: the page says of what there will be so many, and makes nothing up."""
    draw = tale.draw
    thing, number = draw.pick(MADE_UP), draw.rng.randint(2, 6)
    about = draw.pick((f"{draw.word('nouns')}s", f"{draw.word('adjectives')} {draw.word('nouns')}s", draw.word("subjects").lower(), draw.word("towns"), draw.word("foods").lower())).replace(",", "")
    tale.say("invented", things=f"{thing}s", t=draw.keep(about), **many(draw, number))
    texts = [f"{raised(thing)} {place} about {about}" for place in range(1, number + 1)]
    tale.need("ul > li", *texts)
    tale.show(tag("ul", *(tag("li", text) for text in texts)), "list")


def few_words(tale: Tale) -> None:
    """A text about something, left to whoever makes the page."""
    draw = tale.draw
    about = draw.pick((f"the {draw.word('nouns')}", f"{draw.word('adjectives')} {draw.word('nouns')}s", draw.word("subjects").lower(), draw.word("towns"), draw.brand())).replace(",", "")
    tale.say("few", t=draw.keep(about))
    text = f"A few words about {about}."
    tale.paragraphs(text)


BANNED = (("pictures", "img, [role=img]"), ("tables", "table"), ("menu", "nav"), ("videos", "video"), ("form", "form"), ("footer", "footer"), ("scripts", "script"), ("javascript", "script"), ("images", "img, [role=img]"), ("navigation", "nav"), ("popups", "dialog"), ("sound", "audio"))


def unwanted(tale: Tale) -> None:
    """What the page must not have; told last, when it is known what it has."""
    page = "".join((*tale.top, *tale.body, *tale.foot)) + " ".join(tale.used)
    there = {"form": "<form", "table": "<table", "nav": "<nav", "script": "script:", "footer": "footer", "img, [role=img]": "img", "video": "<video", "dialog": "<dialog", "audio": "<audio"}
    found = [(words, selector) for words, selector in BANNED if there[selector] not in page and not (selector == "footer" and tale.foot)]
    words, selector = tale.draw.pick(found)
    tale.say("point.not", x=words)
    tale.needs.append(has(selector, 0, 0))


def points(tale: Tale) -> None:
    """What a letter must mention, one thing after the other."""
    draw = tale.draw
    told = list(dict.fromkeys(tale.drawn("fact").replace(" and ", " or ") for _ in range(draw.rng.randint(2, 4))))
    way = draw.pick((", that ", ", that ", ", ", "; ", ", and that "))
    words = [draw.keep(text.replace(",", "")) for text in told]
    tale.say("points", s=way.join(words[:-1]) + draw.pick((" and that ", ", and that ", " and ", way)) + words[-1] if len(words) > 1 else words[0], **many(draw, len(words)))
    tale.paragraphs(*(f"{raised(text.replace(',', ''))}." for text in told))


def ticks(tale: Tale) -> None:
    """Boxes to tick."""
    items = [item.replace(",", "") for item in bits(tale.draw, 2, 6)]
    tale.say("ticks", s=tale.row(items))
    tale.need("label:has(input[type=checkbox])", *items)
    tale.show(tag("ul", *(tag("li", tag("label", inline(tag("input", type="checkbox"), " ", item), class_="check")) for item in items), class_="plain"), "plain", "check")


def ring(tale: Tale) -> None:
    """Whom to ask, by name, with a number or an address."""
    draw = tale.draw
    name, phone = draw.person() if draw.chance(0.6) else draw.word("first_names"), draw.phone()
    tale.say("ring", n=draw.keep(name), p=draw.keep(phone))
    tale.needs += [shows(name, "address"), shows(phone, f'a[href="tel:{digits(phone)}"]')]
    tale.show(tag("address", tag("p", inline(name, ", ", tag("a", phone, href=f"tel:{digits(phone)}")))))


def twice(tale: Tale) -> None:
    """A button under the heading, and the same again at the end."""
    tale.twice(button_text(tale.draw))


def brand_of(draw: Draw, *suffixes: str) -> str:
    """A name, with what it is at the end of it at times."""
    return draw.brand() + (f" {draw.pick(suffixes)}" if suffixes and draw.chance(0.5) else "")
