"""What people fill in beyond plain fields: scales, matrices, amounts, quantities, stages, boxes that open a form's way."""

from collections.abc import Sequence

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus.blocks.fields import Asked, entry, joined, label_of, named, picks
from htmlbuilder.corpus.blocks.natures import close
from htmlbuilder.corpus.blocks.texts import bit, bits, button_text, line, quoted, series, sign
from htmlbuilder.corpus.blocks.words import ask, many
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.kinds.forms import Field
from htmlbuilder.corpus.labels import ROLES, type_of
from htmlbuilder.corpus.markup import Html, inline, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.wish import Ask, has, shows


def spelled(draw: Draw, text: str) -> str:
    """A button's or a box's words: in quotes, bare, or in brackets."""
    form = draw.rng.random()
    return draw.quote(text) if form < 0.5 else draw.keep(text) if form < 0.88 else f"[{draw.keep(text)}]"


def statement(draw: Draw) -> str:
    """What somebody confirms by ticking a box."""
    noun, other, verb = draw.word("nouns"), draw.word("nouns"), draw.word("verbs")
    text = draw.pick((
        f"I agree to the {noun} rules", f"I have read the {noun} {other}", f"I am over {draw.rng.randint(12, 65)}", f"I bring my own {noun}", f"My child may {verb}", f"Yes, send me {noun} news", f"I understand that {noun}s {verb}", f"I accept the {draw.word('adjectives')} terms",
        f"I have checked the {noun}", f"I will {verb} the {noun}", f"You may use my {noun} photos", f"I confirm that the {noun} is {draw.word('adjectives')}", f"I have no {noun} allergy", f"We know the way to {draw.word('towns')}", f"I consent to {noun} data being stored",
        f"Please keep me posted about {noun}s", f"{draw.word('lines').rstrip('.')}", "I agree", "I accept the terms and conditions", "I have read the privacy policy", "terms and privacy accepted", f"no {noun} without {other}", f"I'm {draw.word('adjectives')} enough to {verb}",
    ))  # fmt: skip
    return text.lower() if draw.chance(0.12) else text


def strong(rows: Sequence[Html]) -> tuple[str, ...]:
    """The script that a password's meter needs, where the rows have one."""
    return ("script:strength",) if any('id="strength"' in one for one in rows) else ()


# What a form can hold besides its fields: each adds its ask.


def consent(draw: Draw, asks: list[Ask]) -> Part:
    """A box that must be ticked."""
    text = statement(draw)
    asks.append(ask(draw, "form.consent", (shows(text, "label:has(input[type=checkbox][required])"),), q=spelled(draw, text)))
    return Part(entry(text, "checkbox", required=True), ("check",))


def opens(draw: Draw, asks: list[Ask]) -> Part:
    """A box that shows a further field while it is ticked."""
    text, label = (statement(draw) if draw.chance(0.4) else bit(draw)), label_of(draw)
    field = Field(label, type_of(label))
    ident = f"more-{named(text)}"
    needed = (has("script"), shows(text, "label:has([data-opens])"), shows(label, "form [hidden] label"))
    asks.append(ask(draw, "form.opens", needed, q=spelled(draw, text), k=draw.keep(label)))
    box = tag("label", inline(tag("input", type="checkbox", name=named(text), data_opens=ident), " ", text), class_="check")
    return Part(Html(f"{box}\n{tag('div', field.html(required=False), id=ident, hidden=True)}"), ("check", "script:opens"))


def captcha(draw: Draw, asks: list[Ask]) -> Part:
    """A text or a sum that a machine would not type."""
    one, other = draw.rng.randint(1, 20), draw.rng.randint(1, 9)
    text = draw.pick((f"{one} + {other}", f"{one} x {other}", draw.code(), f"{draw.word('adjectives')} {draw.word('nouns')}", f"{draw.word('nouns')} {draw.word('nouns')} {draw.word('nouns')}", "".join(draw.pick("ABCDEFGHJKMNPQRSTUVWXYZ23456789abcdefghkmnpqrstwxyz") for _ in range(draw.rng.randint(4, 7))), draw.word("nouns").upper()))
    asks.append(ask(draw, "form.captcha", (shows(text, "label:has(input[name=captcha]) b"),), q=draw.quote(text)))
    return Part(tag("label", inline("Are you human? ", tag("b", text)), tag("input", type="text", name="captcha", autocomplete="off")), ())


