"""Pages about people: profile, chat, link page, memorial, directory, leaderboard, testimonials, lost and found."""

from htmlbuilder.corpus.asks import look, subject
from htmlbuilder.corpus.blocks.texts import bit, bits, digits, line
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.kinds.apps import titled
from htmlbuilder.corpus.kinds.content import stated
from htmlbuilder.corpus.kinds.elements import simple
from htmlbuilder.corpus.kinds.forms import button_asked
from htmlbuilder.corpus.kinds.shared import PEOPLE, centred, initials, listed, numbered, paired, wanted
from htmlbuilder.corpus.kinds.sites import heading
from htmlbuilder.corpus.markup import document, inline, tag
from htmlbuilder.corpus.wish import Ask, Wish, has, kind, shows

FILTER = """\
const field = document.querySelector("#filter");
field.addEventListener("input", () => {
  for (const item of document.querySelectorAll("main li")) {
    item.style.display = item.textContent.toLowerCase().includes(field.value.toLowerCase()) ? "" : "none";
  }
});"""
FIELD = tag("p", tag("label", "Search", tag("input", type="search", id="filter")))


def person_asked(draw: Draw, asks: list[Ask], share: float = 0.85) -> str:
    """Whom the page is about, or "" when the prompt does not say."""
    if not draw.chance(share):
        return ""
    name = draw.person()
    q = draw.quote(name) if draw.chance(0.3) else draw.keep(name)
    asks.append(Ask(
        tails=(f"for {q}", f"of {q}", f"about {q}"),
        says=(f"The name is {q}.", f"Name: {q}.", f"It's for {q}.", f"It is about {q}.", f"{q} is the name.", f"name {q}"),
        requires=(shows(name, "h1"),),
    ))  # fmt: skip
    return name


