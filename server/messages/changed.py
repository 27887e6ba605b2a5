"""Saying that a message is not as it was: open pages show it at once, those of other processes soon."""

from __future__ import annotations

from uuid import UUID

from server.lib import clock
from server.lib.runtime import runtime
from server.messages.models import Message


async def changed(account_id: int, *messages: UUID) -> None:
    """To be called once the change is committed."""
    await Message.filter(id__in=list(messages)).update(updated_at=clock.now())
    for message in messages:
        runtime().hub.publish(f"account:{account_id}", str(message))
