"""Configures the server's database in a fault test, and reads what is stored in it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import asyncmy
import asyncpg
import pytest

from server.ingest.redis_copies import LIFE_BYTES
from tests.faults.load import AGENT
from tests.migrations import databases

NAMES = ("sqlite", "postgres", "mariadb")
UNLIMITED = {
    "TOKEN_EVENTS_PER_MINUTE": "0",
    "ADDRESS_EVENTS_PER_MINUTE": "0",
}  # all requests come from one address
_SILENT = "SELECT user_agent FROM event JOIN agent ON agent.id = agent_id"
_COUNTS = "SELECT sum(raw_opens) + sum(raw_clicks) FROM message"


@dataclass(frozen=True)
class Store:
    """One database. `url` is for DATABASE_URL; None means SQLite in the server's data folder, `data`."""

    name: str
    data: Path
    url: str | None = None

    @property
    def env(self) -> dict[str, str]:
        """Return the settings for the server."""
        return UNLIMITED | ({"DATABASE_URL": self.url} if self.url else {})

    @property
    def place(self) -> tuple[str, int]:
        """Return the address at which the database server listens."""
        parts = urlsplit(self.url or "")
        return parts.hostname or "", parts.port or 0

    async def numbers(self) -> Counter[int]:
        """Return how often each numbered request is stored."""
        rows = await self.ask(_SILENT)
        return Counter(int(str(agent).removeprefix(AGENT)) for (agent,) in rows)

    async def counted(self) -> int:
        """Return the sum of the counters of all messages."""
        [(number,)] = await self.ask(_COUNTS)
        return int(str(number or 0))

    async def tell(self, statement: str) -> None:
        """Change something in a transaction of its own."""
        await self.ask(statement)

    async def ask(self, query: str) -> Sequence[Sequence[object]]:
        """Return the rows of a query."""
        if self.url is None:
            return await asyncio.to_thread(_from_sqlite, self.data / "sightline.db", query)
        return await (_from_postgres if self.name == "postgres" else _from_mariadb)(self.url, query)


@asynccontextmanager
async def store(name: str, data: Path) -> AsyncIterator[Store]:
    """Create an empty database of this kind. Its server has to be installed; see tests/parts.py."""
    if name == "sqlite":
        yield Store(name, data)
        return
    with getattr(databases, name)() as address:
        url = f"{address}/mail{uuid4().hex[:8]}"
        await _create(name, url)
        yield Store(name, data, url)


async def drained(data: Path, seconds: float = 60.0) -> None:
    """Wait until the file spool in this folder is empty, which means that everything is stored."""
    async with asyncio.timeout(seconds):
        while await asyncio.to_thread(waiting, data):  # noqa: ASYNC110 - another process gives no signal
            await asyncio.sleep(0.1)


def waiting(data: Path) -> int:
    """Return how many hits wait in the file spool in this folder."""
    return hits_in(data / "spool.db")


def hits_in(spool: Path) -> int:
    """Return how many hits wait in this file."""
    [(number,)] = _from_sqlite(spool, "SELECT count(*) FROM hit")
    return int(str(number))


def copies_beside(spool: Path) -> int:
    """Return the bytes of the hits that Redis was given by this node and that may not be stored yet."""
    files = spool.parent.glob(f"{spool.name}.copies-*")
    return sum(max(0, file.stat().st_size - LIFE_BYTES) for file in files if file.exists())


async def _create(name: str, url: str) -> None:
    parts = urlsplit(url)
    database = parts.path.strip("/")
    if name == "postgres":
        there = await asyncpg.connect(f"postgresql://postgres@127.0.0.1:{parts.port}/postgres")
        await there.execute(f"CREATE DATABASE {database}")
        await there.close()
        return
    where = {"host": "127.0.0.1", "port": parts.port, "user": "sightline"}
    async with asyncmy.connect(**where) as there, there.cursor() as cursor:
        await cursor.execute(f"CREATE DATABASE {database} CHARACTER SET utf8mb4")


def _from_sqlite(path: Path, query: str) -> Sequence[Sequence[object]]:
    with sqlite3.connect(path, timeout=20) as database:
        return database.execute(query).fetchall()


async def _from_postgres(url: str, query: str) -> Sequence[Sequence[object]]:
    there = await asyncpg.connect(
        url.replace("asyncpg://", "postgresql://").replace("postgres://", "postgresql://")
    )
    try:
        return [tuple(row) for row in await there.fetch(query)]
    finally:
        await there.close()


async def _from_mariadb(url: str, query: str) -> Sequence[Sequence[object]]:
    parts = urlsplit(url)
    where = {"host": "127.0.0.1", "port": parts.port, "user": "sightline", "db": parts.path.strip("/")}
    async with asyncmy.connect(**where, autocommit=True) as there, there.cursor() as cursor:
        await cursor.execute(query)
        rows: Sequence[Sequence[object]] = await cursor.fetchall()
        return rows


def of_all() -> pytest.MarkDecorator:
    """Run a test on each database."""
    return pytest.mark.parametrize("name", NAMES)
