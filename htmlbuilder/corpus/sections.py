"""Sections that pages of many kinds are built from: each adds what the prompt says of it, and returns its part of the page.

`asked` says whether the prompt mentions the section at all. What the prompt leaves open comes from the topic, in the topic's
order, so that a page's content follows from its prompt.
"""

from collections.abc import Callable
from dataclasses import dataclass

from htmlbuilder.corpus.blocks.texts import digits, plain, series
from htmlbuilder.corpus.blocks.words import ask
from htmlbuilder.corpus.draw import Draw, Topic, topics
from htmlbuilder.corpus.markup import Html, inline, join, tag
from htmlbuilder.corpus.wish import Ask, exactly, has, shows


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a page: its markup, and the components (keys of `style.COMPONENTS`) whose CSS it needs."""

    html: Html
    components: tuple[str, ...]


Section = Callable[[Draw, list[Ask], Topic, bool], Part]


def general() -> Topic:
    """The topic of a page about nothing in particular."""
    return topics()[0]


def anchor(text: str) -> str:
    return "".join(letter if letter.isalnum() and letter.isascii() else "-" for letter in text.lower()).strip("-")


def header(draw: Draw, asks: list[Ask], name: str, default: tuple[str, ...], asked: bool) -> Part:
    """The top bar: the name, and links that the prompt may list."""
    links = list(default)
    if asked:
        form = draw.rng.random()
        if form < 0.7:
            links = list(dict.fromkeys(draw.word("links") if draw.chance(0.7) else draw.label() for _ in range(draw.count(2, 7))))
            words = [draw.quote(link) for link in links] if draw.chance(0.3) else [draw.keep(link) for link in links]
            together = ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else words[0]
            asks.append(Ask(
                withs=(f"a navigation bar with {together}", f"a menu with the links {together}", f"a nav with {together}", f"links to {together} at the top", f"a top menu ({', '.join(words)})"),
                says=(f"The menu has {together}.", f"Navigation: {', '.join(words)}.", f"In the nav: {', '.join(words)}.", f"At the top there are links to {together}.", f"The navigation links are {together}."),
                requires=(*(shows(link, "nav a") for link in links), exactly("nav a", len(links))),
            ))  # fmt: skip
        else:
            asks.append(Ask(
                withs=("a navigation bar", "a menu at the top", "a nav bar", "a header with navigation", "a top menu"),
                says=("There is a menu on top.", "It has a navigation bar.", "Start with a navigation bar."),
                requires=(has("nav a", 2),),
            ))  # fmt: skip
    bar = tag("header", tag("span", name, class_="brand"), tag("nav", tag("ul", *(tag("li", tag("a", link, href=f"#{anchor(link)}")) for link in links))))
    return Part(bar, ("header", "nav"))


def hero(draw: Draw, asks: list[Ask], name: str, topic: Topic, asked: bool) -> Part:
    """The opening: headline, tagline, and a button."""
    headline, line, action = name or topic.title, topic.taglines[0], topic.actions[0]
    headline_asked = draw.chance(0.35)
    if headline_asked:
        headline = draw.phrase()
        q = draw.quote(headline)
        asks.append(Ask(
            withs=(f"the headline {q}", f"a hero that says {q}", f"a big heading {q}", f"{q} as the headline"),
            says=(f"The headline is {q}.", f"In the hero it says {q}.", f"Big text on top: {q}.", f"The main heading reads {q}.", f"It opens with {q}."),
            requires=(shows(headline, "h1"),),
        ))  # fmt: skip
    if draw.chance(0.2):
        line = draw.sentence() if draw.chance(0.5) else draw.phrase()
        q = draw.quote(line)
        asks.append(Ask(
            withs=(f"the tagline {q}", f"the slogan {q}", f"the subtitle {q}", f"{q} below it"),
            says=(f"Our slogan is {q}.", f"The tagline: {q}.", f"Subtitle {q}.", f"Below the headline: {q}."),
            requires=(shows(line),),
        ))  # fmt: skip
    if draw.chance(0.3):
        action = draw.word("buttons") if draw.chance(0.5) else draw.label()
        asks.append(ask(draw, "button", (shows(action, "a, button"),), b=plain(draw, action)))
    elif asked and draw.chance(0.5):
        asks.append(Ask(withs=("a hero section", "a hero", "a big hero with a call to action", "a hero with a button", "a welcome banner"), says=("Start with a hero section.", "There is a hero at the top."), requires=(has("h1"), has(".hero a, .hero button, main a, main button"))))
    part = tag("div", tag("h1", headline), tag("p", line), tag("a", action, class_="button", href="#contact"), class_="hero")
    return Part(part, ("hero", "button"))


def _heading(draw: Draw, asks: list[Ask], default: str, of: str) -> str:
    """The section's heading: the default, or one the prompt gives."""
    if not draw.chance(0.15):
        return default
    heading = draw.word("headings") if draw.chance(0.4) else draw.phrase()
    q = draw.quote(heading)
    asks.append(Ask(
        withs=(f"{of} headed {q}", f"{of} under the title {q}", f"{of} called {q}"),
        says=(f"The heading of the {of.split(' ', 1)[1]} is {q}.", f"Call the {of.split(' ', 1)[1]} {q}."),
        requires=(shows(heading, "h2, h3"),),
    ))  # fmt: skip
    return heading


