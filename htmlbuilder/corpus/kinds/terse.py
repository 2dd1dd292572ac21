"""Prompts of a few words, jotted down without grammar as one texts a friend, and longer ones made of the same notes.

What each family notes down is here; how notes are said, joined and shown is `corpus.jots`'s.
"""

from collections.abc import Callable

from htmlbuilder.corpus import names
from htmlbuilder.corpus.blocks.texts import bits, button_text, room
from htmlbuilder.corpus.draw import DAYS, EMOJI, MONTHS, Draw
from htmlbuilder.corpus.jots import Pad
from htmlbuilder.corpus.wish import Wish, kind

SIGNS = ("", "", "$", "€", "£", " €", "€", "₹", " kr", "$", "R$", " zł", "k")
LOUD = ("", "", "", "", "!", "!!", "!!!", "..", " :)", " <3")
KIN = ("mum", "dad", "mom", "grandma", "grandpa", "nana", "papa", "sis", "bro", "auntie", "uncle", "my love", "boss", "coach", "teacher", "neighbour", "everyone", "team", "babe", "opa", "oma", "abuela", "mate", "cousin")
DAY = ("mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun", "friday", "saturday", "sunday", "tmrw", "tonight", "next sat", "this fri", "sunday arvo", "Sat", "Fri", "Weds")
INVITES = ("invite", "invitation", "page", "flyer", "website", "web page", "invite page", "e-invite", "html invite", "poster", "html page", "digital invite")
CARDS = ("card", "ecard", "page", "greeting card", "e-card", "web card", "html card", "html page", "page", "little page", "surprise page", "website")
SHEETS = ("poster", "sign", "notice", "flyer", "page", "html page", "A4 sign", "door sign", "print page", "web page", "notice page", "shop sign", "window sign")
ADS = ("ad", "small ad", "notice", "page", "flyer", "html page", "poster", "listing", "web page", "classified", "note for the board")
LISTS = ("page", "list", "html list", "html page", "web page", "list page", "simple list", "page w/ list", "website")


# Words


def who(draw: Draw) -> str:
    """Whom a person greets."""
    first = draw.word("first_names")
    return draw.pick((first, first, first, first, f"{first} & {draw.word('first_names')}", f"{first} and {draw.word('first_names')}", draw.pick(KIN), f"{draw.pick(('aunt', 'uncle', 'granny', 'mr', 'mrs', 'ms', 'dr', 'coach', 'lil', 'sir'))} {draw.pick((first, draw.word('surnames')))}", draw.person(), draw.invented(), f"team {draw.name_word()}"))


def when(draw: Draw) -> str:
    """A time as people type it: "sat 4pm", "12/6", "fri 13 june 19:30", "7ish"."""
    day = draw.pick(DAY) if draw.chance(0.6) else draw.pick(DAYS)
    number, month, hour = draw.rng.randint(1, 28), draw.pick(MONTHS), draw.rng.randint(1, 11)
    dated = draw.pick((f"{number} {month}", f"{month} {number}", f"{number} {month[:3]}", f"{month[:3]} {number}", f"{number}/{draw.rng.randint(1, 12)}", f"{number}.{draw.rng.randint(1, 12)}.", f"{nth(number)} {month[:3]}", f"{month} {nth(number)}", f"{day} {number} {month[:3]}", f"{day} {nth(number)}", day, day))
    clock = draw.pick((f"{hour}pm", f"{hour} pm", f"{hour}:30", f"{hour}am", f"{hour + 12}h", f"{hour}ish", f"{hour + 12}:00", f"{hour}-{min(hour + 3, 12)}pm", f"{hour}.30pm", f"at {hour}", f"from {hour}", "noon", f"{hour} o'clock", f"{hour + 12}:{draw.pick(('15', '30', '45'))}"))
    return draw.pick((f"{dated} {clock}", f"{dated} {clock}", dated, f"{clock} {dated}", f"{dated} @ {clock}" if not clock.startswith(("at", "from")) else f"{dated} {clock}", f"{dated}, {clock}"))


