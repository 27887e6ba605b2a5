"""The spool's disk is full: readers notice nothing, and every lost hit is counted. Covers R4."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from server.ingest.losses import LossReason, beside, look
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
        assert health(server)["losing"] == "disk full"
        (small_disk / "ballast").unlink()
        after = await opened(pixels, 2 * each, each)
        assert health(server)["losing"] is None
        found = stored(server)
        server.stop(signal.SIGTERM)
    with sqlite3.connect(spool) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    answered, lost = before | during | after, lost_of(spool)
    result = f"answered {len(answered)} = stored {len(found)} + told as lost {lost}"
    table.record("R4 spool's disk full (8 MB)", f"{3 * each} opens", result)
    assert len(answered) == 3 * each
    assert lost[LossReason.DISK] > 0
    assert len(found) + sum(lost.values()) == len(answered)
    assert set(found.values()) == {1}
    assert before <= set(found)
    assert after <= set(found)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
async def test_losses_of_both_lives_are_told_after_a_restart_on_the_full_disk(
    tmp_path: Path, small_disk: Path, how: signal.Signals
) -> None:
    each = table.amount(300, 2000)
    spool = small_disk / "spool.db"
    with Server(tmp_path / "data", UNLIMITED | {"SPOOL_PATH": str(spool)}) as server:
        pixels, _ = marked(server, 20)
        answered = await opened(pixels, 0, each)
        fill(small_disk / "ballast")
        answered |= await opened(pixels, each, each)
        in_the_first_life = sum(lost_of(spool).values())
        server.stop(how)
        fill(small_disk / "more ballast")  # what the end of the process has freed
        server.start()
        answered |= await opened(pixels, 2 * each, each)
        assert health(server)["losing"] == "disk full"
        in_both = sum(lost_of(spool).values())
        for name in ("ballast", "more ballast"):
            (small_disk / name).unlink()
        answered |= await opened(pixels, 3 * each, each)
        found = stored(server)
        server.stop(signal.SIGTERM)
    lost = sum(lost_of(spool).values())
    result = f"answered {len(answered)} = stored {len(found)} + told as lost {lost}"
    table.record(f"restart on a full disk ({how.name})", f"{4 * each} opens", result)
    assert len(answered) == 4 * each
    assert 0 < in_the_first_life < in_both <= lost
    assert len(found) + lost == len(answered)
    assert set(found.values()) == {1}


@pytest.mark.timeout(300)
async def test_a_server_whose_spool_cannot_be_made_answers_and_tells_what_it_lost(
    tmp_path: Path, small_disk: Path
) -> None:
    each, spool = table.amount(300, 2000), small_disk / "spool.db"
    fill(small_disk / "ballast")
    with Server(tmp_path / "data", UNLIMITED | {"SPOOL_PATH": str(spool)}) as server:
        pixels, _ = marked(server, 20)
        assert health(server)["losing"] == "disk full"
        answered = await opened(pixels, 0, each)
        (small_disk / "ballast").unlink()
        answered |= await opened(pixels, each, each)
        found = stored(server)
        server.stop(signal.SIGTERM)
    lost = sum(lost_of(spool).values())
    result = f"answered {len(answered)} = stored {len(found)} + told as lost {lost}"
    table.record("start on a full disk without a spool", f"{2 * each} opens", result)
    assert len(answered) == 2 * each
    assert lost >= each
    assert len(found) + lost == len(answered)


@pytest.mark.timeout(400)
async def test_hits_lost_while_the_whole_data_folder_is_on_a_full_disk_are_told_after_a_restart_on_it(
    small_disk: Path,
) -> None:
    each, data = table.amount(200, 1000), small_disk / "data"
    with Server(data, UNLIMITED) as server:
        pixels, _ = marked(server, 20)
        answered = await opened(pixels, 0, each)
        assert len(stored(server)) == each
        fill(small_disk / "ballast")
        answered |= await opened(pixels, each, each)
        server.stop(signal.SIGKILL)
        fill(small_disk / "more ballast")
        server.launch()
        async with asyncio.timeout(60):
            while not answers(server):  # its pages wait for the database
                assert server.exit_code is None, f"it ended with {server.exit_code}: {server.log[-2000:]}"
                await asyncio.sleep(0.1)
        answered |= await opened(pixels, 2 * each, each)
        for name in ("ballast", "more ballast"):
            (small_disk / name).unlink()
        server.wait_until_ready()
        answered |= await opened(pixels, 3 * each, each)
        found = stored(server)
        server.stop(signal.SIGTERM)
    lost = sum(lost_of(data / "spool.db").values())
    result = f"answered {len(answered)} = stored {len(found)} + told as lost {lost}"
    table.record("data folder on a full disk, restarted", f"{4 * each} opens", result)
    assert len(answered) == 4 * each
    assert lost > 0
    assert len(found) + lost == len(answered)
    assert set(found.values()) == {1}


def test_a_server_serves_though_what_it_prints_goes_to_a_full_disk(tmp_path: Path) -> None:
    server = Server(tmp_path / "data")
    with Path("/dev/full").open("wb") as full:
        server.process = subprocess.Popen(
            [sys.executable, "-m", "server", "serve"], env=server.environment(), stdout=full, stderr=full
        )
    try:
        server.wait_until_ready()
    finally:
        server.__exit__(None, None, None)


def answers(server: Server) -> bool:
    """Whether the server answers at all."""
    with contextlib.suppress(httpx.TransportError):
        return bool(httpx.get(f"{server.url}/health").status_code)
    return False


def health(server: Server) -> dict[str, str | None]:
    answer = httpx.get(f"{server.url}/health", timeout=60)
    assert answer.status_code == 200  # a balancer must not take away a node that answers readers
    told: dict[str, str | None] = answer.json()
    return told


def lost_of(spool: Path) -> dict[LossReason, int]:
    """The losses that the file beside the spool tells of, added up."""
    found: Counter[LossReason] = Counter()
    for each in look(beside(spool)).losses:
        found[each.reason] += each.number
    return found


async def opened(pixels: list[str], first: int, number: int) -> set[int]:
    load = Load(pixels, first=first)
    await load.run(number)
    assert load.failed == []
    return load.answered
