"""A database of each frozen schema, with rows in every table, migrates to the newest without losing any.

freeze.py wrote the files in frozen/, which never change. When a migration renames, converts or drops a table
or a column of them, this test says here what has become of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from tortoise import connections
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.transactions import in_transaction

from server.lib.database import migrate as migrations
from server.lib.database import sql
from server.lib.database.connection import connected
from server.lib.database.migrate import migrate
from server.lib.settings import ServerSettings, Settings
from server.tables import MODELS
from tests.migrations.schema import schema

Empty = Callable[[], Awaitable[Settings]]
FROZEN = Path(__file__).with_name("frozen")
NAMES = sorted(path.name.removesuffix(".rows.json") for path in FROZEN.glob("*.rows.json"))
TABLES = (*MODELS, "aerich.models")


@pytest.mark.parametrize("name", NAMES)
async def test_every_row_of_a_frozen_schema_is_there_after_the_migration(name: str, empty: Empty) -> None:
    settings = await _of_then(name, await empty())
    steps = [step.name for step in migrations.load()]
    assert await migrate(settings, MODELS) == steps[steps.index(f"{name}.py") + 1 :]
    async with connected(settings[ServerSettings].database_url, TABLES):
        db = connections.get("default")
        for table, frozen in _rows(name).items():
            found = await db.execute_query_dict(f"SELECT * FROM {sql.quoted(db, table)}")
            assert len(found) == len(frozen["rows"]), table
            wanted = [dict(zip(frozen["columns"], row, strict=True)) for row in frozen["rows"]]
            kept = [_as_frozen(row, wanted[0]) for row in found]
            assert sorted(map(_line, kept)) == sorted(map(_line, wanted)), table


@pytest.mark.parametrize("name", NAMES)
async def test_a_frozen_schema_becomes_the_same_as_that_of_a_new_database(name: str, empty: Empty) -> None:
    settings, new = await _of_then(name, await empty()), await empty()
    await migrate(settings, MODELS)
    await migrate(new, MODELS)
    described = []
    for each in (settings, new):
        async with connected(each[ServerSettings].database_url, TABLES):
            described.append(await schema())
    assert described[0] == described[1]


@pytest.mark.parametrize("name", NAMES)
def test_every_frozen_table_has_rows(name: str) -> None:
    for dialect in ("sqlite", "postgres", "mysql"):
        text = (FROZEN / f"{name}.{dialect}.sql").read_text("utf-8")
        made = set(re.findall(r'^CREATE TABLE (?:public\.)?["`]?(\w+)', text, re.MULTILINE))
        assert made - {"aerich", "event_rest"} == _rows(name).keys()
    assert all(len(table["rows"]) == 3 for table in _rows(name).values())


async def _of_then(name: str, settings: Settings) -> Settings:
    """Make the schema as it was then, with its rows and the list of its migrations."""
    url = settings[ServerSettings].database_url
    async with connected(url, TABLES), in_transaction() as db:
        statements = (FROZEN / f"{name}.{db.capabilities.dialect}.sql").read_text("utf-8")
        if db.capabilities.dialect == "mysql":
            await db.execute_query("SET foreign_key_checks = 0")
        for statement in statements.split(";\n"):
            if statement.strip():
                await db.execute_query(statement)
        for table, frozen in _rows(name).items():
            rows = [[_stored(db, value) for value in row] for row in frozen["rows"]]
            await sql.insert(db, table, frozen["columns"], rows)
            await _count_on(db, table, frozen["columns"])
        steps = [step.name for step in migrations.load()]
        for step in steps[: steps.index(f"{name}.py") + 1]:
            said = "INSERT INTO aerich (version, app, content) VALUES ({0}, 'models', '{{}}')"
            await sql.run(db, said, step)
        if db.capabilities.dialect == "mysql":
            await db.execute_query("SET foreign_key_checks = 1")
    return settings


def _rows(name: str) -> dict[str, Any]:
    """Return the rows by table, each table after those that it refers to."""
    found: dict[str, Any] = json.loads((FROZEN / f"{name}.rows.json").read_text("utf-8"))
    return found


async def _count_on(db: BaseDBAsyncClient, table: str, columns: list[str]) -> None:
    """Have PostgreSQL count on after the ids that were inserted."""
    if sql.is_postgres(db) and "id" in columns:
        [row] = await db.execute_query_dict(f"SELECT pg_get_serial_sequence('{table}', 'id') AS name")
        if row["name"]:
            await db.execute_query(f"SELECT setval('{row['name']}', max(id)) FROM \"{table}\"")


def _stored(db: BaseDBAsyncClient, value: Any) -> Any:
    match value:
        case {"uuid": text}:
            return sql.value_for(db, UUID(text))
        case {"bytes": text}:
            return bytes.fromhex(text)
        case {"moment": text}:
            return sql.value_for(db, datetime.fromisoformat(text))
        case {"date": text}:
            return datetime.fromisoformat(text).date() if sql.is_postgres(db) else text
        case {"json": content}:
            return json.dumps(content, ensure_ascii=False)
    return value


def _as_frozen(row: dict[str, Any], like: dict[str, Any]) -> dict[str, Any]:
    """The columns of then, with values written as in the frozen file."""
    return {column: _neutral(row[column], wanted) for column, wanted in like.items()}


def _neutral(value: Any, like: Any) -> Any:
    if value is None or not isinstance(like, dict):
        return bool(value) if isinstance(like, bool) else value
    [kind] = like
    return {kind: READ[kind](value)}


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, sort_keys=True)  # PostgreSQL orders the keys of JSON in its own way


def _moment(value: Any) -> str:
    moment = sql.moment(value)
    assert moment
    return moment.isoformat()


READ: dict[str, Callable[[Any], Any]] = {
    "uuid": lambda value: str(sql.identity(value)),
    "bytes": lambda value: bytes(value).hex(),
    "moment": _moment,
    "date": str,
    "json": lambda value: json.loads(value) if isinstance(value, str) else value,
}
