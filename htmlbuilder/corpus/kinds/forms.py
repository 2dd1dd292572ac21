"""Pages around a form: any form by its fields, sign-up, contact, newsletter, checkout, booking, survey, search."""

from dataclasses import dataclass, replace

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus.asks import look, subject
from htmlbuilder.corpus.blocks.texts import digits, plain
from htmlbuilder.corpus.blocks.words import ask, many
from htmlbuilder.corpus.draw import Draw, records
from htmlbuilder.corpus.kinds.elements import enumerate_words
from htmlbuilder.corpus.kinds.sites import heading
from htmlbuilder.corpus.labels import asked_label, type_of
from htmlbuilder.corpus.markup import Html, document, inline, tag
from htmlbuilder.corpus.style import Style
from htmlbuilder.corpus.wish import Ask, Wish, exactly, has, kind, shows

OPTIONS = ("Option A", "Option B", "Option C")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form. `type` is an input type, or textarea, select or checkbox."""

    label: str
    type: str = "text"
    complete: str = ""
    options: tuple[str, ...] = OPTIONS

    @property
    def selector(self) -> str:
        return {"textarea": "textarea", "select": "select"}.get(self.type, f"input[type={self.type}]")

    def html(self, required: bool = True) -> Html:
        name = "".join(letter if letter.isalnum() and letter.isascii() else "-" for letter in self.label.lower()).strip("-") or "field"
        need = required and self.type not in ("checkbox", "range", "color")
        if self.type == "textarea":
            return tag("label", self.label, tag("textarea", name=name, rows=4, required=need))
        if self.type == "select":
            return tag("label", self.label, tag("select", *(tag("option", option) for option in self.options), name=name))
        box = tag("input", type=self.type, name=name, autocomplete=self.complete or None, required=need)
        return tag("label", inline(box, " ", self.label), class_="check") if self.type == "checkbox" else tag("label", self.label, box)


NAME, EMAIL, PASSWORD = Field("Full name", "text", "name"), Field("Email", "email", "email"), Field("Password", "password", "new-password")
PHONE, ADDRESS, CITY = Field("Phone", "tel", "tel"), Field("Address", "text", "address-line1"), Field("City", "text", "address-level2")
MESSAGE = Field("Message", "textarea")


def known_field(draw: Draw) -> Field:
    """A field of the bank, or one nobody asked for before. Either way its type follows from its label."""
    form = draw.rng.random()
    if form < 0.55:
        label = draw.label() if form < 0.25 else asked_label(draw)
        return Field(label, type_of(label))
    label, known, complete = draw.pick(records("fields"))
    return Field(label, type_of(label), complete if known == type_of(label) else "")


def spelled(draw: Draw, field: Field) -> tuple[str, Field, list[Requirement]]:
    """How a brief names the field: as (words, the field it becomes, what the page must then have). Often with its options or kind."""
    label, manner = field.label, draw.rng.random()
    k, needed = draw.keep(label), [shows(label, "label")]
    if manner < 0.62:
        return k, field, needed
    if manner < 0.78:
        options = tuple(dict.fromkeys(draw.word("bits") for _ in range(draw.rng.randint(2, 5))))
        joined = draw.pick((", ", "/", ", ", " or ", " / ")).join(draw.keep(option) for option in options)
        told = draw.pick((f"{k} ({joined})", f"{k} (dropdown: {joined})", f"{k} (select: {joined})", f"a dropdown {k} with {joined}", f"{k}: {joined}", f"{k} is a drop-down: {joined}"))
        return told, replace(field, complete="", type="select", options=options), [*needed, *(shows(option, "option") for option in options)]
    if manner < 0.84:
        return draw.pick((f"{k} (yes/no)", f"{k} yes or no", f"{k}? (yes/no)")), replace(field, complete="", type="select", options=("Yes", "No")), needed
    if manner < 0.9:
        return draw.pick((f"{k} (textarea)", f"{k} in a big box", f"{k} (long text)")), replace(field, complete="", type="textarea"), [*needed, has("textarea")]
    if manner < 0.95:
        return draw.pick((f"a tick box {draw.quote(label)}", f"checkbox {draw.quote(label)}", f"{k} (checkbox)", f"a box to tick ({k})")), replace(field, complete="", type="checkbox"), [*needed, has("input[type=checkbox]")]
    type_ = draw.pick(("date", "number", "time"))
    return f"{k} ({type_})", replace(field, complete="", type=type_), [*needed, has(f"input[type={type_}]")]


def fields_asked(draw: Draw, asks: list[Ask], default: tuple[Field, ...], share: float = 0.6, low: int = 2, high: int = 7) -> list[Field]:
    """The form's fields: those the prompt lists, or the default ones."""
    if not draw.chance(share):
        return list(default)
    if draw.chance(0.4):
        wanted = list({field.label: field for field in [*default, *(known_field(draw) for _ in range(draw.count(0, 3)))]}.values())
        draw.rng.shuffle(wanted)
        wanted = wanted[: max(low, draw.rng.randint(2, 7))]
    else:
        wanted = list({field.label: field for field in (known_field(draw) for _ in range(draw.count(low, high)))}.values())
    requires: list[Requirement]
    if draw.chance(0.3):
        parts = [spelled(draw, field) for field in wanted]
        wanted = [field for _, field, _ in parts]
        slots = {"s": ", ".join(told for told, _, _ in parts)}
        requires = [requirement for _, _, needed in parts for requirement in needed]
    else:
        said = [field.label.lower() if draw.chance(0.35) else field.label for field in wanted]
        slots = _rowed(draw, said)
        requires = [*(shows(field.label, "label") for field in wanted), *(has(field.selector) for field in wanted)]
    asks.append(ask(draw, "entries", requires, **slots, **many(draw, len(wanted))))
    return wanted


