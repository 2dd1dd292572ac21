"""Two processes tune one adapter together, are stopped, go on, and end with what one process alone would have."""

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from htmlbuilder.manifest import read
from htmlbuilder.pipeline import artifact, curve, finetune
from tests import tuned

# peft asks transformers in the old way
pytestmark = pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning")


def test_two_processes_make_the_steps_of_one(toy_checkpoint, tmp_path):
    data = tuned.write_data(tmp_path / "data")
    recipe = tuned.recipe(toy_checkpoint, epochs=3, dropout=0.0, micro_rows=1, save_minutes=10.0)
    alone = finetune.run(recipe, data, tmp_path / "alone")
    target, work = tmp_path / "pair", tmp_path / "pair.run"
    work.mkdir()
    shutil.copytree(tmp_path / "alone" / "base", work / "base")
    flags = [f"--{name.replace('_', '-')}={value}" for name, value in recipe.model_dump(exclude={"targets"}).items()]
    launcher = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc_per_node=2"]
    command = [*launcher, "-m", "htmlbuilder", "finetune", str(data), str(target), *flags]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}

    pair = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    give_up = time.monotonic() + 90
    while not any("loss" in line for line in curve.read(work)):
        assert time.monotonic() < give_up and pair.poll() is None, pair.communicate()[0]
        time.sleep(0.05)
    pair.send_signal(signal.SIGTERM)
    said = pair.communicate(timeout=60)[0]
    assert not target.exists()
    assert said.count("saved at step") == 1, said
    assert artifact.source_digest(work / "checkpoint")

    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=90)
    assert done.returncode == 0, done.stderr
    assert "resuming at step" in done.stdout
    assert artifact.source_digest(target) == read(target).digest
    assert not work.exists()
    found, expected = (
        [line["loss"] for line in curve.read(run) if "loss" in line] for run in (target, tmp_path / "alone")
    )
    assert len(expected) == alone.figures["steps"] > 2
    assert found == pytest.approx(expected, rel=1e-4), "the same rows a step, shared out and none of them twice"
    assert read(target).figures["validation_loss"] == pytest.approx(alone.figures["validation_loss"], rel=1e-4)
