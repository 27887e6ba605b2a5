"""POST /messages/ID/reminder: sets and removes the reminder about a message."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta, Struct
from quart import g

from server.extension.api.access import own_message
from server.extension.api.bearer import paired
from server.extension.api.shown import iso
from server.lib.web.problem import Problem
from server.lib.web.request_input import json_body
from server.messages import reminders
from server.messages.models import Message

Days = Annotated[int, Meta(ge=1, le=reminders.MOST_DAYS)]


class ReminderBody(Struct):
    """In how many days to remind the person; null removes the reminder."""

    days: Days | None


class OlderReminderBody(Struct):
    """In how many days to remind the person."""

    days: Days


@paired
async def set_reminder(message_id: UUID) -> Any:
    """Set a reminder for `days` days from now; it is sent if the message has not been opened by then."""
    asked = await json_body(ReminderBody)
    message = await own_message(message_id)
    if asked.days is None:
        await reminders.forget(message)
        return {"remind_at": None}
    return await _remind(message, asked.days)


@paired
async def remind(message_id: UUID) -> Any:
    """Set a reminder, for older extensions."""
    asked = await json_body(OlderReminderBody)
    return await _remind(await own_message(message_id), asked.days)


@paired
async def forget(message_id: UUID) -> Any:
    """Remove the reminder, for older extensions."""
    await reminders.forget(await own_message(message_id))
    return "", 204


async def _remind(message: Message, days: int) -> Any:
    if reminders.is_answered(message, g.account.threshold):
        raise Problem(
            409,
            "answered",
            "You cannot set a reminder, because the message was already opened or never sent.",
        )
    return {"remind_at": iso(await reminders.remind(message, days))}
