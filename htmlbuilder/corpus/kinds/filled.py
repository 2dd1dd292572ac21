"""Pages that are one form, of any purpose: with fields that follow from the wish, or those that the prompt lists, and more that it demands."""


from htmlbuilder.checks import Requirement
from htmlbuilder.corpus.asks import look, subject
from htmlbuilder.corpus.blocks import forms
from htmlbuilder.corpus.blocks.dress import css_and_script
from htmlbuilder.corpus.blocks.entry import PRESSED_LATER, spelled
from htmlbuilder.corpus.blocks.fields import (
    Asked,
    dropdown,
    entry,
    fields,
    label_of,
    plain,
    row,
    sensible,
    settled,
    split,
)
from htmlbuilder.corpus.blocks.natures import naturals
from htmlbuilder.corpus.blocks.texts import button_text, line, quoted, title
from htmlbuilder.corpus.blocks.words import ask
from htmlbuilder.corpus.draw import Draw, records
from htmlbuilder.corpus.kinds.forms import Field
from htmlbuilder.corpus.labels import type_of
from htmlbuilder.corpus.markup import Html, document, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.wish import Ask, Wish, has, kind, shows

# What a form of that sort asks, whatever it is about, and what its button says.
SORTS: dict[str, tuple[tuple[str, ...], str]] = {
    "registration form": (("Name", "Email", "Phone"), "Register"), "sign-up form": (("Name", "Email"), "Sign up"), "sign-up sheet": (("Name", "Phone", "What you bring"), "Sign up"), "order form": (("Name", "Email", "What you would like", "Quantity", "Notes"), "Order"),
    "report form": (("Name", "Email", "What happened", "Where", "Date"), "Send report"), "request form": (("Name", "Email", "Request"), "Send request"), "feedback form": (("Name", "Email", "Feedback"), "Send feedback"), "booking form": (("Name", "Phone", "Date", "Time", "Number of people"), "Book"),
    "application form": (("Full name", "Email", "Phone", "About you"), "Apply"), "survey": (("Age", "Your answer", "Comments"), "Send"), "questionnaire": (("Name", "Your answer", "Comments"), "Send"), "entry form": (("Name", "Email", "Title of your entry"), "Enter"),
    "enquiry form": (("Name", "Email", "Question"), "Send"), "claim form": (("Name", "Email", "What happened", "Amount"), "Claim"), "form": (("Name", "Email", "Message"), "Send"), "nomination form": (("Your name", "Who should win", "Reason"), "Nominate"),
    "hire form": (("Name", "Phone", "From (date)", "To (date)"), "Hire"), "enrolment form": (("Name", "Email", "Date of birth"), "Enrol"), "complaint form": (("Name", "Email", "What went wrong"), "Send"), "swap form": (("Name", "Phone", "What you offer", "What you look for"), "Swap"),
    "check-in form": (("Name", "Time", "Notes"), "Check in"), "log sheet": (("Name", "Date", "Notes"), "Save"), "permission slip": (("Name", "Class", "Parent's name", "I agree"), "Give permission"), "waiting list form": (("Name", "Phone", "Email"), "Join the list"),
}  # fmt: skip
COMPACT = (
    "{noun}: {s}", "{noun} ({s})", "{noun} – {s}", "{noun} with {s}", "{noun}, {s}", "{noun} - {s}", "{noun}; fields: {s}", "{noun} w/ {s}", "{noun} = {s}", "{noun}. {s}", "{noun} asking {s}", "{noun} incl. {s}", "{noun}\n{s}", "{noun} -> {s}", "I need a {noun}: {s}", "make a {noun}: {s}", "new {noun}, fields {s}", "{noun} for {s}",
    "{noun}. Fields: {s}", "{noun} / {s}", "please a {noun} with {s}", "simple {noun}: {s}", "{noun} | {s}", "{noun} please. {s}", "we need a {noun}, it asks {s}", "a {noun} ({s})",
)  # fmt: skip
PRESSED = (" [{b}]", ". Button: {b}", ", button {b}", "; button says {b}", " + {b} button", " -> {b}", ". {b} button", " and a {b} button", ", {b} to send", " / {b}", ". Submit says {b}", ", then {b}", ". At the end [{b}]", " (button: {b})", ' "{b}"', '. "{b}"', ', "{b}"', ", submit says {b}", ". submit says {b}", "; Send = {b}", ". Send = {b}", ", submit = {b}", " → {b}", ", [{b}]", " – button {b}", ". btn {b}", "; btn says {b}", ". The button: {b}", ", {b} as the button", " | {b}")


def standard(label: str) -> Html:
    """A field of a form whose fields nobody listed: `Size=S/M/L` is a dropdown, `From (date)` of that type, all else as its label says."""
    name, options, typed = split(label)
    if options or typed == "yes/no":
        return dropdown(name, options or ("Yes", "No"))
    return entry(name, typed) if typed else Field(name, type_of(name)).html()


