"""What became of a verdict: an event's history, in JSON beside it. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from server.verdicts.evidence import Evidence, pack
from server.verdicts.verdict import Verdict

MOST = 20  # changes kept of one event: the newest
NOTABLE = 10  # points of the score; less is no news

Change = Mapping[str, Any]  # at (ISO), was, was_score, now, now_score, because (packed evidence)


def changed(
    before: Verdict, after: Verdict, history: Sequence[Change] | None, at: datetime
) -> list[Change] | None:
    """The history with this change put at its end; as it was when the change is no news."""
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