def _rowed(draw: Draw, labels: list[str]) -> dict[str, str]:
    """The labels as one says them, with marks between, or on lines of their own."""
    form = draw.rng.random()
    if form < 0.5:
        return {"spoken": enumerate_words(draw, labels)}
    if form < 0.65:
        bullet = draw.pick(("- ", "* ", "• ", "", "– "))
        return {"list": "\n" + "\n".join(bullet + draw.keep(label) for label in labels) + "\n"}
    return {"s": draw.pick((", ", ", ", "; ", " / ", " + ", " | ", ",")).join(draw.keep(label) for label in labels)}


def button_asked(draw: Draw, asks: list[Ask], default: str) -> str:
    if not draw.chance(0.35):
        return default
    text = draw.word("buttons") if draw.chance(0.45) else draw.label()
    q = plain(draw, text)
    asks.append(ask(draw, "account.button", (shows(text, "button, a.button"),), b=q))
    return text


def form_page(title: str, style: Style, first: Html, fields: list[Field], button: str, *after: str | None, required: bool = True, before: str | None = None, name: str = "") -> Html:
    """A page with one form in a panel; above its heading stands the `name` of whose it is."""
    checks = any(field.type == "checkbox" for field in fields)
    form = tag("form", *(field.html(required) for field in fields), tag("button", button, type="submit"))
    return document(
        title,
        style.css("center", "panel", "form", *(("check",) if checks else ()), "button", "muted"),
        tag("main", tag("div", tag("p", name, class_="muted") if name else None, first, before, form, *after, class_="panel")),
    )


@kind("form", 1.2)
def any_form(draw: Draw) -> Wish:
    asks: list[Ask] = []
    purpose = draw.pick(("", "", "registration", "feedback", "application", "order", "request", "survey", "enrolment", "membership", "report", "contact", draw.word("nouns")))
    fields = fields_asked(draw, asks, (NAME, EMAIL, MESSAGE), 0.92, 1, 8)
    button = button_asked(draw, asks, "Submit")
    first = heading(draw, asks, f"{purpose.capitalize()} form" if purpose else "Form")
    required = not draw.chance(0.15)
    if not required:
        asks.append(Ask(withs=("only optional fields",), says=("Nothing is required.", "All fields are optional."), requires=(exactly("[required]", 0),)))
    style = look(draw, asks, None, "slate", 0.25)
    noun = f"{purpose} form" if purpose else "form"
    return Wish(
        nouns=(noun, noun, f"html {noun}", f"page with a {noun}", f"web {noun}", f"online {noun}"),
        page=form_page(f"{noun.capitalize()}", style, first.html, fields, button, required=required),
        asks=asks,
        requires=(has("form"), has("button, input[type=submit]")),
    )