def letters(draw: Draw, asks: list[Ask]) -> Part:
    """A text area that tells how many characters are left."""
    label, most = label_of(draw), draw.pick((50, 80, 100, 120, 140, 160, 200, 250, 280, 300, 500, 1000))
    asks.append(ask(draw, "form.letters", (has("script"), shows(label, f'label:has(textarea[maxlength="{most}"])'), shows(str(most), "output")), k=draw.keep(label), v=str(most)))
    return Part(Html(f"{entry(label, 'textarea', maxlength=most, id='counted')}\n{tag('p', inline(tag('output', str(most), id='left'), ' characters left'), class_='muted')}"), ("muted", "script:letters"))


def upload(draw: Draw, asks: list[Ask]) -> Part:
    """A file to hand over, of one sort or several at once."""
    label = draw.pick((f"{draw.word('nouns')} photo", f"photo of the {draw.word('nouns')}", "CV", "receipt", f"{draw.word('nouns')} plan", bit(draw), "your file", "attachment", f"scan of the {draw.word('nouns')}", f"{draw.word('adjectives')} picture"))
    sort, accept = draw.pick((("", None), ("", None), ("PDF", ".pdf"), ("images", "image/*"), ("pictures", "image/*"), ("Word", ".doc,.docx"), ("audio", "audio/*"), ("CSV", ".csv"), ("video", "video/*"), ("JPG or PNG", ".jpg,.png")))
    several = draw.chance(0.25)
    where = "input[type=file]" + (f'[accept="{accept}"]' if accept else "") + ("[multiple]" if several else "")
    slots = {"k": draw.keep(label)} | ({"v": sort} if sort else {})
    asks.append(ask(draw, "form.upload.several" if several else "form.upload", (shows(label, f"label:has({where})"),), **slots))
    return Part(tag("label", label, tag("input", type="file", name=named(label), accept=accept, multiple=several)), ())


def rate(draw: Draw, asks: list[Ask]) -> Part:
    """A question answered by a number of a row, whose ends may have words."""
    question = draw.pick((bit(draw), line(draw), f"How {draw.word('adjectives')} was the {draw.word('nouns')}?", f"Would you {draw.word('verbs')} {draw.word('nouns')}s again?"))
    low, high = draw.pick((0, 1, 1, 1, 1)), draw.pick((3, 4, 5, 5, 5, 6, 7, 10, 10))
    numbers = [str(number) for number in range(low, high + 1)]
    slots = {"q": quoted(draw, question) if draw.chance(0.6) else draw.keep(question), "u": str(low), "v": str(high)}
    needed = [shows(question, "legend"), has("fieldset input[type=radio]", len(numbers))]
    asks.append(ask(draw, "rate.question" if question.endswith("?") and draw.chance(0.5) else "rate", needed, **slots))
    html = picks(question, numbers, row=True)
    if draw.chance(0.35):
        ends = (draw.word("adjectives"), draw.word("adjectives"))
        asks.append(ask(draw, "rate.ends", [shows(end, "fieldset small") for end in ends], a=draw.keep(ends[0]), b=draw.keep(ends[1]), **({"u": str(low), "v": str(high)} if draw.chance(0.6) else {})))
        html = Html(html.replace("\n</fieldset>", f"\n  {tag('small', f'{low}: {ends[0]}, {high}: {ends[1]}')}\n</fieldset>"))
    return Part(html, ("check", "row"))


def _money(draw: Draw) -> list[str]:
    mark, step = sign(draw), draw.pick((1, 5, 5, 10, 10, 25, 50))
    found = sorted({step * draw.pick((1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 50)) for _ in range(draw.rng.randint(2, 6))})
    return [f"{number}{mark}" if mark in (" €", " kr") else f"{mark}{number}" for number in found]


def amounts(draw: Draw, asks: list[Ask]) -> Part:
    """Sums to choose one of, and perhaps one's own."""
    sums, other = _money(draw), draw.chance(0.6)
    label = "Amount"
    needed = [shows(each, "label:has(input[type=radio])") for each in sums]
    if other:
        needed.append(has("label input[type=number]"))
    asks.append(ask(draw, "amounts.other" if other else "amounts", needed, s=joined(draw, sums)))
    if draw.chance(0.25):
        label = bit(draw)
        asks.append(ask(draw, "amounts.called", (shows(label, "legend"),), q=draw.quote(label)))
    html = picks(label, sums, row=True)
    return Part(Html(f"{html}\n{entry('Other amount', 'number', min=1)}") if other else html, ("check", "row"))


PRESSED_LATER = "button"  # of a form that was asked for elsewhere in the prompt: nobody can tell that it is the form's
INSIDE = (letters, upload, rate, amounts, opens, captcha, consent)


# Blocks of their own


def _sent(part: Part, button: str) -> Part:
    return Part(tag("form", part.html, tag("button", button, type="submit")), (*part.components, "form", "button"))


