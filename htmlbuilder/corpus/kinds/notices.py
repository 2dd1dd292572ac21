"""Pages that say one thing: maintenance, thanks, policies, sitemap, opening hours, survey, cookie notice, announcement, empty page."""

from htmlbuilder.corpus.asks import look, subject
from htmlbuilder.corpus.blocks.texts import bit, bits, digits, line
from htmlbuilder.corpus.draw import DAYS, Draw
from htmlbuilder.corpus.kinds.content import stated
from htmlbuilder.corpus.kinds.elements import simple
from htmlbuilder.corpus.kinds.forms import button_asked
from htmlbuilder.corpus.kinds.shared import centred, listed, numbered, paired, wanted
from htmlbuilder.corpus.kinds.sites import heading
from htmlbuilder.corpus.markup import document, inline, tag
from htmlbuilder.corpus.sections import anchor
from htmlbuilder.corpus.wish import Ask, Wish, has, kind, shows


def message_asked(draw: Draw, asks: list[Ask], default: str, share: float = 0.4) -> str:
    """The line below the heading: the kind's own, or one the prompt gives."""
    if not draw.chance(share):
        return default
    text = line(draw)
    q = draw.quote(text)
    asks.append(Ask(
        withs=(f"the message {q}", f"the text {q}", f"a line saying {q}", f"the words {q}"), says=(f"It says {q}.", f"Message: {q}", f"The text is {q}", f"Below it {q}", f"Text: {q}", f"Tell them {q}"), requires=(shows(text, "p"),),
    ))  # fmt: skip
    return text


@kind("maintenance", 0.8)
def maintenance(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.6, known=0.2)
    first = heading(draw, asks, "We will be back soon")
    text = message_asked(draw, asks, "We are repairing a few things. Thank you for your patience.")
    until = ""
    if draw.chance(0.5):
        until = draw.pick((draw.time(), draw.date(), f"{draw.pick(DAYS)} {draw.time()}", f"{draw.rng.randint(2, 48)} hours"))
        k = draw.keep(until)
        asks.append(Ask(tails=(f"until {k}",), withs=(f"{k} as the end", f"the end time {k}"), says=(f"It takes until {k}.", f"Back at {k}.", f"Until {k}.", f"We expect to be back: {k}."), requires=(shows(until),)))
    mail = stated(draw, asks, draw.pick(("email", "contact")), draw.email(name)) if draw.chance(0.35) else ""
    style = look(draw, asks, topic, "graphite", 0.35)
    page = centred(
        "Maintenance", style, ("muted",) if name else (), tag("p", name, class_="muted") if name else None, first.html, tag("p", text),
        tag("p", inline("Expected: ", tag("b", until))) if until else None, tag("p", tag("a", mail, href=f"mailto:{mail}")) if mail else None,
    )  # fmt: skip
    return Wish(
        nouns=("maintenance page", "maintenance mode page", "down for maintenance page", "site under maintenance page", "503 page", "service unavailable page", "we'll be back page", "page for when the site is down", "scheduled maintenance page"),
        needs=("We take the site offline for a while and should say so.", "While we repair the server, visitors need to read something.", "The shop is closed for repairs tonight."),
        page=page, asks=asks, requires=(has("h1"), has("p")),
    )  # fmt: skip


@kind("thanks", 0.8)
def thanks(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.5, known=0.3)
    what, text = draw.pick((
        ("", "We have received everything we need."), ("an order", "Your order is on its way to us, and soon to you."), ("a message", "Your message has arrived. We will write back."), ("a registration", "You are registered. We look forward to it."),
        ("a donation", "Your gift makes a difference from today."), ("a subscription", "You are on the list. The next letter is yours."), ("a booking", "Your booking is confirmed."), ("an application", "We have your application and will be in touch."),
    ))  # fmt: skip
    if what:
        asks.append(Ask(tails=(f"after {what}", f"for {what}", f"shown after {what}"), says=(f"It comes after {what}.", f"People see it after {what}.", f"It thanks for {what}.")))
    first = heading(draw, asks, "Thank you!")
    text = message_asked(draw, asks, text)
    number = ""
    if draw.chance(0.25):
        number = draw.pick((draw.code(), str(draw.rng.randint(100, 99999))))
        k = draw.keep(number)
        asks.append(Ask(withs=(f"the number {k}", f"the confirmation number {k}"), says=(f"The confirmation number is {k}.", f"Number: {k}.", f"Reference: {k}."), requires=(shows(number),)))
    link = button_asked(draw, asks, "Back to the home page")
    style = look(draw, asks, topic, "rose", 0.35)
    page = centred(
        "Thank you", style, (*(("muted",) if name else ()), "button"), tag("p", name, class_="muted") if name else None, first.html, tag("p", text),
        tag("p", inline("Your number: ", tag("b", number))) if number else None, tag("p", tag("a", link, class_="button", href="#home")),
    )  # fmt: skip
    return Wish(
        nouns=("thank-you page", "thank you page", "confirmation page", "success page", "thanks page", "order confirmation page" if what == "an order" else "page that says thank you", "page after the form is sent", "page to thank people", "completion page"),
        needs=("After the form people should know that it worked.", "Customers should be thanked.", "We want to say thank you."),
        page=page, asks=asks, requires=(has("h1"), has("a, button")),
    )  # fmt: skip


