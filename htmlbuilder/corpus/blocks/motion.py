"""Blocks that move or answer by style rules alone, with no script on the page."""

from collections.abc import Sequence

from htmlbuilder.corpus.blocks.games import rows
from htmlbuilder.corpus.blocks.texts import bit, bits, button_text, line, quoted, raised, series
from htmlbuilder.corpus.blocks.words import ask, many
from htmlbuilder.corpus.draw import EMOJI, Draw
from htmlbuilder.corpus.markup import inline, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.wish import Ask, has, shows

NO_SCRIPT = has("script", 0, 0)
MOTIONS = {
    "shake": "25% { translate: -6px; }\n  75% { translate: 6px; }",
    "wobble": "25% { rotate: -6deg; }\n  75% { rotate: 6deg; }",
    "spin": "to { rotate: 360deg; }",
    "bounce": "50% { translate: 0 -1rem; }",
    "pulse": "50% { scale: 1.15; }",
    "blink": "50% { opacity: 0; }",
    "float": "50% { translate: 0.5rem -0.5rem; }",
    "drive": "from { translate: -2rem; }\n  to { translate: 12rem; }",
}
HOVERS = {
    "grow": "scale: 1.1;",
    "lift": "translate: 0 -4px; box-shadow: 0 10px 20px rgb(0 0 0 / 25%);",
    "tilt": "rotate: -3deg;",
    "invert": "background: var(--text); color: var(--bg);",
    "fade": "opacity: 0.6;",
    "underline": "text-decoration: underline;",
}
RULES = {
    **{f"move:{name}": f"@keyframes {name} {{\n  {frames}\n}}\n.{name} {{ display: inline-block; font-size: 1.5rem; animation: {name} 1.5s infinite; }}" for name, frames in MOTIONS.items()},
    **{f"hover:{name}": f".{name} {{ transition: 0.3s; }}\n.{name}:hover {{ {rule} }}" for name, rule in HOVERS.items()},
    "radio-tabs": ".panels label { display: inline-block; padding: 0.5em 1em; cursor: pointer; }\n.panels p { display: none; }\n.panels label:has(:checked) + p { display: block; }\n.panels input { width: auto; }",
    "rate": ".rate label { display: inline-block; color: var(--muted); font-size: 1.8rem; cursor: pointer; }\n.rate input { position: absolute; opacity: 0; }\n.rate label:has(:checked), .rate label:has(~ label :checked) { color: var(--accent); }",
    "overlap": ".overlap { display: flex; padding-left: 0.75rem; }\n.overlap .avatar { margin-left: -0.75rem; border: 2px solid var(--bg); }",
    "tip": ".tip { position: relative; border-bottom: 1px dotted var(--accent); cursor: help; }\n.tip span { display: none; }\n.tip:hover span, .tip:focus span { display: inline; padding-left: 0.5rem; color: var(--accent); }",
    "reveal": ".reveal p { display: none; }\n.reveal:has(:checked) p { display: block; }\n.reveal input { width: auto; }",
    "ticker": "@keyframes ticker {\n  from { translate: 100%; }\n  to { translate: -100%; }\n}\n.ticker { overflow: hidden; white-space: nowrap; }\n.ticker p { animation: ticker 12s linear infinite; }\n.ticker:hover p { animation-play-state: paused; }",
    "turning": ".turning { padding: var(--space); border: var(--edge) solid var(--line); border-radius: var(--radius); }\n.turning .back, .turning:hover .front, .turning:focus .front { display: none; }\n.turning:hover .back, .turning:focus .back { display: block; }",
    "strip": ".strip { display: flex; gap: 1rem; overflow-x: auto; scroll-snap-type: x mandatory; }\n.strip > * { flex: 0 0 80%; scroll-snap-align: start; }",
    "scheme": "@media (prefers-color-scheme: dark) {\n  :root { --bg: #0f1420; --surface: #1a2233; --text: #eef2f8; --muted: #a9b4c6; --line: #2e3a52; }\n}",
    "print": "@media print {\n  nav, form, button { display: none; }\n  body { color: black; background: white; }\n}",
    "still": "@media (prefers-reduced-motion: reduce) {\n  * { animation: none; transition: none; }\n}",
    "smooth": "html { scroll-behavior: smooth; }",
}  # fmt: skip


