"""Describes a database's schema in a comparable form: tables, columns, indexes, constraints."""

from __future__ import annotations

import re

from tortoise import connections

POSTGRES = """
    SELECT table_name AS name, concat_ws(' ', column_name, data_type, character_maximum_length, is_nullable,
        column_default) AS said FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE conrelid <> 0 AND connamespace = 'public'::regnamespace
"""


async def schema() -> dict[str, list[str]]:
    """Table -> its description, in order; comments are left out."""
    db = connections.get("default")
    described: dict[str, list[str]] = {}
    for name, said in await {"sqlite": _sqlite, "postgres": _postgres, "mysql": _mysql}[
        db.capabilities.dialect
    ]():
        plain = re.sub(r"/\*.*?\*/|COMMENT='(?:[^']|'')*'|AUTO_INCREMENT=\d+", "", said, flags=re.DOTALL)
        # SQLite stores a table's SQL as it was written, and puts " , " before a column that was added later.
        described.setdefault(name, []).append(_in_order(re.sub(r" (?=[,)])", "", " ".join(plain.split()))))
    return {name: sorted(lines) for name, lines in described.items()}


def _in_order(statement: str) -> str:
    """The statement with its columns and constraints sorted, because those added later come last."""
    if not statement.startswith("CREATE TABLE"):
        return statement
    inner = re.sub(
        r"\([^()]*\)", lambda part: part[0].replace(",", ";"), statement
    )  # within one column or constraint
    head, _, columns = inner.partition("(")
    ordered = sorted(column.strip(" )") for column in columns.split(","))  # the last one ends the table too
    return f"{head}({', '.join(ordered)})"


async def _sqlite() -> list[tuple[str, str]]:
    rows = await _rows(
        "SELECT tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
    )
    return [(str(row["tbl_name"]), str(row["sql"]).replace("IF NOT EXISTS ", "")) for row in rows]


async def _postgres() -> list[tuple[str, str]]:
    return [(str(row["name"]), str(row["said"])) for row in await _rows(POSTGRES)]


async def _mysql() -> list[tuple[str, str]]:
    names = [str(name) for row in await _rows("SHOW TABLES") for name in row.values()]
    return [(name, str((await _rows(f"SHOW CREATE TABLE `{name}`"))[0]["Create Table"])) for name in names]


async def _rows(query: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = await connections.get("default").execute_query_dict(query)
    return rows
