"""Defines CompactUUIDField, which stores a UUID in 16 bytes on each of the three databases."""

from __future__ import annotations

import sqlite3
from typing import Any
from uuid import UUID

from tortoise import fields

from server.lib.database import sql


class CompactUUIDField(fields.UUIDField[Any]):
    """A UUID that takes 16 bytes; Tortoise's own field takes 36 characters on SQLite and MySQL.

    The longer form would be stored in the row, in each index, and in each row that refers to the row. asyncpg
    accepts UUIDs; sqlite3 needs the adapter below, and asyncmy the conversion in pool_mariadb.py.
    """

    SQL_TYPE = "BINARY(16)"

    class _db_sqlite:  # noqa: N801 - Tortoise looks for this name
        SQL_TYPE = "BLOB"

    def to_db_value(self, value: Any, instance: Any) -> Any:
        """Convert a UUID or its text to a UUID for the driver. Raises ValueError for any other text."""
        return None if value is None else sql.identity(value)

    def to_python_value(self, value: Any) -> UUID | None:
        """Convert the value that the driver returned, or that a caller passed, to a UUID."""
        return None if value is None else sql.identity(value)


sqlite3.register_adapter(UUID, lambda value: value.bytes)
