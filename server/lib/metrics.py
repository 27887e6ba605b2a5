"""Numbers of this process: how often something happened since it started."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from threading import Lock

_lock = Lock()
_counts: Counter[str] = Counter()


def count(name: str, number: int = 1) -> None:
    """Add to a number; any thread may."""
    with _lock:
        _counts[name] += number


def counted(name: str) -> int:
    """How often so far."""
    return _counts[name]


def snapshot() -> Mapping[str, int]:
    """All numbers, as they stand."""
    with _lock:
        return dict(_counts)
