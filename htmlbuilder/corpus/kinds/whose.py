"""Pages on which names matter: of firms, people, places, products and events, each in its own part, and figures that firms boast of."""

from collections.abc import Callable

from htmlbuilder.corpus import names
from htmlbuilder.corpus.blocks.groups import clear
from htmlbuilder.corpus.blocks.texts import bit, figure, line, raised
from htmlbuilder.corpus.draw import MONTHS, Draw
from htmlbuilder.corpus.markup import Html, inline, tag
from htmlbuilder.corpus.slip import Slip
from htmlbuilder.corpus.wish import Wish, has, kind, shows

NOUNS = ("page", "website", "landing page", "homepage", "one-page site", "small site", "web page", "html page", "info page", "simple website", "business card page", "contact page", "about page", "company page", "site", "profile page", "start page", "flyer page", "welcome page", "single page", "webpage")
# What is known of somebody: the label, and what it can be.
ROLES: tuple[tuple[tuple[str, ...], Callable[[Draw], str]], ...] = (
    (("owner", "founder", "chef", "teacher", "contact", "manager", "coach", "doctor", "director", "boss", "host", "head", "captain", "vicar", "conductor", "trainer", "designer", "author", "speaker", "run by", "master brewer", "principal", "caretaker", "treasurer", "photographer", "vet"), names.person),
    (("company", "partner", "sponsor", "landlord", "client", "agency", "school", "band", "brand", "publisher", "shop", "label", "supplier", "charity", "club", "bank", "insurer", "employer", "printer"), names.business),
    (("product", "app", "main product", "best seller", "course", "beer of the month", "dish of the day", "show", "book", "song", "ship", "boat", "horse", "project", "model", "exhibition", "event"), lambda draw: draw.pick((draw.word("products"), draw.brand(), draw.phrase(), bit(draw)))),
    (("town", "city", "place", "port", "where", "branch", "second branch", "born in", "office"), lambda draw: draw.word("towns")),
    (("street", "address", "venue", "meeting point", "depot"), lambda draw: draw.pick((f"{draw.word('streets')} {draw.rng.randint(1, 200)}", f"{draw.rng.randint(1, 200)} {draw.word('streets')}", f"{draw.rng.randint(1, 20)}{draw.pick('abc')} {draw.word('streets')}"))),
    (("since", "founded", "opened", "est.", "year"), lambda draw: str(draw.rng.randint(1870, 2026))),
    (("date", "next date", "deadline", "opening day", "when"), Draw.date), (("licence", "reg. no.", "VAT no.", "room", "batch", "membership no."), Draw.code), (("price", "fee", "entry", "deposit", "from"), Draw.price), (("dog", "cat", "mascot", "shop cat"), lambda draw: draw.word("first_names")),
)  # fmt: skip
SERVICES = ("we do {s}", "we offer {s}", "services: {s}", "services {s}", "I do {s}", "they want {s} listed", "list {s}", "what we do: {s}", "offering {s}", "{s}", "bullets: {s}", "we sell {s}", "we repair {s}", "our courses: {s}", "it should list {s}", "mention {s}", "specialities: {s}", "we teach {s}", "with a list: {s}", "products: {s}", "what people come for: {s}")
CLAIMS = ("{s}", "figures: {s}", "with the figures {s}", "facts: {s}", "numbers: {s}", "it should boast {s}", "mention {s}", "in big letters {s}", "proof points: {s}", "we can say {s}", "badges: {s}", "highlight {s}", "stats: {s}", "key figures {s}", "print {s}", "show the numbers {s}", "trust line: {s}", "results: {s}")
RATED = ("rated {r} from {n} reviews", "{r} stars from {n} reviews", "{r} from {n}", "{r} out of 5 ({n} reviews)", "{r}/5, {n} ratings", "{r} ★ ({n})", "{n} reviews, average {r}")
AFTER = (
    "It's for {q} after {y} years at {w}", "{q} leaves {w} after {y} years", "It's for {q}, who retires after {y} years at {w}", "for {q}, {y} years at {w}", "{q} has been at {w} for {y} years and is going now", "the name is {q}; {y} years at {w}", "After {y} years at {w} we say goodbye to {q}", "It is for {q} – {y} years with {w}", "who: {q}. where: {w}. how long: {y} years", "{y} years at {w}! It's for {q}",
)  # fmt: skip
PARTING = ("farewell page", "retirement page", "leaving card", "goodbye page", "thank-you page", "retirement card", "page for a leaving do", "jubilee page", "send-off page", "page for a colleague who leaves", "anniversary page", "card as a web page", "surprise page")
MADE_BY = ("by {a} for {b}", "made by {a} for {b}", "{a} made it for {b}", "from {a} to {b}", "{a} presents it, {b} pays for it", "organised by {a}, hosted by {b}", "{a} together with {b}", "a project of {a} and {b}", "{a} in cooperation with {b}")


