"""Checks a person's password, and limits sign-in attempts: each wrong one makes the next wait longer."""

from __future__ import annotations

import ipaddress
from collections.abc import Hashable
from dataclasses import dataclass, field
from math import ceil

from server.accounts import passwords, people
from server.accounts.models import Account, Session
from server.lib import backoff, clock
from server.lib.backoff import Backoff
from server.lib.net.ip import parse_address

_MINUTES = 60.0
_NAME = "sightline-proving"


@dataclass(frozen=True, slots=True)
class WrongPassword:
    """Address and password do not match, or nobody has that address; the person is not told which."""


@dataclass(frozen=True, slots=True)
class AccountDisabled:
    """The password is right, but the account is disabled."""


@dataclass(frozen=True, slots=True)
class TooManyAttempts:
    """The password was not checked after too many wrong tries. `wait` is in whole seconds."""

    wait: int


@dataclass(slots=True)
class Guard:
    """Counts wrong tries: by IP address and account together, by IP address, and by account.

    The count by account slows down guessing from many addresses. It causes waits of seconds only, and none in
    places where the account was signed in before, so nobody can use it to lock a person out.
    """

    pairs: Backoff = field(default_factory=lambda: Backoff(free=5, longest=15 * _MINUTES))
    origins: Backoff = field(default_factory=lambda: Backoff(free=30, longest=15 * _MINUTES))
    accounts: Backoff = field(default_factory=lambda: Backoff(free=50, longest=10))

    def wait(self, origin: Hashable, email: str, now: float, *, at_home: bool = False) -> int:
        """Return how many whole seconds remain until the next try is allowed. If none, count this try.

        `at_home`: the account was signed in from this place before.
        """
        seconds = max(self.pairs.wait((origin, email), now), self.origins.wait(origin, now))
        if not at_home:
            seconds = max(seconds, self.accounts.wait(email, now))
        if not seconds:
            self.pairs.count((origin, email), now)
            self.origins.count(origin, now)
            if not at_home:
                self.accounts.count(email, now)
        return ceil(seconds)

    def right(self, origin: Hashable, email: str, *, at_home: bool = False) -> None:
        """Note that the password was right.

        Forgets the wrong tries of this address on this account, and takes this try out of the other counts.
        """
        self.pairs.forgive((origin, email))
        self.origins.take_back(origin)
        if not at_home:
            self.accounts.take_back(email)


async def by_password(
    email: str, password: str, address: str
) -> Account | WrongPassword | AccountDisabled | TooManyAttempts:
    """Check an email address and password. Return the account, or why the person cannot sign in.

    `address`: the IP address that the try comes from.
    """
    guard, origin, known = _guard(), network(address), people.clean_address(email)
    whom = known or ""  # other text may be very long, and would be kept for an hour
    account = await Account.filter(email=known).first() if known else None
    at_home = account is not None and await _was_here(account, origin)
    if wait := guard.wait(origin, whom, clock.unix(), at_home=at_home):
        return TooManyAttempts(wait)
    right = await passwords.verify(account.password_hash if account else None, password)
    if account is None or not right:
        return WrongPassword()
    guard.right(origin, whom, at_home=at_home)
    await _keep_current(account, password)
    return AccountDisabled() if account.disabled_at else account


def network(address: str) -> str:
    """Return what counts as one place: an IPv4 address, or the /64 network of an IPv6 address.

    A home may have 2^64 IPv6 addresses.
    """
    parsed = parse_address(address)
    if isinstance(parsed, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed or address)


def _guard() -> Guard:
    fresh = Guard()
    return Guard(
        backoff.of_all_nodes(f"{_NAME}-pairs", fresh.pairs),
        backoff.of_all_nodes(_NAME, fresh.origins),
        backoff.of_all_nodes(f"{_NAME}-accounts", fresh.accounts),
    )


async def _was_here(account: Account, origin: str) -> bool:
    """Return whether a stored session of the account was last seen in this place."""
    addresses = await Session.filter(account_id=account.id).values_list("address", flat=True)
    return any(network(str(address)) == origin for address in addresses if address)


async def _keep_current(account: Account, password: str) -> None:
    if account.password_hash and passwords.outdated(account.password_hash):
        await Account.filter(id=account.id).update(password_hash=await passwords.hashed(password))
