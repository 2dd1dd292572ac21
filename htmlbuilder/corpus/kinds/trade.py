"""Pages of trade and travel: search results, job, course, comparison, property, order tracking, weather, music player."""

from htmlbuilder.corpus.asks import look, subject
from htmlbuilder.corpus.blocks import media
from htmlbuilder.corpus.blocks.texts import bit, bits, series
from htmlbuilder.corpus.draw import DAYS, Draw
from htmlbuilder.corpus.kinds.apps import titled
from htmlbuilder.corpus.kinds.content import stated
from htmlbuilder.corpus.kinds.elements import simple
from htmlbuilder.corpus.kinds.forms import button_asked
from htmlbuilder.corpus.kinds.shared import listed, numbered, paired, wanted
from htmlbuilder.corpus.kinds.sites import heading
from htmlbuilder.corpus.markup import Html, document, inline, tag
from htmlbuilder.corpus.wish import Ask, Wish, exactly, has, kind, shows


def pages_of(number: int) -> Html:
    """Links to that many pages, the first of them current."""
    return media.paged([str(at) for at in range(1, number + 1)], "1").html


@kind("results", 0.9)
def results(draw: Draw) -> Wish:
    asks: list[Ask] = []
    query = bit(draw) if draw.chance(0.8) else ""
    if query:
        q = draw.quote(query)
        asks.append(Ask(tails=(f"for {q}", f"for the search {q}"), withs=(f"{q} as the search term", f"the query {q}"), says=(f"Somebody searched for {q}.", f"The search term is {q}.", f"Query: {q}.", f"search: {q}"), requires=(shows(query),)))
    titles = [f"Result {at}" for at in range(1, 4)]
    form = draw.rng.random()
    if form < 0.5:
        titles = list(dict.fromkeys(draw.phrase() if draw.chance(0.5) else bit(draw) for _ in range(draw.count(2, 6))))
        listed(draw, asks, draw.pick(("results", "hits", "results", "matches")), titles, "h2, h3")
    elif form < 0.9:
        number = draw.count(2, 12)
        titles = [f"Result {at}" for at in range(1, number + 1)]
        numbered(draw, asks, draw.pick(("results", "hits", "search results", "entries")), number, "main article")
    leaves = 0
    if draw.chance(0.35):
        leaves = draw.count(2, 9)
        said = draw.say(leaves)
        asks.append(Ask(withs=(f"a pagination of {said} pages", f"page links for {said} pages", f"{said} page numbers"), says=(f"There are {said} pages of results.", f"Pagination: {said} pages.", f"Below, links to {said} pages."), requires=(exactly(".pages a, .pagination a, nav[aria-label] a", leaves),)))
    wanted(draw, asks, 0.35, ("a search box on top", "a search field", "the search bar"), ("There is a search box above.", "People can search again."), has("input[type=search]"))
    first = heading(draw, asks, "Search results")
    style = look(draw, asks, None, "ocean", 0.3)
    about = f"“{query}”" if query else "your search"
    found = [tag("article", tag("h2", tag("a", title, href=f"#result-{at}")), tag("p", f"{title} is one of the pages that match {about}.")) for at, title in enumerate(titles, 1)]
    box = tag("form", tag("label", "Search", tag("input", type="search", name="q", value=query or None)), tag("button", "Search", type="submit"), role="search")
    page = simple("Search results", style, ("stack", "form", "search", "muted", "button", *(("pages",) if leaves else ())), box, first.html, tag("p", inline(f"{len(titles)} found for ", tag("b", query)) if query else f"{len(titles)} found", class_="muted"), *found, pages_of(leaves) if leaves else None, extra="h2 { margin: 0; font-size: 1.2rem; }")
    return Wish(
        nouns=("search results page", "search results", "results page", "page of search results", "search page with results", "list of search results", "search engine results page", "site search page", "results list"),
        needs=("People search our site and should see what matches.", "Show what the search found.", "Visitors typed something in and want to see the hits."),
        page=page, asks=asks, requires=(has("main article", len(titles)), has("main a")),
    )  # fmt: skip


