"""Names this installation: whoever shares its database has the same name, and nobody else has it."""

from __future__ import annotations

import asyncio
import secrets

from tortoise import fields
from tortoise.exceptions import IntegrityError
from tortoise.models import Model

_ONLY = 1
_AGAIN = 0.5  # seconds


class Installation(Model):
    """The only row: a random name, made once."""

    id = fields.IntField(primary_key=True, generated=False)
    name = fields.CharField(max_length=16)

    class Meta:
        table = "installation"


async def installation() -> str:
    """Return the name of this installation, 16 hex digits; make it on first use."""
    row = await Installation.get_or_none(id=_ONLY)
    if row is None:
        try:
            row = await Installation.create(id=_ONLY, name=secrets.token_hex(8))
        except IntegrityError:  # another process was first
            row = await Installation.get(id=_ONLY)
    return row.name


async def installation_once_known() -> str:
    """Return the name as soon as the database tells it, however long that takes."""
    while True:
        try:
            return await installation()
        except Exception:  # noqa: BLE001 - each driver raises errors of its own; others report them
            await asyncio.sleep(_AGAIN)
