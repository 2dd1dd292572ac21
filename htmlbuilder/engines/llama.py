"""The llama.cpp engine: a GGUF file on the CPU, several requests decoded in one batch.

Speaks to llama.cpp's own server through `xllamacpp`, inside this process. Reading the text as a page is left to `page`,
admission and deadlines to `web.gate`.
"""

import os
import re
import secrets
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from htmlbuilder import prompt
from htmlbuilder.engines import grammar
from htmlbuilder.engines.base import Finish, GenerateRequest, Stream, fits, too_long
from htmlbuilder.engines.digest import digest_of
from htmlbuilder.engines.gguf_header import Header, read_header
from htmlbuilder.engines.gguf_model import SKILLS
from htmlbuilder.errors import ModelError, NotReady
from htmlbuilder.settings import Settings

MAX_CONTEXT = 8_192  # tokens a slot may hold: the longest page one may ask for, and what memory bears
LOOP = 64  # tokens: a page that repeats so many of its last ones is going round; 36 is the most in 12,000 of the corpus


class LlamaEngine:
    """The GGUF file at `path`. Raises `ModelError` when it is damaged, or llama.cpp cannot run it.

    Each of `settings.slots` requests has a context of its own, as long as the model's. Requests beyond them wait.
    """

    def __init__(self, path: Path, settings: Settings) -> None:
        self.digest = digest_of(path.parent, [path])
        header = read_header(path)
        self.name = header.text("general.name") or path.stem
        self.can_edit = _can_edit(header)
        self._question = _question(header, settings.template)
        self._context = min(header.context_length, MAX_CONTEXT)
        self._server = _open_server(path, self._context, settings)
        self._closing = False
        self._answered = False
        self._running = 0
        self._idle = threading.Condition()

    def stream(self, request: GenerateRequest) -> Stream:
        """See `Engine.stream`. Raises `NotReady` once the engine is closed."""
        with self._idle:
            if self._closing:
                raise NotReady("the model is closed", "open it again")
            self._running += 1
        began = time.monotonic()
        return Stream(lambda emit: self._generate(request, emit, began))

    def close(self) -> None:
        """Ends running streams as cancelled, waits for their piece in flight, and frees the model."""
        with self._idle:
            self._closing = True
            self._idle.wait_for(lambda: self._running == 0)
            if self._server is not None and not self._answered:
                # Its loop may not have begun yet, and would not hear that it is to end: an answer shows that it has.
                self._server.handle_completions({"prompt": "a", "max_tokens": 1, "stream": True}, lambda _: True)
            self._server = None

    def _generate(self, request: GenerateRequest, emit: Callable[[str], bool], began: float) -> Finish:
        last: dict[str, Any] = {}

        def on_piece(piece: dict[str, Any]) -> bool:
            """True ends the generation and frees its slot. What is raised in here would be lost in llama.cpp."""
            nonlocal last
            last, self._answered = piece, True
            if "error" in piece or not fits(request, _prompt_tokens(piece), self._context):
                return True
            choice = piece["choices"][0]
            text = choice["text"] if "text" in choice else choice["delta"].get("content")
            return not emit(text or "") or self._closing

        try:
            self._question(self._server, request, on_piece)
        finally:
            with self._idle:
                self._running -= 1
                self._idle.notify_all()
        tokens = _prompt_tokens(last)
        if not fits(request, tokens, self._context):
            raise too_long(request, tokens, self._context)
        return _finish(last, began)


Question = Callable[[Any, GenerateRequest, Callable[[dict[str, Any]], bool]], None]


def _question(header: Header, template: str) -> Question:
    """What puts a request to the server: framed by the model's chat template or, where it has none, by a preset."""
    own = header.text("tokenizer.chat_template")
    if own == prompt.CHAT_TEMPLATE:
        ids = {token: header.token_id(token) for token in prompt.SPECIAL_TOKENS}
        nests = prompt.NEST in _skills(header)

        def ask(server: Any, request: GenerateRequest, on_piece: Callable[[dict[str, Any]], bool]) -> None:
            sampling = _sampling(request)
            if nests and not request.html:
                sampling = _held(sampling)
            server.handle_completions(sampling | {"prompt": _framed(request, ids)}, on_piece)

        return ask
    special = header.special_tokens

    def wish(request: GenerateRequest) -> str:
        return prompt.disarm(prompt.asking(request.prompt, request.html), special)

    if own:
        return lambda server, request, on_piece: server.handle_chat_completions(
            _sampling(request) | {"messages": [{"role": "user", "content": wish(request)}]}, on_piece
        )
    preset = prompt.preset(template)
    stop = {"stop": [preset.stop]} if preset.stop else {}
    return lambda server, request, on_piece: server.handle_completions(
        _sampling(request) | stop | {"prompt": preset.frame(wish(request))}, on_piece
    )


def _can_edit(header: Header) -> bool:
    """Whether the model has learned to change a page. One with our template says so; any other is taken to have."""
    return header.text("tokenizer.chat_template") != prompt.CHAT_TEMPLATE or prompt.EDIT in _skills(header)


