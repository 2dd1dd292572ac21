"""Pages about a day, or days: event, coming soon, invitation, timeline."""

from htmlbuilder.corpus import sections as part
from htmlbuilder.corpus.asks import look, subject
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.kinds.content import stated
from htmlbuilder.corpus.kinds.forms import EMAIL, button_asked
from htmlbuilder.corpus.kinds.sites import heading
from htmlbuilder.corpus.markup import document, inline, tag
from htmlbuilder.corpus.wish import Ask, Wish, exactly, has, kind, shows


@kind("event", 1.3)
def event(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.8, known=0.35)
    about = topic or part.general()
    date = stated(draw, asks, "date", draw.date()) if draw.chance(0.75) else ""
    time = stated(draw, asks, draw.pick(("time", "start")), draw.time()) if draw.chance(0.4) else ""
    place = ""
    if draw.chance(0.65):
        place = draw.pick((f"{draw.word('streets')}, {draw.word('towns')}", draw.word("towns"), f"{draw.name_word()} Hall", f"the {draw.word('nouns')} garden in {draw.word('towns')}"))
        k = draw.keep(place)
        asks.append(Ask(tails=(f"in {k}", f"at {k}"), withs=(f"the place {k}", f"the venue {k}"), says=(f"It takes place at {k}.", f"Venue: {k}.", f"Where: {k}.", f"We meet at {k}.", f"{k}.", k), requires=(shows(place),)))
    programme = ["Doors open", "Welcome", "Main programme", "Music and food"]
    planned = draw.chance(0.5)
    if planned and draw.chance(0.75):
        steps = [(draw.time(), draw.phrase() if draw.chance(0.5) else draw.label()) for _ in range(draw.count(2, 5))]
        words = ", ".join(f"{draw.keep(when)} {draw.keep(what)}" for when, what in steps)
        asks.append(Ask(withs=(f"the schedule {words}", f"a programme: {words}"), says=(f"Schedule: {words}.", f"The programme is {words}."), requires=(*(shows(when) for when, _ in steps), *(shows(what) for _, what in steps))))
        programme = [f"{when} – {what}" for when, what in steps]
    elif planned:
        asks.append(Ask(withs=("a schedule", "a programme", "the order of the day"), says=("Show the programme.", "There is a schedule."), requires=(has("li, tr", 2),)))
    price = stated(draw, asks, draw.pick(("ticket price", "entry fee", "price")), draw.price()) if draw.chance(0.3) else ""
    rsvp = draw.chance(0.35)
    button = "Sign me up"
    if rsvp:
        asks.append(Ask(withs=("a registration form", "an RSVP form", "a form to sign up"), says=("Guests can sign up with a form.", "People can RSVP."), requires=(has("form"), has("input"))))
    else:
        button = button_asked(draw, asks, "Save my seat")
    style = look(draw, asks, topic, "plum")
    facts = [tag("p", inline(tag("b", f"{label}:"), " ", value)) for label, value in (("Date", date), ("Time", time), ("Place", place), ("Tickets", price)) if value]
    form = tag("form", tag("label", "Name", tag("input", type="text", name="name", autocomplete="name", required=True)), EMAIL.html(), tag("button", button, type="submit")) if rsvp else None
    title = name or "Join us"
    page = document(
        title,
        style.css("wrap", *(("form",) if rsvp else ()), "button", "list", "hero", "section"),
        tag("div", tag("h1", title), tag("p", about.taglines[0] if topic else "An evening to remember"), None if rsvp else tag("a", button, class_="button", href="#programme"), class_="hero"),
        tag("main", tag("section", tag("h2", "When and where"), *(facts or [tag("p", "The date will be announced soon.")])), tag("section", tag("h2", "Programme"), tag("ul", *(tag("li", step) for step in programme)), id="programme"), tag("section", tag("h2", "Sign up"), form) if form else None, class_="wrap"),
    )  # fmt: skip
    return Wish(
        nouns=("event page", "page for an event", "event invitation page", "concert page", "conference page", "workshop page", "party page", "festival page", "event website", "meetup page", "launch party page", "wedding page", "open day page"),
        needs=("We are having a party and people need to know.", "People should find out about our event.", "I want to announce an event."),
        page=page,
        asks=asks,
        requires=(has("h1"),),
    )  # fmt: skip


