"""More clients than there is room for, clients that leave, and clients that dawdle: all are answered, nothing leaks."""

import asyncio
import random
import time
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from htmlbuilder.settings import Settings
from htmlbuilder.web import api
from htmlbuilder.web.gate import Gate
from tests.fakes import PAGE, FakeEngine
from tests.serving import serving

CROWD = 64


def opened(engine: FakeEngine, **settings) -> Gate:
    gate = Gate(engine, Settings(slots=4, queue_size=8, **settings))
    gate.wait_ready(5)
    return gate


def resident() -> int:
    """The memory this process occupies, in bytes."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    raise AssertionError("no VmRSS")


async def ask(client: httpx.AsyncClient, number: int) -> int:
    """One client, half of them streaming. Returns the status, once the answer is checked."""
    if number % 2:
        response = await client.post("/generate", json={"prompt": f"page {number}"})
        assert response.status_code != 200 or response.json()["html"] == PAGE
    else:
        async with client.stream("POST", "/generate", json={"prompt": f"page {number}", "stream": True}) as response:
            text = (await response.aread()).decode()
        assert response.status_code != 200 or "event: done" in text
    assert response.status_code != 429 or int(response.headers["retry-after"]) >= 1
    return response.status_code


async def crowd(url: str) -> Counter[int]:
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(base_url=url, limits=limits, timeout=30, verify=False) as client:
        return Counter(await asyncio.gather(*(ask(client, number) for number in range(CROWD))))


def test_a_crowd_is_served_or_sent_away_and_memory_stays():
    engine = FakeEngine(delay=0.005)
    gate = opened(engine)
    with serving(gate) as url:
        rounds, sizes = [], []
        for _ in range(6):
            rounds.append(asyncio.run(asyncio.wait_for(crowd(url), 30)))
            sizes.append(resident())
    for statuses in rounds:
        assert set(statuses) == {200, 429} and statuses.total() == CROWD
        assert statuses[200] >= 12  # four run, eight wait: at the very least those are served
    assert engine.most == 4
    assert len(engine.requests) == sum(statuses[200] for statuses in rounds)
    assert not gate._running and not gate._waiting and engine.running == 0
    assert sizes[-1] - sizes[1] < 8 * 2**20, sizes


def test_those_who_obey_retry_after_are_all_served_in_the_end():
    async def stubborn(client: httpx.AsyncClient, number: int) -> int:
        for attempt in range(1, 40):
            if await ask(client, number) == 200:
                return attempt
            await asyncio.sleep(0.2 + random.random() * 0.2)  # it says a second or more; the test is in a hurry
        raise AssertionError("never served")

    async def all_of_them(url: str) -> list[int]:
        limits = httpx.Limits(max_connections=None)
        async with httpx.AsyncClient(base_url=url, limits=limits, timeout=30, verify=False) as client:
            return await asyncio.gather(*(stubborn(client, number) for number in range(CROWD)))

    engine = FakeEngine(delay=0.005)
    with serving(opened(engine)) as url:
        attempts = asyncio.run(asyncio.wait_for(all_of_them(url), 30))
    assert len(attempts) == CROWD == len(engine.requests) and max(attempts) > 1


def test_clients_that_leave_at_any_moment_leave_nothing_behind():
    async def fickle(client: httpx.AsyncClient, number: int) -> int | None:
        try:
            return await asyncio.wait_for(ask(client, number), random.uniform(0.01, 0.3))
        except TimeoutError:
            return None

    async def all_of_them(url: str) -> Counter[int | None]:
        limits = httpx.Limits(max_connections=None)
        async with httpx.AsyncClient(base_url=url, limits=limits, timeout=30, verify=False) as client:
            return Counter(await asyncio.gather(*(fickle(client, number) for number in range(CROWD))))

    random.seed(5)
    engine = FakeEngine(delay=0.01)
    gate = opened(engine)
    with serving(gate) as url:
        statuses = asyncio.run(asyncio.wait_for(all_of_them(url), 30))
        assert set(statuses) <= {200, 429, None} and statuses[None] > 5
        until = time.monotonic() + 2
        while (gate._running or gate._waiting or engine.running) and time.monotonic() < until:
            time.sleep(0.01)
        assert not gate._running and not gate._waiting and engine.running == 0
        assert asyncio.run(crowd(url))[200] >= 12


def test_bodies_that_trickle_in_cost_little_and_hold_up_no_one(monkeypatch):
    async def dawdle(host: str, port: int) -> bytes:
        reader, writer = await asyncio.open_connection(host, port)
        head = b"POST /generate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        writer.write(head + b'Content-Length: 60000\r\n\r\n{"prompt": "')
        answer = asyncio.ensure_future(reader.readline())
        while not answer.done():
            writer.write(b"x")
            await asyncio.wait({answer}, timeout=0.1)
        writer.close()
        return await answer

    async def all_of_them(url: str) -> tuple[list[bytes], float, float]:
        parts = urlsplit(url)
        began = time.monotonic()
        dawdlers = [asyncio.create_task(dawdle(parts.hostname, parts.port)) for _ in range(200)]
        await asyncio.sleep(0.3)
        async with httpx.AsyncClient(base_url=url, timeout=10, verify=False) as client:
            asked = time.monotonic()
            assert await ask(client, 1) == 200
            served = time.monotonic() - asked
        return await asyncio.gather(*dawdlers), served, time.monotonic() - began

    monkeypatch.setattr(api, "BODY_SECONDS", 1.5)
    gate = opened(FakeEngine())
    with serving(gate) as url:
        before = resident()
        answers, served, lasted = asyncio.run(asyncio.wait_for(all_of_them(url), 30))
        assert resident() - before < 200 * 2 * gate.settings.max_body
    assert set(answers) == {b"HTTP/1.1 408 Request Timeout\r\n"}
    assert served < 1 and 1.4 < lasted < 6
