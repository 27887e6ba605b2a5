"""Costly steps are spaced, so that pixels are answered between them."""

from __future__ import annotations

import asyncio
from itertools import pairwise

from server.lib.work_pace import WorkPace


async def test_between_two_pages_the_loop_passes_often_enough_to_answer_a_pixel() -> None:
    pace, passes, made = WorkPace(), [0], list[int]()

    async def page() -> None:
        await pace.begin("203.0.113.9")
        made.append(passes[0])

    async def pixels() -> None:
        while len(made) < 20:
            await asyncio.sleep(0)
            passes[0] += 1

    await asyncio.gather(pixels(), *(page() for _ in range(20)))
    assert all(after - before >= 10 for before, after in pairwise(made))


async def test_a_page_that_has_begun_is_finished_before_the_next_begins() -> None:
    pace, order = WorkPace(), list[str]()

    async def page(name: str) -> None:
        await pace.begin("203.0.113.9")
        order.append(f"{name} begins")
        await pace.go_on()
        order.append(f"{name} ends")

    await asyncio.gather(page("one"), page("two"))
    assert order == ["one begins", "one ends", "two begins", "two ends"]


async def test_a_page_that_is_asked_for_alone_waits_for_nothing() -> None:
    pace = WorkPace()
    began = asyncio.get_running_loop().time()
    await pace.begin("203.0.113.9")
    await pace.go_on()
    assert asyncio.get_running_loop().time() - began < 1


async def test_a_cancelled_page_holds_up_nobody() -> None:
    pace = WorkPace()
    pages = [asyncio.create_task(pace.begin("203.0.113.9")) for _ in range(3)]
    await asyncio.sleep(0)
    pages[0].cancel()
    pages[1].cancel()
    await asyncio.wait_for(pages[2], 5)
