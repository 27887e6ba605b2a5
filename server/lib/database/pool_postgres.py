"""Tortoise's `engine` for PostgreSQL, which uses asyncpg."""

from __future__ import annotations

import logging
from typing import Any

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper

from server.lib.database.pool import PooledClient

log = logging.getLogger(__name__)

_ASK_SECONDS = 5.0


class PostgresClient(PooledClient, AsyncpgDBClient):
    """Tortoise's client, with our pool."""

    transaction_class = TransactionWrapper

    async def create_pool(self, **kwargs: Any) -> asyncpg.Pool:
        """Create the pool, whose connections work through a pooler, too."""
        return await asyncpg.create_pool(None, connect=_Connecting(), **kwargs)

    async def ping(self, connection: Any) -> None:
        """Ask a connection for an answer. Raises an error if the connection is dead."""
        await connection.execute("SELECT 1")


class _Connecting:
    """Opens connections that prepare no statements where a pooler is between us and the server.

    PgBouncer, in transaction mode, passes each transaction to any of its connections to the server, and there
    a prepared statement is unknown, or is another client's of the same name. (From version 1.21 on, it can be
    told to keep them apart.) The process that answers has another number than the one that was promised at
    the beginning of a connection: only a pooler does that.
    """

    def __init__(self) -> None:
        self._is_pooled = False

    async def __call__(self, *args: Any, **options: Any) -> asyncpg.Connection:
        if self._is_pooled:
            options["statement_cache_size"] = 0
        connection = await asyncpg.connect(*args, **options)
        if self._is_pooled or options.get("statement_cache_size") == 0 or await _is_direct(connection):
            return connection
        log.info("a pooler such as PgBouncer is in front of the database, so no statement is prepared")
        self._is_pooled = True
        await connection.close()
        return await self(*args, **options)


async def _is_direct(connection: asyncpg.Connection) -> bool:
    # Without values, this is no prepared statement. Such a query is answered by its number of rows.
    process = int(connection.get_server_pid())
    status = await connection.execute(f"SELECT 1 WHERE pg_backend_pid() = {process}", timeout=_ASK_SECONDS)
    return bool(status == "SELECT 1")


client_class = PostgresClient
