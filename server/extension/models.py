"""Tables of paired browsers and of pairings in progress."""

from __future__ import annotations

from tortoise import fields
from tortoise.models import Model

from server.accounts.models import Account


class Pairing(Model):
    """A pairing in progress (RFC 8628).

    The browser polls with the device code; the person allows or denies the pairing by its user code.
    """

    id = fields.BigIntField(primary_key=True)
    device_lookup = fields.CharField(max_length=64, unique=True)  # SHA-256 of the device code, hex
    user_code = fields.CharField(max_length=16, unique=True)
    browser = fields.CharField(max_length=200, default="")
    network = fields.CharField(max_length=64, default="")  # IPv4 address or IPv6 network that began it
    created_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    polled_at = fields.DatetimeField(null=True)
    account: fields.ForeignKeyNullableRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="pairings", null=True
    )
    account_id: int | None
    allowed_at = fields.DatetimeField(null=True)
    denied_at = fields.DatetimeField(null=True)
    claimed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "pairing"


class PairedBrowser(Model):
    """A browser whose extension may act for a person until the pairing is revoked."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="browsers"
    )
    account_id: int
    token_lookup = fields.CharField(max_length=64, unique=True)  # SHA-256 of the token, hex
    browser = fields.CharField(max_length=200, default="")
    created_at = fields.DatetimeField()
    last_seen_at = fields.DatetimeField(null=True)
    revoked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "paired_browser"
