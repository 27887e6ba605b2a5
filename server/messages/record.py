"""Records a report: writes the message, its recipients and its links, in the caller's transaction."""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise.backends.base.client import BaseDBAsyncClient

from server.lib import outbox
from server.messages.gmail import gmail_of, is_findable
from server.messages.lock import locked
from server.messages.models import GmailMessage, Message
from server.messages.queries.search import search_text
from server.messages.report import (
    GMAIL_IDS,
    Merged,
    Report,
    links_of,
    merge,
    moment_of,
    observed,
    recipients_of,
    stamp,
    value_of,
)
from server.messages.rows import write_links, write_recipients

log = logging.getLogger(__name__)

SKEW = timedelta(minutes=5)
_WORTH_A_LOOK = {"state", "sent_at", "subject", "recipients", "gmail_message_id", "rfc822_message_id"}


class NotYours(Exception):
    """The message belongs to another account."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """The message after a report. `changed`: the fields to which the report gave a new value."""

    message: Message
    changed: frozenset[str]


async def record(
    account_id: int, report: Report, leased_at: datetime, now: datetime, db: BaseDBAsyncClient
) -> Recorded:
    """Create or update the message of `report.lease`. Locks the message: call this first in a transaction.

    `leased_at` is when the lease was given out, by our own clock. Raises NotYours. Raises IntegrityError if
    another process creates the message at the same time; run the transaction again in that case.
    """
    message = await locked(report.lease, db) or _blank(account_id, report, now)
    if message.account_id != account_id:
        raise NotYours
    gmail = await gmail_of(message.id, db) or GmailMessage(message_id=message.id)
    known = gmail.report.get("fields", {})
    merged = merge(known, report)
    if merged.fields == known:
        return Recorded(message, frozenset())
    anew = gmail.verified_at is None or "sent_at" in merged.changed
    _take_source(message, report)
    _take_news(message, gmail, merged, now)
    if anew:
        _take_content(message, gmail, merged, leased_at, now)
    await message.save(using_db=db)
    await gmail.save(using_db=db)
    await _write_rows(message, merged, anew, db)
    await _announce(message, gmail, merged, db)
    return Recorded(message, merged.changed)


def _blank(account_id: int, report: Report, now: datetime) -> Message:
    return Message(
        id=report.lease,
        account_id=account_id,
        source=report.source,
        state="unreported",
        listed_at=now,
        updated_at=now,
    )


def _take_source(message: Message, report: Report) -> None:
    """Set the source, which was a guess if a hit was stored before the first report."""
    if message.reported_at is None:
        message.source = report.source


def _take_news(message: Message, gmail: GmailMessage, merged: Merged, now: datetime) -> None:
    """Set the ids and the state. An id that Gmail gave us stays if the report has none."""
    fields = merged.fields
    for name in merged.changed.intersection(GMAIL_IDS):
        setattr(gmail, GMAIL_IDS[name], value_of(fields, name))
    if "rfc822_message_id" in merged.changed:
        message.rfc822_message_id = value_of(fields, "rfc822_message_id")
    if "state" in merged.changed:
        message.state = value_of(fields, "state")
    undone = message.state == "undone"
    message.undone_at = min(observed(fields, "state"), now) if undone else None
    gmail.report = {**({} if "sent_at" in merged.changed else gmail.report), "fields": fields}
    message.reported_at = message.reported_at or now
    message.updated_at = now


def _take_content(
    message: Message, gmail: GmailMessage, merged: Merged, leased_at: datetime, now: datetime
) -> None:
    """Set the subject, the sender and the time of sending, which Gmail's headers will later correct."""
    fields = merged.fields
    gmail.verified_at = gmail.differences = None
    message.subject = value_of(fields, "subject")
    message.from_address, message.from_name = value_of(fields, "from")
    message.search_text = search_text(message.subject, recipients_of(fields))
    if message.sent_at is None or "sent_at" in merged.changed:
        gmail.proof = None  # the proof is about an earlier send
        message.sent_at = message.listed_at = _believable(gmail, moment_of(fields, "sent_at"), leased_at, now)


def _believable(gmail: GmailMessage, sent_at: datetime, leased_at: datetime, now: datetime) -> datetime:
    """Limit the time of sending to the span from lease to now: outside it, the browser's clock is wrong."""
    if leased_at - SKEW <= sent_at <= now + SKEW:
        return min(sent_at, now)  # an open before a future `sent_at` would count as the sender's own
    believed = min(max(sent_at, leased_at), now)
    gmail.report = {**gmail.report, "clock": {"reported": stamp(sent_at), "believed": stamp(believed)}}
    log.info("message %s: its browser's clock is off by %s", gmail.message_id, sent_at - believed)
    return believed


async def _write_rows(message: Message, merged: Merged, anew: bool, db: BaseDBAsyncClient) -> None:
    recipients = recipients_of(merged.fields)
    if anew and recipients:
        await write_recipients(message, recipients, db)
    if "links" in merged.changed:
        await write_links(message, links_of(merged.fields), db)


async def _announce(message: Message, gmail: GmailMessage, merged: Merged, db: BaseDBAsyncClient) -> None:
    """Announce that Gmail can be asked about this mail, once for each version of the merged report."""
    if not is_findable(message, gmail) or message.state == "undone" or not merged.changed & _WORTH_A_LOOK:
        return
    fingerprint = hashlib.sha256(json.dumps(merged.fields, sort_keys=True).encode()).hexdigest()[:16]
    await outbox.announce("reported", f"{message.id}:{fingerprint}", {"message": str(message.id)}, using=db)
