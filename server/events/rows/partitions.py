"""Creates the monthly partitions of events on PostgreSQL ahead of time, and drops old ones.

The migrations partition `event` by `at`, with a default partition for months that have no other. Other
databases have one plain table, and this module does nothing there.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime

from tortoise import connections
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.transactions import in_transaction

from server.lib import clock
from server.lib.database import sql

REST = "event_rest"  # the default partition, for months that have none
MONTHS_AHEAD = 3
_LOCK = 0x5167_4875  # any number that no other lock uses
_IS_PARTITIONED = "SELECT 1 FROM pg_class WHERE oid = to_regclass('event') AND relkind = 'p'"
_PARTITIONS = (
    "SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid"
    " WHERE i.inhparent = to_regclass('event') ORDER BY 1"
)


async def is_partitioned() -> bool:
    """Return whether this database partitions its events."""
    db = connections.get("default")
    return sql.is_postgres(db) and bool(await db.execute_query_dict(_IS_PARTITIONED))


async def make_ahead() -> None:
    """Create the missing partitions of this month and of the next MONTHS_AHEAD months."""
    if not await is_partitioned():
        return
    for month in months(clock.now(), MONTHS_AHEAD + 1):
        if _name(month) not in await names():
            await _make(month)


async def drop_before(moment: datetime, first: Callable[[BaseDBAsyncClient, str], Awaitable[int]]) -> int:
    """Drop the partitions of months that ended before `moment`. Return the number of their events.

    `first` is called before each drop, in the same transaction, and returns the number of events.
    """
    current, number = _name(moment), 0
    for name in [name for name in await names() if name != REST and name < current]:
        async with in_transaction() as db:
            await db.execute_query(f'LOCK TABLE "{name}" IN SHARE ROW EXCLUSIVE MODE')  # blocks inserts
            number += await first(db, name)
            await db.execute_query(f'DROP TABLE "{name}"')
    return number


async def names() -> list[str]:
    """Return the names of the existing partitions."""
    rows = await connections.get("default").execute_query_dict(_PARTITIONS)
    return [str(row["name"]) for row in rows]


def months(start: datetime, number: int) -> Iterator[datetime]:
    """Yield the starts of `number` months, beginning with the month that contains `start`."""
    count = start.year * 12 + start.month - 1
    for each in range(count, count + number):
        yield datetime(each // 12, each % 12 + 1, 1, tzinfo=UTC)


async def _make(month: datetime) -> None:
    """Create a partition and move into it the rows of its month that are in the default partition.

    These rows would otherwise prevent the creation.
    """
    name, (since, until) = _name(month), (each.isoformat() for each in months(month, 2))
    async with in_transaction() as db:
        await db.execute_query(f"SELECT pg_advisory_xact_lock({_LOCK})")
        if await _exists(name, db):
            return  # another worker was first
        await db.execute_query("LOCK TABLE event IN ACCESS EXCLUSIVE MODE")
        await db.execute_query(f'CREATE TABLE "{name}" (LIKE event INCLUDING DEFAULTS)')
        within = f"at >= '{since}' AND at < '{until}'"
        await db.execute_query(
            f'WITH moved AS (DELETE FROM "{REST}" WHERE {within} RETURNING *)'  # noqa: S608 - our own names
            f' INSERT INTO "{name}" SELECT * FROM moved'
        )
        await db.execute_query(
            f"ALTER TABLE event ATTACH PARTITION \"{name}\" FOR VALUES FROM ('{since}') TO ('{until}')"
        )


async def _exists(name: str, db: BaseDBAsyncClient) -> bool:
    return bool(await db.execute_query_dict("SELECT 1 WHERE to_regclass($1) IS NOT NULL", [name]))


def _name(month: datetime) -> str:
    return f"event_{month:%Y_%m}"
