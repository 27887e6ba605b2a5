"""Mutes and unmutes messages: no alert and no notification about a muted one."""

from __future__ import annotations

from contextlib import suppress

from tortoise.exceptions import IntegrityError

from server.lib import clock
from server.messages.models import Message, Mute
from server.messages.touch import changed


async def mute(message: Message) -> None:
    """Mute the message. Repeating it changes nothing."""
    with suppress(IntegrityError):  # it is muted already
        await Mute.create(message_id=message.id, created_at=clock.now())
    await changed(message.account_id, message.id)


async def unmute(message: Message) -> None:
    """Unmute the message."""
    await Mute.filter(message_id=message.id).delete()
    await changed(message.account_id, message.id)
