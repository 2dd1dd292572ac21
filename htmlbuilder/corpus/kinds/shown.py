"""Galleries and portfolios in a few words: whose they are, what is to be seen, and how many picture places that makes."""

from collections.abc import Callable, Sequence

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus import names
from htmlbuilder.corpus.blocks.groups import MORE_SETS, clear
from htmlbuilder.corpus.blocks.texts import amount, bit, line, raised, sign
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.markup import Html, tag
from htmlbuilder.corpus.slip import Slip
from htmlbuilder.corpus.wish import Wish, has, kind, shows

NOUNS = (
    "gallery", "portfolio", "gallery page", "portfolio page", "photo page", "picture page", "exhibition page", "lookbook", "photo gallery", "online gallery", "image gallery", "showcase", "works page", "artist page", "album page", "one-page portfolio", "photo wall", "page with pictures", "art page", "website", "page", "small site", "catalogue", "collection page", "landing page", "shop window page", "photo album",
    "picture wall", "design portfolio", "image grid", "homepage", "simple portfolio", "memory page", "picture book page", "before-and-after page",
)  # fmt: skip
TRADES = (
    "potter", "painter", "photographer", "illustrator", "tattoo artist", "sculptor", "florist", "carpenter", "weaver", "quilter", "printmaker", "architect", "jeweller", "baker", "cake maker", "graphic designer", "web designer", "ceramicist", "luthier", "milliner", "blacksmith", "glassblower", "model", "interior designer", "gardener", "street photographer", "knitter", "bookbinder", "sign painter",
    "upholsterer", "animator", "shoemaker", "calligrapher", "wedding photographer", "make-up artist", "hairdresser", "boat builder", "woodturner", "stonemason", "game artist", "stylist", "chef", "student", "muralist",
)  # fmt: skip
LEADS = (
    "{s}", "{s}", "{s}", "{s}", "works: {s}", "pictures of {s}", "pictures: {s}", "photos of {s}", "{n} pictures: {s}", "{n} works: {s}", "{n} images: {s}", "picture spaces for {s}", "a picture space each for {s}", "placeholder graphics for {s}", "image placeholders: {s}", "room for {n} photos: {s}", "photos (placeholders for now): {s}", "a picture each of {s}", "show {s}", "a grid of pictures: {s}", "captions {s}",
    "with images of {s}", "my work: {s}", "pieces: {s}", "projects: {s}", "featuring {s}", "the pictures are {s}", "{n} photos with captions: {s}", "grey boxes where the photos go, captioned {s}", "coloured squares instead of photos: {s}", "a tile with a picture for each of {s}", "gallery: {s}", "to be seen: {s}", "{n} picture places: {s}", "thumbnails: {s}", "I have photos of {s}",
    "I'd show {s}", "each with a picture and its name below: {s}", "pics: {s}", "{n} pics – {s}", "we want to show {s}", "frames for {s}", "images to come: {s}", "picture, title below: {s}", "selected works {s}", "on show: {s}", "{n} placeholders labelled {s}", "no real photos yet, only boxes: {s}", "pictures with titles: {s}",
)  # fmt: skip
NUMBERED = ("{n} images", "{n} pictures", "{n} picture spaces", "{n} photo placeholders", "room for {n} photos", "a grid of {n} pictures", "{n} empty picture frames", "{n} placeholder graphics", "{n} grey boxes for photos", "space for {n} pictures", "{n} pics", "{n} squares where pictures go later", "{n} tiles with a picture each", "places for {n} photos")
ROUND = (
    'a round photo of {q}', "round photo, name {q} under it", "a round portrait with {q} below", "a circle with my photo, {q} underneath", "round picture ({q})", "my photo in a circle, caption {q}", "on top a round photo captioned {q}", "a round picture space for {q}", "round photo placeholder, {q}", "a round image of {q} first", "round avatar labelled {q}",
)  # fmt: skip
SINGLE = ("one big picture of {q}", "a picture space for {q}", "a wide photo: {q}", "first a large image, caption {q}", "a photo of {q} on top", "a placeholder picture for {q}", "hero image: {q}", "a photo place captioned {q}", "room for a picture of {q}")
JOINTS = ("{} ({})", "{} ({})", "{}, {}", "{} – {}", "{} {}", "{} / {}", "{} - {}")


def _figure(caption: str, circle: bool = False) -> Html:
    style = "aspect-ratio: 1; border-radius: 50%" if circle else None
    return tag("figure", tag("div", class_="photo", role="img", aria_label=caption, style=style), tag("figcaption", caption))


def _works(draw: Draw, number: int) -> list[str]:
    makes: tuple[Callable[[], str], ...] = (lambda: draw.word("bits"), lambda: bit(draw), lambda: f"{draw.word('adjectives')} {draw.word('nouns')}", lambda: draw.word("products"), lambda: draw.phrase(), lambda: draw.word("nouns"), lambda: draw.word("foods"), lambda: f"{draw.word('nouns')} no. {draw.rng.randint(1, 40)}", lambda: names.business(draw), lambda: draw.word("towns"))
    make = draw.pick(makes)
    found = [clear(draw, make, (":", ";", " / ", "|", "\n", " – ", " - ", '"')) for _ in range(number)]
    return list({text.casefold(): text for text in found if text}.values()) or [draw.word("nouns")]


