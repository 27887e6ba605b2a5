"""PUT and DELETE /messages/ID/reminder."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import g

from server.extension.api.access import my_message
from server.extension.api.bearer import paired
from server.extension.api.body import read_body
from server.extension.api.problem import Problem
from server.extension.api.shown import iso
from server.messages import reminders


@paired
async def remind(message_id: UUID) -> Any:
    """Remind the person some days from now, if the message was not opened until then."""
    days = (await read_body()).field("days").integer(1, reminders.MOST_DAYS)
    message = await my_message(message_id)
    if reminders.is_answered(message, g.account.threshold):
        raise Problem(409, "answered", "There is nothing to remind of: it was opened, or never sent.")
    return {"remind_at": iso(await reminders.remind(message, days))}


@paired
async def forget(message_id: UUID) -> Any:
    """No reminder after all."""
    await reminders.forget(await my_message(message_id))
    return "", 204
