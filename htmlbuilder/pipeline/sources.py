"""The rows of a person's own data, one at a time, as the fields they have there.

Read are JSON lines, JSON, CSV, Parquet, a folder of .html files with labels, and a dataset on the hub, which is a
folder once it is fetched. All files of a folder are pooled, whatever splits they were meant as. What makes a row usable
is `dataset`'s to say; here it only has to be readable. JSON is held in memory whole, everything else is streamed.
"""

import csv
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from htmlbuilder.errors import DataError

# The first kind that a folder holds is the one that is read.
SUFFIXES = (".parquet", ".jsonl", ".csv", ".html", ".json")
LABEL_FILES = ("metadata.csv", "metadata.jsonl", "labels.csv", "labels.jsonl")
FILE_COLUMNS = ("file_name", "file", "path")
HUB_ID = re.compile(r"[\w.-]+(/[\w.-]+)?")


class Row(NamedTuple):
    """`place` is where it stands: the file, and the number of the row in it. A row with a `fault` has no fields."""

    place: str
    fields: dict[str, Any]
    fault: str = ""


@dataclass(frozen=True)
class Source:
    """The `files` that are read, all below `root`, and those that are not. `labels` belongs to a folder of pages."""

    root: Path
    files: tuple[Path, ...]
    is_folder: bool = False
    passed_over: tuple[str, ...] = ()
    labels: Path | None = None

    def rows(self) -> Iterator[Row]:
        """Every row, in the same order each time. Raises `DataError` for a file that is not what its name says."""
        if _suffix(self.files[0]) == ".html":
            yield from self._pages()
            return
        for path in self.files:
            name = self.name(path)
            for number, fields in enumerate(_read(path), 1):
                if isinstance(fields, dict):
                    yield Row(f"{name}:{number}", fields)
                else:
                    yield Row(f"{name}:{number}", {}, str(fields))

    @cached_property
    def digest(self) -> str:
        """`sha256:…` over the names and contents of all that is read."""
        table = {}
        for path in sorted([*self.files, *([self.labels] if self.labels else [])]):
            with path.open("rb") as file:
                table[self.name(path)] = hashlib.file_digest(file, "sha256").hexdigest()
        return "sha256:" + hashlib.sha256(json.dumps(table).encode()).hexdigest()

    @property
    def labelled_by(self) -> str:
        """Where the labels of a folder of pages come from, in words; empty for any other source."""
        if _suffix(self.files[0]) != ".html":
            return ""
        return self.name(self.labels) if self.labels else "the names of their folders, or their own"

    def name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def _pages(self) -> Iterator[Row]:
        labels = self._labels() if self.labels else None
        for path in self.files:
            name = self.name(path)
            fields = {"label": self._label(path)} if labels is None else labels.pop(name, {})
            try:
                yield Row(name, fields | {"html": path.read_text("utf-8-sig")})
            except UnicodeDecodeError:
                yield Row(name, {}, "it is not UTF-8 text")
        for name in labels or ():
            yield Row(name, {}, f"{self.labelled_by} names it, and it is not there")

    def _label(self, path: Path) -> str:
        folder = path.parent.relative_to(self.root).name
        return folder or path.stem.replace("-", " ").replace("_", " ")

    def _labels(self) -> dict[str, dict[str, Any]]:
        """The fields that the label file gives to each page, by the page's path."""
        assert self.labels is not None
        labels: dict[str, dict[str, Any]] = {}
        for fields in _read(self.labels):
            name = next((column for column in FILE_COLUMNS if isinstance(fields, dict) and fields.get(column)), None)
            if name is None or not isinstance(fields, dict):
                raise DataError(
                    f"{self.labels} has a row that names no file", f"each row needs one of {', '.join(FILE_COLUMNS)}"
                )
            labels[str(fields[name])] = {column: value for column, value in fields.items() if column != name}
        return labels


def open_source(name: str) -> Source:
    """The source called `name`: a file, a folder, or a dataset on the hub. Raises `DataError` for anything else."""
    path = Path(name).absolute()
    if path.is_file():
        if _suffix(path) not in SUFFIXES or _suffix(path) == ".html":
            raise DataError(
                f"{name} is of no kind that can be read", f"give {_kinds()}, or a folder of such or of .html files"
            )
        return Source(path.parent, (path,))
    if not path.is_dir():
        if not HUB_ID.fullmatch(name):
            raise DataError(f"there is no file or folder {name}", "check the path")
        path = fetch(name)
    return _folder(path, name)


