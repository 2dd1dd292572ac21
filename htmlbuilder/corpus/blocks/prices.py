"""Blocks of things with prices: price boards, plans, what is reduced, and two things compared."""

from htmlbuilder.corpus.blocks.texts import FACTS, SETS, amount, bit, bits, manner, pairs, quoted, raised, sign
from htmlbuilder.corpus.blocks.words import ask, many
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.markup import Html, inline, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.wish import Ask, shows

UNITS = ("a week", "per week", "a month", "per month", "/mo", "a night", "/night", "an hour", "per hour", "/h", "a day", "each", "per person", "pp", "a kilo", "/kg", "per dozen", "a slice", "a glass", "per class", "return", "one way", "a year", "/yr")
NOTES = ("vegan", "v", "gf", "for two", "per slice", "with salad", "small", "hot", "spicy", "new", "while stocks last", "contains nuts", "members only", "from 5pm", "Mon-Fri", "2 hours", "330 ml", "12 people", "under 12s", "by request", "half price on Sunday")


def priced(price: str, unit: str) -> str:
    return f"{price}{unit}" if unit.startswith("/") or not unit else f"{price} {unit}"


def _sections(draw: Draw) -> list[tuple[str, str]]:
    """Two to four headings: (as the page has them, as the prompt has them)."""
    if draw.chance(0.5):
        how = manner(draw)
        return [(label.upper() if how is str.upper else label, how(label)) for label in draw.pick([labels for labels in SETS if len(labels) > 1])]
    small = draw.chance(0.4)
    return [(raised(text), text if small else raised(text)) for text in bits(draw, 2, 4)]


def _board(draw: Draw, number: int, money: str) -> tuple[list[tuple[str, str, str]], str]:
    """Things with a price and at times a note: (the rows, their words)."""
    names = list(dict.fromkeys(draw.word(draw.pick(("foods", "bits", "products", "plan_names"))) if draw.chance(0.75) else bit(draw) for _ in range(number)))
    noted = draw.chance(0.22)
    rows = [(name, amount(draw, money), (draw.pick(NOTES) if draw.chance(0.5) else draw.word("bits")) if noted and draw.chance(0.6) else "") for name in names]
    joint = draw.pick(("{} {}", "{} {}", "{} {}", "{} ({})", "{} for {}", "{}: {}", "{} – {}", "{} at {}", "{} costs {}", "{} = {}", "{}, {}", "{} - {}", "{} @ {}", "{} .... {}", "{} is {}"))
    note = draw.pick(("{} ({})", "{} – {}", "{}, {}", "{} [{}]", "{} - {}"))
    after = draw.chance(0.5)
    words = []
    for name, price, text in rows:
        if text and after:
            words.append(note.format(joint.format(draw.keep(name), draw.keep(price)), draw.keep(text)))
        else:
            words.append(joint.format(note.format(draw.keep(name), draw.keep(text)) if text else draw.keep(name), draw.keep(price)))
    tricky = noted or joint == "{}, {}" or any("," in name or " and " in name for name in names)
    form = draw.rng.random()
    if form < 0.2:
        bullet = draw.pick(("- ", "• ", "", "* ", "– "))
        return rows, "\n" + "\n".join(bullet + word for word in words) + "\n"
    if tricky:
        return rows, draw.pick(("; ", " / ", " | ", "; ")).join(words)
    if form < 0.4 and len(words) > 1:
        return rows, ", ".join(words[:-1]) + draw.pick((" and ", ", and ", " plus ", " & ")) + words[-1]
    return rows, draw.pick((", ", ", ", ", ", "; ", " / ", " | ", " ", " + ") if money and joint == "{} {}" else (", ", ", ", "; ", " / ", " | ")).join(words)


def prices(draw: Draw, asks: list[Ask]) -> Part:
    """Things with prices, under headings or not: "Matinee: Prompter 9, Dry Run 8"."""
    money = sign(draw)
    labels = _sections(draw) if draw.chance(0.35) else [("", "")]
    boards = [(label, said, *_board(draw, draw.count(1, 5 if label else 9), money)) for label, said in labels]
    unit = draw.pick(UNITS) if draw.chance(0.15) else ""
    joint = draw.pick(("{}: {}", "{}: {}", "{} – {}", "under {}: {}", "{} = {}", "{} ({})", "{} -> {}", "in {} {}", "{}, {}"))
    parts = [joint.format(draw.keep(said), words) if label else words for label, said, _, words in boards]
    needed = [requirement for label, _, rows, _ in boards for requirement in ((shows(label, "h2, h3"),) if label else ()) + tuple(shows(text, "li") for row in rows for text in row if text)]
    count = sum(len(rows) for _, _, rows, _ in boards)
    slots = {"s": draw.pick((". ", "; ", "\n")).join(parts), **many(draw, len(boards) if len(boards) > 1 else count)}
    name = "prices.groups" if len(boards) > 1 else "prices"
    if unit:
        needed.append(shows(unit, "li", count))
        slots["u"] = draw.keep(unit)
    asks.append(ask(draw, name, needed, **slots))
    sections = []
    for label, _, rows, _ in boards:
        body = tag("ul", *(tag("li", tag("span", inline(item, " ", tag("small", note)) if note else item), tag("b", priced(price, unit))) for item, price, note in rows), class_="rows")
        sections.append(tag("section", tag("h2", label), body) if label else body)
    return Part(Html("\n".join(sections)), ("rows", *(("section",) if boards[0][0] else ())))


