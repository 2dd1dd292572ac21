"""What a page does when it is used: a folding menu, pictures that open, fields that are checked, lists that filter and sort, and the like."""

from htmlbuilder.corpus.asks import look, subject
from htmlbuilder.corpus.blocks import controls, entry, games, media, tools
from htmlbuilder.corpus.blocks.dress import css_and_script
from htmlbuilder.corpus.blocks.texts import bit, bits, line
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.kinds.apps import titled, tool
from htmlbuilder.corpus.kinds.elements import simple
from htmlbuilder.corpus.kinds.forms import button_asked
from htmlbuilder.corpus.kinds.shared import PEOPLE, listed, numbered, paired, wanted, worked
from htmlbuilder.corpus.markup import document, inline, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.wish import Ask, Wish, has, kind, shows


@kind("burger", 0.35)
def burger(draw: Draw) -> Wish:
    """A menu that a button opens and closes."""
    asks: list[Ask] = []
    name, _ = subject(draw, asks, named=0.4, known=0.0)
    links = ["Home", "About", "Contact"]
    if draw.chance(0.75):
        links = list(dict.fromkeys(draw.word("links") if draw.chance(0.7) else draw.label() for _ in range(draw.count(2, 8))))
        listed(draw, asks, draw.pick(("links", "entries", "menu items")), links, "nav a")
    button = button_asked(draw, asks, "Menu")
    style = look(draw, asks, None, "slate", 0.35)
    page = worked(name or "Welcome", style, Part(tag("p", "The menu opens at a click."), ()), top=controls.folding(name or "Welcome", button, links))
    return Wish(
        nouns=("hamburger menu", "burger menu", "mobile menu", "collapsible menu", "page with a hamburger menu", "menu that opens and closes", "mobile navigation", "responsive menu with a toggle", "toggle menu"),
        needs=("On phones the menu should fold away.", "The menu must hide until somebody wants it."), page=page, asks=asks, requires=(has("nav a", len(links)), has("button"), has("script")),
    )  # fmt: skip


@kind("lightbox", 0.35)
def lightbox(draw: Draw) -> Wish:
    """Pictures that open large at a click."""
    asks: list[Ask] = []
    title = titled(draw, asks, "Gallery")
    captions = ["Morning light", "The river house", "Small machines"]
    form = draw.rng.random()
    if form < 0.6:
        captions = list(dict.fromkeys(draw.phrase() if draw.chance(0.5) else bit(draw) for _ in range(draw.count(2, 8))))
        listed(draw, asks, draw.pick(("pictures", "photos", "captions")), captions, "button, figure, [role=img]")
    elif form < 0.9:
        number = draw.count(2, 12)
        captions = [f"Picture {at}" for at in range(1, number + 1)]
        numbered(draw, asks, draw.pick(("pictures", "photos", "images")), number, ".grid > button")
    style = look(draw, asks, None, "graphite", 0.35)
    part = media.zoomed(captions)
    css, script = css_and_script(style, {"wrap", *part.components})
    page = document(title, css, tag("main", tag("h1", title), part.html, class_="wrap"), script=script)
    return Wish(
        nouns=("lightbox gallery", "lightbox", "gallery with a lightbox", "image gallery with popups", "gallery where pictures open large", "clickable photo gallery", "photo gallery with zoom", "picture gallery that opens in a popup"),
        needs=("Pictures should open large when people click them.",), page=page, asks=asks, requires=(has("dialog, [role=dialog]"), has("script"), has("button", len(captions))),
    )  # fmt: skip


