"""Text in, text out, streamed: the protocol every engine keeps. Knows nothing of HTTP, Gradio or tensors."""

import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator

from htmlbuilder.engines.review import Asked, Fault, review
from htmlbuilder.errors import InvalidRequest, PageTooLong, PromptTooLong
from htmlbuilder.page import read_page

FinishReason = Literal["stop", "length", "cancelled"]
MAX_PROMPT_CHARS = 8_000
MAX_PAGE_CHARS = 32_000
MOST_CANDIDATES = 4


class GenerateRequest(BaseModel):
    """One wish, or with `html` one change of that page.

    Greedy unless `temperature` is above 0; `seed` makes a sampled answer repeatable.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    prompt: str = Field(
        min_length=1, max_length=MAX_PROMPT_CHARS, description="what the page should be, in your own words"
    )
    html: str = Field(
        "", max_length=MAX_PAGE_CHARS, description="a page to change as the prompt says; empty: write a new one"
    )
    seed: int = Field(0, ge=0, le=2**32 - 1, description="same seed, model and settings: same page")
    temperature: float = Field(0.0, ge=0, le=2, allow_inf_nan=False, description="0 is greedy; higher is more varied")
    top_p: float = Field(
        1.0, gt=0, le=1, allow_inf_nan=False, description="sample from the likeliest tokens of this total mass"
    )
    max_new_tokens: int = Field(1_600, ge=1, le=8_192, description="the longest page to write, in tokens")
    best_of: int = Field(
        1,
        ge=1,
        le=MOST_CANDIDATES,
        description="pages to write at most: where the first lacks something, others follow and the best is kept",
    )

    @field_validator("prompt", "html")
    @classmethod
    def _is_text(cls, text: str, field: ValidationInfo) -> str:
        what = "page" if field.field_name == "html" else "prompt"
        if not text.strip() and (text or what == "prompt"):
            raise ValueError(f"the {what} is empty")
        if "\0" in text:
            raise ValueError(f"the {what} holds a NUL character")
        try:
            text.encode()
        except UnicodeEncodeError:
            raise ValueError(f"the {what} holds a lone surrogate, which is not text") from None
        return text


def refusal(error: ValidationError) -> tuple[type[InvalidRequest], str, str]:
    """What is wrong with a request: the kind of error, the field, and why."""
    first = error.errors(include_url=False, include_input=False)[0]
    field, message = ".".join(str(part) for part in first["loc"]), first["msg"].removeprefix("Value error, ")
    if first["type"] == "string_too_long":
        what, kind = ("page", PageTooLong) if field == "html" else ("prompt", PromptTooLong)
        return kind, field, f"the {what} has over {first['ctx']['max_length']:,} characters"
    if first["type"] == "string_too_short":
        message = "the prompt is empty"
    return InvalidRequest, field, message


@dataclass(frozen=True, slots=True)
class Finish:
    """How a generation ended. `seconds` counts from the request to the last piece, waiting for a slot included.

    `candidate` tells which of several, from 1 on, is the answer; of one that was not streamed, `replace` is the text.
    """

    reason: FinishReason
    tokens: int
    prompt_tokens: int
    seconds: float
    candidate: int = 1
    replace: str | None = None


@dataclass(frozen=True, slots=True)
class Replace:
    """The text of a better candidate: it takes the place of all that was streamed."""

    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A finished generation, as JSON, CLI and UI report it. Prompt, `seed`, settings and `digest` replay it exactly.

    `asked` is what could be read out of the prompt, and whether the page has it; `faults` are the checks of its source
    that it does not pass; `beyond`, whether such a prompt seems to be more than the model can do; `candidate`, which of
    `best_of` pages it is.
    """

    html: str
    finish_reason: FinishReason
    model: str
    digest: str
    seed: int
    tokens: int
    prompt_tokens: int
    seconds: float
    repairs: tuple[str, ...]
    candidate: int
    asked: tuple[Asked, ...]
    faults: tuple[Fault, ...]
    beyond: bool


