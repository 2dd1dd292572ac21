"""Two processes tune one adapter together, are stopped, go on, and end with what one process alone would have."""

import shutil
import signal
import time

import pytest

from htmlbuilder.errors import DataError
from htmlbuilder.manifest import read
from htmlbuilder.pipeline import artifact, curve, finetune
from htmlbuilder.pipeline.ranks import Ranks
from tests import launchers, tuned

pytestmark = [
    pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning"),  # peft's old way
    pytest.mark.timeout(400),  # more than `launchers.end` waits, or its processes would be left behind
]


@pytest.fixture(scope="module")
def alone(toy_checkpoint, tmp_path_factory):
    """What one process makes of `data`, in `adapter`."""
    room = tmp_path_factory.mktemp("alone")
    # of so many steps that a busy machine does not make them all before it hears that it is to stop
    recipe = tuned.recipe(toy_checkpoint, epochs=10, dropout=0.0, micro_rows=1, save_minutes=10.0)
    finetune.run(recipe, tuned.write_data(room / "data"), room / "adapter")
    return recipe, room


@pytest.fixture
def command(alone, tmp_path):
    """The command line of the same run to `tmp_path / "pair"`, on the same 4-bit base."""
    recipe, room = alone
    shutil.copytree(room / "adapter" / "base", tmp_path / "pair.run" / "base")
    flags = [f"--{name.replace('_', '-')}={value}" for name, value in recipe.model_dump(exclude={"targets"}).items()]
    return ["finetune", room / "data", tmp_path / "pair", *flags]


def test_two_processes_make_the_steps_of_one(alone, command, tmp_path):
    one, target, work = alone[1] / "adapter", tmp_path / "pair", tmp_path / "pair.run"
    pair = launchers.start(launchers.ACCELERATE, "-m", "htmlbuilder", *command)
    give_up = time.monotonic() + 120
    while not any("loss" in line for line in curve.read(work)):
        assert time.monotonic() < give_up and pair.poll() is None, launchers.end(pair, 1)
        time.sleep(0.05)
    pair.send_signal(signal.SIGTERM)
    said = launchers.end(pair)
    assert not target.exists()
    assert said.count("2 processes share") == said.count("saved at step") == 1, said
    assert artifact.source_digest(work / "checkpoint")

    pair = launchers.start(launchers.TORCHRUN, "-m", "htmlbuilder", *command)
    said = launchers.end(pair)
    assert pair.returncode == 0, said
    assert said.count("2 processes share") == 1 and "resuming at step" in said
    assert artifact.source_digest(target) == read(target).digest
    assert not work.exists()
    found, expected = ([line["loss"] for line in curve.read(run) if "loss" in line] for run in (target, one))
    assert len(expected) == read(one).figures["steps"] > 2
    assert found == pytest.approx(expected, rel=1e-4), "the same rows a step, shared out and none of them twice"
    loss, loss_alone = (read(run).figures["validation_loss"] for run in (target, one))
    assert loss == pytest.approx(loss_alone, rel=1e-4)


FAILS = """
import sys, time
from torch import distributed
from htmlbuilder import cli
from htmlbuilder.errors import DataError
from htmlbuilder.pipeline.tuner import Tuner

learn = Tuner.learn
def fail(self, chosen):
    if self.ranks.rank == 1:
        distributed.destroy_process_group = lambda: time.sleep(600)  # as NCCL waits for the other
        raise DataError("a worker failed")
    return learn(self, chosen)

Tuner.learn = fail
sys.exit(cli.main())
"""


def test_when_one_process_fails_the_other_does_not_wait_for_ever(command, tmp_path):
    script = tmp_path / "fails.py"
    script.write_text(FAILS)
    pair = launchers.start(launchers.ACCELERATE, script, *command)
    said = launchers.end(pair)
    assert pair.returncode != 0
    assert "htmlbuilder: a worker failed" in said
    assert not (tmp_path / "pair").exists()


@pytest.mark.parametrize("flag", ["--use_fsdp", "--use_deepspeed", "--use_megatron_lm"])
def test_a_launcher_that_is_to_spread_the_model_is_refused(flag, monkeypatch):
    from accelerate.commands.launch import launch_command_parser
    from accelerate.utils.launch import prepare_deepspeed_cmd_env, prepare_multi_gpu_env

    args = launch_command_parser().parse_args([flag, "--num_processes=2", "--main_process_port=0", "script.py"])
    defaults = {"num_machines": 1, "mixed_precision": "no", "dynamo_backend": "no", "debug": False}
    vars(args).update(defaults, deepspeed_fields_from_accelerate_config="")
    environment = prepare_deepspeed_cmd_env(args)[1] if flag == "--use_deepspeed" else prepare_multi_gpu_env(args)
    monkeypatch.setenv("TORCHELASTIC_RUN_ID", "1")
    for name in environment:
        monkeypatch.setenv(name, environment[name])
    with pytest.raises(DataError, match="not spread over GPUs"):
        Ranks()
