"""Slows down repeated tries: after a few free ones, each wait is twice as long as the wait before.

With several nodes, each node sends the tries that it counts to the other nodes, which add them to their own
counts. So an answer never waits for another machine. While Redis is unreachable, each node limits only the
tries that it counted itself.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from quart import current_app

from server.lib.hub import KEPT, Hub
from server.lib.runtime import runtime


@dataclass(frozen=True, slots=True)
class _Record:
    tries: int
    free_at: float
    last: float


class Backoff:
    """Counts tries by key. All times are in Unix seconds and come from the caller.

    Callers count a try before they know its outcome, so parallel tries gain nothing; `forgive` clears the
    count. Beyond `capacity` keys, the key that has been idle for longest is dropped.
    """

    def __init__(
        self, free: int, longest: float, forget_after: float = 3600, capacity: int = 10_000, first: float = 1
    ) -> None:
        self._free, self._first, self._longest = free, first, longest
        self._forget_after, self._capacity = forget_after, capacity
        self._records: OrderedDict[Hashable, _Record] = OrderedDict()
        self._hub, self._topic = Hub(), ""

    def share(self, hub: Hub, name: str) -> None:
        """Share counts with the limits of the same name on the other nodes."""
        self._hub, self._topic = hub, f"{KEPT}{name}"
        hub.hear(self._topic, self._heard)

    def __len__(self) -> int:
        return len(self._records)

    def wait(self, key: Hashable, now: float) -> float:
        """Return the seconds until the next try is allowed; 0 if it is allowed now. Counts nothing."""
        record = self._records.get(key)
        if record is None:
            return 0.0
        if now < record.last:  # the clock was set back, and nobody should wait for it to come back
            record = self._records[key] = _Record(record.tries, now + self._pause(record.tries), now)
        return max(0.0, record.free_at - now)

    def tries(self, key: Hashable) -> int:
        """Return how many tries are counted."""
        record = self._records.get(key)
        return record.tries if record else 0

    def count(self, key: Hashable, now: float) -> None:
        """Count one try."""
        self._count(key, now)
        self._tell("count", key, now)

    def forgive(self, key: Hashable) -> None:
        """Clear the count of a key, after a try that succeeded."""
        self._records.pop(key, None)
        self._tell("forgive", key)

    def take_back(self, key: Hashable) -> None:
        """Undo one count of a key that several people share: the success of one must not clear it for all."""
        self._take_back(key)
        self._tell("take back", key)

    def _tell(self, what: str, key: Hashable, now: float = 0.0) -> None:
        if self._topic:
            self._hub.share(self._topic, json.dumps([what, key, now]))

    def _heard(self, item: str) -> None:
        what, key, now = json.loads(item)
        key = _hashable(key)
        if what == "count":
            self._count(key, now)
        elif what == "forgive":
            self._records.pop(key, None)
        else:
            self._take_back(key)

    def _count(self, key: Hashable, now: float) -> None:
        before = self._records.pop(key, None)
        fresh = before is None or now - before.last > self._forget_after
        tries = 1 if fresh or before is None else before.tries + 1
        self._records[key] = _Record(tries, now + self._pause(tries), now)
        while len(self._records) > self._capacity:
            self._records.popitem(last=False)

    def _take_back(self, key: Hashable) -> None:
        record = self._records.get(key)
        if record:
            self._records[key] = _Record(max(0, record.tries - 1), 0.0, record.last)

    def _pause(self, tries: int) -> float:
        if tries < self._free:
            return 0.0
        return min(self._longest, self._first * 2.0 ** min(tries - self._free, 40))


def of_all_nodes(name: str, fresh: Backoff) -> Backoff:
    """Return the app's Backoff of this name, shared with other nodes; the first call stores `fresh`."""
    held: Backoff = current_app.extensions.setdefault(name, fresh)
    if held is fresh:
        fresh.share(runtime()[Hub], name)
    return held


def _hashable(key: Any) -> Hashable:
    return tuple(_hashable(each) for each in key) if isinstance(key, list) else key
