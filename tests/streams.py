"""Reading an engine's stream to its end, for the tests of all engines."""

from htmlbuilder.engines.base import Finish, Stream


def ended(stream: Stream) -> Finish:
    for _ in stream:
        pass
    assert stream.finish is not None
    return stream.finish
