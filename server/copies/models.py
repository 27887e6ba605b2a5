"""CopySet, its Copies, and the text they are made of."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from server.accounts.models import Account


class CopySet(Model):
    """A draft that goes to each of its readers by itself. One draft has one set at most, for ever.

    Nothing leaves before it was released. Stopped: the draft left by Gmail's own button; what had not left by
    then never does.
    """

    id = fields.UUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="copy_sets"
    )
    account_id: int
    draft_id = fields.CharField(max_length=80)
    revision = fields.CharField(max_length=32)  # Gmail's id of the draft as it was saved last
    subject = fields.CharField(max_length=1000, default="")
    from_address = fields.CharField(max_length=254)
    from_name = fields.CharField(max_length=300, default="")
    mailbox = fields.CharField(max_length=254)  # the Gmail that holds the draft; none other sends its copies
    thread_id = fields.CharField(max_length=32, default="")  # of an answer; otherwise each begins its own
    wishes: dict[str, Any] = fields.JSONField()  # which links are tracked, and what else is added
    created_at = fields.DatetimeField()
    released_at = fields.DatetimeField(null=True)
    stopped_at = fields.DatetimeField(null=True)

    copies: fields.ReverseRelation[Copy]

    class Meta:
        table = "copy_set"
        unique_together = (("account", "draft_id"),)
        indexes = (("released_at", "created_at"),)


class Copy(Model):
    """One mail to one reader. `message_id`: the Message that it becomes when it has left.

    `state`: waiting | sent | failed | stopped. `tried_at`: somebody has begun to send it and it is not known
    how that ended: before it is sent again, the sent mails are looked through.
    """

    id = fields.BigIntField(primary_key=True)
    copy_set: fields.ForeignKeyRelation[CopySet] = fields.ForeignKeyField(
        "models.CopySet", related_name="copies"
    )
    copy_set_id: UUID
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="copies"
    )
    account_id: int
    message_id = fields.UUIDField(unique=True)
    number = fields.IntField()
    address = fields.CharField(max_length=254)
    name = fields.CharField(max_length=300, default="")
    state = fields.CharField(max_length=10, default="waiting")
    tries = fields.IntField(default=0)
    tried_at = fields.DatetimeField(null=True)
    claimed_until = fields.DatetimeField(null=True)  # until then somebody is sending it, or may have been
    sent_at = fields.DatetimeField(null=True)
    failed_at = fields.DatetimeField(null=True)
    dismissed_at = fields.DatetimeField(null=True)  # its writer has read of the failure
    error = fields.CharField(max_length=500, default="")

    class Meta:
        table = "copy"
        unique_together = (("copy_set", "number"),)
        indexes = (("account_id", "state"),)

    @property
    def in_doubt(self) -> bool:
        """Whether it may have left all the same, where it is not known to be sent."""
        return self.tried_at is not None


class CopyText(Model):
    """The draft itself, sealed; kept no longer than until the last copy has left or was given up."""

    id = fields.BigIntField(primary_key=True)
    copy_set: fields.OneToOneRelation[CopySet] = fields.OneToOneField("models.CopySet", related_name="text")
    copy_set_id: UUID
    sealed = fields.BinaryField()  # vault, owner "copies:<set id>"

    class Meta:
        table = "copy_text"