def sale(draw: Draw, asks: list[Ask]) -> Part:
    """An old price, crossed out, and the new one."""
    money = sign(draw) or "$"
    old, new = amount(draw, money), amount(draw, money)
    asks.append(ask(draw, "sale", (shows(old, "s, del"), shows(new, ".price")), a=draw.keep(old), b=draw.keep(new)))
    return Part(tag("p", inline(tag("s", old), " ", tag("b", new)), class_="price"), ("price",))


def plans(draw: Draw, asks: list[Ask]) -> Part:
    """Plans with a price and what is in them, one of them marked at times; or with prices in two currencies."""
    money, other, unit = sign(draw) or "$", draw.pick(("", "", "", "", "€", "$", "£")), draw.pick(UNITS[:9]) if draw.chance(0.3) else ""
    other = "" if other == money.strip() else other
    names = list(dict.fromkeys(draw.word("plan_names") if draw.chance(0.6) else raised(bit(draw)) for _ in range(draw.count(2, 4))))
    rows = [(name, [priced(amount(draw, sort), unit) for sort in (money, other) if sort], bits(draw, 1, 3)) for name in names]
    joint, between = draw.pick(("{} {} ({})", "{} ({}): {}", "{} – {} – {}", "{} for {} with {}", "{}: {}, {}", "{} {}: {}", "{} @ {} incl. {}", "{} {} w/ {}", "{} costs {} and has {}", "{} = {} = {}")), draw.pick((" / ", " or ", " | ", "/"))
    s = draw.pick(("; ", "\n", "; ", " / ")).join(joint.format(draw.keep(name), between.join(draw.keep(price) for price in found), draw.pick((", ", ", ", " + ")).join(draw.keep(part) for part in parts)) for name, found, parts in rows)
    needed = [requirement for name, found, parts in rows for requirement in (shows(name, "article h2"), *(shows(price, "article") for price in found), *(shows(part, "article li") for part in parts))]
    best, label = (draw.pick(rows)[0], draw.pick(("Best value", "Popular", "Most popular", "Recommended", bit(draw), "New"))) if draw.chance(0.35) else ("", "")
    if best:
        asks.append(ask(draw, "plans.best", [*needed, shows(label, "article .tag"), shows(best, "article:has(.tag)")], s=s, k=draw.keep(best), q=quoted(draw, label), **many(draw, len(rows))))
    else:
        asks.append(ask(draw, "plans", needed, s=s, **many(draw, len(rows))))
    made = [
        tag("article", tag("p", tag("span", label, class_="tag")) if name == best else None, tag("h2", name), tag("p", " / ".join(found), class_="price"), tag("ul", *(tag("li", part) for part in parts)), class_="card")
        for name, found, parts in rows
    ]
    return Part(tag("div", *made, class_="grid"), ("card", "grid", "price", "list", *(("tag",) if best else ())))


def compare(draw: Draw, asks: list[Ask]) -> Part:
    """Two things held against each other in a table."""
    one, other = raised(bit(draw)), raised(bit(draw))
    rows = [(name, *(draw.pick((bit(draw), str(draw.rng.randint(1, 500)), "yes", "no", amount(draw, "€"))) for _ in range(2))) for name in dict.fromkeys(draw.pick(FACTS) if draw.chance(0.6) else raised(bit(draw)) for _ in range(draw.count(1, 5)))]
    told = pairs(draw, rows, ("{} ({} / {})", "{}: {} vs {}", "{} – {} against {}", "{}: {} and {}", "{} = {} | {}"))
    needed = [shows(one, "th"), shows(other, "th"), *(shows(text, "tr") for row in rows for text in row)]
    asks.append(ask(draw, "compare", needed, x=draw.keep(one), y=draw.keep(other), s=told))
    head = tag("thead", tag("tr", tag("td"), tag("th", one, scope="col"), tag("th", other, scope="col")))
    body = tag("tbody", *(tag("tr", tag("th", name, scope="row"), tag("td", first), tag("td", second)) for name, first, second in rows))
    return Part(tag("table", head, body), ("table",))
