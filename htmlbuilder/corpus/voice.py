"""Turns asks into a prompt, in one of many voices: how a thousand different people would word the same wish.

The frames and the grammar of small things are `wording`'s, how the text is typed is `typed`'s; the facts and the page are
the kinds'.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from htmlbuilder.corpus.draw import OPEN, Draw, bank
from htmlbuilder.corpus.typed import tidied, typed
from htmlbuilder.corpus.wish import Ask, Wish
from htmlbuilder.corpus.wording import (
    VERBS,
    article,
    bare,
    chained,
    determined,
    framed,
    listed,
    lowered,
    raised,
    spaced,
    stopped,
    unstopped,
)

BULLETS = ("- ", "- ", "* ", "• ", "-> ", "# ", "– ", "> ", "+ ", "")
TITLES = ("{}", "# {}", "Page: {}", "Task: {}", "**{}**", "Component: {}", "Build: {}", "What: {}", "## {}", "Subject: {}")
TICKETS = ("Title: {}", "Summary: {}", "Ticket: {}", "Subject: {}", "Story: {}", "Feature: {}", "[web] {}", "Task: {}", "TITLE: {}", "Issue: {}", "Name: {}", "Request: {}", "Requested: {}", "What: {}", "Item: {}", "{}")
Voice = Callable[[Draw, Wish, Sequence[Ask]], str]


def phrase(draw: Draw, wish: Wish) -> str:
    """The wish in words. Everything between the keep marks comes through letter by letter; the marks are gone."""
    asks = list(wish.asks)
    if not wish.ordered or draw.chance(0.3):
        draw.rng.shuffle(asks)
    if not wish.nouns:
        return typed(draw, _addressed(draw, _notes(draw, asks), len(asks)))
    voices = VOICES if draw.split != "wordings" else WORDED
    voice = draw.rng.choices([voice for voice, _ in voices], [weight for _, weight in voices])[0]
    if voice is _symptom and not wish.needs:
        voice = _split
    if voice is not _symptom:
        wish, asks = _headed(draw, wish, asks)
    text = voice(draw, wish, asks)
    if voice is _chat:
        draw.manners.add("chat")
        return typed(draw, text)
    return typed(draw, _mailed(draw, text) if voice is not _ticket and draw.chance(0.05) else _addressed(draw, text, len(asks)))


# Voices


def _sentence(draw: Draw, wish: Wish, asks: Sequence[Ask]) -> str:
    """All in one: "Create a login page for X with A, B and C. The button says D." """
    tails, withs, says = _sort(draw, asks)
    noun = " ".join((_noun(draw, wish), *tails))
    if withs:
        joint = framed(draw, "withs")
        noun += ("" if joint[0] in ",:" else " ") + f"{joint} {listed(draw, withs)}"
    return chained(draw, [_open(draw, noun), *says])


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
    return chained(draw, [_open(draw, " ".join((_noun(draw, wish), *tails))), *rest])


def _rambling(draw: Draw, wish: Wish, asks: Sequence[Ask]) -> str:
    """Somebody talking: "I'd like a login page. Let me think. It should have A. Oh, and the button says B." """
    tails, withs, says = _sort(draw, asks)
    wants = [(f"{item}.", _have(draw, [item])) for item in withs] + [(lowered(said), said) for said in says]
    draw.rng.shuffle(wants)
    text = [_open(draw, " ".join((_noun(draw, wish), *tails)))]
    for short, full in wants:
        filler = framed(draw, "fillers") if draw.chance(0.65) else ""
        if filler and filler[-1] not in ".?!":
            text.append(f"{filler} {short}")
        else:
            text += [filler, full] if filler else [full]
    return spaced(text, draw.pick((" ", " ", " ", "\n", " ... ")))


def _backwards(draw: Draw, wish: Wish, asks: Sequence[Ask]) -> str:
    """The asks first and the noun last: "With A and B, please make a login page." """
    tails, withs, says = _sort(draw, asks)
    noun = " ".join((_noun(draw, wish), *tails))
    if not withs:
        return chained(draw, [*says, _open(draw, noun)])
    named = listed(draw, withs)
    last = framed(draw, "lasts", a=noun, list=named, List=raised(named))
    return chained(draw, [*says, last] if draw.chance(0.5) else [last, *says])


def _symptom(draw: Draw, wish: Wish, asks: Sequence[Ask]) -> str:
    """The need instead of the noun: "My members must be able to sign in. There should be A." """
    tails, withs, says = _sort(draw, asks, most_tails=0)
    rest = [draw.pick(("Something {}.", "I need one {}.", "It should be one {}.", "One {}, please.")).format(tail) for tail in tails]
    rest += [_have(draw, [item]) for item in withs] + says
    draw.rng.shuffle(rest)
    return chained(draw, [draw.pick(wish.needs), *rest])


def _terse(draw: Draw, wish: Wish, asks: Sequence[Ask]) -> str:
    """Keywords: "login page for X, A, B, C" """
    tails, withs, says = _sort(draw, asks)
    comma = draw.pick((", ", ", ", ", ", "; ", " + ", " - ", " / ", ". ", "\n", " | "))
    noun = _noun(draw, wish) if draw.chance(0.15) else draw.pick(wish.nouns)
    parts = [" ".join((noun, *tails)), *(bare(item) for item in withs), *(item.rstrip(".") for item in says)]
    return comma.join(raised(part) for part in parts) if comma == ". " else comma.join(parts)


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
    return "\n".join([unstopped(opening) + draw.pick((":", ":", " with:", "", " -")), *_items(draw, withs, says)])


def _specified(draw: Draw, wish: Wish, asks: Sequence[Ask]) -> str:
    """A developer's note: what it is, a header such as "Requirements:", and a line for each thing."""
    tails, withs, says = _sort(draw, asks)
    apart = draw.chance(0.4)
    noun = _noun(draw, wish) if apart else " ".join((_noun(draw, wish), *tails))
    items = _items(draw, withs + (tails if apart else []), says)
    if draw.split == "wordings" or draw.chance(0.6):
        title = _open(draw, noun)
    else:
        title = draw.pick(TITLES).format(raised(noun) if draw.chance(0.6) else noun)
    if not items:
        return title
    return title + draw.pick(("\n", "\n", "\n\n")) + "\n".join([framed(draw, "headers"), *items])


