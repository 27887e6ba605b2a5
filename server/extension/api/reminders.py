"""PUT and DELETE /messages/ID/reminder."""

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


class ReminderBody(Struct):
    """In how many days."""

    days: Annotated[int, Meta(ge=1, le=reminders.MOST_DAYS)]


@paired
async def remind(message_id: UUID) -> Any:
    """Remind the person some days from now, if the message was not opened until then."""
    asked = await json_body(ReminderBody)
    message = await own_message(message_id)
    if reminders.is_answered(message, g.account.threshold):
        raise Problem(409, "answered", "There is nothing to remind of: it was opened, or never sent.")
    return {"remind_at": iso(await reminders.remind(message, asked.days))}


@paired
async def forget(message_id: UUID) -> Any:
    """No reminder after all."""
    await reminders.forget(await own_message(message_id))
    return "", 204
