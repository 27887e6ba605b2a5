"""Tells Tortoise how to connect to the database that DATABASE_URL names."""

from __future__ import annotations

from typing import Any

from server.lib.database import tls, urls
from server.lib.database.urls import DatabaseUrl

_SQLITE = {"journal_mode": "WAL", "synchronous": "FULL", "busy_timeout": 15000, "foreign_keys": "ON"}
_SECONDS = 5  # for opening a connection
# PostgreSQL's default isolation level. MySQL's own also locks gaps between rows, and caused deadlocks.
_READ_COMMITTED = "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED"
_ENGINES = {"sqlite": "sqlite", "mysql": "mariadb", "postgres": "postgres"}


def connection_to(url: str) -> dict[str, Any]:
    """Return what Tortoise's configuration says about the database at `url`. Raises ConfigError."""
    found = urls.read(url)
    engine = f"server.lib.database.pool_{_ENGINES[found.kind]}"  # the driver is loaded on first use
    make = {"sqlite": _sqlite, "postgres": _postgres, "mysql": _mysql}[found.kind]
    return {"engine": engine, "credentials": make(found)}


def _sqlite(found: DatabaseUrl) -> dict[str, Any]:
    return {"file_path": found.file, "journal_size_limit": 16384, **found.options, **_SQLITE}


def _postgres(found: DatabaseUrl) -> dict[str, Any]:
    encrypted = tls.for_postgres(found.tls)
    return {
        **_server(found),
        "host": found.host,
        "password": found.password,
        "timeout": _SECONDS,
        **({} if encrypted is None else {"ssl": encrypted}),
        **found.options,
    }


def _mysql(found: DatabaseUrl) -> dict[str, Any]:
    socket = found.host if found.host and found.host.startswith("/") else None
    encrypted = tls.for_mysql(found.tls)
    return {
        **_server(found),
        "host": "localhost" if socket else found.host,
        **({"unix_socket": socket} if socket else {}),
        "password": found.password or "",
        "charset": "utf8mb4",
        "sql_mode": "STRICT_TRANS_TABLES",
        "connect_timeout": _SECONDS,
        "init_command": _READ_COMMITTED,
        **({} if encrypted is None else {"ssl": encrypted}),
        **found.options,
    }


def _server(found: DatabaseUrl) -> dict[str, Any]:
    return {"port": found.port, "user": found.user, "database": found.database}