def where(draw: Draw) -> str:
    number, street, town = draw.rng.randint(1, 199), draw.word("streets"), draw.word("towns")
    place = draw.pick((
        f"{number} {street}", f"{street} {number}", f"{street} {number}", town, f"{street}", f"{number} {street}, {town}", f"{draw.name_word()} hall", f"{draw.word('first_names')}'s place", f"{draw.word('first_names')}s house", f"the {draw.word('nouns')} room", room(draw),
        f"{draw.name_word()} park", f"behind the {draw.word('nouns')}", f"cafe {draw.name_word()}", f"{town} station", "our garden", f"flat {number % 40}", f"{draw.name_word()} school, gym", f"{street} {number}{draw.pick('abc')}",
    ))  # fmt: skip
    return draw.pick((place, place, place, f"at {place}", f"@ {place}", f"📍 {place}", f"in {place}" if place == town else place))


def cost(draw: Draw) -> str:
    sign = draw.pick(SIGNS)
    number = f"{draw.rng.randint(1, draw.pick((9, 30, 99, 450)))}{draw.pick(('', '', '', '', '.50', '.90', '.20'))}"
    return f"{sign}{number}" if sign in ("$", "€", "£", "₹", "R$") and draw.chance(0.8) else f"{number}{sign}" if sign != "k" or "." in number else f"{number}k"


def thing(draw: Draw) -> str:
    return draw.pick((draw.word("nouns"), f"{draw.word('adjectives')} {draw.word('nouns')}", draw.word("bits"), draw.word("foods").lower(), draw.word("products").lower(), f"{draw.word('nouns')} {draw.word('nouns')}", draw.invented().lower()))


def words(draw: Draw) -> str:
    """A few words of any kind, without a stop."""
    text = draw.pick((draw.word("lines"), draw.word("lines"), draw.word("bits"), draw.phrase(), draw.sentence())).rstrip(".")
    return text if text.count(" ") < 7 or draw.chance(0.15) else draw.pick((draw.word("bits"), draw.phrase()))


def nth(number: int) -> str:
    return f"{number}{'th' if number in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def emoji(draw: Draw, share: float = 0.35) -> str:
    if not draw.chance(share):
        return ""
    return " " + draw.pick((draw.pick(EMOJI), draw.pick(EMOJI), "".join(draw.some(EMOJI, 2, 3)), draw.pick(EMOJI) * draw.rng.randint(2, 3), draw.pick("🎈💐🥳✨💛🙏🐶🐱🌻🍕🍰⚽🎶📚🚗🔨")))


def trade(draw: Draw) -> str:
    """What somebody does for a living, in a word or two."""
    topic = draw.topic()
    return draw.pick((draw.pick(topic.kinds), draw.pick(topic.kinds), draw.word("job_titles"), draw.word("skills"), f"{draw.word('nouns')} repair", f"{draw.word('adjectives')} {draw.word('nouns')}s", f"{draw.word('nouns')} & {draw.word('nouns')} service", f"{draw.word('foods').lower()} stall"))


def owner(draw: Draw) -> str:
    first = draw.word("first_names")
    return draw.pick((draw.brand(), draw.brand(), names.business(draw), names.business(draw), names.person(draw), draw.person(), first, f"{first}'s", f"{draw.word('surnames')} & {draw.pick(('son', 'daughters', 'co', 'sons'))}", f"{draw.invented()}", f"studio {draw.name_word()}", f"{draw.invented().upper()}"))


def several(draw: Draw, make: Callable[[Draw], str], low: int = 2, high: int = 5) -> list[str]:
    return list({text.casefold(): text for text in (make(draw) for _ in range(draw.count(low, high)))}.values())


def fits(draw: Draw, low: int = 2, high: int = 5) -> list[str]:
    """Items that one jots down: mostly a word or two."""
    return several(draw, thing, low, high) if draw.chance(0.5) else bits(draw, low, high)


