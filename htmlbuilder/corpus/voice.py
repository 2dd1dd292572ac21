"""Turns asks into a prompt, in one of many voices: how a thousand different people would word the same wish.

The wordings are the lines of `frames/*.txt`, with slots in braces; a number before a line says how often it counts. One
frame in twelve, never one with a number, is kept out of training: in the split "wordings" the main sentence of every
prompt is worded by one of those, and so is half of the rest. What the voices do with the frames is here; the facts and the page are the kinds'.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from htmlbuilder.corpus.draw import CLOSE, DAYS, OPEN, Draw, held_out
from htmlbuilder.corpus.wish import Ask, Wish

FRAMES = Path(__file__).parent / "frames"
MAIN = frozenset(("openings", "questions", "lasts"))  # the frames that word the wish itself
VERBS = (
    "create", "make", "build", "write", "generate", "design", "code", "produce", "draft", "put together", "set up", "prepare", "do", "craft", "come up with",
    "whip up", "develop", "code up", "lay out", "sketch", "construct", "throw together", "assemble", "mock up", "knock up",
)  # fmt: skip
AND = (" and ", " and ", " and ", ", and ", " plus ", " as well as ", " & ")
BULLETS = ("- ", "- ", "* ", "• ", "-> ", "# ", "– ", "> ", "+ ", "")
# Words that stand where an article would: nothing may come before them.
DETERMINERS = set("a an the my our some something several two three four five six seven eight nine ten eleven twelve".split())


@cache
def frames(name: str, unused: bool = False) -> tuple[str, ...]:
    """The lines of `frames/<name>.txt`: those that training uses, or those kept for the split "wordings"."""
    found: list[str] = []
    for line in (FRAMES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        times, frame = re.fullmatch(r"(\d*) ?(.+)", line).groups()  # type: ignore[union-attr]
        # What most people say is no use for measuring wordings nobody has used, and training must not lack it.
        if (not times and held_out(frame)) == unused:
            found += [frame] * int(times or 1)
    return tuple(found)


def phrase(draw: Draw, wish: Wish) -> str:
    """The wish in words. Everything between the keep marks comes through letter by letter; the marks are gone."""
    asks = list(wish.asks)
    if not wish.ordered or draw.chance(0.3):
        draw.rng.shuffle(asks)
    form = draw.rng.random()
    if form < 0.9 or not wish.needs:
        wish, asks = _headed(draw, wish, asks)
    if not wish.nouns:
        text = _notes(draw, asks)
    elif form < 0.37:
        text = _sentence(draw, wish, asks)
    elif form < 0.47:
        text = _terse(draw, wish, asks)
    elif form < 0.55:
        text = _listed(draw, wish, asks)
    elif form < 0.61:
        text = _specified(draw, wish, asks)
    elif form < 0.67:
        text = _backwards(draw, wish, asks)
    elif form < 0.75:
        text = _rambling(draw, wish, asks)
    elif form < 0.9 or not wish.needs:
        text = _split(draw, wish, asks)
    else:
        text = _symptom(draw, wish, asks)
    return _finish(draw, _addressed(draw, text, len(asks)))


# Voices


def _sentence(draw: Draw, wish: Wish, asks: Sequence[Ask]) -> str:
    """All in one: "Create a login page for X with A, B and C. The button says D." """
    tails, withs, says = _sort(draw, asks)
    noun = " ".join((_noun(draw, wish), *tails))
    if withs:
        joint = _frame(draw, "withs")
        noun += ("" if joint[0] == "," else " ") + f"{joint} {_list(draw, withs)}"
    return _join(draw, [_open(draw, noun), *says])


def _split(draw: Draw, wish: Wish, asks: Sequence[Ask]) -> str:
    """A short wish, then what it needs: "I want a login page. It should have A and B." """
    tails, withs, says = _sort(draw, asks)
    middle = []
    while withs:
        take = draw.rng.randint(1, 3)
        now, withs = withs[:take], withs[take:]
        middle.append(_have(draw, now))
    rest = middle + says
    draw.rng.shuffle(rest)
    return _join(draw, [_open(draw, " ".join((_noun(draw, wish), *tails))), *rest])


def _rambling(draw: Draw, wish: Wish, asks: Sequence[Ask]) -> str:
    """Somebody talking: "I'd like a login page. Let me think. It should have A. Oh, and the button says B." """
    tails, withs, says = _sort(draw, asks)
    wants = [(f"{item}.", _have(draw, [item])) for item in withs] + [(_lowered(said), said) for said in says]
    draw.rng.shuffle(wants)
    text = [_open(draw, " ".join((_noun(draw, wish), *tails)))]
    for short, full in wants:
        filler = _frame(draw, "fillers") if draw.chance(0.65) else ""
        if filler and filler[-1] not in ".?!":
            text.append(f"{filler} {short}")
        else:
            text += [filler, full] if filler else [full]
    return draw.pick((" ", " ", " ", "\n", " ... ")).join(text)


def _backwards(draw: Draw, wish: Wish, asks: Sequence[Ask]) -> str:
    """The asks first and the noun last: "With A and B, please make a login page." """
    tails, withs, says = _sort(draw, asks)
    noun = " ".join((_noun(draw, wish), *tails))
    if not withs:
        return _join(draw, [*says, _open(draw, noun)])
    listed = _list(draw, withs)
    last = _frame(draw, "lasts").format(a=noun, list=listed, List=_raised(listed), verb=draw.pick(VERBS))
    return _join(draw, [*says, last] if draw.chance(0.5) else [last, *says])


def _symptom(draw: Draw, wish: Wish, asks: Sequence[Ask]) -> str:
    """The need instead of the noun: "My members must be able to sign in. There should be A." """
    tails, withs, says = _sort(draw, asks, most_tails=0)
    rest = [draw.pick(("Something {}.", "I need one {}.", "It should be one {}.", "One {}, please.")).format(tail) for tail in tails]
    rest += [_have(draw, [item]) for item in withs] + says
    draw.rng.shuffle(rest)
    return _join(draw, [draw.pick(wish.needs), *rest])


def _terse(draw: Draw, wish: Wish, asks: Sequence[Ask]) -> str:
    """Keywords: "login page for X, A, B, C" """
    tails, withs, says = _sort(draw, asks)
    comma = draw.pick((", ", ", ", ", ", "; ", " + ", " - ", " / ", ". ", "\n", " | "))
    parts = [" ".join((draw.pick(wish.nouns), *tails)), *(_bare(item) for item in withs), *(item.rstrip(".") for item in says)]
    return comma.join(_raised(part) for part in parts) if comma == ". " else comma.join(parts)


def _notes(draw: Draw, asks: Sequence[Ask]) -> str:
    """Nothing but the facts, and no word of what they are for."""
    _, withs, says = _sort(draw, [ask for ask in asks if ask.says or ask.withs], most_tails=0)
    joint = draw.pick((". ", ". ", ", ", "\n", "; ", " / ", " – "))
    return joint.join(said.rstrip(".") for said in says + withs)


def _listed(draw: Draw, wish: Wish, asks: Sequence[Ask]) -> str:
    """A list: the noun, then a line for each thing."""
    tails, withs, says = _sort(draw, asks)
    opening = _open(draw, " ".join((_noun(draw, wish), *tails)))
    if not withs and not says:
        return opening
    return "\n".join([opening.rstrip(".?!") + draw.pick((":", ":", " with:", "", " -")), *_items(draw, withs, says)])


def _specified(draw: Draw, wish: Wish, asks: Sequence[Ask]) -> str:
    """A developer's note: what it is, a header such as "Requirements:", and a line for each thing."""
    tails, withs, says = _sort(draw, asks)
    apart = draw.chance(0.4)
    noun = _noun(draw, wish) if apart else " ".join((_noun(draw, wish), *tails))
    items = _items(draw, withs + (tails if apart else []), says)
    form = draw.rng.random()
    if form < 0.6:
        title = _open(draw, noun)
    else:
        title = draw.pick(("{}", "# {}", "Page: {}", "Task: {}", "**{}**", "Component: {}", "Build: {}", "What: {}", "## {}", "Subject: {}")).format(_raised(noun) if draw.chance(0.6) else noun)
    if not items:
        return title
    return title + draw.pick(("\n", "\n", "\n\n")) + "\n".join([_frame(draw, "headers"), *items])


