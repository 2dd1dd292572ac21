"""More sections of pages, beside those of `sections`: how it works, partners, where and when, and a last call to act."""

from htmlbuilder.corpus.blocks.texts import bit, line, plain
from htmlbuilder.corpus.blocks.words import ask
from htmlbuilder.corpus.draw import Draw, Topic
from htmlbuilder.corpus.markup import tag
from htmlbuilder.corpus.sections import Part, Section, framed
from htmlbuilder.corpus.wish import Ask, exactly, has, shows

HOW = (
    ("Write to us", "Tell us what you have in mind, in your own words."), ("We plan it together", "You see what it takes and what it costs."), ("We get to work", "You can look over our shoulders."),
    ("You have a look", "We change what is not yet right."), ("It is yours", "On the day that we agreed."), ("We stay in touch", "A question later? We answer."),
)  # fmt: skip


def steps(draw: Draw, asks: list[Ask], topic: Topic, asked: bool) -> Part:
    known = list(HOW[:3])
    form = draw.rng.random()
    if asked and form < 0.5:
        titles = list(dict.fromkeys(draw.label() if draw.chance(0.5) else bit(draw) for _ in range(draw.count(2, 6))))
        known = [(title, HOW[place % 6][1]) for place, title in enumerate(titles)]
        words = ", ".join(draw.quote(title) for title in titles)
        asks.append(Ask(
            withs=(f"the steps {words}", f"a how it works section with {words}", f"{draw.say(len(titles))} steps: {words}"), says=(f"How it works: {words}.", f"The steps are {words}.", f"Steps: {words}.", f"Explain the steps {words}."),
            requires=tuple(shows(title, "li") for title in titles),
        ))  # fmt: skip
    elif asked:
        number = draw.count(2, 6)
        known = list(HOW[:number])
        said = draw.say(number)
        asks.append(Ask(
            withs=(f"how it works in {said} steps", f"{said} steps", f"a how it works section of {said} steps", f"{said} numbered steps"), says=(f"Explain how it works in {said} steps.", f"There are {said} steps.", f"Show the {said} steps."),
            requires=(exactly("ol > li", number),),
        ))  # fmt: skip
    items = [tag("li", tag("h3", title), tag("p", text)) for title, text in known]
    return Part(framed("How it works", tag("ol", *items, class_="steps")), ("section", "steps"))


def logos(draw: Draw, asks: list[Ask], topic: Topic, asked: bool) -> Part:
    names = ["Harbour & Co.", "Northway", "Blue Fig", "Atelier Nine"]
    form = draw.rng.random()
    if asked and form < 0.6:
        names = list(dict.fromkeys(draw.brand() for _ in range(draw.count(2, 6))))
        words = ", ".join(draw.keep(name) for name in names)
        asks.append(Ask(
            withs=(f"the partners {words}", f"logos of {words}", f"a trusted by section with {words}", f"the sponsors {words}"), says=(f"Our partners: {words}.", f"Trusted by {words}.", f"We work with {words}.", f"Sponsors: {words}."),
            requires=tuple(shows(name, "li, img") for name in names),
        ))  # fmt: skip
    elif asked:
        asks.append(Ask(withs=("a row of logos", "our partners", "a trusted by section", "the logos of our clients"), says=("Show who trusts us.", "There is a row of partner logos.", "Name our partners."), requires=(has(".logos li", 3),)))
    return Part(framed("They trust us", tag("ul", *(tag("li", name) for name in names), class_="logos")), ("section", "logos"))


def visit(draw: Draw, asks: list[Ask], topic: Topic, asked: bool) -> Part:
    """Where it is, and when it is open."""
    rows, address = [("Monday to Friday", "9 am to 6 pm"), ("Saturday", "10 am to 4 pm")], ""
    form = draw.rng.random()
    if asked and form < 0.65:
        days = draw.pick((("Weekdays", "Weekends"), ("Mon–Fri", "Sat"), ("Monday to Friday", "Saturday", "Sunday"), ("Tue to Sun",), ("Monday", "Wednesday", "Friday"), ("Thu", "Fri", "Sat", "Sun")))
        rows = [(day, draw.pick((f"{(start := draw.rng.randint(6, 12))}:00–{draw.rng.randint(14, 23)}:00", f"{start} to {draw.rng.randint(2, 11)}", "closed"))) for day in days]
        words = draw.pick((", ", "; ")).join(f"{draw.keep(day)} {draw.keep(time)}" for day, time in rows)
        asks.append(Ask(
            withs=(f"the opening hours {words}", f"our hours ({words})", f"opening times: {words}"), says=(f"Open {words}.", f"Opening hours: {words}.", f"Hours: {words}.", f"We are open {words}."),
            requires=tuple(requirement for day, time in rows for requirement in (shows(day, "dt, th, td, li"), shows(time, "dd, td, li"))),
        ))  # fmt: skip
    elif asked:
        asks.append(Ask(withs=("our opening hours", "opening times", "when we are open"), says=("Say when we are open.", "Show the opening hours."), requires=(has("dt, th, td", 2),)))
    if asked and draw.chance(0.5):
        address = f"{draw.rng.randint(1, 240)} {draw.word('streets')}, {draw.word('towns')}"
        k = draw.keep(address)
        asks.append(Ask(withs=(f"a map with {k}", f"a map of {k}", f"our address {k} with a map"), says=(f"A map shows {k}.", f"We are at {k}, show a map.", f"Map: {k}."), requires=(shows(address), has("[role=img]"))))
    facts = tag("dl", *(part for day, time in rows for part in (tag("dt", day), tag("dd", time))))
    place = (tag("p", address), tag("div", class_="map", role="img", aria_label=f"Map of {address}")) if address else ()
    return Part(framed("Visit us", facts, *place), ("section", "facts", *(("map",) if address else ())))


def call(draw: Draw, asks: list[Ask], topic: Topic, asked: bool) -> Part:
    """A box near the end with one button."""
    text, action = "Ready when you are", topic.actions[0]
    if asked and draw.chance(0.7):
        text = draw.phrase() if draw.chance(0.5) else line(draw)
        action = draw.word("buttons") if draw.chance(0.5) else draw.label()
        q, b = plain(draw, text), plain(draw, action)
        asks.append(ask(draw, "lastcall", (shows(text), shows(action, "a, button")), q=q, b=b))
    elif asked:
        asks.append(Ask(withs=("a call to action at the end", "a CTA section", "a closing call to action"), says=("End with a call to action.", "Close with a big button."), requires=(has("section .button, section button"),)))
    box = tag("div", tag("h2", text), tag("a", action, class_="button", href="#contact"), class_="card")
    return Part(tag("section", box), ("card", "section", "button"))


SECTIONS: dict[str, Section] = {"steps": steps, "logos": logos, "visit": visit, "call": call}
