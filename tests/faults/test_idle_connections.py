"""The database, or a firewall, drops all connections while they are idle. Nobody gets an error page."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tests.faults.blackhole import Swallow
from tests.faults.stores import Store, store
from tests.faults.table import amount, record
from tests.faults.test_database_away import started
from tests.faults.visitor import PASSWORD, sign_in
from tests.serving import Server

AT_ONCE = 5  # pages
IDLE_SECONDS = 11  # longer than the server trusts an idle connection


@pytest.mark.parametrize("name", ["postgres", "mariadb"])
async def test_pages_are_shown_after_the_database_has_ended_all_idle_connections(
    name: str, tmp_path: Path
) -> None:
    rounds, statuses = amount(20, 200), []
    async with (
        store(name, tmp_path / "data") as database,
        started(Server(database.data, database.env)) as server,
        signed_in(server) as browser,
    ):
        await statuses_of(browser, AT_ONCE)
        for _ in range(rounds):
            await end_idle_connections(database)
            statuses += await statuses_of(browser, AT_ONCE)
    errors = sum(status != 200 for status in statuses)
    record(f"{name} ends idle connections {rounds} times", f"{len(statuses)} pages", f"{errors} errors")
    assert errors == 0
    assert "Traceback" not in server.log


@pytest.mark.parametrize("name", ["postgres", "mariadb"])
async def test_a_page_is_shown_soon_after_a_firewall_has_forgotten_the_connections(
    name: str, tmp_path: Path
) -> None:
    async with store(name, tmp_path / "data") as database, Swallow(database.place) as proxy:
        url = urlsplit(database.url or "")
        behind = url._replace(netloc=f"{url.username}@127.0.0.1:{proxy.port}").geturl()
        settings = database.env | {"DATABASE_URL": behind, "WORKER": "off"}
        async with started(Server(database.data, settings)) as server, signed_in(server) as browser:
            await statuses_of(browser, 1)
            await asyncio.sleep(IDLE_SECONDS)
            proxy.forget()
            assert await statuses_of(browser, 1) == [200]
    assert "Traceback" not in server.log


@asynccontextmanager
async def signed_in(server: Server) -> AsyncIterator[httpx.AsyncClient]:
    """Alice's browser."""
    person = ("alice@sandbox.example", "--role", "owner", "--password", PASSWORD)
    await asyncio.to_thread(server.run, "user", "add", *person)
    async with httpx.AsyncClient(base_url=server.url, timeout=60) as browser:
        await sign_in(browser)
        yield browser


async def statuses_of(browser: httpx.AsyncClient, number: int) -> list[int]:
    """The statuses of so many pages that are asked for at once."""
    answers = await asyncio.gather(*(browser.get("/") for _ in range(number)))
    return [answer.status_code for answer in answers]


async def end_idle_connections(database: Store) -> None:
    """Do what an administrator does, or a time limit of the database."""
    if database.name == "postgres":
        idle = "state = 'idle' AND datname = current_database()"
        await database.ask(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {idle}")
        return
    idle = "command = 'Sleep' AND id <> connection_id()"
    for (number,) in await database.ask(f"SELECT id FROM information_schema.processlist WHERE {idle}"):
        await database.ask(f"KILL {number}")
