"""Spaces costly steps of work, so that short answers are given between them."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Hashable

from quart import Quart

from server.lib.fair_queue import FairQueue, QueueFull

_NAME = "sightline-work-pace"
WAITING = 1000  # requests; a page takes a few milliseconds
_PASSES = 10  # of the loop; a pixel on a new connection takes about as many until it is answered


class WorkPace:
    """Lets one costly step happen, and then the loop pass a few times, before the next one happens.

    The loop runs everything that is ready before it looks at the network again. If 200 pages are ready to be
    made, a reader's pixel waits for a part of each. So they wait here: first those to be finished, then new
    ones, of which clients take turns by their place.
    """

    def __init__(self, waiting: int = WAITING) -> None:
        self._new: FairQueue[asyncio.Future[None]] = FairQueue(waiting)
        self._begun: deque[asyncio.Future[None]] = deque()
        self._passing = False

    async def begin(self, place: Hashable) -> None:
        """Wait to begin something. Raises QueueFull if too many wait."""
        turn = asyncio.get_running_loop().create_future()
        given_way = self._new.push(place, turn)
        if given_way is not None and not given_way.done():
            given_way.set_exception(QueueFull())
        await self._wait(turn)

    async def go_on(self) -> None:
        """Wait to go on with something that has begun."""
        turn = asyncio.get_running_loop().create_future()
        self._begun.append(turn)
        await self._wait(turn)

    async def _wait(self, turn: asyncio.Future[None]) -> None:
        if not self._passing:
            self._passing = True
            asyncio.get_running_loop().call_soon(self._pass, 0)
        await turn

    def _pass(self, left: int) -> None:
        if left:
            asyncio.get_running_loop().call_soon(self._pass, left - 1)
            return
        turn = self._next()
        if turn is None:
            self._passing = False
            return
        turn.set_result(None)
        asyncio.get_running_loop().call_soon(self._pass, _PASSES)

    def _next(self) -> asyncio.Future[None] | None:
        while self._begun or self._new:
            turn = self._begun.popleft() if self._begun else self._new.pop()
            if not turn.done():  # otherwise its task was cancelled
                return turn
        return None


def of(app: Quart) -> WorkPace:
    """Return the pace of an application's work."""
    held: WorkPace = app.extensions.setdefault(_NAME, WorkPace())
    return held
