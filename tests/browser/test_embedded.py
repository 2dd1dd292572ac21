"""The product as it is started and used: `python app.py`, the embedded model, a real browser."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from htmlbuilder.checks import Requirement, problems, unmet
from htmlbuilder.web.studio import EXAMPLES
from tests.browser.conftest import settle

ROOT = Path(__file__).parents[2]
# What a newcomer who presses an example looks for, beyond a page that is sound.
ASKED = {
    "Login page": [Requirement(selector="input[type=password]"), Requirement(selector="form button")],
    "Landing page": [Requirement(selector="h1", text="Kettle & Crow"), Requirement(text="coffee")],
    "Pricing": [Requirement(text=text) for text in ("Lumen Notes", "Basic", "$5", "Plus", "$12", "Team", "$30")],
    "Portfolio": [Requirement(text="Ines Duarte"), Requirement(selector="img, svg, [role=img]", min=6, max=6)],
    "Menu": [Requirement(text=text) for text in ("Casa Oliva", "Starters", "Mains", "Desserts")],
    "To-do list": [Requirement(text=text) for text in ("Buy milk", "Call Ada", "Water the plants")],
    "Contact form": [
        Requirement(selector="input[type=email]"),
        Requirement(selector="textarea"),
        Requirement(color="blue"),
    ],
    "Coming soon": [Requirement(text=text) for text in ("Crumb & Co.", "12 May")],
    "404": [Requirement(text="404"), Requirement(selector="a", text="home"), Requirement(color="green")],
}
WATCH_STATUS = """() => {
  window.statuses = [];
  const note = () => window.statuses.push(document.querySelector("#status").textContent);
  new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    # Another test has the other core: two threads would mostly wait for one another.
    environment = os.environ | {"HTMLBUILDER_PORT": "0", "HTMLBUILDER_THREADS": "1"}
    server = subprocess.Popen([sys.executable, "app.py"], cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    for line in server.stderr:
        if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
            yield found[0]
            break
    server.terminate()
    assert server.wait(20) == 0
    server.stderr.close()


def opened(context: BrowserContext, url: str) -> Page:
    page = context.new_page()
    page.goto(url)
    page.wait_for_selector("#stage")
    settle(page)
    return page


def test_a_login_page_streams_beside_its_preview(url: str, context: BrowserContext) -> None:
    page = opened(context, url)
    prompt = page.get_by_label("What should the page be?")
    prompt.fill("Write an HTML code to create a login page")
    page.evaluate(WATCH_STATUS)  # the page may be finished before anybody looks
    began = time.monotonic()
    prompt.press("Enter")
    expect(page.locator("#code .cm-content")).to_contain_text("<!doctype html>", ignore_case=True)
    expect(page.locator("#stage iframe.shown")).to_be_visible(timeout=60_000)
    expect(page.locator("#status")).to_contain_text("Finished", timeout=60_000)
    assert any("Writing" in seen for seen in page.evaluate("window.statuses"))
    print(f"finished after {time.monotonic() - began:.1f} s: {page.locator('#status').inner_text()}")
    shown = page.frame_locator("#stage iframe.shown")
    expect(shown.locator("input[type=password]")).to_be_visible()
    expect(shown.locator("button, input[type=submit]").first).to_be_visible()


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_gets_what_it_asks_for(url: str, name: str) -> None:
    answer = httpx.post(f"{url}generate", json={"prompt": EXAMPLES[name]}, timeout=150).raise_for_status().json()
    assert (answer["finish_reason"], answer["repairs"]) == ("stop", [])
    assert unmet(answer["html"], ASKED[name]) == []
    assert problems(answer["html"]) == []


def test_the_login_page_is_changed_in_one_line(url: str, context: BrowserContext) -> None:
    page = opened(context, url)
    prompt, status = page.get_by_label("What should the page be?"), page.locator("#status")
    prompt.fill(EXAMPLES["Login page"])
    prompt.press("Enter")
    expect(status).to_contain_text("Finished", timeout=60_000)
    before = page.locator("#code .cm-line").all_inner_texts()
    prompt.fill('Change the heading to "Come in"')
    page.get_by_role("button", name="Change this page").click()
    expect(page.get_by_text("Version 2 of 2")).to_be_visible(timeout=60_000)
    expect(page.frame_locator("#stage iframe.shown").get_by_role("heading", name="Come in")).to_be_visible()
    after = page.locator("#code .cm-line").all_inner_texts()
    assert [line for line in after if line not in before] == ["      <h1>Come in</h1>"]
    page.get_by_role("button", name="Previous").click()
    expect(page.frame_locator("#stage iframe.shown").get_by_role("heading", name="Log in")).to_be_visible()
