"""Pages can be read while another program, such as a backup, locks the database file."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing

from server.accounts.models import Account
from tests.extension_api.paired import pair
from tests.world import World


@asynccontextmanager
async def another_program_writes(world: World) -> AsyncIterator[None]:
    """Another program holds the write lock while the block lasts, and one of our writers waits for it."""
    with closing(sqlite3.connect(world.data / "sightline.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        waiting = asyncio.ensure_future(Account.filter(id=world.bob.id).update(name="Robert"))
        await asyncio.sleep(0.1)
        try:
            yield
            assert not waiting.done(), "nobody was kept waiting"
        finally:
            other.execute("ROLLBACK")
            await waiting


async def test_alice_reads_her_pages_while_writers_wait(world: World) -> None:
    message = await world.sends(world.alice)
    alice = await world.browser_of(world.alice)
    async with another_program_writes(world), asyncio.timeout(10):
        assert (await alice.get("/")).status_code == 200
        assert (await alice.get(f"/messages/{message.id}")).status_code == 200


async def test_alices_extension_shows_its_list_while_writers_wait(world: World) -> None:
    await world.sends(world.alice)
    extension = await pair(world, world.alice)
    assert (await extension.get("/account")).status_code == 200
    async with another_program_writes(world), asyncio.timeout(10):
        assert (await extension.get("/feed")).status_code == 200


async def test_the_health_check_answers_while_writers_wait(world: World) -> None:
    async with another_program_writes(world), asyncio.timeout(10):
        assert (await world.visitor().get("/health")).status_code == 200
