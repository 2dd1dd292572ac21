"""More that is jotted down: trade, lists, forms, sayings; and the same notes in sentences that run as they come."""

from collections.abc import Callable

from htmlbuilder.corpus.blocks.texts import FACTS, VALUES, bit, button_text
from htmlbuilder.corpus.draw import DAYS, MONTHS, Draw
from htmlbuilder.corpus.jots import Pad
from htmlbuilder.corpus.kinds.terse import (
    LISTS,
    ask_price,
    ask_priced,
    ask_when,
    ask_where,
    club,
    cost,
    emoji,
    fits,
    gig,
    job,
    open_times,
    owner,
    party,
    poster,
    reach,
    several,
    talks,
    thing,
    trade,
    who,
    words,
)
from htmlbuilder.corpus.wish import Wish, kind

# Trade


@kind("terse-trade", 3.2)
def business(draw: Draw) -> Wish:
    """A small business in a line, its prices, the menu of the day, a product, a person's own page."""
    return draw.pick((_line, _line, _line, _menu, _menu, _product, _own, _own))(draw, Pad(draw, "trade"))


def _line(draw: Draw, pad: Pad) -> Wish:
    name, does = owner(draw), trade(draw)
    glued = draw.chance(0.4)
    pad.head(draw.pick((f"{name} {does}", f"{name} {does}", f"{does} {name}", f"{name}'s {does}")) if glued else name)
    if not glued:
        pad.line(does, "we do {}", "i am a {}", "it's a {}", "{}", "business: {}", "trade is {}", sort="muted", rank=0)
    for note, share in ((ask_where, 0.45), (reach, 0.75), (ask_priced, 0.25), (ask_price, 0.15), (open_times, 0.25)):
        if draw.chance(share):
            note(draw, pad)
    if draw.chance(0.35):
        pad.line(draw.pick(("24/7", "since {0}", "24h", "est {0}", "free quotes", "no job 2 small", "cash or card", "walk ins ok", "by appt only", "{1} yrs experience", "family run", "we come to u", "open late", words(draw), words(draw))).format(draw.rng.randint(1890, 2026), draw.rng.randint(2, 40)))
    if draw.chance(0.2):
        pad.series("list", [(item,) for item in several(draw, lambda d: d.pick((d.word("skills").lower(), thing(d))), 2, 4)], draw.pick(("", "", "services", "we do", "what we do")))
    if draw.chance(0.2):
        pad.button(draw.pick(("call now", "Book", "book now", "get a quote", button_text(draw))))
    return pad.wish(0.6)


def _menu(draw: Draw, pad: Pad) -> Wish:
    name = owner(draw)
    pad.head(draw.pick((name, f"{name} menu", f"{name} prices", "menu of the day", "today", "todays menu", "lunch menu", f"{draw.pick(DAYS)} lunch", "price list", "prices", f"{draw.word('foods')} stand", f"{trade(draw)} prices", "kiosk", "bar menu", "drinks", f"specials {draw.pick(DAYS)}", f"{name} - prices")), nouns=("menu", "menu page", "page", "price list", "website", "html page", "prices page", "board", "web page"))
    if draw.chance(0.2):
        for head in draw.pick((("starters", "mains"), ("hot", "cold"), ("food", "drinks"), ("small", "large"), ("kids", "adults"), ("lunch", "dinner"))):
            ask_priced(draw, pad, head, 1, 3)
    else:
        ask_priced(draw, pad, low=2, high=6)
    for note, share in ((ask_where, 0.2), (reach, 0.25), (open_times, 0.12)):
        if draw.chance(share):
            note(draw, pad)
    if draw.chance(0.3):
        pad.line(draw.pick(("cash only", "ask abt allergies", "all vegan", "kids half price", "till it's gone", "take away too", "bring ur own cup", words(draw))))
    return pad.wish(0.35)


