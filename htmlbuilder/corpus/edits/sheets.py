"""Style sheets of strangers: a few rules with plain values, in a sheet or in style attributes, and what changes in them.

A change of the looks of such a page is made where the page says how it looks: another value in the rule that is there,
one more declaration in it, or one more rule at the end. A page without a sheet gets one.
"""

import re
from dataclasses import dataclass, replace

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus.asks import color
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.edits.asking import say
from htmlbuilder.corpus.edits.hand import Attributes, Hand, has_tag
from htmlbuilder.corpus.edits.looks import FONTS, PAINTED, RULES, SORTS
from htmlbuilder.corpus.style import contrast, legible, luminance
from htmlbuilder.corpus.wish import has, shows

Rules = dict[str, dict[str, str]]  # selector -> property -> value
FAMILIES = (
    "Arial, sans-serif", "Arial, Helvetica, sans-serif", "Verdana, sans-serif", "Verdana, Geneva, Tahoma, sans-serif", "'Segoe UI', Tahoma, sans-serif", "Tahoma, sans-serif", "'Times New Roman', serif", "Times, serif", "Georgia, serif", "'Open Sans', sans-serif",
    "'Roboto', sans-serif", "'Poppins', sans-serif", "'Courier New', monospace", "sans-serif", "serif", "'Trebuchet MS', sans-serif", "Helvetica, sans-serif", "Cambria, Georgia, serif", "'Lato', Arial, sans-serif", "'Comic Sans MS', cursive", "inherit",
)  # fmt: skip
NAMED = {"white": "#ffffff", "black": "#000000", "navy": "#000080", "maroon": "#800000", "teal": "#008080", "darkblue": "#00008b", "whitesmoke": "#f5f5f5", "beige": "#f5f5dc", "lightgray": "#d3d3d3", "darkgreen": "#006400", "ivory": "#fffff0", "purple": "#800080"}  # fmt: skip
PALE = ("white", "#fff", "#ffffff", "#FFFFFF", "#f4f4f4", "#f5f5f5", "#fafafa", "#f9f9f9", "#eee", "#F0F2F5", "#f8f9fa", "#e9ecef", "whitesmoke", "beige", "ivory", "#fdf6e3", "#eef2f7", "#fffbe6")
INKS = ("#333", "#333333", "#222", "#000", "black", "#212529", "#444", "#2c3e50", "#1a1a1a", "#111827", "#4a4a4a", "#555")
DEEP = ("navy", "maroon", "teal", "darkblue", "darkgreen", "purple", "#333", "#2c3e50", "#0066cc", "#007BFF", "#004d40", "#4b2e83", "#8b0000", "#1d3557", "#222222", "#5a189a", "#0a6e4f", "#b23a48")
LOOKS = ("background", "colour", "dark", "type", "rule")  # the categories of `change_looks`
DARK, PANEL, LIGHT, LINK = "#121212", "#1e1e1e", "#eeeeee", "#8ab4f8"


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """`form` is "style", "inline" (style attributes, of tags only), "body" (attributes of body only), or "none"."""

    rules: Rules
    form: str
    glue: str = ": "  # between a property and its value

    def css(self, hand: Hand) -> str:
        """The sheet in the hand's layout, "" when there is none."""
        if self.form not in ("style", "none"):
            return ""
        written = []
        for selector, rule in self.rules.items():
            parts = [f"{name}{self.glue}{value}" for name, value in rule.items()]
            name = hand.selector(selector)
            if hand.css == "rules":
                written.append(f"{name} {{ {'; '.join(parts)}; }}")
            elif hand.css == "tight":
                written.append(f"{name}{{{';'.join(parts)}}}")
            else:
                opening = f"{name}\n{{\n" if hand.css == "brace" else f"{name} {{\n"
                written.append(opening + "".join(f"  {part};\n" for part in parts) + "}")
        return "\n".join(written)

    def inline(self) -> dict[str, str]:
        if self.form != "inline":
            return {}
        return {name: "; ".join(f"{key}{self.glue}{value}" for key, value in rule.items()) for name, rule in self.rules.items()}

    def body(self) -> Attributes:
        """The attributes of body that stand for its rule."""
        rule = self.rules.get("body", {}) if self.form == "body" else {}
        return [(name, rule[key]) for key, name in (("background-color", "bgcolor"), ("background", "bgcolor"), ("color", "text")) if key in rule]

    def told(self, selector: str, name: str, value: str, hand: Hand) -> Requirement:
        """That the page says so, where it says such things."""
        if self.form == "inline":
            return has(f'{hand.selector(selector)}[style*="{name}{self.glue}{value}"]'.replace('"Comic Sans MS"', "'Comic Sans MS'"))
        if self.form == "body":
            return has(f'body[{"bgcolor" if "background" in name else "text"}="{value}"]')
        return shows(f"{name}{self.glue}{value}", "style")

    def with_(self, selector: str, **values: str) -> "Sheet":
        """The sheet with other values; a page without one has one then. A background keeps the name it has."""
        rule = dict(self.rules.get(selector, {}))
        for key, value in values.items():
            rule[key.replace("_", "-")] = value
        return replace(self, rules={**self.rules, selector: rule}, form="style" if self.form == "none" else self.form)


