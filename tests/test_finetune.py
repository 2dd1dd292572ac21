"""A fine-tune at toy size, on layers that are really in 4 bits: what it computes, what it leaves, and what kills it."""

import json
import multiprocessing
import shutil
import signal
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import torch
from torch.nn import functional as F

from htmlbuilder import cli, prompt
from htmlbuilder.engines import checkpoint
from htmlbuilder.errors import DataError, ModelError
from htmlbuilder.manifest import read
from htmlbuilder.pipeline import artifact, attention, curve, finetune, merger, qlora, rows
from htmlbuilder.pipeline.tuner import Tuner
from tests import tuned
from tests.disks import room_for_files_of

# peft asks transformers in the old way
pytestmark = pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning")
FP32 = torch.float32


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return tuned.write_data(tmp_path_factory.mktemp("tune") / "data")


@pytest.fixture(scope="module")
def finished(toy_checkpoint, data, tmp_path_factory):
    """An unbroken run: its target and manifest."""
    target = tmp_path_factory.mktemp("tune") / "adapter"
    return target, finetune.run(tuned.recipe(toy_checkpoint), data, target)


@pytest.fixture
def fresh(finished, toy_checkpoint, data, tmp_path):
    """Opens a tuner in a run directory of its own, on the 4-bit base of `finished`."""
    opened: list[Tuner] = []

    def open_tuner(**changes) -> Tuner:
        work = tmp_path / f"run{len(opened)}"
        shutil.copytree(finished[0] / "base", work / "base")
        return resume(work, **changes)

    def resume(work: Path, board: Path | None = None, **changes) -> Tuner:
        recipe = tuned.recipe(toy_checkpoint, **changes)
        model, tokenizer = finetune.open_base(recipe, work / "base")
        examples = {name: rows.read(data / f"{name}.jsonl", tokenizer, 256)[0] for name in ("train", "validation")}
        finetune.adapt(recipe, model)
        opened.append(Tuner(recipe, work, model, examples, {}, board=board))
        return opened[-1]

    open_tuner.resume = resume
    yield open_tuner
    for tuner in opened:
        tuner.__exit__()


def losses(run: Path) -> list[tuple[int, str, float]]:
    lines = curve.read(run)
    return [(line["step"], key, line[key]) for line in lines for key in ("loss", "validation") if key in line]


def weights(tuner: Tuner) -> dict[str, bytes]:
    return {name: weight.detach().cpu().numpy().tobytes() for name, weight in tuner.trained.items()}


def gradients(tuner: Tuner) -> dict[str, torch.Tensor]:
    tuner.model.train()
    tuner._gradients(tuner.plan[0])
    found = {name: weight.grad.clone() for name, weight in tuner.trained.items()}
    tuner.optimizer.zero_grad()
    return found


def learn_a_little(tuner: Tuner, steps: int = 2) -> None:
    """A fresh adapter changes nothing, and half of its gradients are zero."""
    tuner.model.train()
    for step in range(steps):
        tuner.learn(tuner.plan[step])


def test_a_run_learns_and_leaves_an_adapter_on_its_4_bit_base(finished, toy_checkpoint):
    from peft import PeftModel

    target, manifest = finished
    figures = manifest.figures
    assert figures["validation_loss"] < figures["validation_loss_before"] - 1
    assert artifact.source_digest(target) == manifest.digest
    assert read(target / "base").figures["layers_4bit"] == 12
    assert manifest.parents["base"] == read(target / "base").digest
    assert (target / curve.PICTURE).read_bytes().startswith(b"\x89PNG")
    assert not target.with_name("adapter.run").exists()
    found = losses(target)
    assert [step for step, key, _ in found if key == "loss"] == list(range(1, figures["steps"] + 1))

    model, tokenizer = checkpoint.load(target / "base", nf4=True)
    assert tokenizer.chat_template == prompt.CHAT_TEMPLATE
    assert len(checkpoint.layers_4bit(model)) == 12
    adapted = PeftModel.from_pretrained(model, str(target))
    line = rows.Line.model_validate(tuned.line(60))
    held_out = [rows.encode(tokenizer, line)]
    after = loss_of(model, held_out)
    with adapted.disable_adapter():
        before = loss_of(model, held_out)
    assert after < before - 1


def loss_of(model, examples) -> float:
    batch = rows.batch(examples, [[0]])
    with qlora.undisturbed(model), qlora.apart(model, batch):
        return qlora.page_losses(model, batch, FP32).mean().item()


