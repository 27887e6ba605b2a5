"""Reads and writes the rows of view times. A view time is written once, even if its record comes twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient

from server.events.models import Event
from server.events.models import ViewTime as Row
from server.events.storing.view_time_join import TOGETHER, on_screen
from server.ingest.view_time import ViewTimeRecord
from server.lib.database import sql
from server.lib.database.connection import read_only
from server.messages.kinds import EventKind

_MOST = 1000  # view times read together with a page's events

_COLUMNS = ("id", "message_id", "at", "seconds", "address", "user_agent")


async def unknown(found: Sequence[ViewTimeRecord], db: BaseDBAsyncClient) -> list[ViewTimeRecord]:
    """Return the records that are not stored yet, without duplicates. Their mails must be locked."""
    unique = {each.id: each for each in found}
    rows = await sql.among(db, "SELECT id FROM view_time WHERE id {these}", unique.keys())
    stored = {sql.identity(row["id"]) for row in rows}
    return [each for each in unique.values() if each.id not in stored]


async def save(view_times: Sequence[ViewTimeRecord], db: BaseDBAsyncClient) -> None:
    """Write the view times. Their messages must already be in the database."""
    await sql.insert(db, "view_time", _COLUMNS, [_row(each, db) for each in view_times])


async def seconds_on_screen(events: Sequence[Event]) -> Mapping[UUID, int]:
    """Return event -> seconds for those of `events` whose view time was measured."""
    opens = [event for event in events if event.kind == EventKind.OPEN]
    if not opens:
        return {}
    mails = {event.message_id for event in opens}
    since = min(event.at for event in opens) - TOGETHER
    nearby = Row.filter(message_id__in=list(mails), at__gte=since).using_db(read_only())
    return on_screen(opens, await nearby.order_by("-at").limit(_MOST))


def _row(view_time: ViewTimeRecord, db: BaseDBAsyncClient) -> list[object]:
    return [
        sql.value_for(db, view_time.id),
        sql.value_for(db, view_time.message),
        sql.value_for(db, view_time.moment),
        view_time.seconds,
        view_time.address[:45],
        view_time.user_agent,
    ]
