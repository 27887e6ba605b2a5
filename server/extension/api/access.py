"""Loads a message for the API's caller. Other people's messages look as if they did not exist."""

from __future__ import annotations

from uuid import UUID

from quart import g

from server.lib.database.connection import read_only
from server.lib.web.problem import Problem
from server.messages.models import Message


async def own_message(message_id: UUID) -> Message:
    """Load a message of the paired browser's person. Raises Problem 404 if they have no such message."""
    found = await Message.filter(id=message_id, account_id=g.account.id).using_db(read_only()).first()
    if found is None:
        raise not_found()
    return found


def not_found() -> Problem:
    """Return a 404 problem: the caller has no message with this id."""
    return Problem(404, "not_found", "You have no message with this id.")