def _product(draw: Draw, pad: Pad) -> Wish:
    pad.head(draw.pick((draw.word("products"), draw.brand(), f"{draw.name_word()} {draw.word('nouns')}", f"the {draw.word('adjectives')} {draw.word('nouns')}", f"{draw.word('products')} {draw.code()}")), nouns=("product page", "shop page", "page", "product card", "html page", "website", "item page"))
    pad.line(cost(draw), "it costs {}", "price {}", "for {}")
    joint = draw.pick((", ", "/", " / ", " ", " + ", "-"))
    if draw.chance(0.7):
        sizes = draw.pick((("s", "m", "l"), ("S", "M", "L", "XL"), ("36", "37", "38"), ("small", "big"), ("250g", "500g"), ("one size",), ("A4", "A3"), ("xs", "s", "m")))
        pad.fact(draw.pick(("sizes", "size", "Sizes")) if len(sizes) > 1 else "size", joint.join(sizes))
    if draw.chance(0.55):
        pad.fact(draw.pick(("colours", "colors", "comes in", "colour")), joint.join(draw.some(("red", "blue", "black", "sand", "olive", "white", "grey", "rust", "mint", draw.word("nouns"), draw.word("name_words").lower()), 2, 3)))
    if draw.chance(0.3):
        pad.fact(draw.pick(("made of", "material", "weight", "made in", "ships in", "stock", "warranty")), draw.pick((thing(draw), f"{draw.rng.randint(1, 90)} {draw.pick(('g', 'days', 'pcs', 'kg', 'years'))}", draw.word("towns"))))
    if draw.chance(0.35):
        pad.line(words(draw))
    if draw.chance(0.55):
        pad.button(draw.pick(("buy", "add to cart", "Add to bag", "order", "buy now", button_text(draw))))
    return pad.wish(0.3)


def _own(draw: Draw, pad: Pad) -> Wish:
    """A person's own page: name, trade, town, work."""
    pad.head(draw.pick((draw.person(), draw.person(), draw.word("first_names"), draw.brand())), nouns=("portfolio", "page", "cv", "personal site", "website", "cv page", "profile", "portfolio site", "html page", "my page"))
    pad.line(draw.pick((draw.word("job_titles"), draw.word("job_titles"), draw.word("skills"), f"{draw.word('nouns')} maker")), "i am a {}", "job: {}", "i work as {}", "{}", "profession {}", sort="muted", rank=0)
    if draw.chance(0.65):
        pad.line(draw.pick(("{}", "{}", "based in {}", "from {}", "living in {}")).format(draw.word("towns")), "i live in {}", "from {}", "town: {}", "based in {}", "{}")
    form = draw.rng.random()
    if form < 0.4:
        pad.series("list", [(item,) for item in fits(draw, 2, 4)], draw.pick(("work", "projects", "skills", "my work", "i like", "jobs", "clients")))
    elif form < 0.6:
        pad.series("cards", [(thing(draw), draw.pick((str(draw.rng.randint(1990, 2026)), thing(draw)))) for _ in range(draw.count(2, 3))], draw.pick(("", "projects", "work", "jobs")), ("{} ({})", "{}: {}", "{} - {}", "{} {}")[:3], ("projects", "work") if form < 0.5 else ())
    if draw.chance(0.3):
        pad.series("links", [(name,) for name in several(draw, _network, 2, 3)], "", ("{}",), ("links", "socials", "find me", "on"), 0)
    if draw.chance(0.6):
        pad.mail()
    if draw.chance(0.25):
        pad.phone()
    if draw.chance(0.25):
        pad.line(words(draw))
    return pad.wish(0.5)


def _network(draw: Draw) -> str:
    return draw.pick(("insta", "instagram", "tiktok", "youtube", "yt", "facebook", "fb", "github", "spotify", "shop", "blog", "etsy", "mastodon", "linkedin", "soundcloud", "newsletter", "patreon", "discord", "twitch", draw.word("links").lower(), thing(draw)))


# Lists


@kind("terse-list", 2.8)
def listing(draw: Draw) -> Wish:
    """A thing and its items, a team, things to do, links, two posts, tabs."""
    return draw.pick((_items, _items, _items, _team, _todo, _todo, _links, _posts, _tabs))(draw, Pad(draw, "list"))


