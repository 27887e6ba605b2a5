"""POST /messages/ID/mute: mutes and unmutes a message."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from msgspec import Struct

from server.extension.api.access import own_message
from server.extension.api.bearer import paired
from server.lib.web.request_input import json_body
from server.messages import mutes


class MuteBody(Struct):
    """Whether the message is to be muted."""

    muted: bool


@paired
async def set_mute(message_id: UUID) -> Any:
    """Mute the message, so that it causes no alert and no notification, or unmute it."""
    asked = await json_body(MuteBody)
    message = await own_message(message_id)
    await (mutes.mute(message) if asked.muted else mutes.unmute(message))
    return "", 204


@paired
async def mute(message_id: UUID) -> Any:
    """Mute the message, for older extensions."""
    await mutes.mute(await own_message(message_id))
    return "", 204


@paired
async def unmute(message_id: UUID) -> Any:
    """Unmute the message, for older extensions."""
    await mutes.unmute(await own_message(message_id))
    return "", 204
