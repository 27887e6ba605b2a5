"""Asks Google again about grants that it refuses for now, or that seem to have ended.

What waits for a grant does not ask by itself: one probe for each grant does, in longer and longer pauses.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta

from tortoise.queryset import QuerySet

from server.google.access import grant_state, grants
from server.google.access.grant_keeper import StoredGrantKeeper
from server.google.failures import REPAIRS, Refused, Who
from server.google.models import GmailGrant
from server.lib import clock
from server.lib.database.due import has_come

log = logging.getLogger(__name__)

AT_ONCE = 5  # probes, and as many second looks
CLAIM = timedelta(minutes=3)
LONGEST = 110.0  # seconds for one probe; less than CLAIM
_FURTHEST = timedelta(days=2)  # Google is asked sooner than that
NOT_BEFORE = timedelta(minutes=1)  # since the last probe: a person may ask for another one


async def ask_again() -> None:
    """Ask about the grants that are due, a handful at a time."""
    now = clock.now()
    refused = _refused().filter(has_come("probe_at", now, _FURTHEST)).order_by("probe_at").limit(AT_ONCE)
    doubted = _of_people().filter(has_come("second_look_at", now, _FURTHEST)).order_by("second_look_at")
    await asyncio.gather(*(ask(grant) for grant in [*await refused, *await doubted.limit(AT_ONCE)]))


async def ask(grant: GmailGrant, longest: float = LONGEST) -> None:
    """Ask Google whether a grant works, unless another process is doing so; its row tells the outcome.

    `longest`: seconds.
    """
    if not await _claim(grant):
        return
    try:
        async with asyncio.timeout(longest):
            await _ask(grant)
    except Exception:  # one grant must not keep the others from being asked; it is due again after CLAIM
        log.exception("the Gmail permission of account %s could not be tried", grant.account_id)


async def hasten() -> None:
    """Make all refused grants due: the server has started, and its owner may have repaired the cause."""
    await _refused().update(probe_at=clock.now())


async def hasten_for_owner() -> None:
    """Make due what is refused for a reason that the owner can repair, unless it has just been asked."""
    for grant in await _refused():
        refusal = grant_state.refusal_of(grant)
        if refusal and REPAIRS.get(refusal.code) == Who.OWNER and may_ask(grant):
            unchanged = GmailGrant.filter(id=grant.id, probe_at=grant.probe_at)
            await unchanged.update(probe_at=clock.now())


def may_ask(grant: GmailGrant) -> bool:
    """Return whether a person may have a refused grant asked now."""
    asked = grant_state.asked_at(grant)
    return asked is None or clock.now() - asked >= NOT_BEFORE


async def _ask(grant: GmailGrant) -> None:
    gmail = grants.opened(grant)
    if isinstance(gmail, Refused):
        await StoredGrantKeeper(grant).failed(gmail)
    else:
        await gmail.profile()


async def _claim(grant: GmailGrant) -> bool:
    name = "second_look_at" if grant.disconnected_at else "probe_at"
    until = clock.now() + CLAIM
    # Race: several processes saw the same row. Only one update finds it as it was.
    seen = GmailGrant.filter(
        id=grant.id,
        connected_at=grant.connected_at,
        disconnected_at=grant.disconnected_at,
        **{name: getattr(grant, name)},
    )
    won = await seen.update(**{name: until}) == 1
    setattr(grant, name, until)
    return won


def _of_people() -> QuerySet[GmailGrant]:
    return GmailGrant.filter(account__disabled_at=None)


def _refused() -> QuerySet[GmailGrant]:
    return _of_people().filter(refusal__not_isnull=True, disconnected_at=None)
