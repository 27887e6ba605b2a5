"""Makes a server whose disk is full, and has been full before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from server.accounts.models import Account
from server.ingest.losses import Losses, LossReason
from server.ingest.models import LossRow
from server.lib import clock
from server.lib.runtime import runtime


async def write(people: Mapping[str, Account], letters: Mapping[str, UUID]) -> None:
    """Count losses: an earlier one, and one that goes on."""
    began = clock.now() - timedelta(days=1, hours=3)
    await LossRow.create(
        id="earlier", reason=LossReason.CAP, began_at=began, last_at=began + timedelta(minutes=17), number=212
    )
    losses = runtime()[Losses]
    losses.count(1437, LossReason.DISK)
    losses.evicting = "allkeys-lru"
