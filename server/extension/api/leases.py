"""POST /leases: issues leases."""

from __future__ import annotations

from typing import Annotated, Any, Final

from msgspec import Meta, Struct
from quart import g

from server.accounts import quota
from server.extension.api.bearer import paired
from server.extension.api.quota import quota_reached
from server.extension.leases import new_leases
from server.ingest.settings import IngestSettings
from server.lib import clock
from server.lib.runtime import runtime
from server.lib.settings import ServerSettings
from server.lib.web.request_input import json_body
from server.marks.key_file import LiveRing

MOST: Final = 50


class LeasesBody(Struct):
    """How many leases are requested."""

    count: Annotated[int, Meta(ge=1, le=MOST)]


@paired
async def give() -> Any:
    """Return new leases, fewer if the daily quota ends. They are derived from the key ring and not stored."""
    asked = await json_body(LeasesBody)
    used_up = await quota.reached_until(
        g.account.id, quota.limit_of("messages")
    )  # messages that could not be reported need no marks
    count = 0 if used_up else await quota.spend_up_to(g.account.id, "leases", asked.count)
    if not count:
        raise quota_reached()
    held = runtime()
    ring, url = held[LiveRing].current(), held[ServerSettings].public_url
    measured = held[IngestSettings].measures_view_time
    made = new_leases(ring, url, g.account, count, clock.unix(), view_time=measured)
    return {"leases": made}
