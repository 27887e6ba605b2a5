"""The spool keeps every hit that it confirmed. Covers R4, R8 on a small scale."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from server.ingest.spool import MAX_PENDING, Spool
from server.ingest.spool_file import SpoolFile, prepare

ROOM = 64 << 20


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "spool.db"


@contextmanager
def opened(path: Path, room: int = ROOM) -> Iterator[Spool]:
    spool = Spool(path, room)
    try:
        yield spool
    finally:
        spool.close()


async def put(spool: Spool, *records: bytes) -> list[bool]:
    return await asyncio.gather(*(spool.append(record) for record in records))


def contents(spool: Spool) -> list[bytes]:
    return [record for _, record in spool.read(1_000_000)]


async def test_stored_hits_are_read_in_order(path: Path) -> None:
    with opened(path) as spool:
        records = [b"%d" % number for number in range(3000)]
        assert all(await put(spool, *records))
        assert contents(spool) == records
        assert [record for _, record in spool.read(2)] == [b"0", b"1"]
        assert (spool.waiting(), spool.dropped) == (3000, 0)


async def test_hits_are_still_there_after_a_restart(path: Path) -> None:
    with opened(path) as spool:
        await put(spool, b"one", b"two")
    with opened(path) as spool:
        assert contents(spool) == [b"one", b"two"]


async def test_a_hit_is_on_disk_before_it_is_acknowledged(path: Path) -> None:
    """A separate connection to the file sees the hit."""
    with opened(path) as spool:
        assert await spool.append(b"one")
        other = sqlite3.connect(path)
        assert other.execute("SELECT record FROM hit").fetchall() == [(b"one",)]
        assert spool._writing._opened()._db.execute("PRAGMA synchronous").fetchone() == (2,)
        other.close()


async def test_forgetting_does_not_wait_for_the_disk_but_the_next_hit_does(path: Path) -> None:
    with opened(path) as spool:
        await put(spool, b"one")
        statements: list[str] = []
        spool._writing._opened()._db.set_trace_callback(statements.append)
        assert await spool.forget(1)
        await put(spool, b"two")
        told = [each.split("(")[0].strip() for each in statements if each[:3] in ("PRA", "DEL", "INS")]
        assert told == [
            "PRAGMA synchronous=NORMAL",
            "DELETE FROM hit WHERE seq <= 1",
            "PRAGMA synchronous=FULL",
            "INSERT INTO hit",
        ]


async def test_closing_the_spool_writes_a_hit_that_was_handed_over(path: Path) -> None:
    with opened(path) as spool:
        kept = spool.append(b"late")
    with opened(path) as again:
        assert contents(again) == [b"late"]
    assert await kept


async def test_forgetting_hits_makes_room_in_the_spool(path: Path) -> None:
    with opened(path) as spool:
        for _ in range(20):
            await put(spool, *[bytes(1000)] * 500)
            await spool.forget(spool.bounds()[1])
        assert (spool.waiting(), contents(spool)) == (0, [])
        assert path.stat().st_size < 3_000_000


async def test_the_number_of_a_record_is_never_assigned_again(path: Path) -> None:
    with opened(path) as spool:
        await put(spool, b"a", b"b")
        await spool.forget(2)
        assert spool.bounds() == (3, 2)
    with opened(path) as spool:
        await put(spool, b"c")
        assert spool.read(5) == [(3, b"c")]


async def test_a_full_spool_counts_what_it_drops_and_stores_hits_again_once_there_is_room(path: Path) -> None:
    with opened(path, 400_000) as spool:
        kept = [each for _ in range(80) for each in await put(spool, *[bytes(1000)] * 10)]
        assert 0 < kept.count(True) < 800
        assert spool.waiting() + spool.dropped == 800
        assert kept.count(True) == len(contents(spool))
        assert await spool.forget(spool.bounds()[1])
        assert all(await put(spool, *[bytes(1000)] * 10))
        dropped = spool.dropped
        assert path.stat().st_size <= 400_000 + 4096
    with opened(path) as spool:
        assert spool.dropped == dropped


async def test_hits_beyond_a_limit_are_dropped_while_the_disk_is_stalled(path: Path) -> None:
    with opened(path) as spool:
        begun, let_go = threading.Event(), threading.Event()

        def stands_still(_: object) -> None:
            begun.set()
            let_go.wait(200)

        spool._change(stands_still)
        await asyncio.to_thread(begun.wait)
        waiting = [spool.append(b"x") for _ in range(MAX_PENDING + 10)]
        assert [each.result() for each in waiting if each.done()] == [False] * 10
        let_go.set()
        await asyncio.gather(*waiting)
        assert spool.waiting() + spool.dropped == MAX_PENDING + 10


async def test_a_cancelled_request_does_not_keep_other_hits_from_being_stored(path: Path) -> None:
    with opened(path) as spool:
        waiting = [spool.append(b"x") for _ in range(10)]
        waiting[3].cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        assert spool.waiting() == 10


async def test_a_record_that_cannot_be_digested_is_put_aside_and_kept(path: Path) -> None:
    with opened(path) as spool:
        await put(spool, b"bad", b"good")
        assert await spool.put_aside(1, b"bad", "no hit")
        assert (contents(spool), spool.aside()) == ([b"good"], [(b"bad", "no hit")])


async def test_a_torn_end_of_the_log_loses_only_the_torn_hits(path: Path) -> None:
    log = path.with_name("spool.db-wal")
    spool = Spool(path, ROOM)
    for number in range(50):
        await spool.append(b"%d" % number)
    whole = log.read_bytes()  # as a crash leaves it: nothing was checkpointed into the file
    main = path.read_bytes()
    spool.close()
    for cut in (1, 100, 4096, 8000):
        path.write_bytes(main)
        log.write_bytes(whole[:-cut])
        path.with_name("spool.db-shm").unlink(missing_ok=True)
        with opened(path) as again:
            found = contents(again)
            assert found == [b"%d" % number for number in range(len(found))]
            assert 47 <= len(found) <= 49
            assert await again.append(b"on")


async def test_a_damaged_spool_file_is_put_away_and_its_undamaged_hits_are_saved(path: Path) -> None:
    with opened(path) as spool:
        await put(spool, *[b"%04d" % number + bytes(900) for number in range(400)])
    content = bytearray(path.read_bytes())
    page = 40 * 4096
    content[page : page + 4096] = b"\xff" * 4096
    path.write_bytes(content)
    with opened(path) as spool:
        found = {int(record[:4]) for record in contents(spool)}
        assert 380 <= len(found) < 400
        assert spool.dropped == 400 - len(found)
        assert await spool.append(b"on")
    assert len(list(path.parent.glob("spool.db.broken-*"))) == 1


@pytest.mark.parametrize("content", [b"", b"this is no database at all" * 500])
async def test_the_spool_starts_with_an_empty_file_or_with_a_file_that_is_no_database(
    path: Path, content: bytes
) -> None:
    path.write_bytes(content)
    with opened(path) as spool:
        assert await spool.append(b"on")
        assert contents(spool) == [b"on"]


def test_only_the_owner_may_read_the_spool(path: Path) -> None:
    prepare(path)
    assert path.stat().st_mode & 0o777 == 0o600
    SpoolFile(path, ROOM).close()
