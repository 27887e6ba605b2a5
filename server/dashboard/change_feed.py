"""Reports which of a person's messages changed since a moment, each change once, late commits included."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from server.lib.database.connection import read_only
from server.messages.models import Message

_OVERLAP = timedelta(seconds=10)
_LONGEST = timedelta(days=1)

MessageChange = tuple[UUID, datetime]


class ChangeFeed:
    """Remembers which changes were reported. `since` is an aware UTC moment, at most a day ago.

    A transaction stamps `updated_at` before it commits, so the change with the later stamp may be visible
    first. Each query therefore goes back a little further and leaves out what was already reported.
    """

    def __init__(self, since: datetime, now: datetime) -> None:
        self.since = min(max(since, now - _LONGEST), now)
        self._sent: dict[UUID, datetime] = {}

    @property
    def from_(self) -> datetime:
        """The moment from which the next query has to start."""
        return self.since - _OVERLAP

    def news(self, rows: Iterable[MessageChange]) -> list[MessageChange]:
        """Return the changes in `rows` (in order of time) that were not reported yet."""
        fresh = [(name, at) for name, at in rows if self._sent.get(name) != at]
        self._sent.update(fresh)
        if fresh:
            self.since = max(self.since, fresh[-1][1])
        self._sent = {name: at for name, at in self._sent.items() if at >= self.from_}
        return fresh


async def look(account_id: int, watch: ChangeFeed) -> list[MessageChange]:
    """Return the changed messages of `account_id`, oldest change first; each change is reported once."""
    rows = (
        Message.filter(account_id=account_id, updated_at__gte=watch.from_)
        .order_by("updated_at", "id")
        .using_db(read_only())
    )
    return watch.news(await rows.values_list("id", "updated_at"))
