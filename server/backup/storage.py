"""Defines what a backup needs of each kind of database, and finds the kind of the one in the settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from aerich.utils import decompress_dict

from server.lib.database import migrate as migrations
from server.lib.database import urls
from server.lib.settings import ServerSettings, Settings
from server.lib.user_error import UserError

Counts = dict[str, int]  # table -> number of rows
Step = Callable[[int], None]  # hears how many more bytes were done


@dataclass(frozen=True, slots=True)
class Dumped:
    """What was written: the rows of each table, and the version of the database's server."""

    tables: Counts
    server: str


class Storage(Protocol):
    """A database as backups see it. All methods raise UserError for what a person has to mend."""

    dialect: str

    async def size(self) -> int:
        """Return about how many bytes a dump takes at most."""

    async def dump(self, to: Path, step: Step) -> Dumped:
        """Write the state of one moment to a file, while others go on writing."""

    async def examine(self, dump: Path, step: Step) -> Counts:
        """Check a dump completely, without a database. Returns the number of rows of each table in it."""

    async def in_use(self) -> bool:
        """Return whether other programs have the database open."""

    async def has_data(self) -> bool:
        """Return whether the database holds people or messages, or cannot be read."""

    async def keep(self, folder: Path) -> None:
        """Put what the database holds into `folder`, from where a person can bring it back."""

    async def load(self, dump: Path, step: Step) -> None:
        """Replace what the database holds by a dump, completely or not at all."""

    async def count(self, tables: Mapping[str, int]) -> Counts:
        """Return how many rows each of these tables has now."""


def storage_of(settings: Settings) -> Storage:
    """Return the database of the settings."""
    url = settings[ServerSettings].database_url
    return storage_for(urls.read(url).kind, url)


def storage_for(dialect: str, url: str = "") -> Storage:
    """Return the database of this dialect at `url`; without one, only `examine` works."""
    if dialect == "sqlite":
        from server.backup.sqlite import SqliteStorage

        return SqliteStorage(url)
    if dialect == "postgres":
        from server.backup.postgres import PostgresStorage

        return PostgresStorage(url)
    from server.backup.mariadb import MariadbStorage

    return MariadbStorage(url)


@lru_cache(maxsize=1)
def known_tables() -> frozenset[str]:
    """Return the names of all tables that any version of Sightline has; others in a database are left alone.

    On PostgreSQL, tables have partitions, too.
    """
    states = [decompress_dict(step.state) for step in migrations.load()]
    return frozenset(model["table"] for state in states for model in state.values())


def refuse_memory() -> UserError:
    """Return the error for a database in memory."""
    return UserError("DATABASE_URL names a database in memory, which no backup can hold. Set it to a file.")
