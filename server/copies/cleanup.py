"""What of individual copies is of no use any more, and what nobody tries any more."""

from __future__ import annotations

from datetime import timedelta

from server.copies.accept import FACT, FAILED, WAITING
from server.copies.deliver import DOUBT
from server.copies.models import Copy, CopySet, CopyText
from server.lib import clock
from server.lib.outbox import OutboxRow

HELD = timedelta(hours=1)  # a browser releases at once, or never
KEPT = timedelta(days=30)  # a text whose failures nobody has looked at
INTERRUPTED = "Your server was interrupted each time it tried."


async def forget_old_copies() -> None:
    """Forget drafts that were never let go; failures that were given up long ago, with their texts."""
    now = clock.now()
    await CopySet.filter(released_at=None, stopped_at=None, created_at__lt=now - HELD).delete()
    # By their ids: MariaDB deletes from one table at a time.
    texts = CopyText.filter(copy_set__created_at__lt=now - KEPT)
    old = list(await texts.values_list("copy_set_id", flat=True))
    # Without its text none can be tried again.
    await Copy.filter(copy_set_id__in=old, state=FAILED, dismissed_at=None).update(dismissed_at=now)
    await CopyText.filter(copy_set_id__in=old).delete()


async def give_up_lost_copies() -> None:
    """Copies whose delivery has come to its end before they were settled: their writer is told."""
    released = Copy.filter(state=WAITING, copy_set__released_at__not_isnull=True)
    waiting = set(await released.values_list("id", flat=True))
    if not waiting:
        return
    # Race: one is settled, or tried again, in this very moment: its row is looked for after it was seen
    # waiting, and only one that still waits is given up.
    due = await OutboxRow.filter(fact=FACT, done_at=None, failed_at=None)
    lost = Copy.filter(id__in=list(waiting - {row.payload["copy"] for row in due}), state=WAITING)
    await lost.update(state=FAILED, failed_at=clock.now(), error=f"{DOUBT} {INTERRUPTED}")
