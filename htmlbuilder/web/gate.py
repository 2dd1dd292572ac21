"""The gate: how many pages are written at once, who waits, for how long, and who is sent away.

The JSON API, gradio_client and the browser all come through `Gate.stream`, so one limit holds for all. A request waits
in line for a slot, first come, first served; its deadline counts the wait. Leaving the iteration, in whatever way,
cancels the generation and frees the slot at once. No thread is held while a request waits. HTTP is left to `api`.
"""

import asyncio
import contextlib
import math
import statistics
import threading
import time
from collections import deque
from collections.abc import AsyncGenerator, Callable
from dataclasses import replace
from typing import Self

from htmlbuilder.engines import best
from htmlbuilder.engines.base import Answer, Engine, Finish, GenerateRequest, Replace, Stream, answer
from htmlbuilder.errors import Busy, DeadlinePassed, HtmlBuilderError, ModelError, NotReady
from htmlbuilder.settings import Settings

Item = str | Replace | Answer
GRACE = 2.0  # seconds past the deadline for candidates to leave off and the best of them to be chosen
RECENT = 20  # generations that the estimate of the waiting time looks back on


class Gate:
    """Opens the engine in a thread of its own, and from then on admits `settings.slots` requests, with `queue_size`
    more in line. One that asks for several candidates takes a slot for each, as far as there are so many.

    `engine` is an opened engine, or what opens one. Until a first token has been made, and after `close`, requests
    raise `NotReady`; if the engine could not be opened, they raise what it raised.
    """

    def __init__(self, engine: Engine | Callable[[], Engine], settings: Settings) -> None:
        self.settings = settings
        self.engine: Engine | None = None
        self.failure: HtmlBuilderError | None = None
        self._lock = threading.Lock()
        self._running: set[_Turn] = set()
        self._waiting: deque[_Turn] = deque()
        self._durations: deque[float] = deque(maxlen=RECENT)
        self._closed = False
        self._settled = threading.Event()
        opener: Callable[[], Engine] = engine if callable(engine) else lambda: engine
        threading.Thread(target=self._open, args=(opener,), daemon=True, name="opening the model").start()

    @property
    def ready(self) -> bool:
        """Whether requests are taken: a first token has been made, and the gate is not closed."""
        return self.engine is not None and not self._closed

    def wait_ready(self, timeout: float | None = None) -> None:
        """Waits until the model is ready. Raises what it failed with, or `NotReady` after `timeout` seconds."""
        self._settled.wait(timeout)
        self.check()

    def check(self) -> Engine:
        """The engine, if requests are taken. Raises `NotReady`, or what the engine could not be opened for."""
        if self._closed:
            raise NotReady("the server is shutting down", "try again in a moment")
        if self.failure is not None:
            raise self.failure
        if self.engine is None:
            raise NotReady("the model is still loading", "ask /readyz until it answers 200, then try again")
        return self.engine

    async def stream(self, request: GenerateRequest, pace: float = 0.0) -> AsyncGenerator[Item, None]:
        """Yields the text as it comes, all that there is at a time, and the `Answer` last; just before it a `Replace`,
        if another candidate than the one that was streamed is the answer.

        After each text it lets `pace` seconds pass, so that much comes in few pieces; the end does not wait for them.
        Raises `NotReady`, `Busy`, `DeadlinePassed` and the engine's errors. Close it (`contextlib.aclosing`) to cancel.
        """
        bell = _Bell()
        with self._enter(request, bell.ring) as turn:
            while True:
                bell.listen()
                item = turn.poll()
                if item is None:
                    await bell.wait(turn.seconds_left())
                    continue
                if isinstance(item, Finish):
                    if item.replace is not None:
                        yield Replace(item.replace)
                    yield await asyncio.to_thread(turn.answer, item)  # reading a page takes a while: not in the loop
                    return
                yield item
                turn.resting = True
                bell.listen()
                if not turn.ended:
                    await bell.wait(min(pace, turn.seconds_left()))
                turn.resting = False

    def close(self) -> None:
        """Refuses new requests, ends those inside with `NotReady`, and frees the model."""
        with self._lock:
            self._closed = True
            turns = [*self._running, *self._waiting]
        for turn in turns:
            turn.cancel()
            turn.wake()
        if self.engine is not None:
            self.engine.close()

    def _open(self, opener: Callable[[], Engine]) -> None:
        try:
            engine = opener()
            try:
                _make_a_token(engine)
                self.engine = engine
            finally:
                if self.engine is None or self._closed:
                    engine.close()
        except HtmlBuilderError as error:
            self.failure = error
        except Exception as error:  # kept for every request that asks, whatever a library raised
            self.failure = ModelError(f"the model could not be opened: {type(error).__name__}: {error}")
            self.failure.__cause__ = error
        finally:
            self._settled.set()

    def _enter(self, request: GenerateRequest, wake: Callable[[], None]) -> "_Turn":
        with self._lock:
            turn = _Turn(self, self.check(), request, wake)
            if not self._waiting and self._has_room(turn):
                self._running.add(turn)
                turn.started = time.monotonic()
            elif len(self._waiting) < self.settings.queue_size:
                self._waiting.append(turn)
            else:
                raise Busy("too many requests are waiting", "try again after the time given", self._retry_after())
        return turn

    def _leave(self, turn: "_Turn") -> None:
        now = time.monotonic()
        admitted = []
        with self._lock:
            if turn.started is None:
                self._waiting.remove(turn)
            else:
                self._running.remove(turn)
                self._durations.append(now - turn.started)
            while self._waiting and self._has_room(self._waiting[0]):
                following = self._waiting.popleft()
                following.started = now
                self._running.add(following)
                admitted.append(following)
        for following in admitted:
            following.wake()

    def _has_room(self, turn: "_Turn") -> bool:
        return sum(running.slots for running in self._running) + turn.slots <= self.settings.slots

    def _retry_after(self) -> int:
        """Seconds until all who are inside now will have been served, going by the recent generations."""
        inside = sum(turn.slots for turn in [*self._running, *self._waiting])
        usual = statistics.median(self._durations) if self._durations else 1.0
        return max(1, math.ceil(min(usual * inside / self.settings.slots, self.settings.deadline)))