@kind("soon", 1.0)
def coming_soon(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.75, known=0.4)
    date = stated(draw, asks, draw.pick(("launch date", "date", "opening day")), draw.date()) if draw.chance(0.55) else ""
    first = heading(draw, asks, "Coming soon")
    line = "We are putting the last things in place."
    if draw.chance(0.3):
        line = draw.sentence()
        q = draw.quote(line)
        asks.append(Ask(withs=(f"the text {q}", f"a line saying {q}"), says=(f"It says {q}", f"Text: {q}"), requires=(shows(line, "p"),)))
    asked = draw.chance(0.45)
    button = "Tell me when"
    form = None
    if asked:
        asks.append(Ask(withs=("an email sign-up", "a field to leave an email", "a notify me form", "an email form"), says=("People can leave their email.", "Visitors can ask to be told when we open."), requires=(has("input[type=email]"),)))
        button = button_asked(draw, asks, button)
        form = tag("form", EMAIL.html(), tag("button", button, type="submit"))
    style = look(draw, asks, topic, "aurora")
    page = document(
        f"{name} – coming soon" if name else "Coming soon",
        style.css("center", "panel", *(("form", "button") if form else ()), "muted"),
        tag("main", tag("div", tag("p", name, class_="muted") if name else None, first.html, tag("p", line), tag("p", inline("Opening ", tag("b", date))) if date else None, form, class_="panel")),
    )
    return Wish(
        nouns=("coming soon page", "coming soon page", "launch page", "under construction page", "teaser page", "placeholder page", "opening soon page", "waiting list page", "pre-launch page", "page that says we open soon"),
        needs=("Our site is not ready yet, but people should know we are coming.", "We open soon and want to say so.", "The shop is not open yet."),
        page=page,
        asks=asks,
        requires=(has("h1"),),
    )  # fmt: skip


@kind("invitation", 0.7)
def invitation(draw: Draw) -> Wish:
    asks: list[Ask] = []
    host = draw.person() if draw.chance(0.5) else f"{draw.word('first_names')} and {draw.word('first_names')}"
    what = draw.pick(("birthday party", "wedding", "housewarming", "garden party", "baby shower", "anniversary", "graduation party", "dinner", "farewell party", "barbecue"))
    k = draw.keep(host)
    asks.append(Ask(tails=(f"from {k}", f"by {k}"), withs=(f"{k} as the host{'s' * (' and ' in host)}",), says=(f"{k} invite{'s' * (' and ' not in host)}.", f"It is from {k}.", f"We are {k}." if " and " in host else f"I am {k}."), requires=(shows(host),)))
    facts = []
    for label, value, share in (("date", draw.date(), 0.8), ("time", draw.time(), 0.5), ("place", f"{draw.rng.randint(1, 99)} {draw.word('streets')}", 0.6)):
        if draw.chance(share):
            facts.append((label, stated(draw, asks, label, value)))
    button = button_asked(draw, asks, "I will be there")
    style = look(draw, asks, None, "rose", 0.35)
    title = f"You are invited to our {what}" if " and " in host else f"You are invited to my {what}"
    page = document(title, style.css("center", "centered", "panel", "button"), tag("main", tag("div", tag("p", host), tag("h1", title), *(tag("p", inline(tag("b", f"{label.capitalize()}:"), " ", value)) for label, value in facts), tag("button", button, type="button"), class_="panel")))
    return Wish(nouns=(f"{what} invitation", f"invitation to a {what}", f"{what} invite", f"invitation card for a {what}"), needs=(f"We are having a {what}.",), page=page, asks=asks, requires=(shows(what),))


@kind("timeline", 0.7)
def timeline(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.5, known=0.4)
    steps = list({str(year): (str(year), draw.phrase()) for year in sorted(draw.rng.randint(1890, 2030) for _ in range(draw.count(2, 6)))}.values())
    words = ", ".join(f"{draw.keep(year)}{draw.pick((' ', ': ', ' – '))}{draw.keep(what)}" for year, what in steps)
    asks.append(Ask(tails=(f"with {words}",), withs=(f"the steps {words}", f"the years {words}", words), says=(f"Steps: {words}.", f"It shows {words}.", f"Dates: {words}."), requires=(*(shows(year) for year, _ in steps), *(shows(what) for _, what in steps))))
    first = heading(draw, asks, "Our story so far")
    style = look(draw, asks, topic, "forest", 0.3)
    entries = [tag("li", tag("b", year), tag("p", what)) for year, what in steps]
    page = document(name or "Timeline", style.css("narrow", "timeline", "muted"), tag("main", tag("p", name, class_="muted") if name else None, first.html, tag("ol", *entries, class_="timeline"), class_="narrow"))
    return Wish(nouns=("timeline", "timeline page", "history page", "page with a timeline", "chronology", "company history"), needs=("I want to show what happened when.",), page=page, asks=asks, requires=(exactly("ol > li", len(steps)),))
