"""How fast the app is, and how big: start, first piece, the login page, tokens per second through HTTP, memory.

The app runs as `python app.py` does, in a process of its own; this process is the client. What the way through HTTP
costs is measured against llama.cpp called directly, in a third process, with the same file, slots and threads, by
turns. The figures go to stderr as a table, and to stdout as JSON. Needs a clone of the repository, a GGUF model and
Linux.
"""

import argparse
import http.client
import json
import multiprocessing
import os
import platform
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

from htmlbuilder import __version__, flags
from htmlbuilder.engines.base import GenerateRequest
from htmlbuilder.errors import ModelError
from htmlbuilder.settings import PREFIX, Settings

APP = Path(__file__).parents[1] / "app.py"
PROMPT = "Write an HTML code to create a login page"
MAX_TOKENS = GenerateRequest.model_fields["max_new_tokens"].default
PATIENCE = 120.0  # seconds until a start counts as failed


@dataclass(frozen=True)
class Figure:
    """One measured value against its target; `better` is the direction in which it improves."""

    name: str
    value: float
    unit: str
    target: float
    better: str

    @property
    def met(self) -> bool:
        return self.value <= self.target if self.better == "lower" else self.value >= self.target


class Run(NamedTuple):
    """One page: when its first piece came and when it was complete, in seconds from the request, and its tokens."""

    first: float
    seconds: float
    tokens: int

    @property
    def speed(self) -> float:
        """In tokens per second."""
        return self.tokens / self.seconds


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="how often each is measured (default: 5)")
    flags.add_settings(parser, ("model", "slots", "threads"))


def main(args: argparse.Namespace) -> int:
    settings = flags.settings(args)
    starts, pages, direct = [], [], []
    for number in range(args.runs):
        _say(f"start {number + 1} of {args.runs}")
        with _app(settings) as app:
            starts.append(app.ready_after)
    with _app(settings) as app, _llama(settings) as ask_llama:
        _page(app.port)  # warm
        ask_llama()
        for number in range(args.runs):
            _say(f"page {number + 1} of {args.runs}")
            direct.append(ask_llama())
            pages.append(_page(app.port))
        rss, pss = _memory(app.process.pid)
    if {page.tokens for page in pages} != {page.tokens for page in direct}:
        raise ModelError("the app and llama.cpp did not write the same page", "so their speeds cannot be compared")
    figures = _figures(starts, pages, direct, rss, pss)
    _print_table(figures)
    print(json.dumps(_report(figures, starts, pages, direct, settings), indent=2))
    return 0


def _figures(starts: list[float], pages: list[Run], direct: list[Run], rss: float, pss: float) -> list[Figure]:
    ratio = statistics.median(page.speed / raw.speed for page, raw in zip(pages, direct, strict=True))
    return [
        Figure("start of app.py to ready", statistics.median(starts), "s", 5.0, "lower"),
        Figure("first piece after the request", statistics.median(page.first for page in pages), "s", 0.15, "lower"),
        Figure("the login page, complete", statistics.median(page.seconds for page in pages), "s", 3.0, "lower"),
        Figure("tokens/s through HTTP over llama.cpp alone", ratio, "", 0.9, "higher"),
        Figure("memory of the app, resident", rss, "MB", 400.0, "lower"),
        Figure("memory of the app, its share", pss, "MB", 400.0, "lower"),
    ]


def _report(
    figures: list[Figure], starts: list[float], pages: list[Run], direct: list[Run], settings: Settings
) -> dict[str, Any]:
    return {
        "version": __version__,
        "model": settings.model or "embedded",
        "slots": settings.slots,
        "threads": settings.threads,
        "cores": os.cpu_count(),
        "machine": platform.machine(),
        "load": round(os.getloadavg()[0], 2),
        "figures": [asdict(figure) | {"met": figure.met} for figure in figures],
        "tokens": pages[0].tokens,
        "tokens_per_second": {
            "http": round(statistics.median(page.speed for page in pages), 1),
            "llama.cpp": round(statistics.median(page.speed for page in direct), 1),
        },
        "starts": [round(seconds, 2) for seconds in starts],
        "pages": [page._asdict() for page in pages],
        "direct": [page._asdict() for page in direct],
    }


