"""A fake of `htmlbuilder.corpus.sample` for the tests of the making road: tiny, fast, and with names to copy."""

import random
import re
from dataclasses import dataclass

SYLLABLES = "ka zu mi ro sen ta lor bra fin dell os vi quar ne tho ñu él".split()
THINGS = ("features", "dishes", "services", "rooms", "lessons")


@dataclass(frozen=True)
class FakeSample:
    prompt: str
    page: str
    requirements: tuple[object, ...] = ()
    html: str = ""


def fake_sample(seed: int, index: int, split: str = "train") -> FakeSample:
    draw = random.Random(f"{seed}/{split}/{index}")

    def name() -> str:
        return "".join(draw.choices(SYLLABLES, k=draw.randint(2, 4))).capitalize()

    brand, thing, items = f"{name()} {name()}", draw.choice(THINGS), [name() for _ in range(draw.randint(2, 7))]
    price, hue = draw.randint(1, 9999), draw.choice(("#0b63a5", "#9a5b13", "#2c6e3f"))
    prompt = f"A page for “{brand}” with the {thing} {', '.join(items[:-1])} and {items[-1]}, from ${price / 100:.2f}."
    rows = "".join(f'      <li class="item"><a href="#{i}">{item}</a></li>\n' for i, item in enumerate(items))
    page = (
        f'<!doctype html>\n<html lang="en">\n<head>\n  <meta charset="utf-8">\n  <title>{brand}</title>\n  <style>\n'
        f"    :root {{ --accent: {hue}; }}\n    body {{ margin: 0; color: var(--accent); }}\n"
        "    .item { padding: 0.5rem 1rem; border-radius: var(--radius); }\n  </style>\n</head>\n<body>\n  <main>\n"
        f"    <h1>{brand}</h1>\n    <p>From ${price / 100:.2f}, and the {thing} are our own.</p>\n"
        f"    <ul>\n{rows}    </ul>\n"
        "  </main>\n</body>\n</html>\n"
    )
    return FakeSample(prompt, page)


def fake_mix(seed: int, index: int, split: str = "train") -> FakeSample:
    """The same, but each third changes the price on a page."""
    drawn = fake_sample(seed, index, split)
    if index % 3:
        return drawn
    return FakeSample("Make it $5.50", re.sub(r"From \$[0-9.]+", "From $5.50", drawn.page), (), drawn.page)
