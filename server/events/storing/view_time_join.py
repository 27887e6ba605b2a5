"""Joins view times to opens, to tell how long a mail was on screen at each open. Pure.

A client loads a mail's pixel and view-time image together. So a view time belongs to the nearest open with
the same address and program. If an open has several view times, the longest one counts, because they may
overlap.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from server.events.models import Event, ViewTime
from server.messages.kinds import EventKind, VerdictKind

TOGETHER = timedelta(minutes=1)  # long enough for a mail with many images on a slow connection


def on_screen(events: Iterable[Event], view_times: Iterable[ViewTime]) -> Mapping[UUID, int]:
    """Return event -> seconds for opens by recipients. Opens by machines and by the sender are left out."""
    opens = [event for event in events if event.kind == EventKind.OPEN]
    longest: dict[UUID, int] = {}
    for view_time in view_times:
        event = _nearest(view_time, opens)
        if event and _is_of_a_reader(event):
            longest[event.id] = max(longest.get(event.id, 0), view_time.seconds)
    return longest


def _nearest(view_time: ViewTime, opens: Sequence[Event]) -> Event | None:
    def away(event: Event) -> timedelta:
        return abs(event.at - view_time.at)

    near = [event for event in opens if _client(event) == _client(view_time)]
    found = min(near, key=away, default=None)
    return found if found and away(found) <= TOGETHER else None


def _client(some: Event | ViewTime) -> tuple[object, str, str]:
    return some.message_id, some.address, some.user_agent


def _is_of_a_reader(event: Event) -> bool:
    return event.undone_at is None and (event.counts or event.verdict == VerdictKind.REPEAT)
