"""Pages that clubs and offices tell of, through whoever had to do it: committees, invitations, histories, congresses.

As in `told`, the telling and the page are a `Tale`'s.
"""

from htmlbuilder.corpus.blocks.texts import bit, bits, button_text, raised
from htmlbuilder.corpus.blocks.words import many
from htmlbuilder.corpus.draw import DAYS, Draw
from htmlbuilder.corpus.markup import tag
from htmlbuilder.corpus.moves import unwanted
from htmlbuilder.corpus.tale import ME, WE, Tale, amounts, met, named, people, pressed, rate, shuffled, years
from htmlbuilder.corpus.wish import Wish, kind, shows
from htmlbuilder.corpus.wording import article


@kind("whoswho", 0.9)
def whoswho(draw: Draw) -> Wish:
    tale = Tale(draw, WE)
    tale.want("a page that shows who does what", "a page for our committee", "a who's who", "a page about the board", "a page with everyone's role", "a page of our volunteers", "a team page for the club")
    tale.entitle(draw.phrase() if draw.chance(0.3) else f"{draw.brand()}{draw.pick(('', ' committee', ' – who is who', ' 2027', ' board'))}")
    tale.aside(0.3)
    rows = people(draw, 2, 7)
    tale.cards("people", rows, tale.label("Committee", "Board", "Helpers", "The team") if draw.chance(0.3) else "")
    if draw.chance(0.25):
        tale.items("does", named(draw, draw.rng.randint(2, 3)), tale.label("Substitutes", "Dates", "Jobs going", "Groups"))
    tale.facts(0, 2)
    if draw.chance(0.6):
        tale.reach()
    return tale.wish("whoswho")


FEASTS = (
    "a farewell party", "a birthday lunch", "a retirement do", "a wedding", "a christening", "a leaving lunch", "an anniversary dinner", "a 60th birthday", "a golden wedding", "a housewarming", "a baby shower", "a graduation party", "a surprise party", "a coming-of-age dinner",
    "a name-day tea", "a quinceañera", "an engagement party", "a reunion",
)  # fmt: skip


@kind("gathering", 1.2)
def gathering(draw: Draw) -> Wish:
    """An invitation with all particulars in running text."""
    tale = Tale(draw, WE if draw.chance(0.5) else ME)
    feast = draw.pick(FEASTS) if draw.chance(0.7) else article(f"{draw.word('adjectives')} {draw.word('nouns')} evening")
    who = draw.person() if draw.chance(0.5) else draw.word("first_names") if draw.chance(0.6) else f"{draw.word('first_names')} and {draw.word('first_names')}"
    tale.say("feast", what=feast, who=draw.keep(who))
    tale.aside(0.35)
    if draw.chance(0.4):
        tale.entitle(draw.phrase())
        tale.need("p", who)
        tale.show(tag("p", f"{raised(feast.split(' ', 1)[1])} for {who}"))
    else:
        tale.title = f"{raised(feast.split(' ', 1)[1])} for {who}"
        tale.need("h1", who)
    met(tale)
    tale.aside(0.2)

    def brings() -> None:
        tale.items("bring", bits(draw, 2, 4), shown="Please bring")

    def plan() -> None:
        rows = [(f"{hour}:{draw.pick(('00', '30', '15'))}", raised(bit(draw))) for hour in sorted(draw.rng.sample(range(9, 24), draw.rng.randint(2, 4)))]
        tale.rows("programme", rows, joints=("{} {}", "{}: {}", "{} – {}", "at {} {}"))

    shuffled(draw, (tale.fact, brings, plan, tale.fact), 1, 3)
    form = draw.rng.random()
    if form < 0.45:
        day, mail = draw.date(), draw.email()
        tale.say("reply", d=draw.keep(day), m=draw.keep(mail))
        tale.needs += [shows(day, "main"), shows(mail, f'a[href="mailto:{mail}"]')]
        tale.show(tag("p", f"Please reply by {day}."))
        tale.show(tag("address", tag("p", tag("a", mail, href=f"mailto:{mail}"))))
    elif form < 0.7:
        tale.button()
    elif form < 0.85:
        tale.form(*draw.pick((("Name", "Number of guests"), ("Your name", "Email"), ("Name", "Will you come?"))))
    return tale.wish("gathering")