def answer(engine: "Engine", request: GenerateRequest, text: str, finish: Finish) -> Answer:
    """What `engine` made of `request`: the page read out of `text`, with how it ended and what was mended and met."""
    page = read_page(text)
    found = review(request.prompt, page.html, request.html)
    return Answer(
        html=page.html,
        finish_reason=finish.reason,
        model=engine.name,
        digest=engine.digest,
        seed=request.seed,
        tokens=finish.tokens,
        prompt_tokens=finish.prompt_tokens,
        seconds=round(finish.seconds, 3),
        repairs=page.repairs,
        candidate=finish.candidate,
        asked=found.asked,
        faults=found.faults,
        beyond=found.beyond,
    )


def fits(request: GenerateRequest, tokens: int, context: int) -> bool:
    """Whether the model's context has room for the request, which is framed in `tokens`, and for its page.

    A page to change must fit in once more; its tokens are estimated by its share of the letters.
    """
    page = tokens * len(request.html) // (len(request.html) + len(request.prompt)) if request.html else 1
    return tokens + page <= context


def too_long(request: GenerateRequest, tokens: int, context: int) -> InvalidRequest:
    """The error of a request of `tokens` that leaves too little room in a context of that many."""
    if request.html:
        return PageTooLong(
            f"prompt and page have {tokens:,} tokens, and the model holds {context:,} with the page it writes anew",
            "shorten the page, or take a model with a longer context",
        )
    return PromptTooLong(
        f"the prompt has {tokens:,} tokens, and the model holds {context:,} with the page", "say it in fewer words"
    )


class Engine(Protocol):
    """An opened model. `stream` may be called from many threads at once.

    `name` is what a person would call the model; `digest` identifies its exact weights ("sha256:…", or "" where a
    remote server does not tell). `can_edit` says whether it has learned to change a page: a model of ours tells, any
    other is taken to.
    """

    name: str
    digest: str
    can_edit: bool

    def stream(self, request: GenerateRequest) -> "Stream":
        """Starts a generation of one page; `best_of` is left to `best.stream`.

        Raises, here or to the reader: `PromptTooLong`, `PageTooLong`, `ModelError`, `UpstreamError` or `Busy`, and
        `NotReady` once closed.
        """

    def close(self) -> None:
        """Frees the model. Running streams end as cancelled."""


class Stream:
    """The pieces of one answer, as they come. `finish` is None until the iteration has ended.

    `ended` is true as soon as nothing more will be written, whether or not it has all been read.
    `produce` runs in a thread of its own. It hands each piece to `emit`, which answers False once the reader has
    cancelled, and returns a `Finish`; what it raises is raised to the reader.
    """

    def __init__(self, produce: "Callable[[Callable[[str], bool]], Finish]") -> None:
        self.finish: Finish | None = None
        self.ended = False
        self._cancelled = threading.Event()
        self._wake: Callable[[], None] = lambda: None
        self._pieces: queue.SimpleQueue[str | BaseException | Finish] = queue.SimpleQueue()
        threading.Thread(target=self._run, args=(produce,), daemon=True, name="generation").start()

    def _run(self, produce: "Callable[[Callable[[str], bool]], Finish]") -> None:
        last: Finish | BaseException
        try:
            last = produce(self._emit)
        except BaseException as error:  # the reader must hear of every failure, or it waits for ever
            last = error
        self.ended = True
        self._put(last)

    def _emit(self, piece: str) -> bool:
        if piece:
            self._put(piece)
        return not self._cancelled.is_set()

    def _put(self, item: "str | BaseException | Finish") -> None:
        self._pieces.put(item)
        self._wake()

    def __iter__(self) -> Iterator[str]:
        while self.finish is None:
            item = self._pieces.get()
            if isinstance(item, Finish):
                self.finish = item
            elif isinstance(item, BaseException):
                raise item
            else:
                yield item

    def listen(self, wake: "Callable[[], None]") -> None:
        """Has `wake` called, in the producing thread, each time there is something new to `read`; and once now."""
        self._wake = wake
        wake()

    def read(self) -> str:
        """All that was written since the last read, without waiting. Ends and raises as iterating does."""
        text: list[str] = []
        while self.finish is None and not self._pieces.empty():
            item = self._pieces.get()
            if isinstance(item, str):
                text.append(item)
            elif isinstance(item, Finish):
                self.finish = item
            elif text:
                self._pieces.put(item)  # what was written before the failure is read first
                break
            else:
                raise item
        return "".join(text)

    def cancel(self) -> None:
        """Ends the generation after the piece in flight. Safe from any thread, at any time, more than once."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.cancel()
