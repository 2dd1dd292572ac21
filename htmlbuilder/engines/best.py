"""Best of several: candidates for one request, and the one that has most of what it asks for.

The first is written alone, at full speed; only where it lacks something are the others written, side by side. Of a
greedy request, two of them have the same wish in a frame that says that it is one. The last is the first page again,
changed so that it has what it lacks, if the model has learned to change pages.

Works with every engine: an engine is only ever asked for one page at a time. What ranks candidates is
in `review`.
"""

import threading
from collections.abc import Callable
from dataclasses import replace

from htmlbuilder.engines.base import Engine, Finish, GenerateRequest, Stream
from htmlbuilder.engines.review import Merit, Review, mending, merit, review_text
from htmlbuilder.errors import CannotEdit, PageTooLong, PromptTooLong
from htmlbuilder.page import read_page

FRAMES = ("Create a web page: ", "Write an HTML code to create ")  # many wishes name things, and ask for nothing
VARIED = {"temperature": 0.7, "top_p": 0.95}  # how candidates after a greedy first one are sampled
POLL = 0.1  # seconds between looks at whether the reader has left while nothing is written
MOST_SEEDS = 2**32


def stream(engine: Engine, request: GenerateRequest) -> Stream:
    """What `request.best_of` candidates bring: the first is streamed, and `Finish.replace` holds another if it won.

    The first candidate is the page of a request without `best_of`. It wins when no other is better, and alone when
    none could be. Raises what the engine raises, and `CannotEdit` for a page to change that the model could not.
    """
    if request.html and not engine.can_edit:
        raise CannotEdit(
            f"{engine.name} writes new pages, and has not learned to change one",
            "leave out the page, or take another model",
        )
    if request.best_of == 1:
        return engine.stream(request)
    first, *others = candidates(request)
    leading = engine.stream(first)
    return Stream(lambda emit: _choose(engine, request, leading, others, emit))


def candidates(request: GenerateRequest) -> list[GenerateRequest]:
    """The request of each candidate, in order. The same request has the same candidates."""
    first = request.model_copy(update={"best_of": 1})
    framed = () if request.html or request.temperature else FRAMES[: request.best_of - 1]
    said = (first.model_copy(update={"prompt": frame + request.prompt}) for frame in framed)
    return [first, *said, *(_sampled(request, number) for number in range(len(framed) + 1, request.best_of))]


def _sampled(request: GenerateRequest, number: int) -> GenerateRequest:
    varied = {} if request.temperature else VARIED
    seed = (request.seed + number) % MOST_SEEDS
    return request.model_copy(update={"best_of": 1, "seed": seed, **varied})


def _choose(
    engine: Engine,
    request: GenerateRequest,
    leading: Stream,
    others: list[GenerateRequest],
    emit: Callable[[str], bool],
) -> Finish:
    written = threading.Event()
    streams, asked = [leading], [request]  # what is written, and for what
    texts = [""] * (1 + len(others))
    merits: dict[int, Merit] = {}
    leading.listen(written.set)

    def begun(other: GenerateRequest) -> Stream:
        stream = engine.stream(other)
        stream.listen(written.set)
        return stream

    try:
        while len(merits) < len(texts):
            written.wait(POLL)
            written.clear()
            for number, each in enumerate(streams):
                if number in merits:
                    continue
                try:
                    piece = each.read()
                except (PageTooLong, PromptTooLong):
                    if asked[number].prompt == request.prompt:
                        raise
                    # No room for the page beside its changed form, or for the frame: another takes that turn.
                    changed = asked[number].html != request.html
                    asked[number] = others[number - 1] if changed else _sampled(request, number)
                    streams[number] = begun(asked[number])
                    continue
                texts[number] += piece
                if not emit(piece if number == 0 else ""):
                    _cancel(streams)
                if each.finish is not None:
                    if each.finish.reason == "cancelled":
                        # Once the first is whole, leaving off means to make do with what there is.
                        return each.finish if number == 0 else _best(streams, texts, merits)
                    found = review_text(request.prompt, texts[number], request.html)
                    merits[number] = merit(found, each.finish.reason == "stop")
                    if number == 0:
                        if found.perfect and each.finish.reason == "stop":
                            return each.finish
                        whole = engine.can_edit and each.finish.reason == "stop"
                        change = _change(request, found, texts[0]) if whole else None
                        for other in [*others[:-1], change or others[-1]]:
                            asked.append(other)
                            streams.append(begun(other))
    finally:
        _cancel(streams)
    return _best(streams, texts, merits)


def _change(request: GenerateRequest, found: Review, text: str) -> GenerateRequest | None:
    """The request that changes the first page so that it has what it lacks, if that can be said."""
    said = "" if request.html else mending(found)
    return request.model_copy(update={"prompt": said, "html": read_page(text).html, "best_of": 1}) if said else None


def _best(streams: list[Stream], texts: list[str], merits: dict[int, Merit]) -> Finish:
    best = max(merits, key=lambda number: (merits[number], -number))
    first, *finishes = (each.finish for each in streams)
    finish = streams[best].finish
    assert first is not None and finish is not None, "what has merit has ended"
    seconds = first.seconds + max((each.seconds for each in finishes if each), default=0.0)
    return replace(finish, seconds=seconds, candidate=best + 1, replace=texts[best] if best else None)


def _cancel(streams: list[Stream]) -> None:
    for each in streams:
        each.cancel()