def moving(draw: Draw, asks: list[Ask]) -> Part:
    """A text or an emoji that never stands still."""
    name = draw.pick(tuple(MOTIONS))
    text = draw.pick(EMOJI) if draw.chance(0.4) else draw.pick((bit, line))(draw)
    asks.append(ask(draw, f"moving.{name}", (shows(text, f".{name}"), shows(f"@keyframes {name}", "style")), q=draw.quote(text)))
    return Part(tag("p", tag("span", text, class_=name)), (f"move:{name}",))


def hovered(draw: Draw, asks: list[Ask]) -> Part:
    """A button, or cards, that do something under the mouse."""
    name = draw.pick(tuple(HOVERS))
    rule = shows(f".{name}:hover", "style")
    if draw.chance(0.5):
        text = button_text(draw)
        asks.append(ask(draw, f"hovered.{name}", (shows(text, f"button.{name}"), rule), b=draw.quote(text)))
        return Part(tag("p", tag("button", text, type="button", class_=name)), ("button", f"hover:{name}"))
    texts = bits(draw, 2, 6)
    asks.append(ask(draw, f"hovered.{name}", (*(shows(text, f".card.{name}") for text in texts), rule), s=series(draw, texts)))
    return Part(tag("div", *(tag("div", tag("p", text), class_=f"card {name}") for text in texts), class_="grid"), ("card", "grid", f"hover:{name}"))


def radio_tabs(draw: Draw, asks: list[Ask]) -> Part:
    """Tabs without a script."""
    tabs = list({raised(bit(draw)): draw.pick((bit, line))(draw) for _ in range(draw.count(2, 4))}.items())
    joint = draw.pick(('{} ("{}")', '{}: "{}"', "{} – “{}”", '{} with "{}"', '{} says "{}"', '{} = "{}"'))
    s = draw.pick((", ", "; ", "\n", ", ")).join(joint.format(draw.keep(name), draw.keep(text)) for name, text in tabs)
    needed = [NO_SCRIPT, has("input[type=radio]", len(tabs)), *(requirement for name, text in tabs for requirement in (shows(name, "label"), shows(text, "p")))]
    asks.append(ask(draw, "radiotabs", needed, s=s, **many(draw, len(tabs))))
    return chosen(tabs)


def chosen(tabs: Sequence[tuple[str, str]]) -> Part:
    """Tabs that are radio buttons, each with its text."""
    made = [part for place, (name, text) in enumerate(tabs) for part in (tag("label", inline(tag("input", type="radio", name="tab", checked=place == 0), " ", name)), tag("p", text))]
    return Part(tag("div", *made, class_="panels"), ("radio-tabs", "no:script"))


def rate(draw: Draw, asks: list[Ask]) -> Part:
    """Stars to click, without a script."""
    mark, number = draw.pick(("★", "★", *EMOJI)), draw.pick((3, 4, 5, 5, 5, 6, 7, 10))
    slots = {"k": draw.say(number)} | ({} if mark == "★" else {"e": draw.keep(mark)})
    asks.append(ask(draw, "scriptstars", (NO_SCRIPT, has(".rate input[type=radio]", number, number), shows(mark, ".rate label", number)), **slots))
    made = [tag("label", inline(tag("input", type="radio", name="stars", aria_label=f"{place} of {number}"), mark)) for place in range(1, number + 1)]
    return Part(tag("div", *made, class_="rate"), ("rate", "no:script"))


def overlap(draw: Draw, asks: list[Ask]) -> Part:
    """Round initials that overlap, perhaps with how many more there are."""
    people = [draw.person() for _ in range(draw.count(2, 6))]
    short = ["".join(word[0] for word in person.split()[:2]).upper() for person in people]
    needed = [NO_SCRIPT, has(".overlap .avatar", len(people)), shows("margin-left: -0.75rem", "style")]
    more = f"+{draw.rng.randint(1, 40)}" if draw.chance(0.5) else ""
    if draw.chance(0.5):
        short = ["".join(draw.pick("ABCDEFGHJKLMNPRSTVWZ") for _ in range(2)) for _ in people]
        asks.append(ask(draw, "overlap", [*needed, *(shows(each, ".avatar") for each in short)], s=series(draw, short), **many(draw, len(people))))
        people = short
    else:
        asks.append(ask(draw, "overlap.people", [*needed, *(shows(person, ".avatar") for person in people)], s=series(draw, people), **many(draw, len(people))))
    if more:
        asks.append(ask(draw, "overlap.more", (shows(more, ".overlap"),), k=draw.keep(more)))
    circles = [tag("span", letters, class_="avatar", title=person) for letters, person in zip(short, people, strict=True)]
    return Part(tag("div", *circles, tag("span", more, class_="avatar") if more else None, class_="overlap"), ("avatar", "overlap", "no:script"))


