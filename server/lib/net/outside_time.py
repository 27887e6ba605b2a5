"""Remembers what time it is by the clocks of the servers on the internet that we ask (their Date headers)."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from server.lib import clock

FRESH = 3600.0  # seconds for which an answer's time is remembered


class _Told:
    """The last time that we were told, in Unix seconds, and when, by `clock.elapsed`."""

    time: float = 0.0
    at: float | None = None


_told = _Told()


def http_date(text: str) -> datetime | None:
    """Return the time in a header (RFC 9110, section 5.6.7); None if there is none."""
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def hear(date: str) -> None:
    """Remember the Date header of an answer. What is no date is ignored."""
    if moment := http_date(date):
        _told.time, _told.at = moment.timestamp(), clock.elapsed()


def told() -> float | None:
    """Return what time it is by the last answer, in Unix seconds; None if that was long ago."""
    if _told.at is None:
        return None
    passed = clock.elapsed() - _told.at
    return _told.time + passed if 0 <= passed <= FRESH else None


def forget() -> None:
    """Forget what was told."""
    _told.at = None
