"""A real HTTP server in a thread, for tests that need one but not Gradio."""

import contextlib
import threading
import time
from collections.abc import Iterator

import uvicorn
from starlette.applications import Starlette

from htmlbuilder.settings import Settings
from htmlbuilder.web.api import routes
from htmlbuilder.web.gate import Gate
from htmlbuilder.web.guard import Guard


@contextlib.contextmanager
def serving(gate: Gate, settings: Settings | None = None, **headers: str) -> Iterator[str]:
    """The API alone, behind the guard, on a free port of 127.0.0.1; yields its URL."""
    app = Guard(Starlette(routes=routes(gate)), settings or gate.settings, headers)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        gate.close()
        server.should_exit = True
        thread.join(10)
        assert not thread.is_alive(), "the server did not stop"
