"""Forms as people order them for a club, a firm, a school: what it is for, who runs it, what it asks and why, and what comes after."""

from htmlbuilder.corpus.asks import look, subject
from htmlbuilder.corpus.blocks import entry, forms
from htmlbuilder.corpus.blocks.dress import css_and_script
from htmlbuilder.corpus.blocks.fields import Asked, row, settled
from htmlbuilder.corpus.blocks.fields import entry as entry_of
from htmlbuilder.corpus.blocks.natures import naturals
from htmlbuilder.corpus.blocks.order import cleaned, marked, mentioned
from htmlbuilder.corpus.blocks.texts import line, plain, quoted, title
from htmlbuilder.corpus.blocks.words import ask
from htmlbuilder.corpus.draw import DAYS, Draw, Topic, records
from htmlbuilder.corpus.kinds.filled import PRESSED, SORTS
from htmlbuilder.corpus.labels import ROLES
from htmlbuilder.corpus.markup import Html, document, indent, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.style import Style
from htmlbuilder.corpus.wish import Ask, Wish, has, kind, shows
from htmlbuilder.corpus.wording import article

WHAT = (
    "registration", "signup", "sign-up", "RSVP", "booking", "reservation", "feedback", "survey", "application", "enrolment", "request", "order", "enquiry", "check-in", "report", "nomination", "intake", "quote request", "demo request", "waiting list",
    "volunteer", "membership", "complaint", "donation", "contact", "entry", "return", "repair request", "appointment request", "callback request", "pre-order", "questionnaire", "consent", "evaluation", "suggestion", "loan request", "adoption", "audition",
)  # fmt: skip
FORMS = ("form", "form", "form", "form", "page", "sheet", "online form", "web form", "form page")
# How a jotted order begins: {n} is the sort of form, {o} whose it is, {s} what it asks.
JOTTED = (
    "{n} for {o}: {s}", "{n} for {o}. {s}", "{n} for {o}, {s}", "{o}: {n}. {s}", "{o} {n}: {s}", "{o} {n} – {s}", "{n} {o}. {s}", "{n} {o}: {s}", "{n} ({o}): {s}", "{n} – {o} – {s}", "{n}, {o}. Fields: {s}", "{n} for {o} with {s}", "{n} at {o}: {s}", "{n} of {o} asking {s}",
    "{n} for {o}\n{s}", "{o}\n{n}\n{s}", "{n}: {s}. For {o}", "{n}: {s}. {o} on top", "{n} with {s}, for {o}", "We ({o}) need {a}: {s}", "we are {o}, need {a} with {s}", "{o} needs {a}. It asks {s}", "make {a} for {o}, fields {s}", "I need {a} for {o}: {s}", "For {o}: {a} with {s}",
    "For {o}, {a}. {s}", "{a} for {o} please, asking {s}", "{a} for {o}. We ask: {s}", "{n} w/ {s} for {o}", "{n} from {o}; they fill in {s}", "{o} wants {a} ({s})", "{n} ({s}) for {o}", "Hi, {o} here. {a} please: {s}", "{n} (for {o}). people give {s}", "new {n} {o} -> {s}", "{o} / {n} / {s}",
    "this is for {o}. {n}: {s}", "{n} = {s}. name on top: {o}", "{n} by {o}: {s}", "can you make {a} for {o} with {s}", "I run {o} and want {a}: {s}",
)  # fmt: skip
# The same where one ask tells the parts of the form: {w} names them.
PARTED = (
    "{n} for {o} with {w}", "{n} with {w}, for {o}", "{n} for {o}: {w}", "{o}: {n} with {w}", "{n} {o}, {w}", "{n} ({o}): {w}", "{n} – {o} – {w}", "{o} needs {a} with {w}", "we are {o} and need {a} with {w}", "I need {a} for {o}, {w}", "make {a} for {o} with {w}",
    "{a} with {w} please. For {o}", "For {o}, {a} with {w}", "{n} at {o}; it is {w}", "{o}\n{n}\n{w}", "{n} w/ {w} for {o}", "can you build {a} for {o} with {w}", "{n} with {w}. Name on top: {o}", "{n} of {o} with {w}", "Hello from {o}. We want {a} with {w}",
)  # fmt: skip
TERMS = ("T&C", "T&Cs", "terms", "terms and conditions", "terms of use", "house rules", "club rules", "privacy policy", "privacy notice", "data protection notice", "cancellation policy", "rules", "code of conduct", "safety rules", "photo policy", "booking terms", "waiver")
LATE = 3  # steps into the body at which a form's fields stand