def _detailed(slip: Slip, works: Sequence[str]) -> tuple[list[str], list[str], list[Requirement]]:
    """Works with what belongs to each, at times: (as the prompt has them, their captions, what must be shown)."""
    draw = slip.draw
    works = [slip.text(text) for text in works]
    needs = [*(shows(text, "figure") for text in works), has("figure [role=img]", len(works))]
    if not draw.chance(0.28):
        return [], works, needs
    money = sign(draw) or "€"
    details_of: tuple[Callable[[], str], ...] = (lambda: str(draw.rng.randint(1950, 2030)), lambda: amount(draw, money), lambda: draw.word("towns"), lambda: draw.pick(("oil", "ink", "oak", "wool", "bronze", "glass", "sold", "new", "pencil", "lino", "silk", "clay")), lambda: f"{draw.rng.randint(5, 200)}x{draw.rng.randint(5, 200)} cm")
    make = draw.pick(details_of)
    details, joint = [slip.text(make()) for _ in works], draw.pick(JOINTS)
    captions = [joint.format(text, detail) for text, detail in zip(works, details, strict=True)]
    words = [joint.format(draw.keep(text), draw.keep(detail)) for text, detail in zip(works, details, strict=True)]
    return [draw.pick(("; ", "\n", " | ") if "," in joint or "/" in joint else ("; ", ", ", ", ", "\n", " + ")).join(words)], captions, [*needs, *(shows(detail, "figure") for detail in details)]


def grid(slip: Slip) -> None:
    draw = slip.draw
    words, captions, needs = _detailed(slip, _works(draw, draw.count(2, 8)))
    told = words[0] if words else slip.row(captions)
    slip.add(draw.pick(LEADS).format(s=told, n=draw.say(len(captions))), tag("div", *(_figure(caption) for caption in captions), class_="grid"), needs, "grid", "photo", "figure")


def _unnamed(slip: Slip) -> None:
    draw = slip.draw
    number = draw.count(2, 12)
    slip.add(draw.pick(NUMBERED).format(n=draw.say(number)), tag("div", *(_figure(f"Picture {place}") for place in range(1, number + 1)), class_="grid"), [has("figure [role=img]", number)], "grid", "photo", "figure")


def _sorted(slip: Slip) -> None:
    """Works under headings."""
    draw = slip.draw
    heads = list(draw.pick(MORE_SETS))[:3] if draw.chance(0.3) else [raised(clear(draw, lambda: draw.pick((draw.word("nouns") + "s", draw.word("headings"), draw.word("towns"), str(draw.rng.randint(1990, 2030)))))) for _ in range(draw.rng.randint(2, 3))]
    heads = [slip.text(head.upper() if draw.chance(0.15) else head) for head in dict.fromkeys(heads)]
    parts, sections, needs = [], [], []
    joint = draw.pick(("{}: {}", "{}: {}", "{} – {}", "{} ({})", "under {}: {}", "{} = {}", "section {}: {}"))
    for head in heads:
        works = [slip.text(text) for text in _works(draw, draw.count(1, 4))]
        parts.append(joint.format(draw.keep(head), ", ".join(draw.keep(text.replace(",", "")) for text in works)))
        works = [text.replace(",", "") for text in works]
        needs += [shows(head, "h2"), *(shows(text, "figure") for text in works)]
        sections.append(tag("section", tag("h2", head), tag("div", *(_figure(text) for text in works), class_="grid")))
    lead = draw.pick(("", "", "", "in sections: ", "pictures in groups: ", "picture places sorted: ", "series: ", "galleries: ", "photos by group: "))
    slip.add(lead + draw.pick((". ", "; ", "\n")).join(parts), Html("\n".join(sections)), [*needs, has("figure [role=img]", len(needs) - len(heads))], "grid", "photo", "figure", "section")


def one(slip: Slip, circle: bool) -> None:
    draw = slip.draw
    text = slip.text(names.person(draw) if circle else clear(draw, lambda: draw.pick((f"our {draw.word('nouns')}", f"the {draw.word('adjectives')} {draw.word('nouns')}", bit(draw)))))
    slip.add(draw.pick(ROUND if circle else SINGLE).format(q=draw.keep(text)), _figure(text, circle), [shows(text, "figure"), has('[role=img][style*="50%"]' if circle else "figure [role=img]")], "photo", "figure")


def _bio(slip: Slip) -> None:
    draw = slip.draw
    text = slip.text(draw.sentence() if draw.chance(0.6) else line(draw))
    slip.add(draw.pick(('bio: "{q}"', 'about me: "{q}"', 'the text "{q}"', 'a line about me, "{q}"', 'statement "{q}"', 'intro "{q}"', 'short bio "{q}"', 'and "{q}"')).format(q=draw.keep(text)), tag("p", text), [shows(text, "p")])


@kind("shown", 5.0)
def shown(draw: Draw) -> Wish:
    slip = Slip(draw, "shown")
    named = draw.chance(0.8)
    trade = draw.pick(TRADES) if named and draw.chance(0.45) else ""
    slip.open(draw.pick(NOUNS), (names.person(draw) if draw.chance(0.6) else names.business(draw)) if named else "", trade, draw.word("towns") if named and draw.chance(0.25) else "")
    if draw.chance(0.25):
        one(slip, draw.chance(0.7))
    if draw.chance(0.15):
        _bio(slip)
    form = draw.rng.random()
    (grid if form < 0.68 else _unnamed if form < 0.82 else _sorted)(slip)
    if draw.chance(0.12):
        _bio(slip)
    slip.extras(0, 2)
    return slip.wish(0.25)
