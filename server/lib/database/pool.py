"""Pools connections to PostgreSQL and MariaDB, and gets each connection back after its use.

A server, a pooler or a firewall may drop connections while they are idle, and then mostly all of them, within
some milliseconds. So one that was idle for long is asked whether it lives; once one is lost, those opened
before are used no more; and what is lost on the way is tried again, if it has changed nothing: a read, or the
beginning of a transaction.

If BEGIN fails or is cancelled, Tortoise's own transaction does not return the connection to the pool, and the
task uses it for all later statements. On a network that drops packets this exhausts the pool, and a task that
runs forever never gets a working connection again.
"""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from types import TracebackType
from typing import Any, ClassVar, TypeVar
from weakref import WeakKeyDictionary

from tortoise.backends.base.client import (
    BaseDBAsyncClient,
    PoolConnectionWrapper,
    TransactionalDBClient,
    TransactionContext,
    TransactionContextPooled,
)
from tortoise.connection import get_connections
from tortoise.exceptions import TransactionManagementError

from server.lib.database.retryable import LOST, is_lost, is_unsent
from server.lib.log import repeats

_CLOSE_SECONDS = 3.0
_IDLE_SECONDS = 10.0  # firewalls forget a connection after half a minute at the earliest
_PING_SECONDS = 2.0
_TRIES = 3  # on connections that may all have been dropped at the same moment
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

_opened_at: WeakKeyDictionary[Any, float] = WeakKeyDictionary()  # when they were first used
_returned_at: WeakKeyDictionary[Any, float] = WeakKeyDictionary()
T = TypeVar("T")


class _Borrowed(PoolConnectionWrapper[Any]):
    """A connection for one statement. It returns to the pool that it was taken from, even after `cut`."""

    __slots__ = ("_pool",)

    async def __aenter__(self) -> Any:
        await self.ensure_connection()
        client: Any = self.client
        self._pool = client._pool  # noqa: SLF001 - Tortoise has no public name for it
        self.connection = await client.sound(self._pool)
        return self.connection

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        client: Any = self.client
        if error and is_lost(error):
            client.lose(self.connection)
        elif kind is asyncio.CancelledError:
            _drop(self.connection)
        elif repeats.in_outage and kind is None:
            repeats.outage_ended()
        await client.give_back(self._pool, self.connection)


class _Transaction(TransactionContextPooled):
    __slots__ = ("_pool",)

    async def __aenter__(self) -> TransactionalDBClient:
        return await _again(self._begin, is_lost)

    async def _begin(self) -> TransactionalDBClient:
        await self.ensure_connection()
        client: Any = self.client
        self._pool = client._parent._pool  # noqa: SLF001
        client._connection = await client._parent.sound(self._pool)  # noqa: SLF001
        self.token = get_connections().set(self.connection_name, self.client)
        try:
            await client.begin()
        except BaseException as error:
            await self._give_back(sound=False, lost=is_lost(error))
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
        if repeats.in_outage and kind is None:
            repeats.outage_ended()
        return True

    async def _give_back(self, sound: bool, lost: bool = False) -> None:
        client: Any = self.client
        parent, connection = client._parent, client._connection  # noqa: SLF001
        try:
            if lost:
                parent.lose(connection)
            elif not sound:
                _drop(connection)
            await parent.give_back(self._pool, connection)
        finally:
            get_connections().reset(self.token)


class PooledClient(BaseDBAsyncClient):
    """The methods that the clients of PostgreSQL and of MariaDB share."""

    _pool: Any
    _pool_init_lock: asyncio.Lock
    _lost_at = float("-inf")

    transaction_class: ClassVar[Any]  # Tortoise's, of this database

    async def ping(self, connection: Any) -> None:
        """Ask a connection for an answer. Raises an error if the connection is dead."""
        raise NotImplementedError

    async def execute_query(self, query: str, values: list[Any] | None = None) -> tuple[int, Any]:
        """Run a query, again if its connection was lost and nothing can have changed; see Tortoise."""
        return await _again(lambda: super(PooledClient, self).execute_query(query, values), _when(query))

    async def execute_query_dict(self, query: str, values: list[Any] | None = None) -> list[dict[str, Any]]:
        """Do the same as `execute_query`, and return only the rows."""
        return await _again(lambda: super(PooledClient, self).execute_query_dict(query, values), _when(query))

    async def execute_insert(self, query: str, values: list[Any]) -> Any:
        """Insert a row, again if nothing was sent; see Tortoise."""
        return await _again(lambda: super(PooledClient, self).execute_insert(query, values), is_unsent)

    async def sound(self, pool: Any) -> Any:
        """Take a connection out of the pool, and see to it that it is not dead."""
        while True:
            connection = await pool.acquire()
            _notice_death(connection)
            raw, now = _raw(connection), time.monotonic()
            if _opened_at.setdefault(raw, now) < self._lost_at:
                _drop(connection)
                await self.give_back(pool, connection)
                continue
            if now - _returned_at.get(raw, now) < _IDLE_SECONDS:
                return connection
            try:
                async with asyncio.timeout(_PING_SECONDS):
                    await self.ping(connection)
            except BaseException as error:
                self.lose(connection)
                await self.give_back(pool, connection)
                if not isinstance(error, Exception):
                    raise
            else:
                return connection

    def lose(self, connection: Any) -> None:
        """Close a connection that was lost. Those that were opened before now are used no more."""
        self._lost_at = time.monotonic()
        _drop(connection)

    async def give_back(self, pool: Any, connection: Any) -> None:
        """Return a connection to its pool. What was done on it is done, even if the connection dies now."""
        if (raw := _raw(connection)) is not None:
            _returned_at[raw] = time.monotonic()
        with suppress(*LOST):
            await pool.release(connection)

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


async def _again(step: Callable[[], Awaitable[T]], when: Callable[[BaseException], bool]) -> T:
    """Run a step; again, when its failure shows that it changed nothing and another connection may do."""
    for _ in range(_TRIES - 1):
        try:
            return await step()
        except Exception as error:
            if not when(error):
                raise
    return await step()


def _when(query: str) -> Callable[[BaseException], bool]:
    return is_lost if query.lstrip()[:6].upper() == "SELECT" else is_unsent


def _raw(connection: Any) -> Any:
    return getattr(connection, "_con", connection)  # asyncpg's pool wraps it anew each time


async def _closed(pool: Any) -> None:
    closing = pool.close()
    await (closing if closing is not None else pool.wait_closed())


def _drop(connection: Any) -> None:
    # asyncpg's close() would wait for the server's answer; asyncmy's close() closes immediately.
    # asyncpg's pool takes a connection back by itself as soon as it notices its end, and refuses to close it.
    with suppress(*LOST):
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
