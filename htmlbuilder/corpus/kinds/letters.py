"""Whole wishes as people write them, with their names, prices and things or with others: see `corpus/letters`."""

import re
import zlib
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise

from htmlbuilder.checks import Requirement, unmet
from htmlbuilder.corpus.blocks.texts import raised
from htmlbuilder.corpus.draw import CLOSE, OPEN, WORDS, Draw
from htmlbuilder.corpus.kinds.briefs import ABOVE, BELOW, BLOCKS, LEAD
from htmlbuilder.corpus.letters import PLAIN, Implied, Mark, letters, parsed
from htmlbuilder.corpus.letters.other import COLORS, Others
from htmlbuilder.corpus.letters.scripted import counted
from htmlbuilder.corpus.letters.sheet import FORM, Sheet, grounds_first
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.style import LIGHT, STYLES
from htmlbuilder.corpus.thesaurus import retold, words_of
from htmlbuilder.corpus.wish import Ask, Wish, has, kind

# How people set in words what belongs together, by how many texts it is.
JOINTS = {
    2: ("{} {}", "{} ({})", "{} ({})", "{}: {}", "{} – {}", "{} - {}", "{}, {}", "{} = {}"), 3: ("{} ({}, {})", "{}, {}, {}", "{} – {} – {}", "{}: {}, {}", "{} / {} / {}"), 4: ("{} ({}, {}, {})", "{}, {}, {}, {}", "{}: {} – {} – {}"), 5: ("{} ({}, {}, {}, {})", "{}: {}, {}, {}, {}"), 6: ("{} ({}, {}, {}, {}, {})", "{}: {}, {}, {}, {}, {}"),
}  # fmt: skip
PRICED = ("{} {}", "{} {}", "{} ({})", "{}: {}", "{} – {}", "{} at {}", "{} for {}", "{} - {}")
NOW = ("{} instead of {}", "{} (was {})", "{}, down from {}", "{} (before: {})", "was {1}, now {0}", "old price {1}, new price {0}", "{1} crossed out, now {0}", "now {} (was {})")
# How the texts of one script are said, where not as others are.
TOLD_BY = {
    "quote": ('"{}" – {}', '"{}", {}', '"{}" ({})'), "lot": ("{} to {}", "{} to {}", "{}–{}", "{} - {}"), "riddle": ('"{}" (answer: {}), then "{}"', '"{}" → {} → "{}"', '"{}", the word is {}, and then it says "{}"'),
    "quiz": ('"{}" right: {}, wrong: {}', '"{}" ({} is right, {} is wrong)', '"{}" – {} (right), {}, {}', '"{}" right: {}, wrong: {} and {}', '"{}" ({}; wrong ones: {}, {}, {})', '"{}" right: {}, wrong: {}, {} and {}'),
    "ask": ('"{}" ({} / {})', '"{}" with {} and {}', '"{}" – {} or {}'),
    "stat": ("{} {}", "{} {}", "{} {}", "{} – {}", "{}: {}"),
    "event": ("{}: {}", "{} – {}", "{} {}", "{}, {}", "{} - {}"), "chat": ('{}: {}', '{}: "{}"', '{} says "{}"', "{} - {}"), "flip": ("{} / {}", "{} → {}", "{} – {}", "{}, then {}"), "cookie": ('"{}" ({})', '"{}" with a button {}', '"{}" ({} / {})', '"{}" with {} and {}'),
    "span": ("{} to {}", "{}-{}", "{}–{}", "{} through {}"), "btn": ("{} in {}", "{} ({})", "{}: {}", "{} – {}", "{1} {0}", "{1} “{0}”"), "h2": ("{} (#{})", "{} (id {})", "{} – id {}", "{}: #{}", '{} (id="{}")'), "cell": ("{0}, {1}: {2}", '{0} / {1}: "{2}"', "{1} of {0} is {2}", '{1} in {0}: "{2}"', '{0} has "{2}" under {1}'),
    **dict.fromkeys(("q", "tabs", "reveal", "dialog", "panel", "tip", "toast"), ('{} – "{}"', '{} ("{}")', '{}: "{}"', '{}: "{}" ({})', '{}: "{}" ({} / {})', '{}: "{}", with {} and {}')), **dict.fromkeys(("timer", "stars", "pin", "greet"), ('{}, then "{}"', '{} and then "{}"', '{} – "{}"', '{} ("{}")')),
}  # fmt: skip
# What may be told in any letter, whatever else it tells.
LOOSE = {"li", "row", "btn", "link", "foot", "small", "footlink", "mail", "phone", "quote", "p", "q", "stat", "audio", "img", "photo", "price", "poll", "reveal", "copy"}
BRACKETED = {"poll", "pick", "mix", "coin", "card", "photo", "person", "post", "tier", "timer", "count", "lot", "adder"}  # whose brackets hold a button, or a question
SPARED = LOOSE - {"audio", "img", "photo", "poll", "reveal", "copy"}  # what is left may still make sense without
MANY = {"li", "row", "btn", "link", "p", "quote", "q", "img", "photo"}  # of which a page may have several
AGAIN = {"li", "ol", "row", "card", "person", "photo", "post", "tier", "stat", "btn", "link", "footlink", "img", "round", "audio", "video", "q", "tr", "mail", "phone", "logos", "swatch", "office", "note", "bars", "meter", "pie", "panel", "tabs", "zoom", "slides", "todo", "search", "nest", "event", "chat", "lane", "flip"}
CHOICES = {"select", "radio", "opt", "poll", "coin"}  # of which a visitor takes one
FILLED = FORM | {"h2", "cell", "cap", "total", "span", "th", "tr", "tint"}  # what other marks add to
UNSAID = ("title", "end")
HEADS = ("h2", "th", "legend")  # what stands over other marks
CUES = re.compile(r"button|press|click|send|submit|\btap|push|says|read(?:s|ing)\b|tick|check|box|agree|call(?:s|ed)\b|label|\bcta\b|[\[\]\"“”«»]", re.IGNORECASE)
LEANS = re.compile(r"\W*(?:[a-z]|(?:He|She|It|They|That|This|These|Those|No|Yes|So|But|And|Or|There|Then)\b)")  # begins a sentence that goes on from the one before
POINTS = re.compile(r"\b(?:above|below|under|beside|the form|she|he|her|him|they|them|those|these)\b", re.IGNORECASE)
SIGHTED = {"mail", "phone", "quote"}  # what anybody knows by its look
# What a fact is labelled with where the letter does not say it, by labels that mean the same; any other such fact has no label.
LABELS = {
    **dict.fromkeys(("When", "Date", "Dates", "Day", "Days", "Time", "Times", "Starts", "Start", "Begins"), "When"), **dict.fromkeys(("Where", "Place", "Venue", "Meeting point", "Room"), "Where"),
    **dict.fromkeys(("Price", "Cost", "Fee"), "Price"), **dict.fromkeys(("Hours", "Open", "Opening", "Opening hours"), "Open"), **dict.fromkeys(("Age", "Ages"), "Age"),
}  # fmt: skip
BRIEF_BLOCKS = tuple((block, share) for block, share in BLOCKS if block not in (*ABOVE, *LEAD, *BELOW))  # blocks of briefs that a letter may ask for, too
BLOCK_SHARE = 0.22  # share of letters that ask for one
LONGEST = 8000  # characters of a page with such a block
ALSO = ("Also {}.", "And {}.", "Then {}.", "Add {}.", "Also {} please.", "I need {} too.", "It needs {}.", "plus {}", "with {}", "Underneath {}.", "Can it have {}?", "Below that, {}.", "and {}", "Put {} on it as well.", "We want {} there.", "Please include {}.", "+ {}", "After that {}.")
SENTENCE = re.compile(r"(?<=[.!?])(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bMrs\.)(?<!\b[Nn]o\.)(?<!\bvs\.)(?<!\bincl\.)(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\b[A-Z]\.) +|\n+")
NAME = re.compile(r"\b[A-Z][^\W\d_]{3,}")
NUMBER = re.compile(rf"(?<![\w.:,/])(?:{'|'.join(WORDS[2:13])}|[2-9]|1[0-2])(?![\w.:,/])", re.IGNORECASE)
# How many there are of what the next mark holds: "3 columns: ".
COUNT = re.compile(rf"(?<![\w:.,/$£€₹¥-])({'|'.join(WORDS[2:13])}|\d{{1,2}})(?![\w.]|[:,]\d)(?=[^.!?]{{0,60}}$)", re.IGNORECASE)