def framed(heading: str, *children: str | None) -> Html:
    """A section under its heading."""
    return tag("section", tag("h2", heading), *children, id=anchor(heading) or None)


def features(draw: Draw, asks: list[Ask], topic: Topic, asked: bool) -> Part:
    number, known = 3, [(title, line) for title, line in topic.features]
    heading = _heading(draw, asks, "Why choose us", "a features section") if asked else "Why choose us"
    form = draw.rng.random()
    if asked and form < 0.3:
        titles = list(dict.fromkeys(draw.label() for _ in range(draw.count(2, 5))))
        known = [(title, topic.features[place % 6][1]) for place, title in enumerate(titles)]
        number = len(titles)
        words = [draw.quote(title) for title in titles]
        asks.append(Ask(
            withs=(f"the features {', '.join(words)}", f"a features section with {', '.join(words)}", f"{draw.say(number)} features: {', '.join(words)}"),
            says=(f"The features are {', '.join(words)}.", f"Features: {', '.join(words)}.", f"Our strengths: {', '.join(words)}."),
            requires=tuple(shows(title, "h3") for title in titles),
        ))  # fmt: skip
    elif asked and form < 0.75:
        number = draw.count(2, 6)
        said = draw.say(number)
        asks.append(Ask(
            withs=(f"{said} features", f"a features section with {said} cards", f"{said} feature cards", f"{said} reasons to choose us", f"a grid of {said} features"),
            says=(f"Show {said} features.", f"List {said} reasons to choose us.", f"There are {said} feature boxes."),
            requires=(has("h3", number),),
        ))  # fmt: skip
    elif asked:
        asks.append(Ask(withs=("a features section", "features", "the main features", "our strengths", "a section about what makes us special"), says=("Show our features.", "Say what makes us special."), requires=(has("section h3", 2),)))
    cards = [tag("div", tag("h3", title), tag("p", line), class_="card") for title, line in known[:number]]
    return Part(framed(heading, tag("div", *cards, class_="grid")), ("section", "grid", "card"))


