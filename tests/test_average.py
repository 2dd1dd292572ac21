"""The mean of two models lies halfway, opens like any model, and is refused where there is no mean."""

import json
import shutil
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from htmlbuilder import cli, manifest
from htmlbuilder.errors import DataError, ModelError
from htmlbuilder.manifest import Manifest
from htmlbuilder.pipeline import average, card, lean, pretrain, quantize
from htmlbuilder.pipeline.life import read_life
from htmlbuilder.pipeline.start import Start
from tests import toy

LAYER = "transformer.h.1.mlp.dense_h_to_4h.weight"


@pytest.fixture
def other(toy_checkpoint: Path, tmp_path: Path) -> Path:
    """The toy with every weight negated in one matrix and as it was in the others."""
    copy = Path(shutil.copytree(toy_checkpoint, tmp_path / "other"))
    weights = load_file(copy / "model.safetensors")
    weights[LAYER] *= -1
    save_file(weights, copy / "model.safetensors", metadata={"format": "pt"})
    manifest.write(copy, Manifest(stage="toy"))
    return copy


def test_every_weight_is_the_mean_of_those_of_its_models(toy_checkpoint, other, tmp_path, capsys):
    command = ["average", str(toy_checkpoint), str(other), str(toy_checkpoint), "--out", str(tmp_path / "mean")]
    assert cli.main(command) == 0
    made = manifest.read(tmp_path / "mean")
    assert made.digest in capsys.readouterr().out
    digests = [manifest.read(path).digest for path in (toy_checkpoint, other, toy_checkpoint)]
    assert made.parents == {f"part {number}": digest for number, digest in enumerate(digests, 1)}
    first, mean = (lean.load(path).state_dict() for path in (toy_checkpoint, tmp_path / "mean"))
    assert LAYER in first
    for name, weight in first.items():
        torch.testing.assert_close(mean[name], weight / 3 if name == LAYER else weight, rtol=1e-3, atol=1e-4)
    skills = [json.loads((path / "config.json").read_text())["skills"] for path in (toy_checkpoint, tmp_path / "mean")]
    assert skills[0] == skills[1] != []


def test_a_gguf_can_be_one_of_them_and_is_what_may_become_of_them(toy_checkpoint, toy_model, tmp_path):
    average.run([toy_checkpoint, toy_model], tmp_path / "mean")
    whole, few, mean = (lean.load(path).state_dict()[LAYER] for path in (toy_checkpoint, toy_model, tmp_path / "mean"))
    assert not torch.allclose(whole, few, rtol=1e-3)
    torch.testing.assert_close(mean, (whole + few) / 2, rtol=1e-3, atol=1e-4)
    quantize.run(quantize.QuantizeConfig(), tmp_path / "mean", tmp_path / "gguf")
    assert manifest.read(tmp_path / "gguf").parents["checkpoint"] == manifest.read(tmp_path / "mean").digest


def test_its_card_says_of_which_models_it_is_the_mean(toy_checkpoint, other, tmp_path):
    made = average.run([toy_checkpoint, other], tmp_path / "mean")
    quantize.run(quantize.QuantizeConfig(), tmp_path / "mean", tmp_path / "gguf")
    for model, told in (("mean", "the mean of several"), ("gguf", "Q4_0")):
        text = card.write(read_life(tmp_path / model), {}, card.Terms("mit", "", "me/pages", "Pages"))
        assert told in text.partition("## Run it")[0]
        assert f"| the mean of 2 models, 16 bits | `{made.digest}` |" in text
        for number, path in enumerate((toy_checkpoint, other), 1):
            assert f"| part {number} of that mean | `{manifest.read(path).digest}` |" in text


def test_a_run_can_start_from_one(toy_checkpoint, other, tmp_path):
    made = average.run([toy_checkpoint, other], tmp_path / "mean")
    recipe = pretrain.Recipe.load(pretrain.CONFIGS / "toy.toml")
    shape = lean.shape_of(tmp_path / "mean")
    model = recipe.model.model_copy(
        update={"hidden": shape.hidden, "layers": shape.layers, "head": shape.head, "context": shape.context}
    )
    tokenizer = recipe.tokenizer.model_copy(update={"vocabulary": shape.vocabulary})
    start = Start.read(tmp_path / "mean", recipe.model_copy(update={"model": model, "tokenizer": tokenizer}))
    assert start.digest == made.digest and start.before == {}


def test_what_has_no_mean_is_refused(toy_checkpoint, other, tmp_path):
    with pytest.raises(DataError, match="the mean of one model"):
        average.run([other], tmp_path / "mean")
    words = tmp_path / "words"
    shutil.copytree(toy_checkpoint, words)
    toy.write_tokenizer(words, ["another text, another tokenizer"] * 9, 300)
    manifest.write(words, Manifest(stage="toy"))
    with pytest.raises(DataError, match="differ in shape or tokenizer"):
        average.run([toy_checkpoint, words], tmp_path / "mean")
    with (other / "model.safetensors").open("ab") as file:
        file.write(b" ")
    with pytest.raises(ModelError, match=r"model\.safetensors has"):
        average.run([toy_checkpoint, other], tmp_path / "mean")
    assert not (tmp_path / "mean").exists()