# Notes that many families make


def ask_price(draw: Draw, pad: Pad) -> None:
    pad.line(draw.pick(("{}", "{}", "{}", "only {}", "{} entry", "from {}", "{} pp", "{} o.n.o.", "{} each", "tickets {}", "{} per hour", "{} cash")).format(cost(draw)), "it costs {}", "price {}", "the price is {}", "it's {}", "we ask {}", "entry is {}")


def ask_when(draw: Draw, pad: Pad) -> None:
    mark = draw.pick(("📅 ", "⏰ ", "🗓 ", "🕓 ")) if draw.chance(0.07) else ""
    pad.line(mark + when(draw), "it's on {}", "it starts {}", "date {}", "the time is {}", "when: {}", "happening {}", "{} is the day", "we do it {}", "mark {} down", "see you {}", sort="when")


def ask_where(draw: Draw, pad: Pad) -> None:
    pad.line(where(draw), "it's {}", "the place is {}", "address {}", "you find us {}", "where: {}", "we meet {}", "location {}", "we are {}", "everybody comes to {}")


def reach(draw: Draw, pad: Pad) -> None:
    form = draw.rng.random()
    if form < 0.75:
        pad.phone()
    if form > 0.6:
        pad.mail()


def open_times(draw: Draw, pad: Pad, head: str = "") -> None:
    first = draw.pick((("mon-fri", "sat", "sun"), ("tue-sat", "sun"), ("weekdays", "weekends"), ("mon", "wed", "fri"), ("mo-do", "fr", "sa"), ("Mon–Thu", "Fri", "Sat", "Sun"), ("daily",), ("summer", "winter"), ("tues", "thurs"), ("Monday", "Tuesday", "Wednesday"), ("m-f", "s", "s+s")[:2]))
    spell = draw.pick(("{}-{}", "{} to {}", "{}–{}", "{}am-{}pm", "{}:00-{}:00", "{}.30-{}"))
    rows = [(day, draw.pick(("closed", "by appt", "shut")) if draw.chance(0.15) else spell.format(draw.rng.randint(6, 11), draw.rng.randint(2, 22))) for day in first]
    pad.series("times", rows, head, ("{} {}", "{} {}", "{}: {}", "{} = {}"), ("hours", "open", "opening hours", "opening times", "we r open") if not head else ())


def ask_priced(draw: Draw, pad: Pad, head: str = "", low: int = 2, high: int = 5) -> None:
    sign = draw.pick(("", "", "$", "€", "£", "€", " kr"))
    make: Callable[[Draw], str] = draw.pick((lambda d: d.word("foods"), lambda d: d.word("foods"), lambda d: d.word("products"), thing, thing, lambda d: d.word("bits"), lambda d: d.word("skills")))

    def amount() -> str:
        number = f"{draw.rng.randint(1, draw.pick((9, 25, 99)))}{draw.pick(('', '', '', '.50', '.80', '.20', '.00'))}"
        return f"{number}{sign}" if sign == " kr" or (sign == "€" and draw.chance(0.5)) else f"{sign}{number}"

    pad.series("rows", [(name, amount()) for name in several(draw, make, low, high)], head, ("{} {}", "{} {}", "{} {}", "{}: {}", "{} = {}", "{} ({})", "{} - {}", "{} @ {}"), () if head else (draw.pick(("prices", "price list", "menu")), "prices", "we sell", "costs", "menu"))


# Greetings, get-togethers, notices