def purpose(draw: Draw) -> tuple[str, tuple[str, ...], str]:
    """What the form is for: (its noun, the labels it has where none are listed, its button)."""
    if draw.chance(0.45):
        noun, labels, button = draw.pick(records("purposes"))
        return noun, tuple(labels.split(";")), button
    sort = draw.pick(tuple(SORTS))
    about = draw.pick((draw.word("nouns"), f"{draw.word('adjectives')} {draw.word('nouns')}", draw.word("things").partition("|")[0] if draw.chance(0.3) else draw.word("subjects"), f"{draw.word('nouns')} {draw.word('nouns')}", ""))
    asked, button = SORTS[sort]
    return f"{about} {sort}".strip(), asked, button


def listed(draw: Draw, usual: tuple[str, ...]) -> list[Asked]:
    """The fields that the prompt lists: plain ones, or with all sorts of demands."""
    number = draw.rng.randint(2, draw.pick((4, 6, 8, 10)))
    form = draw.rng.random()
    if form < 0.35:
        return naturals(draw, number, draw.pick((0.2, 0.5, 0.8)))
    if form < 0.6:
        return sensible(draw, number, usual if draw.chance(0.5) else ())
    if form < 0.7:
        return [plain(draw, label) for label in dict.fromkeys(label_of(draw) for _ in range(number))]
    return fields(draw, number, draw.pick((0.2, 0.4, 0.6)))


@kind("filled", 6.0)
def filled(draw: Draw) -> Wish:
    asks: list[Ask] = []
    noun, usual, button = purpose(draw)
    heading = noun[0].upper() + noun[1:]
    name, topic = subject(draw, asks, named=0.3, known=0.15)
    if draw.chance(0.35):
        heading = title(draw)
        asks.append(ask(draw, "title", (shows(heading, "h1"),), q=draw.quote(heading)))
    intro = ""
    if draw.chance(0.15):
        intro = line(draw)
        asks.append(ask(draw, "form.lead", (shows(intro, "h1 + p"),), q=quoted(draw, intro)))
    nouns: tuple[str, ...] = (noun, noun, noun, f"{noun} page", f"online {noun}", f"html {noun}", f"page with a {noun}")
    form = draw.rng.random()
    share = draw.pick((0.0, 0.1, 0.25, 0.4))
    if form < 0.22:
        part = _usual(draw, asks, usual, button, share)
    elif form < 0.5:
        part = _compact(draw, asks, noun, usual, share)
        nouns = ()
    else:
        part = forms.filled(draw, asks, settled(draw, listed(draw, usual)), share)
    style = look(draw, asks, topic, "slate", 0.3)
    used = {"narrow", "muted", *part.components} if name else {"narrow", *part.components}
    css, script = css_and_script(style, used)
    main = tag("main", tag("p", name, class_="muted") if name else None, tag("h1", heading), tag("p", intro) if intro else None, part.html, class_="narrow")
    return Wish(nouns=nouns, page=document(heading, css, main, script=script), asks=asks, requires=(has("form"), has("button, input[type=submit]")), ordered=True)


def _usual(draw: Draw, asks: list[Ask], usual: tuple[str, ...], button: str, share: float) -> Part:
    """The form as its purpose has it."""
    if draw.chance(0.25):
        button = button_text(draw)
        asks.append(ask(draw, "form.pressed", (shows(button, PRESSED_LATER),), b=spelled(draw, button)))
    if draw.chance(0.15):
        unwanted = split(draw.pick(usual))[0]
        rest = tuple(label for label in usual if unwanted.lower() not in label.lower())
        if len(rest) == len(usual) - 1 > 0:
            usual = rest
            asks.append(ask(draw, "form.less", (has("form label"), Requirement(selector="form label", text=unwanted, min=0, max=0)), k=draw.keep(unwanted.lower())))
            share = 0.0  # nothing else may bring it back
    more = [one for one in fields(draw, draw.pick((1, 1, 1, 2, 3)), 0.5) if not one.apart] if share and draw.chance(0.5) else []
    if more:
        asks.append(ask(draw, "form.more", [requirement for one in more for requirement in one.needs], **row(draw, [one.words for one in more])))
    rows, used, after = forms.extras(draw, asks, share)
    rows = [*(one.html for one in more), *rows]
    made = [standard(label) for label in usual]
    html = tag("form", *made, *rows, tag("button", button, type="submit"), id="sheet" if after else None)
    return Part(Html(f"{html}\n{after}") if after else html, ("form", *forms.checked([*made, *rows]), *used, "button"))


def _compact(draw: Draw, asks: list[Ask], noun: str, usual: tuple[str, ...], share: float) -> Part:
    """Noun, fields and button in one breath, as people jot them down."""
    own: list[Ask] = []
    asked = settled(draw, listed(draw, usual))
    part = forms.filled(draw, own, asked, share)
    wanted = row(draw, [one.words for one in asked])
    text = draw.pick(COMPACT).format(noun=noun, s=next(iter(wanted.values())))
    requires = own[0].requires
    button = next((each.text for each in requires if each.selector == "form button"), "")
    if button:
        text = text.rstrip("\n") + draw.pick(PRESSED).format(b=draw.keep(button))
    asks.insert(0, Ask(says=(text,), requires=requires))
    asks += own[1:]
    return part