class _Turn:
    """One request's way through the gate.

    `started` is the time it got its slot, None while it waits in line. While it is `resting`, only the end wakes it.
    """

    def __init__(self, gate: Gate, engine: Engine, request: GenerateRequest, wake: Callable[[], None]) -> None:
        self.wake = wake
        self.slots = min(request.best_of, gate.settings.slots)
        self.started: float | None = None
        self.resting = False
        self._gate, self._engine, self._request = gate, engine, request
        self._entered = time.monotonic()
        self._deadline = gate.settings.deadline
        self._grace = 0.0
        self._stream: Stream | None = None
        self._text: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.cancel()
        self._gate._leave(self)

    def cancel(self) -> None:
        if self._stream is not None:
            self._stream.cancel()

    @property
    def ended(self) -> bool:
        return self._stream is not None and self._stream.ended

    def seconds_left(self) -> float:
        return self._entered + self._deadline + self._grace - time.monotonic()

    def poll(self) -> str | Finish | None:
        """The text since the last poll, or the finish once all was read. None: nothing yet, `wake` will be called."""
        self._gate.check()
        if self.seconds_left() <= 0:
            if self._stream is None or self._request.best_of == 1 or self._grace:
                raise self._late()
            # A candidate that is whole is an answer: the others are given up, and the best that there is comes.
            self._grace = GRACE
            self._stream.cancel()
        if self.started is None:
            return None
        if self._stream is None:
            self._stream = best.stream(self._engine, self._request)
            self._stream.listen(self._on_write)
        if text := self._stream.read():
            self._text.append(text)
            return text
        finish = self._stream.finish
        if finish is not None and finish.reason == "cancelled" and self._grace:
            raise self._late()
        return finish

    def _late(self) -> DeadlinePassed:
        doing = "waiting for a free slot" if self._stream is None else "writing the page"
        return DeadlinePassed(
            f"the deadline of {self._deadline:g} s passed while {doing}",
            "ask for fewer tokens, try again when the server is less busy, or raise HTMLBUILDER_DEADLINE",
        )

    def _on_write(self) -> None:
        if not self.resting or self.ended:
            self.wake()

    def answer(self, finish: Finish) -> Answer:
        finish = replace(finish, seconds=time.monotonic() - self._entered)
        text = "".join(self._text) if finish.replace is None else finish.replace
        return answer(self._engine, self._request, text, finish)


class _Bell:
    """Wakes a coroutine from any thread. Ringing costs next to nothing while the coroutine is busy elsewhere."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._rung = asyncio.Event()
        self._listening = False

    def listen(self) -> None:
        self._rung.clear()
        self._listening = True

    def ring(self) -> None:
        if self._listening:
            self._listening = False
            with contextlib.suppress(RuntimeError):  # the loop has ended, and with it whoever waited
                self._loop.call_soon_threadsafe(self._rung.set)

    async def wait(self, timeout: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._rung.wait(), timeout)


def _make_a_token(engine: Engine) -> None:
    with engine.stream(GenerateRequest(prompt="a page", max_new_tokens=1)) as stream:
        for _ in stream:
            pass
    if stream.finish is None or stream.finish.tokens < 1:
        raise ModelError(f"{engine.name} was opened, but wrote nothing", "check the model with `htmlbuilder generate`")
