"""The JSON API and the gradio_client endpoint: what they take, what they give, and every way to be wrong.

`POST /generate` takes {"prompt": "…"} and answers with the page; with "html": "…", with that page changed so; with
"stream": true, as server-sent events. Errors are
{"error": {"code", "message", "hint"}} with the status of `htmlbuilder.errors`. Admission is left to `gate`, Host and
Origin to `guard`.
"""

import asyncio
import contextlib
import json
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from dataclasses import asdict
from typing import Any, TypeVar

from pydantic import Field, ValidationError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from htmlbuilder import __version__
from htmlbuilder.engines.base import Answer, GenerateRequest, Replace, refusal
from htmlbuilder.errors import (
    BodyTooLarge,
    BodyTooSlow,
    Busy,
    HtmlBuilderError,
    MalformedBody,
    MethodNotAllowed,
    UnsupportedMedia,
)
from htmlbuilder.settings import Settings
from htmlbuilder.web.gate import Gate, Item

BODY_SECONDS = 10.0  # within which a request's body must have arrived
PACE = 0.04  # seconds between two writes to one client: what piles up goes out together, too fast for an eye to see
T = TypeVar("T")
Wish = TypeVar("Wish", bound=GenerateRequest)
Items = AsyncGenerator[Item, None]
Handler = Callable[[Request], Awaitable[Response]]
log = logging.getLogger(__name__)


class GenerateBody(GenerateRequest):
    """The body of `POST /generate`: a request, and how to send the answer."""

    stream: bool = Field(False, description="answer with server-sent events, as the page is written")


def routes(gate: Gate) -> list[Route]:
    """The API's routes. They stand beside Gradio's, and need `guard.Guard` in front."""

    async def generate(request: Request) -> Response:
        body = parse(GenerateBody, await _read_json(request, gate.settings))
        items = gate.stream(body, PACE)
        if body.stream:
            return EventStream(await _while_connected(request, anext(items)), items, gate.settings.deadline)
        return Response(to_json(asdict(await _while_connected(request, _last(items)))), media_type="application/json")

    async def healthz(_: Request) -> Response:
        return Response(to_json({"status": "ok", "version": __version__}), media_type="application/json")

    async def readyz(_: Request) -> Response:
        engine = gate.check()
        return Response(
            to_json({"status": "ready", "model": engine.name, "digest": engine.digest}), media_type="application/json"
        )

    return [
        Route("/generate", Endpoint(generate, "POST")),
        Route("/healthz", Endpoint(healthz, "GET", "HEAD")),
        Route("/readyz", Endpoint(readyz, "GET", "HEAD")),
    ]


def register_client_api(gate: Gate) -> None:
    """Within a `gr.Blocks`: gradio_client's `/generate`. `predict` returns the page, `submit` yields it as it grows."""
    from gradio.events import api
    from gradio.exceptions import Error

    fields = {name: field.default for name, field in GenerateRequest.model_fields.items()}

    async def generate(
        prompt: str,
        seed: int = fields["seed"],
        temperature: float = fields["temperature"],
        top_p: float = fields["top_p"],
        max_new_tokens: int = fields["max_new_tokens"],
        best_of: int = fields["best_of"],
        html: str = fields["html"],
    ) -> AsyncIterator[str]:
        """Writes a page, or changes `html`, as the prompt says. Yields the HTML so far, and last the finished page."""
        values = {
            "prompt": prompt,
            "seed": seed,
            "temperature": temperature,
            "top_p": top_p,
            "max_new_tokens": max_new_tokens,
            "best_of": best_of,
            "html": html,
        }
        written = ""
        try:
            async with contextlib.aclosing(gate.stream(parse(GenerateRequest, values), PACE)) as items:
                async for item in items:
                    written = written + item if isinstance(item, str) else _whole(item)
                    yield written
        except HtmlBuilderError as error:
            raise Error(str(error), print_exception=False) from None

    generate.__annotations__["return"] = str  # what Gradio describes to clients: each value, not the iterator
    api(generate, api_name="generate", concurrency_limit=None)


def parse(model: type[Wish], values: dict[str, Any]) -> Wish:
    """`values` as a `model`. Raises `PromptTooLong`, `PageTooLong` or `InvalidRequest`, naming the field."""
    try:
        return model(**values)
    except ValidationError as error:
        kind, field, reason = refusal(error)
        raise kind(
            f"{field}: {reason}", f"the fields are {', '.join(model.model_fields)}; only prompt is required"
        ) from None


def _whole(item: Replace | Answer) -> str:
    return item.html if isinstance(item, Answer) else item.text


def error_body(error: HtmlBuilderError) -> dict[str, dict[str, str]]:
    return {"error": {"code": error.code, "message": error.message, "hint": error.hint}}


