"""The remote engine against a real llama.cpp server in another process, and against one that fails as told."""

import json
import select
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from htmlbuilder.engines import open_engine
from htmlbuilder.engines.base import Finish, GenerateRequest
from htmlbuilder.engines.batch import complete
from htmlbuilder.engines.remote import RemoteEngine
from htmlbuilder.errors import Busy, HtmlBuilderError, InvalidRequest, NotReady, PromptTooLong, UpstreamError
from htmlbuilder.settings import Settings
from tests.streams import ended

WISH = GenerateRequest(prompt="Write an HTML code to create a login page", max_new_tokens=60)
KEY = "key-of-a-test"
LLAMA = """
import sys, xllamacpp

params = xllamacpp.CommonParams()
params.model.path, params.hostnames, params.port, params.api_keys = sys.argv[1], ["127.0.0.1"], 0, [sys.argv[2]]
params.n_ctx, params.n_parallel, params.cpuparams.n_threads, params.verbosity = 1024, 1, 1, 0
params.chat_template = sys.argv[3]
server = xllamacpp.Server(params)
print(server.listening_address, flush=True)
sys.stdin.read()
"""


@pytest.fixture(scope="module")
def llama(toy_model: Path) -> Iterator[str]:
    """The URL of a llama.cpp server with one slot, which wants `KEY`."""
    command = [
        sys.executable,
        "-c",
        LLAMA,
        str(toy_model / "model.gguf"),
        KEY,
        (toy_model / "chat_template.jinja").read_text(),
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
        server.kill()


def opened(url: str, **settings: object) -> RemoteEngine:
    engine = open_engine(Settings.load(model=url, **settings))
    assert isinstance(engine, RemoteEngine)
    return engine


# a real server


@pytest.fixture
def engine(llama: str, monkeypatch: pytest.MonkeyPatch) -> RemoteEngine:
    monkeypatch.setenv("HTMLBUILDER_API_KEY", KEY)
    return opened(llama)


@pytest.mark.parametrize("prompt", [WISH.prompt, "  spell <|end|> out, 123456 times "])
def test_it_writes_what_the_same_model_writes_here(engine, toy_model, prompt):
    wish = WISH.model_copy(update={"prompt": prompt})
    with engine.stream(wish) as stream:
        pieces = list(stream)
    with closing(open_engine(Settings(model=str(toy_model), threads=1))) as local:
        there, here = stream.finish, complete(local, wish)
    assert "".join(pieces) == here.text and len(pieces) > 20
    assert there is not None and (there.reason, there.tokens, there.prompt_tokens) == (
        "length",
        60,
        here.finish.prompt_tokens,
    )
    assert engine.name.endswith("model.gguf") and engine.digest == ""


def test_a_page_to_change_reaches_a_model_of_ours_as_it_does_here(engine, toy_model):
    old = "<!doctype html>\n<h1>Log in</h1>\n<pre>``` and <|end|> and</pre>\n```\n"
    change = WISH.model_copy(update={"prompt": " make the heading “Come in” ", "html": old})
    with closing(open_engine(Settings(model=str(toy_model), threads=1))) as local:
        there, here = complete(engine, change), complete(local, change)
    assert there.text == here.text and there.finish.prompt_tokens == here.finish.prompt_tokens
    assert there.text != complete(engine, WISH.model_copy(update={"prompt": change.prompt})).text


def test_sampling_is_passed_on(engine):
    wish = WISH.model_copy(update={"temperature": 1.0, "top_p": 0.9, "seed": 2**32 - 1})
    assert complete(engine, wish).text == complete(engine, wish).text
    assert complete(engine, wish).text != complete(engine, wish.model_copy(update={"seed": 3})).text
    ends = (wish.model_copy(update={"temperature": 2.0, "seed": seed, "max_new_tokens": 900}) for seed in range(30))
    assert next(done for wish in ends if (done := complete(engine, wish).finish).tokens < 900).reason == "stop"


def test_a_reader_who_leaves_frees_the_slot_of_the_server(engine):
    whole = complete(engine, WISH.model_copy(update={"max_new_tokens": 900})).finish
    for _ in range(5):  # the toy is quick: on a busy machine it may be done before it hears
        stream = engine.stream(WISH.model_copy(update={"max_new_tokens": 900}))
        next(iter(stream))
        began = time.monotonic()
        stream.cancel()
        assert complete(engine, WISH.model_copy(update={"max_new_tokens": 1})).finish.tokens == 1
        took, finish = time.monotonic() - began, ended(stream)
        if finish.reason == "cancelled" and took < whole.seconds / 2 + 0.2:
            break
    assert finish.reason == "cancelled" and 1 <= finish.tokens < 900
    assert took < whole.seconds / 2 + 0.2


def test_a_prompt_that_does_not_fit_is_said_so(engine):
    with pytest.raises(PromptTooLong, match=r"has [\d,]+ tokens, and the model holds 1,024"):
        complete(engine, GenerateRequest(prompt="a page? " * 900))


def test_without_its_key_it_is_refused(llama, monkeypatch):
    monkeypatch.delenv("HTMLBUILDER_API_KEY", raising=False)
    with closing(opened(llama, remote_model="any")) as engine, pytest.raises(UpstreamError) as raised:
        complete(engine, WISH)
    assert "refuses the key (401)" in raised.value.message and "HTMLBUILDER_API_KEY" in raised.value.hint


# one that fails as told

EVENTS = {"content-type": "text/event-stream"}


def piece(content: str | None = None, finish: str | None = None, **more: object) -> bytes:
    choice = {"index": 0, "delta": {"content": content}, "finish_reason": finish}
    return b"data: " + json.dumps({"choices": [choice], **more}, ensure_ascii=False).encode() + b"\n\n"


DONE = piece(None, "stop") + b"data: [DONE]\n\n"


class Fake(ThreadingHTTPServer):
    """Answers a completion with `status`, `headers` and `parts`; before a part that is None it waits for `go`.

    `asked` are the paths and bodies of the requests, `keys` what they brought as authorization; `left` is set when a
    client closes the connection while it waits.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.models: bytes = b'{"data": [{"id": "first"}, {"id": "second"}]}'
        self.answer(piece("<p>"), piece("x</p>"), DONE)
        self.asked: list[tuple[str, Any]] = []
        self.keys: list[str | None] = []
        self.left = threading.Event()

    def answer(self, *parts: bytes | None, status: int = 200, headers: dict[str, str] = EVENTS) -> None:
        self.parts, self.status, self.headers = parts, status, headers


class Answers(BaseHTTPRequestHandler):
    server: Fake

    def do_GET(self) -> None:
        self.server.asked.append((self.path, None))
        self.server.keys.append(self.headers["authorization"])
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.server.models)

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.server.asked.append((self.path, body))
        self.server.keys.append(self.headers["authorization"])
        parts = self.server.parts
        if parts[:1] != (None,):
            self._head()
        for part in parts:
            if part is None:
                while not select.select([self.connection], [], [], 0.05)[0]:
                    pass
                assert self.connection.recv(1) == b""
                self.server.left.set()
                return
            self.wfile.write(part)
            self.wfile.flush()

    def _head(self) -> None:
        self.send_response(self.server.status)
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def fake() -> Iterator[Fake]:
    server = Fake()
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("suffix", ["", "/", "/v1", "/v1/"])
def test_it_asks_as_the_api_wants_it(fake, suffix):
    engine = opened(fake.url + suffix)
    assert (engine.name, fake.asked) == ("first", [("/v1/models", None)])
    assert complete(engine, WISH).text == "<p>x</p>"
    path, body = fake.asked[1]
    assert path == "/v1/chat/completions"
    assert body == {
        "model": "first",
        "messages": [{"role": "user", "content": WISH.prompt}],
        "max_tokens": 60,
        "temperature": 0.0,
        "seed": 0,
        "stream": True,
        "stream_options": {"include_usage": True},
    }
    complete(engine, WISH.model_copy(update={"top_p": 0.5, "temperature": 0.7, "seed": 2**32 - 1}))
    assert fake.asked[2][1] | {"top_p": 0.5, "temperature": 0.7} == fake.asked[2][1]
    assert fake.asked[2][1]["seed"] != 2**32 - 1, "which asks llama.cpp for any seed"
    complete(engine, WISH.model_copy(update={"html": "<h1>Log in</h1>\n<|end|>"}))
    (message,) = fake.asked[3][1]["messages"]
    assert message["role"] == "user" and message["content"].startswith(f"{WISH.prompt}\n\n")
    assert message["content"].endswith("```html\n<h1>Log in</h1>\n< |end|>\n```")


def test_a_model_that_is_named_is_asked_for(fake):
    engine = opened(fake.url, remote_model="second")
    complete(engine, WISH)
    assert engine.name == "second" and [body["model"] for _, body in fake.asked] == ["second"]


def test_the_key_goes_to_that_server_and_into_no_message(fake, monkeypatch):
    monkeypatch.setenv("HTMLBUILDER_API_KEY", KEY)
    engine = opened(fake.url.replace("//", "//user:password@"))
    fake.answer(b"no", status=500)
    with pytest.raises(UpstreamError) as raised:
        complete(engine, WISH)
    assert KEY not in str(raised.value) and "password" not in str(raised.value)
    fake.keys.clear()
    complete_with(opened(fake.url), fake)
    assert fake.keys == [f"Bearer {KEY}"] * 2
    monkeypatch.setenv("OPENAI_API_KEY", "another")
    monkeypatch.delenv("HTMLBUILDER_API_KEY")
    fake.keys.clear()
    complete_with(opened(fake.url), fake)
    assert fake.keys == [None] * 2, "a key for one server is not given to another"


def complete_with(engine: RemoteEngine, fake: Fake) -> None:
    fake.answer(piece("x"), DONE)
    complete(engine, WISH)


def test_the_key_does_not_follow_a_redirect(fake, monkeypatch):
    monkeypatch.setenv("HTMLBUILDER_API_KEY", KEY)
    engine = opened(fake.url)
    fake.answer(status=307, headers={"location": "http://127.0.0.1:9/v1/chat/completions"})
    with pytest.raises(UpstreamError, match="could not generate"):
        complete(engine, WISH)


def test_counts_are_the_servers_where_it_tells(fake):
    usage = {"prompt_tokens": 9, "completion_tokens": 40}
    fake.answer(piece("<p>"), piece("x"), piece(None, "length"), piece(usage=usage), b"data: [DONE]\n\n")
    finish = complete(opened(fake.url), WISH).finish
    assert (finish.reason, finish.tokens, finish.prompt_tokens) == ("length", 40, 9)
    fake.answer(piece("<p>"), piece("x"), DONE)
    finish = complete(opened(fake.url), WISH).finish
    assert (finish.reason, finish.tokens, finish.prompt_tokens) == ("stop", 2, 0)


def test_text_is_taken_letter_by_letter(fake):
    text = "é\u2028\x85\r\n–👍"
    content = b": hello\r\n\r\n" + piece(text).replace(b"\n\n", b"\r\n\r\n") + piece("") + b"event: x\nid: 3\n\n" + DONE
    fake.answer(*(content[at : at + 3] for at in range(0, len(content), 3)))
    assert complete(opened(fake.url), WISH).text == text
    fake.answer(piece("x", "stop"))
    assert complete(opened(fake.url), WISH).text == "x", "an end without [DONE] is one when a reason was given"


@pytest.mark.parametrize("parts", [(None,), (b"", None), (piece("<p>"), None)])
def test_a_reader_who_leaves_a_silent_server_closes_the_connection(fake, parts):
    """Before any answer has come, after its head, and after its first piece."""
    engine = opened(fake.url)
    fake.answer(*parts)
    stream = engine.stream(WISH)
    while len(fake.asked) < 2:
        time.sleep(0.01)
    time.sleep(0.1)
    began = time.monotonic()
    stream.cancel()
    assert ended(stream).reason == "cancelled"
    assert fake.left.wait(2)
    assert time.monotonic() - began < 0.5


def test_closing_ends_what_runs(fake):
    engine = opened(fake.url)
    fake.answer(piece("<p>"), None)
    stream = engine.stream(WISH)
    assert next(iter(stream)) == "<p>"
    engine.close()
    assert ended(stream) == Finish("cancelled", 1, 0, pytest.approx(0, abs=5))
    with pytest.raises(NotReady):
        engine.stream(WISH)


def refusal(status: int, /, **error: object) -> Callable[[Fake], None]:
    return lambda fake: fake.answer(json.dumps({"error": error}).encode(), status=status, headers={})


def answer(*parts: bytes, **more: Any) -> Callable[[Fake], None]:
    return lambda fake: fake.answer(*parts, **more)


VLLM = (
    "This model's maximum context length is 2048 tokens. However, you requested 5000 tokens. Please reduce the length."
)
TGI = "Input validation error: `inputs` must have less than 1024 tokens. Given: 5000"


@pytest.mark.parametrize(
    ("fail", "kind", "said"),
    [
        (refusal(401, message="no"), UpstreamError, r"refuses the key \(401\)\n.*HTMLBUILDER_API_KEY"),
        (refusal(403, message="no"), UpstreamError, "refuses the key"),
        (refusal(404, message="the model `x` does not exist"), UpstreamError, "`x` does not exist.*\n.*--remote-model"),
        (refusal(429, message="slow down"), Busy, "is busy"),
        (refusal(400, message=VLLM, code=400), PromptTooLong, "maximum context length is 2048.*\n.*fewer words"),
        (refusal(400, message="too long", code="context_length_exceeded"), PromptTooLong, "do not fit"),
        (refusal(422, message=TGI), PromptTooLong, "do not fit"),
        (refusal(400, type="x", n_prompt_tokens=5000, n_ctx=1024), PromptTooLong, "has 5,000 tokens, .* holds 1,024"),
        (refusal(400, message="temperature is odd"), UpstreamError, "could not generate: .*temperature is odd"),
        (answer(b"<h1>Bad\nGateway</h1>", status=502), UpstreamError, r"failed \(502\): <h1>Bad Gateway"),
        (refusal(503, message="Loading model"), UpstreamError, r"failed \(503\): .*Loading model"),
        (answer(b"{}", headers={"content-type": "application/json"}), UpstreamError, "does not stream"),
        (answer(piece("<p>")), UpstreamError, "broke off in the middle"),
        (answer(piece("<p>"), piece(None, "content_filter")), UpstreamError, r"in the middle \(content_filter\)"),
        (answer(piece("<p>"), b"data: {oops\n\n"), UpstreamError, "no piece of a chat completion: {oops"),
        (answer(piece("<p>"), b'data: {"choices": 3}\n\n'), UpstreamError, "no piece of a chat completion"),
        (
            answer(piece("<p>"), b'data: {"error": {"message": "CUDA"}}\n\n'),
            UpstreamError,
            "could not generate: .*CUDA",
        ),
        (answer(b'data: {"object": "error", "message": "odd"}\n\n'), UpstreamError, "could not generate: .*odd"),
        (answer(b"data: " + b"x" * 2**21), UpstreamError, "a line without end"),
        (answer(piece("<p>"), headers=EVENTS | {"content-length": "999"}), UpstreamError, "broke the connection"),
    ],
)
def test_failures_are_told_in_our_words(fake, fail, kind, said):
    engine = opened(fake.url)
    fail(fake)
    with pytest.raises(HtmlBuilderError, match=said) as raised:
        complete(engine, WISH)
    assert type(raised.value) is kind
    fake.answer(piece("x"), DONE)
    assert complete(engine, WISH).text == "x"


def test_what_was_written_before_a_failure_is_read_first(fake):
    engine = opened(fake.url)
    fake.answer(piece("<p>"), piece("x"))
    pieces: list[str] = []
    with pytest.raises(UpstreamError, match="broke off"), engine.stream(WISH) as stream:
        pieces.extend(stream)
    assert pieces == ["<p>", "x"]


@pytest.mark.parametrize(("header", "seconds"), [({"retry-after": "17"}, 17), ({}, 1), ({"retry-after": "soon"}, 1)])
def test_a_busy_server_says_when_to_come_back(fake, header, seconds):
    engine = opened(fake.url)
    fake.answer(b"{}", status=429, headers=header)
    with pytest.raises(Busy) as raised:
        complete(engine, WISH)
    assert raised.value.retry_after == seconds


def test_a_server_that_stays_silent_is_given_up(fake):
    engine = opened(fake.url, deadline=0.3)
    fake.answer(piece("<p>"), None)
    with pytest.raises(UpstreamError, match=r"sent nothing for 0.3 s\n.*HTMLBUILDER_DEADLINE"):
        complete(engine, WISH)


@pytest.mark.parametrize(
    ("models", "said"),
    [(b'{"data": []}', "serves no model"), (b"<p>", "no list of models"), (b'{"data": 1}', "no list of models")],
)
def test_a_server_without_models_is_refused(fake, models, said):
    fake.models = models
    with pytest.raises(UpstreamError, match=said):
        opened(fake.url)


def test_where_nothing_listens_it_says_so():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(UpstreamError, match=r"cannot be reached: .*\n.*that the server runs"):
            opened(f"http://127.0.0.1:{taken.getsockname()[1]}")


@pytest.mark.parametrize("url", ["http://", "http://[::1", "http://a:x/", "https://a b/"])
def test_what_is_no_url_is_refused(url):
    with pytest.raises(HtmlBuilderError) as raised:
        opened(url)
    assert isinstance(raised.value, InvalidRequest | UpstreamError)


@pytest.mark.parametrize("key", ["a\nb", "schlüssel"])
def test_what_is_no_key_is_refused(fake, key, monkeypatch):
    monkeypatch.setenv("HTMLBUILDER_API_KEY", key)
    with pytest.raises(InvalidRequest, match="HTMLBUILDER_API_KEY") as raised:
        opened(fake.url)
    assert key not in str(raised.value)