@kind("terse-greeting", 1.6)
def greeting(draw: Draw) -> Wish:
    pad, name = Pad(draw, "greeting"), who(draw)
    n, noun = draw.rng.randint(1, 90), draw.word("nouns")
    text = draw.pick((
        f"happy birthday {name}", f"happy bday {name}", f"Happy {nth(n)} Birthday {name}", f"hbd {name}", f"happy {n} {name}", f"{name} is {n}", f"congrats {name}", f"congratulations {name}", f"well done {name}", f"get well soon {name}", f"get well {name}", f"feel better {name}",
        f"thank you {name}", f"thx {name}", f"thanks a lot {name}", f"sorry {name}", f"im sorry {name}", f"I'm so sorry, {name}", f"good luck {name}", f"good luck w/ the {noun}, {name}", f"welcome home {name}", f"welcome {name}", f"merry xmas {name}", f"happy new year {name}",
        f"happy {noun} day {name}", f"miss u {name}", f"we miss you {name}", f"bon voyage {name}", f"goodbye {name}", f"bye {name}", f"happy anniversary {name}", f"love u {name}", f"I love you {name}", f"hello baby {name}", f"its a girl - {name}", f"happy retirement {name}", f"happy easter {name}",
        f"eid mubarak {name}", f"happy diwali {name}", f"happy hanukkah {name}", f"feliz cumple {name}", f"happy mothers day {name}", f"happy father's day {name}", f"best {noun} ever, {name}", f"you did it {name}", f"{n} years of {name}", f"proud of u {name}", f"to {name}", f"cheers {name}", f"for {name}",
    ))  # fmt: skip
    mark = emoji(draw, 0.55)
    text = f"{mark[1:]} {text}" if mark and draw.chance(0.2) else f"{text}{draw.pick(LOUD)}{mark}"
    pad.head(text, *GREETED, nouns=CARDS)
    pad.centred = True
    if draw.chance(0.4):
        pad.line(words(draw))
    if draw.chance(0.15):
        pad.line(words(draw))
    if draw.chance(0.2):
        pad.series("list", [(item,) for item in fits(draw, 2, 4)], draw.pick(("things we love", "why u rock", "memories", "remember", "presents", "u are", "reasons", "wishes")))
    if draw.chance(0.15):
        ask_when(draw, pad)
    if draw.chance(0.12):
        pad.button(button_text(draw))
    if draw.chance(0.45):
        pad.line(draw.pick(("from {}", "love {}", "xx {}", "love from {}", "your {}", "from all of us at {}", "hugs {}", "- {}", "from {} with love", "kisses, {}", "signed {}")).format(draw.pick((who(draw), who(draw), draw.brand()))), "signed {}", "at the end {}", "it ends {}", "below it {}", rank=2)
    return pad.wish(0.5)


GREETED = ("{q}", "{q}", "{q}", "{q}", "{q}", "{q} {n}", "{n}: {q}", "{n} {q}", "{q} - {n}", "a {n} that says {q}", "{n} saying {q}", "{n} w/ {q}", "make a {n} {q}", "{n}, {q}", '"{q}" {n}', 'pls a {n} "{q}"', "{q}, {n}", "{n} > {q}", "need {n}, {q}", "title {q}", "big {q}", "write {q}", "it says {q}")


@kind("terse-meeting", 2.6)
def meeting(draw: Draw) -> Wish:
    """A get-together, a gig, a club, an event with its talks."""
    return draw.pick((party, party, gig, club, talks))(draw, Pad(draw, "meeting"))


