"""Pages and the worker write to the same SQLite file, and neither makes the other fail."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from tortoise import connections
from tortoise.transactions import in_transaction

from server.lib.database import connection
from server.tables import MODELS

TIMES = 100


@pytest.fixture
async def file(tmp_path: Path) -> AsyncIterator[Path]:
    """An open database with a table of a single number."""
    path = tmp_path / "sightline.db"
    async with connection.connected(f"sqlite://{path}", MODELS):
        await connections.get("default").execute_script(
            "CREATE TABLE page (n INT); INSERT INTO page VALUES (0); CREATE TABLE stored (n INT)"
        )
        yield path


def _other(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=15, isolation_level=None, check_same_thread=False)


async def test_a_page_that_reads_and_then_writes_does_not_fail_while_the_worker_stores(file: Path) -> None:
    with closing(_other(file)) as worker:

        def store() -> None:
            worker.execute("INSERT INTO stored VALUES (1)")

        for _ in range(TIMES):
            async with asyncio.TaskGroup() as group, in_transaction() as db:
                [before] = await db.execute_query_dict("SELECT n FROM page")
                storing = group.create_task(asyncio.to_thread(store))
                await asyncio.wait({storing}, timeout=0.002)  # in between, if it may
                await db.execute_query("UPDATE page SET n = ?", [before["n"] + 1])
    found = await connection.read_only().execute_query_dict(
        "SELECT n, (SELECT count(*) FROM stored) AS stored FROM page"
    )
    assert found == [{"n": TIMES, "stored": TIMES}]


async def test_a_page_that_gives_up_waiting_for_the_worker_leaves_the_database_usable(file: Path) -> None:
    async def write() -> None:
        async with in_transaction() as db:
            await db.execute_query("UPDATE page SET n = n + 1")

    with closing(_other(file)) as worker:
        worker.execute("BEGIN IMMEDIATE")
        waiting = asyncio.create_task(write())
        assert not (await asyncio.wait({waiting}, timeout=0.3))[0], "it did not wait for the worker"
        waiting.cancel()
        worker.execute("COMMIT")
        with pytest.raises(asyncio.CancelledError):
            await waiting
        await asyncio.to_thread(worker.execute, "INSERT INTO stored VALUES (1)")
        await asyncio.wait_for(write(), 60)
    assert await connection.read_only().execute_query_dict("SELECT n FROM page") == [{"n": 1}]