def test_the_same_command_again_finds_it_done(finished, toy_checkpoint, data, monkeypatch, capsys):
    monkeypatch.setattr(finetune, "open_base", None)
    target, manifest = finished
    recipe = tuned.recipe(toy_checkpoint)
    flags = [f"--{name.replace('_', '-')}={value}" for name, value in recipe.model_dump(exclude={"targets"}).items()]
    assert cli.main(["finetune", str(data), str(target), *flags]) == 0
    out = capsys.readouterr().out
    assert f"preset {finetune.fitting()}: base" in out
    assert manifest.digest in out


def test_only_the_page_and_its_end_are_learned(finished):
    _, tokenizer = checkpoint.load(finished[0] / "base", nf4=True)
    lines = [rows.Line(prompt="a login", page="<h1>x</h1>"), rows.Line(prompt="b", page="<p>spelled <|end|></p>")]
    examples = [rows.encode(tokenizer, line) for line in lines]
    batch = rows.batch(examples, [[0, 1]])
    following = batch.following[0][batch.following[0] != rows.IGNORED]
    assert tokenizer.decode(following) == "<h1>x</h1><|end|><p>spelled <|end|></p><|end|>"
    assert (following == tokenizer.eos_token_id).sum() == 2
    assert tokenizer.decode(batch.tokens[0][: examples[0].prompt]) == prompt.frame("a login")
    assert batch.places[0].tolist() == [*range(len(examples[0].tokens)), *range(len(examples[1].tokens))]


def llama(vocabulary: int):
    from transformers import LlamaConfig, LlamaForCausalLM

    torch.manual_seed(1)
    config = LlamaConfig(
        vocab_size=vocabulary,
        hidden_size=64,
        intermediate_size=96,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
    )
    return LlamaForCausalLM(config)


def falcon_40b(vocabulary: int):
    from transformers import FalconConfig, FalconForCausalLM

    torch.manual_seed(1)
    config = FalconConfig(
        vocab_size=vocabulary,
        hidden_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_kv_heads=2,
        new_decoder_architecture=True,
    )
    return FalconForCausalLM(config)


@pytest.mark.parametrize("kind", ["falcon in 4 bits", "falcon, several key heads", "llama", "a model's own attention"])
def test_packed_documents_have_the_losses_of_documents_alone(fresh, kind):
    tuner = fresh()
    learn_a_little(tuner)
    vocabulary = tuner.model.config.vocab_size
    if kind == "falcon in 4 bits":
        model = tuner.model
    else:
        model = falcon_40b(vocabulary) if kind.startswith("falcon") else llama(vocabulary)
        if kind != "a model's own attention":
            attention.install(model, 256)
        model.to(tuner.model.device)
    assert qlora.isolates(model, FP32)
    packed = max(rows.epoch(tuner.train, 512, True, (1, 0)), key=len)
    assert len(packed) >= 4
    together, alone = tuner.train, [[number] for number in packed]
    with qlora.undisturbed(model):
        with qlora.apart(model, batch := rows.batch(together, [packed, packed[:2]])):
            whole = qlora.page_losses(model, batch, FP32)
        parts = []
        for row in [*alone, *alone[:2]]:
            with qlora.apart(model, batch := rows.batch(together, [row])):
                parts.append(qlora.page_losses(model, batch, FP32))
    # Token by token, what a processor rounds in its own way comes to 1e-5 and more where losses are as high as here.
    torch.testing.assert_close(whole, torch.cat(parts), rtol=1e-5, atol=1e-5)
    documents = whole.split([len(part) for part in parts])
    means = [torch.stack([part.mean() for part in side]) for side in (documents, parts)]
    torch.testing.assert_close(*means, rtol=0, atol=1e-5)


def test_a_leak_is_found_and_ends_packing(fresh, monkeypatch, capsys):
    packed = attention.packed
    monkeypatch.setattr(attention, "packed", lambda lengths, device: packed([[sum(row)] for row in lengths], device))
    tuner = fresh()
    assert not tuner.packs
    assert all(len(row) == 1 for step in tuner.plan for row in step)
    assert "every example gets a row of its own" in capsys.readouterr().out


