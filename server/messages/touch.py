"""Tells open pages that a message changed: immediately in this process, soon in the others."""

from __future__ import annotations

from uuid import UUID

from server.lib import clock
from server.lib.hub import Hub
from server.lib.runtime import runtime
from server.messages.models import Message


async def changed(account_id: int, *messages: UUID) -> None:
    """Mark a message as changed by related rows. Call it once those are committed."""
    await Message.filter(account_id=account_id, id__in=list(messages)).update(updated_at=clock.now())
    tell(account_id, *messages)


def tell(account_id: int, *messages: UUID) -> None:
    """Tell of a change that was written together with `updated_at`, and is committed."""
    for message in messages:
        runtime()[Hub].publish(f"account:{account_id}", str(message))
