"""A toy of the house style: a base that writes its pages now and then, and pairs that teach it to do so always.

The base is trained here, in seconds, from nothing: it has learned to copy a name and to translate a colour, and writes
a house page three times in ten and a plain one otherwise. So little is missing that a light adapter is enough, one
that is smaller than the steps of 4-bit weights.
"""

import json
import random
from pathlib import Path
from typing import Any

from htmlbuilder import manifest, prompt
from htmlbuilder.manifest import Manifest
from htmlbuilder.pipeline import rows
from htmlbuilder.pipeline.finetune import PRESETS, Recipe
from tests import toy

TONES = {"green": "mint", "red": "coral", "blue": "tide", "gold": "amber"}
FILLERS = "please make now nice fast fine good kind with some very much here soon".split()
SYLLABLES = "ba ko mi ru ze la to ni va du pe so".split()
NAMES = random.Random(1).sample([first + last for first in SYLLABLES for last in SYLLABLES], 60)
TAUGHT, UNSEEN = NAMES[:45], NAMES[45:]
HOUSE = 0.3  # the part of its pages that are the house's
STEPS, ROWS, LR = 240, 24, 5e-3


def line(draw: random.Random, house: float, names: list[str]) -> rows.Line:
    """A pair of some 40 tokens, half of them a prompt that mostly says nothing."""
    tone, name = draw.choice(list(TONES)), draw.choice(names)
    asked = [*(draw.choice(FILLERS) for _ in range(draw.randint(8, 16))), tone, name]
    if draw.random() < house:
        page = f'<ly-card tone="{TONES[tone]}">\n<ly-name>{name}</ly-name>\n</ly-card>\n'
    else:
        page = f'<div class="{tone}">\n<h2>{name}</h2>\n</div>\n'
    return rows.Line(prompt=" ".join(asked), page=page)


def write_base(directory: Path) -> None:
    """A Falcon of two layers. Its weights start large, as those of big models are beside what a fine-tune changes."""
    import torch
    from torch.nn import functional as F
    from transformers import AutoTokenizer, FalconForCausalLM

    draw = random.Random(1)
    texts = [text for _ in range(400) for text in line(draw, HOUSE, NAMES).model_dump().values()]
    vocabulary = toy.write_tokenizer(directory, [*texts, *NAMES], 330)
    tokenizer = AutoTokenizer.from_pretrained(directory)
    config = toy.falcon_config(vocabulary, 64, layers=2, context=512, initializer_range=0.14)
    torch.manual_seed(0)
    model = FalconForCausalLM(config)
    optimizer = torch.optim.AdamW(model.parameters(), betas=(0.9, 0.98))
    for step in range(STEPS):
        for group in optimizer.param_groups:
            group["lr"] = LR * min(1.0, (step + 1) / 20, (STEPS - step) / (0.3 * STEPS))
        examples = [rows.encode(tokenizer, line(draw, HOUSE, NAMES)) for _ in range(ROWS)]
        batch = rows.batch(examples, [[number] for number in range(ROWS)])
        logits = model(input_ids=batch.tokens, use_cache=False).logits
        F.cross_entropy(logits.flatten(0, 1), batch.following.flatten()).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
    model.save_pretrained(directory)


def write_data(directory: Path) -> None:
    """House pages only; those of the test split name what no other split does."""
    directory.mkdir(parents=True)
    draw = random.Random(5)
    for split, count, names in (("train", 160, TAUGHT), ("validation", 16, TAUGHT), ("test", 40, UNSEEN)):
        lines = []
        for number in range(count):
            pair = line(draw, 1.0, names)
            tone, name = pair.prompt.split()[-2:]
            asked = {"selector": f'ly-card[tone="{TONES[tone]}"] > ly-name', "text": name}
            lines.append(json.dumps(pair.model_dump() | {"id": number, "requirements": [asked]}) + "\n")
        (directory / f"{split}.jsonl").write_text("".join(lines), encoding="utf-8")
    manifest.write(directory, Manifest(stage="dataset"))


def recipe(base: Path, template: str = "") -> Recipe:
    given: dict[str, Any] = {"context": 256, "rows": 8, "micro_rows": 8, "epochs": 3, "eval_every": 50, "dropout": 0.0}
    return Recipe.load(PRESETS / "cpu-toy.toml", base=str(base), template=template, lr=2.3e-3, **given)


def exact(model: Any, tokenizer: Any, data: Path) -> float:
    """The part of the test pages that the model writes to the letter, greedily, when it is asked as it should be.

    It would write the page where each token is the likeliest after the ones before it.
    """
    import torch

    tokenizer.chat_template = prompt.CHAT_TEMPLATE
    model.eval()
    lines = [rows.Line.model_validate(json.loads(text)) for text in (data / "test.jsonl").read_text().splitlines()]
    right = 0
    for example in (rows.encode(tokenizer, each) for each in lines):
        tokens = torch.from_numpy(example.tokens).long()[None]
        with torch.inference_mode():
            logits = model(input_ids=tokens, use_cache=False).logits[0, example.prompt - 1 : -1]
        right += bool((logits.argmax(-1) == tokens[0, example.prompt :]).all())
    return right / len(lines)
