"""Row 1 and row 7: keys that cannot be read for a moment, and keys that are gone. Covers R4."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from tests import parts
from tests.faults.table import amount, record
from tests.machines.ledger import Ledger
from tests.machines.machine import Machine, last
from tests.serving import Server

PACE = 1.2  # seconds between two readers: the server looks at its file of keys once a second
NOBODY = 65534


@contextmanager
def half_written(file: Path) -> Iterator[None]:
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    yield
    file.write_bytes(whole)


@contextmanager
def empty(file: Path) -> Iterator[None]:
    whole = file.read_bytes()
    file.write_bytes(b"")
    yield
    file.write_bytes(whole)


@contextmanager
def unreadable(file: Path) -> Iterator[None]:
    file.touch()  # rotated by root: a new file of another owner
    file.chmod(0o000)
    yield
    file.chmod(0o600)
    file.touch()


@contextmanager
def away(file: Path) -> Iterator[None]:
    put = file.with_name("keys.elsewhere")
    file.rename(put)
    yield
    put.rename(file)


@pytest.mark.parametrize("trouble", [half_written, unreadable, empty, away][: amount(2, 4)])
@pytest.mark.timeout(180)
def test_readers_notice_nothing_while_the_keys_cannot_be_read(
    machine: Machine, trouble: Callable[[Path], AbstractContextManager[None]]
) -> None:
    ledger = Ledger(f"M1 keys.json {trouble.__name__.replace('_', ' ')} under traffic")
    urls = machine.marked(4, "https://example.com/")
    ledger.read(urls, 8)
    before = len(machine.log)
    with trouble(machine.data / "keys.json"):
        for _ in range(amount(3, 10)):
            time.sleep(PACE)
            ledger.read(urls, 8)
        said = [line for line in machine.warnings(before) if "keys.json" in line]
    time.sleep(PACE)
    ledger.read(urls, 8)
    machine.run("keys", "rotate")
    time.sleep(PACE)
    ledger.read([mail["pixel"] for mail in machine.marked_anew(2)], 4)
    ledger.close(machine.stored(), seen=f"{len(said)} lines about it in the log")
    assert 1 <= len(said) <= 2  # each process may say it once
    assert "Traceback" not in machine.log[before:]


@pytest.mark.timeout(120)
def test_a_server_does_not_start_with_keys_that_it_cannot_read_and_says_why(stopped: Machine) -> None:
    with unreadable(stopped.data / "keys.json"):
        before = len(stopped.log)
        stopped.launch()
        code, said = stopped.ended_or_ready(), stopped.log[before:]
    record("M1 start with unreadable keys.json", "1 start", f"ended with {code}: {last(said)}")
    assert code == 1
    assert "keys.json" in said
    assert "Traceback" not in said


@pytest.mark.timeout(120)
def test_writers_of_secrets_keep_the_owner_of_the_file(stopped: Machine) -> None:
    parts.require("disk", "only root can give a file to somebody else" if os.geteuid() else "")
    keys = stopped.data / "keys.json"
    os.chown(keys, NOBODY, NOBODY)
    Server(stopped.data, stopped.env).run("keys", "rotate")  # with all rights of root
    found = keys.stat()
    record("M1 root rotates the keys of another owner", "1 rotation", f"the file is of uid {found.st_uid}")
    assert (found.st_uid, found.st_gid) == (NOBODY, NOBODY)
    assert found.st_mode & 0o777 == 0o600


@pytest.mark.timeout(180)
def test_without_its_keys_a_server_with_messages_is_not_green(machine: Machine) -> None:
    ledger = Ledger("M7 restored without keys.json")
    urls = machine.marked(3)
    ledger.read(urls, 6)
    stored = machine.stored()
    machine.stop()
    (machine.data / "keys.json").unlink()
    before = len(machine.log)
    machine.launch()
    code, said = machine.ended_or_ready(), machine.log[before:]
    doctor = machine.doctor()
    refused = [line for line in doctor.lines("red") if "10 m" in line]  # 10 mails, 10 messages
    ledger.close(stored, seen=f"start ended with {code}: {last(said)}; doctor: {refused[:1]}")
    assert code == 1
    assert "keys.json" in said
    assert "10 m" in said
    assert "Traceback" not in said
    assert refused
    assert not (machine.data / "keys.json").exists()


@pytest.mark.timeout(180)
def test_hits_refused_because_their_key_is_unknown_are_counted_and_shown(machine: Machine) -> None:
    ledger = Ledger("M7 opens of mails whose key is gone")
    urls = machine.marked(6)
    machine.stop()
    (machine.data / "keys.json").unlink()
    machine.env["TRACKING_SECRET"] = "another secret than the one that is gone, long enough"
    machine.start()
    ledger.read(urls, 60)
    time.sleep(1)
    doctor = machine.doctor()
    told = [line for line in (*doctor.lines("red"), *doctor.lines("yellow")) if "60" in line]
    ledger.close(machine.stored(), 60 if told else 0, seen=f"doctor: {told[:1]}")


@pytest.mark.parametrize("name", ["session.key", "vault.key"][: amount(1, 2)])
@pytest.mark.timeout(120)
def test_an_empty_key_is_no_key(stopped: Machine, name: str) -> None:
    (stopped.data / name).write_bytes(b"")
    before = len(stopped.log)
    stopped.launch()
    code, said, doctor = stopped.ended_or_ready(), stopped.log[before:], stopped.doctor()
    red = [line for line in doctor.lines("red") if name in line]
    record(f"M7 {name} is empty", "1 start", f"ended with {code}: {last(said)}; doctor: {red[:1]}")
    assert red
    assert code == 1
    assert name in said
    assert "Traceback" not in said + doctor.text + doctor.errors
