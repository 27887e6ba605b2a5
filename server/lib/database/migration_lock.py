"""Lets one process at a time migrate a database, and says so while another one has to wait.

PostgreSQL's lock belongs to a transaction that does nothing else: a lock of the session would stay on the
connection to the server that PgBouncer, in transaction mode, gives to the next client. It is the same lock
for both, so that earlier versions are kept out, too.
"""

from __future__ import annotations

import asyncio
import fcntl
import logging
import os
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient

from server.lib.database.readiness import Stage, Tell
from server.lib.filelock import open_lock
from server.lib.ownership import make_folder

log = logging.getLogger(__name__)

_LOCK = 0x5167_4874  # any number that no other lock uses
_LOOK_SECONDS = 0.2
_SAY_AFTER, _SAY_EVERY = 5.0, 60.0
_ALIVE_SECONDS = 10.0  # shorter than any time after which a server or a pooler ends what is idle
# A role or a hoster may have set these. They would end the transaction that holds the lock.
_PATIENCE = ("idle_in_transaction_session_timeout", "statement_timeout", "lock_timeout")
_HOLDERS = """
    SELECT a.pid, a.application_name, host(a.client_addr) AS address FROM pg_locks l
    JOIN pg_stat_activity a ON a.pid = l.pid
    WHERE l.locktype = 'advisory' AND l.granted AND l.classid = 0 AND l.objid::bigint = $1
      AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""

Take = Callable[[], Awaitable[bool]]
Who = Callable[[], Awaitable[str]]


@asynccontextmanager
async def alone(db: BaseDBAsyncClient, data: Path, tell: Tell) -> AsyncIterator[None]:
    """Keep other processes from migrating the same database within the block.

    `data`: the folder for SQLite's lock file. Waits as long as another process holds the lock; after five
    seconds, and then every minute, the log says so, and how to end that process.
    """
    match db.capabilities.dialect:
        case "sqlite":
            lock = _of_file(data / "migrate.lock", tell)
        case "postgres":
            lock = _of_postgres(db, tell)
        case _:
            lock = _of_mariadb(db, tell)
    async with lock:
        yield


@asynccontextmanager
async def _of_file(path: Path, tell: Tell) -> AsyncIterator[None]:
    make_folder(path.parent)

    async def take() -> bool:
        with suppress(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        return False

    async def who() -> str:
        return f"To see which process holds {path}, run: fuser -v {path}"

    file = open_lock(path)
    try:
        await _taken(take, who, tell)
        yield
    finally:
        os.close(file)


@asynccontextmanager
async def _of_postgres(db: BaseDBAsyncClient, tell: Tell) -> AsyncIterator[None]:
    async with db.acquire_connection() as session, session.transaction(isolation="read_committed"):

        async def take() -> bool:
            return bool(await session.fetchval(f"SELECT pg_try_advisory_xact_lock({_LOCK})"))

        async def who() -> str:
            found = await session.fetch(_HOLDERS, _LOCK)
            held = [f"{each['pid']} ({each['application_name'] or each['address']})" for each in found]
            ends = [f"SELECT pg_terminate_backend({each['pid']})" for each in found]
            return f"It is connection {', '.join(held)}. To end it, run in psql: {'; '.join(ends)}"

        for name in _PATIENCE:
            await session.execute(f"SELECT set_config('{name}', '0', true)")
        await _taken(take, who, tell)
        async with _kept_alive(lambda: session.execute("SELECT 1")):
            yield


@asynccontextmanager
async def _of_mariadb(db: BaseDBAsyncClient, tell: Tell) -> AsyncIterator[None]:
    async with db.acquire_connection() as session, session.cursor() as cursor:

        async def ask(query: str) -> Any:
            await cursor.execute(query)
            return (await cursor.fetchone())[0]

        async def take() -> bool:
            return bool(await ask(f"SELECT GET_LOCK('{_LOCK}', 0)"))

        async def who() -> str:
            holder = await ask(f"SELECT IS_USED_LOCK('{_LOCK}')")
            return f"It is connection {holder}. To end it, run in the database: KILL {holder}"

        await _taken(take, who, tell)
        try:
            async with _kept_alive(lambda: ask("SELECT 1")):
                yield
        finally:
            await cursor.execute(f"SELECT RELEASE_LOCK('{_LOCK}')")


async def _taken(take: Take, who: Who, tell: Tell) -> None:
    """Return once the lock is taken."""
    began = time.monotonic()
    say_at = began + _SAY_AFTER
    while not await take():
        tell(Stage.LOCKED)
        now = time.monotonic()
        if now >= say_at:
            say_at = now + _SAY_EVERY
            log.warning(
                "waiting for %.0f s for another process that updates the database. If no other Sightline "
                "does that, something holds its lock. %s",
                now - began,
                await who(),
            )
        await asyncio.sleep(_LOOK_SECONDS)


@asynccontextmanager
async def _kept_alive(ask: Callable[[], Awaitable[object]]) -> AsyncIterator[None]:
    """Ask something now and then, so that the connection that holds the lock is never idle for long."""

    done = asyncio.Event()

    async def keep() -> None:
        while not done.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(done.wait(), _ALIVE_SECONDS)
                return
            await ask()

    keeping = asyncio.create_task(keep())
    try:
        yield
    finally:
        done.set()  # not cancelled: its connection would be left in the middle of an answer
        await asyncio.gather(keeping, return_exceptions=True)
