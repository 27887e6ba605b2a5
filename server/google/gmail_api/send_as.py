"""Reads the addresses from which a person's Gmail sends."""

from __future__ import annotations

from server.google.failures import GoogleFailure
from server.google.gmail_api.gmail import Gmail

_ACCEPTED = "accepted"  # also of an entry that says nothing: the person's own address needs no verification


async def addresses(gmail: Gmail, *, verified: bool = False) -> frozenset[str] | GoogleFailure:
    """Return the person's own address and their other sender addresses in Gmail, in lower case.

    `verified`: only those that Gmail sends from; it replaces any other with the person's own.
    """
    found = await gmail.call(lambda users: users.settings().sendAs().list(userId="me"))
    if not isinstance(found, dict):
        return found
    known = {
        str(each.get("sendAsEmail", "")).lower()
        for each in found.get("sendAs", ())
        if not verified or each.get("verificationStatus", _ACCEPTED) == _ACCEPTED
    }
    return frozenset(known | {gmail.address.lower()})
