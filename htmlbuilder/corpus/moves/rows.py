"""What several moves show alike: things of several parts in rows, and on cards."""

import re
from collections.abc import Callable, Sequence

from htmlbuilder.corpus.blocks.words import many
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.markup import inline, tag
from htmlbuilder.corpus.tale import Tale
from htmlbuilder.corpus.wish import has, shows

Move = Callable[[Tale], None]
PIECE = re.compile(r"\{(\d)\}")
SOON = "More about this soon."
ANSWER = "Write to us, and we will gladly help you with that."


def jointed(draw: Draw, rows: Sequence[tuple[str, ...]], joints: Sequence[str]) -> tuple[list[str], list[int], bool]:
    """The rows as somebody says them: (the words of each, the order of its pieces, whether commas would mislead)."""
    joint = draw.pick(joints)
    order = [int(place) for place in PIECE.findall(joint)]
    tricky = "," in joint or any("," in text or " and " in text for row in rows for text in row)
    return [joint.format(*(draw.keep(text) for text in row)) for row in rows], order, tricky


def strung(draw: Draw, words: Sequence[str], tricky: bool) -> str:
    """Things in a row, parted so that each can be told from the next."""
    if len(words) == 1:
        return words[0]
    if tricky:
        return draw.pick(("; ", "; ", " / ", " | ")).join(words)
    form = draw.rng.random()
    if form < 0.6:
        return ", ".join(words[:-1]) + draw.pick((" and ", " and ", ", and ", ", then ")) + words[-1]
    return draw.pick((", ", ", ", "; ", " / ")).join(words)


def entries(tale: Tale, name: str, rows: Sequence[tuple[str, ...]], joints: Sequence[str], heading: str = "", shown: str = "", chain: bool = False, timed: bool = False) -> None:
    """Things of several parts, one a line, the parts in the order they are told; what comes first in bold.

    `chain` may tell them as steps of a life (a wording with {first} and {rest}); `timed` marks years as times.
    """
    draw = tale.draw
    words, order, tricky = jointed(draw, rows, joints)
    if chain and len(rows) > 1 and not heading and draw.chance(0.5):
        rest = draw.pick((", then ", "; then ", ", after that ", "; after that ", ", and now ")) if len(rows) == 2 else draw.pick((", then ", "; then ", ", after that ", "; "))
        tale.say(name, first=words[0], rest=rest.join(words[1:]))
    elif heading:
        tale.need("h2", heading)
        tale.say("under", h=tale.told(heading), s=strung(draw, words, tricky))
    else:
        tale.say(name, s=strung(draw, words, tricky))
    tale.need("ul.rows > li", *(text for row in rows for text in row))
    if timed:
        tale.needs += [has(f'time[datetime="{year}"]') for row in rows for text in row for year in re.findall(r"\b\d{4}\b", text)]
    made = [tag("li", *(tag("b" if place == order[0] else "span", _timed(row[place]) if timed else row[place]) for place in order)) for row in rows]
    tale.under(heading or shown, tag("ul", *made, class_="rows"))
    tale.used.add("rows")


def _timed(text: str) -> str:
    """The text with its years marked as times."""
    pieces = re.split(r"\b(\d{4})\b", text)
    return inline(*(tag("time", piece, datetime=piece) if place % 2 else piece for place, piece in enumerate(pieces))) if len(pieces) > 1 else text


def boxes(tale: Tale, name: str, rows: Sequence[tuple[str, ...]], joints: Sequence[str], heading: str = "", linked: str = "") -> None:
    """A card for each thing: its name, then what belongs to it; with a link in each when `linked` has its words."""
    draw = tale.draw
    words, order, tricky = jointed(draw, rows, joints)
    if heading:
        tale.need("h2", heading)
        tale.say("under", h=tale.told(heading), s=strung(draw, words, tricky))
    else:
        tale.say(name, s=strung(draw, words, tricky), **({} if name != "benefits" else many(draw, len(rows))))
    level = "h3" if heading else "h2"
    tale.need(f"article > {level}", *(row[order[0]] for row in rows))
    tale.need("article > p", *(row[place] for row in rows for place in order[1:]))
    if linked:
        tale.say("each.link", b=tale.told(linked))
        tale.needs.append(shows(linked, "article a", len(rows)))
    link = tag("p", tag("a", linked, href="#")) if linked else None
    made = [tag("article", tag(level, row[order[0]]), *(tag("p", row[place]) for place in order[1:]), link, class_="card") for row in rows]
    tale.under(heading, tag("div", *made, class_="grid"))
    tale.used |= {"card", "grid"}
