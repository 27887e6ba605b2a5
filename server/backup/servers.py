"""What backups do alike with all databases of servers, which other programs use, too."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from pypika_tortoise.functions import Count
from pypika_tortoise.queries import Table
from tortoise import connections
from tortoise.backends.base.client import BaseDBAsyncClient

from server.backup.storage import Counts, Step, known_tables
from server.lib.database.connection import connected


class ServerDatabase(ABC):
    """A database of a server; see Storage, whose methods those without a leading underscore are."""

    _tables: str  # a query for all tables: name, and whole, the table that each is a part of, or itself
    _others: str  # a query for n, the number of connections of others
    _kept_name: str

    def __init__(self, url: str) -> None:
        self._url = url
        self._kept: Path | None = None

    async def in_use(self) -> bool:
        """See Storage."""
        async with self._connected() as db:
            [row] = await db.execute_query_dict(self._others)
            return bool(row["n"])

    async def has_data(self) -> bool:
        """See Storage."""
        async with self._connected() as db:
            present = {"account", "message"}.intersection(await self._known(db))
            return any((await counted(db, present)).values())

    async def keep(self, folder: Path) -> None:
        """See Storage."""
        async with self._connected() as db:
            present = await self._known(db)
        if present:
            await self._dump(folder / self._kept_name, lambda _: None, present)
            self._kept = folder / self._kept_name

    async def count(self, tables: Mapping[str, int]) -> Counts:
        """See Storage."""
        async with self._connected() as db:
            return await counted(db, set((await self._known(db)).values()))

    @abstractmethod
    async def _dump(self, to: Path, step: Step, tables: Iterable[str]) -> None:
        """Write these tables to a file."""

    async def _known(self, db: BaseDBAsyncClient) -> dict[str, str]:
        """Return Sightline's tables that exist, and the table that each is a part of, or itself."""
        rows = await db.execute_query_dict(self._tables)
        return {str(row["name"]): str(row["whole"]) for row in rows if row["whole"] in known_tables()}

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[BaseDBAsyncClient]:
        async with connected(self._url, ["aerich.models"]):
            yield connections.get("default")


async def counted(db: BaseDBAsyncClient, tables: Iterable[str]) -> Counts:
    """Return the number of rows of each of these tables."""
    found = {}
    for name in sorted(tables):
        query = db.query_class.from_(Table(name)).select(Count("*").as_("n"))
        [row] = await db.execute_query_dict(query.get_sql())
        found[name] = int(row["n"])
    return found
