"""A spool that is full, truncated or damaged still starts, and loses only what was damaged."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

from server.ingest.spool import Spool
from tests.faults import table

ROOM = 64 << 20
_chance = random.Random(8)  # the same cuts in every run


async def test_a_full_spool_counts_the_hits_that_it_cannot_keep(tmp_path: Path) -> None:
    """Covers R8."""
    number = table.amount(4000, 40_000)
    spool = Spool(tmp_path / "spool.db", 1 << 20)
    kept = [
        each
        for _ in range(number // 100)
        for each in await asyncio.gather(*(spool.append(bytes(500)) for _ in range(100)))
    ]
    waiting, dropped = spool.waiting(), spool.dropped
    spool.close()
    table.record(
        "R8 spool at its cap of 1 MB", f"{number} hits", f"kept {waiting} + counted as dropped {dropped}"
    )
    assert waiting + dropped == number
    assert kept.count(True) == waiting > 0


async def test_a_spool_whose_end_was_torn_off_loses_only_the_hits_at_the_end(tmp_path: Path) -> None:
    """Covers R8."""
    path, cuts = tmp_path / "spool.db", table.amount(10, 200)
    log = path.with_name("spool.db-wal")
    spool = Spool(path, ROOM)
    for number in range(60):
        await spool.append(b"%04d" % number + bytes(500))
    whole, main = log.read_bytes(), path.read_bytes()  # as a crash leaves them
    spool.close()
    lost = []
    for _ in range(cuts):
        cut = _chance.randrange(1, 12_000)
        path.write_bytes(main)
        log.write_bytes(whole[:-cut])
        path.with_name("spool.db-shm").unlink(missing_ok=True)
        found = await _read(path)
        assert found == list(range(len(found)))
        assert 60 - len(found) <= cut // 4096 + 1  # committing a record takes at least a page
        lost.append(60 - len(found))
    table.record("R8 end of the spool torn off", f"{cuts} cuts", f"always started, lost at most {max(lost)}")


async def test_a_damaged_page_of_the_spool_file_loses_only_the_hits_on_that_page(tmp_path: Path) -> None:
    """Covers R8."""
    tries, lost = table.amount(5, 50), []
    for number in range(tries):
        path = tmp_path / str(number) / "spool.db"
        spool = Spool(path, ROOM)
        await asyncio.gather(*(spool.append(b"%04d" % each + bytes(900)) for each in range(400)))
        spool.close()
        content = bytearray(path.read_bytes())
        page = _chance.randrange(10, len(content) // 4096 - 10) * 4096
        content[page : page + 4096] = _chance.randbytes(4096)
        path.write_bytes(content)
        again = Spool(path, ROOM)
        found, counted = len(again.read(1000)), again.dropped
        assert await again.append(b"on")
        again.close()
        assert found + counted == 400
        lost.append(counted)
    table.record(
        "R8 a page of the spool damaged", f"{tries} times", f"at most {max(lost)} of 400 hits lost (counted)"
    )
    assert max(lost) < 40


async def _read(path: Path) -> list[int]:
    spool = Spool(path, ROOM)
    try:
        assert await spool.append(b"on")
        return [int(record[:4]) for _, record in spool.read(1000) if record != b"on"]
    finally:
        spool.close()
