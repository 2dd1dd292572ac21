"""Do llama.cpp and transformers write the same page? The float32 weights of a model, greedy, in both.

llama.cpp generates from an F32 GGUF, with a float32 cache. transformers then reads what was generated, in one pass a
prompt, and says for each token what it would have written in its place. The two may part only where transformers' own
two best logits lie within `TOLERANCE`, where rounding decides; every such place is reported, and what follows it is
still checked. What rounding there is comes from GELU, which llama.cpp looks up in a table of float16.
"""

import argparse
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from htmlbuilder import files
from htmlbuilder.engines import gguf_model
from htmlbuilder.errors import ModelError
from htmlbuilder.manifest import Manifest
from htmlbuilder.pipeline import artifact, quantize
from htmlbuilder.prompt import frame

if TYPE_CHECKING:
    from transformers import FalconForCausalLM, PreTrainedTokenizerBase

TOLERANCE = 1e-3
PROMPTS = 50
COPIED = ("tokenizer.json", "tokenizer_config.json", "chat_template.jinja")


class Line(BaseModel):
    """A line of a file of prompts. A prompt is text, to be framed, or the very token ids."""

    prompt: str | list[int]


@dataclass(frozen=True, slots=True)
class Parting:
    """llama.cpp wrote another token than transformers would have, `gap` logits below its best."""

    prompt: int
    position: int
    llama: int
    transformers: int
    gap: float


@dataclass(frozen=True, slots=True)
class Report:
    """What a comparison found: token by token, over all prompts."""

    prompts: int
    tokens: int
    ended: int
    partings: tuple[Parting, ...]

    @property
    def held(self) -> bool:
        """Whether the two parted nowhere but where rounding decides."""
        return all(parting.gap <= TOLERANCE for parting in self.partings)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--checkpoint", type=Path, required=True, help="a model directory: safetensors or GGUF")
    parser.add_argument("--prompts", type=Path, help='JSON lines with "prompt": text or token ids (default: held out)')
    parser.add_argument("--tokens", type=int, default=1_024, help="the longest page to compare (default: 1024)")


def main(args: argparse.Namespace) -> int:
    prompts = [line.prompt for _, line in files.read_lines(args.prompts, Line)] if args.prompts else _held_out()
    report = run(args.checkpoint, prompts, args.tokens)
    for parting in report.partings:
        print(
            f"prompt {parting.prompt}, token {parting.position}: llama.cpp {parting.llama}, "
            f"transformers {parting.transformers}, {parting.gap:.2e} apart"
        )
    print(
        f"{report.prompts} prompts, {report.tokens} tokens, {report.ended} pages ended by themselves, "
        f"{len(report.partings)} partings"
    )
    if not report.held:
        raise ModelError("llama.cpp and transformers part where rounding does not explain it", "see the partings above")
    print("parity holds")
    return 0


def run(checkpoint: Path, prompts: Sequence[str | list[int]], tokens: int) -> Report:
    """Compares at most `tokens` tokens of each prompt. Raises `ModelError` for a model that cannot be compared."""
    from tqdm import tqdm

    with tempfile.TemporaryDirectory(prefix="htmlbuilder-parity-") as room:
        source = _as_safetensors(checkpoint, Path(room))
        exact = Path(room) / "f32"
        quantize.run(quantize.QuantizeConfig(format="f32"), source, exact)
        model, tokenizer = _load(source)
        context = model.config.max_position_embeddings
        asked = [_ids(prompt, tokenizer) for prompt in prompts]
        written = _generate(exact / gguf_model.FILE_NAME, context, tokens, asked)
        partings: list[Parting] = []
        total = ended = 0
        for index, (ids, answer) in enumerate(
            tqdm(zip(asked, written, strict=True), "parity", len(asked), disable=None)
        ):
            total += len(answer)
            ended += answer[-1] == tokenizer.eos_token_id
            partings += _partings(model, index, ids, answer)
    return Report(len(asked), total, ended, tuple(partings))


def _generate(path: Path, context: int, tokens: int, prompts: Sequence[list[int]]) -> Iterator[list[int]]:
    """The greedy tokens of llama.cpp, the end token included where it wrote one."""
    import xllamacpp as llama

    params = llama.CommonParams()
    params.model.path = str(path)
    params.n_ctx = context
    params.n_parallel = 1
    params.cpuparams.n_threads = 2
    params.cache_type_k = params.cache_type_v = llama.ggml_type.GGML_TYPE_F32
    params.flash_attn_type = llama.llama_flash_attn_type.LLAMA_FLASH_ATTN_TYPE_DISABLED
    params.verbosity = 0
    server = llama.Server(params)
    for prompt in prompts:
        request = {"prompt": prompt, "max_tokens": tokens, "temperature": 0, "cache_prompt": False}
        # its "logprobs" leave out the tokens that end inside a character, so the ids come from here
        answer: dict[str, Any] = server.handle_completions(request | {"verbose": True, "return_tokens": True})
        if "error" in answer:
            raise ModelError(f"llama.cpp: {answer['error']['message']}", "shorten the prompt")
        yield answer["__verbose"]["tokens"]


def _partings(model: "FalconForCausalLM", prompt: int, ids: list[int], answer: list[int]) -> Iterator[Parting]:
    import torch

    with torch.inference_mode():
        logits = model(torch.tensor([ids + answer[:-1]]), logits_to_keep=len(answer)).logits[0]
    best = logits.max(dim=-1)
    gaps = best.values - logits.gather(-1, torch.tensor(answer)[:, None])[:, 0]
    for position in (gaps > 0).nonzero()[:, 0].tolist():
        yield Parting(prompt, position, answer[position], int(best.indices[position]), float(gaps[position]))


def _as_safetensors(checkpoint: Path, room: Path) -> Path:
    """`checkpoint`, or where it holds a GGUF, its dequantized weights written as a checkpoint."""
    if not (checkpoint / gguf_model.FILE_NAME).is_file():
        return checkpoint
    model, _ = gguf_model.load_hf(checkpoint)
    with artifact.writing(room / "checkpoint") as draft:
        model.save_pretrained(draft.directory)
        for name in COPIED:
            shutil.copyfile(checkpoint / name, draft.directory / name)
        draft.seal(Manifest(stage="dequantize", parents={"model": artifact.source_digest(checkpoint)}))
    return room / "checkpoint"


def _load(source: Path) -> "tuple[FalconForCausalLM, PreTrainedTokenizerBase]":
    import torch
    from transformers import AutoTokenizer, FalconForCausalLM

    model = FalconForCausalLM.from_pretrained(source, dtype=torch.float32)
    return model, AutoTokenizer.from_pretrained(source, trust_remote_code=False)


def _ids(prompt: str | list[int], tokenizer: "PreTrainedTokenizerBase") -> list[int]:
    if isinstance(prompt, list):
        return prompt
    ids: list[int] = tokenizer.encode(frame(prompt), add_special_tokens=False)
    return ids


def _held_out() -> list[str | list[int]]:
    from htmlbuilder.corpus import sample

    return [sample(0, index, "heldout").prompt for index in range(PROMPTS)]