def party(draw: Draw, pad: Pad) -> Wish:
    first, noun = draw.word("first_names"), draw.word("nouns")
    what = draw.pick((
        f"{noun} party", f"{noun} swap", f"{draw.word('foods').lower()} evening", f"{noun} night", "bbq", "picnic", "potluck", "movie night", "game night", "housewarming", "street party", "garage sale", "yard sale", "reunion", "baby shower", "brunch", "bonfire", "sleepover", "clean up day", f"{noun} fair",
        f"{nth(draw.rng.randint(1, 90))} bday", "bday party", "leaving do", "open house", "pizza night", f"{noun} workshop", "cook off", "book swap", "wedding", "engagement party", "kids party", "bake sale", "pool party", f"{noun} festival", "karaoke", "quiz night",
    ))  # fmt: skip
    text = draw.pick((what, what, f"{first}s {what}", f"{first}'s {what}", f"{what} at {first}s", f"{draw.name_word()} {what}", f"{first} + {draw.word('first_names')} {what}", f"{what} {draw.rng.randint(2025, 2032)}", f"the big {what}", f"{draw.word('adjectives')} {what}", f"{draw.word('towns')} {what}"))
    pad.head(text + draw.pick(LOUD) + emoji(draw), nouns=INVITES)
    if draw.chance(0.85):
        ask_when(draw, pad)
    if draw.chance(0.7):
        ask_where(draw, pad)
    if draw.chance(0.5):
        pad.line(draw.pick(("bring {0}", "bring {0} + {1}", "bring {0} & {1}", "byo {0}", "pls bring {0}", "no {0}s", "dont forget the {0}", "bring a {0}", "we have {0}, u bring {1}", "{0} provided", "wear {0}", "kids welcome", "no presents", "free {0}", "{0} and {1} for all", "come hungry", "dress code {0}", "bring ur own {0}")).format(thing(draw), thing(draw)), "people {}", "please say {}", "it says {}", 'and "{}"', "note: {}")
    if draw.chance(0.35):
        if draw.chance(0.5):
            pad.fact(draw.pick(("rsvp", "RSVP", "rsvp to", "host", "dress code", "theme", "music", "food", "ask")), draw.pick((who(draw), thing(draw), draw.person())))
        else:
            reach(draw, pad)
    if draw.chance(0.12):
        ask_price(draw, pad)
    if draw.chance(0.15):
        pad.series("list", [(item,) for item in fits(draw, 2, 5)], draw.pick(("bring", "menu", "program", "games", "what to bring", "food", "playlist", "guests", "we need")))
    if draw.chance(0.2):
        pad.button(draw.pick(("RSVP", "im in", "count me in", "Join", button_text(draw), button_text(draw))))
    return pad.wish()


def gig(draw: Draw, pad: Pad) -> Wish:
    first, noun = draw.word("first_names"), draw.word("nouns")
    band = draw.pick((draw.brand(), f"the {noun}s", f"{draw.word('adjectives')} {noun}s", draw.name_word(), f"{first} & the {noun}s", f"dj {draw.invented()}", draw.invented().upper(), f"{draw.word('towns')} choir", f"{noun} quartet"))
    pad.head(draw.pick((band, band, f"{band} live", f"{band} tour {draw.rng.randint(2025, 2032)}", f"{band} - {draw.phrase()}")) + emoji(draw, 0.2), nouns=("band page", "gig page", "gig poster", "page", "website", "band site", "concert page", "flyer", "poster", "html page", "tour page"))
    if draw.chance(0.4):
        dates = [(f"{draw.rng.randint(1, 28)} {draw.pick(MONTHS)[:3]}", draw.word("towns")) for _ in range(draw.count(2, 4))]
        pad.series("times", dates, draw.pick(("", "", "gigs", "tour", "dates", "live")), ("{} {}", "{1} {0}", "{}: {}", "{1} ({0})", "{} {}"))
    else:
        ask_when(draw, pad)
        ask_where(draw, pad)
    if draw.chance(0.35):
        pad.line(draw.pick(("support: {}", "w/ {}", "support {}", "+ {}", "with special guest {}", "feat. {}")).format(draw.brand()), "it says {}", "and {}", "write {} under it")
    if draw.chance(0.4):
        pad.line(draw.pick(("free entry", "tickets {}", "{} on the door", "entry {}", "{}", "18+", "all ages", "pay what u want")).format(cost(draw)), "{}", "it says {}")
    if draw.chance(0.3):
        pad.line(draw.pick((f"{noun} folk", f"{draw.word('adjectives')} punk", "jazz", "synth pop", "loud stuff", f"{noun}core", words(draw))), "we play {}", "music: {}", "genre {}")
    if draw.chance(0.25):
        pad.button(draw.pick(("tickets", "Buy tickets", "listen", button_text(draw))))
    if draw.chance(0.2):
        reach(draw, pad)
    return pad.wish(0.45)


