"""Tables of sets of individual copies, of the copies, and of the drafts they are made from."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from server.accounts.models import Account
from server.lib.database.fields import CompactUUIDField
from server.lib.failure import Packed


class CopySet(Model):
    """A draft that goes to each of its recipients separately. A draft never has more than one set.

    Nothing is sent before the set is released. A set is stopped when the draft is sent by Gmail's own button;
    copies that have not been sent by then are never sent.
    """

    id = CompactUUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="copy_sets"
    )
    account_id: int
    draft_id = fields.CharField(max_length=80)
    revision = fields.CharField(max_length=32)  # Gmail's id of the draft as last saved
    subject = fields.CharField(max_length=1000, default="")
    from_address = fields.CharField(max_length=254)
    from_name = fields.CharField(max_length=300, default="")
    mailbox = fields.CharField(
        max_length=254
    )  # the Gmail address that holds the draft; only this account sends its copies
    thread_id = fields.CharField(
        max_length=32, default=""
    )  # only for a reply; otherwise each copy begins a thread
    options: dict[str, Any] = fields.JSONField()  # link rules, and which other marks are added
    created_at = fields.DatetimeField()
    released_at = fields.DatetimeField(null=True)
    stopped_at = fields.DatetimeField(null=True)

    copies: fields.ReverseRelation[Copy]

    class Meta:
        table = "copy_set"
        unique_together = (("account", "draft_id"),)
        indexes = (("released_at", "created_at"),)


class Copy(Model):
    """One mail to one recipient. `message_id`: the Message that it becomes once it is sent.

    `state`: waiting | sent | failed | stopped. `tried_at`: when a worker began a try whose outcome is not
    known; the sent mails are searched before the next try.
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
    message_id = CompactUUIDField(unique=True)
    number = fields.IntField()
    address = fields.CharField(max_length=254)
    name = fields.CharField(max_length=300, default="")
    state = fields.CharField(max_length=10, default="waiting")
    tries = fields.IntField(default=0)
    tried_at = fields.DatetimeField(null=True)
    claimed_until = fields.DatetimeField(null=True)  # until then, a worker may be sending the copy
    sent_at = fields.DatetimeField(null=True)
    failed_at = fields.DatetimeField(null=True)
    dismissed_at = fields.DatetimeField(null=True)  # the sender has read of the failure
    error: list[Packed] | None = fields.JSONField(null=True)

    class Meta:
        table = "copy"
        unique_together = (("copy_set", "number"),)
        indexes = (("account_id", "state"),)

    @property
    def in_doubt(self) -> bool:
        """Whether the copy may have been sent in a try whose outcome is not known."""
        return self.tried_at is not None


class CopyText(Model):
    """The sealed draft. It is deleted once no copy needs it any longer: see forget_text in accept.py."""

    id = fields.BigIntField(primary_key=True)
    copy_set: fields.OneToOneRelation[CopySet] = fields.OneToOneField("models.CopySet", related_name="text")
    copy_set_id: UUID
    sealed = fields.BinaryField()  # vault, owner "copies:<set id>"

    class Meta:
        table = "copy_text"