# Their parts


def _frame(draw: Draw, name: str) -> str:
    main = name in MAIN
    unused = draw.split == "wordings" and (main or draw.chance(0.5))
    if unused and main:
        draw.held.add("wordings")
    frame = draw.pick(frames(name, unused))
    draw.frames.append(frame)
    return frame


def _told(draw: Draw, name: str) -> str:
    """A frame that may speak of a person, a town or a day, none of which is the page's business."""
    frame = _frame(draw, name)
    if "{" not in frame:
        return frame
    # Marked like text to copy, or small letters and slips would give away what the page must leave out.
    return frame.format(name=draw.keep(draw.word("first_names")), town=draw.keep(draw.word("towns")), day=draw.pick(DAYS))


def _have(draw: Draw, items: Sequence[str]) -> str:
    listed = _list(draw, items)
    return _frame(draw, "haves").format(list=listed, List=_raised(listed))


def _items(draw: Draw, withs: Sequence[str], says: Sequence[str]) -> list[str]:
    """A line for each ask, bulleted or numbered."""
    items = [_bare(item) if draw.chance(0.5) else item for item in withs] + [item.rstrip(".") if draw.chance(0.6) else item for item in says]
    draw.rng.shuffle(items)
    if draw.chance(0.2):
        dot = draw.pick((".", ".", ")"))
        return [f"{place}{dot} {item}" for place, item in enumerate(items, 1)]
    bullet = draw.pick(BULLETS)
    return [bullet + item for item in items]


