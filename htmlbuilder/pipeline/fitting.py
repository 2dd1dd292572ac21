"""What can be done with a page that is longer than a model's context: write it tighter, or cut it into its sections."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from bs4 import BeautifulSoup, Tag

BLOCKS = "header nav main section article aside footer div form table ul ol".split()
HEADINGS = "h1 h2 h3 h4 h5 h6".split()
NAMES = {"div": "section", "nav": "navigation", "main": "main part", "ul": "list", "ol": "list"}
LONGEST_NAME = 60  # characters


class Section(NamedTuple):
    """A part of a page as a document of its own. `asked` is what a prompt adds to ask for no more than it."""

    asked: str
    page: str


def minified(page: str) -> str:
    """The same page without comments, indentation and needless quotes. Its scripts stay as they are."""
    import minify_html

    return minify_html.minify(
        page,
        keep_closing_tags=True,
        keep_html_and_head_opening_tags=True,
        keep_input_type_text_attr=True,
        minify_css=True,
    )


def sections(page: str, fits: Callable[[Section], bool]) -> list[Section]:
    """The largest blocks of the page that fit, each with the page's head, or with its title alone where that is needed.

    A block that does not fit is cut into those inside it. What stands between blocks is lost, and so are empty ones.
    """
    soup = BeautifulSoup(page, "html.parser")
    language = f' lang="{soup.html["lang"]}"' if soup.html and soup.html.has_attr("lang") else ""
    title = str(soup.title) if soup.title else "<title></title>"
    heads = [str(soup.head)] if soup.head else []
    heads += [f'<head>\n<meta charset="utf-8">\n{title}\n</head>']
    frames = [(f"<!DOCTYPE html>\n<html{language}>\n{head}\n<body>\n", "\n</body>\n</html>\n") for head in heads]
    return list(_cut(soup.body or soup, frames, fits))


def _cut(body: Tag, frames: list[tuple[str, str]], fits: Callable[[Section], bool]) -> Iterator[Section]:
    waiting = _blocks(body)
    while waiting:
        block = waiting.pop()
        if not block.get_text(strip=True):
            continue
        asked, markup = f"only its {_name(block)}", str(block)
        framed = (Section(asked, before + markup + after) for before, after in frames)
        whole = next((section for section in framed if fits(section)), None)
        if whole:
            yield whole
        else:
            waiting += _blocks(block)


def _blocks(element: Tag) -> list[Tag]:
    """The blocks right inside it, the last one first."""
    return list(reversed(element.find_all(BLOCKS, recursive=False)))


def _name(block: Tag) -> str:
    kind = NAMES.get(block.name, block.name)
    heading = block.find(HEADINGS)
    shown = heading.get_text(" ", strip=True) if heading else block.get("aria-label")
    return f"{kind} “{' '.join(str(shown).split())[:LONGEST_NAME].strip()}”" if shown else kind