def test_the_loss_in_parts_is_the_loss_of_whole_rows(fresh, monkeypatch):
    tuner = fresh(dropout=0.0)
    learn_a_little(tuner)
    monkeypatch.setattr(qlora, "CHUNK", 7)
    batch = rows.batch(tuner.train, tuner.plan[0])
    widths = []
    head = tuner.model.get_output_embeddings()
    hook = head.register_forward_hook(lambda _, inputs, output: widths.append(len(output)))
    with qlora.apart(tuner.model, batch):
        chunked = qlora.page_losses(tuner.model, batch, FP32).mean()
        chunked.backward()
    hook.remove()
    assert max(widths) == 7
    found = {name: weight.grad.clone() for name, weight in tuner.trained.items()}
    tuner.optimizer.zero_grad()
    with qlora.apart(tuner.model, batch):
        tokens, following, places = (part.to(tuner.model.device) for part in batch[:3])
        logits = tuner.model(input_ids=tokens, position_ids=places, use_cache=False).logits
        whole = F.cross_entropy(logits.flatten(0, 1), following.flatten())
        whole.backward()
    torch.testing.assert_close(chunked, whole)
    for name, weight in tuner.trained.items():
        torch.testing.assert_close(found[name], weight.grad)


def test_validation_leaves_the_next_gradients_alone(fresh):
    tuner = fresh()
    learn_a_little(tuner)
    before = gradients(tuner)
    tuner._validate()
    after = gradients(tuner)
    assert all(torch.equal(before[name], after[name]) for name in before)
    assert any(gradient.abs().max() > 0 for gradient in before.values())


def test_when_its_minutes_are_over_it_ends_with_what_it_has(fresh):
    tuner = fresh(minutes=1e-4, eval_every=50)
    assert tuner.run()
    assert (tuner.step, tuner.best_step) == (1, 1)  # validated, too
    tuner.recipe = tuner.recipe.model_copy(update={"minutes": 10.0})
    tuner.step, tuner.seconds = 4, 60.0
    assert (tuner.length, tuner.spent) == (len(tuner.plan), False)
    tuner.seconds = 480.0
    assert tuner.length == 5
    assert tuner.rate(4) < 0.5


def test_a_stock_evaluation_spoils_them(fresh):
    from bitsandbytes.functional import has_avx512bf16

    if not has_avx512bf16():
        pytest.skip("this processor does not repack 4-bit weights")
    tuner = fresh()
    learn_a_little(tuner)
    before = gradients(tuner)
    batch = rows.batch(tuner.train, tuner.plan[0])
    tuner.model.eval()
    with torch.no_grad():
        tuner.model(input_ids=batch.tokens)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # bitsandbytes may say so itself
        after = gradients(tuner)
    assert not all(torch.allclose(before[name], after[name], rtol=0.1) for name in before)


def test_out_of_memory_halves_the_rows_and_keeps_the_batch(fresh, monkeypatch, capsys):
    whole, losses_of = fresh(micro_rows=1), qlora.page_losses
    assert len(whole.plan[0]) == 4

    def small_only(model, batch, precision):
        found = losses_of(model, batch, precision)
        if len(batch.tokens) > 1:
            found.sum().backward()  # what was reached before it failed must leave nothing behind
            raise torch.OutOfMemoryError("as on a GPU")
        return found

    def none_at_all(model, batch, precision):
        raise torch.OutOfMemoryError("as on a GPU")

    learn_a_little(whole)
    tight = fresh(micro_rows=4)
    monkeypatch.setattr(qlora, "page_losses", small_only)
    learn_a_little(tight)
    assert tight.micro_rows == 1
    assert capsys.readouterr().out.count("out of memory: ") == 2
    assert weights(tight) == weights(whole)
    monkeypatch.setattr(qlora, "page_losses", none_at_all)
    with pytest.raises(ModelError, match="single row of 256 tokens"):
        tight.learn(tight.plan[0])


def test_micro_rows_do_not_change_the_gradient(fresh):
    found = [gradients(fresh(micro_rows=micro_rows, dropout=0.0)) for micro_rows in (1, 4)]
    for name in found[0]:
        torch.testing.assert_close(found[0][name], found[1][name], rtol=1e-4, atol=1e-5)


def test_no_layer_in_4_bits_is_refused(toy_checkpoint, data, tmp_path, monkeypatch):
    from transformers.models.falcon import modeling_falcon

    class FalconLinear(torch.nn.Linear):
        """What transformers has there, and bitsandbytes passes over."""

    monkeypatch.setattr(modeling_falcon, "FalconLinear", FalconLinear)
    monkeypatch.setattr(checkpoint, "let_falcon_be_quantized", lambda: None)
    with pytest.raises(ModelError, match="was to be in 4-bit, but no layer of it is"):
        finetune.run(tuned.recipe(toy_checkpoint), data, tmp_path / "adapter")
    assert not (tmp_path / "adapter").exists()


