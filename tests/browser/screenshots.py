"""Takes pictures of a running studio, to look at: `python -m tests.browser.screenshots http://127.0.0.1:7860/ out/`

Both tabs as wide as a desk's screen and a phone's, before and after a generation. `desk-build.png` is in the README.
"""

import sys
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from htmlbuilder.web.studio import EXAMPLES
from tests.browser.conftest import launch

SIZES = {"desk": (1280, 900), "phone": (390, 844)}


def take(page: Page, url: str, stem: str) -> None:
    page.goto(url)
    page.wait_for_selector("#stage")
    page.wait_for_timeout(1000)
    page.screenshot(path=f"{stem}-empty.png")
    page.get_by_role("button", name="Login page").click()
    expect(page.locator("#status")).to_contain_text("Finished", timeout=60_000)
    page.wait_for_timeout(1500)
    page.screenshot(path=f"{stem}-build.png", full_page=stem.endswith("phone"))
    page.get_by_role("tab", name="API").click()
    expect(page.locator("#body .cm-content")).to_contain_text(EXAMPLES["Login page"])
    page.get_by_role("button", name="Send").click()
    expect(page.locator("#response-status")).to_contain_text("200 OK", timeout=60_000)
    page.screenshot(path=f"{stem}-api.png", full_page=True)


if __name__ == "__main__":
    url, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for name, (width, height) in SIZES.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            take(page, url, str(folder / name))
            page.close()
        browser.close()
