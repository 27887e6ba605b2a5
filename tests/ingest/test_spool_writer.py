"""The spool's writer: the order of its work, what it retries, and what it reports to whom."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from server.ingest.losses import LossReason, look
from server.ingest.spool import Spool
from server.ingest.spool_file import ROWS_A_STATEMENT, SpoolFile
from server.lib import metrics
from server.lib.filelock import FileLock

ROOM = 64 << 20


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "spool.db"


@pytest.fixture
def spool(path: Path) -> Iterator[Spool]:
    """A spool with its writer running, which is closed after the test."""
    made = Spool(path, ROOM)
    yield made
    made.close()


@contextmanager
def busy(spool: Spool) -> Iterator[None]:
    """The writer is busy with something else, so everything handed over has to wait."""
    begun, let_go = threading.Event(), threading.Event()

    def works(_: object) -> None:
        begun.set()
        let_go.wait(60)

    spool._change(works)
    begun.wait(60)
    try:
        yield
    finally:
        let_go.set()


def failing(times: int, error: Exception, calls: list[int]) -> Callable[[SpoolFile], None]:
    def work(_: SpoolFile) -> None:
        calls.append(1)
        if len(calls) <= times:
            raise error

    return work


@pytest.mark.parametrize("error", [sqlite3.OperationalError("full"), OSError("gone"), MemoryError()])
async def test_a_failed_spool_task_is_tried_again_once_and_then_abandoned(
    spool: Spool, error: Exception
) -> None:
    once: list[int] = []
    assert await spool._change(failing(1, error, once)) is True
    twice: list[int] = []
    assert await spool._change(failing(9, error, twice)) is False
    assert (len(once), len(twice)) == (2, 2)
    assert await spool.append(b"the writer goes on")


async def test_the_log_is_emptied_before_a_failed_spool_task_is_tried_again(spool: Spool, path: Path) -> None:
    await asyncio.gather(*(spool.append(bytes(1000)) for _ in range(50)))
    log = path.with_name("spool.db-wal")
    sizes: list[int] = []

    def work(_: SpoolFile) -> None:
        sizes.append(log.stat().st_size)
        if len(sizes) == 1:
            raise OSError("no space left on device")

    assert await spool._change(work)
    assert sizes[0] > sizes[1] == 0


async def test_spool_tasks_run_in_the_order_in_which_they_were_handed_over(spool: Spool) -> None:
    with busy(spool):
        first = [spool.append(b"%d" % number) for number in range(3)]
        forgotten = spool.forget(2)
        later = [spool.append(b"later"), spool.append(b"last")]
        aside = spool.put_aside(4, b"later", "bad")
    assert await asyncio.gather(*first, forgotten, *later, aside) == [True] * 7
    assert spool.read(9) == [(3, b"2"), (5, b"last")]
    assert spool.aside() == [(b"later", "bad")]


async def test_records_that_do_not_fit_into_one_statement_are_stored_with_several(spool: Spool) -> None:
    number = 2 * ROWS_A_STATEMENT + 1
    with busy(spool):
        waiting = [spool.append(b"%d" % each) for each in range(number)]
    assert all(await asyncio.gather(*waiting))
    assert [record for _, record in spool.read(number)] == [b"%d" % each for each in range(number)]
    assert spool.waiting() == number


async def test_a_listener_hears_only_of_stored_records(path: Path) -> None:
    spool, arrivals = Spool(path, 1), list[int]()
    assert await spool.append(b"before anybody listens")
    spool.on_arrival(lambda: arrivals.append(spool.waiting()))
    assert await spool.append(b"one")
    assert arrivals == [2]
    await spool.forget(1)
    await spool.put_aside(2, b"one", "bad")
    assert arrivals == [2]
    assert not await spool.append(bytes(500_000))
    assert arrivals == [2]
    spool.close()


async def test_records_that_could_not_be_stored_are_counted_immediately_and_remembered(path: Path) -> None:
    before = metrics.counted("spool.dropped")
    spool = Spool(path, 1)
    assert not any(await asyncio.gather(spool.append(bytes(500_000)), spool.append(bytes(500_000))))
    assert spool.dropped == 2
    assert metrics.counted("spool.dropped") == before + 2
    assert await spool.append(b"small")
    assert await spool.forget(1)
    assert (spool.dropped, spool.losses.unwritten) == (2, 0)
    assert spool.losses.losing is None
    spool.close()
    again = Spool(path, 1)
    assert again.dropped == 2
    assert not await again.append(bytes(500_000))
    assert await again.forget(0)
    assert again.dropped == 3
    again.close()


async def test_lost_hits_are_counted_in_memory_until_their_number_can_be_written(
    spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "no space left on device")

    with monkeypatch.context() as disk:
        disk.setattr("os.pwrite", full)
        spool.losses.count(3, LossReason.DISK)
        assert (spool.dropped, spool.losses.unwritten) == (3, 3)
        assert look(spool.losses.path).losses == []
    while spool.losses.unwritten:  # the writer writes them after its other work
        await spool.forget(0)
    assert (spool.dropped, spool.losses.unwritten) == (3, 0)
    assert [each.number for each in look(spool.losses.path).losses] == [3]


async def test_a_lock_next_to_the_spool_file_keeps_other_processes_out(spool: Spool, path: Path) -> None:
    assert spool.lock.take()
    assert not FileLock(path.with_name("spool.db.lock")).take()
    spool.lock.give_back()


def test_a_hit_is_stored_although_the_event_loop_of_its_request_is_closed(path: Path) -> None:
    """When the hit is stored, nobody waits for the answer."""
    made: list[Spool] = []

    async def request() -> None:
        spool = Spool(path, ROOM)
        made.append(spool)
        let_go = threading.Event()

        def waits(_: object) -> None:
            let_go.wait(60)

        spool._change(waits)
        spool.append(b"late")
        await asyncio.sleep(0)
        asyncio.get_running_loop().call_soon(let_go.set)

    asyncio.run(request())
    made[0].close()

    async def look() -> list[tuple[int, bytes]]:
        with contextlib.closing(Spool(path, ROOM)) as spool:
            return spool.read(9)

    assert asyncio.run(look()) == [(1, b"late")]


async def test_closing_the_spool_ends_its_threads_and_closes_its_files(path: Path) -> None:
    spool = Spool(path, ROOM)
    assert await spool.append(b"one")
    assert spool.waiting() == 1
    spool.close()
    assert not any(thread.is_alive() for thread in spool._threads)
    for file in (spool._reader, spool._writing._file):
        assert file
        with pytest.raises(sqlite3.ProgrammingError):
            file.bounds()
    assert not path.with_name("spool.db-wal").exists()


async def test_an_answer_to_a_cancelled_request_causes_no_error(spool: Spool) -> None:
    gone: asyncio.Future[Any] = spool.forget(0)
    gone.cancel()
    assert await spool.append(b"one")
    assert spool.waiting() == 1
