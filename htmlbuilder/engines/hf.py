"""The transformers engine: any causal LM, as it is or in 4-bit NF4, on a GPU where there is one.

For models that no GGUF exists of; it writes one answer at a time. Getting a model from the hub is `hub`'s work.
"""

import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from htmlbuilder import prompt
from htmlbuilder.engines.base import Finish, FinishReason, GenerateRequest, Stream, too_long
from htmlbuilder.engines.digest import digest_of
from htmlbuilder.engines.hub import check_loadable
from htmlbuilder.errors import ModelError, NotReady
from htmlbuilder.settings import Settings

if TYPE_CHECKING:
    import torch
    from transformers import PreTrainedModel

POLL = 0.1  # seconds between looks at whether a waiting reader has left


class HfEngine:
    """The model in `directory`, called `name`. Raises `ModelError` when it cannot be loaded, or not as asked."""

    def __init__(self, directory: Path, name: str, settings: Settings) -> None:
        self.name = name
        self._model, self._tokenizer = load(directory, nf4=settings.quantize == "nf4")
        self.digest = digest_of(directory, sorted(directory.glob("*.safetensors")))
        self._stop = "" if self._tokenizer.chat_template else prompt.preset(settings.template).stop
        self._template = settings.template
        self._closing = False
        self._turn = threading.Lock()

    def stream(self, request: GenerateRequest) -> Stream:
        """See `Engine.stream`. Raises `NotReady` once the engine is closed."""
        if self._closing:
            raise NotReady("the model is closed", "open it again")
        began = time.monotonic()
        return Stream(lambda emit: self._wait_and_generate(request, emit, began))

    def close(self) -> None:
        """Ends running streams as cancelled after their piece in flight, and frees the model."""
        self._closing = True
        with self._turn:
            self._model = self._tokenizer = None

    def _wait_and_generate(self, request: GenerateRequest, emit: Callable[[str], bool], began: float) -> Finish:
        while not self._turn.acquire(timeout=POLL):
            if not emit("") or self._closing:
                return Finish("cancelled", 0, 0, time.monotonic() - began)
        try:
            if self._closing:
                return Finish("cancelled", 0, 0, time.monotonic() - began)
            return self._generate(request, emit, began)
        finally:
            self._turn.release()

    def _generate(self, request: GenerateRequest, emit: Callable[[str], bool], began: float) -> Finish:
        import torch
        from transformers import StoppingCriteriaList

        inputs = self._encode(request.prompt)
        asked = inputs["input_ids"].shape[1]
        writer = _Writer(self._tokenizer, asked, self._stop, lambda piece: emit(piece) and not self._closing)
        sampling = {"do_sample": True, "temperature": request.temperature, "top_p": request.top_p, "top_k": 0}
        torch.manual_seed(request.seed)
        ids = self._model.generate(
            **inputs.to(self._model.device),
            max_new_tokens=min(request.max_new_tokens, self._room(asked)),
            stopping_criteria=StoppingCriteriaList([writer]),
            **(sampling if request.temperature > 0 else {"do_sample": False}),
        )
        writer.flush()
        ended = int(ids[0, -1]) in _ends(self._model) or writer.stopped
        reason: FinishReason = "cancelled" if writer.left else "stop" if ended else "length"
        return Finish(reason, ids.shape[1] - asked, asked, time.monotonic() - began)

    def _encode(self, wish: str) -> Any:
        """The framed prompt as token ids, shape (1, tokens), in which the wish cannot spell a special token."""
        tokenizer = self._tokenizer
        special = [token.content for token in tokenizer.added_tokens_decoder.values() if token.special]
        if tokenizer.chat_template == prompt.CHAT_TEMPLATE:
            return tokenizer(prompt.frame(wish), add_special_tokens=False, return_tensors="pt")
        if tokenizer.chat_template:
            messages = [{"role": "user", "content": prompt.disarm(wish, special)}]
            return tokenizer.apply_chat_template(
                messages, add_generation_prompt=True, return_dict=True, return_tensors="pt"
            )
        return tokenizer(prompt.preset(self._template).frame(prompt.disarm(wish, special)), return_tensors="pt")

    def _room(self, asked: int) -> int:
        """How many tokens may follow a prompt of `asked`. Raises `PromptTooLong` for none."""
        context: int = getattr(self._model.config.get_text_config(), "max_position_embeddings", 0) or 2**31
        if asked >= context:
            raise too_long(asked, context)
        return context - asked


