"""Blocks that show or lead to something else: pictures, film and sound, downloads, links, navigation."""

from collections.abc import Sequence

from htmlbuilder.corpus.blocks.fields import named
from htmlbuilder.corpus.blocks.notes import reached, ways
from htmlbuilder.corpus.blocks.passing import aloud
from htmlbuilder.corpus.blocks.texts import bit, bits, button_text, digits, line, pairs, quoted, raised, series
from htmlbuilder.corpus.blocks.words import ask, many
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.markup import Html, tag
from htmlbuilder.corpus.sections import Part, anchor
from htmlbuilder.corpus.wish import Ask, exactly, has, shows

SOCIAL = "Instagram Facebook Mastodon YouTube LinkedIn TikTok GitHub Pinterest Bluesky Threads Discord Telegram WhatsApp Spotify SoundCloud Vimeo Reddit Twitch Strava Flickr Patreon Etsy Substack Medium Signal".split()


def pictures(draw: Draw, asks: list[Ask]) -> Part:
    if draw.chance(0.15):
        return _frames(draw, asks)
    captions = [bit(draw)] if draw.chance(0.25) else bits(draw, 2, 8)
    needed = [*(shows(caption, "figure") for caption in captions), has("figure [role=img]", len(captions))]
    round_ = False
    if len(captions) == 1:
        asks.append(ask(draw, "picture", needed, q=draw.quote(captions[0])))
    else:
        round_ = draw.chance(0.12)
        asks.append(ask(draw, "pictures.round" if round_ else "pictures", needed, s=series(draw, captions), **many(draw, len(captions))))
    shape = "aspect-ratio: 1; border-radius: 50%" if round_ else None
    figures = [tag("figure", tag("div", class_="photo", role="img", aria_label=caption, style=shape), tag("figcaption", caption)) for caption in captions]
    return Part(tag("div", *figures, class_="grid"), ("grid", "photo", "figure"))


SHAPES = {"squares": "aspect-ratio: 1", "circles": "aspect-ratio: 1; border-radius: 50%", "picture placeholders": None, "wide frames": "aspect-ratio: 16 / 9", "tall frames": "aspect-ratio: 3 / 4"}


def _frames(draw: Draw, asks: list[Ask]) -> Part:
    """A number of placeholders, some of which have a title; the others are numbered."""
    number = draw.count(3, 20)
    titles = bits(draw, 1, min(3, number - 1))
    what = draw.pick(tuple(SHAPES))
    shown = [*titles, *(f"Picture {place}" for place in range(len(titles) + 1, number + 1))]
    needed = [*(shows(text, "figure") for text in titles), has("figure [role=img]", number)]
    asks.append(ask(draw, "pictures.some", needed, s=series(draw, titles), k=what, **many(draw, number)))
    figures = [tag("figure", tag("div", class_="photo", role="img", aria_label=text, style=SHAPES[what]), tag("figcaption", text)) for text in shown]
    return Part(tag("div", *figures, class_="grid"), ("grid", "photo", "figure"))


def image(draw: Draw, asks: list[Ask]) -> Part:
    """A picture file with its text for those who cannot see it."""
    file, alt, form = draw.file("jpg", "png", "webp", "svg", "gif"), line(draw).rstrip("."), draw.rng.random()
    width = draw.rng.randint(2, 32) * 20 if form < 0.2 else None
    if 0.2 < form < 0.4:
        file = f"{draw.url().rstrip('/')}/{file}"
    slots = {"f": draw.keep(file), "q": quoted(draw, alt), **({"w": str(width)} if width else {})}
    where = f'img[src="{file}"]' + (f'[width="{width}"]' if width else "")
    asks.append(ask(draw, "image.width" if width else "image.url" if file.startswith("http") else "image", (shows(alt, where),), **slots))
    return Part(tag("p", tag("img", src=file, alt=alt, width=width)), ())


PLAYS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("starts by itself without sound", "plays automatically, muted", "starts muted on its own", "autoplays silently"), "autoplay muted"),
    (("loops", "starts over when it ends", "plays again and again", "runs in a loop", "repeats"), "loop"),
    (("is muted", "has no sound", "plays without sound", "is silent at first"), "muted"),
    (("plays in a loop without sound", "loops silently", "repeats, muted"), "loop muted"),
    (("starts on its own, without sound, and loops", "plays by itself again and again, muted", "autoplays silently in a loop"), "autoplay muted loop"),
)
NAMED = ("autoplay", "muted", "loop", "playsinline")
SITE = ("Press kit", "Code of conduct", "Unsubscribe", "Privacy", "Terms", "Imprint", "Cookies", "Accessibility", "Sitemap", "Legal notice", "Returns", "Shipping", "Jobs", "Press", "Status", "Licence", "Careers", "Refunds", "Donate", "Newsletter")


