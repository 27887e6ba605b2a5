"""Actions that set and remove the reminder about a message."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from quart import abort, g

from server.accounts.sessions import signed_in
from server.dashboard.access import own_message
from server.lib.web.page import go, show, wants_fragment
from server.messages import reminders
from server.messages.models import Message

DAYS = 2


@signed_in
async def remind(message_id: UUID) -> Any:
    """Set a reminder for DAYS days from now; it is sent if nobody has opened the message by then."""
    message = await own_message(message_id)
    if reminders.is_answered(message, g.account.threshold):
        abort(404)
    return await _shown(message, await reminders.remind(message, DAYS))


@signed_in
async def forget(message_id: UUID) -> Any:
    """Remove the reminder."""
    message = await own_message(message_id)
    await reminders.forget(message)
    return await _shown(message, None)


async def _shown(message: Message, remind_at: datetime | None) -> Any:
    if wants_fragment():
        return await show("dashboard/reminder.html", message=message, remind_at=remind_at)
    return await go("dashboard.message", message_id=message.id)
