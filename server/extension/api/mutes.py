"""PUT and DELETE /messages/ID/mute."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from server.extension.api.access import own_message
from server.extension.api.bearer import paired
from server.messages import mutes


@paired
async def mute(message_id: UUID) -> Any:
    """No alert and no notice about this message."""
    await mutes.mute(await own_message(message_id))
    return "", 204


@paired
async def unmute(message_id: UUID) -> Any:
    """Alerts and notices about this message after all."""
    await mutes.unmute(await own_message(message_id))
    return "", 204
