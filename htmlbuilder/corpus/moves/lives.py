"""Moves of a life and of a day: posts, papers, works, talks, plans, prices."""

from htmlbuilder.corpus.blocks.texts import bit, bits, line, raised, room
from htmlbuilder.corpus.draw import DAYS, MONTHS, Draw
from htmlbuilder.corpus.moves.rows import Move, boxes, entries
from htmlbuilder.corpus.tale import Tale, amounts, named, years

# What a life has

STATIONS = (
    "{0} at {1} ({2})", "{0} at {1}, {2}", "{2} {0} at {1}", "{2}: {0}, {1}", "{1}: {0}, {2}", "{1} ({0}, {2})", "{2} at {1} as {0}", "{1} as {0} {2}", "{0}, {1}, {2}", "{0} – {1} – {2}", "{1}, {0}, {2}", "{0} with {1} ({2})", "{2} – {0} – {1}", "{0} @ {1} {2}", "{0} | {1} | {2}",
)  # fmt: skip
DEGREES = (
    "BSc in {}", "MSc in {}", "BA in {}", "diploma in {}", "certificate in {}", "apprenticeship in {}", "PhD in {}", "evening course in {}", "{} level 2", "licence for {}", "{} exam", "first prize in {}", "course in {}", "master craftsman in {}", "NVQ in {}", "school leaving certificate, {}",
)  # fmt: skip


def _span(draw: Draw) -> str:
    first, last = years(draw, 2)
    return draw.pick((f"{first}–{last}", f"{first}-{last}", f"{first} to {last}", f"{first} to {last}", f"since {first}", f"{first}", f"until {last}", f"from {first}", f"{first}–now", f"{first} – today", f"{first} till now", f"{draw.rng.randint(1, 12):02}/{first}–{draw.rng.randint(1, 12):02}/{last}", f"{draw.pick(MONTHS)[:3]} {first} – {draw.pick(MONTHS)[:3]} {last}", f"{draw.rng.randint(2, 30)} years", f"{draw.pick(('summer', 'winter', 'spring'))} {first}", f"{first} to date"))


def stations(*headings: str, timed: float = 0.0) -> Move:
    """Employers, with the post held there and the years."""

    def move(tale: Tale) -> None:
        draw = tale.draw
        stamped = draw.chance(timed)
        rows = [(raised(draw.word("job_titles")) if draw.chance(0.5) else draw.word("job_titles").lower(), draw.brand(), _span(draw)) for _ in range(draw.count(1, 5))]
        entries(tale, "jobs", rows, STATIONS, tale.label(*headings) if draw.chance(0.4) else "", chain=True, timed=stamped)
        if stamped:
            tale.say("timed")

    return move


def papers(tale: Tale) -> None:
    """What was learned, where and when."""
    draw = tale.draw
    rows = [(draw.pick(DEGREES).format(draw.word("skills") if draw.chance(0.6) else draw.word("subjects")).replace(",", ""), draw.pick((draw.brand(), draw.word("towns"), f"{draw.word('towns')} {draw.pick(('College', 'University', 'School', 'Polytechnic', 'Academy'))}")), str(years(draw, 1)[0])) for _ in range(draw.count(1, 4))]
    joints = ("{0}, {1}, {2}", "{0} ({1}, {2})", "{0} from {1} in {2}", "{2}: {0}, {1}", "{0}, {1} {2}", "{0} – {1} – {2}", "{2} {0} at {1}", "{0} in {2} ({1})")
    entries(tale, "papers", rows, joints, tale.label("Education", "Training", "Qualifications", "School", "Certificates") if draw.chance(0.5) else "")


TONGUES = ("English", "Spanish", "Portuguese", "German", "French", "Italian", "Dutch", "Polish", "Turkish", "Arabic", "Hindi", "Urdu", "Tamil", "Swahili", "Greek", "Czech", "Finnish", "Swedish", "Korean", "Japanese", "Mandarin", "Tagalog", "Yoruba", "Amharic", "Ukrainian", "Romanian", "Hungarian", "Basque", "Welsh", "Farsi", "Vietnamese", "Bengali", "Catalan", "Danish", "Zulu")
LEVELS = ("native", "fluent", "B1", "C2", "A2", "mother tongue", "a little", "basic", "good", "reading only", "rusty", "conversational", "C1", "beginner", "B2", "for ordering coffee")


