"""Runs plain SQL on all three databases, for the few paths where building objects costs too much time.

The statements run on Tortoise's connections, and so in its transactions. Ids are UUIDs (see fields.py) or
whole numbers.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec
from tortoise.backends.base.client import BaseDBAsyncClient

Row = dict[str, Any]
# Every driver takes values of these types as they are.
_PLAIN = frozenset({int, str, bool, float, type(None)})
_encode = msgspec.json.Encoder(uuid_format="canonical").encode


def is_sqlite(db: BaseDBAsyncClient) -> bool:
    """Return whether the database is SQLite.

    SQLite allows one writer at a time, and has no types of its own for UUIDs, times or JSON.
    """
    return db.capabilities.dialect == "sqlite"


def is_postgres(db: BaseDBAsyncClient) -> bool:
    """Return whether the database is PostgreSQL."""
    return db.capabilities.dialect == "postgres"


async def hurry(db: BaseDBAsyncClient, seconds: int) -> None:
    """Make PostgreSQL abort this transaction if a statement, a lock wait or an idle pause takes `seconds`.

    Otherwise the transaction of a client that vanished could keep its locks for hours.
    """
    if is_postgres(db):
        limits = ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout")
        await db.execute_query(
            f"SELECT {', '.join(f'set_config({name!r}, $1, true)' for name in limits)}", [f"{seconds}s"]
        )


async def among(
    db: BaseDBAsyncClient, query: str, ids: Collection[UUID] | Collection[int] | Collection[str], *more: Any
) -> list[Row]:
    """Return the rows of `query`, in which `{these}` follows the column whose value must be one of `ids`.

    The values of `more` replace `{1}`, `{2}`, …, which follow `{these}` in this order.
    """
    if not ids:
        return []
    given: list[Any] = list(ids)
    if is_postgres(db):
        these, given = "= ANY($1)", [given]
    else:  # the drivers take a UUID as it is: see fields.py
        these = f"IN ({','.join(marks(db, len(ids)))})"
    places = [_mark(db.capabilities.dialect, number + 2) for number in range(len(more))]
    values = [*given, *(value_for(db, value) for value in more)]
    rows: list[Row] = await db.execute_query_dict(query.format("", *places, these=these), values)
    return rows


async def select(db: BaseDBAsyncClient, query: str, *values: Any) -> list[Row]:
    """Return the rows of `query`. `values` replace `{0}`, `{1}`, …, which occur once each, in this order."""
    places = [_mark(db.capabilities.dialect, number + 1) for number in range(len(values))]
    rows: list[Row] = await db.execute_query_dict(
        query.format(*places), [value_for(db, value) for value in values]
    )
    return rows


async def run(db: BaseDBAsyncClient, statement: str, *values: Any) -> None:
    """Run `statement`. `values` replace `{0}`, `{1}`, …, which occur once each, in this order."""
    await db.execute_query(
        statement.format(*marks(db, len(values))), [value_for(db, value) for value in values]
    )


async def insert(
    db: BaseDBAsyncClient, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    """Insert `rows`, whose values `value_for` has converted. PostgreSQL receives them as one stream."""
    if not rows:
        return
    if is_postgres(db):
        await db._connection.copy_records_to_table(table, records=rows, columns=columns)  # noqa: SLF001
        return
    places = ",".join(marks(db, len(columns)))
    named = ",".join(quoted(db, name) for name in columns)
    await db.execute_many(f"INSERT INTO {quoted(db, table)} ({named}) VALUES ({places})", rows)  # type: ignore[arg-type]  # noqa: S608


async def update(
    db: BaseDBAsyncClient, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    """Set `columns` of existing rows; the last value in each of `rows` is the id of the row to update."""
    if not rows:
        return
    places = marks(db, len(columns) + 1)
    changes = ",".join(f"{quoted(db, name)}={mark}" for name, mark in zip(columns, places, strict=False))
    statement = f"UPDATE {quoted(db, table)} SET {changes} WHERE {quoted(db, 'id')}={places[-1]}"  # noqa: S608
    await db.execute_many(statement, rows)  # type: ignore[arg-type]


def value_for(db: BaseDBAsyncClient, value: Any) -> Any:
    """Convert a value to the form that the database's driver accepts."""
    if type(value) in _PLAIN or db.capabilities.dialect == "postgres":
        return value
    if isinstance(value, datetime):
        # SQLite compares times as text, so this must be the text that Tortoise writes. MySQL stores UTC
        # without a time zone.
        return value.isoformat(" ") if is_sqlite(db) else value.replace(tzinfo=None)
    return value.bytes if isinstance(value, UUID) else value


def moment(value: Any) -> datetime | None:
    """Convert a time that the database returned to an aware datetime in UTC."""
    if value is None:
        return None
    read = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def identity(value: UUID | bytes | str) -> UUID:
    """Convert an id that the database returned to a UUID. (asyncpg returns a subclass of UUID.)"""
    if isinstance(value, UUID):
        return value
    return UUID(bytes=value) if isinstance(value, bytes) else UUID(value)


def as_json(value: Any) -> str:
    """Encode a value for a JSON column."""
    return _encode(value).decode()


def quoted(db: BaseDBAsyncClient, name: str) -> str:
    """Quote the name of a table or column."""
    return f"`{name}`" if db.capabilities.dialect == "mysql" else f'"{name}"'


def marks(db: BaseDBAsyncClient, number: int) -> list[str]:
    """Return the placeholders for `number` values in a statement."""
    return [_mark(db.capabilities.dialect, each) for each in range(1, number + 1)]


def _mark(dialect: str, number: int) -> str:
    return f"${number}" if dialect == "postgres" else "?" if dialect == "sqlite" else "%s"