def pressed(draw: Draw, asks: list[Ask], default: str) -> str:
    """The button of a form whose fields were asked for already."""
    if not draw.chance(0.5):
        return default
    text = button_text(draw)
    asks.append(ask(draw, "form.pressed", (shows(text, PRESSED_LATER),), b=spelled(draw, text)))
    return text


def rating(draw: Draw, asks: list[Ask]) -> Part:
    return _sent(rate(draw, asks), pressed(draw, asks, "Send"))


def donation(draw: Draw, asks: list[Ask]) -> Part:
    return _sent(amounts(draw, asks), pressed(draw, asks, "Donate"))


def uploading(draw: Draw, asks: list[Ask]) -> Part:
    return _sent(upload(draw, asks), pressed(draw, asks, "Upload"))


def thanked(draw: Draw, asks: list[Ask], made: list[Html], components: tuple[str, ...]) -> Part:
    """A form, perhaps with a text that shows once it is sent."""
    if not draw.chance(0.35):
        return Part(tag("form", *made), components)
    text = line(draw)
    asks.append(ask(draw, "form.thanks", (has("form#sheet"), has("script"), shows(text, "#thanks[hidden]")), q=quoted(draw, text)))
    return Part(Html("\n".join((tag("form", *made, id="sheet"), tag("p", text, id="thanks", role="status", hidden=True)))), (*components, "script:thanks"))


SCALES = (
    ("agree", "neutral", "disagree"), ("yes", "partly", "no"), ("never", "sometimes", "often", "always"), ("bad", "ok", "good"), ("poor", "fair", "good", "excellent"), ("strongly disagree", "disagree", "neutral", "agree", "strongly agree"), ("1", "2", "3", "4", "5"), ("low", "medium", "high"),
)  # fmt: skip


def likert(draw: Draw, asks: list[Ask]) -> Part:
    """Statements by answers, one click a row."""
    rows = bits(draw, 2, 5) if draw.chance(0.6) else list(dict.fromkeys(f"The {draw.word('nouns')} was {draw.word('adjectives')}" for _ in range(draw.count(2, 5))))
    answers = list(draw.pick(SCALES)) if draw.chance(0.6) else bits(draw, 2, 4)
    needed = [*(shows(one, "tbody th") for one in rows), *(shows(one, "thead th") for one in answers), has("td input[type=radio]", len(rows) * len(answers))]
    asks.append(ask(draw, "likert", needed, s=series(draw, rows), a=draw.pick((", ", " / ", "/", " | ")).join(draw.keep(one) for one in answers) if not any("/" in one or "," in one or "|" in one for one in answers) else series(draw, answers)))
    return Part(tag("form", scale(rows, answers), tag("button", pressed(draw, asks, "Send"), type="submit")), ("form", "table", "button"))


def scale(statements: Sequence[str], answers: Sequence[str]) -> Html:
    """Statements by answers."""
    head = tag("thead", tag("tr", tag("th", "Statement", scope="col"), *(tag("th", one, scope="col") for one in answers)))
    body = [tag("tr", tag("th", one, scope="row"), *(tag("td", tag("input", type="radio", name=f"row-{place}", aria_label=answer)) for answer in answers)) for place, one in enumerate(statements, 1)]
    return tag("table", head, tag("tbody", *body))


def picker(draw: Draw, asks: list[Ask]) -> Part:
    """How many of each: a number beside every item, and the sum where they have prices."""
    items = bits(draw, 1, 5)
    if draw.chance(0.5):
        asks.append(ask(draw, "picker", [shows(item, 'label:has(input[type=number][min="0"])') for item in items], s=series(draw, items), **many(draw, len(items))))
        made = [entry(item, "number", min=0, value=0) for item in items]
        return Part(tag("form", *made, tag("button", pressed(draw, asks, "Order"), type="submit")), ("form", "button"))
    mark = draw.pick(("$", "€", "£", " €", " kr", "₹"))
    priced = [(item, draw.pick((f"{draw.rng.randint(1, 90)}", f"{draw.rng.randint(1, 20)}.{draw.pick(('50', '20', '99', '80'))}"))) for item in items]
    shown = [(item, number, f"{number}{mark}" if mark[0] == " " else f"{mark}{number}") for item, number in priced]
    joint = draw.pick(("{} {}", "{} ({})", "{}: {}", "{} – {}", "{} at {}", "{} for {} each", "{} @ {}"))
    needed: list[Requirement] = [has("script"), has("output"), *(requirement for item, number, price in shown for requirement in (shows(item, f'label:has([data-price="{number}"])'), shows(price, "label")))]
    s = draw.pick(("; ", ", ", ", ", "\n", " / ")).join(joint.format(draw.keep(item), draw.keep(price)) for item, _, price in shown)
    asks.append(ask(draw, "picker.sum", needed, s=s, **many(draw, len(items))))
    made = [tag("label", f"{item} ({price})", tag("input", type="number", name=named(item), min=0, value=0, data_price=number)) for item, number, price in shown]
    total = tag("p", inline("Total: ", tag("output", "0.00", id="sum")))
    return Part(tag("form", *made, total, tag("button", pressed(draw, asks, "Order"), type="submit")), ("form", "button", "script:sum"))


