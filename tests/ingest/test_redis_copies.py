"""Copies of the hits in Redis are read again exactly, whatever a crash has left of their file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.ingest.redis_copies import Copies, CopyFile

LIFE = "life-1 run 0"
COPIES = [(5 << 64, b"one" * 20), (6 << 64 | 1, b"two" * 20)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "spool.db.copies-1"


def write(path: Path) -> bytes:
    path.unlink(missing_ok=True)
    file = CopyFile(path, LIFE)
    file.add(COPIES)
    file.close(delete=False)
    return path.read_bytes()


def read(path: Path) -> list[tuple[int, bytes]]:
    file = CopyFile(path, None)
    try:
        return list(file.copies())
    finally:
        file.close(delete=False)


def test_zeros_that_a_crash_has_left_are_no_copies(path: Path) -> None:
    content = write(path)
    path.write_bytes(content + bytes(4096))
    assert read(path) == COPIES


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_a_changed_byte_costs_copies_and_invents_none(path: Path, data: st.DataObject) -> None:
    content = bytearray(write(path))
    at = data.draw(st.integers(64, len(content) - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    path.write_bytes(content)
    found = read(path)
    assert found == COPIES[: len(found)]
    assert len(found) < len(COPIES)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(st.integers(1, 60))
def test_copies_that_are_added_behind_a_torn_one_are_found(path: Path, torn: int) -> None:
    path.write_bytes(write(path)[:-torn])
    copies = Copies(path.with_name("spool.db"))
    copies.life = LIFE
    copies.adopt()
    copies.add([(7 << 64, b"three")], LIFE)
    [*found] = [copy for file in copies._files for copy in file.copies()]
    assert found == [COPIES[0], (7 << 64, b"three")]
    copies.close()