def _items(draw: Draw, pad: Pad) -> Wish:
    noun, name = draw.word("nouns"), draw.word("first_names")
    text = draw.pick((f"my {noun}s", f"my {noun}s", f"our {noun}s", f"{name}s {noun}s", f"{name}'s {noun}s", f"my top {draw.rng.randint(2, 5)} {noun}s", f"best {noun}s", f"{draw.word('towns')} {noun}s", f"fav {noun}s", f"{draw.word('adjectives')} {noun}s", f"{noun} collection", "my pets", "my plants", f"{noun} types", f"rules of the {noun}", f"{noun} facts", f"what i {draw.word('verbs')}", f"{draw.word('foods').lower()} recipe", draw.phrase(), owner(draw)))
    pad.head(text + emoji(draw, 0.15), nouns=LISTS)
    form = draw.rng.random()
    if form < 0.12:
        pad.series("cards", [(item,) for item in fits(draw, 2, 4)], "", ("{}",), ("cards", "as cards", "a card each", "cards 4", "boxes", "little cards"), 0)
    elif form < 0.5:
        pad.series("list", [(item,) for item in fits(draw, 2, 6)], direct=draw.chance(0.6))
    elif form < 0.75:
        rows = [(draw.pick((thing(draw), draw.word("first_names"), draw.brand())), draw.pick((thing(draw), draw.word("adjectives"), str(draw.rng.randint(1, 20)), words(draw)))) for _ in range(draw.count(2, 4))]
        pad.series("cards", rows, "", ("{} ({})", "{} ({})", "{} = {}", "{} - {}", "{} [{}]"), direct=draw.chance(0.6))
    else:
        for head in several(draw, thing, 2, 3):
            pad.series("list", [(item,) for item in fits(draw, 1, 4)], head)
    if draw.chance(0.25):
        pad.line(words(draw))
    return pad.wish()


def _team(draw: Draw, pad: Pad) -> Wish:
    noun = draw.word("nouns")
    pad.head(draw.pick((f"team {draw.name_word()}", "our team", "the team", f"{owner(draw)} team", f"{noun} crew", f"{draw.word('towns')} {noun} team", "who we are", f"class {draw.rng.randint(1, 9)}{draw.pick('abc')}", "the family", "our band", f"{noun} committee", "staff", "line up", owner(draw))), nouns=("team page", "page", "website", "html page", "team list", "staff page", "list"))
    name: Callable[[Draw], str] = draw.pick((lambda d: d.word("first_names"), Draw.person))
    if draw.chance(0.65):
        rows = [(name(draw), draw.pick((draw.word("job_titles"), draw.word("job_titles"), thing(draw), draw.word("skills"), str(draw.rng.randint(1, 30))))) for _ in range(draw.count(2, 5))]
        pad.series("cards", rows, "", ("{} ({})", "{} ({})", "{}: {}", "{} - {}", "{} {}", "{} = {}", "{} does {}", "{}/{}"), direct=draw.chance(0.4))
    else:
        pad.series("list", [(who_,) for who_ in several(draw, name, 2, 6)], direct=draw.chance(0.5))
    for note, share in ((ask_where, 0.15), (ask_when, 0.12), (reach, 0.2)):
        if draw.chance(share):
            note(draw, pad)
    return pad.wish(0.35)


def _todo(draw: Draw, pad: Pad) -> Wish:
    """Things to tick off, or a list that only has to be read."""
    noun, day = draw.word("nouns"), draw.pick(DAYS)
    ticked = draw.chance(0.55)
    title = draw.pick(
        ("to do", "todo", f"to do {day}", f"todo {day[:3]}", "to-do list", "checklist", f"{noun} checklist", f"packing list {draw.word('towns')}", f"packing 4 {draw.word('towns')}", "chores", f"{day} chores", "b4 we leave", f"{draw.word('first_names')}s to do", "must do", f"todo: {noun}")
        if ticked else ("shopping", "shopping list", "groceries", "wish list", f"{draw.word('first_names')}s wishlist", "bucket list", "reading list", f"books abt {noun}s", "things i like", "house rules", f"{noun} rules", "ideas", "films 2 watch", "gift ideas", "playlist", f"what {noun}s eat", "i need")
    )  # fmt: skip
    pad.head(title, nouns=("to do page", "checklist page", "page w/ tick boxes", "checkbox page", "page with checkboxes", "html w/ checkboxes", "todo page") if ticked else LISTS)
    make: Callable[[Draw], str] = draw.pick((lambda d: f"{d.word('verbs')} {d.word('nouns')}", lambda d: f"{d.word('verbs')} the {d.word('nouns')}", thing, lambda d: f"call {d.word('first_names')}", lambda d: d.word("foods").lower(), lambda d: d.word("bits")))
    pad.series("ticks" if ticked else "list", [(item,) for item in several(draw, make, 2, 6)], direct=draw.chance(0.55))
    if draw.chance(0.15):
        pad.line(words(draw), rank=2)
    return pad.wish(0.3)