def club(draw: Draw, pad: Pad) -> Wish:
    _first, noun = draw.word("first_names"), draw.word("nouns")
    what = draw.pick((f"{noun} club", f"{draw.word('skills').lower()} club", f"{draw.word('subjects').lower()} group", f"{draw.word('towns')} {noun} club", f"{draw.name_word()} runners", f"{draw.word('skills')} circle", f"{noun} society", f"{draw.word('streets')} {noun} group", f"over {draw.rng.randint(3, 8)}0s {noun} club", f"{draw.invented()} fc", f"kids {noun} club"))
    pad.head(what + emoji(draw, 0.2), nouns=("page", "club page", "website", "club website", "site", "html page", "group page"))
    day = draw.pick(DAYS)
    pad.line(draw.pick((f"every {day} {draw.rng.randint(1, 11)}pm", f"{day}s {draw.rng.randint(5, 9)}-{draw.rng.randint(10, 12)}", f"1st {day} of the month", f"meets {day}s", f"we meet {day} {draw.rng.randint(17, 20)}:30", f"every 2nd {day}", f"{day[:3].lower()} + {draw.pick(DAYS)[:3].lower()} {draw.rng.randint(6, 8)}pm", f"{day}s after school")), "we meet {}", "it's {}", "the time is {}", "{} is when we come together")
    if draw.chance(0.7):
        ask_where(draw, pad)
    if draw.chance(0.5):
        pad.line(draw.pick(("all welcome", "beginners ok", "new ppl welcome", "no experience needed", "ages {0}+", "max {0} people", "free", "{0} members", "bring a {1}", "just turn up", "we speak {2}", words(draw))).format(draw.rng.randint(5, 60), noun, "english"))
    if draw.chance(0.3):
        pad.fact(draw.pick(("fee", "coach", "contact", "next meeting", "leader", "treasurer", "since", "book of the month")), draw.pick((draw.person(), cost(draw), when(draw), thing(draw))))
    if draw.chance(0.4):
        reach(draw, pad)
    if draw.chance(0.25):
        pad.button(draw.pick(("Join us", "join", "come along", button_text(draw))))
    return pad.wish()


def talks(draw: Draw, pad: Pad) -> Wish:
    _first, noun = draw.word("first_names"), draw.word("nouns")
    pad.head(draw.pick((draw.brand(), f"{draw.word('subjects')} day", f"{noun}conf {draw.rng.randint(2025, 2032)}", f"{draw.word('towns')} {noun} meetup", f"{noun} summit", draw.phrase(), f"{draw.word('skills').lower()} meetup", f"{draw.name_word()} talks")), nouns=("event page", "page", "meetup page", "website", "conference page", "html page", "agenda", "program"))
    hour = draw.rng.randint(8, 18)
    spell = draw.pick(("{}:00", "{}h", "{}.30", "{}:15", "{}:30"))
    talk: Callable[[], str] = lambda: draw.pick((words(draw), f"{thing(draw)} by {draw.person()}", f"{draw.person()} on {draw.word('nouns')}s", f"{draw.word('first_names')}: {thing(draw)}", draw.phrase(), thing(draw)))  # noqa: E731
    rows = [(spell.format(hour + place), talk()) for place in range(draw.count(2, 4))]
    pad.series("times", rows, draw.pick(("", "", "", "talks", "program", "agenda", "schedule")), ("{} {}", "{} {}", "{}: {}", "{} - {}", "{1} ({0})", "{1} {0}"))
    if draw.chance(0.65):
        ask_when(draw, pad)
    if draw.chance(0.55):
        ask_where(draw, pad)
    if draw.chance(0.3):
        ask_price(draw, pad)
    if draw.chance(0.35):
        pad.button(draw.pick(("register", "get ticket", "Save my seat", button_text(draw))))
    return pad.wish()


