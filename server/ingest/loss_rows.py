"""Publishes this node's losses in the database, so that every node tells the owner of them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from tortoise.exceptions import BaseORMException, IntegrityError
from tortoise.expressions import F

from server.ingest.losses import Loss, Losses, LossReason
from server.ingest.models import LossRow
from server.lib import clock
from server.lib.database import connection

log = logging.getLogger(__name__)

PUBLISH_EVERY = 5.0  # seconds
MOST = 100  # losses that are shown


@dataclass(slots=True)
class KnownLoss:
    """A loss of any node. `dismissed`: how many of them the owner has read of."""

    id: str
    reason: LossReason
    began: datetime
    last: datetime
    number: int
    dismissed: int = field(default=0)


async def tend(losses: Losses) -> None:
    """Publish the losses of this node until cancelled."""
    while True:
        await asyncio.sleep(PUBLISH_EVERY)
        try:
            await publish(losses)
        except (BaseORMException, OSError) as error:  # others say that the database is away
            log.debug("the losses stay in %s for now: %s", losses.path, error)


async def publish(losses: Losses) -> None:
    """Tell the database of the losses of this node that it does not know of."""
    known: dict[str, int] = {}
    for each in await asyncio.to_thread(losses.all):  # both wait for the disk
        if each.id and each.published < each.number:
            await _save(each)
            known[each.id] = each.number
    if known:
        await asyncio.to_thread(losses.publish, known)


async def known_losses(losses: Losses) -> list[KnownLoss]:
    """Return the losses of all nodes, oldest first; without the database, those of this node."""
    return await with_rows(await asyncio.to_thread(losses.all))


async def with_rows(here: Sequence[Loss]) -> list[KnownLoss]:
    """Return these losses, and those that the database knows of, if it answers; oldest first."""
    try:
        newest = LossRow.all().using_db(connection.read_only()).order_by("-last_at")
        rows = await newest.limit(MOST)
    except (BaseORMException, OSError):
        rows = []
    found = {row.id: _of_row(row) for row in reversed(rows)}
    for each in here:
        known = found.setdefault(each.id or each.reason, _of_file(each))
        known.number = max(known.number, each.number)
        known.last = max(known.last, clock.from_unix(each.last))
    return sorted(found.values(), key=lambda each: each.last)


async def dismiss(losses: Losses) -> None:
    """Note that the owner has read of all losses until now."""
    await publish(losses)
    await LossRow.filter(dismissed__lt=F("number")).update(dismissed=F("number"), dismissed_at=clock.now())


async def _save(loss: Loss) -> None:
    last = clock.from_unix(loss.last)
    changed = await LossRow.filter(id=loss.id, number__lt=loss.number).update(
        number=loss.number, last_at=last
    )
    if changed or await LossRow.exists(id=loss.id):
        return
    began = clock.from_unix(loss.began)
    try:
        await LossRow.create(id=loss.id, reason=loss.reason, began_at=began, last_at=last, number=loss.number)
    except IntegrityError:  # another process of this data folder was first
        return


def _of_row(row: LossRow) -> KnownLoss:
    return KnownLoss(row.id, LossReason(row.reason), row.began_at, row.last_at, row.number, row.dismissed)


def _of_file(loss: Loss) -> KnownLoss:
    began, last = clock.from_unix(loss.began), clock.from_unix(loss.last)
    return KnownLoss(loss.id, loss.reason, began, last, loss.number)
