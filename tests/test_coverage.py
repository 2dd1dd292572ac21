"""What `corpus stats` says of the corpus can be counted again by hand."""

import json
from pathlib import Path

import pytest

from htmlbuilder.cli import main, run
from htmlbuilder.corpus import sample
from htmlbuilder.corpus.coverage import DATA, PICTURE, near_duplicates


def test_figures_and_picture_are_kept_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["corpus", "stats", "--count", "30", "--seed", "4", "--out", str(tmp_path / "a")]) == 0
    figures = json.loads((tmp_path / "a" / DATA).read_text())
    drawn = [sample(4, number) for number in range(30)]
    assert figures["samples"] == 30
    assert figures["kinds"]["samples of"].keys() == {each.kind for each in drawn}
    assert sum(figures["kinds"]["samples of"].values()) == sum(figures["page tokens"]["histogram"].values()) == 30
    assert figures["duplicates"] == {"prompts": 0, "pages": 30 - len({each.page for each in drawn})}
    assert 0 < figures["phrasing"]["frames drawn"] < figures["phrasing"]["frames there"]
    assert 0.4 < figures["prompt tokens"]["mean"] * 3.5 * 30 / sum(len(each.prompt) for each in drawn) < 2.5
    assert figures["at fault"] == {}
    assert (tmp_path / "a" / PICTURE).read_bytes().startswith(b"\x89PNG")
    assert "tokens a second and core" in capsys.readouterr().out


def test_changes_of_pages_are_not_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpus", "stats", "--kind", "edit"]) == 65
    assert "stats measures pages" in capsys.readouterr().err


def test_prompts_that_nearly_say_the_same_are_counted() -> None:
    said = "make a small page for my bakery with a red button and a list of breads"
    other = "please could somebody write me the code of a login form in dark blue"
    assert near_duplicates([said, other, said.replace("red", "blue"), "hi", "hi", "hello"]) == 2
    assert near_duplicates([said, other]) == 0
