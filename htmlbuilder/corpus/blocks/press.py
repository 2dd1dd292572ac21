"""Blocks of published text: changes by version, posts, footnotes, dates that machines can read."""

from collections.abc import Sequence
from datetime import date

from htmlbuilder.corpus.blocks.texts import bit, bits, line, quoted
from htmlbuilder.corpus.blocks.words import ask, many
from htmlbuilder.corpus.draw import MONTHS, Draw
from htmlbuilder.corpus.markup import Html, inline, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.wish import Ask, has, shows

MARKS = ("Added", "Fixed", "Changed", "Removed", "Breaking", "Security", "New", "Improved", "Deprecated")


def _day(draw: Draw) -> tuple[str, str]:
    """A date as people write it, and for machines."""
    day = date(draw.rng.randint(2024, 2034), draw.rng.randint(1, 12), draw.rng.randint(1, 28))
    month = MONTHS[day.month - 1]
    return draw.pick((f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", day.isoformat(), f"{day.day} {month[:3]} {day.year}")), day.isoformat()


def changes(draw: Draw, asks: list[Ask]) -> Part:
    """Versions, each with its changes, and each change with its mark."""
    versions = [f"{draw.pick(('v', '', 'v', 'Version '))}{draw.rng.randint(0, 9)}.{draw.rng.randint(0, 20)}{draw.pick(('', '.0', '.1', '.7'))}" for _ in range(draw.pick((1, 1, 2, 2, 3)))]
    versions = list(dict.fromkeys(versions))
    days = [_day(draw) if draw.chance(0.4) else ("", "") for _ in versions]
    marks = [[(draw.pick(MARKS), draw.pick((bit, line))(draw).rstrip(".")) for _ in range(draw.rng.randint(1, 3))] for _ in versions]
    joint, between = draw.pick(("{}: {}", "{} {}", "[{}] {}", "{} – {}", "{} ({})")), draw.pick((", ", "; ", " / ", ", "))
    if any("," in text for found in marks for _, text in found):
        between = draw.pick(("; ", " / "))
    if joint == "{} ({})":
        words = [between.join(f"{draw.keep(text)} ({draw.keep(mark)})" for mark, text in found) for found in marks]
    else:
        words = [between.join(joint.format(draw.keep(mark), draw.keep(text)) for mark, text in found) for found in marks]
    heads = [draw.keep(version) + (f" ({draw.keep(day)})" if day else "") for version, (day, _) in zip(versions, days, strict=True)]
    told = draw.pick(("\n", ". ", "\n", " | ")).join(f"{head}: {text}" for head, text in zip(heads, words, strict=True))
    needed = [requirement for version, (day, _) in zip(versions, days, strict=True) for requirement in (shows(version, "h2"), *([shows(day, "h2 time")] if day else []))]
    needed += [requirement for found in marks for mark, text in found for requirement in (shows(mark, "li .tag"), shows(text, "li"))]
    asks.append(ask(draw, "changes", needed, s=told, **many(draw, len(versions))))
    parts = [
        tag("section", tag("h2", inline(version, " ", tag("time", day, datetime=iso)) if day else version), tag("ul", *(tag("li", inline(tag("span", mark, class_="tag"), f" {text}")) for mark, text in found)))
        for version, (day, iso), found in zip(versions, days, marks, strict=True)
    ]
    return Part(Html("\n".join(parts)), ("section", "list", "tag"))


def posts(draw: Draw, asks: list[Ask]) -> Part:
    """A list of posts, each with a date, a line and a link to read on; the prompt gives one title or all titles."""
    title = draw.pick((line, bit))(draw).rstrip(".")
    known = draw.chance(0.5)
    if known:
        number = draw.count(2, 8)
        titles = [title, *(f"Post {place}" for place in range(2, number + 1))]
        days = [("1 January 2030", "2030-01-01")] * number
        needed = [shows(title, "article h2"), has("article time", number), has("article a", number)]
        asks.append(ask(draw, "posts.some", needed, q=quoted(draw, title), **many(draw, number)))
    else:
        titles = list(dict.fromkeys((title, *(draw.pick((line, bit))(draw).rstrip(".") for _ in range(draw.rng.randint(1, 4))))))
        days = [_day(draw) for _ in titles]
        joint = draw.pick(("{} ({})", "{} – {}", "{}, {}", "{} / {}"))
        told = draw.pick(("; ", "\n", "\n- ", "; ")).join(joint.format(quoted(draw, text) if "," in text else draw.keep(text), draw.keep(day)) for text, (day, _) in zip(titles, days, strict=True))
        needed = [requirement for text, (day, _) in zip(titles, days, strict=True) for requirement in (shows(text, "article h2"), shows(day, "article time"))]
        asks.append(ask(draw, "posts", [*needed, has("article a", len(titles))], s=told, **many(draw, len(titles))))
    shown = [tag("article", tag("h2", text), tag("p", tag("time", day, datetime=iso)), tag("p", "More about this soon."), tag("p", tag("a", "Read more", href="#main"))) for text, (day, iso) in zip(titles, days, strict=True)]
    return Part(Html("\n".join(shown)), ())


def footnotes(draw: Draw, asks: list[Ask]) -> Part:
    """Sentences with notes below them, and links there and back."""
    rows = [(line(draw), line(draw)) for _ in range(draw.pick((1, 1, 2, 2, 3)))]
    joint = draw.pick(("{} (footnote: {})", "{} [{}]", "{}, footnote {}", "{} with the note {}", "{} -> {}"))
    told = draw.pick(("; ", "\n", "; ")).join(joint.format(quoted(draw, text), quoted(draw, below)) for text, below in rows)
    needed = [requirement for place, (text, below) in enumerate(rows, 1) for requirement in (shows(text, "p"), has(f'sup > a[href="#note-{place}"]'), shows(below, f'li[id="note-{place}"]:has(a[href="#ref-{place}"])'))]
    asks.append(ask(draw, "footnotes", needed, s=told, **many(draw, len(rows))))
    return noted(rows)


def noted(rows: Sequence[tuple[str, str]]) -> Part:
    """Sentences, a note below for each, and links there and back."""
    texts = [tag("p", inline(text, tag("sup", tag("a", str(place), href=f"#note-{place}", id=f"ref-{place}")))) for place, (text, _) in enumerate(rows, 1)]
    below_ = tag("ol", *(tag("li", inline(below, " ", tag("a", "↩", href=f"#ref-{place}", aria_label="Back to the text")), id=f"note-{place}") for place, (_, below) in enumerate(rows, 1)))
    return Part(Html("\n".join((*texts, below_))), ("list",))


def moments(draw: Draw, asks: list[Ask]) -> Part:
    """Things with dates that machines can read, too."""
    rows = [(text, *_day(draw)) for text in bits(draw, 1, 5)]
    joint = draw.pick(("{} ({})", "{}: {}", "{} – {}", "{} on {}", "{} {}", "{} = {}"))
    told = draw.pick((", ", "; ", "\n")).join(joint.format(draw.keep(text), draw.keep(day)) for text, day, _ in rows)
    if any("," in day for _, day, _ in rows):
        told = "; ".join(joint.format(draw.keep(text), draw.keep(day)) for text, day, _ in rows)
    needed = [requirement for text, day, iso in rows for requirement in (shows(text, "li"), shows(day, f'li time[datetime="{iso}"]'))]
    asks.append(ask(draw, "moments", needed, s=told, **many(draw, len(rows))))
    return Part(tag("ul", *(tag("li", tag("span", text), tag("time", day, datetime=iso)) for text, day, iso in rows), class_="rows"), ("rows",))
