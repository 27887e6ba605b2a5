"""Corrections of an event: the person says who caused the event, or withdraws the correction."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import abort, g, request

from server.accounts.sessions import signed_in
from server.dashboard.access import own_message
from server.events.evaluation import corrections
from server.lib.web.page import go
from server.messages.kinds import Cause


@signed_in
async def correct(message_id: UUID, event_id: UUID) -> Any:
    """Correct who caused the event (sender, automated or recipient); the correction wins over every rule."""
    cause = (await request.form).get("correction", "")
    if cause not in tuple(Cause):
        abort(400)
    await own_message(message_id)
    if not await corrections.correct(g.account, event_id, cause):
        abort(404)
    return await go("dashboard.message", message_id=message_id)


@signed_in
async def withdraw(message_id: UUID, event_id: UUID) -> Any:
    """Withdraw the correction, so that the rules decide again."""
    await own_message(message_id)
    if not await corrections.withdraw(g.account, event_id):
        abort(404)
    return await go("dashboard.message", message_id=message_id)
