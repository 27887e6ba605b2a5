"""Builds the ASGI application: the edge in front of Quart, the background work, and a clean shutdown.

The background work runs in a process of its own, which is forked from another one: see fork_server.py.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from functools import partial
from uuid import UUID

import uvloop
from quart import Quart
from tortoise.exceptions import ConfigurationError

from server import reactions, worker
from server.app import create_app
from server.events.storing.digest import Digest
from server.google.settings import GoogleSettings
from server.ingest import loss_rows
from server.ingest.edge import Edge
from server.ingest.losses import Losses
from server.ingest.reported_links import LinkHashes, ReportedLinks, ask_database
from server.ingest.settings import IngestSettings
from server.ingest.shared_spool import FORGOTTEN, RemoteForget
from server.ingest.spool import Spool
from server.ingest.spool_choice import AnySpool, opened
from server.lib import outbox, work_pace
from server.lib.config import ConfigError
from server.lib.database import connection
from server.lib.database.readiness import Readiness, Stage
from server.lib.hub import Hub
from server.lib.net.geoip import GeoLookup
from server.lib.net.resolver import DocumentationNames, Resolver, SystemResolver
from server.lib.processes.fork_server import ForkServer
from server.lib.processes.link import ProcessLink, linked
from server.lib.processes.restarts import Restarts
from server.lib.processes.worker_health import WorkerHealth, WorkerState
from server.lib.runtime import Runtime
from server.lib.settings import ServerSettings, Settings, WorkerMode
from server.lib.settled import SettledClock
from server.lib.shutdown import ended_before, first, stopping, watched
from server.lib.web.asgi import Application, Receive, Scope, Send
from server.marks.key_file import LiveRing
from server.ops import lost_keys, observing, opening
from server.ops.host_check import HostCheck
from server.ops.pacing import Pacing
from server.startup import start
from server.supervisor import ARRIVED, READY, Supervisor
from server.tables import MODELS
from server.verdicts.clients import warm

log = logging.getLogger(__name__)

# A batch makes some ten thousand objects, hardly any in cycles. Looking for cycles 70 times as often, as is
# usual, costs a tenth of the digest's time.
COLLECT_AFTER = 50_000
NICE = 10  # of the worker: readers must not wait for it
Greet = Callable[[], Awaitable[object]]
END_SECONDS = 3.0  # for work in progress at shutdown; the rest is done after the next start


async def _nothing() -> None:
    pass


def build(held: Runtime, forks: ForkServer | None = None, greet: Greet = _nothing) -> Application:
    """Build the application, which has to be served with lifespan on.

    It answers pixels and links at once, and everything else when the database is there; then `greet` is
    called. `forks`: starts the worker, if the settings ask for one in a process of its own. If the process
    has to end, Readiness says so.
    """
    app = create_app(held)
    edge: Edge | None = None

    async def live(receive: Receive, send: Send) -> None:
        nonlocal edge
        await receive()
        try:
            async with _everything(held, app, forks, greet) as edge:
                await send({"type": "lifespan.startup.complete"})
                await receive()
        except Exception as error:
            if edge is not None:
                raise
            held[Readiness].refuse(error)
            await send({"type": "lifespan.startup.failed", "message": ""})
        else:
            await send({"type": "lifespan.shutdown.complete"})

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await live(receive, send)
        else:
            assert edge is not None, "serve with lifespan on"
            await edge(scope, receive, send)

    return application


async def work(settings: Settings) -> None:
    """Run only the background work, in a process of its own, until SIGTERM or SIGINT.

    Waits until the database has this version's schema. Raises ConfigError if it is, or becomes, newer.
    """
    held = start(settings)
    app = create_app(held)
    with watched() as stop:
        if not await ended_before(stop, opening.current(settings)):
            return
        async with _connected(held) as spool:
            await lost_keys.make_missing(settings)
            async with _working(app, _digest(held, spool)):
                gc.set_threshold(COLLECT_AFTER)
                log.info("working with the data in %s", settings[ServerSettings].data)
                await ended_before(stop, opening.superseded())


def load_worker(settings: Settings) -> Callable[[socket.socket], None]:
    """Load all that the background work needs. Returns what a worker does, see fork_server.py."""
    held = start(settings, Hub())  # its items reach other nodes through the process that answers requests
    app = create_app(held)
    warm()
    gc.collect()
    gc.freeze()  # otherwise the first collection would copy all the memory that is shared
    return lambda link: uvloop.run(_assist(held, app, link))


async def _assist(held: Runtime, app: Quart, end: socket.socket) -> None:
    """Do the background work for the process at the other end, until that one ends or says so."""
    with watched() as stop:
        async with _connected(held, is_checked=True) as spool:
            link = ProcessLink(held[Hub])
            forget = RemoteForget(link.tell)
            in_file = isinstance(spool, Spool)  # each reader of a Redis deletes what it has taken
            digest = Digest(held[Hub], spool, held[GeoLookup], forget if in_file else None)
            link.handle(ARRIVED, lambda _: digest.look())
            link.handle(FORGOTTEN, forget.answered)
            await linked(link, end)
            counting = asyncio.create_task(link.tell_counts())
            async with _working(app, digest):
                gc.set_threshold(COLLECT_AFTER)
                link.tell(READY)
                with suppress(OSError):  # a system may forbid it
                    os.nice(NICE)  # only now, so that pages are soon live again
                log.info("the background work runs in process %s", os.getpid())
                await first(stop.wait(), link.ended.wait())
                forget.end()
            counting.cancel()


@asynccontextmanager
async def _everything(
    held: Runtime, app: Quart, forks: ForkServer | None, greet: Greet
) -> AsyncIterator[Edge]:
    async with _spooling(held) as spool:
        paced = Pacing(app, held[ServerSettings].trusted_proxies, work_pace.of(app))
        pages = HostCheck(paced, held[ServerSettings].known_hosts)
        reported = ReportedLinks(partial(_ask_database, held[Readiness]))
        ring, unix = held[LiveRing].current, held[SettledClock].unix
        resolver = _resolver(held[GoogleSettings])
        edge = Edge(pages, ring, spool, held.settings, resolver, unix, reported)
        await app.startup()
        # Judging whether a view time can be measured takes the lists of networks; nobody should wait for it.
        tending = asyncio.gather(edge.tend(), asyncio.to_thread(warm))
        ended = asyncio.Event()
        held[Readiness].note(Stage.WAITING)
        try:
            with watched():
                operating = asyncio.create_task(_operate(held, app, spool, forks, greet, ended))
                operating.add_done_callback(_report)
                yield edge
        finally:
            tending.cancel()
            await edge.settle()
            ended.set()
            await _closed(operating, held[Readiness])
            await asyncio.gather(tending, return_exceptions=True)
            await app.shutdown()


async def _operate(
    held: Runtime, app: Quart, spool: AnySpool, forks: ForkServer | None, greet: Greet, ended: asyncio.Event
) -> None:
    """Open the database, however long that takes; then answer pages and do the background work."""
    readiness = held[Readiness]
    try:
        await opening.migrated(held.settings, readiness)
        async with connection.connected(held[ServerSettings].database_url, MODELS):
            await opening.until_done(lambda: lost_keys.make_missing(held.settings), held.settings, readiness)
            held[LiveRing].look()
            await opening.until_done(greet, held.settings, readiness)
            readiness.note(Stage.READY)
            async with _background(held, app, spool, forks), observing.going_on(held):
                await ended.wait()
    except (ConfigError, ConfigurationError) as error:
        readiness.refuse(error)


async def _closed(operating: asyncio.Task[None], readiness: Readiness) -> None:
    """Wait until `operating` has ended. A database that is being opened is not waited for."""
    if not readiness.is_ready:
        operating.cancel()
        await connection.interrupt()
    await asyncio.gather(operating, return_exceptions=True)


async def _ask_database(readiness: Readiness, message: UUID) -> LinkHashes:
    if not readiness.is_ready:
        raise ConnectionError(readiness.stage)
    return await ask_database(message)


@asynccontextmanager
async def _connected(held: Runtime, *, is_checked: bool = False) -> AsyncIterator[AnySpool]:
    async with (
        connection.connected(held[ServerSettings].database_url, MODELS),
        _spooling(held, is_checked=is_checked) as spool,
    ):
        yield spool


@asynccontextmanager
async def _spooling(held: Runtime, *, is_checked: bool = False) -> AsyncIterator[AnySpool]:
    outbox.install(reactions.TABLE, reactions.ENDS, reactions.PATIENCE)
    async with opened(held[IngestSettings], is_checked=is_checked, losses=held[Losses]) as spool:
        tending = asyncio.gather(held[Hub].tend(), loss_rows.tend(held[Losses]))
        try:
            yield spool
        finally:
            tending.cancel()
            await asyncio.gather(tending, return_exceptions=True)


@asynccontextmanager
async def _background(
    held: Runtime, app: Quart, spool: AnySpool, forks: ForkServer | None
) -> AsyncIterator[None]:
    """Run the background work within the block, where the settings want it."""
    mode = held[ServerSettings].worker
    if mode is WorkerMode.OFF:
        yield
    elif mode is WorkerMode.INLINE or forks is None:
        held[WorkerHealth].note(WorkerState.OK)
        async with _working(app, _digest(held, spool)):
            yield
    else:
        inline = partial(_work, app, _digest(held, spool))
        supervisor = Supervisor(forks, held[Hub], spool, held[Restarts], held[WorkerHealth], inline)
        # The worker ends while open requests get their time, so that both have ended within the grace.
        task = asyncio.create_task(supervisor.run(stopping(), END_SECONDS + 1))
        task.add_done_callback(_report)
        try:
            yield
        finally:
            stopping().set()
            await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def _working(app: Quart, digest: Digest) -> AsyncIterator[None]:
    stop = asyncio.Event()
    task = asyncio.create_task(_work(app, digest, stop))
    task.add_done_callback(_report)
    try:
        yield
    finally:
        stop.set()
        _, late = await asyncio.wait([task], timeout=END_SECONDS)
        for each in late:
            each.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _work(app: Quart, digest: Digest, stop: asyncio.Event) -> None:
    async with app.app_context():  # listeners and tasks get the runtime from it
        await worker.run(digest, stop)


def _digest(held: Runtime, spool: AnySpool) -> Digest:
    return Digest(held[Hub], spool, held[GeoLookup])


def _report(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and task.exception():
        log.critical("the background work has stopped", exc_info=task.exception())


def _resolver(settings: GoogleSettings) -> Resolver:
    return DocumentationNames(SystemResolver()) if settings.wants_sandbox else SystemResolver()