def load(directory: Path, *, nf4: bool) -> tuple[Any, Any]:
    """The model of `directory`, ready to generate, and its tokenizer. A shipped GGUF is dequantized on the way.

    A checkpoint that was saved in NF4 stays so. Raises `ModelError` for a directory that is damaged or unsafe, and for
    a model that should be in 4-bit and is not.
    """
    from transformers import AutoTokenizer

    if not list(directory.glob("*.gguf")):
        check_loadable(directory)
        try:
            tokenizer: Any = AutoTokenizer.from_pretrained(directory, trust_remote_code=False)
        except (OSError, ValueError, KeyError, ImportError) as error:
            raise ModelError(
                f"the tokenizer of {directory} cannot be read: {error}", "save the model again with its tokenizer"
            ) from None
        return load_model(directory, nf4=nf4), tokenizer
    from htmlbuilder.engines.gguf_model import load_hf

    model, tokenizer = load_hf(directory)
    if not nf4:
        return _bare(model), tokenizer
    with tempfile.TemporaryDirectory(prefix="htmlbuilder-") as copy:
        model.save_pretrained(copy)
        return load_model(Path(copy), nf4=True), tokenizer


def load_model(directory: Path, *, nf4: bool) -> "PreTrainedModel":
    """The model alone: in 4-bit when `nf4` is set or the checkpoint was saved so, and then really (see `count_4bit`).

    Save a 4-bit model before its first forward pass on a CPU: that repacks the weights in place.
    """
    import torch
    from safetensors import SafetensorError
    from transformers import AutoConfig, AutoModelForCausalLM, BitsAndBytesConfig

    options: dict[str, Any] = {"dtype": "auto", "device_map": "auto" if torch.cuda.is_available() else None}
    try:
        config = AutoConfig.from_pretrained(directory, trust_remote_code=False)
        saved = getattr(config, "quantization_config", None) or {}
        if nf4 and not saved:
            compute = compute_dtype()
            options["dtype"] = compute
            options["quantization_config"] = BitsAndBytesConfig(  # type: ignore[no-untyped-call]
                load_in_4bit=True,
                bnb_4bit_quant_type="nf4",
                bnb_4bit_use_double_quant=True,
                bnb_4bit_compute_dtype=compute,
            )
        four_bit = nf4 or bool(saved.get("load_in_4bit"))
        if four_bit:
            let_falcon_be_quantized()
        loaded: Any = AutoModelForCausalLM.from_pretrained(
            directory, use_safetensors=True, trust_remote_code=False, output_loading_info=True, **options
        )
    except (OSError, ValueError, KeyError, RuntimeError, ImportError, SafetensorError) as error:
        raise ModelError(
            f"{directory} cannot be loaded: {error}", "check that the checkpoint is whole, and that it fits in memory"
        ) from None
    model, report = loaded
    if report["missing_keys"]:  # transformers would go on with random numbers in their place
        raise ModelError(
            f"{directory} lacks weights, such as {min(report['missing_keys'])}", "fetch or save the model again"
        )
    if four_bit and not count_4bit(model):
        raise ModelError(
            f"{directory} was to be in 4-bit, but no layer of it is: bitsandbytes does not know its layers as linear",
            "load it without --quantize nf4",
        )
    return _bare(model)


