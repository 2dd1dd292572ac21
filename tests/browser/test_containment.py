"""Every payload gets out of a frame without a sandbox, and none out of the preview.

The control shows that a payload works at all, and that its sign would be seen. README.md lists what is not covered.
"""

import pytest
from playwright.sync_api import Browser, FrameLocator

from tests.browser.canaries import LISTENERS, Canaries
from tests.browser.conftest import App
from tests.browser.payloads import PAYLOADS, Payload

pytestmark = [pytest.mark.filterwarnings("default"), pytest.mark.timeout(300)]
AT_ONCE = 5
DWELL = 1000  # milliseconds that a payload has in the app after its page is shown
PATIENCE, TICK = 15_000, 100  # milliseconds that it has at most in the control; between two looks
MARKS = """async () => [
    document.body.dataset.hit, document.cookie, localStorage.hit, sessionStorage.hit, ...heard, ...await caches.keys(),
    ...(await indexedDB.databases()).map(({ name }) => name), window.parentIFrame?.getId(),
]"""
# Another run than before has finished, and what it wrote is in the frame that is shown.
SHOWN = """([before, end]) => {
    const status = document.getElementById("status").innerText;
    const frame = document.querySelector("#stage iframe.shown");
    return status !== before && status.startsWith("Finished") && frame && frame.srcdoc.includes(end);
}"""
Signs = dict[str, set[str]]


class Window:
    """A window with one frame to get out of, and all by which it would be seen that something did."""

    def __init__(self, browser: Browser, canaries: Canaries) -> None:
        self.context = browser.new_context()  # of its own: windows that share one share its few connections too
        self.page = self.context.new_page()
        self.canaries = canaries
        self.home = ""
        self.signs: set[str] = set()
        self.page.on("popup", lambda _: self.signs.add("a window opened"))
        self.page.on("download", lambda _: self.signs.add("a file was downloaded"))
        self.page.on("dialog", lambda dialog: (self.signs.add("a dialog opened"), dialog.dismiss()))

    def open(self, home: str) -> None:
        for other in self.context.pages:
            if other is not self.page:
                other.close()
        self.page.goto("about:blank")  # where the page before it can give no more signs
        self.home, self.signs = home, set()
        self.page.goto(home, wait_until="domcontentloaded")

    def read(self, name: str) -> set[str]:
        """The signs since the last read that the payload of this name has got out."""
        signs, self.signs = self.signs, set()
        if name in self.canaries.hits:
            signs.add("a canary was called")
        if self.page.url.split("#")[0] != self.home:
            return signs | {"the window went elsewhere"}
        if any(mark and name in mark for mark in self.page.evaluate(MARKS)):
            signs.add("the app was marked")
        if self.page.evaluate("Boolean(document.fullscreenElement)"):
            signs.add("it took the whole screen")
        return signs


@pytest.fixture(scope="module")
def batches(request: pytest.FixtureRequest) -> list[list[Payload]]:
    """The payloads of the tests that this run has selected, so many at once."""
    calls = [item.callspec.params for item in request.session.items if hasattr(item, "callspec")]
    chosen = list(dict.fromkeys(params["payload"] for params in calls if "payload" in params))
    return [chosen[at : at + AT_ONCE] for at in range(0, len(chosen), AT_ONCE)]


@pytest.fixture(scope="module")
def control(browser: Browser, batches: list[list[Payload]]) -> Signs:
    """The signs of each payload in a frame without a sandbox, on a page without a policy."""
    canaries, signs = Canaries(), {}
    windows = [Window(browser, canaries) for _ in range(AT_ONCE)]
    for batch in batches:
        for payload, window in zip(batch, windows, strict=False):
            window.open(canaries.control(payload))
            click(window.page.frame_locator("iframe"), payload)
        signs |= {payload.name: set() for payload in batch}
        for _ in range(PATIENCE // TICK):
            windows[0].page.wait_for_timeout(TICK)
            for payload, window in zip(batch, windows, strict=False):
                signs[payload.name] |= window.read(payload.name)
            if all(signs[payload.name] for payload in batch):
                break
    for window in windows:
        window.context.close()
    canaries.close()
    return signs


@pytest.fixture(scope="module")
def caged(browser: Browser, app: App, batches: list[list[Payload]]) -> Signs:
    """The signs of each payload in the app: written piece by piece, then shown whole with its scripts on."""
    canaries, signs, before = Canaries(), {}, {}
    windows = [Window(browser, canaries) for _ in range(AT_ONCE)]
    for batch in batches:
        for payload, window in zip(batch, windows, strict=False):
            if window.page.url.split("#")[0] != app.url:
                window.open(app.url)
                window.page.wait_for_selector("#pane")
                window.page.evaluate(LISTENERS)
            app.engine.pages[payload.name] = canaries.arm(payload)
            before[window] = window.page.locator("#status").inner_text()
            window.page.get_by_label("What should the page be?").fill(payload.name)
            window.page.keyboard.press("Enter")
        for payload, window in zip(batch, windows, strict=False):
            page = app.engine.pages[payload.name]
            window.page.wait_for_function(SHOWN, arg=[before[window], page[-20:]], timeout=30_000)
            click(window.page.frame_locator("#stage iframe.shown"), payload)
        windows[0].page.wait_for_timeout(DWELL)
        for payload, window in zip(batch, windows, strict=False):
            signs[payload.name] = window.read(payload.name)
    for window in windows:
        window.context.close()
    canaries.close()
    return signs


def click(frame: FrameLocator, payload: Payload) -> None:
    if payload.click:
        frame.locator(payload.click).click(timeout=20_000)


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: payload.name)
def test_contained(payload: Payload, control: Signs, caged: Signs) -> None:
    assert control[payload.name], "the control shows nothing: the payload or its sign does not work"
    assert not caged[payload.name], "it got out"
