"""Runs `sightline serve`: listens, starts a sandbox if needed, and serves the application.

The database is opened and migrated by the application, after it has begun to answer: see asgi.py.
"""

from __future__ import annotations

import asyncio
import errno
import gc
import logging
import signal
import socket
import sys
from contextlib import ExitStack
from dataclasses import replace
from typing import cast

import click
import uvicorn

from server import asgi
from server.accounts.invitations import set_up_link
from server.ingest.settings import IngestSettings
from server.lib.config import ConfigError
from server.lib.database import connection
from server.lib.database.readiness import Readiness
from server.lib.error_words import error_words
from server.lib.http import limits
from server.lib.http.descriptors import raised
from server.lib.http.protocol import Connections
from server.lib.processes.fork_server import ForkServer
from server.lib.settings import ServerSettings, Settings, WorkerMode
from server.lib.web.asgi import Application
from server.ops.hello import hello
from server.ops.served import keep_served_url
from server.sandbox_process import beside
from server.startup import start
from server.tables import MODELS

log = logging.getLogger(__name__)

_WAYS_OUT = {
    errno.EADDRINUSE: (
        "Stop the program that uses this address, which may be another Sightline, or set another PORT."
    ),
    errno.EACCES: "Ports below 1024 are root's: set another PORT, with a proxy in front.",
}
GRACE = 6  # seconds that open requests get after SIGTERM; SSE loops end immediately


def serve(settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT. Raises ConfigError or OSError if the server cannot start."""
    descriptors = raised()
    listening = _socket(settings[ServerSettings], limits.backlog(descriptors))
    with listening, beside(_within(settings, limits.capacity(descriptors))) as complete, ExitStack() as stack:
        connection.orm_config(
            complete[ServerSettings].database_url, MODELS
        )  # to learn whether it can be read
        held = start(complete)
        _settle()
        # Forked now, because there are no threads yet.
        forks = _fork_server(complete) if _wants_worker(complete) else None
        if forks:
            stack.enter_context(forks)
        keep_served_url(complete)
        # uvicorn shuts down cleanly, then raises the signal again, which would end us before the sandbox.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: sys.exit(0))
        application = asgi.build(held, forks, lambda: _greet(complete))
        _settle()
        server = _uvicorn(application, descriptors, settings[ServerSettings].keep_alive)
        _run(server, listening, held[Readiness])


def _run(server: uvicorn.Server, listening: socket.socket, readiness: Readiness) -> None:
    readiness.on_refusal = lambda: setattr(server, "should_exit", True)
    try:
        server.run(sockets=[listening])
    except SystemExit:  # uvicorn's, if the application does not start
        if not readiness.refused:
            raise
    if readiness.refused:
        raise readiness.refused


async def _greet(settings: Settings) -> None:
    text = hello(settings, await set_up_link(settings[ServerSettings].public_url))
    try:
        click.echo(text)
    except OSError as error:  # it goes to a file on a full disk, say
        log.warning("the server's address could not be printed (%s)", error_words(error))


def _settle() -> None:
    """Take what has been loaded out of all further collections.

    Each full collection would look at all of it while readers wait, and by that copy what forked processes
    share.
    """
    gc.collect()
    gc.freeze()


def _wants_worker(settings: Settings) -> bool:
    # On macOS, libraries of the system may crash in a process that was forked without exec.
    return settings[ServerSettings].worker is WorkerMode.ON and sys.platform != "darwin"


def _fork_server(settings: Settings) -> ForkServer | None:
    try:
        return ForkServer(lambda: asgi.load_worker(settings))
    except OSError as error:
        log.warning("no process can be started (%s), so the background work runs in this one", error.strerror)
        return None


def _within(settings: Settings, room: int) -> Settings:
    """Return settings by which images that measure view time take at most a quarter of the connections."""
    ingest = settings[IngestSettings]
    most = min(ingest.view_time_connections, room // 4)
    return settings.replaced(replace(ingest, view_time_connections=most))


def _uvicorn(application: Application, descriptors: int, keep_alive: int) -> uvicorn.Server:
    connections = Connections(limits.capacity(descriptors), limits.backlog(descriptors))
    return uvicorn.Server(
        uvicorn.Config(
            application,
            loop="uvloop",
            http=cast("type[asyncio.Protocol]", connections),  # uvicorn only calls it
            ws="none",
            lifespan="on",
            log_config=None,  # what it logs goes where everything else goes
            log_level="warning",
            access_log=False,
            proxy_headers=False,  # uvicorn would trust 127.0.0.1; lib/net/ip.py trusts TRUSTED_PROXIES only
            server_header=False,
            date_header=True,
            timeout_graceful_shutdown=GRACE,
            timeout_keep_alive=keep_alive,
            backlog=limits.backlog(descriptors),
        )
    )


def _socket(server: ServerSettings, backlog: int) -> socket.socket:
    """Return a socket that listens: who connects from now on waits for the start instead of being refused.

    Raises ConfigError. Of two servers that start at the same moment, both may bind, but only one may listen.
    """
    family = socket.AF_INET6 if ":" in server.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((server.host, server.port))
        listening.listen(backlog)
    except OSError as error:
        listening.close()
        what_to_do = _WAYS_OUT.get(
            error.errno or 0, "HOST must be an address of this machine, such as 127.0.0.1."
        )
        place = f"{server.host}:{server.port}"
        raise ConfigError(f"Cannot listen on {place} ({error.strerror}). {what_to_do}") from None
    return listening
