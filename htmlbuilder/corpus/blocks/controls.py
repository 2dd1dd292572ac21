"""Blocks that one operates: clocks of cities, start and stop, another at each click, text to copy, back to the top."""

from collections.abc import Sequence

from htmlbuilder.corpus.blocks.games import clicked, generator, rows
from htmlbuilder.corpus.blocks.texts import bit, bits, button_text, line, quoted, raised, series
from htmlbuilder.corpus.blocks.words import ask, many
from htmlbuilder.corpus.draw import EMOJI, Draw
from htmlbuilder.corpus.markup import Html, inline, tag
from htmlbuilder.corpus.sections import Part, anchor
from htmlbuilder.corpus.style import COLOR_WORDS, covered
from htmlbuilder.corpus.wish import Ask, has, shows

# Cities by their time zone, as the IANA database calls it.
ZONES = {
    "London": "Europe/London", "Paris": "Europe/Paris", "Berlin": "Europe/Berlin", "Madrid": "Europe/Madrid", "Rome": "Europe/Rome", "Vienna": "Europe/Vienna", "Zurich": "Europe/Zurich", "Lisbon": "Europe/Lisbon", "Dublin": "Europe/Dublin",
    "Amsterdam": "Europe/Amsterdam", "Brussels": "Europe/Brussels", "Oslo": "Europe/Oslo", "Stockholm": "Europe/Stockholm", "Copenhagen": "Europe/Copenhagen", "Helsinki": "Europe/Helsinki", "Warsaw": "Europe/Warsaw", "Prague": "Europe/Prague",
    "Budapest": "Europe/Budapest", "Athens": "Europe/Athens", "Istanbul": "Europe/Istanbul", "Kyiv": "Europe/Kyiv", "Moscow": "Europe/Moscow", "Reykjavik": "Atlantic/Reykjavik", "Cairo": "Africa/Cairo", "Lagos": "Africa/Lagos", "Nairobi": "Africa/Nairobi",
    "Accra": "Africa/Accra", "Casablanca": "Africa/Casablanca", "Johannesburg": "Africa/Johannesburg", "Cape Town": "Africa/Johannesburg", "Dubai": "Asia/Dubai", "Tehran": "Asia/Tehran", "Karachi": "Asia/Karachi", "Delhi": "Asia/Kolkata", "Mumbai": "Asia/Kolkata",
    "Dhaka": "Asia/Dhaka", "Bangkok": "Asia/Bangkok", "Hanoi": "Asia/Ho_Chi_Minh", "Singapore": "Asia/Singapore", "Manila": "Asia/Manila", "Jakarta": "Asia/Jakarta", "Hong Kong": "Asia/Hong_Kong", "Beijing": "Asia/Shanghai", "Shanghai": "Asia/Shanghai",
    "Taipei": "Asia/Taipei", "Seoul": "Asia/Seoul", "Tokyo": "Asia/Tokyo", "Osaka": "Asia/Tokyo", "Sydney": "Australia/Sydney", "Melbourne": "Australia/Melbourne", "Brisbane": "Australia/Brisbane", "Perth": "Australia/Perth", "Auckland": "Pacific/Auckland",
    "Honolulu": "Pacific/Honolulu", "Anchorage": "America/Anchorage", "Vancouver": "America/Vancouver", "Seattle": "America/Los_Angeles", "San Francisco": "America/Los_Angeles", "LA": "America/Los_Angeles", "Los Angeles": "America/Los_Angeles", "Denver": "America/Denver",
    "Chicago": "America/Chicago", "Houston": "America/Chicago", "Toronto": "America/Toronto", "Montreal": "America/Toronto", "New York": "America/New_York", "NYC": "America/New_York", "Boston": "America/New_York", "Miami": "America/New_York", "Mexico City": "America/Mexico_City",
    "Bogota": "America/Bogota", "Lima": "America/Lima", "Santiago": "America/Santiago", "Buenos Aires": "America/Argentina/Buenos_Aires", "Sao Paulo": "America/Sao_Paulo", "Rio": "America/Sao_Paulo", "Jerusalem": "Asia/Jerusalem", "Riyadh": "Asia/Riyadh", "Kathmandu": "Asia/Kathmandu",
}  # fmt: skip


def clock(name: str = "", zone: str = "") -> Html:
    """The time in that zone under that name, or the time here."""
    return tag("p", tag("b", name) if name else None, tag("time", "00:00:00", data_zone=zone), class_="clock")


def dials(cities: Sequence[str], names: Sequence[str]) -> Part:
    """A clock for each city, under the names that the prompt has for them."""
    return Part(tag("div", *(clock(name, ZONES[city]) for city, name in zip(cities, names, strict=True)), class_="grid"), ("grid", "clock", "script:clock"))


def clocks(draw: Draw, asks: list[Ask]) -> Part:
    """The time in some cities."""
    cities = draw.rng.sample(sorted(ZONES), draw.count(2, 6))
    needed = (has("script"), *(shows(city, ".clock") for city in cities), *(has(f'time[data-zone="{ZONES[city]}"]') for city in cities))
    asks.append(ask(draw, "clocks", needed, s=series(draw, cities), **many(draw, len(cities))))
    return dials(cities, cities)


def colored(text: str, id: str, color: str) -> Html:
    """A button of that colour, where there is one."""
    return clicked(text, id, style=covered(COLOR_WORDS[color])) if color else clicked(text, id)