def _ticket(draw: Draw, wish: Wish, asks: Sequence[Ask]) -> str:
    """A ticket: a title, fields that are nobody's business, a description, and what has to be there."""
    tails, withs, says = _sort(draw, asks)
    noun = draw.pick(wish.nouns)
    lines = [draw.pick(TICKETS).format(raised(" ".join((noun, *tails)) if not determined(noun) or tails else noun))]
    fields = [framed(draw, "tickets") for _ in range(draw.rng.randint(1, 5))]
    lines += {field.partition(":")[0]: field for field in fields}.values()  # no field twice
    gap = draw.pick(("\n", "\n", "\n\n"))
    if not withs and not says:
        return "\n".join(lines)
    if draw.chance(0.35):
        return "\n".join(lines) + gap + draw.pick(("Description: ", "Description:\n", "", "Body: ", "Details: ")) + chained(draw, [*(_have(draw, [item]) for item in withs), *says])
    return "\n".join(lines) + gap + "\n".join([framed(draw, "headers"), *_items(draw, withs, says)])


def _ruled(draw: Draw, wish: Wish, asks: Sequence[Ask]) -> str:
    """What the page shall have, and what it shall not; the page has none of that anyway."""
    tails, withs, says = _sort(draw, asks)
    opening = _open(draw, " ".join((_noun(draw, wish), *tails)))
    said = " ".join((opening, *withs, *says)).lower()
    drawn = {thing.removeprefix("no ").lower(): thing for thing in (framed(draw, "donts") for _ in range(draw.rng.randint(1, 4)))}
    unwanted = [thing for thing in drawn.values() if not any(len(word) > 3 and word.rstrip("s") in said for word in thing.lower().split())]
    if not withs and not says:
        return chained(draw, [opening, *(f"{raised(thing)}." if thing.startswith("no") else f"Please no {thing}." for thing in unwanted)])
    do, dont = framed(draw, "dos").split("|")
    unwanted = [thing.removeprefix("no ") for thing in unwanted if not thing.startswith("nothing")]
    if draw.chance(0.5):
        bullet = draw.pick(BULLETS[:5])
        lines = [opening, do, *_items(draw, withs, says, bullet)]
        return "\n".join([*lines, dont, *_items(draw, unwanted, [], bullet)] if unwanted else lines)
    wanted = ", ".join([*withs, *(lowered(item.rstrip(".")) for item in says)])
    text = f"{opening} {do} {wanted}."
    return f"{text} {dont} {', '.join(unwanted)}." if unwanted else text


def _chat(draw: Draw, wish: Wish, asks: Sequence[Ask]) -> str:
    """Several short messages in a row, each a line."""
    tails, withs, says = _sort(draw, asks, most_tails=1)
    lines = [framed(draw, "chat_firsts")] if draw.chance(0.6) else []
    noun = _noun(draw, wish)
    if tails and draw.chance(0.5):
        lines += [unstopped(_open(draw, noun)), *tails]
    else:
        lines.append(unstopped(_open(draw, " ".join((noun, *tails)))))
    more = [f"{framed(draw, 'chat_wants')} {item}" if draw.chance(0.7) else item for item in withs]
    more += [lowered(item.rstrip(".")) for item in says]
    draw.rng.shuffle(more)
    lines += [f"{framed(draw, 'chats')} {line}" if draw.chance(0.3) else line for line in more]
    if draw.chance(0.3):
        lines.append(unstopped(framed(draw, "endings")))
    return "\n".join(line for line in lines if line)


