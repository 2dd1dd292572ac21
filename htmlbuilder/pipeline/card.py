"""The model card of what is shipped, written from the manifests of its life and from nothing else.

What no manifest says, no card says; a person may add to it, since a card is no part of what a model is checked by.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from htmlbuilder.engines.gguf_model import FILE_NAME as GGUF
from htmlbuilder.evaluation.report import Figures, Report
from htmlbuilder.pipeline import average, curve
from htmlbuilder.pipeline.life import PARENTS, Life
from htmlbuilder.pipeline.score import Score
from htmlbuilder.pipeline.start import ROLE as START

NOWHERE = "user/name"  # stands for the hub's name of a model that was not pushed yet
ACCURACY = ("", "bits a byte", "tokens right", "strict pass@1", "all met", "parse-clean")
PAGES = ("prompts", "pages", "strict pass@1", "all requirements met", "requirements met", "parse-clean")
RECIPE = "rank alpha dropout rslora dora context rows epochs lr warmup weight_decay clip precision seed".split()
LONGEST_LIST = 12
PLOT = f"![Training and validation loss over the steps]({curve.PICTURE})"
WISH = "Write an HTML code to create a login page"
STOCK = """\
from transformers import AutoModelForCausalLM, AutoTokenizer
{before}
tokenizer = AutoTokenizer.from_pretrained("{repo}")
model = {model}
messages = [{{"role": "user", "content": "{wish}"}}]
asked = tokenizer.apply_chat_template(messages, add_generation_prompt=True, return_dict=True, return_tensors="pt")
asked = asked.to(model.device)
written = model.generate(asked["input_ids"], attention_mask=asked["attention_mask"], max_new_tokens=1024)
print(tokenizer.decode(written[0, asked["input_ids"].shape[1] :], skip_special_tokens=True))
"""
STRICT = (
    "Strict pass@1 is the share of pages that, at the first try, pass six checks by tools, none of them a model: it "
    "ended by itself, what was asked is there and is seen, valid HTML, no serious accessibility violation, no overflow."
)
PLAIN = 'AutoModelForCausalLM.from_pretrained("{repo}", dtype="auto", device_map="auto")'
ON_ITS_BASE = 'PeftModel.from_pretrained(AutoModelForCausalLM.from_pretrained(f"{room}/base", device_map="auto"), room)'
FALCON_IN_4_BITS = """\
import torch
from transformers.models.falcon import modeling_falcon

modeling_falcon.FalconLinear = torch.nn.Linear  # or bitsandbytes does not know a Falcon's layers as linear
"""


@dataclass(frozen=True)
class Terms:
    """What no manifest knows: `base` is the hub's name of the base, where it has one."""

    license: str
    base: str
    repo: str
    title: str


def write(life: Life, reports: dict[str, Report], terms: Terms) -> str:
    """The card, with front matter for the hub. `reports` are of pages that this very model wrote."""
    parts = [
        _front(life, terms),
        f"# {terms.title}",
        _opening(life, terms),
        "## Run it",
        *_run(life, terms.repo),
        "## Accuracy",
        *_accuracy(life, reports),
        *(["## Data", *_data(life)] if life.tuned else []),
        *(["## Recipe", *_recipe(life, terms)] if life.tuned else []),
        *(["## Recipe", *_pretraining(life)] if "pretrain" in life.steps else []),
        "## Limits",
        "\n".join(f"- {limit}" for limit in _limits(life, reports)),
        "## Where it comes from",
        _lineage(life),
    ]
    return "\n\n".join(parts) + "\n"


def _front(life: Life, terms: Terms) -> str:
    form = _form(life)
    library = {"GGUF": "gguf", "adapter": "peft"}.get(form, "transformers")
    tags = ["html", "htmlbuilder", _kind(life), *(["qlora"] if life.tuned else [])]
    tags += {"GGUF": ["gguf", "llama.cpp"], "NF4": ["bitsandbytes", "4-bit"], "adapter": ["lora", "4-bit"]}.get(
        form, []
    )
    lines = [f"license: {terms.license}", f"library_name: {library}", "pipeline_tag: text-generation"]
    if terms.base:
        relation = "adapter" if form == "adapter" else "finetune"
        lines += [f"base_model: {terms.base}", f"base_model_relation: {relation}"]
    return "\n".join(["---", *lines, "tags:", *(f"- {tag}" for tag in tags), "---"])


