"""Transient errors: another transaction was in the way, or a connection was lost. Try again, and it works."""

from __future__ import annotations

from collections.abc import Iterator

import asyncpg
from asyncmy import errors as mariadb
from tortoise.exceptions import DBConnectionError

_POSTGRES = (
    asyncpg.TransactionRollbackError,  # a deadlock, a conflict
    asyncpg.LockNotAvailableError,
    asyncpg.OperatorInterventionError,  # a time limit, a server that ends
    asyncpg.PostgresConnectionError,
    asyncpg.TooManyConnectionsError,
    asyncpg.InterfaceError,
)
# Of MariaDB: too many connections, server ends, lock waited for too long, deadlock, changed meanwhile,
# connection killed; of the client: server gone, connection lost.
_MARIADB = {1020, 1040, 1053, 1205, 1213, 1927, 2006, 2013}
_SQLITE = {"database is locked", "database table is locked"}


def is_transient(error: BaseException) -> bool:
    """Whether the same transaction may well succeed when it is done again from its beginning.

    By what a driver says in numbers and classes: its words may be those of whoever sent the data.
    """
    return any(_is_transient(each) for each in _all_of(error))


def _all_of(error: BaseException) -> Iterator[BaseException]:
    """An error of Tortoise's carries the driver's: as its cause, or as what it was made from."""
    yield error
    for inner in (error.__cause__, *error.args):
        if isinstance(inner, BaseException):
            yield inner


def _is_transient(error: BaseException) -> bool:
    if isinstance(error, mariadb.MySQLError):
        return bool(error.args) and error.args[0] in _MARIADB
    return isinstance(error, (DBConnectionError, OSError, *_POSTGRES)) or str(error) in _SQLITE
