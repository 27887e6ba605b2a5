"""Lost hits are counted on disk, exactly, whatever happens to the process, the disk or half of the file."""

from __future__ import annotations

import asyncio
import errno
import fcntl
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.ingest import loss_rows
from server.ingest import losses as ledger
from server.ingest.losses import MOST, PAGE, TOGETHER, Losses, LossReason, look
from tests.world import hold_still


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "spool.db.losses"


@pytest.fixture
def losses(path: Path) -> Iterator[Losses]:
    made = Losses(path)
    yield made
    made.close()


def numbers(path: Path) -> list[tuple[LossReason, int]]:
    return [(each.reason, each.number) for each in look(path).losses]


def test_losses_are_told_apart_by_reason_and_by_time(
    losses: Losses, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    began = still.unix()
    losses.count(3, LossReason.DISK)
    losses.count(1, LossReason.CAP)
    still.passes(TOGETHER)
    losses.count(4, LossReason.DISK)
    still.passes(TOGETHER + 1)
    losses.count(5, LossReason.DISK)
    assert numbers(path) == [(LossReason.DISK, 7), (LossReason.CAP, 1), (LossReason.DISK, 5)]
    first = look(path).losses[0]
    assert first.began == pytest.approx(began)
    assert first.last == pytest.approx(began + TOGETHER)
    assert losses.total() == 13


def test_what_is_being_lost_is_known_after_a_restart_until_hits_are_kept_again(
    losses: Losses, path: Path
) -> None:
    losses.count(1, LossReason.DISK)
    losses.close()
    again = Losses(path)
    assert again.losing == "disk full"
    again.kept()
    assert [again.losing, look(path).losing, again.total()] == [None, None, 1]
    again.count(1, LossReason.DAMAGE, lasting=False)
    assert not again.losing
    again.close()


def test_the_file_takes_its_room_at_once_and_no_more_later(losses: Losses, path: Path) -> None:
    assert path.stat().st_size == 2 * PAGE
    assert path.stat().st_blocks * 512 >= 2 * PAGE  # no hole
    assert path.stat().st_mode & 0o777 == 0o600
    for reason in (*LossReason, *LossReason):
        losses.count(10**12, reason)
    assert path.stat().st_size == 2 * PAGE


def test_a_page_torn_by_a_crash_costs_only_what_was_written_last(losses: Losses, path: Path) -> None:
    losses.count(1, LossReason.DISK)
    losses.count(2, LossReason.DISK)
    before = path.read_bytes()
    losses.count(4, LossReason.DISK)
    after = path.read_bytes()
    [torn] = [at for at in (0, PAGE) if before[at : at + PAGE] != after[at : at + PAGE]]
    for cut in range(200):
        path.write_bytes(after[: torn + cut] + before[torn + cut : torn + PAGE] + after[torn + PAGE :])
        assert look(path).losses[0].number in (3, 7)


@given(st.binary(max_size=3 * PAGE))
def test_any_other_content_counts_as_no_losses(content: bytes) -> None:
    assert ledger._read(content[:PAGE].ljust(PAGE, b"\0")) is None


def test_many_losses_still_fit_and_none_is_forgotten(
    losses: Losses, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    for _ in range(3 * MOST):
        still.passes(TOGETHER + 1)
        losses.count(10**9, LossReason.UNWRITABLE)
    assert losses.total() == 3 * MOST * 10**9
    assert len(look(path).losses) == MOST
    losses.publish({each.id: each.number for each in losses.all()})
    still.passes(TOGETHER + 1)
    losses.count(1, LossReason.UNWRITABLE)
    assert len(look(path).losses) <= MOST
    assert look(path).losses[-1].number == 1


def test_losses_of_several_processes_and_threads_are_added_up(losses: Losses, path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from server.ingest.losses import *\n"
        "each = Losses(Path(sys.argv[1]))\n"
        "for _ in range(100): each.count(1, LossReason.CAP)"
    )
    others = [subprocess.Popen([sys.executable, "-c", code, str(path)]) for _ in range(3)]
    with ThreadPoolExecutor(4) as threads:
        for _ in range(100):
            threads.submit(losses.count, 1, LossReason.CAP)
    assert [each.wait(60) for each in others] == [0, 0, 0]
    losses.save()
    assert losses.total() == sum(number for _, number in numbers(path)) == 400


def test_without_a_file_losses_are_counted_in_memory_and_written_as_soon_as_there_is_one(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "later"
    losses = Losses(folder / "spool.db.losses")
    losses.count(2, LossReason.UNWRITABLE)
    assert (losses.total(), losses.unwritten) == (2, 2)
    folder.mkdir()
    losses.save()
    assert (losses.total(), losses.unwritten, look(losses.path).losses[0].number) == (2, 0, 2)
    losses.close()


def test_losses_are_not_counted_twice_if_the_disk_fails_after_taking_them(
    losses: Losses, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: int) -> None:
        raise OSError(errno.EIO, "input/output error")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fdatasync", broken)
        losses.count(2, LossReason.DISK)
    losses.count(1, LossReason.DISK)
    assert losses.total() == look(path).losses[0].number == 3


def test_what_an_earlier_version_counted_is_taken_over_once(losses: Losses) -> None:
    for _ in range(2):
        losses.begin(7, LossReason.EARLIER)
    assert losses.total() == 7
    assert losses.losing is None


async def test_a_disk_that_stalls_does_not_stop_the_event_loop(
    losses: Losses, monkeypatch: pytest.MonkeyPatch
) -> None:
    stalled, goes_on = threading.Event(), threading.Event()

    def stalls(_: int) -> None:
        stalled.set()
        goes_on.wait(60)

    async def knows(loss: ledger.Loss) -> None:
        """Stand in for the database, which takes what it is told."""

    losses.count(1, LossReason.DISK)
    monkeypatch.setattr(os, "fdatasync", stalls)
    monkeypatch.setattr(loss_rows, "_save", knows)
    counting = asyncio.create_task(asyncio.to_thread(losses.count, 1, LossReason.DISK))
    try:
        await asyncio.to_thread(stalled.wait, 60)
        publishing = asyncio.create_task(loss_rows.publish(losses))
        worst = 0.0
        for _ in range(20):
            before = time.monotonic()
            await asyncio.sleep(0.01)
            worst = max(worst, time.monotonic() - before)
        assert not publishing.done()
        assert worst < 0.5
    finally:
        threading.Timer(0, goes_on.set).start()
    await asyncio.gather(counting, publishing)
    assert [each.published for each in losses.all()] == [2]


def test_what_another_process_publishes_or_saves_does_not_change_whether_hits_are_being_lost(
    losses: Losses, path: Path
) -> None:
    other = Losses(path)
    losses.count(3, LossReason.DISK)
    other.publish({each.id: each.number for each in other.all()})
    other.count(1, LossReason.DAMAGE, lasting=False)
    assert look(path).losing is LossReason.DISK
    late = Losses(path)
    losses.kept()
    assert look(path).losing is None
    late.publish({each.id: each.number for each in late.all()})
    assert look(path).losing is None
    other.close()
    late.close()


def test_the_lock_of_a_process_that_was_killed_holds_nobody_off(losses: Losses, path: Path) -> None:
    here, there = os.pipe()
    child = os.fork()
    if child == 0:  # as a worker does, after the process that it was forked from has opened the file
        try:
            losses._open()
            fcntl.flock(losses._handle or 0, fcntl.LOCK_EX)
            os.write(there, b"!")
            signal.pause()
        finally:
            os._exit(1)
    assert os.read(here, 1) == b"!"
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(here)
    os.close(there)
    serving = Losses(path)
    serving.count(5, LossReason.DISK)
    assert (serving.unwritten, look(path).losses[0].number) == (0, 5)
    serving.close()


def test_hits_that_are_lost_and_kept_in_turn_are_told_of_once(
    losses: Losses, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    for _ in range(100):
        losses.count(1, LossReason.CAP)
        losses.kept()
    assert len(caplog.records) <= 2
    assert losses.losing is LossReason.CAP
    now += ledger.QUIET
    losses.kept()
    assert losses.losing is None


def test_a_loss_is_written_again_until_the_disk_has_confirmed_it(
    losses: Losses, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: int) -> None:
        raise OSError(errno.EIO, "input/output error")

    before = path.read_bytes()
    with monkeypatch.context() as disk:
        disk.setattr(os, "fdatasync", broken)
        losses.count(2, LossReason.DISK)
        assert losses.unwritten == 2
    path.write_bytes(before)  # the system forgets what the disk has not taken
    losses.save()
    assert (losses.unwritten, look(path).losses[0].number) == (0, 2)


def test_root_makes_the_file_for_the_owner_of_the_folder_and_follows_no_link(tmp_path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give files away")
    folder = tmp_path / "data"
    folder.mkdir()
    os.chown(folder, 4321, 4321)
    made = Losses(folder / "spool.db.losses")
    assert (made.path.stat().st_uid, made.path.stat().st_gid) == (4321, 4321)
    made.close()
    foreign = tmp_path / "foreign"
    for link in (made.path.symlink_to, made.path.hardlink_to):
        made.path.unlink()
        foreign.write_bytes(b"root's")
        link(foreign)
        other = Losses(made.path)
        other.count(1, LossReason.DISK)
        assert (other.unwritten, foreign.read_bytes(), foreign.stat().st_uid) == (1, b"root's", 0)
        other.close()
