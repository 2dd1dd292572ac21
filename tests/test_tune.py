"""The whole road at toy size, on layers that are really in 4 bits: killed, gone on with, and what it ends in."""

import json
import multiprocessing
import os
import shutil
import signal
import sys
import time
from pathlib import Path

import pytest

from htmlbuilder import cli, manifest
from htmlbuilder.engines import open_engine
from htmlbuilder.engines.base import GenerateRequest
from htmlbuilder.engines.batch import complete
from htmlbuilder.engines.hf import HfEngine
from htmlbuilder.engines.llama import LlamaEngine
from htmlbuilder.errors import DataError
from htmlbuilder.pipeline import artifact, finetune, merge, merger, quantize, score, tune
from htmlbuilder.settings import Settings
from tests import tuned

# peft asks transformers in the old way
pytestmark = [
    pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning"),
    pytest.mark.timeout(400),
]
RECIPE = "--context 256 --epochs 6 --lr 4e-3 --eval-every 50 --save-minutes 0 --test 0.1 --count 2 --light".split()


def walk(command: list[str], log: Path) -> None:
    """Runs `command` in a process of its own, with what it says in `log`."""
    os.environ["HTMLBUILDER_THREADS"] = "1"
    with log.open("w", buffering=1, encoding="utf-8") as sys.stdout:
        cli.main(command)


