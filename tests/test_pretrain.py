"""Pretraining end to end at toy size: a run, a stop, a resume, a kill, and what the run leaves behind."""

import json
import math
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from htmlbuilder import cli
from htmlbuilder.errors import DataError, ModelError
from htmlbuilder.manifest import read
from htmlbuilder.pipeline import artifact, card, curve, lean, pretrain, quantize
from htmlbuilder.pipeline import tokenizer as tokens_of
from htmlbuilder.pipeline.life import read_life
from htmlbuilder.pipeline.packing import RowStream, Source, make_block
from htmlbuilder.pipeline.pretrain import CONFIGS, Recipe, TokenizerRecipe
from htmlbuilder.pipeline.ranks import Ranks
from htmlbuilder.pipeline.start import DRAWN, Start
from htmlbuilder.pipeline.tokenizer import CHANGED, END_ID
from tests import launchers
from tests.disks import room_for_files_of
from tests.fake_corpus import fake_mix, fake_sample


def toy(**training) -> Recipe:
    """The toy recipe with short rows, which is enough for the fake corpus."""
    recipe = Recipe.load(CONFIGS / "toy.toml")
    sized = {"rows": 4, "micro_rows": 2, "eval_rows": 2, "edits": 0.0, "dropout": 0.1} | training
    model = recipe.model.model_copy(update={"context": 320})
    return recipe.model_copy(update={"model": model, "training": recipe.training.model_copy(update=sized)})


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    """An unbroken run: its directory and manifest."""
    out = tmp_path_factory.mktemp("run")
    return out, pretrain.run(toy(), out, fake_sample)


def test_a_run_on_edits_counts_them_and_its_model_says_so(finished, tmp_path):
    shutil.copytree(finished[0] / "tokenizer", tmp_path / "tokenizer")
    recipe = toy(steps=1, edits=0.3, changed_weight=4.0)
    recipe = recipe.model_copy(update={"model": recipe.model.model_copy(update={"context": 640})})
    manifest = pretrain.run(recipe, tmp_path, fake_mix)
    assert manifest.figures["dropped"] == 0
    assert json.loads((tmp_path / "model" / "config.json").read_text())["skills"] == ["write", "nest", "edit"]
    source = Source(fake_mix, tmp_path / "tokenizer", 1, 640, 8)
    rows = make_block(source, 0, tokens_of.load(source.tokenizer)).rows
    assert 0 < (rows >= CHANGED).sum() < (rows != END_ID).sum() / 10


def test_a_model_that_only_writes_says_so(finished):
    assert json.loads((finished[0] / "model" / "config.json").read_text())["skills"] == ["write", "nest"]


def losses(run: Path) -> dict[int, float]:
    return {line["step"]: line["loss"] for line in curve.read(run) if "loss" in line}


def test_a_run_learns_and_leaves_a_model_that_opens(finished):
    from transformers import AutoModelForCausalLM, AutoTokenizer

    out, manifest = finished
    found = losses(out)
    assert list(found) == list(range(1, 13))
    assert found[12] < found[1] - 0.1
    assert artifact.source_digest(out / "model") == manifest.digest
    assert manifest.figures["tokens"] == 12 * 4 * 320
    model = AutoModelForCausalLM.from_pretrained(out / "model")
    tokenizer = AutoTokenizer.from_pretrained(out / "model")
    assert type(model).__name__ == "FalconForCausalLM"
    assert model.config.vocab_size == 672 > len(tokenizer) > 640  # the fake's pages have few lines
    assert (out / "curve.png").read_bytes().startswith(b"\x89PNG")


def test_a_resumed_run_equals_an_unbroken_one(finished, tmp_path, monkeypatch):
    from htmlbuilder.pipeline.trainer import Trainer

    step = Trainer._step

    def stop_after_five(trainer, rows):
        trainer.stopped = trainer.step == 4
        return step(trainer, rows)

    monkeypatch.setattr(Trainer, "_step", stop_after_five)
    assert pretrain.run(toy(), tmp_path, fake_sample) is None
    assert max(losses(tmp_path)) == 5
    monkeypatch.undo()
    pretrain.run(toy(), tmp_path, fake_sample)
    assert losses(tmp_path) == losses(finished[0])
    assert weights(tmp_path) == weights(finished[0])


