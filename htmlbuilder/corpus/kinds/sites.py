"""Pages of a business, project or person, composed of sections: landing, pricing, product, team, FAQ, gallery and the like."""

from htmlbuilder.corpus import more_sections as more
from htmlbuilder.corpus import sections as part
from htmlbuilder.corpus.asks import look, subject
from htmlbuilder.corpus.blocks.texts import plain
from htmlbuilder.corpus.blocks.words import ask
from htmlbuilder.corpus.draw import Draw, Topic
from htmlbuilder.corpus.kinds.shared import listed
from htmlbuilder.corpus.markup import Html, document, tag
from htmlbuilder.corpus.style import COMPONENTS, Style
from htmlbuilder.corpus.wish import Ask, Wish, exactly, has, kind, shows

MENU = ("Home", "About", "Contact")
# In the order that they have on a page.
ORDER = "about features items steps gallery plans team stats logos reviews faq visit newsletter call contact".split()
SECTIONS = {name: (part.SECTIONS | more.SECTIONS)[name] for name in ORDER}


def site(
    draw: Draw,
    asks: list[Ask],
    name: str,
    topic: Topic | None,
    style: Style,
    core: tuple[str, ...] = (),
    usual: tuple[str, ...] = (),
    extra: tuple[int, int] = (0, 4),
    first: part.Part | None = None,
) -> Html:
    """A page with a top bar, `first` (or a hero), sections, and a footer.

    `core` sections are always there, and the prompt often says more of them; `usual` ones fill the page when the prompt asks
    for less than two others. Sections keep the order of `ORDER`, whatever the order of the asks: people seldom mean the
    order they name them in.
    """
    about = topic or part.general()
    shown = name or about.title

    def shown_with(wanted: list[str]) -> list[str]:
        return [key for key in SECTIONS if key in wanted or key in core or (key in usual and len(wanted) < 2)]

    wanted = draw.together(lambda: draw.some([key for key in SECTIONS if key not in core], *extra), shown_with)
    bar = part.header(draw, asks, shown, MENU, asked=draw.chance(0.25))
    opening = first or part.hero(draw, asks, name, about, asked=bool(wanted) and draw.chance(0.5))
    middle = [
        SECTIONS[key](draw, asks, about, key in wanted or (key in core and draw.chance(0.75)))
        for key in shown_with(wanted)
    ]
    main, components = part.compose(*([first] if first else []), *middle)
    end = part.footer(draw, asks, shown, asked=draw.chance(0.2))
    used = {"wrap", *bar.components, *opening.components, *components, *end.components}
    css = style.css(*(component for component in COMPONENTS if component in used))
    return document(shown, css, bar.html, None if first else opening.html, tag("main", main, class_="wrap"), end.html)


def heading(draw: Draw, asks: list[Ask], default: str, line: str = "") -> part.Part:
    """The h1 of a page without a hero: the kind's own, or one the prompt gives; `line` stands below it."""
    text = default
    if draw.chance(0.3):
        text = draw.phrase()
        asks.append(ask(draw, "title", (shows(text, "h1"),), q=plain(draw, text)))
    title = tag("h1", text)
    return part.Part(Html(f"{title}\n{tag('p', line, class_='muted')}") if line else title, ("muted",) if line else ())


@kind("landing", 3.0)
def landing(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.7, known=0.75)
    style = look(draw, asks, topic)
    return Wish(
        nouns=(
            "landing page", "landing page", "home page", "homepage", "website", "web page", "site", "one-page website", "start page", "front page", "company page", "business website",
            "marketing page", "web presence",
        ),
        needs=(
            "People should find us on the web.", "We have no website yet.", "I want to show the world what we do.", "Customers keep asking for our website.", "Visitors should understand at once what we do.",
            "We need to be online by Monday.",
        ),
        page=site(draw, asks, name, topic, style, usual=("features", "reviews")),
        asks=asks,
        requires=(has("h1"), has("header, nav")),
    )  # fmt: skip


