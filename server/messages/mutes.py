"""Muting: no alert and no notice about a message."""

from __future__ import annotations

from contextlib import suppress

from tortoise.exceptions import IntegrityError

from server.lib import clock
from server.messages.models import Message, Mute
from server.messages.touch import changed


async def mute(message: Message) -> None:
    """Let the message be silent. A second time changes nothing."""
    with suppress(IntegrityError):  # it is silent already
        await Mute.create(message_id=message.id, created_at=clock.now())
    await changed(message.account_id, message.id)


async def unmute(message: Message) -> None:
    """Let the message speak again."""
    await Mute.filter(message_id=message.id).delete()
    await changed(message.account_id, message.id)
