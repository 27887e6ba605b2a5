"""What the server logs while its database is away: the first time why, then a line a minute."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.faults.blackhole import Swallow
from tests.faults.open_page import open_page
from tests.faults.stores import store
from tests.faults.table import FULL, record
from tests.faults.test_database_away import started
from tests.faults.test_idle_connections import signed_in, statuses_of
from tests.faults.test_start import behind
from tests.waiting import until

SECONDS = 60 if FULL else 20
MOST_BYTES = 20_000  # in a minute, by the server and its worker together


@pytest.mark.parametrize("name", ["postgres", "mariadb"])
async def test_a_database_that_is_away_fills_no_log(name: str, tmp_path: Path) -> None:
    async with store(name, tmp_path / "data") as database, Swallow(database.place) as proxy:
        server = behind(proxy, database)
        async with started(server), signed_in(server) as browser, open_page(server):
            await statuses_of(browser, 1)
            before = len(server.log)
            await proxy.refuse()
            statuses = []
            for _ in range(SECONDS):
                statuses += await statuses_of(browser, 2)
                await asyncio.sleep(1)
            page = await browser.get("/login")
            token = {"Authorization": f"Bearer {'a' * 43}"}
            asked = await browser.get("/api/extension/account", headers=token)
            said = server.log[before:]
            await proxy.accept()

            async def log() -> str:
                await statuses_of(browser, 1)
                return server.log

            back = await until(log, lambda log: log.count("the database answers again") == 2)
            assert await statuses_of(browser, 1) == [200]
    record(f"log, {name} away {SECONDS} s", f"{len(statuses)} pages", f"{len(said)} bytes")
    assert len(said) < MOST_BYTES, said
    assert set(statuses) == {503}
    assert "error on GET" not in said
    assert "Traceback" not in back
    assert f"127.0.0.1:{proxy.port}" in said
    assert page.headers["Retry-After"] == asked.headers["Retry-After"] == "10"
    assert "Sightline is waiting for its database" in page.text
    assert (asked.status_code, asked.json()["type"]) == (503, "urn:sightline:problem:starting")
    assert back.count("the database answers again") == 2  # the worker says so, too
    assert "more errors were not logged" in back
