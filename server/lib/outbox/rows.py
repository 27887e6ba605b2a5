"""Defines the table of facts that are to be delivered, and deletes old rows."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tortoise import fields
from tortoise.expressions import Q
from tortoise.models import Model

from server.lib.settled import settled_now

KEEP_DELIVERED = timedelta(days=30)
KEEP_FAILED = timedelta(days=90)
_PRUNED_AT_ONCE = 1000


class OutboxRow(Model):
    """One fact for one listener, under the name of the listener in `reactions.TABLE`.

    While the row is kept, `unique_key` prevents a second row for the same fact and listener. `payload`
    contains ids and, for some facts, a sealed secret; it is emptied on delivery.
    """

    id = fields.BigIntField(primary_key=True)
    fact = fields.CharField(max_length=60)
    listener = fields.CharField(max_length=120)
    unique_key = fields.CharField(max_length=190, unique=True)
    payload: dict[str, Any] = fields.JSONField()
    created_at = fields.DatetimeField()
    due_at = fields.DatetimeField()
    claimed_until = fields.DatetimeField(null=True)
    attempts = fields.IntField(default=0)
    failures = fields.IntField(default=0, db_default=0)  # in a row, without those that waited for somebody
    failing_since = fields.DatetimeField(null=True)  # moved on by the time in which no worker was there
    # `wake` with this key makes the row due. On a failed row: DISMISSED, once the owner has read of it.
    waits_for = fields.CharField(max_length=60, default="", db_default="")
    done_at = fields.DatetimeField(null=True)
    failed_at = fields.DatetimeField(null=True)
    error = fields.TextField(default="")

    class Meta:
        table = "outbox"
        indexes = (("done_at", "failed_at", "due_at"), ("waits_for",))


async def prune() -> None:
    """Delete rows that were delivered, or failed permanently, long enough ago.

    If the same fact is announced after that, it is delivered again, so listeners check the current state.
    """
    now = await settled_now()
    over = Q(done_at__lt=now - KEEP_DELIVERED) | Q(failed_at__lt=now - KEEP_FAILED)
    while ids := await OutboxRow.filter(over).limit(_PRUNED_AT_ONCE).values_list("id", flat=True):
        await OutboxRow.filter(id__in=ids).delete()
