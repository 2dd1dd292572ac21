"""Pages that people tell of who sell, let or collect: lodgings, shops, things, sales, appeals.

As in `told`, the telling and the page are a `Tale`'s.
"""

from htmlbuilder.corpus.blocks.texts import bit, bits, raised
from htmlbuilder.corpus.blocks.words import free
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.markup import tag
from htmlbuilder.corpus.moves import address, hours
from htmlbuilder.corpus.tale import ME, WE, Tale, amounts, met, named, pressed, shuffled
from htmlbuilder.corpus.wish import Wish, has, kind
from htmlbuilder.corpus.wording import article

PLACES = (
    "a guesthouse", "a holiday flat", "a small pottery", "a bike workshop", "a bakery", "a riding school", "a boat hire", "a cabin in the woods", "a mountain hut", "a language school", "a campsite", "a tea room", "a dog hotel", "a yoga barn", "a vineyard", "a climbing hall", "a houseboat", "a rehearsal room", "a surf hostel", "a farm with rooms",
)  # fmt: skip


@kind("lodging", 1.2)
def lodging(draw: Draw) -> Wish:
    """A small firm, described by whoever founded it."""
    tale = Tale(draw, WE)
    what, name, town = draw.pick(PLACES), draw.brand(), draw.word("towns")
    if draw.chance(0.25):
        what = article(f"{draw.word('adjectives')} {draw.word('nouns')} {draw.pick(('shop', 'workshop', 'school', 'farm', 'house', 'studio'))}")
    tale.say("firm", name=draw.keep(name), what=what, place=draw.keep(town))
    tale.headed(name)
    tale.lead = [raised(what.split(" ", 1)[1]), town]
    tale.need("p", town)
    tale.aside(0.35)
    tale.want("a landing page", "a landing page for it", "one page where people can book", "a page that says it all", "a page for guests", "a homepage", "a page to send people to")

    def sleeps() -> None:
        count = f"{draw.rng.randint(2, 40)} {draw.pick(('people', 'guests', 'adults', 'riders', 'children'))}"
        tale.say("sleeps", n=draw.keep(count))
        tale.need("p", count)
        tale.show(tag("p", f"Room for {count}"))

    def offers() -> None:
        tale.items("does", bits(draw, 2, 6), tale.label("What you get", "Included", "Features", "The rooms", "Nearby") if draw.chance(0.45) else "")

    def seasons() -> None:
        labels = list(draw.pick((("Summer", "Winter"), ("High season", "Low season"), ("Weekdays", "Weekends"), ("May to September", "October to April"), ("Adults", "Children"), ("January", "July", "August"))))
        if draw.chance(0.3):
            labels = named(draw, draw.rng.randint(2, 4))
        tale.rows("seasons", list(zip(labels, amounts(draw, len(labels)), strict=True)), tale.label("Prices", "Rates", "What it costs") if draw.chance(0.35) else "", joints=("{} {}", "{}: {}", "{} ({})", "{} – {}"), flip=True)

    shuffled(draw, (sleeps, offers, seasons, tale.fact), 2, 4)
    tale.aside(0.25)
    form = draw.rng.random()
    if form < 0.5:
        tale.form(*draw.pick((("Name", "Arrival", "Departure"), ("Arrival", "Departure", "Email"), ("Name", "Email", "Arrival", "Departure", "Message"), ("Name", "Email", "Message"), ("Name", "Phone", "Date"))))
    elif form < 0.75:
        tale.reach()
    else:
        tale.button()
    return tale.wish("lodging")


@kind("ware", 1.1)
def ware(draw: Draw) -> Wish:
    """A thing, by whoever makes it."""
    tale = Tale(draw, ME)
    what, name, town, price = draw.word("nouns"), draw.name_word() if draw.chance(0.6) else draw.phrase(), draw.word("towns"), draw.price(3, 600)
    tale.said.append(raised(free(draw, "told.made", {"what": draw.keep(what), "name": draw.keep(name), "place": draw.keep(town), "a": article(what).split(" ")[0]})))
    tale.headed(name)
    tale.lead = [raised(what), town]
    tale.need("p", what, town)
    tale.aside(0.4, "reason")

    def variants() -> None:
        tale.items("variants", named(draw, draw.rng.randint(2, 4)), tale.label("Colours", "Sizes", "Variants") if draw.chance(0.25) else "")

    def cost() -> None:
        tale.price("cost", price)

    cost()
    tale.aside(0.2)
    shuffled(draw, (variants, tale.fact, tale.fact), 1, 2)
    label = f"{draw.pick(('Add to cart', 'Buy', 'Order', 'Into the basket', 'Get one', 'Buy now', draw.word('buttons')))}{draw.pick((' – {}', ' ({})', ': {}', ' for {}', '')).format(price)}"
    counted = draw.chance(0.5)
    if counted:
        tale.say("quantity")
        tale.needs.append(has("form input[type=number]"))
    tale.say("cart", b=tale.told(label))
    tale.need("button", label)
    if counted:
        tale.show(tag("form", tag("label", "Quantity", tag("input", type="number", name="quantity", min=1, value=1)), tag("button", label, type="submit")), "form", "button")
    else:
        tale.show(pressed(label), "row", "button")
    return tale.wish("ware")


