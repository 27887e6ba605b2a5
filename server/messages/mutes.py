"""Mutes and unmutes messages. A muted message causes no alert and no notification."""

from __future__ import annotations

from contextlib import suppress

from tortoise.exceptions import IntegrityError

from server.lib import clock
from server.messages.models import Message, Mute
from server.messages.touch import changed


async def mute(message: Message) -> None:
    """Mute the message, if it is not muted already."""
    with suppress(IntegrityError):  # it is muted already
        await Mute.create(message_id=message.id, created_at=clock.now())
    await changed(message.account_id, message.id)


async def unmute(message: Message) -> None:
    """Unmute the message."""
    await Mute.filter(message_id=message.id).delete()
    await changed(message.account_id, message.id)
