"""Things that people ask for without a word of what is in them: what such a thing usually holds."""

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus.blocks.words import ask
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.kinds.forms import EMAIL, MESSAGE, NAME, PASSWORD
from htmlbuilder.corpus.markup import Html, tag
from htmlbuilder.corpus.sections import Part
from htmlbuilder.corpus.wish import Ask, has, shows

LOREM = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua."


def _form(button: str, *fields: Html) -> Html:
    return tag("form", *fields, tag("button", button, type="submit"))


USUAL: dict[str, tuple[Html, tuple[Requirement, ...], tuple[str, ...]]] = {
    "contact": (_form("Send", NAME.html(), EMAIL.html(), MESSAGE.html()), (has("form input[type=email]"), has("form textarea")), ("form", "button")),
    "login": (_form("Log in", EMAIL.html(), PASSWORD.html()), (has("form input[type=email]"), has("form input[type=password]")), ("form", "button")),
    "photo": (tag("div", class_="photo", role="img", aria_label="Photo"), (has("[role=img]"),), ("photo",)),
    "lorem": (tag("p", LOREM), (shows("Lorem ipsum", "p"),), ()),
    "video": (tag("p", tag("video", controls=True, aria_label="Video", style="max-width: 100%")), (has("video"),), ()),
    "map": (tag("div", class_="map", role="img", aria_label="Map"), (has(".map[role=img]"),), ("map",)),
    "portrait": (tag("div", class_="photo", role="img", aria_label="Portrait", style="width: 10rem; aspect-ratio: 1; border-radius: 50%"), (has("[role=img]"),), ("photo",)),
}  # fmt: skip


def usual(draw: Draw, asks: list[Ask]) -> Part:
    name = draw.pick(tuple(USUAL))
    html, needed, components = USUAL[name]
    asks.append(ask(draw, f"usual.{name}", needed))
    return Part(html, components)
