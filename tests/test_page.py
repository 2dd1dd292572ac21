"""The page in what a model wrote: untouched when it is one, found in talk, completed, closed when it was cut off."""

import time

import html5lib
import pytest
from bs4 import BeautifulSoup

from htmlbuilder.page import Page, read_page

WHOLE = """<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>Café < Bar</title>
  <style>
    ul > li::before { content: "<b>"; } /* </p> */
  </style>
</head>
<body>
  <!-- a <div> that is none -->
  <main class="a > b" data-x='"'>
    <h1>1 < 2 & 3 > 2</h1>
    <ul>
      <li>One
      <li><a href=/two?a=b>Two's</a><br>
    </ul>
    <svg viewBox="0 0 9 9"><linearGradient id="g"><stop offset="0"/></linearGradient></svg>
    <form><textarea name="page"><html></textarea><input value="it's"><select><option>A</select></form>
    <p>Text<p>More <b>bold <i>and so</b> on</i>
    <table><tr><td>Cell</table>
  </main>
  <script>
    if (1 < 2) { document.title = "</html>"; }
  </script>
</body>
</html>
"""
BUTTON = "<button>Buy</button>"


def eof_errors(page: str) -> list[str]:
    """What a browser's parser finds unfinished at the end of the page."""
    parser = html5lib.HTMLParser()
    parser.parse(page)
    return [code for _, code, _ in parser.errors if "eof" in code]


@pytest.mark.parametrize(
    "page",
    [
        WHOLE,
        "<!doctype html>\n<title>Short</title>\n<p>Tags that may be left out\n<ul><li>are left out</ul>",
        "\n<!-- made by hand -->\n<!doctype html><html><body><p>x</body></html>\n<!-- end -->",
        "<!doctype html><html><body><pre>```html\n<p>\n```</pre></body></html>",
        "<!doctype html><html><body><div>never closed</body></html>",
    ],
)
def test_a_page_passes_unchanged(page):
    assert read_page(page) == Page(page, ())


@pytest.mark.parametrize(
    "answer",
    [
        f"```html\n{WHOLE}```",
        f"```\n{WHOLE}```\n",
        f"~~~~ HTML\n{WHOLE}~~~~",
        f"```html{WHOLE.rstrip()}```",
        f"Sure! Here is the page:\n\n```html\n{WHOLE}```\n\nIt ends with `</html>`, and `<main>` holds it.",
        f"First the styles:\n```css\nb {{ color: red }}\n```\nThen the page:\n```html\n{WHOLE}\n```",
        f"You could add this:\n```html\n<p>a</p>\n```\nto this:\n```html\n{WHOLE}```",
        f"Sure! Here is the page:\n{WHOLE}\nI hope you like it.",
        f"{WHOLE}\n```\nI hope you like it.",
        f"```html\n{WHOLE}",
    ],
)
def test_the_page_is_found_in_talk(answer):
    page = read_page(answer)
    assert page.html.strip() == WHOLE.strip()
    assert page.repairs == ("left out the words around the page",)


def test_thinking_is_left_out():
    thought = "<think>\nThe user wants <html>… ```html\n<p>no</p>\n```\n</think>\n\n"
    assert read_page(thought + WHOLE).html.strip() == WHOLE.strip()
    assert read_page(thought + WHOLE).repairs == ("left out the model's thinking",)
    assert read_page("<think>\nLet me see") == Page("", ("left out the model's thinking",))


@pytest.mark.parametrize(
    ("answer", "body"),
    [
        (BUTTON, BUTTON),
        (f"```html\n{BUTTON}\n```", BUTTON),
        (f"Here is your button:\n\n{BUTTON}\n\nHave fun.", BUTTON),
        ("Hello <b>world</b>!", "Hello <b>world</b>!"),
    ],
)
def test_a_fragment_becomes_a_document(answer, body):
    page = read_page(answer)
    assert page.html == (
        f'<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n</head>\n<body>\n{body}\n</body>\n</html>\n'
    )
    assert page.repairs[-1] == "made a document of a fragment"
    assert read_page(page.html).repairs == ()