def _skills(header: Header) -> list[Any]:
    skills = header.get(SKILLS, [])
    return skills if isinstance(skills, list) else []


def _framed(request: GenerateRequest, ids: dict[str, int]) -> list[str | int]:
    """What `prompt.frame` makes of the request, its special tokens as `ids` and its text in `_pieces`."""
    parts = re.split("(" + "|".join(map(re.escape, ids)) + ")", prompt.frame(request.prompt, request.html))
    return [piece for part in parts for piece in ([ids[part]] if part in ids else _pieces(part))]


def _pieces(text: str) -> list[str]:
    """`text`, cut in long runs of digits into parts that are the same tokens alone as together.

    Our tokenizer joins no digit with anything, but llama.cpp looks ahead from each to the end of its run: 8,000 in one
    part would keep it busy for seconds.
    """
    return re.findall(r"(?:[^0-9]++|[0-9]{1,64}(?![0-9]))+|[0-9]{64}", text)


def _sampling(request: GenerateRequest) -> dict[str, Any]:
    """llama.cpp's fields: no sampler but what was asked for, no cache by which one request could change another."""
    chosen: dict[str, Any] = {"samplers": ["top_k"], "top_k": 1}
    if request.temperature > 0:
        chosen = {"samplers": ["temperature", "top_p"], "temperature": request.temperature, "top_p": request.top_p}
    return chosen | {
        "seed": request.seed % (2**32 - 1),  # the largest one stands for "draw one"
        "max_tokens": request.max_new_tokens,
        "stream": True,
        "timings_per_token": True,  # they carry the counts, also when the reader leaves early
        "cache_prompt": False,
    }


def _held(sampling: dict[str, Any]) -> dict[str, Any]:
    """`sampling`, held to the grammar, and kept from saying one thing over and over ("DRY").

    A quote ends what is compared, since elements that follow one another may have the same attributes.
    """
    return sampling | {
        "grammar": grammar.gbnf(),
        "samplers": ["dry", *sampling["samplers"]],
        "dry_multiplier": 1.0,
        "dry_allowed_length": LOOP,
        "dry_penalty_last_n": 4 * LOOP,
        "dry_sequence_breakers": ['"'],
    }


def _prompt_tokens(piece: dict[str, Any]) -> int:
    """The tokens of the prompt, by a piece of the answer or by the error of one that is too long; 0 when none tells."""
    if piece.get("error", {}).get("type") == "exceed_context_size_error":
        return int(piece["error"]["n_prompt_tokens"])
    timings = piece.get("timings", {})
    return int(timings.get("prompt_n", 0) + timings.get("cache_n", 0))


def _finish(last: dict[str, Any], began: float) -> Finish:
    """How it ended, by the last piece. Raises what an error piece stands for."""
    error = last.get("error")
    if error is not None:
        raise ModelError(f"llama.cpp could not generate: {error.get('message', error)}")
    if not last:
        return Finish("cancelled", 0, 0, time.monotonic() - began)
    reason, timings = last["choices"][0]["finish_reason"], last["timings"]
    return Finish(
        "cancelled" if reason is None else "length" if reason == "length" else "stop",
        timings["predicted_n"],
        _prompt_tokens(last),
        time.monotonic() - began,
    )


def _open_server(path: Path, context: int, settings: Settings) -> Any:
    """Starts llama.cpp's server so that nobody but this process can reach it.

    It insists on listening: here on a Unix socket in a directory of our own, which is gone before this function
    returns, so that no address is left to connect to. Its key is random and told to nobody, should one be faster.
    """
    # Read by its OpenMP as it loads. Threads that spin at a barrier for as long as is usual take the cores from the one
    # they wait for: where others use the machine too, a page then takes a minute instead of seconds.
    os.environ.setdefault("GOMP_SPINCOUNT", "10000")
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.n_parallel = settings.slots
    params.n_ctx = settings.slots * context
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = settings.threads
    params.fit_params = False  # the context is as asked, or it is an error
    params.cache_ram_mib = 0  # it would keep old prompts, up to 8 GiB of them
    params.reasoning_format = xllamacpp.common_reasoning_format.COMMON_REASONING_FORMAT_NONE
    params.force_pure_content_parser = True  # or it reads the whole answer anew with each piece
    params.verbosity = 1  # errors only, on stderr
    params.api_keys = [secrets.token_urlsafe(32)]
    params.ui = params.endpoint_slots = params.endpoint_props = params.endpoint_metrics = False
    params.n_threads_http = 1
    with tempfile.TemporaryDirectory(prefix="htmlbuilder-") as private:
        params.hostnames = [str(Path(private) / "llama.sock")]
        try:
            return xllamacpp.Server(params)
        except RuntimeError:
            raise ModelError(
                f"llama.cpp cannot run {path}", "its own words, on stderr, say why; a smaller --slots needs less memory"
            ) from None
