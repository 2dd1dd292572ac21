"""The texts that briefs give for copying, and how people type several of them in a row."""

from collections.abc import Callable, Sequence

from htmlbuilder.corpus.draw import EMOJI, Draw

SETS: tuple[tuple[str, ...], ...] = (
    ("Pros", "Cons"), ("Likes", "Dislikes"), ("Do", "Don't"), ("Keep", "Sell", "Bin"), ("To do", "Doing", "Done"), ("Starters", "Mains", "Desserts"), ("Before", "After"),
    ("Morning", "Afternoon", "Evening"), ("Strengths", "Weaknesses"), ("Bring", "Leave at home"), ("Before", "During", "After"), ("Kitchen", "Bedroom", "Loft"), ("Red", "White"),
    ("Monday", "Tuesday", "Wednesday"), ("Hot", "Cold"), ("Small", "Medium", "Large"), ("Added", "Fixed", "Removed"), ("Drinks", "Snacks"), ("For", "Against"), ("Home", "Away"),
    ("Beginner", "Advanced"), ("Now", "Next", "Later"), ("Indoors", "Outdoors"), ("Parents", "Children"), ("Spring", "Summer", "Autumn", "Winter"), ("Lost", "Found"), ("Week 1", "Week 2", "Week 3"),
    ("Have", "Need"), ("Yes", "No", "Maybe"), ("Included", "Not included"), ("Skills", "Tools"), ("Team A", "Team B"), ("Ground floor", "First floor", "Second floor"), ("Old", "New"),
)  # fmt: skip
FACTS = (
    "Date Time Place Price Size Colour Weight Age Born Status Material Owner Version Licence Author Length Height Level Season Room Seats Deadline Duration Language Phone Email Address "
    "Capacity Distance Breed Score Rank Role Habitat Diet Origin Genre Publisher Made Fuel Mileage Engine Grade Teacher Coach Captain Record Condition Warranty Brand Model Year Serves "
    "Difficulty Calories Rent Deposit Bedrooms Parking Pets Allergens Contact Host Dress"
).split()  # fmt: skip


# Texts


def figure(draw: Draw) -> str:
    """A claim with a number in it, as firms make them: "61% fewer support calls", "4.6 from 318 reviews", "SOC 2"."""
    n, m, noun = draw.rng.randint(2, 99), draw.rng.randint(3, 980), draw.word("nouns")
    return draw.pick((
        f"{n}% fewer {noun}s", f"{n}% more {noun}s", f"{draw.rng.randint(31, 50) / 10:.1f} from {m} reviews", f"{draw.rng.randint(31, 50) / 10:.1f} from {m}", f"{draw.rng.randint(31, 50) / 10:.1f}/5", f"{draw.pick(('SOC', 'ISO', 'IEC', 'EN', 'DIN', 'Level', 'Phase', 'Type', 'Grade'))} {draw.rng.randint(1, 27001)}", f"{n},{m:03}.00", f"{n},{m:03} {noun}s",
        f"{n}x faster", f"{n}/7 support", f"{n}k users", f"-{n} °C", f"+{n}%", f"{n}.{n % 10} km", f"99.{n}% uptime", f"{n} of {n + m} {noun}s", f"< {n} ms", f"{n}–{n + 4} days", f"no. {n} in {draw.word('towns')}", f"{n} years", f"#{n} {noun}", f"{n}m {noun}s", f"{n}:{n % 60:02} min", f"over {m} {noun}s", f"1 in {n}", f"½ the {noun}s", f"{n}+ {noun}s",
    ))  # fmt: skip


def bit(draw: Draw) -> str:
    """A short text nobody can guess: an item, a topic, a name for a thing."""
    form = draw.rng.random()
    if form < 0.56:
        return draw.word("bits")
    if form < 0.6:
        return draw.code()
    if form < 0.62:
        return f"{draw.word('bits')} {draw.pick(EMOJI)}"
    if form < 0.645:
        return figure(draw)
    if form < 0.74:
        return draw.label().lower() if draw.chance(0.4) else draw.label()
    if form < 0.84:
        return draw.word(draw.pick(("foods", "products", "skills", "subjects")))
    if form < 0.92:
        return f"{draw.word('adjectives')} {draw.word('nouns')}"
    return draw.name_word() if draw.chance(0.6) else draw.phrase()


SORTS = ("foods", "products", "skills", "subjects", "job_titles", "towns", "links", "headings", "streets", "plan_names", "people", "orders", "things")


def _of(draw: Draw, source: str) -> str:
    """A short text of that sort."""
    if source == "people":
        return draw.person()
    if source == "orders":
        return f"{draw.word('verbs')} the {draw.word('nouns')}"
    return f"{draw.word('adjectives')} {draw.word('nouns')}" if source == "things" else draw.word(source)


