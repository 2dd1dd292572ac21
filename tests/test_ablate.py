"""Ablations at toy size: every row is a recipe, samples differ as told, and rows that are there are not made again."""

import json

import pytest

from htmlbuilder import manifest
from htmlbuilder.pipeline import ablate, pretrain
from htmlbuilder.pipeline.ablate import ROWS
from tests.fake_corpus import fake_sample


@pytest.mark.parametrize("name", ROWS)
def test_every_row_is_a_recipe_that_differs_from_the_base_as_it_says(name):
    row, base = ROWS[name], ablate.recipe_of("base", toy=False).model_dump()
    made = ablate.recipe_of(name, toy=False).model_dump()
    changed = {
        f"{part}.{key}"
        for part in ("tokenizer", "model", "training")
        for key, value in made[part].items()
        if value != base[part][key]
    }
    assert changed == set(row.settings) and row.of in ("", *ROWS)
    assert row.settings or row.sampler != "all" or row.of or name == "base"


def test_no_letter_is_among_the_samples_without_letters():
    kinds = {ablate.unlettered(0.0, 1, index).kind for index in range(40)}
    assert len(kinds) > 10 and not kinds & ablate.LETTERS
    assert ablate.unlettered(0.0, 1, 3) == ablate.unlettered(0.0, 1, 3)


def test_every_other_sample_is_a_letter_where_there_are_to_be_more():
    kinds = [ablate.lettered(0.0, 1, index).kind for index in range(80)]
    assert set(kinds[1::2]) <= ablate.LETTERS and len(set(kinds[::2])) > 8


def test_the_first_half_of_a_run_may_have_short_pages_only():
    first = [len(ablate.short_first(30, 0.0, 1, index).page) for index in range(30)]
    later = [len(ablate.short_first(30, 0.0, 1, index).page) for index in range(30, 60)]
    assert max(first) <= ablate.SHORT < max(later)


def test_rows_share_a_tokenizer_that_is_learned_from_the_samples_of_the_base(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(ablate, "sampler_of", lambda row, recipe: asked.append(row) or fake_sample)
    ablate.ready_tokenizer(tmp_path, "no letters", toy=True)
    monkeypatch.setattr(pretrain, "texts", None)
    ablate.ready_tokenizer(tmp_path, "base", toy=True)
    assert asked == [ROWS["base"]] * 2
    own, taken = (tmp_path / row / "tokenizer" for row in ("no-letters", "base"))
    assert manifest.verify(own) == manifest.verify(taken)
    assert {path.name for path in own.iterdir()} == {path.name for path in taken.iterdir()}


def test_rows_are_trained_stored_graded_and_told_in_a_table(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(ablate, "sampler_of", lambda row, recipe: fake_sample)
    monkeypatch.setattr(ablate, "TOY_COUNT", 2)
    tasks = tmp_path / "mine.jsonl"
    tasks.write_text(json.dumps({"id": 1, "prompt": "a page", "requirements": [{"selector": "h1"}]}) + "\n")
    command = [str(tmp_path / "runs"), "--toy", "--rows", "base", "f16", "--tasks", str(tasks)]
    assert ablate.main(command) == 0
    found = {name: json.loads((tmp_path / f"runs/{name}.json").read_text()) for name in ("base", "f16")}
    assert found["f16"]["bytes"] > 1.5 * found["base"]["bytes"] and found["f16"]["tokens"] == found["base"]["tokens"]
    assert found["base"]["splits"]["mine"]["pages"] == 1 and found["base"]["splits"]["heldout"]["pages"] == 2
    table = (tmp_path / "runs/table.md").read_text().splitlines()
    assert [line.split(" | ")[0] for line in table] == ["| row", "| ---", "| base", "| f16"]
    assert "mine, all met" in table[0] and len({line.count("|") for line in table}) == 1

    monkeypatch.setattr(ablate, "measured", None)
    assert ablate.main(command) == 0, "what is there is not made again"
    assert "| f16 |" in capsys.readouterr().out