def facts(slip: Slip) -> None:
    """Roles and who or what has them: "Owner: Dr Ana Silva, since: 1987"."""
    draw = slip.draw
    rows = []
    for labels, make in draw.some(ROLES, 1, 5):
        rows.append((draw.pick(labels), slip.text(clear(draw, lambda make=make: make(draw), (":", ";", "\n", "|", '"', " / "))) or "–"))  # type: ignore[misc]
    if draw.chance(0.35):
        rows = [(raised(label), value) for label, value in rows]
    elif draw.chance(0.15):
        rows = [(label.upper(), value) for label, value in rows]
    rows = [(slip.text(label), value) for label, value in rows]
    joint = draw.pick(("{}: {}", "{}: {}", "{}: {}", "{} {}", "{} – {}", "{} is {}", "{} = {}", "the {} is {}", "{} ({})"))
    if "is" in joint and any(label.lower() in ("from", "since", "est.", "founded", "opened", "where", "when", "born in", "run by") for label, _ in rows):
        joint = "{}: {}"  # "the from is" is no English
    between = draw.pick((". ", "; ", ", ", "\n", ". ", ", ") if not any("," in value for _, value in rows) else (". ", "; ", "\n"))
    words = [joint.format(draw.keep(label), draw.keep(value)) for label, value in rows]
    needs = [need for label, value in rows for need in (shows(label, "dt"), shows(value, "dd"))]
    slip.add(between.join(words), tag("dl", *(child for label, value in rows for child in (tag("dt", label), tag("dd", value)))), needs, "facts")


def _list(slip: Slip, texts: list[str], ways: tuple[str, ...]) -> None:
    texts = [slip.text(text) for text in {text.casefold(): text for text in texts if text}.values()]
    slip.add(slip.draw.pick(ways).format(s=slip.row(texts)), tag("ul", *(tag("li", text) for text in texts)), [shows(text, "ul > li") for text in texts], "list")


def services(slip: Slip) -> None:
    draw = slip.draw
    make = draw.pick((lambda: draw.word("skills"), lambda: draw.word("products"), lambda: f"{draw.word('nouns')} {draw.pick(('repair', 'hire', 'lessons', 'cleaning', 'delivery', 'fitting', 'sharpening', 'storage', 'care', 'design'))}", lambda: draw.word("foods"), lambda: bit(draw), lambda: f"{draw.word('adjectives')} {draw.word('nouns')}s"))
    _list(slip, [clear(draw, make, (":", ";", "\n", "|", " / ")) for _ in range(draw.count(2, 6))], SERVICES)


def claims(slip: Slip) -> None:
    draw = slip.draw
    _list(slip, [figure(draw) for _ in range(draw.count(1, 5))], CLAIMS)


def _rated(slip: Slip) -> None:
    """Stars and how many gave them, as the prompt writes it."""
    draw = slip.draw
    r, n = f"{draw.rng.randint(20, 50) / 10:.1f}", f"{draw.rng.randint(3, 4900):,}"
    shape = draw.pick(RATED)
    text = slip.text(shape.format(r=r, n=n))
    slip.add(draw.keep(text), tag("p", text), [shows(r, "p"), shows(n, "p")])


def _shares(slip: Slip) -> None:
    """Two more names in one sentence."""
    draw = slip.draw
    makes = (names.person, names.business)
    a, b = slip.text(draw.pick(makes)(draw)), slip.text(draw.pick(makes)(draw))
    shape = draw.pick(MADE_BY)
    text = slip.text(shape).format(a=a, b=b) if slip.hand == "small" else shape.format(a=a, b=b)
    slip.add(shape.format(a=draw.keep(a), b=draw.keep(b)), tag("p", raised(text)), [shows(a, "p"), shows(b, "p")])


def quote(slip: Slip) -> None:
    draw = slip.draw
    text, who = slip.text(line(draw)), slip.text(names.person(draw))
    said = draw.pick(('"{q}" – {a}', '{a}: "{q}"', '"{q}" ({a})', '{a} says "{q}"', 'a quote by {a}: "{q}"', '"{q}", {a}', '{a} wrote "{q}"', 'quote "{q}" from {a}')).format(q=draw.keep(text), a=draw.keep(who))
    slip.add(said, tag("blockquote", tag("p", text), tag("cite", who)), [shows(text, "blockquote"), shows(who, "cite")], "quote")