PARTS = ("About you", "About your {n}", "Your details", "Your {n}", "Contact", "Contact details", "The {n}", "{W} details", "Details of the {n}", "Delivery", "Payment", "Documents", "Household", "Applicant", "Parent", "{W}", "Account", "Address", "Extras", "Experience", "Emergency", "Your order", "Your visit", "Medical", "When and where", "{W}s", "Preferences", "The basics", "Almost done", "A few questions")


def legends(draw: Draw, low: int, high: int) -> list[str]:
    """What the parts of a form are called."""
    found: list[str] = bits(draw, low, high) if draw.chance(0.35) else []
    wanted = low if found else draw.rng.randint(low, high)
    while len(found) < wanted:
        role = draw.pick(ROLES).capitalize()
        legend = draw.pick(PARTS).format(n=draw.word("nouns"), W=role)
        if legend.lower() not in (other.lower() for other in found):
            found.append(legend)
    return [legend.lower() for legend in found] if draw.chance(0.25) else found


def parted(draw: Draw, legend: str, asked: Sequence[Asked], joint: str) -> str:
    """One part of a form in words: its legend, and its fields."""
    words = [one.words for one in asked]
    mark = draw.pick((", ", ", ", " + ", " and ")) if len(words) == 2 else ", "
    return joint.format(draw.quote(legend) if draw.chance(0.35) else draw.keep(legend), mark.join(words))


STEPS = ("step {n} {{}} ({{}})", "step {n}: {{}} ({{}})", "step {n} {{}}: {{}}", "Step {n} – {{}}: {{}}", "{n}. {{}}: {{}}", "{n}) {{}} ({{}})", "page {n} {{}}: {{}}", "{n} {{}} ({{}})", "step {n} is {{}} with {{}}", "Step {n}, {{}}: {{}}", "step{n}: {{}} -> {{}}", "screen {n} {{}} ({{}})")
UNSTEPPED = ("step {n}: {s}", "step {n} ({s})", "step {n} {s}", "Step {n} – {s}", "Step {n} asks {s}", "in step {n} {s}", "step {n} = {s}", "Step {n} with {s}")


def stages(draw: Draw, asks: list[Ask]) -> Part:
    """A form in stages, one shown at a time."""
    named_, numbered = draw.chance(0.8), draw.chance(0.6)
    groups = [(legend, close(draw, 1, 3)) for legend in legends(draw, 2, 4)]
    if named_:
        joint = draw.pick(("{} ({})", "{}: {}", "{} with {}", "{} – {}", "{} -> {}", "{} asks {}"))
        steps = [draw.pick(STEPS)] * len(groups)
        told = [parted(draw, legend, asked, steps[0].format(n=place) if numbered else joint) for place, (legend, asked) in enumerate(groups, 1)]
    else:
        shape = draw.pick(UNSTEPPED)
        groups = [(f"Step {place}", asked) for place, (_, asked) in enumerate(groups, 1)]
        told = [shape.format(n=place, s=draw.pick((", ", " and ", " + ")).join(one.words for one in asked)) for place, (_, asked) in enumerate(groups, 1)]
    s = draw.pick(("; ", "; ", "\n", " / ", ". Then ", ", then ", ". ")).join(told)
    onward, back = (button_text(draw), button_text(draw)) if draw.chance(0.2) else ("Next", "Back")
    last = button_text(draw) if draw.chance(0.6) else ""
    needed = [has("script"), has("fieldset.stage", len(groups)), *(requirement for legend, asked in groups for requirement in (*((shows(legend, "legend"),) if named_ else ()), *(each for one in asked for each in one.needs)))]
    asks.append(ask(draw, "stages", needed, s=s, **many(draw, len(groups))))
    if onward != "Next":
        asks.append(ask(draw, "stages.turns", (shows(onward, "button.next"), shows(back, "button.back")), a=draw.quote(onward), b=draw.quote(back)))
    elif draw.chance(0.4):
        asks.append(ask(draw, "stages.plain", (shows("Next", "button.next"), shows("Back", "button.back"))))
    if last:
        asks.append(ask(draw, "stages.last", (shows(last, "button[type=submit]"),), b=spelled(draw, last)))
    counted = draw.chance(0.15)
    if counted:
        asks.append(ask(draw, "stages.counted", [shows(f"1/{len(groups)}", "fieldset small")], n=f"1/{len(groups)}"))
    made = []
    for place, (legend, asked) in enumerate(groups):
        turns = [tag("button", back, type="button", class_="back")] if place else []
        turns.append(tag("button", onward, type="button", class_="next") if place < len(groups) - 1 else tag("button", last or "Send", type="submit"))
        told_ = tag("small", f"{place + 1}/{len(groups)}") if counted else None
        made.append(tag("fieldset", tag("legend", legend), told_, *(one.html for one in asked), tag("div", *turns, class_="row"), class_="stage", hidden=place > 0))
    checks = any('class="check"' in one for one in made)
    return thanked(draw, asks, made, ("form", *(("check",) if checks else ()), "button", "row", *strong(made), "script:wizard"))


