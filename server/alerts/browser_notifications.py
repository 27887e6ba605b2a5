"""Records browser notifications of opens and clicks, each to be shown to the person once.

Notifications are derived from the stored events when a browser asks, so they add no cost to storing hits.
Each browser has a cursor, the id of the last notification it was given. The account is locked while rows are
added, so the ids of one account are in the order of commit, and no row ever appears behind a cursor.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.expressions import F
from tortoise.transactions import in_transaction

from server.accounts.models import Account
from server.accounts.threshold import CERTAIN, EVERYTHING, LIKELY
from server.alerts.models import BrowserNotification
from server.lib import clock
from server.lib.database import sql
from server.lib.database.connection import read_only
from server.lib.settled import settled_now
from server.messages.kinds import MACHINES, EventKind, VerdictKind
from server.messages.models import Message
from server.messages.opened import first_open_for
from server.messages.queries.related import muted
from server.messages.queries.slim import slim

LOOK_BACK = timedelta(days=3)  # older events are not shown, even if no browser was open since
LATE = timedelta(hours=6)  # an event may be stored this long after it happened
KEPT = timedelta(days=14)
REPORT_WAIT = timedelta(minutes=2)  # how long a notification of an unreported mail waits for its report
AT_A_TIME = 200  # the limit in the query
FIRST_OPEN, OPEN, CLICK, REMINDER = "first_open", "open", "click", "reminder"
BEGIN = "begin"  # never shown: marks when a person's first browser asked; older events are not shown
_MACHINES = ", ".join(f"'{kind}'" for kind in sorted(MACHINES))
_WORTH = {
    CERTAIN: f"counts AND (kind = '{EventKind.CLICK}' OR verdict = '{VerdictKind.PERSON}')",
    LIKELY: "counts",
    EVERYTHING: f"(counts OR kind = '{EventKind.OPEN}' AND verdict IN ({_MACHINES}))",
}
_NEWS = (
    "SELECT id, message_id, kind, at FROM event WHERE account_id {these} AND at >= {1} AND at <= {2}"
    " AND %s AND undone_at IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM browser_notification AS shown WHERE shown.event_id = event.id)"
    " ORDER BY at, id LIMIT 200"
)
# An open often becomes certain only when its reader comes back.
_CERTAIN_SINCE = (
    "SELECT message_id, MIN(COALESCE((SELECT MAX(verdict_change.at) FROM verdict_change"
    " WHERE event_id = event.id AND now = 'person' AND was <> 'person'), event.at)) AS since"
    " FROM event WHERE message_id {these} AND kind = 'open' AND verdict = 'person' AND counts"
    " AND undone_at IS NULL GROUP BY message_id"
)


@dataclass(frozen=True, slots=True)
class _News:
    event_id: UUID
    message_id: UUID
    kind: str
    at: datetime


async def note_news(account: Account) -> int:
    """Record the oldest unrecorded opens and clicks, at most AT_A_TIME. Return how many were recorded."""
    found = await _news(account)
    those = slim(Message.filter(id__in=list({each.message_id for each in found})))
    messages = {one.id: one for one in await those}
    ripe = [each for each in found if _is_ripe(each, messages)]
    if not ripe:
        return 0
    async with in_transaction() as db:
        await hold(account.id, db)
        noted = BrowserNotification.filter(event_id__in=[each.event_id for each in ripe]).using_db(db)
        known = {UUID(str(each)) for each in await noted.values_list("event_id", flat=True)}
        fresh = [each for each in ripe if each.event_id not in known]
        await _note(account, fresh, messages, db)
    return len(fresh)


async def hold(account_id: int, db: BaseDBAsyncClient) -> None:
    """Lock the account, so that its notifications are recorded one transaction after the other."""
    await Account.filter(id=account_id).using_db(db).update(seen_at=F("seen_at"))


async def begin(account: Account) -> int:
    """Return the cursor of a new browser. If it is the account's first, events before now are never shown."""
    if await BrowserNotification.filter(account_id=account.id).using_db(read_only()).exists():
        while await note_news(account) == AT_A_TIME:  # events until now are for the person's other browsers
            pass
    else:
        await _draw_line(account)
    return await newest_id(account)