def items(draw: Draw, asks: list[Ask], topic: Topic, asked: bool) -> Part:
    """What the business sells or does, with or without prices."""
    heading = topic.sections[0]
    priced = draw.chance(0.4)
    number, chosen = 3, list(topic.items)
    form = draw.rng.random()
    if asked and form < 0.5:
        names = list(dict.fromkeys(draw.word("products") if draw.chance(0.5) else draw.label() for _ in range(draw.count(2, 6))))
        number = len(names)
        chosen = [(name, topic.items[place % 8][1], draw.price() if priced else "") for place, name in enumerate(names)]
        quoted = draw.chance(0.3)
        words = [draw.quote(name) if quoted else draw.keep(name) for name, _, _ in chosen]
        if priced:
            glue = draw.pick((" for {}", " ({})", " {}", " at {}", ": {}"))
            words = [word + glue.format(draw.keep(price)) for word, (_, _, price) in zip(words, chosen, strict=True)]
        together = ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else words[0]
        asks.append(Ask(
            withs=(f"our services {together}", f"the products {together}", f"a section for {together}", together, f"cards for {together}"),
            says=(f"We offer {together}.", f"We sell {together}.", f"Services: {', '.join(words)}.", f"List {together}.", f"What we do: {', '.join(words)}.", f"Products: {', '.join(words)}."),
            requires=(*(shows(name) for name, _, _ in chosen), *(shows(price) for _, _, price in chosen if price)),
        ))  # fmt: skip
    elif asked:
        priced = False
        number = draw.count(2, 8)
        said = draw.say(number)
        asks.append(Ask(
            withs=(f"{said} services", f"{said} products", f"a section with {said} of our offers", f"an overview of {said} things we offer"),
            says=(f"Show {said} of our services.", f"Present {said} products.", f"Name {said} things we offer."),
            requires=(has("h3", number),),
        ))  # fmt: skip
    cards = [tag("div", tag("h3", name), tag("p", line), tag("p", price, class_="price") if priced and price else None, class_="card") for name, line, price in chosen[:number]]
    return Part(framed(heading, tag("div", *cards, class_="grid")), ("section", "grid", "card", *(("price",) if priced else ())))


def about(draw: Draw, asks: list[Ask], topic: Topic, asked: bool) -> Part:
    heading, text = "About us", topic.about[0]
    if asked:
        heading = _heading(draw, asks, heading, "an about section")
        if draw.chance(0.4):
            text = draw.sentence()
            q = draw.quote(text)
            asks.append(Ask(withs=(f"an about text saying {q}", f"the about text {q}"), says=(f"About us: {q}", f"In the about section it says {q}", f"About text: {q}"), requires=(shows(text),)))
        else:
            asks.append(Ask(withs=("an about section", "an about us part", "something about us", "a short text about us", "our story"), says=("Tell who we are.", "Say something about us."), requires=(has("section p"),)))
    return Part(framed(heading, tag("p", text)), ("section",))


def reviews(draw: Draw, asks: list[Ask], topic: Topic, asked: bool) -> Part:
    known = [(quote, person) for quote, person in topic.reviews]
    number = 2
    form = draw.rng.random()
    if asked and form < 0.35:
        known = [(draw.sentence() if draw.chance(0.5) else topic.reviews[place][0], draw.person()) for place in range(draw.count(1, 3))]
        number = len(known)
        given = all(quote not in [old for old, _ in topic.reviews] for quote, _ in known)
        words = [f"{draw.keep(person)}: {draw.quote(quote)}" if given else draw.keep(person) for quote, person in known]
        asks.append(Ask(
            withs=(f"reviews by {' and '.join(words)}", f"testimonials from {' and '.join(words)}", f"quotes from {' and '.join(words)}"),
            says=(f"Testimonials: {'; '.join(words)}.", f"Reviews from {' and '.join(words)}.", f"Our customers: {', '.join(words)}."),
            requires=(*(shows(person) for _, person in known), *(shows(quote) for quote, _ in known if given)),
        ))  # fmt: skip
    elif asked:
        number = draw.count(1, 4)
        said = draw.say(number)
        s = "s" * (number > 1)
        asks.append(Ask(
            withs=(f"{said} customer review{s}", f"{said} testimonial{s}", f"a testimonials section with {said} quote{s}", f"{said} quote{s} from customers"),
            says=(f"Show {said} testimonial{s}.", f"Quote {said} happy customer{s}.", f"There are {said} review{s}."),
            requires=(exactly("blockquote", number),),
        ))  # fmt: skip
    quotes = [tag("blockquote", tag("p", quote), tag("cite", person)) for quote, person in known[:number]]
    return Part(framed("What people say", tag("div", *quotes, class_="grid")), ("section", "grid", "quote"))


