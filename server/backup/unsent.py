"""Keeps mails that left after a backup from leaving a second time after a restore.

In the restored database they have not been sent yet. A copy with a begun try is looked for among the sent
mails before it is sent, so each copy gets one, as if a worker had been killed at the moment of the backup.
"""

from __future__ import annotations

from datetime import datetime

from tortoise import connections

from server.lib.database import sql
from server.lib.database.connection import connected

_TRIED = "UPDATE {table} SET tried_at = {{0}} WHERE state = 'waiting' AND tried_at IS NULL"


async def look_before_sending(url: str, since: datetime) -> None:
    """Note a try at `since` for each copy that waits to be sent. Raises tortoise's errors."""
    async with connected(url, ["aerich.models"]):
        db = connections.get("default")
        await sql.run(db, _TRIED.format(table=sql.quoted(db, "copy")), since)