@kind("job", 1.0)
def job(draw: Draw) -> Wish:
    asks: list[Ask] = []
    role = draw.word("job_titles")
    k = draw.quote(role) if draw.chance(0.3) else draw.keep(role)
    asks.append(Ask(tails=(f"for a {k}", f"for the post of {k}", f"for the job {k}", f"for {k}"), says=(f"We are looking for a {k}.", f"The job is {k}.", f"Position: {k}.", f"We need a {k}.", f"job: {k}"), requires=(shows(role, "h1"),)))
    name, _ = subject(draw, asks, named=0.6, known=0.0)
    facts = [(label.capitalize(), stated(draw, asks, label, value)) for label, value, share in (
        ("place", draw.word("towns"), 0.5), ("salary", draw.pick((draw.price(1000, 9000), f"{draw.price(20, 90)}k", f"{draw.price(12, 60)} an hour")), 0.45), ("hours", draw.pick(("full-time", "part-time", f"{draw.rng.randint(8, 40)} hours a week", "weekends", "shifts")), 0.35),
        ("start", draw.date(), 0.3),
    ) if draw.chance(share)]  # fmt: skip
    parts: list[Html] = []
    for what, usual, share in (("tasks", ("You plan your own week", "You talk to our customers", "You keep things running"), 0.55), ("requirements", ("You like people", "You are on time", "You learn quickly"), 0.5), ("benefits", ("30 days of holiday", "Free lunch", "A team that laughs"), 0.35)):
        texts: list[str] = list(usual)
        given = draw.chance(share)
        if given:
            texts = bits(draw, 2, 5)
            listed(draw, asks, what, texts, "li")
        if given or what != "benefits":
            parts += [tag("h2", {"tasks": "What you do", "requirements": "What you bring", "benefits": "What we offer"}[what]), tag("ul", *(tag("li", text) for text in texts))]
    button = button_asked(draw, asks, "Apply now")
    style = look(draw, asks, None, "mint", 0.3)
    page = simple(
        role, style, ("list", *(("facts",) if facts else ()), "muted", "button"),
        tag("p", name or "We are hiring", class_="muted"), tag("h1", role[0].upper() + role[1:]), tag("dl", *(part for label, value in facts for part in (tag("dt", label), tag("dd", value)))) if facts else None,
        *parts, tag("p", tag("a", button, class_="button", href="#apply")),
    )  # fmt: skip
    return Wish(
        nouns=("job advert", "job ad", "job posting", "job page", "job listing", "vacancy page", "job description page", "hiring page", "career page", "job offer page", "help wanted page", "recruitment page"),
        needs=("We want to hire somebody.", "We are short of people.", "We need a new colleague.", "Applicants should see what the work is."),
        page=page, asks=asks, requires=(has("h1"), has("li", 2), has("a, button")),
    )  # fmt: skip