def _opening(life: Life, terms: Terms) -> str:
    form = {
        "adapter": "An adapter (LoRA), unmerged, with the very 4-bit base it was trained on in `base/`.",
        average.STAGE: "A whole model of 16 bits: the mean of several, weight by weight.",
        "merge": "A whole model of 16 bits: the adapter that was trained, merged into the base it was trained on.",
        "NF4": "A whole model in 4 bits (NF4).",
        "GGUF": f"A whole model in one file for llama.cpp, `{GGUF}` ({life.model.what.partition(',')[0]}).",
    }.get(_form(life), "A whole model.")
    size: Any = life.model.manifest.figures
    if life.model.manifest.stage == "quantize":
        form += f" {size['bytes'] / 1e6:,.1f} MB, {size['bits_per_weight']} bits a weight."
    of = f" Fine-tuned from {_base(life, terms)}." if life.tuned else ""
    return f"A wish in, one HTML page out. {form}{of} Made with htmlbuilder {life.model.manifest.htmlbuilder}."


def _run(life: Life, repo: str) -> Iterator[str]:
    app = f"HTMLBUILDER_MODEL={repo} python app.py"
    yield f"In a clone of htmlbuilder, as an app with a live preview:\n\n```sh\n{app}\n```"
    form, falcon = _form(life), _kind(life) == "falcon"
    if form == "GGUF":
        yield (
            "With llama.cpp alone; its chat template, which the file holds, frames the wish:\n\n"
            f"```sh\nhf download {repo} {GGUF} --local-dir .\nllama-server -m {GGUF} --jinja\n```"
        )
        return
    before = FALCON_IN_4_BITS if falcon and form in ("NF4", "adapter") else ""
    if form == "adapter":
        fetched = f'\nroom = snapshot_download("{repo}")\n'
        before = f"from huggingface_hub import snapshot_download\nfrom peft import PeftModel\n{before}{fetched}"
    needs = {"adapter": "accelerate peft bitsandbytes", "NF4": "accelerate bitsandbytes"}.get(form, "accelerate")
    model = ON_ITS_BASE if form == "adapter" else PLAIN.format(repo=repo)
    program = STOCK.format(before=before, repo=repo, model=model, wish=WISH)
    yield f"With transformers alone (and `pip install {needs}`):\n\n```python\n{program}```"


def _accuracy(life: Life, reports: dict[str, Report]) -> Iterator[str]:
    if life.score:
        own = life.accuracy[life.model.what]
        yield (
            f"On the test split, {own.examples:,} pages that were never trained on. Bits a byte and tokens right: how "
            f"well the model foresees them. The rest: what it writes itself, greedy, for {own.pages:,} of the prompts."
        )
        yield accuracy_table(life.accuracy, life.model.what)
        left = life.model.manifest.figures.get("survival")
        if isinstance(left, dict):
            yield (
                f"Of what the fine-tune gained in bits a byte, {left['gain_left']:.1%} is left in this form; "
                f"its headline is {left['points_fallen']:.1f} points below that of 16 bits."
            )
    yield f"What it wrote itself, with 95% intervals (a bootstrap over pages):\n\n{_pages(reports)}"
    yield STRICT
    if "merge" in life.steps:
        from htmlbuilder.pipeline import merger

        parity = merger.Parity(**_figures(life, "merge")["parity"])
        yield f"The merge was kept because it is the adapter on its base: {parity}."


def accuracy_table(accuracy: dict[str, Score], own: str = "") -> str:
    return _table(ACCURACY, [[f"**{name}**" if name == own else name, *cells(one)] for name, one in accuracy.items()])


