"""The JSON API over real sockets: what it gives, every way to be wrong, who is refused, and what happens when a client
leaves.
"""

import json
import socket
import threading
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx
import pytest

from htmlbuilder.engines.base import MAX_PROMPT_CHARS
from htmlbuilder.errors import ModelError, UpstreamError
from htmlbuilder.settings import Settings
from htmlbuilder.web import api
from htmlbuilder.web.gate import Gate
from tests.fakes import PAGE, PIECES, FakeEngine
from tests.serving import serving

POST = b"POST /generate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
JSON = {"content-type": "application/json"}
http = httpx.Client(verify=False)  # one for all: making one takes longer than most tests
WISH = {"prompt": "Write an HTML code to create a login page"}


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with serving(opened(FakeEngine(), max_body=64 * 1024)) as url:
        yield url


def opened(engine: FakeEngine, **settings) -> Gate:
    gate = Gate(engine, Settings(**settings))
    gate.wait_ready(5)
    return gate


def events(response: httpx.Response) -> Iterator[tuple[str, dict]]:
    """The server-sent events, as they arrive."""
    name = ""
    for line in response.iter_lines():
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            yield name, json.loads(line.removeprefix("data: "))


def raw(url: str) -> socket.socket:
    parts = urlsplit(url)
    return socket.create_connection((parts.hostname, parts.port), timeout=10)


def until(condition, seconds: float = 3.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.005)


def test_a_prompt_alone_gives_the_page_and_all_it_takes_to_replay_it(url):
    response = http.post(f"{url}/generate", json=WISH)
    assert response.status_code == 200 and response.headers["content-type"] == "application/json"
    answer = response.json()
    assert answer.pop("seconds") >= 0
    assert answer == {
        "html": PAGE, "finish_reason": "stop", "model": "fake", "digest": FakeEngine.digest, "seed": 0,
        "tokens": len(PIECES), "prompt_tokens": len(WISH["prompt"]), "repairs": [], "candidate": 1,
        "asked": [{"what": "a password field", "met": False}], "faults": [], "beyond": False,
    }  # fmt: skip


def test_every_option_reaches_the_engine():
    engine = FakeEngine()
    options = {"seed": 2**32 - 1, "temperature": 0.7, "top_p": 0.9, "max_new_tokens": 3}
    with serving(opened(engine)) as url:
        answer = http.post(f"{url}/generate", json=WISH | options).json()
        assert http.post(f"{url}/generate", json=WISH | {"temperature": 1, "top_p": 1}).status_code == 200
    assert {name: getattr(engine.requests[0], name) for name in options} == options
    assert (answer["finish_reason"], answer["tokens"], answer["seed"]) == ("length", 3, 2**32 - 1)


def test_a_page_to_change_reaches_the_engine_or_gets_a_typed_error():
    engine = FakeEngine()
    with serving(opened(engine)) as url:
        assert http.post(f"{url}/generate", json=WISH | {"html": PAGE}).status_code == 200
        assert engine.requests[0].html == PAGE
        wrong = {"\0": "invalid_request", " ": "invalid_request", "\ud800": "invalid_request", 7: "invalid_request"}
        for page, code in (wrong | {"é" * 32_001: "page_too_long"}).items():
            body = json.dumps(WISH | {"html": page})
            refused = http.post(f"{url}/generate", content=body, headers={"Content-Type": "application/json"})
            assert (refused.status_code, refused.json()["error"]["code"]) == (422, code)
            assert refused.json()["error"]["message"].startswith("html: ")
        engine.can_edit = False
        refused = http.post(f"{url}/generate", json=WISH | {"html": PAGE, "stream": True})
        assert (refused.status_code, refused.json()["error"]["code"]) == (422, "cannot_edit")
        assert len(engine.requests) == 1


