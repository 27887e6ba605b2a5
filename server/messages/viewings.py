"""Stores own views, which paired browsers report when they have shown the sender their own messages."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from server.lib import clock
from server.lib.settled import settled_now
from server.messages.models import GmailMessage, Viewing

KEPT = timedelta(days=1)
_MOST = 100  # messages in one report; if there are more, only the newest count
_AGAIN = timedelta(seconds=10)  # a second report by the same browser within this time is not stored


async def note(account_id: int, gmail_ids: Collection[str], address: str, user_agent: str) -> list[UUID]:
    """Store that the account's person has these messages (Gmail ids) on screen.

    Returns the ids of those messages that are tracked.
    """
    mine = GmailMessage.filter(message__account_id=account_id, gmail_id__in=list(gmail_ids))
    newest = mine.order_by("-message__listed_at").limit(_MOST)
    ids = [UUID(str(each)) for each in await newest.values_list("message_id", flat=True)]
    now = clock.now()
    same = {"account_id": account_id, "address": address[:45], "user_agent": user_agent[:512]}
    lately = Viewing.filter(message_id__in=ids, at__gt=now - _AGAIN, **same)
    noted = {UUID(str(each)) for each in await lately.values_list("message_id", flat=True)}
    fresh = [Viewing(message_id=each, at=now, **same) for each in ids if each not in noted]
    if fresh:
        await Viewing.bulk_create(fresh)
    return ids


async def forget_old_viewings() -> None:
    """Delete own views that are older than a day."""
    await Viewing.filter(at__lt=await settled_now() - KEPT).delete()
