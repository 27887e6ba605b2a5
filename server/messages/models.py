"""Defines the tables Message, GmailMessage, Recipient, Link, Return, Mute, Reminder and Viewing."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model

from server.accounts.models import Account
from server.lib.database.fields import CompactUUIDField


class Source(StrEnum):
    """What created a message."""

    GMAIL = "gmail"  # written in Gmail, marked by the extension
    COPY = "copy"  # an individual copy of such a mail, sent by the server
    MANUAL = "manual"  # marked by a person or a script


class Message(Model):
    """One tracked mail. Its id is that of the lease: known before the mail is sent, and part of its tokens.

    `state`: unreported (a hit was stored before the report) | sent | scheduled | undone. `opens` and `clicks`
    count the events by people and likely people; `raw_opens` and `raw_clicks`, all that were not undone.
    """

    id = CompactUUIDField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="messages"
    )
    account_id: int
    source = fields.CharEnumField(Source, description="", max_length=20)
    state = fields.CharField(max_length=20)
    subject = fields.CharField(max_length=1000, default="")
    from_address = fields.CharField(max_length=254, default="")
    from_name = fields.CharField(max_length=300, default="")
    search_text = fields.TextField(default="")  # lower case: subject, names, addresses
    sent_at = fields.DatetimeField(null=True)
    listed_at = fields.DatetimeField()  # sent_at, or when we first heard of the mail; the order of the list
    reported_at = fields.DatetimeField(null=True)
    undone_at = fields.DatetimeField(null=True)
    rfc822_message_id = fields.CharField(max_length=500, null=True)
    opens = fields.IntField(default=0)
    clicks = fields.IntField(default=0)
    raw_opens = fields.IntField(default=0)
    raw_clicks = fields.IntField(default=0)
    overflow_opens = fields.IntField(default=0)  # opens beyond the rate limits, which are only counted
    overflow_clicks = fields.IntField(default=0)
    first_open_at = fields.DatetimeField(null=True)
    last_open_at = fields.DatetimeField(null=True)
    certainty = fields.CharField(max_length=20, null=True)  # the strongest verdict among its opens
    loaded_at = fields.DatetimeField(null=True)  # the first load by a person or machine other than the sender
    last_activity_at = fields.DatetimeField(null=True)
    replied_at = fields.DatetimeField(null=True)  # the newest reply by a person
    bounced_at = fields.DatetimeField(null=True)  # of the last bounce, once all recipients had one
    bounces = fields.IntField(default=0)  # the number of recipients for whom it has bounced
    updated_at = fields.DatetimeField()  # the last change that pages show; live pages ask for newer changes

    recipients: fields.ReverseRelation[Recipient]
    links: fields.ReverseRelation[Link]
    gmail: GmailMessage | None  # only after select_related("gmail")

    class Meta:
        table = "message"
        indexes = (
            ("account_id", "listed_at", "id"),
            ("account_id", "updated_at"),
            ("account_id", "last_activity_at"),
            ("account_id", "rfc822_message_id"),
        )


class GmailMessage(Model):
    """What belongs to a message in Gmail: its ids, what the extension reported, and what was read back.

    The row is created when the first of these is known.
    """

    id = fields.BigIntField(primary_key=True)
    message: fields.OneToOneRelation[Message] = fields.OneToOneField("models.Message", related_name="gmail")
    message_id: Any
    draft_id = fields.CharField(max_length=80, null=True)
    gmail_id = fields.CharField(max_length=32, null=True)
    thread_id = fields.CharField(max_length=32, null=True)
    mailbox = fields.CharField(
        max_length=254, null=True
    )  # address of the Gmail account that it was sent from
    verified_at = fields.DatetimeField(null=True)  # when the mail's own headers were read
    report: dict[str, Any] = fields.JSONField(
        default=dict
    )  # {"fields": field -> [when observed, value]}: see report.py
    differences: dict[str, Any] | None = fields.JSONField(null=True)  # field -> [reported, read from Gmail]
    proof: dict[str, Any] | None = fields.JSONField(null=True)  # the marks in the sent copy: see proof.py

    class Meta:
        table = "gmail_message"
        indexes = (("thread_id",), ("gmail_id",))


class Recipient(Model):
    """One recipient of one message. `number` counts from 1, in the order to, cc, bcc."""

    id = fields.BigIntField(primary_key=True)
    message: fields.ForeignKeyRelation[Message] = fields.ForeignKeyField(
        "models.Message", related_name="recipients"
    )
    message_id: Any
    number = fields.IntField()
    kind = fields.CharField(max_length=3)  # to | cc | bcc
    address = fields.CharField(max_length=254)
    domain = fields.CharField(max_length=253, default="")  # of the address, lower case
    name = fields.CharField(max_length=300, default="")

    class Meta:
        table = "recipient"
        unique_together = (("message", "number"),)
        indexes = (("domain", "address"),)


class Link(Model):
    """One link of one message. `number` counts from 1, in the order of the mail."""

    id = fields.BigIntField(primary_key=True)
    message: fields.ForeignKeyRelation[Message] = fields.ForeignKeyField(
        "models.Message", related_name="links"
    )
    message_id: Any
    number = fields.IntField()
    url = fields.TextField()
    url_hash = fields.CharField(max_length=64)  # SHA-256 of the URL, hex
    text = fields.CharField(max_length=500, default="")
    clicks = fields.IntField(default=0)
    raw_clicks = fields.IntField(default=0)
    first_click_at = fields.DatetimeField(null=True)
    last_click_at = fields.DatetimeField(null=True)

    class Meta:
        table = "link"
        unique_together = (("message", "number"),)
        indexes = (("message_id", "url_hash"),)


class Return(Model):
    """What came back to a message: a reply, or what a delivery report says about one recipient.

    `kind`: one of the names in replies_and_bounces. `address`: who replied, or who was not reached, in lower
    case. `status`: the code of RFC 3463 ("5.1.1"), or "". The text of the mail is not stored.
    """

    id = fields.BigIntField(primary_key=True)
    message: fields.ForeignKeyRelation[Message] = fields.ForeignKeyField(
        "models.Message", related_name="returns"
    )
    message_id: Any
    kind = fields.CharField(max_length=10)
    address = fields.CharField(max_length=254)
    name = fields.CharField(max_length=300, default="")
    at = fields.DatetimeField()  # when Gmail received the mail that came back
    noticed_at = fields.DatetimeField()
    lasting = fields.BooleanField(default=False)  # of a bounce: another try would not help
    status = fields.CharField(max_length=11, default="")
    gmail_message_id = fields.CharField(max_length=32)
    gmail_thread_id = fields.CharField(max_length=32)

    class Meta:
        table = "returned"
        unique_together = (("message", "gmail_message_id", "address"),)


class Mute(Model):
    """A row means that the sender wants no alert and no notification about the message."""

    id = fields.BigIntField(primary_key=True)
    message: fields.OneToOneRelation[Message] = fields.OneToOneField("models.Message", related_name="mute")
    message_id: Any
    created_at = fields.DatetimeField()

    class Meta:
        table = "mute"


class Reminder(Model):
    """A row means that the sender wants to be told if the message is not opened by `due_at`."""

    id = fields.BigIntField(primary_key=True)
    message: fields.OneToOneRelation[Message] = fields.OneToOneField(
        "models.Message", related_name="reminder"
    )
    message_id: Any
    created_at = fields.DatetimeField()
    due_at = fields.DatetimeField()
    fell_due_at = fields.DatetimeField(null=True)  # when the sender was told that the mail is unopened

    class Meta:
        table = "reminder"
        indexes = (("fell_due_at", "due_at"),)


class Viewing(Model):
    """The sender viewed one of their own messages in a paired browser. The row is kept for a day.

    A hit on the message from this `address` and `user_agent`, within seconds before or after `at`, is the
    sender's own. If a proxy hides both, only the message and the time can be compared. An index answers
    queries by message and time (`Viewing.filter(message_id=…, at__gte=…, at__lte=…)`). The browser may report
    an own view a few seconds after the hit.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="viewings"
    )
    account_id: int
    message: fields.ForeignKeyRelation[Message] = fields.ForeignKeyField(
        "models.Message", related_name="viewings"
    )
    message_id: Any
    at = fields.DatetimeField()
    address = fields.CharField(max_length=45, default="")
    user_agent = fields.CharField(max_length=512, default="")

    class Meta:
        table = "viewing"
        indexes = (("message_id", "at"), ("account_id", "at"), ("at",))
