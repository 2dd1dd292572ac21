"""Names as people bear and write them, and the ways to say whose page it is: first, late, in brackets, behind a dash, signed.

Patterns hold {p} the sort of page, {q} the name, {k} what it is, {t} the town; the last two are shown under the name.
"""

import unicodedata

from htmlbuilder.corpus.draw import Draw

TITLES = (
    "Dr", "Dr.", "Dr", "Prof.", "Prof", "Professor", "Revd.", "Rev.", "Fr.", "Mr", "Mrs", "Ms", "Mx", "Sir", "Dame", "Capt.", "Sgt", "Judge", "Rabbi", "Imam", "Coach", "Chef", "Madame", "Señora", "Frau", "Herr", "Sister", "DJ", "Nurse", "Mayor", "Lord", "Aunt", "Uncle", "Nonna", "Miss",
)  # fmt: skip
BEHIND = ("Jr.", "Sr.", "III", "MSc", "PhD", "RN", "OBE", "(5B)", "MD", "B.Arch.", "CPA", "'27")
FIRMS = ("GmbH", "Ltd", "Ltd.", "LLC", "Inc.", "SARL", "Oy", "S.A.", "AB", "B.V.", "KG", "Pty", "AS", "S.p.A.", "e.V.", "plc", "Co-op", "CIC")
MARKS = {"a": "äáàâåã", "e": "éèêë", "i": "íïî", "o": "öøóôõ", "u": "üúûů", "c": "çč", "n": "ñń", "s": "šş", "y": "ý", "z": "žż", "A": "ÄÁÅ", "E": "É", "O": "ÖØ", "U": "Ü", "C": "Č", "S": "Š", "Z": "Ž"}
# Whose page it is, in a noun phrase that wants an article or none: with the name alone, and with more that is shown.
NAMED = (
    "a {p} for {q}", "a {p} for {q}", "a {p} for {q}", "{p} for {q}", "a {p} called {q}", "a {p} – {q}", "a {p}: {q}", "{q} {p}", "{p} {q}", "a {p} by {q}", "a {p} ({q})", "a {p} of {q}", "a {p} named {q}", "a {p}, {q}", "a {p} titled {q}", "the {p} of {q}", "{q}'s {p}", "a {p} that says {q} on top", "a {p} with {q} at the top", "the {p} for {q}",
    "a {p} with the name {q}", "a {p} headed {q}", "a {p}, name {q}", "a {p} from {q}", "{p} - {q}", "{p}: {q}", "{p} / {q}", "a new {p} for {q}",
)  # fmt: skip
OF_KIND = (
    "a {p} for {q}, a {k}", "a {p} for my {k} {q}", "a {p} for {q} ({k})", "a {p} for a {k} ({q})", "a {p} for our {k} – {q}", "a {p} for a {k}, {q}", "a {p} for a {k} called {q}", "a {p} for the {k} {q}", "a {p} for our {k}, {q}", "a {p} – {k} {q}", "a {k} {p} ({q})", "a {k} {p} for {q}", "a {k} {p}: {q}", "a {p} for a {k} – {q}",
    "{p}, {k}, {q}", "{k} {p}, {q}", "{p} ({k}): {q}", "a {p} for a small {k} named {q}", "a {p} for {q}, our {k}", "a {p} for my {k} (name: {q})", "a {p} for a {k}. Name: {q}", "a {p} for a {k}; it is called {q}", "a {p} for my {k}. The name is {q}", "a {p} for {q} – {k}", "a {p} for a {k} whose name is {q}", "a {p} for a {k} by the name of {q}",
    "a {k} {p}, company name {q}", "a {p} about my {k}, {q}", "{k} {p} - {q}", "a {p} for a {k} (we are {q})", "{p} for {k} {q}", "a {k}'s {p}: {q}", "a {p} for a {k}, namely {q}", "a one-page {p} for a {k}, {q}",
)  # fmt: skip
IN_TOWN = (
    "a {p} for {q}, {t}", "a {p} for {q} in {t}", "a {p} for {q} ({t})", "a {p} for {q} from {t}", "a {p} – {q}, {t}", "a {p}: {q}, {t}", "{p} {q} {t}", "{q} {t} {p}", "{p} for {q} / {t}", "a {p} for {q} of {t}", "a {p} for {q} – {t}", "{p} - {q} - {t}", "a {p} by {q}, {t}", "a {p}. {q}, {t}", "a {p} called {q}, {t}", "a {p} for {q} over in {t}",
)  # fmt: skip
BOTH = (
    "a {p} for {q}, a {k} in {t}", "a {p} for a {k} in {t}, {q}", "a {p} for a {k} in {t} called {q}", "a {p} for our {k} in {t} ({q})", "a {p} – {q}, {k}, {t}", "a {k} {p} for {q}, {t}", "a {p} for my {k} {q} in {t}", "{k} {p}: {q}, {t}", "a {p} for {q} ({k}, {t})", "a {p} for the {k} {q} ({t})", "{p}, {q}, {k} in {t}", "a {p} for {q} – {k} in {t}",
    "a {p} for a {t} {k}, {q}", "{q} / {k} / {t} – {p}", "a {p} for a {k} from {t}. Name: {q}",
)  # fmt: skip
REQUESTS = (
    "{x}", "{x}", "{x}", "{x}", "{x}", "I need {x}", "I need {x}", "Make {x}", "Make me {x}", "Please make {x}", "Please build {x}", "Create {x}", "Write an HTML code to create {x}", "Write the HTML of {x}", "Can you make {x}", "Could you do {x}", "I'd like {x}", "We need {x}", "I want {x}", "Build {x}", "Design {x}", "Code {x}", "need {x}", "pls make {x}",
    "{x} please", "{x}, please", "Looking for {x}", "We would like {x}", "Would you make {x}", "Hi, I need {x}", "Hello! Please create {x}", "html for {x}", "Generate {x}", "Help me with {x}", "Can I have {x}", "want {x}", "It is to be {x}", "Do me {x}", "Set up {x}", "I have to hand in {x}", "Put together {x}", "One page: {x}",
)  # fmt: skip
# Whole sentences that name it first.
FIRST = (
    "{q} needs a {p}", "{q} – {p}", "{q}: {p}", "{q}. {p}", "We are {q} and need a {p}", "{q} wants a {p}", "This is for {q}: a {p}", "For {q} we need a {p}", "{q} - a {p}", "Name: {q}. What I need: a {p}", "NAME: {q}. PAGE: {p}", "company: {q}. {p}", "{q}, {p}", "title {q}, {p}", "For {q}, a {p}", "Client: {q}. Job: {p}", "hi, im from {q}, we want a {p}", "{q}\n{p}", "{q} ({p})",
    "{q} = name. {p}", "My client {q} asks for a {p}", "I work for {q} and we want a {p}", "{q} is to have a {p}", "Title: {q}\n{p}",
)  # fmt: skip
FIRST_KIND = (
    "{q} is a {k} and needs a {p}", "{q} – {k}. A {p}", "{q}, {k}: {p}", "We are {q}, a {k}, and want a {p}", "I run {q} (a {k}) and need a {p}", "{q} ({k}) needs a {p}", "Company: {q}. Type: {k}. Need: {p}", "{k}: {q}. {p}", "Name: {q} / what: {k} / page: {p}", "BUSINESS: {k}. NAME: {q}. {p}", "My {k} is called {q}; I want a {p}", "{q} - {k} - {p}", "{k} {q}, {p}",
    "I am a {k} ({q}) and want a {p}", "{q}, the {k}, would like a {p}", "Our {k} {q} has no {p} yet",
)  # fmt: skip
LATE = (
    "It's called {q}", "It's for {q}", "The name is {q}", "Name: {q}", "NAME: {q}", "We are {q}", "Call it {q}", "By {q}", "For {q}", "Title: {q}", "The title is {q}", "It belongs to {q}", "Our name is {q}", "The business is {q}", "On top it says {q}", "The heading is {q}", "h1: {q}", "This is all for {q}", "The whole thing is called {q}", "Oh, and the name: {q}", "I forgot: we are called {q}",
    "Company: {q}", "Put {q} at the top", "{q} is the name", "It's from {q}", "Heading: {q}", "name {q}", "Everybody knows us as {q}", "We go by {q}", "Brand: {q}", "The client is {q}", "At the top: {q}", "It should carry the name {q}", "In big letters at the top {q}", "And it's for {q}, of course",
)  # fmt: skip
LATE_TOWN = ("It's for {q}, {t}", "We are {q} in {t}", "Name: {q}, town: {t}", "{q}, {t}, is who it's for", "It's for {q} in {t}", "The name is {q} ({t})", "We are {q} from {t}", "By {q}, {t}", "{q} is the name, {t} the town", "NAME: {q}. PLACE: {t}", "For {q} / {t}")
LATE_KIND = ("It's for {q}, a {k}", "We are {q}, a {k}", "The {k} is called {q}", "Our {k} is {q}", "{q} is the name of the {k}", "It's for a {k} called {q}", "I run {q}, a {k}", "Name of the {k}: {q}", "My {k} is named {q}", "The name is {q} and it's a {k}", "{q} is our {k}")
SIGNED = ("\n\n{q}", "\n{q}", " – {q}", " - {q}", "\n-- {q}", "\n– {q}", "\nby {q}", "\nfrom {q}", "\nThanks, {q}", " ({q})", ". Yours, {q}", ". Regards, {q}")


