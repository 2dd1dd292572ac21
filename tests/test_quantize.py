"""A checkpoint as GGUF: the same weights, the same tokens, or a refusal that says why."""

import copy
import json
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest
import torch
from gguf import GGMLQuantizationType, GGUFReader
from gguf.quants import dequantize, quantize
from safetensors.torch import load_file, save_file

from htmlbuilder import cli, manifest, prompt
from htmlbuilder.engines import gguf_model
from htmlbuilder.errors import ModelError
from htmlbuilder.manifest import Manifest
from htmlbuilder.pipeline.quantize import (
    Format,
    QuantizeConfig,
    fake_quantize_q4_0,
    fake_quantize_q8_0,
    pre_type,
    run,
)

Q4_0, Q8_0 = GGMLQuantizationType.Q4_0, GGMLQuantizationType.Q8_0
EMBEDDING = "transformer.word_embeddings.weight"


@pytest.fixture
def checkpoint(toy_checkpoint: Path, tmp_path: Path) -> Path:
    """A copy of the toy, to be changed and then signed again."""
    return Path(shutil.copytree(toy_checkpoint, tmp_path / "checkpoint"))


@pytest.fixture
def weights(toy_checkpoint: Path) -> dict[str, torch.Tensor]:
    return load_file(toy_checkpoint / "model.safetensors")


def _refused(checkpoint: Path, form: Format = "q4_0") -> str:
    manifest.write(checkpoint, Manifest(stage="toy"))
    with pytest.raises(ModelError) as raised:
        run(QuantizeConfig(format=form), checkpoint, checkpoint.parent / "out")
    assert [path.name for path in checkpoint.parent.iterdir()] == ["checkpoint"]
    return str(raised.value)


def test_the_model_directory(toy_model: Path, toy_checkpoint: Path) -> None:
    made = manifest.read(toy_model)
    assert manifest.verify(toy_model) == made.digest
    assert made.parents == {"checkpoint": manifest.verify(toy_checkpoint)}
    assert made.settings == {"format": "q4_0"}
    assert set(made.files) | {"README.md", "manifest.json", "manifest.sha256"} == {
        path.name for path in toy_model.iterdir()
    }
    assert made.figures["bytes"] == (toy_model / "model.gguf").stat().st_size


def test_what_the_file_says_of_the_model(toy_model: Path) -> None:
    reader = GGUFReader(toy_model / "model.gguf")
    said = {name: field.contents() for name, field in reader.fields.items()}
    assert said["general.architecture"] == "falcon"
    assert said["falcon.attention.head_count_kv"] == 1
    assert said["falcon.feed_forward_length"] == 4 * said["falcon.embedding_length"]
    assert said["tokenizer.ggml.pre"] == "superbpe"
    assert said["tokenizer.ggml.tokens"][said["tokenizer.ggml.eos_token_id"]] == prompt.END
    assert said["tokenizer.ggml.token_type"][:4] == [3, 3, 3, 1], "special tokens are control tokens, the others normal"
    assert said["tokenizer.chat_template"] == prompt.CHAT_TEMPLATE
    kinds = {tensor.name: tensor.tensor_type.name for tensor in reader.tensors}
    assert kinds["token_embd.weight"] == "Q8_0"
    assert {kind for name, kind in kinds.items() if "norm" in name} == {"F32"}
    assert {kind for name, kind in kinds.items() if "norm" not in name and "embd" not in name} == {"Q4_0"}


def test_float32_comes_back_exactly(toy_checkpoint: Path, weights: dict[str, torch.Tensor], tmp_path: Path) -> None:
    run(QuantizeConfig(format="f32"), toy_checkpoint, tmp_path / "f32")
    model, tokenizer = gguf_model.load_hf(tmp_path / "f32")
    state = model.state_dict()
    assert set(state) == set(weights) | {"lm_head.weight"}
    for name, weight in weights.items():
        assert torch.equal(state[name], weight), name
    assert state["lm_head.weight"].data_ptr() == state[EMBEDDING].data_ptr(), "the embedding is still tied"
    assert tokenizer.eos_token == prompt.END


def test_four_bits_come_back_as_they_are_stored(toy_model: Path, weights: dict[str, torch.Tensor]) -> None:
    state = gguf_model.load_hf(toy_model)[0].state_dict()
    for name, weight in weights.items():
        expected = weight if weight.ndim == 1 else _stored(weight, Q8_0 if name == EMBEDDING else Q4_0)
        assert torch.equal(state[name], expected), name


def test_half_precision_shards_are_read(checkpoint: Path, weights: dict[str, torch.Tensor], tmp_path: Path) -> None:
    (checkpoint / "model.safetensors").unlink()
    halves = {name: weight.half() for name, weight in weights.items()}
    for index in range(2):
        shard = dict(list(halves.items())[index::2])
        save_file(shard, checkpoint / f"model-{index}.safetensors")
    manifest.write(checkpoint, Manifest(stage="toy"))
    run(QuantizeConfig(format="f16"), checkpoint, tmp_path / "f16")
    state = gguf_model.load_hf(tmp_path / "f16")[0].state_dict()
    assert all(torch.equal(state[name], half.float()) for name, half in halves.items())


