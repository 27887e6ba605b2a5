"""An SQLite database that cannot be opened or written for a while can be used again afterwards."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import aiosqlite
import pytest
from tortoise import connections
from tortoise.exceptions import OperationalError
from tortoise.transactions import in_transaction

from server.lib.database import connection
from server.lib.database.pool_sqlite import WaitingClient
from tests.faults.disk import fill, mounted


async def test_whoever_asks_after_a_failed_connection_gets_an_answer(tmp_path: Path) -> None:
    place = tmp_path / "data"
    client = WaitingClient(str(place / "database.db"), connection_name="default")
    with pytest.raises(OperationalError, match="unable to open"):
        await client.execute_query("SELECT 1")
    place.mkdir()
    try:
        assert (await client.execute_query("SELECT 1"))[0] == 1
    finally:
        await client.close()


async def test_a_connection_without_all_of_its_options_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, full = aiosqlite.Connection.execute, True

    async def execute(connection: aiosqlite.Connection, query: str, *rest: object) -> aiosqlite.Cursor:
        if full and "foreign_keys" in query:
            raise sqlite3.OperationalError("database or disk is full")
        return await real(connection, query, *rest)

    monkeypatch.setattr(aiosqlite.Connection, "execute", execute)
    client = WaitingClient(str(tmp_path / "database.db"), connection_name="default", foreign_keys="ON")
    with pytest.raises(OperationalError, match="full"):
        await client.execute_query("SELECT 1")
    full = False
    try:
        assert (await client.execute_query_dict("PRAGMA foreign_keys"))[0]["foreign_keys"] == 1
    finally:
        await client.close()


async def test_a_transaction_that_cannot_be_committed_is_taken_back_and_locks_nobody_out(
    tmp_path: Path,
) -> None:
    with mounted(tmp_path / "disk", "1m") as disk:
        file = disk / "database.db"
        async with connection.connected(f"sqlite://{file}", ["server.lib.notes"]):
            client = connections.get("default")
            await client.execute_query("CREATE TABLE page (text TEXT)")
            fill(disk / "ballast")
            with pytest.raises(sqlite3.OperationalError, match="full"):  # of the commit: memory has room
                async with in_transaction() as db:
                    await db.execute_query("INSERT INTO page VALUES (?)", ["x" * 200_000])
            (disk / "ballast").unlink()
            with closing(sqlite3.connect(file, timeout=1)) as other, other:
                other.execute("INSERT INTO page VALUES ('of another process')")
            found = await client.execute_query_dict("SELECT text FROM page")
            assert [row["text"] for row in found] == ["of another process"]
