"""The studio as a user meets it: a page is asked for, watched, stopped, edited and kept; nothing leaves the machine."""

import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, expect

from htmlbuilder.engines.base import GenerateRequest, Stream
from htmlbuilder.errors import ModelError
from htmlbuilder.web.studio import EXAMPLES
from tests.browser.conftest import App, Studio
from tests.fakes import PAGE, FakeEngine

pytestmark = pytest.mark.filterwarnings("default")
LINES = "\n".join(f"<p>line {number}</p>" for number in range(120))
LONG = f"<!doctype html>\n<html lang=en><head><title>Long</title></head>\n<body><h1>Long</h1>\n{LINES}\n</body></html>"
SCRIPTED = """<!doctype html>
<html lang="en"><head><title>A Café, at last!</title></head><body>
<h1 id="top">Before</h1>
<a href="https://example.com/elsewhere">Elsewhere</a> <a href="#below">Below</a> <button id="ask">Ask</button>
<form><input name="task" required><button>Add</button></form>
<p id="below" style="margin-top: 3000px">Down here</p>
<script>
document.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  document.querySelector("h1").textContent = `Added ${event.target.task.value}`;
});
document.getElementById("ask").addEventListener("click", () => {
  alert("Hello");
  document.querySelector("h1").textContent = confirm("Sure?") ? "Yes" : "No";
});
</script>
</body></html>"""
# Notes, at each frame that the window draws, whether a page was there to be seen.
WATCH = """() => {
    window.seen = [];
    (function look() {
        seen.push(Boolean(document.querySelector("#stage iframe.shown")));
        requestAnimationFrame(look);
    })();
}"""

FOCUSED = """() => {
    const focused = document.activeElement;
    if (focused.localName === "iframe") return "page";
    return focused.classList.contains("cm-content") ? "editor" : focused.innerText.split("\\n")[0];
}"""


def assert_cancelled(engine: FakeEngine) -> None:
    deadline = time.monotonic() + 10
    while not engine.cancelled:
        assert time.monotonic() < deadline, "it goes on for nobody"
        time.sleep(0.05)


def test_a_page_is_written_beside_its_preview_and_never_flickers(studio: Studio) -> None:
    studio.generate("the first")
    studio.page.evaluate(WATCH)
    studio.ask("a long page", LONG, delay=0.05)
    expect(studio.frame.get_by_text("line 10", exact=True)).to_be_visible()
    assert not studio.frame.get_by_text("line 119").count()
    expect(studio.status).to_contain_text("Writing")
    studio.app.engine.latest.delay = 0.008
    expect(studio.status).to_contain_text("Finished")
    expect(studio.frame.get_by_text("line 119")).to_be_attached()
    seen = studio.page.evaluate("seen")
    assert len(seen) > 20 and all(seen)


def test_the_editor_follows_what_is_written_until_the_reader_takes_hold_of_it(studio: Studio) -> None:
    at_end = "(it) => it.scrollHeight - it.scrollTop - it.clientHeight < 40"
    scroller = studio.page.locator("#code .cm-scroller")
    studio.ask("a long page", LONG, delay=0.05)
    expect(studio.frame.get_by_text("line 50", exact=True)).to_be_attached()
    assert scroller.evaluate("(it) => it.scrollTop") > 100 and scroller.evaluate(at_end)
    studio.app.engine.latest.delay = 0.5  # or a busy machine is done with writing before the wheel has turned
    scroller.hover()
    for _ in range(20):  # notches of the wheel: while text arrives, one may be overtaken by it
        studio.page.mouse.wheel(0, -200)
        studio.page.wait_for_timeout(200)
        if not scroller.evaluate(at_end):
            break
    assert not scroller.evaluate(at_end) and not studio.status.get_by_text("Finished").count()
    studio.app.engine.latest.delay = 0.008
    expect(studio.status).to_contain_text("Finished")
    assert not scroller.evaluate(at_end)


def test_the_status_says_all_it_takes_to_have_the_page_again(studio: Studio, app: App) -> None:
    studio.generate("a page")
    text = studio.status.inner_text()
    assert re.search(r"Finished\.\s+\d+ tokens in [\d.]+ s \([\d,]+ tokens/s\)\s+seed \d+ \(greedy", text)
    assert "model fake ffffffffffff" in text
    first = app.engine.latest.requests[0].seed
    studio.unfold("button", "Settings")
    expect(studio.page.get_by_label("Seed", exact=True)).to_have_value(str(first))
    studio.generate("another page")
    assert app.engine.latest.requests[0].seed != first, "Generate draws a new seed"
    studio.page.get_by_label("New seed each time").uncheck()
    studio.page.get_by_label("Seed", exact=True).fill("7")
    studio.generate("a third page")
    assert app.engine.latest.requests[0].seed == 7


