"""Names this installation: whoever shares its database has the same name, and nobody else has it."""

from __future__ import annotations

import asyncio
import contextlib
import secrets

from server.lib import notes

_NOTE = "installation"
_AGAIN = 0.5  # seconds
_PATIENCE = 10.0


async def installation() -> str:
    """Return the name of this installation, 16 hex digits; make it on first use."""
    made = await notes.made_once(_NOTE, {"name": secrets.token_hex(8)})
    return str(made["name"])


async def installation_if_known(seconds: float) -> str | None:
    """Return the name, or None if the database does not tell it within so many seconds."""
    with contextlib.suppress(Exception):  # each driver raises errors of its own, and others report them
        async with asyncio.timeout(seconds):
            return await installation()
    return None


async def installation_once_known() -> str:
    """Return the name as soon as the database tells it, however long that takes."""
    while True:
        if name := await installation_if_known(_PATIENCE):
            return name
        task = asyncio.current_task()
        if task and task.cancelling():  # a driver has turned the cancellation into an error of its own
            raise asyncio.CancelledError
        await asyncio.sleep(_AGAIN)
