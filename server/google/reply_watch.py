"""The wish to notice replies and bounces: wanted or not, and how far a person's Gmail was read for it."""

from __future__ import annotations

from datetime import datetime, timedelta

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from server.google.failures import Disconnected, GoogleFailure
from server.google.models import ReplyWatch
from server.lib import clock
from server.lib.outbox import Permanent, Transient

EVERY = timedelta(seconds=30)
CLAIM = timedelta(minutes=3)
_LONGEST = timedelta(hours=1)
_REFUSED = timedelta(hours=6)  # so long after Gmail has said that it never will
_OVERLAP = timedelta(hours=1)
_AT_ONCE = 100


async def of(account_id: int) -> ReplyWatch | None:
    """The person's wish, None without."""
    return await ReplyWatch.filter(account_id=account_id).first()


async def start(account_id: int) -> None:
    """The person wants it. A second time changes nothing."""
    now = clock.now()
    await ReplyWatch.get_or_create({"started_at": now, "due_at": now}, account_id=account_id)


async def start_anew(account_id: int) -> None:
    """The same where Gmail has just been connected: it may be another, in which the numbers mean nothing."""
    await start(account_id)
    fresh = {"history_id": "", "due_at": clock.now(), "claimed_until": None, "failures": 0, "trouble": ""}
    await ReplyWatch.filter(account_id=account_id).update(**fresh)


async def stop(account_id: int) -> None:
    """Not any more: how far their Gmail was read is forgotten."""
    await ReplyWatch.filter(account_id=account_id).delete()


async def due() -> list[ReplyWatch]:
    """Whose Gmail is to be looked at now."""
    now = clock.now()
    free = Q(claimed_until=None) | Q(claimed_until__lt=now)
    waiting = ReplyWatch.filter(free, due_at__lte=now, account__disabled_at=None)
    return await waiting.order_by("due_at", "id").limit(_AT_ONCE)


async def claim(watch: ReplyWatch) -> bool:
    """Whether it is for us to look. The claim runs out by itself, if we are killed."""
    until = clock.now() + CLAIM
    # Race: two workers saw the same row. The claim of before in the condition lets one of the updates win.
    before = ReplyWatch.filter(id=watch.id, claimed_until=watch.claimed_until, due_at=watch.due_at)
    watch.claimed_until = until
    return await before.update(claimed_until=until) == 1


async def advance(watch: ReplyWatch, number: str) -> bool:
    """Keep how far it was read. False: our claim has run out, or the wish is gone; another goes on."""
    if number == watch.history_id:  # MariaDB says of an update that changes nothing that it found nothing
        return True
    watch.history_id = number
    return await _ours(watch).update(history_id=number) == 1


async def rest(watch: ReplyWatch, failure: GoogleFailure | None, pause: timedelta = EVERY) -> None:
    """The look is over: with nothing left to do, or with a failure, which is kept and slows the next down."""
    now = clock.now()
    if failure is None:
        change = {"looked_at": now, "failures": 0, "trouble": "", "due_at": now + pause}
    else:
        failures = watch.failures + 1
        change = {
            "failures": failures,
            "trouble": failure.reason[:300],
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
        case Disconnected():
            return _LONGEST


def _ours(watch: ReplyWatch) -> QuerySet[ReplyWatch]:
    return ReplyWatch.filter(id=watch.id, claimed_until=watch.claimed_until)


def since(watch: ReplyWatch, longest: timedelta) -> datetime:
    """From when on a search has to look: a little before the last look, as clocks differ."""
    earliest = clock.now() - longest
    return max(watch.looked_at - _OVERLAP, earliest) if watch.looked_at else earliest
