"""Measures tuning at the size of Falcon-7B on one GPU, ours beside the stock recipe. The weights are random.

The exact configuration of tiiuae/falcon-7b is written in 4 bits with random weights, and memory is capped to what a
16 GB card gives. Then, in one process: loading; steps of packed rows that hold four documents each, ours and the stock
recipe's (the same 4-bit model, `prepare_model_for_kbit_training`, default attention, logits of whole rows, the same
optimizer; it does not keep the documents apart); the largest micro-batch of each; packed against unpacked losses; and
a light and a heavy adapter, trained and merged, with three merges that must not pass. What random weights cannot show
is what a tuned model would write.

Each part's figures go to DIR/figures.json as it ends; one that fails is told there, and the others go on. The same
command again makes the parts that are not there. --toy runs the same code at a small size, without a GPU.
"""

import argparse
import json
import platform
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from htmlbuilder import files, manifest
from htmlbuilder.engines.checkpoint import free_memory
from htmlbuilder.engines.hub import BASE
from htmlbuilder.errors import DataError, ModelError
from htmlbuilder.manifest import FILE_NAME, Manifest, versions_of
from htmlbuilder.pipeline.finetune import LIBRARIES, PRESETS, Recipe

if TYPE_CHECKING:
    import torch

    from htmlbuilder.pipeline.rows import Example, Row

CAP, ROOM = 14.5, 14.0  # GiB: what the allocator gets, and what a micro-batch may take
MEASURED, WARM = 8, 2  # steps that are timed, and those before them
MOST = 8  # rows of the largest micro-batch that is tried
PAIRS, TOY_PAIRS = 96, 12  # of the house style, to train the adapters on
# Light is what changes less than the steps of 4-bit weights, heavy what changes more.
ADAPTERS = {"light": {"lr": 2e-4, "epochs": 1}, "heavy": {"lr": 2e-3, "epochs": 4}}
Figures = dict[str, Any]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("out", type=Path, metavar="DIR", help="for figures.json and the models (20 GB at full size)")
    parser.add_argument("--toy", action="store_true", help="a tiny Falcon, in float32 where there is no GPU")
    parser.add_argument("--parts", default=",".join(PARTS), help=f"which of {', '.join(PARTS)} (default: all)")


def main(args: argparse.Namespace) -> int:
    import torch

    chosen = args.parts.split(",")
    if set(chosen) - set(PARTS):
        raise DataError(f"there is no part {min(set(chosen) - set(PARTS))!r}", f"the parts are {', '.join(PARTS)}")
    if not args.toy and not torch.cuda.is_available():
        raise DataError("Falcon-7B takes a GPU", "--toy shows that the road is sound")
    args.out.mkdir(parents=True, exist_ok=True)
    path = args.out / "figures.json"
    report: Figures = json.loads(path.read_text("utf-8")) if path.exists() else {}
    bench = Bench(args.out, args.toy)
    report |= {
        "weights": "random: nothing here says how well a model of this size would learn or write",
        "device": torch.cuda.get_device_name() if bench.on_gpu else platform.machine(),
        "versions": versions_of(*LIBRARIES),
        "recipe": bench.recipe.model_dump(mode="json"),
        "cap_gib": CAP if bench.on_gpu else None,
        "toy": args.toy,
    }
    failed = 0
    for name in chosen:
        if "failed" not in report.get(name, {"failed": ""}):
            continue
        print(f"== {name}", flush=True)
        started = time.monotonic()
        try:
            report[name] = PARTS[name](bench)
        except Exception as error:  # the other parts are worth having
            traceback.print_exc()
            report[name] = {"failed": f"{type(error).__name__}: {error}"}
            failed += 1
        report[name]["seconds"] = round(time.monotonic() - started, 1)
        report["ours over stock"] = _ratios(report)
        files.write_whole(path, files.as_json(report))
        free_memory()
    print(files.as_json({name: report[name] for name in [*chosen, "ours over stock"]}), flush=True)
    return 1 if failed else 0


