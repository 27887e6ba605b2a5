"""Two servers share a PostgreSQL behind PgBouncer in transaction mode, as hosters offer it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.faults.conftest import marked
from tests.faults.load import Load
from tests.faults.stores import drained, store
from tests.faults.table import amount, record
from tests.faults.test_database_away import started
from tests.faults.test_idle_connections import AT_ONCE, signed_in, statuses_of
from tests.migrations import databases
from tests.serving import Server

LOCKS = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"


@pytest.mark.parametrize("mode", ["transaction", "session"])
async def test_two_servers_work_behind_pgbouncer(mode: str, tmp_path: Path) -> None:
    hits, size = amount(400, 4_000), 4 if mode == "transaction" else 40
    async with store("postgres", tmp_path / "data") as database:
        with databases.pgbouncer(database.place[1], mode, size) as address:
            name = urlsplit(database.url or "").path
            behind = database.env | {"DATABASE_URL": address + name, "TRACKING_SECRET": "s" * 40}
            first, second = (Server(tmp_path / each / "data", behind) for each in ("first", "second"))
            for each in (first, second):
                each.data.parent.mkdir()
            async with started(first), started(second), signed_in(first) as browser:
                pixels, links = await asyncio.to_thread(marked, first, 10, "https://example.com/")
                there = [each.replace(first.url, second.url) for each in (*pixels, *links)]
                loads = (Load([*pixels, *links], 10), Load(there, 10, first=hits))
                await asyncio.gather(*(each.run(hits) for each in loads))
                statuses = [status for _ in range(10) for status in await statuses_of(browser, AT_ONCE)]
                for each in (first, second):
                    await drained(each.data)
            locks = await database.ask(LOCKS)
        found = await database.numbers()
    answered = loads[0].answered | loads[1].answered
    record(f"PgBouncer, {mode} mode", f"{len(answered)} answered", f"{len(found)} stored")
    assert found == dict.fromkeys(answered, 1)
    assert len(answered) == 2 * hits
    assert set(statuses) == {200}
    assert [int(str(number)) for (number,) in locks] == [0]
    for each in (first, second):
        assert "no statement is prepared" in each.log
        assert "Traceback" not in each.log
