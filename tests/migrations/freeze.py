"""Writes the schema of today for each database, and three rows for each table, which a test migrates.

    python -m tests.migrations.freeze        (needs PostgreSQL and MariaDB)

The files are named after the newest migration, and never change again: a later release gets files of its own.
"""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, cast
from uuid import UUID

from tortoise import Tortoise, connections, fields
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.backends.base.executor import EXECUTOR_CACHE
from tortoise.fields.data import CharEnumFieldInstance
from tortoise.models import Model

from server.lib.database import migrate as migrations
from server.lib.database.connection import connected
from server.lib.database.migrate import migrate
from server.lib.settings import ServerSettings
from server.settings import load
from server.tables import MODELS
from tests import parts
from tests.migrations import databases

FROZEN = Path(__file__).with_name("frozen")
ROWS = 3  # of each table; in the last one, everything that may be missing is
KINDS = {"sqlite": "sqlite", "postgres": "postgres", "mariadb": "mysql"}  # of databases, to their dialects
_BEGIN = datetime(2026, 11, 30, 12, 34, 56, 789012, UTC)
_TEXT = "Grüße, 'quoted' \"twice\" \\ 100 % 日本 🙂\tend"
_NOISE = re.compile(r"^(--.*|SET .*;|SELECT pg_catalog\..*;|\\.*)$", re.MULTILINE)

MADE: tuple[tuple[type[Any], Callable[[str, int], Any]], ...] = (
    (fields.UUIDField, lambda name, number: UUID(int=number << 64 | sum(name.encode()))),
    (fields.BooleanField, lambda _, number: bool(number % 2)),
    (fields.JSONField, lambda _, number: {"json": {"number": number, "text": _TEXT, "more": [None, 1.5]}}),
    (fields.BinaryField, lambda _, number: bytes(range(256)) * number),
    (fields.DatetimeField, lambda _, number: _BEGIN + timedelta(days=number, microseconds=number)),
    (fields.DateField, lambda _, number: _BEGIN.date() + timedelta(days=number)),
    (fields.CharField, lambda _, number: f"{number} {_TEXT}"),
    (fields.TextField, lambda _, number: f"{number} {_TEXT}\n" * 20),
    (fields.FloatField, lambda _, number: number + 0.25),
)


async def main() -> None:
    """Write the files of today."""
    newest = migrations.load()[-1].name.removesuffix(".py")
    for kind, dialect in KINDS.items():
        statements, rows = await _described(kind)
        (FROZEN / f"{newest}.{dialect}.sql").write_text(";\n\n".join(statements) + ";\n", "utf-8")
        (FROZEN / f"{newest}.rows.json").write_text(_in_lines(rows), "utf-8")


async def _described(kind: str) -> tuple[list[str], dict[str, Any]]:
    """The statements that make the schema in this kind of database, and the rows."""
    EXECUTOR_CACHE.clear()  # Tortoise would reuse the SQL of one dialect for the next
    server = nullcontext("") if kind == "sqlite" else getattr(databases, kind)()
    with tempfile.TemporaryDirectory() as folder, server as address:
        url = f"{address}/mail" if address else ""
        if url:
            await databases.create(url)
        settings = load({"SIGHTLINE_DATA": folder, "DATABASE_URL": url})
        await migrate(settings, MODELS)
        async with connected(settings[ServerSettings].database_url, MODELS):
            db = connections.get("default")
            made = {"sqlite": _sqlite, "postgres": _postgres, "mariadb": _mysql}[kind]
            return await made(db, url), {name: _table(model) for name, model in _ordered()}


async def _sqlite(db: BaseDBAsyncClient, _url: str) -> list[str]:
    query = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
    return [str(row["sql"]) for row in await db.execute_query_dict(query)]


async def _mysql(db: BaseDBAsyncClient, _url: str) -> list[str]:
    names = [str(name) for row in await db.execute_query_dict("SHOW TABLES") for name in row.values()]
    shown = [(await db.execute_query_dict(f"SHOW CREATE TABLE `{name}`"))[0] for name in names]
    return [re.sub(r" AUTO_INCREMENT=\d+", "", str(row["Create Table"])) for row in shown]


async def _postgres(_db: BaseDBAsyncClient, url: str) -> list[str]:
    dump = parts.program("postgresql", "pg_dump")
    address = url.replace("asyncpg://", "postgresql://")
    command = [str(dump), "--schema-only", "--no-owner", "--no-privileges", address]
    done = await asyncio.to_thread(subprocess.run, command, capture_output=True, text=True, check=True)
    script = str(done.stdout)
    return [text.strip() for text in _NOISE.sub("", script).split(";\n") if text.strip()]


def _ordered() -> list[tuple[str, type[Model]]]:
    """The models by table, each after those that it refers to."""
    left = {model._meta.db_table: model for model in Tortoise.apps["models"].values()}
    found: list[tuple[str, type[Model]]] = []
    while left:
        ready = [name for name, model in left.items() if not set(_referred(model)) & (left.keys() - {name})]
        assert ready, f"these tables refer to each other: {sorted(left)}"
        found += [(name, left.pop(name)) for name in sorted(ready)]
    return found


def _referred(model: type[Model]) -> Iterator[str]:
    for name in model._meta.fk_fields | model._meta.o2o_fields:
        yield cast(Any, model._meta.fields_map[name]).related_model._meta.db_table


def _table(model: type[Model]) -> dict[str, Any]:
    columns = list(model._meta.fields_db_projection.items())
    rows = [[_neutral(_value(model, name, number)) for name, _ in columns] for number in range(1, ROWS + 1)]
    return {"columns": [column for _, column in columns], "rows": rows}


def _value(model: type[Model], name: str, number: int) -> Any:
    field: Any = model._meta.fields_map[name]
    if field.null and number == ROWS:
        return None
    reference = field.reference
    if reference is not None:
        target: type[Model] = reference.related_model
        return _value(target, reference.to_field or target._meta.pk_attr, number)
    if isinstance(field, CharEnumFieldInstance):
        members: list[StrEnum] = list(field.enum_type)
        return members[number % len(members)].value
    return _plain(field, name, number)


def _plain(field: Any, name: str, number: int) -> Any:
    """A value of the field's type, which differs from row to row."""
    for kind, made in MADE:
        if isinstance(field, kind):
            value = made(name, number)
            return value[: field.max_length] if isinstance(field, fields.CharField) else value
    return number


def _neutral(value: Any) -> Any:
    """The value in JSON; what JSON has no type for has the type's name."""
    match value:
        case UUID():
            return {"uuid": str(value)}
        case bytes():
            return {"bytes": value.hex()}
        case datetime():
            return {"moment": value.isoformat()}
        case date():
            return {"date": value.isoformat()}
    return value


def _in_lines(rows: dict[str, Any]) -> str:
    """One row per line."""
    tables = [
        f'{json.dumps(name)}: {{"columns": {json.dumps(table["columns"])}, "rows": [\n'
        + ",\n".join(json.dumps(row, ensure_ascii=False) for row in table["rows"])
        + "\n]}"
        for name, table in rows.items()
    ]
    return "{\n" + ",\n".join(tables) + "\n}\n"


if __name__ == "__main__":
    asyncio.run(main())
