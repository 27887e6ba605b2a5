"""Adds to the demo world what failed for good, and what waits until somebody repairs it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from server.accounts.models import Account
from server.alerts.models import Alert
from server.failures.codes import FailureCode
from server.google.access.grant_keeper import key_of
from server.lib import clock
from server.lib.failure import Failure, pack
from server.lib.outbox import OutboxRow
from server.messages.models import GmailMessage, Message
from server.messages.unfinished import note_unasked, note_unlabelled

UNFINISHED = "Proofs for the autumn catalogue"
_BUSY = Failure(FailureCode.GOOGLE_BUSY, {"status": 503})
_REFUSED = Failure(FailureCode.GMAIL_REFUSED, {"status": 400, "reason": "invalidArgument"})
_ENDED = Failure(FailureCode.GRANT_ENDED)
_DOUBT = Failure(FailureCode.ALERT_MAYBE_SENT)


async def write(people: Mapping[str, Account], letters: Mapping[str, UUID]) -> None:
    """Store failed and waiting deliveries, and alerts of Paul's that wait or may have been sent."""
    fact, paul = {"message": str(letters[UNFINISHED])}, people["paul"]
    await GmailMessage.get_or_create({"gmail_id": "18c0ffee"}, message_id=letters[UNFINISHED])
    await note_unasked(fact, _BUSY)
    await note_unlabelled(fact, _REFUSED)
    for listener, reason, age in (("read_sent_headers", _BUSY, 3), ("settle_labels", _REFUSED, 28)):
        at = clock.now() - timedelta(hours=age)
        await _row(listener, fact, failed_at=at, error=str(reason))
    for listener in ("read_sent_headers", "read_sent_headers", "label_opened", "alert_first_open"):
        await _row(listener, {"account": paul.id}, waits_for=key_of(paul.id), error=str(_ENDED))
    for hours in (3, 20, 44):
        await _alert(paul, hours, error=pack([_ENDED]))
    await _alert(paul, 30, error=pack([_DOUBT]), failed_at=clock.now())
    for days in (9, 12):
        too_old = pack([Failure(FailureCode.TOO_OLD)])
        await _alert(paul, days * 24, error=too_old, failed_at=clock.now())


async def _row(listener: str, payload: Mapping[str, object], **values: Any) -> None:
    at, key = clock.now() - timedelta(days=3), f"{listener}:{uuid4()}"
    what: dict[str, Any] = {"fact": "reported", "listener": listener, "unique_key": key, "payload": payload}
    await OutboxRow.create(**what, created_at=at, due_at=at, **values)


async def _alert(account: Account, hours: int, **values: Any) -> None:
    at = clock.now() - timedelta(hours=hours)
    message = Message(
        id=uuid4(), account_id=account.id, source="gmail", state="sent", subject=f"Offer 2026-{hours}",
        opens=1, raw_opens=1, first_open_at=at, last_open_at=at, last_activity_at=at, certainty="person",
        sent_at=at, listed_at=at, updated_at=at,
    )  # fmt: skip
    await message.save(force_create=True)
    await Alert.create(
        account=account, message=message, kind="first_open", event_id=uuid4(), channel="gmail",
        rfc822_message_id=f"<{hours}@petersen.example>", created_at=at, **values,
    )  # fmt: skip