def tips(draw: Draw, asks: list[Ask]) -> Part:
    """A word that explains itself under the mouse."""
    word, text = bit(draw), line(draw)
    asks.append(ask(draw, "tips", (NO_SCRIPT, shows(word, ".tip"), shows(text, ".tip span"), shows(".tip:hover", "style")), a=draw.quote(word), q=quoted(draw, text)))
    return Part(tag("p", tag("span", inline(word, tag("span", text)), class_="tip", tabindex=0)), ("tip", "no:script"))


def ticked(draw: Draw, asks: list[Ask]) -> Part:
    """A tick box that shows a text, without a script."""
    label, text = raised(bit(draw)), line(draw)
    asks.append(ask(draw, "ticked", (NO_SCRIPT, has("input[type=checkbox]"), shows(label, "label"), shows(text, "p"), shows(":checked", "style")), a=draw.quote(label), q=quoted(draw, text)))
    return Part(tag("div", tag("label", inline(tag("input", type="checkbox"), " ", label)), tag("p", text), class_="reveal"), ("reveal", "no:script"))


def ticker(draw: Draw, asks: list[Ask]) -> Part:
    """A line of text that runs across and stops under the mouse."""
    text = line(draw)
    asks.append(ask(draw, "ticker", (NO_SCRIPT, shows(text, ".ticker"), shows("@keyframes ticker", "style")), q=quoted(draw, text)))
    return Part(tag("div", tag("p", text), class_="ticker"), ("ticker", "no:script"))


def turning(draw: Draw, asks: list[Ask]) -> Part:
    """Cards that show their back under the mouse."""
    cards = list({raised(bit(draw)): draw.pick((bit, line))(draw) for _ in range(draw.count(1, 5))}.items())
    joint = draw.pick(('{} ("{}")', '{} / "{}"', "{} → “{}”", '{}, back "{}"', 'front {}, back "{}"', '{} -> "{}"'))
    s = draw.pick((", ", "; ", "\n")).join(joint.format(draw.keep(front), draw.keep(back)) for front, back in cards)
    needed = [NO_SCRIPT, shows(".turning:hover", "style"), *(requirement for front, back in cards for requirement in (shows(front, ".front"), shows(back, ".back")))]
    asks.append(ask(draw, "turning", needed, s=s, **many(draw, len(cards))))
    return Part(rows(*(tag("div", tag("p", front, class_="front"), tag("p", back, class_="back"), class_="turning", tabindex=0) for front, back in cards)), ("turning", "no:script"))


def strip(draw: Draw, asks: list[Ask]) -> Part:
    """A row to swipe through, without a script."""
    texts = bits(draw, 2, 7)
    asks.append(ask(draw, "strip", (NO_SCRIPT, *(shows(text, ".strip") for text in texts), shows("scroll-snap-type", "style")), s=series(draw, texts), **many(draw, len(texts))))
    return Part(tag("div", *(tag("div", text, class_="card") for text in texts), class_="strip", tabindex=0, role="group", aria_label="Swipe"), ("card", "strip", "no:script"))


# What shows only on some screens, on paper, or when one scrolls: (rule, what the style sheet then holds).
SCREENS = {"scheme": "prefers-color-scheme: dark", "print": "@media print", "still": "prefers-reduced-motion", "smooth": "scroll-behavior: smooth"}


def screens(draw: Draw, asks: list[Ask]) -> str:
    """A rule that the page has for some screens: a key of `RULES`."""
    name = draw.pick(tuple(SCREENS))
    asks.append(ask(draw, f"screens.{name}", (shows(SCREENS[name], "style"),)))
    return name