def accented(draw: Draw, text: str) -> str:
    """The name with an accent that it may not have had."""
    places = [place for place, letter in enumerate(text) if letter in MARKS]
    if not places:
        return text
    at = draw.pick(places)
    return unicodedata.normalize("NFC", text[:at] + draw.pick(MARKS[text[at]]) + text[at + 1 :])


def person(draw: Draw) -> str:
    """A person as letters, doors and lists have them: with titles, initials, classes, in pairs."""
    form = draw.rng.random()
    first, last = draw.word("first_names"), draw.word("surnames") if draw.chance(0.8) else draw.invented()
    if form < 0.3:
        name = f"{first} {last}"
    elif form < 0.5:
        name = f"{draw.pick(TITLES)} {draw.pick((last, f'{first} {last}', f'{first[0]}. {last}', first))}"
    elif form < 0.6:
        name = draw.pick((f"{first[0]}. {last}", f"{first[0]}. {last[0]}. {last}", f"{first} {draw.pick('ABDEGJKLMRT')}. {last}", f"{first[0]}.{draw.pick('ABDJKM')}. {last}"))
    elif form < 0.68:
        name = draw.pick((f"{first} {last[0]}.", f"{first} {last[0]}. {draw.rng.randint(1, 12)}{draw.pick('ABCDab')}", f"{first} {draw.rng.randint(1, 12)}{draw.pick('ABC')}", f"{first} ({draw.rng.randint(5, 90)})"))
    elif form < 0.76:
        name = draw.pick((f"{first} & {draw.word('first_names')}", f"{first} and {draw.word('first_names')} {last}", f"{first} + {draw.word('first_names')}", f"the {last}s", f"{first}, {draw.word('first_names')} & {draw.word('first_names')}"))
    elif form < 0.84:
        name = f"{first} {last}-{draw.word('surnames')}" if draw.chance(0.6) else f"{first}-{draw.word('first_names')} {last}"
    elif form < 0.9:
        name = f"{first} {last} {draw.pick(BEHIND)}"
    else:
        name = first
    return accented(draw, name) if draw.chance(0.15) else name


