"""Defines what a listener answers about one delivery, and what listeners are."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from server.lib.failure import Failure


@dataclass(frozen=True, slots=True)
class Done:
    """The delivery succeeded, or there was nothing left to do."""


@dataclass(frozen=True, slots=True)
class Transient:
    """The delivery failed but is worth another try, after the longer of `wait` and the usual backoff."""

    reason: Failure
    wait: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Permanent:
    """The delivery can never succeed; the reason is kept on the row."""

    reason: Failure


@dataclass(frozen=True, slots=True)
class Waiting:
    """The delivery waits until somebody has repaired what `reason` names, or until a limit has passed.

    `waits_for`: the key with which `wake` makes the row due again. `wait`: when it is due without that.
    """

    reason: Failure
    waits_for: str = ""
    wait: timedelta | None = None


Outcome = Done | Transient | Permanent | Waiting
Listener = Callable[[Mapping[str, Any]], Awaitable[Outcome]]
End = Callable[[Mapping[str, Any], Failure], Awaitable[bool]]
"""Ends what a delivery was for, given its payload and why it failed for good. It may be called again.

It returns whether the failure is kept and shown elsewhere, with a button of its own, so that the row is done.
"""