def _links(draw: Draw, pad: Pad) -> Wish:
    pad.head(draw.pick((owner(draw), draw.person(), f"@{draw.word('nouns')}{draw.rng.randint(1, 99)}", f"{draw.word('first_names')}s links", "my links", "links", f"{owner(draw)} links", f"{draw.word('nouns')} links")), nouns=("link page", "link list", "links page", "page with links", "bio page", "link in bio", "page", "website", "linktree style page", "links"))
    if draw.chance(0.3):
        rows: list[tuple[str, ...]] = [(_network(draw), draw.url()) for _ in range(draw.count(2, 4))]
        pad.series("links", rows, "", ("{} {}", "{}: {}", "{} ({})", "{} -> {}", "{} = {}"), ("links", "links to", "linked"), 0.3)
    else:
        pad.series("links", [(name,) for name in several(draw, _network, 2, 5)], "", ("{}",), ("links", "links to", "link to", "buttons to", "linked", "link list"), 0)
    if draw.chance(0.4):
        pad.line(draw.pick((words(draw), draw.word("job_titles"), thing(draw))), sort="muted", rank=0)
    return pad.wish(0.45)


def _posts(draw: Draw, pad: Pad) -> Wish:
    """A blog or a log of travels with its first posts."""
    town, name, noun = draw.word("towns"), draw.word("first_names"), draw.word("nouns")
    pad.head(draw.pick((f"{name}s blog", f"{name} in {town}", f"{noun} blog", f"{town} trip", f"my year in {town}", f"{name}s travel diary", f"{draw.word('adjectives')} {noun} blog", f"{owner(draw)} blog", f"notes on {noun}s", f"{town} to {draw.word('towns')} by {noun}", draw.phrase(), f"the {noun} diaries")), nouns=("blog", "blog page", "travel blog", "page", "website", "blog index", "html blog", "diary page"))
    post: Callable[[], str] = lambda: draw.pick((words(draw), f"day {draw.rng.randint(1, 40)}", draw.word("towns"), f"{noun} in {draw.word('towns')}", draw.phrase(), f"why {draw.word('nouns')}s {draw.word('verbs')}", thing(draw)))  # noqa: E731
    other: Callable[[], str] = draw.pick((draw.date, lambda: f"{draw.rng.randint(1, 28)} {draw.pick(MONTHS)[:3]}".lower(), lambda: draw.word("towns"), lambda: words(draw), lambda: thing(draw)))
    rows = [(post(), other()) for _ in range(draw.pick((2, 2, 2, 3)))]
    pad.series("cards", rows, draw.pick(("", "", "", "posts", "latest", "trips", "stories")), ("{} ({})", "{} ({})", "{} - {}", "{}: {}", "{} / {}", "“{}” {}"), ("posts", "2 posts", "entries", "stories") if len(rows) == 2 else ("posts", "entries"), 0.3)
    if draw.chance(0.3):
        pad.line(words(draw), sort="muted", rank=0)
    if draw.chance(0.2):
        pad.button(draw.pick(("read more", "subscribe", button_text(draw))))
    return pad.wish()


def _tabs(draw: Draw, pad: Pad) -> Wish:
    pad.head(draw.pick((owner(draw), draw.phrase(), f"{draw.word('nouns')} info", draw.word("subjects"), f"my {draw.word('nouns')}")), nouns=("page", "html page", "website", "web page"))
    make: Callable[[Draw], str] = draw.pick((lambda d: d.word("links"), thing, bit, lambda d: d.pick(DAYS), lambda d: d.word("towns"), lambda d: d.word("headings")))
    names = several(draw, make, 2, 4)
    pad.tabs(names if len(names) > 1 else [*names, "info"])
    if draw.chance(0.35):
        pad.line(words(draw), rank=0)
    if draw.chance(0.2):
        reach(draw, pad)
    return pad.wish(0.5)


