"""Tables of accounts, of the devices that act for them (sessions, paired browsers), and of invitations."""

from __future__ import annotations

from tortoise import fields
from tortoise.models import Model


class Account(Model):
    """A person whose data nobody else can see (elsewhere called a tenant or user)."""

    id = fields.BigIntField(primary_key=True)
    email = fields.CharField(max_length=254, unique=True)  # lower case
    name = fields.CharField(max_length=200, default="")
    role = fields.CharField(max_length=20, default="member")  # owner | member
    password_hash = fields.CharField(max_length=255, null=True)
    google_sub = fields.CharField(max_length=255, null=True, unique=True)
    time_zone = fields.CharField(max_length=64, default="UTC")
    prefix = fields.CharField(max_length=16, unique=True)  # in every pixel and link path of this person
    threshold = fields.CharField(max_length=10, default="likely")  # see threshold.py
    alerts_on = fields.BooleanField(default=True)
    created_at = fields.DatetimeField()
    disabled_at = fields.DatetimeField(null=True)
    seen_at = fields.DatetimeField(null=True)  # the badge counts opens after this moment
    language = fields.CharField(max_length=16, null=True)  # None: the one that the browser asks for
    asked_language = fields.CharField(max_length=16, null=True)  # the one that the browser last asked for

    class Meta:
        table = "account"


class Session(Model):
    """One sign-in of one browser. The cookie holds the token, the row only its hash."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="sessions"
    )
    account_id: int
    token_lookup = fields.CharField(max_length=64, unique=True)  # SHA-256 of the token, hex
    created_at = fields.DatetimeField()
    last_seen_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    revoked_at = fields.DatetimeField(null=True)
    revoked_for = fields.CharField(max_length=20, null=True)  # see trust.py
    address = fields.CharField(max_length=45, default="")
    user_agent = fields.CharField(max_length=512, default="")

    class Meta:
        table = "session"


class Invitation(Model):
    """A one-time link with which its holder creates an account; the set-up link creates the owner."""

    id = fields.BigIntField(primary_key=True)
    token_lookup = fields.CharField(max_length=64, unique=True)  # SHA-256 of the token, hex
    role = fields.CharField(max_length=20, default="owner")
    created_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "invitation"


class Pairing(Model):
    """A pairing in progress (RFC 8628).

    The browser polls with the device code; the person allows or denies the pairing by its user code.
    """

    id = fields.BigIntField(primary_key=True)
    device_lookup = fields.CharField(max_length=64, unique=True)  # SHA-256 of the device code, hex
    user_code = fields.CharField(max_length=16, unique=True)
    browser = fields.CharField(max_length=200, default="")
    network = fields.CharField(max_length=64, default="")  # IPv4 address or IPv6 network that began it
    address = fields.CharField(max_length=45, null=True)  # the exact address that began it
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
    """A browser whose extension may act for a person, until it is revoked or idle for too long (trust.py)."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="browsers"
    )
    account_id: int
    token_lookup = fields.CharField(max_length=64, unique=True)  # SHA-256 of the token, hex
    browser = fields.CharField(max_length=200, default="")
    created_at = fields.DatetimeField()
    last_seen_at = fields.DatetimeField(null=True)
    address = fields.CharField(max_length=45, null=True)  # last seen here or, until then, paired
    revoked_at = fields.DatetimeField(null=True)
    revoked_for = fields.CharField(max_length=20, null=True)  # see trust.py

    class Meta:
        table = "paired_browser"


class DailyUsage(Model):
    """How much of the daily quota a person has used on one day (UTC)."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="daily_usages"
    )
    account_id: int
    day = fields.DateField()
    leases = fields.IntField(default=0)
    messages = fields.IntField(default=0)

    class Meta:
        table = "daily_usage"
        unique_together = (("account", "day"),)
