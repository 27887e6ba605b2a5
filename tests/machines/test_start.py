"""Rows 16, 17 and 24: starts while something is missing, in odd places, or twice. Covers R2, R4."""

from __future__ import annotations

import asyncio
import fcntl
import os
import socket
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest

from tests import parts
from tests.faults.blackhole import Swallow
from tests.faults.load import Load
from tests.faults.stores import UNLIMITED, drained, store
from tests.faults.table import amount, record
from tests.machines.ledger import Ledger
from tests.machines.machine import Machine, last
from tests.serving import Server

ANSWERS_WITHIN = 20.0  # seconds from the start to the first answer, whatever is missing
NOBODY = 65534


@contextmanager
def _locked(data: Path) -> Iterator[None]:
    with closing(sqlite3.connect(data / "sightline.db", isolation_level=None, timeout=60)) as held:
        held.execute("BEGIN EXCLUSIVE")
        yield
        held.execute("ROLLBACK")


@contextmanager
def _migrating(data: Path) -> Iterator[None]:
    """Another process holds the lock under which databases are migrated."""
    with (data / "migrate.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


@pytest.mark.parametrize("missing", [_locked, _migrating][: amount(1, 2)])
@pytest.mark.timeout(180)
def test_a_server_answers_from_its_start_while_its_sqlite_database_is_not_to_be_had(
    stopped: Machine, missing: Callable[[Path], AbstractContextManager[None]]
) -> None:
    ledger = Ledger(f"M16 started while SQLite is {missing.__name__.strip('_')}")
    urls = stopped.marked(10, "https://example.com/")
    with missing(stopped.data):
        stopped.launch()
        took = stopped.wait_until_it_answers(urls[0], ANSWERS_WITHIN)
        ledger.read(urls, amount(100, 1000))
    stopped.wait_until_ready()
    ledger.read(urls, 50)
    ledger.close(stopped.stored(), stopped.doctor().told, f"answers {took:.1f} s after the start")


@pytest.mark.parametrize("fault", ["refused", "silent"][: amount(1, 2)])
@pytest.mark.timeout(240)
async def test_a_server_answers_from_its_start_while_postgresql_is_away(tmp_path: Path, fault: str) -> None:
    ledger, data = Ledger(f"M16 started while PostgreSQL is {fault}"), tmp_path / "data"
    async with store("postgres", data) as database, Swallow(database.place) as proxy:
        url = str(database.url).replace(f":{database.place[1]}/", f":{proxy.port}/")
        server = Machine(data, database.env | {"DATABASE_URL": url})
        try:
            await asyncio.to_thread(server.start)
            urls = await asyncio.to_thread(server.marked, 10, "https://example.com/")
            await asyncio.to_thread(server.stop)
            await proxy.refuse() if fault == "refused" else proxy.swallow()
            server.launch()
            took = await asyncio.to_thread(server.wait_until_it_answers, urls[0], ANSWERS_WITHIN)
            load = Load(urls)
            await load.run(amount(100, 1000))
            ledger.note(load)
            await proxy.accept() if fault == "refused" else proxy.spit_out()
            await asyncio.to_thread(server.wait_until_ready)
            await drained(data)
            found, doctor = await database.numbers(), await asyncio.to_thread(server.doctor)
        except AssertionError as error:
            record(
                ledger.row, f"{len(ledger.asked)} asked", f"{str(error).splitlines()[0]}; {last(server.log)}"
            )
            raise
        finally:
            server.kill()
    ledger.close(found, doctor.told, f"answers {took:.1f} s after the start")


@pytest.mark.parametrize("name", ["data#1", "data?mode=ro", "data with blanks%20 & ü"][: amount(2, 3)])
@pytest.mark.timeout(180)
def test_the_database_is_inside_the_folder_whatever_its_name(tmp_path: Path, name: str) -> None:
    server = Machine(tmp_path / "in" / name, dict(UNLIMITED))
    server.data.parent.mkdir()
    ledger = Ledger(f"M17 SIGHTLINE_DATA={name}")
    try:
        server.start()
        ledger.read(server.marked(5), amount(50, 500))
        inside = (server.data / "sightline.db").is_file()
        outside = sorted(path.name for path in server.data.parent.iterdir() if path != server.data)
        outside = [name for name in outside if not name.endswith(".log")]
        red = server.doctor().lines("red")
        if not inside:
            record(ledger.row, "50 asked", f"{len(ledger.answered)} answered; outside the folder: {outside}")
        assert inside
        ledger.close(server.stored(), seen=f"outside the folder: {outside}; red: {red}")
    finally:
        server.kill()
    assert outside == []
    assert red == []


@pytest.mark.timeout(180)
def test_a_second_start_on_one_port_is_refused_and_the_first_goes_on(
    machine: Machine, tmp_path: Path
) -> None:
    ledger = Ledger("M24 two starts on one port")
    urls = machine.marked(5)
    ledger.read(urls, 20)
    second = Machine(machine.data, machine.env, machine.port)
    before = len(machine.log)
    second.launch()
    code = second.ended(20)
    second.kill()
    said = machine.log[before:]
    for _ in range(amount(3, 10)):
        ledger.read(urls, 30)
        time.sleep(0.2)
    ledger.close(machine.stored(), seen=f"the second ended with {code}: {last(said)}")
    assert code == 1
    assert str(machine.port) in said
    assert "Traceback" not in said
    assert ledger.answered == ledger.asked


@pytest.mark.timeout(180)
def test_two_starts_at_once_on_one_port_leave_exactly_one(stopped: Machine) -> None:
    urls = stopped.marked(5)
    ledger = Ledger("M24 two starts at the same moment")
    second = Machine(stopped.data, stopped.env, stopped.port)
    try:
        stopped.launch()
        second.launch()
        ends = [each.ended(0.0 if index else 8.0) for index, each in enumerate((stopped, second))]
        with socket.create_connection(("127.0.0.1", stopped.port), 5):
            pass
        ledger.read(urls, 50)
        found = stopped.stored()
    finally:
        second.kill()
        stopped.kill()
    ledger.close(found, seen=f"ended: {ends}")
    assert sorted(map(str, ends)) == ["1", "None"]
    assert ledger.answered == ledger.asked


@pytest.mark.timeout(180)
def test_lock_files_of_another_owner_are_no_trouble_or_named(stopped: Machine) -> None:
    parts.require("disk", "only root can give a file to somebody else" if os.geteuid() else "")
    urls = stopped.marked(3)
    locks = [path for path in stopped.data.iterdir() if path.name.endswith(".lock")]
    for each in locks:
        os.chown(each, NOBODY, NOBODY)
        each.chmod(0o600)
    ledger = Ledger("M24 lock files of another owner")
    before = len(stopped.log)
    stopped.launch()
    try:
        code = stopped.ended_or_ready()
        said = stopped.log[before:]
        if code is None:
            ledger.read(urls, 30)
        ledger.close(stopped.stored(), seen=f"ended with {code}: {last(said)}")
    finally:
        stopped.kill()
    assert "Traceback" not in said
    assert code is None or ".lock" in said
    done = Server(stopped.data, stopped.env).outcome("doctor")
    assert "Traceback" not in done.stdout + done.stderr
