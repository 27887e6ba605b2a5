"""Provides the current time in one place, so that tests can freeze it."""

from __future__ import annotations

import time
from datetime import UTC, datetime


def now() -> datetime:
    """Return the current time as an aware datetime in UTC."""
    return datetime.now(UTC)


def unix() -> float:
    """Return the current Unix time in seconds."""
    return time.time()


def from_unix(seconds: float) -> datetime:
    """Convert Unix seconds to an aware datetime in UTC."""
    return datetime.fromtimestamp(seconds, UTC)
