"""Lets a command wait until every hit that the server has answered so far is stored."""

from __future__ import annotations

import asyncio
import logging

from server.events.evaluation import network_files
from server.events.settings import EventsSettings
from server.events.storing.digest import Digest
from server.ingest.settings import IngestSettings
from server.ingest.spool_choice import opened
from server.lib.hub import Hub
from server.lib.net import inside
from server.lib.net.geoip import GeoLookup
from server.lib.settings import ServerSettings, Settings

log = logging.getLogger(__name__)


async def catch_up(settings: Settings, seconds: float = 30.0) -> bool:
    """Wait until all hits answered before this call are stored.

    The running server stores them, or this process does if no server is running. Needs a database connection.
    Returns False, and logs a warning, if the wait takes longer than `seconds` or the spool cannot be read.
    """
    if not settings[IngestSettings].may_have_spool:
        return True
    databases = settings[EventsSettings]
    network_files.watched.watch(network_files.folder_in(settings[ServerSettings].data))
    inside.use_proxies(settings[ServerSettings].trusted_proxies)
    async with opened(settings[IngestSettings]) as spool:
        try:
            geo = GeoLookup(databases.geoip_path, databases.geoip_asn_path)
            done = await Digest(Hub(), spool, geo).catch_up(seconds)
        except OSError as error:
            log.warning("the spool cannot be read, so waiting hits are missing: %s", error)
            return False
        if not done:
            log.warning("%s hits are still waiting to be stored", await asyncio.to_thread(spool.waiting))
    return done