def weights(run: Path) -> dict[str, bytes]:
    from safetensors.torch import load_file

    return {name: tensor.numpy().tobytes() for name, tensor in load_file(run / "checkpoint.safetensors").items()}


def test_no_minutes_left_means_saved_and_stopped(finished, tmp_path):
    assert pretrain.run(toy(), tmp_path, fake_sample, minutes=0) is None
    assert (tmp_path / "checkpoint.safetensors").exists()
    assert not (tmp_path / "model").exists()


def test_a_run_that_fits_its_minutes_ends_whole_with_as_many_steps_as_they_allow(finished, tmp_path):
    shutil.copytree(finished[0] / "tokenizer", tmp_path / "tokenizer")
    recipe = toy(steps=10**6, log_every=2, decay=0.7)
    started = time.monotonic()
    manifest = pretrain.run(recipe, tmp_path, fake_sample, minutes=0.4, fit=True)
    assert time.monotonic() - started > 12  # of 24 seconds: it does not stop early
    told = [line for line in curve.read(tmp_path) if "loss" in line]
    assert 2 < manifest.figures["steps"] == told[-1]["step"] < 10**5
    rates = [line["rate"] for line in told]
    assert rates[-1] == min(rates[1:]) < max(rates) / 2  # up, and down to zero as at the end of any run
    assert curve.read(tmp_path)[-1]["quantized"]
    assert artifact.source_digest(tmp_path / "model") == manifest.digest


def test_fitting_needs_minutes(tmp_path, capsys):
    assert cli.main(["pretrain", "--out", str(tmp_path / "run"), "--fit"]) != 0
    assert "--minutes" in capsys.readouterr().err


def test_another_recipe_is_refused_in_the_same_directory(finished):
    recipe = toy()
    other = recipe.model_copy(update={"seed": 2})
    with pytest.raises(DataError, match="another seed"):
        pretrain.run(other, finished[0], fake_sample)


@pytest.fixture(scope="module")
def taken_further(finished, tmp_path_factory):
    """A run that starts from the model of the first: its directory, manifest and start."""
    out = tmp_path_factory.mktemp("further")
    start = Start.read(finished[0] / "model", toy())
    return out, pretrain.run(toy(steps=2), out, fake_sample, start=start), start


def test_a_run_from_an_earlier_model_goes_on_where_that_ended_and_says_so(finished, taken_further):
    (_, first), (out, manifest, start) = finished, taken_further
    begun = curve.read(out)[0]
    assert begun["step"] == 0
    assert begun["validation"] == pytest.approx(first.figures["validation_loss"], abs=0.05)
    assert begun["validation"] < math.log(672) - 0.5
    assert manifest.figures["validation_loss_before"] == begun["validation"]
    assert manifest.parents["start"] == first.digest
    assert "samples" not in manifest.settings["tokenizer"]
    assert manifest.figures["tokens"] == 2 * 4 * 320
    assert start.before == {"steps_before": 12, "tokens_before": 12 * 4 * 320}
    further = Start.read(out / "model", toy())
    assert further.before == {"steps_before": 14, "tokens_before": 14 * 4 * 320}


def test_a_card_tells_how_a_model_was_pretrained_and_what_came_before(finished, taken_further):
    terms = card.Terms("apache-2.0", "", card.NOWHERE, "Further")
    first, further = (card.write(read_life(out / "model"), {}, terms) for out in (finished[0], taken_further[0]))
    assert f"{12 * 4 * 320:,} tokens in 12 steps, from drawn weights |" in first
    assert f"{2 * 4 * 320:,} tokens in 2 steps, from the weights of an earlier model that had seen 15,360;" in further
    assert f"| loss on unseen wordings | {finished[1].figures['wordings_loss']:.4f} |" in first
    assert "the earlier model" not in first
    assert f"| the earlier model it started from | `{finished[1].digest}` |" in further
    assert "![Training and validation loss over the steps](curve.png)" in further