async def newest_id(account: Account) -> int:
    """Return the id of the account's newest notification; 0 if there is none."""
    newest = (
        await BrowserNotification.filter(account_id=account.id).using_db(read_only()).order_by("-id").first()
    )
    return newest.id if newest else 0


async def forget_old_notifications() -> None:
    """Delete notifications older than KEPT, which are too old to be shown."""
    await BrowserNotification.filter(created_at__lt=await settled_now() - KEPT).delete()


async def _draw_line(account: Account) -> None:
    now = clock.now()
    row = {"kind": BEGIN, "quiet": True, "at": now, "created_at": now}
    await BrowserNotification.get_or_create(row, account_id=account.id, key=f"{BEGIN}:{account.id}")


async def _news(account: Account) -> list[_News]:
    now = clock.now()
    rows = await sql.among(
        read_only(), _NEWS % _WORTH[account.threshold], [account.id], await _since(account, now), now + LATE
    )
    return [_read(row) for row in rows]


async def _since(account: Account, now: datetime) -> datetime:
    """Return the earliest moment at which an unrecorded event may have happened."""
    mine = BrowserNotification.filter(account_id=account.id).using_db(read_only())
    newest = await mine.filter(event_id__not_isnull=True).order_by("-at").first()
    line = await mine.filter(key=f"{BEGIN}:{account.id}").first()
    since = now - LOOK_BACK
    if newest:
        since = max(since, newest.at - LATE)
    return max(since, line.at) if line else since


def _read(row: Mapping[str, Any]) -> _News:
    at = sql.moment(row["at"])
    assert at, "an event has its moment"
    return _News(sql.identity(row["id"]), sql.identity(row["message_id"]), str(row["kind"]), at)


def _is_ripe(news: _News, messages: Mapping[UUID, Message]) -> bool:
    message = messages.get(news.message_id)
    if message is None:
        return False
    return message.reported_at is not None or clock.now() - news.at > REPORT_WAIT


async def _note(
    account: Account,
    fresh: Collection[_News],
    messages: Mapping[UUID, Message],
    db: BaseDBAsyncClient,
) -> None:
    ids = list({each.message_id for each in fresh})
    silent, now = await muted(ids), clock.now()
    firsts = BrowserNotification.filter(message_id__in=ids, kind=FIRST_OPEN).using_db(db)
    opened = {UUID(str(each)) for each in await firsts.values_list("message_id", flat=True)}
    began = await _began(account, [messages[each] for each in ids])
    rows = []
    for each in fresh:
        kind = _kind(each, began.get(each.message_id), opened)
        key = f"{kind}:{each.message_id if kind == FIRST_OPEN else each.event_id}"
        rows.append(
            BrowserNotification(
                account_id=account.id,
                message_id=each.message_id,
                kind=kind,
                key=key,
                event_id=each.event_id,
                at=each.at,
                created_at=now,
                quiet=each.message_id in silent,
            )
        )
    if rows:
        await BrowserNotification.bulk_create(rows, using_db=db)


async def _began(account: Account, messages: Collection[Message]) -> dict[UUID, datetime | None]:
    """Return since when each message counts as opened, as defined by the account's threshold."""
    if account.threshold != CERTAIN:
        return {message.id: first_open_for(message, account.threshold) for message in messages}
    rows = await sql.among(read_only(), _CERTAIN_SINCE, [message.id for message in messages])
    return {sql.identity(row["message_id"]): sql.moment(row["since"]) for row in rows}


def _kind(news: _News, began: datetime | None, opened: set[UUID]) -> str:
    """Return the kind of a notification. `opened` collects the messages whose first open was recorded."""
    if news.kind == CLICK:
        return CLICK
    if news.message_id in opened or began is None or began < news.at:
        return OPEN
    opened.add(news.message_id)
    return FIRST_OPEN
