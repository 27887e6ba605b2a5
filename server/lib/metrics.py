"""Counts events in this process by name, since its start."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from threading import Lock

_lock = Lock()
_counts: Counter[str] = Counter()


def count(name: str, number: int = 1) -> None:
    """Add `number` to a counter. Any thread may call this function."""
    with _lock:
        _counts[name] += number


def counted(name: str) -> int:
    """Return the value of the counter `name`."""
    return _counts[name]


def snapshot() -> Mapping[str, int]:
    """Return all counters with their current values."""
    with _lock:
        return dict(_counts)
