"""Decides whether a message counts as opened, by the threshold that its sender has chosen. Pure.

server/messages/kinds.py explains the kinds of verdicts.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from tortoise.expressions import Q

from server.accounts.threshold import CERTAIN, EVERYTHING, LIKELY
from server.messages.kinds import COUNTING, MACHINES, EventKind, VerdictKind

SIGNS: Mapping[str, frozenset[str]] = {
    CERTAIN: frozenset({VerdictKind.PERSON}),
    LIKELY: COUNTING,
    EVERYTHING: COUNTING | MACHINES,  # but not: you, maybe_you, before_sending, repeat
}
OF_MESSAGES: Mapping[str, Q] = {
    CERTAIN: Q(opens__gt=0, certainty=VerdictKind.PERSON),
    LIKELY: Q(opens__gt=0),
    EVERYTHING: Q(opens__gt=0) | Q(loaded_at__not_isnull=True),
}
NOT_OF_MESSAGES: Mapping[str, Q] = {
    CERTAIN: Q(opens=0) | Q(certainty=None) | Q(certainty=VerdictKind.LIKELY_PERSON),
    LIKELY: Q(opens=0),
    EVERYTHING: Q(opens=0, loaded_at=None),
}
NOTHING_CAME_BACK = Q(replied_at=None, bounced_at=None)  # neither a reply nor a bounce from all recipients


class OpenCounts(Protocol):
    """The fields of a message that decide whether it counts as opened; Message and MailState have them."""

    opens: int
    certainty: str | None
    loaded_at: datetime | None


class OpenMoments(OpenCounts, Protocol):
    """The fields of OpenCounts, with the times and the count of all loads; Message has them."""

    raw_opens: int
    first_open_at: datetime | None
    last_open_at: datetime | None


def is_opened(message: OpenCounts, threshold: str = LIKELY) -> bool:
    """Return whether `message` counts as opened by the threshold."""
    if threshold == CERTAIN:
        return message.opens > 0 and message.certainty == VerdictKind.PERSON
    return message.opens > 0 or (threshold == EVERYTHING and message.loaded_at is not None)


def opens_for(message: OpenMoments, threshold: str) -> int:
    """Return how many opens to show: 0 below the threshold; all loads if only machines loaded the image."""
    return (message.opens or message.raw_opens) if is_opened(message, threshold) else 0


def first_open_for(message: OpenMoments, threshold: str) -> datetime | None:
    """Return the time of the first open if the message counts as opened; otherwise None."""
    return (message.first_open_at or message.loaded_at) if is_opened(message, threshold) else None


def last_open_for(message: OpenMoments, threshold: str) -> datetime | None:
    """Return the time of the last open if the message counts as opened; otherwise None."""
    return (message.last_open_at or message.loaded_at) if is_opened(message, threshold) else None


def signs(threshold: str) -> Q:
    """Return a filter for the opens that make a message count as opened."""
    counted = Q() if threshold == EVERYTHING else Q(counts=True)
    return Q(counted, kind=EventKind.OPEN, verdict__in=list(SIGNS[threshold]), undone_at=None)


def signs_in_sql(threshold: str) -> str:
    """Return the filter of `signs` as a condition on the columns of `event`, for statements in plain SQL."""
    kinds = ", ".join(f"'{kind}'" for kind in sorted(SIGNS[threshold]))
    counted = "" if threshold == EVERYTHING else " AND counts"
    return f"kind = '{EventKind.OPEN}' AND verdict IN ({kinds}) AND undone_at IS NULL{counted}"


def is_sign(kind: str, verdict: str, counts: bool, threshold: str) -> bool:
    """Return whether to tell the sender about an open (the threshold decides) or a click (if it counts)."""
    if kind == EventKind.CLICK or threshold == LIKELY:
        return counts
    return verdict in SIGNS[threshold]
