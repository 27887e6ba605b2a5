"""Does the background work until told to stop: digests hits, delivers facts, runs scheduled tasks."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable

from server import schedule
from server.events.storing.digest import Digest
from server.google.access import probes
from server.lib import outbox

log = logging.getLogger(__name__)

OUTBOX_PAUSE = 1.0


async def run(digest: Digest, stop: asyncio.Event) -> None:
    """Do the background work until `stop` is set. An error in one part is logged, and that part continues."""
    await _once("asking Google again", probes.hasten)
    await asyncio.gather(
        digest.run(stop),
        _deliver(stop),
        *(
            _again_and_again(name, task, period.total_seconds(), stop)
            for name, task, period in schedule.TABLE
        ),
    )


async def _deliver(stop: asyncio.Event) -> None:
    deliveries = outbox.Deliveries()
    try:
        await _again_and_again("outbox", deliveries.begin, OUTBOX_PAUSE, stop)
        await deliveries.settled()
    finally:
        await deliveries.end()


async def _once(name: str, step: Callable[[], Awaitable[object]]) -> None:
    try:
        await step()
    except Exception:  # the database may be down: it happens a little later without this
        log.exception("%s failed", name)


async def _again_and_again(
    name: str, step: Callable[[], Awaitable[object]], pause: float, stop: asyncio.Event
) -> None:
    while not stop.is_set():
        try:
            await step()
        except Exception:  # the database may be down for an hour: the loop must survive it
            log.exception("%s failed and will be tried again in %s s", name, pause)
        await sleep_unless(stop, pause)


async def sleep_unless(stop: asyncio.Event, seconds: float) -> None:
    """Sleep for `seconds`, or until `stop` is set."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