def test_a_shipped_gguf_can_be_tuned_too(toy_model, data, tmp_path):
    model, tokenizer = finetune.open_base(tuned.recipe(toy_model), tmp_path / "base")
    assert len(checkpoint.layers_4bit(model)) == 12
    assert tokenizer.chat_template == prompt.CHAT_TEMPLATE


def test_a_base_that_is_in_4_bits_already_is_tuned_as_it_is(finished, data, tmp_path):
    target = tmp_path / "adapter"
    finetune.run(tuned.recipe(finished[0] / "base"), data, target)
    assert losses(target) == losses(finished[0])
    for name in ("adapter_model.safetensors", "base/model.safetensors"):
        assert (target / name).read_bytes() == (finished[0] / name).read_bytes()


def test_4_bits_that_are_packed_in_floats_are_not_taken_for_floats(toy_checkpoint, tmp_path):
    """As a base is saved that was to be sharded."""
    from bitsandbytes.functional import dequantize_4bit
    from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig

    checkpoint.let_falcon_be_quantized()
    packed = BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_quant_storage=torch.bfloat16,
        bnb_4bit_compute_dtype=torch.bfloat16,
    )
    theirs = tmp_path / "theirs"
    model = AutoModelForCausalLM.from_pretrained(toy_checkpoint, quantization_config=packed, dtype=torch.bfloat16)
    model.save_pretrained(theirs)
    AutoTokenizer.from_pretrained(toy_checkpoint).save_pretrained(theirs)
    given = dict(merger.base_tensors(theirs))
    model, _ = finetune.open_base(tuned.recipe(theirs), tmp_path / "base")
    assert len(checkpoint.layers_4bit(model)) == 12
    for name, kept in merger.base_tensors(tmp_path / "base"):
        weight = model.get_parameter(name)
        held = dequantize_4bit(weight.data, weight.quant_state) if hasattr(weight, "quant_state") else weight
        assert torch.equal(kept, given[name].float()), name
        torch.testing.assert_close(held.float(), kept, rtol=1e-2, atol=0)
    assert model.config.quantization_config.bnb_4bit_compute_dtype == FP32


def test_a_base_that_cannot_be_tuned_is_refused(finished, toy_checkpoint, tmp_path):
    with pytest.raises(ModelError, match="is an adapter on its base"):
        finetune.open_base(tuned.recipe(finished[0]), tmp_path / "base")
    copy = shutil.copytree(toy_checkpoint, tmp_path / "copy")
    config = json.loads((copy / "config.json").read_text())
    (copy / "config.json").write_text(json.dumps(config | {"quantization_config": {"quant_method": "gptq", "bits": 4}}))
    with pytest.raises(ModelError, match="in few bits already, by gptq"):
        finetune.open_base(tuned.recipe(copy), tmp_path / "base")


def test_it_stops_early_and_keeps_the_best(fresh):
    tuner = fresh(epochs=40, lr=0.5, eval_every=1, patience=3)
    assert tuner.run()
    assert tuner.step < len(tuner.plan)
    assert tuner.step == tuner.best_step + 3
    found = {step: loss for step, key, loss in losses(tuner.out) if key == "validation"}
    assert tuner.best_loss == min(found.values()) == found[tuner.best_step]
    assert found[tuner.step] > tuner.best_loss
    learned = tuner.best_loss
    tuner._validate()
    assert curve.read(tuner.out)[-1]["validation"] == pytest.approx(learned, abs=0)


def test_killed_anywhere_the_same_command_goes_on(finished, toy_checkpoint, data, tmp_path):
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.tuned", "peft", "htmlbuilder.pipeline.tuner"])
    target, run = tmp_path / "adapter", tmp_path / "adapter.run"
    asked = tuned.recipe(toy_checkpoint)

    def start(*how) -> multiprocessing.Process:
        process = context.Process(target=tuned.run_and_die, args=(asked, data, target, *how))
        process.start()
        return process

    process = start()
    give_up = time.monotonic() + 60
    while len(losses_so_far(run)) < 3:
        assert time.monotonic() < give_up and process.is_alive()
        time.sleep(0.001)
    process.kill()
    for how in ((), ("writing", 2), ("renaming", 2)):
        if how:
            process = start(*how)
        process.join(60)
        assert process.exitcode == -signal.SIGKILL
        assert not target.exists()
        reached = len(losses_so_far(run))
    assert 0 < reached < finished[1].figures["steps"]
    process = start()
    process.join(60)
    assert process.exitcode == 0
    assert losses(target) == losses(finished[0])
    for name in ("adapter_model.safetensors", "adapter_config.json", "base/model.safetensors"):
        assert (target / name).read_bytes() == (finished[0] / name).read_bytes()
    assert not run.exists()


