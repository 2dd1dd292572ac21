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
