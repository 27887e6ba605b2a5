"""Pairs a browser with a person as in RFC 8628 (device authorization).

The browser asks for a code, shows it and polls; the signed-in person types the code on the server's page and
allows the browser. Each step is one conditional update, so one of two racing requests wins.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.exceptions import IntegrityError
from tortoise.expressions import Q
from tortoise.queryset import QuerySet
from tortoise.transactions import in_transaction

from server.accounts.models import Account, PairedBrowser, Pairing
from server.extension.user_code import new_user_code
from server.lib.keys.secret import lookup, new_secret

LIFETIME = timedelta(minutes=10)
INTERVAL = timedelta(seconds=2)
MOST_OPEN = 5000
MOST_OF_ONE = 20  # open pairings of one network, so that nobody can use up MOST_OPEN
_JITTER = timedelta(milliseconds=200)  # polls that were sent in time may arrive a little closer together


@dataclass(frozen=True, slots=True)
class PairingStarted:
    """The answer to the browser. The device code is the browser's secret and is not stored."""

    device_code: str
    user_code: str


@dataclass(frozen=True, slots=True)
class PairingGranted:
    """The browser is paired. The token is sent once and not stored."""

    token: str
    account: Account


@dataclass(frozen=True, slots=True)
class PairingPending:
    """There is no pairing (yet). `why`: authorization_pending | slow_down | access_denied | expired_token."""

    why: str


async def begin(browser: str, now: datetime, network: str = "", address: str = "") -> PairingStarted | None:
    """Open a pairing for `browser`. Return None if too many are open, altogether or from this network.

    `network`: the IPv4 address that the request came from, or the IPv6 network of one home. `address`: the
    exact address, which the person is shown.
    """
    if await _open(now).count() >= MOST_OPEN:
        return None
    if await _open(now).filter(network=network).count() >= MOST_OF_ONE:
        return None
    device_code = new_secret()
    for _ in range(3):  # if another open pairing has the same user code by chance, a new one is drawn
        try:
            pairing = await Pairing.create(
                device_lookup=lookup(device_code),
                user_code=new_user_code(),
                browser=browser,
                network=network,
                address=address,
                created_at=now,
                expires_at=now + LIFETIME,
            )
        except IntegrityError:
            continue
        return PairingStarted(device_code, pairing.user_code)
    return None


async def waiting(user_code: str, now: datetime) -> Pairing | None:
    """Return the pairing with this code that waits for an answer, or None."""
    return await _open(now).filter(user_code=user_code).first()


async def allow(user_code: str, account: Account, now: datetime) -> bool:
    """Let the browser act for `account`. Return False if no pairing with this code waits for an answer."""
    waits = _open(now).filter(user_code=user_code)
    return await waits.update(account_id=account.id, allowed_at=now) == 1


async def deny(user_code: str, account: Account, now: datetime) -> bool:
    """Deny the browser's request. Return False if no pairing with this code waits for an answer."""
    waits = _open(now).filter(user_code=user_code)
    return await waits.update(account_id=account.id, denied_at=now) == 1


async def claim(device_code: str, now: datetime) -> PairingGranted | PairingPending:
    """Return the state of a pairing; once it is allowed, the first request gets the token."""
    async with in_transaction() as db:
        rows = Pairing.filter(device_lookup=lookup(device_code)).using_db(db)
        long_ago = Q(polled_at=None) | Q(polled_at__lte=now - INTERVAL + _JITTER)
        in_time = await rows.filter(long_ago).update(polled_at=now) == 1
        pairing = await rows.select_related("account").first()
        why = _why_not(pairing, in_time, now)
        if why or pairing is None or pairing.account is None:
            return PairingPending(why or "expired_token")
        return await _hand_over(pairing, pairing.account, now, db)


def _why_not(pairing: Pairing | None, in_time: bool, now: datetime) -> str:
    if pairing is None or pairing.claimed_at or pairing.expires_at <= now:
        return "expired_token"
    if pairing.denied_at or (pairing.account and pairing.account.disabled_at):
        return "access_denied"
    if not in_time:
        return "slow_down"
    return "" if pairing.allowed_at else "authorization_pending"


async def _hand_over(
    pairing: Pairing, account: Account, now: datetime, db: BaseDBAsyncClient
) -> PairingGranted | PairingPending:
    # Race: a browser's window and background script ask together. Only one finds the row unclaimed.
    if await Pairing.filter(id=pairing.id, claimed_at=None).using_db(db).update(claimed_at=now) != 1:
        return PairingPending("expired_token")
    token = new_secret()
    await PairedBrowser.create(
        using_db=db,
        account_id=account.id,
        token_lookup=lookup(token),
        browser=pairing.browser,
        address=pairing.address,
        created_at=now,
    )
    return PairingGranted(token, account)


def _open(now: datetime) -> QuerySet[Pairing]:
    return Pairing.filter(expires_at__gt=now, allowed_at=None, denied_at=None)
