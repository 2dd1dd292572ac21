"""The words and marks that `jots` joins notes with, and how people jot down a look."""

import zlib

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus.asks import color, look
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.style import LIGHT, LOOKS, STYLES, Style, legible
from htmlbuilder.corpus.wish import Ask, colored, shows
from htmlbuilder.corpus.wording import bare

# What stands between two notes, the usual ones more often.
BETWEEN = (", ", ", ", ", ", ", ", ", ", ". ", ". ", "\n", "\n", " / ", " / ", " + ", " - ", " - ", " – ", " · ", " | ", " -> ", " → ", "; ", "... ", ".. ", " // ", " • ", " > ", "\n- ")
WITHIN = (", ", ", ", ", ", " / ", "/", " + ", ",", " & ", "; ", " · ", " n ", "+")
# A person's short forms, which stand on the page as they are typed.
SHORT = {"with": "w/", "before": "b4", "tomorrow": "tmrw", "please": "pls", "you": "u", "are": "r", "because": "bc", "people": "ppl", "your": "ur", "thanks": "thx", "about": "abt", "without": "w/o", "to": "2", "for": "4", "and": "n"}
PAGES = ("website", "page", "web page", "html page", "html", "site", "webpage", "one pager", "html file", "homepage", "simple page", "1 page website", "small site", "page in html")
PLEASE = ("pls", "please", "pls make it", "thx", "thanks", "plz", "quick", "need this today", "asap", "pretty please", "if u can", "ty", "for my phone", "thats all", "nothing else")
BEGIN = ("need a {n}", "pls make a {n}", "make me a {n}", "can u make a {n}", "i want a {n}", "a {n} pls", "quick {n}", "{n} please", "could you do a {n}", "hi! {n} pls", "just a {n}", "gimme a {n}", "looking for a {n}", "a {n}", "one {n}", "html 4 a {n}", "code a {n}", "create {n}", "make {n}", "write a {n}", "build {n}")
# Words of taste, and the look they stand for.
TASTE = {
    "cute": "pastel", "sweet": "pastel", "girly": "pastel", "soft n pretty": "pastel", "fun": "playful", "silly": "playful", "for kids": "playful", "happy looking": "playful", "colourful": "playful", "fancy": "elegant", "classy": "elegant", "pretty": "elegant",
    "romantic": "elegant", "simple": "minimal", "clean": "minimal", "plain": "minimal", "keep it simple": "minimal", "simple n clean": "minimal", "no frills": "minimal", "spooky": "halloween", "scary": "halloween", "xmas style": "christmas", "cosy": "nature",
    "rustic": "nature", "earthy": "nature", "woodsy": "nature", "homemade look": "handmade", "hand drawn": "handmade", "crafty": "handmade", "serious": "corporate", "professional": "corporate", "businesslike": "corporate", "techy": "futuristic", "space vibes": "futuristic",
    "hacker style": "terminal", "old computer look": "terminal", "old school": "retro", "70s": "retro", "retro": "retro", "vintage": "vintage", "old timey": "vintage", "posh": "luxury", "luxury": "luxury", "expensive looking": "luxury", "calm": "zen", "peaceful": "zen",
    "comic style": "comic", "pow style": "comic", "neon": "neon", "80s": "neon", "club vibes": "neon", "like a newspaper": "newspaper", "newspaper style": "newspaper", "blackboard": "chalkboard", "like a chalkboard": "chalkboard", "sea vibes": "nautical", "beachy": "nautical",
    "raw": "brutalist", "rough n blocky": "brutalist", "easy to read": "contrast", "high contrast": "contrast", "big n clear": "contrast", "swiss style": "swiss", "blueprint style": "blueprint",
}  # fmt: skip
RULES = (
    (("big letters", "big text", "huge font", "big font", "large text", "BIG", "letters big", "readable from far"), "body { font-size: 20px; }"),
    (("centered", "all in the middle", "centred", "everything centered", "middle"), "body { text-align: center; }"),
)  # fmt: skip
SHAPES = (
    "{q}", "{q}", "{q}", "{q}", "{q}", "{q} {n}", "{q} {n}", "{q} - {n}", "{n}: {q}", "{n} for {q}", "{n} for {q}", "{n} 4 {q}", "{q} ({n})", "{n} called {q}", "{n}, {q}", "{n} > {q}", "need {n} for {q}", "{n} {q}", "a {n} for {q} pls",
    "can u do a {n} for {q}", "make a {n} for {q}", "{q} needs a {n}", "pls {n} for {q}", "{n} - {q}", "title {q}", "{q}, {n}", 'a {n} "{q}"', "hi, {n} for {q}", "{n} w/ title {q}", "{n} that says {q}", "please make a {n} for {q}", "{n} = {q}", "i need a {n} for {q}",
)  # fmt: skip
OPENINGS = (
    "I need a {n}", "pls make a {n}", "hi can you make me a {n}", "so i want a {n}", "make a {n}", "hey, {n} please", "i'd like a {n}", "we need a {n}", "could u do a {n}", "a {n} pls", "{n}", "build a {n} for me", "hello, need a {n} asap", "can someone make a {n}", "im looking for a {n}",
    "please code a {n}", "please create a {n}", "a quick {n}", "{n} wanted", "one {n} please", "would you make us a {n}", "i have to make a {n}", "ok so a {n}", "design a {n}", "write me a {n}", "i want to have a {n}", "a {n} would be great", "help me with a {n}", "just a small {n}",
)  # fmt: skip
WITH_NAME = (
    "{o} for {q}", "{o} called {q}", "{o} for {q}", "{q} needs a {n}", "{o} – {q}", "{o}: {q}", "{q}. {o}", "{q} - {o}", "{o} named {q}", "this is for {q}", "{o}, its called {q}", "{o}, name is {q}", "{o}, title {q}", "{q} wants a {n}", "we are {q}. {o}", "{o} of {q}", "{q} {n}", "{n} {q}", "{q}, {n}", "hi im from {q}, {o}",
)  # fmt: skip
WITH_TRADE = (
    "{o} for {q}, {d}", "{o} for my {d} {q}", "{o} for {q} ({d})", "{q} - {d}. {o}", "{o} for our {d} called {q}", "{o} – {q}, {d}", "{q}, {d}, needs a {n}", "{o} for the {d} {q}", "i run a {d}, {q}. {o}", "{q} is a {d}. {o}", "we have a {d} called {q}, {o}", "{o}: {q} / {d}", "{q} = {d}. {o}",
)  # fmt: skip
WITH_TOWN = (
    "{o} for {q}, {d}", "{q}, {d}. {o}", "{o} – {q}, {d}", "{o} for {q} in {d}", "{o}: {q} / {d}", "{o} for {q} ({d})", "{q} in {d} needs a {n}", "we are {q} from {d}. {o}", "{o} called {q}, {d}", "{n} {q} {d}",
)  # fmt: skip
LATE = ("it's called {q}", "its called {q}", "called {q}", "the name is {q}", "name: {q}", "name {q}", "the name on top is {q}", "we are {q}", "it is for {q}", "for {q}", "title: {q}", "the title is {q}", "heading {q}", "big on top {q}", "{q} is the name", "{q} is what its called", "i forgot, the name is {q}", "oh and its for {q}", "by {q}", "from {q}", "the whole thing is called {q}", "we call it {q}")
ASIDES = ("no rush", "thanks", "i do this on my phone", "my first page ever", "not too long", "nothing fancy", "sorry for the typos", "its for next week", "i wrote it in a hurry", "im not good at this", "the rest is up to u", "no pictures", "you dont need to add anything", "my cousin asked me", "that would be it i think", "keep it short", "one page is enough", "it goes on my phone")


