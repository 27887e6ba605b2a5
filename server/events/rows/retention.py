"""Deletes events when their retention time is over; the counts of their mails stay.

The table `retired_counts` keeps what the deleted events of each message had added to its counts: how many
there were of each kind and verdict, without addresses or programs. So a recount, after a correction or by
newer rules, does not lower the counts.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from tortoise import connections
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.transactions import in_transaction

from server.accounts.models import Account
from server.events.models import Event, Overflow, VerdictChange, ViewTime
from server.events.rows import interned, partitions
from server.events.rows.mail_state import hold
from server.events.settings import EventsSettings
from server.ingest.overflow import MINUTE
from server.lib.database import sql
from server.lib.runtime import runtime
from server.lib.settled import settled_now

log = logging.getLogger(__name__)

BATCH = 1000
OVERFLOW_DAYS = 30  # a record may wait in a spool for this long, and then be stored a second time
_KEY = ("message_id", "link_id", "kind", "verdict", "counts")
_REMEMBERED = (*_KEY, "number", "first_at", "last_at")
_REMEMBER = (
    f"INSERT INTO retired_counts ({', '.join(_REMEMBERED)})"  # noqa: S608 - our own names
    f" SELECT {', '.join(_KEY)}, count(*), min(at), max(at) FROM"
    ' "{name}" WHERE undone_at IS NULL GROUP BY ' + ", ".join(_KEY)
)
_FORGET_CHANGES = 'DELETE FROM verdict_change WHERE event_id IN (SELECT id FROM "{name}")'


async def forget_old_events() -> None:
    """Delete events after EVENT_RETENTION_DAYS (0 keeps all events), and overflow after OVERFLOW_DAYS."""
    now, days = await settled_now(), runtime()[EventsSettings].retention_days
    if days:
        moment = now - timedelta(days=days)
        if number := await forget_before(moment):
            text = "deleted %d events that were older than %s (EVENT_RETENTION_DAYS=%d)"
            log.info(text, number, moment.isoformat(timespec="minutes"), days)
        await interned.forget_unused(moment)
    await Overflow.filter(minute__lt=now.timestamp() // MINUTE - OVERFLOW_DAYS * 24 * 60).delete()


async def newest_at() -> datetime | None:
    """Return when the newest event happened; None if there is none."""
    newest = await Event.all().order_by("-id").first()
    return newest.at if newest else None


async def forget_before(moment: datetime) -> int:
    """Delete the events and view times before `moment`. Return the number of events.

    On PostgreSQL, whole months of events are dropped, so events stay until their month is over. Other rows
    are deleted in batches, so that nobody waits long for the locks: events in the default partition, events
    in other databases, and view times.
    """
    await _forget_view_times(moment)
    if await partitions.is_partitioned():
        number = await partitions.drop_before(moment, _remember_month)
        while some := await _forget_rest(moment):
            number += some
        return number
    number = 0
    for account in await Account.all().values_list("id", flat=True):
        while some := await _forget_some(account, moment):
            number += some
    return number


async def _forget_view_times(moment: datetime) -> None:
    old = ViewTime.filter(at__lt=moment).order_by("at").limit(BATCH)
    while some := await old.values_list("id", flat=True):
        await ViewTime.filter(id__in=list(some)).delete()


async def _remember_month(db: BaseDBAsyncClient, name: str) -> int:
    [counted] = await db.execute_query_dict(f'SELECT count(*) AS number FROM "{name}"')  # noqa: S608 - see above
    await db.execute_query(_REMEMBER.format(name=name))
    await db.execute_query(_FORGET_CHANGES.format(name=name))
    return int(counted["number"])


async def _forget_rest(moment: datetime) -> int:
    query = f'SELECT id FROM "{partitions.REST}" WHERE at < $1 ORDER BY at LIMIT {BATCH}'  # noqa: S608
    rows = await connections.get("default").execute_query_dict(query, [moment])
    return await _forget([row["id"] for row in rows], moment)


async def _forget_some(account: object, moment: datetime) -> int:
    old = Event.filter(account_id=account, at__lt=moment).order_by("at").limit(BATCH)
    return await _forget(await old.values_list("id", flat=True), moment)


async def _forget(ids: Sequence[Any], moment: datetime) -> int:
    """Delete these events. Return how many there were: none, if there are no more to delete."""
    if not ids:
        return 0
    going = Event.filter(id__in=list(ids), at__lt=moment)
    messages: set[Any] = set(await going.values_list("message_id", flat=True))
    async with in_transaction() as db:
        await hold(db, messages, [])  # a recount of one of these messages waits for us, or we wait for it
        await _remember(await going.filter(undone_at=None).using_db(db).values(*_KEY, "at"), db)
        await VerdictChange.filter(event_id__in=list(ids)).using_db(db).delete()
        await going.using_db(db).delete()
    return len(ids)


async def _remember(events: Sequence[dict[str, Any]], db: BaseDBAsyncClient) -> None:
    def key(event: dict[str, Any]) -> tuple[Any, ...]:
        return tuple(event[name] for name in _KEY)

    rows = []
    for _, same in groupby(sorted(events, key=lambda event: str(key(event))), key):
        some = list(same)
        moments = [event["at"] for event in some]
        values = [*key(some[0]), len(some), min(moments), max(moments)]
        rows.append([sql.value_for(db, value) for value in values])
    await sql.insert(db, "retired_counts", _REMEMBERED, rows)