@kind("course", 0.9)
def course(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = draw.phrase() if draw.chance(0.5) else f"{draw.word('subjects')} {draw.pick(('for beginners', 'in a week', 'step by step', 'basics', 'made easy', 'for all'))}" if draw.chance(0.6) else draw.word("skills")
    known = draw.chance(0.85)
    if known:
        q = draw.quote(title)
        asks.append(Ask(tails=(f"called {q}", f"for {q}", f"titled {q}", f"on {q}"), says=(f"The course is called {q}.", f"Course: {q}.", f"Title: {q}.", f"I teach {q}."), requires=(shows(title, "h1"),)))
    teacher = stated(draw, asks, draw.pick(("teacher", "instructor", "tutor")), draw.person()) if draw.chance(0.5) else ""
    price = stated(draw, asks, "price", draw.price(5, 900)) if draw.chance(0.5) else ""
    length = stated(draw, asks, draw.pick(("duration", "length")), f"{draw.rng.randint(2, 40)} {draw.pick(('hours', 'weeks', 'days', 'lessons', 'evenings'))}") if draw.chance(0.35) else ""
    lessons = ["Welcome", "The basics", "First exercises", "Going further"]
    form = draw.rng.random()
    if form < 0.5:
        lessons = list(dict.fromkeys(draw.phrase() if draw.chance(0.4) else bit(draw) for _ in range(draw.count(2, 8))))
        listed(draw, asks, draw.pick(("lessons", "modules", "chapters", "units")), lessons, "li")
    elif form < 0.9:
        number = draw.count(2, 20)
        lessons = [f"Lesson {at}" for at in range(1, number + 1)]
        numbered(draw, asks, draw.pick(("lessons", "modules", "units", "chapters")), number, "ol > li")
    button = button_asked(draw, asks, "Enrol now")
    style = look(draw, asks, None, "indigo", 0.35)
    shown = title if known else "A new course"
    facts = " · ".join(text for text in (f"With {teacher}" if teacher else "", length, price) if text)
    page = simple(
        shown, style, ("steps", *(("muted",) if facts else ()), "button"),
        tag("h1", shown[0].upper() + shown[1:]), tag("p", facts, class_="muted") if facts else None, tag("p", "Learn at your own pace, with people who answer your questions."), tag("p", tag("a", button, class_="button", href="#enrol")),
        tag("h2", "What you will learn"), tag("ol", *(tag("li", tag("span", lesson)) for lesson in lessons), class_="steps"), extra=".steps li { align-items: center; }",
    )  # fmt: skip
    return Wish(
        nouns=("course page", "online course page", "class page", "course landing page", "training page", "workshop course page", "e-learning page", "course outline", "curriculum page", "lesson overview", "page for my course"),
        needs=("I want to sell my course.", "Students should see what they will learn.", "People want to sign up for my class."),
        page=page, asks=asks, requires=(has("h1"), has("ol > li", len(lessons))),
    )  # fmt: skip


@kind("compare", 0.9)
def compare(draw: Draw) -> Wish:
    """Two or three things side by side: a row for each criterion."""
    asks: list[Ask] = []
    things = bits(draw, 2, 4)
    while len(things) < 2:
        things = bits(draw, 2, 4)
    versus = draw.pick((" vs ", " versus ", " vs. ", " against ", " or ")).join(draw.keep(thing) for thing in things)
    s = series(draw, things)
    asks.append(Ask(
        tails=(f"of {s}", f": {versus}", f"for {versus}", f"between {s}", f"of {versus}", f"with {s}", f"({versus})", f"comparing {s}", f"that compares {s}"),
        withs=(f"the columns {s}", f"a column each for {s}", f"{versus}", f"{s} side by side", f"{s} across the top", f"{draw.say(len(things))} columns: {s}"),
        says=(
            f"Compare {s}.", f"It compares {versus}.", f"{versus}.", f"The candidates are {s}.", f"{versus}", f"compare {s}", f"Columns: {s}.", f"It's {versus}.", f"Put {s} next to each other.", f"We compare {s}.", f"The columns are {s}.", f"I can't decide between {s}.",
            f"Which one? {versus}.", f"On top {s}.", f"Side by side: {s}.", f"The choice is {versus}.", f"Set {s} against each other.", f"In the head of the table {s}.",
        ),
        requires=tuple(shows(thing, "th") for thing in things),
    ))  # fmt: skip
    criteria = ["Price", "Quality", "Support"]
    rows = [[f"{criterion} {at}" for at in range(1, len(things) + 1)] for criterion in criteria]
    form = draw.rng.random()
    pool = ("Price", "Size", "Weight", "Speed", "Battery", "Taste", "Warranty", "Colour", "Support", "Storage", "Comfort", "Range", "Rating", "Care", "Cost", "Noise", "Year")
    if form < 0.75:
        criteria = list(dict.fromkeys(draw.pick(pool) if draw.chance(0.5) else draw.label() for _ in range(draw.count(2, 5))))
        ticked = form < 0.4 and len(things) * len(criteria) <= 9
        if ticked:
            rows = [[draw.pick((draw.price(), f"{draw.rng.randint(1, 99)} {draw.pick(('kg', 'cm', 'h', 'km', 'GB'))}", "yes", "no", str(draw.rng.randint(1, 10)), bit(draw))) for _ in things] for _ in criteria]
            words = draw.pick(("; ", "\n", ". ")).join(f"{draw.keep(criterion)}: {draw.pick((', ', ' / ', ' vs ')).join(draw.keep(text) for text in row)}" for criterion, row in zip(criteria, rows, strict=True))
            asks.append(Ask(withs=(f"these rows: {words}", f"the rows {words}", f"the facts {words}"), says=(f"{words}.", f"Rows: {words}.", f"The facts: {words}.", f"{words}", f"rows: {words}", f"Row by row: {words}", f"The rows are {words}.", f"Details: {words}.", f"What we know: {words}.", f"Fill in {words}.", f"The figures are {words}."), requires=(*(shows(criterion, "th, td") for criterion in criteria), *(shows(text, "td") for row in rows for text in row))))
        else:
            rows = [[f"{criterion} {at}" for at in range(1, len(things) + 1)] for criterion in criteria]
            listed(draw, asks, draw.pick(("rows", "criteria", "features", "points")), criteria, "th, td")
    first = heading(draw, asks, "Comparison")
    style = look(draw, asks, None, "slate", 0.3)
    head = tag("thead", tag("tr", tag("th", "Compared", scope="col"), *(tag("th", thing, scope="col") for thing in things)))
    body = tag("tbody", *(tag("tr", tag("th", criterion, scope="row"), *(tag("td", text) for text in row)) for criterion, row in zip(criteria, rows, strict=True)))
    page = simple("Comparison", style, ("table",), first.html, tag("table", head, body))
    return Wish(
        nouns=("comparison page", "comparison table", "comparison", "product comparison", "side-by-side comparison", "versus page", "feature comparison", "comparison chart", "page that compares things"),
        needs=("I cannot decide and want to see them side by side.", "Customers ask which one is better."),
        page=page, asks=asks, requires=(has("table"), has("tr:has(td)", len(criteria))),
    )  # fmt: skip


@kind("estate", 0.9)
def estate(draw: Draw) -> Wish:
    """A house or flat for sale or to let."""
    asks: list[Ask] = []
    what = draw.pick(("house", "flat", "apartment", "cottage", "studio", "villa", "loft", "bungalow", "houseboat", "farmhouse", "office", "shop"))
    let = draw.chance(0.4)
    deal = "to let" if let else "for sale"
    address = f"{draw.rng.randint(1, 240)} {draw.word('streets')}" + (f", {draw.word('towns')}" if draw.chance(0.5) else "")
    addressed = draw.chance(0.7)
    if addressed:
        k = draw.keep(address)
        asks.append(Ask(tails=(f"at {k}", f"in {k}"), withs=(f"the address {k}",), says=(f"Address: {k}.", f"It is at {k}.", f"It stands at {k}.", f"{k}."), requires=(shows(address),)))
    price = stated(draw, asks, "rent" if let else "price", draw.price(400, 3000) if let else f"{draw.pick('$£€')}{draw.rng.randint(60, 1900)},000") if draw.chance(0.65) else ""
    facts = [(label, stated(draw, asks, label.lower(), value)) for label, value, share in (("Size", f"{draw.rng.randint(18, 400)} m²", 0.4), ("Built", str(draw.rng.randint(1820, 2026)), 0.2), ("Available", draw.date(), 0.25)) if draw.chance(share)]
    for one, many in (("bedroom", "bedrooms"), ("bathroom", "bathrooms")):
        if draw.chance(0.5):
            number = draw.count(1, 6)
            said = draw.say(number)
            n = one if number == 1 else many
            asks.append(Ask(withs=(f"{said} {n}",), says=(f"It has {said} {n}.", f"{said[0].upper()}{said[1:]} {n}.", f"{many.capitalize()}: {said}."), requires=(shows(f"{number} {n}"),)))
            facts.append(("Rooms", f"{number} {n}"))
    extras = bits(draw, 2, 6) if draw.chance(0.5) else []
    if extras:
        listed(draw, asks, draw.pick(("features", "extras", "highlights")), extras, "li")
    photos = 1
    if draw.chance(0.3):
        photos = draw.count(2, 8)
        numbered(draw, asks, draw.pick(("photos", "pictures", "images")), photos, "[role=img], img")
    button = button_asked(draw, asks, "Book a viewing")
    style = look(draw, asks, None, "clay", 0.3)
    title = address if addressed else f"{what.capitalize()} {deal}"
    pictures = [tag("div", class_="photo", role="img", aria_label=f"Photo {at} of the {what}") for at in range(1, photos + 1)]
    css = style.css("wrap", "stack", "grid", *(("ticks",) if extras else ()), *(("facts",) if facts else ()), "muted", "button", *(("price",) if price else ()), "photo")
    body = tag(
        "main", tag("p", f"{what.capitalize()} {deal}", class_="muted"), tag("h1", title), tag("p", price, class_="price") if price else None, tag("div", *pictures, class_="grid"),
        tag("dl", *(part for label, value in facts for part in (tag("dt", label), tag("dd", value)))) if facts else None, tag("ul", *(tag("li", text) for text in extras), class_="ticks") if extras else None, tag("p", tag("a", button, class_="button", href="#contact")), class_="wrap",
    )  # fmt: skip
    return Wish(
        nouns=(f"page for a {what} {deal}", f"{what} {deal} page", "property listing", "real-estate listing", f"{what} listing", "real estate page", "property page", "listing for a " + what, f"{'rental' if let else 'sales'} listing for a {what}", f"advert for a {what} {deal}"),
        needs=(f"We want to {'let' if let else 'sell'} our {what}.", f"Our {what} is {deal}."),
        page=document(title, css, body), asks=asks, requires=(has("h1"), shows(what), has("a, button")),
    )  # fmt: skip


@kind("tracking", 0.8)
def tracking(draw: Draw) -> Wish:
    asks: list[Ask] = []
    order = ""
    if draw.chance(0.75):
        order = draw.pick((draw.code(), str(draw.rng.randint(1000, 999999)), f"#{draw.rng.randint(100, 99999)}"))
        k = draw.keep(order)
        asks.append(Ask(tails=(f"for order {k}", f"for the parcel {k}"), withs=(f"the order number {k}", f"the tracking number {k}"), says=(f"The order is {k}.", f"Order number: {k}.", f"Tracking number: {k}.", f"order {k}"), requires=(shows(order),)))
    steps = ["Order received", "Packed", "On its way", "Delivered"]
    form = draw.rng.random()
    if form < 0.5:
        steps = list(dict.fromkeys(draw.pick(("Ordered", "Paid", "Packed", "Sent", "In customs", "At the depot", "Out for delivery", "Delivered", "Signed for", "Baked", "Checked")) if draw.chance(0.5) else bit(draw) for _ in range(draw.count(2, 6))))
        listed(draw, asks, draw.pick(("steps", "stages", "stops", "states")), steps, "li")
    elif form < 0.65:
        number = draw.count(2, 8)
        steps = ["Order received", "Paid", "Packed", "Handed over", "On its way", "At the depot", "Out for delivery", "Delivered"][:number]
        numbered(draw, asks, draw.pick(("steps", "stages")), number, "ol > li")
    now = 0
    if draw.chance(0.4):
        now = draw.rng.randrange(len(steps))
        k = draw.keep(steps[now])
        asks.append(Ask(withs=(f"{k} as the current step",), says=(f"Right now it is at {k}.", f"Current step: {k}.", f"It has reached {k}.", f"The current one is {k}."), requires=(shows(steps[now], "[aria-current]"),)))
    date = stated(draw, asks, draw.pick(("delivery date", "arrival date")), draw.date()) if draw.chance(0.45) else ""
    first = heading(draw, asks, "Where is my order?")
    style = look(draw, asks, None, "forest", 0.3)
    items = [tag("li", tag("b", step), aria_current="step" if at == now else None) for at, step in enumerate(steps)]
    page = simple(
        "Order tracking", style, ("timeline", *(("muted",) if order else ())), tag("p", f"Order {order}", class_="muted") if order else None, first.html,
        tag("ol", *items, class_="timeline"), tag("p", inline("Expected ", tag("b", date))) if date else None, extra=".timeline [aria-current]::after { content: \" ← now\"; }",
    )  # fmt: skip
    return Wish(
        nouns=("order tracking page", "tracking page", "parcel tracking page", "delivery status page", "shipment tracking", "order status page", "package tracker", "track and trace page", "where-is-my-order page"),
        needs=("Customers keep asking where their parcel is.", "People want to follow their order.", "Buyers should see how far their order is."),
        page=page, asks=asks, requires=(has("h1"), has("ol > li", len(steps))),
    )  # fmt: skip


SKIES = ("Sunny", "Cloudy", "Light rain", "Windy", "Fog", "Snow", "Thunderstorm", "Clear")


@kind("weather", 0.8)
def weather(draw: Draw) -> Wish:
    asks: list[Ask] = []
    town = draw.word("towns") if draw.chance(0.85) else ""
    if town:
        k = draw.keep(town)
        asks.append(Ask(tails=(f"for {k}", f"of {k}", f"in {k}"), says=(f"The town is {k}.", f"It is about {k}.", f"Place: {k}.", f"We live in {k}."), requires=(shows(town, "h1, h2"),)))
    degrees, sky = "18°", "Sunny"
    if draw.chance(0.5):
        degrees = f"{draw.rng.randint(-20, 42)}{draw.pick(('°', '°C', ' °C'))}"
        k = draw.keep(degrees)
        asks.append(Ask(withs=(f"{k} now", f"the temperature {k}"), says=(f"It is {k}.", f"Temperature: {k}.", f"Now {k}."), requires=(shows(degrees),)))
    if draw.chance(0.35):
        sky = draw.pick(SKIES) if draw.chance(0.7) else bit(draw)
        k = draw.keep(sky)
        asks.append(Ask(withs=(f"{k} as the weather", f"the condition {k}"), says=(f"The weather: {k}.", f"Condition: {k}.", f"{k}."), requires=(shows(sky),)))
    rows = [(day[:3], f"{16 + at}° {SKIES[at % 8]}") for at, day in enumerate(DAYS[:3])]
    form = draw.rng.random()
    if form < 0.45:
        start = draw.rng.randrange(7)
        rows = [((DAYS * 2)[start + at][: draw.pick((3, 20))], f"{draw.rng.randint(-15, 40)}° {draw.pick(SKIES).lower()}") for at in range(draw.count(2, 7))]
        paired(draw, asks, draw.pick(("days", "forecasts")), rows, ".card", ".card")
    elif form < 0.85:
        number = draw.count(2, 7)
        rows = [(day[:3], f"{16 + at}° {SKIES[at % 8]}") for at, day in enumerate(DAYS[:number])]
        numbered(draw, asks, draw.pick(("days", "forecast days")), number, ".card")
    style = look(draw, asks, None, "night", 0.35)
    days = [tag("div", tag("h2", day), tag("p", text), class_="card") for day, text in rows]
    css = style.css("wrap", "stack", "card", "grid", "muted", "big", extra=".grid { grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); }\n.card h2 { font-size: 1.1rem; }")
    page = document("Weather", css, tag("main", tag("h1", f"Weather in {town}" if town else "Weather"), tag("p", degrees, class_="big"), tag("p", sky, class_="muted"), tag("div", *days, class_="grid"), class_="wrap"))
    return Wish(
        nouns=("weather page", "weather app", "weather forecast", "forecast page", "weather widget", "weather dashboard", "weather card", "weather report", "weather forecast page"),
        needs=("I want to know whether to take an umbrella.", "Hikers should see what the weather will be."),
        page=page, asks=asks, requires=(has("h1"), has(".card", len(rows))),
    )  # fmt: skip


@kind("player", 0.9)
def player(draw: Draw) -> Wish:
    """A music player, without music: a page may load nothing."""
    asks: list[Ask] = []
    title = titled(draw, asks, "Now playing")
    tracks = ["Morning light", "The river house", "Small machines"]
    form = draw.rng.random()
    if form < 0.6:
        tracks = list(dict.fromkeys(draw.phrase() if draw.chance(0.6) else draw.word("lines").rstrip(".") for _ in range(draw.count(2, 8))))
        listed(draw, asks, draw.pick(("songs", "tracks", "episodes", "pieces")), tracks, "li")
    elif form < 0.9:
        number = draw.count(2, 15)
        tracks = [f"Track {at}" for at in range(1, number + 1)]
        numbered(draw, asks, draw.pick(("songs", "tracks")), number, "ol > li")
    artist = stated(draw, asks, draw.pick(("artist", "band", "host")), draw.person() if draw.chance(0.5) else draw.brand()) if draw.chance(0.5) else ""
    wanted(draw, asks, 0.4, ("play and next buttons", "buttons to play and skip", "a play button and a next button"), ("It has play and next.", "I can play and skip.", "Buttons: play, next."), shows("play", "button"), shows("next", "button"))
    style = look(draw, asks, None, "aurora", 0.4)
    script = """\
const list = [...document.querySelectorAll("ol li")];
const play = document.querySelector("#play");
let at = 0;
const show = () => { document.querySelector("#now").textContent = list[at].textContent; };
play.addEventListener("click", () => { play.textContent = play.textContent === "Play" ? "Pause" : "Play"; });
document.querySelector("#next").addEventListener("click", () => {
  at = (at + 1) % list.length;
  show();
});
show();"""
    page = simple(
        title, style, ("stack", "card", "button", "list", "row", *(("muted",) if artist else ()), "photo"),
        tag("h1", title), tag("div", tag("div", class_="photo", role="img", aria_label="Cover"), tag("h2", tracks[0], id="now"), tag("p", artist, class_="muted") if artist else None, tag("div", tag("button", "Play", type="button", id="play"), tag("button", "Next", type="button", id="next"), class_="row"), class_="card"),
        tag("ol", *(tag("li", track) for track in tracks)), extra=".card { max-width: 22rem; }", script=script,
    )  # fmt: skip
    return Wish(
        nouns=("music player", "playlist page", "music player page", "mp3 player", "audio playlist", "player with a playlist", "music app", "podcast player page", "album page", "song list with a player", "Spotify-like player"),
        needs=("I want to play my songs on a page.", "Listeners should see the playlist."),
        page=page, asks=asks, requires=(has("button", 2), has("ol > li", len(tracks)), has("script")),
    )  # fmt: skip
