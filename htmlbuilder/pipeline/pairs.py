"""A row of somebody's data becomes a prompt and a page, or is unusable for a cause that is named."""

import json
import re
from collections.abc import Iterable
from typing import NamedTuple

from pydantic import BaseModel, TypeAdapter, ValidationError

from htmlbuilder.checks import Requirement
from htmlbuilder.engines.base import GenerateRequest
from htmlbuilder.errors import DataError
from htmlbuilder.pipeline.sources import Row
from htmlbuilder.prompt import labelled

# Names of columns, likeliest first.
PAGE_COLUMNS = ("page", "html", "completion", "output", "response", "answer", "code", "content")
PROMPT_COLUMNS = ("prompt", "instruction", "question", "input")
LABEL_COLUMNS = ("label", "labels", "title", "name", "description", "caption")
CARRIED = ("kind", "requirements")
TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])")
ELEMENTS = set(
    "html head body title style script link meta main section article aside header footer nav div span p a img picture "
    "video audio canvas svg iframe h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr th td form "
    "fieldset label input button select textarea figure blockquote pre code details dialog hr br b i em strong small "
    "template center font marquee".split()
)
REQUIREMENTS = TypeAdapter(tuple[Requirement, ...])


class Pair(BaseModel):
    """A prompt and the page that grants it, with what `evaluate` asks of any such page. `id` is where it came from."""

    id: str
    kind: str = ""
    prompt: str
    page: str
    requirements: tuple[Requirement, ...] = ()
    tokens: int = 0


class Columns(NamedTuple):
    page: str
    text: str
    is_label: bool
    unused: list[str]


class Unusable(Exception):
    """A row that cannot be trained on: `cause` is what it is counted under, `detail` what was seen."""

    def __init__(self, cause: str, detail: str) -> None:
        super().__init__(cause)
        self.cause, self.detail = cause, detail


def find_columns(rows: Iterable[Row], page: str = "", prompt: str = "", label: str = "") -> Columns:
    """Which fields hold page and prompt: those that are named, else those that are usually called so.

    Raises `DataError` with the columns there are when one is not found.
    """
    names = list(dict.fromkeys(name for row in rows for name in row.fields))
    by_lower = {name.lower(): name for name in reversed(names)}

    def find(given: str, usual: tuple[str, ...]) -> str:
        if given and given not in names:
            raise DataError(f"there is no column {given!r}", f"the columns are {', '.join(names)}")
        return given or next((by_lower[name] for name in usual if name in by_lower), "")

    page = find(page, PAGE_COLUMNS)
    prompt = "" if label else find(prompt, PROMPT_COLUMNS)
    label = "" if prompt else find(label, LABEL_COLUMNS)
    if not page or not (prompt or label):
        missing = "the pages: name it with --page-column" if not page else "the prompts: name it with --prompt-column"
        missing += "" if not page else ", or labels with --label-column"
        raise DataError(f"no column is known to hold {missing}", f"the columns are {', '.join(names) or 'none'}")
    unused = [name for name in names if name not in (page, prompt, label, *CARRIED)]
    return Columns(page, prompt or label, bool(label), unused)


def read_pair(row: Row, columns: Columns, special: Iterable[str]) -> Pair:
    """The pair of a row. Raises `Unusable`."""
    if row.fault:
        raise Unusable("unreadable", row.fault)
    page, text = row.fields.get(columns.page), row.fields.get(columns.text)
    if not isinstance(page, str) or not page.strip():
        raise Unusable("no page", f"{columns.page} is {page!r}")
    if not isinstance(text, str) or not text.strip():
        raise Unusable("no prompt", f"{columns.text} is {text!r}")
    if columns.is_label and not any(letter.isalpha() for letter in text):
        raise Unusable("a label without a word", f"{columns.text} is {text!r}")
    try:
        prompt = GenerateRequest(prompt=labelled(text) if columns.is_label else text.strip()).prompt
    except ValidationError as error:
        raise Unusable("a prompt that no model would be asked", error.errors()[0]["msg"]) from None
    page = page.lstrip("\ufeff \t\r\n")
    if not page.startswith("<") or not tags(page):
        raise Unusable("not HTML", page)
    if "\0" in page or not _is_text(page):
        raise Unusable("not text", page.encode(errors="replace").decode())
    spelt = next((token for token in special if token in page), None)
    if spelt:
        raise Unusable("spells a special token of the model", f"{spelt} in {page}")
    kind = row.fields.get("kind") or (text.strip() if columns.is_label else "")
    return Pair(id=row.place, kind=str(kind), prompt=prompt, page=page, requirements=_requirements(row))


def tags(page: str) -> set[str]:
    """The names of the HTML elements that open somewhere in the page."""
    return {tag.lower() for tag in TAG.findall(page)} & ELEMENTS


def _is_text(page: str) -> bool:
    try:
        page.encode()
    except UnicodeEncodeError:
        return False
    return True


def _requirements(row: Row) -> tuple[Requirement, ...]:
    """What `corpus write` put there; a CSV holds it as JSON, and Parquet fills up what is not given with None."""
    given = row.fields.get("requirements") or ()
    try:
        given = json.loads(given) if isinstance(given, str) else given
        return REQUIREMENTS.validate_python(
            [{name: value for name, value in one.items() if value is not None} for one in given]
        )
    except (ValueError, TypeError, AttributeError):
        raise Unusable("requirements that cannot be read", str(given)) from None