@kind("validate", 0.45)
def validate(draw: Draw) -> Wish:
    """A form whose script says what is wrong."""
    asks: list[Ask] = []
    title = titled(draw, asks, "Sign up")
    least = 8
    if draw.chance(0.5):
        least = draw.rng.randint(4, 20)
        asks.append(Ask(withs=(f"a password of at least {least} characters", f"a minimum of {least} characters for the password"), says=(f"The password needs {least} characters.", f"Password: at least {least} characters.", f"Minimum length {least}."), requires=(has(f'input[minlength="{least}"]'),)))
    twice = wanted(draw, asks, 0.35, ("a field to repeat the password", "the password twice"), ("The password is typed twice.", "Both passwords must be the same."), has("input[type=password]", 2))
    message = "Please check what is marked."
    if draw.chance(0.4):
        message = line(draw).replace('"', "").replace("\\", "")
        q = draw.quote(message)
        asks.append(Ask(withs=(f"the error message {q}", f"{q} as the error"), says=(f"If something is wrong it says {q}", f"Error message: {q}", f"On mistakes show {q}"), requires=(shows(message),)))
    button = button_asked(draw, asks, "Sign up")
    style = look(draw, asks, None, "indigo", 0.35)
    test = 'form.checkValidity() && first.value === document.querySelector("#second").value' if twice else "form.checkValidity()"
    script = f"""\
const form = document.querySelector("form");
const first = document.querySelector("#first");
form.addEventListener("submit", (event) => {{
  event.preventDefault();
  const right = {test};
  document.querySelector("#wrong").hidden = right;
  document.querySelector("#right").hidden = !right;
}});"""
    fields = [
        tag("label", "Email", tag("input", type="email", name="email", autocomplete="email", required=True)),
        tag("label", "Password", tag("input", type="password", id="first", autocomplete="new-password", minlength=least, required=True)),
        tag("label", "Repeat password", tag("input", type="password", id="second", autocomplete="new-password", required=True)) if twice else None,
    ]
    form = tag("form", *fields, tag("button", button, type="submit"), novalidate=True)
    page = tool(title, style, ("form", "button"), tag("h1", title), form, tag("p", message, id="wrong", role="alert", hidden=True), tag("p", "All is well. Thank you.", id="right", role="status", hidden=True), script=script)
    return Wish(
        nouns=("form with validation", "validated form", "form validation", "form that checks its fields", "sign-up form with validation", "form with error messages", "form with client-side validation", "JavaScript form validation", "registration form that checks the input"),
        needs=("People type nonsense, and the form should tell them.", "The form must not go out with mistakes in it."), page=page, asks=asks, requires=(has("form"), has("script"), has("input", 2)),
    )  # fmt: skip


@kind("filter", 0.15)
def filtered(draw: Draw) -> Wish:
    """A list that a field narrows down."""
    asks: list[Ask] = []
    title = titled(draw, asks, "Find it")
    items = list(PEOPLE[:4])
    form = draw.rng.random()
    if form < 0.7:
        items = bits(draw, 2, 10)
        listed(draw, asks, draw.pick(("entries", "items", "things", "names")), items, "li")
    elif form < 0.92:
        number = draw.count(2, 20)
        items = list(PEOPLE[:number])
        numbered(draw, asks, draw.pick(("entries", "items", "names")), number, "main li")
    style = look(draw, asks, None, "ocean", 0.3)
    page = worked(title, style, entry.narrowed(items))
    return Wish(
        nouns=("searchable list", "list with a search box", "filterable list", "live search", "list with a filter", "search-as-you-type list", "filter list", "list that can be searched"),
        needs=("The list is long, and I want to type to find something.",), page=page, asks=asks, requires=(has("input"), has("script"), has("main li", len(items))),
    )  # fmt: skip


