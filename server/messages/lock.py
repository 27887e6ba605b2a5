"""One message, held until the transaction ends."""

from __future__ import annotations

from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.expressions import F

from server.messages.models import Message


async def locked(message_id: UUID | str, db: BaseDBAsyncClient) -> Message | None:
    """The message, locked, if it is there. To be called first in the transaction `db`.

    The update that changes nothing takes the row's lock; on SQLite it takes the write lock, without which a
    transaction that reads before it writes may meet "database is locked".
    """
    rows = Message.filter(id=message_id).using_db(db)
    await rows.update(updated_at=F("updated_at"))
    return await rows.first()
