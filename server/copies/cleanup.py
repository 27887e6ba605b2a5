"""Deletes old drafts of individual copies, and gives up copies that waited too long or got lost."""

from __future__ import annotations

from datetime import datetime, timedelta

from tortoise.expressions import Q

from server.copies.accept import FACT, FAILED, WAITING
from server.copies.models import Copy, CopySet, CopyText
from server.failures.codes import FailureCode
from server.lib import clock
from server.lib.failure import Failure, pack, unpack
from server.lib.outbox import OutboxRow
from server.lib.settled import settled_now

HELD = timedelta(hours=1)  # a browser releases a set immediately or never
KEPT = timedelta(days=30)  # for drafts whose copies wait, or failed and were not dismissed
_AT_ONCE = 1000
LAST_CALL = timedelta(days=7)  # for this long, a copy that waited in vain can be tried again
_IN_VAIN = Failure(FailureCode.WAITED_IN_VAIN, {"days": KEPT.days})
_INTERRUPTED = pack([Failure(FailureCode.MAYBE_SENT), Failure(FailureCode.INTERRUPTED)])


async def forget_old_copies() -> None:
    """Delete sets that were not released within HELD, and the drafts of sets older than KEPT.

    Copies that still wait then have failed, and the sender can try them again for as long as LAST_CALL.
    """
    now = await settled_now()
    await CopySet.filter(released_at=None, stopped_at=None, created_at__lt=now - HELD).delete()
    await _give_up_waiting_copies(now)
    # By id, because MariaDB deletes from one table at a time.
    texts = CopyText.filter(copy_set__created_at__lt=now - KEPT)
    old = set(await texts.values_list("copy_set_id", flat=True))
    shown = Q(state=FAILED, dismissed_at=None, failed_at__gte=now - LAST_CALL)
    needed = Copy.filter(Q(state=WAITING) | shown, copy_set_id__in=old) if old else None
    old -= set(await needed.values_list("copy_set_id", flat=True)) if needed else set()
    # A copy cannot be tried again without its text.
    await Copy.filter(copy_set_id__in=list(old), state=FAILED, dismissed_at=None).update(dismissed_at=now)
    await CopyText.filter(copy_set_id__in=list(old)).delete()


async def _give_up_waiting_copies(now: datetime) -> None:
    old = Copy.filter(state=WAITING, claimed_until=None, copy_set__created_at__lt=now - KEPT)
    for copy in await old.limit(_AT_ONCE):
        error = pack([_IN_VAIN, *unpack(copy.error or ())])
        # Race: a worker has begun to send it.
        waiting = Copy.filter(id=copy.id, state=WAITING, claimed_until=None)
        await waiting.update(state=FAILED, failed_at=now, error=error)


async def give_up_lost_copies() -> None:
    """Mark as failed those copies whose delivery ended without an outcome, so that the sender is told."""
    released = Copy.filter(state=WAITING, copy_set__released_at__not_isnull=True)
    waiting = set(await released.values_list("id", flat=True))
    if not waiting:
        return
    # Race: a copy is settled, or tried again, at this moment. So the outbox rows are read after the waiting
    # copies, and only a copy that still waits is given up.
    due = await OutboxRow.filter(fact=FACT, done_at=None, failed_at=None)
    lost = Copy.filter(id__in=list(waiting - {row.payload["copy"] for row in due}), state=WAITING)
    await lost.update(state=FAILED, failed_at=clock.now(), error=_INTERRUPTED)