@kind("pricing", 1.5)
def pricing(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.65, known=0.5)
    style = look(draw, asks, topic, "indigo")
    first = heading(draw, asks, "Plans and pricing", "Choose what fits. Change or cancel whenever you like.")
    return Wish(
        nouns=("pricing page", "pricing table", "price list", "page with our prices", "plans page", "pricing section", "page with subscription plans", "tariff page", "plan comparison", "page with price cards"),
        needs=("Visitors should see what it costs.", "Customers must be able to compare our plans.", "People ask what we charge.", "Show what each plan costs."),
        page=site(draw, asks, name, topic, style, core=("plans",), extra=(0, 1), first=first),
        asks=asks,
        requires=(has("h1"),),
    )  # fmt: skip


@kind("faq")
def faq(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.6, known=0.6)
    style = look(draw, asks, topic, "ocean")
    first = heading(draw, asks, "Frequently asked questions")
    return Wish(
        nouns=("FAQ page", "FAQ", "page of frequently asked questions", "help page", "questions and answers page", "Q&A page", "support page", "accordion with questions"),
        needs=("People keep asking us the same things.", "I want to answer the questions we always get.", "Our customers have many questions."),
        page=site(draw, asks, name, topic, style, core=("faq",), extra=(0, 1), first=first),
        asks=asks,
        requires=(has("details, dt, h3"),),
    )  # fmt: skip


@kind("team", 0.8)
def team(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.6, known=0.6)
    style = look(draw, asks, topic, "plum")
    first = heading(draw, asks, "The people behind it")
    return Wish(
        nouns=("team page", "about us page", "page about our team", "staff page", "people page", "who we are page", "meet the team page"),
        needs=("Visitors should get to know us.", "I want to introduce the people who work here.", "Show who we are."),
        page=site(draw, asks, name, topic, style, core=("about", "team"), extra=(0, 1), first=first),
        asks=asks,
        requires=(has("h1"),),
    )  # fmt: skip


@kind("gallery", 1.2)
def gallery(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.6, known=0.5)
    style = look(draw, asks, topic, "graphite")
    first = heading(draw, asks, "Gallery", "A look at our favourites.")
    return Wish(
        nouns=("photo gallery", "gallery", "image gallery", "picture page", "gallery page", "photo page", "page with photos", "image grid", "photo album", "art gallery page"),
        needs=("I want to show my photos.", "People should see my pictures.", "Let visitors look at our pictures."),
        page=site(draw, asks, name, topic, style, core=("gallery",), extra=(0, 1), first=first),
        asks=asks,
        requires=(has("figure, img"),),
    )  # fmt: skip


@kind("services")
def services(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.6, known=0.75)
    style = look(draw, asks, topic, "mint")
    first = heading(draw, asks, "Our services", "What we do, and what it costs.")
    return Wish(
        nouns=("services page", "page with our services", "page that lists what we offer", "offers page", "shop page", "product list", "catalogue page", "product grid", "page of products"),
        needs=("Customers should see what we offer.", "I want to show what we sell.", "People ask what services we have."),
        page=site(draw, asks, name, topic, style, core=("items",), extra=(0, 2), first=first),
        asks=asks,
        requires=(has("h1"),),
    )  # fmt: skip


