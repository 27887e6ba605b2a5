"""In a queue for everybody, nobody pushes others back."""

from __future__ import annotations

import asyncio

import pytest

from server.lib.fair_queue import FairQueue, QueueFull, Turns


def test_alices_one_request_comes_second_behind_fifty_of_charlies() -> None:
    queue: FairQueue[str] = FairQueue(100)
    for number in range(50):
        queue.push("charlie", f"charlie {number}")
    queue.push("alice", "alice")
    assert [queue.pop() for _ in range(3)] == ["charlie 0", "alice", "charlie 1"]
    assert len(queue) == 48


def test_in_a_full_queue_charlies_newest_gives_way_to_alices() -> None:
    queue: FairQueue[str] = FairQueue(3)
    for number in range(3):
        assert queue.push("charlie", f"charlie {number}") is None
    assert queue.push("alice", "alice") == "charlie 2"
    assert queue.push("charlie", "charlie 3") == "charlie 3"
    assert [queue.pop() for _ in range(3)] == ["charlie 0", "alice", "charlie 1"]


def test_if_everybody_has_one_place_the_newcomer_gives_way() -> None:
    queue: FairQueue[str] = FairQueue(2)
    queue.push("alice", "alice")
    queue.push("bob", "bob")
    assert queue.push("charlie", "charlie") == "charlie"


def test_what_is_removed_is_not_served_and_its_place_is_forgotten() -> None:
    queue: FairQueue[str] = FairQueue(5)
    queue.push("alice", "first")
    assert queue.remove("alice", "first")
    assert not queue.remove("alice", "first")
    assert (len(queue), queue._lanes) == (0, {})
    with pytest.raises(IndexError):
        queue.pop()


async def test_two_work_at_once_and_known_browsers_come_first() -> None:
    turns, order = Turns(2, 10), list[str]()

    async def works(name: str, *, first: bool = False) -> None:
        await turns.take(name, first=first)
        order.append(name)

    for name in ("charlie", "charlie"):
        await works(name)
    waiting = [asyncio.create_task(works("charlie")), asyncio.create_task(works("bob"))]
    waiting.append(asyncio.create_task(works("alice", first=True)))
    await asyncio.sleep(0)
    assert order == ["charlie", "charlie"]
    for _ in waiting:
        turns.give_back()
    await asyncio.gather(*waiting)
    assert order[2:] == ["alice", "charlie", "bob"]


async def test_a_task_that_gives_way_is_told() -> None:
    turns = Turns(1, 1)
    await turns.take("charlie")
    waiting = asyncio.create_task(turns.take("charlie"))
    await asyncio.sleep(0)
    with pytest.raises(QueueFull):
        await turns.take("charlie")
    turns.give_back()
    await waiting


async def test_a_turn_that_ends_just_as_a_client_hangs_up_is_not_lost() -> None:
    turns = Turns(1, 1)
    await turns.take("alice")
    gone = asyncio.create_task(turns.take("bob"))
    await asyncio.sleep(0)
    gone.cancel()  # bob’s task has not run since, so he is still in the queue
    turns.give_back()
    await asyncio.wait_for(turns.take("charlie"), 5)


async def test_a_client_that_has_just_hung_up_may_be_the_one_that_gives_way() -> None:
    turns = Turns(1, 1)
    await turns.take("alice")
    gone = asyncio.create_task(turns.take("bob", first=True))
    await asyncio.sleep(0)
    gone.cancel()
    with pytest.raises(QueueFull):
        await turns.take("bob", first=True)
    turns.give_back()
    await asyncio.wait_for(turns.take("charlie"), 5)


@pytest.mark.parametrize("already", [False, True], ids=["while it waits", "when its turn has just come"])
async def test_a_client_that_hangs_up_leaves_its_turn_to_the_next(already: bool) -> None:
    turns = Turns(1, 5)
    await turns.take("alice")
    gone, next_one = (asyncio.create_task(turns.take(name)) for name in ("bob", "charlie"))
    await asyncio.sleep(0)
    if already:
        turns.give_back()
    gone.cancel()
    if not already:
        await asyncio.gather(gone, return_exceptions=True)
        turns.give_back()
    await asyncio.wait_for(next_one, 5)
    turns.give_back()
    await asyncio.wait_for(turns.take("dora"), 5)
