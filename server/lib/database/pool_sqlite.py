"""Tortoise's `engine` for SQLite, whose transactions wait for other processes instead of failing at once.

A transaction of Tortoise's own starts by reading. If another process writes before its first write, SQLite
cannot continue it, and fails immediately with "database is locked", whatever `busy_timeout` says.
"""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from typing import Any

from tortoise.backends.base.client import ConnectionWrapper, TransactionalDBClient, TransactionContext
from tortoise.backends.sqlite.client import SqliteClient, SqliteTransactionContext, SqliteTransactionWrapper
from tortoise.connection import get_connections
from tortoise.exceptions import TransactionManagementError

from server.lib.log import repeats


class _Transaction(SqliteTransactionWrapper):
    async def begin(self) -> None:
        """Wait until this process may write. Raises TransactionManagementError after `busy_timeout`."""
        try:
            await self._connection.commit()
            await self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise TransactionManagementError(error) from error

    async def commit(self) -> None:
        """Commit, or take everything back, such as on a full disk.

        Otherwise the transaction would go on, keep all other processes from writing, and be committed by the
        next one, although its caller was told that it had failed.
        """
        try:
            await super().commit()
        except sqlite3.Error:
            await self.rollback()
            raise
        if repeats.in_outage:
            repeats.outage_ended()


class _Context(SqliteTransactionContext):
    """Frees the connection even if the transaction cannot begin, or its caller does not wait for that."""

    __slots__ = ()

    async def __aenter__(self) -> TransactionalDBClient:
        await self._trxlock.acquire()
        try:
            await self.ensure_connection()
            self.token = get_connections().set(self.connection_name, self.connection)
        except BaseException:
            self._trxlock.release()
            raise
        try:
            await self.connection.begin()
        except BaseException:
            await self._abandon()
            raise
        client: TransactionalDBClient = self.connection
        return client

    async def _abandon(self) -> None:
        try:
            # The connection's thread may still be waiting to begin: then this takes effect after that.
            await self.connection.rollback()
        finally:
            get_connections().reset(self.token)
            self._trxlock.release()


class _Acquired(ConnectionWrapper[Any]):
    """Frees the client if it cannot connect: otherwise whoever uses it next would wait for ever."""

    __slots__ = ()

    async def __aenter__(self) -> Any:
        await self._lock.acquire()
        try:
            await self.ensure_connection()
        except BaseException:
            self._lock.release()
            raise
        return self.connection


class WaitingClient(SqliteClient):
    """Tortoise's client, which can be used again after it could not connect.

    Its transactions have the right to write from their beginning.
    """

    async def create_connection(self, with_db: bool) -> None:
        """Open the database. Raises sqlite3.OperationalError."""
        before = set(threading.enumerate())
        try:
            await super().create_connection(with_db)
        except BaseException:
            if self._connection:  # opened, but without all of its options, such as on a full disk
                await self.close()
            # Race: aiosqlite's thread still has to tell our loop that it ends, and the loop may close first.
            for thread in set(threading.enumerate()) - before:
                await asyncio.to_thread(thread.join, 1)
            raise

    def acquire_connection(self) -> ConnectionWrapper[Any]:
        """Return a context in which nobody else uses the connection."""
        return _Acquired(self._lock, self)

    async def interrupt(self) -> None:
        """End the statement that is being carried out, if there is one."""
        if self._connection:
            await self._connection.interrupt()

    def _in_transaction(self) -> TransactionContext:
        return _Context(_Transaction(self), self._lock)


client_class = WaitingClient