def test_a_page_that_hits_the_limit_says_so(studio: Studio) -> None:
    studio.unfold("button", "Settings")
    length = studio.page.get_by_label("number input for Length")
    length.fill("16")
    length.press("Tab")
    expect(studio.page.get_by_label("range slider for Length")).to_have_value("16")
    studio.ask("a long page", LONG)
    expect(studio.status).to_contain_text("Cut off at 16 tokens")


def test_shift_enter_is_a_new_line_and_an_example_runs_at_once(studio: Studio) -> None:
    studio.prompt.fill("one")
    studio.prompt.press("Shift+Enter")
    studio.prompt.press_sequentially("two")
    assert studio.prompt.input_value() == "one\ntwo"
    assert not studio.status.inner_text()
    studio.page.get_by_role("button", name="Pricing").click()
    expect(studio.status).to_contain_text("Finished")
    assert studio.prompt.input_value() == EXAMPLES["Pricing"]


def test_stop_stops_and_keeps_what_was_written(studio: Studio, app: App) -> None:
    studio.ask("a slow page", LONG, delay=0.05)
    expect(studio.frame.get_by_text("line 3", exact=True)).to_be_visible()
    began = time.monotonic()
    studio.page.get_by_role("button", name="Stop").click()
    expect(studio.status).to_contain_text("Stopped.")
    assert time.monotonic() - began < 2
    expect(studio.frame.get_by_text("line 3", exact=True)).to_be_visible()
    assert_cancelled(app.engine.latest)
    expect(studio.page.get_by_role("button", name="Stop")).to_be_disabled()
    studio.generate("the next page")


def test_stop_works_on_a_model_that_says_nothing_and_the_last_page_stays(studio: Studio, app: App) -> None:
    studio.generate("a page")
    app.engine.hold = threading.Event()
    try:
        studio.ask("a stuck page")
        studio.page.get_by_role("button", name="Stop").click()
        expect(studio.status).to_contain_text("Stopped before anything was written")
    finally:
        app.engine.hold.set()
    expect(studio.frame.get_by_role("heading", name="Log in")).to_be_visible()
    assert "Log in" in studio.code.inner_text()


@pytest.mark.parametrize("before", ["", LONG[:400]], ids=["at-once", "midway"])
def test_a_failed_run_never_replaces_a_good_page(studio: Studio, before: str) -> None:
    studio.generate("a page")
    studio.ask("a page that fails", (before, ModelError("the <b>model</b> broke", "mend it")))
    expect(studio.status).to_contain_text("Failed: the <b>model</b> broke.")
    expect(studio.status).to_contain_text("mend it")
    expect(studio.frame.get_by_role("heading", name="Log in")).to_be_visible()
    expect(studio.code).to_contain_text("Log in")


def test_a_wish_that_cannot_be_taken_says_why(studio: Studio) -> None:
    studio.ask("   ")
    expect(studio.status).to_contain_text("the prompt is empty")


def test_an_edit_by_hand_is_shown_and_kept_with_its_version(studio: Studio) -> None:
    studio.generate("the first", SCRIPTED)
    studio.generate("the second")
    expect(studio.page.locator(".place")).to_have_text("Version 2 of 2")
    studio.code.get_by_text("Log in").click()
    studio.page.keyboard.press("End")
    studio.page.keyboard.type("<p>by hand</p>")
    expect(studio.frame.get_by_text("by hand")).to_be_visible()
    studio.page.get_by_role("button", name="Previous").click()
    expect(studio.frame.get_by_role("heading", name="Before")).to_be_visible()
    studio.page.get_by_role("button", name="Next").click()
    expect(studio.frame.get_by_text("by hand")).to_be_visible()
    expect(studio.page.get_by_role("button", name="Next")).to_be_disabled()


def test_widths_and_full_screen(studio: Studio) -> None:
    studio.generate("a page")
    width = "document.querySelector('#stage iframe.shown').getBoundingClientRect().width"
    for name, pixels in (("Phone", 375), ("Tablet", 768), ("Desktop", 1280)):
        studio.page.get_by_role("button", name=name).click()
        assert studio.frame.locator("html").evaluate("() => innerWidth") == pixels
        assert studio.page.evaluate(width) <= studio.page.evaluate("document.getElementById('stage').clientWidth") + 1
    studio.page.get_by_role("button", name="Full screen").click()
    studio.page.wait_for_function("document.fullscreenElement?.id === 'pane'")
    studio.page.get_by_role("button", name="Leave full screen").click()
    studio.page.wait_for_function("!document.fullscreenElement")


