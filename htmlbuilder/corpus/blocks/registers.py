"""Blocks of things of which several facts are told: works, who does what, terms, family trees, recipes, days."""

from collections.abc import Sequence

from htmlbuilder.corpus import names
from htmlbuilder.corpus.blocks.lists import chained
from htmlbuilder.corpus.blocks.texts import bit, bits, line, pairs, raised, room, series
from htmlbuilder.corpus.blocks.words import ask, many
from htmlbuilder.corpus.draw import DAYS, MONTHS, Draw
from htmlbuilder.corpus.markup import Html, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.wish import Ask, shows

WORKS = (
    "paintings", "prints", "songs", "films", "books", "albums", "buildings", "pieces", "works", "sculptures", "models", "boats", "photographs", "quilts", "pots", "bikes", "trees", "exhibits", "houses", "ships", "papers", "records", "plays", "maps",
    "instruments", "medals", "matches", "journeys", "clocks", "poems", "wines", "cheeses", "seeds", "horses", "engines", "posters",
)  # fmt: skip
MEDIA = ("oil on board", "linocut", "ink", "bronze", "oak", "watercolour", "mixed media", "stoneware", "wool", "steel", "16 mm film", "gouache", "pencil", "glass", "cotton", "brass", "charcoal", "digital print", "birch", "clay")


def _detail(draw: Draw, place: int) -> str:
    """What is known of a work: its year, its stuff, its size, its place; of that sort for all of them."""
    return (
        lambda: str(draw.rng.randint(1880, 2029)), lambda: draw.pick(MEDIA), lambda: f"{draw.rng.randint(5, 200)} x {draw.rng.randint(5, 200)} cm", lambda: draw.word("towns"), lambda: f"{draw.rng.randint(2, 900)} {draw.pick(('pages', 'kg', 'min', 'm', 'seats', 'g'))}",
        lambda: draw.person(), lambda: bit(draw), lambda: draw.price(),
    )[place]()  # fmt: skip


def works(draw: Draw, asks: list[Ask]) -> Part:
    """Things with two or three facts each: "Harbour (2019, oil on board), Gate (2021, linocut)"."""
    sorts = draw.some(range(8), 2, 3) if draw.chance(0.75) else draw.some(range(8), 1, 1)
    rows = [(name, *(_detail(draw, place) for place in sorts)) for name in bits(draw, 2, 7)]
    joints = {
        1: ("{} ({})", "{}, {}", "{} – {}", "{}: {}", "{} / {}"), 2: ("{} ({}, {})", "{}, {}, {}", "{} – {}, {}", "{}: {}, {}", "{} / {} / {}", "{} ({}; {})", "{}, {} ({})"),
        3: ("{} ({}, {}, {})", "{}, {}, {}, {}", "{} – {}, {}, {}", "{}: {}, {}, {}", "{} / {} / {} / {}", "{}, {}, {} ({})"),
    }[len(sorts)]  # fmt: skip
    needed = [shows(text, "li") for row in rows for text in row]
    what = draw.pick(WORKS)
    asks.append(ask(draw, "works", needed, s=pairs(draw, rows, joints), What=raised(what), **({"what": what} if draw.chance(0.5) else {}), **many(draw, len(rows))))
    return Part(tag("ul", *(tag("li", tag("b", row[0]), tag("span", ", ".join(row[1:]))) for row in rows), class_="rows"), ("rows",))


ROLES = (
    "chair", "treasurer", "secretary", "captain", "goalkeeper", "coach", "director", "producer", "camera", "lights", "sound", "costumes", "president", "vice president", "head of sales", "editor", "drums", "bass", "vocals", "keys", "violin", "cook",
    "driver", "host", "referee", "first aid", "bar", "tickets", "caretaker", "librarian", "webmaster", "judge", "conductor", "stage manager", "head chef", "nurse", "pilot", "navigator", "minutes", "youth officer", "press", "safety", "best man",
)  # fmt: skip


def _terms(rows: Sequence[tuple[str, str]]) -> Part:
    return Part(tag("dl", *(child for label, value in rows for child in (tag("dt", label), tag("dd", value)))), ("facts",))


