"""Stores the replies and bounces of a message, and derives what they mean for it and each recipient."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.transactions import in_transaction

from server.lib import clock, outbox
from server.lib.database.connection import read_only
from server.messages.lock import locked
from server.messages.models import Message, Recipient, Return
from server.messages.touch import tell

REPLY, AUTOMATIC, BOUNCE, DELAY = "reply", "automatic", "bounce", "delay"
DESK, DESK_NOTE = "desk", "desk_note"  # a person at a help desk answered; the desk did, or somebody there
CALENDAR, RECEIPT, FEEDBACK = "calendar", "receipt", "feedback"
ANSWERS = frozenset({REPLY, DESK})  # kinds that a person wrote
SIGNS = frozenset({*ANSWERS, BOUNCE})  # kinds that may change the verdicts on earlier hits
RETURNED = "returned"  # fact: {"message": id}: a reply or bounce may change the verdicts on earlier hits
_SETTLED = ("replied_at", "bounced_at", "bounces")


@dataclass(frozen=True, slots=True)
class ReturnedItem:
    """One reply, bounce or the like, before it is stored; the fields are those of Return."""

    kind: str
    address: str
    at: datetime
    gmail_message_id: str
    gmail_thread_id: str
    name: str = ""
    lasting: bool = False
    status: str = ""


@dataclass(frozen=True, slots=True)
class ReturnSummary:
    """What all returns of a message mean. `lost` and `answered` map a recipient's address to a return.

    `through_desk`: people answered, but only through help desks.
    `bounced_at`: when the mail had bounced for all recipients; None while any recipient may have it.
    """

    replied_at: datetime | None = None
    bounced_at: datetime | None = None
    lost: dict[str, Return] = field(default_factory=dict)
    answered: dict[str, Return] = field(default_factory=dict)
    through_desk: bool = False


async def note(message_id: UUID, items: Sequence[ReturnedItem]) -> bool:
    """Store what came back to a message, and what it means. Returns False if all items were stored before."""
    async with in_transaction() as db:
        message = await locked(message_id, db)
        if message is None:
            return False
        fresh = await _unknown(message, items, db)
        if not fresh:
            return False
        now = clock.now()
        for each in fresh:
            await Return.create(using_db=db, message_id=message.id, noticed_at=now, **_row(each))
        message.updated_at = now  # even if it changes nothing else, because open pages show it
        await message.save(using_db=db, update_fields=["updated_at"])
        await settle(message, db)
        if any(each.kind in SIGNS for each in fresh):
            key = f"{message.id}:{fresh[0].gmail_message_id}"
            await outbox.announce(RETURNED, key, {"message": str(message.id)}, using=db)
    tell(message.account_id, message.id)
    return True


async def settle(message: Message, db: BaseDBAsyncClient) -> None:
    """Store on the message, which `db` has locked, what its returns mean for its current recipients."""
    returns = await Return.filter(message_id=message.id).using_db(db)
    recipients = Recipient.filter(message_id=message.id).using_db(db)
    found = outcome([str(each) for each in await recipients.values_list("address", flat=True)], returns)
    values = (found.replied_at, found.bounced_at, len(found.lost))
    if values == tuple(getattr(message, name) for name in _SETTLED):
        return
    message.replied_at, message.bounced_at, message.bounces = values
    message.updated_at = clock.now()
    await message.save(using_db=db, update_fields=[*_SETTLED, "updated_at"])


def outcome(recipients: Collection[str], returns: Iterable[Return]) -> ReturnSummary:
    """Return what `returns` mean for a mail to these addresses.

    A recipient who replied has received the mail, even if a bounce names the same recipient. Pure.
    """
    wanted = {address.lower() for address in recipients}
    newest_first = sorted(returns, key=lambda each: each.at, reverse=True)
    replies = [each for each in newest_first if each.kind in ANSWERS]
    bounces = [each for each in newest_first if each.kind == BOUNCE]
    answered = {each.address: each for each in replies if each.address in wanted}
    lost = {each.address: each for each in bounces if each.address in wanted - answered.keys()}
    everybody = bool(wanted) and lost.keys() == wanted and not replies
    return ReturnSummary(
        replied_at=replies[0].at if replies else None,
        bounced_at=max(each.at for each in lost.values()) if everybody else None,
        lost=lost,  # the first bounce of each
        answered=answered,
        through_desk=bool(replies) and all(each.kind == DESK for each in replies),
    )


async def returns_of(message_id: UUID, most: int) -> list[Return]:
    """Return at most `most` returns of a message, newest first."""
    rows = Return.filter(message_id=message_id).using_db(read_only())
    return await rows.order_by("-at", "-id").limit(most)


async def returns_of_each(messages: Collection[UUID], most: int) -> dict[UUID, list[Return]]:
    """Return message -> its returns, newest first; in one query, at most `most` for all messages together."""
    found: dict[UUID, list[Return]] = defaultdict(list)
    rows = Return.filter(message_id__in=list(messages)).using_db(read_only()) if messages else None
    for row in await rows.order_by("-at", "-id").limit(most) if rows else ():
        found[row.message_id].append(row)
    return found


async def answered_through_desks(messages: Collection[UUID]) -> set[UUID]:
    """Return those of the messages that people answered only through help desks."""
    rows = Return.filter(message_id__in=list(messages), kind__in=ANSWERS).using_db(read_only())
    kinds = await rows.distinct().values_list("message_id", "kind") if messages else ()
    return {UUID(str(each)) for each, _ in kinds} - {UUID(str(each)) for each, kind in kinds if kind == REPLY}


async def _unknown(
    message: Message, items: Sequence[ReturnedItem], db: BaseDBAsyncClient
) -> list[ReturnedItem]:
    mails = {each.gmail_message_id for each in items}
    rows = Return.filter(message_id=message.id, gmail_message_id__in=list(mails)).using_db(db)
    known = {(mail, address) for mail, address in await rows.values_list("gmail_message_id", "address")}
    fresh = {(each.gmail_message_id, each.address): each for each in items}
    return [each for place, each in fresh.items() if place not in known]


def _row(item: ReturnedItem) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "address": item.address[:254],
        "name": item.name[:300],
        "at": item.at,
        "lasting": item.lasting,
        "status": item.status[:11],
        "gmail_message_id": item.gmail_message_id[:32],
        "gmail_thread_id": item.gmail_thread_id[:32],
    }
