"""The spool's disk is full: readers notice nothing, and every lost hit is counted. Covers R4."""

from __future__ import annotations

import signal
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import table
from tests.faults.conftest import UNLIMITED, marked, stored
from tests.faults.disk import fill, mounted
from tests.faults.load import Load
from tests.serving import Server


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 8 MB."""
    with mounted(tmp_path / "disk", "8m") as place:
        yield place


@pytest.mark.timeout(300)
async def test_on_a_full_disk_every_pixel_request_is_answered_and_lost_hits_are_counted(
    tmp_path: Path, small_disk: Path
) -> None:
    each = table.amount(300, 5000)
    spool = small_disk / "spool.db"
    with Server(tmp_path / "data", UNLIMITED | {"SPOOL_PATH": str(spool)}) as server:
        pixels, _ = marked(server, 20)
        before = await opened(pixels, 0, each)
        fill(small_disk / "ballast")
        during = await opened(pixels, each, each)
        (small_disk / "ballast").unlink()
        after = await opened(pixels, 2 * each, each)
        found = stored(server)
        server.stop(signal.SIGTERM)
    with sqlite3.connect(spool) as file:
        (dropped,) = file.execute(
            "SELECT coalesce(sum(number), 0) FROM tally WHERE name='dropped'"
        ).fetchone()
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    answered = before | during | after
    result = f"answered {len(answered)} = stored {len(found)} + counted as dropped {dropped}"
    table.record("R4 spool's disk full (8 MB)", f"{3 * each} opens", result)
    assert len(answered) == 3 * each
    assert dropped > 0
    assert len(found) + dropped == len(answered)
    assert set(found.values()) == {1}
    assert before <= set(found)
    assert after <= set(found)


async def opened(pixels: list[str], first: int, number: int) -> set[int]:
    load = Load(pixels, first=first)
    await load.run(number)
    assert load.failed == []
    return load.answered
