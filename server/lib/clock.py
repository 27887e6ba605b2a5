"""Provides the current time in one place, so that tests can freeze it."""

from __future__ import annotations

import time
from datetime import UTC, datetime

_UNSET = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)  # the first is Linux's


def now() -> datetime:
    """Return the current time as an aware datetime in UTC."""
    return datetime.now(UTC)


def unix() -> float:
    """Return the current Unix time in seconds."""
    return time.time()


def elapsed() -> float:
    """Return seconds that only ever pass: nobody sets this clock, and it goes on while the machine sleeps.

    The value itself means nothing; it differs from process to process.
    """
    return time.clock_gettime(_UNSET)


def from_unix(seconds: float) -> datetime:
    """Convert Unix seconds to an aware datetime in UTC."""
    return datetime.fromtimestamp(seconds, UTC)
