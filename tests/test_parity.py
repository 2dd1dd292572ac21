"""llama.cpp and transformers write the same text from the same weights."""

import json
import random
import shutil
from pathlib import Path

import pytest
from safetensors.torch import load_file, save_file

from htmlbuilder import cli, manifest
from htmlbuilder.errors import ModelError
from htmlbuilder.manifest import Manifest
from htmlbuilder.pipeline import parity


@pytest.fixture(scope="module")
def prompts() -> list[list[int]]:
    draw = random.Random(0)
    return [[1, *draw.choices(range(3, 480), k=draw.randint(4, 60)), 2] for _ in range(50)]


def test_fifty_prompts_of_48_tokens(toy_checkpoint: Path, prompts: list[list[int]]) -> None:
    report = parity.run(toy_checkpoint, prompts, 48)
    assert report.held, report.partings
    assert (report.prompts, report.tokens > 40 * 50) == (50, True)
    assert report.ended < 10, "most of them run the full length"


def test_the_shipped_file_too(toy_model: Path, prompts: list[list[int]]) -> None:
    report = parity.run(toy_model, [*prompts[:3], "a login page"], 48)
    assert report.held, report.partings
    assert report.prompts == 4


def test_a_difference_is_found_and_reported(
    toy_checkpoint: Path, prompts: list[list[int]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    """The model that llama.cpp gets differs by a hundredth in one weight matrix from the one that transformers gets."""
    other = Path(shutil.copytree(toy_checkpoint, tmp_path / "other"))
    weights = load_file(other / "model.safetensors")
    weights["transformer.h.1.self_attention.dense.weight"] *= 1.01
    save_file(weights, other / "model.safetensors")
    manifest.write(other, Manifest(stage="toy"))
    load = parity._load
    monkeypatch.setattr(parity, "_load", lambda _: load(toy_checkpoint))
    asked = tmp_path / "prompts.jsonl"
    asked.write_text("".join(json.dumps({"prompt": prompt}) + "\n" for prompt in prompts[:5]))
    assert cli.main(["parity", "--checkpoint", str(other), "--prompts", str(asked), "--tokens", "48"]) == 78
    said = capsys.readouterr()
    assert "apart" in said.out
    assert "parity holds" not in said.out
    assert "rounding does not explain" in said.err


def test_the_command(toy_checkpoint: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = tmp_path / "prompts.jsonl"
    asked.write_text('{"id": 1, "prompt": "a login page"}\n{"prompt": [1, 50, 60, 2]}\n')
    command = ["parity", "--checkpoint", str(toy_checkpoint), "--prompts", str(asked), "--tokens", "20"]
    assert cli.main(command) == 0
    assert capsys.readouterr().out == "2 prompts, 40 tokens, 0 pages ended by themselves, 0 partings\nparity holds\n"


def test_a_prompt_without_room_is_refused(toy_checkpoint: Path) -> None:
    with pytest.raises(ModelError, match="exceeds the available context"):
        parity.run(toy_checkpoint, [[5] * 2_000], 48)
