"""The cage as text: what stands before a page, and the headers around it. That it holds is shown in `tests/browser`."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from htmlbuilder.web import preview


class Reader(HTMLParser):
    """The elements at the start of a page, with their attributes, and the text of the scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.script = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.elements[-1][0] == "script":
            self.script += data


def policy(live: bool) -> dict[str, str]:
    _, meta = Reader(preview.cage(live)).elements[0]
    assert meta["http-equiv"] == "Content-Security-Policy"
    return dict(rule.strip().split(" ", 1) for rule in (meta["content"] or "").split(";"))


@pytest.mark.parametrize("live", [True, False])
def test_the_policy_comes_first_and_then_the_frame_script(live):
    reader = Reader(preview.cage(live))
    assert [tag for tag, _ in reader.elements] == ["meta", "script"]
    assert reader.script == preview.FRAME_SCRIPT
    assert preview.document("<!doctype html>", live) == preview.cage(live) + "<!doctype html>"


@pytest.mark.parametrize("live", [True, False])
def test_the_policy_names_no_address_at_all(live):
    rules = policy(live)
    assert rules["default-src"] == rules["form-action"] == rules["base-uri"] == "'none'"
    allowed = {source for rule in rules.values() for source in rule.split()}
    assert {source for source in allowed if not source.startswith("'")} == {"data:", "blob:"}
    assert "'unsafe-eval'" not in allowed


def test_only_the_frame_script_may_run_in_a_page_that_is_being_written():
    digest = base64.b64encode(hashlib.sha256(Reader(preview.cage(False)).script.encode()).digest()).decode()
    assert policy(False)["script-src"] == f"'sha256-{digest}'"
    assert policy(True)["script-src"] == "'unsafe-inline'"


@pytest.mark.parametrize("name", ["frame.js", "studio.js"])
def test_an_inline_script_cannot_end_its_own_element(name):
    assert not re.search(r"</script|<!--", (preview.ASSETS / name).read_text(encoding="utf-8"), re.IGNORECASE)


def test_the_pane_carries_both_cages_unharmed():
    attributes = next(attributes for _, attributes in Reader(preview.pane()).elements if attributes.get("id") == "pane")
    assert attributes["data-live"] == preview.cage(live=True)
    assert attributes["data-still"] == preview.cage(live=False)


def test_the_headers_leave_the_app_its_own_origin_only():
    rules = dict(rule.split(" ", 1) for rule in preview.HEADERS["Content-Security-Policy"].split("; "))
    assert rules["frame-src"] == rules["object-src"] == "'none'"
    sources = {source for name, rule in rules.items() if name != "frame-ancestors" for source in rule.split()}
    assert sources <= {"'self'", "'none'", "'unsafe-inline'", "'unsafe-eval'", "data:", "blob:"}
    assert preview.HEADERS["Connection-Allowlist"] == "(response-origin)"
