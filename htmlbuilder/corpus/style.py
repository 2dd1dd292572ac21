"""How pages look: visual styles with checked contrast, and the CSS of each component.

A page asks for the components it uses and gets their rules, after `:root` custom properties that carry the style: colours,
type, corners, edges, shadow and density. Components take colours and measures from these properties alone, in pairs that
every style keeps legible.
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


def covered(color: str) -> str:
    """The inline style of something that the colour covers."""
    return f"background: {color}; color: {legible(color)}"


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


SANS, SERIF, MONO = "system-ui, sans-serif", "Georgia, serif", "ui-monospace, monospace"
ROUNDED, HAND = "ui-rounded, system-ui, sans-serif", '"Comic Sans MS", cursive'
GROTESK, HEAVY, FINE, SLAB = "Helvetica, Arial, sans-serif", 'Impact, "Arial Black", sans-serif', 'Didot, "Bodoni MT", serif', "Rockwell, Georgia, serif"
SOFT = "0 12px 32px rgb(0 0 0 / 8%)"


@dataclass(frozen=True, slots=True)
class Style:
    """The look of one page: a palette, the fonts of texts and of headings, and the measures of what stands in boxes.

    `edge` is how thick lines are, `space` how far things stand apart, and `rules` what no property can say.
    """

    palette: Palette
    font: str = SANS
    title: str = SANS
    radius: str = "10px"
    edge: str = "1px"
    shadow: str = SOFT
    space: str = "1.5rem"
    rules: str = ""

    def with_accent(self, color: str) -> "Style":
        return replace(self, palette=replace(self.palette, accent=color, on_accent=legible(color)))

    def with_background(self, color: str) -> "Style":
        """The same look on a background of that colour: text, surfaces and lines follow it."""
        text = legible(color)
        away = "black" if text == "#ffffff" else "white"
        surface = f"color-mix(in srgb, var(--bg) 88%, {away})"
        line = "color-mix(in srgb, var(--bg) 65%, var(--text))"
        return replace(self, palette=replace(self.palette, bg=color, text=text, muted=text, surface=surface, line=line))

    def with_font(self, font: str) -> "Style":
        return replace(self, font=font, title=font)

    def with_rule(self, rule: str) -> "Style":
        return replace(self, rules=f"{self.rules}\n{rule}".strip())

    def css(self, *components: str, extra: str = "") -> str:
        """The style sheet of a page that uses `components` (keys of `COMPONENTS`, in that order), `extra` rules last."""
        p = self.palette
        root = (
            f":root {{\n  --bg: {p.bg};\n  --surface: {p.surface};\n  --text: {p.text};\n  --muted: {p.muted};\n"
            f"  --line: {p.line};\n  --accent: {p.accent};\n  --on-accent: {p.on_accent};\n  --font: {self.font};\n  --title: {self.title};\n"
            f"  --radius: {self.radius};\n  --edge: {self.edge};\n  --shadow: {self.shadow};\n  --space: {self.space};\n}}"
        )
        rules = [root, BASE, self.rules, *(COMPONENTS[name] for name in components), extra]
        return "\n".join(rule for rule in rules if rule)


# The styles that a topic or a kind of page has by itself. Colours: bg, surface, text, muted, line, accent, on_accent
PALETTES: dict[str, Style] = {
    "wheat": Style(Palette("#fffaf0", "#f7ecd8", "#2e2418", "#6b5840", "#e4d3b5", "#9a5b13", "#ffffff"), title=SERIF, radius="14px"),
    "ocean": Style(Palette("#f7fbff", "#e6f1fb", "#10263b", "#48617a", "#c9deef", "#0b63a5", "#ffffff")),
    "forest": Style(Palette("#f8fbf6", "#e7f1e2", "#17281a", "#4b6150", "#cbdcc6", "#2c6e3f", "#ffffff"), title=SERIF),
    "rose": Style(Palette("#fff8f9", "#fcebef", "#341a22", "#7a4f5c", "#f0cfd8", "#b3315b", "#ffffff"), title=SERIF, radius="18px"),
    "plum": Style(Palette("#fbf8fd", "#f0e8f6", "#281a33", "#62506f", "#dccce8", "#6f3c97", "#ffffff"), radius="14px"),
    "slate": Style(Palette("#f8f9fb", "#eceff3", "#1c232d", "#525e6d", "#d3dae2", "#35516f", "#ffffff"), radius="6px"),
    "sunset": Style(Palette("#fffaf6", "#fdece0", "#33190f", "#7a5142", "#f3d3c0", "#b8431c", "#ffffff"), radius="14px"),
    "mint": Style(Palette("#f6fdfa", "#def5ec", "#0f2a23", "#426459", "#bfe3d5", "#0f766e", "#ffffff"), ROUNDED, ROUNDED, radius="18px"),
    "sand": Style(Palette("#fdfbf7", "#f3ede2", "#29241c", "#655c4d", "#ded4c2", "#7a5c2e", "#ffffff"), SERIF, SERIF, radius="4px"),
    "berry": Style(Palette("#fff8fb", "#fae6f0", "#321325", "#754a62", "#efcbdd", "#a3195b", "#ffffff"), radius="14px"),
    "indigo": Style(Palette("#f9f9ff", "#ebebfb", "#1b1b3a", "#53537a", "#d2d2ef", "#4338ca", "#ffffff")),
    "clay": Style(Palette("#fdf9f7", "#f4e8e1", "#2f201a", "#6d564c", "#e2cec3", "#94452b", "#ffffff"), title=SERIF, radius="6px"),
    "night": Style(Palette("#0f1420", "#1a2233", "#eef2f8", "#a9b4c6", "#2e3a52", "#7cb7ff", "#0f1420")),
    "graphite": Style(Palette("#16181c", "#22262c", "#f1f3f5", "#aeb5bf", "#383e47", "#f2b84b", "#16181c"), radius="4px"),
    "aurora": Style(Palette("#0d1b1e", "#152a2e", "#e9f6f3", "#a3bfba", "#284449", "#5eead4", "#0d1b1e"), radius="14px"),
    "ember": Style(Palette("#1c1412", "#2a1f1b", "#faf0eb", "#c9b3a8", "#463630", "#ff9466", "#1c1412"), title=SERIF),
}
LIGHT = tuple(name for name, style in PALETTES.items() if not style.palette.dark)
DARK = tuple(name for name, style in PALETTES.items() if style.palette.dark)

# The looks that people ask for by name; `banks/looks.txt` holds the names.
LOOKS: dict[str, Style] = {
    "minimal": Style(Palette("#ffffff", "#fafafa", "#111111", "#5c5c5c", "#e6e6e6", "#111111", "#ffffff"), GROTESK, GROTESK, "2px", shadow="none", space="2rem", rules="h1, h2, h3 { font-weight: 500; }"),
    "brutalist": Style(Palette("#fff8d6", "#ffffff", "#000000", "#333333", "#000000", "#ff6a1f", "#000000"), GROTESK, HEAVY, "0", "3px", "6px 6px 0 #000000", rules="h1, h2, h3 { text-transform: uppercase; }"),
    "newspaper": Style(Palette("#fbf8f1", "#f3eee1", "#1a1712", "#57503f", "#bdb39c", "#8c1c13", "#ffffff"), SERIF, SERIF, "0", shadow="none", space="1.25rem", rules="h1, h2 { padding-bottom: 0.3em; border-bottom: 3px double var(--text); }"),
    "terminal": Style(Palette("#0a0f0a", "#111a11", "#b9f5b9", "#83cf92", "#2c5a32", "#39d353", "#04140a"), MONO, MONO, "0", shadow="none", space="1.25rem", rules='h1::before { content: "> "; }'),
    "playful": Style(Palette("#fff8ec", "#ffffff", "#2b1d4a", "#5e5180", "#ffc97a", "#d6246e", "#ffffff"), ROUNDED, HAND, "24px", "3px", "0 6px 0 #ffc97a", rules="h1 { transform: rotate(-1deg); }"),
    "elegant": Style(Palette("#fbf9f5", "#f4efe6", "#25211b", "#6a6152", "#d9cdb8", "#7d6233", "#ffffff"), SERIF, FINE, "0", shadow="none", space="2rem", rules="h1, h2, h3 { font-weight: 400; letter-spacing: 0.03em; }"),
    "luxury": Style(Palette("#111111", "#1b1a17", "#f4efe4", "#b9b09c", "#4a4330", "#d4af37", "#111111"), SERIF, FINE, "0", shadow="none", space="2rem", rules="h1, h2, h3 { font-weight: 400; letter-spacing: 0.06em; }"),
    "pastel": Style(Palette("#fdf6fb", "#f3e8fb", "#3b2f4a", "#655776", "#dcc8ec", "#c9b6f2", "#2a2140"), ROUNDED, ROUNDED, "20px", shadow="0 10px 24px rgb(150 110 190 / 14%)"),
    "contrast": Style(Palette("#ffffff", "#ffffff", "#000000", "#1a1a1a", "#000000", "#0000c8", "#ffffff"), radius="4px", edge="2px", shadow="none", rules="body { font-size: 19px; }"),
    "retro": Style(Palette("#f8ebcb", "#f1dcae", "#3b2314", "#6b4527", "#d9a760", "#b5401a", "#ffffff"), SANS, SLAB, "20px", "2px", "0 5px 0 #d9a760"),
    "vintage": Style(Palette("#f4ecd8", "#ebdfc3", "#33281a", "#65543a", "#c9b68c", "#6e3b22", "#ffffff"), SERIF, SLAB, "2px", shadow="none", rules="h1, h2 { font-variant: small-caps; letter-spacing: 0.04em; }"),
    "neon": Style(Palette("#0b0716", "#160d2b", "#f2eaff", "#b9a8de", "#47308a", "#ff4df0", "#12001a"), SANS, MONO, "8px", shadow="0 0 24px rgb(255 77 240 / 35%)", rules="h1 { text-shadow: 0 0 18px var(--accent); }"),
    "corporate": Style(Palette("#ffffff", "#f2f5f9", "#14202e", "#4d5b6b", "#d5dde6", "#0a4a8f", "#ffffff"), GROTESK, GROTESK, "3px", shadow="0 1px 3px rgb(0 0 0 / 12%)"),
    "swiss": Style(Palette("#ffffff", "#f2f2f0", "#0d0d0d", "#4a4a4a", "#0d0d0d", "#d3121a", "#ffffff"), GROTESK, GROTESK, "0", shadow="none", rules="h1 { font-size: clamp(2.5rem, 9vw, 5rem); line-height: 1; letter-spacing: -0.04em; }"),
    "chalkboard": Style(Palette("#1f3a2f", "#284739", "#f5f5e9", "#c9d6c6", "#5b7d6c", "#f6d55c", "#1f2d20"), HAND, HAND, "6px", "2px", "none"),
    "blueprint": Style(Palette("#0f3d7a", "#14488c", "#ffffff", "#c8dcf5", "#5f92cf", "#ffffff", "#0f3d7a"), MONO, MONO, "0", shadow="none", rules="h1, h2 { letter-spacing: 0.05em; }"),
    "handmade": Style(Palette("#fdf8ee", "#fffdf7", "#2f2a26", "#645a50", "#cdbfa8", "#2a6f7f", "#ffffff"), HAND, HAND, "16px 4px 18px 6px", "2px", "3px 4px 0 #e6dac3"),
    "zen": Style(Palette("#faf8f3", "#f2efe6", "#2c2c2a", "#5f5e58", "#ddd8ca", "#a8321f", "#ffffff"), SERIF, SERIF, "0", shadow="none", space="2.5rem", rules="h1, h2, h3 { font-weight: 400; }"),
    "futuristic": Style(Palette("#060b14", "#0d1726", "#e4f4ff", "#9db8cf", "#1f4668", "#22d3ee", "#04121a"), SANS, MONO, "2px", shadow="0 0 0 1px rgb(34 211 238 / 25%)", rules="h1, h2 { text-transform: uppercase; letter-spacing: 0.08em; }"),
    "christmas": Style(Palette("#fdfaf5", "#f1f5ec", "#1f2a20", "#4d5d4f", "#cddcc8", "#b3171f", "#ffffff"), SERIF, SERIF, "12px", "2px"),
    "halloween": Style(Palette("#150f1c", "#221730", "#f7efe4", "#c4b3d4", "#4a3263", "#ff8a1f", "#150f1c"), SANS, SLAB, "10px", "2px", "0 0 22px rgb(255 138 31 / 18%)"),
    "comic": Style(Palette("#fff3b8", "#ffffff", "#141414", "#3d3d3d", "#141414", "#d8202f", "#ffffff"), HAND, HEAVY, "6px", "3px", "5px 5px 0 #141414", rules="h1 { transform: rotate(-1.5deg); }"),
    "nature": Style(Palette("#f5f3ea", "#e9e6d3", "#23291b", "#545a41", "#cfcab0", "#52652a", "#ffffff"), SANS, SERIF, "22px", shadow="none"),
    "nautical": Style(Palette("#f9fbfd", "#e8eff6", "#0e2240", "#46597a", "#b9cbe0", "#14284b", "#ffffff"), SERIF, SLAB, "4px", "2px", "none", rules="body { border-top-style: double; border-top-width: 8px; }"),
}  # fmt: skip
STYLES = PALETTES | LOOKS

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
    "gray": "#666d75", "dark grey": "#3b4047", "light grey": "#d5d9de", "dark gray": "#3a3f45", "light gray": "#d6dade", "amber": "#e8a317", "apricot": "#f7b27a", "rose": "#e06f8b", "tomato": "#e0492f", "wine red": "#6a1b32",
    "ruby": "#a3123f", "midnight blue": "#15204a", "aqua": "#3fc6cf", "lime": "#a5cf2e", "lime green": "#7cc22f", "neon green": "#4ade45", "ochre": "#c48a2a", "copper": "#a85f32", "bronze": "#8c6a32", "champagne": "#f2e3c6",
    "off-white": "#faf8f2", "blush": "#f4cfd0", "moss green": "#5c7038", "olive green": "#6c7a2b", "mint green": "#8edcae", "sea green": "#2a8f68", "light pink": "#f6bfd2", "dark purple": "#3f1d63", "light purple": "#c4a5e8",
    "steel blue": "#40719c", "powder blue": "#bcd8ea", "pastel blue": "#b5d3f0", "pastel pink": "#f6c9da", "pastel green": "#bfe3c0", "pastel yellow": "#faedac", "brick red": "#a23b2c", "cherry red": "#c11a3a", "aubergine": "#41203f",
    "bright yellow": "#f8d51c", "bright blue": "#1f6ff0", "bright green": "#2fb344", "deep blue": "#17307c", "deep red": "#8f1520", "soft pink": "#f2c6d3", "soft yellow": "#f9e9a8", "burnt orange": "#bb5219", "baby blue": "#bfe0f5",
    "moss": "#5f7340", "jade": "#12906a", "fuchsia": "#c81f8f", "cobalt blue": "#1c47b8", "petrol": "#0f5563", "mauve": "#a77ba5", "scarlet": "#cc2420", "periwinkle": "#8d95e6", "dusty pink": "#d9a5ae", "sunflower yellow": "#f7c52d", "taupe": "#8a7d70", "sienna": "#9c4a2b",
    "dark brown": "#4a2c17", "light brown": "#a97c50", "dark pink": "#b02a68", "light yellow": "#faf0b3", "bright pink": "#e8308f", "bright purple": "#8b2be0", "warm grey": "#77706a", "caramel": "#b5743a", "pistachio": "#a9c987", "cobalt": "#1d48b9", "raspberry": "#a9184f", "anthracite": "#2f343a",
}  # fmt: skip

BASE = """\
* { box-sizing: border-box; }
body { margin: 0; border-top: 4px solid var(--accent); font: 16px/1.6 var(--font); color: var(--text); background: var(--bg); overflow-wrap: break-word; }
h1, h2, h3 { margin: 0 0 0.5em; font-family: var(--title); line-height: 1.2; text-wrap: balance; }
p { margin: 0 0 1em; }
a { color: inherit; }
img { max-width: 100%; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }"""

COMPONENTS: dict[str, str] = {
    "wrap": ".wrap { max-width: 64rem; margin: 0 auto; padding: 2rem 1.25rem; }",
    "narrow": ".narrow { max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem; }",
    "stack": "main > * + * { margin-top: 1.5rem; }",
    "center": "main { min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; }",
    "centered": "main { text-align: center; }",
    "split": ".split { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 2rem; align-items: center; }",
    "sidebar": ".sidebar { display: grid; gap: 2rem; }\n@media (min-width: 45rem) { .sidebar { grid-template-columns: 14rem 1fr; } }",
    "card": ".card { background: var(--surface); border: var(--edge) solid var(--line); border-radius: var(--radius); padding: var(--space); box-shadow: var(--shadow); }\n.card > :last-child { margin-bottom: 0; }",
    "panel": ".panel { width: 100%; max-width: 26rem; background: var(--surface); border: var(--edge) solid var(--line); border-radius: var(--radius); padding: 2rem; box-shadow: var(--shadow); }",
    "grid": ".grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: var(--space); }",
    "button": "button, .button { display: inline-block; padding: 0.7em 1.4em; border: 0; border-radius: var(--radius); background: var(--accent); "
    "color: var(--on-accent); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }",
    "form": "form { display: grid; gap: 1rem; }\nlabel { display: grid; gap: 0.3rem; font-weight: 600; }\n"
    "input, select, textarea { width: 100%; padding: 0.6em 0.75em; border: var(--edge) solid var(--muted); border-radius: var(--radius); background: var(--bg); color: var(--text); font: inherit; }",
    "check": ".check { display: flex; gap: 0.5rem; align-items: center; font-weight: 400; }\n.check input { width: auto; }",
    "search": "[role=search] { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: end; margin-bottom: 1.5rem; }\n[role=search] label { flex: 1; min-width: 10rem; }",
    "table": "table { width: 100%; border-collapse: collapse; }\nth, td { padding: 0.65em 0.55em; overflow-wrap: anywhere; border: var(--edge) solid var(--line); text-align: left; }\nth { background: var(--surface); }\ncaption { margin-bottom: 0.6em; font-weight: 600; text-align: left; }",
    "month": ".month { table-layout: fixed; }\n.month th, .month td { height: 3.5rem; padding: 0.3rem; vertical-align: top; font-size: 0.85rem; }\n.month th { height: auto; }\n.month b { display: block; }",
    "list": "li { margin: 0.35em 0; }",
    "plain": ".plain { padding: 0; list-style: none; }",
    "rows": ".rows { padding: 0; list-style: none; }\n.rows li { display: flex; justify-content: space-between; gap: 1rem; padding: 0.6rem 0; border-bottom: var(--edge) solid var(--line); }",
    "dishes": ".dishes { padding: 0; list-style: none; }\n.dishes li { display: flex; justify-content: space-between; gap: 1rem; padding: 0.6rem 0; border-bottom: 1px dotted var(--muted); }",
    "ticks": ".ticks { padding: 0; list-style: none; }\n.ticks li { margin: 0.5em 0; padding-left: 1.6em; text-indent: -1.6em; }\n.ticks li::before { content: \"✓\"; display: inline-block; width: 1.6em; text-indent: 0; font-weight: 700; }",
    "steps": ".steps { display: grid; gap: 1.5rem; padding: 0; list-style: none; counter-reset: step; }\n.steps li { display: grid; grid-template-columns: 2.5rem 1fr; column-gap: 1rem; }\n.steps li::before { counter-increment: step; content: counter(step); grid-row: span 9; display: grid; place-items: center; height: 2.5rem; border-radius: 50%; background: var(--accent); color: var(--on-accent); font-weight: 700; }",
    "timeline": ".timeline { padding-left: 1.5rem; border-left: 3px solid var(--accent); list-style: none; }\n.timeline li { margin-bottom: 1.25rem; }\n.timeline p { margin: 0; }",
    "board": ".board { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 1rem; align-items: start; }\n.board section { padding: 1rem; background: var(--surface); border-radius: var(--radius); }\n.board ul { padding: 0; list-style: none; }\n.board li { margin-bottom: 0.6rem; padding: 0.6rem 0.9rem; border: var(--edge) solid var(--line); border-radius: var(--radius); background: var(--bg); }",
    "chat": ".chat { display: grid; gap: 0.75rem; padding: 0; list-style: none; }\n.chat li { justify-self: start; max-width: 80%; padding: 0.6rem 1rem; border-radius: var(--radius); background: var(--surface); }\n.chat .mine { justify-self: end; background: var(--accent); color: var(--on-accent); }\n.chat b { display: block; font-size: 0.85rem; }",
    "links": ".links { display: grid; gap: 0.75rem; padding: 0; list-style: none; }\n.links a { display: block; text-align: center; }",
    "facts": "dl { display: grid; grid-template-columns: auto 1fr; gap: 0.4rem 1.25rem; }\ndt { font-weight: 600; }\ndd { margin: 0; }",
    "row": ".row { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: end; }",
    "pad": ".pad { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0.5rem; max-width: 16rem; margin: 1rem 0; }",
    "muted": ".muted { color: var(--muted); }",
    "tag": ".tag { display: inline-block; padding: 0.1em 0.75em; border-radius: 99px; background: var(--accent); color: var(--on-accent); font-size: 0.85rem; font-weight: 600; }",
    "avatar": ".avatar { display: grid; flex: none; place-items: center; width: 3.5rem; height: 3.5rem; border-radius: 50%; background: var(--accent); color: var(--on-accent); font-size: 1.25rem; font-weight: 700; }",
    "person": ".person { display: flex; gap: 1rem; align-items: center; }\n.person p, .person h1, .person h3 { margin: 0; }",
    "stars": ".stars { font-size: 1.25rem; letter-spacing: 0.15em; }",
    "alert": ".alert { margin-bottom: 1rem; padding: 1rem 1.25rem; border-left: 5px solid var(--accent); border-radius: var(--radius); background: var(--surface); }",
    "banner": ".banner { margin: 0; padding: 0.75rem 1.25rem; background: var(--accent); color: var(--on-accent); text-align: center; font-weight: 600; }",
    "cookie": ".cookie { position: sticky; bottom: 1rem; display: flex; flex-wrap: wrap; gap: 1rem; align-items: center; justify-content: space-between; padding: 1rem 1.25rem; border-radius: var(--radius); background: var(--text); color: var(--bg); }\n.cookie p { margin: 0; }",
    "toast": ".toast { position: fixed; right: 1rem; bottom: 1rem; margin: 0; padding: 0.8rem 1.25rem; border-radius: var(--radius); background: var(--text); color: var(--bg); }",
    "empty": ".empty { padding: 3rem 1.25rem; border: 2px dashed var(--line); border-radius: var(--radius); color: var(--muted); text-align: center; }",
    "dialog": "dialog { max-width: 26rem; padding: var(--space); border: var(--edge) solid var(--line); border-radius: var(--radius); background: var(--surface); color: var(--text); }\ndialog::backdrop { background: rgb(0 0 0 / 55%); }",
    "tabs": "[role=tablist] { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-bottom: 1rem; }\n[role=tab][aria-selected=false] { background: var(--surface); color: var(--text); }",
    "header": "header { display: flex; flex-wrap: wrap; gap: 1rem; justify-content: space-between; align-items: center; padding: 1rem 1.25rem; border-bottom: var(--edge) solid var(--line); }\n.brand { font: 700 1.2rem var(--title); }",
    "nav": "nav ul { display: flex; flex-wrap: wrap; gap: 1.25rem; margin: 0; padding: 0; list-style: none; }\nnav a { text-decoration: none; }\nnav a:hover { text-decoration: underline; }",
    "side": ".side ul { display: grid; gap: 0.25rem; margin: 0; padding: 0; list-style: none; }\n.side a { display: block; padding: 0.4rem 0.75rem; border-radius: var(--radius); text-decoration: none; }\n.side [aria-current] { background: var(--accent); color: var(--on-accent); }",
    "crumbs": "nav ol { display: flex; flex-wrap: wrap; gap: 0.5rem; padding: 0; list-style: none; }\nnav li + li::before { content: \"/ \"; color: var(--muted); }",
    "pages": ".pages ul { display: flex; flex-wrap: wrap; gap: 0.5rem; padding: 0; list-style: none; }\n.pages a { display: block; padding: 0.4em 0.9em; border: var(--edge) solid var(--line); border-radius: var(--radius); text-decoration: none; }\n.pages [aria-current] { background: var(--accent); color: var(--on-accent); }",
    "hero": ".hero { padding: 4.5rem 1.25rem; text-align: center; background: linear-gradient(160deg, var(--surface), var(--bg)); border-bottom: var(--edge) solid var(--line); }\n.hero h1 { font-size: clamp(2.25rem, 7vw, 4rem); }\n.hero p { max-width: 38rem; margin: 0 auto 1.5rem; color: var(--muted); font-size: 1.15rem; }",
    "section": "section { padding: 1.75rem 0; }",
    "price": ".price { font-size: 1.6rem; font-weight: 700; }",
    "big": "output, .big { display: block; font: 700 clamp(2.5rem, 10vw, 4rem)/1.1 var(--title); }",
    "quote": "blockquote { margin: 0; padding: 1rem 1.25rem; border-left: 4px solid var(--accent); background: var(--surface); }",
    "figure": "figure { margin: 0; }\nfigcaption { padding-top: 0.5rem; color: var(--muted); }",
    "photo": ".photo { aspect-ratio: 4 / 3; margin-bottom: 0.75rem; border-radius: var(--radius); background: linear-gradient(135deg, var(--surface), var(--accent)); }",
    "map": ".map { aspect-ratio: 16 / 7; border: var(--edge) solid var(--line); border-radius: var(--radius); background: radial-gradient(circle, var(--accent) 0.6rem, transparent 0.65rem), repeating-linear-gradient(25deg, var(--surface) 0 2.5rem, var(--line) 2.5rem 2.7rem); }",
    "logos": ".logos { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; padding: 0; color: var(--muted); font: 700 1.15rem var(--title); list-style: none; }",
    "progress": "progress { width: 100%; height: 1.2rem; accent-color: var(--accent); }",
    "faq": "details { padding: 0.9rem 0; border-bottom: var(--edge) solid var(--line); }\nsummary { font-weight: 600; cursor: pointer; }",
    "stats": ".stats { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 1rem; }\n.stats b { display: block; font: 700 2rem/1.2 var(--title); }",
    "code": "pre { padding: 1rem; overflow: auto; border-radius: var(--radius); background: var(--surface); }",
    "columns": ".columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 1.5rem; text-align: left; }\n.columns ul { padding: 0; list-style: none; }",
    "footer": "footer { padding: 1.5rem 1.25rem; border-top: var(--edge) solid var(--line); color: var(--muted); text-align: center; }",
}
