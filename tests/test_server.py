"""The whole app on a port: Gradio and the API side by side behind the guard, gradio_client, and how it starts and
stops.
"""

import asyncio
import gc
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError
from gradio_client.utils import Status

from htmlbuilder.page import read_page
from htmlbuilder.settings import Settings
from htmlbuilder.web import preview, server
from htmlbuilder.web.gate import Gate
from tests.fakes import PAGE, PIECES, FakeEngine

pytestmark = pytest.mark.filterwarnings("default")  # Gradio runs in this process, and warns of what is not ours to mend
ROOT = Path(__file__).parents[1]
http = httpx.Client(verify=False, timeout=20)


class App(NamedTuple):
    url: str
    gate: Gate
    engine: FakeEngine


@pytest.fixture(scope="module")
def app() -> Iterator[App]:
    settings = Settings(port=0, slots=2)
    settings = settings.model_copy(update={"port": server._free_port(settings)})
    engine = FakeEngine(delay=0.01)
    gate = Gate(engine, settings)
    gate.wait_ready(5)
    demo = server.start(gate, settings)
    yield App(demo.local_url.rstrip("/"), gate, engine)
    server.stop(gate, demo)
    asyncio.set_event_loop(None)  # Gradio leaves one to the main thread, and other things open:
    gc.collect()  # they are warned of here, not in whichever test comes next


@pytest.fixture
def held(app: App) -> Iterator[threading.Event]:
    """The engine stands still until this is set."""
    app.engine.hold = threading.Event()
    yield app.engine.hold
    app.engine.hold.set()
    app.engine.hold = None


@pytest.fixture
def client(app: App) -> Iterator[Client]:
    client = Client(app.url, verbose=False, ssl_verify=False)
    yield client
    client.close()


def until(condition, seconds: float = 5.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.01)


def test_gradio_and_the_api_stand_side_by_side(app):
    assert http.post(f"{app.url}/generate", json={"prompt": "a page"}).json()["html"] == PAGE
    assert http.get(f"{app.url}/readyz").json()["status"] == "ready"
    assert "gradio" in http.get(f"{app.url}/").text
    assert http.get(f"{app.url}/generate").json()["error"]["code"] == "method_not_allowed"