def cells(score: Score) -> list[str]:
    """A score as the columns of `ACCURACY` show it."""
    strict = "not measured" if score.strict is None else f"{score.strict:.1f}%"
    return [
        f"{score.bits_per_byte:.4f}",
        f"{score.token_accuracy:.2f}%",
        strict,
        f"{score.all_met:.1f}%",
        f"{score.clean:.1f}%",
    ]


def _pages(reports: dict[str, Report]) -> str:
    return _table(PAGES, [[name, *_page_cells(report)] for name, report in reports.items()])


def _page_cells(found: Figures) -> list[str]:
    rates = (found.strict, found.all_met, found.requirements_met, found.clean)
    return [f"{found.pages:,}", *("not measured" if rate is None else " ".join(str(rate).split()) for rate in rates)]


def _data(life: Life) -> Iterator[str]:
    if not life.data:
        yield "The manifest of the dataset was not at hand when this card was written; its digest is below."
        return
    found: dict[str, Any] = life.data.manifest.figures
    refused = {cause: one["rows"] for cause, one in found["refused"].items()}
    alike = found["near_duplicates"]
    groups = f"{alike['pages']:,} pages in {alike['groups']:,} groups, each on one side of the split"
    rows = [
        ["read", f"{found['read']:,} rows of {found['read_from']}"],
        ["not used", "; ".join(f"{cause}: {count:,}" for cause, count in refused.items()) or "none"],
        *([name, _split(one)] for name, one in found["lengths"].items()),
        ["near-duplicates", groups if alike["groups"] else "none"],
        ["split", f"drawn by seed {life.data.manifest.settings['seed']}"],
    ]
    if found["kinds"] and len(found["kinds"]) > 1:
        rows.append(["kinds", _some([f"{kind} {count:,}" for kind, count in found["kinds"].items()])])
    yield _table(("what", ""), rows)


def _split(lengths: dict[str, int]) -> str:
    return f"{lengths['rows']:,} pages, {lengths['tokens']:,} tokens (median {lengths['median']:,})"


def _recipe(life: Life, terms: Terms) -> Iterator[str]:
    settings, figures = life.steps["finetune"].manifest.settings, _figures(life, "finetune")
    targets: Any = settings["targets"]
    memory = f", {figures['memory_gib']} GiB at most" if figures["memory_gib"] else ""
    versions = life.steps["finetune"].manifest.versions
    rows = [
        ["base", f"{_base(life, terms)}, {_figures(life, 'nf4')['layers_4bit']} layers in NF4, double-quantized"],
        ["adapted", ", ".join(targets) or "all linear layers"],
        ["trained", f"{figures['trained_parameters']:,} parameters on {figures['examples']:,} examples, pages only"],
        ["settings", ", ".join(f"{name} {settings[name]}" for name in RECIPE)],
        ["steps", f"{figures['steps']:,}, the best at {figures['best_step']:,}; rows packed: {figures['packed']}"],
        [
            "loss on validation",
            f"{figures['validation_loss_before']:.4f} before, {figures['validation_loss']:.4f} after",
        ],
        ["machine", f"{figures['device']}, {figures['minutes']} minutes{memory}"],
        ["libraries", ", ".join(f"{name} {number}" for name, number in versions.items())],
    ]
    yield _table(("what", ""), rows)
    yield PLOT


def _pretraining(life: Life) -> Iterator[str]:
    made, figures = life.steps["pretrain"].manifest, _figures(life, "pretrain")
    shape: Any = made.settings["model"]
    begun = "from drawn weights"
    if START in made.parents:
        known = "tokens_before" in figures
        before = f"that had seen {figures['tokens_before']:,}" if known else "whose own tokens no manifest tells"
        begun = f"from the weights of an earlier model {before}; its digest is below"
    rows = [
        ["shape", ", ".join(f"{name} {size:,}" for name, size in shape.items())],
        ["parameters", f"{figures['parameters']:,}"],
        ["trained", f"{figures['tokens']:,} tokens in {figures['steps']:,} steps, {begun}"],
        ["loss on held-out rows", f"{figures['validation_loss']:.4f} nats a page token"],
        *([["loss on unseen wordings", f"{figures['wordings_loss']:.4f}"]] if "wordings_loss" in figures else []),
        ["machine", f"{figures['processes']} x {figures['device']}, {figures['minutes']} minutes"],
        ["libraries", ", ".join(f"{name} {number}" for name, number in made.versions.items())],
    ]
    yield _table(("what", ""), rows)
    yield PLOT


