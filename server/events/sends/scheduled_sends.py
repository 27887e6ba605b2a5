"""Treats a scheduled mail as sent once its pixel is loaded or a link followed, if Gmail cannot tell.

Gmail is asked about it later, as soon as that is possible.
As far as we know, the request that schedules a mail does not contain the time for which it is scheduled.
"""

from __future__ import annotations

from datetime import timedelta

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.transactions import in_transaction

from server.events.evaluation.reevaluate import reevaluate
from server.google.access.grants import gmail_for
from server.google.gmail_api.gmail import Gmail
from server.lib import clock, outbox
from server.messages.confirmation import ABSENT
from server.messages.gmail import gmail_of, is_findable
from server.messages.lock import locked
from server.messages.models import Message
from server.messages.scheduled import of_each_account
from server.messages.touch import tell

LATE = timedelta(minutes=1)  # an earlier load comes from the sender, who still has the mail on screen
_AT_ONCE = 100  # per account


async def take_for_sent() -> None:
    """Mark scheduled mails as sent if they were opened or clicked and Gmail cannot be asked about them."""
    read = Message.filter(
        state="scheduled",
        last_activity_at__not_isnull=True,
        reported_at__not_isnull=True,
        account__disabled_at=None,
    )
    for message in await of_each_account(read, "-last_activity_at", _AT_ONCE):
        if _was_read(message) and not await _gmail_will_tell(message):
            await _take(message)


def _was_read(message: Message) -> bool:
    return bool(
        message.sent_at and message.last_activity_at and message.last_activity_at >= message.sent_at + LATE
    )


async def _gmail_will_tell(message: Message) -> bool:
    known = await gmail_of(message.id)
    if not is_findable(message, known) or (known and ABSENT in known.report):
        return False
    gmail = await gmail_for(message.account_id)
    return isinstance(gmail, Gmail) and gmail.can_read_headers and gmail.keeper.barred(sends=False) is None


async def _take(message: Message) -> None:
    async with in_transaction() as db:
        current = await locked(message.id, db)
        if current is None or current.state != "scheduled" or current.sent_at != message.sent_at:
            return  # a report came first
        current.state = "sent"
        current.updated_at = clock.now()
        await current.save(using_db=db, update_fields=["state", "updated_at"])
        await reevaluate(current, using=db)
        await _ask_again(current, db)
    tell(message.account_id, message.id)


async def _ask_again(message: Message, db: BaseDBAsyncClient) -> None:
    """Have Gmail asked about the mail once that is possible; what it said before the send does not count."""
    known = await gmail_of(message.id, db)
    if known is None or not is_findable(message, known):
        return
    known.report = {name: value for name, value in known.report.items() if name != ABSENT}
    await known.save(using_db=db, update_fields=["report"])
    key = f"{message.id}:{message.updated_at.timestamp()}"
    await outbox.announce("reported", key, {"message": str(message.id), "again": True}, using=db)
