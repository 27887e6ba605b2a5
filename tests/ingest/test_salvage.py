"""What is saved from a damaged spool, what is reported as lost, and what does not count as damage."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from server.ingest import spool_file
from server.ingest.spool import Spool
from server.ingest.spool_file import SpoolFile, prepare
from tests.ingest.test_spool_file import fill
from tests.world import hold_still

ROOM = 64 << 20
PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "spool.db"


def filled(path: Path, number: int, first: int = 1) -> None:
    """Fill a spool with `number` hits, of which those before `first` are already digested."""
    assert prepare(path) == 0
    file = SpoolFile(path, ROOM)
    for start in range(1, number + 1, 100):
        file.append([b"%05d" % each + bytes(900) for each in range(start, min(start + 100, number + 1))])
    file.forget(first - 1)
    file.make_room()
    file.close()


def damage(path: Path, page: int) -> None:
    """Overwrite a page of the file, as if the disk were damaged."""
    with path.open("r+b") as file:
        file.seek(page * PAGE)
        file.write(b"\xff" * PAGE)


def pages_of(path: Path, table: str) -> int:
    """The number, from 0, of the first page of a table."""
    db = sqlite3.connect(path)
    [[page]] = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchall()
    db.close()
    return int(page) - 1


def numbers(path: Path) -> list[int]:
    """The hits in the spool, in order."""
    file = SpoolFile(path, ROOM)
    found = [int(record[:5]) for _, record in file.read(100_000)]
    file.close()
    return found


def test_hits_before_and_after_the_damage_are_saved_once_and_the_gap_is_counted(path: Path) -> None:
    filled(path, 400, first=101)
    damage(path, 60)
    lost = prepare(path)
    saved = numbers(path)
    assert lost == 300 - len(saved)
    assert 0 < lost < 20
    assert len(set(saved)) == len(saved)
    missing = set(range(101, 401)) - set(saved)
    assert missing == set(range(min(missing), max(missing) + 1))
    assert saved[: min(missing) - 101] == list(range(101, min(missing)))
    assert saved[min(missing) - 101 :] == list(range(400, max(missing), -1))


def test_a_saved_hit_keeps_its_length_and_new_hits_come_after_it(path: Path) -> None:
    filled(path, 200)
    damage(path, 30)
    prepare(path)
    file = SpoolFile(path, ROOM)
    saved = file.read(1000)
    assert {len(record) for _, record in saved} == {905}
    assert [number for number, _ in saved] == list(range(1, len(saved) + 1))
    file.append([b"new"])
    assert file.read(1000)[-1] == (len(saved) + 1, b"new")
    file.close()


def test_only_the_owner_may_read_the_saved_spool_file_and_the_damaged_one_is_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    filled(path, 200)
    damage(path, 30)
    before = path.read_bytes()
    assert prepare(path) > 0
    kept = path.with_name(f"spool.db.broken-{int(still.unix())}")
    assert kept.read_bytes()[30 * PAGE : 31 * PAGE] == before[30 * PAGE : 31 * PAGE]
    assert path.stat().st_mode & 0o777 == 0o600
    assert prepare(path) == 0
    assert len(list(path.parent.glob("*.broken-*"))) == 1


def test_a_file_that_is_no_spool_is_replaced_and_counts_as_a_loss(path: Path) -> None:
    path.write_bytes(b"this is no database at all" * 500)
    path.with_name("spool.db-wal").write_bytes(b"nor is this a log")
    path.with_name("spool.db-shm").write_bytes(b"nor this")
    assert prepare(path) == 1
    assert numbers(path) == []
    assert path.stat().st_mode & 0o777 == 0o600


def test_damage_outside_the_table_of_hits_loses_no_hit(path: Path) -> None:
    filled(path, 200)
    damage(path, pages_of(path, "aside"))
    assert prepare(path) == 1  # something was lost, if only the records put aside
    assert numbers(path) == list(range(1, 201))
    file = SpoolFile(path, ROOM)
    assert file.aside() == []
    file.close()


def test_a_spool_file_that_has_lost_its_beginning_is_replaced_by_an_empty_one(path: Path) -> None:
    filled(path, 100)
    damage(path, 0)
    assert prepare(path) == 1
    assert numbers(path) == []


def test_a_very_large_spool_file_is_not_checked_at_start_up(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path, 200)
    damage(path, 30)
    size = path.stat().st_size
    monkeypatch.setattr(spool_file, "_QUICK_CHECK_UP_TO", size - 1)
    assert prepare(path) == 0
    assert not list(path.parent.glob("*.broken-*"))
    monkeypatch.setattr(spool_file, "_QUICK_CHECK_UP_TO", size)
    assert prepare(path) > 0


def test_the_limit_for_checking_a_spool_file_is_between_32_and_128_megabytes() -> None:
    assert 32 << 20 < spool_file._QUICK_CHECK_UP_TO <= 128 << 20


def test_a_folder_in_place_of_the_spool_file_does_not_count_as_damage(path: Path) -> None:
    path.mkdir()
    with pytest.raises(sqlite3.OperationalError):
        prepare(path)
    assert [each.name for each in path.parent.iterdir()] == ["spool.db"]


def test_a_locked_spool_file_does_not_count_as_damage(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.touch()
    holding = sqlite3.connect(path, isolation_level=None)
    holding.execute("CREATE TABLE other (id)")
    holding.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr(spool_file, "_BUSY_SECONDS", 0.05)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        prepare(path)
    holding.close()
    assert prepare(path) == 0


async def test_the_number_of_lost_hits_is_still_reported_after_the_next_start(path: Path) -> None:
    filled(path, 200)
    damage(path, 30)
    spool = Spool(path, ROOM)
    lost = 200 - spool.waiting()
    assert spool.dropped == lost > 0
    assert await spool.append(b"on")
    spool.close()
    spool = Spool(path, ROOM)
    assert (spool.dropped, spool.waiting()) == (lost, 201 - lost)
    spool.close()


def test_a_record_that_cannot_be_put_aside_stays_in_the_spool(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    prepare(path)
    file = SpoolFile(path, ROOM)
    file.append([b"one", b"two"])
    with pytest.raises(sqlite3.IntegrityError):
        file.put_aside(1, b"one", None)  # type: ignore[arg-type] # the table refuses it
    assert file.read(9) == [(1, b"one"), (2, b"two")]
    file.put_aside(1, b"one", "bad")
    assert (file.read(9), file.aside()) == ([(2, b"two")], [(b"one", "bad")])
    assert file._db.execute("SELECT put_at FROM aside").fetchall() == [(pytest.approx(still.unix()),)]
    other = sqlite3.connect(path, timeout=0.1)
    other.execute("DELETE FROM hit")  # the file is no longer locked
    other.rollback()
    other.close()
    file.close()


def test_records_put_aside_are_listed_in_the_order_in_which_they_were_put_aside(path: Path) -> None:
    prepare(path)
    file = SpoolFile(path, ROOM)
    file.append([b"one", b"two", b"three"])
    for number, record in ((3, b"three"), (1, b"one")):
        file.put_aside(number, record, f"bad {number}")
    assert file.aside() == [(b"three", "bad 3"), (b"one", "bad 1")]
    assert file.read(9) == [(2, b"two")]
    file.close()


def test_a_full_spool_file_is_at_most_one_page_smaller_than_its_cap(path: Path) -> None:
    prepare(path)
    file = SpoolFile(path, 100 * PAGE)
    with pytest.raises(sqlite3.OperationalError, match="full"):
        fill(file)
    assert 99 * PAGE <= file.size() <= 100 * PAGE
    before = file.size()
    file.forget(40)
    assert before - file.size() >= 9 * PAGE
    file.close()


def test_making_room_empties_the_log_into_the_spool_file(path: Path) -> None:
    prepare(path)
    file, log = SpoolFile(path, ROOM), path.with_name("spool.db-wal")
    file.append([bytes(1000)] * 50)
    assert log.stat().st_size > 50_000
    file.make_room()
    assert log.stat().st_size == 0
    assert path.stat().st_size > 50_000
    assert len(file.read(100)) == 50
    file.close()
    with pytest.raises(sqlite3.ProgrammingError):
        file.read(1)


def test_a_batch_of_hits_is_stored_completely_or_not_at_all(path: Path) -> None:
    prepare(path)
    file = SpoolFile(path, 1)
    with pytest.raises(sqlite3.OperationalError, match="full"):
        file.append([bytes(1000)] * spool_file.ROWS_A_STATEMENT)
    assert file.read(9) == []
    assert file.bounds() == (1, 0)
    file.append([b"small"] * 100)
    assert file.bounds() == (1, 100)
    file.close()
