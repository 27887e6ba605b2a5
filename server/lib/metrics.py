"""Counts how often things happened since this process started."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from threading import Lock

_lock = Lock()
_counts: Counter[str] = Counter()


def count(name: str, number: int = 1) -> None:
    """Add to a counter; any thread may call it."""
    with _lock:
        _counts[name] += number


def counted(name: str) -> int:
    """Return the value of a counter."""
    return _counts[name]


def snapshot() -> Mapping[str, int]:
    """Return all counters with their current values."""
    with _lock:
        return dict(_counts)