def test_copy_and_download(studio: Studio, context: BrowserContext, tmp_path: Path) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    studio.generate("a page", SCRIPTED)
    studio.page.get_by_role("button", name="Copy").first.click()
    expect(studio.page.get_by_role("button", name="Copied")).to_be_visible()
    expect(studio.page.get_by_role("button", name="Copied")).to_be_hidden()
    studio.page.wait_for_function("page => navigator.clipboard.readText().then((text) => text === page)", arg=SCRIPTED)
    with studio.page.expect_download() as download:
        studio.page.get_by_role("button", name="Download").click()
    assert download.value.suggested_filename == "a-café-at-last.html"
    download.value.save_as(tmp_path / "page.html")
    assert (tmp_path / "page.html").read_text() == SCRIPTED


def test_the_page_works_in_its_cage_and_what_it_cannot_do_is_named(studio: Studio) -> None:
    studio.generate("a page", SCRIPTED)
    heading = studio.frame.get_by_role("heading")
    studio.frame.get_by_role("textbox").fill("milk")
    studio.frame.get_by_role("textbox").press("Enter")
    expect(heading).to_have_text("Added milk")
    studio.frame.get_by_role("button", name="Ask").click()
    expect(heading).to_have_text("Yes")
    studio.frame.get_by_role("link", name="Elsewhere").click()
    studio.page.locator("#reports summary").click()
    expect(studio.reports).to_contain_text(
        ["The page says: Hello", "told yes: Sure?", "A link led to: https://example.com/elsewhere"]
    )
    studio.frame.get_by_role("link", name="Below").click()
    assert studio.frame.locator("#below").evaluate("(element) => element.getBoundingClientRect().top < innerHeight")
    expect(heading).to_have_text("Yes")


def test_a_page_is_shown_in_a_sandboxed_frame_and_nowhere_else(studio: Studio) -> None:
    marked = PAGE.replace("<h1>", "<h1 class=marked>")
    studio.generate("a page", marked)
    frames = studio.page.locator("iframe").evaluate_all(
        "(all) => all.map((f) => [f.sandbox.value, f.getAttribute('allow'), f.referrerPolicy, f.getAttribute('src')])"
    )
    assert frames == [["allow-scripts", "", "no-referrer", None]]
    assert studio.page.locator(".marked").count() == 0 and studio.frame.locator(".marked").count() == 1


def test_a_page_finds_no_webrtc_whatever_the_browser(studio: Studio) -> None:
    studio.generate("a page")
    found = "() => ['RTC', 'webkitRTC'].filter((prefix) => `${prefix}PeerConnection` in window)"
    assert studio.frame.locator("html").evaluate(found) == []


def test_a_frame_with_a_document_of_its_own_stays_empty_and_is_reported(studio: Studio) -> None:
    later = "document.body.append(Object.assign(document.createElement('iframe'), { srcdoc: '<p>late</p>' }))"
    script = f"<script>setTimeout(() => {later}, 100)</script>"
    page = PAGE.replace("</body>", f"<iframe srcdoc='<p>early</p>'></iframe>{script}</body>")
    studio.ask("a page", page)
    expect(studio.reports.first).to_have_text("Blocked: a frame with a document of its own (2 times)")
    frames = studio.frame.locator("iframe")
    expect(frames).to_have_count(2)
    assert frames.evaluate_all("(all) => all.some((frame) => frame.hasAttribute('srcdoc'))") is False


def test_a_page_that_leaves_is_brought_back(studio: Studio) -> None:
    page = PAGE.replace(
        "</body>", "<script>setTimeout(() => { location = 'https://example.com/' }, 300)</script></body>"
    )
    studio.ask("a page", page)
    expect(studio.reports.first).to_have_text("Blocked: the page tried to go elsewhere")
    expect(studio.frame.get_by_role("heading", name="Log in")).to_be_visible()


def test_an_edit_keeps_the_place_in_the_page(studio: Studio) -> None:
    studio.generate("a long page", LONG)
    studio.frame.locator("html").evaluate("() => scrollTo(0, 900)")
    studio.page.wait_for_timeout(1500)  # until the frame has said so
    studio.code.get_by_text("Long</h1>").click()
    studio.page.keyboard.press("End")
    studio.page.keyboard.type("<i>new</i>")
    expect(studio.frame.get_by_text("new")).to_be_attached()
    place, waited = 0, 0
    while place != 900 and waited < 100:
        studio.page.wait_for_timeout(100)
        place, waited = studio.frame.locator("html").evaluate("() => scrollY"), waited + 1
    assert place == 900


