"""Loads a message of the signed-in person. Other people's messages look as if they did not exist."""

from __future__ import annotations

from uuid import UUID

from quart import abort, g

from server.lib.database.connection import read_only
from server.messages.models import Message
from server.messages.queries.listing import sort_recipients


async def own_message(message_id: UUID, *with_: str) -> Message:
    """Load the message with its recipients and the named relations; 404 if the person has no such message."""
    found = (
        await Message.filter(id=message_id, account_id=g.account.id)
        .using_db(read_only())
        .prefetch_related("recipients", *with_)
        .first()
    )
    if found is None:
        abort(404)
    sort_recipients(found)
    return found