POLICIES = {
    "privacy policy": ("What we keep", "Why we keep it", "How long we keep it", "Who sees it", "Your rights", "How to reach us", "Children", "Changes"),
    "cookie policy": ("What cookies are", "Which cookies we use", "Why we use them", "How to refuse them", "Cookies of others", "How long they stay", "Questions", "Changes"),
    "terms of service": ("Who we are", "Using the service", "Paying", "Cancelling", "What we promise", "What we do not promise", "Disputes", "Changes"),
    "refund policy": ("What you can return", "Until when", "How to return it", "When you get your money", "What we cannot take back", "Damaged goods", "Exchanges", "Questions"),
    "imprint": ("Who is responsible", "Address", "Register", "Tax number", "Contact", "Pictures", "Links", "Disputes"),
    "code of conduct": ("Be kind", "Be honest", "Listen", "What we do not accept", "How to report", "What happens then", "Whom to ask", "Changes"),
}


@kind("policy", 0.8)
def policy(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.7, known=0.2)
    what = draw.pick(tuple(POLICIES))
    parts = list(POLICIES[what][:4])
    form = draw.rng.random()
    if form < 0.45:
        parts = list(dict.fromkeys(draw.pick(POLICIES[what]) if draw.chance(0.3) else draw.label() if draw.chance(0.5) else draw.phrase() for _ in range(draw.count(2, 7))))
        listed(draw, asks, draw.pick(("sections", "headings", "parts", "chapters")), parts, "h2, h3")
    elif form < 0.8:
        number = draw.count(2, 8)
        parts = list(POLICIES[what][:number])
        numbered(draw, asks, draw.pick(("sections", "parts", "paragraphs")), number, "main h2")
    date = stated(draw, asks, "date", draw.date()) if draw.chance(0.35) else ""
    mail = stated(draw, asks, draw.pick(("contact email", "email")), draw.email(name)) if draw.chance(0.4) else ""
    style = look(draw, asks, topic, "slate", 0.25)
    title = what.capitalize()
    page = simple(
        f"{title} – {name}" if name else title, style, ("muted",) if name or date else (), tag("p", name, class_="muted") if name else None, tag("h1", title), tag("p", f"Last changed: {date}", class_="muted") if date else None,
        *(part for text in parts for part in (tag("h2", text), tag("p", f"Here we say in plain words what holds for “{text}”."))), tag("p", inline("Questions? ", tag("a", mail, href=f"mailto:{mail}"))) if mail else None,
    )  # fmt: skip
    others = {"terms of service": ("terms and conditions page", "terms page", "terms of use"), "privacy policy": ("privacy page", "data protection page", "GDPR page"), "imprint": ("legal notice", "impressum")}
    return Wish(
        nouns=(what, f"{what} page", f"{what} page", f"page with our {what}", f"{what} for a website", *others.get(what, ())), needs=(f"Our lawyer says that we need {'an' if what[0] in 'aeiou' else 'a'} {what}.", f"Visitors should be able to read our {what}."),
        page=page, asks=asks, requires=(has("h1"), has("main h2", len(parts))),
    )  # fmt: skip


