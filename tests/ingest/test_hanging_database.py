"""The digest survives a database behind a network that drops everything."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from tortoise import connections
from tortoise.backends.base.executor import EXECUTOR_CACHE
from tortoise.transactions import in_transaction

from server.events.models import Event
from server.events.storing import digest as digesting
from server.lib.database import connection
from server.verdicts.hits import encode
from tests.events.test_digest import hit_on
from tests.migrations import databases
from tests.pipeline import opened_pipeline
from tests.world import opened_world


class Road:
    """A proxy to a server; while it is `blocked`, it accepts bytes and delivers none."""

    def __init__(self) -> None:
        self.open = asyncio.Event()
        self.open.set()

    @asynccontextmanager
    async def to(self, port: int) -> AsyncIterator[int]:
        """A port that leads to `port`."""
        tasks: set[asyncio.Task[Any]] = set()

        async def go(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task is not None
            tasks.add(task)
            await self.open.wait()
            there, back = await asyncio.open_connection("127.0.0.1", port)
            with suppress(OSError):
                await asyncio.gather(self._carry(reader, back), self._carry(there, writer))

        server = await asyncio.start_server(go, "127.0.0.1", 0)
        try:
            yield server.sockets[0].getsockname()[1]
        finally:
            server.close()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while data := await reader.read(65536):
                await self.open.wait()
                writer.write(data)
                await writer.drain()
        finally:
            writer.close()


@pytest.fixture(params=["postgres", "mariadb"])
def server(request: pytest.FixtureRequest) -> Iterator[str]:
    with getattr(databases, request.param)() as address:
        yield address


@asynccontextmanager
async def fresh(server: str, road: Road) -> AsyncIterator[str]:
    """The address of a new database behind the proxy."""
    EXECUTOR_CACHE.clear()
    parts = urlsplit(server)
    async with road.to(parts.port or 0) as port:
        url = f"{parts.scheme}://{parts.username}@127.0.0.1:{port}/mail{uuid4().hex[:8]}"
        await databases.create(url)
        yield url
    EXECUTOR_CACHE.clear()


async def _touch() -> None:
    async with in_transaction() as transaction:
        await transaction.execute_query("SELECT 1")


async def test_a_query_that_times_out_leaks_no_connection(server: str) -> None:
    """Twelve queries time out in one task. Ten more succeed, although a pool has five connections."""
    road = Road()
    async with fresh(server, road) as url, connection.connected(url, ["aerich.models"]):
        await _touch()
        usual = connections.get("default")
        road.open.clear()
        for _ in range(6):
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(_touch(), 0.2)
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(usual.execute_query("SELECT 1"), 0.2)
        road.open.set()
        assert connections.get("default") is usual
        async with asyncio.timeout(60):
            await asyncio.gather(*(_touch() for _ in range(10)))


async def test_hits_are_digested_again_without_a_restart_when_the_network_returns(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Covers R2 (black hole) on a small scale."""
    road = Road()
    async with (
        fresh(server, road) as url,
        opened_world(tmp_path, DATABASE_URL=url) as world,
        opened_pipeline(world) as pipeline,
    ):
        mail = await world.sends(world.alice)
        stop = asyncio.Event()
        running = asyncio.create_task(pipeline.digest.run(stop))
        await pipeline.spool.append(encode(hit_on(mail)))
        assert await pipeline.digest.catch_up(60)
        road.open.clear()
        with monkeypatch.context() as impatient:  # while the network works, a slow machine may take longer
            impatient.setattr(digesting, "TIMEOUT", 1.0)
            for _ in range(20):
                await pipeline.spool.append(encode(hit_on(mail)))
            async with asyncio.timeout(60):
                assert (await world.visitor().get("/health")).status_code == 503
            await asyncio.sleep(1)  # the digest has given up by then, too
            assert pipeline.spool.waiting() == 20
        road.open.set()
        async with asyncio.timeout(60):
            # A try from before may end only now.
            while not await pipeline.digest.catch_up(60):  # noqa: ASYNC110 - it tells no other way
                await asyncio.sleep(0.1)
        assert await Event.all().count() == 21
        stop.set()
        await running
