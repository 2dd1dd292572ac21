"""Does tuning teach the embedded model something new, and does it survive merging and few bits? Measured on one GPU.

    python -m htmlbuilder.pipeline.proof runs/proof

A light and a heavy adapter learn the house style of `corpus.skill` from 1,600 pairs. Each is measured on the 200 test
pairs, whose texts were never trained on: the 4-bit base before, the adapter on it, merged in 16 bits, and that stored
as NF4 and as Q4_0. Pages are written greedily by transformers, in batches, and graded without a browser: strict here
means that everything asked for is there, in the house's own structure, and that the page is whole and without a fault
in its source. DIR/figures.json holds it all, DIR/curve.png shows the losses. The same command again goes on.

It needs no llama.cpp, no browser and no network. --toy rehearses it in two minutes on a CPU, on random weights that
learn nothing worth having.
"""

import argparse
import math
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from htmlbuilder import files, manifest
from htmlbuilder.corpus import inspect
from htmlbuilder.engines.hub import BASE
from htmlbuilder.errors import FineTuneLost
from htmlbuilder.evaluation.verdict import judge
from htmlbuilder.manifest import FILE_NAME, Manifest
from htmlbuilder.pipeline import artifact, curve, finetune, merge, quantize, score
from htmlbuilder.pipeline.evaluate import Task
from htmlbuilder.settings import EMBEDDED_MODEL

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

PAIRS, TOY_PAIRS = 2_000, 20
BATCH = 100  # pages that are written at once
ROOM = 1.2  # tokens that a page may have, over those of the longest page of the split
# Light is what changes less than the steps of 4-bit weights, heavy what changes more.
ADAPTERS: dict[str, dict[str, Any]] = {
    "light": {"lr": 1e-3, "rank": 16, "alpha": 32, "epochs": 8},
    "heavy": {"lr": 2e-3, "rank": 16, "alpha": 32, "epochs": 4},
}
SHARED = {"context": 2048, "rows": 8, "micro_rows": 8, "eval_every": 25, "eval_rows": 32, "dropout": 0.0}
TOY = {"context": 1024, "rows": 4, "micro_rows": 1, "epochs": 1, "eval_every": 10}
BEFORE, AFTER, MERGED = "before", "after", "merged"
Figures = dict[str, Any]


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="htmlbuilder.pipeline.proof", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path, metavar="DIR", help="for the data, the models and the figures")
    parser.add_argument("--adapter", choices=tuple(ADAPTERS), action="append", help="only this one (default: both)")
    parser.add_argument("--toy", action="store_true", help="rehearse on a CPU, at toy size")
    args = parser.parse_args(argv)
    args.out.mkdir(parents=True, exist_ok=True)
    data, base = args.out / "skill", _base(args.out, args.toy)
    if not (data / FILE_NAME).exists():
        shutil.rmtree(data, ignore_errors=True)
        count = TOY_PAIRS if args.toy else PAIRS
        inspect.main(argparse.Namespace(action="skill", kind="", count=count, seed=0, out=data))
    report: Figures = {"toy": args.toy, "data": manifest.read(data).figures, "adapters": {}}
    for name in args.adapter or ADAPTERS:
        given = SHARED | ADAPTERS[name] | (TOY if args.toy else {})
        preset = "cpu-toy" if args.toy else finetune.fitting()
        recipe = finetune.Recipe.load(finetune.PRESETS / f"{preset}.toml", base=str(base), **given)
        made = finetune.run(recipe, data, args.out / name)
        if made is None:
            print("stopped and saved; the same command goes on")
            return 0
        report["adapters"][name] = measured(args.out, name, args.toy) | {
            "recipe": made.settings,
            "tuning": made.figures,
        }
        files.write_whole(args.out / "figures.json", files.as_json(report))
        draw(args.out, list(report["adapters"]))
    print(table(report))
    return 0


def _base(out: Path, toy: bool) -> Path:
    if not toy:
        return EMBEDDED_MODEL
    import torch
    from transformers import AutoTokenizer, FalconForCausalLM

    from htmlbuilder.pipeline import unlearned

    if not (out / "random" / FILE_NAME).exists():
        torch.manual_seed(0)
        with artifact.writing(out / "random") as draft:
            FalconForCausalLM(unlearned.shape(toy=True)).save_pretrained(draft.directory)
            AutoTokenizer.from_pretrained(EMBEDDED_MODEL, trust_remote_code=False).save_pretrained(draft.directory)
            draft.seal(Manifest(stage="toy"))
    return out / "random"


def measured(out: Path, name: str, toy: bool) -> Figures:
    """The figures of every form of one adapter, and whether the rules of `merge` and `quantize` let it be."""
    found: Figures = {}
    adapter, merged, test = out / name, out / f"{name}-merged", out / "skill" / score.TEST
    limit = 24 if toy else 0
    found[BEFORE] = _figures(adapter / BASE, test, limit)
    found[AFTER] = _figures(adapter, test, limit)
    try:
        if not (merged / FILE_NAME).exists():
            merge.run(adapter, merged)
    except FineTuneLost as lost:
        return found | {"refused": {MERGED: lost.message}}
    found["parity"] = manifest.read(merged).figures["parity"]
    found[MERGED] = _figures(merged, test, limit)
    for form in ("nf4", "q4_0"):
        target = out / f"{name}-{form}"
        if not (target / FILE_NAME).exists():
            with artifact.room_for(target), artifact.writing(target) as draft:
                stored = quantize.write(quantize.QuantizeConfig(format=form), merged, draft.directory)
                draft.seal(Manifest(stage="quantize", settings={"format": form}, figures=stored))
        found[form] = _figures(target, test, limit)
    found["refused"] = {form: why for form in ("nf4", "q4_0") if (why := _lost(found, form))}
    return found