@kind("sitemap", 0.6)
def sitemap(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.55, known=0.2)
    groups = {"About": ["Our story", "Team"], "Offers": ["Products", "Prices"], "Help": ["Questions", "Contact"]}
    if draw.chance(0.7):
        titles = list(dict.fromkeys(draw.label() for _ in range(draw.count(1, 4))))
        groups = {title: list(dict.fromkeys(draw.word("links") if draw.chance(0.5) else bit(draw) for _ in range(draw.count(1, 4)))) for title in titles}
        words = draw.pick(("; ", "\n", ". ")).join(f"{draw.keep(title)}: {', '.join(draw.keep(text) for text in inside)}" for title, inside in groups.items())
        asks.append(Ask(withs=(f"these pages: {words}", f"the groups {words}"), says=(f"{words}.", f"Pages: {words}.", f"It lists {words}.", f"The site has {words}."), requires=(*(shows(title, "h2, h3, li") for title in groups), *(shows(text, "a") for inside in groups.values() for text in inside))))
    first = heading(draw, asks, "Sitemap")
    style = look(draw, asks, topic, "sand", 0.25)
    parts = [tag("section", tag("h2", title), tag("ul", *(tag("li", tag("a", text, href=f"#{anchor(text)}")) for text in inside))) for title, inside in groups.items()]
    css = style.css("wrap", "list", *(("muted",) if name else ()), "columns")
    page = document(f"Sitemap – {name}" if name else "Sitemap", css, tag("main", tag("p", name, class_="muted") if name else None, first.html, tag("nav", *parts, class_="columns", aria_label="Sitemap"), class_="wrap"))
    return Wish(
        nouns=("sitemap", "site map", "sitemap page", "overview of all pages", "html sitemap", "index of pages", "page index", "table of contents of the site"), needs=("People get lost on our site and need an overview.",),
        page=page, asks=asks, requires=(has("h1"), has("main a", sum(map(len, groups.values())))),
    )  # fmt: skip


@kind("hours", 1.0)
def hours(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.65, known=0.5)
    rows = [("Monday to Friday", "9 am to 6 pm"), ("Saturday", "10 am to 4 pm"), ("Sunday", "closed")]
    if draw.chance(0.75):
        days: list[str] = list(draw.pick((tuple(DAYS), tuple(DAYS[:5]), ("Weekdays", "Weekends"), ("Mon–Fri", "Sat", "Sun"), ("Tue to Fri", "Saturday"), ("Mon", "Tue", "Wed", "Thu", "Fri"), ("Mon to Thu", "Fri", "Sat and Sun"), tuple(draw.some(DAYS, 2, 4)))))
        rows = []
        for day in days:
            start, end = draw.rng.randint(6, 12), draw.rng.randint(14, 23)
            rows.append((day, "closed" if draw.chance(0.15) else draw.pick((f"{start}:00–{end}:00", f"{start} to {end}", f"{start} am to {end - 12} pm", f"{start}.30–{end}.30", f"{start}-{end}"))))
        paired(draw, asks, draw.pick(("opening hours", "opening times", "times")), rows, "dt, th, td, li", "dd, td, li")
    address = stated(draw, asks, "address", f"{draw.rng.randint(1, 240)} {draw.word('streets')}, {draw.word('towns')}") if draw.chance(0.45) else ""
    phone = stated(draw, asks, draw.pick(("phone", "phone number")), draw.phone()) if draw.chance(0.35) else ""
    note = stated(draw, asks, draw.pick(("note", "notice")), line(draw)) if draw.chance(0.25) else ""
    mapped = wanted(draw, asks, 0.3, ("a map", "a map placeholder", "a space for the map"), ("There is a map.", "Show where we are on a map.", "Leave room for a map."), has("[role=img], iframe, img"))
    first = heading(draw, asks, "Opening hours")
    style = look(draw, asks, topic, "wheat", 0.3)
    page = simple(
        f"Opening hours – {name}" if name else "Opening hours", style, ("stack", "facts", *(("muted",) if name else ()), *(("alert",) if note else ()), *(("map",) if mapped else ())),
        tag("p", name, class_="muted") if name else None, first.html, tag("dl", *(part for day, time in rows for part in (tag("dt", day), tag("dd", time)))), tag("p", note, class_="alert") if note else None,
        tag("p", address) if address else None, tag("p", tag("a", phone, href=f"tel:{digits(phone)}")) if phone else None, tag("div", class_="map", role="img", aria_label="Map") if mapped else None,
    )  # fmt: skip
    return Wish(
        nouns=("opening hours page", "page with our opening hours", "opening times page", "store hours page", "business hours page", "visit us page", "hours and location page", "opening hours sign", "hours page", "find us page"),
        needs=("People keep calling to ask when we are open.", "Customers stand before closed doors.", "Visitors should know when they can come."),
        page=page, asks=asks, requires=(has("h1"), has("dt, tr, li", len(rows))),
    )  # fmt: skip


