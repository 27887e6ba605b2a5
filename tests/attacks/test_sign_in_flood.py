"""Charlie floods the sign-in page and opens hundreds of streams; Alice and her readers notice little."""

from __future__ import annotations

import asyncio
import os
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import pytest

from tests.attacks.guesser import BEHIND_PROXY, Answer, Guesser
from tests.faults.conftest import UNLIMITED, marked
from tests.faults.pace import Pace
from tests.faults.table import amount, busy, record
from tests.faults.visitor import PASSWORD, sign_in
from tests.serving import Server

ALICE, HER_ADDRESS = "alice@sandbox.example", "198.51.100.1"
AT_ONCE = 200
PATIENCE = 2.0  # seconds for Alice, on a quiet machine
QUICK = 50  # ms for a pixel, on a quiet machine


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Run `sightline serve` behind a proxy, with Alice as its owner."""
    with Server(tmp_path / "data", {**BEHIND_PROXY, **UNLIMITED}) as running:
        running.run("user", "add", ALICE, "--role", "owner", "--password", PASSWORD)
        yield running


async def flooded(
    guesser: Guesser, alice: Guesser, addresses: list[str], flood: str
) -> tuple[list[Answer], Answer]:
    """Charlie sends all guesses at once, and then Alice signs in. Return the answers to both."""
    sent = [
        asyncio.create_task(guesser.guess(f"{flood}{number}@x.example", "a guess", address))
        for number, address in enumerate(addresses)
    ]
    await asyncio.sleep(0.1)
    hers = await alice.guess(ALICE, PASSWORD, HER_ADDRESS)
    return await asyncio.gather(*sent), hers


@pytest.mark.timeout(240)
async def test_two_hundred_sign_ins_at_once_delay_alices_own_by_seconds_at_most(server: Server) -> None:
    pixels, _ = await asyncio.to_thread(marked, server, 10)
    charlie, alice = Guesser(server).opened(), Guesser(server).opened()
    alone = await alice.guess(ALICE, PASSWORD, HER_ADDRESS)
    alice.cookies["sightline-device"] = alone.cookie("sightline-device")
    pace = Pace(pixels, rate=50)
    reading = asyncio.create_task(pace.run(6 * amount(1, 4)))
    waits, statuses = list[float](), Counter[int]()
    for turn in range(amount(1, 5)):
        for kind, addresses in (
            ("one address", [f"203.0.113.{turn + 1}"] * AT_ONCE),
            ("200 addresses", [f"203.0.{turn}.{number}" for number in range(AT_ONCE)]),
        ):
            answers, hers = await flooded(charlie, alice, addresses, f"{kind[:3]}{turn}-")
            assert hers.status == 303, f"{kind}: {hers.status}"
            waits.append(hers.seconds)
            statuses.update(answer.status for answer in answers)
            later = [answer for answer in answers if answer.status == 503]
            assert all(answer.headers["retry-after"] == "3" for answer in later)
            assert all("Try again in a few seconds" in answer.body for answer in later)
            assert all(f"{kind[:3]}{turn}-" in answer.body for answer in later), "the form keeps the address"
    await reading
    told = ", ".join(f"{number} × {status}" for status, number in sorted(statuses.items()))
    record(
        "11.10 200 sign-ins at once",
        f"{len(waits)} floods",
        f"owner’s own after {max(waits):.2f} s, alone {alone.seconds:.2f} s; "
        f"pixel p99 {pace.slowest(0.01):.0f} ms; {told}",
    )
    assert not pace.failed
    assert set(statuses) <= {403, 429, 503}
    assert max(waits) <= PATIENCE * busy()
    assert pace.slowest(0.01) <= QUICK * busy() * 4


async def test_what_clients_do_not_wait_for_is_not_hashed(server: Server) -> None:
    """Charlie sends 200 guesses from 200 addresses and hangs up: Alice’s sign-in is the next in the queue."""
    charlie, alice = Guesser(server).opened(), Guesser(server).opened()
    alone = await alice.guess(ALICE, PASSWORD, HER_ADDRESS)
    before = cpu_seconds(server)
    sent = [await charlie.send(f"p{n}@x.example", "a guess", f"203.0.114.{n}") for n in range(AT_ONCE)]
    for _, writer in sent:
        writer.close()
    hers = await alice.guess(ALICE, PASSWORD, HER_ADDRESS)
    spent = cpu_seconds(server) - before
    result = f"owner’s own after {hers.seconds:.2f} s, CPU {spent:.1f} s"
    record("11.10 200 sign-ins that hang up", "1 flood", result)
    assert (alone.status, hers.status) == (303, 303)
    assert hers.seconds <= PATIENCE * busy()
    assert spent <= 0.01 * AT_ONCE, "those that found a place in the queue would take longer than that"
    again = await alice.guess(ALICE, PASSWORD, HER_ADDRESS)
    assert again.status == 303, "no turn was lost with those that hung up"


@pytest.mark.timeout(120)
async def test_four_hundred_streams_of_one_session_become_ten(server: Server) -> None:
    pixels, _ = await asyncio.to_thread(marked, server, 10)
    limits = httpx.Limits(max_connections=None)
    async with (
        httpx.AsyncClient(base_url=server.url, timeout=60, limits=limits, trust_env=False) as alice,
        AsyncExitStack() as streams,
    ):
        await sign_in(alice)
        usual, _ = await busy_with(server, pixels, amount(3, 30))
        requests = (alice.build_request("GET", "/live") for _ in range(400))
        answers = [await alice.send(request, stream=True) for request in requests]
        for answer in answers:
            streams.push_async_callback(answer.aclose)
        statuses = Counter(answer.status_code for answer in answers)
        refused = next(answer for answer in answers if answer.status_code == 503)
        assert int(refused.headers["Retry-After"]) > 0
        share, p99 = await busy_with(server, pixels, amount(3, 30))
        for answer in answers:
            await answer.aclose()
        again = await alice.send(alice.build_request("GET", "/live"), stream=True)
        streams.push_async_callback(again.aclose)
    cost = f"{share:.0%} of a core, without them {usual:.0%}; pixel p99 {p99:.0f} ms"
    record(
        "11.10 streams of one session", "400 streams", f"{statuses[200]} × 200, {statuses[503]} × 503; {cost}"
    )
    assert statuses == {200: 10, 503: 390}
    assert share - usual <= 0.1
    assert again.status_code == 200, "closed streams leave room"


async def busy_with(server: Server, pixels: list[str], seconds: float) -> tuple[float, float]:
    """Return the share of a core that the server uses while some pixels come in, and their p99 in ms."""
    pace, began, before = Pace(pixels, rate=10), time.monotonic(), cpu_seconds(server)
    await pace.run(seconds)
    assert not pace.failed
    return (cpu_seconds(server) - before) / (time.monotonic() - began), pace.slowest(0.01)


def cpu_seconds(server: Server) -> float:
    """Return the processor time that the server has used."""
    assert server.process is not None
    stat = Path(f"/proc/{server.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")
