"""Verifies and stores what a browser reports about sent mails, and reevaluates the mails' events."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from server.accounts import quota
from server.accounts.models import Account
from server.events.sends.recording import store
from server.lib import clock
from server.lib.hub import Hub
from server.lib.keys.signing import KeyRing
from server.lib.log_throttle import ThrottledLogger
from server.marks.tokens import LIFETIME, Purpose, TokenClaims, TokenError, verify
from server.messages.models import Message
from server.messages.record import NotYours
from server.messages.report import Report

log = logging.getLogger(__name__)

_security = ThrottledLogger(log)
WEIGHT_OF_ONE = 50_000  # characters: a mail with more links or recipients counts as several messages
GRACE = timedelta(days=30)  # a browser may have been offline; an expired token still proves whose mail it is


class QuotaReached(Exception):
    """The person has stored as many messages today as they may."""


@dataclass(frozen=True, slots=True)
class SignedReport:
    """A report with the pixel token that proves whose mail it is about."""

    report: Report
    pixel_token: str


@dataclass(frozen=True, slots=True)
class ReportResult:
    """The result of one report.

    `status`: stored (the report contained something new) | known | refused (permanently).
    """

    status: str
    reason: str = ""


async def take(account: Account, signed: SignedReport, ring: KeyRing, hub: Hub) -> ReportResult:
    """Store a report of `account`; a repeat is harmless.

    Raises QuotaReached, and database errors; the browser sends the report again later.
    """
    claims = _claims(signed, ring)
    if isinstance(claims, str):
        return _refused(account, f"the pixel token is not valid ({claims})")
    if claims.account != account.id or claims.message != signed.report.lease:
        return _refused(account, "the pixel token is of another mail")
    cost = await _cost(signed.report)
    if not await quota.spend(account.id, "messages", cost):
        raise QuotaReached
    changed = False
    try:
        changed = await store(account.id, signed.report, _leased_at(claims))
    except NotYours:
        return _refused(account, "the lease is not yours")
    finally:
        if not changed:  # also after an error, because the browser sends the report again
            await quota.give_back(account.id, "messages", cost)
    if not changed:
        return ReportResult("known")
    hub.publish(f"account:{account.id}", str(signed.report.lease))
    return ReportResult("stored")


async def _cost(report: Report) -> int:
    """Return how many messages of the quota a report takes: one if the mail is new, more if it is long.

    At most a whole day's, or a browser would keep the report in vain.
    """
    known = await Message.filter(id=report.lease, reported_at__not_isnull=True).exists()
    cost = ceil(weight_of(report) / WEIGHT_OF_ONE) - known
    return min(cost, quota.limit_of("messages") or cost)


def weight_of(report: Report) -> int:
    """Return about how many characters a report stores; at least 1."""
    links = sum(len(link.url) + len(link.text) for link in report.links)
    people = sum(len(one.address) + len(one.name) for one in report.recipients)
    return links + people + len(report.subject) + 1


def _claims(signed: SignedReport, ring: KeyRing) -> TokenClaims | str:
    try:
        return verify(ring, Purpose.OPEN, signed.pixel_token, clock.unix() - GRACE.total_seconds())
    except TokenError as error:
        return error.reason


def _refused(account: Account, reason: str) -> ReportResult:
    _security.warn("security: a report of account %s was refused: %s", account.id, reason)
    return ReportResult("refused", reason)


def _leased_at(claims: TokenClaims) -> datetime:
    return clock.from_unix(claims.expiry - LIFETIME[Purpose.OPEN])
