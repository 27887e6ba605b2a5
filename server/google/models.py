"""Defines the tables of OAuth flows in progress, Gmail grants, and the Gmail features that people have on."""

from __future__ import annotations

from tortoise import fields
from tortoise.models import Model

from server.accounts.models import Account
from server.lib.failure import Packed


class OAuthFlow(Model):
    """One visit to Google's consent page.

    It can be used once, within ten minutes, by the browser that began it.
    """

    id = fields.BigIntField(primary_key=True)
    state_lookup = fields.CharField(max_length=64, unique=True)  # SHA-256 of state, hex
    browser_lookup = fields.CharField(max_length=64)  # SHA-256 of the flow cookie, hex
    purpose = fields.CharField(max_length=20)  # sign-in | set-up | connect
    verifier = fields.CharField(max_length=128)  # PKCE
    nonce = fields.CharField(max_length=64)
    scopes: list[str] = fields.JSONField()
    features: list[str] = fields.JSONField(default=list)  # when connecting: what the scopes are for
    account: fields.ForeignKeyNullableRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="oauth_flows", null=True
    )
    account_id: int | None
    invitation_lookup = fields.CharField(max_length=64, default="")
    next_path = fields.CharField(max_length=500, default="/")
    created_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "oauth_flow"


class GmailGrant(Model):
    """A person's permission to use their Gmail, as far as the scopes allow.

    `disconnected_at` is set, with a `failure`, once Google has ended the grant. Its token is kept until
    `second_look_at`, when Google is asked once more. `refusal` is set while Google refuses what somebody can
    repair; then Google is asked again at `probe_at` only.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.OneToOneRelation[Account] = fields.OneToOneField(
        "models.Account", related_name="gmail_grant"
    )
    account_id: int
    email = fields.CharField(max_length=254)
    google_sub = fields.CharField(max_length=255)
    scopes: list[str] = fields.JSONField()
    sealed_refresh_token = fields.BinaryField(null=True)  # vault, owner "gmail-grant:<account id>"
    connected_at = fields.DatetimeField()
    disconnected_at = fields.DatetimeField(null=True)
    failure: list[Packed] | None = fields.JSONField(null=True)
    second_look_at = fields.DatetimeField(null=True)
    access_ends_at = fields.DatetimeField(null=True)  # when the permission ends, if Google has said so
    refused_since = fields.DatetimeField(null=True)
    refusal: list[Packed] | None = fields.JSONField(null=True)
    refusals = fields.IntField(default=0, db_default=0)  # in a row; makes the pauses between probes longer
    probe_at = fields.DatetimeField(null=True)
    may_send_at = fields.DatetimeField(null=True)  # when Gmail's limit of sent mails ends

    class Meta:
        table = "gmail_grant"


class GmailLabels(Model):
    """A row means that the person wants labels on opened and clicked mails.

    `opened_id` and `clicked_id` are Gmail's ids of the labels; "" until the labels exist.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.OneToOneRelation[Account] = fields.OneToOneField(
        "models.Account", related_name="gmail_labels"
    )
    account_id: int
    started_at = fields.DatetimeField()
    opened_id = fields.CharField(max_length=64, default="")
    clicked_id = fields.CharField(max_length=64, default="")

    class Meta:
        table = "gmail_labels"


class SentCopyCheck(Model):
    """A row means that the person wants each sent mail to be read once, to check that the marks are in it."""

    id = fields.BigIntField(primary_key=True)
    account: fields.OneToOneRelation[Account] = fields.OneToOneField(
        "models.Account", related_name="sent_copy_check"
    )
    account_id: int
    started_at = fields.DatetimeField()

    class Meta:
        table = "sent_copy_check"


class ReplyWatch(Model):
    """A row means that the person wants replies and bounces to be noticed. It stores how far Gmail was read.

    `history_id`: Gmail's number of the last change that was read; "" before the first read.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.OneToOneRelation[Account] = fields.OneToOneField(
        "models.Account", related_name="reply_watch"
    )
    account_id: int
    started_at = fields.DatetimeField()
    history_id = fields.CharField(max_length=20, default="")
    history_page = fields.CharField(max_length=255, default="", db_default="")  # of the history
    looked_at = fields.DatetimeField(null=True)  # when the last look was completed
    due_at = fields.DatetimeField()
    claimed_until = fields.DatetimeField(null=True)
    failures = fields.IntField(default=0)  # in a row
    trouble: list[Packed] | None = fields.JSONField(null=True)

    class Meta:
        table = "reply_watch"
        indexes = (("due_at",),)
