"""A request hidden in the body of another is not carried out, and nginx and the server agree what is hidden.

nginx reads some of these bodies as two requests. Then it answers both, and nothing is hidden from it.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from tests.attacks import smuggling
from tests.attacks.conftest import Target
from tests.attacks.place import Place
from tests.faults import table

HIDDEN = "Smuggled/"
PICTURE = b"Content-Type: image/gif".lower()
ANSWERED_WITHIN = 1.0  # seconds of silence after which nothing more is expected


@pytest.mark.parametrize("front", ["alone", "behind nginx"])
async def test_a_hidden_request_is_not_carried_out(targets: Callable[[str], Target], front: str) -> None:
    target = await asyncio.to_thread(targets, front)
    place = Place.of(target.pixels[0])
    names = list(smuggling.cases("x", ""))
    wishes = {name: f"{HIDDEN}{front}/{number}".replace(" ", "-") for number, name in enumerate(names)}
    answers = await asyncio.gather(*(_send(place, target, name, wishes[name]) for name in names))
    await _read_one(place, target, "Smuggled-none/last")  # what was read before it is stored before it
    done = _agents(target)
    answered = {name for name, answer in zip(names, answers, strict=True) if PICTURE in answer.lower()}
    carried_out = {name for name in names if wishes[name] in done}
    behind_its_back = carried_out - answered
    refused = sum(answer.startswith((b"HTTP/1.1 4", b"HTTP/1.1 501")) or not answer for answer in answers)
    table.record(
        f"11.1 requests hidden in ambiguous bodies, {front}",
        f"{len(names)} kinds",
        f"{len(behind_its_back)} carried out unseen, {len(answered)} as a second request, {refused} refused",
    )
    assert not behind_its_back
    assert not answered - carried_out
    assert front == "behind nginx" or not answered
    assert not [answer for answer in answers if answer.startswith(b"HTTP/1.1 500")]


async def _send(place: Place, target: Target, name: str, agent: str) -> bytes:
    hidden = f"GET {target.known.pixel} HTTP/1.1\r\nHost: {place.host}\r\nUser-Agent: {agent}\r\n\r\n"
    reader, writer = await place.open()
    writer.write(smuggling.cases(place.host, hidden)[name])
    answer = b""
    with suppress(OSError, TimeoutError):
        while piece := await asyncio.wait_for(reader.read(2**16), ANSWERED_WITHIN + table.busy()):
            answer += piece
    writer.transport.abort()
    return answer


async def _read_one(place: Place, target: Target, agent: str) -> None:
    reader, writer = await place.open()
    head = f"GET {target.known.pixel} HTTP/1.1\r\nHost: {place.host}\r\nUser-Agent: {agent}\r\n"
    writer.write(f"{head}Connection: close\r\n\r\n".encode())
    assert (await reader.read()).startswith(b"HTTP/1.1 200")
    writer.close()
    until = time.monotonic() + 60
    while agent not in _agents(target):
        assert time.monotonic() < until
        await asyncio.sleep(0.2)


def _agents(target: Target) -> set[str]:
    with sqlite3.connect(target.server.data / "sightline.db", timeout=30) as database:
        rows = database.execute("SELECT user_agent FROM event JOIN agent ON agent.id = agent_id")
        return {agent for (agent,) in rows if agent.startswith("Smuggled")}