@kind("profile", 1.0)
def profile(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name = person_asked(draw, asks)
    shown = name or "Alex Morgan"
    job = stated(draw, asks, draw.pick(("job", "role", "profession")), draw.word("job_titles")) if draw.chance(0.5) else ""
    place = stated(draw, asks, draw.pick(("town", "location", "city")), draw.word("towns")) if draw.chance(0.35) else ""
    bio = "Curious about most things, and happy to talk about all of them."
    if draw.chance(0.45):
        bio = stated(draw, asks, draw.pick(("bio", "about text", "motto")), line(draw))
    figures = [("Posts", "128"), ("Followers", "1,204"), ("Following", "310")]
    if draw.chance(0.45):
        labels = draw.some(("Posts", "Followers", "Following", "Friends", "Photos", "Likes", "Projects", "Reviews", "Points", "Wins", "Recipes", "Badges", "Stars", "Books"), 1, 4)
        figures = [(label, f"{draw.rng.randint(1, 99999):,}") for label in labels]
        words = ", ".join(draw.pick((f"{draw.keep(value)} {label.lower()}", f"{label.lower()} {draw.keep(value)}")) for label, value in figures)
        asks.append(Ask(withs=(words, f"the figures {words}"), says=(f"Show {words}.", f"Figures: {words}.", words, f"It says {words}."), requires=tuple(shows(value) for _, value in figures)))
    likes = bits(draw, 2, 6) if draw.chance(0.35) else []
    if likes:
        listed(draw, asks, draw.pick(("interests", "hobbies", "skills")), likes, "li")
    button = button_asked(draw, asks, "Follow")
    style = look(draw, asks, None, "plum")
    script = """\
const button = document.querySelector("#follow");
button.addEventListener("click", () => {
  button.disabled = true;
  button.textContent += " ✓";
});"""
    about = " · ".join(text for text in (job, place) if text)
    page = simple(
        shown, style, ("stack", "card", *(("plain",) if likes else ()), "button", *(("muted",) if about else ()), *(("tag",) if likes else ()), "avatar", "person", "stats"),
        tag("div", tag("div", tag("span", initials(shown), class_="avatar", aria_hidden="true"), tag("div", tag("h1", shown), tag("p", about, class_="muted") if about else None), class_="person"), tag("p", bio), class_="card"),
        tag("div", *(tag("p", tag("b", value), label) for label, value in figures), class_="stats"),
        tag("ul", *(tag("li", tag("span", text, class_="tag")) for text in likes), class_="plain") if likes else None,
        tag("button", button, type="button", id="follow"),
        script=script,
    )  # fmt: skip
    return Wish(
        nouns=("profile page", "user profile", "user profile page", "profile", "account page", "member profile", "public profile", "social media profile", "personal profile", "profile card", "member page", "author profile"),
        needs=("Members should see each other's profile.", "People want to know who a user is.", "Every user needs a page of their own.", "I want to show who I am at a glance."),
        page=page, asks=asks, requires=(has("h1"), has("button, a")),
    )  # fmt: skip


TALK = (
    "Hi, are you there?", "Yes, what is up?", "Are we still on for tomorrow?", "Of course. What time?", "Ten would be good for me.", "Ten it is.", "Shall I bring something?", "Just yourself, and maybe a cake.",
    "Cake it is.", "Apple or lemon?", "Lemon, please.", "Noted.", "Is Sam coming too?", "He said so.", "Then we are four.", "I will set the table.", "Great, see you.", "See you tomorrow.", "Good night.", "Sleep well.",
)  # fmt: skip


@kind("chat", 0.9)
def chat(draw: Draw) -> Wish:
    """A conversation; the second to speak is the one who looks at it."""
    asks: list[Ask] = []
    title = titled(draw, asks, "Messages")
    speakers = [draw.word("first_names"), draw.word("first_names") if draw.chance(0.5) else draw.pick(("Me", "You", "Agent", "Support", "Bot"))]
    talk = [(("Ana", "You")[at % 2], text) for at, text in enumerate(TALK[:4])]
    form = draw.rng.random()
    if form < 0.55:
        talk = [(speakers[at % 2], text) for at, text in enumerate(dict.fromkeys(line(draw) for _ in range(draw.count(2, 6))))]
        joint = draw.pick(("{}: {}", "{} says {}", "{} - {}", "{}: {}"))
        words = draw.pick(("\n", "; ", " / ", ". ")).join(joint.format(draw.keep(who), draw.quote(text)) for who, text in talk)
        asks.append(Ask(
            withs=(f"the messages {words}", f"this conversation: {words}"), says=(f"Messages: {words}", f"The messages are {words}", f"It starts like this: {words}", f"The talk goes {words}", words),
            requires=(*(shows(text, "li") for _, text in talk), *(shows(who, "li") for who, _ in talk[:2])),
        ))  # fmt: skip
    elif form < 0.85:
        number = draw.count(2, 20)
        talk = [(("Ana", "You")[at % 2], text) for at, text in enumerate(TALK[:number])]
        numbered(draw, asks, draw.pick(("messages", "chat messages", "chat bubbles")), number, "main li")
    button = button_asked(draw, asks, "Send")
    wanted(draw, asks, 0.4, ("a field to write a message", "a message box", "an input for new messages", "a text box and a send button"), ("I can type a message.", "New messages can be sent.", "At the bottom a field to write in."), has("form input"))
    style = look(draw, asks, None, "ocean")
    you = talk[1][0] if len(talk) > 1 else "You"
    bubbles = [tag("li", inline(tag("b", who), " ", text), class_="mine" if who == you else None) for who, text in talk]
    script = f"""\
document.querySelector("form").addEventListener("submit", (event) => {{
  event.preventDefault();
  const field = document.querySelector("#message");
  const item = document.createElement("li");
  const name = document.createElement("b");
  item.className = "mine";
  name.textContent = "{you.replace('"', "")}";
  item.append(name, " " + field.value);
  document.querySelector(".chat").append(item);
  field.value = "";
}});"""
    box = tag("form", tag("label", "Message", tag("input", type="text", id="message", autocomplete="off", required=True)), tag("button", button, type="submit"))
    page = simple(title, style, ("stack", "form", "chat", "button"), tag("h1", title), tag("ul", *bubbles, class_="chat"), box, script=script)
    return Wish(
        nouns=("chat", "chat page", "chat window", "chat app", "messenger", "chat interface", "messaging page", "live chat", "conversation page", "chat room", "chat box", "support chat", "message thread"),
        needs=("People should be able to write to each other.", "Visitors want to chat with us.", "I want to show a conversation.", "Two people talk, and it looks like on a phone."),
        page=page, asks=asks, requires=(has("form"), has("script"), has("main li", len(talk))),
    )  # fmt: skip


@kind("linkbio", 0.9)
def link_page(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name = person_asked(draw, asks, 0.45)
    if not name and draw.chance(0.8):
        name, _ = subject(draw, asks, named=1.0, known=0.0, where="h1")
    text = stated(draw, asks, draw.pick(("bio", "tagline", "line below")), line(draw), "p") if draw.chance(0.4) else "All my links in one place"
    rows = [("Website", "#website"), ("Newsletter", "#newsletter"), ("Shop", "#shop")]
    form = draw.rng.random()
    if form < 0.75:
        texts = list(dict.fromkeys(draw.pick(("Instagram", "YouTube", "Shop", "Blog", "Podcast", "Newsletter", "TikTok", "LinkedIn", "GitHub", "Contact", "Mastodon", "Bandcamp", "Book a call")) if draw.chance(0.45) else bit(draw) for _ in range(draw.count(2, 8))))
        if draw.chance(0.4):
            rows = [(text, draw.url()) for text in texts]
            paired(draw, asks, "links", rows, "a")
            asks[-1].requires = tuple(shows(text, f'a[href="{url}"]') for text, url in rows)
        else:
            rows = [(text, f"#link-{at}") for at, text in enumerate(texts, 1)]
            listed(draw, asks, draw.pick(("links", "buttons", "link buttons")), texts, "a")
    elif form < 0.9:
        pool = ("Website", "Newsletter", "Shop", "Blog", "Podcast", "Photos", "Events", "Contact", "Videos", "Books", "Press", "Support me")
        number = draw.count(2, 12)
        rows = [(text, f"#link-{at}") for at, text in enumerate(pool[:number], 1)]
        numbered(draw, asks, "links", number, "main a")
    style = look(draw, asks, None, "berry", 0.5)
    shown = name or "Alex Morgan"
    page = centred(
        shown, style, ("links", "button"),
        tag("h1", shown), tag("p", text), tag("ul", *(tag("li", tag("a", label, class_="button", href=url)) for label, url in rows), class_="links"),
    )  # fmt: skip
    return Wish(
        nouns=("link-in-bio page", "link in bio page", "link page", "page with all my links", "linktree page", "bio link page", "links page", "page of links for my bio", "social links page", "micro site with my links"),
        needs=("I want one address for all my links.", "My followers should find everything I do.", "People click the link in my profile and should see all my channels."),
        page=page, asks=asks, requires=(has("h1"), has("main a", len(rows))),
    )  # fmt: skip


@kind("memorial", 0.7)
def memorial(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name = person_asked(draw, asks, 0.9)
    years = ""
    if draw.chance(0.6):
        born = draw.rng.randint(1920, 1990)
        years = draw.pick((f"{born}–{born + draw.rng.randint(18, 35)}", f"{born} – 2026", f"{draw.date()} – {draw.date()}"))
        k = draw.keep(years)
        asks.append(Ask(tails=(f"({k})",), withs=(f"the years {k}", f"the dates {k}"), says=(f"{k}.", f"Years: {k}.", f"Lived {k}.", f"The dates are {k}."), requires=(shows(years),)))
    text = stated(draw, asks, draw.pick(("text", "epitaph", "verse", "message")), line(draw)) if draw.chance(0.5) else "Loved, missed, and never far away."
    service = [(label, stated(draw, asks, label, value)) for label, value, share in (("date", draw.date(), 0.4), ("time", draw.time(), 0.25), ("place", f"{draw.word('streets')}, {draw.word('towns')}", 0.35)) if draw.chance(share)]
    memories = []
    if draw.chance(0.35):
        memories = [(draw.person(), line(draw)) for _ in range(draw.count(1, 3))]
        paired(draw, asks, "memories", memories, "blockquote", "blockquote")
    book = wanted(draw, asks, 0.35, ("a condolence book", "a form to leave a memory", "a guestbook"), ("People can leave a memory.", "Friends may write something.", "There is a form for condolences."), has("form"), has("textarea"))
    style = look(draw, asks, None, "slate", 0.3)
    shown = name or "Someone dear"
    form = tag("form", tag("h2", "Leave a memory"), tag("label", "Name", tag("input", type="text", name="name", autocomplete="name", required=True)), tag("label", "Memory", tag("textarea", name="memory", rows=4, required=True)), tag("button", "Send", type="submit"))
    page = simple(
        f"In memory of {shown}", style, ("stack", *(("form",) if book else ()), "facts", *(("button",) if book else ()), "muted", *(("quote",) if memories else ()), "photo"),
        tag("p", "In loving memory", class_="muted"), tag("h1", shown), tag("p", years) if years else None,
        tag("div", class_="photo", role="img", aria_label=f"Portrait of {shown}"), tag("p", text),
        tag("dl", *(part for label, value in service for part in (tag("dt", label.capitalize()), tag("dd", value)))) if service else None,
        *(tag("blockquote", tag("p", words), tag("cite", who)) for who, words in memories),
        form if book else None,
        extra=".photo { max-width: 18rem; }",
    )  # fmt: skip
    return Wish(
        nouns=("memorial page", "memorial", "page in memory of someone", "obituary page", "obituary", "tribute page", "remembrance page", "in memoriam page", "funeral page", "condolence page", "memorial website"),
        needs=("We have lost someone and want a place to remember.", "Family and friends should find a page to mourn on.", "We want to remember her."),
        page=page, asks=asks, requires=(has("h1"),),
    )  # fmt: skip


@kind("directory", 0.9)
def directory(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.45, known=0.35)
    rows = list(zip(PEOPLE[:6], ("Director", "Reception", "Sales", "Workshop", "Accounts", "Driver"), strict=True))
    form = draw.rng.random()
    if form < 0.6:
        manner = draw.pick((lambda d: d.word("job_titles"), Draw.phone, lambda d: f"ext. {d.rng.randint(10, 999)}", lambda d: f"room {d.rng.randint(1, 400)}", Draw.email, bit))
        people = list(dict.fromkeys(draw.person() if draw.chance(0.8) else draw.brand() for _ in range(draw.count(2, 8))))
        rows = [(person, manner(draw)) for person in people]
        paired(draw, asks, draw.pick(("people", "entries", "contacts", "members")), rows, "li", "li")
    elif form < 0.9:
        number = draw.count(3, 20)
        rows = [(person, f"Extension {at}") for at, person in enumerate(PEOPLE[:number], 1)]
        numbered(draw, asks, draw.pick(("people", "entries", "contacts", "members", "names")), number, "main li")
    searched = wanted(draw, asks, 0.45, ("a search field", "a search box", "a field to filter the names", "a live search"), ("It can be searched.", "Typing filters the list.", "I can search by name."), has("input[type=search]"), has("script"))
    first = heading(draw, asks, "Directory")
    style = look(draw, asks, topic, "ocean", 0.35)
    page = simple(
        f"Directory – {name}" if name else "Directory", style, (*(("form",) if searched else ()), "rows", *(("muted",) if name else ())),
        tag("p", name, class_="muted") if name else None, first.html, FIELD if searched else None,
        tag("ul", *(tag("li", tag("b", who), tag("span", what)) for who, what in rows), class_="rows"),
        script=FILTER if searched else "",
    )  # fmt: skip
    return Wish(
        nouns=("directory", "staff directory", "phone directory", "member directory", "contact list", "phone list", "address book", "list of members", "business directory", "directory page", "who's who", "people finder"),
        needs=("We need to look up who sits where.", "Nobody knows anyone's extension.", "Members should find each other.", "People ask for each other's numbers."),
        page=page, asks=asks, requires=(has("main li", len(rows)),),
    )  # fmt: skip


@kind("leaderboard", 0.9)
def leaderboard(draw: Draw) -> Wish:
    asks: list[Ask] = []
    title = titled(draw, asks, "Leaderboard")
    unit = draw.pick(("points", "points", "goals", "km", "wins", "steps", "seconds", "books", "kg"))
    said_unit = draw.chance(0.35)
    rows = [(person, str(1000 - 40 * at)) for at, person in enumerate(PEOPLE[:5], 1)]
    form = draw.rng.random()
    if form < 0.6:
        people = list(dict.fromkeys(draw.pick((draw.person(), draw.word("first_names"), draw.brand(), draw.code())) for _ in range(draw.count(2, 10))))
        scores = sorted((draw.rng.randint(1, draw.pick((50, 999, 99999))) for _ in people), reverse=True)
        rows = [(person, f"{score:,}" if draw.chance(0.1) else str(score)) for person, score in zip(people, scores, strict=True)]
        paired(draw, asks, draw.pick(("scores", "players", "teams", "results", "standings")), rows, "td, li", "td, li")
    elif form < 0.92:
        number = draw.count(3, 20)
        rows = [(person, str(1000 - 40 * at)) for at, person in enumerate(PEOPLE[:number], 1)]
        numbered(draw, asks, draw.pick(("players", "entries", "places", "names", "teams")), number, "tr:has(td)")
    if said_unit:
        asks.append(Ask(withs=(f"{unit} as the score", f"the number of {unit}"), says=(f"They are ranked by {unit}.", f"The score is in {unit}.", f"It counts {unit}."), requires=(shows(unit, "th, td"),)))
    style = look(draw, asks, None, "indigo", 0.4)
    head = tag("thead", tag("tr", *(tag("th", text, scope="col") for text in ("Place", "Name", unit.capitalize() if said_unit else "Score"))))
    body = tag("tbody", *(tag("tr", tag("td", str(at)), tag("td", who), tag("td", tag("b", score))) for at, (who, score) in enumerate(rows, 1)))
    return Wish(
        nouns=("leaderboard", "leader board", "high score table", "ranking", "scoreboard", "league table", "high scores page", "ranking page", "standings", "results table", "hall of fame", "top list"),
        needs=("Everybody wants to know who is ahead.", "Players should see where they stand.", "We need to show who won."),
        page=simple(title, style, ("table",), tag("h1", title), tag("table", head, body)), asks=asks, requires=(has("h1"), has("tr:has(td)", len(rows))),
    )  # fmt: skip


SAID = (
    ("They listened first, and then did exactly what we needed.", "Clara Jensen"), ("Friendly, quick, and the price was what they had said.", "Samuel Mensah"), ("I have told all my neighbours.", "Nora Fields"), ("Best decision of the year.", "Paul Meyer"),
    ("It just worked, from the first day.", "Ines Weber"), ("I would not go anywhere else.", "Tom Hale"), ("Honest people, good work.", "Mina Park"), ("They came when they said they would.", "Olaf Brandt"), ("Worth every penny.", "Rosa Vidal"),
    ("My mother loves it, and she loves nothing.", "Dev Patel"), ("Five stars are not enough.", "Grace Kim"), ("Small team, big heart.", "Hugo Costa"),
)  # fmt: skip


@kind("testimonials", 0.8)
def testimonials(draw: Draw) -> Wish:
    asks: list[Ask] = []
    name, topic = subject(draw, asks, named=0.6, known=0.5)
    rows = [*(topic.reviews if topic else ()), *SAID][:3]
    form = draw.rng.random()
    if form < 0.5:
        rows = [(line(draw), draw.person()) for _ in range(draw.count(1, 5))]
        words = draw.pick((", ", "; ", " / ", "\n")).join(draw.pick(("{0} – {1}", "{1}: {0}", "{0} ({1})", "{1} says {0}")).format(draw.quote(text), draw.keep(who)) for text, who in rows)
        asks.append(Ask(withs=(f"the reviews {words}", f"the quotes {words}"), says=(f"Reviews: {words}", f"They say: {words}", f"Quotes: {words}", f"The testimonials are {words}"), requires=(*(shows(text, "blockquote") for text, _ in rows), *(shows(who) for _, who in rows))))
    elif form < 0.9:
        number = draw.count(2, 12)
        rows = [*(topic.reviews if topic else ()), *SAID][:number]
        numbered(draw, asks, draw.pick(("testimonials", "reviews", "customer reviews", "quotes", "customer voices")), number, "blockquote")
    stars = 0
    if draw.chance(0.4):
        stars = draw.pick((3, 4, 5, 5))
        said = draw.say(stars)
        asks.append(Ask(withs=(f"{said} stars each", f"a rating of {said} stars"), says=(f"Each has {said} stars.", f"Show {said} stars for each.", f"All give {said} stars."), requires=(has(f'[aria-label^="{stars} "]', len(rows)),)))
    first = heading(draw, asks, "What our customers say")
    style = look(draw, asks, topic, "sunset", 0.35)
    rating = tag("p", "★" * stars + "☆" * (5 - stars), class_="stars", role="img", aria_label=f"{stars} out of 5 stars") if stars else None
    quotes = [tag("blockquote", rating, tag("p", text), tag("cite", who)) for text, who in rows]
    css = style.css("wrap", "grid", *(("muted",) if name else ()), *(("stars",) if stars else ()), "quote")
    page = document(f"Reviews – {name}" if name else "Reviews", css, tag("main", tag("p", name, class_="muted") if name else None, first.html, tag("div", *quotes, class_="grid"), class_="wrap"))
    return Wish(
        nouns=("testimonials page", "reviews page", "customer reviews page", "page with testimonials", "review page", "customer voices page", "page of customer quotes", "wall of love", "guest reviews", "ratings page", "recommendations page"),
        needs=("People should see what our customers think.", "New customers want to read reviews.", "We have lovely feedback and want to show it."),
        page=page, asks=asks, requires=(has("h1"), has("blockquote", len(rows))),
    )  # fmt: skip


@kind("lost", 0.8)
def lost(draw: Draw) -> Wish:
    """A notice about a lost pet or thing."""
    asks: list[Ask] = []
    found = draw.chance(0.15)
    what = draw.pick(("cat", "dog", "cat", "dog", "parrot", "rabbit", "tortoise", "ferret", "hamster", "budgie", "bicycle", "scarf", "ring", "backpack", "camera", "umbrella", "wallet", draw.word("nouns")))
    pet = what in ("cat", "dog", "parrot", "rabbit", "tortoise", "ferret", "hamster", "budgie")
    title = f"{'Found' if found else 'Lost'}: {what}"
    if pet and draw.chance(0.8):
        name = draw.name_word() if draw.chance(0.6) else draw.word("first_names")
        title = f"{'Found' if found else 'Lost'}: {name}"
        k = draw.keep(name)
        asks.append(Ask(tails=(f"called {k}", f"named {k}"), says=(f"The {what} is called {k}.", f"Name: {k}.", f"{k} is the {what}'s name.", f"It answers to {k}."), requires=(shows(name, "h1"),)))
    rows = []
    for label, value, share in (("last seen", f"{draw.word('streets')}, {draw.word('towns')}", 0.6), ("since", draw.date(), 0.4), ("description", line(draw) if draw.chance(0.4) else bit(draw), 0.55), ("phone", draw.phone(), 0.6), ("reward", draw.price(10, 500), 0.45)):
        if draw.chance(share):
            rows.append((label, stated(draw, asks, label, value)))
    text = stated(draw, asks, draw.pick(("text", "message", "plea")), line(draw)) if draw.chance(0.3) else "Please call us, at any hour."
    wanted(draw, asks, 0.4, ("a photo", "space for a photo", "a picture"), ("There is a photo.", "Leave space for a picture.", "Show a picture on top."), has("img, [role=img]"))
    style = look(draw, asks, None, "ember" if found else "sunset", 0.3)
    facts = tag("dl", *(part for label, value in rows for part in (tag("dt", label.capitalize()), tag("dd", tag("a", value, href=f"tel:{digits(value)}") if label == "phone" else value)))) if rows else None
    page = simple(title, style, ("stack", "facts", "photo"), tag("h1", title), tag("div", class_="photo", role="img", aria_label=f"Photo of the {what}"), facts, tag("p", tag("b", text)), extra=".photo { max-width: 26rem; }")
    state = "found" if found else "lost"
    nouns = (f"{state} {what} notice", f"{state} {what} poster", f"{state} {what} page", f"page about a {state} {what}", f"poster for a {state} {what}", f"notice about a {state} {what}", *((f"missing {what} poster", f"missing {what} page") if not found else ()))
    needs = (f"We found a {what}, and nobody knows whose it is.",) if found else (f"Our {what} is gone, and the neighbours should know.", f"I have lost my {what}.", f"Please help us to find our {what}.")
    return Wish(nouns=nouns, needs=needs, page=page, asks=asks, requires=(has("h1"), shows(what)))