def _limits(life: Life, reports: dict[str, Report]) -> Iterator[str]:
    if life.tuned:
        yield f"It was tuned on prompts and pages of at most {life.tuned.settings['context']:,} tokens together."
    if life.data:
        found: dict[str, Any] = life.data.manifest.figures
        if found["refused"]:
            yield f"{sum(one['rows'] for one in found['refused'].values()):,} rows of the data were not used."
        if found["untested_kinds"]:
            yield f"No page of these kinds was tested: {_some(found['untested_kinds'])}."
        if found["test_prompts_in_train"]:
            yield f"{found['test_prompts_in_train']:,} test prompts also stand in the training data, with another page."
    if life.score:
        yield "The test split comes from the same source as the training data. Other people's wishes may be harder."
    for name, report in reports.items():
        if report.missing:
            yield f"On {name} there is no strict pass@1; it lacked: {'; '.join(report.missing)}."
        if report.pages < 100:
            yield f"{report.pages} pages are few; the intervals say how little is known from {name}."
    form = _form(life)
    if form == "GGUF" and life.model.manifest.settings["format"] == "q4_0":
        yield "The embedding, which is also the output layer, is kept at Q8_0; all other matrices are Q4_0."
    if form == "adapter" and life.lost:
        forms = ", ".join(lost.upper() if lost != "merge" else "the merge" for lost in life.lost)
        yield f"It is shipped unmerged since too little of what it learned would be left in another form: {forms}."
    if form == "adapter":
        yield "It belongs to the base in `base/`: added to other weights, such as 16-bit ones, it was not measured."
    yield "A page that it writes is a stranger's page: show it in a sandboxed frame only."


def _lineage(life: Life) -> str:
    rows = [[step.what, f"`{step.digest}`"] for step in life.steps.values()]
    first = list(life.steps.values())[-1].manifest
    rows += [["what that was made of", f"`{first.parents[role]}`"] for role in PARENTS if role in first.parents]
    if first.stage == average.STAGE:
        rows += [[f"{part} of that mean", f"`{digest}`"] for part, digest in first.parents.items()]
    rows += [["the earlier model it started from", f"`{first.parents[START]}`"]] if START in first.parents else []
    if life.tuned:
        rows.append(["the data", f"`{life.tuned.parents['data']}`"])
    return _table(("what", "digest"), rows)


def _base(life: Life, terms: Terms) -> str:
    if terms.base:
        return f"[{terms.base}](https://huggingface.co/{terms.base})"
    return f"{Path(str(life.steps['finetune'].manifest.settings['base'])).name} (a directory)"


def _form(life: Life) -> str:
    """What is to be run: an "adapter", the "merge", "NF4", "GGUF", or another stage's model."""
    manifest = life.model.manifest
    if manifest.stage == "quantize":
        return "NF4" if manifest.settings["format"] == "nf4" else "GGUF"
    return "adapter" if manifest.stage == "finetune" else manifest.stage


def _kind(life: Life) -> str:
    room = life.steps["nf4"].directory if _form(life) == "adapter" else life.model.directory
    return str(json.loads((room / "config.json").read_text("utf-8"))["model_type"])


def _figures(life: Life, stage: str) -> dict[str, Any]:
    return dict(life.steps[stage].manifest.figures)


def _some(names: Sequence[str]) -> str:
    more = len(names) - LONGEST_LIST
    return ", ".join(names[:LONGEST_LIST]) + (f" and {more:,} more" if more > 0 else "")


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