def fetch(dataset: str) -> Path:
    """The files of a dataset on the hub, in its cache. Raises `DataError` when they cannot be had."""
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import GatedRepoError, HfHubHTTPError, LocalEntryNotFoundError, RepositoryNotFoundError

    try:
        wanted = [f"*{suffix}" for suffix in SUFFIXES]
        return Path(snapshot_download(dataset, repo_type="dataset", allow_patterns=wanted))
    except GatedRepoError:
        raise DataError(
            f"{dataset} asks its users to accept terms first", "accept them on its page, then: hf auth login"
        ) from None
    except RepositoryNotFoundError:
        raise DataError(
            f"{dataset} is no file or folder here, and the hub has no public dataset of that name",
            "check the path or the name, or log in: hf auth login",
        ) from None
    except (LocalEntryNotFoundError, HfHubHTTPError, OSError) as error:
        raise DataError(
            f"{dataset} is no file or folder here, and cannot be fetched from the hub: {error}",
            "check the path or the connection",
        ) from None


def _folder(root: Path, name: str) -> Source:
    found = (path for path in sorted(root.rglob("*")) if path.is_file())
    paths = [path for path in found if not any(part.startswith(".") for part in path.relative_to(root).parts)]
    pages = any(_suffix(path) == ".html" for path in paths)
    labels = next((root / file for file in LABEL_FILES if pages and (root / file).is_file()), None)
    suffixes = [_suffix(path) for path in paths if path != labels and _suffix(path) in SUFFIXES]
    if not suffixes:
        raise DataError(f"{name} holds no data", f"the files that are read are {_kinds()} and .html")
    suffix = min(suffixes, key=SUFFIXES.index)
    labels = labels if suffix == ".html" else None
    files = tuple(path for path in paths if path != labels and _suffix(path) == suffix)
    read = {*files, labels}
    over = tuple(path.relative_to(root).as_posix() for path in paths if path not in read)
    return Source(root, files, True, over, labels)


def _suffix(path: Path) -> str:
    return path.suffix.lower()


def _kinds() -> str:
    return ", ".join(suffix for suffix in SUFFIXES if suffix != ".html")


def _read(path: Path) -> Iterable[object]:
    """What stands in a table: a dictionary for each row, or a text that says why there is none."""
    readers = {".jsonl": _json_lines, ".json": _json, ".csv": _csv, ".parquet": _parquet}
    try:
        yield from readers[_suffix(path)](path)
    except OSError as error:
        raise DataError(f"cannot read {path}: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise DataError(f"{path} is not UTF-8 text", "save it as UTF-8") from None


def _json_lines(path: Path) -> Iterator[object]:
    with path.open(encoding="utf-8-sig") as file:
        for line in file:
            if not line.strip():
                continue
            try:
                fields = json.loads(line)
            except json.JSONDecodeError as error:
                yield f"it is not JSON: {error.msg}"
            else:
                yield fields if isinstance(fields, dict) else "it is not a JSON object"


def _json(path: Path) -> Iterator[object]:
    """A list of objects, or an object in which one list stands."""
    hint = "it must be a list of objects; a file with one object a line is called .jsonl"
    try:
        content = json.loads(path.read_text("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise DataError(f"{path} is not JSON: {error}", hint) from None
    if isinstance(content, dict):
        lists = [value for value in content.values() if isinstance(value, list)]
        content = lists[0] if len(lists) == 1 else None
    if not isinstance(content, list):
        raise DataError(f"{path} holds no list of rows", hint)
    yield from (fields if isinstance(fields, dict) else "it is not a JSON object" for fields in content)


def _csv(path: Path) -> Iterator[object]:
    csv.field_size_limit(sys.maxsize)  # pages are longer than the 128 KB that a cell may have by default
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for fields in csv.DictReader(file, strict=True):
                yield fields if None not in fields else "it has more cells than there are columns"
    except csv.Error as error:
        raise DataError(
            f"{path} is not CSV: {error}", "a page stands in double quotes, and those in it are doubled"
        ) from None


def _parquet(path: Path) -> Iterator[object]:
    import pyarrow
    import pyarrow.parquet

    try:
        with pyarrow.parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=256):
                yield from batch.to_pylist()
    except pyarrow.ArrowException as error:
        raise DataError(f"{path} is not Parquet: {error}", "fetch or write the file again") from None
