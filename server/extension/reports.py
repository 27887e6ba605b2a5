"""Verifies and stores what a browser reports about sent mails, and reevaluates the mails' events."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.accounts.models import Account
from server.events.sends.recording import store
from server.lib import clock
from server.lib.hub import Hub
from server.lib.keys.signing import KeyRing
from server.lib.log_throttle import ThrottledLogger
from server.marks.tokens import LIFETIME, Purpose, TokenClaims, TokenError, verify
from server.messages.record import NotYours
from server.messages.report import Report

log = logging.getLogger(__name__)

_security = ThrottledLogger(log)
GRACE = timedelta(days=30)  # a browser may have been offline; an expired token still proves whose mail it is


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
    """Store a report of `account`; a repeat is harmless. Raises database errors; the caller may retry."""
    claims = _claims(signed, ring)
    if isinstance(claims, str):
        return _refused(account, f"the pixel token is not valid ({claims})")
    if claims.account != account.id or claims.message != signed.report.lease:
        return _refused(account, "the pixel token is of another mail")
    try:
        changed = await store(account.id, signed.report, _leased_at(claims))
    except NotYours:
        return _refused(account, "the lease is not yours")
    if not changed:
        return ReportResult("known")
    hub.publish(f"account:{account.id}", str(signed.report.lease))
    return ReportResult("stored")


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
