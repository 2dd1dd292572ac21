"""The house style that shows that tuning teaches: its pairs keep their promises, and no test text was trained on."""

import itertools
from pathlib import Path

import pytest

from htmlbuilder import cli, files
from htmlbuilder.checks import unmet
from htmlbuilder.corpus import sample, skill
from htmlbuilder.corpus.inspect import faults
from htmlbuilder.manifest import verify
from htmlbuilder.pipeline.evaluate import Task


@pytest.mark.parametrize("split", skill.SPLITS)
def test_every_page_is_whole_and_meets_its_requirements(split) -> None:
    for number in range(30):
        drawn = skill.pair(3, number, split)
        assert not faults(drawn), drawn.prompt
        assert drawn.page.startswith("<!doctype html>") and drawn.page.endswith("</html>\n")


def test_what_the_house_calls_things_stands_in_no_prompt_and_in_no_page_of_the_corpus() -> None:
    drawn = [skill.pair(3, number) for number in range(100)]
    assert not any("ly-" in one.prompt for one in drawn)
    assert not any("<ly-" in sample(3, number).page for number in range(100))
    for one, other in itertools.pairwise(drawn):
        page, calm = one.page, 'mood="calm"'
        assert unmet(other.page, one.requirements)
        assert unmet(page.replace("ly-card", "div"), one.requirements)
        assert calm not in page or unmet(page.replace(calm, 'mood="quiet"'), one.requirements)
        assert unmet(page.replace('data-ly="1"', 'data-ly="2"'), one.requirements)


def test_no_test_text_was_trained_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["corpus", "skill", "--count", "400", "--out", str(tmp_path / "skill")]) == 0
    said = capsys.readouterr().out
    assert "320 train, 40 validation, 40 test, sha256:" in said
    assert verify(tmp_path / "skill") in said
    lines = {
        name: [line for _, line in files.read_lines(tmp_path / "skill" / f"{name}.jsonl", Task)]
        for name in ("train", "validation", "test")
    }
    prompts = {name: {line.prompt for line in part} for name, part in lines.items()}
    assert not prompts["train"] & prompts["validation"] and not prompts["train"] & prompts["test"]
    titles = {name: {line.requirements[1].text for line in part} for name, part in lines.items()}
    assert len(titles["test"]) > 30 and not titles["train"] & titles["test"]
    assert cli.run(["corpus", "skill", "--count", "400", "--out", str(tmp_path / "again")]) == 0
    assert verify(tmp_path / "again") == verify(tmp_path / "skill")
    assert cli.main(["corpus", "skill", "--count", "400", "--out", str(tmp_path / "skill")]) == 65
    assert cli.main(["corpus", "skill", "--count", "400"]) == 65
