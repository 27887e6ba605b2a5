"""POST /leases."""

from __future__ import annotations

from typing import Annotated, Any, Final

from msgspec import Meta, Struct
from quart import g

from server.extension.api.bearer import paired
from server.extension.leases import new_leases
from server.lib import clock
from server.lib.runtime import runtime
from server.lib.web.request_input import json_body

MOST: Final = 50


class LeasesBody(Struct):
    """How many leases."""

    count: Annotated[int, Meta(ge=1, le=MOST)]


@paired
async def give() -> Any:
    """Fresh leases; derived from the key ring, so asking costs nothing and leaves nothing behind."""
    asked = await json_body(LeasesBody)
    held = runtime()
    url, measured = held.settings.public_url, held.settings.reading_time
    made = new_leases(held.ring, url, g.account, asked.count, clock.unix(), reading_time=measured)
    return {"leases": made}