def gate(draw: Draw, asks: list[Ask]) -> Part:
    """Boxes that must all be ticked before the button can be pressed."""
    texts = list(dict.fromkeys(statement(draw) for _ in range(draw.pick((1, 1, 2, 2, 3, 4))))) if draw.chance(0.5) else bits(draw, 2, 7)
    button = button_text(draw)
    needed = [has("script"), shows(button, "button[disabled]"), *(shows(text, "label:has(input.gate)") for text in texts)]
    name = "gate.one" if len(texts) == 1 else "gate"
    asks.append(ask(draw, name, needed, s=spelled(draw, texts[0]) if len(texts) == 1 else series(draw, texts), b=spelled(draw, button), **many(draw, len(texts))))
    boxes = [tag("label", inline(tag("input", type="checkbox", class_="gate"), " ", text), class_="check") for text in texts]
    return thanked(draw, asks, [*boxes, tag("button", button, type="submit", id="send", disabled=True)], ("form", "check", "button", "locked", "script:gate"))


def finder(draw: Draw, asks: list[Ask]) -> Part:
    """A list that narrows down while one types."""
    items = bits(draw, 2, 9)
    text = draw.pick((line(draw).rstrip("."), f"Search {draw.word('nouns')}s", bit(draw))) if draw.chance(0.4) else ""
    needed = [has("script"), has("input[type=search]"), *(shows(item, ".found li") for item in items)]
    asks.append(ask(draw, "finder", needed, s=series(draw, items), **many(draw, len(items))))
    if text:
        asks.append(ask(draw, "finder.hint", (shows(text, "input[type=search][placeholder]"),), q=quoted(draw, text)))
    nothing = "Nothing found."
    if draw.chance(0.5):
        nothing = line(draw)
        asks.append(ask(draw, "finder.nothing", (shows(nothing, "#nothing"),), q=quoted(draw, nothing)))
    return narrowed(items, text, nothing)


def narrowed(items: Sequence[str], hint: str = "", nothing: str = "Nothing found.") -> Part:
    """A list, and a field that leaves only what holds the typed text."""
    box = tag("label", "Search", tag("input", type="search", id="finder", placeholder=hint or None))
    return Part(Html("\n".join((box, tag("ul", *(tag("li", item) for item in items), class_="found"), tag("p", nothing, id="nothing", hidden=True)))), ("form", "list", "script:finder"))


def sift(draw: Draw, asks: list[Ask]) -> Part:
    """Buttons that leave only the items of their group."""
    groups = [(name, bits(draw, 1, 3)) for name in bits(draw, 2, 4)]
    joint = draw.pick(("{} ({})", "{}: {}", "{} = {}", "{} -> {}"))
    s = draw.pick(("; ", "; ", "\n", " / ")).join(joint.format(draw.keep(name), ", ".join(draw.keep(item) for item in items)) for name, items in groups)
    needed = [has("script"), *(requirement for name, items in groups for requirement in (shows(name, "button.sift"), *(shows(item, "li[data-group]") for item in items)))]
    asks.append(ask(draw, "sift", needed, s=s))
    return sifted(groups)


def sifted(groups: Sequence[tuple[str, Sequence[str]]]) -> Part:
    """A list, and a button for each group that leaves only its items."""
    buttons = [tag("button", "All", type="button", class_="sift", value=""), *(tag("button", name, type="button", class_="sift", value=name) for name, _ in groups)]
    return Part(Html("\n".join((tag("div", *buttons, class_="row"), tag("ul", *(tag("li", item, data_group=name) for name, items in groups for item in items))))), ("button", "row", "list", "script:sift"))
