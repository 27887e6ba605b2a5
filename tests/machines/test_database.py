"""Rows 8, 9, 15, 19, 21 and 24: databases as hosters run them, and as they go away. Covers R4."""

from __future__ import annotations

import asyncio
import shutil
import signal
import sqlite3
import subprocess
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from server.lib.database.migration_lock import _LOCK
from tests import parts
from tests.faults.blackhole import Swallow
from tests.faults.pace import Pace
from tests.faults.stores import UNLIMITED, Store, drained, hits_in, store
from tests.faults.table import amount, record
from tests.faults.visitor import PASSWORD, sign_in
from tests.machines.ledger import Ledger
from tests.machines.machine import Machine, last, soon, waits_until
from tests.machines.proxies import pgbouncer
from tests.migrations.databases import create, postgres
from tests.serving import ROOT

LOG_BYTES = 20_000  # for a minute without the database
ALICE = ("user", "add", "alice@sandbox.example", "--role", "owner", "--password", PASSWORD)


@contextmanager
def on_postgres(data: Path) -> Iterator[Store]:
    """A PostgreSQL with an empty database."""
    with postgres() as address:
        url = f"{address}/mail{uuid4().hex[:8]}"
        asyncio.run(create(url))
        yield Store("postgres", data, url)


def stored(database: Store, data: Path) -> Counter[int]:
    """How often each numbered hit is stored, once the spool is empty."""
    waits_until(lambda: hits_in(data / "spool.db") == 0, otherwise="the spool is not digested")
    return asyncio.run(database.numbers())


@contextmanager
def served(data: Path, **env: str) -> Iterator[Machine]:
    """Run the server with Alice as its owner."""
    server = Machine(data, UNLIMITED | env)
    try:
        server.start()
        server.run(*ALICE)
        yield server
    finally:
        server.kill()


@pytest.mark.timeout(180)
def test_pgbouncer_in_transaction_mode_keeps_no_lock_and_loses_nothing(tmp_path: Path) -> None:
    ledger = Ledger("M8 pgbouncer in transaction mode")
    data, locks = tmp_path / "data", "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
    with on_postgres(data) as database, pgbouncer(str(database.url)) as behind:
        server = Machine(data, UNLIMITED | {"DATABASE_URL": behind})
        try:
            server.launch()
            code = server.ended_or_ready()
            [(left,)] = asyncio.run(database.ask(locks))
            seen = f"{left} advisory locks left"
            if code is not None:
                ledger.close(Counter(), seen=f"{seen}; ended with {code}: {last(server.log)}")
                assert "pgbouncer" in server.log.lower()
                assert "Traceback" not in server.log
                assert left == 0
                return
            server.wait_until_ready()
            urls = server.marked(10, "https://example.com/")
            ledger.read(urls, amount(100, 1000))
            server.stop(signal.SIGKILL)
            server.launch()
            server.wait_until_it_answers(urls[0])
            ledger.read(urls, amount(100, 1000))
            found = stored(database, data)
            ledger.close(found, server.doctor().told, seen)
            [(left,)] = asyncio.run(database.ask(locks))
            assert left == 0
            assert "Traceback" not in server.log
        except AssertionError:
            record(
                ledger.row,
                "1 start",
                f"{seen}; {server.log.count('Traceback')} tracebacks; {last(server.log)}",
            )
            raise
        finally:
            server.kill()


@pytest.mark.timeout(180)
def test_whoever_waits_for_the_lock_of_migrations_says_so(tmp_path: Path) -> None:
    with on_postgres(tmp_path / "data") as database:
        server = Machine(tmp_path / "data", {"DATABASE_URL": str(database.url)})
        try:
            server.start()
            server.stop()
            before = len(server.log)
            with _locked(str(database.url)):
                server.launch()
                said = soon(lambda: [line for line in server.log[before:].splitlines() if "wait" in line])
            record("M8 another process migrates: said after 5 s", "1 start", f"log: {said[:1]}")
            server.wait_until_ready()
        finally:
            server.kill()
    assert said