def team(slip: Slip) -> None:
    """People and what they do."""
    draw = slip.draw
    people = list({names.person(draw).replace(",", " &"): draw.word("job_titles") if draw.chance(0.6) else draw.word("skills") for _ in range(draw.count(2, 5))}.items())
    rows = [(slip.text(name), slip.text(does)) for name, does in people]
    joint = draw.pick(("{} ({})", "{} ({})", "{}: {}", "{} – {}", "{} = {}", "{} / {}"))
    between = draw.pick((", ", "; ", "\n", ", ")) if joint != "{} / {}" and not any("," in text for row in rows for text in row) else "; "
    lead = draw.pick(("team: ", "people: ", "", "", "the team is ", "with ", "who works here: ", "staff: ", "we are ", "line-up: ", "in it: "))
    html: list[Html] = [tag("li", tag("b", name), tag("span", does)) for name, does in rows]
    slip.add(lead + between.join(joint.format(draw.keep(name), draw.keep(does)) for name, does in rows), tag("ul", *html, class_="rows"), [shows(text, "ul.rows > li") for row in rows for text in row], "rows")


def event(slip: Slip) -> None:
    draw = slip.draw
    clock = draw.pick(("", "", f", {draw.rng.randint(1, 12)}pm", f" {draw.rng.randint(9, 22)}:30"))
    when = slip.text(f"{draw.rng.randint(1, 28)} {draw.pick(MONTHS)}{clock}")
    place = slip.text(draw.pick((draw.word("towns"), f"{draw.word('streets')} {draw.rng.randint(1, 99)}", names.business(draw), f"the {draw.word('nouns')} room")))
    slip.add(draw.pick(("{d}, {p}", "{d} at {p}", "it's on {d} at {p}", "when: {d}, where: {p}", "date {d}, place {p}", "{p}, {d}", "we meet at {p} on {d}", "{d} / {p}")).format(d=draw.keep(when), p=draw.keep(place)), tag("p", inline(tag("b", when), ", ", place)), [shows(when, "p"), shows(place, "p")])


@kind("whose", 6.0)
def whose(draw: Draw) -> Wish:
    """A page for somebody whose name stands anywhere in the prompt, with more names of other roles."""
    slip = Slip(draw, "whose")
    if draw.chance(0.14):
        return _parting(slip)
    topic = draw.topic() if draw.chance(0.5) else None
    name = names.business(draw) if topic or draw.chance(0.6) else names.person(draw)
    slip.open(draw.pick(NOUNS), name, draw.pick(topic.kinds) if topic else "", draw.word("towns") if draw.chance(0.35) else "")
    parts = (facts, facts, services, services, claims, _rated, _shares, quote, team, event)
    chosen = list(dict.fromkeys(draw.some(parts, 0 if draw.chance(0.25) else 1, 1 if slip.terse and draw.chance(0.5) else 3)))
    for part in chosen:
        part(slip)
    slip.extras(0 if chosen else 1, 3)
    return slip.wish(0.25)


def _parting(slip: Slip) -> Wish:
    """For somebody who leaves: "It's for X after 34 years at Y"."""
    draw = slip.draw
    slip.open(draw.pick(PARTING))
    slip.late, slip.needs = "", []
    name, work, years = slip.text(names.person(draw)), slip.text(names.business(draw)), str(draw.rng.randint(2, 48))
    slip.entitle(name)
    slip.lead = [slip.text(f"{years} years at {work}")]
    slip.needs += [shows(work, "p"), shows(years, "p"), has("h1")]
    told = draw.pick(AFTER).format(q=draw.keep(name), y=draw.keep(years), w=draw.keep(work))
    if draw.chance(0.4):
        slip.said.append(told)
    else:
        slip.late = told
    if draw.chance(0.5):
        _list(slip, [clear(draw, lambda: bit(draw), (":", ";", "\n", "|", " / ")) for _ in range(draw.count(2, 5))], ("memories: {s}", "we remember {s}", "never to be forgotten: {s}", "things we'll miss: {s}", "gifts: {s}", "list {s}", "programme: {s}", "what we thank for: {s}"))
    if draw.chance(0.4):
        event(slip)
    if draw.chance(0.4):
        quote(slip)
    slip.extras(0, 2)
    return slip.wish(0.25)