SHOPS = (
    "a café", "a barber shop", "a bakery", "a fish restaurant", "a repair café", "a flower shop", "a noodle bar", "a second-hand bookshop", "a laundrette", "a pizzeria", "a tailor's shop", "a kiosk", "a hair salon", "a tattoo studio", "a bicycle shop", "a butcher's", "an ice cream parlour", "a pharmacy", "a wine bar", "a nail studio",
)  # fmt: skip


def priced(tale: Tale, name: str, number: int, source: str, heading: str = "") -> None:
    things = named(tale.draw, number, source)
    rows = list(zip(things, amounts(tale.draw, len(things)), strict=True))
    tale.rows(name, rows, heading, joints=("{} {}", "{} for {}", "{} ({})", "{} – {}", "{}: {}", "{} at {}"), flip=True)


@kind("shopkeeper", 1.2)
def shopkeeper(draw: Draw) -> Wish:
    """A shop or an inn, by whoever stands behind the counter."""
    tale = Tale(draw, WE)
    what, name, town = draw.pick(SHOPS), draw.brand(), draw.word("towns")
    tale.say("firm", name=draw.keep(name), what=what, place=draw.keep(town))
    tale.headed(name)
    tale.lead = [raised(what.split(" ", 1)[1]), town]
    tale.need("p", town)
    tale.aside(0.35)
    tale.want("a page for the shop", "one page with all that people ask on the phone", "a simple homepage", "a page instead of the sign on the door", "a small website", "a page for our place")

    def board() -> None:
        priced(tale, "prices", draw.count(2, 6), draw.pick(("", "foods", "products")), tale.label("Prices", "Menu", "On the board", "Today") if draw.chance(0.35) else "")

    shuffled(draw, (board, lambda: hours(tale), lambda: address(tale), tale.fact, tale.fact), 2, 4)
    tale.aside(0.25)
    if draw.chance(0.6):
        tale.reach()
    return tale.wish("shopkeeper")


@kind("appeal", 0.8)
def appeal(draw: Draw) -> Wish:
    """A collection for something, by somebody who cares for it."""
    tale = Tale(draw, WE)
    cause = draw.pick((f"a new {draw.word('nouns')}", f"the {draw.word('nouns')} in {draw.word('towns')}", f"{draw.person()}'s {draw.word('nouns')}", f"{draw.word('adjectives')} {draw.word('nouns')}s", draw.brand()))
    tale.say("cause", t=draw.keep(cause))
    tale.aside(0.3)
    tale.want("a donation page", "a page where people can give", "a fundraising page", "a page for our collection", "a page that asks for money without begging")
    tale.entitle(draw.phrase())
    tale.lead = [f"For {cause}"]
    tale.need("p", cause)

    def goal() -> None:
        money = draw.pick(("${}", "€{}", "£{}", "{} €", "{} kr", "₹{}"))
        most = draw.rng.randint(20, 900) * 50
        rows = (("Goal", money.format(most)), ("So far", money.format(draw.rng.randint(1, most - 1))))
        tale.say("goal", g=draw.keep(rows[0][1]), y=draw.keep(rows[1][1]))
        tale.need("dd", *(amount for _, amount in rows))
        tale.show(tag("dl", *(part for label, amount in rows for part in (tag("dt", label), tag("dd", amount)))), "facts")

    def gives() -> None:
        rows = [(price, bit(draw)) for price in amounts(draw, draw.count(2, 4))]
        tale.rows("fees", list(dict(rows).items()), tale.label("What it buys", "Your gift", "Thank-yous"), joints=("{} – {}", "{} for {}", "{}: {}", "{} is {}"))

    shuffled(draw, (goal, tale.fact, gives, tale.fact), 1, 4)
    tale.button()
    if draw.chance(0.4):
        tale.reach()
    return tale.wish("appeal")


@kind("clearance", 0.8)
def clearance(draw: Draw) -> Wish:
    """A sale at somebody's house."""
    tale = Tale(draw, ME)
    tale.say("clears")
    tale.aside(0.3)
    tale.want("a page for the sale", "a page with a list and prices", "a notice as a web page", "a page I can send round", "a page for our yard sale")
    tale.entitle(draw.phrase() if draw.chance(0.5) else f"{draw.pick(('Yard sale', 'Moving sale', 'House clearance', 'Garage sale', 'Everything must go'))} {draw.pick(('in', '–', 'at'))} {draw.word('towns')}")
    met(tale)
    tale.aside(0.2)
    priced(tale, "prices", draw.count(2, 8), draw.pick(("", "", "products")), tale.label("For sale", "Things", "Still there") if draw.chance(0.3) else "")
    tale.facts(0, 2)
    if draw.chance(0.7):
        tale.reach()
    return tale.wish("clearance")
