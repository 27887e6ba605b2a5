"""Notes on a message what Sightline has stopped trying to do in Gmail, until the person asks for it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.transactions import in_transaction

from server.lib import clock
from server.lib.failure import Failure, Packed, pack
from server.messages.gmail import gmail_of
from server.messages.lock import locked
from server.messages.models import GmailMessage, Message
from server.messages.report import stamp
from server.messages.touch import tell

UNASKED = "unasked"  # in GmailMessage.report: when and why Gmail could not be asked about the mail
UNLABELLED = "unlabelled"  # the same for its labels
_ALL = (UNASKED, UNLABELLED)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What Sightline has stopped trying to do in Gmail: UNASKED or UNLABELLED."""

    what: str
    at: datetime
    reason: list[Packed]


async def note_unasked(fact: Mapping[str, Any], reason: Failure) -> bool:
    """Note on the message of `fact` that Gmail could not be asked about it."""
    await _note(fact["message"], UNASKED, reason)
    return False


async def note_unlabelled(fact: Mapping[str, Any], reason: Failure) -> bool:
    """Note on the message of `fact` that its label in Gmail could not be set."""
    await _note(fact["message"], UNLABELLED, reason)
    return False


async def forget(message: Message, what: str) -> None:
    """Forget that Sightline had stopped trying: it was done after all. Needs the message's `gmail`."""
    if message.gmail is None or what not in message.gmail.report:
        return
    async with in_transaction() as db:
        current, gmail = await locked(message.id, db), await gmail_of(message.id, db)
        if current is None or gmail is None or what not in gmail.report:
            return
        current.updated_at = clock.now()
        gmail.report = {name: value for name, value in gmail.report.items() if name != what}
        await gmail.save(using_db=db, update_fields=["report"])
        await current.save(using_db=db, update_fields=["updated_at"])
    tell(current.account_id, current.id)


def unfinished_of(gmail: GmailMessage | None) -> tuple[Unfinished, ...]:
    """Return what could not be done in Gmail for a message. Pure."""
    report = gmail.report if gmail else {}
    noted = [(what, report[what]) for what in _ALL if what in report]
    return tuple(Unfinished(what, datetime.fromisoformat(at), reason) for what, (at, reason) in noted)


def without_notes(report: Mapping[str, Any]) -> dict[str, Any]:
    """Return a GmailMessage's report without these notes, which are no part of what was reported. Pure."""
    return {name: value for name, value in report.items() if name not in _ALL}


async def forget_unfinished(message: Message, db: BaseDBAsyncClient) -> bool:
    """Forget in the transaction `db` what is noted, because it is tried again. False: nothing was noted."""
    current, gmail = await locked(message.id, db), await gmail_of(message.id, db)
    if current is None or gmail is None or not unfinished_of(gmail):
        return False
    gmail.report = without_notes(gmail.report)
    message.updated_at = current.updated_at = clock.now()
    await gmail.save(using_db=db, update_fields=["report"])
    await current.save(using_db=db, update_fields=["updated_at"])
    return True


async def _note(message_id: str, what: str, reason: Failure) -> None:
    async with in_transaction() as db:
        current = await locked(message_id, db)
        gmail = await gmail_of(current.id, db) if current else None
        if current is None or gmail is None:
            return
        current.updated_at = clock.now()
        gmail.report = {**gmail.report, what: [stamp(current.updated_at), pack([reason])]}
        await gmail.save(using_db=db, update_fields=["report"])
        await current.save(using_db=db, update_fields=["updated_at"])
    tell(current.account_id, current.id)
