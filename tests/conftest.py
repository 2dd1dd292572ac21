"""Fixtures that many tests share."""

from pathlib import Path

import pytest

from htmlbuilder.manifest import Manifest, versions_of


@pytest.fixture(scope="session")
def toy_checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Hugging Face Falcon checkpoint, as pretraining leaves it. Read only: copy it before you change it."""
    from htmlbuilder.pipeline import artifact
    from tests import toy

    target = tmp_path_factory.mktemp("toy") / "checkpoint"
    with artifact.writing(target) as draft:
        toy.write_weights(draft.directory, toy.write_tokenizer(draft.directory))
        (draft.directory / "README.md").write_text("# Toy\n\nRandom weights, for tests only.\n")
        draft.seal(Manifest(stage="toy", versions=versions_of("torch", "transformers")))
    return target


@pytest.fixture(scope="session")
def toy_model(toy_checkpoint: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model directory as it ships: the toy checkpoint as a 4-bit GGUF. Read only: copy it before you change it."""
    from htmlbuilder.pipeline import quantize

    target = tmp_path_factory.mktemp("toy") / "model"
    quantize.run(quantize.QuantizeConfig(), toy_checkpoint, target)
    return target


@pytest.fixture(scope="session")
def toy_road(toy_checkpoint: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fine-tune as far as its merge: `data`, `adapter` and `merged`, side by side. Read only: copy it first."""
    from htmlbuilder.pipeline import dataset, finetune, merge
    from tests import tuned

    room = tmp_path_factory.mktemp("road")
    pairs = tuned.write_pairs(room / "pairs.jsonl")
    dataset.run(dataset.DatasetConfig(model=str(toy_checkpoint), test=0.1), pairs, room / "data")
    finetune.run(tuned.recipe(toy_checkpoint, epochs=6, eval_every=50), room / "data", room / "adapter")
    merge.run(room / "adapter", room / "merged")
    return room
