"""Decides which changes of an event's verdict are recorded, to be shown with the event. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from server.verdicts.evidence import Evidence, Packed, pack
from server.verdicts.verdict import Verdict

NOTABLE = 10  # points of the score; smaller changes are not recorded


@dataclass(frozen=True, slots=True)
class ChangedVerdict:
    """A change of a verdict: its kind and score before and after, and the new evidence."""

    was: str
    was_score: int
    now: str
    now_score: int
    because: Packed


def change_of(before: Verdict, after: Verdict) -> ChangedVerdict | None:
    """Return the change from `before` to `after`, or None if it is too small to record."""
    if before.kind == after.kind and abs(before.score - after.score) < NOTABLE:
        return None
    [because] = pack([_because(before, after)])
    return ChangedVerdict(before.kind, before.score, after.kind, after.score, because)


def _because(before: Verdict, after: Verdict) -> Evidence:
    return next((each for each in after.evidence if each not in before.evidence), after.evidence[0])
