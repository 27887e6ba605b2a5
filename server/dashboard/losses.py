"""Tells people of hits that were lost or that wait for too long, above the message list."""

from __future__ import annotations

import asyncio
import sqlite3
from datetime import timedelta

from server.accounts.models import Account
from server.accounts.people import OWNER
from server.ingest.backlog import look
from server.ingest.loss_rows import known_losses
from server.ingest.loss_wording import LossNotice, notice, notice_for_members
from server.ingest.losses import Losses
from server.ingest.settings import IngestSettings
from server.lib import clock
from server.lib.i18n import gettext
from server.lib.runtime import runtime
from server.lib.web.datetimes import words_here

SHOWN = 3
FOR_MEMBERS = timedelta(days=7)
LATE = timedelta(minutes=2)  # a hit that waits for longer is worth a word


async def notices(account: Account) -> list[LossNotice]:
    """Return what this person is told, newest first. The owner can dismiss it on the status page."""
    losses = runtime()[Losses]
    known = [each for each in await known_losses(losses) if each.number > each.dismissed]
    if account.role != OWNER:
        since = clock.now() - FOR_MEMBERS
        recent = [each for each in known if each.last > since]
        return [notice_for_members(each, losses.losing) for each in recent[:-2:-1]]
    told = [notice(each, losses.losing) for each in known[: -SHOWN - 1 : -1]]
    return [*told, *_about_redis(losses), *await _late()]


def _about_redis(losses: Losses) -> list[LossNotice]:
    if losses.evicting is None:
        return []
    text = gettext(
        "Its maxmemory-policy is %(policy)s. Set it to noeviction. Until then, hits wait on the disks of the "
        "nodes, so none is lost.",
        policy=losses.evicting,
    )
    return [LossNotice(gettext("Redis may delete waiting hits"), text, lasting=True, lost=False)]


async def _late() -> list[LossNotice]:
    """Return a notice if hits are kept, but do not reach the database."""
    try:
        waiting = await asyncio.to_thread(look, runtime()[IngestSettings].spool_path)
    except (sqlite3.Error, OSError):
        return []
    if waiting is None or waiting.age < LATE.total_seconds():
        return []
    since = words_here(clock.now() - timedelta(seconds=waiting.age))
    text = gettext(
        "They are kept, and stored as soon as the database takes them. Check that its disk isn’t full, and "
        "the server’s log."
    )
    title = gettext("Opens and clicks wait to be stored since %(when)s", when=since)
    return [LossNotice(title, text, lasting=True, lost=False)]
