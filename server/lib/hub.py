"""Publishes items to the subscribers of a topic, within one process (redis/hub.py: on all nodes)."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_QUEUE_SIZE = 256
_UNHEARD = 1000
KEPT = "limit:"  # the beginning of the topics whose items are kept until `hear` is called for the topic


class Hub:
    """Sends items to the subscribers of their topic.

    A slow subscriber loses the oldest items, and never blocks.
    """

    def __init__(self) -> None:
        self._listeners: dict[str, set[asyncio.Queue[str]]] = defaultdict(set)
        self._ears: dict[str, Callable[[str], None]] = {}
        self._unheard: dict[str, deque[str]] = {}

    @contextmanager
    def subscribe(self, topic: str) -> Iterator[asyncio.Queue[str]]:
        """Yield a queue that receives the topic's items for the duration of the block."""
        queue: asyncio.Queue[str] = asyncio.Queue(_QUEUE_SIZE)
        self._listeners[topic].add(queue)
        try:
            yield queue
        finally:
            self._listeners[topic].discard(queue)
            if not self._listeners[topic]:
                del self._listeners[topic]

    def publish(self, topic: str, item: str) -> None:
        """Send `item` to all current subscribers of `topic`, on all nodes."""
        self._give(topic, item)
        self.share(topic, item)

    def hear(self, topic: str, ear: Callable[[str], None]) -> None:
        """Call `ear` with each item that other nodes share on `topic`; first with those kept until now."""
        self._ears[topic] = ear
        for item in self._unheard.pop(topic, ()):
            ear(item)

    def share(self, topic: str, item: str) -> None:
        """Do nothing, because there are no other nodes to which `item` could go."""

    async def tend(self) -> None:
        """Do nothing, because there are no other nodes to exchange items with."""

    def deliver(self, topic: str, item: str) -> None:
        """Pass on an item that another node has shared."""
        self._give(topic, item)
        if ear := self._ears.get(topic):
            ear(item)
        elif topic.startswith(KEPT):
            self._unheard.setdefault(topic, deque(maxlen=_UNHEARD)).append(item)

    def _give(self, topic: str, item: str) -> None:
        for queue in self._listeners.get(topic, ()):
            if queue.full():
                queue.get_nowait()
            queue.put_nowait(item)
