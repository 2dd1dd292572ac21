"""The remote engine: a model behind an OpenAI-compatible server, such as vLLM, TGI, llama.cpp or Ollama.

The server frames the wish with its model's chat template. Reading the text as a page is left to `page`.
"""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable
from http import HTTPStatus
from typing import Any

import httpx
from pydantic import BaseModel, ValidationError

from htmlbuilder import prompt
from htmlbuilder.engines.base import Finish, GenerateRequest, Stream, too_long
from htmlbuilder.errors import (
    Busy,
    HtmlBuilderError,
    InvalidRequest,
    NotReady,
    PageTooLong,
    PromptTooLong,
    UpstreamError,
)
from htmlbuilder.settings import Settings

POLL = 0.05  # seconds between looks at whether the reader of a silent server has left
CONNECT_SECONDS = 10
LONGEST_LINE = 2**20
ENDINGS = ("stop", "eos_token", "stop_sequence")  # the last two are TGI's
# What the servers say of a prompt that does not fit: OpenAI and vLLM, llama.cpp, TGI.
TOO_LONG = re.compile(r"context[ _](length|size|window)|`inputs`.{0,40} must ", re.IGNORECASE)


class RemoteEngine:
    """The server at the URL `settings.model`, with or without its `/v1`, and of its models `settings.remote_model`.

    Raises `UpstreamError` when it cannot be reached, refuses, or serves no model. What it cannot say of itself, nobody
    here knows: `digest` is empty. Counts are the server's own; without them, as after a cancel, each piece counts as
    a token and the prompt as none.
    """

    digest = ""

    def __init__(self, settings: Settings) -> None:
        try:
            url = httpx.URL(settings.model)
        except (httpx.InvalidURL, UnicodeError) as error:
            raise InvalidRequest(
                f"{settings.model} is not a URL: {error}", "give one such as http://host:8000"
            ) from None
        key = settings.api_key.get_secret_value()
        if not (key.isascii() and key.isprintable()):
            raise InvalidRequest("the key is not one: no HTTP header can carry it", "set HTMLBUILDER_API_KEY anew")
        self._place = f"{url.scheme}://{url.netloc.decode('ascii')}"  # without a password that the URL may hold
        self._silence = settings.deadline
        self._closing = False
        self._options: dict[str, Any] = {
            "base_url": url.copy_with(path=f"{url.path.rstrip('/').removesuffix('/v1')}/v1", query=None, fragment=None),
            "headers": {"Authorization": f"Bearer {key}"} if key else {},
            "timeout": httpx.Timeout(self._silence, connect=CONNECT_SECONDS),
            "verify": httpx.create_ssl_context(),
        }
        self.name = settings.remote_model or self._first_model()
        self.can_edit = True

    def stream(self, request: GenerateRequest) -> Stream:
        """See `Engine.stream`. Raises `NotReady` once the engine is closed."""
        if self._closing:
            raise NotReady("the model is closed", "open it again")
        began = time.monotonic()
        return Stream(lambda emit: asyncio.run(self._generate(request, emit, began)))

    def close(self) -> None:
        """Ends running streams as cancelled."""
        self._closing = True

    async def _generate(self, request: GenerateRequest, emit: Callable[[str], bool], began: float) -> Finish:
        """Reads in a task, so that a reader who leaves closes the connection, however silent the server is."""
        tally = _Tally()
        reading = asyncio.create_task(self._read(request, emit, tally))
        while not reading.done():
            await asyncio.wait({reading}, timeout=POLL)
            if self._closing or not emit(""):
                reading.cancel()
                await asyncio.wait({reading})
                if reading.cancelled():
                    return Finish("cancelled", tally.tokens, tally.prompt_tokens, time.monotonic() - began)
        reading.result()
        return tally.finish(self._place, time.monotonic() - began)

    async def _read(self, request: GenerateRequest, emit: Callable[[str], bool], tally: "_Tally") -> None:
        try:
            async with (
                httpx.AsyncClient(**self._options) as client,
                client.stream("POST", "chat/completions", json=self._question(request)) as response,
            ):
                if response.status_code != HTTPStatus.OK:
                    await response.aread()
                    raise self._refusal(response, request)
                if not response.headers.get("content-type", "").startswith("text/event-stream"):
                    raise UpstreamError(f"{self._place} does not stream", "check that the URL is that of an API")
                async for data in _events(response):
                    if data == b"[DONE]":
                        return
                    self._take(data, request, emit, tally)
        except httpx.HTTPError as error:
            raise self._unreachable(error) from None

    def _take(self, data: bytes, request: GenerateRequest, emit: Callable[[str], bool], tally: "_Tally") -> None:
        try:
            chunk = _Chunk.model_validate_json(data)
        except ValidationError:
            raise UpstreamError(
                f"{self._place} sent what is no piece of a chat completion: {_short(data)}", "check its log"
            ) from None
        if chunk.error is not None or chunk.object == "error":
            raise self._failure(chunk.error or chunk.message, data, request)
        for choice in chunk.choices:
            if choice.delta.content:
                tally.pieces += 1
                emit(choice.delta.content)
            tally.reason = choice.finish_reason or tally.reason
        tally.usage = chunk.usage or tally.usage

    def _question(self, request: GenerateRequest) -> dict[str, Any]:
        """The body of a request. `top_p` of 1 is left out: it changes nothing, and TGI refuses it."""
        wish = prompt.asking(prompt.clean(request.prompt), prompt.disarm(request.html, prompt.SPECIAL_TOKENS))
        return {
            "model": self.name,
            "messages": [{"role": "user", "content": wish}],
            "max_tokens": request.max_new_tokens,
            "temperature": request.temperature,
            "seed": request.seed % (2**32 - 1),  # the largest one stands for "draw one" in llama.cpp
            "stream": True,
            "stream_options": {"include_usage": True},
        } | ({"top_p": request.top_p} if request.top_p < 1 else {})

    def _first_model(self) -> str:
        try:
            with httpx.Client(**self._options) as client:
                response = client.get("models")
        except httpx.HTTPError as error:
            raise self._unreachable(error) from None
        if response.status_code != HTTPStatus.OK:
            raise self._refusal(response, None)
        try:
            models = _Models.model_validate_json(response.content).data
        except ValidationError:
            raise UpstreamError(
                f"{self._place} has no list of models at /v1/models", "check the URL, or name one: --remote-model"
            ) from None
        if not models:
            raise UpstreamError(f"{self._place} serves no model", "load one there first")
        return models[0].id

    def _unreachable(self, error: httpx.HTTPError) -> UpstreamError:
        if isinstance(error, httpx.ReadTimeout):
            return UpstreamError(
                f"{self._place} sent nothing for {self._silence:g} s", "check its log, or raise HTMLBUILDER_DEADLINE"
            )
        if isinstance(error, httpx.ReadError | httpx.RemoteProtocolError):
            return UpstreamError(f"{self._place} broke the connection: {error}", "check its log and try again")
        return UpstreamError(f"{self._place} cannot be reached: {error}", "check the URL, and that the server runs")

    def _refusal(self, response: httpx.Response, request: GenerateRequest | None) -> HtmlBuilderError:
        """The error that an answer other than 200 stands for: to `request` or, when None, to another question."""
        status, said = response.status_code, _short(response.content)
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            after = response.headers.get("retry-after", "")
            return Busy(f"{self._place} is busy", "try again later", int(after) if after.isdecimal() else 1)
        if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
            return UpstreamError(f"{self._place} refuses the key ({status})", "set HTMLBUILDER_API_KEY to one it takes")
        if status == HTTPStatus.NOT_FOUND:
            return UpstreamError(
                f"{self._place} has no such path or model: {said}", "check the URL, and --remote-model"
            )
        if status < HTTPStatus.INTERNAL_SERVER_ERROR:
            return self._failure(_error_in(response.content), response.content, request)
        return UpstreamError(f"{self._place} failed ({status}): {said}", "check its log and try again")

    def _failure(self, error: Any, content: bytes, request: GenerateRequest | None) -> HtmlBuilderError:
        """The error that the server's own `error`, found in `content`, stands for."""
        match error:
            case {"n_prompt_tokens": int(tokens), "n_ctx": int(context)} if request:  # llama.cpp's
                return too_long(request, tokens, context)
        said = _short(content)
        if TOO_LONG.search(said):
            return (PageTooLong if request and request.html else PromptTooLong)(
                f"prompt and page do not fit into the model: {said}", "say it in fewer words, or ask for fewer tokens"
            )
        return UpstreamError(f"{self._place} could not generate: {said}", "check its log")


