"""Decides how far Gmail has confirmed what a browser reported about a mail."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from tortoise.transactions import in_transaction

from server.google.gmail_api.sent_headers import SentHeaders
from server.lib import clock
from server.messages.gmail import gmail_of, is_findable
from server.messages.lock import locked
from server.messages.models import GmailMessage, Message, Source
from server.messages.report import stamp
from server.messages.touch import tell
from server.messages.unfinished import without_notes
from server.messages.wording import is_taken_for_sent

YOUNG = timedelta(minutes=30)  # for this long after the send, a mail may be missing in Gmail's API
UNNAMED = timedelta(hours=2)  # for this long, a browser may be offline between a send and its ids
EARLIER = timedelta(days=1)  # a browser's clock may be wrong; a mail that is older than this is another mail
ABSENT = "absent"  # in GmailMessage.report: when Gmail said that it does not have the mail


class Confirmation(StrEnum):
    """How far Gmail has confirmed a report.

    CONFIRMED: its headers were read. PENDING: Gmail will be asked again. ABSENT: Gmail does not have the
    mail. UNNAMED: the browser never said under which id Gmail has it. UNASKED: Gmail was not connected.
    """

    CONFIRMED = "confirmed"
    PENDING = "pending"
    ABSENT = "absent"
    UNNAMED = "unnamed"
    UNASKED = "unasked"


def confirmation_of(
    message: Message, gmail: GmailMessage | None, asked_since: datetime | None, now: datetime
) -> Confirmation | None:
    """Return how far Gmail has confirmed a mail; None if there is nothing to confirm.

    `asked_since`: since when the server has been able to read headers in the person's Gmail. Pure.
    """
    if message.source != Source.GMAIL or message.state != "sent" or message.reported_at is None:
        return None
    if gmail is not None and gmail.verified_at is not None:
        return Confirmation.CONFIRMED
    if gmail is not None and ABSENT in gmail.report:
        return Confirmation.ABSENT
    if asked_since is None or message.reported_at < asked_since:
        return Confirmation.UNASKED
    named = is_findable(message, gmail)
    return Confirmation.PENDING if named or now - message.reported_at < UNNAMED else Confirmation.UNNAMED


def had_time_to_appear(message: Message, gmail: GmailMessage | None, now: datetime) -> bool:
    """Return whether Gmail would show the mail by now, so that its "not there" counts. Pure.

    How long ago the mail left counts, not since when Gmail can be asked.
    """
    left = max(message.reported_at or message.listed_at, message.listed_at)
    if is_taken_for_sent(message, gmail):  # it left at an unknown time before it was read
        left = max(left, message.loaded_at or message.last_activity_at or left)
    return now - left >= YOUNG


async def is_of_another_mail(message: Message, headers: SentHeaders) -> bool:
    """Return whether these headers cannot be the message's own, although its report named them.

    Gmail had that mail long before this one was sent, or it has confirmed another message of the account.
    """
    if message.sent_at is not None and headers.date < message.sent_at - EARLIER:
        return True
    others = GmailMessage.filter(
        message__account_id=message.account_id, gmail_id=headers.message_id, verified_at__not_isnull=True
    )
    return await others.exclude(message_id=message.id).exists()


async def note_absent(message: Message) -> None:
    """Store that Gmail does not have this mail, unless it was reported anew while we asked (a race).

    A later "not there" replaces an earlier one, which perhaps another Gmail gave.
    """
    async with in_transaction() as db:
        current, gmail = await locked(message.id, db), await gmail_of(message.id, db)
        if current is None or gmail is None or gmail.verified_at is not None:
            return
        if message.gmail is None or without_notes(gmail.report) != without_notes(message.gmail.report):
            return
        current.updated_at = clock.now()
        gmail.report = {**gmail.report, ABSENT: stamp(current.updated_at)}
        await gmail.save(using_db=db, update_fields=["report"])
        await current.save(using_db=db, update_fields=["updated_at"])
    tell(message.account_id, message.id)