def trainer_of(directory: Path, ranks: Ranks, start: Start):
    from htmlbuilder.pipeline.trainer import Trainer

    return Trainer(toy(), directory, directory / "tokenizer", fake_sample, ranks, start)


def test_a_run_from_an_earlier_model_takes_its_tokenizer_and_other_samples_but_holds_out_the_same(
    finished, taken_further
):
    (first, manifest), (out, further, start) = finished, taken_further
    assert read(out / "tokenizer").parents == {"start": manifest.digest}
    assert (out / "tokenizer" / "tokenizer.json").read_bytes() == (first / "tokenizer" / "tokenizer.json").read_bytes()
    assert further.figures["samples_seed"] == start.seed(1) != start.seed(2)
    found = []
    for directory, given in ((first, DRAWN), (out, start)):
        with Ranks() as ranks, trainer_of(directory, ranks, given) as trainer:
            source = trainer.stream.source
            found.append((trainer.held_out, make_block(source, 0, tokens_of.load(source.tokenizer)).rows))
    (held_out, rows), (its_held_out, its_rows) = found
    for split in ("validation", "wordings"):
        np.testing.assert_array_equal(held_out[split], its_held_out[split])
    assert not np.array_equal(held_out["validation"], held_out["wordings"])
    assert not {row.tobytes() for row in rows} & {row.tobytes() for row in its_rows}


def test_each_of_several_processes_starts_from_the_same_weights(finished, tmp_path):
    from safetensors.torch import load_file

    shutil.copytree(finished[0] / "tokenizer", tmp_path / "tokenizer")
    stored = {}
    for path in (finished[0] / "model").glob("*.safetensors"):
        stored |= load_file(path)
    for rank in (0, 1):
        ranks = Ranks()
        ranks.rank, ranks.size = rank, 2
        with trainer_of(tmp_path, ranks, Start.read(finished[0] / "model", toy())) as trainer:
            for name, master in trainer.masters.items():
                torch.testing.assert_close(master, stored[name].float(), atol=0, rtol=0)


def test_a_run_goes_on_from_what_it_started_from_or_is_refused(finished, taken_further):
    out, manifest, start = taken_further
    with pytest.raises(DataError, match=f"started from {start.digest}, not from drawn weights"):
        pretrain.run(toy(steps=2), out, fake_sample)
    with pytest.raises(DataError, match=f"started from {start.digest}, not from {manifest.digest}"):
        pretrain.run(toy(steps=2), out, fake_sample, start=Start.read(out / "model", toy()))
    with pytest.raises(DataError, match=f"started from drawn weights, not from {start.digest}"):
        pretrain.run(toy(), finished[0], fake_sample, start=start)
    # The checkpoint knows, too, whatever tokenizer lies beside it.
    with Ranks() as ranks, pytest.raises(DataError, match=f"started from {start.digest}, not from drawn weights"):
        trainer_of(out, ranks, DRAWN)
    assert pretrain.run(toy(steps=2), out, fake_sample, start=start).digest == manifest.digest


def test_a_run_starts_from_a_gguf_too(finished, tmp_path):
    quantize.run(quantize.QuantizeConfig(format="f16"), finished[0] / "model", tmp_path / "gguf")
    start = Start.read(tmp_path / "gguf", toy())
    manifest = pretrain.run(toy(steps=1), tmp_path / "further", fake_sample, start=start)
    begun = curve.read(tmp_path / "further")[0]["validation"]
    assert begun == pytest.approx(read(finished[0] / "model").figures["validation_loss"], abs=0.05)
    assert manifest.parents["start"] == read(tmp_path / "gguf").digest
    # Nobody knows what came before it, so neither it nor what starts from it gives a sum.
    assert start.before == Start.read(tmp_path / "further" / "model", toy()).before == {}


