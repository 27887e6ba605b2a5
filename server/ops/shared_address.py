"""Finds out whether all recent opens seem to come from the proxy in front of the server, not from readers."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from tortoise.exceptions import BaseORMException

from server.events.models import Event
from server.lib import clock
from server.lib.database import connection
from server.lib.net.inside import identifies_nobody, is_own_proxy, is_wide, use_proxies
from server.lib.net.ip import Network
from server.lib.settings import ServerSettings, Settings
from server.messages.kinds import OPEN
from server.ops.diagnosis import Diagnosis
from server.tables import MODELS

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


async def readers(settings: Settings) -> list[Diagnosis]:
    """Check that readers can be told apart by their addresses."""
    server = settings[ServerSettings]
    use_proxies(server.trusted_proxies)
    wide = [_too_wide(network) for network in server.trusted_proxies if is_wide(network)]
    try:
        async with connection.connected(server.database_url, MODELS):
            address = await shared_address()
    except (BaseORMException, OSError):
        return wide  # what is wrong with the database is said elsewhere
    return [*wide, *([diagnosis_of(address)] if address else [])]


def diagnosis_of(address: str) -> Diagnosis:
    """Return what the doctor says about the one address that all recent opens come from."""
    text = f"All recent opens come from {address}, which is your proxy, so readers can't be told apart. "
    if not is_own_proxy(address):
        text = (
            f"All recent opens come from {address}. If that is your proxy and not your own tests, readers "
            f"can't be told apart: set TRUSTED_PROXIES={address}. "
        )
    return Diagnosis("yellow", "readers", f"{text}The proxy has to send X-Forwarded-For.")


def _too_wide(network: Network) -> Diagnosis:
    text = (
        f"TRUSTED_PROXIES contains {network}. Readers may be in such a wide network, and whoever is in it "
        "can claim any address. Name only the addresses of your proxies."
    )
    return Diagnosis("yellow", "readers", text)