@pytest.mark.parametrize(
    "path", ["/", "/config", "/gradio_api/info", "/gradio_api/heartbeat/x", "/generate", "/theme.css", "/nothing-here"]
)
def test_the_guard_stands_before_every_route(app, path):
    for headers in (
        {"host": "evil.example"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
    ):
        response = http.get(f"{app.url}{path}", headers=headers)
        assert response.status_code == 403 and response.json()["error"]["code"] == "forbidden"
        assert response.headers["content-security-policy"] == preview.HEADERS["Content-Security-Policy"]
        assert "access-control-allow-origin" not in response.headers


@pytest.mark.parametrize("path", ["/", "/config", "/gradio_api/info", "/generate", "/theme.css", "/nothing-here"])
def test_the_headers_are_on_every_response_and_cors_is_off(app, path):
    response = http.get(f"{app.url}{path}", headers={"origin": "http://localhost:3000"})
    assert {name: response.headers[name] for name in preview.HEADERS} == preview.HEADERS
    assert not [name for name in response.headers if name.startswith("access-control")]


def test_what_gradio_offers_and_we_do_not_is_closed(app):
    assert http.get(f"{app.url}/openapi.json").status_code == 404
    assert http.get(f"{app.url}/monitoring").status_code >= 400
    assert http.get(f"{app.url}/gradio_api/file={ROOT / 'app.py'}").status_code == 403
    big = {"files": ("big.bin", b"x" * 2**19)}
    assert http.post(f"{app.url}/gradio_api/upload", files=big).status_code == 413
    assert http.post(f"{app.url}/gradio_api/queue/join", content=b"x" * (5 * 2**20)).status_code == 413


def test_predict_returns_the_finished_page(app, client):
    assert client.predict("a page", api_name="/generate") == PAGE
    assert client.predict(prompt="a page", seed=7, temperature=1, max_new_tokens=2, api_name="/generate") == "".join(
        PIECES[:2]
    )
    wish = app.engine.requests[-1]
    assert client.predict("bigger", html="<h1>x</h1>", api_name="/generate") == PAGE
    assert app.engine.requests[-1].html == "<h1>x</h1>"
    assert (wish.seed, wish.temperature, wish.top_p, wish.max_new_tokens) == (7, 1.0, 1.0, 2)


def test_submit_streams_the_page_as_it_grows(client):
    texts = list(client.submit("a page", api_name="/generate"))
    assert len(texts) > 2 and texts[-1] == PAGE
    assert all(later.startswith(earlier) for earlier, later in pairwise(texts))


def test_gradio_client_is_told_what_is_wrong(client):
    with pytest.raises(AppError, match="prompt: "):
        client.predict("", api_name="/generate")
    with pytest.raises(AppError, match="seed: "):
        client.predict("a page", seed=-1, api_name="/generate")


def test_cancelling_a_job_frees_the_slot(app, client, held):
    job = client.submit("a page", api_name="/generate")
    until(lambda: app.gate._running)
    until(lambda: job.status().code is Status.PROCESSING)  # the client has heard of it, and knows what to cancel
    job.cancel()
    until(lambda: not app.gate._running)


def test_a_client_that_dies_frees_the_slot(app, monkeypatch):
    monkeypatch.setattr(app.engine, "pieces", ["<p>x</p>\n"] * 2000)
    code = (
        "from gradio_client import Client\n"
        f"job = Client({app.url!r}, verbose=False).submit('a page', api_name='/generate')\n"
        "for text in job: print(len(text), flush=True)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None and other.stdout.readline()
        assert app.gate._running
        other.kill()
        until(lambda: not app.gate._running)


def test_the_browser_and_the_api_share_one_gate(app, client, held):
    jobs = [client.submit("a page", api_name="/generate") for _ in range(3)]
    until(lambda: (len(app.gate._running), len(app.gate._waiting)) == (2, 1))
    app.gate.settings = app.gate.settings.model_copy(update={"queue_size": 1})
    assert http.post(f"{app.url}/generate", json={"prompt": "a page"}).status_code == 429
    with pytest.raises(AppError, match="too many requests"):
        client.predict("a page", api_name="/generate")
    app.gate.settings = app.gate.settings.model_copy(update={"queue_size": 32})
    held.set()
    assert [job.result(10) for job in jobs] == [PAGE] * 3


def test_gradio_is_imported_without_its_stub_writer():
    code = """
import inspect, os
from htmlbuilder.web.server import import_gradio
import_gradio()
import gradio.component_meta as meta
assert "create_or_modify_pyi(component_class" in inspect.getsource(meta.ComponentMeta), "no longer what Gradio calls"
assert meta.create_or_modify_pyi.__module__ == "htmlbuilder.web.server"
assert os.environ["GRADIO_ANALYTICS_ENABLED"] == "False"
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, timeout=60)


def start_app(**environment: str) -> subprocess.Popen[str]:
    keep = {
        name: value for name, value in os.environ.items() if not name.startswith(("HTMLBUILDER_", "GRADIO_", "SPACE"))
    }
    return subprocess.Popen(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env={**keep, "HTMLBUILDER_PORT": "0", **environment},
        stderr=subprocess.PIPE,
        text=True,
    )


def test_the_app_takes_flags_and_refuses_what_it_does_not_know():
    said = subprocess.run([sys.executable, "app.py", "--prot", "1"], cwd=ROOT, capture_output=True, text=True)
    assert said.returncode == 2 and "unrecognized arguments: --prot 1" in said.stderr and "--port N" in said.stderr


def processor_seconds(pid: int) -> float:
    """The processor time a process has taken so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def listening(app: subprocess.Popen[str]) -> str:
    """The URL it says it listens on."""
    assert app.stderr is not None
    return next(line.split(" on ")[1].split()[0] for line in app.stderr if line.startswith("htmlbuilder "))


def stopped(app: subprocess.Popen[str], told: signal.Signals = signal.SIGTERM) -> str:
    """Stops it, and returns what it has said since what was last read. (`communicate` would lose what is buffered.)"""
    assert app.stderr is not None
    app.send_signal(told)
    with app.stderr:
        log = app.stderr.read()
    app.wait(10)
    return log


def spent_in(pid: int, seconds: float) -> float:
    """Processor seconds that the process takes in the next `seconds`."""
    before = processor_seconds(pid)
    time.sleep(seconds)
    return processor_seconds(pid) - before


def test_it_stays_up_without_its_model_and_stops_when_told(tmp_path):
    app = start_app(HTMLBUILDER_MODEL=str(tmp_path / "missing"))
    url = listening(app)
    assert http.get(f"{url}healthz").status_code == 200
    until(lambda: http.get(f"{url}readyz").json()["error"]["code"] == "model_error", 20)
    assert app.stderr is not None
    said = app.stderr.readline()
    # A twentieth of a core is what Gradio takes all the time if it is let; what starting took may still be going on.
    assert any(spent_in(app.pid, 2) < 0.06 for _ in range(5))
    log = stopped(app)
    assert app.returncode == 0, log
    assert said.startswith("there is no model to serve: ") and "missing" in said and "Traceback" not in log


def test_a_real_model_gives_every_door_the_same_page(toy_model):
    app = start_app(HTMLBUILDER_MODEL=str(toy_model), HTMLBUILDER_SLOTS="2", HTMLBUILDER_THREADS="1")
    try:
        url = listening(app)
        assert app.stderr is not None and (said := app.stderr.readline()).startswith("ready after "), said
        assert http.get(f"{url}readyz").status_code == 200
        wish = {"prompt": "Write an HTML code to create a login page", "max_new_tokens": 60}
        whole = http.post(f"{url}generate", json=wish).json()
        with http.stream("POST", f"{url}generate", json=wish | {"stream": True}) as response:
            *pieces, done = [json.loads(line[6:]) for line in response.iter_lines() if line.startswith("data: ")]
        client = Client(url, verbose=False, ssl_verify=False)
        page = client.predict(wish["prompt"], max_new_tokens=60, api_name="/generate")
        client.close()
    finally:
        log = stopped(app)
    assert app.returncode == 0 and "Traceback" not in log, log
    assert whole["finish_reason"] == "length" and whole["tokens"] == 60 and whole["digest"].startswith("sha256:")
    assert {**whole, "seconds": 0} == {**done, "seconds": 0}
    assert page == whole["html"] == read_page("".join(piece["text"] for piece in pieces)).html


def test_a_taken_port_is_said_at_once(app):
    began = time.monotonic()
    other = start_app(HTMLBUILDER_PORT=app.url.rpartition(":")[2])
    _, log = other.communicate(timeout=20)
    assert (
        other.returncode == 65
        and "cannot listen on port" in log
        and "HTMLBUILDER_PORT" in log
        and "Traceback" not in log
    )
    assert time.monotonic() - began < 10


def test_in_a_space_it_listens_to_the_outside_under_the_spaces_name(tmp_path):
    space = {
        "SPACE_HOST": "me-pages.hf.space",
        "SPACE_ID": "me/pages",
        "SYSTEM": "spaces",
        "GRADIO_SERVER_NAME": "0.0.0.0",
    }
    app = start_app(HTMLBUILDER_MODEL=str(tmp_path / "missing"), **space)
    try:
        port = listening(app).rstrip("/").rpartition(":")[2]
        for host, status in (("me-pages.hf.space", 200), ("10.0.0.1:7860", 200), ("other.hf.space", 403)):
            assert http.get(f"http://127.0.0.1:{port}/healthz", headers={"host": host}).status_code == status
        assert (
            http.get(
                f"http://127.0.0.1:{port}/", headers={"host": "me-pages.hf.space", "x-forwarded-proto": "https"}
            ).status_code
            == 200
        )
    finally:
        stopped(app, signal.SIGINT)
    assert app.returncode == 0
