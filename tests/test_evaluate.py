"""Grading by the source alone: a figure in a report must mean what it says. The six checks are `test_measure`'s."""

import json
from pathlib import Path
from typing import Any

import pytest

from htmlbuilder import cli, engines
from htmlbuilder.evaluation.report import Report, summarize
from htmlbuilder.evaluation.spared import spoilt
from htmlbuilder.evaluation.verdict import Grade
from htmlbuilder.pipeline.evaluate import Task, Text, grade
from tests.fakes import FakeEngine

GOOD = (
    '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Log in</title></head>\n'
    "<body><h1>Log in</h1><p>Welcome to Zorbax</p></body>\n</html>\n"
)
NO_NAME = GOOD.replace("Zorbax", "us")
TORN = GOOD[:-20]
TASK = {
    "id": 0,
    "prompt": "a login page for Zorbax",
    "kind": "login",
    "requirements": [{"selector": "h1", "text": "log in"}, {"text": "Zorbax"}],
}


def graded(text: str, **extra: Any) -> Grade:
    return grade(Task.model_validate(TASK), Text(id=0, text=text, **extra))


def lines(path: Path, *records: dict[str, Any]) -> str:
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return str(path)


@pytest.mark.parametrize(
    ("text", "reason", "met", "clean"),
    [
        (GOOD, "stop", 2, True),
        (GOOD, None, 2, True),
        (GOOD, "length", 2, False),
        (NO_NAME, "stop", 1, True),
        (TORN, None, 2, False),
        (GOOD.replace("<h1>", "<h1></p>"), "stop", 2, False),
        ("", "stop", 0, False),
    ],
)
def test_a_page_is_graded_by_what_it_has(text: str, reason: Any, met: int, clean: bool) -> None:
    found = graded(text, finish_reason=reason)
    assert (found.met, found.all_met, found.clean) == (met, met == 2, clean)


def test_a_report_counts_the_pages_that_say_what_they_are_not() -> None:
    owning = GOOD.replace("</body>", "<p>This is a static page, not a shop.</p></body>")
    assert summarize([graded(GOOD), graded(owning)], {}).beyond.percent == 50


def test_a_page_that_is_to_say_so_is_not_counted_among_them() -> None:
    """Of prompts within its reach, a model should flag few; these are not among those."""
    sentence = "This is a static page, not a shop."
    owning = GOOD.replace("</body>", f"<p>{sentence}</p></body>")
    task = Task.model_validate(TASK | {"requirements": [{"text": sentence}]})
    asked = grade(task, Text(id=0, text=owning))
    assert asked.all_met and asked.beyond is None
    assert summarize([asked, graded(GOOD)], {}).beyond.percent == 0
    assert summarize([asked], {}).beyond is None


def test_what_is_missing_is_named() -> None:
    assert graded(NO_NAME).unmet == ("the page showing “Zorbax”",)
    assert "unfinished" in {rule for rule, _ in graded(TORN).problems}


def test_a_report_counts_pages_and_requirements() -> None:
    report = summarize([graded(GOOD)] * 6 + [graded(NO_NAME)] * 2 + [graded("")] * 2, {})
    assert (report.all_met.percent, report.requirements_met.percent, report.clean.percent) == (60, 70, 80)
    kind = report.kinds["login"]
    assert (kind.pages, kind.all_met, kind.clean) == (10, report.all_met, report.clean)
    assert report.strict is None, "there is no headline without the tools"
    assert report.problems["unfinished"] == 2
    assert report.worst == [0] * 4


def test_the_interval_is_that_of_a_binomial() -> None:
    """The bootstrap's percentiles lie where the normal approximation puts them, 1.96 standard errors off."""
    report = summarize([graded(GOOD)] * 240 + [graded(NO_NAME)] * 60, {})
    reach = 196 * (0.8 * 0.2 / 300) ** 0.5
    assert report.all_met.percent == 80
    assert report.all_met.low == pytest.approx(80 - reach, abs=1)
    assert report.all_met.high == pytest.approx(80 + reach, abs=1)