def test_a_model_with_more_layers_begins_as_the_one_it_starts_from(finished, tmp_path):
    deep = toy().model_copy(update={"model": toy().model.model_copy(update={"layers": toy().model.layers + 1})})
    start = Start.read(finished[0] / "model", deep)
    earlier, deeper = lean.load(finished[0] / "model"), lean.LeanFalcon(deep.shape)
    tokens = torch.randint(672, (2, 40))
    apart = lean.document_mask(tokens)
    assert not torch.allclose(deeper.losses(tokens, apart), earlier.losses(tokens, apart), atol=0.1)
    start.load_into(deeper, finished[0] / "tokenizer")
    torch.testing.assert_close(deeper.losses(tokens, apart), earlier.losses(tokens, apart))
    # The new layer is no dead end: what it gives back can be learned.
    deeper.losses(tokens, apart).mean().backward()
    for layer in deeper.layers:
        assert layer.mlp.dense_4h_to_h.weight.grad.abs().max() > 0
        assert layer.self_attention.dense.weight.grad.abs().max() > 0
    with pytest.raises(DataError, match="only its layers may be more"):
        run = tmp_path / "deep"
        pretrain.run(deep.model_copy(update={"training": toy(steps=1).training}), run, fake_sample, start=start)
        Start.read(run / "model", toy())


def ruled(seed, index, split="train"):
    """A fake whose pages have a choice of ten rules more."""
    rules = (f"\n    .rule-{chr(97 + rule)} {{ margin: 1rem; }}" for rule in range(10) if index >> rule & 1)
    drawn = fake_sample(seed, index, split)
    return replace(drawn, page=drawn.page.replace("\n  </style>", f"{''.join(rules)}\n  </style>"))


def test_a_model_with_more_lines_begins_with_the_one_it_starts_from(finished, tmp_path):
    more = toy(steps=1)
    words = more.tokenizer.model_copy(update={"vocabulary": 692, "lines": more.tokenizer.lines + 20, "samples": 1024})
    more = more.model_copy(update={"tokenizer": words})
    start = Start.read(finished[0] / "model", more)
    pretrain.run(more, tmp_path, ruled, start=start)
    before, after = tokens_of.load(finished[0] / "tokenizer"), tokens_of.load(tmp_path / "tokenizer")
    added = after.get_vocab().items() - before.get_vocab().items()
    assert len(added) >= 10 and before.get_vocab().items() < after.get_vocab().items()
    page = ruled(3, 1023).page
    assert after.decode(after.encode(page).ids, skip_special_tokens=False) == page
    larger = lean.LeanFalcon(more.shape)
    start.load_into(larger, tmp_path / "tokenizer")
    vectors = larger.state_dict()["transformer.word_embeddings.weight"]
    old = lean.load(finished[0] / "model").state_dict()["transformer.word_embeddings.weight"][: before.get_vocab_size()]
    torch.testing.assert_close(vectors[: len(old)], old)
    text, token = max(added, key=lambda one: one[1])
    pieces = before.encode(text, add_special_tokens=False).ids
    torch.testing.assert_close(vectors[token], vectors[pieces].mean(dim=0))
    assert after.encode(page).ids.count(token) == 1
    with pytest.raises(DataError, match="the tokenizer's lines"):
        Start.read(tmp_path / "model", toy())


def test_a_vocabulary_leaves_room_for_words():
    with pytest.raises(ValueError, match="300 more than phrases and lines"):
        TokenizerRecipe(vocabulary=672, phrases=40, lines=400, samples=60)


def test_what_a_run_cannot_start_from_is_refused(finished, tmp_path):
    wide = toy().model_copy(update={"model": toy().model.model_copy(update={"hidden": 96})})
    with pytest.raises(DataError, match=r"hidden 64, .*, and the recipe vocabulary 672, hidden 96, "):
        Start.read(finished[0] / "model", wide)
    with pytest.raises(DataError, match="was written by tokenizer"):
        Start.read(finished[0] / "tokenizer", toy())
    shutil.copytree(finished[0] / "model", tmp_path / "model")
    with (tmp_path / "model" / "tokenizer.json").open("a") as file:
        file.write(" ")
    with pytest.raises(ModelError, match=r"tokenizer\.json has"):
        Start.read(tmp_path / "model", toy())


def two_fail(seed, index, split="train"):
    if index in (3, 5):
        raise LookupError("no such bank")
    return fake_sample(seed, index, split)


def all_fail(seed, index, split="train"):
    raise LookupError("no such bank")


