"""Compares our clock with Google's, by a fresh ID token and by the time of Google's answer. Pure."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from server.failures.codes import FailureCode
from server.lib.failure import Failure

ALLOWED = 60  # seconds by which the two clocks may differ


class WrongTime(Exception):
    """The token's times are wrong even by Google's own clock. The text is for the log."""


def judged(claims: Mapping[str, Any], now: float, ahead: float | None) -> Failure | None:
    """Return how wrong our clock is if a token that Google has just issued is not valid `now`, or None.

    `ahead`: by how many seconds our clock is ahead of Google's; None if that is not known otherwise.
    Raises WrongTime.
    """
    issued, expires = _seconds(claims, "iat"), _seconds(claims, "exp")
    behind = issued - now > ALLOWED
    if expires <= issued:
        raise WrongTime("expires before it was issued")
    if not behind and now - expires <= ALLOWED:
        return None
    off = now - issued if ahead is None else ahead
    if abs(off) <= ALLOWED or (off < 0) != behind:
        raise WrongTime(f"issued {issued - now:.0f} seconds from now, although our clock is right")
    code = FailureCode.CLOCK_BEHIND if behind else FailureCode.CLOCK_AHEAD
    return Failure(code, {"duration": round(abs(off))})


def _seconds(claims: Mapping[str, Any], name: str) -> float:
    value = claims.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise WrongTime(f"no usable {name}")
    return value
