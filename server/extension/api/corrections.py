"""POST /events/ID/correction: corrects who caused an event, or withdraws the correction."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from msgspec import Struct
from quart import g

from server.events.evaluation.corrections import correct as correct_event
from server.events.evaluation.corrections import withdraw as withdraw_correction
from server.extension.api.bearer import paired
from server.lib.web.problem import Problem
from server.lib.web.request_input import json_body
from server.messages.kinds import Cause


class CorrectionBody(Struct):
    """Who caused the event; null withdraws the correction."""

    correction: Cause | None


class OlderCorrectionBody(Struct):
    """Who caused the event."""

    correction: Cause


@paired
async def set_correction(event_id: UUID) -> Any:
    """Correct who caused the event; the correction wins over every rule. Or withdraw the correction."""
    asked = await json_body(CorrectionBody)
    if asked.correction is None:
        return _answer(await withdraw_correction(g.account, event_id))
    return _answer(await correct_event(g.account, event_id, asked.correction))


@paired
async def correct(event_id: UUID) -> Any:
    """Correct who caused the event, for older extensions."""
    asked = await json_body(OlderCorrectionBody)
    return _answer(await correct_event(g.account, event_id, asked.correction))


@paired
async def withdraw(event_id: UUID) -> Any:
    """Withdraw the correction, for older extensions."""
    return _answer(await withdraw_correction(g.account, event_id))


def _answer(found: bool) -> Any:
    if not found:
        raise Problem(404, "not_found", "You have no event with this id.")
    return "", 204
