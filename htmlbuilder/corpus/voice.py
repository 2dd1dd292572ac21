"""Turns asks into a prompt, in one of many voices: how a thousand different people would word the same wish."""

import re
from collections.abc import Sequence

from htmlbuilder.corpus.draw import CLOSE, OPEN, Draw
from htmlbuilder.corpus.wish import Ask, Wish

VERBS = (
    "create", "make", "build", "write", "generate", "design", "code", "produce", "draft", "put together", "set up", "prepare", "do", "craft", "come up with",
    "whip up", "develop", "code up", "lay out", "sketch",
)  # fmt: skip
PLAIN_OPENINGS = (
    "Write an HTML code to create {a}", "Write an HTML code to create {a}", "Write HTML code for {a}", "Write the HTML for {a}", "Write html code to create {a}",
    "Write an HTML page: {a}", "Generate the HTML code for {a}", "HTML code for {a}", "Write a HTML code to make {a}", "Create an HTML page with {a}",
    "Create a web page: {a}", "Give me the HTML for {a}", "I need the code for {a}", "html for {a}", "Provide HTML for {a}", "Write code that shows {a}",
    "Code for {a} please", "Write a webpage containing {a}", "Make an html file with {a}", "Show me how to make {a} in HTML",
)  # fmt: skip
WANTS = (
    "I need {a}", "I want {a}", "I'd like {a}", "I would like to have {a}", "We need {a}", "We want {a}", "I'm looking for {a}", "Looking for {a}", "Need {a}", "Want {a}",
    "I'm after {a}", "We'd love {a}", "I could use {a}", "What I need is {a}", "All I need is {a}", "Please, {a}", "{A}, please", "Let's have {a}", "How about {a}",
    "Time for {a}", "I am thinking of {a}", "My boss wants {a}", "My client asked for {a}", "Our team needs {a}", "Today's task: {a}", "Next up: {a}",
    "My homework is {a}", "Help me with {a}", "Give me {a}", "Show me {a}", "Get me {a}", "It should be {a}", "This should be {a}", "I have to hand in {a}",
)  # fmt: skip
QUESTIONS = (
    "Can you {verb} {a}?", "Could you {verb} {a}?", "Would you {verb} {a} for me?", "Could you please {verb} {a}?", "Can I get {a}?", "Can I have {a}?", "Could I have {a}?",
    "Would it be possible to get {a}?", "Can we have {a}?", "Do you know how to {verb} {a}?", "Are you able to {verb} {a}?", "How do I {verb} {a}?", "May I ask for {a}?",
    "What would {a} look like?", "How would you {verb} {a}?", "Any chance of {a}?", "Mind if I ask you to {verb} {a}?",
)  # fmt: skip
ADJECTIVES = (
    "simple", "clean", "modern", "nice", "beautiful", "basic", "professional", "minimal", "good-looking", "responsive", "plain", "neat", "friendly", "small", "elegant",
    "tidy", "single", "pretty", "fresh", "stylish", "decent", "complete", "lightweight", "accessible", "mobile-friendly", "static", "one-page", "cool", "classic", "quick",
)  # fmt: skip
GREETINGS = ("Hi, ", "Hello! ", "Hey, ", "Hi there. ", "Good morning, ", "Hey there, ", "Please ", "Hello, ", "OK so ", "So, ", "Quick one: ", "Right, ", "Dear htmlbuilder, ", "hiya, ")
WITH = ("with", "with", "with", "including", "that has", "which has", "that includes", "containing", "featuring", "showing", "having", "that contains", "complete with", "it has")
HAVE = (
    "It should have {list}.", "It needs {list}.", "Include {list}.", "Add {list}.", "Make sure there is {list}.", "There should be {list}.", "Please include {list}.", "I want {list} on it.",
    "Put {list} on it.", "It must have {list}.", "On it: {list}.", "Don't forget {list}.", "We also need {list}.", "Give it {list}.", "I'd like to see {list}.", "It has {list}.",
    "With {list}.", "Needs {list}.", "It would need {list}.", "What has to be there: {list}.", "People should see {list}.", "Inside, {list}.", "Of course it has {list}.",
)  # fmt: skip
ENDINGS = (
    "Thanks!", "Thank you.", "Keep it simple.", "Nothing fancy.", "No frameworks please.", "Just HTML and CSS.", "Make it look good.", "It should look nice on a phone too.", "Cheers",
    "That's all.", "Please be quick, we launch soon.", "It is for a class project.", "My brother said you could help.", "I have no idea how HTML works.", "One file only.",
    "It's for a demo tomorrow.", "No lorem ipsum.", "I will add the rest later.", "The old one was ugly.", "Use semantic tags.", "Our last designer left.", "Should load fast.", "Much appreciated!",
    "I'm on a deadline.", "It goes live next week.", "Surprise me with the rest.", "The rest is up to you.", "We print it out as well.", "My manager will look at it.", "Make it accessible.",
    "Nothing else is needed.", "I'm colour-blind, so mind the contrast.", "It will live on our intranet.", "This is my third try.", "Valid HTML5, please.", "Don't use JavaScript libraries.",
)  # fmt: skip
AND = (" and ", " and ", " and ", ", and ", " plus ", " as well as ", " & ")


