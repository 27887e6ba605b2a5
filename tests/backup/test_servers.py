"""Backups of PostgreSQL and MariaDB: what fails changes nothing, and passwords stay out of sight."""

from __future__ import annotations

import asyncio
import stat
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import asyncmy
import asyncpg
import pytest
from tortoise import Tortoise
from tortoise.backends.base.executor import EXECUTOR_CACHE

from server.backup import programs
from server.backup.encryption import Unreadable
from server.backup.mariadb import MariadbStorage, Row, Table, _place, read
from server.backup.postgres import libpq, require_new_enough
from server.backup.postgres_rows import fill
from server.backup.postgres_schema import require_plain
from server.backup.programs import DatabaseProgram
from server.backup.storage import Storage, known_tables, storage_of
from server.lib.database import urls
from server.lib.database.migrate import load as load_steps
from server.lib.database.migrate import migrate
from server.lib.settings import ServerSettings, Settings
from server.lib.user_error import UserError
from server.settings import load
from server.tables import MODELS
from tests.migrations import databases

SERVERS = ("postgres", "mariadb")
HOSTILE = (
    "\\! touch /tmp/x",
    "CREATE FUNCTION f() RETURNS INT RETURN 1;",
    "INSERT INTO `account` VALUES (1);",  # before the table was made
    "CREATE TABLE `mysql_user` (\n  `id` int\n);",
    "DROP TABLE `message`;",
    "GRANT ALL ON *.* TO x;",
)


@contextmanager
def _server(name: str) -> Iterator[str]:
    with getattr(databases, name)() as address:
        yield address


async def _new(address: str, folder: Path) -> tuple[Settings, Storage]:
    EXECUTOR_CACHE.clear()  # Tortoise would reuse the SQL of one dialect for the next
    url = f"{address}/mail{uuid4().hex[:8]}"
    await databases.create(url)
    settings = load({"SIGHTLINE_DATA": str(folder), "DATABASE_URL": url})
    await migrate(settings, MODELS)
    return settings, storage_of(settings)


@pytest.mark.parametrize("name", SERVERS)
async def test_all_tables_are_dumped_and_what_cannot_be_loaded_leaves_what_was_there(
    name: str, tmp_path: Path
) -> None:
    with _server(name) as address:
        _, here = await _new(address, tmp_path)
        dumped = await here.dump(tmp_path / "dump", lambda _: None)
        assert dumped.tables == await here.examine(tmp_path / "dump", lambda _: None)
        assert dumped.tables.keys() >= {"account", "message", "event", "aerich"}
        assert not await here.has_data()
        assert dumped.tables["aerich"] == len(load_steps())
        kept = tmp_path / "kept"
        kept.mkdir()
        await here.keep(kept)
        await here.load(tmp_path / "dump", lambda _: None)
        assert await here.count(dumped.tables) == dumped.tables
        _damage(tmp_path / "dump", name)
        with pytest.raises((UserError, Unreadable)):
            await here.load(tmp_path / "dump", lambda _: None)
        assert await here.count(dumped.tables) == dumped.tables, "what was there is there again"
        assert {stat.S_IMODE(path.stat().st_mode) for path in kept.iterdir()} == {0o600}


@pytest.mark.parametrize("name", SERVERS)
async def test_another_connection_to_the_database_is_noticed(name: str, tmp_path: Path) -> None:
    with _server(name) as address:
        settings, here = await _new(address, tmp_path)
        assert not await here.in_use()
        holding = asyncio.create_task(_hold(name, address, settings))
        try:
            async with asyncio.timeout(20):
                while not await here.in_use():  # noqa: ASYNC110 - another connection gives no signal
                    await asyncio.sleep(0.1)
        finally:
            holding.cancel()
            await asyncio.gather(holding, return_exceptions=True)


def test_an_empty_machine_without_the_programs_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    monkeypatch.setattr(programs, "_DEBIAN", Path("/nonexistent"))
    with pytest.raises(UserError, match=r"mariadb-dump is missing\. .*: apt install mariadb-client"):
        DatabaseProgram("mariadb-dump", "mariadb-client").path()