QUESTIONS = ("How was your visit?", "How likely are you to come again?", "How friendly were we?", "How clean was it?", "How fair was the price?")


@kind("survey", 1.0)
def survey(draw: Draw) -> Wish:
    """Questions that are answered on a scale, or in words."""
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.45, known=0.3)
    questions = list(QUESTIONS[:2])
    form = draw.rng.random()
    if form < 0.55:
        questions = list(dict.fromkeys(draw.question()[0] if draw.chance(0.35) else f"{draw.phrase()}?" if draw.chance(0.6) else draw.label() for _ in range(draw.count(1, 4))))
        listed(draw, asks, "questions", questions, "legend")
    elif form < 0.9:
        number = draw.count(2, 5)
        questions = list(QUESTIONS[:number])
        numbered(draw, asks, draw.pick(("questions", "rating questions")), number, "fieldset")
    top = 5
    if draw.chance(0.4):
        top = draw.pick((3, 4, 5) if len(questions) > 2 else (3, 4, 5, 6, 7, 10))
        said = draw.say(top)
        asks.append(Ask(withs=(f"a scale from 1 to {said}", f"answers from 1 to {said}"), says=(f"The scale goes from 1 to {said}.", f"Answers: 1 to {said}.", f"People choose from 1 to {said}."), requires=(has("input[type=radio]", top * len(questions)),)))
    words = wanted(draw, asks, 0.35, ("a comment field", "a box for remarks", "a free text field"), ("At the end a comment field.", "People may add a remark."), has("textarea"))
    button = button_asked(draw, asks, "Send answers")
    first = heading(draw, asks, "Tell us what you think")
    style = look(draw, asks, topic, "plum", 0.3)
    sets = [tag("fieldset", tag("legend", question), tag("div", *(tag("label", inline(tag("input", type="radio", name=f"question-{at}", value=mark), f" {mark}"), class_="check") for mark in range(1, top + 1)), class_="row")) for at, question in enumerate(questions, 1)]
    remark = tag("label", "Comment", tag("textarea", name="comment", rows=3)) if words else None
    script = """\
document.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  document.querySelector("#said").textContent = "Thank you for your answers.";
});"""
    page = simple(
        f"Survey – {name}" if name else "Survey", style, ("form", "check", "row", *(("muted",) if name else ()), "button"), tag("p", name, class_="muted") if name else None, first.html,
        tag("form", *sets, remark, tag("button", button, type="submit"), tag("p", "Every answer helps.", id="said", role="status")), extra="fieldset { border: var(--edge) solid var(--line); border-radius: var(--radius); }\nlegend { font-weight: 600; }", script=script,
    )  # fmt: skip
    return Wish(
        nouns=("survey", "survey page", "questionnaire", "feedback survey", "rating form", "customer satisfaction survey", "poll", "opinion survey", "evaluation form", "feedback questionnaire", "online survey"),
        needs=("We want to know what people think of us.", "Guests should rate their stay.", "I need answers from my customers."),
        page=page, asks=asks, requires=(has("form"), has("fieldset", len(questions)), has("input[type=radio]", 2), has("script")),
    )  # fmt: skip


