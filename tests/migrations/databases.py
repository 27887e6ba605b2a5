"""Runs private database servers for one test run, on free loopback ports, in a temporary folder."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from tortoise import Tortoise
from tortoise.backends.base.executor import EXECUTOR_CACHE

from tests import parts
from tests.serving import listens


@contextmanager
def postgres() -> Iterator[str]:
    """A PostgreSQL server. Yields its address, asyncpg://postgres@127.0.0.1:PORT, without a database."""
    server = parts.program("postgresql", "postgres").resolve()
    with _folder() as folder, kept_port() as port:
        _make(
            server.parent / "initdb",
            "-D",
            folder,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-sync",
        )
        options = ("fsync=off", "listen_addresses=127.0.0.1", f"port={port}", "unix_socket_directories=")
        # On SIGINT PostgreSQL shuts down cleanly at once. On SIGTERM it would wait for clients.
        with _running(
            port, server, "-D", folder, *(w for o in options for w in ("-c", o)), end=signal.SIGINT
        ):
            _await_readiness(server.parent / "pg_isready", port)
            yield f"asyncpg://postgres@127.0.0.1:{port}"


@contextmanager
def pgbouncer(port: int, mode: str = "transaction", size: int = 4) -> Iterator[str]:
    """PgBouncer in front of the PostgreSQL server at `port`. Yields its address like `postgres`.

    `size`: how many connections to the server its clients share.
    """
    program = parts.program("pgbouncer", "pgbouncer")
    with _folder() as folder, kept_port() as own:
        settings = Path(folder, "pgbouncer.ini")
        settings.write_text(
            f"[databases]\n* = host=127.0.0.1 port={port} user=postgres\n"
            f"[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {own}\nauth_type = any\n"
            f"pool_mode = {mode}\ndefault_pool_size = {size}\nunix_socket_dir =\nso_reuseport = 0\n"
        )
        with _running(own, program, settings):
            yield f"asyncpg://postgres@127.0.0.1:{own}"


@contextmanager
def mariadb(*options: str) -> Iterator[str]:
    """A MariaDB server. Yields its address, mysql://sightline@127.0.0.1:PORT, without a database."""
    server = parts.program("mariadb", "mariadbd")
    make = parts.program("mariadb", "mariadb-install-db")
    with _folder() as folder, kept_port() as port:
        where = ("--no-defaults", f"--datadir={folder}/data", f"--tmpdir={_temporary(folder)}")
        _make(make, *where, "--auth-root-authentication-method=normal", "--skip-test-db")
        first = Path(folder, "first.sql")
        first.write_text("CREATE USER sightline@'127.0.0.1';\nGRANT ALL ON *.* TO sightline@'127.0.0.1';\n")
        listen = (
            "--bind-address=127.0.0.1",
            f"--port={port}",
            f"--socket={folder}/socket",
            f"--init-file={first}",
        )
        with _running(port, server, *where, *listen, "--skip-name-resolve", *options):
            yield f"mysql://sightline@127.0.0.1:{port}"


@asynccontextmanager
async def new_database(server: str) -> AsyncIterator[str]:
    """A new, empty database on the server at this address. Yields the address of the database."""
    EXECUTOR_CACHE.clear()  # Tortoise would reuse the SQL of one dialect for the next
    url = f"{server}/mail{uuid4().hex[:8]}"
    await create(url)
    yield url
    EXECUTOR_CACHE.clear()


async def create(url: str) -> None:
    """Create the database with this address."""
    await Tortoise.init(db_url=url, modules={"models": ["aerich.models"]}, _create_db=True)
    await Tortoise.close_connections()


def _account() -> str | None:
    """The user that the server runs as: both servers refuse root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


@contextmanager
def _folder() -> Iterator[str]:
    # Not pytest's own folder: another user could not access its parents.
    with tempfile.TemporaryDirectory(prefix="sightline-db-") as folder:
        _give(folder)
        yield folder


def _temporary(folder: str) -> Path:
    """A folder for temporary tables: a starting MariaDB deletes all that it finds in a shared folder."""
    path = Path(folder, "tmp")
    path.mkdir()
    _give(path)
    return path


def _give(path: str | Path) -> None:
    if account := _account():
        shutil.chown(path, account)


@contextmanager
def kept_port() -> Iterator[int]:
    """A port that the system gives to no other program. A server that sets SO_REUSEADDR may use it."""
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("127.0.0.1", 0))
        yield int(taken.getsockname()[1])


def _make(*command: str | Path) -> None:
    done = subprocess.run(
        command,
        user=_account(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd="/",
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@contextmanager
def _running(port: int, *command: str | Path, end: signal.Signals = signal.SIGTERM) -> Iterator[None]:
    with tempfile.TemporaryFile("w+") as log:
        server = subprocess.Popen(command, user=_account(), stdout=log, stderr=log, cwd="/")
        try:
            if not listens(server, port, within=90):
                log.seek(0)
                pytest.fail(f"{command[0]} does not answer:\n{log.read()}")
            yield
        finally:
            server.send_signal(end)
            server.wait(60)


def _await_readiness(asks: Path, port: int) -> None:
    """Wait for the server: it listens before it accepts connections."""
    until = time.monotonic() + 90
    while subprocess.run((asks, "-q", "-h", "127.0.0.1", "-p", str(port)), check=False).returncode != 0:
        assert time.monotonic() < until, "PostgreSQL does not get ready"
        time.sleep(0.05)