def test_a_stream_sends_pieces_as_they_come_and_the_answer_last():
    with (
        serving(opened(FakeEngine(delay=0.06))) as url,
        http.stream("POST", f"{url}/generate", json=WISH | {"stream": True}) as response,
    ):
        assert response.headers["content-type"].startswith("text/event-stream")
        assert response.headers["cache-control"] == "no-store"
        arrivals = [(time.monotonic(), *event) for event in events(response)]
    *pieces, (_, last, answer) = arrivals
    assert {name for _, name, _ in pieces} == {"piece"} and last == "done"
    assert "".join(data["text"] for _, _, data in pieces) == answer["html"] == PAGE
    assert len(pieces) >= len(PIECES) - 2
    assert arrivals[-1][0] - arrivals[0][0] >= 0.06 * (len(PIECES) - 2)  # it was not held back and sent at once


def test_a_better_candidate_comes_as_one_replace_event():
    better = PAGE.replace("</h1>", "</h1><input type=password aria-label=Password>")

    class Varied(FakeEngine):
        def stream(self, request):
            return (FakeEngine((better,)) if request.temperature or request.html else super()).stream(request)

    with serving(opened(Varied(delay=0.01))) as url:
        body = WISH | {"best_of": 2, "stream": True}
        with http.stream("POST", f"{url}/generate", json=body) as response:
            names, data = zip(*events(response), strict=True)
    assert names[-2:] == ("replace", "done") and set(names[:-2]) == {"piece"}
    assert data[-2] == {"text": better} and (data[-1]["html"], data[-1]["candidate"]) == (better, 2)
    assert data[-1]["asked"] == [{"what": "a password field", "met": True}]


def test_what_a_model_writes_cannot_break_the_answer():
    pieces = ["<p>\ud800\0é\u2028\r\n\n", "event: done\ndata: {}\n\n", "</p>"]
    with serving(opened(FakeEngine(pieces=pieces))) as url:
        whole = http.post(f"{url}/generate", json=WISH)
        with http.stream("POST", f"{url}/generate", json=WISH | {"stream": True}) as response:
            streamed = list(events(response))
    assert whole.json()["html"] == streamed[-1][1]["html"]
    assert "".join(data["text"] for name, data in streamed if name == "piece") == "".join(pieces)
    assert [name for name, _ in streamed].count("done") == 1


def body(**fields) -> bytes:
    return json.dumps(WISH | fields).encode()