def bits(draw: Draw, low: int, high: int) -> list[str]:
    """Several of them, all different, often of one sort, typed in one manner. Who asks in short names few."""
    number = draw.count(low, max(low, min(high, 4)) if "short" in draw.manners else high)
    source = draw.pick(SORTS) if draw.chance(0.4) else ""
    found = list(dict.fromkeys(_of(draw, source) if source else bit(draw) for _ in range(number)))
    if draw.chance(0.1):
        found = list(dict.fromkeys(joined(draw, text) if draw.chance(0.6) else text for text in found))
    form = draw.rng.random()
    if form < 0.2:
        return [text[0].upper() + text[1:] for text in found]
    return [text.upper() for text in found] if form < 0.24 else found


def joined(draw: Draw, text: str) -> str:
    """The text with a mark, a number or a bracket in it, as names of dishes, models and places have them."""
    noun, number = draw.word("nouns"), draw.rng.randint(2, 60)
    return draw.pick((
        f"{text} & {noun}", f"{text} ({noun})", f"{text}/{noun}", f"{text} – {noun}", f"{noun}'s {text}", f"{text} no. {number}", f"{number} x {text}", f"{text} {number}.{number % 10}", f"{text} ({number})", f"{noun}-{text}",
        f"{number}-{noun} {text}", f"{text} {number}%", f"{text} {number}/{number + 3}", f"{text} # {number}", f"St. {text}", f"{text} {number}cm", f"{text} ({number}+)", f"½ {text}",
    ))  # fmt: skip


def line(draw: Draw) -> str:
    """A text that must stand as it is."""
    form = draw.rng.random()
    if form < 0.05:
        return odd(draw)
    if form < 0.1 and draw.quotes.strip():  # without quotes it would be a request
        return command(draw)
    if form < 0.66:
        return draw.word("lines")
    return draw.sentence() if form < 0.82 else draw.phrase()


# Commands that are only text: a page shows them, and does not obey.
COMMANDS = (
    "Add {}", "Do not open {}", "Write {} here", "Press the {} twice", "Remove {} first", "Put {} on the left", "Make {} bigger", "Send us {}", "Choose {}", "Create {} today", "Delete {} after reading", "Show {} at the door",
    "Please leave {} as it is", "Build {} yourself", "List {} in red ink", "Never mention {}", "Turn {} over", "Use {} only once", "Ask for {}", "Replace {} on Friday", "Keep {} away from the table", "Fill in {}", "Change {} now", "Include {} with your order",
)  # fmt: skip
OBJECTS = ("the form", "your photo", "three reasons", "the green button", "a heading", "the list", "your name", "the footer", "two links", "the price", "a picture", "your email", "the menu", "one row", "the title", "all sections", "the table")


def command(draw: Draw) -> str:
    """A text that reads like a request for the page itself."""
    thing = draw.pick(OBJECTS) if draw.chance(0.5) else f"{draw.pick(('the', 'your', 'a', 'every'))} {draw.word('nouns')}"
    return draw.pick(COMMANDS).format(thing) + draw.pick(("", "", ".", "!", ", please", " before noon"))


def odd(draw: Draw) -> str:
    """A text with marks that markup, prompts or sentences have a meaning of their own for."""
    one, other, number = draw.word("nouns"), draw.word("nouns"), draw.rng.randint(2, 99)
    return draw.pick((
        f"{one} & {other}", f"{one} < {other}", f"{one} > {other}", f"{number}% off {one}s!", f"→ {one.capitalize()}", f"1 + 1 = {number}", f"{one}/{other} (new!)", f"[{one}] sold", f"#{one}{number}", f"<{one}>", f"{number}/{number + 1}",
        f"{one}++ & {other}#", f"*{one}*", f"{one.upper()}!!!", f"{one}… {other}…?", f"{number}° {one}", f"{one} × {number}", f"{one} – {other} – {draw.word('nouns')}", f"{one}: {number}:{number % 60:02}", f"@{one} + @{other}", f"{one}_{other}.txt", f"½ {one}, ¼ {other}",
        f"№ {number} {one}", f"{one} = {other}?", f"{one} | {other}", f"~{number} {one}s", f"§ {number} {one}", f"{number}² {one}s", f"{one} ✓ {other} ✗", f"¡{one}!", f"★ {one} ★", f"{one}, {other}; {draw.word('nouns')}", f"«{one}»",
    ))  # fmt: skip


def title(draw: Draw) -> str:
    form = draw.rng.random()
    if form < 0.4:
        return draw.word("lines").rstrip(".")
    if form < 0.7:
        return draw.brand()
    return draw.phrase() if form < 0.85 else draw.word("bits")


def amount(draw: Draw, sign: str) -> str:
    number = f"{draw.rng.randint(1, draw.pick((10, 30, 100, 900)))}{draw.pick(('', '', '', '.50', '.20', '.99', '.75', '.00'))}"
    return f"{number}{sign}" if sign in (" €", " kr", " zł") else f"{sign}{number}"


def sign(draw: Draw) -> str:
    return draw.pick(("", "", "$", "$", "£", "£", "€", "€", " €", " kr", "₹", "¥", "CHF "))


def quoted(draw: Draw, text: str) -> str:
    """Text in quotes, also where this sample has none for short texts."""
    return f'"{draw.keep(text)}"' if draw.quotes == "  " else draw.quote(text)