def test_head_and_body_without_html_are_not_nested_in_another_body():
    page = read_page("<head><title>A</title></head>\n<body><p>x</p></body>")
    assert page.html == ("<!doctype html>\n<html>\n<head><title>A</title></head>\n<body><p>x</p></body>\n</html>\n")


def test_a_missing_doctype_is_added():
    page = read_page("\n<html><body>x</body></html>")
    assert (page.html, page.repairs) == ("<!doctype html>\n<html><body>x</body></html>", ("added the doctype",))


def test_words_without_html_are_shown_as_they_are():
    page = read_page("Sorry, 1 < 2 & I cannot.\nAsk again.")
    assert BeautifulSoup(page.html, "html.parser").get_text().strip() == "Sorry, 1 < 2 & I cannot.\nAsk again."
    assert page.repairs == ("made a page of words that hold no HTML", "made a document of a fragment")


@pytest.mark.parametrize("text", ["", "\n \n", "<", "<!doc", '<p class="a'])
def test_where_there_is_nothing_to_show_the_page_is_empty(text):
    assert read_page(text).html == ""
    assert read_page(text).repairs == (("left out an unfinished tag",) if text.strip() else ())


@pytest.mark.parametrize(
    ("cut", "end", "repairs"),
    [
        ("<h1>Hel", "<h1>Hel\n</h1></main></body></html>\n", ("closed what was open: h1, main, body, html",)),
        ('<p>a <a href="x', "<p>a\n</main></body></html>\n", ("left out an unfinished tag",)),
        ("<p>a</p><!-- no", "<p>a</p>\n</main></body></html>\n", ("left out an unfinished comment",)),
        ("<p>a</p><script>go(", "<p>a</p>\n</main></body></html>\n", ("left out an unfinished script",)),
        ("<ul><li>a<li><b>b", "<ul><li>a<li><b>b\n</b></ul></main></body></html>\n", ()),
        ("<style>p { color: r", "<style>p { color: r\n</style></main></body></html>\n", ()),
        (
            "<textarea>a<b></texta",
            "<textarea>a<b>\n</textarea></main></body></html>\n",
            ("left out an unfinished tag",),
        ),
    ],
)
def test_a_page_that_was_cut_off_is_closed(cut, end, repairs):
    start = "<!doctype html>\n<html>\n<body>\n<main>\n"
    page = read_page(start + cut)
    assert page.html == start + end
    assert page.repairs[: len(repairs)] == repairs
    assert page.repairs[-1].startswith("closed what was open: ") and page.repairs[-1].endswith("main, body, html")


def test_wherever_a_page_is_cut_off_a_browser_gets_it_whole():
    start = WHOLE.index("<html")
    shown = BeautifulSoup(WHOLE, "html5lib").get_text()
    unfinished = 0
    for at in range(start, len(WHOLE)):
        unfinished += bool(eof_errors(WHOLE[:at]))
        page = read_page(WHOLE[:at])
        assert not eof_errors(page.html), WHOLE[:at]
        assert read_page(page.html) == Page(page.html, ()), "mended once, it needs no mending"
        text = "".join(BeautifulSoup(page.html, "html5lib").get_text().split())
        assert "".join(shown.split()).startswith(text)
    assert unfinished > len(WHOLE) / 2, "the parser notices when nothing is mended"


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 10_000, "<b><p>" * 5_000, "<a" * 20_000, "<a b='" * 8_000, "<a " + "=" * 40_000, "<!--" * 10_000,
        "```" + " " * 40_000, "x```<" * 8_000, "~~~<a>\n~~~ " * 4_000, "<style></style>" * 3_000, " <" * 20_000,
        "<style>" + "</styl" * 8_000, "<html " * 8_000, "</html>" * 6_000 + "x", "<textarea>" * 5_000, "x\n" * 20_000,
        "<div></p>" * 5_000, "<think>" * 8_000, "<!-- -->" * 5_000, "x\n <a" + "> " * 20_000 + "x", "<![" * 10_000,
    ],
)  # fmt: skip
def test_no_text_takes_long_to_read(text):
    began = time.perf_counter()
    read_page(text)
    assert time.perf_counter() - began < 1
