"""Blocks of figures: what is known of a product, an account, shares of a whole, a card to trade."""

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus.asks import color
from htmlbuilder.corpus.blocks.texts import amount, bit, bits, button_text, plain, raised, series, sign
from htmlbuilder.corpus.blocks.words import ask, many
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.markup import Html, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.style import COLOR_WORDS, covered
from htmlbuilder.corpus.wish import Ask, has, shows

SIZES = ("XS", "S", "M", "L", "XL", "XXL", "36", "38", "40", "42", "44", "S/M", "L/XL", "250 g", "500 g", "1 kg", "A4", "A3", "A2", "30 cm", "50 cm", "0.5 l", "1 l")


def goods(draw: Draw, asks: list[Ask]) -> Part:
    """What is known of a product: some of number, price before and now, sizes, colours, rating, button; always in that order."""
    chosen = draw.some(("number", "price", "sizes", "colors", "rated", "button"), 1, 4)
    body: list[Html] = []
    used: list[str] = ["card"]
    if "number" in chosen:
        number = draw.code() if draw.chance(0.6) else f"{draw.rng.randint(1000, 99999)}"
        asks.append(ask(draw, "goods.sku", (shows(number, ".card p"),), k=draw.keep(number)))
        body.append(tag("p", f"SKU {number}", class_="muted"))
        used.append("muted")
    if "price" in chosen:
        money = sign(draw)
        old, now = amount(draw, money), amount(draw, money)
        asks.append(ask(draw, "goods.price", (shows(old, ".card del"), shows(now, ".card .price")), o=draw.keep(old), k=draw.keep(now)))
        body.append(tag("p", tag("del", old), now, class_="price"))
        used.append("price")
    if "sizes" in chosen:
        sizes = draw.some(SIZES, 2, 6) if draw.chance(0.7) else bits(draw, 2, 5)
        asks.append(ask(draw, "goods.sizes", [shows(size, ".card .tag") for size in sizes], s=series(draw, sizes), **many(draw, len(sizes))))
        body.append(tag("p", *(tag("span", size, class_="tag") for size in sizes)))
        used.append("tag")
    if "colors" in chosen:
        words = draw.some(tuple(COLOR_WORDS), 2, 5)
        asks.append(ask(draw, "goods.colors", [Requirement(selector=".card li", text=word, color=COLOR_WORDS[word]) for word in words], s=series(draw, words), **many(draw, len(words))))
        body.append(tag("ul", *(tag("li", raised(word), class_="tag", style=covered(COLOR_WORDS[word])) for word in words), class_="plain row"))
        used += ["tag", "plain", "row"]
    if "rated" in chosen:
        stars, count = f"{draw.rng.randint(10, 50) / 10:.1f}", f"{draw.rng.randint(3, 4000):,}"
        asks.append(ask(draw, "goods.rated", (shows(stars, ".card p"), shows(count, ".card p")), k=draw.keep(stars), c=draw.keep(count)))
        body.append(tag("p", f"{stars} ★ from {count} reviews"))
    if "button" in chosen:
        text, (said, value, check) = draw.pick((button_text(draw), "Add to basket", "Add to cart", "Buy now")), color(draw)
        asks.append(ask(draw, "goods.button", (Requirement(selector=".card button", text=text, color=check),), b=plain(draw, text), c=said))
        body.append(tag("p", tag("button", text, type="button", style=covered(value))))
        used.append("button")
    return Part(tag("div", *body, class_="card"), tuple(used))


def account(draw: Draw, asks: list[Ask]) -> Part:
    """A balance, and what came in and went out."""
    money = sign(draw)
    balance = amount(draw, money)
    rows = [(text, draw.pick(("+", "-", "−", "-")) + amount(draw, money)) for text in bits(draw, 1, 6)]
    joint = draw.pick(("{} {}", "{}: {}", "{} ({})", "{} – {}", "{} = {}"))
    told = draw.pick((", ", "; ", "\n", ", ", " / ")).join(joint.format(draw.keep(text), draw.keep(sum_)) for text, sum_ in rows)
    needed = [shows(balance, ".price"), *(requirement for text, sum_ in rows for requirement in (shows(text, "li"), shows(sum_, "li")))]
    asks.append(ask(draw, "account", needed, k=draw.keep(balance), s=told, **many(draw, len(rows))))
    listing = tag("ul", *(tag("li", tag("span", text), tag("b", sum_)) for text, sum_ in rows), class_="rows")
    return Part(Html("\n".join((tag("p", balance, class_="price"), listing))), ("price", "rows"))


