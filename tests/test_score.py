"""What a fine-tune is worth before and after it is stored in few bits: measured, said, and refused when it is lost."""

import shutil

import pytest

from htmlbuilder import cli
from htmlbuilder.engines import checkpoint, open_engine
from htmlbuilder.engines.base import GenerateRequest
from htmlbuilder.engines.batch import complete
from htmlbuilder.errors import DataError, FineTuneLost, ModelError
from htmlbuilder.manifest import read, verify
from htmlbuilder.pipeline import quantize, score
from htmlbuilder.settings import Settings

# peft asks transformers in the old way
pytestmark = pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning")
LIGHT = score.ScoreConfig(count=2, light=True)


@pytest.fixture(scope="module")
def road(toy_road, tmp_path_factory):
    """What is measured of it is kept beside it."""
    room = tmp_path_factory.mktemp("score") / "road"
    shutil.copytree(toy_road, room)
    return room


@pytest.mark.parametrize("form", ["nf4", "q8_0"])
def test_what_is_left_of_a_fine_tune_is_measured_and_said(road, capsys, form):
    command = ["quantize", str(road / "merged"), str(road / form), "--format", form, "--data", str(road / "data")]
    assert cli.main([*command, "--count", "2", "--light"]) == 0
    out = capsys.readouterr().out
    assert all(f"{name}: " in out for name in ("base", "fine-tuned", "quantized"))
    assert "of the gain in bits a byte is left" in out
    left = read(road / form).figures["survival"]
    base, fine_tuned, quantized = (score.Score(**left[name]) for name in ("base", "fine-tuned", "quantized"))
    assert fine_tuned.bits_per_byte < 0.7 * base.bits_per_byte
    assert fine_tuned.token_accuracy > base.token_accuracy + 10
    gain = base.bits_per_byte - fine_tuned.bits_per_byte
    assert left["gain_left"] == pytest.approx(1 - (quantized.bits_per_byte - fine_tuned.bits_per_byte) / gain)
    assert read(road / f"{form}.score").parents == {"model": verify(road / form), "data": verify(road / "data")}


def test_4_bits_open_as_any_model_does(road, toy_checkpoint, tmp_path):
    made = quantize.run(quantize.QuantizeConfig(format="nf4"), toy_checkpoint, tmp_path / "nf4")
    assert (made.figures["layers_4bit"], read(tmp_path / "nf4").digest) == (12, made.digest)
    assert made.figures["bits_per_weight"] < 8
    model, _ = checkpoint.load(tmp_path / "nf4", nf4=False)
    assert len(checkpoint.layers_4bit(model)) == 12
    engine = open_engine(Settings(model=str(tmp_path / "nf4")))
    assert complete(engine, GenerateRequest(prompt="a page", max_new_tokens=3)).finish.tokens == 3
    engine.close()
    with pytest.raises(ModelError, match="in few bits already"):
        quantize.run(quantize.QuantizeConfig(format="nf4"), tmp_path / "nf4", tmp_path / "again")


def test_an_adapter_is_a_model_unmerged_on_its_base(road):
    adapter, base, merged = (
        score.read_pages(road / name, road / "data" / "test.jsonl") for name in ("adapter", "adapter/base", "merged")
    )
    gain, kept = (base.bits_per_byte - found.bits_per_byte for found in (adapter, merged))
    assert kept == pytest.approx(gain, rel=0.01), "in 16 bits, which every processor rounds in its own way"
    assert adapter.bits_per_byte < 0.7 * base.bits_per_byte
    engine = open_engine(Settings(model=str(road / "adapter")))
    assert complete(engine, GenerateRequest(prompt="a page", max_new_tokens=3)).finish.tokens == 3
    engine.close()


def test_a_fine_tune_that_4_bits_would_erase_does_not_come_to_be(road, monkeypatch):
    """As if it were a light one: the 4-bit form reads the pages as its base does."""
    read_pages = score.read_pages

    def erased(directory, path):
        return read_pages(road / "adapter" / "base" if ".draft" in directory.name else directory, path)

    monkeypatch.setattr(score, "read_pages", erased)
    with pytest.raises(FineTuneLost, match=r"too little .*\n.*unmerged on its 4-bit base, --model .*adapter"):
        quantize.run(quantize.QuantizeConfig(format="nf4"), road / "merged", road / "lost", road / "data", LIGHT)
    assert not (road / "lost").exists()


def test_what_cannot_be_measured_is_not_quantized(road, tmp_path):
    with pytest.raises(DataError, match="is to be measured\n--data"):
        quantize.run(quantize.QuantizeConfig(), road / "merged", tmp_path / "out")
    with pytest.raises(DataError, match=r"is an adapter\n.*merge"):
        quantize.run(quantize.QuantizeConfig(), road / "adapter", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_score_is_made_once(road, monkeypatch, capsys):
    first = score.run(LIGHT, road / "merged", road / "data", road / "merged.score")
    monkeypatch.setattr(score, "read_pages", None)
    arguments = ["--count", "2", "--light"]
    assert cli.main(["score", *(str(road / name) for name in ("merged", "data", "merged.score")), *arguments]) == 0
    assert str(score.score_of(first)) in capsys.readouterr().out
