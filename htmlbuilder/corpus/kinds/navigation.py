"""Elements to find one's way with: navigation bar, breadcrumbs, accordion."""

from htmlbuilder.corpus.asks import look
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.kinds.elements import enumerate_words, simple
from htmlbuilder.corpus.kinds.shared import listed
from htmlbuilder.corpus.markup import document, tag
from htmlbuilder.corpus.sections import anchor
from htmlbuilder.corpus.wish import Ask, Wish, exactly, has, kind, shows


@kind("nav", 1.4)
def nav(draw: Draw) -> Wish:
    asks: list[Ask] = []
    texts = ["Home", "About", "Services", "Contact"]
    form = draw.rng.random()
    if form < 0.75:
        texts = list(dict.fromkeys(draw.word("links") if draw.chance(0.7) else draw.label() for _ in range(draw.count(2, 8))))
        words = enumerate_words(draw, texts)
        n = draw.say(len(texts))
        asks.append(Ask(
            tails=(f"with {words}", f"with the links {words}", f"for {words}", f": {words}", f"({words})", f"leading to {words}", f"to {words}", f"– {words}"),
            withs=(
                f"the links {words}", f"links to {words}", f"the items {words}", f"{n} links: {words}", f"entries for {words}", f"links: {words}", f"items {words}", f"{words}", f"{words} as links", f"{n} items ({words})", f"menu points {words}",
                f"links labelled {words}", f"the entries {words}",
            ),
            says=(
                f"The links are {words}.", f"Links: {words}.", f"It leads to {words}.", f"Entries: {words}.", f"links = {words}", f"items: {words}", f"links {words}", f"menu items = {words}", f"{words}", f"{words} (links)", f"pages: {words}", f"to: {words}",
                f"People go to {words}.", f"One can get to {words}.", f"It has the links {words}.", f"It must have {words}.", f"There are {n} links: {words}.", f"From there people reach {words}.", f"The entries should be {words}.", f"Put in {words}.",
                f"Our pages are {words}.", f"Please make links to {words}.", f"I need to get to {words} from it.", f"It lists {words}.", f"Click on {words}.",
            ),
            requires=tuple(shows(text, "nav a") for text in texts),
        ))  # fmt: skip
    elif form < 0.9:
        number = draw.count(2, 8)
        texts = ["Home", "About", "Services", "Contact", "Blog", "Gallery", "Prices", "Help"][:number]
        said = draw.say(number)
        asks.append(Ask(tails=(f"with {said} links", f"of {said} entries"), withs=(f"{said} links", f"{said} items"), says=(f"It has {said} links.", f"{said.capitalize()} entries.")))
    name = ""
    if draw.chance(0.35):
        name = draw.brand()
        k = draw.keep(name)
        asks.append(Ask(
            tails=(f"for {k}", f"of {k}", f"for our site {k}"),
            withs=(f"the name {k} at the left", f"the logo text {k}", f"the brand {k}", f"{k} at the left", f"{k} as logo", f"logo {k}", f"the wordmark {k}"),
            says=(
                f"The site is called {k}.", f"Brand: {k}.", f"The logo says {k}.", f"logo: {k}", f"logo = {k}", f"brand = {k}", f"{k} on the left", f"{k} (logo)", f"site: {k}", f"Our name, {k}, stands on the left.", f"Left of the links it says {k}.",
                f"We are {k}.", f"The brand is {k}.", f"At the left the name {k}.", f"name {k}", f"Logo text {k}.",
            ),
            requires=(shows(name),),
        ))  # fmt: skip
    layout = draw.rng.random()
    extra = "body { min-height: 100vh; }"
    if layout < 0.2:
        extra = "nav ul { flex-direction: column; gap: 0.5rem; }\nheader { max-width: 14rem; min-height: 100vh; flex-direction: column; align-items: flex-start; justify-content: flex-start; border-right: 1px solid var(--line); }"
        asks.append(Ask(tails=("at the side", "down the left side", "that is vertical"), withs=("a vertical layout", "its links one below the other"), says=("It is vertical.", "Make it a sidebar.", "It runs down the left side.", "vertical", "on the left, top to bottom", "One link below the other.", "It stands on the left.", "as a sidebar", "Not across but down the side.", "layout: vertical")))
    elif layout < 0.35:
        extra = "header { position: sticky; top: 0; background: var(--bg); }\nmain { min-height: 150vh; }"
        asks.append(Ask(tails=("that stays on top", "that sticks to the top"), withs=("a sticky position", "position sticky"), says=("It sticks to the top.", "It stays there when I scroll.", "sticky", "position: sticky", "It must not scroll away.", "It is always in sight.", "fixed at the top", "When I scroll it stays.", "Always visible, please.", "Keep it at the top while scrolling.")))
    style = look(draw, asks, None, "slate", 0.25)
    bar = tag("header", tag("span", name, class_="brand") if name else None, tag("nav", tag("ul", *(tag("li", tag("a", text, href=f"#{anchor(text)}")) for text in texts)), aria_label="Main"))
    page = document(name or "Navigation", style.css("wrap", "header", "nav", extra=extra), bar, tag("main", tag("h1", name or "Welcome"), class_="wrap"))
    return Wish(
        nouns=("navigation bar", "nav bar", "navbar", "navigation menu", "menu bar", "top navigation", "site navigation", "header with navigation", "menu", "nav", "horizontal menu" if layout >= 0.2 else "side menu"),
        needs=("Visitors must find their way around the site.", "People need a menu to reach the pages."),
        page=page,
        asks=asks,
        requires=(has("nav"), exactly("nav a", len(texts))),
    )  # fmt: skip