def media(draw: Draw, asks: list[Ask]) -> Part:
    form = draw.rng.random()
    if form < 0.35:
        if draw.chance(0.5):
            return _tracks(draw, asks)
        file = draw.file("mp3", "ogg", "wav", "m4a")
        asks.append(ask(draw, "audio", (has(f'audio[controls][src="{file}"]'),), f=draw.keep(file)))
        return Part(tag("p", tag("audio", src=file, controls=True, aria_label="Audio")), ())
    file = draw.file("mp4", "webm", "mov")
    if form > 0.82:
        names = [name for name in NAMED if draw.chance(0.6)] or ["loop"]
        told = draw.pick((", ", " ", " + ", " and ", ", ", "/")).join(draw.some(names, len(names), len(names)))
        asks.append(ask(draw, "video.named", (has(f'video[src="{file}"]' + "".join(f"[{name}]" for name in names)),), f=draw.keep(file), a=told))
        return Part(tag("p", tag("video", src=file, controls=True, **dict.fromkeys(names, True), aria_label="Video", style="max-width: 100%")), ())
    words, attributes = draw.pick(PLAYS) if form < 0.65 else ((), "")
    where = f'video[src="{file}"]' + "".join(f"[{name}]" for name in attributes.split())
    if words:
        asks.append(ask(draw, "video.attr", (has(where),), f=draw.keep(file), a=draw.pick(words)))
    else:
        asks.append(ask(draw, "video", (has(where),), f=draw.keep(file)))
    options = dict.fromkeys(attributes.split(), True)
    return Part(tag("p", tag("video", src=file, controls=True, **options, aria_label="Video", style="max-width: 100%")), ())


def _tracks(draw: Draw, asks: list[Ask]) -> Part:
    """Titles with a player each, some with the name of who made them."""
    made = draw.chance(0.5)
    rows = list({draw.pick((bit, bit, line))(draw).rstrip("."): draw.person() if made else "" for _ in range(draw.count(1, 4))}.items())
    told = pairs(draw, rows, ("{} ({})", "{} by {}", "{} – {}", "{}: {}", "{} / {}")) if made else series(draw, [text for text, _ in rows])
    needed = [*(shows(text, "figure:has(audio[controls])") for row in rows for text in row if text), exactly("audio", len(rows))]
    asks.append(ask(draw, "audio.many", needed, s=told, **many(draw, len(rows))))
    figures = (tag("figure", tag("figcaption", f"{text} – {person}" if person else text), tag("audio", controls=True, aria_label=text)) for text, person in rows)
    return Part(Html("\n".join(figures)), ("figure",))


def downloads(draw: Draw, asks: list[Ask]) -> Part:
    rows = list({bit(draw): draw.file("pdf", "zip", "docx", "csv", "epub", "txt", "xlsx", "ics", "mp3") for _ in range(draw.count(1, 4))}.items())
    needed = [shows(text, f'a[href="{file}"][download]') for text, file in rows]
    asks.append(ask(draw, "downloads", needed, s=pairs(draw, rows, ("{} ({})", "{}: {}", "{} = {}", "“{}” ({})", "{} -> {}")), **many(draw, len(rows))))
    return Part(tag("ul", *(tag("li", tag("a", text, href=file, download=True)) for text, file in rows)), ("list",))


def social(draw: Draw, asks: list[Ask]) -> Part:
    names = draw.some(SOCIAL, 1, 6)
    if draw.chance(0.4):
        handle = draw.name_word().lower().replace(" ", "")
        urls = [f"https://{name.lower()}.com/{handle}" for name in names]
        told = pairs(draw, list(zip(names, urls, strict=True)), ("{} ({})", "{}: {}", "{} {}", "{} -> {}"))
        needed = [shows(name, f'a[href="{url}"]') for name, url in zip(names, urls, strict=True)]
    else:
        urls, needed = ["#"] * len(names), [shows(name, "a") for name in names]
        told = series(draw, names)
    asks.append(ask(draw, "social", needed, s=told))
    return Part(tag("p", *(tag("a", name, href=url) for name, url in zip(names, urls, strict=True)), class_="row"), ("row",))


def _target(draw: Draw, text: str) -> str:
    """Where a link goes: a path, an address, a file, a number to call, a mail address."""
    form = draw.rng.random()
    if form < 0.35:
        return f"/{anchor(text)[:24].strip('-') or 'page'}"
    if form < 0.68:
        return draw.url()
    if form < 0.88:
        return draw.file("pdf", "html", "zip", "vcf")
    return f"tel:{digits(draw.phone())}" if form < 0.94 else f"mailto:{draw.email()}"