def plans(draw: Draw, asks: list[Ask], topic: Topic, asked: bool) -> Part:
    """Pricing plans, as many as asked, by name and price where the prompt gives them."""
    names, prices, lines = ["Starter", "Plus", "Pro"], ["$9", "$19", "$39"], [title for title, _ in topic.features]
    period = "per month"
    form = draw.rng.random()
    if asked and form < 0.6:
        names = list(dict.fromkeys(draw.word("plan_names") if draw.chance(0.5) else draw.label() for _ in range(draw.count(2, 5))))
        prices = [draw.price(1, 400) for _ in names] if draw.chance(0.75) else []
        period = draw.pick(("per month", "per year", "a week", "")) if prices else "per month"
        quoted = draw.chance(0.3)
        words = [draw.quote(name) if quoted else draw.keep(name) for name in names]
        if prices:
            glue = draw.pick((" for {}", " ({})", " {}", " at {}", ": {}", " costs {}"))
            words = [word + glue.format(draw.keep(price) + (f" {period}" if period and draw.chance(0.3) else "")) for word, price in zip(words, prices, strict=True)]
        together = ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else words[0]
        asks.append(Ask(
            withs=(f"the plans {together}", f"a pricing table with {together}", f"plans {together}", f"{draw.say(len(names))} plans: {together}", f"the tiers {together}"),
            says=(f"The plans are {together}.", f"Plans: {', '.join(words)}.", f"There are {draw.say(len(names))} plans: {together}.", f"Prices: {', '.join(words)}.", f"We have {together}."),
            requires=(*(shows(name) for name in names), *(shows(price) for price in prices)),
        ))  # fmt: skip
        prices = prices or ["$9", "$19", "$39", "$79", "$149"][: len(names)]
    elif asked:
        number = draw.count(2, 5)
        names = ["Starter", "Plus", "Pro", "Team", "Enterprise"][:number]
        prices = ["$9", "$19", "$39", "$79", "$149"][:number]
        said = draw.say(number)
        asks.append(Ask(
            withs=(f"{said} pricing plans", f"a pricing section with {said} plans", f"{said} plans", f"{said} tiers", f"a price table of {said} plans"),
            says=(f"Offer {said} plans.", f"There are {said} tiers.", f"Show {said} pricing cards."),
            requires=(has("h3", number),),
        ))  # fmt: skip
    cards = [
        tag("div", tag("h3", name), tag("p", f"{price} {period}".strip(), class_="price"), tag("ul", *(tag("li", line) for line in lines[: place + 2])), tag("a", f"Choose {name}", class_="button", href="#contact"), class_="card")
        for place, (name, price) in enumerate(zip(names, prices, strict=True))
    ]  # fmt: skip
    return Part(framed("Pricing", tag("div", *cards, class_="grid")), ("section", "grid", "card", "price", "button"))


def team(draw: Draw, asks: list[Ask], topic: Topic, asked: bool) -> Part:
    people = [("Maya Torres", topic.roles[0]), ("Jon Okafor", topic.roles[1]), ("Lena Brandt", topic.roles[2])]
    if asked and draw.chance(0.55):
        people = [(draw.person(), draw.word("job_titles") if draw.chance(0.6) else draw.pick(topic.roles)) for _ in range(draw.count(1, 5))]
        glue = draw.pick((" ({})", ", {}", " – {}", " as {}"))
        words = [draw.keep(person) + glue.format(draw.keep(role)) for person, role in people]
        together = "; ".join(words)
        asks.append(Ask(
            withs=(f"the team: {together}", f"a team section with {together}"),
            says=(f"The team is {together}.", f"Team: {together}.", f"Introduce {together}.", f"Our people: {together}."),
            requires=(*(shows(person) for person, _ in people), *(shows(role) for _, role in people)),
        ))  # fmt: skip
    elif asked:
        names = ("Maya Torres", "Jon Okafor", "Lena Brandt", "Ravi Nair", "Sofia Costa")
        number = draw.count(2, 5)
        people = list(zip(names, topic.roles, strict=True))[:number]
        said = draw.say(number)
        asks.append(Ask(withs=(f"{said} team members", f"a team section with {said} people", f"a team of {said}"), says=(f"Introduce {said} team members.", f"Show the {said} of us."), requires=(has("h3", number),)))
    cards = [tag("div", tag("h3", person), tag("p", role, class_="muted"), class_="card") for person, role in people]
    return Part(framed("Our team", tag("div", *cards, class_="grid")), ("section", "grid", "card", "muted"))


