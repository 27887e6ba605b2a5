"""Measures how many bytes events take on disk, by table and index."""

from __future__ import annotations

from typing import Any

from tortoise import Tortoise

_TABLES = ("event", "agent", "header_set", "finding", "location", "verdict_change")
_PARTS = {
    "sqlite": (
        "SELECT name AS part, sum(pgsize) AS size FROM dbstat WHERE name IN"
        " (SELECT name FROM sqlite_master WHERE tbl_name IN ({tables})) GROUP BY name"
    ),
    "postgres": (
        "SELECT c.relname AS part, pg_total_relation_size(c.oid) - pg_indexes_size(c.oid) AS size"
        " FROM pg_class c WHERE c.relkind = 'r' AND (c.relname IN ({tables}) OR c.relname LIKE 'event\\_%')"
        " UNION ALL SELECT i.indexrelid::regclass::text, pg_relation_size(i.indexrelid) FROM pg_index i"
        " JOIN pg_class c ON c.oid = i.indrelid WHERE c.relkind = 'r'"
        " AND (c.relname IN ({tables}) OR c.relname LIKE 'event\\_%')"
    ),
    "mysql": (
        # This includes what InnoDB reserves for each index, up to 4 MB, too much for few events.
        "SELECT concat(table_name, ' ', index_name) AS part, stat_value * @@innodb_page_size AS size"
        " FROM mysql.innodb_index_stats WHERE stat_name = 'size' AND database_name = database()"
        " AND table_name IN ({tables})"
    ),
}


async def parts() -> dict[str, int]:
    """Return the bytes of the event table and of the tables that events refer to: table or index -> size."""
    db = Tortoise.get_connection("default")
    dialect = db.capabilities.dialect
    if dialect == "mysql":
        await db.execute_query(f"ANALYZE TABLE {', '.join(_TABLES)}")
    tables = ", ".join(f"'{name}'" for name in _TABLES)
    rows: Any = await db.execute_query_dict(_PARTS[dialect].format(tables=tables))
    return {row["part"]: int(row["size"]) for row in rows}
