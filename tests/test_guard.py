"""Who is answered at all: Host, Origin, and what a browser says of where a request comes from."""

import asyncio
import socket

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute

from htmlbuilder.settings import Settings
from htmlbuilder.web import guard
from htmlbuilder.web.guard import Guard
from tests.test_api import FakeEngine, opened, serving


def ask(
    settings: Settings | None = None, method: str = "GET", host: str = "localhost:7860", **headers: str
) -> httpx.Response:
    """One request through a guard in front of an app that answers everything, and shows the Origin it was given."""

    async def everything(request):
        return PlainTextResponse(f"origin {request.headers.get('origin')}, {len(await request.body())} bytes")

    app = Guard(
        Starlette(routes=[Route("/{path:path}", everything, methods=["GET", "POST", "OPTIONS"])]),
        settings or Settings(),
        {"X-Test": "yes"},
    )

    async def request() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
            sent = {"host": host} | {name.replace("_", "-"): value for name, value in headers.items()}
            return await client.request(method, "/gradio_api/info", headers=sent)

    return asyncio.run(request())


@pytest.mark.parametrize("host", ["localhost", "localhost:7860", "LOCALHOST:1", "127.0.0.1:80", "[::1]:7860"])
def test_local_names_are_answered_at_any_port(host):
    assert ask(host=host).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:7860",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil.example@localhost.",
        "10.0.0.7",
        "",
        ":7860",
        "[::1",
        "a b",
    ],
)
def test_a_rebound_name_gets_nothing(host):
    response = ask(host=host)
    assert response.status_code == 403 and response.json()["error"]["code"] == "forbidden"
    assert response.headers["x-test"] == "yes"


def test_two_hosts_or_none_get_nothing():
    for hosts in ([], [(b"host", b"localhost"), (b"host", b"evil.example")]):
        scope = {"type": "http", "method": "GET", "path": "/", "headers": hosts}
        sent: asyncio.Queue[dict] = asyncio.Queue()
        asyncio.run(Guard(None, Settings())(scope, None, sent.put))
        assert sent.get_nowait()["status"] == 403


@pytest.mark.parametrize(
    ("settings", "host", "status"),
    [
        ({"host": "192.168.1.5"}, "192.168.1.5:7860", 200),
        ({"host": "192.168.1.5"}, "192.168.1.6:7860", 403),
        ({"host": "::1"}, "[::1]:7860", 200),
        ({"host": "0.0.0.0"}, "10.1.2.3:7860", 200),
        ({"host": "0.0.0.0"}, "[fe80::1]:7860", 200),
        ({"host": "0.0.0.0"}, "evil.example:7860", 403),
        ({"host": "::"}, "10.1.2.3", 200),
        ({"allowed_hosts": ("box.lan",)}, "box.lan:8080", 200),
        ({"allowed_hosts": ("*",)}, "anything.example", 200),
        ({"host": "0.0.0.0", "space_host": "me-htmlbuilder.hf.space"}, "me-htmlbuilder.hf.space", 200),
        ({"host": "0.0.0.0", "space_host": "me-htmlbuilder.hf.space"}, "other.hf.space", 403),
    ],
)
def test_which_hosts_the_settings_add(settings, host, status):
    assert ask(Settings(**settings), host=host).status_code == status


@pytest.mark.parametrize(
    "origin", ["http://localhost:7860", "http://127.0.0.1:3000", "http://[::1]:7860", "https://localhost"]
)
def test_our_own_pages_may_call(origin):
    response = ask(origin=origin)
    assert response.status_code == 200
    assert "origin None" in response.text, "Gradio must not see it, or it would answer with CORS headers"


@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
@pytest.mark.parametrize(
    "origin", ["https://evil.example", "http://localhost.evil.example", "null", "", "file://", "http://10.0.0.7"]
)
def test_other_pages_may_not(origin, method):
    response = ask(method=method, origin=origin)
    assert response.status_code == 403
    assert not [name for name in response.headers if name.startswith("access-control")]


def test_what_a_browser_marks_as_cross_site_gets_nothing_but_a_page_to_look_at():
    assert ask(sec_fetch_site="cross-site", sec_fetch_mode="no-cors").status_code == 403
    assert ask(sec_fetch_site="cross-site", sec_fetch_mode="navigate").status_code == 200  # a link from elsewhere
    assert ask(sec_fetch_site="same-origin", sec_fetch_mode="cors").status_code == 200


def test_a_page_under_the_same_unlisted_address_is_ours():
    settings = Settings(host="0.0.0.0")
    assert ask(settings, host="10.1.2.3:7860", origin="http://10.1.2.3:7860").status_code == 200
    assert ask(settings, host="10.1.2.3:7860", origin="http://10.9.9.9").status_code == 403


def test_cors_is_off_unless_configured():
    preflight = {
        "method": "OPTIONS",
        "access_control_request_method": "POST",
        "access_control_request_headers": "content-type",
    }
    assert ask(origin="https://docs.example", **preflight).status_code == 403
    settings = Settings(cors_origins=("https://docs.example",))
    answer = ask(settings, origin="https://docs.example", **preflight)
    assert answer.status_code == 200 and answer.headers["access-control-allow-origin"] == "https://docs.example"
    answer = ask(settings, origin="https://docs.example", sec_fetch_site="cross-site", sec_fetch_mode="cors")
    assert answer.status_code == 200 and answer.headers["access-control-allow-origin"] == "https://docs.example"
    assert ask(settings, origin="https://evil.example", **preflight).status_code == 403
    assert (
        ask(Settings(cors_origins=("*",)), origin="https://any.example").headers["access-control-allow-origin"] == "*"
    )


def test_a_body_over_the_cap_reaches_no_route(monkeypatch):
    monkeypatch.setattr(guard, "LARGEST_BODY", 1000)
    assert ask(method="POST", content_length="1001").status_code == 413


def test_a_websocket_is_guarded_as_well():
    async def answer(websocket):
        await websocket.accept()
        await websocket.close()

    app = Guard(Starlette(routes=[WebSocketRoute("/", answer)]), Settings())

    async def first_answer(**headers: str) -> str:
        sent: list[dict] = []

        async def receive():
            return {"type": "websocket.connect"}

        async def send(message):
            sent.append(message)

        raw = [(name.encode(), value.encode()) for name, value in headers.items()]
        await app({"type": "websocket", "path": "/", "headers": raw, "asgi": {}}, receive, send)
        return sent[0]["type"]

    assert asyncio.run(first_answer(host="localhost")) == "websocket.accept"
    assert asyncio.run(first_answer(host="localhost", origin="https://evil.example")) == "websocket.close"
    assert asyncio.run(first_answer(host="evil.example")) == "websocket.close"


def test_over_a_real_socket_too():
    with serving(opened(FakeEngine()), **{"X-Content-Type-Options": "nosniff"}) as url:
        port = int(url.rpartition(":")[2])
        for host, status in (("localhost", b"200"), ("evil.example", b"403")):
            with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
                connection.sendall(f"GET /healthz HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
                answer = b"".join(iter(lambda: connection.recv(4096), b""))
            assert answer.split()[1] == status and b"x-content-type-options: nosniff" in answer.lower()