WRONG = {
    "not JSON": (b"prompt=a page", 400, "malformed_body"),
    "empty body": (b"", 400, "malformed_body"),
    "half an object": (b'{"prompt": "a page"', 400, "malformed_body"),
    "two objects": (b'{"prompt": "a"}{"prompt": "b"}', 400, "malformed_body"),
    "not an object": (b'["a page"]', 400, "malformed_body"),
    "a bare string": (b'"a page"', 400, "malformed_body"),
    "not UTF-8": (b'{"prompt": "\xff\xfe"}', 400, "malformed_body"),
    "UTF-16": ('{"prompt": "a page"}'.encode("utf-16"), 400, "malformed_body"),
    "nested too deep": (b'{"prompt": ' + b"[" * 30_000 + b"]" * 30_000 + b"}", 400, "malformed_body"),
    "a number with too many digits": (b'{"prompt": "a", "seed": ' + b"9" * 5000 + b"}", 400, "malformed_body"),
    "no prompt": (b"{}", 422, "invalid_request"),
    "null prompt": (body(prompt=None), 422, "invalid_request"),
    "empty prompt": (body(prompt=""), 422, "invalid_request"),
    "blank prompt": (body(prompt=" \n\t"), 422, "invalid_request"),
    "prompt a number": (body(prompt=7), 422, "invalid_request"),
    "prompt a list": (body(prompt=["a page"]), 422, "invalid_request"),
    "prompt too long": (body(prompt="x" * (MAX_PROMPT_CHARS + 1)), 422, "prompt_too_long"),
    "NUL in the prompt": (body(prompt="a\0page"), 422, "invalid_request"),
    "lone surrogate": (b'{"prompt": "a \\ud800 page"}', 422, "invalid_request"),
    "surrogates the wrong way round": (b'{"prompt": "\\udc00\\ud800"}', 422, "invalid_request"),
    "no candidate": (body(best_of=0), 422, "invalid_request"),
    "too many candidates": (body(best_of=5), 422, "invalid_request"),
    "seed below range": (body(seed=-1), 422, "invalid_request"),
    "seed above range": (body(seed=2**32), 422, "invalid_request"),
    "seed a fraction": (body(seed=1.5), 422, "invalid_request"),
    "seed a boolean": (body(seed=True), 422, "invalid_request"),
    "seed a string": (body(seed="7"), 422, "invalid_request"),
    "seed null": (body(seed=None), 422, "invalid_request"),
    "temperature below range": (body(temperature=-0.1), 422, "invalid_request"),
    "temperature above range": (body(temperature=2.1), 422, "invalid_request"),
    "temperature NaN": (b'{"prompt": "a", "temperature": NaN}', 422, "invalid_request"),
    "temperature infinite": (b'{"prompt": "a", "temperature": Infinity}', 422, "invalid_request"),
    "temperature overflowing": (b'{"prompt": "a", "temperature": 1e999}', 422, "invalid_request"),
    "temperature a boolean": (body(temperature=True), 422, "invalid_request"),
    "top_p zero": (body(top_p=0), 422, "invalid_request"),
    "top_p above one": (body(top_p=1.01), 422, "invalid_request"),
    "top_p minus infinity": (b'{"prompt": "a", "top_p": -Infinity}', 422, "invalid_request"),
    "no tokens": (body(max_new_tokens=0), 422, "invalid_request"),
    "too many tokens": (body(max_new_tokens=10**6), 422, "invalid_request"),
    "tokens a boolean": (body(max_new_tokens=True), 422, "invalid_request"),
    "stream a number": (body(stream=1), 422, "invalid_request"),
    "stream a string": (body(stream="true"), 422, "invalid_request"),
    "unknown field": (body(promt="a page"), 422, "invalid_request"),
    "over the cap": (body(prompt="x" * 70_000), 413, "body_too_large"),
}


def assert_error(response: httpx.Response, status: int, code: str) -> dict:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/json"
    assert set(response.json()) == {"error"}
    error = response.json()["error"]
    assert set(error) == {"code", "message", "hint"} and error["code"] == code and error["message"]
    return error


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_body_gets_a_typed_error(url, name):
    content, status, code = WRONG[name]
    assert_error(http.post(f"{url}/generate", content=content, headers=JSON), status, code)
    if b'{"prompt": ' in content and b"stream" not in content:
        streamed = content.replace(b'{"prompt": ', b'{"stream": true, "prompt": ')
        assert_error(http.post(f"{url}/generate", content=streamed, headers=JSON), status, code)


def test_an_error_names_the_field_and_says_what_would_do(url):
    error = assert_error(http.post(f"{url}/generate", json=WISH | {"top_p": 7}), 422, "invalid_request")
    assert error["message"].startswith("top_p: ") and "max_new_tokens" in error["hint"]


def test_the_last_of_two_equal_keys_counts(url):
    response = http.post(f"{url}/generate", content=b'{"prompt": 7, "prompt": "a page"}', headers=JSON)
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 415),
        ({"content-type": "text/plain"}, 415),
        ({"content-type": "application/x-www-form-urlencoded"}, 415),
        ({"content-type": "application/jsonp"}, 415),
        ({"content-type": "application/json; charset=latin-1"}, 415),
        ({"content-type": "application/json", "content-encoding": "gzip"}, 415),
        ({"content-type": 'Application/JSON; charset="UTF-8"'}, 200),
    ],
)
def test_the_body_must_be_declared_as_json(url, headers, status):
    response = http.post(f"{url}/generate", content=body(), headers=headers)
    assert response.status_code == status
    if status == 415:
        assert_error(response, 415, "unsupported_media_type")


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "TRACE", "BREW"])
def test_a_wrong_method_is_told_the_right_one(url, method):
    response = http.request(method, f"{url}/generate")
    assert_error(response, 405, "method_not_allowed")
    assert response.headers["allow"] == "POST, OPTIONS"
    assert_error(http.post(f"{url}/healthz"), 405, "method_not_allowed")


