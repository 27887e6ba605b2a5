"""Conditions on times in rows that hold after the clock was set back, too.

What a clock that was ahead has put off would otherwise wait until that time has really come: for a year.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from tortoise.expressions import Q

CLAIMED = timedelta(hours=1)  # claims last for minutes


def has_come(field: str, now: datetime, furthest: timedelta) -> Q:
    """Return the condition that a time has come. Nothing is put off for longer than `furthest`."""
    return _where(f"{field}__lte", now) | _where(f"{field}__gt", now + furthest)


def is_free(field: str, now: datetime) -> Q:
    """Return the condition that nobody claims the row: `field` says until when somebody does."""
    return _where(field, None) | _where(f"{field}__lte", now) | _where(f"{field}__gt", now + CLAIMED)


def _where(condition: str, value: Any) -> Q:
    return Q(**{condition: value})
