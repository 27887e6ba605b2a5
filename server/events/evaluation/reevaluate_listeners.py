"""Reevaluates a mail's events after its headers were read, after replies and bounces, and after own views."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from tortoise.transactions import in_transaction

from server.events.evaluation.reevaluate import reevaluate
from server.events.models import Event
from server.lib import clock
from server.lib.database.connection import read_only
from server.lib.outbox import Done, Outcome
from server.messages.lock import locked
from server.messages.replies_and_bounces import settle
from server.messages.touch import tell

_JUST_NOW = timedelta(seconds=15)


async def reevaluate_reconciled(fact: Mapping[str, Any]) -> Outcome:
    """Hears `reconciled` {"message"}: reevaluates the message, because its recipients may have changed."""
    return await _reevaluate(fact["message"])


async def reevaluate_returned(fact: Mapping[str, Any]) -> Outcome:
    """Hears `returned` {"message"}: a reply raises the scores of earlier events, a bounce lowers them."""
    return await _reevaluate(fact["message"])


async def _reevaluate(message_id: str) -> Outcome:
    async with in_transaction() as db:
        message = await locked(message_id, db)
        if message is None:
            return Done()
        await settle(message, db)
        await reevaluate(message, using=db)
    tell(message.account_id, message.id)
    return Done()


async def reevaluate_viewed(messages: Collection[UUID]) -> None:
    """Reevaluate messages that the sender has just had on screen, if they had hits in the last 15 seconds."""
    since = clock.now() - _JUST_NOW
    touched = Event.filter(message_id__in=list(messages), at__gte=since).using_db(read_only())
    for message_id in set(await touched.values_list("message_id", flat=True)):
        async with in_transaction() as db:
            message = await locked(str(message_id), db)
            if message:
                await reevaluate(message, using=db)
        if message:
            tell(message.account_id, message.id)
