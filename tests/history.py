"""Makes a long history on SQLite or PostgreSQL, and reads the query plans for it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from tortoise.backends.base.executor import EXECUTOR_CACHE
from tortoise.queryset import QuerySet

from tests.bench.seed import seed
from tests.migrations import databases
from tests.world import World, opened_world


@asynccontextmanager
async def long_history(folder: Path, postgres: str | None, events: int) -> AsyncIterator[World]:
    """A world in which Alice has `events` events, on the PostgreSQL server at `postgres` or on SQLite."""
    EXECUTOR_CACHE.clear()  # Tortoise would reuse the SQL of one dialect for the next
    url = f"sqlite://{folder / 'mail.db'}"
    if postgres:
        url = f"{postgres}/mail{uuid4().hex[:8]}"
        await databases.create(url)
    async with opened_world(folder, DATABASE_URL=url) as world:
        await seed(world.alice, events)
        yield world
    EXECUTOR_CACHE.clear()


async def plan_of(query: QuerySet[Any]) -> str:
    """The plan with which the database answers a query."""
    rows: Any = await query.explain()
    return str([tuple(row) if not isinstance(row, dict) else row for row in rows]).replace('"', "")
