"""Generations from start to end: one, many at once, or a whole file of them that a kill does not undo.

What is made of the text is left to the caller.
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import BaseModel, Field

from htmlbuilder import files
from htmlbuilder.engines import best
from htmlbuilder.engines.base import Engine, Finish, GenerateRequest
from htmlbuilder.errors import DataError, InvalidRequest

Id = int | str
Key = TypeVar("Key")


class Line(BaseModel):
    """What every line of a file of prompts, and of a file of answers, has. `current` is a page to change."""

    id: Id
    prompt: str
    current: str = Field("", exclude_if=lambda page: not page)


class Completion(NamedTuple):
    """All that a model wrote for one request (of several candidates, the best one), and how it ended."""

    text: str
    finish: Finish


def complete(engine: Engine, request: GenerateRequest, keep_on: Callable[[str], bool] = lambda _: True) -> Completion:
    """Generates to the end. `keep_on` sees each piece that is streamed, and cancels by answering False."""
    pieces: list[str] = []
    with best.stream(engine, request) as stream:
        for piece in stream:
            pieces.append(piece)
            if not keep_on(piece):
                stream.cancel()
    assert stream.finish is not None, "an iteration that ends has a finish"
    text = "".join(pieces) if stream.finish.replace is None else stream.finish.replace
    return Completion(text, stream.finish)


def complete_all(
    engine: Engine, requests: Iterable[tuple[Key, GenerateRequest]], slots: int
) -> Iterator[tuple[Key, Completion | InvalidRequest]]:
    """Generates for all requests, `slots` at once, and yields each as it ends: in the order they finish.

    A request that the model cannot take yields its `InvalidRequest`, and the others go on; any other failure ends the
    whole. Leaving the iteration cancels what is running.
    """
    left = threading.Event()

    def run(request: GenerateRequest) -> Completion | InvalidRequest:
        try:
            return complete(engine, request, lambda _: not left.is_set())
        except InvalidRequest as error:
            return error

    with ThreadPoolExecutor(slots, thread_name_prefix="batch") as pool:
        futures = {pool.submit(run, request): key for key, request in requests}
        try:
            for future in as_completed(futures):
                yield futures.pop(future), future.result()
        finally:
            left.set()
            pool.shutdown(cancel_futures=True)


def write_all(
    engine: Engine,
    requests: dict[Id, GenerateRequest],
    path: Path,
    slots: int,
    line: Callable[[Id, GenerateRequest, Completion], Line],
) -> dict[Id, InvalidRequest]:
    """Adds a `line` to the file at `path` for each request that has none there yet, in the order they finish.

    Shows its progress on stderr. Returns the requests that the model could not take. Raises `DataError` for a file that
    answers other prompts.
    """
    from tqdm import tqdm

    with files.appending(path) as append:
        done = set()
        for number, written in files.read_lines(path, Line):
            asked = requests.get(written.id)
            if asked is None or (asked.prompt, asked.html) != (written.prompt, written.current):
                raise DataError(
                    f"{path}, line {number}: {written.id!r} answers another prompt", "name another file to write to"
                )
            done.add(written.id)
        todo = [(key, request) for key, request in requests.items() if key not in done]
        refused: dict[Id, InvalidRequest] = {}
        with tqdm(total=len(requests), initial=len(done), unit="page") as bar:
            for key, result in complete_all(engine, todo, slots):
                if isinstance(result, InvalidRequest):
                    refused[key] = result
                else:
                    append(line(key, requests[key], result))
                bar.update()
    return refused
