"""Queues in which nobody can push others back: places take turns, and the longest queue gives way."""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import Hashable
from typing import Generic, TypeVar

Item = TypeVar("Item")


class FairQueue(Generic[Item]):
    """Holds at most `capacity` items. Each belongs to a place, such as the address of a client.

    Places take turns, however many items each has. In a full queue, the place with the most items gives way.
    """

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._lanes: OrderedDict[Hashable, deque[Item]] = OrderedDict()
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def push(self, place: Hashable, item: Item) -> Item | None:
        """Add an item. Return the item that has to give way for it, perhaps the same one, or None."""
        self._lanes.setdefault(place, deque()).append(item)
        self._length += 1
        if self._length <= self._capacity:
            return None
        longest = max(self._lanes, key=lambda each: (len(self._lanes[each]), each == place))
        return self._taken(longest, self._lanes[longest].pop())

    def pop(self) -> Item:
        """Remove and return the next item. Raises IndexError if there is none."""
        if not self._lanes:
            raise IndexError("the queue is empty")
        place, lane = next(iter(self._lanes.items()))
        self._lanes.move_to_end(place)
        return self._taken(place, lane.popleft())

    def remove(self, place: Hashable, item: Item) -> bool:
        """Remove an item. Return whether it was in the queue."""
        lane = self._lanes.get(place, deque())
        if item not in lane:
            return False
        lane.remove(item)
        self._taken(place, item)
        return True

    def _taken(self, place: Hashable, item: Item) -> Item:
        self._length -= 1
        if not self._lanes[place]:
            del self._lanes[place]
        return item


class QueueFull(Exception):
    """There are too many in the queue; this one was not served."""


class Turns:
    """Lets `at_once` tasks work at the same time; at most `waiting` others wait in two fair queues.

    One queue is for those who come `first`, such as people who have been here before. It is served before
    the other one. A task that is cancelled while it waits leaves the queue.
    """

    def __init__(self, at_once: int, waiting: int) -> None:
        self._free = at_once
        self._queues: dict[bool, FairQueue[asyncio.Future[None]]] = {
            first: FairQueue(waiting) for first in (True, False)
        }

    async def take(self, place: Hashable, *, first: bool = False) -> None:
        """Wait for a turn, which the caller ends with `give_back`. Raises QueueFull."""
        if self._free:
            self._free -= 1
            return
        queue, turn = self._queues[first], asyncio.get_running_loop().create_future()
        given_way = queue.push(place, turn)
        if given_way is not None and not given_way.done():
            given_way.set_exception(QueueFull())
        try:
            await turn
        except asyncio.CancelledError:
            if not queue.remove(place, turn) and not turn.cancelled() and turn.exception() is None:
                self.give_back()  # the turn came in the moment of the cancellation
            raise

    def give_back(self) -> None:
        """End a turn: the next in the queue gets it."""
        turn = self._next()
        if turn is None:
            self._free += 1
        else:
            turn.set_result(None)

    def _next(self) -> asyncio.Future[None] | None:
        for queue in self._queues.values():
            while queue:
                turn = queue.pop()
                if not turn.done():  # otherwise its task was cancelled, but has not run since
                    return turn
        return None
