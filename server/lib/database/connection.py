"""Connects to the database: SQLite in the data folder by default, PostgreSQL or MySQL/MariaDB by URL."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from tortoise import Tortoise
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.exceptions import ConfigurationError

from server.lib.config import ConfigError
from server.lib.database import urls
from server.lib.database.drivers import connection_to
from server.lib.database.pool import PooledClient
from server.lib.database.pool_sqlite import WaitingClient
from server.lib.ownership import give_to_folders_owner, make_folder

_READERS = 3  # each opens the file on first use
_readers: list[WaitingClient] = []
_opened = 0
_END_SECONDS = 1.0
_T = TypeVar("_T")


def orm_config(url: str, modules: Sequence[str]) -> dict[str, Any]:
    """Return Tortoise's configuration for the database at `url`; aerich uses it too."""
    return {
        "connections": {"default": connection_to(url)},
        "apps": {"models": {"models": [*modules], "default_connection": "default"}},
        "use_tz": True,
        "timezone": "UTC",
    }


@asynccontextmanager
async def connected(url: str, modules: Sequence[str]) -> AsyncIterator[None]:
    """Keep the database open within the block."""
    await connect(url, modules)
    try:
        yield
    finally:
        await disconnect()


async def connect(url: str, modules: Sequence[str]) -> None:
    """Open this process's connections to the database.

    Tortoise needs the global fallback, because a request's task does not inherit the start-up task's context.
    """
    global _opened  # noqa: PLW0603 - one per process, like Tortoise's own state
    _make_private(url)
    _opened += 1
    await Tortoise.init(config=orm_config(url, modules), _enable_global_fallback=True)
    _readers[:] = _make_readers(url)


async def disconnect() -> None:
    """Close all connections; an unclosed SQLite connection would hang the exit."""
    for reader in _readers:
        await reader.close()
    _readers.clear()
    await Tortoise.close_connections()


async def interrupt() -> None:
    """End what SQLite is doing just now. It runs in a thread, in which nothing can be cancelled otherwise."""
    with suppress(ConfigurationError, RuntimeError):  # nothing is open
        client = Tortoise.get_connection("default")
        if isinstance(client, WaitingClient):
            await client.interrupt()


def opened() -> int:
    """Return how many databases this process has opened so far.

    Caches use the number as part of their keys.
    """
    return _opened


def read_only() -> BaseDBAsyncClient:
    """Return a connection for reads only: a slow query on it blocks nobody else.

    An SQLite connection runs one query at a time, and a process has only one connection for writing. The
    returned connection is not part of any transaction, and sees only committed data. For other databases,
    this function returns Tortoise's client, which has a pool of connections.
    """
    if not _readers:
        return Tortoise.get_connection("default")
    free = (each for each in _readers if not each._lock.locked())  # noqa: SLF001 - no public name for it
    return next(free, _readers[0])


def sqlite_file(url: str) -> Path | None:
    """Return the file of an SQLite database; None if the database is in memory or is not SQLite."""
    found = urls.read(url)
    return None if found.kind != "sqlite" or found.file == urls.MEMORY else Path(found.file)


def _make_readers(url: str) -> list[WaitingClient]:
    # Tortoise does not know these connections: if it knew several, each transaction would have to name one.
    path = sqlite_file(url)
    if path is None:
        return []
    options = {"busy_timeout": 15000, "query_only": "ON"}
    return [WaitingClient(str(path), connection_name="read_only", **options) for _ in range(_READERS)]


def _make_private(url: str) -> None:
    """Create a missing SQLite file with mode 0600, which SQLite also uses for the log and its index."""
    path = sqlite_file(url)
    if path is not None:
        _refuse_to_leave_behind(path)
        make_folder(path.parent)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL, 0o600))
            give_to_folders_owner(path)


def _refuse_to_leave_behind(path: Path) -> None:
    """Refuse a new database while that of an earlier version, which cut paths at # and ?, is elsewhere."""
    earlier = urls.cut_off(str(path))
    if earlier and not path.exists() and Path(earlier).is_file():
        raise ConfigError(
            f"The database of an earlier version is at {earlier}, because it cut off the path at a # or ?. "
            f"With the server stopped, move it to {path} (and its -wal and -shm files too).",
            "DATABASE_URL",
        )


async def within(seconds: float, work: Coroutine[Any, Any, _T], cut: bool = True) -> _T:
    """Return the result of `work`. Raises TimeoutError if `work` takes longer than `seconds`.

    With `cut`, a timeout also closes the pool's connections, because on a network that drops packets, all of
    them may be waiting for answers that never arrive. The pool opens new connections when they are needed.
    """
    task = asyncio.ensure_future(work)
    try:
        await asyncio.wait({task}, timeout=seconds)
    except asyncio.CancelledError:
        await _end(task, cut=False)
        raise
    if task.done():
        return task.result()
    await _end(task, cut)
    raise TimeoutError(f"the database did not answer within {seconds:.0f} s")


async def _end(task: asyncio.Future[Any], cut: bool) -> None:
    task.cancel()
    late = (await asyncio.wait({task}, timeout=_END_SECONDS))[1]
    if late or cut:
        _cut()
        await asyncio.wait({task}, timeout=_END_SECONDS)
    if task.done() and not task.cancelled():
        task.exception()  # retrieved, so that asyncio does not log it


def _cut() -> None:
    client = Tortoise.get_connection("default")
    if isinstance(client, PooledClient):
        client.cut()