def draw_sheet(draw: Draw, html: str) -> Sheet:
    """A sheet for what the page has."""
    form = draw.pick(("style", "style", "style", "style", "none", "none", "inline", "body"))
    glue = draw.pick((": ", ": ", ": ", ":"))
    if form == "none":
        return Sheet({}, form)
    chance, pick = draw.chance, draw.pick
    back = pick(("background-color", "background"))
    pale, ink, deep, other = pick(PALE), pick(INKS), pick(DEEP), pick(DEEP)
    if form == "body":
        body = {"background-color": pale} | ({"color": ink} if chance(0.6) else {})
        return Sheet({"body": body}, form, glue)
    rules: Rules = {}

    def rule(selector: str, share: float, *declarations: tuple[str, str, float]) -> None:
        if chance(share):
            made = {name: value for name, value, likely in declarations if chance(likely)}
            if made:
                rules[selector] = made

    rule("body", 0.95, ("font-family", pick(FAMILIES), 0.85), (back, pale, 0.7), ("color", ink, 0.6), ("margin", pick(("0", "0", "20px", "40px", "0 auto")), 0.5), ("padding", pick(("0", "20px", "10px")), 0.4), ("font-size", pick(("14px", "16px", "15px", "18px")), 0.35), ("line-height", pick(("1.5", "1.6", "1.4")), 0.35))
    for name, share in (("header", 0.8), ("nav", 0.4), ("footer", 0.8)):
        if has_tag(html, name):
            rule(name, share, (back, deep, 0.7), ("color", pick(("white", "#fff", "#ffffff")), 0.999), ("padding", pick(("20px", "10px", "15px 30px", "1rem")), 0.7), ("text-align", "center", 0.4), ("font-size", pick(("14px", "0.9em")), 0.15))
            if name in rules and back not in rules[name]:
                rules[name].pop("color", None)
                if not rules[name]:
                    del rules[name]
    rule("h1", 0.75, ("color", deep, 0.7), ("text-align", "center", 0.4), ("font-size", pick(("32px", "2em", "28px", "2.5rem", "36px")), 0.45), ("margin-bottom", pick(("10px", "20px", "0")), 0.3))
    if has_tag(html, "h2"):
        rule("h2", 0.6, ("color", other, 0.6), ("border-bottom", pick(("1px solid #ccc", "2px solid #eee")), 0.3), ("font-size", pick(("24px", "1.5em", "20px")), 0.4))
    rule("p", 0.4, ("margin", pick(("0 0 10px", "10px 0", "0 0 15px")), 0.6), ("line-height", pick(("1.6", "1.5")), 0.5))
    if has_tag(html, "a"):
        rule("a", 0.6, ("color", other, 0.9), ("text-decoration", "none", 0.5))
    if has_tag(html, "button"):
        rule("button", 0.8, (back, deep, 0.8), ("color", pick(("white", "#fff")), 0.999), ("border", "none", 0.6), ("padding", pick(("10px 20px", "8px 16px", "12px 24px")), 0.8), ("border-radius", pick(("4px", "5px", "3px", "8px")), 0.5), ("cursor", "pointer", 0.6))
        if "button" in rules and back not in rules["button"]:
            rules["button"].pop("color", None)
    if has_tag(html, "table"):
        rule("table", 0.8, ("border-collapse", "collapse", 0.8), ("width", "100%", 0.7))
        rule("th", 0.6, (back, pick(("#eee", "#ddd", "#f2f2f2")), 0.6), ("text-align", "left", 0.6), ("padding", "8px", 0.6))
        rule("td", 0.7, ("border", pick(("1px solid #ddd", "1px solid #ccc", "1px solid black")), 0.7), ("padding", pick(("8px", "5px", "10px")), 0.8))
    if has_tag(html, "li"):
        rule("li", 0.3, ("margin-bottom", pick(("5px", "8px", "10px")), 0.9))
    if has_tag(html, "input"):
        rule("input", 0.7, ("padding", pick(("8px", "10px", "6px")), 0.8), ("border", pick(("1px solid #ccc", "1px solid #aaa")), 0.6), ("width", pick(("100%", "300px")), 0.5))
    if form == "style":
        for name in ("narrow", "wrap"):
            if f'class="{name}' in html:
                rule(f".{name}", 0.7, ("max-width", pick(("800px", "960px", "1100px", "700px", "600px")), 0.9), ("margin", pick(("0 auto", "20px auto", "40px auto")), 0.9), ("padding", pick(("20px", "0 20px", "2rem")), 0.6), ("background", pick(("white", "#fff")), 0.3))
        if 'class="card' in html:
            rule(".card", 0.8, ("border", pick(("1px solid #ddd", "1px solid #ccc")), 0.7), ("padding", pick(("15px", "20px", "1rem")), 0.9), ("border-radius", pick(("5px", "8px", "10px")), 0.5), ("margin-bottom", "20px", 0.5))
        if 'class="button' in html:
            rule(".button", 0.9, (back, deep, 0.999), ("color", pick(("white", "#fff")), 0.999), ("padding", pick(("10px 20px", "12px 24px")), 0.9), ("text-decoration", "none", 0.7), ("display", "inline-block", 0.6))
    return Sheet(rules, form if rules else "none", glue)