@kind("letter", 210.0)
def letter(draw: Draw) -> Wish:
    return _told(draw, PLAIN)


@kind("caprice", 36.0)
def caprice(draw: Draw) -> Wish:
    """A letter of somebody who wants something odd."""
    return _told(draw, "odd")


@kind("gist", 160.0)
def gist(draw: Draw) -> Wish:
    """A letter that says what a thing is and leaves most of it to whoever builds it."""
    return _told(draw, "gist")


def _told(draw: Draw, sort: str) -> Wish:
    unused = draw.split == "wordings" and draw.chance(0.5)
    if unused:
        draw.held.add("wordings")
    known = letters(unused, sort)
    field, text = draw.pick(known)
    draw.frames.append(text)
    form, parts = draw.rng.random(), parsed(draw, text)
    if draw.chance(0.5):
        parts = _mixed(draw, parts, [parsed(draw, draw.pick(known)[1]) for _ in range(draw.rng.randint(0, 3))])
    parts = _labelled(_standing(parts))
    others = Others(draw, 1.0 if draw.split == "unseen" or form > 0.7 else 0.0 if form < 0.2 else 0.5)
    parts = _changed(others, _named(others, parts))
    style = STYLES[LIGHT[zlib.crc32(field.encode()) % len(LIGHT)]]
    if draw.chance(BLOCK_SHARE):
        noted = draw.noted()
        told, blocks = _with_blocks(draw, parts)
        wish = _wish(draw, told, Sheet(style, blocks=blocks))
        ids = re.findall(r'\bid="([^"]*)"', wish.page)
        if len(ids) == len(set(ids)) and len(wish.page) < LONGEST and not unmet(wish.page, [need for ask in wish.asks for need in ask.requires]):
            return wish
        draw.forget(noted)
    return _wish(draw, parts, Sheet(style))


