"""Lists the deliveries that failed for good or wait for somebody, and puts failed ones back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from tortoise.functions import Count, Max, Min
from tortoise.queryset import QuerySet

from server.lib import clock
from server.lib.database.connection import read_only
from server.lib.outbox.rows import OutboxRow

DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class WaitingDeliveries:
    """Deliveries to one listener that wait for the same.

    `since`: when the oldest fact was announced; `error`: why one of them waits, as text for the log.
    """

    waits_for: str
    listener: str
    number: int
    since: datetime
    error: str


async def failed(most: int) -> list[OutboxRow]:
    """Return the newest failed deliveries that the owner has not dismissed."""
    return await _failed().using_db(read_only()).order_by("-failed_at", "-id").limit(most)


async def number_failed(since: datetime | None = None) -> int:
    """Return how many deliveries have failed, after `since` if it is given, and are not dismissed."""
    rows = _failed().using_db(read_only())
    return await (rows.filter(failed_at__gt=since) if since else rows).count()


async def waiting() -> list[WaitingDeliveries]:
    """Return what waits until somebody has repaired something, the oldest first."""
    rows = OutboxRow.filter(done_at=None, failed_at=None).exclude(waits_for="").using_db(read_only())
    counted = rows.annotate(number=Count("id"), since=Min("created_at"), why=Max("error"))
    grouped = counted.group_by("waits_for", "listener")
    found = cast(
        "Sequence[tuple[str, str, int, datetime, str]]",
        await grouped.values_list("waits_for", "listener", "number", "since", "why"),
    )
    return sorted((WaitingDeliveries(*each) for each in found), key=lambda each: each.since)


async def try_again(ids: Sequence[int] = ()) -> int:
    """Put failed deliveries back, those with `ids` or else all. Returns their number."""
    fresh = {"failed_at": None, "due_at": clock.now(), "failures": 0, "failing_since": None, "waits_for": ""}
    return await _those(ids).update(**fresh)


async def dismiss(ids: Sequence[int] = ()) -> int:
    """Show failed deliveries no longer, those with `ids` or else all. Returns their number."""
    return await _those(ids).update(waits_for=DISMISSED)


def _failed() -> QuerySet[OutboxRow]:
    return OutboxRow.filter(done_at=None, failed_at__not_isnull=True).exclude(waits_for=DISMISSED)


def _those(ids: Sequence[int]) -> QuerySet[OutboxRow]:
    return _failed().filter(id__in=list(ids)) if ids else _failed()
