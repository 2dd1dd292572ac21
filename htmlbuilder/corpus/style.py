"""How pages look: palettes with checked contrast, and the CSS of each component.

A page asks for the components it uses and gets their rules, after `:root` custom properties that carry the palette.
"""

from dataclasses import dataclass, replace


def channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def luminance(color: str) -> float:
    """Relative luminance (WCAG 2.2), 0 to 1."""
    parts = [channel / 255 for channel in channels(color)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2), 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def legible(color: str) -> str:
    """White where it passes AA on `color`, else black, which then does."""
    return "#ffffff" if contrast(color, "#ffffff") >= 4.5 else "#000000"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as hex. Text on `bg` and on `surface`, `muted` on both, and `on_accent` on `accent` pass WCAG AA (4.5:1)."""

    bg: str
    surface: str
    text: str
    muted: str
    line: str
    accent: str
    on_accent: str

    @property
    def dark(self) -> bool:
        return luminance(self.bg) < 0.18


# bg, surface, text, muted, line, accent, on_accent
PALETTES: dict[str, Palette] = {
    "wheat": Palette("#fffaf0", "#f7ecd8", "#2e2418", "#6b5840", "#e4d3b5", "#9a5b13", "#ffffff"),
    "ocean": Palette("#f7fbff", "#e6f1fb", "#10263b", "#48617a", "#c9deef", "#0b63a5", "#ffffff"),
    "forest": Palette("#f8fbf6", "#e7f1e2", "#17281a", "#4b6150", "#cbdcc6", "#2c6e3f", "#ffffff"),
    "rose": Palette("#fff8f9", "#fcebef", "#341a22", "#7a4f5c", "#f0cfd8", "#b3315b", "#ffffff"),
    "plum": Palette("#fbf8fd", "#f0e8f6", "#281a33", "#62506f", "#dccce8", "#6f3c97", "#ffffff"),
    "slate": Palette("#f8f9fb", "#eceff3", "#1c232d", "#525e6d", "#d3dae2", "#35516f", "#ffffff"),
    "sunset": Palette("#fffaf6", "#fdece0", "#33190f", "#7a5142", "#f3d3c0", "#b8431c", "#ffffff"),
    "mint": Palette("#f6fdfa", "#def5ec", "#0f2a23", "#426459", "#bfe3d5", "#0f766e", "#ffffff"),
    "sand": Palette("#fdfbf7", "#f3ede2", "#29241c", "#655c4d", "#ded4c2", "#7a5c2e", "#ffffff"),
    "berry": Palette("#fff8fb", "#fae6f0", "#321325", "#754a62", "#efcbdd", "#a3195b", "#ffffff"),
    "indigo": Palette("#f9f9ff", "#ebebfb", "#1b1b3a", "#53537a", "#d2d2ef", "#4338ca", "#ffffff"),
    "clay": Palette("#fdf9f7", "#f4e8e1", "#2f201a", "#6d564c", "#e2cec3", "#94452b", "#ffffff"),
    "night": Palette("#0f1420", "#1a2233", "#eef2f8", "#a9b4c6", "#2e3a52", "#7cb7ff", "#0f1420"),
    "graphite": Palette("#16181c", "#22262c", "#f1f3f5", "#aeb5bf", "#383e47", "#f2b84b", "#16181c"),
    "aurora": Palette("#0d1b1e", "#152a2e", "#e9f6f3", "#a3bfba", "#284449", "#5eead4", "#0d1b1e"),
    "ember": Palette("#1c1412", "#2a1f1b", "#faf0eb", "#c9b3a8", "#463630", "#ff9466", "#1c1412"),
}
LIGHT = tuple(name for name, palette in PALETTES.items() if not palette.dark)
DARK = tuple(name for name, palette in PALETTES.items() if palette.dark)

# What a colour word in a prompt means: an accent that is legible under white or black text.
COLOR_WORDS: dict[str, str] = {
    "red": "#c62828", "dark red": "#8b1a1a", "orange": "#c2570c", "yellow": "#f2c230", "gold": "#d4a017", "green": "#2e7d32",
    "dark green": "#14532d", "light green": "#86d993", "teal": "#0f766e", "turquoise": "#2dc7bd", "blue": "#1d5fd1", "light blue": "#8ec5ff",
    "sky blue": "#87ceeb", "dark blue": "#12316b", "navy": "#14284b", "purple": "#6d28a8", "violet": "#7c3aed", "lavender": "#c9b6f2",
    "pink": "#d6478a", "hot pink": "#d81b7a", "brown": "#7b4a21", "grey": "#5f6772", "black": "#15171a", "maroon": "#7f1d2d", "coral": "#f0745a",
    "crimson": "#b3123a", "olive": "#66701f", "beige": "#ead9bd", "cream": "#fbf3df", "white": "#ffffff", "mint": "#7fd8b4", "forest green": "#1d5b38", "ocean blue": "#0b6a9c",
    "mustard": "#c99a16", "terracotta": "#b4532f", "burgundy": "#701f36", "peach": "#ffb38f", "lilac": "#b79be0", "slate": "#44546a", "charcoal": "#2b2f36", "ivory": "#fffbeb", "sage": "#93a986", "rust": "#a8441c",
    "salmon": "#f58b76", "magenta": "#c2188b", "cyan": "#1cc3d9", "indigo": "#3d37a8", "silver": "#c3c9d1", "emerald": "#0b8f5a", "plum": "#6b2a5e", "sand": "#dcc9a3", "warm yellow": "#f5c445", "pale blue": "#cfe3f7",
    "pale pink": "#f8d5e2", "bright orange": "#f27a12", "bright red": "#dc1f26", "deep purple": "#43206e", "royal blue": "#2747c9", "bottle green": "#0d4a36", "honey": "#e3a622", "lemon": "#f7e35b", "denim": "#2f5685", "sky": "#9fd4f5",
    "deep green": "#12492f", "soft green": "#b5dbbd", "chocolate": "#5b3219", "tan": "#cdab82", "khaki": "#b7a96b",
}  # fmt: skip

BASE = """\
* { box-sizing: border-box; }
body { margin: 0; border-top: 4px solid var(--accent); font: 16px/1.6 %(font)s; color: var(--text); background: var(--bg); overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.2; letter-spacing: -0.02em; text-wrap: balance; margin: 0 0 0.5em; }
p { margin: 0 0 1em; }
a { color: inherit; }
img { max-width: 100%%; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }"""

FONTS = {
    "sans": "system-ui, sans-serif",
    "serif": "Georgia, serif",
    "rounded": "ui-rounded, system-ui, sans-serif",
    "mono": "ui-monospace, monospace",
}

COMPONENTS: dict[str, str] = {
    "wrap": ".wrap { max-width: 64rem; margin: 0 auto; padding: 2rem 1.25rem; }",
    "narrow": ".narrow { max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem; }",
    "stack": "main > * + * { margin-top: 1.5rem; }",
    "center": "main { min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; }",
    "card": ".card { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 1.5rem; box-shadow: var(--shadow); }",
    "panel": ".panel { width: 100%; max-width: 26rem; background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 2rem; box-shadow: var(--shadow); }",
    "grid": ".grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1.25rem; }",
    "button": "button, .button { display: inline-block; padding: 0.7em 1.4em; border: 0; border-radius: var(--radius); background: var(--accent); "
    "color: var(--on-accent); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }",
    "form": "form { display: grid; gap: 1rem; }\nlabel { display: grid; gap: 0.3rem; font-weight: 600; }\n"
    "input, select, textarea { width: 100%; padding: 0.6em 0.75em; border: 1px solid var(--muted); border-radius: var(--radius); background: var(--bg); color: var(--text); font: inherit; }",
    "check": ".check { display: flex; gap: 0.5rem; align-items: center; font-weight: 400; }\n.check input { width: auto; }",
    "table": "table { width: 100%; border-collapse: collapse; }\nth, td { padding: 0.65em 0.9em; overflow-wrap: anywhere; border: 1px solid var(--line); text-align: left; }\nth { background: var(--surface); }\ncaption { margin-bottom: 0.6em; font-weight: 600; text-align: left; }",
    "list": "li { margin: 0.35em 0; }",
    "plain": ".plain { padding: 0; list-style: none; }",
    "rows": ".rows { padding: 0; list-style: none; }\n.rows li { display: flex; justify-content: space-between; gap: 1rem; padding: 0.6rem 0; border-bottom: 1px solid var(--line); }",
    "facts": "dl { display: grid; grid-template-columns: auto 1fr; gap: 0.4rem 1.25rem; }\ndt { font-weight: 600; }\ndd { margin: 0; }",
    "row": ".row { display: flex; flex-wrap: wrap; gap: 0.75rem; }",
    "muted": ".muted { color: var(--muted); }",
    "header": "header { display: flex; flex-wrap: wrap; gap: 1rem; justify-content: space-between; align-items: center; padding: 1rem 1.25rem; border-bottom: 1px solid var(--line); }\n.brand { font-size: 1.2rem; font-weight: 700; }",
    "nav": "nav ul { display: flex; flex-wrap: wrap; gap: 1.25rem; margin: 0; padding: 0; list-style: none; }\nnav a { text-decoration: none; }\nnav a:hover { text-decoration: underline; }",
    "hero": ".hero { padding: 4.5rem 1.25rem; text-align: center; background: linear-gradient(160deg, var(--surface), var(--bg)); border-bottom: 1px solid var(--line); }\n.hero h1 { font-size: clamp(2.25rem, 7vw, 4rem); }\n.hero p { max-width: 38rem; margin: 0 auto 1.5rem; color: var(--muted); font-size: 1.15rem; }",
    "section": "section { padding: 1.75rem 0; }",
    "price": ".price { font-size: 1.6rem; font-weight: 700; }",
    "quote": "blockquote { margin: 0; padding: 1rem 1.25rem; border-left: 4px solid var(--accent); background: var(--surface); }",
    "figure": "figure { margin: 0; }\nfigcaption { padding-top: 0.5rem; color: var(--muted); }",
    "photo": ".photo { aspect-ratio: 4 / 3; border-radius: var(--radius); background: linear-gradient(135deg, var(--surface), var(--accent)); }",
    "faq": "details { padding: 0.9rem 0; border-bottom: 1px solid var(--line); }\nsummary { font-weight: 600; cursor: pointer; }",
    "stats": ".stats { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 1rem; }\n.stats b { display: block; font-size: 1.8rem; }",
    "footer": "footer { padding: 1.5rem 1.25rem; border-top: 1px solid var(--line); color: var(--muted); text-align: center; }",
}


@dataclass(frozen=True, slots=True)
class Style:
    """The look of one page."""

    palette: Palette
    font: str = "sans"
    radius: str = "10px"

    def with_accent(self, color: str) -> "Style":
        return replace(self, palette=replace(self.palette, accent=color, on_accent=legible(color)))

    def with_background(self, color: str) -> "Style":
        """The same look on a background of that colour: text, surfaces and lines follow it."""
        text = legible(color)
        away = "black" if text == "#ffffff" else "white"
        surface = f"color-mix(in srgb, var(--bg) 88%, {away})"
        line = "color-mix(in srgb, var(--bg) 65%, var(--text))"
        return replace(self, palette=replace(self.palette, bg=color, text=text, muted=text, surface=surface, line=line))

    def css(self, *components: str, extra: str = "") -> str:
        """The style sheet of a page that uses `components` (keys of `COMPONENTS`, in that order), `extra` rules last."""
        p = self.palette
        root = (
            f":root {{\n  --bg: {p.bg};\n  --surface: {p.surface};\n  --text: {p.text};\n  --muted: {p.muted};\n"
            f"  --line: {p.line};\n  --accent: {p.accent};\n  --on-accent: {p.on_accent};\n  --radius: {self.radius};\n  --shadow: 0 12px 32px rgb(0 0 0 / 8%);\n}}"
        )
        rules = [root, BASE % {"font": FONTS[self.font]}, *(COMPONENTS[name] for name in components), extra]
        return "\n".join(rule for rule in rules if rule)
