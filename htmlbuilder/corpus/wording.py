"""What prompts are worded with: frames, articles, lists. What the voices make of it is `voice`'s.

The wordings are the lines of `frames/*.txt`, with slots in braces; a number before a line says how often it counts. One
frame in twelve, never one with a number, is kept out of training: in the split "wordings" the main sentence of every
prompt is one of those, and so is half of what stands around it.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from htmlbuilder.corpus.draw import CLOSE, DAYS, Draw, bank, held_out

FRAMES = Path(__file__).parent / "frames"
MAIN = frozenset(("openings", "questions", "lasts", "orders", "others", "foreign", "likes", "vagues", "tongues"))  # they word the wish itself
VERBS = (
    "create", "make", "build", "write", "generate", "design", "code", "produce", "draft", "put together", "set up", "prepare", "do", "craft", "come up with",
    "whip up", "develop", "code up", "lay out", "sketch", "construct", "throw together", "assemble", "mock up", "knock up",
)  # fmt: skip
AND = (" and ", " and ", " and ", ", and ", " plus ", " as well as ", " & ")
# Words that stand where an article would: nothing may come before them.
DETERMINERS = set("a an the my our some any something anything whatever several two three four five six seven eight nine ten eleven twelve".split())


@cache
def frames(name: str, unused: bool = False) -> tuple[str, ...]:
    """The lines of `frames/<name>.txt`: those that training uses, or those kept for the split "wordings"."""
    lines = (FRAMES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    counted = [re.fullmatch(r"(\d*) ?(.+)", line).groups() for line in lines]  # type: ignore[union-attr]
    # What most people say is no use for measuring wordings nobody has used, and training must not lack it.
    usual = {_core(frame) for times, frame in counted if times}
    found: list[str] = []
    for times, frame in counted:
        if (_core(frame) not in usual and held_out(_core(frame))) == unused:
            found += [frame.replace("\\n", "\n")] * int(times or 1)
    return tuple(found)


def _core(frame: str) -> str:
    """The frame without what a comma or a capital makes of it: frames that differ in no more stay on one side."""
    return re.sub(r"[^a-z{}]", "", frame.lower())


def framed(draw: Draw, name: str, **slots: str) -> str:
    """A frame of the file `name`, filled.

    A frame may speak of a person, a town or a day, none of which is the page's business. They are marked like text to copy,
    or small letters and slips would give away what the page must leave out.
    """
    main = name in MAIN
    unused = draw.split == "wordings" and (main or draw.chance(0.5))
    if unused and main:
        draw.held.add("wordings")
    frame = draw.pick(frames(name, unused))
    draw.frames.append(frame)
    if "{" not in frame:
        return frame
    people = {"name": draw.keep(draw.pick(bank("first_names", draw.split))), "town": draw.keep(draw.pick(bank("towns", draw.split))), "day": draw.pick(DAYS)}
    return frame.format(**people, verb=draw.pick(VERBS), **slots)


def article(noun: str) -> str:
    """The noun with a or an; a plural, and a noun that brings an article of its own, stay as they are."""
    head = re.split(r" (?:of|with|for|to|that|which|in|on|about|from|by|at|through) ", noun)[0].split()[-1]
    if determined(noun) or (head.endswith("s") and not head.endswith(("ss", "us", "is", "news", "canvas"))):
        return noun
    first = noun.split()[0].lower().rstrip(",")
    if first.startswith(("one", "uni", "use", "usa", "euro")):
        return f"a {noun}"
    vowel = first[0] in "aeio" or first.startswith(("un", "up")) or first in ("url", "html", "svg", "rsvp", "ugly", "faq", "mp3", "mp4", "hour", "h1", "h2", "h3", "honest")
    return f"an {noun}" if vowel else f"a {noun}"


def determined(noun: str) -> bool:
    return bool(re.match(r"\d+\b", noun)) or noun.split()[0].lower() in DETERMINERS


def listed(draw: Draw, items: Sequence[str]) -> str:
    if len(items) == 1:
        return items[0]
    joiner = draw.pick(AND)
    if draw.chance(0.15):
        return joiner.join(items) if len(items) < 4 else ", ".join(items)
    return ", ".join(items[:-1]) + joiner + items[-1]


def bare(item: str) -> str:
    """A noun phrase without its article."""
    return re.sub(r"^(?:an?|the|some) ", "", item)


def raised(text: str) -> str:
    return text[0].upper() + text[1:]


def lowered(text: str) -> str:
    """The sentence as it stands after a comma: small at the start, except for "I" and for capitals such as HTML."""
    return text if re.match(r"I\b|[A-Z][A-Z0-9]", text) else text[0].lower() + text[1:]


def stopped(text: str, stop: str = ".") -> str:
    return text if text.rstrip(f"{CLOSE}\"'”’)").endswith((".", "?", "!")) else text + stop


def unstopped(text: str) -> str:
    """The text without the stop at its end, unless that belongs to a text to copy."""
    return text.rstrip(".!?")


def chained(draw: Draw, sentences: Sequence[str]) -> str:
    """Sentences in a row; now and then run together with commas, as people do."""
    if len(sentences) > 1 and not any("\n" in sentence for sentence in sentences) and draw.chance(0.12):
        return ", ".join([unstopped(sentences[0]), *(lowered(unstopped(sentence)) for sentence in sentences[1:])])
    return spaced(sentences, draw.pick((" ", " ", " ", "\n")))


def spaced(sentences: Sequence[str], gap: str) -> str:
    """Sentences with a gap between: a stop before a bare space, and a line of its own behind what ends in a list on lines."""
    told = [sentence if gap != " " else sentence.rstrip("\n") + "\n" if "\n" in sentence else stopped(sentence) + gap for sentence in sentences[:-1]]
    return ("" if gap == " " else gap).join([*told, *sentences[-1:]])
