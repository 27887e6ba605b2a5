"""Measures how many bytes a database takes on disk, including indexes."""

from __future__ import annotations

from typing import Any

from tortoise import Tortoise

_PAGES = ("page_count", "page_size", "freelist_count")
_POSTGRES = "SELECT pg_database_size(current_database()) AS size"
_MARIADB = (
    "SELECT CAST(sum(data_length + index_length) AS SIGNED) AS size FROM information_schema.tables"
    " WHERE table_schema = database()"
)


async def room() -> int:
    """As it stands now; MariaDB estimates it."""
    db = Tortoise.get_connection("default")
    if db.capabilities.dialect == "sqlite":
        pages, size, free = [(await db.execute_query_dict(f"PRAGMA {name}"))[0][name] for name in _PAGES]
        return int((pages - free) * size)
    if db.capabilities.dialect == "postgres":
        await db.execute_query("CHECKPOINT")
    else:
        await db.execute_query("ANALYZE TABLE event, agent, header_set, finding")
    rows: Any = await db.execute_query_dict(_POSTGRES if db.capabilities.dialect == "postgres" else _MARIADB)
    return int(rows[0]["size"])