def test_the_interval_of_a_perfect_run_is_a_point() -> None:
    rate = summarize([graded(GOOD)] * 50, {}).all_met
    assert (rate.percent, rate.low, rate.high) == (100, 100, 100)


def test_texts_from_elsewhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tasks = lines(tmp_path / "tasks.jsonl", *(TASK | {"id": number} for number in range(120)))
    written = (
        {"index": number, "html": NO_NAME if number == 7 else GOOD, "finish_reason": "stop"} for number in range(120)
    )
    texts, out = lines(tmp_path / "texts.jsonl", *written), tmp_path / "out"
    assert cli.main(["evaluate", "--prompts", tasks, "--texts", texts, "--light", "--out", str(out)]) == 0
    report = Report.model_validate_json((out / "report.json").read_text())
    assert (report.pages, report.worst, report.clean.percent) == (120, [7], 100)
    assert len((out / "pages.jsonl").read_text().splitlines()) == 120
    shown = capsys.readouterr().out
    assert "all requirements met" in shown and "lacks the page showing “Zorbax”" in shown


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ([], "has no text for 1 of 1 prompts; the first is 0"),
        ([{"id": 3, "text": GOOD}], "line 1: 3 is not the id of any prompt"),
        ([{"id": 0, "text": GOOD}] * 2, "line 2: 0 stands there twice"),
        ([{"id": 0}], "line 1: text: Field required"),
    ],
)
def test_texts_that_do_not_fit_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], texts: list[dict[str, Any]], said: str
) -> None:
    tasks = lines(tmp_path / "tasks.jsonl", TASK)
    given = lines(tmp_path / "texts.jsonl", *texts)
    assert cli.main(["evaluate", "--prompts", tasks, "--texts", given, "--out", str(tmp_path / "out")]) == 65
    assert said in capsys.readouterr().err


def test_generating_grades_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = FakeEngine(pieces=[GOOD[at : at + 20] for at in range(0, len(GOOD), 20)])
    monkeypatch.setattr(engines, "open_engine", lambda settings: engine)
    tasks = lines(tmp_path / "tasks.jsonl", *(TASK | {"id": f"t{number}"} for number in range(4)))
    command = ["evaluate", "--prompts", tasks, "--light", "--out", str(tmp_path / "out")]
    assert cli.main(command) == cli.main(command) == 0
    assert len(engine.requests) == 4
    assert {request.temperature for request in engine.requests} == {0}
    report = Report.model_validate_json((tmp_path / "out" / "report.json").read_text())
    assert report.source["digest"] == engine.digest
    assert report.all_met.percent == report.clean.percent == 100
    assert "4 pages by fake" in capsys.readouterr().out
    engine.digest = "sha256:" + "0" * 64
    assert cli.main(command) == 65, "another model's pages are not graded as this one's"
    assert "holds what another model" in capsys.readouterr().err


def test_the_corpus_meets_its_own_requirements(tmp_path: Path) -> None:
    """The corpus's pages, graded as if a model had written them: this is the measure's zero error."""
    from htmlbuilder.corpus import sample

    written = ({"id": index, "text": sample(0, index, "heldout").page} for index in range(20))
    texts, out = lines(tmp_path / "texts.jsonl", *written), tmp_path / "out"
    command = ["evaluate", "--split", "heldout", "--count", "20", "--light", "--texts", texts, "--out", str(out)]
    assert cli.main(command) == 0
    report = Report.model_validate_json((out / "report.json").read_text())
    assert (report.all_met.percent, report.clean.percent) == (100, 100)


# changes of a page

BEFORE = GOOD.replace("</p></body>", "</p>\n<ul>\n<li>One</li>\n<li>Two</li>\n<li>Three</li>\n</ul>\n<p>End</p></body>")
AFTER = BEFORE.replace("<li>Two</li>", "<li>Zwei</li>")
WITHOUT = BEFORE.replace("<li>Two</li>\n", "")


