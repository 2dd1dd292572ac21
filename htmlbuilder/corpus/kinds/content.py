"""Pages to read: blog post, menu, résumé, product, not found, recipe, dashboard."""

from collections.abc import Callable

from htmlbuilder.corpus import sections as part
from htmlbuilder.corpus.asks import look, subject
from htmlbuilder.corpus.blocks.texts import amount, plain, sign
from htmlbuilder.corpus.blocks.words import ask
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.kinds.elements import enumerate_words
from htmlbuilder.corpus.kinds.forms import button_asked
from htmlbuilder.corpus.kinds.shared import listed as listed_in
from htmlbuilder.corpus.kinds.sites import heading
from htmlbuilder.corpus.markup import document, tag
from htmlbuilder.corpus.wish import Ask, Wish, exactly, has, kind, shows


def stated(draw: Draw, asks: list[Ask], what: str, value: str, selector: str = "body") -> str:
    """A fact the page must show: adds the ask "the `what` is `value`" and returns the value."""
    k = draw.quote(value) if draw.chance(0.3) else draw.keep(value)
    bare = (f"{k}.", k, f"{k}") if what in ("date", "time", "start", "price", "author", "entry fee", "ticket price") else ()
    asks.append(Ask(
        withs=(
            f"the {what} {k}", f"{k} as the {what}", f"{what} {k}", f"{what}: {k}", f"{what} = {k}", f"{k} ({what})", f"a {what}, {k}", f"the {what}: {k}", f"{k} for the {what}", f"the {what}, which is {k}",
        ),
        says=(
            f"The {what} is {k}.", f"{what[0].upper() + what[1:]}: {k}.", f"{what}: {k}", f"{k} is the {what}.", f"As the {what} put {k}.", f"{what} {k}", f"{what} = {k}", f"{what} - {k}", f"{what} -> {k}", f"{k} ({what})",
            f"For the {what} take {k}.", f"The {what} should be {k}.", f"The {what} must say {k}.", f"Put the {what} {k} on it.", f"Don't forget the {what}: {k}", f"Add the {what}, {k}.", f"with the {what} {k}", f"also the {what}, {k}",
            f"its {what} is {k}", f"I want the {what} {k} on it.", f"Please show the {what}. It is {k}.", f"Could you add the {what} {k}?", f"People need to see the {what}, {k}.", f"And the {what}? It's {k}.", f"{k}, that is the {what}.", *bare,
        ),
        requires=(shows(value, selector),),
    ))  # fmt: skip
    return value