def kill_at(said: str, command: list[str], log: Path) -> None:
    """Runs `command` until it has said `said`, then kills it."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.test_tune", "peft", "htmlbuilder.pipeline.tuner"])
    process = context.Process(target=walk, args=(command, log))
    process.start()
    while process.is_alive() and not (log.exists() and said in log.read_text("utf-8")):
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert process.exitcode == -signal.SIGKILL, log.read_text("utf-8")


@pytest.fixture(scope="module")
def road(toy_checkpoint, tmp_path_factory):
    """A road that was killed three times, and gone on with: its command, and what it said each time. Read only."""
    room = tmp_path_factory.mktemp("tune")
    pairs, out = tuned.write_pairs(room / "pairs.jsonl"), room / "out"
    command = ["tune", str(pairs), "--base", str(toy_checkpoint), "--out", str(out), *RECIPE]
    there = []
    for number, said in enumerate(("step 9/24", "merged; comparing", "fine-tuned: ")):
        kill_at(said, command, room / f"log{number}")
        there.append({path.name for path in out.iterdir()})
    with pytest.MonkeyPatch.context() as patch, (room / "log3").open("w", encoding="utf-8") as log:
        patch.setattr(sys, "stdout", log)
        patch.setenv("HTMLBUILDER_THREADS", "1")
        assert cli.main(command) == 0
    return command, [(room / f"log{number}").read_text("utf-8") for number in range(4)], there


def out_of(road) -> Path:
    return Path(road[0][5])


def copied(road, tmp_path, *without) -> tuple[list[str], Path]:
    """The command for a copy of the road, as it was before the steps `without`."""
    out = tmp_path / "out"
    shutil.copytree(out_of(road), out)
    for name in without:
        shutil.rmtree(out / name)
    return [*road[0][:5], str(out), *RECIPE], out


def test_killed_anywhere_it_goes_on(road):
    _, logs, there = road
    assert {"data", "adapter-base.score", "adapter.run"} <= there[0] and "adapter" not in there[0]
    assert "resuming at step" in logs[1] and "dataset: done before" in logs[1] and "before: done before" in logs[1]
    assert "adapter.score" in there[1] and "merged" not in there[1]
    assert "adapter: done before" in logs[2] and "merged.score" in there[2] and "q4_0" not in there[2]
    assert "merged: done before" in logs[3]
    assert not list(out_of(road).glob(".*")), "drafts that a kill has left"


def test_it_ends_with_a_model_that_opens_and_writes(road):
    out = out_of(road)
    shipped = out / "ship"
    assert manifest.verify(shipped) == manifest.verify(out / "q4_0")
    assert manifest.read(out / "adapter" / "base").figures["layers_4bit"] == 12
    engine = open_engine(Settings(model=str(shipped)))
    assert isinstance(engine, LlamaEngine) and engine.digest == manifest.verify(shipped)
    assert complete(engine, GenerateRequest(prompt="a page", max_new_tokens=3)).finish.tokens == 3
    engine.close()


def test_it_learns_and_shows_it(road):
    out, said = out_of(road), road[1][3]
    before, after = (score.score_of(manifest.read(out / f"{name}.score")) for name in ("adapter-base", "adapter"))
    assert after.bits_per_byte < 0.7 * before.bits_per_byte
    table = {line.split()[0]: line.split() for line in said.splitlines() if line.split()[:1] and line[0] != " "}
    for name, place in tune.ROWS.items():
        measured = score.score_of(manifest.read(out / f"{place}.score"))
        assert table[name][1:3] == [f"{measured.bits_per_byte:.4f}", f"{measured.token_accuracy:.2f}%"]
    assert table["Q4_0"][-1] == str(out / "q4_0")
    assert f"python -m htmlbuilder ship {out / 'q4_0'} --to {out / 'ship'}" in said
    assert "preset cpu-toy: base" in said


def test_once_it_is_done_nothing_is_made_again(road, monkeypatch, capsys):
    for module in (finetune, merge, quantize, score, tune.ship, tune.dataset):
        monkeypatch.setattr(module, "run", None)
    assert cli.main(road[0]) == 0
    assert capsys.readouterr().out.count(": done before") == 11
    ready = ["tune", str(out_of(road) / "data"), *road[0][2:]]  # what dataset wrote is data as well
    assert cli.main(ready) == 0
    assert capsys.readouterr().out.count(": done before") == 10


@pytest.fixture
def road_with(road, toy_checkpoint):
    """Opens the road as its command does, but for some settings."""

    def open_road(pairs=road[0][1], out=None, **changes) -> tune.Road:
        asked = {"context": 256, "epochs": 6, "lr": 4e-3, "eval_every": 50, "save_minutes": 0.0}
        recipe = finetune.Recipe.load(finetune.PRESETS / "cpu-toy.toml", base=str(toy_checkpoint), **asked | changes)
        data = tune.DatasetConfig(model=str(toy_checkpoint), context=256, test=0.1)
        config = tune.TuneConfig(data, recipe, score.ScoreConfig(count=2, light=True))
        return tune.Road(config, str(pairs), out or out_of(road))

    return open_road


def test_what_has_changed_is_said(road, road_with, tmp_path):
    def changed(walked: tune.Road) -> dict[str, str]:
        return {step.name: walked.found(step)[1] for step in walked.steps if walked.found(step)[1]}

    assert changed(road_with()) == {}
    assert changed(road_with(lr=1e-3)) == {"adapter": "lr", "before": "model"}
    other = tmp_path / "pairs.jsonl"
    other.write_text(Path(road[0][1]).read_text() + json.dumps(tuned.line(81)) + "\n")
    assert changed(road_with(other)) == {"dataset": "source"}


def test_a_run_that_was_begun_otherwise_stands_aside(road, road_with, tmp_path, capsys):
    _, out = copied(road, tmp_path)
    run = out / "adapter.run"
    (out / "adapter").rename(run)  # what it holds is not looked at
    begun = road_with(out=out)
    asked = next(step for step in begun.steps if step.name == "adapter").asked()
    with artifact.writing(run / "checkpoint") as draft:
        draft.seal(manifest.Manifest(stage="checkpoint", parents=asked.parents, settings=asked.settings))
    begun.clear_base()
    begun.clear_checkpoint(asked)
    assert capsys.readouterr().out == ""
    begun.clear_checkpoint(asked._replace(settings=asked.settings | {"lr": 1e-3}))
    assert "another lr was begun; it stands aside" in capsys.readouterr().out
    assert (run / "checkpoint.former" / "manifest.json").exists() and (run / "base").exists()
    road_with(out=out, template="plain").clear_base()
    assert "another template was begun" in capsys.readouterr().out
    assert (out / "adapter.run.former" / "base").exists() and not run.exists()


def test_a_light_adapter_is_shipped_unmerged(road, tmp_path, monkeypatch, capsys):
    """As if 4 bits erased it: each form of few bits reads the pages as its base does."""
    forms = ("q4_0", "nf4")
    command, out = copied(road, tmp_path, *forms, *(f"{form}.score" for form in forms))
    read_pages = score.read_pages
    monkeypatch.setattr(
        score, "read_pages", lambda at, path: read_pages(out / "adapter" / "base" if ".draft" in at.name else at, path)
    )
    monkeypatch.setenv("HTMLBUILDER_THREADS", "1")
    assert cli.main(command) == 0
    said = capsys.readouterr().out
    assert "q4_0: refused: too little of the fine-tune would be left" in said
    assert "score nf4: left out, since nf4 was refused" in said
    assert "ship: again, since its model changed" in said
    assert "it ships as an adapter, unmerged on its 4-bit base" in said
    assert manifest.read(out / "ship").parents["model"] == manifest.verify(out / "adapter")
    engine = open_engine(Settings(model=str(out / "ship")))
    assert isinstance(engine, HfEngine)
    assert complete(engine, GenerateRequest(prompt="a page", max_new_tokens=3)).finish.tokens == 3
    engine.close()
    assert (
        "too little of what it learned would be left in another form: NF4, Q4_0" in (out / "ship/README.md").read_text()
    )

    monkeypatch.setattr(quantize, "run", None)
    assert cli.main(command) == 0
    said = capsys.readouterr().out
    assert f"9  nf4            refused  {out / 'nf4'}" in said
    assert "nf4: refused before" in said and "ship: done before" in said


def test_without_a_merge_the_adapter_is_shipped(road, tmp_path, monkeypatch, capsys):
    command, out = copied(road, tmp_path, "merged")
    monkeypatch.setattr(merger.Parity, "held", False)
    assert cli.main(command) == 0
    said = capsys.readouterr().out
    assert "merged: refused: the merged model is not the adapter on its base" in said
    assert "nf4: left out, since merged was refused" in said
    assert manifest.read(out / "ship").parents["model"] == manifest.verify(out / "adapter")


def test_without_tensorboard_it_is_refused_before_anything_is_done(toy_checkpoint, tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "torch.utils.tensorboard", None)
    pairs, out = tuned.write_pairs(tmp_path / "pairs.jsonl"), tmp_path / "out"
    command = ["tune", str(pairs), "--base", str(toy_checkpoint), "--out", str(out), *RECIPE]
    assert cli.main([*command, "--tensorboard", str(tmp_path / "board")]) == DataError.exit_code
    assert "TensorBoard is not installed" in capsys.readouterr().err and not out.exists()