# Forms and words


def _label(draw: Draw) -> str:
    return draw.pick(("name", "name", "email", "email", "mail", "phone", "tel", "message", "date", "how many", "password", "user", "age", "town", "zip", "allergies", "class", "room", "size", "member no", "pin", "comment", thing(draw), thing(draw), draw.word("nouns"), f"{draw.word('nouns')} name", f"favourite {draw.word('nouns')}"))


@kind("terse-form", 1.8)
def form(draw: Draw) -> Wish:
    """A login, or a form, and what it asks for."""
    pad, noun = Pad(draw, "form"), draw.word("nouns")
    login = draw.chance(0.4)
    if login:
        title = draw.pick((f"{noun} login", f"{owner(draw)} login", f"{trade(draw)} login", f"{noun} club login", "login", "log in", "members login", "sign in", f"{noun} app sign in", f"{draw.word('subjects')} class login", f"login {owner(draw)}", "staff login", f"{noun} portal"))
        fields = draw.pick((("email", "password"), ("user", "password"), ("username", "pw"), ("name", "pin"), ("e-mail", "pass"), ("member no", "password"), ("email", "password", draw.word("nouns")), (_label(draw), "password"), ("phone", "code")))
        button = draw.pick(("log in", "go", "enter", "Sign in", "let me in", button_text(draw))) if draw.chance(0.5) else ""
        pad.head(title, nouns=("page", "html page", "screen", "page html", "form", "web page"))
    else:
        title = draw.pick((f"{noun} form", f"{owner(draw)} order form", f"{noun} order form", "contact form", "contact", f"contact {owner(draw)}", "sign up", f"{noun} sign up", f"sign up 4 {noun} club", f"{noun} booking", "feedback", f"{noun} survey", "rsvp", f"{noun} rental form", "newsletter", f"{owner(draw)} newsletter", "guest book", f"{trade(draw)} booking form", f"report a {noun}", f"lost {noun} form", "waiting list", "volunteer form", f"ask {draw.word('first_names')}", "apply", "register"))
        fields = tuple(several(draw, _label, 1, 5))
        button = draw.pick(("send", "ok", "submit", "Send it", "book", "order", button_text(draw), button_text(draw))) if draw.chance(0.55) else ""
        pad.head(title, nouns=("page", "html page", "html form", "web form", "html", "simple page", "one page"))
    pad.form(fields, button)
    if draw.chance(0.25):
        pad.line(words(draw))
    if draw.chance(0.15):
        reach(draw, pad)
    if draw.chance(0.12):
        ask_when(draw, pad)
    return pad.wish(0.45)


@kind("terse-words", 1.6)
def sayings(draw: Draw) -> Wish:
    """A quote and its author; a title, a line and a button; a line and a number."""
    pad = Pad(draw, "words")
    form = draw.rng.random()
    if form < 0.3:
        pad.head(draw.pick(("quote of the day", "quote", "today's quote", f"{draw.pick(DAYS)} quote", "my motto", "words of the week", f"{draw.word('nouns')} quote", draw.phrase(), owner(draw))), nouns=("page", "quote page", "html page", "website", "poster", "web page"))
        pad.centred = True
        for _ in range(draw.pick((1, 1, 1, 2))):
            pad.quote(words(draw), draw.pick((draw.person(), draw.person(), who(draw), f"{draw.word('first_names')}, {draw.rng.randint(4, 90)}", draw.word("job_titles"))))
        if draw.chance(0.2):
            pad.button(draw.pick(("share", "next", "another one", button_text(draw))))
        return pad.wish(0.55)
    pad.head(draw.pick((owner(draw), owner(draw), draw.phrase(), words(draw), thing(draw), draw.word("headings"), f"{draw.word('nouns')} app", f"{draw.invented()} app")), nouns=("landing page", "page", "website", "web page", "html page", "homepage", "start page", "coming soon page", "site", "hero section"))
    pad.line(words(draw), "subtitle {}", "below it {}", "the tag line {}", "slogan: {}", "tagline {}", sort="muted", rank=0)
    if form < 0.65:
        pad.button(button_text(draw))
    elif form < 0.75:
        pad.series("row", [(text,) for text in several(draw, button_text, 2, 3)], "", ("{}",), ("buttons", "btns", "the buttons"), 0)
    if draw.chance(0.3):
        pad.line(words(draw))
    if form > 0.75 or draw.chance(0.15):
        reach(draw, pad)
    if draw.chance(0.2):
        pad.series("list", [(item,) for item in fits(draw, 2, 4)], draw.pick(("", "features", "why", "what u get")))
    if draw.chance(0.15):
        ask_when(draw, pad)
    return pad.wish(0.5)