def test_a_page_does_not_take_the_keyboard(studio: Studio) -> None:
    page = PAGE.replace(
        "</body>", "<input><script>setTimeout(() => document.querySelector('input').focus(), 100)</script></body>"
    )
    studio.generate("a page", page)
    studio.page.wait_for_timeout(500)
    studio.page.keyboard.type(", again")
    assert studio.prompt.input_value() == "a page, again"


def test_a_window_that_closes_ends_its_generation(studio: Studio, app: App) -> None:
    studio.ask("a slow page", LONG, delay=0.05)
    expect(studio.status).to_contain_text("characters")
    studio.page.close()
    assert_cancelled(app.engine.latest)


def test_the_api_tab_sends_what_it_shows(studio: Studio, app: App) -> None:
    page = studio.page
    studio.generate("it's a page")
    studio.unfold("tab", "API")
    expect(page.get_by_label("Prompt", exact=True)).to_have_value("it's a page")
    page.get_by_label("Prompt", exact=True).fill('it\'s <b>"so"</b>')
    body = page.locator("#body .cm-content")
    expect(body).to_contain_text(r"""it's <b>\"so\"</b>""")
    with page.expect_request("**/generate") as request:
        page.get_by_role("button", name="Send").click()
    shown = "\n".join(body.locator(".cm-line").all_inner_texts())
    assert request.value.method == "POST" and request.value.post_data == shown
    expect(page.locator("#response-status")).to_contain_text("200 OK · application/json")
    answer = page.request.post(f"{app.url}generate", data=request.value.post_data_json).json()
    received = page.locator("#response").inner_text()
    assert '"finish_reason":"stop"' in received and "\\u003ch1>" not in received and answer["html"][:15] in received
    assert page.locator("#response *").count() == 0, "an answer is text"


def test_the_api_tab_shows_streams_and_errors(studio: Studio) -> None:
    page = studio.page
    studio.unfold("tab", "API")
    page.get_by_label("Prompt", exact=True).fill("a page")
    page.get_by_label("Stream").check()
    expect(page.locator("#body .cm-content")).to_contain_text('"stream": true')
    page.get_by_role("button", name="Send").click()
    expect(page.locator("#response")).to_contain_text("event: done")
    page.locator("#body .cm-content").fill("{")
    page.get_by_role("button", name="Send").click()
    expect(page.locator("#response-status")).to_contain_text("400")
    expect(page.locator("#response")).to_contain_text('"code":"malformed_body"')


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "streamed"])
def test_the_snippets_run(studio: Studio, stream: bool, tmp_path: Path) -> None:
    page = studio.page
    studio.unfold("tab", "API")
    page.get_by_label("Prompt", exact=True).fill('it\'s "quoted" \\ and true\nover two lines')
    page.get_by_label("Stream").set_checked(stream)
    expect(page.locator("#body .cm-content")).to_contain_text("quoted")
    commands = {"curl": ["bash"], "Python": [sys.executable], "JavaScript": ["node"]}
    for name, command in commands.items():
        page.get_by_role("tab", name=name).click()
        editor = page.locator(".cm-content:visible").last
        expect(editor).to_contain_text("quoted")
        script = tmp_path / f"{name}.mjs"
        script.write_text("\n".join(editor.locator(".cm-line").all_inner_texts()).replace("\u200b", ""))
        done = subprocess.run([*command, str(script)], capture_output=True, text=True, timeout=30)
        assert "<h1>Log in</h1>" in done.stdout.replace("\\n", "\n") or "event: done" in done.stdout, (
            name,
            done.stderr,
        )


