"""Compares mail addresses by the mailbox that they lead to. Pure.

Only one thing is folded: gmail.com and googlemail.com, the older name in some countries, are one domain. Dots
and what follows a plus sign may be somebody else's at other providers, and at Gmail they tell apart to whom a
person has given the address.
"""

from __future__ import annotations

from collections.abc import Collection

_DOMAIN, _OTHER_NAME = "@gmail.com", "@googlemail.com"


def folded(address: str) -> str:
    """Return the address in lower case, with Gmail's domain under its usual name."""
    lower = address.lower()
    return lower.removesuffix(_OTHER_NAME) + _DOMAIN if lower.endswith(_OTHER_NAME) else lower


def same_mailbox(one: str, other: str) -> bool:
    """Return whether two addresses lead to the same mailbox."""
    return folded(one) == folded(other)


def spellings(address: str) -> tuple[str, ...]:
    """Return all addresses of the mailbox, in lower case, the usual one first."""
    usual = folded(address)
    return (usual, usual.removesuffix(_DOMAIN) + _OTHER_NAME) if usual.endswith(_DOMAIN) else (usual,)


def among(address: str, others: Collection[str]) -> str | None:
    """Return which of the addresses leads to the mailbox of `address`, as it is written there; None: none."""
    if address in others:
        return address
    wanted = folded(address)
    return next((each for each in others if folded(each) == wanted), None)