def phrase(draw: Draw, wish: Wish) -> str:
    """The wish in words. Everything between the keep marks comes through letter by letter; the marks are gone."""
    asks = list(wish.asks)
    draw.rng.shuffle(asks)
    form = draw.rng.random()
    if form < 0.44:
        text = _sentence(draw, wish, asks)
    elif form < 0.56:
        text = _terse(draw, wish, asks)
    elif form < 0.66:
        text = _listed(draw, wish, asks)
    elif form < 0.86 or not wish.needs:
        text = _split(draw, wish, asks)
    else:
        text = _symptom(draw, wish, asks)
    return _finish(draw, text)


def _sentence(draw: Draw, wish: Wish, asks: Sequence[Ask]) -> str:
    """All in one: "Create a login page for X with A, B and C. The button says D." """
    tails, withs, says = _sort(draw, asks)
    noun = _noun(draw, wish) + "".join(f" {tail}" for tail in tails)
    if withs:
        noun += f" {draw.pick(WITH)} {_list(draw, withs)}"
    return _join(draw, [_open(draw, noun), *says])


def _split(draw: Draw, wish: Wish, asks: Sequence[Ask]) -> str:
    """A short wish, then what it needs: "I want a login page. It should have A and B." """
    tails, withs, says = _sort(draw, asks)
    noun = _noun(draw, wish) + "".join(f" {tail}" for tail in tails)
    middle = []
    while withs:
        take = draw.rng.randint(1, 3)
        now, withs = withs[:take], withs[take:]
        middle.append(draw.pick(HAVE).format(list=_list(draw, now)))
    rest = middle + says
    draw.rng.shuffle(rest)
    return _join(draw, [_open(draw, noun), *rest])


def _symptom(draw: Draw, wish: Wish, asks: Sequence[Ask]) -> str:
    """The need instead of the noun: "My members must be able to sign in. There should be A." """
    tails, withs, says = _sort(draw, asks)
    need = draw.pick(wish.needs)
    rest = [f"It is {tail}." for tail in tails] + [draw.pick(HAVE).format(list=_list(draw, [item])) for item in withs] + says
    draw.rng.shuffle(rest)
    return _join(draw, [need, *rest])


def _terse(draw: Draw, wish: Wish, asks: Sequence[Ask]) -> str:
    """Keywords: "login page for X, A, B, C" """
    tails, withs, says = _sort(draw, asks)
    comma = draw.pick((", ", ", ", "; ", " + ", " - ", " / "))
    parts = [" ".join((draw.pick(wish.nouns), *tails)), *(_bare(item) for item in withs), *(item.rstrip(".") for item in says)]
    return comma.join(parts)


def _listed(draw: Draw, wish: Wish, asks: Sequence[Ask]) -> str:
    """A list: the noun, then a line for each thing."""
    tails, withs, says = _sort(draw, asks)
    noun = " ".join((_noun(draw, wish), *tails))
    bullet = draw.pick(("- ", "* ", "• ", "-> ", "# ", ""))
    items = [_bare(item) if draw.chance(0.5) else item for item in withs] + [item.rstrip(".") if draw.chance(0.6) else item for item in says]
    draw.rng.shuffle(items)
    numbered = draw.chance(0.2)
    lines = [f"{place}. {item}" if numbered else f"{bullet}{item}" for place, item in enumerate(items, 1)]
    return "\n".join([_open(draw, noun).rstrip(".?!") + draw.pick((":", ":", " with:", "", " -"))] + lines)


