"""Several blocks told in one running text: in the page's order with connecting words, or out of it with the place of each."""

from collections.abc import Sequence

from htmlbuilder.corpus.blocks.texts import raised
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.wish import Ask

TOP = (
    "at the top", "first", "on top", "up top", "to begin with,", "right at the start", "at the very top", "first of all", "as the first thing", "up first", "straight under the heading", "under the heading", "below the title",
)  # fmt: skip
NEXT = (
    "under that", "then", "below that", "after that", "next", "then", "below it", "underneath", "further down", "beneath that", "then", "after it", "directly below", "next in line", "a bit lower", "just under that", "following that",
    "then, below,", "one step down", "right after",
)  # fmt: skip
LAST = ("at the bottom", "at the very bottom", "at the end", "last", "last of all", "finally", "right at the end", "to finish,", "down at the bottom", "as the last thing", "at the very end", "to round it off,")
VERBS = ("", "", "", "", "comes", "there is", "I want", "I'd like", "put", "we need", "there should be", "goes", "we have", "you see", "one finds", "stands", "please put", "I imagine", "show")
HAVES = ("", "", "there is", "there should be", "I want", "I'd like", "we need", "it has", "it needs", "show", "give it", "please add", "put in")
BETWEEN = ("in between", "between the two", "in the middle", "between them", "between those", "inbetween")
ABOVE = ("above that", "above it", "but above that", "just above it", "over that", "on top of that, I mean above it,")
AND = (", ", ", ", "; ", ", and ", " and ", ". ", ". ", ". ", ".\n")


def _clause(draw: Draw, where: str, asks: Sequence[Ask]) -> str:
    """One block and its place; what cannot be named in a phrase comes as a sentence of its own."""
    first, *rest = asks
    if first.withs:
        verb = draw.pick(VERBS) if where else draw.pick(HAVES)
        text = " ".join(part for part in (where, verb, first.withs[0]) if part)
    else:
        text = f"{where}: {first.says[0]}" if where else first.says[0]
    for other in rest:
        text = f"{_ended(text)} {(other.says or other.withs)[0]}"
    return text


def _ended(text: str) -> str:
    return text if text.rstrip("\x03\"'”’) ").endswith((".", "!", "?")) or text.endswith("\n") else text + "."


def _run(draw: Draw, clauses: Sequence[str]) -> str:
    """Clauses in a row, some of them in one sentence."""
    text = raised(clauses[0])
    for clause in clauses[1:]:
        joint = draw.pick(AND)
        if "." in joint or text.endswith((".", "\n", "!", "?")) or _ended(text) == text:
            text = _ended(text) + ("" if text.endswith("\n") else draw.pick((" ", " ", " ", "\n")) if "\n" in joint else " ") + raised(clause)
        else:
            text += joint + clause
    return _ended(text)


def prose(draw: Draw, blocks: Sequence[tuple[list[Ask], int]]) -> tuple[str, list[int]]:
    """The blocks as a running text: (the text, the numbers of the blocks in the page's order).

    `blocks` has each block's asks and its zone: 0 above the rest, 1 the body, 2 below it.
    """
    order = sorted(range(len(blocks)), key=lambda place: blocks[place][1])
    above = [place for place in order if blocks[place][1] == 0]
    body = [place for place in order if blocks[place][1] == 1]
    below = [place for place in order if blocks[place][1] == 2]
    clauses = [_clause(draw, "", blocks[place][0]) for place in above]
    last = [_clause(draw, draw.pick(("", "", "and", "finally")), blocks[place][0]) for place in below]
    form = draw.rng.random()
    if len(body) > 2 and form < 0.25:
        # The bottom first, then the top, then what is between.
        end, start, *middle = body[-1], *body[:-1]
        told = [_clause(draw, draw.pick(LAST[:3] if not below else ("last in the main part", "at the end of the main part", "as the last block")), blocks[end][0]), _clause(draw, draw.pick(TOP), blocks[start][0])]
        told += [_clause(draw, draw.pick(BETWEEN) if number == 0 else draw.pick(NEXT), blocks[place][0]) for number, place in enumerate(middle)]
    elif len(body) > 1 and form < 0.35:
        # The second before the first.
        one, two, *rest = body
        told = [_clause(draw, "", blocks[two][0]), _clause(draw, draw.pick(ABOVE), blocks[one][0])]
        told += [_clause(draw, draw.pick(("below both", "under the two", "under those two", "below all that")) if number == 0 else draw.pick(NEXT), blocks[place][0]) for number, place in enumerate(rest)]
    else:
        told = [_clause(draw, draw.pick(TOP) if number == 0 else draw.pick(LAST) if number == len(body) - 1 and draw.chance(0.5) and not below else draw.pick(NEXT), blocks[place][0]) for number, place in enumerate(body)]
    parts = [clauses, told, last]
    if draw.chance(0.15):
        parts = [last, told, clauses]
    flat = [clause for part in parts for clause in part]
    return _run(draw, flat), order
