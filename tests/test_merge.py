"""Merging at toy size: the merged model is the adapter on its 4-bit base, and what is not that does not come to be."""

import json
import re
import shutil

import pytest
import torch
from bitsandbytes.functional import dequantize_4bit, quantize_4bit
from safetensors.torch import load_file, save_file

from htmlbuilder import cli
from htmlbuilder.engines import checkpoint
from htmlbuilder.errors import DataError, ModelError
from htmlbuilder.manifest import read
from htmlbuilder.pipeline import artifact, finetune, merge, merger
from tests import tuned
from tests.disks import room_for_files_of

# peft asks transformers in the old way
pytestmark = pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning")


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return tuned.write_data(tmp_path_factory.mktemp("merge") / "data")


@pytest.fixture(scope="module")
def adapter(toy_checkpoint, data, tmp_path_factory):
    """Read only: copy it before you change it."""
    target = tmp_path_factory.mktemp("merge") / "adapter"
    finetune.run(tuned.recipe(toy_checkpoint, eval_every=50), data, target)
    return target


@pytest.fixture(scope="module")
def merged(adapter, tmp_path_factory):
    target = tmp_path_factory.mktemp("merge") / "merged"
    return target, merge.run(adapter, target)


def test_the_merged_model_is_the_adapter_on_its_base(adapter, merged):
    target, manifest = merged
    parity = merger.Parity(**manifest.figures["parity"])
    assert parity.held
    assert parity.divergence < 0.01 * parity.divergence_without
    assert parity.effect_kept > 0.99
    assert manifest.parents == {"adapter": artifact.source_digest(adapter), "base": read(adapter / "base").digest}
    assert artifact.source_digest(target) == manifest.digest


def test_it_opens_as_any_16_bit_model_does(adapter, merged):
    from transformers import AutoModelForCausalLM, AutoTokenizer

    target, _ = merged
    config = json.loads((target / "config.json").read_text())
    assert "quantization_config" not in config
    model = AutoModelForCausalLM.from_pretrained(target)
    assert {weight.dtype for weight in model.parameters()} == {torch.float16}
    tokenizer = AutoTokenizer.from_pretrained(target)
    assert tokenizer.chat_template == (adapter / "chat_template.jinja").read_text()
    assert (target / "generation_config.json").exists()


def test_a_tuned_model_does_not_claim_to_nest_as_its_base_did(adapter, tmp_path):
    source, target = tmp_path / "adapter", tmp_path / "merged"
    shutil.copytree(adapter, source)
    target.mkdir()
    config = json.loads((source / "base" / "config.json").read_text())
    (source / "base" / "config.json").write_text(json.dumps(config | {"skills": ["write", "nest", "edit"]}))
    merger.write(source, target)
    assert json.loads((target / "config.json").read_text())["skills"] == ["write", "edit"]


def original(source, base):
    """The adapter on the 16-bit weights that its base was made of."""
    weights, in_4_bits = load_file(base / "model.safetensors"), dict(merger.base_tensors(source / "base"))
    for name, tensor in merged_tensors(source):
        yield name, weights[name] + (tensor - in_4_bits[name])


def rounded(source, _):
    """The merged weights, in 4 bits again."""
    for name, tensor in merged_tensors(source):
        adapted = "self_attention" in name or "mlp" in name
        yield name, dequantize_4bit(*quantize_4bit(tensor, quant_type="nf4")) if adapted else tensor


def without_adapter(source, _):
    return merger.base_tensors(source / "base")


merged_tensors = merger.merged_tensors


@pytest.mark.parametrize("control", [without_adapter, original, rounded])
def test_what_is_not_the_adapter_on_its_base_does_not_come_to_be(
    adapter, toy_checkpoint, tmp_path, monkeypatch, control
):
    monkeypatch.setattr(merger, "merged_tensors", lambda source: control(source, toy_checkpoint))
    with pytest.raises(ModelError, match="the merged model is not the adapter on its base"):
        merge.run(adapter, tmp_path / "merged")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("changes", [{"rslora": True}, {"dora": True, "targets": ("query_key_value", "dense")}])
