"""Knows how far the clock is believed where something ends for good, such as events past their retention.

A clock may jump: an empty battery, a restored machine, a wrong hand. What is due goes by the clock, but what
is deleted, or ends, goes by the settled time: the clock's time as far as it is confirmed, by seconds that
really passed or by the answers of other servers. See docs/decisions/070-settled-time.md.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from quart import has_app_context

from server.lib import clock, notes
from server.lib.net import outside_time
from server.lib.runtime import runtime

log = logging.getLogger(__name__)

NOTE: Final = "clock"
DAY: Final = 86_400.0
SLACK: Final = 300.0  # seconds by which a clock may be corrected between two looks
AGREES: Final = 3600.0  # seconds by which our clock may differ from those of other servers
_LONG: Final = 180 * DAY  # a server that was off for longer is rarer than a wrong clock

_FRESH: Final = 1800.0  # seconds; three looks of the process that deletes

Earlier = Callable[[], Awaitable[datetime | None]]


@dataclass(frozen=True, slots=True)
class Belief:
    """What is believed of the clock. `reached`: the settled time, in Unix seconds.

    `offset`: by how many seconds the clock was ahead of it (behind, if negative) although no such time has
    passed; `waited`: for how many seconds the clock has gone on like that.
    """

    reached: float
    offset: float = 0.0
    waited: float = 0.0

    def after(self, passed: float, now: float, outside: float | None) -> Belief:
        """Return what to believe when `passed` seconds have passed, and the clock says `now`.

        `outside`: the time by the clocks of others; None if nobody has said it. A clock that disagrees with
        them is believed as far as they go. Otherwise, a jump is believed after a wait: a day, or a tenth of a
        jump that is longer than a server is likely to be off. Pure.
        """
        expected = self.reached + passed
        if outside is not None:
            settled = now if abs(now - outside) <= AGREES else min(now, outside)
            return Belief(settled, now - settled)
        offset = now - expected
        if abs(offset) <= SLACK:
            return Belief(now)
        waited = self.waited + passed if self.offset and abs(offset - self.offset) <= DAY else 0.0
        if waited >= patience(offset):
            return Belief(now)
        return Belief(expected, offset, waited)


def patience(offset: float) -> float:
    """Return after how many seconds a clock is believed that jumped by `offset` seconds."""
    return DAY if abs(offset) <= _LONG else abs(offset) / 10


class SettledClock:
    """The settled time of this process. `earlier` says when something last happened, if nothing is noted."""

    def __init__(self, earlier: Earlier) -> None:
        self._earlier = earlier
        self._belief: Belief | None = None
        self._as_of = 0.0  # by clock.elapsed
        self._looking = asyncio.Lock()

    def earliest(self, now: datetime) -> datetime:
        """Return `now` or, if it is later, the settled time. Before the first look, return `now`."""
        if self._belief is None:
            return now
        return min(now, clock.from_unix(self._belief.reached + clock.elapsed() - self._as_of))

    def unix(self) -> float:
        """Return the earlier one of the clock's and the settled time, in Unix seconds.

        Before the first look it is 0: nothing ends while it is not known whether the clock is right.
        """
        if self._belief is None:
            return 0.0
        return min(clock.unix(), self._belief.reached + clock.elapsed() - self._as_of)

    @property
    def doubt(self) -> timedelta | None:
        """By how much the clock is ahead (behind, if negative) while it is not believed; None below a day."""
        if self._belief is None or abs(self._belief.offset) <= DAY:
            return None
        return timedelta(seconds=self._belief.offset)

    async def now(self) -> datetime:
        """Return the settled time, after a look if there was none."""
        if self._belief is None:
            await self.look()
        return self.earliest(clock.now())

    async def look(self) -> None:
        """Compare the clock with the time that has passed, and note what is believed."""
        async with self._looking:
            passed, now = clock.elapsed() - self._as_of, clock.unix()
            before = self._belief
            if before is None:
                passed, before = 0.0, await self._noted(now)
            belief = before.after(passed, now, outside_time.told())
            self._belief, self._as_of = belief, clock.elapsed()
            await notes.keep(NOTE, asdict(belief))
            if abs(belief.offset) > DAY >= abs(before.offset):
                log.warning("%s", doubt_of(belief))

    async def follow(self) -> None:
        """Take over what the process that deletes has noted; look, if it has noted nothing for a while.

        So the settled time goes on while that process is off.
        """
        note = await notes.Note.get_or_none(name=NOTE)
        age = (clock.now() - note.at).total_seconds() if note else _FRESH
        if note is None or note.value is None or not 0 <= age < _FRESH:
            await self.look()
            return
        noted = Belief(**note.value)
        self._belief, self._as_of = replace(noted, reached=noted.reached + age), clock.elapsed()

    async def _noted(self, now: float) -> Belief:
        noted = await notes.kept(NOTE)
        if noted:
            return Belief(**noted)
        last = await self._earlier()
        return Belief(min(now, last.timestamp()) if last else now)


def doubt_of(belief: Belief) -> str:
    """Say that the clock is not believed, and until when nothing is deleted by it."""
    shown, settled = (clock.from_unix(each) for each in (belief.reached + belief.offset, belief.reached))
    left = max(0.0, patience(belief.offset) - belief.waited) / 3600
    return (
        f"The clock says {shown:%Y-%m-%d %H:%M} UTC, but {settled:%Y-%m-%d %H:%M} was expected. Unless the "
        "server was off for so long, set the clock. "
        f"Nothing ends or is deleted by it within the next {left:.0f} hours."
    )


async def settled_now() -> datetime:
    """Return the settled time, by which tasks delete what is old. Outside of an app, return the clock's."""
    return await runtime()[SettledClock].now() if has_app_context() else clock.now()


def believed(now: datetime) -> datetime:
    """Return `now` or, while the clock is doubted, the earlier settled time, by which things end."""
    return runtime()[SettledClock].earliest(now) if has_app_context() else now


async def look_at_clock() -> None:
    """Look whether the clock has jumped. A periodic task."""
    await runtime()[SettledClock].look()
