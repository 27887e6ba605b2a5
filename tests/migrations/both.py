"""Migrates a database in a process; a test starts two such processes at the same time."""

from __future__ import annotations

import asyncio

from server.lib.database.migrate import migrate
from server.lib.settings import Settings
from server.tables import MODELS


def migrate_once(settings: Settings) -> list[str]:
    """Migrate in this process. Returns the steps that it applied."""
    return asyncio.run(migrate(settings, MODELS))