def error_response(error: HtmlBuilderError, **headers: str) -> Response:
    """The error as every route of this server reports it."""
    if isinstance(error, Busy):
        headers["Retry-After"] = str(error.retry_after)
    if isinstance(error, BodyTooLarge | BodyTooSlow):
        headers["Connection"] = "close"  # or the server would read on, and throw away, whatever else is sent
    return Response(to_json(error_body(error)), error.status, headers, "application/json")


def to_json(value: object) -> str:
    """Pure ASCII: whatever a model writes, lone surrogates too, is then valid UTF-8."""
    return json.dumps(value, separators=(",", ":"))


class Endpoint:
    """A path of the API as an ASGI app: checks the method, and turns what `handler` raises into a typed answer."""

    def __init__(self, handler: Handler, *methods: str) -> None:
        self._handler = handler
        self._methods = methods
        self._allow = ", ".join([*methods, "OPTIONS"])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            response = await self._respond(request)
        except ClientDisconnect:
            return
        except MethodNotAllowed as error:
            response = error_response(error, Allow=self._allow)
        except HtmlBuilderError as error:
            response = error_response(error)
        except Exception:
            log.exception("%s %s failed", request.method, request.url.path)
            response = error_response(HtmlBuilderError("something went wrong inside the server", "its log says more"))
        await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": self._allow})
        if request.method not in self._methods:
            raise MethodNotAllowed(f"{request.url.path} does not take {request.method}", f"use {self._methods[0]}")
        return await self._handler(request)


class EventStream(StreamingResponse):
    """The answer as server-sent events: `piece` {"text"}, at most one `replace` {"text"}, `done` (the answer) or
    `error`.

    `first` has been read from `items` already, so that what fails before it still has a status of its own. Ends after
    `seconds` even if the client has stopped reading, so that it cannot keep its slot.
    """

    media_type = "text/event-stream"

    def __init__(self, first: Item, items: Items, seconds: float) -> None:
        super().__init__(_events(first, items), headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
        self._items, self._seconds = items, seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async with contextlib.aclosing(self._items):
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._seconds):
                    await super().__call__(scope, receive, send)


async def _events(first: Item, items: Items) -> AsyncIterator[str]:
    yield _event(first)
    try:
        async for item in items:
            yield _event(item)
    except HtmlBuilderError as error:
        yield f"event: error\ndata: {to_json(error_body(error))}\n\n"


def _event(item: Item) -> str:
    if isinstance(item, Answer):
        return f"event: done\ndata: {to_json(asdict(item))}\n\n"
    if isinstance(item, Replace):
        return f"event: replace\ndata: {to_json(asdict(item))}\n\n"
    return f"event: piece\ndata: {to_json({'text': item})}\n\n"


async def _last(items: Items) -> Answer:
    async with contextlib.aclosing(items):
        async for item in items:
            if isinstance(item, Answer):
                return item
    raise AssertionError("the gate ends every stream with an answer")


async def _read_json(request: Request, settings: Settings) -> dict[str, Any]:
    """The body as a JSON object. Reads no more than `settings.max_body` bytes, and waits no longer than
    `BODY_SECONDS`.
    """
    _check_media(request)
    too_large = BodyTooLarge(f"the request body is over {settings.max_body} bytes", "send a shorter prompt or page")
    if int(request.headers.get("content-length", 0)) > settings.max_body:
        raise too_large
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for chunk in request.stream():
                body += chunk
                if len(body) > settings.max_body:
                    raise too_large
    except TimeoutError:
        raise BodyTooSlow(f"the request body did not arrive within {BODY_SECONDS:g} s", "send it in one go") from None
    try:
        value = json.loads(body.decode())
    except (ValueError, RecursionError) as error:
        raise MalformedBody(
            f"the body is not JSON: {error}", 'send an object such as {"prompt": "a login page"}'
        ) from None
    if not isinstance(value, dict):
        raise MalformedBody("the body is JSON, but not an object", 'send an object such as {"prompt": "a login page"}')
    return value


def _check_media(request: Request) -> None:
    media, _, parameters = request.headers.get("content-type", "").partition(";")
    charset = parameters.lower().partition("charset=")[2].strip(' "')
    if media.strip().lower() != "application/json" or charset not in ("", "utf-8"):
        raise UnsupportedMedia("the body must be JSON in UTF-8", "set the header Content-Type: application/json")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise UnsupportedMedia("the body must not be compressed", "leave out the header Content-Encoding")


async def _while_connected(request: Request, work: Awaitable[T]) -> T:
    """Awaits `work`, but cancels it and raises `ClientDisconnect` when the client goes away."""
    task, gone = asyncio.ensure_future(work), asyncio.create_task(_disconnected(request))
    try:
        await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            raise ClientDisconnect
        return task.result()
    finally:
        task.cancel()
        gone.cancel()
        await asyncio.gather(task, gone, return_exceptions=True)


async def _disconnected(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