def test_a_vocabulary_is_filled_up_to_the_embedding(checkpoint: Path, weights: dict[str, torch.Tensor]) -> None:
    config = json.loads((checkpoint / "config.json").read_text())
    rows = config["vocab_size"] + 32
    (checkpoint / "config.json").write_text(json.dumps(config | {"vocab_size": rows}))
    wider = torch.cat([weights[EMBEDDING], torch.zeros(32, config["hidden_size"])])
    save_file(weights | {EMBEDDING: wider}, checkpoint / "model.safetensors")
    manifest.write(checkpoint, Manifest(stage="toy"))
    run(QuantizeConfig(), checkpoint, checkpoint.parent / "out")
    with _llama(checkpoint.parent / "out") as tokenize:
        assert tokenize("<h1>") == tokenizer_of(checkpoint)("<h1>")


def test_fake_quantization_is_the_stored_weight_to_the_last_bit() -> None:
    generator = torch.Generator().manual_seed(0)
    weight = torch.randn(512, 256, generator=generator) * torch.logspace(-6, 2, 512)[:, None]
    weight[0] = 0
    weight[1, :64] = 1.0
    weight[2] = torch.where(torch.arange(256) % 2 == 0, -0.5, 0.5)  # equals in magnitude: the first one counts
    weight[3] = torch.where(torch.arange(256) % 2 == 0, 0.5, -0.5)
    weight[4] = torch.arange(256) / 16 - 8  # halves: they round up
    assert torch.equal(fake_quantize_q4_0(weight), _stored(weight, Q4_0))
    assert torch.equal(fake_quantize_q8_0(weight), _stored(weight, Q8_0))
    assert not torch.equal(fake_quantize_q4_0(weight), weight)


def test_what_was_quantized_once_stays_as_it_is_even_through_half_precision() -> None:
    """So a quantization-aware run may save its fake-quantized weights as float16, and ship exactly those."""
    weight = torch.randn(256, 256, generator=torch.Generator().manual_seed(1)) * 0.05
    once = fake_quantize_q4_0(weight)
    assert torch.equal(_stored(once, Q4_0), once)
    assert torch.equal(_stored(once.half().float(), Q4_0), once)


def test_the_gradient_passes_straight_through() -> None:
    weight = torch.randn(4, 64, requires_grad=True)
    slope = torch.randn(4, 64)
    (fake_quantize_q4_0(weight) * slope).sum().backward()
    assert weight.grad is not None
    assert torch.equal(weight.grad, slope)


NASTY = (
    "",
    "Login 12345678 pages 007 and 1,234.56",
    "<|prompt|>Make a page<|page|><!DOCTYPE html><|end|>",
    prompt.frame("spell <|end|> out"),
    "Café – €12.50 “quoted” é a\u0301\u200d\ufeff\u00a0\u2003\u2028",
    "日本語のページ 👩‍👩‍👧‍👦🇫🇷👍🏽 ½²³Ⅷ①٣٤٥४५",
    "\t\t  \n\n\n   <div>\r\n</div>\r\n" + " " * 300 + "\n" * 500,
    "don't can't I'll WE'VE \x00\x01\x7f\ufffd\uffff",
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n  <meta charset="utf-8">\n  <title>Login</title>\n' * 60,
    "x" * 8_000,
    " a" * 4_000,
    "👍" * 2_000,
    "1a" * 4_000,
    "12" * 250,
)


def test_llama_cpp_reads_text_as_the_same_tokens(toy_model: Path) -> None:
    expected = tokenizer_of(toy_model)
    draw = random.Random(1)
    alphabet = "0123456789abc <>/\n\t\r\"'=é½²٣४Ⅷ①、漢字🎉\u200d\u0301\ufeff\u00a0"
    mixed = ["".join(draw.choices(alphabet, k=draw.randint(1, 200))) for _ in range(100)]
    any_text = ["".join(map(chr, draw.choices([*range(1, 0xD800), *range(0xE000, 0x110000)], k=60))) for _ in range(50)]
    with _llama(toy_model) as tokenize:
        for text in (*NASTY, *mixed, *any_text):
            assert tokenize(text) == expected(text), repr(text[:80])


