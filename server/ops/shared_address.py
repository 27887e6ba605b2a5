"""Finds out whether all recent opens seem to come from the proxy in front of the server, not from readers."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from server.events.models import Event
from server.lib import clock
from server.lib.net.inside import identifies_nobody
from server.messages.kinds import OPEN

_ENOUGH, _MOST = 5, 20  # opens
_RECENT = timedelta(days=7)


async def shared_address() -> str | None:
    """Return the one address that all recent opens come from, if it is a proxy's or inside; else None."""
    since = clock.now() - _RECENT
    first = UUID(int=int(since.timestamp() * 1000) << 80)  # ids begin with the time, and have an index
    newest = Event.filter(kind=OPEN, id__gte=first, at__gte=since).order_by("-id").limit(_MOST)
    found = await newest.values_list("address", flat=True)
    address = str(found[0]) if len(found) >= _ENOUGH and len(set(found)) == 1 else ""
    return address if address and identifies_nobody(address) else None
