"""Transient database errors are distinguished from permanent ones."""

from __future__ import annotations

import asyncpg
import pytest
from asyncmy import errors as mariadb
from tortoise.exceptions import DBConnectionError, IntegrityError, OperationalError

from server.lib.database.retryable import is_away, is_lost, is_transient, is_unsent

PASSES = [
    asyncpg.DeadlockDetectedError("deadlock detected"),
    asyncpg.SerializationError("could not serialize access"),
    asyncpg.LockNotAvailableError("canceling statement due to lock timeout"),
    asyncpg.QueryCanceledError("canceling statement due to statement timeout"),
    asyncpg.AdminShutdownError("terminating connection due to administrator command"),
    OperationalError(mariadb.OperationalError(1213, "Deadlock found when trying to get lock")),
    OperationalError(mariadb.OperationalError(1205, "Lock wait timeout exceeded")),
    OperationalError(mariadb.OperationalError(2013, "Lost connection to MySQL server during query")),
    OperationalError("database is locked"),
    DBConnectionError("Can't connect"),
    ConnectionRefusedError(111, "Connection refused"),
]
STAYS = [
    IntegrityError("Duplicate entry 'database is locked' for key 'PRIMARY'"),
    OperationalError(mariadb.DataError(1406, "Data too long for column 'deadlock'")),
    asyncpg.StringDataRightTruncationError("value too long for type character varying(512)"),
    asyncpg.CharacterNotInRepertoireError("invalid byte sequence: lost connection"),
    ValueError("deadlock"),
]


@pytest.mark.parametrize("error", PASSES, ids=repr)
def test_a_deadlock_a_timeout_or_a_lost_connection_counts_as_transient(error: Exception) -> None:
    assert is_transient(error)


@pytest.mark.parametrize("error", STAYS, ids=repr)
def test_an_error_about_the_data_counts_as_permanent_whatever_its_text_says(error: Exception) -> None:
    assert not is_transient(error)


AWAY = [
    DBConnectionError("Can't connect"),
    asyncpg.InvalidPasswordError("password authentication failed"),
    asyncpg.InvalidCatalogNameError("database does not exist"),
    asyncpg.CannotConnectNowError("the database system is starting up"),
    OperationalError(mariadb.OperationalError(2003, "Can't connect to MySQL server")),
    OperationalError(mariadb.OperationalError(1045, "Access denied for user")),
    OperationalError("database is locked"),
]
PRESENT = [
    ConnectionRefusedError(111, "Connection refused"),  # by a mail server, as far as anybody knows
    asyncpg.DeadlockDetectedError("deadlock detected"),
    asyncpg.DataError("invalid input for query argument $1"),
    OperationalError(mariadb.OperationalError(1213, "Deadlock found when trying to get lock")),
    IntegrityError("Duplicate entry 'database is locked' for key 'PRIMARY'"),
    ValueError("away"),
]


@pytest.mark.parametrize("error", AWAY, ids=repr)
def test_a_database_that_nobody_can_use_is_away(error: Exception) -> None:
    assert is_away(error)


@pytest.mark.parametrize("error", PRESENT, ids=repr)
def test_a_database_that_answers_is_not_away_whatever_else_fails(error: Exception) -> None:
    assert not is_away(error)


def test_what_wraps_the_error_of_a_lost_database_says_the_same() -> None:
    outer = RuntimeError("the digest cannot work")
    outer.__cause__ = OperationalError(mariadb.OperationalError(2013, "Lost connection to MySQL server"))
    assert is_away(outer)
    assert is_lost(outer)


def test_only_what_was_not_sent_may_be_sent_again() -> None:
    assert is_unsent(asyncpg.InternalClientError("cannot switch to state 11"))
    assert not is_unsent(asyncpg.ConnectionDoesNotExistError("connection was closed in the middle"))
    assert not is_unsent(asyncpg.DataError("invalid input for query argument $1"))
    assert is_lost(asyncpg.ConnectionDoesNotExistError("connection was closed in the middle"))
