"""Spreads work over the rounds of the event loop, so that short answers are given between long ones."""

from __future__ import annotations

import asyncio

from quart import Quart

_NAME = "sightline-turns"
MOST_WAITING = 500


class Busy(Exception):
    """So much work waits already that no more is accepted."""


class Turns:
    """Lets one task go on in each round of the event loop, in the order in which they came.

    A page takes some milliseconds of the only thread. When a hundred were asked for at once, all of them
    could be made in the same round, and pixels would wait for all.
    """

    def __init__(self, most_waiting: int = MOST_WAITING) -> None:
        self._most = most_waiting
        self._waiting = 0
        self._turn = asyncio.Lock()

    async def take(self) -> None:
        """Wait for a turn, however long the queue is."""
        self._waiting += 1
        try:
            async with self._turn:
                await asyncio.sleep(0)
        finally:
            self._waiting -= 1

    async def take_soon(self) -> None:
        """Wait for a turn. Raises Busy if too many wait already."""
        if self._waiting >= self._most:
            raise Busy
        await self.take()


def of(app: Quart) -> Turns:
    """Return the turns of an application."""
    held: Turns = app.extensions.setdefault(_NAME, Turns())
    return held