def people(draw: Draw, asks: list[Ask]) -> Part:
    """Who does what, the role first: "Chair: Ana Silva, Treasurer: Bo Lund"."""
    roles = draw.some(ROLES, 2, 6) if draw.chance(0.7) else list(dict.fromkeys(draw.word("job_titles") for _ in range(draw.count(2, 5))))
    rows = [(raised(role), " and ".join(names.person(draw) if draw.chance(0.3) else draw.person() for _ in range(draw.pick((1, 1, 1, 1, 2)))) if draw.chance(0.8) else draw.word("first_names")) for role in roles]
    small = draw.chance(0.5)
    told = [(role.lower() if small else role, name) for role, name in rows]
    needed = [requirement for role, name in rows for requirement in (shows(role, "dt"), shows(name, "dd"))]
    joints = ("{}: {}", "{}: {}", "{} {}", "{} – {}", "{} = {}", "{} is {}", "{} / {}", "{} -> {}", "{}, {}")
    asks.append(ask(draw, "who", needed, s=pairs(draw, told, joints), **many(draw, len(rows))))
    return _terms(rows)


def terms(draw: Draw, asks: list[Ask]) -> Part:
    """Words and what they mean."""
    rows = [(name, draw.pick((bit(draw), line(draw).rstrip("."), f"{draw.word('adjectives')} {draw.word('nouns')}"))) for name in bits(draw, 2, 7)]
    needed = [requirement for term, text in rows for requirement in (shows(term, "dt"), shows(text, "dd"))]
    joints = ("{} = {}", "{} = {}", "{}: {}", "{} – {}", "{} means {}", "{} ({})", "{} is {}", "{} stands for {}", "{} -> {}", "{} - {}")
    asks.append(ask(draw, "glossary", needed, s=pairs(draw, rows, joints), **many(draw, len(rows))))
    return _terms(rows)


Branch = tuple[str, list[tuple[str, list[str]]]]


def tree(draw: Draw, asks: list[Ask]) -> Part:
    """A list of three levels, such as a family tree."""
    family = draw.chance(0.55)
    names = iter(list(dict.fromkeys(draw.word("first_names") if draw.chance(0.7) else draw.person() for _ in range(30))) if family else list(dict.fromkeys(bit(draw) for _ in range(30))))
    roots: list[Branch] = [(next(names), [(next(names), [next(names) for _ in range(draw.pick((0, 1, 2, 2, 3) if at else (1, 2, 2, 3)))]) for at in range(draw.rng.randint(1, 3))]) for _ in range(draw.pick((1, 1, 1, 2)))]
    needed = [requirement for root, children in roots for requirement in (shows(root, "ul > li"), *(shows(child, "li > ul > li") for child, _ in children), *(shows(last, "li li li") for _, lasts in children for last in lasts))]
    asks.append(ask(draw, "tree.family" if family else "tree", needed, s=_branches(draw, roots, family)))

    def entry(name: str, below: list[Html]) -> Html:
        return tag("li", name, tag("ul", *below)) if below else tag("li", name)

    return Part(tag("ul", *(entry(root, [entry(child, [entry(last, []) for last in lasts]) for child, lasts in children]) for root, children in roots)), ("list",))


def _branches(draw: Draw, roots: Sequence[Branch], family: bool) -> str:
    """The tree in words: indented, in brackets, or told one parent at a time."""
    form = draw.rng.random()
    if form < 0.35:
        bullet, step = draw.pick((("- ", "  "), ("* ", "  "), ("", "  "), ("", "    "), ("- ", "    "), ("> ", "  ")))
        lines: list[tuple[int, str]] = []
        for root, children in roots:
            lines.append((0, root))
            for child, lasts in children:
                lines += [(1, child), *((2, last) for last in lasts)]
        return "\n" + "\n".join(f"{step * depth}{bullet}{draw.keep(name)}" for depth, name in lines) + "\n"
    if form < 0.6:

        def bracketed(name: str, below: Sequence[str]) -> str:
            return f"{name} ({', '.join(below)})" if below else name

        return draw.pick((", ", "; ")).join(bracketed(draw.keep(root), [bracketed(draw.keep(child), [draw.keep(last) for last in lasts]) for child, lasts in children]) for root, children in roots)
    joint = draw.pick(("{} has {}", "{}'s children are {}", "children of {}: {}", "{} with {}", "{} + kids {}", "{} had {}") if family else ("{} has {}", "under {}: {}", "{} > {}", "below {} come {}", "{} with {}", "{} contains {}", "in {} {}"))
    knots = [knot for root, children in roots for knot in ((root, [child for child, _ in children]), *((child, lasts) for child, lasts in children if lasts))]
    return draw.pick(("; ", ". ", ", and ", "\n", "; ")).join(joint.format(draw.keep(name), _and(draw, below)) for name, below in knots)


def _and(draw: Draw, texts: Sequence[str]) -> str:
    words = [draw.keep(text) for text in texts]
    return ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else words[0]


