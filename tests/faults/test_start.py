"""A server that starts while its database is away, newer, locked or being updated: no hit is lost."""

from __future__ import annotations

import asyncio
import fcntl
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

import asyncmy
import asyncpg
import httpx

from server.lib.database.migrate import revert
from server.settings import load
from server.tables import MODELS
from tests.faults.blackhole import Swallow
from tests.faults.conftest import marked
from tests.faults.load import Load
from tests.faults.stores import Store, drained, of_all, store
from tests.faults.table import record
from tests.faults.visitor import PASSWORD
from tests.made_stale import make_stale
from tests.processes import soon
from tests.serving import Server
from tests.waiting import until

HITS = 400
LOCK = 0x5167_4874  # as earlier versions take it, too
AWAY = "waiting for the database"
LOCKED = "waiting for another process that updates the database"
TARGET = "https://example.com/"


async def test_hits_are_answered_and_kept_while_the_database_is_away_and_stored_once_it_is_there(
    tmp_path: Path,
) -> None:
    async with store("postgres", tmp_path / "data") as database, Swallow(database.place) as proxy:
        server = behind(proxy, database)
        pixels, links = await with_mails(server)
        await proxy.refuse()
        async with launched(server):
            assert await waits(server) == AWAY
            hits = Load([*pixels, *links])
            await hits.run(HITS)
            page, api = await asked(server, "/"), await asked(server, "/api/extension/account")
            style = await asked(server, "/static/css/tokens.css")
            await proxy.accept()
            await ready(server)
            await drained(server.data)
            assert (await asked(server, "/login")).status_code == 200
        found = await database.numbers()
    record("start, database away", f"{len(hits.answered)} answered", f"{len(found)} stored")
    assert (hits.failed, len(hits.answered)) == ([], HITS)
    assert found == dict.fromkeys(hits.answered, 1)
    assert (page.status_code, api.status_code, style.status_code) == (503, 503, 200)
    assert "Sightline is waiting for its database" in page.text
    assert page.headers["retry-after"] == api.headers["retry-after"] == "10"
    assert api.json()["type"] == "urn:sightline:problem:starting"
    assert server.log.count("It is tried again and again") == 1
    assert "Traceback" not in server.log


async def test_a_first_start_waits_for_its_database_too_and_then_shows_the_set_up_link(
    tmp_path: Path,
) -> None:
    async with store("postgres", tmp_path / "data") as database, Swallow(database.place) as proxy:
        await proxy.refuse()
        server = behind(proxy, database)
        async with launched(server):
            assert await waits(server) == AWAY
            assert (await asked(server, "/p/unknown.gif")).status_code == 200
            assert "/setup/" not in server.log
            await proxy.accept()
            await ready(server)
            assert "/setup/" in server.log


@of_all()
async def test_who_waits_for_the_lock_of_the_migrations_says_so_and_answers_hits(
    name: str, tmp_path: Path
) -> None:
    async with store(name, tmp_path / "data") as database:
        server = Server(database.data, database.env)
        pixels, links = await with_mails(server)
        async with locked(database), launched(server):
            assert await waits(server, AWAY) == LOCKED
            hits = Load([*pixels, *links])
            await hits.run(HITS)
            await until(lambda: _log(server), lambda log: "something holds its lock" in log)
            page = await asked(server, "/")
            assert "It is waiting for another process that updates the database" in page.text
        # It could be stopped while it waited, and has left its hits behind.
        async with launched(server):
            await ready(server)
            await drained(server.data)
        found = await database.numbers()
    assert found == dict.fromkeys(range(HITS), 1)
    assert "run in psql: SELECT pg_terminate_backend(" in server.log or name != "postgres"
    assert "KILL " in server.log or name != "mariadb"
    assert "fuser -v" in server.log or name != "sqlite"


async def test_hits_are_answered_while_the_database_is_updated(tmp_path: Path) -> None:
    async with store("postgres", tmp_path / "data") as database:
        server = Server(database.data, database.env)
        pixels, links = await with_mails(server)
        await revert(load(server.environment()), MODELS)
        there = await asyncpg.connect((database.url or "").replace("asyncpg://", "postgresql://"))
        async with there.transaction():
            await there.execute("LOCK TABLE gmail_message IN ACCESS SHARE MODE")  # as a long query would
            async with launched(server):
                assert await waits(server, AWAY) == "updating the database"
                hits = Load([*pixels, *links])
                await hits.run(HITS)
                page = await asked(server, "/")
                assert "It is updating its database" in page.text
        await there.close()
        async with launched(server):
            await ready(server)
            await drained(server.data)
        found = await database.numbers()
    assert found == dict.fromkeys(range(HITS), 1)


async def test_a_database_of_a_newer_version_ends_the_start_with_a_sentence(tmp_path: Path) -> None:
    server = Server(tmp_path / "data")
    await with_mails(server)
    await Store("sqlite", server.data).tell("UPDATE aerich SET version = '999_next.py' WHERE id = 1")
    async with launched(server):
        code = await ended(server)
    assert code == 1
    assert "The database was made by a newer version (it has 999_next.py)" in server.log
    assert "Traceback" not in server.log


