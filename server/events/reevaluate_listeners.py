"""More is known of a mail (its headers were read, something came back to it): its events are judged again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from tortoise.transactions import in_transaction

from server.events.models import Event
from server.events.reevaluate import reevaluate
from server.lib import clock
from server.lib.database.connection import read_only
from server.lib.outbox import Done, Outcome
from server.messages.lock import locked
from server.messages.replies_and_bounces import settle
from server.messages.touch import tell

_JUST_NOW = timedelta(seconds=15)


async def reevaluate_reconciled(fact: Mapping[str, Any]) -> Outcome:
    """Hears `reconciled` {"message"}: its recipients may be others, too."""
    return await _reconsider(fact["message"])


async def reevaluate_returned(fact: Mapping[str, Any]) -> Outcome:
    """Hears `returned` {"message"}: an answer raises what was before it, a bounce lowers it."""
    return await _reconsider(fact["message"])


async def _reconsider(message_id: str) -> Outcome:
    async with in_transaction() as db:
        message = await locked(message_id, db)
        if message is None:
            return Done()
        await settle(message, db)
        await reevaluate(message, using=db)
    tell(message.account_id, message.id)
    return Done()


async def reconsider_viewed(messages: Collection[UUID]) -> None:
    """The sender has just had these on screen: what came in that moment is judged again, if anything did."""
    since = clock.now() - _JUST_NOW
    touched = Event.filter(message_id__in=list(messages), at__gte=since).using_db(read_only())
    for message_id in set(await touched.values_list("message_id", flat=True)):
        async with in_transaction() as db:
            message = await locked(str(message_id), db)
            if message:
                await reevaluate(message, using=db)
        if message:
            tell(message.account_id, message.id)