@kind("signup", 1.1)
def signup(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.5, known=0.4)
    fields = fields_asked(draw, asks, (NAME, EMAIL, PASSWORD), 0.5)
    button = button_asked(draw, asks, "Create account")
    terms = draw.chance(0.3)
    if terms:
        fields.append(Field("I agree to the terms", "checkbox"))
        asks.append(ask(draw, "account.terms", (has("input[type=checkbox]"),)))
    again = draw.chance(0.3)
    if again:
        asks.append(ask(draw, "account.again", (shows("log in", "a"),)))
    first = heading(draw, asks, "Create your account")
    style = look(draw, asks, topic, "mint")
    after = tag("p", inline("Already a member? ", tag("a", "Log in", href="#login"))) if again else None
    return Wish(
        nouns=("sign-up page", "signup page", "sign up form", "registration page", "registration form", "register page", "page to create an account", "join page", "account creation page", "membership sign-up"),
        needs=("New users should be able to register.", "People want to create an account.", "Visitors should be able to join.", "Let people sign up."),
        page=form_page(f"Sign up – {name}" if name else "Sign up", style, first.html, fields, button, after, name=name),
        asks=asks,
        requires=(has("form"), has("button, input[type=submit]")),
    )  # fmt: skip


@kind("reset", 0.6)
def reset(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.5, known=0.3)
    button = button_asked(draw, asks, "Send reset link")
    first = heading(draw, asks, "Forgot your password?")
    style = look(draw, asks, topic, "ocean", 0.3)
    back = tag("p", tag("a", "Back to log in", href="#login"))
    return Wish(
        nouns=("forgot password page", "password reset page", "reset password form", "page to reset a password", "lost password page", "password recovery page"),
        needs=("People forget their password and want a new one.", "Users should get a link to reset their password."),
        page=form_page("Reset password", style, first.html, [EMAIL], button, back, name=name),
        asks=asks,
        requires=(has("form"), has("input[type=email], input[type=text]")),
    )


@kind("contact", 1.1)
def contact(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.6, known=0.5)
    fields = fields_asked(draw, asks, (NAME, EMAIL, MESSAGE), 0.4)
    button = button_asked(draw, asks, "Send message")
    details = []
    if draw.chance(0.55):
        ways = draw.some((("email", draw.email(name)), ("phone", draw.phone()), ("address", f"{draw.rng.randint(1, 240)} {draw.word('streets')}, {draw.word('towns')}"), ("opening hours", f"{draw.rng.randint(7, 10)} am to {draw.rng.randint(4, 8)} pm")), 1, 3)
        words = [draw.pick((f"the {way} {draw.keep(value)}", f"our {way} {draw.keep(value)}", f"{way}: {draw.keep(value)}")) for way, value in ways]
        asks.append(Ask(
            withs=(" and ".join(words), ", ".join(words)),
            says=(f"Show {' and '.join(words)}.", f"Contact details: {', '.join(words)}.", f"You can also reach us here: {', '.join(words)}."),
            requires=tuple(shows(value) for _, value in ways),
        ))  # fmt: skip
        for way, value in ways:
            link = {"email": f"mailto:{value}", "phone": f"tel:{digits(value)}"}.get(way)
            details.append(tag("p", inline(tag("b", f"{way.capitalize()}:"), " ", tag("a", value, href=link) if link else value)))
    first = heading(draw, asks, "Contact us")
    style = look(draw, asks, topic, "slate")
    return Wish(
        nouns=("contact page", "contact form", "contact us page", "page to get in touch", "page with a contact form", "get in touch page", "contact section", "message form"),
        needs=("People should be able to reach us.", "Customers want to send us a message.", "Visitors need a way to write to us.", "How can people contact me?"),
        page=form_page(f"Contact – {name}" if name else "Contact", style, first.html, fields, button, *details, name=name),
        asks=asks,
        requires=(has("form"),),
    )  # fmt: skip


