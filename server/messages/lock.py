"""Locks one message until the transaction ends."""

from __future__ import annotations

from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.expressions import F

from server.messages.models import Message


async def locked(message_id: UUID | str, db: BaseDBAsyncClient) -> Message | None:
    """Lock the message and return it, if it exists. Call it first in the transaction `db`.

    An update that changes nothing takes the row's lock. On SQLite it takes the write lock, without which a
    transaction that reads before it writes may fail with "database is locked".
    """
    rows = Message.filter(id=message_id).using_db(db)
    await rows.update(updated_at=F("updated_at"))
    return await rows.first()
