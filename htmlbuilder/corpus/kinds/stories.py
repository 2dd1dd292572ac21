"""Stories: what people of one sort tell of, as a choice of moves. Each has the pages they ask for, how they begin, and what may follow.

The moves are `moves`'; the telling and the page are a `Tale`'s. A kind of page is a family of stories.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from htmlbuilder.corpus import moves as m
from htmlbuilder.corpus.blocks.texts import bit, raised
from htmlbuilder.corpus.draw import DAYS, MONTHS, Draw
from htmlbuilder.corpus.markup import tag
from htmlbuilder.corpus.moves import Move, brand_of
from htmlbuilder.corpus.tale import ME, SHE, WE, Tale, a_trade, met
from htmlbuilder.corpus.wish import Wish, kind, shows
from htmlbuilder.corpus.wording import article


@dataclass(frozen=True, slots=True)
class Story:
    """What people of one sort ask for: `pages`; how they `begin`; what they tell always (`firm`) and what they may (`loose`)."""

    pages: tuple[str, ...]
    begin: Callable[[Tale, str], None]
    loose: tuple[Move, ...]
    firm: tuple[Move, ...] = ()
    who: dict[str, str] = field(default_factory=lambda: ME)
    most: int = 5
    last: tuple[Move, ...] = (Tale.reach, Tale.button, Tale.reach, Tale.button, m.unwanted)  # one of these ends it, at times


def tell(draw: Draw, name: str, story: Story, numbered: float = 0.0, breath: float = 0.06) -> Wish:
    """One telling of the story; its demands numbered with chance `numbered`, all in one sentence with chance `breath`."""
    tale = Tale(draw, story.who)
    tale.curt = draw.chance(0.16)
    tale.chatty = not tale.curt and draw.chance(0.5)
    afterwards: list[str] = []
    form = draw.rng.random()
    tale.aside(0.2)
    if form < 0.6:
        story.begin(tale, draw.pick(story.pages))
    else:
        tale.want(*story.pages)
        if form < 0.75:
            story.begin(tale, "")
        else:  # who or what it is about comes before the wish, or after everything else
            begun, tale.said = tale.said, []
            story.begin(tale, "")
            if form < 0.87:
                tale.said += begun
            else:
                afterwards, tale.said = tale.said, begun
    listed, bulleted = not tale.curt and draw.chance(numbered), not tale.curt and draw.chance(0.1)
    if listed:
        tale.dense = False
    elif not bulleted and not tale.curt:
        tale.breath = draw.chance(breath)
    start = len(tale.said)
    parts = (*story.firm, *story.loose)
    number = draw.rng.randint(1, max(2, story.most - len(story.firm)))
    chosen = draw.rng.sample(range(len(story.firm), len(parts)), min(len(story.loose), number if draw.chance(0.55) else 1 + (not story.firm)))
    order = sorted((*range(len(story.firm)), *chosen))
    if draw.chance(0.3):
        draw.rng.shuffle(order)
    for place in order:
        parts[place](tale)
        if not listed and not bulleted:
            tale.aside(0.15)
    if story.last and draw.chance(0.5):
        draw.pick(story.last)(tale)
    if listed:
        tale.number(start)
    elif bulleted:
        tale.bullet(start)
    tale.said += afterwards
    return tale.wish(name)


def told(draw: Draw, name: str, stories: tuple[Story, ...], numbered: float = 0.0, breath: float = 0.06) -> Wish:
    return tell(draw, name, draw.pick(stories), numbered, breath)


# How they begin: each says what is wanted, too, when it is given the `page`.


def person(tale: Tale, page: str) -> None:
    """A name, a trade and a town, in that order or another."""
    draw = tale.draw
    name, trade, town = draw.person(), draw.word("job_titles"), draw.word("towns")
    if page:
        tale.say("start.person", what=page, name=draw.keep(name), place=draw.keep(town), trade=draw.keep(trade.lower() if draw.chance(0.6) else trade))
    elif tale.who is SHE:
        tale.say("her", name=draw.keep(name), place=draw.keep(town), trade=a_trade(draw, trade))
    elif draw.chance(0.5):
        tale.say("me", name=draw.keep(name), place=draw.keep(town), trade=a_trade(draw, trade))
    else:
        tale.say("person", name=draw.keep(name), place=draw.keep(town), trade=draw.keep(trade.lower()))
    tale.headed(name)
    tale.lead = [trade, town]
    tale.need("p", trade, town)


def house(*sorts: str) -> Callable[[Tale, str], None]:
    """A name and what it is the name of."""

    def begin(tale: Tale, page: str) -> None:
        draw = tale.draw
        what, name, town = draw.pick(sorts), draw.brand(), draw.word("towns")
        if page:
            tale.say("start.house", what=page, sort=what, name=draw.keep(name), place=draw.keep(town))
        else:
            tale.say("firm", name=draw.keep(name), what=what, place=draw.keep(town))
        tale.headed(name)
        tale.lead = [raised(what.split(" ", 1)[1]), town]
        tale.need("p", town)

    return begin


def called(*suffixes: str) -> Callable[[Tale, str], None]:
    """A name, told with what is said of the heading."""

    def begin(tale: Tale, page: str) -> None:
        started(tale, page, brand_of(tale.draw, *suffixes))

    return begin


def started(tale: Tale, page: str, title: str) -> None:
    if page:
        tale.say("start", what=page, t=tale.told(title))
        tale.headed(title)
    else:
        tale.entitle(title)


def titled(tale: Tale, page: str) -> None:
    started(tale, page, tale.draw.phrase() if tale.draw.chance(0.7) else raised(bit(tale.draw)))


def on_a_day(*suffixes: str) -> Callable[[Tale, str], None]:
    """A name, a day and a place."""

    def begin(tale: Tale, page: str) -> None:
        started(tale, page, brand_of(tale.draw, *suffixes))
        met(tale, day=tale.draw.chance(0.5))

    return begin


def headline(tale: Tale, page: str) -> None:
    """The heading and the line under it, as people who write for a living give them."""
    draw = tale.draw
    head, sub = draw.phrase(), draw.pick((draw.sentence(), draw.word("lines")))
    tale.say("start.headline" if page else "headline", **({"what": page} if page else {}), t=draw.keep(head) if draw.chance(0.6) else draw.quote(head), u=draw.keep(sub) if draw.chance(0.6) else draw.quote(sub))
    tale.headed(head)
    tale.lead = [sub]
    tale.need("p", sub)


# Lives

SKILLS = m.skills("Skills", "Can do", "Tools", "Strengths", "Software", "Licences")
LIVES = (
    Story(
        ("a CV", "a résumé page", "a one-page CV", "my CV as HTML", "an online CV", "a simple CV page", "a curriculum vitae"), person,
        (m.papers, SKILLS, m.tongues, m.referees, m.free_from, m.listing("does", "Interests", "Volunteering", "Hobbies", "Other things", "Community"), Tale.fact), (m.stations("Work", "Experience", "Jobs", "Employment", "Where I have been"),),
    ),
    Story(
        ("a résumé for recruiters", "a CV that machines can read", "a semantic résumé", "my résumé in clean HTML", "a plain CV in HTML5"), person, (m.papers, SKILLS, m.tongues, m.semantic, m.link, Tale.bottom),
        (m.stations("Experience", "Employment history", "Career", timed=0.75),), last=(Tale.reach, m.link, m.unwanted),
    ),
    Story(("a page about my teaching", "a teacher's CV", "a page for parents who look for a tutor", "a tutor's profile"), person, (m.papers, m.tongues, m.review, m.tiers("Lessons", "What it costs", "Fees"), m.free_from, Tale.fact), (m.listing("does", "Subjects", "I teach", source="subjects"),)),
    Story(("a freelancer's page", "a page with what I do and for whom", "a profile for clients", "a one-pager about my work", "a consultant's page"), person, (m.logos, m.review, m.free_from, m.goes, m.sheets, SKILLS, m.credits("Projects", "Selected work"), m.tiers("Rates", "Prices")), (m.listing("does", "Services", "What I do", source="skills"),)),
    Story(("a CV for my daughter's first job", "a first CV", "a CV for a school leaver", "an application page for an apprenticeship"), person, (SKILLS, m.tongues, m.listing("does", "Hobbies", "Sports", "Helping out"), m.referees, m.free_from), (m.papers,), who=SHE, last=(Tale.reach,)),
)  # fmt: skip
MAKERS = (
    Story(("a musician's page", "a page for my music", "a band page", "a page for bookers", "a press page for my concerts"), person, (m.plan("Dates", "On tour", "Live"), m.goes, m.review, m.free_from, m.links, m.top, Tale.fact), (m.credits("Records", "Releases", "Concerts", "Discography"),)),
    Story(("an actor's page", "a page for casting people", "a portfolio for the stage", "a page with my roles"), person, (m.tongues, SKILLS, m.free_from, m.review, m.data("Height", "Hair", "Eyes", "Voice", "Playing age", "Dialects")), (m.credits("Roles", "Theatre", "Film", "Credits"),)),
    Story(("a portfolio", "a portfolio page", "a page with my photographs", "a photographer's website", "a page for my exhibitions"), person, (m.listing("does", "Services", "Subjects"), m.free_from, m.tiers("Prices", "Prints"), m.review, Tale.bottom), (m.credits("Exhibitions", "Selected shows", "Publications"),)),
    Story(("a writer's page", "a translator's page", "an author page", "a page about my books"), person, (m.tongues, m.review, m.news("News"), m.links, m.free_from, m.top), (m.credits("Books", "Translations", "Stories", "Published"),)),
    Story(("a page for my workshop", "a portfolio of what I made", "a page for a craftswoman", "a page with pieces and prices"), person, (m.goods("products", "Pieces", "In the shop"), m.steps("How it is made", shown="How it is made"), m.free_from, Tale.fact, m.review), (m.credits("Works", "Commissions", "Shown at"),)),
    Story(("a page about her films", "a filmography page", "a page for a designer", "a portfolio for my sister"), person, (m.free_from, m.links, m.review, Tale.fact), (m.credits("Films", "Projects", "Awards", "Design work"),), who=SHE),
)  # fmt: skip


@kind("lives", 2.6)
def lives(draw: Draw) -> Wish:
    return told(draw, "lives", LIVES)


@kind("makers", 2.2)
def makers(draw: Draw) -> Wish:
    return told(draw, "makers", MAKERS)


# Days

TALKS, DAY, FEES = m.talks("Speakers", "Talks", "On stage", "Guests"), m.plan("Timetable", "Programme", "Schedule", "The day", "Agenda"), m.tiers("Tickets", "Fees", "Prices", "What it costs")
NOTES = m.listing("practical", "Practical notes", "Good to know", "Getting there", "Practical", "Before you come", shown="Practical notes")
EVENTS = (
    Story(("a conference page", "a page for our conference", "a one-page conference site", "a site for a small congress"), on_a_day("Conf", "Summit", "2027", "Symposium", "Congress"), (m.bar, DAY, FEES, m.goes, NOTES, m.logos, m.awaits, m.link, Tale.bottom, m.figures), (TALKS,), who=WE, most=6, last=(Tale.button, m.link, m.goes)),
    Story(("a meetup page", "a page for our user group", "an event page for an evening of talks", "a page for the next meetup"), on_a_day("Meetup", "User Group", "Evening", "Night"), (DAY, m.link, NOTES, m.ring, Tale.fact, m.top), (TALKS,), who=WE, last=(Tale.button, m.link, m.goes)),
    Story(("a page for our open day", "an open day page", "a page for the day of the open door", "an open house page"), on_a_day("Open Day", "Open House", "School"), (NOTES, m.ring, m.hours, m.invented, m.few_words, Tale.fact, Tale.bottom, m.groups("For children", "For adults", "Ground floor", "Outside")), (DAY,), who=WE),
    Story(("a festival page", "a page for a village fête", "a page for our street festival", "a page for a film weekend"), on_a_day("Festival", "Fair", "Days", "Weekend"), (m.awaits, FEES, NOTES, m.menu("foods", "Food", "Drinks", "Stalls", "Sweet"), m.logos, m.posts("Who does what", "Helpers"), Tale.bottom), (DAY,), who=WE),
    Story(("a page for a workshop", "a course page", "a workshop page with a sign-up", "a page for my weekend course"), on_a_day("Workshop", "Course", "Weekend", "Class"), (m.few_words, m.steps("What we do", shown="What we do"), m.listing("bring", "Please bring", shown="Please bring"), FEES, m.review, NOTES), (m.sheet("form", "Name", "Email", "Phone", "Questions", "Allergies"),), last=(m.ring, Tale.reach)),
    Story(("a webinar page", "a landing page for a webinar", "a page for an online talk"), on_a_day("Webinar", "Live", "Session"), (m.benefits, m.answers, m.review, DAY, m.figures), (TALKS,), who=WE, last=(Tale.button,)),
    Story(("a page for our tournament", "a page for the race", "a sports day page", "a page for the cup"), on_a_day("Cup", "Run", "Open", "Tournament", "Race"), (DAY, FEES, NOTES, m.groups("Groups", "Juniors", "Seniors", "Pool A", "Pool B"), m.sheet("form", "Name", "Club", "Date of birth", "Email")), (m.top,), who=WE),
)  # fmt: skip


@kind("days", 2.4)
def days(draw: Draw) -> Wish:
    return told(draw, "days", EVENTS)


# Houses

STAFF = m.posts("Who is who", "Staff", "Committee", "The team", "Contacts", "Board")
HOUSES = (
    Story(("a page for our class", "a class page", "a page for year 4", "a page for the parents of my class", "a school page"), called("School", "Class 4b", "Kindergarten", "College", "Year 6"), (STAFF, m.table, m.picture, m.invented, m.plan("This week", "Timetable"), m.listing("bring", "Please bring", shown="Please bring"), m.links, Tale.bottom, m.ticks), (m.top,), who=WE),
    Story(("a club page", "a page for our club", "a website for the club", "a page for a sports club", "a page with who does what in the club"), called("Club", "FC", "Rowing Club", "Choir", "Society", "Rovers"), (m.plan("Training", "When we meet"), m.top, Tale.bottom, FEES, m.ring, m.news("News")), (STAFF,), who=WE),
    Story(("a page for the parish", "a page for our congregation", "a village page", "a page for the residents", "a community page"), called("Parish", "Residents", "Village Hall", "Community Centre"), (STAFF, m.sheets, m.hours, m.news("Notices"), m.address, m.links, Tale.bottom, m.ring), (m.top,), who=WE),
    Story(("a page for our allotments", "a page for the garden society", "a page with the rules of the garden", "a page for our shared workshop"), called("Gardens", "Allotments", "Growers", "Workshop"), (STAFF, m.steps("Rules", "How it works", shown="Rules"), m.data("Plots", "Water", "Gate", "Founded", "Waiting list"), m.ring, Tale.bottom), (m.listing("does", "Rules", "Jobs", "To do"),), who=WE),
    Story(("a page for the surgery", "a page for our practice", "a clinic page", "a page for a vet", "a page for a law office"), called("Surgery", "Practice", "Clinic", "Partners", "Dental"), (STAFF, m.listing("does", "Services", "Treatments"), m.address, m.answers, m.ring, m.link), (m.hours,), who=WE),
    Story(("a library page", "a page for our museum", "a page for the archive", "a page for a small theatre"), called("Library", "Museum", "Archive", "Theatre"), (FEES, m.groups("Collections", "For children", "Rooms", "Upstairs"), m.address, m.plan("This month", "Events"), Tale.bottom, m.links), (m.hours,), who=WE),
    Story(("a page for our volunteers", "a page for the neighbourhood help", "a page for a food bank", "a charity page"), called("Helpers", "Food Bank", "Trust", "Neighbours"), (m.posts("Who to ask", "Coordinators"), m.listing("needed", "We need", "Wanted", shown="We need"), m.figures, m.review, m.ticks, m.ring), (m.sheet("form", "Name", "Phone", "Email", "When do you have time?"),), who=WE, last=(Tale.reach,)),
)  # fmt: skip
TABLES = (
    Story(("a restaurant page", "a page for our restaurant", "a website with the menu", "a page instead of the printed menu"), house("a restaurant", "a noodle bar", "a fish restaurant", "a trattoria", "a grill house"), (m.picture, m.hours, m.address, Tale.fact, m.review, m.sheet("book", "Name", "Phone", "Date", "Time", "Number of people"), Tale.bottom), (m.menu("foods", "Starters", "Mains", "Desserts", "Drinks", "Sides", "For two"),), who=WE, last=(m.ring, Tale.reach)),
    Story(("a bar page", "a page for the bar", "a drinks list as a page", "a page for our wine bar"), house("a wine bar", "a cocktail bar", "a pub", "a beer garden", "a jazz bar"), (m.hours, m.plan("Live", "This week", "Evenings"), m.top, Tale.fact, m.sheet("book", "Name", "Email", "Guests", "Time")), (m.menu("products", "Cocktails", "Beer", "Wine", "Snacks", "Long drinks", "No alcohol"),), who=WE),
    Story(("a page for our food truck", "a page for the stall", "a page for an ice cream van"), house("a food truck", "an ice cream van", "a coffee cart", "a market stall", "a waffle stand"), (m.plan("Where we are", "This week", "Stops"), Tale.fact, m.review, m.top, m.hours), (m.menu("foods", "Warm", "Cold", "Sweet", "Extras"),), who=WE),
    Story(("a bakery page", "a page with our bread", "a café page", "a page for the tea room"), house("a bakery", "a café", "a tea room", "a cake shop", "a coffee roastery"), (m.hours, m.address, m.sheet("order", "Name", "Phone", "Pick-up date", "Notes"), Tale.bottom, m.reduced), (m.menu("foods", "Bread", "Cakes", "Coffee", "On Saturdays", "Breakfast"),), who=WE),
    Story(("the weekly menu as a page", "a canteen page", "a page with this week's lunches", "a lunch menu"), called("Canteen", "Kitchen", "Mensa", "Lunch"), (m.tiers("Prices", "What it costs"), m.listing("does", "Always there", "Allergens"), Tale.fact, Tale.bottom), (m.plan("This week", "Lunch"),), who=WE),
)  # fmt: skip


@kind("houses", 2.4)
def houses(draw: Draw) -> Wish:
    return told(draw, "houses", HOUSES)


@kind("tables", 2.0)
def tables(draw: Draw) -> Wish:
    return told(draw, "tables", TABLES)


# Shops

GOODS = m.goods("products", "Products", "In the shop", "New", "Our things")
SHOPS = (
    Story(("a shop page", "a page for my little shop", "an online shop front", "a page that shows what we sell"), house("a clothes shop", "a toy shop", "a soap maker", "a stationery shop", "a plant shop", "a tea shop"), (m.bar, m.picture, m.sizes, m.review, m.reduced, m.hours, m.answers, Tale.bottom, m.link), (GOODS,), who=WE, most=5, last=(Tale.button, Tale.reach)),
    Story(("a product page", "a page for one product", "a page to sell this", "a shop page for a single thing"), titled, (m.picture, m.review, m.vouched, m.sizes, m.table, m.listing("parts.of", "In the box", "Features", shown="In the box"), m.data("Weight", "Material", "Size", "Made in", "Warranty"), Tale.fact, m.answers), (m.reduced,), most=5, last=(Tale.button,)),
    Story(("a page for my stall", "a page for what I make", "a page for the craft market"), called("Pottery", "Knits", "Candles", "Prints", "Ceramics"), (m.sizes, m.sheet("order", "Name", "Email", "What you want", "Quantity"), m.review, m.plan("Where I am", "Markets"), Tale.fact), (GOODS,), last=(Tale.reach,)),
    Story(("a hire page", "a page for our rentals", "a page where people hire boats", "a page for a bike hire"), house("a boat hire", "a bike hire", "a costume hire", "a tool library", "a ski hire"), (m.listing("does", "You need", "Included", "Rules"), m.sheet("book", "Name", "Phone", "From (date)", "To (date)"), m.hours, m.answers, m.address), (m.tiers("Prices", "Rates", "To hire"),), who=WE),
    Story(("a page for second-hand things", "a page for what I sell", "a small-ads page of my own", "a page for old records"), titled, (m.reduced, m.ring, Tale.fact, m.data("Condition", "Age", "Colour", "Pick up"), Tale.bottom), (GOODS,), last=(Tale.reach,)),
)  # fmt: skip


@kind("shops", 2.2)
def shops(draw: Draw) -> Wish:
    return told(draw, "shops", SHOPS)


# Letters, notices, and what is told in one breath


def addressed(*pages: str) -> Callable[[Tale, str], None]:
    """To whom and from whom it is."""

    def begin(tale: Tale, page: str) -> None:
        draw = tale.draw
        to = draw.pick((draw.person(), f"{draw.pick(('Mrs', 'Mr', 'Ms', 'Dr'))} {draw.word('surnames')}", draw.word("first_names"), draw.brand(), f"all {draw.word('job_titles').lower()}s"))
        by = draw.pick((draw.person(), draw.word("first_names"), draw.brand()))
        head = draw.pick(pages)
        if page and draw.chance(0.3):
            tale.want(page)
        tale.say("addressed", what=article(head.lower()), to=draw.keep(to), by=draw.keep(by))
        tale.title = head
        tale.need("p", to, by)
        tale.show(tag("p", f"Dear {to},"))
        tale.last += [tag("p", "With kind regards,"), tag("p", by)]

    return begin


LETTERS = (
    Story(("a letter as a page", "a formal letter", "a letter that I can send as a link"), addressed("Letter", "Cover letter", "Reference", "Recommendation"), (m.dated, m.ring, Tale.fact), (m.points,), most=3, last=()),
    Story(("a letter of thanks", "a thank-you page", "a page that says thank you"), addressed("Thank-you note", "Letter of thanks", "Note of thanks"), (m.dated, Tale.fact, m.listing("thanked.for", shown="Thank you for")), (m.points,), most=3, last=()),
    Story(("an apology as a page", "a page to say sorry", "an apology to our customers"), addressed("Apology", "Letter of apology"), (m.dated, Tale.fact, m.ring), (m.points,), most=3, last=(Tale.button,)),
    Story(("an invitation in the form of a letter", "a letter to the neighbours", "a letter to all members"), addressed("Invitation", "Open letter", "Request", "Announcement"), (m.dated, m.plan("When"), m.listing("bring", "Please bring", shown="Please bring"), Tale.bottom), (m.points,), most=3, last=()),
)  # fmt: skip
NOTICES = (
    Story(("a notice", "a notice for the website", "a notice as a page", "a page that tells people we are closed", "an announcement"), titled, (Tale.fact, m.ring, m.hours, m.link, Tale.bottom, m.dated), (m.points,), who=WE, most=4),
    Story(("a page for a lost thing", "a page because something was found", "a wanted page", "a page for a missing cat"), titled, (m.dated, Tale.fact, m.address), (m.data("Colour", "Age", "Last seen", "Name", "Collar", "Reward", "Where"), m.ring), most=4, last=()),
    Story(("a packing list", "a page with everything to pack", "a checklist page", "a list to tick off"), titled, (m.groups("Before", "On the day", "Hand luggage", "For the children"), Tale.fact, Tale.bottom, m.dated), (m.ticks,), most=3, last=()),
    Story(("a page for our pets", "a page about my hens", "a page for a dog with its own opinions", "a fan page"), titled, (m.picture, m.invented, m.figures, m.awaits, Tale.fact, m.clicks, m.pressed_shows, m.review, m.few_words), (m.data("Born", "Breed", "Weight", "Favourite food", "Enemies"),), most=4),
    Story(("a page for a bet", "a page to settle an argument", "a page with excuses", "a silly page", "a page for my desk"), titled, (m.clicks, m.figures, m.points, m.night, Tale.bottom, m.steps(shown="Rules")), (m.pressed_shows,), most=4, last=()),
    Story(("a memorial page", "a page to remember my grandfather", "a page in memory of our teacher"), titled, (m.picture, m.dated, Tale.bottom, m.listing("does", "She loved", "He loved", "We remember"), m.figures, m.few_words), (m.points, m.review), most=4, last=()),
)  # fmt: skip


@kind("letters-told", 1.8)
def letters_told(draw: Draw) -> Wish:
    return told(draw, "letters-told", LETTERS)


@kind("notices-told", 2.2)
def notices_told(draw: Draw) -> Wish:
    return told(draw, "notices-told", NOTICES, breath=0.15)


def feast(tale: Tale, page: str) -> None:
    """What is feasted, for whom, when and where."""
    draw = tale.draw
    what = draw.pick(("a party", "a birthday lunch", "a barbecue", "a wedding", "a farewell dinner", "a housewarming", "a christening", "a street breakfast", "a picnic", "a reunion", "a quiz night", "a leaving do", f"{article(draw.word('nouns'))} party", "a 40th birthday", "a silver wedding"))
    who = draw.pick((draw.person(), draw.word("first_names"), f"{draw.word('first_names')} and {draw.word('first_names')}"))
    if page and draw.chance(0.4):
        tale.want(page)
    tale.say("feast", what=what, who=draw.keep(who))
    tale.title = f"{raised(what.split(' ', 1)[1])} for {who}"
    tale.need("h1", who)
    met(tale)


def reply(tale: Tale) -> None:
    draw = tale.draw
    day, mail = draw.pick((draw.date(), draw.pick(DAYS), f"the end of {draw.pick(MONTHS)}")), draw.email()
    tale.say("reply", d=draw.keep(day), m=draw.keep(mail))
    tale.needs += [shows(day, "main"), shows(mail, f'a[href="mailto:{mail}"]')]
    tale.show(tag("p", f"Please reply by {day}."))
    tale.show(tag("address", tag("p", tag("a", mail, href=f"mailto:{mail}"))))


INVITES = (
    Story(("an invitation", "an invitation page", "a page to invite people", "a little page for the party", "a page I can send to the guests"), feast, (m.listing("bring", "Please bring", shown="Please bring", high=4), m.plan("The plan", "The evening"), m.ring, Tale.fact, m.sheet("form", "Name", "Email", "Number of guests", "Allergies"), Tale.bottom), who=WE, most=3, last=(reply, reply, Tale.button)),
    Story(("an invitation for the whole office", "an invite page", "an invitation as a web page"), feast, (reply, m.awaits, m.listing("bring", shown="Please bring", high=3), m.address, m.link, Tale.fact), who=ME, most=3, last=(Tale.button, m.ring)),
)  # fmt: skip


@kind("breath", 1.8)
def breath(draw: Draw) -> Wish:
    """An invitation, mostly told in one breath."""
    return told(draw, "breath", INVITES, breath=0.6)
