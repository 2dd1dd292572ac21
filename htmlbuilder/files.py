"""Files that a person hands in or takes away: JSON lines, and writes that are whole or not at all.

Model directories are `pipeline.artifact`'s.
"""

import fcntl
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from htmlbuilder.errors import DataError

Model = TypeVar("Model", bound=BaseModel)
Append = Callable[[BaseModel], None]


def read_lines(path: Path, model: type[Model]) -> Iterator[tuple[int, Model]]:
    """The JSON lines of `path` as (line number from 1, `model`). Blank lines are passed over.

    Raises `DataError` with the number of the first line that is not what it should be.
    """
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield number, _parse(path, number, line, model)
    except OSError as error:
        raise DataError(f"cannot read {path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise DataError(f"{path} is not UTF-8 text") from None


def _parse(path: Path, number: int, line: str, model: type[Model]) -> Model:
    try:
        return model.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        message = first["msg"].removeprefix("Value error, ")
        raise DataError(
            f"{path}, line {number}: {where + ': ' if where else ''}{message}",
            f"a line is a JSON object with {', '.join(model.model_fields)}",
        ) from None


@contextmanager
def appending(path: Path) -> Iterator[Append]:
    """A function that adds one object as a line to `path`, so that a kill loses no line but the one being written.

    A last line without its end, torn by such a kill, is cut off first. Raises `DataError` when it cannot write, or when
    another process is adding to the file, which would lose a line so.
    """
    with _saying(path):
        file = path.open("ab+")
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise DataError(f"another process is writing {path}", "wait for it, or name another place") from None
        file.seek(0)
        file.truncate(file.read().rfind(b"\n") + 1)

        def append(record: BaseModel) -> None:
            with _saying(path):
                file.write(record.model_dump_json().encode() + b"\n")
                file.flush()
                os.fsync(file.fileno())

        yield append


@contextmanager
def _saying(path: Path) -> Iterator[None]:
    """Turns what the system says of writing to `path` into a `DataError`."""
    try:
        yield
    except OSError as error:
        raise DataError(f"cannot write {path}: {error.strerror}") from None


def write_whole(path: Path, text: str) -> None:
    """Puts `text` at `path`: the old file or the new one is there at any moment. Raises `DataError` when it cannot."""
    with _saying(path):
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(temporary, 0o644)
            os.replace(temporary, path)
        except BaseException:
            os.unlink(temporary)
            raise


def read_text(path: Path) -> str:
    """The text of a UTF-8 file. Raises `DataError` when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(f"cannot read {path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise DataError(f"{path} is not UTF-8 text") from None


def check_writable(path: Path) -> None:
    """Raises `DataError` where `path` could not be written, before the work for it is done."""
    if path.is_dir():
        raise DataError(f"{path} is a directory", "name a file in it")
    if not os.access(path.parent, os.W_OK):
        raise DataError(
            f"cannot write {path}: there is no such directory, or it is not yours", f"mkdir -p {path.parent}"
        )


def as_json(value: object) -> str:
    """`value` for a person's eyes and for a file: indented, in its own letters."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
