"""Stories of people who are used to asking for pages: service desks, marketing, manuals, newsletters, questions, posts.

As in `stories`, each is a choice of moves.
"""

from htmlbuilder.corpus import moves as m
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.kinds.stories import Story, called, headline, titled, told
from htmlbuilder.corpus.tale import WE, Tale
from htmlbuilder.corpus.wish import Wish, kind

CONTACT = m.sheet("form", "Name", "Email", "Phone", "Message", "Department", "Date")
REQUESTS = (
    Story(
        ("a page", "one page", "a page for the intranet", "an internal page", "a status page for the team", "a single page"), called("IT", "Service Desk", "Helpdesk", "Portal", "Intranet"),
        (CONTACT, m.listing("does", "Services", "Systems", "Contacts"), m.options, m.pressed_shows, m.night, m.clicks, m.marked, m.semantic, m.table, m.sheets, m.bar, m.hours, m.links, m.ticks, m.contents, Tale.bottom), who=WE, most=6, last=(m.unwanted, m.unwanted, m.link),
    ),
    Story(("a form page", "a request form", "a page with a form", "a page where staff report faults"), titled, (m.top, m.listing("does", "Before you write", "Rules"), m.answers, Tale.bottom, m.semantic, m.marked, m.ring, m.points), (CONTACT,), who=WE, most=5, last=(m.unwanted, m.link)),
    Story(("a page for the public", "a page for our authority", "an information page", "a page about the works in our street"), titled, (m.hours, m.groups("Who", "Where", "Documents", "Fees", "Deadlines"), m.answers, m.steps("How to apply", shown="How to apply"), m.ring, m.address, m.tiers("Fees"), Tale.bottom), (m.points,), who=WE, most=6, last=(m.unwanted, Tale.button)),
)  # fmt: skip
PITCHES = (
    Story(("a landing page", "a landing page for our app", "a one-page site", "a launch page", "a product landing page"), headline, (m.bar, m.twice, m.goes, m.few_words, m.logos, m.blank_logos, m.benefits, m.promised, m.review, m.vouched, m.figures, Tale.bottom, m.answers, m.tiers("Plans", "Pricing"), m.links), who=WE, most=6, last=(Tale.button,)),
    Story(("a landing page for a course", "a sales page", "a page that sells our training", "a sign-up page"), headline, (m.twice, m.benefits, m.promised, m.vouched, m.review, m.plan("Modules", "Weeks"), m.answers, m.reduced, Tale.bottom, m.steps("How it works", shown="How it works")), who=WE, most=5, last=(Tale.button, CONTACT)),
    Story(("a coming-soon page", "a waitlist page", "a teaser page", "a beta sign-up page"), headline, (m.awaits, m.benefits, m.figures, m.top, Tale.bottom, m.link, m.blank_logos), (m.sheet("form", "Email", "Name", "Company"),), who=WE, most=4, last=()),
    Story(("a landing page for our charity", "a campaign page", "a page for a petition", "a donation landing page"), headline, (m.invented, m.goes, m.figures, m.review, m.news("News"), m.points, m.logos, Tale.bottom), who=WE, most=5, last=(Tale.button, Tale.reach)),
)  # fmt: skip
MANUALS = (
    Story(("a docs page", "a documentation page", "a page for a command-line tool", "a manual page for my CLI", "a readme as a web page"), called("CLI", "Tool", "SDK"), (m.semantic, m.options, m.codes, m.command, m.table, m.sheets, m.steps("Quick start", "Install", shown="Quick start"), m.links, Tale.bottom, m.night), (m.contents,), last=(m.link, m.unwanted, m.goes)),
    Story(("a reference page", "a page with all the settings", "a cheat sheet", "a page about our file format"), called("Reference", "API", "Format"), (m.command, m.codes, m.table, m.contents, m.groups("Keys", "Types", "Errors", "Limits"), m.answers, m.top), (m.options,), last=(m.link, m.unwanted, m.goes)),
    Story(("a user guide", "a handbook page", "instructions as a page", "a manual for the coffee machine", "a page that explains the heating"), titled, (m.steps("First use", "Cleaning", "Every day", shown="First use"), m.points, m.answers, m.ring, m.listing("parts.of", "Parts", shown="Parts"), m.unwanted), (m.contents,), who=WE, last=(m.link, Tale.reach)),
)  # fmt: skip
DIGESTS = (
    Story(("a newsletter", "a newsletter as a page", "an HTML newsletter", "this month's newsletter", "a mail to our members"), called("News", "Letter", "Post", "Weekly", "Bulletin"), (m.bar, m.invented, m.dated, m.top, m.picture, m.link, m.plan("Dates", "Coming up"), m.review, Tale.fact, m.links), (m.news("This month", "News"), m.unsubscribe), who=WE, last=(Tale.button, m.link)),
    Story(("a school newsletter", "a letter to the parents", "a round-up of the week", "a family newsletter"), titled, (m.dated, m.author, m.plan("Dates", "This term"), m.listing("bring", "Please bring", shown="Please bring"), m.invented, Tale.bottom), (m.news("News"),), who=WE, last=(Tale.reach, m.link)),
    Story(("a product update", "release news as a page", "a what's-new page", "an update for customers"), called("Update", "Release", "3.0", "Spring"), (m.listing("does", "New", "Fixed", "Removed"), m.figures, m.unsubscribe, m.link, m.review, m.dated), (m.news("New"),), who=WE, last=(Tale.button,)),
)  # fmt: skip
DESKS = (
    Story(("an FAQ page", "an FAQ", "a page with questions and answers", "a help page", "a Q&A page"), called("Help", "Support", "FAQ"), (m.top, m.ring, CONTACT, m.link, m.hours, Tale.bottom), (m.answers,), who=WE, most=4, last=(Tale.reach,)),
    Story(("an FAQ in groups", "a page with sorted questions", "a help centre page", "a support page"), titled, (m.top, m.link, m.ring, Tale.bottom, Tale.fact), (m.sorted_answers("Orders", "Delivery", "Payment", "Account", "Before you come", "On the day", "Parking", "Children", "Returns", "Tickets"),), who=WE, most=3, last=(Tale.reach, m.link)),
)  # fmt: skip
POSTS = (
    Story(("a blog post", "a blog post page", "an article", "a post for my blog", "a column"), titled, (m.author, m.dated, m.picture, m.top, m.review, m.link, m.links, Tale.bottom), (m.subheads,), most=5, last=(m.link,)),
    Story(("a travel report", "a page about our trip", "a diary page", "a report of the expedition"), titled, (m.author, m.dated, m.picture, m.figures, m.listing("parts.of", "We took", shown="We took"), Tale.fact, m.plan("Day by day", "The route")), (m.subheads,), most=4, last=()),
    Story(("a how-to", "a tutorial", "a guide for beginners", "a page that explains how it is done"), titled, (m.author, m.listing("takes", "You need", shown="You need"), m.command, m.invented, m.few_words, Tale.bottom), (m.steps("Steps", shown="Steps"),), most=4, last=(m.link,)),
    Story(("a page for my school project", "a presentation as a page", "a page about a topic for school", "a poster page for biology"), titled, (m.author, m.invented, m.few_words, m.picture, m.table, m.figures, m.data("Habitat", "Food", "Size", "Age", "Enemies"), m.links, m.answers), (m.subheads,), most=5, last=()),
)  # fmt: skip


@kind("requests", 3.0)
def requests(draw: Draw) -> Wish:
    """Demands of a service desk, mostly by number."""
    return told(draw, "requests", REQUESTS, numbered=0.65)


@kind("pitches", 2.6)
def pitches(draw: Draw) -> Wish:
    return told(draw, "pitches", PITCHES, numbered=0.15)


@kind("manuals", 2.2)
def manuals(draw: Draw) -> Wish:
    return told(draw, "manuals", MANUALS, numbered=0.15)


@kind("digests", 1.8)
def digests(draw: Draw) -> Wish:
    return told(draw, "digests", DIGESTS)


@kind("desks", 1.8)
def desks(draw: Draw) -> Wish:
    return told(draw, "desks", DESKS)


@kind("columns-told", 2.0)
def columns_told(draw: Draw) -> Wish:
    return told(draw, "columns-told", POSTS)
