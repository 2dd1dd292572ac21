"""A real Chromium, and the real app with an engine that writes what the test asks for.

Both live for this package only: Playwright keeps an event loop running, in which no other test could run one.
"""

import os
import shutil
from collections.abc import Iterator
from typing import Literal, NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from htmlbuilder.engines.base import GenerateRequest, Stream
from htmlbuilder.engines.best import FRAMES
from htmlbuilder.errors import HtmlBuilderError
from htmlbuilder.page import read_page
from htmlbuilder.settings import Settings
from htmlbuilder.web import preview, server
from htmlbuilder.web.gate import Gate
from tests.fakes import PAGE, FakeEngine

# Chromium's own traffic is turned off, so that whatever leaves comes from a page. (Its sandbox of the operating system,
# which root cannot have, is not the frame's sandbox.) A small heap makes a memory bomb go off early.
FLAGS = [
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--enable-features=ConnectionAllowlists,OverrideConnectionAllowlistOriginTrial",  # from 152 on without asking
    "--js-flags=--max-old-space-size=256",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
expect.set_options(timeout=30_000)  # waits end when the thing is there; a busy machine is no failure


class ScriptedEngine(FakeEngine):
    """A fake that writes for each prompt the page that `pages` has for it, or else a fixed one.

    A change that `pages` has nothing for leaves such a page letter by letter as it was. A page is text, or text and the
    error that comes after it. `latest` is the generation at work, or the last one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.pages: dict[str, str | tuple[str, HtmlBuilderError]] = {}
        self.latest = FakeEngine()

    def stream(self, request: GenerateRequest) -> Stream:
        prompt = request.prompt
        for frame in FRAMES:
            prompt = prompt.removeprefix(frame)
        same = (page for page in self.pages.values() if request.html and read_page(str(page)).html == request.html)
        page = self.pages[prompt] if prompt in self.pages else next(same, PAGE)
        text, failure = page if isinstance(page, tuple) else (page, None)
        pieces = [text[at : at + 8] for at in range(0, len(text), 8)]
        self.latest = FakeEngine(pieces, self.delay, self.hold, failure)
        return self.latest.stream(request)


class App(NamedTuple):
    url: str
    engine: ScriptedEngine
    gate: Gate


@pytest.fixture(scope="package")
def app() -> Iterator[App]:
    settings = Settings(port=0)
    settings = settings.model_copy(update={"port": server._free_port(settings)})
    engine = ScriptedEngine()
    gate = Gate(engine, settings)
    demo = server.start(gate, settings)
    gate.wait_ready(10)
    yield App(demo.local_url, engine, gate)
    server.stop(gate, demo)


def launch(playwright: Playwright) -> Browser:
    """The Chromium that HTMLBUILDER_CHROMIUM names, or else the system's, or else Playwright's own."""
    path = os.environ.get("HTMLBUILDER_CHROMIUM") or shutil.which("chromium")
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    return playwright.chromium.launch(executable_path=path, args=flags)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


def settle(page: Page) -> None:
    """Waits until the window has nothing to do: Gradio gives a control it mounted its first value once again, some
    20 ms later, over what a hasty user has typed."""
    page.evaluate("new Promise((done) => setTimeout(() => requestIdleCallback(done), 200))")


class Studio:
    """The studio in a window, and what a user does there."""

    def __init__(self, page: Page, app: App) -> None:
        self.page, self.app, self.versions = page, app, 0
        self.prompt = page.get_by_label("What should the page be?")
        self.status = page.locator("#status")
        self.code = page.locator("#code .cm-content")
        self.frame = page.frame_locator("#stage iframe.shown")
        self.reports = page.locator("#reports li")
        page.goto(app.url)
        page.wait_for_selector("#stage")
        settle(page)

    def unfold(self, role: Literal["button", "tab"], name: str) -> None:
        """Clicks what shows further controls."""
        self.page.get_by_role(role, name=name).click()
        settle(self.page)

    def ask(self, prompt: str, page: str | tuple[str, HtmlBuilderError] = PAGE, delay: float = 0.001) -> None:
        """Starts a generation of `page`, `delay` seconds before each of its pieces."""
        self.app.engine.pages[prompt], self.app.engine.delay = page, delay
        self.prompt.fill(prompt)
        self.prompt.press("Enter")

    def generate(self, prompt: str, page: str = PAGE) -> None:
        """The same, until it has finished and is shown with its scripts on."""
        self.ask(prompt, page)
        self.versions += 1
        expect(self.page.locator(".place")).to_have_text(f"Version {self.versions} of {self.versions}")
        expect(self.status).to_contain_text("Finished")
        expect(self.page.get_by_role("button", name="Stop")).to_be_disabled()  # or it would still be this run's
        shown = "([page, live]) => document.querySelector('#stage iframe.shown')?.srcdoc === live + page"
        self.page.wait_for_function(shown, arg=[page.strip(), preview.cage(live=True)], timeout=30_000)


@pytest.fixture(scope="package")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One for all, so that the app's own files are read once."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def studio(context: BrowserContext, app: App) -> Iterator[Studio]:
    app.engine.hold = None
    page = context.new_page()
    yield Studio(page, app)
    page.close()
