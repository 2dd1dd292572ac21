"""A skill that the embedded model lacks, to show on a small scale that tuning teaches one: the pages of a house style.

The house is called Lyra. It has elements of its own (`<ly-card tone="mint">`), exact class names, and words for what a
person asks for in plain ones: who asks for a green card gets the tone "mint". None of that stands in a prompt, so it has to be
learned; every text of a page does, so it has to be copied. No page of the rest of the corpus knows any of it.
"""

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus.draw import Draw, Split
from htmlbuilder.corpus.markup import Html, document, tag
from htmlbuilder.corpus.sample import Sample, is_held_out
from htmlbuilder.corpus.wish import exactly, has, shows

NAME = "lyra"
SPLITS: tuple[Split, ...] = ("train", "heldout", "unseen")  # of the corpus: for training, validation and test
# What a person says -> what the house calls it.
MOODS = {"quiet": "calm", "cheerful": "bright", "dark": "dusk"}
TONES = {"green": "mint", "red": "coral", "blue": "tide", "yellow": "amber"}
NOTES = {"hint": "tip", "warning": "alert", "disclaimer": "legal"}
SIZES = {"small ": "s", "": "m", "big ": "l"}
CSS = """\
ly-page, ly-head, ly-row, ly-card, ly-note, ly-act { display: block; }
ly-page { max-width: 48rem; margin: 0 auto; padding: 1rem; font-family: sans-serif; }
ly-card { border-left: 0.5rem solid; padding: 0.5rem 1rem; margin: 1rem 0; }
[tone="mint"] { border-color: #2f9e77; }
[tone="coral"] { border-color: #d6554a; }
[tone="tide"] { border-color: #2f6fb5; }
[tone="amber"] { border-color: #c98a12; }
[mood="dusk"] { background: #16202c; color: #eef2f6; }
[mood="dusk"] a { color: #9cc9ff; }"""

Part = tuple[str, Html, list[Requirement]]  # what is said, what is built, what must be there


def pair(seed: int, index: int, split: Split = "train") -> Sample:
    """The pair with that number, of one of the `SPLITS`: "unseen" has texts of words that training never draws."""
    attempt = 0
    while True:
        draw = Draw(f"{NAME}/{seed}/{split}/{index}/{attempt}", split)
        sample = _page(draw)
        if split == "unseen" or is_held_out(sample.prompt) == (split == "heldout"):
            return sample
        attempt += 1


def _page(draw: Draw) -> Sample:
    mood = draw.pick(tuple(MOODS))
    title, lead = draw.brand(), draw.sentence()
    head = tag("ly-head", tag("h1", title, class_="ly-head__title"), tag("p", lead, class_="ly-head__lead"))
    root = f'ly-page[mood="{MOODS[mood]}"]'
    requires = [
        exactly(f"body > {root}", 1),
        shows(title, "title"),
        shows(title, f"{root} > ly-head > h1.ly-head__title"),
        shows(lead, "ly-head > p.ly-head__lead"),
    ]
    parts = [_cards(draw), *([_note(draw)] if draw.chance(0.5) else []), *([_action(draw)] if draw.chance(0.6) else [])]
    said = draw.pick((
        f"Create a {mood} Lyra page called “{title}” with the lead “{lead}”.",
        f"Make me a {mood} page in the Lyra style. Its name is “{title}”, its lead “{lead}”.",
        f"I need a {mood} page for “{title}” in our house style, Lyra. The lead says “{lead}”.",
        f"Lyra page, {mood}: “{title}”, lead “{lead}”.",
    ))
    prompt = " ".join([said, *(part[0] for part in parts)])
    page = document(title, CSS, tag("ly-page", head, *(part[1] for part in parts), mood=MOODS[mood]))
    requires += [exactly(name, page.count(f"<{name}")) for name in ("ly-note", "ly-act")]
    requires += [requirement for part in parts for requirement in part[2]]
    return Sample(NAME, prompt, str(page), tuple(requires))


def _cards(draw: Draw) -> Part:
    """A row of one to four cards, numbered."""
    tones = [draw.pick(tuple(TONES)) for _ in range(draw.count(1, 4))]
    texts = [(draw.phrase(), draw.sentence() if draw.chance(0.5) else "", draw.price() if draw.chance(0.3) else "") for _ in tones]
    cards, said = [], []
    requires = [exactly("ly-row", 1), exactly("ly-card", len(tones)), exactly(f'ly-page > ly-row[cols="{len(tones)}"] > ly-card', len(tones))]
    for number, (tone, (name, text, price)) in enumerate(zip(tones, texts, strict=True), 1):
        card = f'ly-card[tone="{TONES[tone]}"][data-ly="{number}"]'
        requires += [shows(name, f"{card} > h2.ly-card__name")]
        requires += [shows(text, f"{card} > p.ly-card__text")] if text else [has(f"{card} > p", 0, 0)]
        requires += [shows(price, f"{card} > ly-tag")] if price else [has(f"{card} > ly-tag", 0, 0)]
        children = [tag("h2", name, class_="ly-card__name"), tag("p", text, class_="ly-card__text") if text else None, tag("ly-tag", price) if price else None]
        cards.append(tag("ly-card", *children, tone=TONES[tone], data_ly=number))
        said.append(f"{tone} “{name}”" + (f" saying “{text}”" if text else "") + (f" for “{price}”" if price else ""))
    count = draw.say(len(tones))
    counted = "a card" if len(tones) == 1 else f"{count} cards"
    lead = draw.pick((f"It has {counted}: ", f"Add {counted}: ", f"With {counted}: "))
    return lead + ", ".join(said) + ".", tag("ly-row", *cards, cols=len(tones)), requires


def _note(draw: Draw) -> Part:
    kind, text = draw.pick(tuple(NOTES)), draw.sentence()
    said = draw.pick((f"Below, a {kind}: “{text}”.", f"Put a {kind} saying “{text}” under it.", f"And a {kind}, “{text}”."))
    return said, tag("ly-note", text, kind=NOTES[kind]), [shows(text, f'ly-page > ly-note[kind="{NOTES[kind]}"]')]


def _action(draw: Draw) -> Part:
    size, label = draw.pick(tuple(SIZES)), draw.label()
    said = draw.pick((f"End with a {size}button “{label}”.", f"A {size}button says “{label}”.", f"Last comes a {size}button, “{label}”."))
    link = tag("a", label, class_="ly-act__link", href="#next")
    return said, tag("ly-act", link, size=SIZES[size]), [shows(label, f'ly-page > ly-act[size="{SIZES[size]}"] > a.ly-act__link[href="#next"]')]
