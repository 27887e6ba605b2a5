"""Tables of accounts, their sessions and invitations."""

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
