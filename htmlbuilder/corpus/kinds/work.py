"""Tools of a team: board, calendar, records with actions, settings, invoice, changelog, documentation, status, downloads."""

from htmlbuilder.corpus.asks import look, subject
from htmlbuilder.corpus.blocks.groups import clear
from htmlbuilder.corpus.blocks.texts import SETS, amount, bit, bits, line, sign
from htmlbuilder.corpus.draw import MONTHS, Draw, records
from htmlbuilder.corpus.kinds.apps import titled
from htmlbuilder.corpus.kinds.content import stated
from htmlbuilder.corpus.kinds.data import cell
from htmlbuilder.corpus.kinds.elements import simple
from htmlbuilder.corpus.kinds.forms import EMAIL, NAME, Field, button_asked, fields_asked
from htmlbuilder.corpus.kinds.shared import listed, numbered, paired, wanted
from htmlbuilder.corpus.kinds.sites import heading
from htmlbuilder.corpus.markup import document, inline, tag
from htmlbuilder.corpus.sections import anchor
from htmlbuilder.corpus.wish import Ask, Wish, exactly, has, kind, shows

TASKS = (
    "Call the printer", "Fix the search", "Order paper", "Write the report", "Book the room", "Test the form", "Update the prices", "Ask Ines", "Plan the launch", "Check the backups", "Draft the letter", "Clean the list",
)  # fmt: skip


