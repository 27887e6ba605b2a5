"""Ending a long statement of SQLite, which runs in a thread."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from tortoise import connections

from server.lib.database import connection
from server.tables import MODELS

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


async def test_a_long_statement_is_ended_when_its_task_is(tmp_path: Path) -> None:
    begun = asyncio.Event()

    async def migrate() -> None:
        async with connection.connected(f"sqlite://{tmp_path}/sightline.db", MODELS):
            await connections.get("default").execute_query("SELECT 1")
            begun.set()
            await connections.get("default").execute_query(ENDLESS)

    migrating = asyncio.create_task(migrate())
    await begun.wait()
    await asyncio.sleep(0.2)
    asked = time.monotonic()
    migrating.cancel()
    await connection.interrupt()
    await asyncio.gather(migrating, return_exceptions=True)
    assert time.monotonic() - asked < 10


async def test_nothing_is_interrupted_where_nothing_is_open() -> None:
    await connection.interrupt()
