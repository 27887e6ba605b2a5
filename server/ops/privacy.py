"""Shows everybody at /privacy what this server asks Google for, what it stores, and whom to ask.

Google wants the address of such a page before a Cloud project can be published. What the page says depends on
the settings, and nothing on who reads it.
"""

from __future__ import annotations

from quart import Response

from server.events.settings import EventsSettings
from server.ingest.settings import IngestSettings
from server.lib.net.hosts import host_of
from server.lib.runtime import runtime
from server.lib.settings import ServerSettings
from server.lib.web.page import show
from server.lib.web.policy import Policy, PolicyBlueprint

blueprint = PolicyBlueprint("privacy", __name__, Policy(reads_cookies=False, max_body=0))
_KEPT = "public, max-age=300"


@blueprint.get("/privacy")
async def privacy() -> Response:
    """Show the page, in the browser's language. Caches may keep it for five minutes."""
    held = runtime()
    server, events = held[ServerSettings], held[EventsSettings]
    answer = await show(
        "ops/privacy.html",
        host=host_of(server.public_url),
        contact=server.privacy_contact,
        days=events.retention_days,
        knows_places=events.geoip_path is not None,
        measures_view_time=held[IngestSettings].measures_view_time,
    )
    answer.headers["Cache-Control"] = _KEPT
    answer.headers["Vary"] = "Accept-Language"
    return answer