def test_head_and_options(url):
    head = http.head(f"{url}/generate")
    assert head.status_code == 405 and head.content == b""
    assert http.head(f"{url}/readyz").status_code == 200
    options = http.options(f"{url}/generate")
    assert options.status_code == 204 and options.headers["allow"] == "POST, OPTIONS"
    assert not [name for name in options.headers if name.startswith("access-control")]


def test_the_cap_holds_without_a_declared_length(url):
    def endless() -> Iterator[bytes]:
        nonlocal sent
        while True:
            sent += 8192
            yield b"x" * 8192

    sent = 0
    assert_error(http.post(f"{url}/generate", content=endless(), headers=JSON), 413, "body_too_large")
    assert sent < 20 * 2**20  # what the sockets hold between them


def test_a_declared_length_over_the_cap_is_refused_before_a_byte_is_read(url):
    with raw(url) as connection:
        connection.sendall(POST % (99_999_999, b""))
        assert connection.recv(4096).startswith(b"HTTP/1.1 413")


def test_a_body_that_trickles_in_is_given_up(monkeypatch, url):
    monkeypatch.setattr(api, "BODY_SECONDS", 0.3)
    with raw(url) as connection:
        connection.sendall(POST % (30, b""))
        began = time.monotonic()
        connection.sendall(b'{"prompt"')
        assert connection.recv(4096).startswith(b"HTTP/1.1 408")
        assert 0.2 < time.monotonic() - began < 1


def test_a_full_queue_says_when_to_come_back():
    hold = threading.Event()
    engine = FakeEngine(hold=hold)
    gate = opened(engine, slots=1, queue_size=0)
    with serving(gate) as url:
        stuck = threading.Thread(target=lambda: http.post(f"{url}/generate", json=WISH, timeout=10))
        stuck.start()
        until(lambda: engine.running)
        for stream in (False, True):
            response = http.post(f"{url}/generate", json=WISH | {"stream": stream})
            assert_error(response, 429, "busy")
            assert int(response.headers["retry-after"]) >= 1
        hold.set()
        stuck.join()
        assert http.post(f"{url}/generate", json=WISH).status_code == 200


def test_a_passed_deadline_is_504_before_the_first_piece_and_an_event_after_it():
    hold = threading.Event()
    with serving(opened(FakeEngine(hold=hold), deadline=0.2)) as url:
        for stream in (False, True):
            assert_error(http.post(f"{url}/generate", json=WISH | {"stream": stream}), 504, "deadline_passed")
    hold.set()
    with serving(opened(FakeEngine(delay=0.1), deadline=0.35)) as url:
        assert_error(http.post(f"{url}/generate", json=WISH), 504, "deadline_passed")
        with http.stream("POST", f"{url}/generate", json=WISH | {"stream": True}) as response:
            received = list(events(response))
    assert received[0][0] == "piece"
    assert received[-1][0] == "error" and received[-1][1]["error"]["code"] == "deadline_passed"


def test_not_ready_is_503_and_ready_comes_with_the_first_token():
    proceed = threading.Event()

    def slowly() -> FakeEngine:
        proceed.wait()
        return FakeEngine()

    gate = Gate(slowly, Settings())
    with serving(gate) as url:
        assert http.get(f"{url}/healthz").json()["status"] == "ok"
        assert_error(http.get(f"{url}/readyz"), 503, "not_ready")
        assert_error(http.post(f"{url}/generate", json=WISH), 503, "not_ready")
        proceed.set()
        gate.wait_ready(5)
        assert http.get(f"{url}/readyz").json() == {"status": "ready", "model": "fake", "digest": FakeEngine.digest}
        gate.close()
        assert_error(http.get(f"{url}/readyz"), 503, "not_ready")
        assert_error(http.post(f"{url}/generate", json=WISH), 503, "not_ready")