def running(go: str, stop: str, colors: tuple[str, str] = ("", ""), mark: str = "") -> Part:
    """Two buttons that start and stop a count of seconds, or the spinning of `mark`."""
    buttons = tag("div", colored(go, "go", colors[0]), colored(stop, "stop", colors[1]), class_="row")
    if mark:
        return Part(rows(tag("p", tag("span", mark, id="whirl")), buttons), ("button", "row", "whirl", "script:whirl"))
    return Part(rows(tag("p", tag("output", "0", id="run")), buttons), ("button", "row", "script:run"))


def runs(draw: Draw, asks: list[Ask]) -> Part:
    """Something that one button starts and another stops, each perhaps of a colour."""
    go, stop = draw.pick((("Go", "Stop"), ("Start", "Stop"), ("Run", "Halt"), ("On", "Off"), ("Play", "Pause"), (button_text(draw), button_text(draw)), (button_text(draw), button_text(draw))))
    mark = draw.pick(EMOJI) if draw.chance(0.5) else ""
    colors = (draw.pick(("green", "green", *COLOR_WORDS)), draw.pick(("red", "red", *COLOR_WORDS))) if draw.chance(0.6) else ("", "")
    slots = {"a": draw.quote(go), "b": draw.quote(stop)} | ({"e": draw.keep(mark)} if mark else {}) | ({"c": colors[0], "d": colors[1]} if colors[0] else {})
    needed = [has("script"), shows(go, "button"), shows(stop, "button")]
    needed += [shows(text, f'button[style*="{COLOR_WORDS[color]}"]') for text, color in zip((go, stop), colors, strict=True) if color]
    needed.append(shows(mark, "#whirl") if mark else has("output"))
    asks.append(ask(draw, "runs.spin" if mark else "runs", needed, **slots))
    return running(go, stop, colors, mark)


def another(draw: Draw, asks: list[Ask]) -> Part:
    """One of several texts, each perhaps with a line of its own below, and another at each click."""
    button, texts = button_text(draw), draw.pick((bits(draw, 2, 7), list(dict.fromkeys(line(draw) for _ in range(draw.count(2, 5))))))
    needed = [has("script"), shows(button, "button"), *(shows(text, ".part span") for text in texts)]
    if draw.chance(0.35):
        more = [draw.pick((bit(draw), line(draw), str(draw.rng.randint(1, 99)))) for _ in texts]
        joint = draw.pick(('{} ("{}")', '{}: "{}"', '{} + "{}"', '{} / "{}"', '{} – "{}"'))
        s = draw.pick(("; ", "\n", "; ")).join(joint.format(draw.keep(text), draw.keep(extra)) for text, extra in zip(texts, more, strict=True))
        asks.append(ask(draw, "another.more", [*needed, *(shows(extra, ".part small") for extra in more)], b=draw.quote(button), s=s, **many(draw, len(texts))))
        return drawn(button, texts, more)
    asks.append(ask(draw, "another", needed, b=draw.quote(button), s=series(draw, texts), **many(draw, len(texts))))
    return generator(button, {"": texts})


def drawn(button: str, texts: Sequence[str], more: Sequence[str]) -> Part:
    """A generator whose texts each have a line below."""
    return generator(button, {"": [inline(text, tag("br"), tag("small", extra)) for text, extra in zip(texts, more, strict=True)]})


def copy(text: str, button: str = "Copy", after: str = "Copied!") -> Part:
    """A text, and a button that copies it."""
    return Part(rows(tag("p", text, id="copied"), tag("p", clicked(button, "copy", data_after=after))), ("button", "script:copy"))


def copied(draw: Draw, asks: list[Ask]) -> Part:
    """A text to copy with a click."""
    text, button, after = draw.pick((draw.code(), draw.code(), line(draw), draw.email(), draw.url(), bit(draw))), "Copy", "Copied!"
    asks.append(ask(draw, "copied", (has("script"), shows(text, "#copied"), has("button")), q=quoted(draw, text)))
    if draw.chance(0.4):
        button = button_text(draw)
        asks.append(ask(draw, "copied.button", (shows(button, "button#copy"),), b=draw.quote(button)))
    if draw.chance(0.35):
        after = raised(bit(draw)).replace('"', "")
        asks.append(ask(draw, "copied.after", (has(f'button[data-after="{after}"]'),), a=draw.quote(after)))
    return copy(text, button, after)


def folding(name: str, button: str, links: Sequence[str]) -> Part:
    """A header with a menu that a button opens and closes."""
    return Part(tag("header", tag("span", name, class_="brand"), *folded(button, links)), ("button", "header", "folding", "script:menu"))


def folded(button: str, links: Sequence[str]) -> tuple[Html, Html]:
    """A menu, and before it the button that opens and closes it."""
    items = tag("ul", *(tag("li", tag("a", link, href=f"#{anchor(link)}")) for link in links))
    return clicked(button, "menu", aria_expanded="false", aria_controls="entries"), tag("nav", items, id="entries", hidden=True)


def upward(button: str = "Back to top") -> Part:
    return Part(tag("p", clicked(button, "up", class_="up")), ("button", "up", "script:up"))


def to_top(draw: Draw, asks: list[Ask]) -> Part:
    """A button that scrolls up."""
    if draw.chance(0.4):
        button = button_text(draw)
        asks.append(ask(draw, "totop", (has("script"), shows(button, "button#up")), b=draw.quote(button)))
        return upward(button)
    asks.append(ask(draw, "totop", (has("script"), has("button#up"))))
    return upward()
