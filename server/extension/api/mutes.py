"""PUT and DELETE /messages/ID/mute: mutes and unmutes a message."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from server.extension.api.access import own_message
from server.extension.api.bearer import paired
from server.messages import mutes


@paired
async def mute(message_id: UUID) -> Any:
    """Mute the message: it causes no alert and no notification."""
    await mutes.mute(await own_message(message_id))
    return "", 204


@paired
async def unmute(message_id: UUID) -> Any:
    """Unmute the message: it may cause alerts and notifications again."""
    await mutes.unmute(await own_message(message_id))
    return "", 204