def links(draw: Draw, asks: list[Ask]) -> Part:
    if draw.chance(0.5):
        return _link(draw, asks)
    rows = [(text, _target(draw, text)) for text in bits(draw, 2, 6)]
    joints = ("{} ({})", "{} -> {}", "{} to {}", "{}: {}", "{} ({})", "{} = {}", "“{}” ({})", "{} → {}", "{} – {}", "[{}]({})", "{} {}", "{} [{}]", "{}, {}")
    asks.append(ask(draw, "links", [shows(text, f'a[href="{path}"]') for text, path in rows], s=pairs(draw, rows, joints), **many(draw, len(rows))))
    return Part(tag("ul", *(tag("li", tag("a", text, href=path)) for text, path in rows)), ("list",))


def _link(draw: Draw, asks: list[Ask]) -> Part:
    """One link, in a new tab or like a button where it is asked to be."""
    form = draw.rng.random()
    text = button_text(draw) if form > 0.7 else draw.pick((bit(draw), line(draw).rstrip(".")))
    url = _target(draw, text)
    text, q = aloud(draw, text)
    slots = {"q": q, "u": draw.keep(url)}
    if form < 0.1:
        asks.append(ask(draw, "link.top", (shows(text, 'a[href="#"]'),), q=slots["q"]))
        return Part(tag("p", tag("a", text, href="#")), ())
    if form < 0.2:
        kind, value = draw.pick((("mail", draw.email()), ("tel", draw.phone())))
        target = f"mailto:{value}" if kind == "mail" else f"tel:{digits(value)}"
        asks.append(ask(draw, f"link.{kind}", (shows(text, f'a[href="{target}"]'),), q=slots["q"], u=draw.keep(value)))
        return Part(tag("p", tag("a", text, href=target, class_="button")), ("button",))
    if form < 0.42:
        asks.append(ask(draw, "link", (shows(text, f'a[href="{url}"]'),), **slots))
        return Part(tag("p", tag("a", text, href=url)), ())
    if form < 0.7:
        asks.append(ask(draw, "link.blank", (shows(text, f'a[href="{url}"][target=_blank]'),), **slots))
        return Part(tag("p", tag("a", text, href=url, target="_blank", rel="noopener")), ())
    asks.append(ask(draw, "link.button", (shows(text, f'a[href="{url}"]'),), **slots))
    return Part(tag("p", tag("a", text, href=url, class_="button")), ("button",))


def nav(draw: Draw, asks: list[Ask]) -> Part:
    """The menu on top."""
    texts = bits(draw, 2, 8) if draw.chance(0.5) else list(dict.fromkeys(draw.word("links") for _ in range(draw.count(2, 7))))
    if len(texts) < 2:
        texts.append("About")
    needed = [*(shows(text, "nav a") for text in texts), exactly("nav a", len(texts))]
    if draw.chance(0.15):
        rows = [(text, _target(draw, text)) for text in texts]
        needed += [shows(text, f'nav a[href="{target}"]') for text, target in rows]
        asks.append(ask(draw, "nav.urls", needed, s=pairs(draw, rows, ("{} ({})", "{} -> {}", "{}: {}", "{} = {}"))))
        draw.say(len(texts))
        return Part(tag("nav", tag("ul", *(tag("li", tag("a", text, href=target)) for text, target in rows))), ("header", "nav"))
    asks.append(ask(draw, "nav", needed, s=series(draw, texts), **many(draw, len(texts))))
    return Part(bar(texts), ("header", "nav"))


def masthead(draw: Draw, asks: list[Ask]) -> Part:
    """A header with a name and the menu."""
    name, texts = draw.brand(), list(dict.fromkeys(draw.word("links") if draw.chance(0.6) else bit(draw) for _ in range(draw.count(2, 6))))
    needed = [shows(name, "header"), *(shows(text, "nav a") for text in texts), exactly("nav a", len(texts))]
    asks.append(ask(draw, "masthead", needed, q=draw.quote(name), s=series(draw, texts), **many(draw, len(texts))))
    return Part(Html("\n".join((tag("span", name, class_="brand"), bar(texts)))), ("header", "nav"))


def bar(texts: Sequence[str]) -> Html:
    """A menu whose links go to places on the page."""
    return tag("nav", tag("ul", *(tag("li", tag("a", text, href=f"#{anchor(text)}")) for text in texts)))


def toured(draw: Draw, asks: list[Ask]) -> tuple[Part, Part]:
    """A menu whose links go to the page's sections: (the menu, the sections)."""
    texts = list({anchor(text): text for text in (raised(bit(draw)) for _ in range(draw.count(2, 6))) if anchor(text)}.values())
    needed = [*(shows(text, f'nav a[href="#{anchor(text)}"]') for text in texts), *(shows(text, f'[id="{anchor(text)}"] h2') for text in texts)]
    asks.append(ask(draw, "nav.sections", needed, s=series(draw, texts), **many(draw, len(texts))))
    body = [tag("section", tag("h2", text), tag("p", "More about this soon."), id=anchor(text)) for text in texts]
    return Part(bar(texts), ("header", "nav")), Part(Html("\n".join(body)), ("section",))