def tongues(tale: Tale) -> None:
    """Languages, mostly with how well."""
    draw = tale.draw
    found = list(dict.fromkeys(draw.pick(TONGUES) if draw.chance(0.75) else draw.invented() for _ in range(draw.count(1, 4))))
    heading = tale.label("Languages", "I speak") if draw.chance(0.3) else ""
    if draw.chance(0.35):
        tale.items("tongues", found, heading, shown="Languages")
    else:
        entries(tale, "tongues", [(tongue, draw.pick(LEVELS)) for tongue in found], ("{0} ({1})", "{0}: {1}", "{0} {1}", "{0} – {1}"), heading, "Languages")


def skills(*headings: str, source: str = "skills") -> Move:
    def move(tale: Tale) -> None:
        draw = tale.draw
        items = named(draw, draw.rng.randint(2, 6), source) if draw.chance(0.6) else bits(draw, 2, 6)
        tale.items("does", items, tale.label(*headings) if draw.chance(0.7) else "")

    return move


def listing(name: str, *headings: str, source: str = "", shown: str = "", low: int = 2, high: int = 6, share: float = 0.4) -> Move:
    """A list of things in the words of `name`, or under a heading that is told."""

    def move(tale: Tale) -> None:
        draw = tale.draw
        items = named(draw, draw.rng.randint(low, high), source) if source and draw.chance(0.6) else bits(draw, low, high)
        heading = tale.label(*headings) if headings and draw.chance(share) else ""
        tale.items(name, items, heading, shown="" if heading else shown)

    return move


def free_from(tale: Tale) -> None:
    """When somebody has time."""
    draw = tale.draw
    month, year, day = draw.pick(MONTHS), draw.rng.randint(2026, 2031), draw.pick(DAYS)
    text = draw.pick((
        f"available from {month}", f"available from {month} {year}", f"free again in {month} {year}", f"booked until {month}", f"open for commissions from {month}", f"available on {day}s", f"free for {draw.rng.randint(2, 9)} weeks in {month}", f"not taking new work before {month} {year}",
        f"looking for work in {draw.word('towns')}", f"at home in {draw.word('towns')} until {month}", f"ready to start on {draw.date()}", f"free from {draw.date()} on", f"taking {draw.rng.randint(2, 9)} more clients in {year}", f"available {draw.rng.randint(2, 4)} days a week", f"on the road until {draw.date()}",
    ))  # fmt: skip
    tale.say("free", u=draw.keep(text))
    tale.paragraphs(f"{raised(text)}.")


def credits(*headings: str) -> Move:
    """Works with where they were shown, the year, and mostly a note."""

    def move(tale: Tale) -> None:
        draw = tale.draw
        noted = draw.chance(0.55)
        rows = [(title.replace(",", ""), draw.pick((draw.brand(), draw.word("towns"), f"{draw.name_word()} {draw.pick(('Theatre', 'Gallery', 'Hall', 'Festival', 'Museum', 'Arts', 'Studio', 'Records', 'Press', 'Films'))}")), str(years(draw, 1)[0]), *((draw.pick((bit(draw), draw.word("bits"), draw.word("job_titles").lower())).replace(",", ""),) if noted else ())) for title in named(draw, draw.count(2, 5))]
        joints = ("{0}, {1}, {2} ({3})", "{0} ({1}, {2}): {3}", "{0} – {1} – {2} – {3}", "{2}: {0}, {1}, {3}", "{0} | {1} | {2} | {3}", "{0} at {1} in {2}, {3}", "{2} {0} ({1}, {3})") if noted else ("{0}, {1}, {2}", "{0} ({1}, {2})", "{2}: {0} at {1}", "{0} at {1} in {2}", "{0} – {1} – {2}", "{2} {0}, {1}", "{1} {2}: {0}")
        entries(tale, "works", rows, joints, tale.label(*headings) if draw.chance(0.5) else "")

    return move


def referees(tale: Tale) -> None:
    draw = tale.draw
    rows = [(draw.person(), draw.pick((draw.brand(), draw.word("job_titles"), draw.phone(), draw.email()))) for _ in range(draw.rng.randint(1, 3))]
    entries(tale, "referees", rows, ("{0} ({1})", "{0}, {1}", "{0}: {1}", "{0} – {1}"), tale.label("References", "Referees", "Ask them") if draw.chance(0.4) else "", "References")