# The same notes in sentences


@kind("loose", 4.0)
def loose(draw: Draw) -> Wish:
    """Four to nine wishes of any sort in sentences that run as they come, the name anywhere."""
    own = draw.chance(0.55)
    pad = Pad(draw, "loose", own)
    pad.head(draw.pick((owner(draw), owner(draw), draw.brand(), draw.person(), f"{draw.word('first_names')}s {draw.word('nouns')} party", f"{draw.word('nouns')} club", draw.phrase(), f"{draw.word('towns')} {draw.word('nouns')} fair")))
    notes: tuple[tuple[Callable[[Draw, Pad], None], float], ...] = (
        (ask_when, 2), (ask_where, 2.4), (ask_price, 1.2), (_phone, 2), (_mail, 1.6), (open_times, 1.4), (ask_priced, 2), (lambda d, p: p.line(words(d)), 3), (lambda d, p: p.button(button_text(d)), 2),
        (lambda d, p: p.series("list", [(item,) for item in fits(d, 2, 5)], thing(d)), 2), (lambda d, p: p.series("list", [(item,) for item in fits(d, 2, 5)]), 1.2), (lambda d, p: p.quote(words(d), d.person()), 1.2), (_fact, 1.8),
        (lambda d, p: p.series("links", [(name,) for name in several(d, _network, 2, 4)], "", ("{}",), ("links",), 0), 1.2), (lambda d, p: p.series("row", [(text,) for text in several(d, button_text, 2, 3)], "", ("{}",), ("buttons",), 0), 0.7), (lambda d, p: p.series("cards", [(d.person(), d.word("job_titles")) for _ in range(d.count(2, 4))], d.pick(("team", "people", "who we are", "crew")), ("{} ({})", "{} - {}", "{}: {}")), 1.2),
        (lambda d, p: p.form(several(d, _label, 2, 4), button_text(d) if d.chance(0.6) else ""), 1.2), (lambda d, p: p.series("times", [(f"{hour}:{d.pick(('00', '30'))}", thing(d)) for hour in sorted(d.rng.sample(range(8, 22), d.rng.randint(2, 4)))], d.pick(("program", "plan", "schedule")), ("{} {}", "{} - {}", "{1} at {0}")), 1),
        (lambda d, p: p.series("ticks", [(f"{d.word('verbs')} {d.word('nouns')}",) for _ in range(d.count(2, 4))], "", ("{}",), ("checkboxes", "tick boxes"), 0), 0.6),
    )  # fmt: skip
    makers, shares = [note for note, _ in notes], [share for _, share in notes]
    for place in sorted({draw.rng.choices(range(len(makers)), shares)[0] for _ in range(draw.pick((1, 1, 2, 3) if own else (3, 4, 4, 5, 5, 6, 7, 9)))}):
        makers[place](draw, pad)
    if own:
        return draw.pick(FAMILIES)(draw, pad)
    draw.rng.shuffle(pad.jots)
    does = draw.word("job_titles") if draw.chance(0.2) else draw.pick(draw.topic().kinds)
    return pad.sentences(does)


def _phone(draw: Draw, pad: Pad) -> None:
    pad.phone()


def _fact(draw: Draw, pad: Pad) -> None:
    label = draw.pick(FACTS)
    pad.fact(label.lower() if draw.chance(0.7) else label, VALUES.get(label, thing)(draw))


def _mail(draw: Draw, pad: Pad) -> None:
    pad.mail()


# What a longer prompt may be about, with notes of its own.
FAMILIES: tuple[Callable[[Draw, Pad], Wish], ...] = (party, party, gig, club, talks, poster, job, _line, _line, _line, _menu, _product, _own, _own, _items, _team, _links, _posts, _tabs)
