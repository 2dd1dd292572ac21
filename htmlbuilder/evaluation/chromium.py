"""Pages in a real Chromium: console errors, what is really seen, overflow, axe-core's violations, a small picture.

A page is hostile: each is loaded in a browser context of its own, where no address leads anywhere, and for some seconds
at most. Playwright, axe and Pillow are imported here only, and only when a page is looked at.
"""

import asyncio
import io
import os
import shutil
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel

from htmlbuilder.errors import ToolMissing

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Request, Route

LOOK = (Path(__file__).parent / "look.js").read_text(encoding="utf-8")
ADDRESS = "https://page.invalid/"
DESK, PHONE = 1280, 375  # widths at which a page must fit
HEIGHT = 800
PICTURE = (480, 300)
FAINT = 4  # of 255: what no eye tells apart
SETTLE = 150  # milliseconds for what a page starts by itself
LOADED = 8_000  # milliseconds until it has loaded
LIMIT = 30.0  # seconds for all of one page
SERIOUS = ("serious", "critical")
NEEDED = ("script", "stylesheet")  # a page that asks the network for these does not work by itself
FLAGS = (
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--js-flags=--max-old-space-size=256",  # a memory bomb goes off early
    # Whatever gets past the context's own block finds no name, no proxy and no WebRTC.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=http://127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
)
# How far content stands out at the right. Where the window cannot scroll, what counts is text that its edge cuts.
OVERFLOW = """() => {
    const root = document.documentElement;
    const wide = root.scrollWidth - root.clientWidth;
    const fixed = [root, document.body].some((each) => /hidden|clip/.test(getComputedStyle(each).overflowX));
    if (!fixed) return Math.max(wide, 0);
    let cut = 0;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        let inner = false;
        for (let at = walker.currentNode.parentElement; at && at !== document.body; at = at.parentElement)
            inner ||= getComputedStyle(at).overflowX !== "visible";
        const box = range.getBoundingClientRect();
        const shown = walker.currentNode.data.trim() && walker.currentNode.parentElement.checkVisibility();
        if (shown && !inner && box.left < root.clientWidth) cut = Math.max(cut, box.right - root.clientWidth);
    }
    return Math.round(cut);
}"""


class Violation(BaseModel):
    """One of axe-core's rules that a page breaks, with the first place where it does."""

    rule: str
    impact: str
    help: str
    target: str


class Sight(BaseModel):
    """What Chromium found of the page with the digest `page`.

    `visible` is the document cut down to what a visitor can see, with the colours that are painted as its only style.
    `overflow` tells for each width how many pixels stand out. A page with a `failure` could not be looked at, and the
    rest says nothing. `by` names the browser and axe.
    """

    page: str = ""
    by: str = ""
    failure: str = ""
    errors: tuple[str, ...] = ()
    blank: bool = False
    overflow: dict[int, int] = {}
    violations: tuple[Violation, ...] = ()
    visible: str = ""


@cache
def version() -> str:
    """The browser and axe, as they name themselves. Raises `ToolMissing`."""
    try:
        import axe_playwright_python.base as axe
        import PIL  # noqa: F401 - the pictures need it
        from playwright.async_api import Error
    except ModuleNotFoundError as error:
        raise ToolMissing(
            f"Chromium with axe: the package {error.name} is not installed",
            "pip install -r htmlbuilder/evaluation/requirements.txt, or pip install '.[evaluate]'",
        ) from None
    try:
        browser = asyncio.run(_browser_version())
    except Error as error:
        raise ToolMissing(
            f"Chromium: {error.message.strip().splitlines()[0]}",
            "apt-get install chromium, or playwright install chromium",
        ) from None
    return f"Chromium {browser}, {axe.AXE_SCRIPT[4:40].splitlines()[0]}"


async def _browser_version() -> str:
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        browser = await _launch(playwright)
        version = browser.version
        await browser.close()
        return version


async def _launch(playwright: "Playwright") -> "Browser":
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else [*FLAGS]
    return await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)


def look_at(pages: Mapping[str, str], pictures: Path, keep: Callable[[Sight], None]) -> None:
    """Looks at each page (digest -> HTML), as many at once as there are cores, and hands each `Sight` to `keep`.

    The picture of a page lies in the folder `pictures` under its digest before its sight is kept.
    """
    asyncio.run(_look_at(pages, pictures, keep, version()))


async def _look_at(pages: Mapping[str, str], pictures: Path, keep: Callable[[Sight], None], by: str) -> None:
    from playwright.async_api import async_playwright

    todo = iter(pages.items())
    async with async_playwright() as playwright:

        async def work() -> None:
            browser = await _launch(playwright)
            for digest, html in todo:
                sight, picture = await _sight(browser, html)
                if sight.failure:  # a page that hangs or crashes may take its browser with it
                    await _end(browser)
                    browser = await _launch(playwright)
                if picture:
                    (pictures / f"{digest}.webp").write_bytes(picture)
                keep(sight.model_copy(update={"page": digest, "by": by}))
            await _end(browser)

        await asyncio.gather(*(work() for _ in range(min(os.cpu_count() or 1, len(pages)))))


