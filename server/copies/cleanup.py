"""Deletes old drafts of individual copies and gives up copies whose delivery was lost."""

from __future__ import annotations

from datetime import timedelta

from server.copies.accept import FACT, FAILED, WAITING
from server.copies.models import Copy, CopySet, CopyText
from server.failures.codes import FailureCode
from server.lib import clock
from server.lib.failure import Failure, pack
from server.lib.outbox import OutboxRow

HELD = timedelta(hours=1)  # a browser releases a set immediately or never
KEPT = timedelta(days=30)  # for drafts with failures that nobody has dismissed
_INTERRUPTED = pack([Failure(FailureCode.MAYBE_SENT), Failure(FailureCode.INTERRUPTED)])


async def forget_old_copies() -> None:
    """Delete sets that were not released within HELD, and the drafts of sets older than KEPT."""
    now = clock.now()
    await CopySet.filter(released_at=None, stopped_at=None, created_at__lt=now - HELD).delete()
    # By id, because MariaDB deletes from one table at a time.
    texts = CopyText.filter(copy_set__created_at__lt=now - KEPT)
    old = list(await texts.values_list("copy_set_id", flat=True))
    # A copy cannot be tried again without its text.
    await Copy.filter(copy_set_id__in=old, state=FAILED, dismissed_at=None).update(dismissed_at=now)
    await CopyText.filter(copy_set_id__in=old).delete()


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
