"""A real Chromium, and the real app with an engine that writes what the test asks for."""

import os
import shutil
import threading
import time
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from htmlbuilder.engines.base import GenerateRequest, Stream
from htmlbuilder.errors import HtmlBuilderError
from htmlbuilder.settings import Settings
from htmlbuilder.web import server
from htmlbuilder.web.gate import Gate
from tests.fakes import FakeEngine

# Chromium's own traffic is turned off, so that whatever leaves comes from a page. Its sandbox of the operating system is
# not the frame's sandbox, and cannot be had as root. A small heap makes a memory bomb go off early.
FLAGS = [
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--js-flags=--max-old-space-size=256",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


class ScriptedEngine(FakeEngine):
    """A fake that writes the page a prompt names: its own `pages`, and the one of `FakeEngine` for any other prompt.

    A page is a string, or an error to raise after the text before it. `pace` is the time between two pieces.
    """

    def __init__(self) -> None:
        super().__init__(delay=0.002)
        self.pages: dict[str, str | tuple[str, HtmlBuilderError]] = {}

    def stream(self, request: GenerateRequest) -> Stream:
        page = self.pages.get(request.prompt)
        if page is None or request.max_new_tokens == 1:
            return super().stream(request)
        text, failure = page if isinstance(page, tuple) else (page, None)
        engine = FakeEngine([text[at : at + 8] for at in range(0, len(text), 8)], self.delay, self.hold, failure)
        self.requests.append(request)
        stream = engine.stream(request)
        self.latest = engine
        return stream


class App(NamedTuple):
    url: str
    engine: ScriptedEngine
    gate: Gate


@pytest.fixture(scope="session")
def app() -> Iterator[App]:
    settings = Settings(port=0)
    settings = settings.model_copy(update={"port": server._free_port(settings)})
    engine = ScriptedEngine()
    gate = Gate(engine, settings)
    demo = server.start(gate, settings)
    gate.wait_ready(10)
    yield App(demo.local_url, engine, gate)
    server.stop(gate, demo)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("HTMLBUILDER_CHROMIUM") or shutil.which("chromium")
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()
