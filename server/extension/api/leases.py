"""POST /leases."""

from __future__ import annotations

from typing import Any

from quart import g

from server.extension.api.bearer import paired
from server.extension.api.body import read_body
from server.extension.leases import new_leases
from server.ingest.settings import IngestSettings
from server.lib import clock
from server.lib.runtime import runtime
from server.lib.settings import ServerSettings
from server.marks.key_file import LiveRing

MOST = 50


@paired
async def give() -> Any:
    """Fresh leases; derived from the key ring, so asking costs nothing and leaves nothing behind."""
    count = (await read_body()).field("count").integer(1, MOST)
    held = runtime()
    ring, url = held[LiveRing].current(), held[ServerSettings].public_url
    measured = held[IngestSettings].measures_view_time
    return {"leases": new_leases(ring, url, g.account, count, clock.unix(), reading_time=measured)}
