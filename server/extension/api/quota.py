"""The answer to a request beyond the person's daily quota."""

from __future__ import annotations

from math import ceil

from server.accounts import quota
from server.extension.api.shown import iso
from server.lib import clock
from server.lib.web.problem import Problem


def quota_reached() -> Problem:
    """Return a 429 problem that says what the limit is and when it ends."""
    now, limit = clock.now(), quota.limit_of("messages")
    until = quota.renewed_at(now)
    return Problem(
        429,
        "quota_reached",
        f"Today’s limit of {limit} tracked messages is reached. Messages go out as usual, without tracking.",
        headers={"Retry-After": str(ceil((until - now).total_seconds()))},
        members={"limit": limit, "until": iso(until)},
    )