@kind("cookie", 0.7)
def cookie(draw: Draw) -> Wish:
    asks: list[Ask] = []
    text = message_asked(draw, asks, "We use a few cookies so that this page works. May we?", 0.55)
    buttons = ["Accept", "Decline"]
    if draw.chance(0.5):
        buttons = list(dict.fromkeys(draw.pick(("Accept", "Accept all", "Decline", "Only necessary", "Settings", "OK", "No thanks", "Learn more")) if draw.chance(0.5) else draw.label() for _ in range(draw.pick((1, 2, 2, 3)))))
        listed(draw, asks, draw.pick(("buttons", "choices")), buttons, "button")
    style = look(draw, asks, None, "slate", 0.35)
    script = """\
for (const button of document.querySelectorAll(".cookie button")) {
  button.addEventListener("click", () => document.querySelector(".cookie").remove());
}"""
    css = style.css("narrow", "row", "cookie", "button")
    box = tag("div", tag("p", text), tag("div", *(tag("button", label, type="button") for label in buttons), class_="row"), class_="cookie", role="region", aria_label="Cookies")
    page = document("Cookies", css, tag("main", tag("h1", "Welcome"), tag("p", "Read on while you decide."), box, class_="narrow"), script=script)
    return Wish(
        nouns=("cookie notice", "cookie banner", "cookie consent banner", "cookie popup", "consent banner", "GDPR cookie notice", "page with a cookie banner", "cookie bar", "cookie dialog"), needs=("The law says that we must ask about cookies.", "Visitors have to agree to cookies."),
        page=page, asks=asks, requires=(has("button", len(buttons)), has("script")),
    )  # fmt: skip


@kind("bar", 0.6)
def bar(draw: Draw) -> Wish:
    """An announcement across the top of a page."""
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.4, known=0.2)
    text = message_asked(draw, asks, "Free delivery this week on everything.", 0.85)
    link = ""
    if draw.chance(0.4):
        link = draw.label()
        q = draw.quote(link)
        asks.append(Ask(withs=(f"a link {q}", f"a link saying {q}"), says=(f"It links to {q}.", f"Link text: {q}.", f"After it a link {q}."), requires=(shows(link, "a"),)))
    closing = wanted(draw, asks, 0.35, ("a close button", "an x to close it", "a button to dismiss it"), ("It can be closed.", "People can dismiss it."), has("button"), has("script"))
    style = look(draw, asks, topic, "indigo", 0.4)
    script = """\
document.querySelector("#close").addEventListener("click", () => document.querySelector(".banner").remove());"""
    close = tag("button", "Close", type="button", id="close") if closing else None
    parts = [text, *((" ", tag("a", link, href="#more")) if link else ()), *((" ", close) if close else ())]
    strip = tag("p", inline(*parts), class_="banner")
    css = style.css("narrow", "banner", *(("button",) if closing else ()), extra=".banner button { margin-left: 1rem; background: var(--bg); color: var(--text); }" if closing else "")
    page = document(name or "Announcement", css, strip, tag("main", tag("h1", name or "Welcome"), tag("p", "Have a look around."), class_="narrow"), script=script if closing else "")
    return Wish(
        nouns=("announcement bar", "announcement banner", "top banner", "notification bar", "promo bar", "banner across the top", "info banner", "page with an announcement on top", "sale banner", "news ticker bar"), needs=("Everybody who comes should see our news first.",),
        page=page, asks=asks, requires=(has("h1"),),
    )  # fmt: skip


@kind("empty", 0.5)
def empty(draw: Draw) -> Wish:
    asks: list[Ask] = []
    where, title, text = draw.pick((
        ("", "Nothing here yet", "As soon as there is something, you will see it here."), ("an empty cart", "Your cart is empty", "Have a look around. Something will catch your eye."), ("an inbox", "No messages", "You have read everything. Well done."),
        ("a search without results", "Nothing found", "Try another word, or fewer of them."), ("a list of projects", "No projects yet", "Start your first one today."), ("a list of friends", "No friends yet", "Invite somebody. It is nicer together."),
    ))  # fmt: skip
    if where:
        asks.append(Ask(tails=(f"for {where}",), says=(f"It is for {where}.", f"It stands for {where}.", f"We show it for {where}.")))
    if draw.chance(0.35):
        title = bits(draw, 1, 1)[0]
        q = draw.quote(title)
        asks.append(Ask(withs=(f"the heading {q}", f"the title {q}"), says=(f"The heading is {q}.", f"It says {q} in big letters."), requires=(shows(title, "h1, h2"),)))
    text = message_asked(draw, asks, text, 0.35)
    button = button_asked(draw, asks, "Start now")
    style = look(draw, asks, None, "mint", 0.35)
    page = simple(title, style, ("button", "empty"), tag("div", tag("h1", title), tag("p", text), tag("a", button, class_="button", href="#start"), class_="empty"))
    return Wish(nouns=("empty state", "empty state page", "empty-state message", "empty page with a hint", "blank slate", "nothing-here page", "zero state"), needs=("When there is nothing to show yet, say so kindly.",), page=page, asks=asks, requires=(has("h1"), has("a, button")))