def occasion(draw: Draw) -> tuple[str, str]:
    """What the form is for: its noun, and its heading."""
    form = draw.rng.random()
    if form < 0.25:
        noun = draw.pick(records("purposes"))[0]
    elif form < 0.4:
        noun = draw.pick(tuple(SORTS))
        noun = f"{draw.word('nouns')} {noun}"
    else:
        sort = draw.pick(WHAT)
        about = draw.pick((draw.word("nouns"), draw.word("nouns"), f"{draw.word('adjectives')} {draw.word('nouns')}", draw.word("skills").lower(), draw.word("subjects").lower(), draw.pick(ROLES), "", ""))
        noun = f"{about} {sort} {draw.pick(FORMS)}".strip() if draw.chance(0.7) else f"{about} {sort}".strip()
    return noun, noun[0].upper() + noun[1:]


def owner(draw: Draw, asks: list[Ask]) -> tuple[str, Topic | None]:
    """Whose form it is."""
    if draw.chance(0.4):
        return subject(draw, asks, named=0.95, known=0.5)
    name = draw.brand() if draw.chance(0.85) else draw.person()
    asks.append(ask(draw, "form.owner", (shows(name),), o=plain(draw, name)))
    return name, None


def terms(draw: Draw, asks: list[Ask], gated: bool) -> Html:
    """A box to accept what the prompt names; with `gated` the button waits for it."""
    what = draw.pick(TERMS) if draw.chance(0.7) else f"{draw.word('nouns')} {draw.pick(('rules', 'policy', 'terms', 'agreement'))}"
    text = f"I accept the {what}"
    needed = shows(text, "label:has(input.gate)" if gated else "label:has(input[type=checkbox][required])")
    asks.append(ask(draw, "form.gate.usual" if gated else "form.consent.usual", (needed, *((has("script"), has("form button[disabled]")) if gated else ())), x=draw.keep(what)))
    return forms.gating(text) if gated else entry_of(text, "checkbox", required=True)


@kind("intake", 11.0)
def intake(draw: Draw) -> Wish:
    asks: list[Ask] = []
    noun, heading = occasion(draw)
    name, topic = owner(draw, asks)
    if draw.chance(0.22):
        heading = title(draw)
        asks.append(ask(draw, "title", (shows(heading, "h1"),), q=draw.quote(heading)))
    lead = under = ""
    if draw.chance(0.18):
        lead = line(draw)
        asks.append(ask(draw, "form.lead", (shows(lead, "h1 + p"),), q=quoted(draw, lead)))
    nouns: tuple[str, ...] = (noun, noun, noun, noun if noun.endswith("page") else f"{noun} page")
    form, late, before = draw.rng.random(), list[Html](), len(asks)
    jotted = draw.chance(0.45) and name != "" and topic is None
    if form < 0.24:
        part = (forms.grouped if form < 0.1 else entry.stages if form < 0.2 else entry.likert)(draw, asks)
        if jotted:
            wanted = asks.pop(before)
            text = draw.pick(PARTED).format(n=noun, a=article(noun), o=plain(draw, name), w=draw.pick(wanted.withs))
            asks[0] = Ask(says=(text,), requires=(*wanted.requires, shows(name)))
            nouns = ()
    else:
        part, late = _fields(draw, asks, (noun, name) if jotted else None)
        nouns = () if jotted else nouns
    if draw.chance(0.08):
        under = line(draw)
        asks.append(ask(draw, "form.under", (shows(under, "main > p:last-child"),), q=quoted(draw, under)))
    style = look(draw, asks, topic, "slate", 0.2)
    page = sheet(heading, style, name, lead, part, under)

    def arrange(prompt: str) -> tuple[str, Html]:
        """The prompt without its marks; fields told by themselves stand in the order in which it tells them."""
        told = [late[place] for place in mentioned(prompt, len(late))]
        return cleaned(prompt), Html(page.replace(_deep(late), _deep(told))) if len(late) > 1 else page

    return Wish(nouns=nouns, page=page, asks=asks, requires=(has("form"), has("button, input[type=submit]")), ordered=True, arrange=arrange)


