"""`sightline serve`: everything on one machine. Migrate, start the sandbox if needed, serve, say where."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys

import click
import uvicorn

from server import asgi
from server.accounts.invitations import set_up_link
from server.lib.config import ConfigError, Settings
from server.lib.database import connection
from server.lib.database.migrate import migrate
from server.lib.runtime import Runtime
from server.ops.served import keep_served_url
from server.sandbox_process import beside
from server.tables import MODELS

GRACE = 6  # seconds for open requests after SIGTERM; SSE loops end by themselves at once


def serve(settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT. Raises ConfigError when it cannot start."""
    listening = _socket(settings)
    with listening, beside(settings) as complete:
        held = Runtime.start(complete)
        link = asyncio.run(_prepare(complete))
        keep_served_url(complete)
        _say_hello(complete, link)
        # uvicorn ends cleanly, then raises the signal again: without this it would end us before the sandbox.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: sys.exit(0))
        _uvicorn(asgi.build(held)).run(sockets=[listening])


async def _prepare(settings: Settings) -> str | None:
    await migrate(settings, MODELS)
    async with connection.connected(settings.database_url, MODELS):
        return await set_up_link(settings.public_url)


def _uvicorn(application: asgi.Application) -> uvicorn.Server:
    return uvicorn.Server(
        uvicorn.Config(
            application,
            loop="uvloop",
            http="httptools",
            lifespan="on",
            log_level="warning",
            access_log=False,
            proxy_headers=False,  # uvicorn would trust 127.0.0.1; lib/net/ip.py trusts TRUSTED_PROXIES only
            server_header=False,
            date_header=True,
            timeout_graceful_shutdown=GRACE,
            timeout_keep_alive=20,
            backlog=2048,
        )
    )


def _socket(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
    except OSError as error:
        listening.close()
        raise ConfigError(
            f"Cannot listen on {settings.host}:{settings.port} ({error.strerror}). "
            "Stop what runs there, or set another PORT."
        ) from None
    return listening


def _say_hello(settings: Settings, link: str | None) -> None:
    lines = [f"Sightline is at {settings.public_url}"]
    if link:
        lines += [
            "",
            "Nobody has an account yet. Open this link once, within 24 hours, to make yours:",
            f"  {link}",
        ]
    lines += [
        "",
        "Extension:",
        f"  {settings.public_url}/extension says how to install it. From this checkout: open chrome://extensions,",
        "  switch Developer mode on, choose Load unpacked and the folder extension/dist/chromium.",
    ]
    if settings.sandbox_url:
        lines += [
            "",
            "No Google credentials are set, so a sandbox plays Google:",
            f"  {settings.sandbox_url}",
        ]
    lines += ["", f"Data: {settings.data}    Stop: Ctrl+C", ""]
    click.echo("\n".join(lines))
