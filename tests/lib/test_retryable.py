"""Transient database errors are distinguished from permanent ones."""

from __future__ import annotations

import asyncpg
import pytest
from asyncmy import errors as mariadb
from tortoise.exceptions import DBConnectionError, IntegrityError, OperationalError

from server.lib.database.retryable import is_transient

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
