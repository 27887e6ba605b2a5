"""The spool's file, how another process reads the backlog, and how view times are stored in it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from server.ingest import backlog
from server.ingest.records import content_of
from server.ingest.settings import IngestSettings
from server.ingest.spool_file import SpoolFile, prepare
from server.ingest.view_time import ViewTimeRecord, encode, view_time_in
from server.verdicts.hits import BadRecord, unframed
from tests.agents import FIREFOX
from tests.pipeline import READER
from tests.world import hold_still

MAIL = UUID(int=7)


def settings(**env: str) -> IngestSettings:
    return IngestSettings.read({"SIGHTLINE_DATA": "/nowhere", **env})


def test_view_time_is_measured_if_its_duration_and_connections_allow_it() -> None:
    assert settings().measures_view_time
    assert settings(VIEW_TIME_CONNECTIONS="1", VIEW_TIME_SECONDS="1").measures_view_time
    assert not settings(VIEW_TIME_CONNECTIONS="0").measures_view_time
    assert not settings(VIEW_TIME_SECONDS="0").measures_view_time


def test_a_server_may_have_a_spool_if_the_file_exists_or_redis_is_configured(tmp_path: Path) -> None:
    alone = settings(SIGHTLINE_DATA=str(tmp_path))
    before = alone.may_have_spool
    (tmp_path / "spool.db").touch()
    assert (before, alone.may_have_spool) == (False, True)
    assert settings(SPOOL_URL="redis://127.0.0.1:1/0").may_have_spool


def view_time(**changed: Any) -> ViewTimeRecord:
    return ViewTimeRecord(
        **{
            "id": MAIL,
            "began": 1_790_000_000_500_000,
            "seconds": 3,
            "account": 1,
            "message": MAIL,
            "address": READER,
            "user_agent": FIREFOX,
            **changed,
        }
    )


def test_the_time_of_a_view_time_record_is_the_end_of_the_view_and_the_record_is_read_back_unchanged() -> (
    None
):
    record = view_time()
    assert record.at == 1_790_000_003_500_000
    assert record.moment.isoformat() == "2026-09-21T14:13:20.500000+00:00"
    assert content_of(encode(record)) == record
    version, body = unframed(encode(record))
    assert (version, view_time_in(body)) == (3, record)
    with pytest.raises(BadRecord):
        view_time_in(b"[]")


def test_the_spool_numbers_its_records_and_keeps_its_counters(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "spool.db"
    assert prepare(path) == 0
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    file = SpoolFile(path, 1 << 20)
    assert file.bounds() == (1, 0)
    assert file.counted() == 0
    file._db.execute("INSERT INTO tally (name, number) VALUES ('dropped', 7)")
    assert file.counted() == 7
    file.append([b"one", b"two", b"three"])
    assert file.bounds() == (1, 3)
    assert file.read(2) == [(1, b"one"), (2, b"two")]
    file.put_aside(2, b"two", "bad")
    file.forget(1)
    assert (file.bounds(), file.aside(), file.read(9)) == ((3, 3), [(b"two", "bad")], [(3, b"three")])
    assert 4096 < file.size() <= path.stat().st_size + 16 * 4096
    assert file.size() % 4096 == 0
    file.close()


def fill(file: SpoolFile) -> None:
    """Append until there is no room left."""
    while True:
        file.append([bytes(1000)])


def test_a_full_spool_refuses_hits_and_accepts_them_again_after_some_are_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "spool.db"
    prepare(path)
    file = SpoolFile(path, 1)  # as small as a spool may be: 16 pages
    with pytest.raises(sqlite3.OperationalError, match="full"):
        file.append([bytes(1000)] * 100)
    with pytest.raises(sqlite3.OperationalError, match="full"):
        fill(file)
    assert 10 * 4096 < file.size() <= 16 * 4096
    full = file.size()
    file.forget(file.bounds()[1])
    assert file.size() < full
    file.append([bytes(1000)])
    file.close()


def test_the_backlog_can_be_read_without_opening_the_spool(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    path = tmp_path / "spool.db"
    assert backlog.look(path) is None
    prepare(path)
    file = SpoolFile(path, 1 << 20)
    assert backlog.look(path) == backlog.Backlog(0, 0.0, _bytes(tmp_path), 0)
    began = int(still.unix() * 1_000_000) - 10_000_000
    file.append([encode(view_time(began=began)), b"no record", b"no record"])
    file.put_aside(3, b"no record", "bad")
    found = backlog.look(path)
    assert found is not None
    assert (found.hits, found.aside) == (2, 1)
    assert found.age == pytest.approx(7.0, abs=0.01)
    assert found.size == _bytes(tmp_path)
    file.forget(1)
    found = backlog.look(path)
    assert found is not None
    assert (found.hits, found.age) == (1, 0.0)
    file.close()


def _bytes(folder: Path) -> int:
    return sum(each.stat().st_size for each in folder.glob("spool.db*"))
