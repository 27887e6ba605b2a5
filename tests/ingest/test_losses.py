"""Lost hits are counted on disk, exactly, whatever happens to the process, the disk or half of the file."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
