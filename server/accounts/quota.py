"""Limits what one person can store in a day, so that a member cannot fill the disk.

The counts are rows, so that several nodes share them, and each is raised by one conditional update. A day is
a day in UTC. What is beyond the quota waits or is not tracked; a mail goes out in any case.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from typing import Literal

from tortoise.exceptions import IntegrityError
from tortoise.expressions import F
from tortoise.queryset import QuerySet

from server.accounts.models import DailyUsage
from server.accounts.settings import AccountsSettings
from server.lib import clock
from server.lib.database.connection import read_only
from server.lib.runtime import runtime

LEASES_PER_MESSAGE = 5  # a page of Gmail that is closed loses its leases
_TRIES = 5  # another request may begin the day, or give something back, between two queries
What = Literal["leases", "messages"]


def limit_of(what: What) -> int:
    """Return how many leases or messages a person may have in a day; 0 means no limit."""
    messages = runtime()[AccountsSettings].messages_per_day
    return messages * LEASES_PER_MESSAGE if what == "leases" else messages


def renewed_at(now: datetime) -> datetime:
    """Return the moment at which the next day's quota begins."""
    return datetime.combine(now.astimezone(UTC).date() + timedelta(days=1), time(), UTC)


async def spend(account_id: int, what: What, count: int) -> bool:
    """Count `count` more, if that is within today's quota. Return whether it is."""
    limit = limit_of(what)
    if not limit or not count:
        return True
    today = _today(account_id)
    for _ in range(_TRIES):
        if await today.filter(**{f"{what}__lte": limit - count}).update(**{what: F(what) + count}):
            return True
        used = await today.first()
        if used is not None and getattr(used, what) > limit - count:
            return False
        with suppress(IntegrityError):
            await DailyUsage.create(account_id=account_id, day=clock.now().date())
    return False


async def spend_up_to(account_id: int, what: What, count: int) -> int:
    """Count as many of `count` as today's quota has left. Return how many that is."""
    if await spend(account_id, what, count):
        return count
    used = await _today(account_id).first()
    left = limit_of(what) - (getattr(used, what) if used else 0)
    return left if 0 < left < count and await spend(account_id, what, left) else 0


async def give_back(account_id: int, what: What, count: int) -> None:
    """Undo `spend`, because nothing was stored."""
    if count and limit_of(what):
        await _today(account_id).filter(**{f"{what}__gte": count}).update(**{what: F(what) - count})


async def reached_until(account_id: int, limit: int) -> datetime | None:
    """Return until when the person can have no more messages tracked; None if they can.

    `limit`: `limit_of("messages")`, which a stream must take along, since it runs outside the app's context.
    """
    if not limit:
        return None
    used = await _today(account_id).using_db(read_only()).first()
    spent = used and (used.messages >= limit or used.leases >= limit * LEASES_PER_MESSAGE)
    return renewed_at(clock.now()) if spent else None


def _today(account_id: int) -> QuerySet[DailyUsage]:
    return DailyUsage.filter(account_id=account_id, day=clock.now().date())
