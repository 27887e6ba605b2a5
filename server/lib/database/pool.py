"""Pools connections to PostgreSQL and MariaDB, and gets each connection back after its use.

If BEGIN fails or is cancelled, Tortoise's own transaction does not return the connection to the pool, and the
task uses it for all later statements. On a network that drops packets this exhausts the pool, and a task that
runs forever never gets a working connection again.
"""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress
from types import TracebackType
from typing import Any, ClassVar

from tortoise.backends.base.client import (
    BaseDBAsyncClient,
    PoolConnectionWrapper,
    TransactionalDBClient,
    TransactionContext,
    TransactionContextPooled,
)
from tortoise.connection import get_connections
from tortoise.exceptions import TransactionManagementError

_CLOSE_SECONDS = 3.0
# A connection whose peer has not answered for about 25 s counts as dead.
_ALIVE = tuple(
    (getattr(socket, name), value)
    for name, value in (
        ("TCP_KEEPIDLE", 10),
        ("TCP_KEEPINTVL", 5),
        ("TCP_KEEPCNT", 3),
        ("TCP_USER_TIMEOUT", 25_000),
    )
    if hasattr(socket, name)  # Linux has all of them
)


class _Borrowed(PoolConnectionWrapper[Any]):
    """A connection for one statement. It returns to the pool that it was taken from, even after `cut`."""

    __slots__ = ("_pool",)

    async def __aenter__(self) -> Any:
        await self.ensure_connection()
        self._pool = self.client._pool  # noqa: SLF001 - Tortoise has no public name for it
        self.connection = await self._pool.acquire()
        _notice_death(self.connection)
        return self.connection

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is asyncio.CancelledError:
            _drop(self.connection)
        await self._pool.release(self.connection)


class _Transaction(TransactionContextPooled):
    __slots__ = ("_pool",)

    async def __aenter__(self) -> TransactionalDBClient:
        await self.ensure_connection()
        client: Any = self.client
        self._pool = client._parent._pool  # noqa: SLF001
        client._connection = await self._pool.acquire()  # noqa: SLF001
        _notice_death(client._connection)  # noqa: SLF001
        self.token = get_connections().set(self.connection_name, self.client)
        try:
            await client.begin()
        except BaseException:
            await self._give_back(sound=False)
            raise
        return self.client

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        sound = False
        try:
            sound = await self._finished(kind)
        finally:
            await self._give_back(sound)

    async def _finished(self, kind: Any) -> bool:
        """End the transaction. Returns whether its connection can be used again."""
        client: Any = self.client
        if client._finalized:  # noqa: SLF001
            return True
        if kind in {asyncio.CancelledError, TransactionManagementError}:
            return False  # the connection is closed, which rolls back without waiting for an answer
        await (client.rollback() if kind else client.commit())
        return True

    async def _give_back(self, sound: bool) -> None:
        connection = self.client._connection  # noqa: SLF001
        try:
            if not sound:
                _drop(connection)
            await self._pool.release(connection)
        finally:
            get_connections().reset(self.token)


class PooledClient(BaseDBAsyncClient):
    """The methods that the clients of PostgreSQL and of MariaDB share."""

    _pool: Any
    _pool_init_lock: asyncio.Lock

    transaction_class: ClassVar[Any]  # Tortoise's, of this database

    def _in_transaction(self) -> TransactionContext:
        return _Transaction(self.transaction_class(self), self._pool_init_lock)

    def acquire_connection(self) -> Any:
        return _Borrowed(self, self._pool_init_lock)

    async def _close(self) -> None:
        if not self._pool:
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(_CLOSE_SECONDS):
                await _closed(self._pool)
        self.cut()

    def cut(self) -> None:
        """Close all connections immediately. The next statement makes a new pool."""
        pool, self._pool = self._pool, None
        if pool is not None:
            for connection in getattr(pool, "_free", ()):
                connection.close()
            pool.terminate()


async def _closed(pool: Any) -> None:
    closing = pool.close()
    await (closing if closing is not None else pool.wait_closed())


def _drop(connection: Any) -> None:
    # asyncpg's close() would wait for the server's answer; asyncmy's close() closes immediately.
    getattr(connection, "terminate", connection.close)()


def _notice_death(connection: Any) -> None:
    transport = getattr(connection, "_transport", None)
    peer = transport.get_extra_info("socket") if transport is not None else None
    if peer is None or peer.family not in {socket.AF_INET, socket.AF_INET6}:
        return
    if all(peer.getsockopt(socket.IPPROTO_TCP, option) == value for option, value in _ALIVE[-1:]):
        return
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for option, value in _ALIVE:
        peer.setsockopt(socket.IPPROTO_TCP, option, value)
