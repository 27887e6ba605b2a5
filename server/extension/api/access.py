"""The message that a path names, if it is the caller's. Another's looks as if it did not exist."""

from __future__ import annotations

from uuid import UUID

from quart import g

from server.lib.database.connection import read_only
from server.lib.web.problem import Problem
from server.messages.models import Message


async def own_message(message_id: UUID) -> Message:
    """A message of the paired browser's person. Raises Problem 404."""
    found = await Message.filter(id=message_id, account_id=g.account.id).using_db(read_only()).first()
    if found is None:
        raise not_found()
    return found


def not_found() -> Problem:
    """404: there is no such thing of yours."""
    return Problem(404, "not_found", "There is no such message of yours.")
