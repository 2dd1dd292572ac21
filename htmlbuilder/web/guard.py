"""Whom this server answers at all: the check of Host and Origin in front of every route, Gradio's too.

A server on localhost can be reached by any page the user has open: by a form or a fetch from another site (its Origin
tells), or under a host name the attacker has pointed at 127.0.0.1 (its Host tells). Both get 403, and so does the
sandboxed preview, whose origin is opaque. What the routes themselves take and give is left to `api`.
"""

import ipaddress
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from htmlbuilder.errors import BodyTooLarge, Forbidden, HtmlBuilderError
from htmlbuilder.settings import Settings
from htmlbuilder.web.api import error_response

LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
WILDCARD = frozenset({"0.0.0.0", "::", ""})
LARGEST_BODY = 4 * 2**20  # bytes, for the routes that set no cap of their own: an edited page goes through Gradio whole


class Guard:
    """ASGI middleware. Passes on what comes under a known host from no other site, and puts `headers` on every
    response.

    Known are localhost, the address listened on, `settings.allowed_hosts` and the Space's own name, at any port.
    Listening on all addresses, any IP address is known as well: only names can be rebound.
    """

    def __init__(self, app: ASGIApp, settings: Settings, headers: Mapping[str, str] | None = None) -> None:
        self._settings = settings
        self._headers = dict(headers or {})
        self._known = LOCAL | {settings.host, settings.space_host, *settings.allowed_hosts} - {""}
        self._app: ASGIApp = _WithoutOrigin(app)
        if settings.cors_origins:
            self._app = CORSMiddleware(
                self._app,
                allow_origins=settings.cors_origins,
                allow_methods=["GET", "POST"],
                allow_headers=["content-type"],
                expose_headers=["retry-after"],
            )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            return await self._app(scope, receive, send)
        try:
            self._check(Headers(scope=scope))
        except HtmlBuilderError as error:
            if scope["type"] == "websocket":
                return await send({"type": "websocket.close", "code": 1008, "reason": error.message})
            return await error_response(error)(scope, receive, self._with_headers(send))
        return await self._app(scope, _capped(receive), self._with_headers(send))

    def _check(self, headers: Headers) -> None:
        hosts, origins = headers.getlist("host"), headers.getlist("origin")
        host = _name(f"//{hosts[0]}") if len(hosts) == 1 else None
        if host is None or not self._is_known(host):
            raise Forbidden(
                f"this server does not answer to the host {', '.join(hosts) or '(none)'}",
                "open it as localhost, or add the name to HTMLBUILDER_ALLOWED_HOSTS",
            )
        foreign = [origin for origin in origins if not self._is_ours(origin, host)]
        by_tag = headers.get("sec-fetch-site") == "cross-site" and headers.get("sec-fetch-mode") != "navigate"
        if foreign or (by_tag and not origins):
            raise Forbidden(
                f"pages of {foreign[0] if foreign else 'another site'} may not call this server",
                "add the origin to HTMLBUILDER_CORS_ORIGINS if they should",
            )
        if int(headers.get("content-length", 0)) > LARGEST_BODY:
            raise BodyTooLarge(f"the request body is over {LARGEST_BODY} bytes")

    def _is_known(self, name: str) -> bool:
        if name in self._known or "*" in self._known:
            return True
        return self._settings.host in WILDCARD and _is_address(name)

    def _is_ours(self, origin: str, host: str) -> bool:
        name = _name(origin)
        allowed = self._settings.cors_origins
        return origin in allowed or "*" in allowed or (name is not None and (name == host or name in self._known))

    def _with_headers(self, send: Send) -> Send:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers[name] = value
            await send(message)

        return send_with_headers


class _WithoutOrigin:
    """Hides the Origin, checked by now, from Gradio, which would answer it with CORS headers of its own."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if "headers" in scope:
            scope = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != b"origin"]}
        await self._app(scope, receive, send)


def _capped(receive: Receive) -> Receive:
    """`receive`, but a body that grows past `LARGEST_BODY` without having declared it reads as a client that left."""
    total = 0

    async def receive_capped() -> Message:
        nonlocal total
        message = await receive()
        total += len(message.get("body", b""))
        return message if total <= LARGEST_BODY else {"type": "http.disconnect"}

    return receive_capped


def _name(url: str) -> str | None:
    """The host name in an URL, None if there is none ("null", the origin of a sandboxed frame, has none)."""
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
