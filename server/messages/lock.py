"""Locks one message until the transaction ends."""

from __future__ import annotations

from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.expressions import F

from server.messages.models import Message


async def locked(message_id: UUID | str, db: BaseDBAsyncClient) -> Message | None:
    """Lock the message and return it; None if it does not exist. Call this first in the transaction `db`.

    The update changes nothing, but takes the lock of the row. On SQLite it takes the lock for writing,
    without which a transaction that reads before it writes may fail with "database is locked".
    """
    rows = Message.filter(id=message_id).using_db(db)
    await rows.update(updated_at=F("updated_at"))
    return await rows.first()
