"""Chooses the spool: a file on this machine or, if SPOOL_URL is set, a Redis that several nodes share."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypeAlias

from server.ingest.losses import Losses
from server.ingest.settings import IngestSettings
from server.ingest.spool import Spool
from server.lib.installation import installation_if_known

if TYPE_CHECKING:
    from server.ingest.redis_spool import RedisSpool

_PATIENCE = 1.0  # seconds for the database, and for Redis, to answer; hits are answered only after that

AnySpool: TypeAlias = "Spool | RedisSpool"


def make_spool(
    settings: IngestSettings,
    *,
    is_checked: bool = False,
    losses: Losses | None = None,
    installation: str | None = None,
) -> AnySpool:
    """Open the spool that the settings describe.

    Blocks: call it in a thread, and close the spool when done. `is_checked`, `losses`: see Spool;
    `installation`: its name, if it is known.
    """
    here = Spool(
        settings.spool_path,
        settings.spool_max_bytes,
        is_checked=is_checked,
        is_fallback=settings.spool_url is not None,
        losses=losses,
    )
    if settings.spool_url is None:
        return here
    from server.ingest.redis_spool import RedisSpool  # some MB of memory that a single node does not need
    from server.lib.redis.names import Names

    names = Names(installation) if installation else None
    return RedisSpool(settings.spool_url, here, settings.spool_max_bytes, names=names)


@asynccontextmanager
async def opened(
    settings: IngestSettings, *, is_checked: bool = False, losses: Losses | None = None
) -> AsyncIterator[AnySpool]:
    """Keep a spool open and tended within the block; waiting records are written when the block ends."""
    name = await installation_if_known(_PATIENCE) if settings.spool_url else None
    spool = await asyncio.to_thread(
        make_spool, settings, is_checked=is_checked, losses=losses, installation=name
    )
    tending = None if isinstance(spool, Spool) else asyncio.create_task(spool.tend())
    if not isinstance(spool, Spool):
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(spool.looked.wait(), _PATIENCE)
    try:
        yield spool
    finally:
        if tending:
            tending.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await tending
        await asyncio.to_thread(spool.close)