# What a day has


def talks(*headings: str) -> Move:
    """Who speaks, from where, on what."""

    def move(tale: Tale) -> None:
        draw = tale.draw
        rows = [(draw.person(), draw.word("towns") if draw.chance(0.6) else draw.brand(), draw.pick((draw.phrase(), raised(bit(draw)), line(draw).rstrip("."))).replace(",", "")) for _ in range(draw.count(1, 4))]
        joints = ("{0} from {1}: {2}", "{0} ({1}): {2}", "{0} ({1}) on {2}", "{0}, {1}, with “{2}”", "{0}, {1}: {2}", '{0} ({1}) – "{2}"', '{0} of {1} with the talk "{2}"', "{0} / {1} / {2}", "{0}, {1}, who talks about {2}", "{0} – {1} – {2}")
        if draw.chance(0.3):
            boxes(tale, "speakers", [(name, talk) for name, _, talk in rows], ("{0}: {1}", "{0} ({1})", "{0} on {1}", '{0} with "{1}"', "{0} – {1}", "{0}, {1}"), tale.label(*headings) if draw.chance(0.35) else "")
            return
        boxes(tale, "speakers", rows, joints, tale.label(*headings) if draw.chance(0.35) else "")

    return move


def plan(*headings: str) -> Move:
    """What happens when, at times in which room."""

    def move(tale: Tale) -> None:
        draw = tale.draw
        form, hours = draw.rng.random(), sorted(draw.rng.sample(range(7, 23), draw.rng.randint(2, 6)))
        spell = draw.pick(("{}:00", "{}.30", "{}:15", "{}h", "{}", "{}:30"))
        stamps = [spell.format(hour) for hour in hours] if form < 0.6 else list(DAYS[: len(hours)]) if form < 0.8 else [f"{(hour - 1) % 12 + 1}{'am' if hour < 12 else 'pm'}" for hour in hours]
        placed = draw.chance(0.25)
        rows = [(stamp, raised(draw.pick((bit(draw), bit(draw), f"{draw.word('nouns')} {draw.pick(('workshop', 'tour', 'talk', 'demo', 'race', 'lunch', 'concert', 'raffle'))}"))), *((room(draw),) if placed else ())) for stamp in stamps]
        joints = ("{0} {1} ({2})", "{0}: {1}, {2}", "{0} – {1} – {2}", "{0} {1} in {2}") if placed else ("{0} {1}", "{0} {1}", "{0}: {1}", "{0} – {1}", "{1} at {0}" if form < 0.6 else "{0} {1}", "{1} ({0})")
        entries(tale, "programme", rows, joints, tale.label(*headings) if draw.chance(0.4) else "")

    return move


TIERS = (("Early bird", "Regular"), ("Members", "Guests"), ("Early bird", "Standard", "At the door"), ("Students", "Everyone else"), ("Adults", "Children"), ("Adults", "Under 12s", "Families"), ("One day", "Whole weekend"), ("Online", "In person"), ("Residents", "Visitors"), ("Full price", "Reduced"))


def tiers(*headings: str) -> Move:
    """What it costs whom, and until when."""

    def move(tale: Tale) -> None:
        draw = tale.draw
        labels = list(draw.pick(TIERS)) if draw.chance(0.7) else named(draw, draw.rng.randint(2, 3))
        if draw.chance(0.5):
            labels = [label.lower() for label in labels]
        costs = [cost if draw.chance(0.93) else "free" for cost in amounts(draw, len(labels))]
        if draw.chance(0.35):
            until = [draw.pick((f"until {draw.date()}", f"from {draw.date()}", f"before {draw.pick(MONTHS)}", "with a card", bit(draw))).replace(",", "") for _ in labels]
            entries(tale, "fees", list(zip(labels, costs, until, strict=True)), ("{0} {1} {2}", "{0}: {1} ({2})", "{0} {1}, {2}", "{0} – {1} – {2}", "{1} {0} ({2})"), tale.label(*headings) if draw.chance(0.3) else "")
        else:
            entries(tale, "fees", list(zip(labels, costs, strict=True)), ("{0} {1}", "{0}: {1}", "{0} ({1})", "{0} – {1}", "{1} {0}", "{1} for {0}", "{0} pay {1}"), tale.label(*headings) if draw.chance(0.3) else "")

    return move
