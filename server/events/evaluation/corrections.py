"""Stores and withdraws corrections of who caused an event, and has similar events judged again."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.transactions import in_transaction

from server.accounts.models import Account
from server.events.evaluation.reevaluate import reevaluate
from server.events.models import Correction, Event
from server.lib import clock, outbox
from server.lib.outbox import Done, Outcome
from server.messages.kinds import Cause
from server.messages.lock import locked
from server.messages.touch import tell
from server.verdicts.networks import neighbourhood
from server.verdicts.signatures import program_of

FACT = "corrected"
_AT_A_TIME = 200  # events that are searched before other tasks get a chance to run
_MOST = 20_000  # how many of the newest events are searched: people correct events that they see


async def correct(account: Account, event_id: UUID, cause: str) -> bool:
    """Store what `account` says about who caused its event: "sender", "automated" or "recipient".

    The event's mail is reevaluated immediately. Other mails of the account with events by the same program in
    the same network are reevaluated soon. Returns False if the account has no such event, or if `cause` is
    "recipient" for a click on the decoy, which no recipient can make. Raises ValueError for any other
    `cause`.
    """
    if cause not in tuple(Cause):
        raise ValueError(f"{cause!r} is no cause")
    return await _set(account, event_id, cause)


async def withdraw(account: Account, event_id: UUID) -> bool:
    """Undo a correction and what was learned from it. Returns False if the account has no such event."""
    return await _set(account, event_id, None)


async def _set(account: Account, event_id: UUID, cause: str | None) -> bool:
    event = await Event.get_or_none(id=event_id, account_id=account.id)
    if event is None or (event.is_decoy and cause == Cause.RECIPIENT):
        return False
    async with in_transaction() as db:
        message = await locked(event.message_id, db)
        if message is None:
            return False
        # Race: two windows send the same correction. The second one changes nothing.
        if await _known(event, db) == cause:
            return True
        await Correction.filter(event_id=event.id).using_db(db).delete()
        network, agent = _pattern(event)
        if cause:
            await Correction.create(
                using_db=db, account_id=account.id, message_id=message.id, event_id=event.id, cause=cause,
                network=network, user_agent=agent, at=clock.now(),
            )  # fmt: skip
        await Event.filter(id=event.id, at=event.at).using_db(db).update(correction=cause)
        await reevaluate(message, using=db)
        if network:
            like = {"account": account.id, "network": network, "user_agent": agent}
            key = f"{event.id}:{clock.now().isoformat()}"
            await outbox.announce(FACT, key, like, using=db)
    tell(account.id, message.id)
    return True


async def _known(event: Event, db: BaseDBAsyncClient) -> str | None:
    before = await Correction.filter(event_id=event.id).using_db(db).first()
    return before.cause if before else None


def _pattern(event: Event) -> tuple[str, str]:
    """Return the network and user agent that similar events share.

    Both are empty if one of them is unknown, or if a proxy made the request, because a proxy serves many
    people.
    """
    program, network = program_of(event.user_agent), neighbourhood(event.address)
    if program.proxy or program.prefetch or program.apple or not event.user_agent:
        return "", ""
    return (network, event.user_agent) if network else ("", "")


async def reevaluate_like(fact: Mapping[str, Any]) -> Outcome:
    """Hears `corrected` {"account", "network", "user_agent"}: reevaluates mails with that client's events."""
    for message_id in await _mails_with(fact["account"], fact["network"], fact["user_agent"]):
        async with in_transaction() as db:
            message = await locked(message_id, db)
            if message:
                await reevaluate(message, using=db)
        if message:
            tell(message.account_id, message.id)
    return Done()


async def _mails_with(account: int, network: str, user_agent: str) -> set[UUID]:
    """Return the mails with that client's events among the account's newest _MOST, read in batches."""
    found: set[UUID] = set()
    newest = Event.filter(account_id=account).order_by("-at", "-id")
    for start in range(0, _MOST, _AT_A_TIME):
        rows = (
            await newest.offset(start)
            .limit(_AT_A_TIME)
            .values("message_id", "address", user_agent="agent__user_agent")
        )
        found |= {
            row["message_id"]
            for row in rows
            if row["user_agent"] == user_agent and neighbourhood(row["address"]) == network
        }
        if len(rows) < _AT_A_TIME:
            break
        await asyncio.sleep(0)
    return found