@kind("kanban", 1.0)
def kanban(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = titled(draw, asks, "Project board")
    columns = ["To do", "Doing", "Done"]
    named = draw.chance(0.6)
    if named:
        columns = list(draw.pick(SETS)) if draw.chance(0.3) else bits(draw, 2, 5)
    cards = {column: list(TASKS[2 * at : 2 * at + 2]) for at, column in enumerate(columns)}
    form = draw.rng.random()
    if form < 0.45:
        cards = {column: list(dict.fromkeys(clear(draw, lambda: bit(draw)) for _ in range(draw.count(1, 4)))) for column in columns}
        words = draw.pick(("; ", "\n", ". ", " / ")).join(f"{draw.keep(column)}: {', '.join(draw.keep(card) for card in inside)}" for column, inside in cards.items())
        asks.append(Ask(
            withs=(f"these columns and cards: {words}", f"the cards {words}"), says=(f"{words}.", f"Cards: {words}", f"On it: {words}.", f"The board holds {words}.", f"Columns and cards:\n{words}"),
            requires=(*(shows(column, "h2, h3, th") for column in columns), *(shows(card, "li") for inside in cards.values() for card in inside)),
        ))  # fmt: skip
    else:
        if named:
            listed(draw, asks, draw.pick(("columns", "lanes", "lists", "columns")), columns, "h2, h3, th")
        if form < 0.75:
            number = draw.count(1, 4)
            cards = {column: [TASKS[(number * at + place) % 12] for place in range(number)] for at, column in enumerate(columns)}
            said, s = draw.say(number), "s" * (number > 1)
            asks.append(Ask(withs=(f"{said} card{s} in each column", f"{said} task{s} per column"), says=(f"Put {said} card{s} in each column.", f"{said} card{s} per column.", f"Each column has {said} task{s}."), requires=(has("main li", number * len(columns)),)))
    button = button_asked(draw, asks, "Add card")
    wanted(draw, asks, 0.35, ("a field to add a card", "a form for new cards", "a way to add tasks"), ("New cards can be added.", "I can add tasks.", "There is a field for a new card."), has("form input"), has("script"))
    style = look(draw, asks, None, "slate", 0.35)
    script = """\
document.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const field = document.querySelector("#card");
  const item = document.createElement("li");
  item.textContent = field.value;
  document.querySelector(".board ul").append(item);
  field.value = "";
});"""
    lanes = [tag("section", tag("h2", column), tag("ul", *(tag("li", card) for card in cards[column]))) for column in columns]
    adding = tag("form", tag("label", "New card", tag("input", type="text", id="card", required=True)), tag("button", button, type="submit"), class_="row")
    page = document(title, style.css("wrap", "stack", "form", "board", "row", "button"), tag("main", tag("h1", title), tag("div", *lanes, class_="board"), adding, class_="wrap"), script=script)
    return Wish(
        nouns=("kanban board", "kanban", "task board", "project board", "trello-like board", "board with columns", "scrum board", "sprint board", "kanban page", "card board", "workflow board", "Trello clone"),
        needs=("We lose track of who does what.", "Our team wants to see what is to be done, being done and done.", "Tasks should move from left to right."),
        page=page, asks=asks, requires=(has("h1"), has("main h2", len(columns)), has("script")),
    )  # fmt: skip


@kind("calendar", 0.9)
def calendar(draw: Draw) -> Wish:
    """A month, laid out by script, with its events below."""
    asks: list[Ask] = []
    month, year = draw.rng.randrange(12), draw.rng.randint(2025, 2032)
    told = draw.chance(0.8)
    if not told:
        month, year = 0, 2027
    name = f"{MONTHS[month]} {year}"
    if told:
        k = draw.keep(name)
        asks.append(Ask(tails=(f"for {k}", f"of {k}"), withs=(f"the month {k}",), says=(f"The month is {k}.", f"{k}.", f"It shows {k}.", f"Month: {k}."), requires=(shows(name, "h1, h2, caption"),)))
    events: list[tuple[int, str]] = []
    if draw.chance(0.6):
        days = sorted(draw.rng.sample(range(1, 29), draw.count(1, 6)))
        events = [(day, bit(draw)) for day in days]
        rows = [(f"{day}", text) for day, text in events]
        paired(draw, asks, draw.pick(("events", "dates", "appointments", "days")), rows, "main li", "main li")
    first = heading(draw, asks, name) if not told else None
    style = look(draw, asks, None, "berry", 0.35)
    marks = ", ".join(str(day) for day, _ in events)
    script = f"""\
const start = new Date({year}, {month}, 1);
const days = new Date({year}, {month + 1}, 0).getDate();
const blank = (start.getDay() + 6) % 7;
const marked = [{marks}];
const body = document.querySelector("tbody");
for (let at = 0; at < blank + days; at += 1) {{
  if (at % 7 === 0) body.insertRow();
  const cell = body.lastChild.insertCell();
  const day = at - blank + 1;
  cell.textContent = day > 0 ? day + (marked.includes(day) ? " ●" : "") : "";
}}"""
    head = tag("thead", tag("tr", *(tag("th", day, scope="col") for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))))
    listing = tag("ul", *(tag("li", inline(tag("b", str(day)), f" {text}")) for day, text in events)) if events else None
    page = simple(name, style, ("stack", "table", "month", *(("list",) if events else ())), first.html if first else tag("h1", name), tag("table", head, tag("tbody"), class_="month"), tag("h2", "Events") if events else None, listing, script=script)
    return Wish(
        nouns=("calendar", "calendar page", "month calendar", "calendar month", "month view", "event calendar", "calendar of events", "monthly planner", "calendar grid", "month page", "html calendar"),
        needs=("We want to see the month on one page.", "Everybody keeps asking what is on when.", "I need to see the days of the month."),
        page=page, asks=asks, requires=(has("table"), has("th", 7), has("script"), *((has("main li", len(events)),) if events else ())),
    )  # fmt: skip


