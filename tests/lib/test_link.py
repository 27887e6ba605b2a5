"""Two processes exchange the Hub's items over a socket, and neither waits for the other."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from server.lib.hub import KEPT, Hub
from server.lib.processes.link import MOST_UNSENT, ProcessLink, linked
from tests.waiting import until


class End:
    """One end of a link, with its Hub."""

    def __init__(self) -> None:
        self.hub = Hub()
        self.told: asyncio.Queue[object] = asyncio.Queue()
        self.link = ProcessLink(self.hub)
        self.link.handle("word", self.told.put_nowait)


@asynccontextmanager
async def both_ends() -> AsyncIterator[tuple[End, End]]:
    pages, worker = End(), End()
    ours, theirs = socket.socketpair()
    await linked(pages.link, ours)
    await linked(worker.link, theirs)
    try:
        yield pages, worker
    finally:
        pages.link.close()
        worker.link.close()
        await asyncio.gather(pages.link.ended.wait(), worker.link.ended.wait())


async def test_the_pages_hear_what_the_worker_publishes_and_the_worker_hears_what_the_pages_share() -> None:
    async with both_ends() as (pages, worker):
        heard: asyncio.Queue[str] = asyncio.Queue()
        worker.hub.hear(f"{KEPT}sign-in", heard.put_nowait)
        with pages.hub.subscribe("account:1") as alice, worker.hub.subscribe("account:1") as own:
            worker.hub.publish("account:1", "a message\nin two lines")
            assert await asyncio.wait_for(alice.get(), 30) == "a message\nin two lines"
            assert own.qsize() == 1
        pages.hub.share(f"{KEPT}sign-in", "[1]")
        assert await asyncio.wait_for(heard.get(), 30) == "[1]"


async def test_each_end_gets_what_the_other_one_tells_it_in_order() -> None:
    async with both_ends() as (pages, worker):
        told = [1, None, "a\nb", [2, True]]
        assert [pages.link.tell("word", each) for each in told] == [True] * len(told)
        assert [await asyncio.wait_for(worker.told.get(), 30) for _ in told] == told
        worker.link.tell("word", "back")
        assert await asyncio.wait_for(pages.told.get(), 30) == "back"


async def test_a_process_that_has_nothing_to_tell_is_heard_all_the_same() -> None:
    async with both_ends() as (pages, worker):
        telling = asyncio.create_task(worker.link.tell_counts())

        async def received() -> int:
            return pages.link.received

        first = await until(received, bool)
        assert await until(received, lambda now: now > first) > first
        telling.cancel()


async def test_each_end_learns_that_the_other_has_closed_and_publishing_goes_on_without_it() -> None:
    async with both_ends() as (pages, worker):
        worker.link.close()
        await asyncio.wait_for(pages.link.ended.wait(), 30)
        with pages.hub.subscribe("account:1") as alice:
            pages.hub.publish("account:1", "still here")
            assert alice.get_nowait() == "still here"
        assert not pages.link.tell("word")


async def test_a_worker_that_nobody_listens_to_drops_items_and_tells_so_when_it_can() -> None:
    hub, pages = Hub(), End()
    link = ProcessLink(hub)
    ours, theirs = socket.socketpair()
    await linked(link, ours)
    for number in range(200):
        hub.publish("account:1", f"{number}".ljust(MOST_UNSENT // 20))
        await asyncio.sleep(0)
    assert link.unsent <= 2 * MOST_UNSENT
    with pages.hub.subscribe("account:1") as alice:
        await linked(pages.link, theirs)
        async with asyncio.timeout(30):
            heard: list[str] = []
            while not heard or heard[-1]:
                heard.append((await alice.get()).strip())
    assert heard[:-1] == [str(number) for number in range(len(heard) - 1)]
    assert len(heard) < 200
    link.close()
    pages.link.close()
    await asyncio.gather(link.ended.wait(), pages.link.ended.wait())