def test_samples_that_cannot_be_made_are_left_out_and_told_but_not_many(finished, capfd):
    source = Source(two_fail, finished[0] / "tokenizer", 1, 320, 8)
    with RowStream(source, 1) as stream:
        stream.take(1)
        assert (stream.samples, stream.failed) == (6, 2)
    assert capfd.readouterr().err.count("left out: sample 3 of seed 1: LookupError: no such bank") == 1
    with pytest.raises(LookupError):
        make_block(replace(source, sampler=all_fail), 0, tokens_of.load(source.tokenizer))


def test_a_killed_run_resumes_and_leaves_no_workers(tmp_path):
    recipe = toy(steps=400, save_minutes=0.005)
    (tmp_path / "recipe.json").write_text(recipe.model_dump_json())
    script = (
        "import sys, pathlib\n"
        "from htmlbuilder.pipeline.pretrain import Recipe, run\n"
        "from tests.fake_corpus import fake_sample\n"
        "if __name__ == '__main__':\n"
        "    out = pathlib.Path(sys.argv[1])\n"
        "    run(Recipe.model_validate_json((out / 'recipe.json').read_text()), out, fake_sample)\n"
    )
    (tmp_path / "runner.py").write_text(script)
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    command = [sys.executable, tmp_path / "runner.py", tmp_path]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            if line.startswith("saved"):
                break
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        process.send_signal(signal.SIGKILL)
    assert children
    resumed = toy(steps=400)
    from htmlbuilder.pipeline.trainer import Trainer

    with Ranks() as ranks, Trainer(resumed, tmp_path, tmp_path / "tokenizer", fake_sample, ranks) as trainer:
        assert trainer.step > 0
        assert trainer.stream.position != (0, 0)
    give_up = time.monotonic() + 20
    while alive := [child for child in children if alive_process(int(child))]:
        assert time.monotonic() < give_up, f"workers outlived the run: {alive}"
        time.sleep(0.2)


TWO = """
import pathlib, sys, time
from torch import distributed
from htmlbuilder.errors import DataError
from htmlbuilder.pipeline import pretrain, trainer
from tests.fake_corpus import fake_sample

step = trainer.Trainer._step
def stop_after_five(self, rows):
    self.stopped = self.ranks.rank == 1 and self.step == 4
    return step(self, rows)

def fail_at_the_third(self, rows):
    if self.ranks.rank == 1 and self.step == 2:
        distributed.destroy_process_group = lambda: time.sleep(600)  # as NCCL waits for the other
        raise DataError("a worker failed")
    return step(self, rows)

if __name__ == "__main__":
    if sys.argv[2] != "on":
        trainer.Trainer._step = {"stop": stop_after_five, "fail": fail_at_the_third}[sys.argv[2]]
    recipe = pretrain.Recipe.model_validate_json(pathlib.Path(__file__).with_name("recipe.json").read_text())
    pretrain.run(recipe, pathlib.Path(sys.argv[1]), fake_sample)
"""


def two(directory: Path, out: Path, how: str, launcher: list[str] = launchers.TORCHRUN) -> tuple[int, str]:
    """Runs the script in two processes, as on two GPUs: the exit code, and what was said."""
    started = launchers.start(launcher, directory / "two.py", out, how)
    said = launchers.end(started)
    return started.returncode, said


@pytest.fixture
def ready_for_two(finished, tmp_path) -> pretrain.Recipe:
    recipe = toy(steps=8, micro_rows=1, eval_every=4, dropout=0.0)  # each process would drop other parts
    (tmp_path / "two.py").write_text(TWO)
    (tmp_path / "recipe.json").write_text(recipe.model_dump_json())
    shutil.copytree(finished[0] / "tokenizer", tmp_path / "run" / "tokenizer")
    return recipe


def test_when_one_process_fails_the_other_does_not_wait_for_ever(ready_for_two, tmp_path):
    code, said = two(tmp_path, tmp_path / "run", "fail")
    assert code != 0
    assert "DataError: a worker failed" in said


