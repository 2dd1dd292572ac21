"""Stand-ins for what would be slow in a unit test. Named as fakes: nothing here proves anything about a real model."""

import threading
import time
from collections.abc import Callable, Sequence

from htmlbuilder.engines.base import Finish, GenerateRequest, Stream

PAGE = "<!doctype html>\n<html lang=en><head><title>Login</title></head><body><h1>Log in</h1></body></html>\n"
PIECES = tuple(PAGE[at : at + 8] for at in range(0, len(PAGE), 8))


class FakeEngine:
    """An engine that writes `pieces`, `delay` seconds before each; then raises `failure`, if there is one.

    While `hold` is an event that is not set, every generation but the gate's first token stands silent and deaf, as a
    stuck model would. `requests` are those it was given, `running` the generations at work, `most` the most there were
    at once, and `cancelled` those that ended because the reader left.
    """

    name = "fake"
    can_edit = True
    digest = "sha256:" + "f" * 64

    def __init__(
        self,
        pieces: Sequence[str] = PIECES,
        delay: float = 0.0,
        hold: threading.Event | None = None,
        failure: Exception | None = None,
    ) -> None:
        self.pieces, self.delay, self.hold, self.failure = pieces, delay, hold, failure
        self.requests: list[GenerateRequest] = []
        self.running = self.most = self.cancelled = 0
        self.closed = False
        self._lock = threading.Lock()

    def stream(self, request: GenerateRequest) -> Stream:
        if request.max_new_tokens == 1:
            return Stream(lambda emit: Finish("length" if emit("<") else "cancelled", 1, 1, 0.0))
        with self._lock:
            self.requests.append(request)
        return Stream(lambda emit: self._generate(request, emit))

    def close(self) -> None:
        self.closed = True

    def _generate(self, request: GenerateRequest, emit: Callable[[str], bool]) -> Finish:
        with self._lock:
            self.running += 1
            self.most = max(self.most, self.running)
        began, written = time.monotonic(), 0
        try:
            if self.hold is not None:
                self.hold.wait()
            for piece in self.pieces[: request.max_new_tokens]:
                time.sleep(self.delay)
                written += 1
                if not emit(piece) or self.closed:
                    self.cancelled += 1
                    return Finish("cancelled", written, len(request.prompt), time.monotonic() - began)
            if self.failure is not None:
                raise self.failure
            reason = "stop" if written == len(self.pieces) else "length"
            return Finish(reason, written, len(request.prompt), time.monotonic() - began)
        finally:
            with self._lock:
                self.running -= 1
