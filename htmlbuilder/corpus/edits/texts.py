"""Changes of texts: one by what it is or by how it reads, a name everywhere, the title, prices and years, labels in other languages."""

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

from htmlbuilder.checks import SHOWN_ATTRIBUTES, fold
from htmlbuilder.corpus.draw import Draw, records
from htmlbuilder.corpus.edits.asking import bare, quoted, say
from htmlbuilder.corpus.edits.change import Change, change, gone
from htmlbuilder.corpus.edits.source import Page, Span, Text, attribute
from htmlbuilder.corpus.edits.targets import GROUPS, point, run_of
from htmlbuilder.corpus.markup import esc
from htmlbuilder.corpus.wish import shows

LABELS, SENTENCES = ("button", "link", "column", "label", "option", "legend", "action", "term"), ("paragraph", "quote", "footer")
LANGUAGES = {"German": "de", "French": "fr", "Spanish": "es", "Italian": "it", "Portuguese": "pt"}
# More often than by chance: what people change most.
OFTEN = ("h1", "h1", "button", "button", *GROUPS)


def fresh(draw: Draw, group: str) -> str:
    """A new text for an element of the group."""
    if group in SENTENCES and draw.chance(0.6):
        return draw.sentence()
    if group == "cite":
        return draw.person()
    if group == "brand":
        return draw.brand()
    if group == "column" and draw.chance(0.5):
        return draw.pick(draw.pick(records("columns"))[1].split(";"))
    if group == "label" and draw.chance(0.5):
        return draw.pick(records("fields"))[0]
    if group in LABELS:
        bank = {"button": "buttons", "action": "buttons", "link": "links"}.get(group)
        return draw.word(bank) if bank and draw.chance(0.5) else draw.label()
    return draw.code() if draw.chance(0.05) else draw.phrase()


@change("text", 36)
def text(draw: Draw, page: Page) -> Change | None:
    """The text of one element, which is pointed at."""
    group = draw.pick(OFTEN)
    nodes = [node for node in GROUPS[group].find(page) if run_of(page, node)]
    if not nodes:
        return None
    node, new = draw.pick(nodes), fresh(draw, group)
    run = run_of(page, node)
    what = point(draw, page, group, node)
    if not run or not what or fold(new) in fold(run.text) or run.text == new:
        return None
    if bare(draw, new):
        words = say(draw, "text.to", last="{new}", what=what, new=draw.keep(new))
    else:
        words = say(draw, "text.to", what=what, new=quoted(draw, new))
    return Change(words, [page.say(run, new)], (shows(new, GROUPS[group].selector),))


@change("text", 9)
def wording(draw: Draw, page: Page) -> Change | None:
    """A text that is quoted, wherever the page has it; it is nowhere a part of another text."""
    run = draw.pick((draw.chance(0.5) and _alike(page)) or page.texts)
    if len(run.text) > 80 or run.parent.name in ("script", "style") or not re.search(r"\w", run.text):
        return None
    same = [each for each in page.texts if each.text == run.text]
    if _count(page, run.text) != len(same) or any(each.parent.name == "textarea" for each in same):
        return None
    new = fresh(draw, "button" if len(run.text) < 20 else "quote" if run.text.endswith(".") else "h1")
    if fold(new) in fold(run.text) or fold(run.text) in fold(new):
        return None
    if bare(draw, run.text) and bare(draw, new) and not re.search(r"\b(?:to|with|by|into|as|for|not|but|of|is)\b", run.text):
        words = say(draw, "text.quoted", last="{new}", old=draw.keep(run.text), new=draw.keep(new))
    else:
        words = say(draw, "text.quoted", old=quoted(draw, run.text), new=quoted(draw, new))
    return Change(words, [page.say(each, new) for each in same], (shows(new, "html"), gone(run.text, "html")))


@change("text", 21)
def name(draw: Draw, page: Page) -> Change | None:
    """A name, in all texts that have it, whatever stands around it."""
    heading = page.first("h1")
    run = page.run(heading) if heading else None
    brand = page.first("span", cls="brand")
    old = (page.text(brand) if brand and draw.chance(0.7) else run.text if run else "").strip()
    holding = [each for each in page.texts if _has(each.text, old)] if old else []
    if len(holding) < 2 or len(old) > 40 or sum(each.text != old for each in holding) == 0:
        return None
    new = draw.brand()
    once = all(fold(each.text).count(fold(old)) == 1 for each in holding)
    if old.casefold() in new.casefold() or not once or len(holding) != _count(page, old):
        return None
    spans: list[Span] = []
    for each in holding:
        at = page.html[each.start : each.end].find(esc(old))
        if at < 0:
            return None
        spans.append((each.start + at, each.start + at + len(esc(old)), esc(new)))
    words = say(draw, "rename", old=draw.keep(old) if draw.chance(0.5) else quoted(draw, old), new=quoted(draw, new))
    return Change(words, spans, (shows(new, "title, h1, .brand, footer"), gone(old, "body")))


