"""Publishes items to the subscribers of a topic, in this process and in those that are attached to it.

redis/hub.py publishes them on all nodes.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_QUEUE_SIZE = 256
_UNHEARD = 1000
KEPT = "limit:"  # the beginning of the topics whose items are kept until `hear` is called for the topic


Share = Callable[[str, str], None]  # gets topic and item


class Hub:
    """Sends items to the subscribers of their topic.

    A slow subscriber loses the oldest items, and never blocks.
    """

    def __init__(self) -> None:
        self._listeners: dict[str, set[asyncio.Queue[str]]] = defaultdict(set)
        self._ears: dict[str, Callable[[str], None]] = {}
        self._unheard: dict[str, deque[str]] = {}
        self._attached: list[Share] = []

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
        """Send `item` to all current subscribers of `topic`, in all processes and on all nodes."""
        self._give(topic, item)
        self.share(topic, item)

    def hear(self, topic: str, ear: Callable[[str], None]) -> None:
        """Call `ear` with each item that others share on `topic`; first with those kept until now."""
        self._ears[topic] = ear
        for item in self._unheard.pop(topic, ()):
            ear(item)

    def share(self, topic: str, item: str) -> None:
        """Send `item` to the attached processes; there are no other nodes to which it could go."""
        for share in self._attached:
            share(topic, item)

    async def tend(self) -> None:
        """Do nothing, because there are no other nodes to exchange items with."""

    def attach(self, share: Share) -> None:
        """Call `share` with each item that this process shares, to send it to another process."""
        self._attached.append(share)

    def detach(self, share: Share) -> None:
        """Undo `attach`."""
        self._attached.remove(share)

    def forward(self, topic: str, item: str) -> None:
        """Pass on an item that an attached process has shared, here and to the other nodes."""
        self.deliver(topic, item)

    def stir(self) -> None:
        """Give each subscriber an empty item, because it may have missed some, so that it looks itself."""
        for topic in tuple(self._listeners):
            self._give(topic, "")

    def deliver(self, topic: str, item: str) -> None:
        """Pass on an item that another process or node has shared."""
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
