"""Carries out attacks in a process of its own, at a low priority: `python -m tests.attacks.attacker`.

It reads one `Order` as JSON from its input, and prints a list of `Tally` as JSON.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import socket
import sys
import time
from dataclasses import asdict, dataclass, field
from typing import Any

from tests.attacks import catalogue
from tests.attacks.attack import Attack, Known, Scene, Tally
from tests.attacks.place import Place, Streams

OPENING = 3.0  # seconds that an attacker waits for a connection


@dataclass(frozen=True)
class Order:
    """Which attacks to carry out, all at the same time, and for how many seconds."""

    url: str
    labels: list[str]
    seconds: float
    full: bool = False
    at_once: int | None = None
    known: dict[str, str] = field(default_factory=dict)


async def attack(order: Order) -> list[Tally]:
    """Carry out an order."""
    ends = time.monotonic() + order.seconds
    place, known = Place.of(order.url), Known(**order.known)
    scenes = [(catalogue.ALL[label], Scene(place, known, ends)) for label in order.labels]
    async with asyncio.TaskGroup() as holders:
        for each, scene in scenes:
            for _ in range(order.at_once or each.at_once[order.full]):
                holders.create_task(_hold(each, scene))
    return [scene.tally for _, scene in scenes]


async def _hold(attack: Attack, scene: Scene) -> None:
    while scene.left > 0:
        try:
            async with asyncio.timeout(min(OPENING, scene.left)):
                streams = await scene.place.open(**_options(attack, scene.place))
        except (OSError, TimeoutError):
            scene.tally.refused += 1
            await asyncio.sleep(0.2)
            continue
        scene.tally.opened += 1
        await _one(attack, scene, streams)
        await asyncio.sleep(min(attack.pause, max(0.0, scene.left)))


async def _one(attack: Attack, scene: Scene, streams: Streams) -> None:
    began = time.monotonic()
    acting = asyncio.create_task(_act(attack, scene, streams))
    reading = asyncio.create_task(_read(scene.tally, streams)) if attack.reads else acting
    await asyncio.wait({reading}, timeout=max(0.0, scene.left))
    scene.tally.oldest = max(scene.tally.oldest, time.monotonic() - began)
    streams[1].transport.abort()
    for task in (acting, reading):
        task.cancel()
    await asyncio.gather(acting, reading, return_exceptions=True)


async def _act(attack: Attack, scene: Scene, streams: Streams) -> None:
    with contextlib.suppress(OSError):  # the server has closed, as it should
        await attack.act(scene, streams)


async def _read(tally: Tally, streams: Streams) -> None:
    with contextlib.suppress(OSError):
        while piece := await streams[0].read(2**16):
            for answer in piece.split(b"HTTP/1.1 ")[1:]:
                status = answer[:3].decode(errors="replace")
                tally.answers[status] = tally.answers.get(status, 0) + 1


def _options(attack: Attack, place: Place) -> dict[str, Any]:
    if not attack.small_buffer:
        return {}
    sock = socket.socket()
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    sock.connect(("127.0.0.1", place.port))
    sock.setblocking(False)
    return {"sock": sock, "limit": 1024}


if __name__ == "__main__":
    os.nice(15)
    print(json.dumps([asdict(each) for each in asyncio.run(attack(Order(**json.load(sys.stdin))))]))
