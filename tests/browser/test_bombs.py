"""Pages that use up what they can get: each stalls a window without a cage, and none stalls the studio."""

import time

import pytest
from playwright.sync_api import Browser, Error, expect

from htmlbuilder.web.studio import EXAMPLES
from tests.browser.canaries import LISTENERS, Canaries
from tests.browser.conftest import Studio
from tests.browser.payloads import Payload, script
from tests.fakes import PAGE

pytestmark = [pytest.mark.filterwarnings("default"), pytest.mark.timeout(180)]
BOMBS = {
    "an endless loop": script("while (true);"),
    "an endless loop, later": script("setTimeout(() => { while (true); }, 1000)"),
    "an endless document": script(
        "setTimeout(() => { while (true) document.body.append(document.createElement('p')); }, 500)"
    ),
    "endless memory": script(
        "setTimeout(() => { const a = []; while (true) a.push(new Array(1e5).fill(a.length)); }, 500)"
    ),
}
FLOODS = {
    "messages": script(
        "setInterval(() => { for (let i = 0; i < 5000; i++) parent.postMessage({hit: 'x'.repeat(999)}, '*'); })"
    ),
    "messages of a child frame": script(
        "const w = document.body.appendChild(document.createElement('iframe')).contentWindow;"
        "w.eval('setInterval(() => { for (let i = 0; i < 5000; i++) top.postMessage({hit: `x`}, `*`); })')"
    ),
    "reports": script("for (let i = 0; i < 3000; i++) new Image().src = `https://x.example/${i}`"),
    "alerts": script("setInterval(() => { for (let i = 0; i < 500; i++) alert(`x${i}`) })"),
    "reloads": script("location.reload()"),
    "fragments": script("setInterval(() => { location.hash = Math.random() }, 20)"),
}
SHOWN = "Boolean(document.querySelector('#stage iframe.shown')?.srcdoc.includes('{page}'))"
# Notes the longest time, in milliseconds, that the window was too busy for anything else.
CLOCK = """() => {
    let last = performance.now();
    window.longest = 0;
    setInterval(() => {
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
    }, 20);
}"""
ANSWERS = 2_000  # milliseconds within which the window must answer


def test_a_flood_of_messages_reaches_a_page_without_a_cage(browser: Browser) -> None:
    canaries, context = Canaries(), browser.new_context()
    page = context.new_page()
    page.goto(canaries.control(Payload("flood", FLOODS["messages"])), wait_until="commit")
    page.wait_for_function("heard.length > 1000", timeout=30_000)
    context.close()
    canaries.close()


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_stalls_a_page_without_a_cage(browser: Browser, bomb: str) -> None:
    canaries, context = Canaries(), browser.new_context()
    page = context.new_page()
    with pytest.raises(Error):
        page.goto(canaries.control(Payload("bomb", BOMBS[bomb])), wait_until="commit")
        for _ in range(60):  # a busy machine sets it off late
            # Not wait_for_function: caught amid its two calls by the stall, it waits for the window without end.
            page.locator("html").get_attribute("lang", timeout=ANSWERS)
            page.wait_for_timeout(500)
    context.close()
    canaries.close()


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_does_not_stall_the_studio(studio: Studio, bomb: str) -> None:
    # Playwright takes the crash of a frame for one of the window, and then refuses to look: this looks past it.
    window = studio.page.context.new_cdp_session(studio.page)

    def look(expression: str) -> object:
        return window.send("Runtime.evaluate", {"expression": expression, "returnByValue": True})["result"].get("value")

    def wait(expression: str, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while not look(expression):
            assert time.monotonic() < deadline, f"not in {seconds} s: {expression}; {look('document.body.innerText')}"
            time.sleep(0.1)

    studio.ask("a bomb", BOMBS[bomb])
    wait("document.getElementById('reports').innerText.includes('stopped answering; it is shown without them')", 15)
    wait(SHOWN.format(page="<title>x"), 5)
    began = time.monotonic()
    look("1")
    assert time.monotonic() - began < ANSWERS / 1000
    studio.app.engine.pages[EXAMPLES["Pricing"]] = PAGE
    look("[...document.querySelectorAll('button')].find((button) => button.innerText === 'Pricing').click()")
    wait(SHOWN.format(page="<title>Login"), 10)


@pytest.mark.parametrize("flood", FLOODS)
def test_a_flood_does_not_stall_the_studio(studio: Studio, flood: str) -> None:
    studio.page.evaluate(LISTENERS)
    studio.page.evaluate(CLOCK)
    studio.ask("a flood", FLOODS[flood])
    expect(studio.status).to_contain_text("Finished")
    studio.page.wait_for_timeout(2000)
    longest = studio.page.evaluate("longest")
    print(f"the window was busy for {longest:.0f} ms at most")
    assert longest < ANSWERS
    assert studio.page.evaluate("heard.length") == 0
    assert studio.reports.count() <= 50
    studio.versions += 1
    studio.generate("a good page")
