"""Ends the trust in a person's devices: signs browsers out, and disconnects those with the extension.

Whatever makes earlier sign-ins doubtful calls `end_trust` with its reason, in the transaction that makes the
change, and `announce_end` after the commit. A later second factor or a change of role does the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from tortoise.expressions import Q
from tortoise.queryset import QuerySet
from tortoise.transactions import in_transaction

from server.accounts.models import Account, PairedBrowser, Pairing, Session
from server.lib import clock
from server.lib.hub import Hub
from server.lib.settled import believed

SESSION_IDLE = timedelta(days=14)
BROWSER_IDLE = timedelta(days=90)
ENDED = "trust-ended"  # what open streams hear on the account's topic


class Reason(StrEnum):
    """Why a session or a paired browser ended. The values are stored."""

    BY_HAND = "by_hand"
    PASSWORD_CHANGED = "password_changed"
    SIGNED_OUT_ELSEWHERE = "elsewhere"
    DISABLED = "disabled"
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class TrustEnded:
    """How many sessions and paired browsers ended."""

    sessions: int
    browsers: int


async def end_trust(
    account_id: int, why: Reason, *, but: Session | None = None, keeps_browsers: bool = False
) -> TrustEnded:
    """End a person's sessions (except `but`), paired browsers and pairings in progress.

    `keeps_browsers`: the person says that the paired browsers are their own. Pairings in progress end anyway,
    because one that was allowed a moment ago would become a paired browser afterwards.
    """
    now = clock.now()
    # Race: a browser fetches its token at the same time. Its transaction locks the pairing, so the update of
    # pairings waits for it, and the later update of browsers finds the new one.
    sessions = open_sessions(now).filter(account_id=account_id)
    if but:
        sessions = sessions.exclude(id=but.id)
    ended = await sessions.update(revoked_at=now, revoked_for=why)
    await Pairing.filter(account_id=account_id, claimed_at=None, denied_at=None).update(denied_at=now)
    browsers = paired_browsers(now).filter(account_id=account_id)
    disconnected = 0 if keeps_browsers else await browsers.update(revoked_at=now, revoked_for=why)
    return TrustEnded(ended, disconnected)


async def still_holds(account: Account) -> bool:
    """Return whether the password that was just checked is still the account's, and the account not disabled.

    Checking a password takes a while. One that was right when the check began proves nothing afterwards. A
    change that is under way holds the row, so this waits for it.
    """
    async with in_transaction() as db:
        now = await Account.filter(id=account.id).using_db(db).select_for_update().first()
    return now is not None and not now.disabled_at and now.password_hash == account.password_hash


def announce_end(hub: Hub, account_id: int) -> None:
    """Tell the person's open streams on all nodes to check at once whether their session is still open."""
    hub.publish(f"account:{account_id}", ENDED)


def open_sessions(now: datetime) -> QuerySet[Session]:
    """Return the sessions that are neither revoked, nor over, nor idle for too long."""
    now = believed(now)
    return Session.filter(revoked_at=None, expires_at__gt=now, last_seen_at__gt=now - SESSION_IDLE)


def session_ends_at(session: Session) -> datetime:
    """Return when a session ends if it is not used again."""
    return min(session.expires_at, session.last_seen_at + SESSION_IDLE)


def paired_browsers(now: datetime) -> QuerySet[PairedBrowser]:
    """Return the paired browsers that are neither revoked nor idle for too long."""
    since = believed(now) - BROWSER_IDLE
    used = Q(last_seen_at__gt=since) | Q(last_seen_at=None, created_at__gt=since)
    return PairedBrowser.filter(used, revoked_at=None)


def browser_ends_at(browser: PairedBrowser) -> datetime:
    """Return when a pairing ends if the browser is not used again."""
    return (browser.last_seen_at or browser.created_at) + BROWSER_IDLE
