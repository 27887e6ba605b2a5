"""Adds overflow to the totals of each message and minute. Adding a record twice changes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.functions import Sum

from server.events.models import Overflow as Row
from server.events.rows.mail_state import MailState
from server.ingest.overflow import MINUTE, OverflowRecord
from server.lib import clock
from server.lib.database import sql
from server.lib.database.connection import read_only
from server.messages.kinds import EventKind

_Key = tuple[UUID, str, int, str]  # message, kind, minute, origin
_KNOWN = (
    "SELECT id, message_id, kind, minute, origin, number FROM overflow"
    " WHERE message_id {these} AND minute BETWEEN {1} AND {2}"
)
_FULL = 2**31 - 1  # the largest value of the column
_COLUMNS = ("message_id", "kind", "minute", "origin", "number")


@dataclass(slots=True)
class Totals:
    """What has to be written: new rows, known rows (id -> number), and the mails that changed."""

    new: dict[_Key, int] = field(default_factory=dict)
    known: dict[int, int] = field(default_factory=dict)  # id -> number
    mails: dict[UUID, MailState] = field(default_factory=dict)
    added: int = 0


async def add(
    found: Sequence[OverflowRecord], mails: Mapping[UUID, MailState], db: BaseDBAsyncClient
) -> Totals:
    """Add to `mails`, which the transaction has locked, the overflow in `found` that is not counted yet."""
    totals, highest = Totals(), _highest(found)
    known = await _known(highest, db)
    for key, number in highest.items():
        row_id, before = known.get(key, (None, 0))
        if number <= before:
            continue
        if row_id is None:
            totals.new[key] = number
        else:
            totals.known[row_id] = number
        totals.added += number - before
        _count(totals, mails[key[0]], key[1], number - before)
    return totals


async def save(totals: Totals, db: BaseDBAsyncClient) -> None:
    """Write the rows. Their messages must already be in the database."""
    rows = [[sql.value_for(db, key[0]), *key[1:], number] for key, number in totals.new.items()]
    await sql.insert(db, "overflow", _COLUMNS, rows)
    await sql.update(db, "overflow", ("number",), [[number, row] for row, number in totals.known.items()])


async def since(seconds: float) -> int:
    """Return how many hits beyond a rate limit came in the last `seconds`, except those still in a spool."""
    minute = int((clock.unix() - seconds) // MINUTE)
    rows: Any = Row.filter(minute__gte=minute).using_db(read_only()).annotate(all=Sum("number"))
    return int((await rows.values("all"))[0]["all"] or 0)


def _highest(found: Sequence[OverflowRecord]) -> dict[_Key, int]:
    highest: dict[_Key, int] = {}
    for each in found:
        key = (each.message, each.kind, each.minute, each.origin)
        highest[key] = max(highest.get(key, 0), each.number)
    return highest


async def _known(keys: Mapping[_Key, int], db: BaseDBAsyncClient) -> dict[_Key, tuple[int | None, int]]:
    if not keys:
        return {}
    minutes = [minute for _, _, minute, _ in keys]
    rows = await sql.among(db, _KNOWN, {message for message, *_ in keys}, min(minutes), max(minutes))
    return {
        (sql.identity(row["message_id"]), row["kind"], row["minute"], row["origin"]): (
            row["id"],
            row["number"],
        )
        for row in rows
    }


def _count(totals: Totals, mail: MailState, kind: str, number: int) -> None:
    if kind == EventKind.CLICK:
        mail.overflow_clicks = min(mail.overflow_clicks + number, _FULL)
    else:
        mail.overflow_opens = min(mail.overflow_opens + number, _FULL)
    mail.updated_at = clock.now()
    totals.mails[mail.id] = mail