def test_every_kind_of_adapter_is_merged(toy_checkpoint, data, tmp_path, changes):
    recipe = tuned.recipe(toy_checkpoint, epochs=1, eval_every=50, **changes)
    finetune.run(recipe, data, tmp_path / "adapter")
    config = json.loads((tmp_path / "adapter" / "adapter_config.json").read_text())
    assert (config["use_rslora"], config["use_dora"]) == (recipe.rslora, recipe.dora)
    assert len(config["target_modules"]) == (12 if recipe.rslora else 2)
    assert merger.Parity(**merge.run(tmp_path / "adapter", tmp_path / "merged").figures["parity"]).held


def test_a_big_model_is_written_in_parts(adapter, merged, tmp_path, monkeypatch):
    from transformers import AutoModelForCausalLM

    monkeypatch.setattr(merger, "SHARD", 300_000)
    merger.write(adapter, tmp_path)
    parts = sorted(tmp_path.glob("model-*-of-*.safetensors"))
    assert len(parts) > 3
    assert all(part.stat().st_size < 310_000 for part in parts)
    whole = load_file(merged[0] / "model.safetensors")
    state = AutoModelForCausalLM.from_pretrained(tmp_path).state_dict()
    assert all(torch.equal(state[name], tensor) for name, tensor in whole.items())


def test_other_4_bit_weights_than_it_was_trained_on_are_refused(adapter, tmp_path):
    copy = tmp_path / "adapter"
    shutil.copytree(adapter, copy)
    path = copy / "base" / "model.safetensors"
    whole = bytearray(path.read_bytes())
    whole[-1] ^= 1
    path.write_bytes(whole)
    with pytest.raises(ModelError, match=r"base/model\.safetensors has changed"):
        merge.run(copy, tmp_path / "merged")


def test_every_file_that_is_truncated_or_flipped_is_refused_by_name(adapter, tmp_path):
    copy = tmp_path / "adapter"
    shutil.copytree(adapter, copy)
    (copy / "README.md").write_text("the card, which may be edited")
    paths = [path for path in copy.rglob("*") if path.is_file() and path.name != "README.md"]
    assert len(paths) > 15
    for path in paths:
        whole = path.read_bytes()
        middle = len(whole) // 2
        for damaged in (whole[:-1], whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :]):
            path.write_bytes(damaged)
            with pytest.raises(ModelError, match=re.escape(str(path))):
                artifact.source_digest(copy)
        path.write_bytes(whole)
    assert artifact.source_digest(copy) == artifact.source_digest(adapter)


def test_an_adapter_of_other_layers_is_refused(adapter, tmp_path):
    copy = tmp_path / "adapter"
    shutil.copytree(adapter, copy)
    path = copy / "adapter_model.safetensors"
    save_file({name.replace("h.2.", "h.3."): tensor for name, tensor in load_file(path).items()}, path)
    with pytest.raises(ModelError, match=r"layers that its base does not have, such as transformer\.h\.3"):
        dict(merger.merged_tensors(copy))


def test_a_full_disk_leaves_nothing(adapter, tmp_path):
    said = pytest.raises(DataError, match=r"merged cannot be written: .*File too large")
    with room_for_files_of(100_000), said:
        merge.run(adapter, tmp_path / "merged")
    assert list(tmp_path.iterdir()) == []


def test_a_weight_beyond_16_bits_is_refused():
    with pytest.raises(ModelError, match=r"big cannot be stored in torch\.float16"):
        list(merger._shards(iter([("big", torch.tensor([1e6]))]), torch.float16))


def test_the_4_bit_weights_are_read_as_bitsandbytes_reads_them(adapter):
    model = checkpoint.load_model(adapter / "base", nf4=True)
    tensors = dict(merger.base_tensors(adapter / "base"))
    for name, module in model.named_modules():
        if module in checkpoint.layers_4bit(model):
            assert torch.equal(tensors[f"{name}.weight"], dequantize_4bit(module.weight, module.weight.quant_state))


def test_the_command_says_how_near_it_is(adapter, tmp_path, capsys):
    assert cli.main(["merge", str(adapter), str(tmp_path / "merged")]) == 0
    said = capsys.readouterr().out
    assert "of the effect kept\n" in said and "merged: sha256:" in said
