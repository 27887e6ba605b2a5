"""Migrates a database, as each of two processes that start at the same time."""

from __future__ import annotations

import asyncio

from server.lib.database.migrate import migrate
from server.lib.settings import Settings
from server.tables import MODELS


def migrate_once(settings: Settings) -> list[str]:
    """Migrate in this process. Returns the steps that it applied."""
    return asyncio.run(migrate(settings, MODELS))