def _print_table(figures: list[Figure]) -> None:
    for figure in figures:
        bound = "at most" if figure.better == "lower" else "at least"
        value, target = f"{figure.value:.3g} {figure.unit}".strip(), f"{figure.target:g} {figure.unit}".strip()
        _say(f"{figure.name:44}{value:>10}   {bound} {target:8}{'met' if figure.met else 'MISSED'}")


@dataclass(frozen=True)
class _App:
    process: "subprocess.Popen[str]"
    port: int
    ready_after: float


@contextmanager
def _app(settings: Settings) -> Iterator[_App]:
    """`python app.py`, ready. Raises `ModelError` if it does not become so."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    given = {"port": port, "model": settings.model, "slots": settings.slots, "threads": settings.threads}
    environment = os.environ | {PREFIX + name.upper(): str(value) for name, value in given.items()}
    began = time.monotonic()
    process = subprocess.Popen([sys.executable, str(APP)], env=environment, stderr=subprocess.PIPE, text=True)
    try:
        while not _is_ready(port):
            if process.poll() is not None or time.monotonic() - began > PATIENCE:
                process.kill()
                raise ModelError(f"the app did not become ready:\n{process.communicate()[1]}")
            time.sleep(0.02)
        yield _App(process, port, time.monotonic() - began)
    finally:
        process.terminate()
        process.communicate(timeout=30)


def _is_ready(port: int) -> bool:
    """Raises `ModelError` once it is clear that it never will be."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        response = connection.getresponse()
        answer = json.load(response)
        if response.status not in (200, 503):
            raise ModelError(answer["error"]["message"], answer["error"]["hint"])
        return response.status == 200
    except OSError:
        return False
    finally:
        connection.close()


def _page(port: int) -> Run:
    """The login page through `POST /generate`, streamed."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    body = json.dumps({"prompt": PROMPT, "stream": True})
    began, first, event = time.monotonic(), 0.0, b""
    connection.request("POST", "/generate", body, {"Content-Type": "application/json"})
    for line in connection.getresponse():
        if line.startswith(b"event: "):
            event = line.strip().removeprefix(b"event: ")
            first = first or time.monotonic() - began
        elif line.startswith(b"data: ") and event != b"piece":
            done = json.loads(line.removeprefix(b"data: "))
            break
    seconds = time.monotonic() - began
    connection.close()
    if event != b"done":
        raise ModelError(f"the app answered with an error: {done}")
    return Run(first, seconds, done["tokens"])


@contextmanager
def _llama(settings: Settings) -> Iterator[Callable[[], Run]]:
    """llama.cpp in a process of its own; call it for one login page."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve_llama, args=(theirs, settings), daemon=True)
    process.start()

    def ask() -> Run:
        ours.send(True)
        run: Run = ours.recv()
        return run

    try:
        yield ask
    finally:
        ours.send(False)
        process.join(30)


def _serve_llama(connection: Connection, settings: Settings) -> None:
    from htmlbuilder.engines import open_engine
    from htmlbuilder.engines.llama import LlamaEngine
    from htmlbuilder.prompt import frame

    engine = open_engine(settings)
    assert isinstance(engine, LlamaEngine), "bench measures GGUF models"
    while connection.recv():
        connection.send(_call_llama(engine._server, frame(PROMPT)))
    engine.close()


def _call_llama(server: Any, prompt: str) -> Run:
    """The login page from llama.cpp's own completion call, by a callback that only counts."""
    began, first, count = time.monotonic(), 0.0, 0
    last: dict[str, Any] = {}

    def on_piece(piece: dict[str, Any]) -> bool:
        nonlocal first, count, last
        first = first or time.monotonic() - began
        count, last = count + 1, piece
        return False

    greedy = {"samplers": ["top_k"], "top_k": 1, "cache_prompt": False}
    server.handle_completions({"prompt": prompt, "max_tokens": MAX_TOKENS, "stream": True} | greedy, on_piece)
    return Run(first, time.monotonic() - began, last["timings"]["predicted_n"])


def _memory(pid: int) -> tuple[float, float]:
    """Resident and proportional set size of a process, in MB: what it occupies, and its share where it shares."""
    sizes = {}
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]:
        name, size, *_ = line.split()
        sizes[name] = int(size) * 1024 / 1e6
    return sizes["Rss:"], sizes["Pss:"]


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