@kind("blog", 1.5)
def blog(draw: Draw) -> Wish:
    asks: list[Ask] = []
    topic = draw.topic() if draw.chance(0.6) else None
    about = topic or part.general()
    title, lead = about.posts[0]
    if draw.chance(0.75):
        title = draw.phrase()
        asks.append(ask(draw, "title", (shows(title, "h1"),), q=plain(draw, title)))
    if topic:
        what = draw.pick(topic.kinds)
        asks.append(Ask(tails=(f"about a {what}", f"for a {what}"), says=(f"It is about a {what}.", f"I write about my {what}.", f"The blog belongs to a {what}.")))
    author = date = ""
    if draw.chance(0.6):
        author = draw.person()
        asks.append(ask(draw, "byline", (shows(author),), q=draw.keep(author)))
    if draw.chance(0.45):
        date = stated(draw, asks, draw.pick(("date", "publication date")), draw.date())
    headings = [heading_ for heading_, _ in about.posts[1:3]]
    if draw.chance(0.4):
        headings = list(dict.fromkeys(draw.phrase() for _ in range(draw.count(1, 4))))
        words = enumerate_words(draw, headings)
        asks.append(Ask(
            withs=(f"the subheadings {words}", f"sections called {words}", f"parts about {words}", f"subheadings: {words}", f"h2s: {words}", f"the chapters {words}", f"sections: {words}", f"{words} as subheadings"),
            says=(
                f"The sections are {words}.", f"Subheadings: {words}.", f"It has parts called {words}.", f"subheadings = {words}", f"h2: {words}", f"h2s {words}", f"sections: {words}", f"chapters: {words}", f"parts: {words}",
                f"It is divided into {words}.", f"The subheadings read {words}.", f"Split it into {words}.", f"Under the subheadings {words} there is some text.", f"{words} (subheadings)", f"Please use the subheadings {words}.",
            ),
            requires=tuple(shows(text, "h2, h3") for text in headings),
        ))  # fmt: skip
    elif draw.chance(0.3):
        number = draw.count(1, 4)
        headings = [heading_ for heading_, _ in (*about.posts[1:], *about.posts[:1])][:number]
        said = draw.say(number)
        s = "s" * (number > 1)
        asks.append(Ask(withs=(f"{said} section{s}", f"{said} subheading{s}", f"{said} chapter{s}"), says=(f"It has {said} section{s}.",), requires=(exactly("article h2", number),)))
    comments = draw.chance(0.2)
    if comments:
        asks.append(Ask(withs=("a comment form", "a comments section", "a box for comments"), says=("Readers can leave a comment.", "Add a comment form at the end."), requires=(has("textarea"),)))
    style = look(draw, asks, topic, "sand")
    texts = [about.about[0], about.about[1], *(line for _, line in about.posts)]
    byline = " · ".join(text for text in (f"By {author}" if author else "", date) if text)
    body = [tag("h1", title), tag("p", byline, class_="muted") if byline else None, tag("p", lead)]
    for place, text in enumerate(headings):
        body += [tag("h2", text), tag("p", texts[place % len(texts)])]
    form = tag("form", tag("h2", "Comments"), tag("label", "Your comment", tag("textarea", name="comment", rows=4, required=True)), tag("button", "Post comment", type="submit")) if comments else None
    page = document(title, style.css("narrow", *(("form", "button") if comments else ()), *(("muted",) if byline else ())), tag("main", tag("article", *body), form, class_="narrow"))
    return Wish(
        nouns=("blog post", "blog page", "article", "blog article", "blog post page", "news article", "journal entry", "magazine article", "post", "story page", "blog entry"),
        needs=("I want to publish a text on my blog.", "Readers should be able to read my article."),
        page=page,
        asks=asks,
        requires=(has("h1"), has("p", 2)),
    )


