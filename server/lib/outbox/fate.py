"""Decides what becomes of a row after a try: when it is due again, what it waits for, and when it has ended.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from server.lib.outbox.outcomes import Done, Outcome, Permanent, Transient, Waiting

BACK_OFF = tuple(timedelta(seconds=s) for s in (5, 30, 120, 600, 1800, 3600, 7200))  # the last one repeats
FEWEST = 10  # a delivery has not ended before so many failures in a row, however long ago the first one was
FIRST_LOOK = timedelta(minutes=1)  # from the try after which a row waits
LOOK = timedelta(minutes=30)  # a row that waits on is tried so often, even if nobody wakes it


@dataclass(frozen=True, slots=True)
class RowState:
    """The state of a row before a try. `late`: how long after it was due the try began."""

    failures: int
    failing_since: datetime | None
    waits_for: str
    late: timedelta


def judged(past: RowState, outcome: Outcome, patience: timedelta, now: datetime) -> Outcome:
    """Return the outcome, or Permanent in place of a Transient one if the row has failed for too long.

    Its age counts, because the pauses are sometimes seconds and sometimes hours; and the number of failures,
    because a pause may be longer than `patience`.
    """
    if not isinstance(outcome, Transient) or past.failures < FEWEST:
        return outcome
    since = failing_since(past)
    return Permanent(outcome.reason) if since is not None and now - since > patience else outcome


def failing_since(past: RowState) -> datetime | None:
    """Return since when the row fails, without the time in which it was due and no worker was there."""
    return past.failing_since and past.failing_since + max(past.late, timedelta())


def change_for(past: RowState, outcome: Outcome, now: datetime) -> dict[str, Any]:
    """Return the new values of the row's columns."""
    match outcome:
        case Done():
            return {"done_at": now, "error": "", "payload": {}, "waits_for": ""}
        case Waiting(reason, waits_for, wait):
            # Race: what the row waits for may have come between the try and now. So it is tried again soon.
            look = LOOK if waits_for and waits_for == past.waits_for else FIRST_LOOK
            change = {"due_at": now + (wait or look), "waits_for": waits_for}
            return change | {"failures": 0, "failing_since": None, "error": str(reason)}
        case Transient(reason, wait):
            pause = max(wait or BACK_OFF[0], BACK_OFF[min(past.failures, len(BACK_OFF) - 1)])
            change = {"due_at": now + pause, "waits_for": "", "failures": past.failures + 1}
            return change | {"failing_since": failing_since(past) or now, "error": str(reason)}
        case Permanent(reason):
            return {"failed_at": now, "error": str(reason), "waits_for": ""}