def stats(draw: Draw, asks: list[Ask], topic: Topic, asked: bool) -> Part:
    known = list(topic.stats)
    if asked and draw.chance(0.5):
        known = [(str(draw.rng.randint(2, 9999)) + draw.pick(("", "", "+", "%", "k")), draw.label()) for _ in range(draw.count(2, 4))]
        words = [f"{draw.keep(figure)} {draw.keep(label)}" for figure, label in known]
        asks.append(Ask(
            withs=(f"the figures {', '.join(words)}", f"stats: {', '.join(words)}", f"our numbers ({', '.join(words)})"),
            says=(f"Our numbers: {', '.join(words)}.", f"Show the stats {', '.join(words)}."),
            requires=(*(shows(figure) for figure, _ in known), *(shows(label) for _, label in known)),
        ))  # fmt: skip
    elif asked:
        asks.append(Ask(withs=("some statistics", "a row of figures", "a stats section", "our numbers"), says=("Show a few numbers about us.", "Give some figures."), requires=(has(".stats > div", 3),)))
    cells = [tag("div", inline(tag("b", figure), " ", label)) for figure, label in known]
    return Part(framed("In numbers", tag("div", *cells, class_="stats")), ("section", "stats"))


def faq(draw: Draw, asks: list[Ask], topic: Topic, asked: bool) -> Part:
    known = list(topic.faq)
    number = 3
    form = draw.rng.random()
    if asked and form < 0.45:
        questions = [draw.question() for _ in range(draw.count(1, 4))]
        known = list(dict.fromkeys(questions))
        number = len(known)
        words = [draw.quote(question) for question, _ in known]
        asks.append(Ask(
            withs=(f"the questions {' and '.join(words)}", f"an FAQ with {' and '.join(words)}"),
            says=(f"The questions are {' and '.join(words)}.", f"FAQ: {' '.join(words)}", f"It answers {' and '.join(words)}."),
            requires=tuple(shows(question, "summary, dt, h3") for question, _ in known),
        ))  # fmt: skip
    elif asked:
        number = draw.count(2, 6)
        said = draw.say(number)
        asks.append(Ask(
            withs=(f"{said} frequently asked questions", f"an FAQ section with {said} questions", f"{said} FAQs", f"{said} questions and answers"),
            says=(f"Answer {said} common questions.", f"Add an FAQ with {said} questions.", f"There are {said} questions with answers."),
            requires=(exactly("details", number),),
        ))  # fmt: skip
    entries = [tag("details", tag("summary", question), tag("p", answer)) for question, answer in known[:number]]
    return Part(framed("Questions and answers", *entries), ("section", "faq"))


def gallery(draw: Draw, asks: list[Ask], topic: Topic, asked: bool) -> Part:
    """Pictures are tinted panels that name what they show: a page may load nothing."""
    captions, number = [name for name, _, _ in topic.items], 4
    form = draw.rng.random()
    if asked and form < 0.4:
        captions = list(dict.fromkeys(draw.phrase() for _ in range(draw.count(2, 6))))
        number = len(captions)
        words = [draw.quote(caption) for caption in captions]
        asks.append(Ask(withs=(f"pictures of {', '.join(words)}", f"a gallery with {', '.join(words)}", f"photos titled {', '.join(words)}"), says=(f"The photos show {', '.join(words)}.", f"Captions: {', '.join(words)}."), requires=tuple(shows(caption, "figure") for caption in captions)))
    elif asked:
        number = draw.count(2, 12)
        captions += [f"Picture {place}" for place in range(len(captions) + 1, 13)]
        said = draw.say(number)
        asks.append(Ask(withs=(f"{said} photos", f"a gallery of {said} pictures", f"a photo gallery with {said} images", f"{said} images"), says=(f"Show {said} pictures.", f"There are {said} photos."), requires=(exactly("figure", number),)))
    figures = [tag("figure", tag("div", class_="photo", role="img", aria_label=caption), tag("figcaption", caption)) for caption in captions[:number]]
    return Part(framed("Gallery", tag("div", *figures, class_="grid")), ("section", "grid", "figure", "photo"))