@kind("admin", 1.0)
def admin(draw: Draw) -> Wish:
    """A table whose rows have buttons."""
    asks: list[Ask] = []
    known = draw.pick(records("columns"))[1]
    default = draw.chance(0.25)
    columns = ["Name", "Email", "Status"] if default else draw.some(known.split(";"), 2, 4)
    if not default and draw.chance(0.3):
        columns = list(dict.fromkeys([*columns, draw.label()]))
    first = heading(draw, asks, "Users" if default else "Records")
    if not default:
        listed(draw, asks, "columns", columns, "th")
    number = 4
    if draw.chance(0.7):
        number = draw.count(1, 12)
        said, s = draw.say(number), "s" * (number > 1)
        asks.append(Ask(withs=(f"{said} row{s}", f"{said} record{s}", f"{said} entr{'ies' if number > 1 else 'y'}"), says=(f"Show {said} row{s}.", f"{said} row{s}", f"It has {said} row{s}.", f"Fill in {said} record{s}."), requires=(exactly("tr:has(td)", number),)))
    actions = ["Edit", "Delete"]
    if draw.chance(0.5):
        actions = list(dict.fromkeys(draw.pick(("Edit", "Delete", "View", "Approve", "Reject", "Archive", "Remove", "Block", "Send", "Restore", "Print", "Renew", "Mark as done")) if draw.chance(0.7) else draw.label() for _ in range(draw.pick((1, 2, 2, 2, 3)))))
        words = draw.pick((" and ", ", ", " / ")).join(draw.quote(action) for action in actions)
        s = "s" * (len(actions) > 1)
        asks.append(Ask(
            withs=(f"the button{s} {words} in each row", f"{words} button{s} on every row", f"the action{s} {words}"), says=(f"Each row has the button{s} {words}.", f"Actions: {words}.", f"Buttons per row: {words}.", f"Every row can be handled with {words}."),
            requires=tuple(shows(action, "td button, td a", number) for action in actions),
        ))  # fmt: skip
    searched = wanted(draw, asks, 0.35, ("a search field", "a filter on top", "a search box above it"), ("The table can be searched.", "Typing filters the rows.", "I can search the table."), has("input[type=search]"), has("script"))
    style = look(draw, asks, None, "graphite" if default else "slate", 0.3)
    head = tag("thead", tag("tr", *(tag("th", column, scope="col") for column in (*columns, "Actions"))))
    rows = [tag("tr", *(tag("td", cell(draw, column, row)) for column in columns), tag("td", tag("div", *(tag("button", action, type="button") for action in actions), class_="row"))) for row in range(number)]
    script = """\
document.querySelector("tbody").addEventListener("click", (event) => {
  if (event.target.tagName !== "BUTTON") return;
  document.querySelector("#said").textContent = event.target.textContent + ": " + event.target.closest("tr").cells[0].textContent;
});"""
    if searched:
        script += """
document.querySelector("#filter").addEventListener("input", (event) => {
  for (const row of document.querySelectorAll("tbody tr")) {
    row.style.display = row.textContent.toLowerCase().includes(event.target.value.toLowerCase()) ? "" : "none";
  }
});"""
    field = tag("p", tag("label", "Search", tag("input", type="search", id="filter"))) if searched else None
    page = document(
        "Records", style.css("wrap", "stack", *(("form",) if searched else ()), "table", "row", "button", extra="td button { padding: 0.3em 0.8em; }"),
        tag("main", first.html, field, tag("table", head, tag("tbody", *rows)), tag("p", "Nothing changed yet.", id="said", role="status"), class_="wrap"), script=script,
    )  # fmt: skip
    return Wish(
        nouns=("admin table", "table with actions", "user management page", "CRUD table", "admin page", "data management page", "records page", "table with edit and delete buttons" if actions == ["Edit", "Delete"] else "table with action buttons", "back office page", "management table", "admin list"),
        needs=("Our staff must edit and delete entries.", "The office needs to manage its records.", "We have to approve things row by row."),
        page=page, asks=asks, requires=(has("table"), has("tr:has(td)", number), has("td button, td a", number)),
    )  # fmt: skip


