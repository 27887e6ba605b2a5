"""Makes a server whose disk is full, and was full before; it lacks a key, and does not know its proxy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from server.accounts.models import Account
from server.ingest.losses import Losses, LossReason
from server.ingest.models import LossRow
from server.lib import clock, notes
from server.lib.runtime import runtime
from server.ops.observing import FORWARDER, KEY


async def write(people: Mapping[str, Account], letters: Mapping[str, UUID]) -> None:
    """Count losses: an earlier one, and one that goes on."""
    began = clock.now() - timedelta(days=1, hours=3)
    await LossRow.create(
        id="earlier", reason=LossReason.CAP, began_at=began, last_at=began + timedelta(minutes=17), number=212
    )
    await notes.count(f"{KEY}3fb1c09a", 60, {"sign": True})
    await notes.count(f"{FORWARDER}10.0.0.7", 412, {"sign": True})
    losses = runtime()[Losses]
    losses.count(1437, LossReason.DISK)
    losses.evicting = "allkeys-lru"