@kind("newsletter", 1.0)
def newsletter(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.65, known=0.5)
    fields = [EMAIL] if draw.chance(0.7) else fields_asked(draw, asks, (Field("First name", "text", "given-name"), EMAIL), 1.0, 1, 3)
    if EMAIL not in fields:
        fields.append(EMAIL)
    button = button_asked(draw, asks, "Subscribe")
    line = "One good letter a month. Leave whenever you like."
    if draw.chance(0.3):
        line = draw.sentence()
        q = draw.quote(line)
        asks.append(Ask(withs=(f"the text {q}", f"a line saying {q}"), says=(f"It says {q}", f"Text: {q}"), requires=(shows(line, "p"),)))
    first = heading(draw, asks, "Get our newsletter")
    style = look(draw, asks, topic, "berry")
    return Wish(
        nouns=("newsletter page", "newsletter sign-up", "newsletter form", "email subscription page", "mailing list page", "subscribe page", "newsletter signup page", "email sign-up form"),
        needs=("People should be able to subscribe to our letters.", "I want to collect email addresses for my newsletter.", "Readers want our news by email."),
        page=form_page(name or "Newsletter", style, first.html, fields, button, tag("p", "We never share your address.", class_="muted"), before=tag("p", f"{name}. {line}" if name else line)),
        asks=asks,
        requires=(has("form"), has("input")),
    )


@kind("checkout", 1.0)
def checkout(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.4, known=0.4)
    goods = [("Linen shirt", "$48.00"), ("Ceramic mug", "$16.00")]
    total = "$64.00"
    if draw.chance(0.6):
        goods = [(draw.word("products") if draw.chance(0.5) else draw.label(), draw.price()) for _ in range(draw.count(1, 4))]
        goods = list({item: (item, price) for item, price in goods}.values())
        words = [f"{draw.keep(item)} {draw.pick(('for', 'at', '-'))} {draw.keep(price)}" for item, price in goods]
        together = ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else words[0]
        asks.append(Ask(
            tails=(f"for {together}",),
            withs=(f"the items {together}", together, f"a cart with {together}"),
            says=(f"In the cart: {together}.", f"The order is {together}.", f"Items: {', '.join(words)}."),
            requires=(*(shows(item) for item, _ in goods), *(shows(price) for _, price in goods)),
        ))  # fmt: skip
        total = ""
        if draw.chance(0.6):
            total = draw.price(50, 900)
            k = draw.keep(total)
            asks.append(Ask(withs=(f"a total of {k}", f"the total {k}"), says=(f"The total is {k}.", f"Total: {k}."), requires=(shows(total),)))
    fields = fields_asked(draw, asks, (NAME, EMAIL, ADDRESS, CITY, Field("Card number", "text", "cc-number"), Field("Expiry date", "text", "cc-exp"), Field("Security code", "text", "cc-csc")), 0.3, 3, 8)
    button = button_asked(draw, asks, "Place order")
    first = heading(draw, asks, "Checkout")
    style = look(draw, asks, topic, "forest")
    rows = [tag("tr", tag("td", item), tag("td", price)) for item, price in goods]
    if total:
        rows.append(tag("tr", tag("th", "Total", scope="row"), tag("td", tag("b", total))))
    form = tag("form", *(field.html() for field in fields), tag("button", button, type="submit"))
    page = document(
        f"Checkout – {name}" if name else "Checkout",
        style.css("narrow", "form", *(("check",) if any(field.type == "checkbox" for field in fields) else ()), "button", "table", "muted", extra="table { margin-bottom: 2rem; }"),
        tag("main", tag("p", name, class_="muted") if name else None, first.html, tag("table", tag("caption", "Your order"), tag("tbody", *rows)), form, class_="narrow"),
    )
    return Wish(
        nouns=("checkout page", "checkout form", "payment page", "order page", "page to pay", "cart checkout", "purchase page", "online shop checkout", "order form with payment"),
        needs=("Customers want to pay for what is in their cart.", "People should be able to finish their order.", "Shoppers need a page where they pay."),
        page=page,
        asks=asks,
        requires=(has("form"), has("button, input[type=submit]")),
    )  # fmt: skip