def _wish(draw: Draw, parts: Sequence[str | Mark], sheet: Sheet) -> Wish:
    parts = _retold(draw, _merged(_spaced(parts)))
    joints: dict[tuple[str, ...], str] = {}
    said = "".join(_apart(draw, parts, place) if isinstance(part, str) else _words(draw, part, parts, place, joints) for place, part in enumerate(parts))
    for mark in _runs(grounds_first(part for part in parts if isinstance(part, Mark))):
        sheet.add(mark)
    page = sheet.page()
    if not sheet.title:
        raise ValueError(f"nothing in this letter is the page's title: {said[:80]}")
    return Wish(nouns=(), page=page, asks=[Ask(says=(said,), requires=tuple(sheet.needs))], requires=(has("h1"),), ordered=True)


def _with_blocks(draw: Draw, parts: Sequence[str | Mark]) -> tuple[list[str | Mark], list[tuple[Part, list[Requirement]]]]:
    """The letter with what a block of briefs asks for, or two, at its end or between its sentences; and these blocks, with what they need."""
    sentences, blocks = _sentences(parts), list[tuple[Part, list[Requirement]]]()
    whole = not any(isinstance(part, Mark) and part.role in FILLED for part in parts)  # nothing is being filled between sentences
    known, shares = zip(*BRIEF_BLOCKS, strict=True)
    for block in draw.together(lambda: draw.rng.choices(known, shares, k=draw.pick((1, 1, 1, 2))), lambda chosen: [one.__name__ for one in chosen]):
        asks: list[Ask] = []
        part = block(draw, asks)
        told = [draw.pick(ask.says) if ask.says and (draw.chance(0.6) or not ask.withs) else draw.pick(ALSO).format(draw.pick(ask.withs or ask.tails)) for ask in asks]
        free = [place for place in range(1, len(sentences)) if whole and _last(sentences[place - 1]) in (*".!?",) and not _leans(sentences[place])]
        mark = Mark("block", ((_stopped(told),),), str(len(blocks)), fixed=True)
        sentences.insert(draw.pick(free) if free and draw.chance(0.4) else len(sentences), [Mark("end", (("",),)), mark])
        blocks.append((part, [need for ask in asks for need in ask.requires]))
    return _joined(draw, sentences, any("\n" in part for part in parts if isinstance(part, str))), blocks


