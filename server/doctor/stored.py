"""Asks the database for a check that is about something else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from server.lib.database import connection
from server.lib.settings import ServerSettings, Settings
from server.tables import MODELS

_T = TypeVar("_T")


async def stored(settings: Settings, ask: Callable[[], Awaitable[_T]]) -> _T | None:
    """Return what `ask` finds; None if the database does not work, which its own check explains."""
    try:
        async with connection.connected(settings[ServerSettings].database_url, MODELS):
            return await ask()
    except Exception:  # noqa: BLE001 - each driver has errors of its own
        return None
