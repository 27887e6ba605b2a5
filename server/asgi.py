"""Builds the ASGI application: the edge in front of Quart, the background work, and a clean shutdown."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from quart import Quart

from server import reactions, worker
from server.app import create_app
from server.events.storing.digest import Digest
from server.google.settings import GoogleSettings
from server.ingest.edge import Edge
from server.ingest.settings import IngestSettings
from server.ingest.spool_choice import AnySpool, opened
from server.lib import outbox, work_pace
from server.lib.database import connection
from server.lib.hub import Hub
from server.lib.net.geoip import GeoLookup
from server.lib.net.resolver import DocumentationNames, Resolver, SystemResolver
from server.lib.runtime import Runtime
from server.lib.settings import ServerSettings, Settings
from server.lib.shutdown import watched
from server.lib.web.asgi import Application, Receive, Scope, Send
from server.marks.key_file import LiveRing
from server.ops.host_check import HostCheck
from server.ops.pacing import Pacing
from server.startup import start
from server.tables import MODELS

log = logging.getLogger(__name__)

END_SECONDS = 3.0  # for work in progress at shutdown; the rest is done after the next start


def build(held: Runtime, serve_worker: bool = True) -> Application:
    """Build the application, which has to be served with lifespan on.

    `serve_worker`: run the background work in this process too.
    """
    app = create_app(held)
    edge: Edge | None = None

    async def live(receive: Receive, send: Send) -> None:
        nonlocal edge
        await receive()
        async with _everything(held, app, serve_worker) as edge:
            await send({"type": "lifespan.startup.complete"})
            await receive()
        await send({"type": "lifespan.shutdown.complete"})

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await live(receive, send)
        else:
            assert edge is not None, "serve with lifespan on"
            await edge(scope, receive, send)

    return application


async def work(settings: Settings) -> None:
    """Run only the background work, in a separate process, until SIGTERM or SIGINT."""
    held = start(settings)
    app = create_app(held)
    with watched() as stop:
        async with _connected(held) as spool, _working(held, app, spool):
            log.info("working with the data in %s", settings[ServerSettings].data)
            await stop.wait()


def digest_for(held: Runtime, spool: AnySpool) -> Digest:
    """Create the digest for a runtime's spool."""
    return Digest(held[Hub], spool, held[GeoLookup])


@asynccontextmanager
async def _everything(held: Runtime, app: Quart, serve_worker: bool) -> AsyncIterator[Edge]:
    async with _connected(held) as spool:
        paced = Pacing(app, held[ServerSettings].trusted_proxies, work_pace.of(app))
        pages = HostCheck(paced, held[ServerSettings].known_hosts)
        edge = Edge(pages, held[LiveRing].current, spool, held.settings, _resolver(held[GoogleSettings]))
        await app.startup()
        tending = asyncio.create_task(edge.tend())
        try:
            with watched():
                if serve_worker and held[ServerSettings].worker:
                    async with _working(held, app, spool):
                        yield edge
                else:
                    yield edge
        finally:
            tending.cancel()
            await edge.settle()
            await asyncio.gather(tending, return_exceptions=True)
            await app.shutdown()


@asynccontextmanager
async def _connected(held: Runtime) -> AsyncIterator[AnySpool]:
    outbox.install(reactions.TABLE)
    async with (
        connection.connected(held[ServerSettings].database_url, MODELS),
        opened(held[IngestSettings]) as spool,
    ):
        tending = asyncio.create_task(held[Hub].tend())
        try:
            yield spool
        finally:
            tending.cancel()
            await asyncio.gather(tending, return_exceptions=True)


@asynccontextmanager
async def _working(held: Runtime, app: Quart, spool: AnySpool) -> AsyncIterator[None]:
    stop = asyncio.Event()
    task = asyncio.create_task(_work(held, app, spool, stop))
    task.add_done_callback(_report)
    try:
        yield
    finally:
        stop.set()
        _, late = await asyncio.wait([task], timeout=END_SECONDS)
        for each in late:
            each.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _work(held: Runtime, app: Quart, spool: AnySpool, stop: asyncio.Event) -> None:
    async with app.app_context():  # listeners and tasks get the runtime from it
        await worker.run(digest_for(held, spool), stop)


def _report(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and task.exception():
        log.critical("the background work has stopped", exc_info=task.exception())


def _resolver(settings: GoogleSettings) -> Resolver:
    return DocumentationNames(SystemResolver()) if settings.wants_sandbox else SystemResolver()