@kind("terse-notice", 1.8)
def notice(draw: Draw) -> Wish:
    """A sign in a window, a small ad, hours, a poster, a job."""
    return draw.pick((_sign, _ad, _ad, _hours, _hours, poster, job))(draw, Pad(draw, "notice"))


def _sign(draw: Draw, pad: Pad) -> Wish:
    noun = draw.word("nouns")
    first = draw.pick((
        "closed", "closed today", "we are closed", "were closed", "sorry, closed", "closed till {0}", "on holiday", "back soon", "back in {1} min", "gone fishing", "out of {2}", "no {2}s today", "cash only", "no dogs", "wet paint", "we moved", "we have moved", "sold out", "lift broken", "{2} out of order",
        "pls ring bell", "ring twice", "no parking", "do not touch the {2}", "mind the {2}", "quiet please", "exam in progress", "shoes off", "push", "sale", "{1}% off {2}s", "last day", "opening soon", "under new owners", "help wanted", "beware of the {2}", "wifi down", "room taken", "free {2}s",
    )).format(when(draw), draw.rng.randint(5, 60), noun)  # fmt: skip
    shop = draw.chance(0.3)
    pad.head((owner(draw) if shop else first) + (emoji(draw, 0.15)), nouns=SHEETS)
    pad.centred = True
    if shop:
        pad.line(first)
    if draw.chance(0.65):
        pad.line(draw.pick(("back on {0}", "back {0}", "open again {0}", "until {0}", "from {0}", "we reopen {0}", "till {0}", "back {0} :)", "see you {0}")).format(draw.pick((when(draw), draw.date(), draw.pick(DAYS)))))
    if draw.chance(0.4):
        pad.line(draw.pick(("sorry", "sorry for the trouble", "we are at the {1}", "ask next door", "use the {1} door", "new address: {0}", "thank u for ur patience", "take the stairs", "ask {2}", words(draw), words(draw))).format(where(draw), noun, draw.word("first_names")))
    if draw.chance(0.3):
        reach(draw, pad)
    return pad.wish(0.45)


def _ad(draw: Draw, pad: Pad) -> Wish:
    noun = draw.word("nouns")
    what = draw.pick((thing(draw), draw.word("products").lower(), f"{draw.word('adjectives')} {noun}"))
    pet = draw.pick(("cat", "dog", "parrot", "tortoise", "rabbit", "black cat", "grey cat", "puppy", "budgie"))
    pad.head(draw.pick((f"found {what}", f"found: {what}", f"lost {what}", f"LOST {pet}", f"lost {pet} {draw.word('first_names')}", f"missing {pet}", f"for sale {what}", f"for sale: {what}", f"selling {what}", f"selling my {what}", f"wanted {what}", f"wanted: {what}", f"free {what}", f"swap {what} for {thing(draw)}", f"{what} 4 sale", f"giving away {what}", f"{what} for rent", "room to rent", f"looking for a {what}")) + emoji(draw, 0.15), nouns=ADS)
    if draw.chance(0.6):
        pad.line(draw.pick((f"{draw.word('adjectives')} + {draw.word('adjectives')}", "red collar", "hardly used", "good condition", "like new", "a bit {0}", "{0}", "size {1}", "{1} years old", "answers to {2}", "very shy", "no {3}", "brand new", "works fine", "{1}x{1} cm", "collect only", "2 keys on it", "may bite", "non smokers", words(draw))).format(draw.word("adjectives"), draw.rng.randint(2, 60), draw.word("first_names"), noun))
    if draw.chance(0.5):
        pad.line(draw.pick(("near {}", "{}", "last seen {}", "pick up {}", "seen at {}", "by the {}", "found at {}")).format(draw.pick((draw.word("streets"), where(draw), draw.word("towns"), noun))))
    if draw.chance(0.35):
        ask_when(draw, pad)
    if draw.chance(0.5):
        pad.line(draw.pick(("{}", "{}", "reward {}", "{} ono", "{} or swap", "offers", "only {}", "finders fee {}", "{} firm")).format(cost(draw)), "we ask {}", "it says {}", "{}")
    reach(draw, pad)
    return pad.wish(0.3)


