"""Tables of alerts (mails to the sender about one message) and of browser notifications."""

from __future__ import annotations

from typing import Any

from tortoise import fields
from tortoise.models import Model

from server.accounts.models import Account
from server.lib.database.fields import CompactUUIDField
from server.lib.failure import Packed
from server.messages.models import Message


class Alert(Model):
    """A mail to the sender, one per message and kind.

    Each try uses the same Message-ID, so mail programs can recognise a second delivery.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="alerts"
    )
    account_id: int
    message: fields.ForeignKeyRelation[Message] = fields.ForeignKeyField(
        "models.Message", related_name="alerts"
    )
    message_id: Any
    kind = fields.CharField(max_length=30)  # first_open | reminder
    event_id = CompactUUIDField(null=True)  # the first open
    rfc822_message_id = fields.CharField(max_length=255)
    channel = fields.CharField(max_length=20, default="")  # smtp | gmail | sandbox
    created_at = fields.DatetimeField()
    claimed_until = fields.DatetimeField(null=True)  # a worker is sending the alert until then
    sent_at = fields.DatetimeField(null=True)
    failed_at = fields.DatetimeField(null=True)
    dismissed_at = fields.DatetimeField(null=True)  # the person has read the failure on the dashboard
    error: list[Packed] | None = fields.JSONField(null=True)

    class Meta:
        table = "alert"
        unique_together = (("message", "kind"),)


class BrowserNotification(Model):
    """A notification to be shown once in the person's browsers. An account's ids are in the order of commit.

    `kind`: first_open | open | click | reminder; `begin` is where an account's notifications begin. `key` is
    unique, so nothing is shown twice. `quiet`: recorded but never shown, because the message is muted.
    `claimed_by` is the paired browser that is showing the notification, or has shown it.

    There is no foreign key to account and message. Checking one would lock rows that the digest holds, while
    the digest may wait for the account row that we hold. Orphaned rows are deleted after two weeks.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="browser_notifications", db_constraint=False
    )
    account_id: int
    message: fields.ForeignKeyNullableRelation[Message] = fields.ForeignKeyField(
        "models.Message", related_name="browser_notifications", null=True, db_constraint=False
    )
    message_id: Any
    kind = fields.CharField(max_length=20)
    key = fields.CharField(max_length=100, unique=True)
    event_id = CompactUUIDField(null=True)
    at = fields.DatetimeField()  # when the event happened or the reminder fell due
    created_at = fields.DatetimeField()
    quiet = fields.BooleanField(default=False)
    claimed_by = fields.BigIntField(null=True)
    claimed_until = fields.DatetimeField(null=True)
    shown_at = fields.DatetimeField(null=True)

    class Meta:
        table = "browser_notification"
        indexes = (
            ("account_id", "id"),
            ("account_id", "at"),
            ("created_at",),
            ("message_id",),
            ("event_id",),
        )