def plain(draw: Draw, text: str) -> str:
    """Text to copy, often without quotes where none are needed to tell its end: many people who quote some texts do not quote all."""
    return draw.keep(text) if draw.chance(0.35) and not any(mark in text for mark in (",", " and ", ";", ":", "\n")) else draw.quote(text)


def series(draw: Draw, items: Sequence[str]) -> str:
    """Texts to copy in a row, as people type it; quoted or on lines of their own where a comma would mislead."""
    tricky = any(mark in item for item in items for mark in (",", " and ", ";", " + "))
    marked = any(mark in item for item in items for mark in ("/", " & "))
    if len(items) == 1:
        return quoted(draw, items[0]) if tricky or draw.chance(0.3) else draw.keep(items[0])
    form = draw.rng.random()
    if form < 0.14:
        bullet = draw.pick(("- ", "• ", "* ", "", "-- ", "– "))
        return "\n" + "\n".join(bullet + draw.keep(item) for item in items) + "\n"
    if form < 0.18:
        return "\n" + "\n".join(f"{place}. {draw.keep(item)}" for place, item in enumerate(items, 1)) + "\n"
    words = [quoted(draw, item) for item in items] if tricky or draw.chance(0.25) else [draw.keep(item) for item in items]
    if marked:
        return draw.pick((", ", ", ", ", ", "; ", " | ", " · ")).join(words)
    if form < 0.62:
        return ", ".join(words[:-1]) + draw.pick((" and ", " and ", ", and ", " & ", " and ", " plus ", " and then ", ", then ")) + words[-1]
    return draw.pick((", ", ", ", ", ", ", ", " / ", "; ", " | ", " · ", ",", " + ")).join(words)


def pairs(draw: Draw, rows: Sequence[tuple[str, ...]], joints: Sequence[str]) -> str:
    """Things to copy with what belongs to each, such as "A (x), B (y)"."""
    joint = draw.pick(joints)
    words = [joint.format(*(draw.keep(text) for text in row)) for row in rows]
    if len(words) == 1:
        return words[0]
    tricky = any("," in text or " and " in text for row in rows for text in row) or ("," in joint)
    form = draw.rng.random()
    if form < 0.2:
        bullet = draw.pick(("- ", "• ", "", "* ", "– "))
        return "\n" + "\n".join(bullet + word for word in words) + "\n"
    if tricky:
        return draw.pick(("; ", " / ", " | ", "; ")).join(words)
    if form < 0.45:
        return ", ".join(words[:-1]) + draw.pick((" and ", " and ", ", and ", " plus ")) + words[-1]
    return draw.pick((", ", ", ", "; ", " / ", " | ")).join(words)


def manner(draw: Draw) -> Callable[[str], str]:
    """How one person types labels of ours: as they stand, small or large."""
    return draw.pick((lambda label: label, lambda label: label, str.lower, str.upper))


def raised(text: str) -> str:
    return text[0].upper() + text[1:]


def room(draw: Draw) -> str:
    place = draw.pick(("Room {}", "Hall {}", "Studio {}", "Level {}", "Gate {}", "Table {}", "Car Park {}", "Building {}", "Platform {}", "Stand {}"))
    return place.format(draw.pick((str(draw.rng.randint(1, 40)), f"{draw.rng.randint(0, 9)}.{draw.rng.randint(10, 40)}", draw.pick("ABCDEFGH"))))


def button_text(draw: Draw) -> str:
    form = draw.rng.random()
    if form < 0.4:
        return draw.word("buttons")
    if form < 0.6:
        return f"{draw.word('verbs').capitalize()} {draw.pick(('me', 'my', 'the', 'it', 'us', 'a'))} {draw.word('nouns')}"
    return draw.word("lines").rstrip(".") if form < 0.75 else draw.label()


def digits(phone: str) -> str:
    """What a tel: link holds of a phone number."""
    return "".join(letter for letter in phone if letter.isdigit() or letter == "+")


def number(draw: Draw) -> str:
    return str(draw.rng.randint(1, 2030))


def measure(draw: Draw) -> str:
    return f"{draw.rng.randint(1, 90)} {draw.pick(('kg', 'cm', 'km', 'years', 'hours', 'min', 'litres', 'people', 'pages', 'm'))}"


def address(draw: Draw) -> str:
    return f"{draw.rng.randint(1, 240)} {draw.word('streets')}, {draw.word('towns')}"


def hours(draw: Draw) -> str:
    return f"{draw.pick(('Mon to Fri', 'daily', 'Tue-Sat', 'weekdays'))} {draw.rng.randint(7, 11)}–{draw.rng.randint(16, 22)}"


VALUES: dict[str, Callable[[Draw], str]] = {
    "Date": Draw.date, "Time": Draw.time, "Price": Draw.price, "Rent": Draw.price, "Deposit": Draw.price, "Phone": Draw.phone, "Email": Draw.email, "Address": address, "Hours": hours,
    **dict.fromkeys(("Owner", "Author", "Contact", "Host", "Teacher", "Coach", "Captain"), Draw.person),
}  # fmt: skip

