"""Reads out of a prompt what any page that grants it must have, as far as the prompt says so by itself. Pure.

Read are quoted texts, names, prices, addresses, colours, counts of things, lists with a label, fields and elements.
What it is not sure of it leaves out: it is worse to miss what nobody asked for than to overlook something.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from htmlbuilder.checks import HUES, LABELLED, Requirement

MOST = 60  # wants of one prompt
LONGEST_ITEM = 8  # words of an item of a list; what is longer is a sentence
BEFORE = 60  # characters before a find that may change its meaning
GAP = "\0"  # stands for what has been read already; no prompt holds one

# Where texts and things are looked for.
BUTTON = "button, a, [type=submit], [type=button], [role=button]"
HEADING = "h1, h2, h3, legend, caption, title"
LABEL = f"label, {LABELLED}"
EMAIL = "input[type=email], input[name*=email i], input[id*=email i]"
PHONE = "input[type=tel], input[name*=phone i], input[id*=phone i]"
SEARCH = "input[type=search], [role=search], input[name*=search i], input[id*=search i]"
PICTURE = "img, svg, picture, figure, canvas, [role=img]"
ENTRY = "article, section, li, figure, blockquote, th, td, .card, [class*=card]"

# What is quoted is text to be shown, but for what stands after some words.
QUOTED = re.compile(
    r"“([^”]{2,400})”|\"([^\"]{2,400})\"|«([^»]{2,400})»"
    r"|(?<!\w)‘((?:[^’]|’(?=\w)){2,400})’|(?<!\w)'((?:[^']|'(?=\w)){2,400})'(?!\w)"
)
NEGATED = re.compile(
    r"\b(?:no|not|without|don['’]t|never|skip|leave out|remove|instead of|rather than|except|avoid|up to|at most|"
    r"fewer than|less than)(?: [\w'’-]+){0,3}[ :]*$",
    re.IGNORECASE,
)
UNSHOWN = re.compile(
    r"\b(?:class|id|href|src|type|attribute|font|file|url|tag|lang|language|make it|feel|feels|look|looks|vibe)[ =:]*$",
    re.IGNORECASE,
)
BUTTONS = re.compile(r"\b(?:buttons?|btn|cta)(?: [\w’']+){0,3}[ :,=(–-]*$", re.IGNORECASE)
PRESSED = re.compile(r" (?:button|btn|cta)\b", re.IGNORECASE)
NAMED_ELEMENT = re.compile(r"\baria-label[ =:]*$", re.IGNORECASE)
HEADINGS = re.compile(r"\b(?:heading|headline|title|titled|h1)(?: [\w’']+){0,2}[ :,=(–-]*$", re.IGNORECASE)

AMOUNT = r"\d(?:[\d.,]{0,12}\d)?"
MONEY = rf"(?:[$€£¥₹]|(?<!\w)(?:CHF|USD|EUR|GBP)) ?{AMOUNT}|(?<![\w.,]){AMOUNT} ?(?:€|kr\b|zł|CHF\b|USD\b|EUR\b|GBP\b)"
PRICE = re.compile(MONEY)
HEX = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
URL = re.compile(r"https?://[\w./?=&%#~+-]{1,200}[\w/]")
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{0,60}\w")

# A capital within a sentence makes a name; at its start, or after a comma, only a second one does.
WORD = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
NAME = re.compile(rf"(?<!\w){WORD}(?: (?:(?:&|of|the|de|del|von|van) )?{WORD}){{0,7}}")
WITHIN = re.compile(r"[\w%)] $")
LISTING = re.compile(r"[\w%)”\"], $")
TITLED = 0.8  # of the words have capitals where capitals say nothing
CALLED = re.compile(r"\b(?:called|named|titled|brand:?|for) $")
CHATTY = re.compile(
    r"\s*(?:i['’]?m|i am|my (?:boss|colleague|friend|teacher|professor|name|wife|husband)|a colleague|dear|hi|hello|"
    r"hey|thanks?|best|kind|regards|cheers|sincerely|yours|love)\b",
    re.IGNORECASE,
)
NO_NAMES = set(
    "i i'm i'd i'll i've html html5 css css3 js javascript typescript bootstrap tailwind react vue angular jquery "
    "svg json php python api url ui ux seo faq faqs cta rsvp pdf qr usb ok asap ai lorem ipsum google fonts flexbox "
    "grid web internet please thanks english french german spanish italian portuguese polish dutch swedish japanese "
    "chinese monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december title heading headline button text footer header name email message "
    "password form table chrome firefox safari iphone android wcag aria dom mr mrs ms dr write create build make "
    "design generate code show add use include give help also then let ask pick could would should its their above "
    "below under now next put set & of the de del von van cv".split()
)

HUE_OF = {name: name for name in HUES} | {
    "crimson": "red", "scarlet": "red", "emerald": "green", "turquoise": "teal", "magenta": "pink", "amber": "orange",
    "lilac": "purple",
}  # fmt: skip
SHADES = r"(?:(?:dark|deep|light|pale|soft|bright|warm|a|the) ){0,3}"
COLOR = rf"{SHADES}(?:{'|'.join(HUE_OF)}|white|black|gr[ae]y|beige|cream)"
COLORS = rf"{COLOR}(?:(?:,? and |, | & |/|-and-| on ){COLOR}){{0,4}}"
COLORED = re.compile(
    rf"\b(?P<before>{COLORS})[ -](?:buttons?|backgrounds?|accents?|headers?|themed?|colou?rs?|text|tones?|palette|"
    r"scheme|links?|borders?|headings?|headline|title|design|style|footer|nav|navbar|sidebar|banner|gradient|cards?|"
    r"type|letters|lettering|frames?)\b"
    r"|\b(?:in|use|using|colou?rs?|accents?|theme|scheme|palette|background|everything)"
    rf"(?: is| are| should be| of| in|:)? (?P<after>{COLORS})(?= *(?:\Z|[.,;:!?)\n]|(?:and|with|for|please)\b))",
    re.IGNORECASE,
)
# "…, navy and gold." is nothing but colours.
PLAIN_COLORS = re.compile(
    rf"(?:(?<=[.,;:\n] )|(?<=\n)){COLORS}(?= ?(?:\Z|[.,;:!\n]|(?:please|pls|thanks)\b))", re.IGNORECASE
)
HUE = re.compile(rf"\b(?:{'|'.join(HUE_OF)})\b")

NUMBERS = {word: number for number, word in enumerate("two three four five six seven eight nine ten".split(), 2)}
THINGS = {
    "row": "tr:has(td)", "link": "a", "button": BUTTON, "checkbox": "input[type=checkbox]", "paragraph": "p",
    "radio button": "input[type=radio]", "field": LABELLED, "input": LABELLED, "image": PICTURE, "photo": PICTURE,
    "picture": PICTURE, "icon": PICTURE, "list item": "li", "bullet point": "li", "review": ENTRY, "testimonial": ENTRY,
    "quote": ENTRY, "plan": ENTRY, "card": ENTRY, "step": f"{ENTRY}, h3",
    "question": "details, dt, h2, h3, h4, li, fieldset", "fieldset": "fieldset", "legend": "legend", "footnote": "sup",
    "dropdown": "select", "text box": "textarea, input", "slider": "input[type=range]",
}  # fmt: skip
COUNT = re.compile(
    rf"(?<![\w.,$€£#])(?P<number>[2-9]|1\d|20|{'|'.join(NUMBERS)}) (?:[a-z-]{{1,20}} ){{0,2}}?"
    rf"(?P<thing>{'|'.join(sorted(THINGS, key=len, reverse=True))})e?s\b",
    re.IGNORECASE,
)

# "Services: cutting, colouring and beards", "columns for name and price", and a label with bullets below.
INLINE = r"(?P<inline>(?:[^\n;:!?.]|\.(?=\w)){3,500})"
LISTED = re.compile(
    r"(?<!\w)(?P<label>[A-Za-z]{2,20})(?::[ \t]*(?:\n"
    r"(?P<bullets>(?:[ \t]*(?:[-*•]|\d\d?[.)])[ \t]+[^\n]{1,200}(?:\n|\Z)){2,30})"
    rf"|{INLINE})|(?<=[Cc]olumns) (?:for |called |named |are )?(?P<columns>(?:[^\n;:!?.]|\.(?=\w)){{3,300}}))"
)
BULLET = re.compile(r"^[ \t]*(?:[-*•]|\d\d?[.)])[ \t]+", re.MULTILINE)
COMMA = re.compile(r" ?(?:, ?(?:and |or |& |plus )?| [|/+] | (?:and|plus|&) ) ?")
PRICED = re.compile(rf" ?(?:\b(?:at|for|from|costs?) |[–—-] ?|\()?(?:{MONEY}).*", re.IGNORECASE)
NUMBERED = re.compile(r"(?<=\w) [@x×]? ?[+-]?\d[\d.,%]*$")
# "Vet: Ilse or Ramon."
EITHER = re.compile(
    rf"(?<!\w)[A-Za-z]{{2,20}}: ?((?:{WORD}(?: [\w’'-]+){{0,2}}, ){{0,20}}{WORD},? or {WORD})(?=[.;\n]|\Z)"
)
MANY, SHORT = 3, 4  # items of a list whose label is no plural, and their words
VAGUE = re.compile(
    r"^(?:an?|the|one|two|three|no|not|just|their|his|her|my|our|your|make|keep|be)\b|\b(?:is|are|with|that|like)\b",
    re.IGNORECASE,
)
NO_ITEM = re.compile(rf"[{GAP}:=()]|^(?:it|you|i|we|please|then)\b", re.IGNORECASE)
LIST_LABELS = set("menu nav navigation navbar team lineup programme program".split())  # and plurals, but
NO_LABELS = set(
    "instructions requirements notes criteria details wishes specs guidelines rules colors colours fonts styles "
    "things points examples references constraints hints keywords goals regards thanks this is needs follows "
    "accents was has basics features sections pages elements components technologies style tone look mood feel vibe "
    "theme design layout requirement palette color colour font voice audience purpose important note please stack "
    "want need order so only also must should p ps btw edit update fyi that it following have scope bad avoid out "
    "request reason".split()
)
LIST_PLACES = {"columns": "th, td, dt", "buttons": BUTTON, "links": "a", "fields": LABEL, "inputs": LABEL}

# "name: Otter & Sons", "Button = Go": what stands there begins with a capital or a figure.
KEYED = re.compile(
    r"(?<![\w-])(?P<key>(?:name|title|h1|heading|headline)|sub(?:title|heading|head)?|tagline|slogan|motto|brand|"
    r"company|studio|shop|client|venue|caption|nickname|button|btn|cta) ?[:=] ?"
    r"(?P<value>(?-i:[A-ZÀ-ÖØ-Þ0-9])[^\n.;,:!?()\0]{1,60})",
    re.IGNORECASE,
)
KEY_PLACES = {"button": BUTTON, "btn": BUTTON, "cta": BUTTON}
# Figures that are to be seen: years, amounts, shares, times. Those of sizes are not.
FIGURE = re.compile(
    r"(?<![\w#.,:/$€£¥₹–(+-])(?<!\d[ )])(?:\d{1,3}(?:,\d{3})+|\d{3,}|\d{1,3}(?:\.\d+)?%|\d{1,2}:\d\d)"
    r"(?![\w%]| ?\(?\d| ?(?:px|em|rem|pt|vh|vw|ms|dpi|words?|characters?|chars?|letters?|pixels?|×|x \d)\b|[.,:/–-]\d)"
)
SIZED = re.compile(
    r"\b(?:under|over|below|above|least|most|max(?:imum)?|min(?:imum)?|width|about|around|roughly|page|error)[ :]$",
    re.IGNORECASE,
)

ASKED = re.compile(
    r"\b(?:form (?:with|asking for|that asks for|for|containing)|fields?(?: for|:)|"
    r"asks? (?:people |visitors |users )?for) (?P<items>[^\n;:.!?]{3,300})",
    re.IGNORECASE,
)
FIELDS = {
    "email": EMAIL, "email address": EMAIL, "e-mail": EMAIL, "phone": PHONE, "phone number": PHONE,
    "message": "textarea", "comments": "textarea", "password": "input[type=password]",
    "name": "", "full name": "", "first name": "", "last name": "", "subject": "", "username": "",
    "address": "", "company": "", "city": "", "country": "", "age": "",
}  # fmt: skip
BOX = r"(?: address)? (?:field|box|input|bar)\b"
IMPLIED = {"a button": "button", "a link": "link"}  # said by anything else that is read about such a thing
DOES = "script, [onclick], [onsubmit], [oninput], [onchange], details, dialog"
FORMED = r"(?!(?:an?|each|every|another|which|in|the|any|this|that|some|no|long|short|of|her|his|our|your|my|old|to)\b)"
ELEMENTS = (
    ("an email field", rf"\be-?mail{BOX}|\bbox for e-?mail|\b(?:e-?mail|newsletter) sign-?up\b", EMAIL),
    ("a password field", rf"\bpassword{BOX}|\b(?:log-?in|sign-?in) (?:page|form|screen)\b", "input[type=password]"),
    ("a search field", rf"\bsearch{BOX}", SEARCH),
    (
        "a text area",
        r"\b(?:text ?area|message field|comment (?:box|field))\b|"
        r"\bcontact form\b(?! (?:with|asking|that asks|for)\b| ?[:(])",
        "textarea",
    ),
    ("a phone field", rf"\bphone(?: number)?{BOX}", PHONE),
    ("a date field", r"\bdate (?:picker|field|input)\b", "input[type=date], input[type=datetime-local], select"),
    ("a file field", r"\bfile (?:upload|input|picker|field)\b", "input[type=file]"),
    ("checkboxes", r"\b(?:check|tick) ?box(?:es)?\b", "input[type=checkbox]"),
    ("radio buttons", r"\bradio buttons?\b", "input[type=radio]"),
    ("a form", rf"\b{FORMED}[a-z]+ forms?\b(?! of| and| factor)|\ba form (?:to|for|with|where|that)\b", "form"),
    (
        "a table",
        r"\b(?:html|league|data) table\b|(?<!pricing )(?<!price )\btable (?:with|showing|listing|of(?! contents))\b",
        "table",
    ),
    ("a footer", r"\bfooter\b", "footer"),
    ("a navigation", r"\bnavigation (?:bar|menu)\b|\bnavbar\b|\bnav (?:bar|menu)\b", "nav"),
    ("a numbered list", r"(?<!un)\b(?:ordered|numbered) list\b", "ol"),
    ("a drop-down", r"\bdrop-?downs?\b(?! menu)|\bselect (?:box|menu|field)\b", "select"),
    ("footnotes", r"\bfoot-?notes?\b", "sup"),
    ("a slider", r"(?<!image )(?<!photo )(?<!picture )\bslider\b", "input[type=range], [role=slider]"),
    ("a progress bar", r"\bprogress bars?\b", "progress, meter, [role=progressbar]"),
    ("an accordion", r"\baccordions?\b", "details, [aria-expanded]"),
    (
        "tabs",
        r"\b(?:with|as|in|has|html) tabs\b|\btabbed\b|\btabs (?:by|for|called|named|with)\b",
        "[role=tab], [class*=tab i], input[type=radio]",
    ),
    ("a chart", r"\b(?:donut|doughnut|pie|bar|line) (?:chart|graph)s?\b|\bsvg\b", "svg, canvas, progress, meter"),
    (
        "a picture",
        r"\b(?:photo|picture|image) (?:place|space|placeholder|slot|frame)s?\b|\b(?:photo|picture|image|art) gallery\b|"
        r"\bgallery of\b|\bround (?:photo|picture)\b|\bplaceholder (?:image|photo|picture)s?\b",
        PICTURE,
    ),
    (
        "required fields",
        r"\brequired fields?\b|\bfields? (?:are |marked )?required\b",
        "[required], [aria-required=true]",
    ),
    ("a button", r"\b(?:buttons?|btn)\b", BUTTON),
    ("a link", r"\blinks?\b", "a, button"),
    (
        "that it does something",
        r"\b(?:calculator|to-?do (?:list|app)|stopwatch|countdown|live total|converter)s?\b|\bon click\b|"
        r"\b(?:when|if|once) (?:\w+ ){0,3}(?:clicks?|clicked|press(?:es|ed)?|taps?|tapped)\b|\bclick(?:ing)? to\b",
        DOES,
    ),
)
TAG = re.compile(
    r"<(time|dl|table|details|figure|address|nav|aside|blockquote|abbr|progress|meter|dialog|form|fieldset|ol|kbd|mark|"
    r"video|audio|pre|code|sup|sub|footer|colgroup|caption|h[1-6])>"
)
IDS = re.compile(r"\bids?[ :]+(?:#[a-z][\w-]{1,30}(?:,? (?:and )?)?)+")
READ_ELEMENTS = tuple((what, re.compile(pattern, re.IGNORECASE), where) for what, pattern, where in ELEMENTS)


class Want(NamedTuple):
    """One thing that a prompt asks for: in words for people, and as what a page must have."""

    what: str
    requirement: Requirement


def wants(prompt: str) -> tuple[Want, ...]:
    """What `prompt` asks for, each thing once."""
    found = [*_quoted(prompt), *_literals(prompt)]
    rest = _without(prompt, QUOTED, URL, MAIL)
    found += [
        *_lists(rest),
        *_either(rest),
        *_keyed(rest),
        *_names(rest),
        *_figures(rest),
        *_fields(rest),
        *_counts(rest),
    ]
    found += [*_markup(prompt), *_elements(rest), *_colors(rest)]
    kept: dict[Requirement, Want] = {}
    texts: list[str] = []
    for want in found:
        text = want.requirement.text.casefold()
        if want.requirement.selector != "body" or not text or not any(text in other for other in texts):
            kept.setdefault(want.requirement, want)
            texts.append(text)
    told = " ".join(want.what for want in kept.values() if want.what not in IMPLIED)
    return tuple(want for want in kept.values() if IMPLIED.get(want.what, GAP) not in told)[:MOST]


def _without(text: str, *patterns: re.Pattern[str]) -> str:
    for pattern in patterns:
        text = pattern.sub(lambda match: GAP * len(match[0]), text)
    return text


def _unwanted(text: str, at: int) -> bool:
    return bool(NEGATED.search(text[max(0, at - BEFORE) : at]))


def _text(text: str, selector: str = "body", kind: str = "") -> Want:
    return Want(f"{kind}“{text}”", Requirement(selector=selector, text=text))


def _quoted(prompt: str) -> Iterator[Want]:
    for match in QUOTED.finditer(prompt):
        text = next(filter(None, match.groups())).strip().rstrip(",;")
        before = prompt[max(0, match.start() - BEFORE) : match.start()].replace("\n", ". ")
        if not re.search(r"[^\W_]", text) or any(pattern.search(text) for pattern in (HEX, URL)) or "<" in text:
            continue
        if NEGATED.search(before) or UNSHOWN.search(before):
            continue
        if NAMED_ELEMENT.search(before) and not re.search(r'["\\]', text):
            yield Want(f"the label “{text}”", Requirement(selector=f'[aria-label="{text}" i]'))
        elif BUTTONS.search(before) or PRESSED.match(prompt, match.end()):
            yield _text(text, BUTTON, "a button ")
        elif HEADINGS.search(before):
            yield _text(text, HEADING, "a heading ")
        else:
            yield _text(text)


def _literals(prompt: str) -> Iterator[Want]:
    for pattern in (PRICE, MAIL):
        for match in pattern.finditer(prompt):
            if not _unwanted(prompt, match.start()):
                yield _text(match[0])
    for match in URL.finditer(prompt):
        yield Want(f"a link to {match[0]}", Requirement(selector=f'[href*="{match[0]}"], [src*="{match[0]}"]'))
    for match in HEX.finditer(prompt):
        yield Want(f"the colour {match[0]}", Requirement(color=match[0].lower()))


def _names(rest: str) -> Iterator[Want]:
    words = re.findall(r"[^\W\d_]{4,}", rest)
    shouted, titled = (sum(test(word) for word in words) for test in (str.isupper, lambda word: word[0].isupper()))
    if shouted > max(3, len(words) / 2) or titled > max(3, len(words) * TITLED):
        return  # every word has a capital
    for match in NAME.finditer(rest):
        before = rest[max(0, match.start() - BEFORE) : match.start()]
        sentence = re.split(r"[.!?\n]\s", before)[-1]
        if NEGATED.search(before) or (CHATTY.match(sentence or match[0]) and not CALLED.search(before)):
            continue
        parts = match[0].split()
        if not WITHIN.search(before) and not (len(parts) > 1 and LISTING.search(before)):
            del parts[0]
        while parts and parts[0].lower() in NO_NAMES:
            del parts[0]
        while parts and parts[-1].lower() in NO_NAMES:
            del parts[-1]
        name = re.sub(r"['’]s?$", "", " ".join(parts))
        if len(name) > 3 or (len(name) > 1 and not name.isupper()):
            yield _text(name)


def _lists(rest: str) -> Iterator[Want]:
    for match in LISTED.finditer(rest):
        label = match["label"].lower()
        if label in NO_LABELS or _unwanted(rest, match.start()):
            continue
        bullets = match["bullets"]
        items = BULLET.sub("", bullets).splitlines() if bullets else COMMA.split(match["inline"] or match["columns"])
        items = [NUMBERED.sub("", PRICED.sub("", item)).strip(" ,()\t") for item in items]
        items = [item for item in items if not COUNT.fullmatch(item)]
        sure = label in LIST_LABELS or label.endswith("s")
        if not sure and (len(items) < MANY or any(len(item.split()) > SHORT or VAGUE.search(item) for item in items)):
            continue
        if len(items) < 2 or any(len(item.split()) > LONGEST_ITEM or NO_ITEM.search(item) for item in items):
            continue
        kind = f"{label.removesuffix('s')} " if label in LIST_PLACES else ""
        yield from (_text(item, LIST_PLACES.get(label, "body"), kind) for item in items if len(item) > 1)


def _either(rest: str) -> Iterator[Want]:
    for match in EITHER.finditer(rest):
        yield from (_text(item) for item in re.split(r",? or |, ", match[1]))


def _keyed(rest: str) -> Iterator[Want]:
    for match in KEYED.finditer(rest):
        place = KEY_PLACES.get(match["key"].lower(), "body")
        yield _text(match["value"].strip(), place, "a button " if place == BUTTON else "")


def _figures(rest: str) -> Iterator[Want]:
    for match in FIGURE.finditer(_without(rest, PRICE, HEX)):
        before = rest[max(0, match.start() - BEFORE) : match.start()]
        if not NEGATED.search(before) and not SIZED.search(before):
            yield _text(match[0])


def _fields(rest: str) -> Iterator[Want]:
    for match in ASKED.finditer(rest):
        for item in COMMA.split(match["items"]):
            name = re.sub(r"^(?:their|your|the|an?) ", "", item.strip().lower())
            if name in FIELDS:
                where = FIELDS[name]
                requirement = Requirement(selector=where) if where else Requirement(selector=LABEL, text=name)
                yield Want(f"a field for {name}", requirement)


def _counts(rest: str) -> Iterator[Want]:
    for match in COUNT.finditer(rest):
        if not _unwanted(rest, match.start()):
            said = match["number"].lower()
            number = NUMBERS[said] if said in NUMBERS else int(said)
            thing = match["thing"].lower()
            most = number if thing == "row" else None  # more of the others may be there for reasons of their own
            yield Want(" ".join(match[0].split()), Requirement(selector=THINGS[thing], min=number, max=most))


def _markup(prompt: str) -> Iterator[Want]:
    for tag in TAG.finditer(prompt):
        yield Want(f"a <{tag[1]}>", Requirement(selector=tag[1]))
    for told in IDS.finditer(prompt):
        for name in re.findall(r"#([\w-]+)", told[0]):
            yield Want(f"the id {name}", Requirement(selector=f'[id="{name}"]'))


def _elements(rest: str) -> Iterator[Want]:
    for what, pattern, where in READ_ELEMENTS:
        match = pattern.search(rest)
        if match and not _unwanted(rest, match.start()):
            yield Want(what, Requirement(selector=where))


def _colors(rest: str) -> Iterator[Want]:
    for match in COLORED.finditer(rest):
        if not _unwanted(rest, match.start()):
            yield from _hues(HUE.findall((match["before"] or match["after"]).lower()))
    for match in PLAIN_COLORS.finditer(rest):
        if not _unwanted(rest, match.start()):
            yield from _hues(HUE.findall(match[0].lower()))


def _hues(names: Iterable[str]) -> Iterator[Want]:
    return (Want(f"the colour {name}", Requirement(color=HUE_OF[name])) for name in names)