@kind("settings", 0.9)
def settings(draw: Draw) -> Wish:
    asks: list[Ask] = []
    first = heading(draw, asks, "Settings")
    switches = ["Email notifications", "Dark mode", "Public profile"]
    if draw.chance(0.6):
        switches = list(dict.fromkeys(draw.pick(("Email notifications", "Dark mode", "Push notifications", "Autosave", "Two-factor login", "Newsletter", "Sounds", "Location", "Read receipts", "Private account", "Weekly report", "Cookies", "Beta features")) if draw.chance(0.4) else draw.label() for _ in range(draw.count(1, 7))))
        listed(draw, asks, draw.pick(("switches", "toggles", "options", "checkboxes", "settings")), switches, "label")
    elif draw.chance(0.4):
        pool = ("Email notifications", "Dark mode", "Public profile", "Sounds", "Autosave", "Location", "Newsletter", "Weekly report")
        number = draw.count(2, 8)
        switches = list(pool[:number])
        numbered(draw, asks, draw.pick(("switches", "toggles", "checkboxes")), number, "input[type=checkbox]")
    fields = [field for field in fields_asked(draw, asks, (NAME, EMAIL), 0.35, 1, 4) if field.type != "checkbox" or field.label not in switches]
    language = wanted(draw, asks, 0.3, ("a language menu", "a choice of language", "a dropdown for the language"), ("The language can be chosen.", "People can pick their language."), has("select"))
    button = button_asked(draw, asks, "Save changes")
    style = look(draw, asks, None, "indigo", 0.35)
    boxes = [tag("label", inline(tag("input", type="checkbox", name=f"option-{at}", checked=at == 1), f" {text}"), class_="check") for at, text in enumerate(switches, 1)]
    script = """\
document.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  document.querySelector("#said").textContent = "Saved.";
});"""
    form = tag(
        "form", *(field.html() for field in fields),
        Field("Language", "select", options=("English", "Deutsch", "Français", "Español", "Polski")).html() if language else None,
        *boxes, tag("button", button, type="submit"), tag("p", "Nothing saved yet.", id="said", role="status"),
    )  # fmt: skip
    page = simple("Settings", style, ("form", "check", "button"), first.html, form, script=script)
    return Wish(
        nouns=("settings page", "settings", "preferences page", "account settings page", "user settings", "settings screen", "options page", "preferences", "profile settings page", "configuration page", "notification settings"),
        needs=("Users should be able to change their preferences.", "People want to switch the mails off.", "Where can members change their settings?"),
        page=page, asks=asks, requires=(has("form"), has("input[type=checkbox]", len(switches)), has("button")),
    )  # fmt: skip