def hexed(value: str) -> str:
    """A colour as six hex digits, "" for what is none."""
    value = NAMED.get(value, value).lower()
    if re.fullmatch(r"#[0-9a-f]{3}", value):
        return "#" + "".join(2 * digit for digit in value[1:])
    return value if re.fullmatch(r"#[0-9a-f]{6}", value) else ""


def back_of(rule: dict[str, str]) -> str:
    """The name under which the rule has its background."""
    return "background" if "background" in rule else "background-color"


def change_looks(draw: Draw, html: str, sheet: Sheet, hand: Hand) -> tuple[str, str, Sheet, tuple[Requirement, ...]] | None:
    """A change of the sheet: its category, how it is asked for, the new sheet, what the page must then have."""
    made = draw.pick((_accent, _accent, _background, _background, _color_of, _color_of, _painted, _painted, _dark, _font, _size, _rule, _rule, _bigger))(draw, html, sheet, hand)
    if made is None:
        return None
    category, said, new, told = made
    old = sheet.rules
    if sheet.form == "body" and any(name not in ("background", "background-color", "color") for _, name, _ in told):
        return None
    if new.rules == old or (sheet.form in ("inline", "body") and any(rule != old.get(name) and name not in _attributed(sheet) for name, rule in new.rules.items())):
        return None
    return category, said, new, tuple(new.told(*each, hand) for each in told)


Told = list[tuple[str, str, str]]
Made = tuple[str, str, Sheet, Told]


def _attributed(sheet: Sheet) -> tuple[str, ...]:
    """What may be changed where there are only attributes: body, and single elements."""
    return ("body",) if sheet.form == "body" else ("body", "h1", "header", "footer", "button", "nav", "th", "h2", "li", "p")


def _spelled(draw: Draw, hand: Hand, sort: str, what: str) -> str:
    """What is meant, in words or, now and then, as somebody says it who reads the code."""
    return draw.keep(hand.selector(sort)) if draw.chance(0.12) else what


def _background(draw: Draw, html: str, sheet: Sheet, hand: Hand) -> Made | None:
    said, value, _ = color(draw)
    rule = sheet.rules.get("body", {})
    name = back_of(rule)
    new = sheet.with_("body", **{name: value})
    told = [("body", name, value)]
    ink = hexed(rule.get("color", "black"))
    if contrast(value, ink or "#000000") < 4.5:
        new = new.with_("body", color=legible(value))
        told.append(("body", "color", legible(value)))
    return "background", say(draw, "background", color=said), new, told


def _accent(draw: Draw, html: str, sheet: Sheet, hand: Hand) -> Made | None:
    """The colour that the page is known by, wherever the sheet has it."""
    said, value, _ = color(draw)
    places = [("header", "background-color"), ("header", "background"), ("button", "background-color"), ("button", "background"), ("h1", "color")]
    main = next((sheet.rules[name][key] for name, key in places if key in sheet.rules.get(name, {})), "")
    if sheet.form != "style" or not main or hexed(value) == hexed(main) or main == sheet.rules.get("body", {}).get("color"):
        return None
    new, told = sheet, []
    for selector, rule in sheet.rules.items():
        for name, old in rule.items():
            if old == main:
                new = new.with_(selector, **{name: value})
                told.append((selector, name, value))
        ink = hexed(rule.get("color", ""))
        if rule.get(back_of(rule)) == main and ink and contrast(ink, value) < 4.5:
            new = new.with_(selector, color=legible(value))
    return "colour", say(draw, "accent", color=said), new, told


