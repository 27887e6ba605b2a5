"""Checks the database of cities."""

from __future__ import annotations

import asyncio

from server.doctor import geoip_file
from server.doctor.diagnosis import Diagnosis
from server.events.settings import EventsSettings
from server.lib.settings import Settings


async def place(settings: Settings) -> list[Diagnosis]:
    """Check that places can be looked up in the city database, if one is set."""
    cities = settings[EventsSettings].geoip_path
    if cities is None:
        text = "not shown. To show places, set GEOIP_DATABASE_PATH to a GeoLite2-City.mmdb."
        return [Diagnosis("green", "places", text)]
    wrong = await asyncio.to_thread(
        geoip_file.trouble, cities, lambda reader, address: reader.city(address), "City"
    )
    if wrong:
        return [Diagnosis("red", "places", f"{cities} {wrong}. Check GEOIP_DATABASE_PATH.")]
    return [Diagnosis("green", "places", f"{cities} tells cities")]
