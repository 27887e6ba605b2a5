"""Stores facts in the caller's transaction, a row for each listener, and wakes rows that wait."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, cast

from tortoise import connections
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.transactions import in_transaction

from server.lib import clock
from server.lib.database import sql
from server.lib.outbox.listeners import listeners_of
from server.lib.outbox.rows import OutboxRow

WOKEN_AT_ONCE = 50
WAKING = timedelta(seconds=5)
"""Of many rows with the same key, WOKEN_AT_ONCE become due in each WAKING, so that others get their turn."""

_ANNOUNCED = (
    "fact",
    "unique_key",
    "listener",
    "payload",
    "created_at",
    "due_at",
    "attempts",
    "failures",
    "waits_for",
    "error",
)
_KNOWN = "SELECT unique_key FROM outbox WHERE unique_key {these}"


async def announce(
    fact: str, key: str, payload: Mapping[str, Any], using: BaseDBAsyncClient | None = None
) -> None:
    """Write a row for each listener of `fact`, inside the caller's transaction `using`, if there is one.

    `key` (at most 100 characters) identifies the occurrence; announcing the same one again changes nothing.
    """
    await announce_all(fact, {key: payload}, using)


async def announce_all(
    fact: str, facts: Mapping[str, Mapping[str, Any]], using: BaseDBAsyncClient | None = None
) -> None:
    """Announce several facts of one kind (key -> payload), as `announce` does for one."""
    rows = {f"{name}:{fact}:{key}": (name, key) for name in listeners_of(fact) for key in facts}
    if not rows:
        return
    db = using or connections.get("default")
    if using is None and sql.is_postgres(db):  # it receives rows as a stream, which needs a transaction
        async with in_transaction() as own:
            await announce_all(fact, facts, own)
        return
    announced = {row["unique_key"] for row in await sql.among(db, _KNOWN, rows.keys())}
    moment = sql.value_for(db, clock.now())
    texts = {key: sql.as_json(payload) for key, payload in facts.items()}
    fresh = [
        (fact, unique, name, texts[key], moment, moment, 0, 0, "", "")
        for unique, (name, key) in rows.items()
        if unique not in announced
    ]
    await sql.insert(db, "outbox", _ANNOUNCED, fresh)


async def wake(waits_for: str, using: BaseDBAsyncClient | None = None) -> int:
    """Make all deliveries due that wait for this key, the oldest first. Returns their number."""
    waiting = OutboxRow.filter(waits_for=waits_for, done_at=None, failed_at=None)
    if using:
        waiting = waiting.using_db(using)
    ids = cast("list[int]", await waiting.order_by("id").values_list("id", flat=True))
    now = clock.now()
    for number, begin in enumerate(range(0, len(ids), WOKEN_AT_ONCE)):
        some = waiting.filter(id__in=ids[begin : begin + WOKEN_AT_ONCE])
        await some.update(due_at=now + number * WAKING, waits_for="")
    return len(ids)
