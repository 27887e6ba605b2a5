"""Muting: no alert and no notice about a message."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

from tortoise.exceptions import IntegrityError

from server.lib import clock
from server.messages.models import Mute


async def mute(message_id: UUID) -> None:
    """Let the message be silent. A second time changes nothing."""
    with suppress(IntegrityError):  # it is silent already
        await Mute.create(message_id=message_id, created_at=clock.now())


async def unmute(message_id: UUID) -> None:
    """Let the message speak again."""
    await Mute.filter(message_id=message_id).delete()