@kind("sort", 0.3)
def sorted_table(draw: Draw) -> Wish:
    """A table that a click on a heading sorts."""
    asks: list[Ask] = []
    title = titled(draw, asks, "Table")
    columns = ["Name", "Points"]
    rows = [(person, str(40 - 7 * at)) for at, person in enumerate(PEOPLE[:4])]
    if draw.chance(0.6):
        columns = list(dict.fromkeys((draw.label(), draw.label())))
        columns = columns if len(columns) == 2 else ["Name", "Points"]
        listed(draw, asks, "columns", columns, "th")
    form = draw.rng.random()
    if form < 0.5:
        rows = [(text, str(draw.rng.randint(1, 999))) for text in bits(draw, 2, 6)]
        paired(draw, asks, draw.pick(("rows", "entries", "values")), rows, "td", "td")
    elif form < 0.85:
        number = draw.count(2, 20)
        rows = [(person, str(150 - 7 * at)) for at, person in enumerate(PEOPLE[:number])]
        numbered(draw, asks, "rows", number, "tr:has(td)")
    style = look(draw, asks, None, "slate", 0.3)
    script = """\
const body = document.querySelector("tbody");
document.querySelectorAll("th button").forEach((button, at) => button.addEventListener("click", () => {
  const text = (row) => row.cells[at].textContent;
  const rows = [...body.rows].sort((one, other) => text(one).localeCompare(text(other), "en", { numeric: true }));
  body.append(...rows);
}));"""
    head = tag("thead", tag("tr", *(tag("th", tag("button", column, type="button"), scope="col") for column in columns)))
    body = tag("tbody", *(tag("tr", *(tag("td", text) for text in row)) for row in rows))
    page = simple(title, style, ("table", "button"), tag("h1", title), tag("table", head, body), script=script)
    return Wish(
        nouns=("sortable table", "table that can be sorted", "table with sorting", "sorted table", "table with clickable headings", "table I can sort by column"), needs=("I want to sort the rows by clicking the headings.",),
        page=page, asks=asks, requires=(has("th button, th a"), has("script"), has("tr:has(td)", len(rows))),
    )  # fmt: skip


@kind("letters", 0.3)
def letters(draw: Draw) -> Wish:
    """A text box that counts, or shows what is typed."""
    asks: list[Ask] = []
    title = titled(draw, asks, "Write something")
    most = 0
    if draw.chance(0.55):
        most = draw.rng.randint(2, 100) * 10
        asks.append(Ask(tails=(f"with a limit of {most}", f"up to {most} characters"), withs=(f"a limit of {most} characters",), says=(f"At most {most} characters.", f"Limit: {most}.", f"Not more than {most} characters."), requires=(has(f'textarea[maxlength="{most}"]'),)))
    words = draw.chance(0.3)
    style = look(draw, asks, None, "sand", 0.3)
    count = "field.value.split(/\\s+/).filter(Boolean).length" if words else "field.value.length"
    unit = "words" if words else "characters"
    script = f"""\
const field = document.querySelector("textarea");
field.addEventListener("input", () => {{
  document.querySelector("output").value = {count};
}});"""
    page = tool(title, style, ("form", "big"), tag("h1", title), tag("label", "Your text", tag("textarea", rows=5, maxlength=most or None)), tag("p", inline(tag("output", "0"), f" {unit}")), script=script)
    nouns = ("word counter", "word count tool", "text box that counts words") if words else ("character counter", "text area with a character counter", "letter counter", "character count tool", "text box that counts letters")
    return Wish(nouns=nouns, needs=("I must not write too much, so count for me.",), page=page, asks=asks, requires=(has("textarea"), has("script"), has("output")))