@kind("booking", 0.6)
def booking(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.6, known=0.75)
    fields = fields_asked(draw, asks, (NAME, PHONE, Field("Date", "date"), Field("Time", "time"), Field("Number of people", "number")), 0.4, 2, 7)
    button = button_asked(draw, asks, "Book now")
    first = heading(draw, asks, "Book your visit")
    style = look(draw, asks, topic, "clay")
    return Wish(
        nouns=("booking page", "booking form", "reservation page", "reservation form", "appointment page", "appointment form", "page to book a table", "page to book an appointment", "RSVP page"),
        needs=("Guests should be able to book.", "People want to make an appointment with us.", "Customers call all day to reserve."),
        page=form_page(f"Book – {name}" if name else "Book", style, first.html, fields, button, name=name),
        asks=asks,
        requires=(has("form"), has("button, input[type=submit]")),
    )


@kind("choice", 0.9)
def choice(draw: Draw) -> Wish:
    """Radio buttons, checkboxes or a dropdown with given options."""
    asks: list[Ask] = []
    form = draw.pick(("radio", "checkbox", "select"))
    category, known = draw.pick(records("categories"))
    if draw.chance(0.65):
        options = list(dict.fromkeys(draw.pick(known.split(";")) if draw.chance(0.4) else draw.label() for _ in range(draw.count(2, 7))))
        words = enumerate_words(draw, options)
        asks.append(Ask(
            tails=(f"with {words}", f"to choose from {words}", f"for {words}"), withs=(f"the options {words}", f"{draw.say(len(options))} options: {words}", f"the choices {words}"),
            says=(f"The options are {words}.", f"Options: {words}.", f"People choose from {words}."),
            requires=tuple(shows(option, "option" if form == "select" else "label") for option in options),
        ))  # fmt: skip
        title = "Your choice"
    else:
        number = draw.count(2, 9)
        options = known.split(";")[:number]
        said = draw.say(len(options))
        title = category.capitalize()
        asks.append(Ask(tails=(f"with {said} {category}", f"of {said} {category}"), withs=(f"{said} {category} to choose from",), says=(f"Offer {said} {category}.", f"The choices are {said} {category}.")))
    if draw.chance(0.45):
        title = draw.label() if draw.chance(0.5) else draw.phrase()
        q = draw.quote(title)
        asks.append(Ask(tails=(f"labelled {q}", f"called {q}"), withs=(f"the label {q}", f"the question {q}"), says=(f"The label is {q}.", f"The question is {q}."), requires=(shows(title, "legend, label, h1"),)))
    style = look(draw, asks, None, "indigo", 0.2)
    if form == "select":
        body: Html = tag("label", title, tag("select", *(tag("option", option) for option in options), name="choice"))
        nouns: tuple[str, ...] = ("dropdown", "select box", "dropdown menu", "drop-down list", "select element", "html select", "combo box")
        requires = (has("select"), exactly("option", len(options)))
        css = style.css("narrow", "form")
    else:
        boxes = [tag("label", inline(tag("input", type=form, name="choice", value=option), " ", option), class_="check") for option in options]
        body = tag("fieldset", tag("legend", title), *boxes)
        nouns = ("radio buttons", "group of radio buttons", "radio button group", "set of radio buttons", "single-choice question") if form == "radio" else ("checkboxes", "group of checkboxes", "checkbox list", "set of checkboxes", "multiple-choice question")
        requires = (exactly(f"input[type={form}]", len(options)), has("fieldset, form"))
        css = style.css("narrow", "form", "check")
    page = document(title, css, tag("main", tag("h1", title), tag("form", body), class_="narrow"))
    return Wish(nouns=nouns, page=page, asks=asks, requires=requires)


