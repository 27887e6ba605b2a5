"""Sets and deletes reminders: "tell me if nobody has opened this in two days"."""

from __future__ import annotations

from datetime import datetime, timedelta

from server.lib import clock
from server.messages.models import Message, Reminder
from server.messages.opened import is_opened
from server.messages.touch import changed

MOST_DAYS = 365


async def remind(message: Message, days: int) -> datetime:
    """Set a reminder in `days` days, in place of an earlier one. Returns the time at which it is due."""
    now = clock.now()
    due_at = now + timedelta(days=days)
    row = {"created_at": now, "due_at": due_at, "fell_due_at": None}
    await Reminder.update_or_create(row, message_id=message.id)
    await changed(message.account_id, message.id)
    return due_at


async def forget(message: Message) -> None:
    """Delete the reminder of this message."""
    await Reminder.filter(message_id=message.id).delete()
    await changed(message.account_id, message.id)


def is_answered(message: Message, threshold: str) -> bool:
    """Return whether a reminder is pointless: the mail was opened, clicked, answered, bounced or undone."""
    opened = message.opens > 0 and is_opened(message, threshold)  # loads by machines do not count
    returned = message.replied_at is not None or message.bounced_at is not None
    return opened or message.clicks > 0 or returned or message.state == "undone"
