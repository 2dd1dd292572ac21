"""The scripts of the corpus do what their pages say, in a real browser, caged as the studio's preview is."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from htmlbuilder.corpus import sample
from htmlbuilder.web import preview

FRAME = '<iframe sandbox="allow-scripts" style="width: 900px; height: 900px"></iframe>'


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def press(frame: Frame, selector: str, times: int = 1) -> None:
    for _ in range(times):
        frame.locator(selector).first.click()


def grows(frame: Frame, form: str, items: str) -> None:
    before = frame.locator(items).count()
    frame.locator(f"{form} input").first.fill("Something new")
    press(frame, f"{form} button")
    expect(frame.locator(items)).to_have_count(before + 1)
    expect(frame.locator(items, has_text="Something new").first).to_be_visible()


def kanban(frame: Frame) -> None:
    grows(frame, "form", ".board section:first-child li")


def chat(frame: Frame) -> None:
    grows(frame, "form", ".chat li")


def todo(frame: Frame) -> None:
    left = int(frame.locator(".todo output").inner_text())
    grows(frame, "#add", ".todo li")
    expect(frame.locator(".todo output")).to_have_text(str(left + 1))
    frame.locator(".todo input").first.check()
    expect(frame.locator(".todo output")).to_have_text(str(left))


def calendar(frame: Frame) -> None:
    days = [text.split()[0] for text in frame.locator("tbody td").all_inner_texts() if text.strip()]
    assert days == [str(day) for day in range(1, len(days) + 1)] and 28 <= len(days) <= 31


def admin(frame: Frame) -> None:
    press(frame, "td button")
    expect(frame.locator("#said")).not_to_have_text("Nothing changed yet.")


def says(text: str) -> Callable[[Frame], None]:
    def check(frame: Frame) -> None:
        for field in frame.locator("form input[required]").all():
            field.fill("a@b.example")
        press(frame, "form [type=submit]")
        expect(frame.locator("#said")).to_have_text(text)

    return check


def cookie(frame: Frame) -> None:
    press(frame, ".cookie button")
    expect(frame.locator(".cookie")).to_have_count(0)


def player(frame: Frame) -> None:
    songs = frame.locator("ol li").all_inner_texts()
    press(frame, "#next")
    expect(frame.locator("#now")).to_have_text(songs[1])
    press(frame, "#play")
    expect(frame.locator("#play")).to_have_text("Pause")


def tictactoe(frame: Frame) -> None:
    for cell in (1, 4, 2, 5, 3):
        press(frame, f".cells button:nth-child({cell})")
    expect(frame.locator("#said")).to_have_text("X wins!")
    press(frame, "#new")
    expect(frame.locator("#said")).to_have_text("X begins.")


def dice(frame: Frame) -> None:
    press(frame, "main button")
    expect(frame.locator("output").first).not_to_have_text("?")


def guess(frame: Frame) -> None:
    frame.locator("#number").fill("1")
    press(frame, "form button")
    expect(frame.locator("#said")).to_have_text(re.compile("Higher!|Yes!"))


def slides(frame: Frame) -> None:
    press(frame, "#next")
    expect(frame.locator("#slides > :nth-child(2)")).to_be_visible()
    expect(frame.locator("#slides > :first-child")).to_be_hidden()


def sums(frame: Frame) -> None:
    before = frame.locator("#result").inner_text()
    frame.locator("#estimate input").first.fill("12345")
    expect(frame.locator("#result")).not_to_have_text(before)


def password(frame: Frame) -> None:
    frame.locator("#length").fill("23")
    press(frame, "form button")
    expect(frame.locator("output")).to_have_text(re.compile(r"^\S{23}$"))


def timer(frame: Frame) -> None:
    full = frame.locator("output").inner_text()
    press(frame, "#start")
    expect(frame.locator("output")).not_to_have_text(full)
    press(frame, "#again")
    expect(frame.locator("output")).to_have_text(full)


def lightbox(frame: Frame) -> None:
    caption = frame.locator(".grid button").first.inner_text()
    press(frame, ".grid button")
    expect(frame.locator("dialog[open] #zoomed")).to_have_text(caption)


def validate(frame: Frame) -> None:
    press(frame, "form button")
    expect(frame.locator("#wrong")).to_be_visible()
    frame.locator("[type=email]").fill("a@b.example")
    for field in frame.locator("[type=password]").all():
        field.fill("a long enough password, at last")
    press(frame, "form button")
    expect(frame.locator("#right")).to_be_visible()
    expect(frame.locator("#wrong")).to_be_hidden()


def narrows(frame: Frame) -> None:
    frame.locator("#finder").fill(frame.locator(".found li").first.inner_text()[:40])
    shown = [item for item in frame.locator(".found li").all() if item.is_visible()]
    assert 1 <= len(shown) < frame.locator(".found li").count()


def sort(frame: Frame) -> None:
    press(frame, "th:nth-child(2) button")
    numbers = [int(text) for text in frame.locator("td:nth-child(2)").all_inner_texts()]
    assert numbers == sorted(numbers)


def likes(frame: Frame) -> None:
    before = int(frame.locator("output").inner_text())
    press(frame, "#like")
    expect(frame.locator("output")).to_have_text(str(before + 1))
    press(frame, "#like")
    expect(frame.locator("output")).to_have_text(str(before))


def sayings(frame: Frame) -> None:
    shown = set()
    for _ in range(20):  # by chance the same one may come again
        press(frame, "#mix")
        (saying,) = (item for item in frame.locator(".part > *").all() if item.is_visible())
        shown.add(saying.inner_text())
    assert len(shown) > 1


def painter(frame: Frame) -> None:
    press(frame, ".paint")
    assert frame.evaluate("document.body.style.background") != ""


def burger(frame: Frame) -> None:
    expect(frame.locator("nav a").first).to_be_hidden()
    press(frame, "#menu")
    expect(frame.locator("nav a").first).to_be_visible()


def toast(frame: Frame) -> None:
    expect(frame.locator(".toast")).to_be_hidden()
    press(frame, "#show")
    expect(frame.locator(".toast")).to_be_visible()


def profile(frame: Frame) -> None:
    press(frame, "#follow")
    expect(frame.locator("#follow")).to_be_disabled()


def letters(frame: Frame) -> None:
    frame.locator("textarea").fill("a b c")
    expect(frame.locator("output")).to_have_text("5")


CHECKS: dict[str, Callable[[Frame], None]] = {
    "kanban": kanban, "chat": chat, "todo": todo, "calendar": calendar, "admin": admin, "cookie": cookie,
    "player": player, "settings": says("Saved."), "survey": says("Thank you for your answers."),
    "tictactoe": tictactoe, "dice": dice, "guess": guess, "slides": slides, "sums": sums, "password": password,
    "timer": timer, "lightbox": lightbox, "validate": validate, "filter": narrows, "sort": sort, "likes": likes,
    "sayings": sayings, "painter": painter, "burger": burger, "toast": toast, "profile": profile, "letters": letters,
}  # fmt: skip
# A drawing of the kind that has what its check needs.
NUMBERS = {"letters": 0, "guess": 0}


@pytest.mark.parametrize("kind", CHECKS)
def test_the_script_does_what_the_page_says(page: Page, kind: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_content(FRAME)
    caged = preview.cage(live=True) + sample(4, NUMBERS.get(kind, 0), "train", kind).page
    page.evaluate("html => { document.querySelector('iframe').srcdoc = html; }", caged)
    frame = page.frames[1]
    frame.wait_for_selector("h1")
    CHECKS[kind](frame)
    assert not errors
