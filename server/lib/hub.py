"""Publishes items to the subscribers of a topic, within one process; redis/hub.py does it across nodes."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_QUEUE_SIZE = 256
_UNHEARD = 1000
KEPT = "limit:"  # topics whose items are kept until somebody listens


class Hub:
    """Fans out items by topic; both are strings. A slow listener loses the oldest items and never blocks."""

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
        """Send `item` to everyone who listens to `topic` now, on any node."""
        self._give(topic, item)
        self.share(topic, item)

    def hear(self, topic: str, ear: Callable[[str], None]) -> None:
        """Call `ear` with each item that other nodes share on `topic`, beginning with the last thousand."""
        self._ears[topic] = ear
        for item in self._unheard.pop(topic, ()):
            ear(item)

    def share(self, topic: str, item: str) -> None:
        """Do nothing: there are no other nodes to send `item` to."""

    async def tend(self) -> None:
        """Do nothing: there are no other nodes to keep in touch with."""

    def deliver(self, topic: str, item: str) -> None:
        """Handle an item that another node has shared."""
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
