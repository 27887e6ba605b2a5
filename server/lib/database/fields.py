"""Fields that take less room: CompactUUIDField and CompactEnumField."""

from __future__ import annotations

import sqlite3
from enum import StrEnum
from typing import Any
from uuid import UUID

from tortoise import fields
from tortoise.fields.data import CharEnumFieldInstance

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


class CompactEnumField(CharEnumFieldInstance):
    """A value of a string enumeration: text on SQLite and PostgreSQL, one byte on MySQL and MariaDB.

    SQL reads and writes the same text everywhere. A new member of the enumeration needs a migration.
    """

    def __init__(self, enum_type: type[StrEnum], max_length: int, **kwargs: Any) -> None:
        """`max_length`: of the text, in characters."""
        super().__init__(enum_type, "", max_length, **kwargs)

    class _db_mysql:  # noqa: N801 - Tortoise looks for this name
        def __init__(self, field: CompactEnumField) -> None:
            self._field = field

        @property
        def SQL_TYPE(self) -> str:  # noqa: N802 - Tortoise looks for this name
            values = ", ".join(f"'{each.value}'" for each in self._field.enum_type)
            return f"ENUM({values})"


sqlite3.register_adapter(UUID, lambda value: value.bytes)
