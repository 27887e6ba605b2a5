"""Tortoise's `engine` for MySQL and MariaDB, which uses asyncmy."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from asyncmy.converters import conversions, escape_bytes_prefixed
from pypika_tortoise.enums import SqlTypes
from pypika_tortoise.functions import Cast
from pypika_tortoise.terms import Criterion, Term
from tortoise.backends.mysql.client import MySQLClient, TransactionWrapper
from tortoise.backends.mysql.executor import MySQLExecutor, StrWrapper, escape_like
from tortoise.filters import Like, contains

from server.lib.database.pool import PooledClient


def _contains(field: Term, value: str) -> Criterion:
    return Like(Cast(field, SqlTypes.BINARY), StrWrapper(f"%{escape_like(value)}%"), escape="")


class ExactExecutor(MySQLExecutor):
    """Tortoise's executor with a `contains` that compares exactly.

    With the usual collations, "müller" would contain "muller".
    """

    FILTER_FUNC_OVERRIDE = {**MySQLExecutor.FILTER_FUNC_OVERRIDE, contains: _contains}  # noqa: RUF012


class MariadbClient(PooledClient, MySQLClient):
    """Tortoise's client, with our pool."""

    executor_class = ExactExecutor
    transaction_class = TransactionWrapper

    async def ping(self, connection: Any) -> None:
        """Ask a connection for an answer. Raises an error if the connection is dead."""
        await connection.ping(reconnect=False)


# A UUID is sent as 16 bytes: see fields.py.
conversions[UUID] = lambda value, _mapping=None: escape_bytes_prefixed(value.bytes)
client_class = MariadbClient