@kind("chronicle", 0.9)
def chronicle(draw: Draw) -> Wish:
    """The history of a family, a firm or a club."""
    tale = Tale(draw, WE)
    tale.aside(0.2)
    tale.want("a page with the history of our club", "a page for our family history", "a history page for the firm", "a page about how we began", "a page with our chronicle", "a jubilee page")
    tale.entitle(draw.brand() if draw.chance(0.6) else draw.phrase())
    tale.aside(0.25)
    if draw.chance(0.35):
        year = str(years(draw, 1)[0])
        tale.say("founded", y=draw.keep(year))
        tale.lead = [f"Founded in {year}"]
        tale.need("p", year)
    rows = [(str(year), tale.drawn("event") if draw.chance(0.7) else bit(draw)) for year in years(draw, draw.count(2, 6))]
    tale.rows("chronicle", rows, joints=("{} {}", "{}: {}", "{} – {}", "in {} {}", "{} ({})"))
    tale.facts(0, 2)
    if draw.chance(0.35):
        tale.cards("people", people(draw, 2, 4), tale.label("Today", "People", "The chairs"))
    if draw.chance(0.4):
        tale.reach()
    return tale.wish("chronicle")


@kind("congress", 1.2)
def congress(draw: Draw) -> Wish:
    """A conference or a meeting, by somebody who organises it."""
    tale = Tale(draw, WE)
    tale.want("a page for our conference", "a site for a meetup", "a microsite for the congress", "a page for a day of talks", "a festival page", "a page for the symposium", "a page for our annual meeting", "an event page")
    tale.entitle(draw.brand() + draw.pick(("", " Conf", " Days", " 2027", " Symposium", " Meetup", " Festival")))
    met(tale, day=True)
    tale.aside(0.25)
    twice = button_text(draw) if draw.chance(0.4) else ""
    if twice:
        tale.twice(twice)

    def speakers() -> None:
        tale.cards("speakers", list({draw.person(): draw.word("towns") if draw.chance(0.6) else bit(draw) for _ in range(draw.count(2, 5))}.items()), tale.label("Speakers", "On stage", "With") if draw.chance(0.3) else "")

    def plan() -> None:
        firsts = DAYS if draw.chance(0.5) else [f"Day {place}" for place in range(1, 6)]
        rows = [(first, raised(bit(draw))) for first in firsts[: draw.rng.randint(2, 4)]]
        tale.rows("programme", rows, tale.label("Programme", "Schedule", "Days") if draw.chance(0.3) else "", joints=("{} {}", "{}: {}", "{} – {}", "on {} {}" if firsts is DAYS else "{} is {}"))

    def fees() -> None:
        labels = draw.pick((("Members", "Guests"), ("Students", "Everyone else"), ("Early bird", "Regular"), ("One day", "Both days"), tuple(named(draw, 3))))
        tale.rows("fees", list(zip(labels, amounts(draw, len(labels)), strict=True)), joints=("{} {}", "{}: {}", "{} ({})", "{} – {}"), flip=True)

    def deadline() -> None:
        day = draw.date()
        tale.say("deadline", d=draw.keep(day))
        tale.need("p", day)
        tale.show(tag("p", f"Deadline: {day}"))

    def practical() -> None:
        tale.items("does", bits(draw, 2, 4), tale.label("Practical notes", "Good to know", "Getting there", "Practical"))

    shuffled(draw, (speakers, plan, fees, deadline, practical, tale.fact), 2, 5)
    if not twice and draw.chance(0.5):
        tale.button()
    return tale.wish("congress")


WHATS = (
    ("groups", "ages"), ("rooms", "teachers"), ("wards", "telephone extensions"), ("courses", "fees"), ("tasks", "names"), ("dates", "places"), ("posts", "holders"), ("classes", "rooms"), ("services", "times"), ("buses", "departures"), ("prizes", "donors"), ("forms", "deadlines"),
)  # fmt: skip