def _hours(draw: Draw, pad: Pad) -> Wish:
    noun = draw.word("nouns")
    name = owner(draw)
    text, head = draw.pick(((name, "open"), (name, "hours"), (f"{name} opening hours", ""), ("opening hours", ""), ("open", ""), ("we are open", ""), (f"{noun} shop hours", ""), (f"{draw.word('towns')} library", "open"), (name, ""), (f"{trade(draw)}", "opening times"), (name, "office hours")))
    pad.head(text, nouns=(*SHEETS, "hours page"))
    open_times(draw, pad, head)
    if draw.chance(0.4):
        ask_where(draw, pad)
    if draw.chance(0.5):
        reach(draw, pad)
    if draw.chance(0.25):
        pad.line(draw.pick(("closed on bank holidays", "lunch break {0}-{1}", "last orders {0}", "ring the bell", "kitchen till {0}", words(draw))).format(draw.rng.randint(8, 12), draw.rng.randint(13, 15)))
    return pad.wish()


def poster(draw: Draw, pad: Pad) -> Wish:
    noun = draw.word("nouns")
    pad.head(draw.pick((draw.phrase(), f"save the {noun}s", f"no more {noun}s", f"{draw.word('verbs')} your {noun}", f"{noun} week", f"vote {draw.person()}", f"{draw.word('foods')} festival", f"the {draw.word('adjectives')} {noun}", f"{noun} race", draw.brand(), f"wash ur {noun}s")) + draw.pick(LOUD) + emoji(draw, 0.2), nouns=("poster", "flyer", "page", "html poster", "poster page", "web poster", "A3 poster", "sign"))
    pad.centred = True
    for note, share in ((ask_when, 0.6), (ask_where, 0.55), (ask_price, 0.3), (reach, 0.2)):
        if draw.chance(share):
            note(draw, pad)
    if draw.chance(0.6):
        pad.line(words(draw))
    return pad.wish(0.6)


def job(draw: Draw, pad: Pad) -> Wish:
    draw.word("nouns")
    job, name = draw.word("job_titles"), owner(draw)
    text, firm = draw.pick(((f"{job} wanted", name), (f"wanted: {job}", name), (f"hiring {job}", name), (f"{name} is hiring", job), (f"{job} needed", ""), (f"we need a {job}", name), (job, name), (f"{job} (m/f/d)", name), (f"help wanted: {job}", ""), (f"{name} seeks {job}", "")))
    pad.head(text, nouns=("job ad", "page", "job page", "ad", "job post", "html page", "vacancy", "website"))
    if firm:
        pad.line(firm, "it's for {}", "at {}", "the company is {}", "we are {}")
    pad.line(draw.pick(("{0}h/week", "part time", "full time", "{0} hrs", "mornings only", "weekends", "mini job", "remote", "start asap", "start {1}", "nights")).format(draw.rng.randint(4, 40), draw.pick(MONTHS)), "the job is {}", "{}", "it says {}")
    if draw.chance(0.5):
        pad.line(draw.pick(("{}/h", "{} per hour", "{} an hour", "pay {}", "{}/month")).format(cost(draw)), "we pay {}", "{}", "pay is {}")
    if draw.chance(0.5):
        ask_where(draw, pad)
    if draw.chance(0.35):
        pad.series("list", [(item,) for item in several(draw, lambda d: d.word("skills"), 2, 4)], draw.pick(("you can", "must have", "skills", "tasks", "u bring", "we offer")))
    reach(draw, pad)
    if draw.chance(0.3):
        pad.button(draw.pick(("apply", "Apply now", button_text(draw))))
    return pad.wish(0.25)