def newsletter(draw: Draw, asks: list[Ask], topic: Topic, asked: bool) -> Part:
    button = "Subscribe"
    if asked and draw.chance(0.3):
        button = draw.label()
        asks.append(ask(draw, "signup.button", (shows(button, "button"), has("input[type=email]")), b=plain(draw, button)))
    elif asked:
        asks.append(Ask(withs=("a newsletter sign-up", "a newsletter form", "an email signup", "a box to subscribe to our newsletter"), says=("People can subscribe to our newsletter.", "Let them leave their email for the newsletter."), requires=(has("input[type=email]"),)))
    form = tag("form", tag("label", "Email", tag("input", type="email", name="email", autocomplete="email", required=True)), tag("button", button, type="submit"))
    return Part(framed("Stay in touch", tag("p", "One short letter a month. No spam."), form), ("section", "form", "button"))


def contact(draw: Draw, asks: list[Ask], topic: Topic, asked: bool) -> Part:
    """A form, or the ways to get in touch that the prompt gives."""
    if asked and draw.chance(0.55):
        ways = draw.some((("email", draw.email()), ("phone", draw.phone()), ("address", f"{draw.rng.randint(1, 240)} {draw.word('streets')}, {draw.word('towns')}")), 1, 3)
        words = [draw.pick((f"{way} {draw.keep(value)}", f"our {way} {draw.keep(value)}", draw.keep(value))) for way, value in ways]
        asks.append(Ask(
            withs=(f"contact details ({', '.join(words)})", f"a contact section with {' and '.join(words)}", " and ".join(words)),
            says=(f"Contact: {', '.join(words)}.", f"You reach us at {' and '.join(words)}.", f"At the bottom: {', '.join(words)}."),
            requires=tuple(shows(value) for _, value in ways),
        ))  # fmt: skip
        lines = []
        for way, value in ways:
            link = {"email": f"mailto:{value}", "phone": f"tel:{digits(value)}"}.get(way)
            lines.append(tag("p", tag("a", value, href=link) if link else value))
        return Part(framed("Contact", *lines), ("section",))
    if asked:
        asks.append(Ask(withs=("a contact form", "a contact section with a form", "a form to get in touch", "a contact us form"), says=("People can write to us with a form.", "Add a contact form at the end."), requires=(has("form"), has("textarea"))))
    form = tag(
        "form",
        tag("label", "Name", tag("input", type="text", name="name", autocomplete="name", required=True)),
        tag("label", "Email", tag("input", type="email", name="email", autocomplete="email", required=True)),
        tag("label", "Message", tag("textarea", name="message", rows=4, required=True)),
        tag("button", "Send message", type="submit"),
    )
    return Part(framed("Contact", form), ("section", "form", "button"))


def footer(draw: Draw, asks: list[Ask], name: str, asked: bool) -> Part:
    """The foot of the page: a line, and links where the prompt has some."""
    text, form = f"© 2026 {name}", draw.rng.random()
    if asked and form < 0.7:
        legal = draw.chance(0.4)
        text = f"© {draw.rng.randint(2024, 2031)} {draw.brand()}" if legal else draw.phrase()
        if form < 0.45:
            asks.append(ask(draw, "copyright" if legal else "closing", (shows(text, "footer"),), q=plain(draw, text)))
        else:
            links = list(dict.fromkeys(draw.word("links") for _ in range(draw.count(1, 4))))
            asks.append(ask(draw, "footer", (shows(text, "footer"), *(shows(link, "footer a") for link in links)), q=plain(draw, text), s=series(draw, links)))
            return Part(tag("footer", tag("p", text), tag("p", *(tag("a", link, href="#") for link in links), class_="row")), ("footer", "row"))
    elif asked:
        asks.append(Ask(withs=("a footer", "a small footer", "a copyright footer"), says=("End with a footer.",), requires=(has("footer"),)))
    return Part(tag("footer", tag("p", text)), ("footer",))


def compose(*parts: Part) -> tuple[Html, tuple[str, ...]]:
    """Parts as one piece of markup, and the components they need, each once, in the order of first use."""
    return join(*(part.html for part in parts)), tuple(dict.fromkeys(name for part in parts for name in part.components))


SECTIONS: dict[str, Section] = {
    "about": about, "features": features, "items": items, "gallery": gallery, "plans": plans, "team": team, "stats": stats, "reviews": reviews,
    "faq": faq, "newsletter": newsletter, "contact": contact,
}  # fmt: skip