def _stopped(told: Sequence[str]) -> str:
    """The asks in a row, each with a sign at its end where another follows."""
    return " ".join(ask if ask.rstrip()[-1:] in (*".!?:",) else f"{ask}{'' if place == len(told) else '.'}" for place, ask in enumerate(told, 1))


def _named(others: Others, parts: Sequence[str | Mark]) -> list[str | Mark]:
    """The parts with another button or question in the place of one that a mark has in its brackets and the letter says."""
    found = list(parts)
    for place, mark in enumerate(found):
        if not isinstance(mark, Mark) or not mark.param or mark.role not in BRACKETED:
            continue
        saying = next((at for at, part in enumerate(found) if isinstance(part, str) and part.count(mark.param) == 1), None)
        if saying is not None:
            new = others.param(mark)
            found[saying] = str(found[saying]).replace(mark.param, others.draw.keep(new))
            found[place] = replace(mark, param=new, told=True)
    return found


def _mixed(draw: Draw, parts: Sequence[str | Mark], others: Sequence[Sequence[str | Mark]]) -> list[str | Mark]:
    """The letter without some of its sentences that stand for themselves, and with such sentences of `others`."""
    kept: list[list[str | Mark]] = []
    inside, asked = False, ""  # whether a section or a form is being filled, and how the sentence before ends
    free = [0]  # places where another sentence may stand
    summed = any(isinstance(part, Mark) and part.role == "total" for part in parts)
    again = {text for part in parts if isinstance(part, Mark) and part.silent for row in part.rows for text in row}  # what is shown once more
    for sentence in _sentences(parts):
        marks = [part for part in sentence if isinstance(part, Mark)]
        opened = any(mark.role in FILLED for mark in marks)
        alone = kept and not inside and not opened and _stands(sentence, SPARED) and asked[-1:] != ":" and again.isdisjoint(mark.rows[0][0] for mark in marks)
        inside = opened or (inside and not any(mark.role == "end" for mark in marks))
        asked = str(sentence[-1]).rstrip() if isinstance(sentence[-1], str) else ""
        if alone and draw.chance(0.35) and not (summed and any(mark.role in ("row", "li", "tr") for mark in marks)):
            continue
        if len(free) > 1 and free[-1] == len(kept) and _leans(sentence):
            free.pop()
        kept.append(sentence)
        if not inside and asked[-1:] in (*".!?",):
            free.append(len(kept))
    told = {part.role for sentence in kept for part in sentence if isinstance(part, Mark)} - MANY
    for other in others:
        fit = [sentence for before, sentence in pairwise(_sentences(other)) if _last(before) != ":" and _stands(sentence) and _speaks(sentence) and told.isdisjoint(part.role for part in sentence if isinstance(part, Mark))]
        if not fit:
            continue
        sentence = draw.pick(fit)
        told |= {part.role for part in sentence if isinstance(part, Mark)} - MANY
        place = draw.pick(free[1:]) if len(free) > 1 and draw.chance(0.6) else len(kept)
        kept.insert(place, sentence if place < len(kept) else [Mark("end", (("",),)), *sentence])
        free = [at + (at > place) for at in free]
    return _joined(draw, kept, any("\n" in part for part in parts if isinstance(part, str)))