async def _end(browser: "Browser") -> None:
    from playwright.async_api import Error

    try:
        await asyncio.wait_for(browser.close(), 5)
    except (Error, TimeoutError):
        return  # Playwright's driver ends it when the run ends


async def _sight(browser: "Browser", html: str) -> tuple[Sight, bytes]:
    from playwright.async_api import Error

    try:
        return await asyncio.wait_for(_in_context(browser, html), LIMIT)
    except TimeoutError:
        return Sight(failure=f"the page did not answer within {LIMIT:.0f} seconds"), b""
    except Error as error:
        return Sight(failure=f"the page broke: {error.message.strip().splitlines()[0]}"), b""


async def _in_context(browser: "Browser", html: str) -> tuple[Sight, bytes]:
    context = await browser.new_context(
        viewport={"width": DESK, "height": HEIGHT},
        accept_downloads=False,
        service_workers="block",
        locale="en-US",
        timezone_id="UTC",
    )
    try:
        return await _loaded(context, html)
    finally:
        await asyncio.wait_for(context.close(), 5)


async def _loaded(context: "BrowserContext", html: str) -> tuple[Sight, bytes]:
    from playwright.async_api import TimeoutError as PlaywrightTimeout

    page = await context.new_page()
    errors: list[str] = []

    async def answer(route: "Route", request: "Request") -> None:
        if request.url == ADDRESS and request.is_navigation_request() and page.url == "about:blank":
            headers = {"Content-Type": "text/html; charset=utf-8"}
            await route.fulfill(body=html.encode(errors="replace"), headers=headers)
            return
        if request.resource_type in NEEDED:
            errors.append(f"asks the network for a {request.resource_type}: {request.url}")
        await route.abort("aborted" if request.is_navigation_request() else "blockedbyclient")

    def asked(request: "Request") -> None:
        if request.is_navigation_request() and request.frame == page.main_frame and page.url != "about:blank":
            errors.append(f"goes elsewhere: {request.url}")

    def heard(said: "ConsoleMessage") -> None:
        # A picture or a film that is withheld breaks no page.
        withheld = said.text.startswith("Failed to load resource") and "ERR_BLOCKED_BY_CLIENT" in said.text
        if said.type == "error" and not withheld:
            errors.append(said.text)

    page.on("request", asked)
    page.on("console", heard)
    page.on("pageerror", lambda error: errors.append(f"Uncaught {error.message}"))
    context.on("page", lambda popup: popup.close())
    await context.route("**/*", answer)
    await context.route_web_socket("**/*", lambda _: None)
    await page.goto(ADDRESS, wait_until="commit")
    try:
        await page.wait_for_load_state("load", timeout=LOADED)
    except PlaywrightTimeout:
        errors.append("does not finish loading")
    await page.wait_for_timeout(SETTLE)
    loaded = tuple(dict.fromkeys(error[:300] for error in errors))
    picture, blank = _shrink(await page.screenshot(animations="disabled"))
    overflow = {DESK: await page.evaluate(OVERFLOW)}
    violations = await _violations(page)
    await page.set_viewport_size({"width": PHONE, "height": HEIGHT})
    overflow[PHONE] = await page.evaluate(OVERFLOW)
    await page.set_viewport_size({"width": DESK, "height": HEIGHT})
    visible: str = await page.evaluate(LOOK)
    sight = Sight(errors=loaded, blank=blank, overflow=overflow, violations=violations, visible=visible)
    return sight, picture


async def _violations(page: "Page") -> tuple[Violation, ...]:
    from axe_playwright_python.async_playwright import Axe

    # iframes: off, or axe waits for an answer of frames that were never loaded
    results = await Axe().run(page, options={"resultTypes": ["violations"], "iframes": False})
    return tuple(
        Violation(
            rule=each["id"],
            impact=each["impact"] or "minor",
            help=each["help"],
            target=str(each["nodes"][0]["target"][0])[:120],
        )
        for each in results.response["violations"]
    )


def _shrink(picture: bytes) -> tuple[bytes, bool]:
    """A small picture of the screenshot, and whether the screenshot is of one colour, as far as an eye can tell."""
    from PIL import Image, ImageStat

    image = Image.open(io.BytesIO(picture)).convert("RGB")
    blank = all(high - low <= FAINT for low, high in ImageStat.Stat(image).extrema)
    image.thumbnail(PICTURE)
    small = io.BytesIO()
    image.save(small, "WEBP", quality=70)
    return small.getvalue(), blank