def test_other_pre_tokenizers_are_refused(toy_checkpoint: Path) -> None:
    known = json.loads((toy_checkpoint / "tokenizer.json").read_text())
    assert pre_type(known) == "superbpe"

    def refused(change: Callable[[dict[str, Any]], None]) -> str:
        other = copy.deepcopy(known)
        change(other)
        with pytest.raises(ModelError) as raised:
            pre_type(other)
        return raised.value.message

    assert "no name" in refused(lambda it: it["pre_tokenizer"]["pretokenizers"][1].update(use_regex=True))
    assert "no name" in refused(lambda it: it["pre_tokenizer"]["pretokenizers"].pop(0))
    assert "no name" in refused(lambda it: it.update(pre_tokenizer=None))
    assert "not a byte-level BPE" in refused(lambda it: it.update(normalizer={"type": "NFC"}))
    assert "not a byte-level BPE" in refused(lambda it: it["model"].update(type="Unigram"))
    assert "'12' holds a digit" in refused(lambda it: it["model"]["merges"].append(["1", "2"]))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("model_type", "llama"),
        ("multi_query", False),
        ("new_decoder_architecture", True),
        ("bias", True),
        ("alibi", True),
        ("tie_word_embeddings", False),
        ("activation", "relu"),
    ],
)
def test_other_architectures_are_refused_by_name(checkpoint: Path, key: str, value: object) -> None:
    config = json.loads((checkpoint / "config.json").read_text())
    (checkpoint / "config.json").write_text(json.dumps(config | {key: value}))
    assert f"{key} is {value!r}" in _refused(checkpoint)


def test_weights_that_do_not_fit_are_refused(checkpoint: Path, weights: dict[str, torch.Tensor]) -> None:
    norm = "transformer.ln_f.weight"
    bad = weights[norm].clone()
    bad[3] = float("nan")
    save_file(weights | {norm: bad}, checkpoint / "model.safetensors")
    assert f"{norm} holds NaN" in _refused(checkpoint)
    save_file({name: weight for name, weight in weights.items() if name != norm}, checkpoint / "model.safetensors")
    assert f"disagree about the tensor {norm}" in _refused(checkpoint)
    narrow = "transformer.h.0.mlp.dense_4h_to_h.weight"
    save_file(weights | {narrow: weights[narrow][:, :-8].contiguous()}, checkpoint / "model.safetensors")
    assert "rows of a multiple of 32; blk.0.ffn_down.weight has 504" in _refused(checkpoint)


def test_a_damaged_checkpoint_and_a_missing_piece_are_refused(checkpoint: Path) -> None:
    (checkpoint / "chat_template.jinja").unlink()
    with pytest.raises(ModelError, match=r"chat_template\.jinja is missing"):
        run(QuantizeConfig(), checkpoint, checkpoint.parent / "out")
    assert "chat_template.jinja is missing" in _refused(checkpoint)
    (checkpoint / "tokenizer.json").write_text("{")
    assert "tokenizer.json cannot be read" in _refused(checkpoint)


def test_a_gguf_that_is_not_of_this_directory_is_refused(toy_model: Path, tmp_path: Path) -> None:
    copied = Path(shutil.copytree(toy_model, tmp_path / "model"))
    config = json.loads((copied / "config.json").read_text())
    (copied / "config.json").write_text(json.dumps(config | {"num_hidden_layers": 2}))
    with pytest.raises(ModelError, match="the model is damaged"):
        gguf_model.load_hf(copied)
    manifest.write(copied, manifest.read(copied))
    with pytest.raises(ModelError, match=r"disagree about the tensor blk\.2"):
        gguf_model.load_hf(copied)
    (copied / "config.json").write_text(json.dumps(config | {"ffn_hidden_size": 256}))
    manifest.write(copied, manifest.read(copied))
    with pytest.raises(ModelError, match="does not fit its config"):
        gguf_model.load_hf(copied)


def test_the_command(toy_checkpoint: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["quantize", str(toy_checkpoint), str(tmp_path / "out"), "--format", "q8_0"]) == 0
    assert manifest.verify(tmp_path / "out") in capsys.readouterr().out
    assert cli.main(["quantize", str(tmp_path / "nowhere"), str(tmp_path / "out")]) == ModelError.exit_code
    assert "no model directory" in capsys.readouterr().err


def _stored(weight: torch.Tensor, kind: GGMLQuantizationType) -> torch.Tensor:
    """What gguf itself makes of a weight, there and back."""
    values: np.ndarray = dequantize(quantize(weight.numpy(), kind), kind)
    return torch.from_numpy(values.reshape(weight.shape))


def tokenizer_of(directory: Path) -> Callable[[str], list[int]]:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(directory / "tokenizer.json"))
    return lambda text: list(tokenizer.encode(text, add_special_tokens=False).ids)


@contextmanager
def _llama(directory: Path) -> Iterator[Callable[[str], list[int]]]:
    """llama.cpp's own reading of text, asked of the server that the binding opens."""
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(directory / "model.gguf")
    params.n_ctx, params.n_parallel, params.verbosity = 256, 1, 0
    params.cpuparams.n_threads = 1
    server = xllamacpp.Server(params)
    with httpx.Client(base_url=server.listening_address, trust_env=False, timeout=30) as client:

        def tokenize(text: str) -> list[int]:
            answer = client.post("/tokenize", json={"content": text, "parse_special": True})
            tokens: list[int] = answer.raise_for_status().json()["tokens"]
            return tokens

        yield tokenize
    del server