def _joined(draw: Draw, sentences: Sequence[Sequence[str | Mark]], broken: bool) -> list[str | Mark]:
    """The sentences in a row, or mostly on lines of their own where the letter was `broken` into lines."""
    lines = broken and draw.chance(0.8)
    mixed: list[str | Mark] = []
    for sentence in sentences:
        if mixed:
            bullet = isinstance(sentence[0], str) and re.match(r"[-~•*>]|\d\)", sentence[0])
            mixed.append("\n" if lines or bullet or draw.chance(0.2) else " " if _last(mixed) in (*".!?:",) else ". ")
        mixed += sentence
    return mixed


def _last(sentence: Sequence[str | Mark]) -> str:
    """The sign that a sentence ends with, as it is said."""
    said = (part for part in reversed(sentence) if _told_here(part) or (isinstance(part, str) and part.strip()))
    end = next(said, "")
    return (_end(end) if isinstance(end, Mark) else end).rstrip()[-1:]


def _sentences(parts: Sequence[str | Mark]) -> list[list[str | Mark]]:
    sentences: list[list[str | Mark]] = [[]]
    for part in parts:
        for place, piece in enumerate([part] if isinstance(part, Mark) else SENTENCE.split(part)):
            if place:
                sentences.append([])
            if piece:
                sentences[-1].append(piece)
    return [sentence for sentence in sentences if sentence]


def _stands(sentence: Sequence[str | Mark], roles: Set[str] = LOOSE) -> bool:
    """Whether a sentence stands for itself, in any letter that it is in: it has marks, of these roles alone."""
    marks = [part for part in sentence if isinstance(part, Mark)]
    words = "".join(part for part in sentence if isinstance(part, str))
    return bool(marks) and all(mark.role in roles and not mark.silent and not mark.fixed and (mark.role not in BRACKETED or mark.param in words) for mark in marks)


def _speaks(sentence: Sequence[str | Mark]) -> bool:
    """Whether a sentence says in any letter what its marks are: it has words, and they speak of nothing else."""
    words = " ".join(part for part in sentence if isinstance(part, str))
    seen = all(part.role in SIGHTED for part in sentence if isinstance(part, Mark))
    return bool(seen or re.search(r"[^\W\d_]{2}", words)) and not POINTS.search(words) and not LEANS.match(words)


def _leans(sentence: Sequence[str | Mark]) -> bool:
    """Whether a sentence may go on from the one before: it begins with what a mark tells, or with such a word."""
    first = next((part for part in sentence if _told_here(part) or (isinstance(part, str) and part.strip())), "")
    return isinstance(first, Mark) or bool(LEANS.match(first))


def _standing(parts: Sequence[str | Mark]) -> list[str | Mark]:
    """The letter with a note on each mark whose texts the words around it speak of, too: these stay as they are."""
    cells = [mark for mark in parts if isinstance(mark, Mark) and mark.role == "cell"]
    words = f" {' '.join([*(part for part in parts if isinstance(part, str)), *(text for mark in cells for row in mark.rows for text in row)])} "

    def spoken(mark: Mark) -> bool:
        whole = {(text, mark.role) for row in mark.rows for text in row}  # not only words of a text
        names = {name for row in mark.rows for text in row for name in (text, *NAME.findall(text), *re.findall(r"\d{2,}", text))}
        return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE if name.islower() or (name, mark.role) in whole else 0) for name in names if len(name) > 1)

    return [replace(part, stays=True) if isinstance(part, Mark) and (spoken(part) or (cells and part.role == "span")) else part for part in parts]