def shares(draw: Draw, asks: list[Ask]) -> Part:
    """Shares of a whole as a ring, and what each colour stands for."""
    texts = bits(draw, 2, 4)
    left, parts = 20, []
    for place in range(len(texts) - 1):
        parts.append(draw.rng.randint(1, max(1, left - 2 * (len(texts) - 1 - place))))
        left -= parts[-1]
    rows = list(zip(texts, [5 * part for part in (*parts, max(1, left))], draw.some(tuple(COLOR_WORDS.items()), len(texts), len(texts)), strict=True))
    colored = draw.chance(0.4)
    shades = ["#2f6fb5", "#c98a12", "#2f9e77", "#b3261e"]
    rows = [(text, share, pair if colored else ("", shades[place])) for place, (text, share, pair) in enumerate(rows)]
    joint = draw.pick(("{} {}", "{}: {}", "{} ({})", "{} – {}", "{} = {}"))
    told = draw.pick((", ", "; ", ", ", " / ")).join(joint.format(draw.keep(text), draw.keep(f"{share}%")) + (f" {word}" if word else "") for text, share, (word, _) in rows)
    needed = [has("svg circle", len(rows)), *(requirement for text, share, (word, value) in rows for requirement in (shows(text, "li"), shows(f"{share}%", "li"), *([Requirement(color=value)] if word else [])))]
    asks.append(ask(draw, "shares", needed, s=told, **many(draw, len(rows))))
    circles, start = [], 0
    for _, share, (_, value) in rows:
        circles.append(tag("circle", cx=50, cy=50, r=40, pathLength=100, fill="none", stroke=value, stroke_width=20, stroke_dasharray=f"{share} 100", stroke_dashoffset=-start))
        start += share
    ring = tag("svg", *circles, viewBox="0 0 100 100", width=200, role="img", aria_label="Shares")
    legend = tag("ul", *(tag("li", tag("span", text), tag("b", f"{share}%"), style=f"border-left: 1rem solid {value}; padding-left: 0.75rem") for text, share, (_, value) in rows), class_="rows")
    return Part(Html("\n".join((ring, legend))), ("rows",))


def trading(draw: Draw, asks: list[Ask]) -> Part:
    """A card to collect: a name, its points, what it can do, what it is weak against."""
    name, points = draw.brand() if draw.chance(0.6) else bit(draw), f"{draw.rng.randint(2, 60) * 5} {draw.pick(('HP', 'points', 'LP', 'power', 'pts', 'KP'))}"
    moves = [(text, str(draw.rng.randint(1, 24) * 5)) for text in bits(draw, 1, 4)]
    weak = bit(draw)
    joint = draw.pick(("{} {}", "{} ({})", "{}: {}", "{} – {}"))
    told = draw.pick((", ", " and ", ", ", "; ")).join(joint.format(draw.keep(text), draw.keep(count)) for text, count in moves)
    needed = [shows(name, "article h2"), shows(points, "article"), shows(weak, "article"), *(requirement for text, count in moves for requirement in (shows(text, "article li"), shows(count, "article li")))]
    asks.append(ask(draw, "trading", needed, q=plain(draw, name), k=draw.keep(points), s=told, x=draw.keep(weak), **many(draw, len(moves))))
    listing = tag("ul", *(tag("li", tag("span", text), tag("b", count)) for text, count in moves), class_="rows")
    return Part(tag("article", tag("h2", name), tag("p", points, class_="price"), listing, tag("p", f"Weakness: {weak}"), class_="card"), ("card", "price", "rows"))
