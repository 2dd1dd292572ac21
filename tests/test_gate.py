"""The gate: slots, the line, deadlines, cancelling, readiness. The engine is a fake; real ones are met in test_api and
tests/load.
"""

import asyncio
import contextlib
import threading
import time

import pytest

from htmlbuilder.engines.base import Answer, GenerateRequest, answer
from htmlbuilder.errors import Busy, DeadlinePassed, ModelError, NotReady, UpstreamError
from htmlbuilder.settings import Settings
from htmlbuilder.web.gate import Gate
from tests.fakes import PAGE, PIECES, FakeEngine

WISH = GenerateRequest(prompt="a login page", seed=7)


def opened(engine: FakeEngine, **settings) -> Gate:
    gate = Gate(engine, Settings(**settings))
    gate.wait_ready(5)
    return gate


async def collect(gate: Gate, wish: GenerateRequest = WISH) -> list[str | Answer]:
    return [item async for item in gate.stream(wish)]


def inside(gate: Gate) -> tuple[int, int]:
    return len(gate._running), len(gate._waiting)


async def until(condition, seconds: float = 3.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come to pass"
        await asyncio.sleep(0.005)


def test_text_comes_first_and_the_answer_last():
    *texts, answer = asyncio.run(collect(opened(FakeEngine(delay=0.001))))
    assert "".join(texts) == answer.html == PAGE
    assert (answer.finish_reason, answer.seed, answer.model, answer.tokens) == ("stop", 7, "fake", len(PIECES))
    assert 0.001 * len(PIECES) <= answer.seconds < 2


def test_what_has_piled_up_comes_in_one_piece():
    async def slow_reader() -> int:
        count = 0
        async for _ in gate.stream(WISH):
            count += 1
            await asyncio.sleep(0.1)
        return count

    gate = opened(FakeEngine(delay=0.001))
    assert asyncio.run(slow_reader()) <= 5 < len(PIECES)


def test_reading_one_page_holds_up_no_other(monkeypatch):
    async def longest_pause() -> float:
        reading = asyncio.create_task(collect(gate))
        pauses = []
        while not reading.done():
            began = time.monotonic()
            await asyncio.sleep(0.01)
            pauses.append(time.monotonic() - began)
        assert (await reading)[-1].html == PAGE
        return max(pauses)

    def slowly(*parts):
        time.sleep(0.6)
        return answer(*parts)

    gate = opened(FakeEngine())
    monkeypatch.setattr("htmlbuilder.web.gate.answer", slowly)
    assert asyncio.run(longest_pause()) < 0.3


def test_no_more_run_than_there_are_slots_and_the_line_is_first_come_first_served():
    async def crowd() -> list[int]:
        tasks = []
        for number in range(12):
            tasks.append(asyncio.create_task(collect(gate, GenerateRequest(prompt=f"page {number}"))))
            await asyncio.sleep(0)
        return [(await task)[-1].tokens for task in tasks]

    engine = FakeEngine(delay=0.001)
    gate = opened(engine, slots=3, queue_size=9)
    assert asyncio.run(crowd()) == [len(PIECES)] * 12
    assert engine.most == 3
    assert [wish.prompt for wish in engine.requests] == [f"page {number}" for number in range(12)]
    assert inside(gate) == (0, 0)


def test_a_full_line_sends_away_and_says_when_to_come_back():
    async def crowd() -> list[object]:
        return await asyncio.gather(*(collect(gate) for _ in range(5)), return_exceptions=True)

    gate = opened(FakeEngine(delay=0.01), slots=1, queue_size=2, deadline=60)
    results = asyncio.run(crowd())
    busy = [result for result in results if isinstance(result, Busy)]
    assert len(busy) == 2 and len(results) - len(busy) == 3
    gate._durations.extend([4.0] * 20)
    busy = [result for result in asyncio.run(crowd()) if isinstance(result, Busy)]
    assert {error.retry_after for error in busy} == {12}  # three inside, 4 s each, one slot


def test_leaving_frees_the_slot_at_once_even_from_a_silent_engine():
    async def leave_and_return() -> float:
        stuck = asyncio.create_task(collect(gate))
        await until(lambda: engine.running == 1)
        waiting = asyncio.create_task(collect(gate))
        await until(lambda: inside(gate) == (1, 1))
        began = time.monotonic()
        stuck.cancel()
        await until(lambda: engine.running == 2)
        hold.set()
        assert (await waiting)[-1].html == PAGE
        return time.monotonic() - began

    hold = threading.Event()
    engine = FakeEngine(hold=hold)
    gate = opened(engine, slots=1)
    assert asyncio.run(leave_and_return()) < 0.5
    assert engine.cancelled == 1


def test_leaving_the_line_takes_no_slot_and_keeps_the_order():
    async def leave_from_the_middle() -> None:
        tasks = [asyncio.create_task(collect(gate, GenerateRequest(prompt=name))) for name in "abc"]
        await until(lambda: inside(gate) == (1, 2))
        tasks[1].cancel()
        await until(lambda: inside(gate) == (1, 1))
        hold.set()
        await asyncio.gather(tasks[0], tasks[2])

    hold = threading.Event()
    engine = FakeEngine(hold=hold)
    gate = opened(engine, slots=1)
    asyncio.run(leave_from_the_middle())
    assert [wish.prompt for wish in engine.requests] == ["a", "c"]


def test_closing_the_iteration_cancels():
    async def read_one() -> None:
        async with contextlib.aclosing(gate.stream(WISH)) as items:
            assert await anext(items)
        assert inside(gate) == (0, 0)
        await until(lambda: engine.cancelled == 1)

    engine = FakeEngine(delay=0.01)
    gate = opened(engine)
    asyncio.run(read_one())


def test_a_deadline_is_noticed_while_the_engine_is_silent():
    hold = threading.Event()
    gate = opened(FakeEngine(hold=hold), deadline=0.2)
    began = time.monotonic()
    with pytest.raises(DeadlinePassed, match="writing the page"):
        asyncio.run(collect(gate))
    assert 0.2 <= time.monotonic() - began < 0.6
    assert inside(gate) == (0, 0)
    hold.set()


def test_the_deadline_counts_the_time_in_line():
    async def first_without_haste(deadline: float) -> tuple[list[str | Answer], object]:
        first = asyncio.create_task(collect(gate))
        await until(lambda: inside(gate) == (1, 0))
        gate.settings = gate.settings.model_copy(update={"deadline": deadline})
        (second,) = await asyncio.gather(collect(gate), return_exceptions=True)
        return await first, second

    gate = opened(FakeEngine(pieces=["<p>", "</p>"], delay=0.15), slots=1)
    first, second = asyncio.run(first_without_haste(0.5))
    assert "".join(first[:-1]) == "<p></p>"
    assert isinstance(second, DeadlinePassed)
    gate = opened(FakeEngine(pieces=["<p>", "</p>"], delay=0.15), slots=1)
    assert "waiting for a free slot" in str(asyncio.run(first_without_haste(0.1))[1])


def test_an_engine_that_fails_midway_is_heard_after_what_it_wrote():
    async def read() -> str:
        text = ""
        with pytest.raises(UpstreamError, match="gone"):
            async for item in gate.stream(WISH):
                text += item
        return text

    gate = opened(FakeEngine(failure=UpstreamError("the server is gone")))
    assert asyncio.run(read()) == PAGE
    assert inside(gate) == (0, 0)


def test_not_ready_until_a_token_has_been_made():
    proceed = threading.Event()

    def slowly() -> FakeEngine:
        proceed.wait()
        return FakeEngine()

    gate = Gate(slowly, Settings())
    assert not gate.ready
    with pytest.raises(NotReady, match="loading"):
        asyncio.run(collect(gate))
    proceed.set()
    gate.wait_ready(5)
    assert gate.ready
    assert asyncio.run(collect(gate))[-1].html == PAGE


@pytest.mark.parametrize(
    ("raised", "said"),
    [(ModelError("no such directory"), "no such directory"), (OSError("disk on fire"), "OSError: disk on fire")],
)
def test_a_model_that_cannot_be_opened_is_reported_to_all_who_ask(raised, said):
    def fail() -> FakeEngine:
        raise raised

    gate = Gate(fail, Settings())
    for _ in range(2):
        with pytest.raises(ModelError, match=said):
            gate.wait_ready(5)
        with pytest.raises(ModelError, match=said):
            asyncio.run(collect(gate))


def test_a_model_that_writes_nothing_is_not_ready():
    class Mute(FakeEngine):
        def stream(self, request):
            return super().stream(GenerateRequest(prompt="x", max_new_tokens=2))

    engine = Mute(pieces=())
    gate = Gate(engine, Settings())
    with pytest.raises(ModelError, match="wrote nothing"):
        gate.wait_ready(5)
    assert engine.closed


def test_closing_the_gate_ends_everyone_and_refuses_newcomers():
    async def shut_down() -> list[object]:
        tasks = [asyncio.create_task(collect(gate)) for _ in range(3)]
        await until(lambda: inside(gate) == (1, 2))
        await asyncio.to_thread(gate.close)
        return await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), 1)

    hold = threading.Event()
    engine = FakeEngine(hold=hold)
    gate = opened(engine, slots=1)
    assert [type(result) for result in asyncio.run(shut_down())] == [NotReady] * 3
    assert engine.closed and not gate.ready
    with pytest.raises(NotReady, match="shutting down"):
        asyncio.run(collect(gate))
    hold.set()


def test_an_engine_opened_after_the_gate_was_closed_is_freed():
    engine, proceed = FakeEngine(), threading.Event()

    def slowly() -> FakeEngine:
        proceed.wait()
        return engine

    gate = Gate(slowly, Settings())
    gate.close()
    proceed.set()
    gate._settled.wait(5)
    assert engine.closed and not gate.ready