@kind("breadcrumbs", 0.4)
def breadcrumbs(draw: Draw) -> Wish:
    asks: list[Ask] = []
    texts = list(dict.fromkeys(draw.word("links") if draw.chance(0.5) else draw.label() for _ in range(draw.count(2, 5))))
    glue = draw.pick((" > ", " / ", ", ", " » "))
    words = glue.join(draw.keep(text) for text in texts)
    asks.append(Ask(
        tails=(f": {words}", f"for {words}", f"({words})", f"that reads {words}", f"– {words}", f"saying {words}"),
        withs=(f"the path {words}", f"the steps {words}", f"the trail {words}", f"{words}", f"the levels {words}", f"path: {words}", f"the text {words}"),
        says=(
            f"The path is {words}.", f"Path: {words}.", f"path = {words}", f"trail: {words}", f"{words}", f"steps: {words}", f"levels: {words}", f"It reads {words}.", f"It goes {words}.", f"We are at {words}.", f"You are here: {words}",
            f"It should show {words}.", f"The trail reads {words}.", f"The steps are {words}.", f"One came by way of {words}.", f"Please show {words}.", f"The visitor is at {words}.", f"like so: {words}",
        ),
        requires=tuple(shows(text, "nav li") for text in texts),
    ))  # fmt: skip
    style = look(draw, asks, None, "slate", 0.2)
    steps = [tag("li", tag("a", text, href=f"#{anchor(text)}") if place < len(texts) - 1 else tag("span", text, aria_current="page")) for place, text in enumerate(texts)]
    page = simple(texts[-1], style, ("crumbs",), tag("nav", tag("ol", *steps), aria_label="Breadcrumb"), tag("h1", texts[-1]))
    return Wish(nouns=("breadcrumb navigation", "breadcrumbs", "breadcrumb trail", "breadcrumb", "path navigation"), page=page, asks=asks, requires=(has("nav"), exactly("nav li", len(texts))))


@kind("accordion", 0.7)
def accordion(draw: Draw) -> Wish:
    asks: list[Ask] = []
    if draw.chance(0.7):
        texts = list(dict.fromkeys(draw.phrase() if draw.chance(0.5) else draw.label() for _ in range(draw.count(2, 6))))
        listed(draw, asks, draw.pick(("titles", "parts", "sections", "panels", "items", "headings")), texts, "summary")
    else:
        number = draw.count(2, 20)
        texts = [f"Section {place}" for place in range(1, number + 1)]
        said = draw.say(number)
        asks.append(Ask(tails=(f"with {said} sections",), withs=(f"{said} parts", f"{said} panels"), says=(f"It has {said} parts.", f"{said.capitalize()} sections.")))
    opened = draw.chance(0.25)
    if opened:
        asks.append(Ask(withs=("the first one open", "the first part open at the start", "the top one unfolded"), says=("The first one is open at the start.", "Open the first.", "first one open", "first = open", "The first should be open already.", "Only the first is open when the page loads.", "The top one is unfolded.", "first open, rest closed", "Please leave the first one open."), requires=(has("details[open]"),)))
    style = look(draw, asks, None, "mint", 0.25)
    entries = [tag("details", tag("summary", text), tag("p", f"More about {text[0].lower() + text[1:] if text.split()[0] != text else text}."), open=opened and place == 0) for place, text in enumerate(texts)]
    return Wish(nouns=("accordion", "collapsible list", "accordion menu", "collapsible sections", "expandable panels", "details element", "fold-out list"), page=simple("Details", style, ("faq",), tag("h1", "Details"), *entries), asks=asks, requires=(exactly("details", len(texts)),))
