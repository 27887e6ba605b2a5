"""One event: the person says who was behind it, or takes that back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import abort, g, request

from server.accounts.sessions import signed_in
from server.dashboard.access import own_message
from server.events import corrections
from server.lib.web.page import go
from server.messages.kinds import Said


@signed_in
async def correct(message_id: UUID, event_id: UUID) -> Any:
    """Their word wins over every rule: me, machine or them."""
    said = (await request.form).get("said", "")
    if said not in tuple(Said):
        abort(400)
    await own_message(message_id)
    if not await corrections.correct(g.account, event_id, said):
        abort(404)
    return await go("dashboard.message", message_id=message_id)


@signed_in
async def withdraw(message_id: UUID, event_id: UUID) -> Any:
    """The rules decide again."""
    await own_message(message_id)
    if not await corrections.withdraw(g.account, event_id):
        abort(404)
    return await go("dashboard.message", message_id=message_id)