@kind("likes", 0.2)
def likes(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = titled(draw, asks, "Do you like it?")
    start = 0
    if draw.chance(0.55):
        start = draw.rng.randint(1, 999)
        asks.append(Ask(tails=(f"that starts at {start}",), withs=(f"{start} likes to begin with",), says=(f"It starts with {start} likes.", f"Start: {start}.", f"There are {start} already."), requires=(shows(str(start), "output"),)))
    button = button_asked(draw, asks, "♥ Like")
    style = look(draw, asks, None, "rose", 0.35)
    script = """\
const shown = document.querySelector("output");
const button = document.querySelector("#like");
button.addEventListener("click", () => {
  const liked = button.getAttribute("aria-pressed") === "true";
  button.setAttribute("aria-pressed", !liked);
  shown.value = Number(shown.value) + (liked ? -1 : 1);
});"""
    page = tool(title, style, ("button", "big"), tag("h1", title), tag("p", inline(tag("output", str(start)), " likes")), tag("button", button, type="button", id="like", aria_pressed="false"), script=script)
    return Wish(nouns=("like button", "like counter", "heart button", "page with a like button", "thumbs-up button", "vote button"), needs=("Visitors should be able to say that they like it.",), page=page, asks=asks, requires=(has("button"), has("script"), has("output")))


@kind("sayings", 0.2)
def sayings(draw: Draw) -> Wish:
    """One text of several, another at each click."""
    asks: list[Ask] = []
    title = titled(draw, asks, "A thought")
    texts = ["Begin, and the rest is easier.", "Small steps are steps.", "Ask the question."]
    if draw.chance(0.8):
        texts = list(dict.fromkeys(line(draw) for _ in range(draw.count(2, 6))))
        listed(draw, asks, draw.pick(("quotes", "sayings", "texts", "lines", "messages")), texts)
    button = button_asked(draw, asks, "Another one")
    style = look(draw, asks, None, "plum", 0.35)
    page = worked(title, style, games.generator(button, {"": texts}))
    return Wish(
        nouns=("random quote generator", "quote generator", "random quote page", "fortune cookie page", "page that shows a random saying", "motivation page", "compliment generator", "random tip page"), needs=("I want a new thought at every click.",),
        page=page, asks=asks, requires=(has("button"), has("script"), has(".part > *", len(texts))),
    )  # fmt: skip


@kind("cards", 0.35)
def flash_cards(draw: Draw) -> Wish:
    """Cards that turn at a click: a question in front, the answer behind."""
    asks: list[Ask] = []
    title = titled(draw, asks, "Flash cards")
    rows = [("Question 1", "Answer 1"), ("Question 2", "Answer 2"), ("Question 3", "Answer 3")]
    form = draw.rng.random()
    if form < 0.65:
        rows = list({text: (text, bit(draw)) for text in bits(draw, 2, 8)}.values())
        paired(draw, asks, draw.pick(("cards", "words", "questions and answers", "pairs")), rows, ".swap", ".swap")
    elif form < 0.92:
        number = draw.count(2, 20)
        rows = [(f"Question {at}", f"Answer {at}") for at in range(1, number + 1)]
        numbered(draw, asks, draw.pick(("cards", "flash cards")), number, ".swap")
    style = look(draw, asks, None, "mint", 0.35)
    page = worked(title, style, games.flipped(rows))
    return Wish(nouns=("flash cards", "flashcards", "vocabulary cards", "learning cards", "flash card page", "flip cards", "study cards"), needs=("I have to learn words by heart.", "My pupils should test themselves."), page=page, asks=asks, requires=(has("button", len(rows)), has("script")))


@kind("painter", 0.25)
def painter(draw: Draw) -> Wish:
    """A button that changes the colour of the page."""
    asks: list[Ask] = []
    title = titled(draw, asks, "Change the colour")
    colors = ["#cfe3f7", "#f8d5e2", "#b5dbbd"]
    if draw.chance(0.6):
        colors = list(dict.fromkeys(draw.hex() for _ in range(draw.count(2, 5))))
        words = ", ".join(draw.keep(value) for value in colors)
        asks.append(Ask(withs=(f"the colours {words}",), says=(f"Colours: {words}.", f"It goes through {words}.", f"Use {words}."), requires=tuple(shows(value, "button") for value in colors)))
    style = look(draw, asks, None, "ocean", 0.0)
    page = worked(title, style, tools.painted([(value, value) for value in colors]))
    return Wish(nouns=("colour changer", "background color changer", "page that changes its colour", "button that changes the background", "color switcher", "background colour buttons"), needs=("A click should change the background.",), page=page, asks=asks, requires=(has("button", len(colors)), has("script")))