def _sort(draw: Draw, asks: Sequence[Ask], most_tails: int = 2) -> tuple[list[str], list[str], list[str]]:
    """Picks one form of each ask. More than two tails after a noun cannot be read."""
    tails: list[str] = []
    withs: list[str] = []
    says: list[str] = []
    for ask in asks:
        forms = [(bucket, options) for bucket, options in ((tails, ask.tails), (withs, ask.withs), (says, ask.says)) if options and (bucket is not tails or len(tails) < most_tails)]
        if not forms:
            forms = [(tails, ask.tails)]
        bucket, options = draw.pick(forms)
        bucket.append(draw.pick(options))
    return tails, withs, says


def _headed(draw: Draw, wish: Wish, asks: list[Ask]) -> tuple[Wish, list[Ask]]:
    """Now and then one ask said before the noun, where the noun takes it: "a dark login page"."""
    nouns = tuple(noun for noun in wish.nouns if not _determined(noun))
    heads = [ask for ask in asks if ask.heads]
    if not nouns or not heads or draw.chance(0.6):
        return wish, asks
    ask = draw.pick(heads)
    head = draw.pick(ask.heads)
    return replace(wish, nouns=tuple(f"{head} {noun}" for noun in nouns)), [other for other in asks if other is not ask]


def _noun(draw: Draw, wish: Wish) -> str:
    """The kind of page, with its article and now and then an adjective."""
    noun = draw.pick(wish.nouns)
    if draw.chance(0.3) and not _determined(noun):
        noun = f"{_frame(draw, 'adjectives')} {noun}"
        if draw.chance(0.15):
            noun = f"{_frame(draw, 'adjectives')}, {noun}"
    return noun if draw.chance(0.08) else article(noun)


def _open(draw: Draw, a: str) -> str:
    """The wish itself, a whole sentence with its full stop."""
    form = draw.rng.random()
    if form < (0.8 if draw.split == "wordings" else 0.6):
        text = _frame(draw, "openings").format(a=a, A=_raised(a), verb=draw.pick(VERBS))
    elif form < 0.83 and draw.split != "wordings":
        verb = draw.pick(VERBS)
        me = draw.pick(("", "", "", " me", " us", " for me:")) if " " not in verb else ""
        text = f"{verb.capitalize()}{me} {a}"
    else:
        return _frame(draw, "questions").format(a=a, A=_raised(a), verb=draw.pick(VERBS))
    return _stopped(text, draw.pick((".", ".", ".", "!")))


