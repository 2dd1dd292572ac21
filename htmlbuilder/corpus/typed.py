"""How a prompt is typed or spoken: spelling, small letters, slips, dictation.

Text between the keep marks comes through letter by letter; only a hurried writer's small letters touch it.
"""

import re
from collections.abc import Callable

from htmlbuilder.corpus.draw import CLOSE, OPEN, Draw, articled

KEPT = re.compile(f"({OPEN}[^{CLOSE}]*{CLOSE})")
QUOTED = re.compile(f"[\"'“‘]?({OPEN}[^{CLOSE}]*{CLOSE})[\"'”’]?")
BETWEEN = re.compile(f"{CLOSE}[\"'”’]?([^\\w{OPEN}{CLOSE}]*?)[\"'“‘]?{OPEN}")
AMERICAN = {
    "colour": "color", "colours": "colors", "coloured": "colored", "favourite": "favorite", "favourites": "favorites", "centre": "center", "centred": "centered", "neighbour": "neighbor",
    "neighbours": "neighbors", "organise": "organize", "organised": "organized", "programme": "program", "labelled": "labeled", "catalogue": "catalog", "enrolment": "enrollment", "mum": "mom", "favour": "favor",
    "licence": "license", "jewellery": "jewelry", "behaviour": "behavior", "practising": "practicing", "whilst": "while", "recognise": "recognize",
}  # fmt: skip
BRITISH = {there: here for here, there in AMERICAN.items() if here not in ("whilst", "licence", "programme")}
HUMS = ("um", "so", "uh", "okay", "well", "let me see", "right", "and then", "like", "you know")


def typed(draw: Draw, text: str) -> str:
    """The text as it reaches the page builder; the keep marks are gone."""
    text = tidied(text)
    form = draw.rng.random()
    if form < 0.35:
        text = _outside(text, lambda part: _spelled(part, AMERICAN))
    elif form < 0.7:
        text = _outside(text, lambda part: _spelled(part, BRITISH))
    if "foreign" in draw.manners:
        text = _outside(text, lambda part: _simplified(draw, part))
    jotted = "jotted" in draw.manners  # its hand is chosen already, and the page follows it
    if not jotted and draw.chance(0.02) and _speakable(text):
        return _dictated(draw, text)
    lower = draw.chance(0.6 if "chat" in draw.manners else 0.2)
    upper = not lower and draw.chance(0.01)
    # Names in lower case are what a hurried person types; the page still shows them as names.
    lower_kept = lower and not jotted and draw.chance(0.25)
    hurried = draw.chance(0.2 if lower else 0.03)
    typos = draw.rng.randint(1, 3) if draw.chance(0.08) else 0
    parts = KEPT.split(text)
    for place, part in enumerate(parts):
        if part.startswith(OPEN):
            kept = part[1:-1]
            parts[place] = kept.lower() if lower_kept and not any(c in kept for c in "/@#") else kept
            continue
        if hurried:
            part = re.sub(r"(?<=[A-Za-z])['’](?=[a-z]{1,2}\b)", "", part)
        part = part.lower() if lower else part.upper() if upper else part
        if typos and len(part) > 12:
            part, typos = _mistype(draw, part), typos - 1
        parts[place] = part
    return "".join(parts).strip()


def _outside(text: str, change: Callable[[str], str]) -> str:
    """The text with what stands outside the keep marks changed."""
    return "".join(part if part.startswith(OPEN) else change(part) for part in KEPT.split(text))


def tidied(text: str) -> str:
    """The text without the doubled stops that joining leaves."""
    text = re.sub(rf"([.!?…]{CLOSE})\.(?!\.)", r"\1", text)
    text = re.sub(rf"\ba (?=[\"'“‘]?{OPEN}(?!one|eu|once|ou)[aeio])", "an ", text, flags=re.IGNORECASE)
    text = re.sub(r"\n *[.,;:]+(?=\s|$) *", "\n", text)
    return _outside(text, lambda part: re.sub(r"(?<=[!?])[.,]|(?<=[:;,])\.(?![\d.])|\band (?=and\b)|(?<!\s) (?=[,:] )", "", articled(part)))


def _spelled(text: str, words: dict[str, str]) -> str:
    def other(match: re.Match[str]) -> str:
        word = match[0]
        new = words.get(word.lower(), word)
        return new.capitalize() if word[0].isupper() and new is not word else new

    return re.sub(r"[A-Za-z]+", other, text)


def _simplified(draw: Draw, text: str) -> str:
    """As somebody writes whose own language has no articles."""
    text = re.sub(r"\b(?:an?|the) (?=[a-z])", lambda found: "" if draw.chance(0.5) else found[0], text)
    return text.replace(" should ", " must ") if draw.chance(0.4) else text


def _speakable(text: str) -> bool:
    """Whether a listener can tell the texts apart: a few, in rows of one kind, and none that a mark sets beside another."""
    between = set(BETWEEN.findall(text)) - {" "}
    return text.count(OPEN) < 10 and len(between) < 2 and not any(mark in joint for joint in between for mark in "(:=[–-@")


def _dictated(draw: Draw, text: str) -> str:
    """As a telephone writes down what is spoken: no marks, no capitals, no lines; lists are joined by "and"."""
    text = re.sub(rf"(?<={CLOSE}),? *[,;/|·+&\n-]+ *(?={OPEN})", " and ", QUOTED.sub(r"\1", text))

    def spoken(part: str) -> str:
        part = re.sub(r"(?<=[.!?])\s+", lambda _: f" {draw.pick(HUMS)} " if draw.chance(0.25) else " ", part)
        return re.sub(r"\s+", " ", re.sub(r"[^\w\s'’#%$€£@-]|(?<!\w)[-#](?!\w)", " ", part)).lower()

    return re.sub(r"\s+", " ", _outside(text, spoken).replace(OPEN, "").replace(CLOSE, "")).strip()


def _mistype(draw: Draw, text: str) -> str:
    """One slip of the finger inside a word: two letters swapped, one left out, or one doubled."""
    words = [word for word in re.finditer(r"[a-z]{5,}", text) if not re.match("count|public|shi[rf]t|clock", word[0])]  # a slip in these is rude
    if not words:
        return text
    word = draw.pick(words)
    at = draw.rng.randint(word.start() + 1, word.end() - 2)
    form = draw.rng.randint(0, 2)
    if form == 0:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + text[at + 1 :] if form == 1 else text[:at] + text[at] + text[at:]