def _labelled(parts: Sequence[str | Mark]) -> list[str | Mark]:
    """The letter with no label at a fact that nobody could guess: it is said beside the fact, or usual."""
    found = list(parts)
    for place, mark in enumerate(found):
        if isinstance(mark, Mark) and mark.role == "fact" and mark.param and not mark.silent:
            said = [word for part in found[max(0, place - 1) : place + 2] if isinstance(part, str) for word in re.findall(r"[^\W\d_]+", part.casefold())]
            known = any(word[:4] == other[:4] for word in re.findall(r"[^\W\d_]+", mark.param.casefold()) for other in said)
            found[place] = replace(mark, param=mark.param if known else LABELS.get(mark.param, ""))
    return found


def _changed(others: Others, parts: Sequence[str | Mark]) -> list[str | Mark]:
    """The letter with other texts in its marks. A number that says how many there are stays true, and a table as wide as its rows."""
    celled = any(isinstance(part, Mark) and part.role == "tr" and any(len(row) > 1 for row in part.rows) for part in parts)
    sized = {"stage"} | ({"tier", "card", "person", "photo", "post"} if any(isinstance(part, Mark) and part.role == "best" for part in parts) else set()) | ({"th"} if celled else set())  # whose texts the words number
    numbers = {counted(match[0]) for part in parts if isinstance(part, str) for match in NUMBER.finditer(part)}  # that the words say anywhere
    changed: list[str | Mark] = []
    for place, part in enumerate(parts):
        if isinstance(part, Mark):
            cued = any(isinstance(near, str) and CUES.search(near) for near in parts[max(0, place - 1) : place + 2])
            before = changed[-1] if changed and isinstance(changed[-1], str) else ""
            said = next((match for match in reversed([*COUNT.finditer(before)]) if counted(match[0]) == len(part.rows)), None)
            part = others.mark(part, counted=said is not None, resized=part.role not in sized and (said is not None or len(part.rows) not in numbers), cued=cued)
            if said and not part.silent:
                number = str(len(part.rows)) if said[0].isdigit() or len(part.rows) >= len(WORDS) else WORDS[len(part.rows)]
                changed[-1] = before[: said.start()] + (raised(number) if said[0][0].isupper() else number) + before[said.end() :]
        changed.append(part)
    return changed


def _retold(draw: Draw, parts: Sequence[str | Mark]) -> list[str | Mark]:
    """The letter with some of its words told in others, but for those that the page shows, or that speak of what it shows."""
    marks = [part for part in parts if isinstance(part, Mark)]
    texts = [text for mark in marks for row in mark.rows for text in row if mark.silent or mark.stays or isinstance(text, Implied)]
    words = iter(retold(draw, [part for part in parts if isinstance(part, str)], words_of([*texts, *(mark.param for mark in marks)])))
    return [part if isinstance(part, Mark) else next(words) for part in parts]


def _next(parts: Sequence[str | Mark], place: int) -> str:
    """The words after that part."""
    after = parts[place + 1] if place + 1 < len(parts) else ""
    return after if isinstance(after, str) else OPEN


def _told_here(part: str | Mark) -> bool:
    """Whether the letter says that part as a mark's texts."""
    return isinstance(part, Mark) and not part.silent and part.role not in UNSAID


def _spaced(parts: Sequence[str | Mark]) -> list[str | Mark]:
    """The parts with something between marks that are told next to each other, and between words that a mark untold parts."""
    found: list[str | Mark] = []
    last: str | Mark = ""  # the last of the parts that says something
    for part in parts:
        if isinstance(part, Mark) and not _told_here(part):
            found.append(part)
            continue
        parted, two = bool(found) and found[-1] is not last, isinstance(last, Mark) and isinstance(part, Mark)
        if two:
            found.append(", " if parted else " ")
        elif parted and last and re.match(r"\S\w", _edge(last, -1) + _edge(part, 0)):
            found.append(" ")
        found.append(part)
        last = part
    return found


