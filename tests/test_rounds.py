"""A further edition at toy size: two rounds of runs in processes of their own, and what each is the mean of."""

import pytest

from htmlbuilder import manifest
from htmlbuilder.errors import ModelError
from htmlbuilder.pipeline import average, pretrain, rounds
from tests.fake_corpus import fake_sample


@pytest.fixture
def start(tmp_path):
    recipe = pretrain.Recipe.load(pretrain.CONFIGS / "toy.toml", rounds.TOY)
    pretrain.run(recipe, tmp_path / "start", fake_sample)
    return tmp_path / "start" / "model"


@pytest.mark.timeout(300)
def test_the_second_round_goes_on_from_the_mean_of_the_first_and_what_is_there_stays(start, tmp_path, monkeypatch):
    out = tmp_path / "edition"
    assert rounds.main([str(start), str(out), "--toy"]) == 0
    digest = {
        path: manifest.read(out / path).digest
        for path in ("mean-1", *(f"run-{n}{x}/model" for n in "12" for x in "ab"))
    }
    made = {n: manifest.read(out / f"mean-{n}") for n in "12"}
    began = manifest.read(start).digest
    for n in "12":
        assert list(made[n].parents.values()) == [digest[f"run-{n}a/model"], digest[f"run-{n}b/model"], began]
    for run in ("run-2a", "run-2b"):
        assert manifest.read(out / run / "model").parents["start"] == digest["mean-1"]
    seeds = [manifest.read(out / f"run-{n}{x}" / "model").settings["seed"] for n in "12" for x in "ab"]
    assert seeds == [31, 32, 41, 42]

    for module, name in ((average, "run"), (pretrain, "run")):
        monkeypatch.setattr(module, name, None)
    assert rounds.main([str(start), str(out), "--toy"]) == 0
    assert manifest.read(out / "mean-2").digest == made["2"].digest


def test_every_run_is_a_recipe_and_no_two_are_the_same():
    recipes = [
        pretrain.Recipe.load(pretrain.CONFIGS / "embedded.toml", changes) for runs in rounds.ROUNDS for changes in runs
    ]
    assert len({recipe.model_dump_json() for recipe in recipes}) == 8
    rates = [recipe.training.muon_lr for recipe in recipes]
    assert rates == pytest.approx([0.02] * 4 + [0.01] * 2 + [0.005] * 2)


def test_a_run_that_fails_is_named(tmp_path):
    with pytest.raises(ModelError, match="run-1a"):
        rounds.side_by_side({tmp_path / "run-1a": {}}, tmp_path / "absent", None, 1)


def test_without_a_gpu_only_a_toy_is_trained(start, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("torch.cuda.device_count", lambda: 0)
    with pytest.raises(SystemExit, match="2"):
        rounds.main([str(start), str(tmp_path / "edition")])
    assert "--toy" in capsys.readouterr().err
