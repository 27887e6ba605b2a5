"""Checks a person's password, and limits sign-in attempts: each wrong one makes the next wait longer."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, fields
from math import ceil

from server.accounts import devices, passwords, people
from server.accounts.models import Account
from server.lib import backoff, clock
from server.lib.backoff import Backoff
from server.lib.database.connection import read_only
from server.lib.fair_queue import QueueFull
from server.lib.net.ip import network, site

_NAME = "sightline-proving"
_GOES_ON = 8  # tries from one address at one account: the last ones had to wait
_BUSY_SECONDS = 3  # in which the queue of passwords to check empties


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


@dataclass(frozen=True, slots=True)
class Busy:
    """The password was not checked because too many others are. `wait` is in whole seconds."""

    wait: int


@dataclass(frozen=True, slots=True)
class Attempt:
    """Who tries to sign in: IP address, email address and, in a browser that was here before, its device.

    `claimed`: the address for which a proxy asks that TRUSTED_PROXIES should name.
    """

    address: str
    email: str
    device: str | None = None
    claimed: str | None = None


@dataclass(slots=True)
class Guard:
    """Counts wrong tries. Decides without knowing whether there is such an account, so it tells nobody.

    A known device is slowed down by its own tries only, so that nobody can lock a person out of their own
    browser. All other tries are counted by network and account together, by network, by site (the /48 of
    IPv6, which of IPv4 is the network), and by account. The count by account slows down guessing from many
    networks. Its waits are the shortest, since anybody can cause them for anybody; and none is long, since
    people may share a network with a guesser.

    Behind a proxy that nobody has named, all people share its address. So the larger limit, of its site,
    holds in place of that of its network, whatever the proxy claims. And once somebody goes on guessing at
    one account there, the address that the proxy claims counts in place of its own, in a memory that
    invented addresses share with nobody.
    """

    devices: Backoff = field(default_factory=lambda: Backoff(free=10, longest=15 * 60))
    pairs: Backoff = field(default_factory=lambda: Backoff(free=5, longest=30))
    claims: Backoff = field(default_factory=lambda: Backoff(free=5, longest=30))
    networks: Backoff = field(default_factory=lambda: Backoff(free=30, longest=30))
    sites: Backoff = field(default_factory=lambda: Backoff(free=120, longest=30))
    accounts: Backoff = field(default_factory=lambda: Backoff(free=50, longest=10))

    def wait(self, attempt: Attempt, now: float) -> int:
        """Return how many whole seconds remain until the next try is allowed. If none, count this try."""
        limits = [*self._limits(attempt)]
        seconds = max(limit.wait(key, now) for limit, key in limits)
        if not seconds:
            for limit, key in limits:
                limit.count(key, now)
        return ceil(seconds)

    def right(self, attempt: Attempt) -> None:
        """Note that the password was right.

        Forgets the wrong tries of this device, or of this network on this account, and takes this try out of
        the counts that other people share.
        """
        (own, key), *shared = self._limits(attempt)
        own.forgive(key)
        for limit, each in shared:
            limit.take_back(each)

    def unchecked(self, attempt: Attempt) -> None:
        """Take a try out of all counts, because its password was not checked."""
        for limit, key in self._limits(attempt):
            limit.take_back(key)

    def _limits(self, attempt: Attempt) -> Iterator[tuple[Backoff, Hashable]]:
        """Yield the limits on an attempt with their keys; the first one nobody else shares."""
        if attempt.device:
            yield self.devices, attempt.device
            return
        origin = network(attempt.address)
        if attempt.claimed and self.pairs.tries((origin, attempt.email)) >= _GOES_ON:
            yield self.claims, (origin, network(attempt.claimed), attempt.email)
        else:
            yield self.pairs, (origin, attempt.email)
        if not attempt.claimed:
            yield self.networks, origin
        yield self.sites, site(attempt.address)
        yield self.accounts, attempt.email


async def by_password(
    email: str, password: str, address: str, claimed: str | None = None
) -> Account | WrongPassword | AccountDisabled | TooManyAttempts | Busy:
    """Check an email address and password. Return the account, or why the person cannot sign in.

    `address`: the IP address that the try comes from; `claimed`: see Attempt. Nothing here takes longer, or
    is asked of the database more often, for an address that has an account.
    """
    guard = _guard()
    whom = people.clean_address(email) or ""  # other text may be very long, and would be kept for an hour
    attempt = Attempt(address, whom, devices.of_request(whom), claimed)
    if wait := guard.wait(attempt, clock.unix()):
        return TooManyAttempts(wait)
    place, known = attempt.device or site(address), attempt.device is not None
    kept: str | None = None

    async def look_up() -> str | None:
        nonlocal kept
        kept = await _kept(whom)
        return kept

    try:
        right = await passwords.verify(look_up, password, place, known=known)
    except QueueFull:
        guard.unchecked(attempt)
        return Busy(_BUSY_SECONDS)
    if not right:
        return WrongPassword()
    guard.right(attempt)
    account = await Account.get(email=whom)
    if account.password_hash != kept:
        return WrongPassword()  # it was changed while the old one was checked
    with suppress(QueueFull):  # another sign-in will do
        await _keep_current(account, password)
    return AccountDisabled() if account.disabled_at else account


def _guard() -> Guard:
    """Return the app's guard, whose counts the nodes share."""
    fresh = Guard()
    names = (each.name for each in fields(Guard))
    return Guard(**{name: backoff.of_all_nodes(f"{_NAME}-{name}", getattr(fresh, name)) for name in names})


async def _kept(email: str) -> str | None:
    # Plain values: to build an Account would take longer than to find none.
    found = await Account.filter(email=email).using_db(read_only()).values_list("password_hash", flat=True)
    return str(found[0]) if found and found[0] else None


async def _keep_current(account: Account, password: str) -> None:
    if account.password_hash and passwords.outdated(account.password_hash):
        account.password_hash = await passwords.hashed(password)
        await Account.filter(id=account.id).update(password_hash=account.password_hash)
