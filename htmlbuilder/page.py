"""Model text -> Page: the document in it, and what had to be mended. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """`html` is a document a browser can show. `repairs` names each thing that was mended, in plain words."""

    html: str
    repairs: tuple[str, ...]


def read_page(text: str) -> Page:
    """Reads the page out of what a model wrote."""
    return Page(text, ())