def _merged(parts: Sequence[str | Mark]) -> list[str | Mark]:
    """The parts, words that follow each other in one."""
    found: list[str | Mark] = []
    for part in parts:
        last = found[-1] if found else None
        if isinstance(part, str) and isinstance(last, str):
            found[-1] = last + part
        else:
            found.append(part)
    return found


def _edge(part: str | Mark, place: int) -> str:
    """The letter at an end of that part."""
    return part[place] if isinstance(part, str) else "x"


def _end(mark: Mark) -> str:
    """The last of its texts that are said."""
    return next((text for row in reversed(mark.rows) for text in reversed(row) if not isinstance(text, Implied)), "")


def _apart(draw: Draw, parts: Sequence[str | Mark], place: int) -> str:
    """The words there, without a second stop; a mere space between two marks becomes more, or nobody could tell where one ends."""
    words, between = str(parts[place]), parts[max(0, place - 1) : place + 2]
    last = parts[place - 1] if place else ""
    if isinstance(last, Mark) and _told_here(last) and _end(last)[-1:] in (*".!?…",) and re.match(r"\.(?!\.)", words):
        return words[1:]
    marks = [part for part in between if isinstance(part, Mark) and _told_here(part) and (not part.fixed or part.role in HEADS)]
    if words != " " or len(marks) < 2:
        return words
    if marks[0].role in HEADS:
        return draw.pick((": ", ": ", "\n"))
    stops: tuple[str, ...] = ("\n", "\n", " / ", " – ", *(() if _end(marks[0])[-1:] in (*".!?…",) else (". ",)))
    listed = any(len(mark.rows) > 1 or "," in text for mark in marks for row in mark.rows for text in row)
    return draw.pick(stops if listed or marks[1].role in HEADS else (", ", ", ", *stops))


def _crowded(parts: Sequence[str | Mark], place: int) -> bool:
    """Whether nothing but a comma parts that mark from another, so that commas within it would be lost among them."""
    return any(
        0 <= place + 2 * step < len(parts) and str(parts[place + step]).strip() == "," and _told_here(parts[place + 2 * step]) for step in (-1, 1)
    )


def _fitting(joints: Sequence[str], mark: Mark) -> tuple[str, ...]:
    """Those of the joints whose signs are in no text of the mark; a mere space only beside a figure."""
    texts = [text for row in mark.rows for text in row]
    figures = all(re.match(r"[\d$£€₹¥]", text) for row in mark.rows for text in row[1:]) or all(row[0][-1:].isdigit() for row in mark.rows)
    signs = {joint: {sign.strip() for sign in re.findall(r"(?<=\})[^{}]+(?=\{)", joint)} for joint in joints}
    fit = tuple(joint for joint in joints if (figures or signs[joint] != {""}) and not any(sign and sign in text for sign in signs[joint] for text in texts))
    return fit or (" | ".join(["{}"] * joints[0].count("{}")),)


def _runs(marks: Sequence[Mark]) -> list[Mark]:
    """The marks, those of one role that follow each other in one."""
    found: list[Mark] = []
    for mark in marks:
        last = found[-1] if found else None
        if last and last.role == mark.role in AGAIN and not (len(found) > 1 and found[-2].role == "tint") and last.param == mark.param:
            found[-1] = replace(last, rows=last.rows + mark.rows) if last.silent == mark.silent else replace(last, rows=_unsaid(last) + _unsaid(mark), silent=False)
        else:
            found.append(mark)
    return found


def _unsaid(mark: Mark) -> tuple[tuple[str, ...], ...]:
    """The rows of the mark, to stand beside others: nobody says those of a silent one."""
    return tuple(tuple(map(Implied, row)) for row in mark.rows) if mark.silent else mark.rows


