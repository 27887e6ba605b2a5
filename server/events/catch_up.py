"""For commands beside a running server: see everything that was answered so far."""

from __future__ import annotations

import asyncio
import logging

from server.events.digest import Digest
from server.events.settings import EventsSettings
from server.ingest.settings import IngestSettings
from server.ingest.spool_choice import opened
from server.lib.hub import Hub
from server.lib.net.geoip import GeoLookup
from server.lib.settings import Settings

log = logging.getLogger(__name__)


async def catch_up(settings: Settings, seconds: float = 30.0) -> bool:
    """Wait until all hits answered before this call are stored: by the server that runs, or else by us.

    Needs the database connected. Returns False, and warns, when it took longer than `seconds`.
    """
    if not settings[IngestSettings].may_have_spool:
        return True
    databases = settings[EventsSettings]
    async with opened(settings[IngestSettings]) as spool:
        try:
            geo = GeoLookup(databases.geoip_path, databases.geoip_asn_path)
            done = await Digest(Hub(), spool, geo).catch_up(seconds)
        except OSError as error:
            log.warning("hits that still wait cannot be seen: %s", error)
            return False
        if not done:
            log.warning("%s hits still wait to be stored", await asyncio.to_thread(spool.waiting))
    return done
