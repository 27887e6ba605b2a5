"""Turns a person's reply watch on and off, schedules it, and stores how far their Gmail was read."""

from __future__ import annotations

from datetime import datetime, timedelta

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.queryset import QuerySet

from server.google.failures import Disconnected, GoogleFailure, Limited, Refused
from server.google.models import ReplyWatch
from server.lib import clock
from server.lib.database.due import has_come, is_free
from server.lib.failure import pack
from server.lib.outbox import Permanent, Transient

EVERY = timedelta(seconds=30)
CLAIM = timedelta(minutes=3)
_LONGEST = timedelta(hours=1)
_BARRED = timedelta(minutes=10)  # while somebody has to repair something; Google is then not asked
_LONGEST_PAGE = 255  # characters of a page token, as many as are stored
_FURTHEST = timedelta(days=1)  # no read is put off for so long
_REFUSED = timedelta(hours=6)  # the pause after a permanent failure
_OVERLAP = timedelta(hours=1)
_AT_ONCE = 100


async def of(account_id: int) -> ReplyWatch | None:
    """Return the person's reply watch; None if it is off."""
    return await ReplyWatch.filter(account_id=account_id).first()


async def start(account_id: int) -> None:
    """Turn the reply watch on, if it is not on already."""
    now = clock.now()
    await ReplyWatch.get_or_create({"started_at": now, "due_at": now}, account_id=account_id)


async def start_anew(account_id: int) -> None:
    """Turn the watch on for a newly connected Gmail, and forget how far any earlier Gmail was read."""
    await start(account_id)
    unread = {"history_id": "", "history_page": "", "looked_at": None}
    await ReplyWatch.filter(account_id=account_id).update(**unread)
    await hasten(account_id)


async def resume(account_id: int) -> None:
    """Turn the watch on for a Gmail that was connected again, and read it from where reading stopped."""
    await start(account_id)
    await hasten(account_id)


async def hasten(account_id: int, using: BaseDBAsyncClient | None = None) -> None:
    """Make the reply watch due now, if it is on: what stood in its way is gone."""
    theirs = ReplyWatch.filter(account_id=account_id)
    # A read in progress loses its claim, so that what it stores at its end does not delay the next one.
    due_now = {"due_at": clock.now(), "claimed_until": None, "failures": 0, "trouble": None}
    await (theirs.using_db(using) if using else theirs).update(**due_now)


async def stop(account_id: int) -> None:
    """Turn the reply watch off, and forget how far the person's Gmail was read."""
    await ReplyWatch.filter(account_id=account_id).delete()


async def due() -> list[ReplyWatch]:
    """Return the reply watches that are due now."""
    now = clock.now()
    free, come = is_free("claimed_until", now), has_come("due_at", now, _FURTHEST)
    waiting = ReplyWatch.filter(free, come, account__disabled_at=None)
    return await waiting.order_by("due_at", "id").limit(_AT_ONCE)


async def claim(watch: ReplyWatch) -> bool:
    """Claim the watch for this worker; return whether that succeeded. A claim expires after CLAIM."""
    until = clock.now() + CLAIM
    # Race: two workers saw the same row. Only one update succeeds, because its condition names the old claim.
    before = ReplyWatch.filter(id=watch.id, claimed_until=watch.claimed_until, due_at=watch.due_at)
    watch.claimed_until = until
    return await before.update(claimed_until=until) == 1


async def advance(watch: ReplyWatch, number: str) -> bool:
    """Store how far Gmail was read. Return False if our claim has expired or the watch was turned off."""
    if number == watch.history_id and not watch.history_page:
        return True  # MariaDB does not count rows that an update leaves unchanged
    watch.history_id, watch.history_page = number, ""
    return await _ours(watch).update(history_id=number, history_page="") == 1


async def turn_page(watch: ReplyWatch, page: str) -> bool:
    """Store the next page of the history after `history_id`. Returns the same as `advance`."""
    page = page if len(page) <= _LONGEST_PAGE else ""
    if page == watch.history_page:
        return True
    watch.history_page = page
    return await _ours(watch).update(history_page=page) == 1


async def rest(watch: ReplyWatch, failure: GoogleFailure | None, pause: timedelta = EVERY) -> None:
    """End a read of the person's Gmail that is complete or has failed, and schedule the next one.

    A failure is stored and delays the next read.
    """
    now = clock.now()
    if failure is None:
        change = {"looked_at": now, "failures": 0, "trouble": None, "due_at": now + pause}
    else:
        failures = watch.failures + 1
        change = {
            "failures": failures,
            "trouble": pack([failure.reason]),
            "due_at": now + _pause(failure, failures),
        }
    await _ours(watch).update(claimed_until=None, **change)


def _pause(failure: GoogleFailure, failures: int) -> timedelta:
    match failure:
        case Transient(_, wait):
            usual = min(EVERY * (1 << min(failures, 10)), _LONGEST)
            return max(wait, usual) if wait else usual
        case Permanent():
            return _REFUSED
        case Refused() | Limited():
            return _BARRED
        case Disconnected():  # the next connection makes the watch due
            return _LONGEST


def _ours(watch: ReplyWatch) -> QuerySet[ReplyWatch]:
    return ReplyWatch.filter(id=watch.id, claimed_until=watch.claimed_until)


def since(watch: ReplyWatch, longest: timedelta) -> datetime:
    """Return the time from which to search: an hour before the last complete read, because clocks differ."""
    earliest = clock.now() - longest
    return max(watch.looked_at - _OVERLAP, earliest) if watch.looked_at else earliest