def _words(draw: Draw, mark: Mark, parts: Sequence[str | Mark], place: int, joints: dict[tuple[str, ...], str]) -> str:
    """The mark as the letter says it. People mostly keep to one way of joining texts, of those in `joints`."""
    if mark.silent or mark.role in UNSAID:
        return ""
    if mark.role == "pager":
        return draw.pick((" ", " ", ", ", " | ", " / ")).join(draw.keep(text) for text, *_ in mark.rows)
    if mark.role == "ids":
        return draw.pick((", ", " ", " and ", " / ")).join(f"#{draw.keep(text)}" for text, *_ in mark.rows)
    after, crowded = _next(parts, place), _crowded(parts, place)
    if mark.partly:
        rows = (tuple(text for text in row if not isinstance(text, Implied)) for row in mark.rows)
        mark = replace(mark, rows=tuple(row for row in rows if row))
    if mark.role == "block":
        return mark.rows[0][0]
    if mark.role in ("hue", "bg", "band", "dark", "pics", "tint", "some", "fill") or (mark.fixed and all(len(row) == 1 for row in mark.rows)):
        plain = mark.role in COLORS or not mark.fixed
        return draw.pick((", ", " and ", " and ", " & ", " / ")).join(" ".join(row) if plain else draw.keep(row[0]) for row in mark.rows)
    if mark.role == "tier":
        words = [" ".join(draw.keep(text) for text in (name, *price[:1])) + (f" ({', '.join(draw.keep(text.strip()) for part in price[1:] for text in part.split(','))})" if price[1:] else "") for name, *price in mark.rows]
    else:
        width = max(len(row) for row in mark.rows)
        priced = all(len(row) == 2 and re.search(r"^[$£€₹¥]?\d[\d.,]*( ?[$£€₹¥]| \w+)?$", row[1]) for row in mark.rows)
        own = NOW if mark.role == "price" and width == 2 else tuple(joint for joint in TOLD_BY.get(mark.role, ()) if len(re.findall(r"\{\d?\}", joint)) == width)
        known = own or (_fitting(PRICED if priced else JOINTS[width], mark) if width > 1 else ("",))
        if known not in joints or draw.chance(0.15):
            joints[known] = draw.pick(known)
        joint = known[0] if mark.role == "stat" and len(mark.rows) == 1 else joints[known]
        words = [(joint if len(row) == width else _fitting(JOINTS[len(row)], mark)[0] if len(row) > 1 else "{}").format(*(draw.keep(text) for text in row)) if len(row) > 1 else draw.keep(row[0]) for row in mark.rows]
    words = [word.replace(f"?{CLOSE}:", f"?{CLOSE}") for word in words]
    if len(words) == 1:
        return f'"{words[0]}"' if crowded and "," in words[0] and '"' not in words[0] else words[0]
    texts = [text for row in mark.rows for text in row]
    tricky = any(re.search(r"[,;/|·&+]| and | plus | or ", text) for text in texts) or any("," in word for word in words) or any(text[-1:] in (*".!?",) for text in texts) or crowded
    if after[:1] in ("", "\n") or after[:2] in (".\n", "."):
        form = draw.rng.random()
        if form < (0.3 if len(mark.rows[0]) > 1 else 0.14):
            bullet = draw.pick(("- ", "- ", "* ", "• ", "– ", ""))
            return "\n" + "\n".join(f"{bullet}{word}" for word in words)
        if form < (0.32 if len(mark.rows[0]) > 1 else 0.17):
            return "\n" + "\n".join(f"{place}. {word}" for place, word in enumerate(words, 1))
    if tricky:
        return draw.pick([joint for joint in ("; ", "; ", " | ", " / ") if not any(joint.strip() in text for text in texts)] or ["\n"]).join(words)
    either = mark.role in CHOICES and draw.chance(0.4)
    if either or draw.chance(0.55):
        last = (" or ", " or ", ", or ") if either else (" and ", " and ", " and ", ", and ", " & ", ", ", " plus ")
        return ", ".join(words[:-1]) + draw.pick(last) + words[-1]
    return draw.pick((", ", ", ", ", ", " / ", "; ", " | ", " + ", " · ")).join(words)
