"""PUT and DELETE /messages/ID/mute."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from server.extension.api.bearer import paired
from server.extension.api.mine import my_message
from server.lib.runtime import runtime
from server.messages import mutes
from server.messages.models import Message


@paired
async def mute(message_id: UUID) -> Any:
    """No alert and no notice about this message."""
    message = await my_message(message_id)
    await mutes.mute(message.id)
    return _told(message)


@paired
async def unmute(message_id: UUID) -> Any:
    """Alerts and notices about this message after all."""
    message = await my_message(message_id)
    await mutes.unmute(message.id)
    return _told(message)


def _told(message: Message) -> Any:
    runtime().hub.publish(f"account:{message.account_id}", str(message.id))
    return "", 204
