"""The measure, measured: good pages pass every check, and each way to break one is caught by the check for it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from htmlbuilder.checks import Requirement
from htmlbuilder.evaluation import chromium, nu
from htmlbuilder.evaluation.chromium import Sight
from htmlbuilder.evaluation.nu import Validity
from htmlbuilder.evaluation.verdict import CHECKS, Grade, digest, judge
from htmlbuilder.pipeline.baselines import STATIC
from tests.measure_pages import ASKED, BREAKS, SHOP, SOUND, Break, page

pytestmark = pytest.mark.timeout(300)
Measure = Callable[..., Grade]
BROKEN = {each.name: SHOP.replace(each.old, each.new) for each in BREAKS}
OTHERS = {"the static page": STATIC, "nothing": "", "hollow": page("").replace("<h1>Test</h1>", "")}


@pytest.fixture(scope="module")
def measure(tmp_path_factory: pytest.TempPathFactory) -> Measure:
    """Grades a page that is among those of this file, all of which the tools have seen in one go."""
    texts = [SHOP, *BROKEN.values(), *(text for text, _ in SOUND.values()), *OTHERS.values()]
    pages = {digest(text): text for text in texts}
    sights: dict[str, Sight] = {}
    validities: dict[str, Validity] = {}
    folder = tmp_path_factory.mktemp("pictures")
    chromium.look_at(pages, folder, lambda sight: sights.update({sight.page: sight}))
    nu.check(pages, lambda validity: validities.update({validity.page: validity}))
    assert {path.stem for path in folder.iterdir()} == set(pages) == set(sights) == set(validities)

    def graded(text: str, asked: list[dict[str, Any]], finish_reason: str = "stop") -> Grade:
        requirements = [Requirement.model_validate(each) for each in asked]
        key = digest(text)
        return judge((0, "", ""), requirements, text, finish_reason, sights[key], validities[key])

    return graded


def test_there_are_ways_enough_and_each_is_one() -> None:
    assert len({each.name for each in BREAKS}) == len(BREAKS) >= 30
    assert len(set(BROKEN.values()) | {SHOP}) == len(BREAKS) + 1
    assert {each.caught_by for each in BREAKS} == set(CHECKS)


def test_the_good_page_passes_every_check(measure: Measure) -> None:
    graded = measure(SHOP, ASKED)
    assert graded.faults == dict.fromkeys(CHECKS, ())
    assert graded.strict is True


@pytest.mark.parametrize("broken", BREAKS, ids=lambda broken: broken.name)
def test_a_break_is_caught(measure: Measure, broken: Break) -> None:
    graded = measure(BROKEN[broken.name], ASKED)
    found = graded.faults[broken.caught_by]
    assert found and any(broken.saying in fault for fault in found), graded.faults
    assert graded.strict is False
    if broken.caught_by == "fidelity":
        assert graded.all_met, "the source has it: that it is not seen is all"


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_page_passes(measure: Measure, name: str) -> None:
    assert measure(*SOUND[name]).faults == dict.fromkeys(CHECKS, ())


def test_the_fixed_page_is_sound(measure: Measure) -> None:
    assert measure(STATIC, []).strict is True


@pytest.mark.parametrize("name", ["nothing", "hollow"])
def test_nothing_passes_nothing(measure: Measure, name: str) -> None:
    graded = measure(OTHERS[name], ASKED)
    assert any("blank" in fault for fault in graded.faults["gate"] or ())
    assert len(graded.faults["requirements"] or ()) == len(ASKED)


@pytest.mark.parametrize("reason", ["length", "cancelled"])
def test_a_page_must_end_by_itself(measure: Measure, reason: str) -> None:
    graded = measure(SHOP, ASKED, reason)
    assert graded.faults["gate"] == (f"the model did not end by itself: {reason}",)
    assert graded.strict is False


def test_a_check_without_its_tool_says_nothing() -> None:
    graded = judge((0, "", ""), [], SHOP, "stop")
    assert {check for check, found in graded.faults.items() if found is None} == set(CHECKS) - {"requirements"}
    assert graded.strict is None
    assert judge((0, "", ""), [], SHOP, "stop", Sight(), Validity(page="", by="")).strict is True


def test_moderate_violations_fail_no_page(measure: Measure) -> None:
    text = SOUND["a film that is not there"][0]
    sight = Sight(violations=(chromium.Violation(rule="region", impact="moderate", help="", target=""),))
    assert judge((0, "", ""), [], text, "stop", sight).faults["accessibility"] == ()
    serious = sight.model_copy(
        update={"violations": (chromium.Violation(rule="x", impact="serious", help="", target=""),)}
    )
    assert judge((0, "", ""), [], text, "stop", serious).faults["accessibility"]


def test_the_checker_is_pinned_in_one_place() -> None:
    run = (Path(__file__).parent / "run").read_text(encoding="utf-8")
    assert re.fullmatch(r"vnu-jar@\d+\.\d+\.\d+", nu.PACKAGE)
    assert "vnu-jar@" not in run and "nu.PACKAGE" in run
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"vnu-jar@[\d.]+", readme)) == {nu.PACKAGE}