def losses_so_far(run: Path) -> list[str]:
    path = run / curve.DATA
    return [line for line in path.read_text().splitlines() if '"loss"' in line] if path.exists() else []


def test_a_signal_saves_and_stops(fresh, capsys):
    tuner = fresh(save_minutes=10)
    signal.raise_signal(signal.SIGTERM)
    assert not tuner.run()
    assert tuner.step == 1
    assert "saved at step 1" in capsys.readouterr().out
    resumed = fresh.resume(tuner.out, save_minutes=10)
    assert (resumed.step, weights(resumed)) == (1, weights(tuner))


def test_tensorboard_shows_the_curve_of_a_run_that_was_stopped(fresh, tmp_path):
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

    board, few = tmp_path / "board", {"save_minutes": 10, "epochs": 1}
    tuner = fresh(board=board, **few)
    signal.raise_signal(signal.SIGTERM)
    assert not tuner.run()
    tuner.board.add_scalar("loss", 9.0, 2)  # as if it had gone on before it was killed
    tuner.__exit__()
    resumed = fresh.resume(tuner.out, board=board, **few)
    assert resumed.run() and resumed.step > 2
    resumed.__exit__()
    shown = EventAccumulator(str(board)).Reload()
    found = [(event.step, key, event.value) for key in ("loss", "validation") for event in shown.Scalars(key)]
    assert sorted(found) == [(step, key, pytest.approx(value)) for step, key, value in sorted(losses(tuner.out))]
    assert {"rate", "tokens_per_second", "memory_gib"} <= set(shown.Tags()["scalars"])


def test_without_tensorboard_it_is_refused_before_anything_is_done(toy_checkpoint, data, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "torch.utils.tensorboard", None)
    with pytest.raises(DataError, match="TensorBoard is not installed"):
        finetune.run(tuned.recipe(toy_checkpoint), data, tmp_path / "adapter", tmp_path / "board")
    assert not list(tmp_path.iterdir())


def test_a_full_disk_leaves_the_former_checkpoint(fresh):
    tuner = fresh(save_minutes=10)
    learn_a_little(tuner)
    tuner._validate()
    tuner.step = 2
    tuner.save()
    whole = artifact.source_digest(tuner.out / "checkpoint")
    tuner.step = 3
    for room in (0, 500, 5_000, 50_000, 100_000):
        said = pytest.raises(DataError, match=r"/checkpoint cannot be written: .*File too large")
        with room_for_files_of(room), said:
            tuner.save()
        assert artifact.source_digest(tuner.out / "checkpoint") == whole
        assert not list(tuner.out.glob(".*"))