@kind("invoice", 1.0)
def invoice(draw: Draw) -> Wish:
    asks: list[Ask] = []
    receipt = draw.chance(0.3)
    noun = "receipt" if receipt else "invoice"
    number = stated(draw, asks, draw.pick((f"{noun} number", "number")), draw.pick((str(draw.rng.randint(1, 99999)), draw.code(), f"{draw.rng.randint(2024, 2031)}-{draw.rng.randint(1, 999):03d}"))) if draw.chance(0.6) else ""
    facts = []
    for label, make, share in (("from", Draw.brand, 0.6), ("to", draw.pick((Draw.person, Draw.brand)), 0.6), ("date", Draw.date, 0.5), ("due", Draw.date, 0.0 if receipt else 0.35)):
        if draw.chance(share):
            value = make(draw)
            k = draw.keep(value)
            told = {"from": (f"from {k}", f"issued by {k}", f"sender {k}"), "to": (f"to {k}", f"for {k}", f"billed to {k}"), "date": (f"dated {k}", f"date {k}"), "due": (f"due {k}", f"due on {k}", f"payable by {k}")}[label]
            asks.append(Ask(tails=told if label in ("from", "to") else (), says=(*(f"{text[0].upper()}{text[1:]}." for text in told), f"{label.capitalize()}: {k}.", f"{label}: {k}"), requires=(shows(value),)))
            facts.append((label.capitalize(), value))
    goods, total = [("Design work", "$480.00"), ("Printing", "$120.00")], "$600.00"
    if draw.chance(0.75):
        money = sign(draw)
        goods = list({item: (item, amount(draw, money)) for item in bits(draw, 1, 7)}.values())
        paired(draw, asks, draw.pick(("items", "positions", "line items", "services")), goods, "td, li", "td, li")
        total = ""
        if draw.chance(0.65):
            total = amount(draw, money)
            k = draw.keep(total)
            asks.append(Ask(withs=(f"the total {k}", f"a total of {k}"), says=(f"Total: {k}.", f"The total is {k}.", f"In all {k}.", f"total {k}", f"It comes to {k}."), requires=(shows(total),)))
    note = stated(draw, asks, draw.pick(("note", "payment note", "last line")), line(draw)) if draw.chance(0.3) else "Thank you." if receipt else "Please pay within 14 days. Thank you."
    style = look(draw, asks, None, "slate", 0.25)
    rows = [tag("tr", tag("td", item), tag("td", price)) for item, price in goods]
    foot = tag("tfoot", tag("tr", tag("th", "Total", scope="row"), tag("td", tag("b", total)))) if total else None
    head = tag("thead", tag("tr", tag("th", "Item", scope="col"), tag("th", "Amount", scope="col")))
    title = f"{noun.capitalize()} {number}".strip()
    table = tag("table", head, tag("tbody", *rows), foot)
    page = simple(title, style, ("stack", "table", *(("facts",) if facts else ())), tag("h1", title), tag("dl", *(part for label, value in facts for part in (tag("dt", label), tag("dd", value)))) if facts else None, table, tag("p", note), extra="td:last-child, th:last-child { text-align: right; }")
    return Wish(
        nouns=(noun, noun, f"{noun} page", f"{noun} template", f"simple {noun}", f"printable {noun}", f"html {noun}", *(("bill", "invoice form to send", "customer invoice") if not receipt else ("payment receipt", "till receipt", "order receipt"))),
        needs=("We need to bill a customer.", "I have to send somebody the bill.") if not receipt else ("Customers want something that says they paid.",),
        page=page, asks=asks, requires=(has("h1"), has("table")),
    )  # fmt: skip


CHANGES = ("Faster search", "New dark theme", "Fixed the date picker", "Smaller downloads", "Better error messages", "Export to CSV", "Keyboard shortcuts", "Fixed a rare crash")