def compute_dtype() -> "torch.dtype":
    """What 4-bit weights are multiplied in: bfloat16, or float16 on a GPU without it; float32 on a CPU."""
    import torch

    if not torch.cuda.is_available():
        return torch.float32
    return torch.bfloat16 if torch.cuda.is_bf16_supported(including_emulation=False) else torch.float16


def let_falcon_be_quantized() -> None:
    """Makes Falcon's layers plain `nn.Linear`, with the same arithmetic: no others are replaced, and nobody is told."""
    import torch
    from transformers.models.falcon import modeling_falcon

    modeling_falcon.FalconLinear = torch.nn.Linear  # type: ignore[assignment,misc]


def count_4bit(model: "torch.nn.Module") -> int:
    """The number of layers that really hold 4-bit weights."""
    from bitsandbytes.nn import Linear4bit  # type: ignore[attr-defined]

    layers: list[Any] = [module for module in model.modules() if isinstance(module, Linear4bit)]
    return sum(layer.weight.quant_state is not None for layer in layers)


def _bare(model: "PreTrainedModel") -> "PreTrainedModel":
    """Drops the sampling habits that a checkpoint brings along: only the request decides. Its end tokens stay."""
    from transformers import GenerationConfig

    theirs = model.generation_config
    ends = theirs.eos_token_id if theirs.eos_token_id is not None else model.config.get_text_config().eos_token_id
    first = ends[0] if isinstance(ends, list) else ends
    pad = theirs.pad_token_id if theirs.pad_token_id is not None else first
    model.generation_config = GenerationConfig(  # type: ignore[no-untyped-call]
        eos_token_id=ends, pad_token_id=pad, bos_token_id=theirs.bos_token_id
    )
    model.train(False)
    return model


def _ends(model: Any) -> list[int]:
    ends = model.generation_config.eos_token_id
    return ends if isinstance(ends, list) else [ends]


class _Writer:
    """A stopping criterion of transformers: sees each new token, hands on the text, and stops when its reader has left.

    `left` and `stopped` say which it was. Text that may be the start of `stop` is held back until that is known.
    """

    def __init__(self, tokenizer: Any, asked: int, stop: str, emit: Callable[[str], bool]) -> None:
        self.left = self.stopped = False
        self._tokenizer, self._stop, self._emit = tokenizer, stop, emit
        self._start = self._read = asked  # ids before `read` have been handed on; decoding starts a piece earlier
        self._ids: list[int] = []
        self._held = ""

    def __call__(self, input_ids: "torch.Tensor", *_: Any, **__: Any) -> "torch.Tensor":
        import torch

        self._ids = input_ids[0].tolist()
        before, after = self._decode(self._read), self._decode(None)
        if len(after) > len(before) and not after.endswith("\ufffd"):  # or a character is still in two halves
            self._hand_on(after[len(before) :])
            self._start, self._read = self._read, len(self._ids)
        else:
            self.left = not self._emit("")
        return torch.full((1,), self.left or self.stopped, device=input_ids.device, dtype=torch.bool)

    def flush(self) -> None:
        """Hands on what was held back, but for half a character."""
        rest = self._decode(None)[len(self._decode(self._read)) :].rstrip("\ufffd")
        if not self.stopped:
            self._emit(self._held + rest)

    def _decode(self, end: int | None) -> str:
        text: str = self._tokenizer.decode(
            self._ids[self._start : end], skip_special_tokens=True, clean_up_tokenization_spaces=False
        )
        return text

    def _hand_on(self, text: str) -> None:
        text = self._held + text
        if self._stop and self._stop in text:
            text, self.stopped, self._held = text[: text.index(self._stop)], True, ""
        else:
            lengths = range(min(len(self._stop) - 1, len(text)), 0, -1)
            kept = next((n for n in lengths if text.endswith(self._stop[:n])), 0)
            text, self._held = text[: len(text) - kept], text[len(text) - kept :]
        self.left = not self._emit(text)