def contents(draw: Draw, asks: list[Ask]) -> Part:
    """A table of contents whose links go to the chapters below it."""
    texts = list({anchor(text): text for text in bits(draw, 2, 6) if anchor(text) not in ("", "main")}.values()) or ["Start"]
    needed = [*(shows(text, f'nav a[href="#{anchor(text)}"]') for text in texts), *(shows(text, f'[id="{anchor(text)}"] h2') for text in texts)]
    asks.append(ask(draw, "contents", needed, s=series(draw, texts), **many(draw, len(texts))))
    listing = tag("nav", tag("ol", *(tag("li", tag("a", text, href=f"#{anchor(text)}")) for text in texts)), aria_label="Contents")
    return Part(Html("\n".join((listing, *(tag("section", tag("h2", text), tag("p", "More about this soon."), id=anchor(text)) for text in texts)))), ("section",))


def zoomed(captions: Sequence[str]) -> Part:
    """Pictures that open large at a click."""
    tiles = [tag("button", tag("span", class_="photo"), text, type="button") for text in captions]
    large = tag("dialog", tag("div", class_="photo", role="img", aria_label="Picture"), tag("p", "Caption", id="zoomed"), tag("form", tag("button", "Close"), method="dialog"), id="zoom", aria_labelledby="zoomed")
    return Part(Html("\n".join((tag("div", *tiles, class_="grid zoom"), large))), ("grid", "button", "photo", "dialog", "zoom", "script:zoom"))


def rule(draw: Draw, asks: list[Ask]) -> Part:
    """A line across the page."""
    asks.append(ask(draw, "rule", (has("hr"),)))
    return Part(tag("hr"), ())


def crumbs(draw: Draw, asks: list[Ask]) -> Part:
    """Where one is: a trail of links and the page itself."""
    texts = bits(draw, 2, 4)
    if len(texts) < 2:
        texts.insert(0, "Home")
    joint = draw.pick((" > ", " / ", " » ", " › ", " -> "))
    asks.append(ask(draw, "crumbs", [shows(text, "ol.row > li") for text in texts], s=joint.join(draw.keep(text) for text in texts)))
    return trail(texts)


def trail(texts: Sequence[str]) -> Part:
    """Links to what the page is in, and the page itself."""
    items = [tag("li", tag("a", text, href="#")) for text in texts[:-1]] + [tag("li", texts[-1], aria_current="page")]
    return Part(tag("ol", *items, class_="plain row", aria_label="Breadcrumb"), ("plain", "row"))


def paged(texts: Sequence[str], current: str) -> Part:
    """Links to the pages of something, and to those before and after; what is left out stands as dots."""
    links = [tag("li", text if text in ("…", "...") else tag("a", text, href=f"#page-{named(text)}", aria_current="page" if text == current else None)) for text in texts]
    return Part(tag("nav", tag("ul", *links), class_="pages", aria_label="Pages"), ("pages",))


def footlinks(draw: Draw, asks: list[Ask]) -> Part:
    """Links in the page's footer."""
    texts = list(dict.fromkeys(draw.pick(SITE) if draw.chance(0.35) else draw.word("links") if draw.chance(0.5) else bit(draw) for _ in range(draw.count(1, 5))))
    asks.append(ask(draw, "footlinks", [shows(text, "footer a") for text in texts], s=series(draw, texts)))
    return Part(linked(texts), ("footer", "row"))


def footing(draw: Draw, asks: list[Ask]) -> Part:
    """A line and links, or ways to get in touch, in the page's footer."""
    if draw.chance(0.4):
        rows, named = ways(draw)
        asks.append(ask(draw, "footer.contact", [shows(value, "footer") for _, value in rows], named=named))
        return Part(reached(rows), ("footer",))
    text = line(draw) if draw.chance(0.5) else f"© {draw.rng.randint(2019, 2032)} {draw.brand()}"
    texts = list(dict.fromkeys(draw.pick(SITE) if draw.chance(0.35) else draw.word("links") for _ in range(draw.count(1, 4))))
    needed = [shows(text, "footer"), *(shows(link, "footer a") for link in texts)]
    asks.append(ask(draw, "footer", needed, q=draw.quote(text), s=series(draw, texts)))
    return Part(Html("\n".join((tag("p", text), linked(texts)))), ("footer", "row"))


def linked(texts: Sequence[str]) -> Html:
    """Links in one row, as a footer has them."""
    return tag("p", *(tag("a", text, href="#") for text in texts), class_="row")
