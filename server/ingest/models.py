"""Defines the table of losses, in which the nodes tell how many hits they could not keep."""

from __future__ import annotations

from tortoise import fields
from tortoise.models import Model


class LossRow(Model):
    """A loss of a node, see losses.py. `dismissed`: how many of them the owner has read of, and when."""

    id = fields.CharField(max_length=16, primary_key=True)
    reason = fields.CharField(max_length=16)
    began_at = fields.DatetimeField()
    last_at = fields.DatetimeField(db_index=True)
    number = fields.BigIntField()
    dismissed = fields.BigIntField(default=0, db_default=0)
    dismissed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "loss"
