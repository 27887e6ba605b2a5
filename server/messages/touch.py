"""Tells open pages that a message has changed: immediately in this process, a little later in others."""

from __future__ import annotations

from uuid import UUID

from server.lib import clock
from server.lib.hub import Hub
from server.lib.runtime import runtime
from server.messages.models import Message


async def changed(account_id: int, *messages: UUID) -> None:
    """Mark messages as changed, and tell open pages.

    Call this after changes of related rows are committed.
    """
    await Message.filter(account_id=account_id, id__in=list(messages)).update(updated_at=clock.now())
    tell(account_id, *messages)


def tell(account_id: int, *messages: UUID) -> None:
    """Tell open pages about a committed change that also set `updated_at`."""
    for message in messages:
        runtime()[Hub].publish(f"account:{account_id}", str(message))