def article(noun: str) -> str:
    """The noun with a or an; a plural, and a noun that brings an article of its own, stay as they are."""
    head = re.split(r" (?:of|with|for|to|that|which|in|on|about|from|by|at) ", noun)[0].split()[-1]
    if _determined(noun) or (head.endswith("s") and not head.endswith(("ss", "us", "is", "news", "canvas"))):
        return noun
    first = noun.split()[0].lower().rstrip(",")
    if first.startswith(("one", "uni", "use", "usa", "euro")):
        return f"a {noun}"
    vowel = first[0] in "aeio" or first.startswith(("un", "up")) or first in ("url", "html", "svg", "rsvp", "ugly", "faq", "mp3", "mp4", "hour", "h1", "h2", "h3", "honest")
    return f"an {noun}" if vowel else f"a {noun}"


def _determined(noun: str) -> bool:
    return noun[0].isdigit() or noun.split()[0].lower() in DETERMINERS


def _list(draw: Draw, items: Sequence[str]) -> str:
    if len(items) == 1:
        return items[0]
    joiner = draw.pick(AND)
    if draw.chance(0.15):
        return joiner.join(items) if len(items) < 4 else ", ".join(items)
    return ", ".join(items[:-1]) + joiner + items[-1]


def _bare(item: str) -> str:
    """A noun phrase without its article."""
    return re.sub(r"^(?:an?|the|some) ", "", item)


def _raised(text: str) -> str:
    return text[0].upper() + text[1:]


def _lowered(text: str) -> str:
    """The sentence as it stands after a comma: small at the start, except for "I" and for capitals such as HTML."""
    return text if re.match(r"I\b|[A-Z][A-Z0-9]", text) else text[0].lower() + text[1:]


def _join(draw: Draw, sentences: Sequence[str]) -> str:
    """Sentences in a row; now and then run together with commas, as people do."""
    if len(sentences) > 1 and draw.chance(0.12):
        return ", ".join([sentences[0].rstrip(".!?"), *(_lowered(sentence.rstrip(".!?")) for sentence in sentences[1:])])
    return draw.pick((" ", " ", " ", "\n")).join(sentences)


# What stands around the wish, and how it is typed


def _addressed(draw: Draw, text: str, asks: int) -> str:
    """The text with a story, a greeting and an ending, each of them seldom; a story more often where much is asked."""
    gap = draw.pick(("\n", "\n\n") if "\n" in text else (" ", " ", " ", "\n", "\n\n"))
    if draw.chance(min(0.07 + 0.02 * asks, 0.2)):
        story = _told(draw, "stories")
        text = story + gap + text if draw.chance(0.85) else _stopped(text) + gap + story
    if draw.chance(0.1):
        greeting = _told(draw, "greetings")
        text = f"{greeting} {text if greeting[-1] in '.!?' else _lowered(text)}"
    if draw.chance(0.18):
        ending = _told(draw, "endings")
        text = f"{_stopped(ending)} {text}" if draw.chance(0.1) else _stopped(text) + gap + ending
    return text.rstrip(".!") if draw.chance(0.15) else text


def _stopped(text: str, stop: str = ".") -> str:
    return text if text.rstrip(f"{CLOSE}\"'”’)").endswith((".", "?", "!")) else text + stop


def _finish(draw: Draw, text: str) -> str:
    """The text as typed: small letters, capitals, slips and lost apostrophes, none of them inside the keep marks but small letters."""
    lower = draw.chance(0.2)
    upper = not lower and draw.chance(0.01)
    # Names in lower case are what a hurried person types; the page still shows them as names.
    lower_kept = lower and draw.chance(0.25)
    hurried = draw.chance(0.2 if lower else 0.03)
    typos = draw.rng.randint(1, 3) if draw.chance(0.08) else 0
    parts = re.split(f"({OPEN}[^{CLOSE}]*{CLOSE})", text)
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


def _mistype(draw: Draw, text: str) -> str:
    """One slip of the finger inside a word: two letters swapped, one left out, or one doubled."""
    words = list(re.finditer(r"[a-z]{5,}", text))
    if not words:
        return text
    word = draw.pick(words)
    at = draw.rng.randint(word.start() + 1, word.end() - 2)
    form = draw.rng.randint(0, 2)
    if form == 0:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + text[at + 1 :] if form == 1 else text[:at] + text[at] + text[at:]