def test_nothing_leaves_the_machine(browser: Browser, app: App) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    studio = Studio(page, app)
    studio.generate("a page", SCRIPTED)
    studio.unfold("button", "Settings")
    studio.unfold("tab", "API")
    page.get_by_role("button", name="Send").click()
    expect(page.locator("#response-status")).to_contain_text("200")
    foreign = [url for url in asked if not url.startswith((app.url, "data:", "blob:"))]
    assert len(asked) > 20 and not foreign
    fonts = page.evaluate("[...document.fonts].map((font) => font.family)")
    context.close()
    assert not fonts, "only the fonts of the machine"


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_and_it_fits(browser: Browser, app: App, scheme: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    studio = Studio(context.new_page(), app)
    studio.unfold("button", "Settings")
    studio.generate("a page", SCRIPTED)
    for tab in ("Build", "API"):
        studio.page.get_by_role("tab", name=tab).click()
        studio.page.wait_for_timeout(700)
        found = Axe().run(studio.page, options={"iframes": False}).response["violations"]
        assert not [
            (each["id"], each["nodes"][0]["target"]) for each in found if each["impact"] in ("serious", "critical")
        ]
        assert studio.page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_all_can_be_reached_with_the_tab_key(studio: Studio) -> None:
    studio.generate("a page", SCRIPTED)
    studio.prompt.focus()
    reached = set()
    for _ in range(35):
        studio.page.keyboard.press("Tab")
        reached.add(studio.page.evaluate(FOCUSED))
    wanted = {"Generate", "Login page", "404", "Settings", "Copy", "Download", "editor", "Phone", "Full screen", "page"}
    assert wanted <= reached, f"missing: {wanted - reached}"


def test_a_better_candidate_takes_the_place_of_the_first_and_the_report_unfolds_by_keyboard(
    studio: Studio, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    better = PAGE.replace("</h1>", "</h1><p>Zorbax</p>")
    plain, wish = app.engine.stream, 'says "Zorbax" and "<b>Quux</b>" and "Quux"'

    def stream(request: GenerateRequest) -> Stream:
        app.engine.pages[wish] = PAGE if request.prompt == wish else better
        return plain(request)

    monkeypatch.setattr(app.engine, "stream", stream)
    studio.unfold("button", "Settings")
    studio.page.get_by_label("range slider for Candidates").press("End")
    studio.ask(wish, PAGE)
    expect(studio.status).to_contain_text(re.compile(r"candidate [234] of up to 4"))
    expect(studio.frame.get_by_text("Zorbax")).to_be_visible()
    report = studio.page.locator("#report")
    summary = report.locator("summary")
    expect(summary).to_contain_text("1 of 2 things asked for are there")
    summary.focus()
    studio.page.keyboard.press("Enter")
    expect(report.get_by_text("“Quux”")).to_be_visible()
    expect(report.get_by_role("heading", name="Accessibility")).to_be_visible()


def test_change_this_page_sends_the_page_of_the_editor_and_makes_the_next_version(studio: Studio, app: App) -> None:
    change = studio.page.get_by_role("button", name="Change this page")
    expect(change).to_be_disabled()
    studio.generate("the first")
    expect(change).to_be_enabled()
    changed = PAGE.replace("Log in", "Come in")
    app.engine.pages["say Come in"] = changed
    studio.prompt.fill("say Come in")
    change.focus()
    studio.page.keyboard.press("Enter")
    expect(studio.page.get_by_text("Version 2 of 2")).to_be_visible()
    expect(studio.frame.get_by_text("Come in")).to_be_visible()
    assert app.engine.latest.requests[0].html == PAGE.strip()
    studio.page.get_by_role("button", name="Previous").click()
    expect(studio.frame.get_by_text("Log in")).to_be_visible()
    studio.ask("another", PAGE)
    expect(studio.page.get_by_text("Version 3 of 3")).to_be_visible()
    assert app.engine.latest.requests[0].html == ""


def test_a_page_of_ones_own_can_be_changed_and_is_kept(studio: Studio, app: App) -> None:
    studio.page.locator("#code .cm-content").fill("<h1>Mine</h1>")
    change = studio.page.get_by_role("button", name="Change this page")
    expect(change).to_be_enabled()
    studio.prompt.fill("bigger")
    change.click()
    expect(studio.page.get_by_text("Version 2 of 2")).to_be_visible()
    assert app.engine.latest.requests[0].html == "<h1>Mine</h1>"
    studio.page.get_by_role("button", name="Previous").click()
    expect(studio.frame.get_by_text("Mine")).to_be_visible()


def test_a_model_that_cannot_change_pages_says_so_instead(app: App, context: BrowserContext) -> None:
    app.engine.can_edit = False
    try:
        page = context.new_page()
        page.goto(app.url)
        expect(page.get_by_text("has not learned to change one")).to_be_visible()
        expect(page.get_by_role("button", name="Change this page")).to_have_count(0)
        page.get_by_role("tab", name="API").click()
        expect(page.get_by_label("Prompt", exact=True)).to_be_visible()
        expect(page.get_by_label("Change", exact=True)).to_have_count(0)
    finally:
        app.engine.can_edit = True


def test_the_programs_of_the_api_tab_can_change_the_page_of_the_build_tab(studio: Studio) -> None:
    studio.generate("the first")
    studio.unfold("tab", "API")
    curl = studio.page.locator(".cm-content:visible").last
    expect(curl).to_contain_text("the first")
    expect(curl).not_to_contain_text('"html"')
    studio.page.get_by_label("Change", exact=True).check()
    expect(curl).to_contain_text('"html": "<!doctype html>')
    expect(curl).to_contain_text("<h1>Log in</h1>")
