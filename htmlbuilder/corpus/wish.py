"""A wish: what is asked for, the page that grants it, and the words it can be asked in.

A page kind draws its facts, states each as an `Ask`, builds the page, and returns a `Wish`. `phrase` turns the asks into a
prompt in one of many voices. The kinds know nothing of voices, and the voices nothing of kinds.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.markup import Html


@dataclass(slots=True)
class Ask:
    """One thing a person asks for, in the forms it can take, and what the page must then have.

    `heads` stand before the noun ("a dark login page"); they never are the only form. `tails` follow the noun directly ("for a bakery called X"), `withs` are noun phrases for lists ("a search box"),
    `says` are whole sentences ("The button should say X."). At least one form is there; the voice picks one.
    """

    tails: tuple[str, ...] = ()
    withs: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    requires: tuple[Requirement, ...] = ()
    heads: tuple[str, ...] = ()


@dataclass(slots=True)
class Wish:
    """A page and how it may be asked for.

    `nouns` name the kind of page without an article ("login page"), none where the facts have to speak for themselves; `needs` are whole sentences that imply it ("My members
    must be able to sign in."), used in place of the noun in some voices. `ordered` asks mostly keep their order in the prompt.
    `arrange`, where a page's order follows from the prompt's, turns the finished prompt into the prompt and the page.
    """

    nouns: tuple[str, ...]
    page: Html
    asks: list[Ask]
    needs: tuple[str, ...] = ()
    requires: tuple[Requirement, ...] = field(default=())
    ordered: bool = False
    arrange: Callable[[str], tuple[str, Html]] | None = None


Maker = Callable[[Draw], Wish]
KINDS: dict[str, tuple[Maker, float]] = {}


def kind(name: str, weight: float = 1.0) -> Callable[[Maker], Maker]:
    """Registers a page kind. `weight` is its share of the corpus against the others."""

    def register(maker: Maker) -> Maker:
        if name in KINDS:
            raise ValueError(f"two kinds are called {name}")
        KINDS[name] = (maker, weight)
        return maker

    return register


def shows(text: str, selector: str = "body", at_least: int = 1) -> Requirement:
    """The page shows `text`, in an element that matches `selector`."""
    return Requirement(selector=selector, text=text, min=at_least)


def has(selector: str, low: int = 1, high: int | None = None) -> Requirement:
    """At least `low`, and at most `high`, elements match."""
    return Requirement(selector=selector, min=low, max=high)


def exactly(selector: str, number: int) -> Requirement:
    return Requirement(selector=selector, min=number, max=number)


def colored(color: str) -> Requirement:
    """The page's styles use the colour: a hex value or a hue."""
    return Requirement(color=color)