@contextmanager
def _locked(url: str) -> Iterator[None]:
    """Another server migrates this database, which takes long: it holds the lock that the first one takes."""
    plain = url.replace("asyncpg://", "postgresql://")
    with subprocess.Popen(
        [parts.program("postgresql", "psql"), "-qAt", plain],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as psql:
        assert psql.stdin
        assert psql.stdout
        psql.stdin.write(f"BEGIN; SELECT pg_advisory_xact_lock({_LOCK}); SELECT 'held';\n")
        psql.stdin.flush()
        while psql.stdout.readline().strip() != "held":
            pass
        yield
        psql.stdin.close()


@pytest.mark.timeout(400)
async def test_a_database_that_is_away_fills_no_disk_with_log(tmp_path: Path) -> None:
    seconds, data = amount(8, 60), tmp_path / "data"
    ledger = Ledger(f"M15 PostgreSQL refuses for {seconds} s")
    async with store("postgres", data) as database, Swallow(database.place) as proxy:
        url = str(database.url).replace(f":{database.place[1]}/", f":{proxy.port}/")
        server = Machine(data, database.env | {"DATABASE_URL": url})
        try:
            await asyncio.to_thread(server.start)
            urls = await asyncio.to_thread(server.marked, 10)
            before = len(server.log)
            pace = Pace(urls, rate=50)
            await proxy.refuse()
            await pace.run(seconds)
            size = len(server.log) - before
            await proxy.accept()
            await drained(data)
            found, doctor = await database.numbers(), await asyncio.to_thread(server.doctor)
        finally:
            server.kill()
    ledger.asked |= set(range(seconds * pace.rate))
    ledger.answered |= pace.answered
    ledger.close(found, doctor.told, f"{size} bytes of log")
    assert size < LOG_BYTES
    assert ledger.answered == ledger.asked


@pytest.mark.timeout(240)
def test_an_older_worker_leaves_a_newer_database_alone(stopped: Machine) -> None:
    ledger = Ledger("M19 an older worker on a newer database")
    urls = stopped.marked(5)
    stopped.env["WORKER"] = "off"
    stopped.start()
    ledger.read(urls, 50)
    newer = "SELECT '900_newer.py', app, content FROM aerich LIMIT 1"
    migrated(stopped, f"INSERT INTO aerich (version, app, content) {newer}")
    worker = subprocess.Popen(
        [*stopped.command, "worker"],
        cwd=ROOT,
        env=stopped.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    time.sleep(6)
    waiting = hits_in(stopped.data / "spool.db")
    worker.terminate()
    said = worker.communicate(timeout=60)[0]
    migrated(stopped, "DELETE FROM aerich WHERE version = '900_newer.py'")
    stopped.stop()
    del stopped.env["WORKER"]
    stopped.start()
    ledger.close(stopped.stored(), seen=f"{waiting} waited; it said: {last(said)}")
    assert waiting == 50
    assert "newer" in said
    assert "Traceback" not in said


def migrated(server: Machine, statement: str) -> None:
    """Change what the database says about its migrations."""
    with closing(sqlite3.connect(server.data / "sightline.db", timeout=20)) as database, database:
        database.execute(statement)


@pytest.mark.timeout(240)
def test_doctor_sees_an_old_database_file_over_a_newer_log(machine: Machine) -> None:
    ledger = Ledger("M21 an old sightline.db over a left -wal")
    urls = machine.marked(5)
    ledger.read(urls, 100)
    machine.stored()
    machine.stop()
    file = machine.data / "sightline.db"
    old = machine.data.with_name("old.db")
    shutil.copy(file, old)
    machine.start()
    with sqlite3.connect(file) as database:  # keeps the log from being copied into the file
        for _ in range(3):
            ledger.read(urls, amount(200, 1000))
            machine.emptied()
        database.execute("SELECT count(*) FROM event").fetchone()
        machine.stop(signal.SIGKILL)
        log = file.with_name("sightline.db-wal")
        left = log.stat().st_size
        shutil.copy(log, old.with_name("left-wal"))
    shutil.copy(old, file)
    shutil.copy(old.with_name("left-wal"), log)
    file.with_name("sightline.db-shm").unlink(missing_ok=True)
    doctor = machine.doctor()
    red = [line for line in doctor.lines("red") if line.startswith("database")]
    record(ledger.row, f"{left} bytes of log", f"doctor: {[line[:90] for line in red[:1]]}")
    assert red
    assert "Traceback" not in doctor.text + doctor.errors


@pytest.mark.timeout(180)
def test_no_page_fails_because_postgresql_dropped_idle_connections(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with on_postgres(data) as database, served(data, DATABASE_URL=str(database.url)) as server:
        statuses = asyncio.run(_pages_after_drops(server, database))
    bad = [status for status in statuses if status >= 400]
    record("M24 PostgreSQL drops idle connections", f"{len(statuses)} pages", f"{len(bad)} failed")
    assert bad == []


async def _pages_after_drops(server: Machine, database: Store) -> Sequence[int]:
    drop = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle'"
    found = []
    async with httpx.AsyncClient(base_url=server.url, timeout=60) as browser:
        await sign_in(browser)
        for _ in range(amount(8, 100)):
            pages = [asyncio.create_task(browser.get(path)) for path in ("/", "/status", "/settings")]
            await database.ask(drop)
            found += [answer.status_code for answer in await asyncio.gather(*pages)]
            found.append((await browser.get("/")).status_code)
    return found
