"""The newest events of several messages, read with two queries for any number of messages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from uuid import UUID

from server.events.models import Event
from server.lib.database import sql
from server.lib.database.connection import read_only

_NEWEST = (
    "SELECT * FROM (SELECT id, at FROM event WHERE message_id = {mark}"
    " ORDER BY at DESC, id DESC LIMIT {most}) AS newest_{number}"
)


async def newest_events(messages: Collection[UUID], most: int) -> Mapping[UUID, list[Event]]:
    """Return message -> its `most` newest events, newest first, each with its link.

    A message without events has no entry. An index keeps this fast for any number of events.
    """
    if not messages:
        return {}
    db = read_only()
    marks = sql.marks(db, len(messages))
    parts = (_NEWEST.format(mark=mark, most=most, number=n) for n, mark in enumerate(marks))
    values = [sql.value_for(db, each) for each in messages]
    rows = await db.execute_query_dict(" UNION ALL ".join(parts), values)
    moments = [at for row in rows if (at := sql.moment(row["at"]))]
    if not moments:
        return {}
    # Because the query names the events' times, only the partitions of those months are searched.
    these = Event.filter(id__in=[row["id"] for row in rows], at__gte=min(moments), at__lte=max(moments))
    found: dict[UUID, list[Event]] = defaultdict(list)
    for event in await these.using_db(db).order_by("-at", "-id").select_related("link"):
        found[event.message_id].append(event)
    return found