def sheet(heading: str, style: Style, name: str, lead: str, part: Part, under: str) -> Html:
    """A page of one form: whose it is above the heading, a line below that and one under the form, each where there is one."""
    css, script = css_and_script(style, {"narrow", *part.components, *(("muted",) if name or under else ())})
    main = tag("main", tag("p", name, class_="muted") if name else None, tag("h1", heading), tag("p", lead) if lead else None, part.html, tag("p", under, class_="muted") if under else None, class_="narrow")
    return document(heading, css, main, script=script)


def _deep(rows: list[Html]) -> Html:
    text = Html("\n".join(rows))
    for _ in range(LATE):
        text = indent(text)
    return text


def _fields(draw: Draw, asks: list[Ask], jotted: tuple[str, str] | None) -> tuple[Part, list[Html]]:
    """The form, and those of its fields that are told by themselves, perhaps each with its reason: the others stand in a row.

    With `jotted`, noun and owner, the row says those too, and the first ask, which names the owner, is gone.
    """
    asked = naturals(draw, draw.pick((1, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 7)), draw.pick((0.4, 0.6, 0.6, 0.8)))
    reasoned = jotted is None and draw.chance(0.2)
    own = [one for one in asked if not one.apart and (reasoned or not one.plain)]
    own = own if reasoned else own[: draw.rng.randint(1, 3)] if draw.chance(0.5) else []
    rest = settled(draw, [one for one in asked if one not in own] or [own.pop()])
    share = draw.pick((0.0, 0.0, 0.1, 0.15, 0.3))
    more: list[Ask] = []
    gated = draw.chance(0.35)
    boxes = [terms(draw, more, gated)] if draw.chance(0.12) else []
    made: list[Ask] = []
    part = forms.filled(draw, made, rest, share, [*own], boxes)
    if jotted:
        made[0] = _jot(draw, made[0], rest, *jotted)
        asks[0] = made.pop(0)
    asks += made
    for place, one in enumerate(own):
        words = {"thing": draw.word("nouns"), "town": draw.keep(draw.word("towns")), "who": draw.keep(draw.word("first_names")), "job": draw.word("job_titles").lower(), "day": draw.pick(DAYS)}
        asks.append(marked(ask(draw, "form.because" if reasoned else "form.late", one.needs, f=one.words, **(words if reasoned else {})), place))
    asks += more
    return part, [one.html for one in own]


def _jot(draw: Draw, wanted: Ask, asked: list[Asked], noun: str, name: str) -> Ask:
    """Noun, owner, fields and button in one breath."""
    told = next(iter(row(draw, [one.words for one in asked]).values()))
    text = draw.pick(JOTTED).format(n=noun, a=article(noun), o=plain(draw, name), s=told)
    button = next((each.text for each in wanted.requires if each.selector == "form button"), "")
    if button:
        text = text.rstrip("\n") + draw.pick(PRESSED).format(b=draw.keep(button))
    return Ask(says=(text,), requires=(*wanted.requires, shows(name)))
