"""How a change is asked for: the wordings of each kind of change, and the voices around them.

The wordings are those of `wordings.toml`. One that starts with a small letter, or with a verb in braces, is an order
("change {old} to {new}"), which may follow "please" or "can you"; any other is a sentence; after "~" it is a note. One
in twelve, but at least one of each kind, is kept out of training: in the split "wordings" every change is worded with
one of those, and half of what stands around them.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from htmlbuilder.corpus.draw import CLOSE, OPEN, Draw, held_out

WORDINGS = Path(__file__).with_name("wordings.toml")
ARTICLE = re.compile(r"^(?:the|all|every) (?:the )?(?=[a-z0-9<])")
KEPT = re.compile(f"({OPEN}[^{CLOSE}]*{CLOSE})")


@cache
def _table() -> dict[str, list[str]]:
    return tomllib.loads(WORDINGS.read_text(encoding="utf-8"))


@cache
def wordings(key: str, unused: bool = False) -> tuple[str, ...]:
    """The wordings of `key`: those that training uses, or those kept for the split "wordings"."""
    table = _table()
    if key.startswith("verb."):
        return () if unused else tuple(table[key])
    kept = {line for line in table[key] if held_out(line)} or {table[key][-1]}
    return tuple(line for line in table[key] if (line in kept) == unused)


def say(draw: Draw, key: str, last: str = "", **slots: str) -> str:
    """One wording of `key` with its slots filled. Verbs in braces are drawn from the key of that name; {thing} is {what}
    without its article, for notes. Of the wordings, only those that end with the slot `last`, if there is one.
    """
    unused = wordings(key, unused=True) if draw.split == "wordings" else ()
    if unused:
        draw.held.add("wordings")
    frames = unused or wordings(key)
    if last:
        frames = tuple(frame for frame in frames if frame.endswith(last)) or wordings(key)
    frame = draw.pick(frames)
    if "what" in slots:
        slots["thing"] = ARTICLE.sub("", slots["what"])
    for verb in re.findall(r"{(\w+)}", frame):
        if verb not in slots:
            slots[verb] = wording(draw, f"verb.{verb}")
    return frame.format(**slots)


def wording(draw: Draw, key: str) -> str:
    """One of the wordings of what stands around a change, or in it."""
    unused = draw.split == "wordings" and draw.chance(0.5)
    return draw.pick((unused and wordings(key, unused=True)) or wordings(key))


def quoted(draw: Draw, text: str) -> str:
    """Text that the page has or is to have; never without quotes where nobody could tell its end."""
    if draw.quotes == "  " and (len(text.split()) > 3 or not text[-1].isalnum()):
        return f'"{draw.keep(text)}"'
    return draw.quote(text)


def bare(draw: Draw, text: str) -> bool:
    """Whether the text may stand without quotes at the end of a wording: what follows it can be told apart."""
    return draw.quotes == "  " and len(text.split()) < 9 and text[-1].isalnum() and not re.search(r"[.:;!?,/]", text)


def ask(draw: Draw, clauses: Sequence[str]) -> str:
    """The whole instruction, as typed: the wordings in `clauses` in one of many voices."""
    form = draw.rng.random()
    if len(clauses) > 1 and form < 0.2:
        bullet = draw.pick(("- ", "- ", "* ", "• ", "", "+ ", "> "))
        numbered = draw.chance(0.4)
        items = [f"{place}. {_bare(each)}" if numbered else bullet + _bare(each) for place, each in enumerate(clauses, 1)]
        head = wording(draw, "heads") if draw.chance(0.6) else ""
        text = "\n".join([head, *items] if head else items)
    elif len(clauses) > 1 and form < 0.6 and all(_is_order(each) for each in clauses):
        last = draw.pick((" and ", " and ", " and then ", ", and ", ", then ", " & ", "; also ", ", and also "))
        text = _order(draw, ", ".join(clauses[:-1]) + last + clauses[-1])
    else:
        voiced = [_voiced(draw, each, place) for place, each in enumerate(clauses)]
        text = " ".join([*map(_stopped, voiced[:-1]), voiced[-1]]) if draw.chance(0.7) else "\n".join(voiced)
    if draw.chance(0.14):
        opening = wording(draw, "openings")
        text = f"{opening} {text if opening[-1] in '.!?' else _lowered(text)}"
    if draw.chance(0.2):
        ending = wording(draw, "endings")
        text = f"{_stopped(text)}{draw.pick((' ', ' ', chr(10)))}{ending}"
    return _typed(draw, text.rstrip(".") if draw.chance(0.35) else text)


def _voiced(draw: Draw, clause: str, place: int) -> str:
    """One clause as a sentence; a later one often after "Also"."""
    if clause.startswith("~ "):
        text = clause[2:]
        return text if draw.chance(0.5) else _raised(text)
    text = _order(draw, clause) if _is_order(clause) and (not place or draw.chance(0.3)) else _raised(clause)
    if place and draw.chance(0.4):
        text = f"{draw.pick(('Also', 'And', 'Then', 'Next,', 'Oh, and', 'Also,', 'After that,', 'Plus'))} {_lowered(text)}"
    return _stopped(text)


def _order(draw: Draw, clause: str) -> str:
    """An order as a sentence: bare most of the time, or behind one of many requests."""
    if draw.chance(0.5):
        return _stopped(_raised(clause))
    lead = wording(draw, "leads").format(do=clause)
    return _stopped(_raised(lead))


def _is_order(clause: str) -> bool:
    return clause[0].islower()


def _bare(clause: str) -> str:
    return clause.removeprefix("~ ").rstrip(".")


def _raised(text: str) -> str:
    return text[0].upper() + text[1:]


def _lowered(text: str) -> str:
    return text if re.match(r"I\b|[A-Z][A-Z0-9]", text) else text[0].lower() + text[1:]


def _stopped(text: str) -> str:
    return text if text.rstrip(f"{CLOSE}\"'”’)").endswith((".", "?", "!")) else text + "."


def _typed(draw: Draw, text: str) -> str:
    """The text as typed: small letters and slips, none of them in what the page copies or has."""
    lower, typo = draw.chance(0.25), draw.chance(0.06)
    parts = KEPT.split(text)
    for place, part in enumerate(parts):
        if part.startswith(OPEN):
            parts[place] = part[1:-1]
            continue
        part = part.lower() if lower else part
        words = list(re.finditer(r"[a-z]{5,}", part)) if typo else []
        if words:
            word, typo = draw.pick(words), False
            at = draw.rng.randint(word.start() + 1, word.end() - 2)
            part = draw.pick((part[:at] + part[at + 1] + part[at] + part[at + 2 :], part[:at] + part[at + 1 :]))
        parts[place] = part
    return "".join(parts).strip()