@kind("menu", 1.4)
def menu(draw: Draw) -> Wish:
    """A restaurant's menu: dishes with prices, in groups."""
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.75, known=0.0)
    place = draw.pick(("restaurant", "café", "pizzeria", "bistro", "diner", "bar", "sushi place", "food truck", "trattoria", "tea house", "burger joint", "steakhouse"))
    if draw.chance(0.3):
        asks.append(Ask(tails=(f"of a {place}", f"for my {place}"), says=(f"It is a {place}.", f"We are a {place}.", f"It's for our {place}.")))
    groups: dict[str, list[tuple[str, str]]] = {
        "Starters": [("Tomato soup", "$7"), ("Warm bread and olives", "$6")],
        "Mains": [("Grilled trout", "$19"), ("Mushroom risotto", "$16")],
        "Desserts": [("Apple tart", "$8"), ("Lemon sorbet", "$6")],
    }
    form = draw.rng.random()
    named_groups, spread_out = draw.chance(0.45), False
    if named_groups:
        titles = draw.some(("Starters", "Mains", "Desserts", "Drinks", "Salads", "Soups", "Pasta", "Pizza", "Wine", "Breakfast", "Sides", "Specials", "Cocktails", "Sandwiches", "Grill", "Vegan", "Kids", "Sushi", "Tea"), 2, 5)
        if draw.chance(0.2):
            titles.append(draw.label())
        words = enumerate_words(draw, titles)
        spread_out = form < 0.65 and draw.chance(0.65)
        if not spread_out:
            asks.append(Ask(withs=(f"the sections {words}", words, f"the groups {words}", f"{draw.say(len(titles))} sections: {words}"), says=(f"The sections are {words}.", f"Sections: {words}.", f"It has {words}."), requires=tuple(shows(title, "h2, h3") for title in titles)))
        pool = [("Tomato soup", "$7"), ("Grilled trout", "$19"), ("Mushroom risotto", "$16"), ("Apple tart", "$8"), ("Garden salad", "$9"), ("Roast chicken", "$17"), ("Lemon sorbet", "$6"), ("Mint tea", "$4"), ("House lemonade", "$5"), ("Cheese plate", "$12"), ("Onion soup", "$8"), ("Chocolate cake", "$9")]
        groups = {title: [pool[2 * at], pool[2 * at + 1]] for at, title in enumerate(titles)}
    if form < 0.65:
        dishes = [(draw.word("foods") if draw.chance(0.6) else draw.phrase() if draw.chance(0.3) else f"{draw.name_word()} {draw.word('foods').lower()}", draw.price(3, 60)) for _ in range(draw.count(2, 8))]
        dishes = list({dish: (dish, price) for dish, price in dishes}.values())
        if draw.chance(0.4):
            money = sign(draw)
            dishes = [(dish, amount(draw, money)) for dish, _ in dishes]
        priced = draw.chance(0.85)
        glue = draw.pick((" for {}", " ({})", " {}", " at {}", ": {}", " - {}"))
        quoted = draw.chance(0.2)
        words_ = [(draw.quote(dish) if quoted else draw.keep(dish)) + (glue.format(draw.keep(price)) if priced else "") for dish, price in dishes]
        together = ", ".join(words_[:-1]) + draw.pick((" and ", ", ")) + words_[-1] if len(words_) > 1 else words_[0]
        if not priced:
            dishes = [(dish, f"${12 + 2 * at}") for at, (dish, _) in enumerate(dishes)]
        if not spread_out:
            asks.append(Ask(
                withs=(f"the dishes {together}", together, f"these dishes: {together}", f"dishes: {together}", f"food: {together}", f"our {together}", f"dishes such as {together}"),
                says=(
                    f"We serve {together}.", f"Dishes: {together}.", f"The dishes are {together}.", f"On the menu: {together}.", f"dishes = {together}", f"food: {together}", f"items: {together}", f"menu: {together}", together, f"{together} (dishes)",
                    f"There is {together}.", f"We have {together}.", f"You can eat {together}.", f"Our kitchen makes {together}.", f"Today we cook {together}.", f"People order {together}.", f"Put {together} on it.", f"List {together}.",
                    f"What we cook: {together}.", f"Please list the dishes {together}.", f"Guests choose from {together}.", f"I wrote down the dishes: {together}", f"What it costs: {together}." if priced else f"What there is to eat: {together}.",
                ),
                requires=(*(shows(dish) for dish, _ in dishes), *(shows(price) for _, price in dishes if priced)),
            ))  # fmt: skip
        if named_groups:
            spread: dict[str, list[tuple[str, str]]] = {title: [] for title in groups}
            for at, dish in enumerate(dishes):
                spread[list(spread)[at * len(spread) // len(dishes)]].append(dish)
            groups = {title: inside or groups[title][:1] for title, inside in spread.items()}
            if spread_out:
                told = dict(zip(dishes, words_, strict=True))
                manners: tuple[Callable[[str], str], ...] = (str, str, str.upper, str.lower)
                manner = draw.pick(manners)
                parts = [f"{draw.keep(manner(title))}: {', '.join(told[dish] for dish in inside)}" for title, inside in spread.items() if inside]
                groups = {title: inside for title, inside in spread.items() if inside}
                t = draw.pick((". ", ". ", "; ", "\n")).join(parts)
                asks.append(Ask(
                    withs=(t,),
                    says=(f"{t}.", t, f"We serve {t}.", f"On the menu: {t}.", f"It has {t}."),
                    requires=(*(shows(title, "h2, h3") for title in groups), *(shows(dish) for dish, _ in dishes), *(shows(price) for _, price in dishes if priced)),
                ))  # fmt: skip
        else:
            groups = {"Our dishes": dishes}
    first = heading(draw, asks, f"{name} menu" if name else "Menu")
    style = look(draw, asks, topic, "clay")
    listed = [tag("section", tag("h2", title), tag("ul", *(tag("li", tag("span", dish), tag("b", price)) for dish, price in dishes), class_="dishes")) for title, dishes in groups.items()]
    page = document(
        name or "Menu",
        style.css("narrow", "dishes", "section"),
        tag("main", tag("p", name) if name else None, first.html, *listed, class_="narrow"),
    )
    return Wish(
        nouns=("restaurant menu", "menu", "menu page", "food menu", "menu card", "restaurant menu page", "dinner menu", "lunch menu", "list of dishes with prices", "menu for a restaurant", "drinks and food menu"),
        needs=("Guests should see what we cook and what it costs.", "People want to read our menu on their phone.", "Show what we serve."),
        page=page,
        asks=asks,
        requires=(has("h1"), has("li, tr, dt, h3")),
    )  # fmt: skip


@kind("resume", 1.2)
def resume(draw: Draw) -> Wish:
    asks: list[Ask] = []
    person, job = draw.person(), draw.word("job_titles")
    named, trade = draw.chance(0.8), draw.chance(0.75)
    q, k = draw.keep(person), draw.keep(job)
    if named:
        asks.append(Ask(
            tails=(f"for {q}, {k}", f"of {q}, a {k}", f"for the {k} {q}") if trade else (f"for {q}", f"of {q}"),
            says=(
                f"I am {q}, {k}.", f"My name is {q} and I work as a {k}.", f"Name: {q}. Job: {k}.", f"name = {q}, job = {k}", f"{q}, {k}", f"{q} – {k}", f"{q} ({k})", f"I'm {q} and I am a {k}.", f"It's the CV of {q}, a {k}.", f"{q} works as a {k}.",
            ) if trade else (f"My name is {q}.", f"Name: {q}.", f"It's for {q}.", f"I am {q}.", f"name = {q}", f"name {q}", f"{q}", f"I'm called {q}.", f"The name on it is {q}."),
            requires=(shows(person, "h1"), *((shows(job),) if trade else ())),
        ))  # fmt: skip
    elif trade:
        asks.append(Ask(tails=(f"of a {k}", f"for a {k}"), says=(f"I am a {k}.", f"It is for a {k}."), requires=(shows(job),)))
    jobs = [("Senior role", "Harbour & Co.", "2021 to today"), ("First role", "Northway", "2016 to 2021")]
    if draw.chance(0.6):
        jobs = [(draw.word("job_titles"), draw.brand(), f"{(year := draw.rng.randint(1995, 2024))} to {year + draw.rng.randint(1, 9)}") for _ in range(draw.count(1, 4))]
        dated = draw.chance(0.5)
        words = [f"{draw.keep(title)} at {draw.keep(company)}" + (f" ({draw.keep(years)})" if dated else "") for title, company, years in jobs]
        if not dated:
            jobs = [(title, company, "") for title, company, _ in jobs]
        together = "; ".join(words)
        asks.append(Ask(
            withs=(f"the jobs {together}", f"work experience: {together}", f"my positions {together}"),
            says=(
                f"I worked as {together}.", f"Experience: {together}.", f"Jobs: {together}.", f"jobs = {together}", f"work: {together}", f"career: {together}", f"work history: {together}", f"positions: {together}", f"I was {together}.",
                f"My career so far: {together}.", f"So far I worked as {together}.", f"Where I worked: {together}.", f"I have been {together}.", f"My jobs were {together}.", f"Please list my jobs: {together}.", f"{together} (work experience)",
            ),
            requires=(*(shows(company) for _, company, _ in jobs), *(shows(title) for title, _, _ in jobs), *(shows(years) for _, _, years in jobs if years)),
        ))  # fmt: skip
    skills = ["Planning", "Teamwork", "Writing"]
    if draw.chance(0.6):
        skills = list(dict.fromkeys(draw.word("skills") if draw.chance(0.75) else draw.label() for _ in range(draw.count(2, 8))))
        listed_in(draw, asks, draw.pick(("skills", "skills", "abilities", "strengths")), skills, "li")
    school = ""
    if draw.chance(0.45):
        subject_, town = draw.word("subjects"), draw.word("towns")
        school = f"{subject_}, {town}"
        asks.append(Ask(withs=(f"a degree in {draw.keep(subject_)} from {draw.keep(town)}",), says=(f"I studied {draw.keep(subject_)} in {draw.keep(town)}.", f"Education: {draw.keep(school)}."), requires=(shows(subject_), shows(town))))
    contact = []
    if draw.chance(0.45):
        email = draw.email(person)
        contact.append(stated(draw, asks, "email", email))
    if draw.chance(0.3):
        contact.append(stated(draw, asks, draw.pick(("phone number", "phone")), draw.phone()))
    style = look(draw, asks, None, "slate", 0.3)
    entries = [tag("article", tag("h3", title), tag("p", " · ".join(text for text in (company, years) if text), class_="muted")) for title, company, years in jobs]
    body = [
        tag("h1", person if named else "Alex Morgan"),
        tag("p", job[0].upper() + job[1:], class_="muted") if trade else None,
        tag("p", " · ".join(contact)) if contact else None,
        tag("section", tag("h2", "Experience"), *entries),
        tag("section", tag("h2", "Education"), tag("p", school)) if school else None,
        tag("section", tag("h2", "Skills"), tag("ul", *(tag("li", skill) for skill in skills))),
    ]
    page = document(person if named else "Résumé", style.css("narrow", "section", "list", "muted"), tag("main", *body, class_="narrow"))
    return Wish(
        nouns=("résumé", "resume", "CV", "curriculum vitae", "resume page", "online CV", "CV page", "one-page resume", "personal CV website"),
        needs=("I am looking for a job and want to show my career.", "Employers should see my experience.", "I want to apply for a job."),
        page=page,
        asks=asks,
        requires=(has("h1"), has("h2", 2)),
    )


@kind("product", 1.4)
def product(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = draw.word("products") if draw.chance(0.3) else f"{draw.name_word()} {draw.word('products').lower()}" if draw.chance(0.6) else draw.brand()
    known = draw.chance(0.85)
    if known:
        q = draw.quote(title) if draw.chance(0.4) else draw.keep(title)
        asks.append(Ask(tails=(f"for {q}", f"for the {q}", f"about {q}", f"for a product called {q}", f": {q}", f"selling {q}", f"– {q}"), withs=(f"the product name {q}", f"{q} as the product"), says=(f"The product is {q}.", f"It is called {q}.", f"We sell {q}.", f"Product: {q}.", f"product = {q}", f"product {q}", f"item: {q}", f"I sell {q}.", f"The thing is called {q}.", f"What we sell is {q}.", f"Our product goes by the name of {q}.", f"{q} is what people can buy.", f"It's about {q}."), requires=(shows(title, "h1"),)))
    else:
        title = "Our product"
    price = "$29"
    if draw.chance(0.7):
        price = draw.price()
        asks.append(ask(draw, "price", (shows(price),), k=draw.keep(price)))
    text = "Made with care, built to be used every day."
    if draw.chance(0.4):
        text = stated(draw, asks, "description", draw.sentence(), "p")
    points = ["Made to last", "Ships in two days", "Free returns for 30 days"]
    if draw.chance(0.5):
        points = list(dict.fromkeys(draw.label() if draw.chance(0.6) else draw.phrase() for _ in range(draw.count(2, 6))))
        listed_in(draw, asks, draw.pick(("features", "bullet points", "key points", "advantages", "bullets", "selling points")), points, "li")
    elif draw.chance(0.3):
        number = draw.count(2, 5)
        points = ["Made to last", "Ships in two days", "Free returns for 30 days", "Two years of warranty", "Packed without plastic"][:number]
        said = draw.say(number)
        asks.append(Ask(withs=(f"{said} bullet points", f"a list of {said} features"), says=(f"List {said} features.",), requires=(exactly("main ul li", number),)))
    button = button_asked(draw, asks, "Add to cart")
    pictured = draw.chance(0.3)
    if pictured:
        asks.append(Ask(withs=("a picture", "a product photo", "an image"), says=("Show a picture of it.", "There is a photo."), requires=(has("img, [role=img]"),)))
    rated = draw.chance(0.2)
    if rated:
        asks.append(Ask(withs=("customer reviews", "two reviews", "a reviews section"), says=("Show what customers say.", "Add two reviews."), requires=(has("blockquote"),)))
    style = look(draw, asks, None, "sunset")
    reviews = tag("section", tag("h2", "What customers say"), tag("blockquote", tag("p", "Exactly as described, and it arrived early."), tag("cite", "Nora Fields")), tag("blockquote", tag("p", "I bought a second one for my sister."), tag("cite", "Paul Meyer"))) if rated else None
    page = document(
        title,
        style.css("wrap", "grid", "button", "list", *(("section",) if rated else ()), "price", *(("quote",) if rated else ()), "photo"),
        tag(
            "main",
            tag("div", tag("div", class_="photo", role="img", aria_label=title), tag("div", tag("h1", title), tag("p", price, class_="price"), tag("p", text), tag("ul", *(tag("li", point) for point in points)), tag("button", button, type="button")), class_="grid"),
            reviews,
            class_="wrap",
        ),
    )  # fmt: skip
    return Wish(
        nouns=("product page", "product page", "shop page for a product", "product detail page", "page that sells a product", "item page", "sales page", "page for our product", "online shop product page"),
        needs=("People should be able to buy our product.", "I want to sell something online.", "Customers should see what they get for their money."),
        page=page,
        asks=asks,
        requires=(has("h1"), has("button, a")),
    )


@kind("missing", 1.0)
def not_found(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.45, known=0.25)
    message = "We looked everywhere, but this page is not here."
    if draw.chance(0.45):
        message = draw.sentence() if draw.chance(0.5) else draw.phrase()
        asks.append(ask(draw, "note", (shows(message),), q=plain(draw, message)))
    back = "Back to the home page"
    if draw.chance(0.4):
        back = draw.pick(("Go home", "Take me home", "Back to safety", draw.label()))
        q = draw.quote(back)
        asks.append(Ask(
            withs=(f"a button {q}", f"a link that says {q}", f"a {q} button", f"button {q}", f"a way back: {q}", f"{q} as the button", f"a link {q}", f"a link home labelled {q}"),
            says=(
                f"The button says {q}.", f"A link says {q}.", f"button: {q}", f"btn {q}", f"link: {q}", f"back button: {q}", f"back link = {q}", f"cta: {q}", f"{q} (button)", f"{q} takes them home.", f"With {q} they get back.", f"People press {q} to get home.",
                f"On the button: {q}", f"The link back reads {q}.", f"Below it a button {q}.", f"To get back they click {q}.",
            ),
            requires=(shows(back, "a, button"),),
        ))  # fmt: skip
    elif draw.chance(0.5):
        asks.append(Ask(withs=("a link home", "a link back to the home page", "a button to go home"), says=("People can go back home.", "Link to the home page."), requires=(has("a"),)))
    search = draw.chance(0.15)
    if search:
        asks.append(Ask(withs=("a search box", "a search field"), says=("People can search the site.",), requires=(has("input[type=search]"),)))
    style = look(draw, asks, topic, "night")
    form = tag("form", tag("label", "Search", tag("input", type="search", name="q")), role="search") if search else None
    page = document(
        "404 – page not found",
        style.css("center", "centered", "panel", *(("form",) if search else ()), "button", "muted", "big"),
        tag("main", tag("div", tag("p", name, class_="muted") if name else None, tag("p", "404", class_="big"), tag("h1", "Page not found"), tag("p", message), form, tag("a", back, class_="button", href="#home"), class_="panel")),
    )
    return Wish(
        nouns=("404 page", "404 error page", "page not found page", "not found page", "error page", "404", "custom 404 page", "error 404 page", "missing page", "lost page"),
        needs=("People who follow a broken link should land somewhere nice.", "When a page does not exist, tell visitors so."),
        page=page,
        asks=asks,
        requires=(shows("404"), has("a")),
    )


@kind("recipe", 0.9)
def recipe(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = draw.word("foods") if draw.chance(0.6) else draw.phrase()
    q = draw.quote(title) if draw.chance(0.4) else draw.keep(title)
    asks.append(Ask(tails=(f"for {q}", f"called {q}", f"of {q}", f": {q}", f"– {q}", f"on how to cook {q}"), says=(f"The dish is {q}.", f"It is for {q}.", f"We cook {q}.", f"dish: {q}", f"dish = {q}", f"recipe: {q}", f"It's my {q}.", f"How to make {q}.", f"It's called {q}.", f"The recipe is {q}.", f"I cook {q}.", f"Today: {q}"), requires=(shows(title, "h1"),)))
    ingredients = ["200 g flour", "2 eggs", "1 pinch of salt", "100 ml milk"]
    if draw.chance(0.65):
        things = ("flour", "sugar", "butter", "eggs", "milk", "rice", "lentils", "tomatoes", "onions", "carrots", "salt", "olive oil", "cream", "yeast", "honey", "cocoa", "walnuts", "basil", "garlic", "ginger", "beans", "potatoes", "lemon juice", "oats")
        ingredients = [f"{draw.rng.randint(1, 500)} {draw.pick(('g', 'ml', 'spoons of', 'cups of', ''))} {thing}".replace("  ", " ") for thing in draw.some(things, 2, 7)]
        if draw.chance(0.3):
            ingredients.append(f"{draw.rng.randint(1, 9)} {draw.word('nouns')}s")
        listed_in(draw, asks, "ingredients", ingredients, "li")
    steps = ["Mix everything in a bowl.", "Let it rest for ten minutes.", "Cook it gently until done.", "Serve warm."]
    if draw.chance(0.5):
        number = draw.count(2, 8)
        pool = ["Prepare everything on the table.", "Mix the dry things in a bowl.", "Add the rest and stir well.", "Let it rest for ten minutes.", "Heat the pan or the oven.", "Cook it gently until done.", "Season to taste.", "Serve warm."]
        steps = pool[:number]
        said = draw.say(number)
        asks.append(Ask(withs=(f"{said} steps", f"instructions in {said} steps"), says=(f"There are {said} steps.", f"Explain it in {said} steps."), requires=(exactly("ol > li", number),)))
    minutes = stated(draw, asks, draw.pick(("cooking time", "preparation time")), f"{draw.rng.randint(1, 36) * 5} minutes") if draw.chance(0.4) else ""
    style = look(draw, asks, None, "sunset", 0.3)
    page = document(title, style.css("narrow", "list", *(("muted",) if minutes else ())), tag("main", tag("article", tag("h1", title), tag("p", minutes, class_="muted") if minutes else None, tag("h2", "Ingredients"), tag("ul", *(tag("li", thing) for thing in ingredients)), tag("h2", "Steps"), tag("ol", *(tag("li", step) for step in steps))), class_="narrow"))
    return Wish(nouns=("recipe page", "recipe", "recipe card", "cooking recipe", "page with a recipe"), needs=("I want to share how I cook it.",), page=page, asks=asks, requires=(has("ul li", 1), has("ol li", 1)))


@kind("dashboard", 1.2)
def dashboard(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.5, known=0.3)
    figures = [("Visitors", "1,284"), ("Orders", "86"), ("Revenue", "$4,920"), ("Refunds", "3")]
    if draw.chance(0.6):
        figures = [(draw.pick(("Users", "Sales", "Revenue", "Orders", "Visitors", "Tickets", "Sign-ups", "Growth", "Costs", "Errors")) if draw.chance(0.35) else draw.label(), str(draw.rng.randint(1, 99999)) + draw.pick(("", "", "%", "k", " €"))) for _ in range(draw.count(2, 6))]
        figures = list({label: (label, value) for label, value in figures}.values())
        valued = draw.chance(0.7)
        words_ = [f"{draw.keep(label)}{draw.pick((' ', ': ', ' at '))}{draw.keep(value)}" if valued else draw.keep(label) for label, value in figures]
        together = ", ".join(words_[:-1]) + " and " + words_[-1]
        if not valued:
            figures = [(label, str(128 * (at + 1))) for at, (label, _) in enumerate(figures)]
        asks.append(Ask(
            withs=(f"cards for {together}", f"the figures {together}", together, f"{draw.say(len(figures))} cards: {together}"),
            says=(
                f"It shows {together}.", f"Figures: {together}.", f"The cards are {together}.", f"We watch {together}.", f"kpis: {together}", f"cards: {together}", f"metrics = {together}", f"stats: {together}", f"numbers: {together}", f"tiles: {together}",
                f"{together} (cards)", f"A card each for {together}.", f"The boss wants to see {together}.", f"We want to see {together}.", f"Key figures: {together}.", f"On the cards: {together}", f"Please show {together}, each on a card.", f"At a glance: {together}.",
            ),
            requires=(*(shows(label) for label, _ in figures), *(shows(value) for _, value in figures if valued)),
        ))  # fmt: skip
    elif draw.chance(0.6):
        number = draw.count(2, 12)
        pool = [*figures, ("Sign-ups", "42"), ("Tickets", "17"), ("Growth", "12%"), ("Errors", "0"), ("Messages", "58"), ("Returns", "4"), ("Reviews", "231"), ("Members", "640")]
        figures = pool[:number]
        said = draw.say(number)
        asks.append(Ask(withs=(f"{said} cards", f"{said} figures", f"{said} stat cards", f"{said} metric boxes"), says=(f"There are {said} cards.", f"Show {said} numbers."), requires=(exactly(".card", number),)))
    links = []
    if draw.chance(0.35):
        links = list(dict.fromkeys(draw.pick(("Overview", "Reports", "Users", "Settings", "Orders", "Billing", "Messages", "Team", "Logs", "Help")) if draw.chance(0.6) else draw.label() for _ in range(draw.count(2, 6))))
        words = enumerate_words(draw, links)
        asks.append(Ask(
            withs=(f"a sidebar with {words}", f"a menu with {words}", f"navigation to {words}", f"menu: {words}", f"nav {words}", f"links to {words} in the menu", f"{words} in the menu"),
            says=(
                f"The menu has {words}.", f"Sidebar: {words}.", f"nav: {words}", f"menu: {words}", f"menu = {words}", f"sidebar {words}", f"{words} (menu)", f"From the menu one gets to {words}.", f"The navigation goes to {words}.", f"In the menu: {words}",
                f"The menu leads to {words}.", f"Add a menu with {words}.",
            ),
            requires=tuple(shows(link, "nav a") for link in links),
        ))  # fmt: skip
    columns: list[str] = []
    tabled = draw.chance(0.4)
    if tabled:
        columns = ["Order", "Customer", "Total"]
        if draw.chance(0.5):
            columns = list(dict.fromkeys(draw.pick(("Date", "Name", "Status", "Amount", "Email", "Plan")) if draw.chance(0.5) else draw.label() for _ in range(draw.count(2, 5))))
            words = enumerate_words(draw, columns)
            asks.append(Ask(withs=(f"a table with {words}", f"a table of the columns {words}"), says=(f"Below a table with {words}.", f"The table has the columns {words}."), requires=tuple(shows(column, "th") for column in columns)))
        else:
            asks.append(Ask(withs=("a table of recent orders", "a table", "a recent activity table"), says=("Below the cards there is a table.", "Add a table of recent orders."), requires=(has("table"),)))
    first = heading(draw, asks, "Dashboard")
    style = look(draw, asks, topic, "indigo", 0.4)
    cards = [tag("div", tag("p", label, class_="muted"), tag("p", value, class_="price"), class_="card") for label, value in figures]
    table = tag("table", tag("thead", tag("tr", *(tag("th", column, scope="col") for column in columns))), tag("tbody", *(tag("tr", *(tag("td", f"{column} {row}") for column in columns)) for row in range(1, 4)))) if tabled else None
    bar = tag("header", tag("span", name or "Admin", class_="brand"), tag("nav", tag("ul", *(tag("li", tag("a", link, href=f"#{part.anchor(link)}")) for link in links))) if links else None)
    page = document(
        f"Dashboard – {name}" if name else "Dashboard",
        style.css("wrap", "card", "grid", *(("table",) if tabled else ()), "muted", "header", *(("nav",) if links else ()), "price", extra=".grid { margin-bottom: 2rem; }"),
        bar,
        tag("main", first.html, tag("div", *cards, class_="grid"), table, class_="wrap"),
    )
    return Wish(
        nouns=("dashboard", "dashboard page", "admin dashboard", "admin panel", "statistics page", "analytics dashboard", "overview page", "control panel", "metrics page"),
        needs=("I want to see our numbers at a glance.", "The team needs an overview of the figures."),
        page=page,
        asks=asks,
        requires=(has("h1"),),
    )
