"""The transformers engine: any causal LM, as it is or in 4-bit NF4, on a GPU where there is one.

For models that no GGUF exists of; it writes one answer at a time. Getting a model from the hub is `hub`'s work.
"""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from htmlbuilder import prompt
from htmlbuilder.engines import checkpoint
from htmlbuilder.engines.base import Finish, FinishReason, GenerateRequest, Stream, fits, too_long
from htmlbuilder.engines.digest import digest_of
from htmlbuilder.errors import NotReady
from htmlbuilder.settings import Settings

if TYPE_CHECKING:
    import torch

POLL = 0.1  # seconds between looks at whether a waiting reader has left


class HfEngine:
    """The model in `directory`, called `name`. Raises `ModelError` when it cannot be loaded, or not as asked."""

    def __init__(self, directory: Path, name: str, settings: Settings) -> None:
        self.name = name
        self._model, self._tokenizer = checkpoint.load(directory, nf4=settings.quantize == "nf4")
        self.can_edit = checkpoint.can_edit(self._model, self._tokenizer)
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

        inputs = self._encode(request)
        asked = inputs["input_ids"].shape[1]
        writer = _Writer(self._tokenizer, asked, self._stop, lambda piece: emit(piece) and not self._closing)
        sampling = {"do_sample": True, "temperature": request.temperature, "top_p": request.top_p, "top_k": 0}
        torch.manual_seed(request.seed)
        ids = self._model.generate(
            **inputs.to(self._model.device),
            max_new_tokens=min(request.max_new_tokens, self._room(request, asked)),
            stopping_criteria=StoppingCriteriaList([writer]),
            **(sampling if request.temperature > 0 else {"do_sample": False}),
        )
        writer.flush()
        ended = int(ids[0, -1]) in _ends(self._model) or writer.stopped
        reason: FinishReason = "cancelled" if writer.left else "stop" if ended else "length"
        return Finish(reason, ids.shape[1] - asked, asked, time.monotonic() - began)

    def _encode(self, request: GenerateRequest) -> Any:
        """The framed prompt as the model takes it, of shape (1, tokens)."""
        from transformers import BatchEncoding

        ids = checkpoint.encode(self._tokenizer, request.prompt, self._template, request.html)
        return BatchEncoding({"input_ids": [ids], "attention_mask": [[1] * len(ids)]}, tensor_type="pt")

    def _room(self, request: GenerateRequest, asked: int) -> int:
        """How many tokens may follow the request, framed in `asked`. Raises what `too_long` gives for too few."""
        context: int = getattr(self._model.config.get_text_config(), "max_position_embeddings", 0) or 2**31
        if not fits(request, asked, context):
            raise too_long(request, asked, context)
        return context - asked


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