def looked(draw: Draw, family: str, asked: float) -> tuple[Style, str, tuple[Requirement, ...]]:
    """The page's style, the words that ask for it ("" for none), and what the page then has."""
    palette = LIGHT[zlib.crc32(family.encode()) % len(LIGHT)]
    if not draw.chance(asked):
        return STYLES[palette], "", ()
    form = draw.rng.random()
    if form < 0.3:
        word = draw.pick(tuple(TASTE))
        return LOOKS[TASTE[word]], word, (colored(LOOKS[TASTE[word]].palette.bg),)
    if form < 0.6:
        return _colors(draw, STYLES[palette])
    if form < 0.68:
        words, rule = draw.pick(RULES)
        return STYLES[palette].with_rule(rule), draw.pick(words), (shows(rule, "style"),)
    asks: list[Ask] = []
    style = look(draw, asks, None, palette, 1.0)
    said = []
    for ask in asks:
        forms = [*ask.heads, *map(bare, ask.withs), *(one.rstrip(".!") for one in ask.says)]
        said.append(draw.pick([form for form in forms if len(form) < 26] or [min(forms, key=len)]))
    return style, draw.pick((" + ", ", ", " n ", " ")).join(said), tuple(need for ask in asks for need in ask.requires)


def _colors(draw: Draw, style: Style) -> tuple[Style, str, tuple[Requirement, ...]]:
    """A colour or two in as few words as they take."""
    (one, first, check), (other, second, check_other) = color(draw), color(draw)
    form = draw.rng.random()
    if form < 0.4:
        said = draw.pick(("{}", "{}", "{}", "all {}", "{} pls", "{}!", "in {}", "{} theme", "{} vibes", "make it {}", "{} buttons", "colour {}", "color: {}", "mostly {}", "my colour is {}"))
        return style.with_accent(first), said.format(one), (colored(check),)
    if form < 0.65:
        said = draw.pick(("{} bg", "bg {}", "bg: {}", "background {}", "on {}", "{} background", "{} behind it", "page {}", "bg colour {}"))
        return style.with_background(first), said.format(one), (colored(check),)
    if form < 0.8:
        ink = "white" if legible(first) == "#ffffff" else "black"
        return style.with_background(first), draw.pick(("{} on {}", "{} text on {}", "{} letters on {}", "{} on a {} bg")).format(ink, one), (colored(check),)
    said = draw.pick(("{} + {}", "{}/{}", "{} n {}", "{} and {}", "{} & {}", "{} with {}", "colours {} + {}", "{} w/ {}"))
    return style.with_background(first).with_accent(second), said.format(one, other), (colored(check), colored(check_other))
