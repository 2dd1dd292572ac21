"""What a change is: how it is asked for, what it does to the source, and what the page must then have."""

from collections.abc import Callable
from dataclasses import dataclass

from htmlbuilder.checks import Requirement
from htmlbuilder.corpus.draw import Draw
from htmlbuilder.corpus.edits.source import Page, Span


@dataclass(frozen=True, slots=True)
class Change:
    """`said` is a wording of `asking`, filled; `spans` are for `source.patch`."""

    said: str
    spans: list[Span]
    requires: tuple[Requirement, ...]


Maker = Callable[[Draw, Page], Change | None]
CHANGES: dict[str, list[tuple[Maker, float]]] = {}


def change(category: str, weight: float = 1.0) -> Callable[[Maker], Maker]:
    """Registers a change that answers None for a page it cannot be made to. `weight` says how often it is tried:
    what suits few pages is tried more."""

    def register(maker: Maker) -> Maker:
        CHANGES.setdefault(category, []).append((maker, weight))
        return maker

    return register


def gone(text: str, selector: str = "body") -> Requirement:
    """No such element shows the text any more."""
    return Requirement(selector=selector, text=text, min=0, max=0)
