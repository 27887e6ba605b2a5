"""Store a report of one mail, and look again at what was fetched before it was known."""

from __future__ import annotations

import asyncio
import logging
import random
from datetime import datetime

from tortoise.exceptions import IntegrityError, OperationalError
from tortoise.transactions import in_transaction

from server.events.reevaluate import reevaluate
from server.lib import clock
from server.messages.record import record
from server.messages.report import Report

log = logging.getLogger(__name__)

TRIES = 8
PAUSE = 0.02  # seconds before the second try, at most; doubled for each further one


async def store(account_id: int, report: Report, leased_at: datetime) -> bool:
    """Whether the report told something new. Raises NotYours, and what the database raises: try again."""
    # Race: the digest, or the same report a second time, creates the message in this very moment. The other
    # is then told of a double (or, by MariaDB, of a deadlock), and finds the message when it begins again:
    # after a while of its own, or those who met once would meet again.
    for tried in range(TRIES - 1):
        try:
            return await _store_once(account_id, report, leased_at)
        except (IntegrityError, OperationalError) as error:
            log.info("a report of account %s begins again: %s", account_id, error)
        await asyncio.sleep(random.uniform(0, PAUSE * 2**tried))  # noqa: S311 - no secret
    return await _store_once(account_id, report, leased_at)


async def _store_once(account_id: int, report: Report, leased_at: datetime) -> bool:
    async with in_transaction() as db:
        recorded = await record(account_id, report, leased_at, clock.now(), db)
        if recorded.changed:
            await reevaluate(recorded.message, using=db)
    return bool(recorded.changed)