def test_a_model_that_could_not_be_opened_is_named_to_all_who_ask():
    def fail() -> FakeEngine:
        raise ModelError("no model at models/missing", "run `htmlbuilder pretrain`")

    gate = Gate(fail, Settings())
    gate._settled.wait(5)
    with serving(gate) as url:
        assert http.get(f"{url}/healthz").status_code == 200
        assert assert_error(http.get(f"{url}/readyz"), 500, "model_error")["hint"] == "run `htmlbuilder pretrain`"
        assert_error(http.post(f"{url}/generate", json=WISH), 500, "model_error")


def test_an_engines_failure_is_its_own_status_or_an_event():
    with serving(opened(FakeEngine(failure=UpstreamError("it hung up", "start it again")))) as url:
        assert_error(http.post(f"{url}/generate", json=WISH), 502, "upstream_error")
        with http.stream("POST", f"{url}/generate", json=WISH | {"stream": True}) as response:
            received = list(events(response))
    assert received[-1] == (
        "error",
        {"error": {"code": "upstream_error", "message": "it hung up", "hint": "start it again"}},
    )


def test_a_bug_shows_nothing_of_the_inside(caplog):
    with serving(opened(FakeEngine(failure=KeyError("secret")))) as url:
        error = assert_error(http.post(f"{url}/generate", json=WISH), 500, "internal")
    assert "secret" not in str(error) and "secret" in caplog.text


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("silent", [False, True])
def test_a_client_that_leaves_frees_its_slot_at_once(stream, silent):
    hold = threading.Event()
    engine = FakeEngine(pieces=["<p>x</p>"] * 2000, delay=0.01, hold=hold if silent else None)
    gate = opened(engine, slots=1)
    content = body(stream=stream)
    with serving(gate) as url:
        connection = raw(url)
        connection.sendall(POST % (len(content), content))
        until(lambda: engine.running)
        if stream and not silent:
            assert connection.recv(64)
        connection.close()
        left = time.monotonic()
        until(lambda: not gate._running)
        assert time.monotonic() - left < 0.5
        hold.set()
        until(lambda: engine.cancelled == 1)


def test_a_client_that_leaves_the_line_is_never_served():
    hold = threading.Event()
    engine = FakeEngine(hold=hold)
    gate = opened(engine, slots=1)
    content = body()
    with serving(gate) as url:
        first, second = raw(url), raw(url)
        first.sendall(POST % (len(content), content))
        until(lambda: engine.running)
        second.sendall(POST % (len(content), content))
        until(lambda: gate._waiting)
        second.close()
        until(lambda: not gate._waiting)
        hold.set()
        assert first.recv(64).startswith(b"HTTP/1.1 200")
        first.close()
    assert len(engine.requests) == 1


def test_a_client_that_stops_reading_loses_its_slot_at_the_deadline():
    gate = opened(FakeEngine(pieces=["x" * 65_536] * 500, delay=0.002), slots=1, deadline=1.0)
    content = body(stream=True, max_new_tokens=8192)
    with serving(gate) as url, raw(url) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.sendall(POST % (len(content), content))
        until(lambda: gate._running)
        until(lambda: not gate._running, 3)


def test_closing_the_gate_ends_streams_in_flight():
    gate = opened(FakeEngine(pieces=["<p>"] * 1000, delay=0.01))
    with serving(gate) as url, http.stream("POST", f"{url}/generate", json=WISH | {"stream": True}) as response:
        arriving = events(response)
        assert next(arriving)[0] == "piece"
        gate.close()
        *_, (name, data) = arriving
    assert name == "error" and data["error"]["code"] == "not_ready"


def test_one_connection_serves_many_requests(url):
    with httpx.Client() as client:
        statuses = [
            client.post(f"{url}/generate", json=wish).status_code
            for wish in (WISH, {}, WISH, WISH | {"stream": True}, WISH)
        ]
    assert statuses == [200, 422, 200, 200, 200]