@change("title", 1.6)
def title(draw: Draw, page: Page) -> Change | None:
    node = page.first("title")
    run = page.run(node) if node else None
    new = draw.phrase()
    if not run or run.text == new:
        return None
    return Change(say(draw, "title", new=quoted(draw, new)), [page.say(run, new)], (shows(new, "title"),))


@change("text", 8)
def price(draw: Draw, page: Page) -> Change | None:
    """A price or another figure that the page shows once."""
    figures = [(run, match) for run in page.texts for match in re.finditer(r"[$£€₹]\d+(?:[.,]\d+)?|\d+(?:[.,]\d+)? (?:€|kr)(?!\w)", run.text)]
    if not figures:
        return None
    run, match = draw.pick(figures)
    old, new = match[0], draw.price()
    if page.html.count(old) != 1 or old in new or new in old or run.text.count(old) != 1:
        return None
    at = page.html.index(old)
    card = run.parent.within("div", "li", "tr", "article")
    named = next((page.text(node) for node in card.walk() if node.name in ("h3", "td", "b", "span") and page.run(node) and old not in page.text(node)), "") if card else ""
    key = "price.of" if named and page.html.count(esc(named)) < 3 and draw.chance(0.6) else "price"
    words = say(draw, key, old=draw.keep(old), new=draw.keep(new), name=draw.quote(named))
    return Change(words, [(at, at + len(old), new)], (shows(new), gone(old)))


@change("text", 8)
def year(draw: Draw, page: Page) -> Change | None:
    footer = page.first("footer")
    match = re.search(r"\b20\d\d\b", page.html[footer.inner : footer.close]) if footer else None
    if not footer or not match:
        return None
    new = str(draw.rng.randint(2019, 2039))
    if new == match[0]:
        return None
    at = footer.inner + match.start()
    return Change(say(draw, "year", new=new), [(at, at + 4, new)], (shows(new, "footer"),))


@cache
def dictionary() -> dict[str, dict[str, str]]:
    """English label -> language -> the same label in it."""
    return tomllib.loads(Path(__file__).with_name("dictionary.toml").read_text(encoding="utf-8"))


@change("translate", 40)
def translate(draw: Draw, page: Page) -> Change | None:
    """The labels and buttons of the form, or the words of the menu, in another language, if all of them are known."""
    menu = page.first("nav")
    form = page.first("form")
    if menu and (not form or draw.chance(0.5)):
        key, runs = "translate.menu", [each for each in page.texts if menu.start < each.start < menu.end]
        selector = "nav"
    elif form and len(page.all("form")) == 1:
        labels = [run for node in page.all("label") if node.within("form") if (run := run_of(page, node))]
        buttons = [run for node in page.all("button") if node.within("form") if (run := page.run(node))]
        which = draw.pick(("form", "form", "labels", "buttons"))
        runs = {"form": labels + buttons, "labels": labels, "buttons": buttons}[which]
        key, selector = f"translate.{which}", "form"
    else:
        return None
    words = dictionary()
    if not runs or any(run.text not in words for run in runs):
        return None
    language = draw.pick(tuple(LANGUAGES))
    pairs = [(run, words[run.text][LANGUAGES[language]]) for run in runs]
    spans = [page.say(run, new) for run, new in pairs if run.text != new]
    before = fold(" ".join(run.text for run in runs))
    requires = tuple(shows(new, selector) for new in dict.fromkeys(new for _, new in pairs) if fold(new) not in before)
    if not requires:
        return None
    return Change(say(draw, key, language=language), spans, requires)


@change("text", 2.5)
def placeholder(draw: Draw, page: Page) -> Change | None:
    """An example inside a field that has none."""
    found = [(node, field) for node in GROUPS["label"].find(page) for field in node.children if field.name in ("input", "textarea") and "placeholder" not in field.attributes]
    found = [(node, field) for node, field in found if field.attributes.get("type", "text") in ("text", "email", "tel", "url", "search", "number", "password") or field.name == "textarea"]
    if not found:
        return None
    node, field = draw.pick(found)
    what, new = point(draw, page, "label", node), draw.phrase()
    run = run_of(page, node)
    if not what or not run:
        return None
    what = draw.pick((f"the {quoted(draw, run.text)} field", f"the field {quoted(draw, run.text)}", f"the {draw.keep(run.text)} field"))
    markup = f'placeholder="{attribute(new)}"'
    return Change(say(draw, "placeholder", what=what, new=quoted(draw, new)), [page.with_attribute(field, markup)], (shows(new, "[placeholder]"),))


def _alike(page: Page) -> list[Text]:
    """The texts that start like another one of the page: those are easily taken for each other."""
    firsts = Counter(each.text.split()[0].casefold() for each in page.texts)
    return [each for each in page.texts if firsts[each.text.split()[0].casefold()] > 1]


def _has(text: str, part: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text))


def _count(page: Page, old: str) -> int:
    """In how many texts, and attributes that are shown or read out, the page has these letters."""
    attributes = [value for node in page.nodes for key, value in node.attributes.items() if key in (*SHOWN_ATTRIBUTES, "value")]
    return sum(fold(old) in fold(shown) for shown in [*(each.text for each in page.texts), *attributes])