class _Delta(BaseModel):
    content: str | None = None


class _Choice(BaseModel):
    delta: _Delta = _Delta()
    finish_reason: str | None = None


class _Usage(BaseModel):
    prompt_tokens: int = 0
    completion_tokens: int


class _Chunk(BaseModel):
    object: str = ""
    choices: list[_Choice] = []
    usage: _Usage | None = None
    error: Any = None
    message: Any = None


class _Model(BaseModel):
    id: str


class _Models(BaseModel):
    data: list[_Model]


class _Tally:
    """What is known so far of an answer."""

    def __init__(self) -> None:
        self.pieces = 0
        self.reason: str | None = None
        self.usage: _Usage | None = None

    @property
    def tokens(self) -> int:
        return self.usage.completion_tokens if self.usage else self.pieces

    @property
    def prompt_tokens(self) -> int:
        return self.usage.prompt_tokens if self.usage else 0

    def finish(self, place: str, seconds: float) -> Finish:
        """How it ended. Raises `UpstreamError` for an answer that broke off."""
        if self.reason == "length":
            return Finish("length", self.tokens, self.prompt_tokens, seconds)
        if self.reason in ENDINGS:
            return Finish("stop", self.tokens, self.prompt_tokens, seconds)
        why = f" ({self.reason})" if self.reason else ""
        raise UpstreamError(f"{place} broke off in the middle{why}", "check its log and try again")


async def _events(response: httpx.Response) -> AsyncIterator[bytes]:
    """The data of each server-sent event. Only a line feed ends a line: text may hold other separators."""
    rest = b""
    async for chunk in response.aiter_bytes():
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            if line.startswith(b"data:"):
                yield line[5:].strip()
        if len(rest) > LONGEST_LINE:
            raise UpstreamError(f"{response.url.host} sent a line without end", "check that the URL is that of an API")


def _error_in(content: bytes) -> Any:
    try:
        return _Chunk.model_validate_json(content).error
    except ValidationError:
        return None


def _short(content: bytes) -> str:
    """What a server said, on one line of a bearable length."""
    return " ".join(content.decode(errors="replace").split())[:300]