@kind("input", 0.9)
def single_input(draw: Draw) -> Wish:
    """One labelled field of a given type."""
    asks: list[Ask] = []
    type_, nouns = draw.pick((
        ("search", ("search box", "search bar", "search field", "search form", "search input")),
        ("range", ("slider", "range slider", "range input")),
        ("color", ("colour picker", "color picker", "color input")),
        ("date", ("date picker", "date input", "date field", "calendar input")),
        ("file", ("file upload", "file input", "upload field", "upload form")),
        ("number", ("number input", "number field", "numeric field")),
        ("text", ("text box", "text field", "input field", "text input")),
        ("textarea", ("text area", "textarea", "comment box", "big text box")),
        ("password", ("password field", "password input")),
        ("email", ("email field", "email input")),
        ("tel", ("phone number field", "telephone input")),
        ("time", ("time picker", "time input")),
        ("url", ("URL field", "web address field")),
    ))  # fmt: skip
    label = {"search": "Search", "range": "Value", "color": "Colour", "date": "Date", "file": "File", "number": "Number", "text": "Text", "textarea": "Comment", "password": "Password", "email": "Email", "tel": "Phone", "time": "Time", "url": "Website"}[type_]
    if draw.chance(0.5):
        label = draw.label() if draw.chance(0.7) else draw.phrase()
        q = draw.quote(label)
        asks.append(Ask(tails=(f"labelled {q}", f"for {q}"), withs=(f"the label {q}",), says=(f"The label is {q}.", f"Label: {q}."), requires=(shows(label, "label"),)))
    limits: dict[str, int] = {}
    if type_ in ("range", "number") and draw.chance(0.7):
        limits = {"min": draw.rng.randint(0, 20), "max": draw.rng.randint(21, 500)}
        asks.append(Ask(tails=(f"from {limits['min']} to {limits['max']}", f"between {limits['min']} and {limits['max']}"), withs=(f"a range from {limits['min']} to {limits['max']}",), says=(f"It goes from {limits['min']} to {limits['max']}.", f"Minimum {limits['min']}, maximum {limits['max']}."), requires=(has(f'input[min="{limits["min"]}"][max="{limits["max"]}"]'),)))
    hint = ""
    if type_ in ("search", "text", "textarea", "email", "tel", "url") and draw.chance(0.4):
        hint = draw.phrase()
        q = draw.quote(hint)
        asks.append(Ask(tails=(f"with the placeholder {q}",), withs=(f"the placeholder {q}", f"a placeholder that says {q}"), says=(f"The placeholder is {q}.", f"Inside it says {q}."), requires=(shows(hint, "input, textarea"),)))
    button = ""
    if type_ in ("search", "file", "textarea", "text") and draw.chance(0.4):
        button = draw.word("buttons") if draw.chance(0.4) else draw.label()
        q = draw.quote(button)
        asks.append(Ask(withs=(f"a button {q}", f"a {q} button"), says=(f"Next to it a {q} button.", f"The button says {q}."), requires=(shows(button, "button"),)))
    elif type_ == "search":
        button = "Search"
    style = look(draw, asks, None, "ocean", 0.2)
    box = tag("textarea", name="value", rows=5, placeholder=hint or None) if type_ == "textarea" else tag("input", type=type_, name="value", placeholder=hint or None, **limits)
    form = tag("form", tag("label", label, box), tag("button", button, type="submit") if button else None, role="search" if type_ == "search" else None)
    page = document(label, style.css("narrow", "form", *(("button",) if button else ())), tag("main", tag("h1", label), form, class_="narrow"))
    return Wish(nouns=nouns, page=page, asks=asks, requires=(has("textarea" if type_ == "textarea" else f"input[type={type_}]"),))
