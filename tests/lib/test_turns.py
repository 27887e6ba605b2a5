"""Pages take turns, so that pixels are answered between them."""

from __future__ import annotations

import asyncio

import pytest

from server.lib.turns import Busy, Turns


async def test_of_many_pages_asked_for_at_once_one_is_made_in_each_round_of_the_loop() -> None:
    turns, made, rounds = Turns(), [0], [0]

    async def page() -> None:
        await turns.take()
        made[-1] += 1

    async def pixel() -> None:
        while sum(made) < 50:
            await asyncio.sleep(0)
            rounds[0] += 1
            made.append(0)

    await asyncio.gather(pixel(), *(page() for _ in range(50)))
    assert max(made) == 1
    assert rounds[0] >= 50


async def test_pages_are_made_in_the_order_in_which_they_were_asked_for() -> None:
    turns, order = Turns(), list[int]()

    async def page(number: int) -> None:
        await turns.take_soon()
        order.append(number)

    await asyncio.gather(*(page(number) for number in range(20)))
    assert order == list(range(20))


async def test_when_too_many_wait_the_next_is_told_so_at_once() -> None:
    turns = Turns(most_waiting=3)
    waiting = [asyncio.create_task(turns.take_soon()) for _ in range(3)]
    await asyncio.sleep(0)
    with pytest.raises(Busy):
        await turns.take_soon()
    await asyncio.gather(*waiting)
    await turns.take_soon()


async def test_a_client_that_leaves_the_queue_makes_room() -> None:
    turns = Turns(most_waiting=2)
    waiting = [asyncio.create_task(turns.take_soon()) for _ in range(2)]
    await asyncio.sleep(0)
    waiting[1].cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    await asyncio.wait_for(turns.take_soon(), 5)