@kind("clerk", 1.4)
def clerk(draw: Draw) -> Wish:
    """Numbered demands of a school, a charity, a surgery."""
    tale = Tale(draw, WE)
    name = draw.brand() + draw.pick(("", "", " School", " Foundation", " Surgery", " Library", " Town Hall", " Clinic"))
    tale.say("clerk", name=draw.keep(name))
    tale.aside(0.3)
    start = len(tale.said)
    title = draw.phrase() if draw.chance(0.6) else draw.word("headings")
    if draw.chance(0.6):
        tale.say("point.top", t=tale.told(title))
        tale.headed(title)
    else:
        tale.headed(name)

    def text() -> None:
        told = draw.sentence() if draw.chance(0.5) else f"{raised(tale.drawn('fact'))}."
        tale.say("point.line", t=tale.told(told))
        tale.paragraphs(told)

    def listing() -> None:
        items = bits(draw, 2, 6)
        what = draw.pick(WHATS)[0]
        tale.say("point.list", s=tale.row(items), what=what, **many(draw, len(items)))
        tale.need("ul > li", *items)
        tale.show(tag("ul", *(tag("li", item) for item in items)), "list")

    def headed() -> None:
        items, heading = bits(draw, 1, 5), tale.label("Opening hours", "Contact", "Please bring", "Groups")
        tale.say("point.under", h=tale.told(heading), s=tale.row(items))
        tale.need("h2", heading)
        tale.need("ul > li", *items)
        tale.under(heading, tag("ul", *(tag("li", item) for item in items)))
        tale.used.add("list")

    def paired() -> None:
        what, other = draw.pick(WHATS)
        rows = [(item, draw.pick((draw.person(), draw.time(), bit(draw), draw.price(), str(draw.rng.randint(1, 400))))) for item in named(draw, draw.count(2, 5))]
        tale.say("point.pairs", **{"what": what, "with": other, "s": tale.paired(rows, ("{} ({})", "{}: {}", "{} – {}", "{} {}", "{}, {}"))})
        tale.need("ul.rows > li", *(part for row in rows for part in row))
        tale.show(tag("ul", *(tag("li", tag("b", one), tag("span", two)) for one, two in rows), class_="rows"), "rows")

    def button() -> None:
        label = button_text(draw)
        tale.say("point.button", b=tale.told(label))
        tale.need("button", label)
        tale.show(pressed(label), "row", "button")

    def mail() -> None:
        address = draw.email()
        tale.say("point.mail", m=draw.keep(address))
        tale.need(f'a[href="mailto:{address}"]', address)
        tale.show(tag("address", tag("p", tag("a", address, href=f"mailto:{address}"))))

    def asked() -> None:
        label, fields = button_text(draw), draw.pick((["Name", "Email"], ["Child's name", "Class"], ["Surname", "Date of birth"], [raised(text) for text in bits(draw, 2, 3)]))
        tale.say("point.form", s=tale.row(fields), b=tale.told(label))
        tale.fields(fields, label)

    shuffled(draw, (text, listing, headed, paired, text, button, mail, asked), 2, 5)
    if draw.chance(0.25):
        unwanted(tale)
    tale.number(start)
    return tale.wish("clerk")


@kind("sprouts", 0.9)
def sprouts(draw: Draw) -> Wish:
    """A club for children, told by whoever runs it."""
    tale = Tale(draw, WE)
    tale.want("a page where parents sign up their children", "a sign-up page for our children's club", "a page for the kids' group", "a registration page for a holiday camp", "a page for our junior team", "a page with a form for the parents")
    tale.entitle(draw.brand() + draw.pick(("", " Juniors", " Kids", " Club", " Camp")))
    tale.aside(0.3)
    met(tale)
    tale.aside(0.2)

    def groups() -> None:
        tale.items("groups", named(draw, draw.count(2, 4)) if draw.chance(0.6) else [f"{draw.rng.randint(3, 9)} to {draw.rng.randint(10, 17)} years", "beginners", "the big ones"])

    def brings() -> None:
        tale.items("bring", bits(draw, 2, 4), shown="Please bring")

    def fees() -> None:
        tale.price("rate", rate(draw))

    shuffled(draw, (groups, brings, fees, tale.fact), 1, 3)
    tale.form(*draw.pick((("Child's name", "Age"), ("Name of the child", "Date of birth", "Phone"), ("Child's name", "Parent's email"), ("First name", "Age", "Allergies"))))
    return tale.wish("sprouts")
