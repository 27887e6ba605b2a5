"""A slow query on SQLite does not block writers or other pages."""

from __future__ import annotations

import asyncio

import pytest
from tortoise import connections
from tortoise.exceptions import OperationalError

from server.lib.database import connection
from tests.world import World

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


async def test_a_slow_query_delays_neither_writers_nor_other_pages(world: World) -> None:
    """Covers R3 on a small scale."""
    alice = await world.browser_of(world.alice)
    assert (await alice.get("/")).status_code == 200
    reader = connection.read_only()
    slow = asyncio.create_task(reader.execute_query(ENDLESS))
    await asyncio.sleep(0.05)
    try:
        message = await world.sends(world.alice)
        page = await alice.get(f"/messages/{message.id}")
        assert page.status_code == 200
        assert not slow.done(), "they waited for the slow question"
    finally:
        while not (await asyncio.wait({slow}, timeout=0.05))[0]:
            await reader._connection.interrupt()
    with pytest.raises(OperationalError, match="interrupted"):
        await slow


async def test_a_read_only_connection_cannot_write(world: World) -> None:
    with pytest.raises(OperationalError, match="readonly"):
        await connection.read_only().execute_query("UPDATE account SET name = 'Mallory'")
    assert connections.get("default") is not connection.read_only()
