"""Keeps the background work running in a process of its own, from the process that answers requests."""

from __future__ import annotations

import asyncio
import logging
import socket
import time
from collections.abc import Awaitable, Callable

from server.ingest.shared_spool import FORGET, forget_for
from server.ingest.spool_choice import AnySpool
from server.lib import metrics
from server.lib.hub import Hub
from server.lib.processes.fork_server import ForkServer, ForkServerGone
from server.lib.processes.link import ProcessLink, linked
from server.lib.processes.restarts import Restarts
from server.lib.processes.worker_health import HANGS, WorkerHealth, WorkerState
from server.worker import sleep_unless

log = logging.getLogger(__name__)

Work = Callable[[asyncio.Event], Awaitable[None]]

READY, ARRIVED = "ready", "arrived"  # what worker and supervisor tell each other, besides shared_spool.py
LISTEN_SECONDS = 1.0  # longer than COUNTS_EVERY of the link
ARRIVALS_EVERY = 0.02  # seconds: one word about hits stands for all that came since the last


class Supervisor:
    """Starts a worker with `forks`, and another one whenever it ends or hangs, until told to stop.

    `inline` does the work in this process, for the case that no worker can be started any more.
    """

    def __init__(
        self,
        forks: ForkServer,
        hub: Hub,
        spool: AnySpool,
        restarts: Restarts,
        health: WorkerHealth,
        inline: Work,
    ) -> None:
        self._forks = forks
        self._hub = hub
        self._spool = spool
        self._restarts = restarts
        self._health = health
        self._inline = inline
        self._link: ProcessLink | None = None
        self._ready_at: float | None = None
        self._telling: asyncio.TimerHandle | None = None
        self._more_arrived = False
        spool.on_arrival(self._arrived)

    async def run(self, stop: asyncio.Event, patience: float) -> None:
        """Keep a worker running until `stop` is set; then it gets `patience` seconds to end."""
        try:
            while not stop.is_set():
                status = await self._one(stop, patience)
                if not stop.is_set():
                    await sleep_unless(stop, self._after(status))
        except ForkServerGone:
            log.critical("no process can be started for the background work, so it continues in this one")
            self._health.note(WorkerState.OK)
            await self._inline(stop)

    async def _one(self, stop: asyncio.Event, patience: float) -> int:
        """Start a worker and wait until it has ended. Returns its exit status."""
        self._ready_at = None
        is_first = self._health.state is WorkerState.OFF
        self._health.note(WorkerState.STARTING if is_first else WorkerState.RESTARTING)
        link = self._link = ProcessLink(self._hub)
        link.handle(READY, self._ready)
        link.handle(FORGET, self._forget)
        ours, theirs = socket.socketpair()
        with theirs:
            await linked(link, ours)
            self._forks.start(theirs)
        ended = asyncio.create_task(self._ended(link))
        stopping = asyncio.create_task(stop.wait())
        hanging = asyncio.create_task(self._hangs(link))
        try:
            await asyncio.wait((ended, stopping, hanging), return_when=asyncio.FIRST_COMPLETED)
            if hanging.done():
                log.error("the worker has said nothing for %.0f s, and is killed", HANGS)
                self._forks.kill()
            link.close()  # this tells the worker to end
            if not ended.done() and not (await asyncio.wait((ended,), timeout=patience))[0]:
                log.warning("the worker does not end in time, and is killed")
                self._forks.kill()
            return await ended
        finally:
            self._link = None
            stopping.cancel()
            hanging.cancel()
            self._health.note(WorkerState.RESTARTING)

    async def _hangs(self, link: ProcessLink) -> None:
        """Wait until the worker has said nothing for too long."""
        while not self._health.hangs:
            before = link.received
            # In short steps: if this process was itself stopped, it is not the worker that was silent.
            await asyncio.sleep(LISTEN_SECONDS)
            self._health.listened(LISTEN_SECONDS, heard=link.received > before)

    async def _ended(self, link: ProcessLink) -> int:
        try:
            return await self._forks.ended()
        except ForkServerGone:
            await link.ended.wait()  # the worker goes on without the process that has started it
            raise

    def _ready(self, _: object) -> None:
        self._ready_at = time.monotonic()
        self._health.note(WorkerState.OK)
        self._hub.stir()  # pages look for what the worker before this one has stored, and could not tell

    def _forget(self, upto: int) -> None:
        if self._link:
            forget_for(self._spool, self._link.tell, upto)

    def _arrived(self) -> None:
        """Tell the worker that hits have arrived, at most once in ARRIVALS_EVERY."""
        if self._telling is not None:
            self._more_arrived = True
        elif self._link:
            self._link.tell(ARRIVED)
            self._telling = asyncio.get_running_loop().call_later(ARRIVALS_EVERY, self._told)

    def _told(self) -> None:
        self._telling = None
        if self._more_arrived:
            self._more_arrived = False
            self._arrived()

    def _after(self, status: int) -> float:
        metrics.count("worker.ended")
        lived = time.monotonic() - self._ready_at if self._ready_at else 0.0
        pause = self._restarts.pause_after(lived)
        how = f"by signal {-status}" if status < 0 else f"with status {status}"
        log.error(
            "the worker has ended %s after %.1f s of work, and is started again in %s s", how, lived, pause
        )
        return pause
