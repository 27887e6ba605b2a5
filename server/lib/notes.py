"""The table of notes: what the server remembers for itself over restarts, each thing under a name."""

from __future__ import annotations

from typing import Any

from tortoise import fields
from tortoise.exceptions import IntegrityError
from tortoise.expressions import F
from tortoise.models import Model

from server.lib import clock
from server.lib.database import connection


class Note(Model):
    """One thing to remember. `number` counts; `since` is when the note was first written, `at` last."""

    name = fields.CharField(max_length=80, primary_key=True)
    number = fields.BigIntField(default=0, db_default=0)
    value: dict[str, Any] | None = fields.JSONField(null=True)
    since = fields.DatetimeField()
    at = fields.DatetimeField()

    class Meta:
        table = "note"


async def keep(name: str, value: dict[str, Any]) -> None:
    """Remember `value` under `name`, in place of what was remembered before."""
    await _write(name, value, {"value": value})


async def count(name: str, number: int, value: dict[str, Any]) -> None:
    """Add to the number under `name`, and remember `value` beside it."""
    await _write(name, value, {"value": value, "number": F("number") + number}, number)


async def made_once(name: str, value: dict[str, Any]) -> dict[str, Any]:
    """Remember `value` under `name` unless something is remembered there already. Returns what is."""
    found = await kept(name)
    if found is not None:
        return found
    now = clock.now()
    try:
        await Note.create(name=name, value=value, since=now, at=now)
    except IntegrityError:  # another process was first
        return await kept(name) or value
    return value


async def kept(name: str) -> dict[str, Any] | None:
    """Return what is remembered under `name`; None if nothing is."""
    note = await Note.get_or_none(name=name)
    return note.value if note else None


async def under(prefix: str) -> list[Note]:
    """Return the notes whose names begin with `prefix`, the one that was written last first."""
    found = Note.filter(name__startswith=prefix).using_db(connection.read_only())
    return await found.order_by("-at", "name")


async def _write(name: str, value: dict[str, Any], change: dict[str, Any], number: int = 0) -> None:
    now = clock.now()
    if await Note.filter(name=name).update(**change, at=now):
        return
    try:
        await Note.create(name=name, number=number, value=value, since=now, at=now)
    except IntegrityError:  # race: another process was first
        await Note.filter(name=name).update(**change, at=now)


__models__ = [Note]
