"""A worker has what it has stored deleted from the spool's file by the process that writes to the file."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from server.ingest.shared_spool import FORGET, FORGOTTEN, RemoteForget, forget_for
from server.ingest.spool import Spool

ROOM = 1 << 20


class Between:
    """Carries messages from one end to the other, as a link does, if it is not cut."""

    def __init__(self) -> None:
        self.handlers: dict[str, Callable[[object], None]] = {}
        self.is_cut = False

    def tell(self, name: str, value: object) -> bool:
        if not self.is_cut:
            asyncio.get_running_loop().call_soon(self.handlers[name], value)
        return not self.is_cut


async def test_the_writer_of_the_file_deletes_what_the_worker_has_stored(tmp_path: Path) -> None:
    pages, between = Spool(tmp_path / "spool.db", ROOM), Between()
    worker = Spool(tmp_path / "spool.db", ROOM, is_checked=True)
    try:
        forget = RemoteForget(between.tell)
        between.handlers[FORGET] = lambda upto: forget_for(pages, between.tell, int(str(upto)))
        between.handlers[FORGOTTEN] = forget.answered  # type: ignore[assignment]
        for record in (b"one", b"two", b"three"):
            assert await pages.append(record)
        assert [record for _, record in worker.read(9)] == [b"one", b"two", b"three"]
        assert await asyncio.wait_for(forget(2), 60)
        assert [record for _, record in worker.read(9)] == [b"three"]
    finally:
        worker.close()
        pages.close()


async def test_nothing_is_taken_for_deleted_if_the_other_process_cannot_be_asked_or_ends() -> None:
    between = Between()
    forget = RemoteForget(between.tell)
    between.handlers[FORGET] = lambda _: None
    asked = forget(1)
    assert not asked.done()
    forget.end()
    assert await asked is False
    between.is_cut = True
    assert await forget(2) is False


async def test_an_answer_that_is_lost_on_the_way_does_not_stop_the_worker_and_it_can_ask_again() -> None:
    between = Between()
    forget = RemoteForget(between.tell, patience=0.05)
    heard: list[object] = []
    between.handlers[FORGET] = heard.append
    assert await asyncio.wait_for(forget(1), 60) is False
    again = forget(1)
    await asyncio.sleep(0)  # the question arrives
    forget.answered((1, True))
    assert await again is True
    assert heard == [1, 1]


async def test_the_log_is_copied_into_the_file_while_hits_arrive(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "spool.db", 64 << 20)
    log = tmp_path / "spool.db-wal"
    try:
        written = 0
        while written < 60 << 20:
            await asyncio.gather(*(spool.append(bytes(8000)) for _ in range(100)))
            written += 800_000
            assert await spool.forget(spool.bounds()[1])
        assert log.stat().st_size < 40 << 20
        assert spool.dropped == 0
    finally:
        await asyncio.to_thread(spool.close)