def business(draw: Draw) -> str:
    """A firm, a shop, a club, a school: with numbers, ampersands, forms of law, saints, towns."""
    if draw.chance(0.4):
        name = draw.brand()
        return accented(draw, name) if draw.chance(0.1) else name
    word, other, last, first, n = draw.name_word(), draw.name_word(), draw.word("surnames"), draw.word("first_names"), draw.rng.randint(2, 99)
    name = draw.pick((
        f"{last} & {draw.word('surnames')}", f"{first[0]}. {last} & Co.", f"{last} {draw.pick(FIRMS)}", f"{word} {draw.pick(FIRMS)}", f"{word} {n}", f"No. {n} {draw.word('streets')}", f"Café {word}", f"St. {first}'s", f"{draw.rng.randint(4, 20)}th {draw.word('towns')} Scouts", f"{last}-{draw.word('surnames')}", f"{first} + {draw.word('first_names')}",
        word.upper(), f"{word.lower()}.{draw.pick(('io', 'com', 'net', 'org', 'co'))}", f"The {n} Club", f"{word}/{other}", f"Atelier {word}", f"Studio {n}", f"Casa {word}", f"{last} Bros. & Sons", f"{draw.word('towns')} {word}", f"{word} of {draw.word('towns')}", f"{first}'s {word}", f"{first} {last} {draw.word('nouns').capitalize()}s", f"{word} + {other}", f"{draw.word('adjectives').capitalize()} {draw.word('nouns').capitalize()} No. {n}",
        f"{word} ’{n}", f"1. FC {word}", f"{n}°{word}", f"{word}{n}", f"D’{word}", f"{last}'s", f"{word.lower()} & {other.lower()}", f"{draw.word('nouns').capitalize()} & {draw.word('nouns').capitalize()}", f"The {draw.word('nouns').capitalize()} at {draw.word('streets')}", f"{word}: {draw.word('nouns')}s", f"{draw.word('towns')} {draw.word('nouns')} club", f"{word} – {other}",
    ))  # fmt: skip
    return accented(draw, name) if draw.chance(0.12) else name


def asked_for(draw: Draw, noun: str, name: str, kind: str = "", town: str = "") -> tuple[str, str, str]:
    """Who it is for, with all that is given: (the opening without a stop, a later sentence or "", a signature or "")."""
    words = {"p": noun, "q": name, "k": kind, "t": town}
    form = draw.rng.random()
    if not name:
        return draw.pick(REQUESTS).format(x=f"a {noun}"), "", ""
    if form < 0.58:
        patterns = BOTH if kind and town else OF_KIND if kind else IN_TOWN if town else NAMED
        return draw.pick(REQUESTS).format(x=draw.pick(patterns).format(**words)), "", ""
    if form < 0.7 and not town:
        return draw.pick(FIRST_KIND if kind else FIRST).format(**words), "", ""
    opening = draw.pick(REQUESTS).format(x=f"a {noun} for a {kind}" if kind else f"a {noun} in {town}" if town and draw.chance(0.4) else f"a {noun}")
    told = "" if not town or town in opening else town
    if form > 0.92 and not told:
        return opening, "", draw.pick(SIGNED).format(**words)
    if kind and not told and draw.chance(0.4):
        return draw.pick(REQUESTS).format(x=f"a {noun}"), draw.pick(LATE_KIND).format(**words), ""
    return opening, draw.pick(LATE_TOWN if told else LATE).format(**words), ""