@pytest.mark.parametrize(
    ("expected", "page", "wrong"),
    [
        (AFTER, AFTER, ""),
        (AFTER, BEFORE.replace("Two", "ZWEI, with more"), ""),
        (AFTER, BEFORE.replace("<li>Two</li>", "<li>Zwei</li>\n<li>und</li>"), ""),
        (AFTER, AFTER.replace("Zwei", "Zwei" + "\n<p>more</p>" * 9), "something was added elsewhere"),
        (AFTER, BEFORE, ""),  # nothing is touched; that nothing is done, the requirements tell
        (AFTER, AFTER.replace("One", "Eins"), "<li>One</li>"),
        (AFTER, AFTER.replace("<li>One</li>\n", ""), "<li>One</li>"),
        (AFTER, AFTER.replace("<p>End", "<p>New</p>\n<p>End"), "something was added elsewhere"),
        (AFTER, AFTER.replace("  ", " ").replace('lang="en"', "lang='en'"), '<html lang="en">'),
        (WITHOUT, WITHOUT, ""),
        (WITHOUT, AFTER, "something was added elsewhere"),
        (WITHOUT, WITHOUT.replace("Three", "Drei"), "<li>Three</li>"),
        (BEFORE.replace("<ul>", "<nav></nav>\n<ul>"), BEFORE, ""),
        (BEFORE, BEFORE, ""),
        (BEFORE, AFTER, "<li>Two</li>"),
        (AFTER, "", "<!doctype html>"),
        (AFTER, AFTER + AFTER, "something was added elsewhere"),
    ],
)
def test_a_change_may_touch_only_where_the_expected_one_does(expected: str, page: str, wrong: str) -> None:
    found = spoilt(BEFORE, expected, page)
    assert wrong in "\n".join(found) if wrong else not found


def test_a_change_counts_when_it_is_done_and_nothing_else_is_touched(tmp_path: Path) -> None:
    change = {"prompt": "Zwei instead of Two", "current": BEFORE, "page": AFTER, "kind": "edit-text"}
    asked = {"requirements": [{"selector": "li", "text": "Zwei"}]}
    tasks = lines(tmp_path / "tasks.jsonl", *(change | asked | {"id": number} for number in range(4)), TASK | {"id": 4})
    pages = (AFTER, AFTER.replace("<li>Zwei", "<li>Zwei!"), BEFORE, AFTER.replace("One", "Eins"), GOOD)
    texts = lines(tmp_path / "texts.jsonl", *({"id": number, "text": page} for number, page in enumerate(pages)))
    out = tmp_path / "out"
    assert cli.main(["evaluate", "--prompts", tasks, "--texts", texts, "--light", "--out", str(out)]) == 0
    report = Report.model_validate_json((out / "report.json").read_text())
    assert report.changed and report.changed.percent == 50 and report.exact and report.exact.percent == 25
    assert report.kinds["login"].changed is None and report.kinds["edit-text"].changed == report.changed
    assert set(report.worst) == {2, 3}
    assert "50.0%" in (out / "report.html").read_text()


def test_the_edits_of_the_corpus_are_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The engine is given the page, and changes nothing: all is as it was, and nothing is done."""

    class Same(FakeEngine):
        def stream(self, request: Any) -> Any:
            self.pieces = [request.html]
            return super().stream(request)

    monkeypatch.setattr(engines, "open_engine", lambda settings: Same())
    command = ["evaluate", "--edits", "--count", "12", "--light", "--out", str(tmp_path / "out"), "--slots", "1"]
    assert cli.main(command) == 0
    shown = capsys.readouterr().out
    assert "done, and nothing else changed" in shown and "edit-" in shown
    report = Report.model_validate_json((tmp_path / "out" / "report.json").read_text())
    nothing = report.kinds["edit-nothing"].pages if "edit-nothing" in report.kinds else 0
    assert report.changed and report.changed.percent == pytest.approx(100 * nothing / 12, abs=0.01)


def test_derived_requirements_of_a_change_are_those_the_page_lacked() -> None:
    task = Task.model_validate({"id": 0, "prompt": 'say "Zwei" and "One"', "current": BEFORE, "html": AFTER})
    assert [each.text for each in task.requirements] == ["Zwei"]