MEASURES = ("g", "ml", "cups", "tbsp", "tsp", "kg", "oz", "cloves of", "pinch of", "slices of", "cans of", "litre", "sprigs of", "dl", "lb")
DOING = (
    "mix the {x}", "add {x}", "chop the {x}", "stir in {x}", "fry the {x} for {n} minutes", "bake {n} min", "let it rest {n} minutes", "pour over the {x}", "whisk {x} with {y}", "sprinkle with {x}", "boil the {x}", "fold in the {x}", "heat the oven to {n}0°",
    "peel the {x}", "serve with {x}", "cool for {n} min", "roll out the {x}", "grate {x} over it", "drain the {x}", "knead {n} minutes", "season with {x}", "simmer until the {x} is soft", "cover with {x}", "blend {x} + {y}", "slice the {x}",
)  # fmt: skip


def recipe(draw: Draw, asks: list[Ask]) -> Part:
    """What goes in and how it is done, the steps at times in one sentence."""
    things = list(dict.fromkeys(draw.pick(("{n} {m} {x}", "{n} {m} {x}", "{n} {x}", "{x}", "½ {m} {x}", "{x}, {n} {m}", "a {x}")).format(n=draw.rng.randint(1, 500), m=draw.pick(MEASURES), x=(draw.word("foods") if draw.chance(0.4) else draw.word("nouns")).lower()) for _ in range(draw.count(2, 10))))
    steps = list(dict.fromkeys(draw.pick(DOING).format(x=draw.word("nouns"), y=draw.word("nouns"), n=draw.rng.randint(2, 60)) if draw.chance(0.75) else f"{draw.word('verbs')} the {draw.word('nouns')}" for _ in range(draw.count(2, 6))))
    steps = [raised(step) for step in steps] if draw.chance(0.4) else steps
    told = chained(draw, steps) if len(steps) > 1 and draw.chance(0.5) else series(draw, steps)
    needed = [*(shows(thing, "ul > li") for thing in things), *(shows(step, "ol > li") for step in steps)]
    asks.append(ask(draw, "recipe", needed, a=series(draw, things), b=told))
    return Part(Html("\n".join((tag("section", tag("h2", "Ingredients"), tag("ul", *(tag("li", thing) for thing in things))), tag("section", tag("h2", "Method"), tag("ol", *(tag("li", step) for step in steps)))))), ("list", "section"))


def days(draw: Draw, asks: list[Ask]) -> Part:
    """What is on, day by day, each with its hours: "Sat: 10 tour, 14:30 choir; Sun: 9 walk"."""
    heads = draw.pick((DAYS, [day[:3] for day in DAYS], [f"Day {place}" for place in range(1, 8)], [f"Stage {place}" for place in range(1, 8)], MONTHS, [f"Room {letter}" for letter in "ABCDEFG"], ["Friday night", "Saturday", "Sunday morning"]))
    start, number = draw.rng.randrange(2), draw.rng.randint(2, 4)
    clock = draw.pick(("{0}", "{0}:00", "{0}.30", "{1}", "{0}-{2}", "{0}h"))
    after = draw.chance(0.3)
    found = []
    for head in heads[start : start + number]:
        rows = [(clock.format(hour, f"{(hour - 1) % 12 + 1}{'am' if hour < 12 else 'pm'}", hour + 2), bit(draw) if draw.chance(0.8) else f"{bit(draw)} ({room(draw)})") for hour in sorted(draw.rng.sample(range(7, 22), draw.rng.randint(1, 4)))]
        found.append((head, rows))
    joint, small = draw.pick(("{}: {}", "{}: {}", "{} – {}", "{} ({})", "on {} {}", "{} = {}", "{} {}")), draw.chance(0.3)
    between = draw.pick((", ", ", ", " + "))
    pair = draw.pick(("{1} {0}", "{1} at {0}", "{1} ({0})")) if after else draw.pick(("{0} {1}", "{0} {1}", "{0}: {1}", "{0} – {1}", "at {0} {1}"))
    told = draw.pick(("; ", ". ", "\n", " / ", "; ")).join(joint.format(draw.keep(head.lower() if small else head), between.join(pair.format(draw.keep(hour), draw.keep(text)) for hour, text in rows)) for head, rows in found)
    needed = [requirement for head, rows in found for requirement in (shows(head, "h2"), *(shows(text, "li") for row in rows for text in row))]
    asks.append(ask(draw, "days", needed, s=told, **many(draw, len(found))))
    made = [tag("section", tag("h2", head), tag("ul", *(tag("li", tag("b", hour), tag("span", text)) for hour, text in rows), class_="rows")) for head, rows in found]
    return Part(Html("\n".join(made)), ("rows", "section"))
