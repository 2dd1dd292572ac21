"""Single components that people ask for by name: steps, page links, tags, stars, toast, footer, price card, contact card and the like."""

from htmlbuilder.corpus.asks import look
from htmlbuilder.corpus.blocks.texts import bit, bits, digits, line
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.kinds.content import stated
from htmlbuilder.corpus.kinds.elements import simple
from htmlbuilder.corpus.kinds.forms import button_asked
from htmlbuilder.corpus.kinds.people import person_asked
from htmlbuilder.corpus.kinds.shared import initials, listed, numbered, paired, wanted
from htmlbuilder.corpus.kinds.trade import pages_of
from htmlbuilder.corpus.markup import document, inline, tag
from htmlbuilder.corpus.sections import anchor
from htmlbuilder.corpus.wish import Ask, Wish, exactly, has, kind, shows

PLACES = ("Home", "About", "Services", "Prices", "Team", "Blog", "Gallery", "Help", "Contact", "Jobs", "Press", "Shop")


def headed(draw: Draw, asks: list[Ask], default: str, share: float = 0.4) -> str:
    """The heading above a component."""
    if not draw.chance(share):
        return default
    text = draw.phrase()
    q = draw.quote(text)
    asks.append(Ask(
        tails=(f"under the heading {q}", f"titled {q}", f"headed {q}"), withs=(f"the heading {q}", f"the title {q}", f"{q} above it"), says=(f"The heading is {q}.", f"Above it stands {q}.", f"Title: {q}.", f"Head it {q}."),
        requires=(shows(text, "h1"),),
    ))  # fmt: skip
    return text


