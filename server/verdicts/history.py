"""The history of an event's verdict, stored with the event as JSON. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from server.verdicts.evidence import Evidence, pack
from server.verdicts.verdict import Verdict

MOST = 20  # changes kept per event: the newest
NOTABLE = 10  # points of the score; smaller changes are not recorded

Change = Mapping[str, Any]  # at (ISO), was, was_score, now, now_score, because (packed evidence)


def changed(
    before: Verdict, after: Verdict, history: Sequence[Change] | None, at: datetime
) -> list[Change] | None:
    """Return the history with this change appended, or unchanged if the change is too small to record."""
    if before.kind == after.kind and abs(before.score - after.score) < NOTABLE:
        return list(history) if history else None
    entry = {
        "at": at.isoformat(timespec="milliseconds"),
        "was": before.kind,
        "was_score": before.score,
        "now": after.kind,
        "now_score": after.score,
        "because": pack([_because(before, after)])[0],
    }
    return [*(history or ()), entry][-MOST:]


def _because(before: Verdict, after: Verdict) -> Evidence:
    return next((each for each in after.evidence if each not in before.evidence), after.evidence[0])
