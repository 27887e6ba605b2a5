"""Stores the report of a mail, and reevaluates the mail's events."""

from __future__ import annotations

import asyncio
import logging
import random
from datetime import datetime

from tortoise.exceptions import IntegrityError, OperationalError
from tortoise.transactions import in_transaction

from server.events.evaluation.reevaluate import reevaluate
from server.lib import clock
from server.messages.record import record
from server.messages.report import Report

log = logging.getLogger(__name__)

TRIES = 8
PAUSE = 0.02  # the longest wait before the second try, in seconds; doubled for each further try


async def store(account_id: int, report: Report, leased_at: datetime) -> bool:
    """Store a report. Return whether it changed anything. Raises NotYours or a retryable database error."""
    # Race: the digest, or a second copy of the report, creates the message at the same time. The loser gets a
    # duplicate key error (or, on MariaDB, a deadlock), starts over and finds the message. It waits for a
    # random time first, because the two would otherwise collide again.
    for tried in range(TRIES - 1):
        try:
            return await _store_once(account_id, report, leased_at)
        except (IntegrityError, OperationalError) as error:
            log.info("storing a report of account %s starts again: %s", account_id, error)
        await asyncio.sleep(random.uniform(0, PAUSE * 2**tried))  # noqa: S311 - no secret
    return await _store_once(account_id, report, leased_at)


async def _store_once(account_id: int, report: Report, leased_at: datetime) -> bool:
    async with in_transaction() as db:
        recorded = await record(account_id, report, leased_at, clock.now(), db)
        if recorded.changed:
            await reevaluate(recorded.message, using=db)
    return bool(recorded.changed)
