"""Puts the app on a port, for `python app.py`, `htmlbuilder serve` and a Gradio Space, and takes it off again.

The model is opened in a thread while Gradio is being imported. Everything goes through Gradio's own `launch`, because
that is what a Space starts; the API's routes and the guard are handed to it. Routes, pages and admission are left to
their own modules.
"""

import contextlib
import importlib.machinery
import importlib.util
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from types import FrameType, ModuleType
from typing import TYPE_CHECKING

from htmlbuilder import __version__
from htmlbuilder.engines.base import Engine
from htmlbuilder.errors import HtmlBuilderError, InvalidRequest
from htmlbuilder.settings import Settings
from htmlbuilder.web.gate import Gate

QUEUE_TICK = 0.02  # seconds between two looks of Gradio at its queue; its own 0.001 costs a twentieth of a core
NEVER = str(sys.maxsize)  # how often to sum up all events so far in a pandas table; by default after each one

if TYPE_CHECKING:
    import gradio as gr
    from starlette.applications import Starlette


def launch(settings: Settings) -> None:
    """Serves until SIGINT or SIGTERM. Raises `InvalidRequest` if the port is taken; a model that cannot be opened is
    reported on stderr, in the browser and by /readyz, while the server stays up.
    """
    began = time.monotonic()
    settings = settings.model_copy(update={"port": _free_port(settings)})
    gate = Gate(lambda: _open_engine(settings), settings)
    with _stop_signals() as stopped:
        demo = start(gate, settings)
        _say(f"htmlbuilder {__version__} on {demo.local_url}  (Ctrl+C stops it)")
        threading.Thread(target=_report, args=(gate, began), daemon=True).start()
        stopped.wait()
    _say("shutting down")
    stop(gate, demo)


def start(gate: Gate, settings: Settings) -> "gr.Blocks":
    """The running app, the API beside it. It listens on `settings.port` of `settings.host`; its `local_url` says
    where.
    """
    import_gradio()
    from htmlbuilder.web import api, preview, studio
    from htmlbuilder.web.guard import Guard

    @contextlib.asynccontextmanager
    async def guarded(app: "Starlette") -> AsyncIterator[None]:
        # Gradio puts its CORS answers outside the middleware it is given. Here, as the app starts, its stack has just
        # been built.
        assert app.middleware_stack is not None
        app.middleware_stack = Guard(app.middleware_stack, settings, preview.HEADERS)
        yield

    demo = studio.build(gate)
    demo.queue(default_concurrency_limit=None)  # the gate alone decides who waits
    demo._queue.sleep_when_free = QUEUE_TICK
    demo.launch(
        server_name=f"[{settings.host}]" if ":" in settings.host else settings.host,
        server_port=settings.port,
        prevent_thread_lock=True,
        quiet=True,
        share=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        enable_monitoring=False,
        max_file_size=settings.max_body,
        app_kwargs={
            "routes": api.routes(gate),
            "lifespan": guarded,
            "docs_url": None,
            "redoc_url": None,
            "openapi_url": None,
        },
        **studio.launch_options(),
    )
    return demo


def stop(gate: Gate, demo: "gr.Blocks") -> None:
    """Ends what is being written, refuses what comes, and closes the port."""
    gate.close()
    demo.close(verbose=False)


def import_gradio() -> ModuleType:
    """Imports Gradio with nothing leaving the machine, and in half the time.

    On import Gradio parses the source of each of its components to write editor stubs (.pyi) beside them, which takes
    two of four seconds; no program needs them.
    """
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["GRADIO_ANALYTICS_CACHE_FREQUENCY"] = NEVER
    if "gradio" not in sys.modules:
        sys.meta_path.insert(0, _WithoutStubs())
    import gradio

    return gradio


class _WithoutStubs:
    """An import hook for one module: lets it load as usual, then takes out the function that writes the stubs."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name != "gradio.component_meta":
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            load = spec.loader.exec_module

            def load_without_stubs(module: ModuleType) -> None:
                load(module)
                module.create_or_modify_pyi = lambda *_: None  # type: ignore[attr-defined]

            spec.loader.exec_module = load_without_stubs  # type: ignore[method-assign]
        return spec


def _free_port(settings: Settings) -> int:
    """The port to listen on; any free one for 0. Found out first, as Gradio would say so only after the model is
    loaded.
    """
    host = settings.host
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, settings.port))
        except OSError as error:
            raise InvalidRequest(
                f"cannot listen on port {settings.port} of {host}: {error.strerror}",
                "stop what uses it, or choose another with HTMLBUILDER_PORT or --port (0: any free one)",
            ) from None
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def _stop_signals() -> Iterator[threading.Event]:
    """An event that SIGINT and SIGTERM set. A second signal acts as it would have without us."""
    stopped = threading.Event()
    before: dict[int, Callable[[int, FrameType | None], object] | int | None] = {}

    def stop_once(_: int, __: FrameType | None) -> None:
        stopped.set()
        for caught, handler in before.items():
            signal.signal(caught, handler)

    for number in (signal.SIGINT, signal.SIGTERM):
        before[number] = signal.signal(number, stop_once)
    try:
        yield stopped
    finally:
        for caught, handler in before.items():
            signal.signal(caught, handler)


def _open_engine(settings: Settings) -> Engine:
    from htmlbuilder.engines import open_engine  # here, so that a runtime loads in the gate's thread too

    return open_engine(settings)


def _report(gate: Gate, began: float) -> None:
    try:
        gate.wait_ready()
    except HtmlBuilderError as error:
        _say(f"there is no model to serve: {error}")
    else:
        assert gate.engine is not None
        _say(f"ready after {time.monotonic() - began:.1f} s: {gate.engine.name}")


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