@kind("changelog", 0.8)
def changelog(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, _ = subject(draw, asks, named=0.7, known=0.0)
    releases: list[tuple[str, str, list[str]]] = [("2.1.0", "12 May 2026", list(CHANGES[:2])), ("2.0.0", "3 March 2026", list(CHANGES[2:4]))]
    form = draw.rng.random()
    if form < 0.6:
        major = draw.rng.randint(0, 12)
        versions = [f"{draw.pick(('', '', 'v'))}{major}.{minor}{draw.pick(('', f'.{draw.rng.randint(0, 9)}'))}" for minor in sorted(draw.rng.sample(range(20), draw.count(1, 4)), reverse=True)]
        dated = draw.chance(0.6)
        releases = [(version, draw.date() if dated else "", bits(draw, 1, 4)) for version in versions]
        words = draw.pick(("; ", "\n", ". ")).join(f"{draw.keep(version)}{f' ({draw.keep(date)})' if dated else ''}: {', '.join(draw.keep(change) for change in changes)}" for version, date, changes in releases)
        asks.append(Ask(
            withs=(f"the versions {words}", f"these releases: {words}"), says=(f"Versions: {words}.", f"Releases: {words}.", words, f"What changed: {words}.", f"It lists {words}."),
            requires=(*(shows(version, "h2, h3") for version, _, _ in releases), *(shows(date) for _, date, _ in releases if date), *(shows(change, "li") for _, _, changes in releases for change in changes)),
        ))  # fmt: skip
    elif form < 0.85:
        number = draw.count(2, 8)
        releases = [(f"{number - at}.0", f"{at + 1} May 2026", [CHANGES[at % 8]]) for at in range(number)]
        numbered(draw, asks, draw.pick(("versions", "releases", "updates")), number, "main h2")
    first = heading(draw, asks, "Changelog")
    style = look(draw, asks, None, "indigo", 0.35)
    parts = [part for version, date, changes in releases for part in (tag("h2", version), tag("p", date, class_="muted") if date else None, tag("ul", *(tag("li", change) for change in changes)))]
    page = simple(f"Changelog – {name}" if name else "Changelog", style, ("list", "muted"), tag("p", name, class_="muted") if name else None, first.html, *parts)
    return Wish(
        nouns=("changelog", "change log", "release notes", "changelog page", "release notes page", "what's new page", "version history", "updates page", "list of changes", "release history"),
        needs=("Users want to know what is new.", "People ask what changed in the last version."),
        page=page, asks=asks, requires=(has("h1"), has("main h2", len(releases)), has("li")),
    )  # fmt: skip


@kind("docs", 0.9)
def docs(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, _ = subject(draw, asks, named=0.75, known=0.0)
    parts = ["Getting started", "Installation", "First steps"]
    if draw.chance(0.65):
        pool = ("Installation", "Usage", "Quick start", "Configuration", "API", "Examples", "FAQ", "Troubleshooting", "Upgrading", "License", "Overview", "Plugins", "Deployment")
        parts = list(dict.fromkeys(draw.pick(pool) if draw.chance(0.45) else draw.label() for _ in range(draw.count(2, 7))))
        listed(draw, asks, draw.pick(("sections", "chapters", "topics", "parts")), parts, "h2, h3")
    elif draw.chance(0.5):
        number = draw.count(2, 8)
        parts = ["Getting started", "Installation", "First steps", "Configuration", "Examples", "Upgrading", "Troubleshooting", "License"][:number]
        numbered(draw, asks, draw.pick(("sections", "chapters", "topics")), number, "main h2")
    command = ""
    if draw.chance(0.5):
        noun = draw.word("nouns") if draw.word("nouns").isascii() else "tool"
        command = draw.pick((f"npm install {noun}", f"pip install {noun}", f"brew install {noun}", f"cargo add {noun}", f"docker run {noun}:{draw.rng.randint(1, 9)}", f"./{noun} --{draw.word('verbs')}"))
        k = draw.keep(command)
        asks.append(Ask(withs=(f"the command {k}", f"a code block with {k}", f"the install command {k}"), says=(f"The command is {k}", f"Code: {k}", f"Install with {k}", f"A code block shows {k}"), requires=(shows(command, "code, pre"),)))
    wanted(draw, asks, 0.35, ("a sidebar", "a table of contents", "a side navigation"), ("The sections are listed at the side.", "There is a table of contents.", "A sidebar links to the sections."), has("nav a", len(parts)))
    first = heading(draw, asks, f"{name} documentation" if name else "Documentation")
    style = look(draw, asks, None, "ocean", 0.35)
    side = tag("nav", tag("ul", *(tag("li", tag("a", text, href=f"#part-{at}", aria_current="true" if at == 1 else None)) for at, text in enumerate(parts, 1))), class_="side", aria_label="Contents")
    sections = [tag("section", tag("h2", text), tag("pre", tag("code", command)) if command and at == 1 else None, tag("p", f"This part is about {text if text[:2].isupper() else text[0].lower() + text[1:]}. Read it once, then try it."), id=f"part-{at}") for at, text in enumerate(parts, 1)]
    page = document(f"{name} documentation" if name else "Documentation", style.css("wrap", "sidebar", *(("muted",) if name else ()), "side", *(("code",) if command else ())), tag("div", side, tag("main", tag("p", name, class_="muted") if name else None, first.html, *sections), class_="wrap sidebar"))
    return Wish(
        nouns=("documentation page", "documentation", "docs page", "user manual", "API documentation", "developer docs", "manual page", "help documentation", "technical documentation", "user guide", "docs site", "getting started guide"),
        needs=("Developers should learn how to use it.", "Users need a manual.", "Nobody knows how to install it."),
        page=page, asks=asks, requires=(has("h1"), has("main h2", len(parts)), has("nav a", len(parts))),
    )  # fmt: skip


@kind("status", 0.8)
def status(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, _ = subject(draw, asks, named=0.6, known=0.0)
    rows = [("Website", "Operational"), ("API", "Operational"), ("Email", "Operational")]
    form = draw.rng.random()
    if form < 0.65:
        states = ("Operational", "Degraded", "Down", "Outage", "Maintenance", "Slow", "Online", "Offline", "Up", "Partly down", "Unknown")
        rows = [(text, draw.pick(states)) for text in dict.fromkeys(draw.pick(("Website", "API", "Database", "Email", "Payments", "Login", "Search", "App", "Phone line", "Storage", "Webhooks")) if draw.chance(0.4) else bit(draw) for _ in range(draw.count(2, 7)))]
        paired(draw, asks, draw.pick(("services", "systems", "components")), rows, "li", "li")
    elif form < 0.85:
        number = draw.count(2, 10)
        rows = [(text, "Operational") for text in ("Website", "API", "Email", "Database", "Payments", "Login", "Search", "Storage", "Webhooks", "Help desk")[:number]]
        numbered(draw, asks, draw.pick(("services", "systems", "components")), number, "main li")
    message = stated(draw, asks, draw.pick(("message", "notice", "incident note")), line(draw)) if draw.chance(0.4) else ""
    first = heading(draw, asks, "System status")
    style = look(draw, asks, None, "forest", 0.35)
    page = simple(
        f"Status – {name}" if name else "Status", style, ("rows", *(("muted",) if name else ()), "tag", *(("alert",) if message else ())),
        tag("p", name, class_="muted") if name else None, first.html, tag("p", message, class_="alert") if message else None,
        tag("ul", *(tag("li", tag("b", text), tag("span", state, class_="tag")) for text, state in rows), class_="rows"),
    )  # fmt: skip
    return Wish(
        nouns=("status page", "system status page", "service status page", "uptime page", "status board", "incident page", "page with the status of our services", "availability page", "health page"),
        needs=("Customers want to know whether it is down.", "When something breaks, people should see it here.", "Is it just me, or is the service down?"),
        page=page, asks=asks, requires=(has("h1"), has("main li", len(rows))),
    )  # fmt: skip


@kind("downloads", 0.7)
def downloads(draw: Draw) -> Wish:
    asks: list[Ask] = []
    first = heading(draw, asks, "Downloads")
    rows = [("handbook.pdf", "2.1 MB"), ("price-list.pdf", "340 KB"), ("logo.zip", "5.6 MB")]
    form = draw.rng.random()
    if form < 0.7:
        files = list(dict.fromkeys(draw.file("pdf", "zip", "docx", "xlsx", "mp3", "png", "csv", "txt", "pptx", "epub") for _ in range(draw.count(1, 8))))
        sized = draw.chance(0.55)
        rows = [(file, f"{draw.rng.randint(1, 990)}{draw.pick(('', '.5'))} {draw.pick(('KB', 'MB', 'kB', 'GB'))}" if sized else "") for file in files]
        if sized:
            paired(draw, asks, "files", rows, "a, li", "li, td")
        else:
            listed(draw, asks, "files", files, "a, li")
    elif form < 0.9:
        number = draw.count(2, 12)
        rows = [(f"file-{at}.pdf", f"{at}.0 MB") for at in range(1, number + 1)]
        numbered(draw, asks, draw.pick(("files", "downloads", "documents")), number, "main li")
    style = look(draw, asks, None, "sand", 0.3)
    items = [tag("li", tag("a", file, href=f"#{anchor(file)}"), tag("span", size) if size else None) for file, size in rows]
    return Wish(
        nouns=("download page", "file list", "downloads page", "file manager", "list of files", "document library", "page with files to download", "download area", "file browser", "page of documents"),
        needs=("People should be able to download our files.", "Where do members find the documents?"),
        page=simple("Downloads", style, ("rows",), first.html, tag("ul", *items, class_="rows")), asks=asks, requires=(has("h1"), has("main li", len(rows)), has("main a", len(rows))),
    )  # fmt: skip
