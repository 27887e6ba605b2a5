"""The time, in one place, so that tests can hold it still."""

from __future__ import annotations

import time
from datetime import UTC, datetime


def now() -> datetime:
    """The present moment, aware, UTC."""
    return datetime.now(UTC)


def unix() -> float:
    """Seconds since 1970, UTC."""
    return time.time()


def from_unix(seconds: float) -> datetime:
    """Unix seconds as an aware UTC moment."""
    return datetime.fromtimestamp(seconds, UTC)