@kind("steps", 0.9)
def steps(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = headed(draw, asks, "How it works")
    texts = ["Write to us", "We plan it together", "We get to work"]
    form = draw.rng.random()
    if form < 0.65:
        texts = list(dict.fromkeys(draw.phrase() if draw.chance(0.5) else bit(draw) for _ in range(draw.count(2, 8))))
        listed(draw, asks, draw.pick(("steps", "stages", "steps", "points")), texts, "li")
    elif form < 0.9:
        number = draw.count(2, 12)
        texts = [f"Step {at}" for at in range(1, number + 1)]
        numbered(draw, asks, draw.pick(("steps", "numbered steps")), number, "ol > li")
    style = look(draw, asks, None, "indigo", 0.3)
    page = simple(title, style, ("steps",), tag("h1", title), tag("ol", *(tag("li", tag("span", text)) for text in texts), class_="steps"), extra=".steps li { align-items: center; }")
    return Wish(
        nouns=("stepper", "steps list", "step-by-step guide", "how it works section", "process steps", "page with numbered steps", "numbered steps", "instructions page", "how-to page", "steps component"), needs=("People should see what happens one after the other.", "I want to explain how it is done."),
        page=page, asks=asks, requires=(has("ol > li", len(texts)),),
    )  # fmt: skip


@kind("pagination", 0.6)
def pagination(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = headed(draw, asks, "Page 1", 0.25)
    number = 3
    if draw.chance(0.85):
        number = draw.count(2, 20)
        said = draw.say(number)
        asks.append(Ask(tails=(f"for {said} pages", f"with {said} pages"), withs=(f"{said} pages", f"{said} page links", f"the numbers 1 to {number}"), says=(f"There are {said} pages.", f"{said} pages", f"It goes from 1 to {number}.", f"Pages: {said}.")))
    style = look(draw, asks, None, "slate", 0.3)
    return Wish(
        nouns=("pagination", "pagination bar", "page navigation with numbers", "pager", "page links", "pagination component", "page numbers", "numbered page navigation"), needs=("The list is long and has several pages.",),
        page=simple(title, style, ("pages",), tag("h1", title), pages_of(number)), asks=asks, requires=(has("nav"), exactly("main a", number)),
    )  # fmt: skip


@kind("tags", 0.7)
def tags(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = headed(draw, asks, "Tags", 0.3)
    texts = ["New", "Popular", "Sale"]
    form = draw.rng.random()
    if form < 0.8:
        texts = bits(draw, 1, 9)
        listed(draw, asks, draw.pick(("tags", "badges", "labels", "chips")), texts, "main li, main span")
    elif form < 0.95:
        number = draw.count(2, 20)
        texts = [f"Tag {at}" for at in range(1, number + 1)]
        numbered(draw, asks, "tags", number, "main li")
    style = look(draw, asks, None, "mint", 0.35)
    page = simple(title, style, ("plain", "row", "tag"), tag("h1", title), tag("ul", *(tag("li", text, class_="tag") for text in texts), class_="plain row"))
    return Wish(nouns=("tags", "tag list", "badges", "row of badges", "tag cloud", "chips", "set of labels", "keyword tags", "badge component"), page=page, asks=asks, requires=(has("main li", len(texts)),))


@kind("rating", 0.6)
def rating(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = headed(draw, asks, "Rating", 0.45)
    most = 5
    if draw.chance(0.25):
        most = draw.rng.randint(3, 10)
    given = draw.rng.randint(1, most)
    said = draw.pick((str(given), draw.say(given)))
    s = "s" * (given > 1)
    asks.append(Ask(
        tails=(f"of {said} out of {most}", f"showing {said} of {most}"), withs=(f"{said} of {most} stars", f"{said} out of {most} stars filled"), says=(f"It shows {said} out of {most} star{s}.", f"{said} of {most} stars.", f"{given}/{most}", f"Value: {given} of {most}."),
        requires=(has(f'[aria-label*="{given} out of {most}"]'),),
    ))  # fmt: skip
    count = ""
    if draw.chance(0.35):
        count = f"{draw.rng.randint(2, 9999):,}"
        k = draw.keep(count)
        asks.append(Ask(withs=(f"{k} reviews", f"the number of reviews {k}"), says=(f"There are {k} reviews.", f"{k} people voted."), requires=(shows(count),)))
    style = look(draw, asks, None, "sunset", 0.3)
    page = simple(title, style, (*(("muted",) if count else ()), "stars"), tag("h1", title), tag("p", "★" * given + "☆" * (most - given), class_="stars", role="img", aria_label=f"{given} out of {most} stars"), tag("p", f"{count} reviews", class_="muted") if count else None)
    return Wish(nouns=("star rating", "rating stars", "rating", "review stars", "rating component", "row of stars", "star display", "rating badge"), page=page, asks=asks, requires=(shows("★"),))


@kind("toast", 0.6)
def toast(draw: Draw) -> Wish:
    """A short message that a button brings up."""
    asks: list[Ask] = []
    title = headed(draw, asks, "Messages", 0.3)
    text = "Saved."
    if draw.chance(0.75):
        text = line(draw)
        q = draw.quote(text)
        asks.append(Ask(tails=(f"that says {q}", f"saying {q}"), withs=(f"the message {q}", f"the text {q}"), says=(f"It says {q}", f"Message: {q}", f"The text is {q}"), requires=(shows(text),)))
    seconds = 3
    if draw.chance(0.35):
        seconds = draw.rng.randint(1, 20)
        asks.append(Ask(withs=(f"a life of {seconds} seconds",), says=(f"It goes away after {seconds} seconds.", f"It stays {seconds} seconds.", f"Hide it after {seconds} s.")))
    button = button_asked(draw, asks, "Show message")
    style = look(draw, asks, None, "graphite", 0.3)
    script = f"""\
const toast = document.querySelector(".toast");
document.querySelector("#show").addEventListener("click", () => {{
  toast.hidden = false;
  setTimeout(() => {{ toast.hidden = true; }}, {seconds * 1000});
}});"""
    page = simple(title, style, ("toast", "button"), tag("h1", title), tag("button", button, type="button", id="show"), tag("p", text, class_="toast", role="status", hidden=True), script=script)
    return Wish(nouns=("toast message", "toast", "toast notification", "snackbar", "pop-up message in the corner", "notification that disappears", "flash message"), needs=("Users should see shortly that it was saved.",), page=page, asks=asks, requires=(has("button"), has("script"), has("[role=status], [role=alert]")))


@kind("footer", 0.8)
def footer(draw: Draw) -> Wish:
    asks: list[Ask] = []
    groups = {"Company": ["About", "Jobs", "Press"], "Help": ["Questions", "Contact"]}
    form = draw.rng.random()
    if form < 0.6:
        titles = list(dict.fromkeys(draw.label() for _ in range(draw.count(2, 4))))
        groups = {title: list(dict.fromkeys(draw.word("links") if draw.chance(0.6) else bit(draw) for _ in range(draw.count(1, 4)))) for title in titles}
        words = draw.pick(("; ", "\n", ". ")).join(f"{draw.keep(title)}: {', '.join(draw.keep(text) for text in inside)}" for title, inside in groups.items())
        asks.append(Ask(withs=(f"the columns {words}", f"these columns: {words}"), says=(f"Columns: {words}.", f"{words}.", f"It has the columns {words}."), requires=(*(shows(title, "footer") for title in groups), *(shows(text, "footer a") for inside in groups.values() for text in inside))))
    elif form < 0.85:
        number = draw.count(2, 5)
        groups = {f"Column {at}": [PLACES[(2 * at + place) % 12] for place in range(2)] for at in range(1, number + 1)}
        numbered(draw, asks, "columns", number, "footer h2")
    text = f"© {draw.rng.randint(2024, 2031)} {draw.brand()}" if draw.chance(0.5) else draw.phrase()
    if draw.chance(0.7):
        q = draw.quote(text)
        asks.append(Ask(withs=(f"the line {q}", f"the copyright line {q}", f"the text {q}"), says=(f"It says {q}.", f"At the end: {q}.", f"Copyright line: {q}."), requires=(shows(text, "footer"),)))
    else:
        text = "© 2026"
    style = look(draw, asks, None, "night", 0.35)
    columns = [tag("div", tag("h2", title), tag("ul", *(tag("li", tag("a", entry, href=f"#{anchor(entry)}")) for entry in inside))) for title, inside in groups.items()]
    css = style.css("wrap", "columns", "footer", extra="footer h2 { font-size: 1rem; }\nmain { min-height: 50vh; }")
    page = document("Footer", css, tag("main", tag("h1", "Welcome"), class_="wrap"), tag("footer", tag("div", *columns, class_="columns"), tag("p", text)))
    return Wish(nouns=("footer", "site footer", "page footer", "footer with columns", "fat footer", "website footer", "footer component"), page=page, asks=asks, requires=(has("footer"), has("footer h2", len(groups))))


@kind("pricecard", 0.8)
def price_card(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name = draw.word("plan_names") if draw.chance(0.5) else draw.label()
    if draw.chance(0.85):
        q = draw.quote(name)
        asks.append(Ask(tails=(f"for {q}", f"for the plan {q}", f"called {q}"), withs=(f"the name {q}",), says=(f"The plan is {q}.", f"Plan: {q}.", f"It is called {q}."), requires=(shows(name, "h1, h2, h3"),)))
    else:
        name = "Standard"
    price = stated(draw, asks, "price", draw.price() + draw.pick(("", " per month", " a year", "/mo"))) if draw.chance(0.8) else "$19 per month"
    points = ["Everything you need", "Help by email", "Cancel at any time"]
    form = draw.rng.random()
    if form < 0.65:
        points = list(dict.fromkeys(bit(draw) for _ in range(draw.count(2, 7))))
        listed(draw, asks, draw.pick(("features", "points", "ticks", "benefits")), points, "li")
    elif form < 0.85:
        number = draw.count(2, 10)
        points = [f"Feature {at}" for at in range(1, number + 1)]
        numbered(draw, asks, draw.pick(("features", "bullet points", "ticks")), number, "main li")
    badge = ""
    if draw.chance(0.3):
        badge = draw.pick(("Popular", "Best value", "New", draw.label()))
        q = draw.quote(badge)
        asks.append(Ask(withs=(f"a badge {q}", f"a {q} label"), says=(f"A badge says {q}.", f"Badge: {q}."), requires=(shows(badge),)))
    button = button_asked(draw, asks, "Choose plan")
    style = look(draw, asks, None, "indigo", 0.35)
    card = tag("article", tag("p", tag("span", badge, class_="tag")) if badge else None, tag("h1", name), tag("p", price, class_="price"), tag("ul", *(tag("li", point) for point in points), class_="ticks"), tag("a", button, class_="button", href="#order"), class_="panel")
    page = document(name, style.css("center", "panel", "ticks", *(("tag",) if badge else ()), "button", "price"), tag("main", card))
    return Wish(nouns=("pricing card", "price card", "plan card", "single pricing card", "pricing box", "subscription card", "card with a plan", "offer card"), needs=("We have one plan and want to show it.",), page=page, asks=asks, requires=(has("main li", len(points)), has("a, button")))


@kind("contactcard", 0.8)
def contact_card(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name = person_asked(draw, asks, 0.9)
    role = stated(draw, asks, draw.pick(("job", "role", "title")), draw.word("job_titles")) if draw.chance(0.6) else ""
    company = stated(draw, asks, draw.pick(("company", "firm")), draw.brand()) if draw.chance(0.35) else ""
    ways = [(way, value) for way, value, share in (("phone", draw.phone(), 0.6), ("email", draw.email(name), 0.65), ("website", draw.url(), 0.35), ("address", f"{draw.rng.randint(1, 240)} {draw.word('streets')}, {draw.word('towns')}", 0.35)) if draw.chance(share)]
    for way, value in ways:
        stated(draw, asks, way, value)
    style = look(draw, asks, None, "sand", 0.35)
    shown = name or "Alex Morgan"
    about = " · ".join(text for text in (role, company) if text)
    target = {"phone": "tel:", "email": "mailto:", "website": ""}
    rows = [tag("p", tag("a", value, href=target[way] + (digits(value) if way == "phone" else value)) if way in target else value) for way, value in ways]
    page = document(
        shown, style.css("center", "panel", *(("muted",) if about else ()), "avatar", "person"),
        tag("main", tag("article", tag("div", tag("span", initials(shown), class_="avatar", aria_hidden="true"), tag("div", tag("h1", shown), tag("p", about, class_="muted") if about else None), class_="person"), tag("address", *rows) if rows else None, class_="panel")),
    )  # fmt: skip
    return Wish(nouns=("contact card", "business card", "digital business card", "visiting card", "vCard page", "calling card", "card with my contact details", "name card"), needs=("I want to hand out my contact details.", "People should be able to save how to reach me."), page=page, asks=asks, requires=(has("h1"),))


@kind("logos", 0.5)
def logos(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = headed(draw, asks, "They trust us")
    names = ["Harbour & Co.", "Northway", "Blue Fig", "Atelier Nine"]
    form = draw.rng.random()
    if form < 0.7:
        names = list(dict.fromkeys(draw.brand() for _ in range(draw.count(2, 8))))
        listed(draw, asks, draw.pick(("companies", "partners", "logos", "clients", "sponsors", "brands")), names, "li, img, figure")
    elif form < 0.9:
        number = draw.count(2, 12)
        names = [f"Partner {at}" for at in range(1, number + 1)]
        numbered(draw, asks, draw.pick(("logos", "partners", "sponsors")), number, "main li")
    style = look(draw, asks, None, "slate", 0.3)
    return Wish(nouns=("logo row", "row of logos", "partners section", "sponsor list", "logo wall", "trusted by section", "client logos", "sponsors page"), needs=("Visitors should see who works with us.",), page=simple(title, style, ("logos",), tag("h1", title), tag("ul", *(tag("li", name) for name in names), class_="logos")), asks=asks, requires=(has("main li", len(names)),))


@kind("ticks", 0.6)
def ticks(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = headed(draw, asks, "What you get")
    texts = ["Free delivery", "30 days to return it", "Help by phone"]
    form = draw.rng.random()
    if form < 0.75:
        texts = list(dict.fromkeys(bit(draw) if draw.chance(0.6) else draw.phrase() for _ in range(draw.count(2, 9))))
        listed(draw, asks, draw.pick(("features", "points", "benefits", "advantages")), texts, "li")
    elif form < 0.92:
        number = draw.count(2, 20)
        texts = [f"Feature {at}" for at in range(1, number + 1)]
        numbered(draw, asks, draw.pick(("features", "ticks", "points")), number, "main li")
    style = look(draw, asks, None, "forest", 0.3)
    return Wish(nouns=("feature list with ticks", "list with check marks", "benefits list", "ticked list", "checkmark list", "list of advantages", "feature list"), needs=("Customers should see at a glance what is included.",), page=simple(title, style, ("ticks",), tag("h1", title), tag("ul", *(tag("li", text) for text in texts), class_="ticks")), asks=asks, requires=(has("main li", len(texts)),))


@kind("sidebar", 0.7)
def sidebar(draw: Draw) -> Wish:
    """A page with links at the side."""
    asks: list[Ask] = []
    title = headed(draw, asks, "Welcome", 0.45)
    texts = list(PLACES[:4])
    form = draw.rng.random()
    if form < 0.7:
        texts = list(dict.fromkeys(draw.word("links") if draw.chance(0.5) else draw.label() for _ in range(draw.count(2, 9))))
        listed(draw, asks, draw.pick(("links", "entries", "menu items", "items")), texts, "nav a")
    elif form < 0.9:
        number = draw.count(2, 12)
        texts = list(PLACES[:number])
        numbered(draw, asks, draw.pick(("links", "menu items")), number, "nav a")
    text = line(draw)
    if draw.chance(0.4):
        q = draw.quote(text)
        asks.append(Ask(withs=(f"the text {q} beside it",), says=(f"Beside it stands {q}", f"The main part says {q}", f"Main text: {q}"), requires=(shows(text, "main p"),)))
    else:
        text = "Choose something at the side."
    style = look(draw, asks, None, "graphite", 0.3)
    side = tag("nav", tag("ul", *(tag("li", tag("a", entry, href=f"#{anchor(entry)}", aria_current="page" if at == 0 else None)) for at, entry in enumerate(texts))), class_="side", aria_label="Main")
    page = document(title, style.css("wrap", "sidebar", "side"), tag("div", side, tag("main", tag("h1", title), tag("p", text)), class_="wrap sidebar"))
    return Wish(nouns=("page with a sidebar", "sidebar layout", "two-column layout with a sidebar", "sidebar navigation", "page with side navigation", "layout with a left menu", "sidebar"), page=page, asks=asks, requires=(has("nav a", len(texts)), has("main")))


@kind("split", 0.7)
def split(draw: Draw) -> Wish:
    """A picture beside a text."""
    asks: list[Ask] = []
    title = headed(draw, asks, "Made with care", 0.7)
    text = "Every piece passes through four hands before it reaches yours."
    if draw.chance(0.5):
        text = line(draw)
        q = draw.quote(text)
        asks.append(Ask(withs=(f"the text {q}", f"the paragraph {q}"), says=(f"The text is {q}", f"It says {q}", f"Text: {q}"), requires=(shows(text, "p"),)))
    caption = bit(draw) if draw.chance(0.4) else ""
    if caption:
        k = draw.keep(caption)
        asks.append(Ask(withs=(f"a picture of {k}", f"a photo of {k}"), says=(f"The picture shows {k}.", f"Photo: {k}."), requires=(shows(caption, "[role=img], img, figure"),)))
    button = button_asked(draw, asks, "Read more")
    style = look(draw, asks, None, "clay", 0.35)
    picture = tag("div", class_="photo", role="img", aria_label=caption or title)
    words = tag("div", tag("h1", title), tag("p", text), tag("a", button, class_="button", href="#more"))
    page = document(title, style.css("wrap", "split", "button", "photo"), tag("main", words, picture, class_="wrap split"))
    return Wish(nouns=("split section", "two-column section", "image beside text", "picture with text beside it", "text and image section", "half-and-half layout", "media object", "text next to a photo"), page=page, asks=asks, requires=(has("[role=img], img"), has("h1"), has("p")))


@kind("datalist", 0.5)
def key_figures(draw: Draw) -> Wish:
    """Big figures with a few words each."""
    asks: list[Ask] = []
    title = headed(draw, asks, "In numbers", 0.45)
    rows = [("12", "years of work"), ("480", "happy customers"), ("98%", "would come again")]
    form = draw.rng.random()
    if form < 0.75:
        rows = [(f"{draw.pick(('', '', '$', '+', '£'))}{draw.rng.randint(2, draw.pick((20, 900, 99999))):,}{draw.pick(('', '', '%', 'k', '+', ' kg'))}", text) for text in bits(draw, 2, 6)]
        paired(draw, asks, draw.pick(("figures", "numbers", "stats", "key figures")), rows)
    elif form < 0.92:
        number = draw.count(2, 8)
        rows = [(str(12 * at), f"Figure {at}") for at in range(1, number + 1)]
        numbered(draw, asks, draw.pick(("figures", "numbers", "stats")), number, ".stats > p")
    wanted(draw, asks, 0.2, ("a row for them", "everything in one row"), ("All in a row.", "Side by side, please."))
    style = look(draw, asks, None, "aurora", 0.35)
    page = simple(title, style, ("stats",), tag("h1", title), tag("div", *(tag("p", inline(tag("b", figure), " ", text)) for figure, text in rows), class_="stats"))
    return Wish(nouns=("stats section", "key figures", "row of numbers", "counter section", "facts and figures", "statistics section", "numbers at a glance"), needs=("Our numbers are good and should be seen.",), page=page, asks=asks, requires=(has(".stats > p, li, dd, td", len(rows)),))