def test_two_processes_take_the_steps_that_one_would_with_the_rows_of_both(ready_for_two, finished, tmp_path):
    recipe = ready_for_two
    code, said = two(tmp_path, tmp_path / "run", "stop", launchers.ACCELERATE)
    assert code == 0, said
    assert said.count("stopped and saved") == 1
    assert max(losses(tmp_path / "run")) == 5
    with pytest.raises(DataError, match="a run of 2 processes, not 1"):
        pretrain.run(recipe, tmp_path / "run", fake_sample)
    code, said = two(tmp_path, tmp_path / "run", "on")
    assert code == 0, said
    assert said.count("resuming at step 5") == said.count("the model is in") == 1

    from htmlbuilder.pipeline.trainer import Trainer

    alone = tmp_path / "alone"
    shutil.copytree(finished[0] / "tokenizer", alone / "tokenizer")
    lanes = [Source(fake_sample, alone / "tokenizer", 1, 320, 8, lane=lane, lanes=2) for lane in (0, 1)]
    with (
        Ranks() as ranks,
        Trainer(recipe, alone, alone / "tokenizer", fake_sample, ranks) as trainer,
        RowStream(lanes[0], 1) as first,
        RowStream(lanes[1], 1) as second,
    ):
        for _ in range(8):
            trainer._step(np.concatenate((first.take(2), second.take(2))))
            trainer.step += 1
        from safetensors.torch import load_file

        saved = load_file(tmp_path / "run" / "checkpoint.safetensors")
        for name, master in trainer.masters.items():
            torch.testing.assert_close(saved[f"weight.{name}"], master, atol=1e-4, rtol=1e-3)


def alive_process(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1][0] != "Z"
    except FileNotFoundError:
        return False


def test_a_full_disk_leaves_the_former_checkpoint(finished, tmp_path):
    (tmp_path / "run").mkdir()
    shutil.copytree(finished[0] / "tokenizer", tmp_path / "run" / "tokenizer")
    with Ranks() as ranks, trainer_of(tmp_path / "run", ranks, DRAWN) as trainer:
        trainer.save()
        whole = (tmp_path / "run" / "checkpoint.safetensors").read_bytes()
        trainer.step = 1
        for room in (0, 5_000, len(whole) - 1):
            said = pytest.raises(DataError, match=r"checkpoint\.safetensors cannot be written: .*File too large")
            with room_for_files_of(room), said:
                trainer.save()
            assert (tmp_path / "run" / "checkpoint.safetensors").read_bytes() == whole
            assert not list((tmp_path / "run").glob(".*"))
        trainer.save()
        assert (tmp_path / "run" / "checkpoint.safetensors").read_bytes() != whole


def test_a_torn_last_line_of_the_curve_is_forgotten(tmp_path):
    lines = [json.dumps({"step": step, "loss": 1.0}) for step in (1, 2, 3)]
    (tmp_path / curve.DATA).write_text("\n".join(lines)[:-5])
    curve.cut(tmp_path, 1)
    assert [line["step"] for line in curve.read(tmp_path)] == [1]


def test_recipes_say_what_is_wrong(tmp_path):
    path = tmp_path / "recipe.toml"
    path.write_text((CONFIGS / "toy.toml").read_text().replace("micro_rows = 1", "micro_rows = 3"))
    with pytest.raises(DataError, match="multiples of micro_rows"):
        Recipe.load(path)
    with pytest.raises(DataError, match="cannot be read"):
        Recipe.load(tmp_path / "absent.toml")
    changed = Recipe.load(CONFIGS / "embedded.toml", {"seed": 5, "training.steps": 7})
    assert (changed.seed, changed.training.steps) == (5, 7)


def test_the_rates_rise_stay_and_fall_and_the_end_is_quantized(finished):
    from htmlbuilder.pipeline.trainer import Trainer

    trainer = Trainer.__new__(Trainer)
    trainer.settings, trainer.steps = toy(warmup=10, decay=0.5, quantized=0.1).training, 100
    assert [round(trainer.rate(step), 2) for step in (0, 9, 50, 75, 99)] == [0.1, 1.0, 1.0, 0.5, 0.02]
    assert [trainer.quantized(step) for step in (89, 90)] == [False, True]
    torch.testing.assert_close(torch.tensor(trainer.rate(99)), torch.tensor(0.02))
