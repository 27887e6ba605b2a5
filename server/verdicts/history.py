"""The history of an event's verdict, stored with the event as JSON. Pure.

It is stored without the names of its fields, as lists of values in the order of `_FIELDS`: they would take
more room than the values, and make the row of an event outgrow its page when its verdict changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from server.verdicts.evidence import Evidence, pack
from server.verdicts.verdict import Verdict

MOST = 20  # changes kept per event: the newest
NOTABLE = 10  # points of the score; smaller changes are not recorded

_FIELDS = ("at", "was", "was_score", "now", "now_score", "because")

Change = Mapping[
    str, Any
]  # at (unix milliseconds), was, was_score, now, now_score, because (packed evidence)


def changed(
    before: Verdict, after: Verdict, history: Sequence[Change] | None, at: datetime
) -> list[Change] | None:
    """Return the history with this change appended, or unchanged if the change is too small to record."""
    if before.kind == after.kind and abs(before.score - after.score) < NOTABLE:
        return list(history) if history else None
    entry = {
        "at": int(at.timestamp() * 1000),
        "was": before.kind,
        "was_score": before.score,
        "now": after.kind,
        "now_score": after.score,
        "because": pack([_because(before, after)])[0],
    }
    return [*(history or ()), entry][-MOST:]


def encode(history: Sequence[Change]) -> str:
    """Return the history as the JSON that is stored."""
    return msgspec.json.encode([[change[name] for name in _FIELDS] for change in history]).decode()


def decode(stored: str | bytes) -> list[Change]:
    """Return the history that was stored."""
    return [dict(zip(_FIELDS, change, strict=True)) for change in msgspec.json.decode(stored)]


def _because(before: Verdict, after: Verdict) -> Evidence:
    return next((each for each in after.evidence if each not in before.evidence), after.evidence[0])