async def test_a_newer_database_that_comes_later_is_not_used_and_the_hits_are_kept(tmp_path: Path) -> None:
    async with store("postgres", tmp_path / "data") as database, Swallow(database.place) as proxy:
        server = behind(proxy, database)
        pixels, links = await with_mails(server)
        await database.tell(
            "INSERT INTO aerich (version, app, content) VALUES ('999_next.py', 'models', '{}')"
        )
        await proxy.refuse()
        async with launched(server):
            await until(lambda: _log(server), lambda log: "The database cannot be used yet" in log)
            await proxy.accept()
            assert await waits(server, AWAY) == "the database is newer than this version"
            hits = Load([*pixels, *links])
            await hits.run(HITS)
            assert "made by a newer version" in (await asked(server, "/")).text
            await database.tell("DELETE FROM aerich WHERE version = '999_next.py'")
            await ready(server)
            await drained(server.data)
        found = await database.numbers()
    assert found == dict.fromkeys(range(HITS), 1)
    assert "The database was made by a newer version (it has 999_next.py)" in server.log


async def test_an_older_file_beside_the_log_of_a_newer_one_is_not_opened_until_the_log_is_moved_away(
    tmp_path: Path,
) -> None:
    server = Server(tmp_path / "data")
    pixels, links = await with_mails(server)
    file = server.data / "sightline.db"
    make_stale(file)
    async with launched(server):
        await until(lambda: _log(server), lambda log: "does not belong to sightline.db" in log)
        hits = Load([*pixels, *links])
        await hits.run(HITS)
        for ending in ("-wal", "-shm"):
            file.with_name(f"sightline.db{ending}").unlink(missing_ok=True)
        await ready(server)
        await drained(server.data)
    found = await Store("sqlite", server.data).numbers()
    assert found == dict.fromkeys(range(HITS), 1)
    assert "Traceback" not in server.log


def test_of_two_servers_that_start_on_one_port_one_says_so_and_the_other_serves(tmp_path: Path) -> None:
    first = Server(tmp_path / "first").launch()
    second = Server(tmp_path / "second", port=first.port).launch()
    by_id = {each.process.pid: each for each in (first, second) if each.process}
    try:
        loser = by_id.pop(soon(lambda: next((pid for pid in by_id if by_id[pid].exit_code), 0), within=60))
        [winner] = by_id.values()
        winner.wait_until_ready()
    finally:
        for each in (first, second):
            each.__exit__(None, None, None)
    assert f"Cannot listen on 127.0.0.1:{first.port} (Address already in use)" in loser.log
    assert "Traceback" not in loser.log


def behind(proxy: Swallow, database: Store) -> Server:
    """A server that reaches its PostgreSQL through the proxy."""
    url = urlsplit(database.url or "")
    through = url._replace(netloc=f"{url.username}@127.0.0.1:{proxy.port}").geturl()
    return Server(database.data, database.env | {"DATABASE_URL": through})


async def with_mails(server: Server) -> tuple[list[str], list[str]]:
    """Let the server run once, with Alice as its owner. Returns the pixels and links of ten mails."""

    def run() -> tuple[list[str], list[str]]:
        with server:
            server.run("user", "add", "alice@sandbox.example", "--role", "owner", "--password", PASSWORD)
            marks = marked(server, 10, TARGET)
            server.stop()
        server.forget_log()
        return marks

    return await asyncio.to_thread(run)


@asynccontextmanager
async def launched(server: Server) -> AsyncIterator[None]:
    """Run the server, whatever it waits for. In the end it obeys SIGTERM, unless it has ended by itself."""
    process = server.launch().process
    assert process
    try:
        yield
        if process.poll() is None:
            assert await asyncio.to_thread(server.stop, signal.SIGTERM, 15) == 0
    finally:
        await asyncio.to_thread(server.__exit__, None, None, None)


async def waits(server: Server, other_than: str = "") -> str:
    """What the server waits for, as soon as it waits for anything else than `other_than`."""
    return await until(lambda: _status(server), lambda status: status not in {"", other_than})


async def asked(server: Server, path: str) -> httpx.Response:
    async with httpx.AsyncClient(timeout=30, base_url=server.url) as client:
        return await client.get(path)


async def ready(server: Server) -> None:
    await asyncio.to_thread(server.wait_until_ready)


async def ended(server: Server) -> int:
    """The exit status of a server that ends by itself."""
    assert server.process
    return await asyncio.to_thread(server.process.wait, 60)


@asynccontextmanager
async def locked(database: Store) -> AsyncIterator[None]:
    """Hold the lock of the migrations, as a server of an earlier version does."""
    url = urlsplit(database.url or "")
    if database.name == "sqlite":
        with (database.data / "migrate.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
    elif database.name == "postgres":
        there = await asyncpg.connect(url._replace(scheme="postgresql").geturl())
        await there.execute(f"SELECT pg_advisory_lock({LOCK})")
        yield
        await there.close()
    else:
        where = {"host": "127.0.0.1", "port": url.port, "user": "sightline", "db": url.path.strip("/")}
        async with asyncmy.connect(**where) as session, session.cursor() as cursor:
            await cursor.execute(f"SELECT GET_LOCK('{LOCK}', 0)")
            yield


async def _log(server: Server) -> str:
    return server.log


async def _status(server: Server) -> str:
    try:
        return str((await asked(server, "/health")).json()["status"])
    except httpx.TransportError:
        return ""