async def test_an_older_pg_dump_is_named_before_it_refuses(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _script(tmp_path / "pg_dump", "echo 'pg_dump (PostgreSQL) 13.4 (Debian 13.4-1)'", monkeypatch)

    await require_new_enough("13.9 (Debian)")
    with pytest.raises(UserError, match="pg_dump is of PostgreSQL 13, and the server of 17"):
        await require_new_enough("17.2")


async def test_a_password_and_our_keys_are_in_no_list_of_processes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said = tmp_path / "said"
    _script(tmp_path / "mariadb-dump", f'echo "$@" > {said}; env > {said}.env', monkeypatch)
    monkeypatch.setenv("TRACKING_SECRET", "k" * 20)
    there = MariadbStorage("mysql://alice:s%40cret%23%27%22@127.0.0.1:3306/mail")
    await there._dump(tmp_path / "dump", lambda _: None, ["message"])
    assert "s@cret" not in said.read_text()
    environment = said.with_name("said.env").read_text()
    assert "MYSQL_PWD=s@cret#'\"" in environment
    assert "TRACKING_SECRET" not in environment
    assert libpq("postgres://alice:s%40cret@db.test/mail?sslmode=require") == {
        "PGHOST": "db.test", "PGPORT": "5432", "PGUSER": "alice", "PGPASSWORD": "s@cret",
        "PGDATABASE": "mail", "PGSSLMODE": "require", "PGCONNECT_TIMEOUT": "10",
    }  # fmt: skip


async def test_what_a_program_says_when_it_fails_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _script(tmp_path / "pg_dump", "echo 'no such host' >&2; exit 3", monkeypatch)
    with pytest.raises(UserError, match="pg_dump failed: no such host"):
        await DatabaseProgram("pg_dump", "postgresql-client").run([], {}, lambda _: None)


@pytest.mark.parametrize("statement", HOSTILE)
def test_a_dump_of_mariadb_that_holds_anything_but_our_tables_is_refused(
    statement: str, tmp_path: Path
) -> None:
    dump = tmp_path / "database.sql"
    dump.write_text(f"/*!40101 SET character_set_client = utf8mb4 */;\n{statement}\n")
    with pytest.raises(Unreadable, match="holds what Sightline does not write"):
        list(read(dump))


def test_rows_are_read_in_each_form_that_dumps_have(tmp_path: Path) -> None:
    table = "CREATE TABLE `message` (\n  `id` int(11),\n  PRIMARY KEY (`id`)\n) ENGINE=InnoDB;\n"
    forms = (
        "INSERT INTO `message` VALUES (1,'a;'),;\n".replace(",;", ";"),
        "INSERT INTO `message` VALUES\n(1,'a;');\n",
        "INSERT INTO `message` VALUES\n(2,'\\n'),\n(1,'a;');\n",
    )
    for form in forms:
        dump = tmp_path / "database.sql"
        dump.write_text(table + form)
        first, *rows = read(dump)
        assert first == Table("message", table.encode())
        assert rows[-1] == Row("message", b"(1,'a;')")


def test_every_table_of_today_is_known() -> None:
    Tortoise.init_models(MODELS, "models")
    assert {model._meta.db_table for model in Tortoise.apps["models"].values()} <= known_tables()


def _damage(dump: Path, name: str) -> None:
    content = dump.read_bytes()
    if name == "mariadb":
        dump.write_bytes(content + b"INSERT INTO `nothing` VALUES (1);\n")
    else:
        dump.write_bytes(content[: len(content) // 2])


async def _hold(name: str, address: str, settings: Settings) -> None:
    """Keep another connection open."""
    url = settings[ServerSettings].database_url
    database = url.rpartition("/")[2]
    if name == "postgres":
        held = await asyncpg.connect(url.replace("asyncpg://", "postgresql://"))
        try:
            await asyncio.sleep(3600)
        finally:
            held.terminate()
    port = int(address.rpartition(":")[2])
    async with asyncmy.connect(host="127.0.0.1", port=port, user="sightline", db=database):
        await asyncio.sleep(3600)


def _script(path: Path, commands: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program with this name in front of all others."""
    path.write_text(f"#!/bin/sh\n{commands}\n")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{path.parent}:/usr/bin:/bin")
    monkeypatch.setattr(programs, "_DEBIAN", Path("/nonexistent"))


@pytest.mark.parametrize(
    "hostile",
    [
        "CREATE TABLE `note` (\n  `id` int(11)\n) ENGINE=InnoDB; GRANT ALL ON *.* TO evil@'%';\n",
        "CREATE TABLE `note` (\n  `id` int(11) DEFAULT sleep(9)\n) ENGINE=InnoDB;\n",
        "CREATE TABLE `note` (\n  `id` int(11)\n) ENGINE=InnoDB DATA DIRECTORY='/tmp';\n",
        *(
            f"CREATE TABLE `note` (\n  `id` int(11)\n) ENGINE=InnoDB;\nINSERT INTO `note` VALUES\n{row};\n"
            for row in (
                "('a'); DROP DATABASE mysql; INSERT INTO `note` VALUES ('b')",
                "(sleep(9))",
                "('a\\')",
            )
        ),
    ],
)
def test_a_dump_of_mariadb_with_more_than_plain_tables_and_values_is_refused(
    hostile: str, tmp_path: Path
) -> None:
    dump = tmp_path / "database.sql"
    dump.write_text(hostile)
    with pytest.raises(Unreadable, match="holds what Sightline does not write"):
        list(read(dump))


def test_the_programs_connect_as_the_server_does() -> None:
    ca = "sslrootcert=/etc/ca.pem"
    found = libpq(f"postgres://alice@/mail?host=/run/pg&sslmode=verify-full&{ca}")
    assert (found["PGHOST"], found["PGSSLMODE"], found["PGSSLROOTCERT"]) == (
        "/run/pg", "verify-full", "/etc/ca.pem",
    )  # fmt: skip
    assert libpq("postgresql://alice@db.test/mail?ssl=true")["PGSSLMODE"] == "verify-full"
    options = _place(urls.read("mariadb://alice@db.test/mail?ssl-mode=VERIFY_IDENTITY&ssl-ca=/etc/ca.pem"))
    assert {"--ssl", "--ssl-ca=/etc/ca.pem", "--ssl-verify-server-cert"} <= {*options}
    assert "--ssl" in _place(urls.read("mysql://alice@db.test/mail?tls=true"))
    assert "--socket=/run/my" in _place(urls.read("mysql://alice@/mail?unix_socket=/run/my"))
    for url, kind in (("postgresql+asyncpg://a@b/c", "postgres"), ("mariadb://a@b/c", "mysql")):
        assert storage_of(load({"DATABASE_URL": url})).dialect == kind


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE public.note (\n    name text DEFAULT 'x'::text\n); COPY (SELECT 1) TO PROGRAM 'id';",
        "COPY public.note (name) FROM stdin;\nCOPY (SELECT 1) TO PROGRAM 'id';\n\\.",
        "-- a comment\rCOPY (SELECT 1) TO PROGRAM 'id';",
        "CREATE TABLE public.note (\n    name text DEFAULT pg_read_file('/etc/passwd')\n);",
        "CREATE INDEX x ON public.note USING btree (query_to_xml('DROP TABLE x', true, true, ''));",
    ],
)
def test_a_schema_of_postgres_with_more_than_plain_tables_is_refused(statement: str) -> None:
    require_plain("CREATE TABLE public.note (\n    name text DEFAULT 'x'::text NOT NULL\n);\n")
    with pytest.raises(Unreadable):
        require_plain(statement)


async def test_rows_of_postgres_are_rows_only() -> None:
    async def script() -> AsyncIterator[bytes]:
        yield b"COPY (SELECT 1) TO PROGRAM 'id';\n"

    with pytest.raises(Unreadable):
        await fill(None, script(), lambda _: None)