class Bench:
    """The machine, the recipe, and the 4-bit base in its directory, which is written once."""

    def __init__(self, out: Path, toy: bool) -> None:
        import torch

        self.out, self.toy, self.on_gpu = out, toy, torch.cuda.is_available()
        given: Figures = {"context": 256, "rank": 4} if toy else {}
        self.recipe = Recipe.load(
            PRESETS / "t4-16gb.toml",
            base="falcon-7b-random",
            rows=MOST,
            **given | ({} if self.on_gpu else {"precision": "float32"}),
        )
        self.base = out / BASE
        if self.on_gpu:
            total = torch.cuda.get_device_properties(0).total_memory / 2**30
            torch.cuda.set_per_process_memory_fraction(min(1.0, CAP / total))
        if not (self.base / FILE_NAME).exists():
            from htmlbuilder.pipeline import unlearned

            settings = {name: getattr(self.recipe, name) for name in ("base", "precision", "template")}
            unlearned.write_nf4(unlearned.shape(toy), self.base, settings)

    def documents(self) -> "list[Example]":
        """Texts of the house style as documents that fill rows to the token, four to each."""
        import numpy as np
        from transformers import AutoTokenizer

        from htmlbuilder.corpus import skill
        from htmlbuilder.engines import checkpoint
        from htmlbuilder.pipeline import rows

        tokenizer = AutoTokenizer.from_pretrained(self.base, trust_remote_code=False)
        lengths = [self.recipe.context * part // 16 for part in (3, 4, 4, 5)]
        texts: list[int] = []
        number = 0
        while len(texts) < MOST * self.recipe.context:
            drawn = skill.pair(0, number)
            page = tokenizer(drawn.page, add_special_tokens=False)["input_ids"]
            texts += [*checkpoint.encode(tokenizer, drawn.prompt), *page]
            number += 1
        found, start = [], 0
        for length in lengths * MOST:
            found.append(rows.Example(np.array(texts[start : start + length], dtype=np.int32), length // 4))
            start += length
        return found


def load(bench: Bench) -> Figures:
    """The base in 4 bits, by the loader that every command uses."""
    from htmlbuilder.engines import checkpoint

    _, begun = _peak(reset=True), time.monotonic()
    model = checkpoint.load_model(bench.base, nf4=True, compute=bench.recipe.dtype)
    expected = 4 * model.config.num_hidden_layers
    found = len(checkpoint.layers_4bit(model))
    if found != expected:
        raise ModelError(f"{found} layers are in 4 bits, not {expected}")
    return {"layers_4bit": found, "allocated_gib": _allocated(), "load_seconds": round(time.monotonic() - begun, 1)}


def ours(bench: Bench) -> Figures:
    """Steps of the loop that `finetune` runs."""
    from htmlbuilder.pipeline import finetune
    from htmlbuilder.pipeline.tuner import Tuner

    model, _ = finetune.open_base(bench.recipe, bench.base)
    finetune.adapt(bench.recipe, model)
    documents = bench.documents()
    work = bench.out / "ours.run"
    work.mkdir(exist_ok=True)
    with Tuner(bench.recipe, work, model, {"train": documents, "validation": documents[:4]}, {}) as tuner:
        if not tuner.packs:
            raise ModelError("packed documents see each other")
        model.train()

        def step(chosen: "list[Row]") -> None:
            tuner.micro_rows = len(chosen)
            tuner.learn(chosen)
            if tuner.micro_rows < len(chosen):  # it has gone on in smaller parts
                raise _OutOfMemory

        trained = sum(weight.numel() for weight in tuner.trained.values())
        return {"isolated": True, "trained_parameters": trained} | _measured(bench, step)


def stock(bench: Bench) -> Figures:
    """Steps as the libraries would make them by themselves, once their base is really in 4 bits."""
    import torch
    from peft import get_peft_model, prepare_model_for_kbit_training

    from htmlbuilder.engines import checkpoint
    from htmlbuilder.pipeline import rows
    from htmlbuilder.pipeline.finetune import adapters
    from htmlbuilder.pipeline.tuner import adamw

    precision = bench.recipe.dtype
    base = checkpoint.load_model(bench.base, nf4=True, compute=precision)
    base = prepare_model_for_kbit_training(base, True, {"use_reentrant": False})  # type: ignore[no-untyped-call]
    model = get_peft_model(base, adapters(bench.recipe)).train()
    trained = [weight for weight in model.parameters() if weight.requires_grad]
    optimizer = adamw(bench.recipe, trained)
    device = model.device
    scaler = torch.amp.GradScaler(device.type, enabled=precision == torch.float16)
    documents = bench.documents()

    def step(chosen: "list[Row]") -> None:
        batch = rows.batch(documents, chosen)
        labels = batch.following.roll(1, 1)  # transformers shifts them itself
        asked = {"input_ids": batch.tokens, "position_ids": batch.places, "labels": labels}
        try:
            with torch.autocast(device.type, precision, enabled=precision != torch.float32):
                loss = model(**{name: part.to(device) for name, part in asked.items()}, use_cache=False).loss
            scaler.scale(loss).backward()
            scaler.unscale_(optimizer)
            torch.nn.utils.clip_grad_norm_(trained, bench.recipe.clip)
            scaler.step(optimizer)
            scaler.update()
        except torch.OutOfMemoryError:
            raise _OutOfMemory from None
        finally:
            optimizer.zero_grad()

    return {"isolated": False} | _measured(bench, step)


def packed(bench: Bench) -> Figures:
    """The loss of each document in a row and alone, in float32, and with the walls between them taken down."""
    import torch

    from htmlbuilder.engines import checkpoint
    from htmlbuilder.pipeline import attention, qlora, rows

    model = checkpoint.load_model(bench.base, nf4=True, compute=torch.float32)
    attention.install(model, bench.recipe.context)
    documents = bench.documents()[:4]

    def losses(row: "Row", apart: bool = True) -> list[float]:
        batch = rows.batch(documents, [row])
        seen = batch if apart else batch._replace(lengths=[[sum(map(sum, batch.lengths))]])
        with qlora.undisturbed(model), qlora.apart(model, seen):
            found = qlora.page_losses(model, batch, torch.float32).double()
        sizes = [len(documents[number].tokens) - documents[number].prompt for number in row]
        return [part.mean().item() for part in torch.split(found, sizes)]

    alone = [losses([number])[0] for number in range(4)]
    together, leaking = losses([0, 1, 2, 3]), losses([0, 1, 2, 3], apart=False)
    return {
        "documents": 4,
        "loss": alone,
        "largest_difference": max(abs(one - other) for one, other in zip(alone, together, strict=True)),
        "without_isolation": max(abs(one - other) for one, other in zip(alone, leaking, strict=True)),
    }


def light(bench: Bench) -> Figures:
    return _merged(bench, "light")


def heavy(bench: Bench) -> Figures:
    return _merged(bench, "heavy")


def _merged(bench: Bench, name: str) -> Figures:
    """An adapter trained and merged by the commands, in processes of their own: its memory is the merge's alone."""
    from htmlbuilder.corpus import skill

    data, adapter, target = (bench.out / part for part in ("data", name, f"{name}-merged"))
    if not (data / FILE_NAME).exists():
        data.mkdir(exist_ok=True)
        for split, count in (("train", TOY_PAIRS if bench.toy else PAIRS), ("validation", 4 if bench.toy else 16)):
            drawn = [skill.pair(0 if split == "train" else 1, number) for number in range(count)]
            lines = [json.dumps({"prompt": pair.prompt, "page": pair.page}) + "\n" for pair in drawn]
            (data / f"{split}.jsonl").write_text("".join(lines), encoding="utf-8")
        manifest.write(data, Manifest(stage="dataset"))
    work = adapter.with_name(f"{adapter.name}.run")
    if not (adapter / FILE_NAME).exists() and not work.exists():
        work.mkdir()
        (work / BASE).symlink_to(bench.base.absolute())
    context = 2048 if bench.on_gpu and not bench.toy else 1024
    changed = {"context": context, "rows": 4, "micro_rows": 1, **ADAPTERS[name]}
    asked = bench.recipe.model_dump(exclude={"targets"}) | changed
    _command("finetune", data, adapter, *(f"--{key.replace('_', '-')}={value}" for key, value in asked.items()))
    started = time.monotonic()
    _command("merge", adapter, target)
    figures: Figures = manifest.read(target).figures
    return {
        "finetune": manifest.read(adapter).figures,
        "merge_seconds": round(time.monotonic() - started, 1),
        **{key: figures[key] for key in ("host_memory_gib", "parity")},
        "kl_over_no_adapter": _over(figures["parity"]["divergence"], figures["parity"]["divergence_without"]),
    }


def controls(bench: Bench) -> Figures:
    """Three merges that the gate must refuse: of no adapter, with the original 16-bit base, and in 4 bits again."""
    import torch
    from bitsandbytes.functional import dequantize_4bit, quantize_4bit

    from htmlbuilder.pipeline import merger, unlearned

    if bench.on_gpu:
        torch.cuda.set_per_process_memory_fraction(1.0)  # a merged model is of 16 bits
    source = bench.out / "light"
    spread = unlearned.shape(bench.toy).initializer_range

    def original() -> "Iterator[tuple[str, torch.Tensor]]":
        in_4_bits = merger.base_tensors(source / BASE)
        for (name, merged), (_, base) in zip(merger.merged_tensors(source), in_4_bits, strict=True):
            yield name, unlearned.drawn(name, base.shape, spread).cpu() + (merged - base) if base.ndim == 2 else merged

    def again() -> "Iterator[tuple[str, torch.Tensor]]":
        for name, tensor in merger.merged_tensors(source):
            in_4_bits = tensor.ndim == 2 and "word_embeddings" not in name
            yield name, dequantize_4bit(*quantize_4bit(tensor, quant_type="nf4")) if in_4_bits else tensor

    found: Figures = {}
    merges = {"no adapter": merger.base_tensors(source / BASE), "original base": original(), "4 bits again": again()}
    for name, tensors in merges.items():
        with tempfile.TemporaryDirectory(dir=bench.out) as directory:
            merger.write(source, Path(directory), tensors)
            parity = merger.compare(source, Path(directory))
        found[name] = asdict(parity) | {"refused": not parity.held}
        free_memory()
    if not all(control["refused"] for control in found.values()):
        raise ModelError(f"the gate let something pass: {found}")
    return found


PARTS: dict[str, Callable[[Bench], Figures]] = {
    part.__name__: part for part in (load, ours, stock, packed, light, heavy, controls)
}


class _OutOfMemory(Exception):
    """What was tried does not fit."""


def _measured(bench: Bench, step: "Callable[[list[Row]], None]") -> Figures:
    """Time and memory of one row at once, then of ever more, until they do not fit. `step` raises `_OutOfMemory`."""

    def timed(count: int, times: int) -> float:
        chosen = [[4 * number + place for place in range(4)] for number in range(count)]
        _wait()
        begun = time.monotonic()
        for _ in range(times):
            step(chosen)
        _wait()
        return round(count * bench.recipe.context * times / (time.monotonic() - begun), 1)

    timed(1, WARM)
    _peak(reset=True)
    one = {"tokens_per_second": timed(1, MEASURED), "peak_gib": _peak(), "outside_gib": _outside()}
    tried: Figures = {"1": one}
    largest = 1
    for count in range(2, 3 if bench.toy else MOST + 1):
        free_memory()
        _peak(reset=True)
        try:
            timed(count, 1)
            tried[str(count)] = {"tokens_per_second": timed(count, 2), "peak_gib": _peak(), "outside_gib": _outside()}
        except _OutOfMemory:
            tried[str(count)] = f"out of memory at {CAP} GiB"
            break
        if _peak() > ROOM:
            break
        largest = count
    return {**one, "rows_of": bench.recipe.context, f"largest_micro_batch_within_{ROOM}_gib": largest, "rows": tried}


def _ratios(report: Figures) -> Figures:
    """Ours over stock's at one row at once: each with one row, and tokens a second with the rows of our preset too."""
    mine, theirs = report.get("ours", {}), report.get("stock", {})
    preset = mine.get("rows", {}).get(str(report["recipe"]["micro_rows"]))
    ours = preset["tokens_per_second"] if isinstance(preset, dict) else None  # or it has run out of memory
    speed = theirs.get("tokens_per_second")
    return {
        "tokens_per_second": _over(ours, speed),
        "tokens_per_second_at_one_row": _over(mine.get("tokens_per_second"), speed),
        "peak_gib_at_one_row": _over(mine.get("peak_gib"), theirs.get("peak_gib")),
    }


def _over(one: float | None, other: float | None) -> float | None:
    return float(f"{one / other:.4g}") if one and other else None


def _command(verb: str, *arguments: object) -> None:
    """Runs a verb in a process of its own. Raises `ModelError` with the end of what it said."""
    command = [sys.executable, "-m", "htmlbuilder", verb, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    print(done.stdout, flush=True)
    if done.returncode:
        raise ModelError(f"{verb} failed: {done.stderr[-1000:]}")


def _wait() -> None:
    import torch

    if torch.cuda.is_available():
        torch.cuda.synchronize()


def _allocated() -> float:
    import torch

    return round(torch.cuda.memory_allocated() / 2**30, 2) if torch.cuda.is_available() else 0.0


def _peak(reset: bool = False) -> float:
    """GiB that the allocator gave out at most since the last reset."""
    import torch

    if not torch.cuda.is_available():
        return 0.0
    if reset:
        torch.cuda.reset_peak_memory_stats()
    return round(torch.cuda.max_memory_allocated() / 2**30, 2)


def _outside() -> float:
    """GiB of the card that are taken beside what the allocator holds: the context, kernels, libraries."""
    import torch

    if not torch.cuda.is_available():
        return 0.0
    free, total = torch.cuda.mem_get_info()
    return round((total - free - torch.cuda.memory_reserved()) / 2**30, 2)