@pytest.fixture
def disk(tmp_path):
    """A disk of its own, of 4 MB, where one may be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    mount, *options = shutil.which("mount") or "false", "-t", "tmpfs", "-o", "size=4m", "tmpfs"
    if subprocess.run([mount, *options, place], capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)


@contextmanager
def only(room: int, disk: Path) -> Iterator[None]:
    """No more than `room` bytes are free on `disk`."""
    filler = disk / "filler"
    filler.write_bytes(bytes(shutil.disk_usage(disk).free - room))
    yield
    filler.unlink()


def test_a_disk_without_space_leaves_the_former_checkpoint(fresh, disk):
    tuner = fresh(save_minutes=10)
    tuner.out = disk
    learn_a_little(tuner)
    tuner._validate()
    tuner.step = 2
    tuner.save()
    whole = artifact.source_digest(disk / "checkpoint")
    tuner.step = 3
    for pages in (0, 1, 20, 100, 179):
        said = pytest.raises(DataError, match=r"/checkpoint cannot be written: .*No space left on device")
        with only(4096 * pages, disk), said:
            tuner.save()
        assert artifact.source_digest(disk / "checkpoint") == whole
        assert not list(disk.glob(".*"))
    with only(0, disk), pytest.raises(DataError, match=r"/curve\.\w+ cannot be written: .*No space left on device"):
        for _ in range(100):
            tuner._log(1.0, 1.0)
    tuner.save()
    assert artifact.source_digest(disk / "checkpoint") != whole


def test_a_damaged_checkpoint_and_another_recipe_are_refused(fresh):
    tuner = fresh()
    tuner._validate()
    tuner.save()
    with pytest.raises(DataError, match="another rank"):
        fresh.resume(tuner.out, rank=4)
    path = tuner.out / "checkpoint" / "state.safetensors"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ModelError, match=r"state\.safetensors has .* bytes, not"):
        fresh.resume(tuner.out)


def test_the_8_bit_optimizer_is_saved_whole(fresh, monkeypatch):
    from bitsandbytes.optim import AdamW8bit

    def in_8_bits(tuner):
        return AdamW8bit(tuner.trained.values(), lr=tuner.recipe.lr, min_8bit_size=64)

    monkeypatch.setattr(Tuner, "_optimizer", in_8_bits)
    tuner = fresh()
    learn_a_little(tuner)
    tuner._validate()
    tuner.step = 2
    tuner.save()
    resumed = fresh.resume(tuner.out)
    for one in (tuner, resumed):
        one.model.train()
        one.learn(one.plan[2])
    assert any(entry["state1"].dtype == torch.uint8 for entry in resumed.optimizer.state.values())
    assert weights(resumed) == weights(tuner)


@pytest.mark.parametrize(("named", "begins"), [("instruction", False), ("human-assistant", True)])
def test_a_base_without_a_template_is_given_the_named_one(finished, named, begins):
    _, tokenizer = checkpoint.load(finished[0] / "base", nf4=True)
    tokenizer.chat_template = None
    if begins:
        from tokenizers.processors import TemplateProcessing

        tokenizer.bos_token = "<|prompt|>"
        tokenizer.backend_tokenizer.post_processor = TemplateProcessing(
            single="<|prompt|> $A", special_tokens=[("<|prompt|>", tokenizer.bos_token_id)]
        )
    expected = checkpoint.encode(tokenizer, "it's a <|end|> {{ login }}", named)
    tokenizer.chat_template = checkpoint.chat_template(tokenizer, named)
    assert checkpoint.encode(tokenizer, "it's a <|end|> {{ login }}") == expected
    answered = [{"role": "user", "content": "x"}, {"role": "assistant", "content": "<p>"}]
    assert tokenizer.apply_chat_template(answered, tokenize=False).endswith(
        "x" + prompt.PRESETS[named].after + "<p><|end|>"
    )


def test_presets_are_recipes_and_say_what_is_wrong(tmp_path, monkeypatch):
    assert finetune.presets() == ["cpu-toy", "h100-80gb", "l4-24gb", "t4-16gb"]
    found = {name: finetune.Recipe.load(finetune.PRESETS / f"{name}.toml", base="x") for name in finetune.presets()}
    assert found["t4-16gb"].precision == "float16"
    assert (found["t4-16gb"].micro_rows, found["t4-16gb"].context) == (4, 2048)
    path = tmp_path / "mine.toml"
    path.write_text("rank = 0\n")
    with pytest.raises(DataError, match="rank: "):
        finetune.Recipe.load(path, base="x")
    with pytest.raises(DataError, match="cannot be read"):
        finetune.Recipe.load(tmp_path / "absent.toml", base="x")
    with pytest.raises(DataError, match="no GPU to compute in float16"):
        _ = found["t4-16gb"].dtype


@pytest.mark.parametrize(("gib", "name"), [(15, "t4-16gb"), (22, "l4-24gb"), (79, "h100-80gb"), (0, "cpu-toy")])
def test_the_machine_chooses_the_preset(gib, name, monkeypatch):
    class Properties:
        total_memory = gib * 2**30

    monkeypatch.setattr(torch.cuda, "is_available", lambda: gib > 0)
    monkeypatch.setattr(torch.cuda, "get_device_properties", lambda _: Properties)
    assert finetune.fitting() == name


def test_examples_that_do_not_fit_are_counted(finished, tmp_path):
    _, tokenizer = checkpoint.load(finished[0] / "base", nf4=True)
    path = tmp_path / "train.jsonl"
    path.write_text("".join(json.dumps({"prompt": "p", "page": "<p>" * count}) + "\n" for count in (1, 2, 300)))
    examples, dropped = rows.read(path, tokenizer, 100)
    assert (len(examples), dropped) == (2, 1)
    with pytest.raises(DataError, match="no example of at most 3 tokens"):
        rows.read(path, tokenizer, 3)