def _lost(found: Figures, form: str) -> str:
    """Why `quantize` would refuse this form and offer the adapter unmerged; empty where it would not."""
    gain = found[BEFORE]["bits_per_byte"] - found[MERGED]["bits_per_byte"]
    left = (found[BEFORE]["bits_per_byte"] - found[form]["bits_per_byte"]) / gain if gain > 0 else 0.0
    fallen = found[MERGED]["strict"] - found[form]["strict"]
    if left >= quantize.LEFT and fallen <= quantize.POINTS:
        return ""
    return f"{left:.1%} of the gain in bits a byte is left, and strict pass@1 falls by {fallen:.1f} points"


def _figures(directory: Path, test: Path, limit: int) -> Figures:
    """Read: bits a byte and token accuracy. Written: the share of pages, in percent, that are what was asked for."""
    import torch

    from htmlbuilder.engines import checkpoint

    reading = score.read_pages(directory, test)
    on_gpu = torch.cuda.is_available()
    model, tokenizer = checkpoint.load(directory, nf4=False, compute=None if on_gpu else torch.float32)
    if on_gpu and not checkpoint.layers_4bit(model):
        model = model.cuda()
    tasks = [task for _, task in files.read_lines(test, Task)]
    texts = list(written(model, tokenizer, [task.prompt for task in tasks], limit or math.ceil(ROOM * reading.longest)))
    grades = [
        judge((task.id, task.kind, task.prompt), task.requirements, text, ended)
        for task, (text, ended) in zip(tasks, texts, strict=True)
    ]
    del model
    checkpoint.free_memory()

    def share(passed: list[bool]) -> float:
        return round(100 * sum(passed) / len(passed), 2)

    figures = {
        "strict": share([grade.all_met and grade.clean and not grade.problems for grade in grades]),
        "all_met": share([grade.all_met for grade in grades]),
        "clean": share([grade.clean for grade in grades]),
        "requirements_met": round(100 * sum(grade.met for grade in grades) / sum(grade.asked for grade in grades), 2),
        "bits_per_byte": round(reading.bits_per_byte, 4),
        "token_accuracy": round(reading.token_accuracy, 2),
        "pages": len(grades),
        "unmet": next(({"prompt": grade.prompt, "lacks": grade.unmet[:3]} for grade in grades if grade.unmet), None),
    }
    print(f"{directory}: strict {figures['strict']}%, {figures['bits_per_byte']} bits a byte", flush=True)
    return figures


def written(
    model: "PreTrainedModel", tokenizer: "PreTrainedTokenizerBase", prompts: list[str], limit: int
) -> Iterator[tuple[str, Any]]:
    """The greedy pages of at most `limit` tokens, and how each ended: "stop" or "length"."""
    import torch

    from htmlbuilder.engines import checkpoint

    end = int(tokenizer.eos_token_id)
    for first in range(0, len(prompts), BATCH):
        asked = [checkpoint.encode(tokenizer, prompt) for prompt in prompts[first : first + BATCH]]
        width = max(map(len, asked))
        tokens = torch.tensor([[end] * (width - len(ids)) + ids for ids in asked], device=model.device)
        mask = torch.tensor([[0] * (width - len(ids)) + [1] * len(ids) for ids in asked], device=model.device)
        with torch.inference_mode():
            made = model.generate(  # type: ignore[operator]
                input_ids=tokens, attention_mask=mask, max_new_tokens=limit, do_sample=False,
                eos_token_id=end, pad_token_id=end,
            )  # fmt: skip
        for page in made[:, width:].tolist():
            ended = end in page
            yield str(tokenizer.decode(page[: page.index(end)] if ended else page)), "stop" if ended else "length"


def table(report: Figures) -> str:
    lines = [f"{'adapter':<8}{'form':<8}{'strict':>8}{'all met':>9}{'bits/byte':>11}{'tokens':>9}"]
    for name, found in report["adapters"].items():
        for form in (BEFORE, AFTER, MERGED, "nf4", "q4_0"):
            if form in found:
                figures = found[form]
                lines.append(
                    f"{name:<8}{form:<8}{figures['strict']:>7}%{figures['all_met']:>8}%"
                    f"{figures['bits_per_byte']:>11}{figures['token_accuracy']:>8}%"
                )
        lines += [f"{name} {form} refused: {why}" for form, why in found["refused"].items()]
    return "\n".join(lines)


def draw(out: Path, names: list[str]) -> None:
    """Draws the held-out loss of each adapter, in nats a page token, over its steps."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, 4.5), layout="constrained")
    axes = FigureCanvasAgg(figure).figure.subplots()
    for name in names:
        lines = [line for line in curve.read(out / name) if "validation" in line]
        axes.plot(
            [line["step"] for line in lines], [line["validation"] for line in lines], "o-", label=f"{name}, held out"
        )
    axes.set(xlabel="step", ylabel="loss, nats a page token", yscale="log")
    axes.grid(visible=True, which="both", alpha=0.3)
    axes.legend(loc="upper right")
    figure.savefig(out / curve.PICTURE, dpi=120)


if __name__ == "__main__":
    sys.exit(main())
