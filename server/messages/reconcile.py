"""Reads a sent mail's headers from the Gmail API. They override the report, and differences are stored."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.transactions import in_transaction

from server.google.access.grants import gmail_for
from server.google.failures import GONE, GoogleFailure
from server.google.gmail_api.gmail import Gmail
from server.google.gmail_api.sent_headers import SentHeaders
from server.lib import clock, outbox
from server.lib.failure import other
from server.lib.outbox import Done, Outcome, Permanent, Transient, Waiting
from server.messages.confirmation import ABSENT, had_time_to_appear, is_of_another_mail, note_absent
from server.messages.gmail import gmail_id_of, gmail_of
from server.messages.header_differences import HeaderDifferences, corrections
from server.messages.lock import locked
from server.messages.models import GmailMessage, Message
from server.messages.queries.search import search_text
from server.messages.rows import write_recipients
from server.messages.scheduled import of_each_account
from server.messages.touch import tell
from server.messages.unfinished import UNASKED, without_notes
from server.messages.wording import is_taken_for_sent

log = logging.getLogger(__name__)

SENT = "SENT"
_SCHEDULED_AT_ONCE = 100  # per account


async def read_sent_headers(fact: Mapping[str, Any]) -> Outcome:
    """Hears `reported` {"message"}: stores the recipients, subject, date and ids that Gmail has for the mail.

    Does nothing unless Gmail is connected. Then announces `reconciled` {"message"}. With "again" in the fact,
    a mail that is confirmed by now is not read once more.
    """
    message = await Message.filter(id=fact["message"]).select_related("gmail").first()
    if message is None or message.state == "undone" or _is_settled(message, fact):
        return Done()
    gmail = await gmail_for(message.account_id)
    if isinstance(gmail, Waiting):
        return gmail
    if gmail is None or not gmail.can_read_headers:
        return Done()
    found = await _headers(gmail, message)
    if isinstance(found, SentHeaders) and await is_of_another_mail(message, found):
        log.warning("security: message %s was reported with the id of another mail in Gmail", message.id)
        found = None
    if not isinstance(found, SentHeaders):
        return await _missing(found, message)
    if SENT not in found.labels:
        return await _not_sent_yet(message)
    await _apply(message, found)
    return Done()


def _is_settled(message: Message, fact: Mapping[str, Any]) -> bool:
    return bool(fact.get("again") and message.gmail and message.gmail.verified_at)


async def look_at_scheduled() -> None:
    """Ask Gmail which scheduled mails it has sent, because no browser notices that."""
    waiting = Message.filter(
        state="scheduled", gmail__verified_at=None, reported_at__not_isnull=True, account__disabled_at=None
    )
    for message in await of_each_account(waiting, "sent_at", _SCHEDULED_AT_ONCE):
        outcome = await read_sent_headers({"message": str(message.id)})
        if isinstance(outcome, Permanent):
            log.info("scheduled message %s: %s", message.id, outcome.reason)


async def _headers(gmail: Gmail, message: Message) -> SentHeaders | GoogleFailure | None:
    found = await gmail_id_of(gmail, message)
    return await gmail.sent_headers(found) if isinstance(found, str) else found


async def _missing(failure: GoogleFailure | None, message: Message) -> Outcome:
    if isinstance(failure, Transient | Waiting):
        return failure
    if not had_time_to_appear(message, message.gmail, clock.now()):
        return Transient(other("Gmail does not show this mail yet"))
    if failure is not None and failure != GONE:
        return failure
    await note_absent(message)
    return Done()


async def _not_sent_yet(message: Message) -> Outcome:
    if is_taken_for_sent(message, message.gmail):
        await _put_back(message)
    elif message.state != "scheduled":
        return Transient(other("Gmail has not sent this mail yet"))
    return Done()


async def _put_back(message: Message) -> None:
    """Take a mail for scheduled again that was taken for sent while Gmail could not be asked."""
    now = clock.now()
    async with in_transaction() as db:
        current, gmail = await locked(message.id, db), await gmail_of(message.id, db)
        if current is None or _reported_anew(message.gmail, gmail) or not is_taken_for_sent(current, gmail):
            return
        current.state, current.updated_at = "scheduled", now
        await current.save(using_db=db, update_fields=["state", "updated_at"])
        await _announce(current, now, db)
    tell(message.account_id, message.id)


async def _apply(message: Message, headers: SentHeaders) -> None:
    now = clock.now()
    async with in_transaction() as db:
        current = await locked(message.id, db)
        gmail = await gmail_of(message.id, db)
        if current is None or current.state == "undone" or _reported_anew(message.gmail, gmail):
            return
        gmail = gmail or GmailMessage(message_id=message.id)
        found = corrections(gmail.report, headers)
        _correct(current, gmail, found, now)
        await current.save(using_db=db)
        await gmail.save(using_db=db)
        if found.recipients:
            await write_recipients(current, found.recipients, db)
        await _announce(current, now, db)
    tell(message.account_id, message.id)


async def _announce(message: Message, now: datetime, db: BaseDBAsyncClient) -> None:
    key = f"{message.id}:{now.timestamp()}"
    await outbox.announce("reconciled", key, {"message": str(message.id)}, using=db)


def _reported_anew(before: GmailMessage | None, current: GmailMessage | None) -> bool:
    """Return whether a newer report came while we asked Gmail (a race); its fact starts another read."""
    return (before and without_notes(before.report)) != (current and without_notes(current.report))


def _correct(message: Message, gmail: GmailMessage, found: HeaderDifferences, now: datetime) -> None:
    message.state = "sent"
    message.subject = found.subject
    if found.sender:
        message.from_address, message.from_name = found.sender.address, found.sender.name
    message.search_text = search_text(found.subject, found.recipients)
    message.sent_at = message.listed_at = found.sent_at
    message.rfc822_message_id = found.rfc822_message_id or message.rfc822_message_id
    message.updated_at = now
    gmail.gmail_id, gmail.thread_id = found.gmail_id, found.thread_id
    gmail.differences = found.differences or None
    gmail.verified_at = now
    gmail.report = {name: value for name, value in gmail.report.items() if name not in {ABSENT, UNASKED}}
