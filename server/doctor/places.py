"""Checks the database of cities."""

from __future__ import annotations

from server.doctor.diagnosis import Diagnosis
from server.events.settings import EventsSettings
from server.lib.settings import Settings


async def place(settings: Settings) -> list[Diagnosis]:
    """Check that the city database exists, if one is set."""
    cities = settings[EventsSettings].geoip_path
    if cities is None:
        text = "not shown. To show places, set GEOIP_DATABASE_PATH to a GeoLite2-City.mmdb."
        return [Diagnosis("green", "places", text)]
    if not cities.exists():
        return [Diagnosis("red", "places", f"{cities} is missing. Check GEOIP_DATABASE_PATH.")]
    return [Diagnosis("green", "places", str(cities))]