VOICES: tuple[tuple[Voice, float], ...] = (
    (_sentence, 28), (_split, 14), (_terse, 9), (_rambling, 7), (_chat, 7), (_listed, 7), (_symptom, 8), (_specified, 6), (_backwards, 6), (_ticket, 4), (_ruled, 4),
)  # fmt: skip
# Those whose main sentence is a frame's.
WORDED: tuple[tuple[Voice, float], ...] = tuple((voice, weight) for voice, weight in VOICES if voice not in (_terse, _symptom, _ticket))


# Their parts


def _have(draw: Draw, items: Sequence[str]) -> str:
    named = listed(draw, items)
    return framed(draw, "haves", list=named, List=raised(named))


def _items(draw: Draw, withs: Sequence[str], says: Sequence[str], bullet: str = "") -> list[str]:
    """A line for each ask, bulleted or numbered."""
    items = [bare(item) if draw.chance(0.5) else item for item in withs] + [item.rstrip(".") if draw.chance(0.6) else item for item in says]
    draw.rng.shuffle(items)
    if not bullet and draw.chance(0.2):
        dot = draw.pick((".", ".", ")"))
        return [f"{place}{dot} {item}" for place, item in enumerate(items, 1)]
    bullet = bullet or draw.pick(BULLETS)
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
    nouns = tuple(noun for noun in wish.nouns if not determined(noun))
    heads = [ask for ask in asks if ask.heads]
    if not nouns or not heads or draw.chance(0.6):
        return wish, asks
    ask = draw.pick(heads)
    head = draw.pick(ask.heads)
    return replace(wish, nouns=tuple(f"{head} {noun}" for noun in nouns)), [other for other in asks if other is not ask]


def _noun(draw: Draw, wish: Wish) -> str:
    """The kind of page, with its article and now and then an adjective."""
    noun = draw.pick(wish.nouns)
    if draw.chance(0.25) and not determined(noun):
        noun = f"{framed(draw, 'adjectives')} {noun}"
        if draw.chance(0.1):
            noun = f"{framed(draw, 'adjectives')}, {noun}"
    return noun if draw.chance(0.06) else article(noun)


def _open(draw: Draw, a: str) -> str:
    """The wish itself, a whole sentence with its full stop."""
    form = draw.rng.random()
    if form > 0.82 and draw.split != "wordings":
        verb = draw.pick(VERBS)
        me = draw.pick(("", "", "", " me", " us", " for me:")) if " " not in verb else ""
        text = f"{verb.capitalize()}{me} {a}"
    else:
        name = "openings" if form < 0.5 else "questions" if form < 0.62 else "others" if form < 0.69 else "orders" if form < 0.76 else "foreign" if form < 0.79 else "likes"
        text = framed(draw, name, a=a, A=raised(a))
        if name == "foreign" and draw.chance(0.7):
            draw.manners.add(name)
    return stopped(text, draw.pick((".", ".", ".", ".", "!")))


# What stands around the wish


def _addressed(draw: Draw, text: str, asks: int) -> str:
    """The text with a story, a greeting and an ending, each of them seldom; a story more often where much is asked."""
    gap = draw.pick(("\n", "\n\n") if "\n" in text else (" ", " ", " ", "\n", "\n\n"))
    if draw.chance(min(0.07 + 0.02 * asks, 0.2)):
        story = framed(draw, "stories")
        text = story + gap + text if draw.chance(0.85) else stopped(text) + gap + story
    if draw.chance(0.1):
        greeting = framed(draw, "greetings")
        text = f"{greeting} {text if greeting[-1] in '.!?' else lowered(text)}"
    if draw.chance(0.18):
        ending = framed(draw, "endings")
        text = f"{stopped(ending)} {text}" if OPEN not in ending and draw.chance(0.1) else stopped(text) + gap + ending
    return text.rstrip(".!") if draw.chance(0.15) else text


def _mailed(draw: Draw, text: str) -> str:
    """The text as a mail: with a subject, a greeting and a signature, or forwarded by somebody else."""
    name = draw.keep(draw.pick(bank("first_names", draw.split)))
    hello = draw.pick(("Hi {},", "Hello {},", "Dear {},", "Dear Ms {},", "Dear Mr {},", "Hey {},", "{},", "Good morning {},", "Hi all,", "Dear all,", "Dear team,", "Hello,", "Hi,", "To whom it may concern,")).format(name)
    body = [hello, framed(draw, "stories")] if draw.chance(0.4) else [hello]
    body += [tidied(text), framed(draw, "signoffs")]
    mail = draw.pick(("\n\n", "\n\n", "\n")).join(body)
    if draw.chance(0.4):
        if draw.chance(0.4):
            mail = "\n".join(f"> {line}" for line in mail.split("\n"))
        return framed(draw, "forwards") + draw.pick(("\n\n", "\n", "\n---\n", "\n-----Original message-----\n")) + mail
    return draw.pick(("Subject: ", "Subject: ", "Re: ", "SUBJECT: ", "")) + framed(draw, "subjects") + "\n\n" + mail if draw.chance(0.6) else mail
