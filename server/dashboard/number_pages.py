"""Pages that show how the numbers of a message are counted, down to the events behind each number."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import abort

from server.accounts.sessions import signed_in
from server.dashboard import wording as dashboard_wording
from server.dashboard.access import own_message
from server.dashboard.numbers import numbers_of
from server.dashboard.timeline import load_events_of_verdict
from server.events import wording as event_wording
from server.events.models import Event
from server.events.rows.counts import count_events
from server.lib.database.connection import read_only
from server.lib.web.page import show
from server.messages import wording as message_wording
from server.messages.kinds import VerdictKind


@signed_in
async def show_numbers(message_id: UUID) -> Any:
    """Show the formulas, and how many events there are of each verdict."""
    message = await own_message(message_id)
    undone = Event.filter(message_id=message.id, undone_at__not_isnull=True).using_db(read_only())
    return await show(
        "dashboard/numbers.html",
        message=message,
        numbers=numbers_of(await count_events(message, read_only())),
        undone=await undone.count(),
        message_wording=message_wording,
        dashboard_wording=dashboard_wording,
    )


@signed_in
async def show_events(message_id: UUID, verdict: str) -> Any:
    """Show the events with this verdict."""
    if verdict not in tuple(VerdictKind):
        abort(404)
    timeline = await load_events_of_verdict(await own_message(message_id), verdict)
    return await show(
        "dashboard/numbers_events.html",
        timeline=timeline,
        message=timeline.message,
        verdict=verdict,
        message_wording=message_wording,
        dashboard_wording=dashboard_wording,
        event_wording=event_wording,
    )