def _color_of(draw: Draw, html: str, sheet: Sheet, hand: Hand) -> Made | None:
    said, value, _ = color(draw)
    found = [sort for sort in ("body", "h1", "h1", "h2", "h3", "p", "a", "label", "li") if sort == "body" or has_tag(html, sort)]
    sort = draw.pick(found)
    what = draw.pick(SORTS[sort][:3])
    if sort != "body":
        what = _spelled(draw, hand, sort, what)
    rule = sheet.rules.get(sort, {})
    behind = hexed(rule.get(back_of(rule), "")) or hexed(sheet.rules.get("body", {}).get(back_of(sheet.rules.get("body", {})), "")) or "#ffffff"
    if contrast(value, behind) < 3:
        return None
    return "colour", say(draw, "rule.color", what=what, color=said), sheet.with_(sort, color=value), [(sort, "color", value)]


def _painted(draw: Draw, html: str, sheet: Sheet, hand: Hand) -> Made | None:
    said, value, _ = color(draw)
    found = [sort for sort in PAINTED if (f'class="{sort[1:]}' in html if sort[0] == "." else has_tag(html, sort))]
    if not found:
        return None
    sort = draw.pick(found)
    name = back_of(sheet.rules.get(sort, {}))
    key = "accent.buttons" if sort == "button" and draw.chance(0.6) else draw.pick(("paint", "paint.plain"))
    new = sheet.with_(sort, **{name: value, "color": legible(value)})
    return "colour", say(draw, key, what=_spelled(draw, hand, sort, draw.pick(PAINTED[sort])), color=said), new, [(sort, name, value), (sort, "color", legible(value))]


def _dark(draw: Draw, html: str, sheet: Sheet, hand: Hand) -> Made | None:
    """Pale grounds become dark ones, and what could no longer be read on them light."""
    body = sheet.rules.get("body", {})
    new = sheet.with_("body", **{back_of(body): DARK, "color": LIGHT})
    told = [("body", back_of(body), DARK), ("body", "color", LIGHT)]
    for selector, rule in sheet.rules.items():
        ground = hexed(rule.get(back_of(rule), ""))
        if selector == "body":
            continue
        if ground and luminance(ground) > 0.5:
            new = new.with_(selector, **{back_of(rule): PANEL})
            ground = PANEL
        ink = hexed(rule.get("color", ""))
        if ink and contrast(ink, ground or DARK) < 4.5:
            new = new.with_(selector, color=LINK if selector == "a" else LIGHT)
    return "dark", say(draw, "dark"), new, told


def _font(draw: Draw, html: str, sheet: Sheet, hand: Hand) -> Made | None:
    name = draw.pick(("sans", "serif", "mono", "rounded", "hand"))
    family = FONTS[name].replace('"', "'")
    return "type", say(draw, f"font.{name}"), sheet.with_("body", font_family=family), [("body", "font-family", family)]


def _size(draw: Draw, html: str, sheet: Sheet, hand: Hand) -> Made | None:
    now = int(sheet.rules.get("body", {}).get("font-size", "16px").removesuffix("px"))
    form = draw.pick(("bigger", "smaller", "exact"))
    new = f"{ {'bigger': now + 3, 'smaller': now - 2, 'exact': draw.rng.randint(12, 26)}[form] }px".replace(" ", "")
    return "type", say(draw, f"size.{form}", size=new), sheet.with_("body", font_size=new), [("body", "font-size", new)]


def _rule(draw: Draw, html: str, sheet: Sheet, hand: Hand) -> Made | None:
    kind = draw.pick(tuple(RULES))
    declaration, sorts = RULES[kind]
    found = [sort for sort in sorts.split() if has_tag(html, sort)]
    if not found:
        return None
    sort = draw.pick(found)
    name, value = declaration.split(": ")
    return "rule", say(draw, f"rule.{kind}", what=draw.pick(SORTS[sort])), sheet.with_(sort, **{name: value}), [(sort, name, value)]


def _bigger(draw: Draw, html: str, sheet: Sheet, hand: Hand) -> Made | None:
    bigger = draw.chance(0.6)
    sort = draw.pick([sort for sort in ("h1", "h1", "h2", "button", "label") if has_tag(html, sort)])
    size = {"h1": ("3.5rem", "1.5rem"), "h2": ("2.25rem", "1.2rem"), "button": ("1.25rem", "0.85rem"), "label": ("1.2rem", "0.85rem")}[sort][not bigger]
    words = say(draw, "rule.bigger" if bigger else "rule.smaller", what=draw.pick(SORTS[sort]))
    return "rule", words, sheet.with_(sort, font_size=size), [(sort, "font-size", size)]