@kind("portfolio", 1.5)
def portfolio(draw: Draw) -> Wish:
    """A person and their work: the name, the trade, projects, and how to get in touch."""
    asks: list[Ask] = []
    person, job = draw.person(), draw.word("job_titles")
    known = draw.chance(0.75)
    trade = draw.chance(0.7)
    if known:
        q = draw.quote(person) if draw.chance(0.3) else draw.keep(person)
        k = draw.keep(job)
        both = (f"for {q}, {job}", f"of {q}, a {k}", f"for the {k} {q}", f"for {q} ({k})") if trade else (f"for {q}", f"of {q}", f"named {q}")
        asks.append(Ask(
            tails=both,
            says=(
                f"I am {q}, {k}.", f"My name is {q} and I work as {k}.", f"It's for {q}, {k}.", f"I'm {q}, and I am a {k}.", f"{q}, {k}", f"{q} – {k}", f"{q} ({k})", f"name = {q}, job = {k}", f"name: {q}, {k}", f"{q} here, I'm a {k}.", f"{q} is a {k}.",
                f"The name is {q}, the trade {k}.", f"It presents {q}, {k}.", f"It shows the work of {q}, who is a {k}.",
            ) if trade else (f"I am {q}.", f"My name is {q}.", f"It's for {q}.", f"name = {q}", f"name: {q}", f"name {q}", f"{q} here.", f"It presents {q}.", f"The name on it is {q}.", f"It shows the work of {q}."),
            requires=(shows(person, "h1"), *((shows(job),) if trade else ())),
        ))  # fmt: skip
    elif trade:
        k = draw.keep(job)
        asks.append(Ask(tails=(f"for a {k}", f"of a {k}"), says=(f"I work as a {k}.", f"It's for a {k}.", f"I am a {k}."), requires=(shows(job),)))
    projects = ["Morning light", "The river house", "Small machines"]
    if draw.chance(0.5):
        projects = list(dict.fromkeys(draw.phrase() for _ in range(draw.count(1, 5))))
        listed(draw, asks, draw.pick(("projects", "projects", "works", "pieces", "case studies", "commissions")), projects, "h3, h2, figcaption")
    elif draw.chance(0.6):
        number = draw.count(2, 8)
        pool = ("Morning light", "The river house", "Small machines", "A map of sounds", "Paper gardens", "Night shift", "Second nature", "The long table")
        projects = list(pool[:number])
        said = draw.say(number)
        asks.append(Ask(withs=(f"{said} projects", f"{said} pieces of work", f"a grid of {said} projects"), says=(f"Show {said} projects.", f"I have {said} projects to show."), requires=(has("h3", number),)))
    skills: list[str] = []
    if draw.chance(0.4):
        skills = list(dict.fromkeys(draw.word("skills") if draw.chance(0.75) else draw.label() for _ in range(draw.count(2, 7))))
        listed(draw, asks, "skills", skills, "li")
    style = look(draw, asks, None, "graphite")
    email = ""
    if draw.chance(0.35):
        email = draw.email(person if known else "")
        asks.append(ask(draw, "contact.mail", (has(f'a[href="mailto:{email}"]'),), q=draw.keep(email)))
    shown, what = (person if known else "Alex Morgan"), (job if trade else "Designer and maker")
    cards = [tag("div", tag("div", class_="photo", role="img", aria_label=project), tag("h3", project), class_="card") for project in projects]
    body = [
        tag("section", tag("h1", shown), tag("p", what[0].upper() + what[1:], class_="muted")),
        tag("section", tag("h2", "Work"), tag("div", *cards, class_="grid")),
        tag("section", tag("h2", "Skills"), tag("ul", *(tag("li", skill) for skill in skills))) if skills else None,
        tag("section", tag("h2", "Contact"), tag("p", tag("a", email or "hello@example.com", href=f"mailto:{email or 'hello@example.com'}"))),
    ]
    page = document(shown, style.css("wrap", "section", "grid", "card", "photo", "muted", *(("list",) if skills else ())), tag("main", *body, class_="wrap"))
    return Wish(
        nouns=("portfolio", "portfolio page", "personal website", "portfolio website", "personal page", "page to show my work", "artist page", "work showcase", "personal portfolio"),
        needs=("I want to show my work to clients.", "People should see what I made.", "I need a place for my projects."),
        page=page,
        asks=asks,
        requires=(has("h1"), exactly("h3", len(projects))),
    )  # fmt: skip
