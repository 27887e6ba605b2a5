"""Says in words where a request came from: its address and, if a GeoIP database knows it, the place."""

from __future__ import annotations

from server.lib.i18n import gettext
from server.lib.net.geoip import GeoLookup
from server.lib.runtime import runtime


def place_of(address: str | None) -> str:
    """Return the place of an address, such as "Berlin, Germany"; "" if it is unknown."""
    found = runtime()[GeoLookup].locate(address or "")
    return ", ".join(name for name in (found.city, found.country) if name)


def with_place(address: str | None) -> str:
    """Return an address and its place, such as "203.0.113.7 (Berlin, Germany)"."""
    if not address:
        return gettext("Unknown address")
    place = place_of(address)
    return gettext("%(address)s (%(place)s)", address=address, place=place) if place else address
