"""Recognizes errors that may not recur on a retry, such as a deadlock or a lost connection."""

from __future__ import annotations

from collections.abc import Iterator
from traceback import walk_tb

import asyncpg
from asyncmy import errors as mariadb
from tortoise.exceptions import DBConnectionError

_POSTGRES = (
    asyncpg.TransactionRollbackError,  # a deadlock, a conflict
    asyncpg.LockNotAvailableError,
    asyncpg.OperatorInterventionError,  # a timeout, or a server that shuts down
    asyncpg.PostgresConnectionError,
    asyncpg.TooManyConnectionsError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
)
# Errors of MariaDB: too many connections, server shutdown, lock wait timeout, deadlock, row changed by
# another transaction, connection killed. Errors of the client: server gone, connection lost.
_MARIADB = {1020, 1040, 1053, 1205, 1213, 1927, 2006, 2013}
# Errors of a connection that has ended. (4031 is MySQL's for one that was idle for too long.)
_LOST_POSTGRES = (
    asyncpg.PostgresConnectionError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.IdleSessionTimeoutError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # the server's goodbye has arrived, but not yet the end of the connection
)
_UNSENT = (asyncpg.InterfaceError, asyncpg.InternalClientError)
_LOST_MARIADB = {1053, 1927, 2006, 2013, 4031}
LOST = (ConnectionError, *_LOST_POSTGRES)
# Further errors of MariaDB: disk or table full, access denied (three kinds), no such database, cannot connect
# (two kinds).
_AWAY_MARIADB = _LOST_MARIADB | {1021, 1040, 1044, 1045, 1049, 1114, 1698, 2002, 2003}
_AWAY = (
    DBConnectionError,
    *_LOST_POSTGRES,
    asyncpg.CannotConnectNowError,
    asyncpg.TooManyConnectionsError,
    asyncpg.InvalidAuthorizationSpecificationError,
    asyncpg.InvalidCatalogNameError,
    asyncpg.DiskFullError,
)
_AWAY_SQLITE = {
    "database is locked",
    "database table is locked",
    "unable to open database file",
    "database or disk is full",
    "disk I/O error",
}
_DATABASE_CODE = ("tortoise.", "asyncpg.", "asyncmy.", "aiosqlite.", "server.lib.database.")
_SQLITE = {"database is locked", "database table is locked"}


def is_transient(error: BaseException) -> bool:
    """Return whether the transaction that failed may succeed if it is run again from its beginning.

    Decides by the error's number and class, not by words in its text, which may repeat data that somebody
    sent.
    """
    return any(_is_transient(each) for each in _all_of(error))


def is_lost(error: BaseException) -> bool:
    """Return whether a connection to the database ended before or while it was used."""
    return any(_is_lost(each) for each in _all_of(error))


def is_unsent(error: BaseException) -> bool:
    """Return whether a connection had ended before anything was sent, so that nothing can have changed."""
    return any(isinstance(each, _UNSENT) and not isinstance(each, ValueError) for each in _all_of(error))


def is_away(error: BaseException) -> bool:
    """Return whether the database cannot be used: nobody answers, nobody lets us in, or its disk is full."""
    return any(_is_away(each) for each in _all_of(error))


def _is_away(error: BaseException) -> bool:
    if isinstance(error, mariadb.MySQLError):
        return bool(error.args) and error.args[0] in _AWAY_MARIADB
    if isinstance(error, _AWAY):
        return not isinstance(error, ValueError)
    return str(error) in _AWAY_SQLITE or (isinstance(error, OSError) and _is_from_database(error))


def _is_from_database(error: OSError) -> bool:
    """Return whether an error, which may be of any connection or file, is of one to the database."""
    modules = (str(frame.f_globals.get("__name__", "")) for frame, _ in walk_tb(error.__traceback__))
    return any(module.startswith(_DATABASE_CODE) for module in modules)


def _is_lost(error: BaseException) -> bool:
    if isinstance(error, mariadb.MySQLError):
        return bool(error.args) and error.args[0] in _LOST_MARIADB
    return isinstance(error, LOST) and not isinstance(
        error, ValueError
    )  # asyncpg's for a value of a wrong type


def _all_of(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and those that it wraps: Tortoise keeps the driver's as the cause or as an argument."""
    yield error
    for inner in (error.__cause__, *error.args):
        if isinstance(inner, BaseException):
            yield from _all_of(inner)


def _is_transient(error: BaseException) -> bool:
    if isinstance(error, mariadb.MySQLError):
        return bool(error.args) and error.args[0] in _MARIADB
    return isinstance(error, (DBConnectionError, OSError, *_POSTGRES)) or str(error) in _SQLITE