def _sort(draw: Draw, asks: Sequence[Ask]) -> tuple[list[str], list[str], list[str]]:
    """Picks one form of each ask. At most two tails stand after a noun, or it cannot be read."""
    tails: list[str] = []
    withs: list[str] = []
    says: list[str] = []
    for ask in asks:
        forms = [(bucket, options) for bucket, options in ((tails, ask.tails), (withs, ask.withs), (says, ask.says)) if options and (bucket is not tails or len(tails) < 2)]
        if not forms:
            forms = [(tails, ask.tails)]
        bucket, options = draw.pick(forms)
        bucket.append(draw.pick(options))
    return tails, withs, says


def _noun(draw: Draw, wish: Wish) -> str:
    """The kind of page, with its article and now and then an adjective."""
    noun = draw.pick(wish.nouns)
    if draw.chance(0.3):
        noun = f"{draw.pick(ADJECTIVES)} {noun}"
        if draw.chance(0.15):
            noun = f"{draw.pick(ADJECTIVES)}, {noun}"
    return noun if draw.chance(0.08) else article(noun)


def _open(draw: Draw, a: str) -> str:
    form = draw.rng.random()
    if form < 0.34:
        text = draw.pick(PLAIN_OPENINGS).format(a=a)
    elif form < 0.62:
        verb = draw.pick(VERBS)
        me = draw.pick(("", "", "", " me", " us", " for me:")) if " " not in verb else ""
        text = f"{verb.capitalize()}{me} {a}"
    elif form < 0.85:
        text = draw.pick(WANTS).format(a=a, A=a[0].upper() + a[1:])
    else:
        return draw.pick(QUESTIONS).format(a=a, verb=draw.pick(VERBS))
    return text + draw.pick((".", ".", ".", "!"))


def article(noun: str) -> str:
    """The noun with a or an; a plural, and a noun that brings an article of its own, stay as they are."""
    first, last = noun.split()[0].lower(), noun.split()[-1]
    if last.endswith("s") and not last.endswith(("ss", "us", "news")):
        return noun
    if first in ("a", "an", "the", "my", "our", "some", "something", "two", "three", "four", "five") or first[0].isdigit():
        return noun
    if first.startswith(("one", "uni", "use", "euro")):
        return f"a {noun}"
    return f"an {noun}" if first[0] in "aeio" or first in ("url", "html", "unordered", "upcoming", "ugly", "unusual", "unstyled", "faq", "mp3", "mp4", "hour", "h1", "h2", "h3", "honest") else f"a {noun}"


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


def _join(draw: Draw, sentences: Sequence[str]) -> str:
    """Sentences in a row; now and then run together with commas, as people do."""
    if len(sentences) > 1 and draw.chance(0.12):
        return ", ".join(sentence.rstrip(".!") for sentence in sentences)
    return draw.pick((" ", " ", " ", "\n")).join(sentences)


def _finish(draw: Draw, text: str) -> str:
    if draw.chance(0.1):
        text = draw.pick(GREETINGS) + text[0].lower() + text[1:]
    if draw.chance(0.16):
        ending = draw.pick(ENDINGS)
        text = f"{ending} {text}" if draw.chance(0.15) else text + ("" if text[-1] in ".?!" else ".") + f" {ending}"
    lower = draw.chance(0.2)
    # Names in lower case are what a hurried person types; the page still shows them as names.
    lower_kept = lower and draw.chance(0.25)
    typos = draw.rng.randint(1, 3) if draw.chance(0.08) else 0
    parts = re.split(f"({OPEN}[^{CLOSE}]*{CLOSE})", text)
    for place, part in enumerate(parts):
        if part.startswith(OPEN):
            kept = part[1:-1]
            parts[place] = kept.lower() if lower_kept and not any(c in kept for c in "/@#") else kept
        else:
            parts[place] = part.lower() if lower else part
            if typos and len(part) > 12:
                parts[place], typos = _mistype(draw, parts[place]), typos - 1
    text = "".join(parts)
    if draw.chance(0.15):
        text = text.rstrip(".!")
    return text


def _mistype(draw: Draw, text: str) -> str:
    """One slip of the finger inside a word: two letters swapped, one left out, or one doubled."""
    words = [match for match in re.finditer(r"[a-z]{5,}", text)]
    if not words:
        return text
    word = draw.pick(words)
    at = draw.rng.randint(word.start() + 1, word.end() - 2)
    form = draw.rng.randint(0, 2)
    if form == 0:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + text[at + 1 :] if form == 1 else text[:at] + text[at] + text[at:]
