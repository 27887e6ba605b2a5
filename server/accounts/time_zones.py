"""The time zones that a person can choose from."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from urllib.parse import unquote
from zoneinfo import available_timezones

from quart import request

from server.lib.runtime import runtime
from server.lib.settings import ServerSettings
from server.lib.web.cookies import cookie_name

DEFAULT = "UTC"
_COOKIE = "sightline-zone"  # written by static/js/time-zone.js, read at the first sign-in
_AREAS = frozenset({
    "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian",
    "Pacific",
})  # fmt: skip


@cache
def names() -> tuple[str, ...]:
    """Return all zones named after places, sorted, UTC first (IANA tz database)."""
    return (DEFAULT, *sorted(name for name in available_timezones() if name.split("/")[0] in _AREAS))


@cache
def by_area() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return the zones in groups for a select element: area -> pairs of zone and place in words."""
    places = [name for name in names() if "/" in name]
    return tuple(
        (area, tuple((name, name.split("/", 1)[1].replace("_", " ").replace("/", ", ")) for name in group))
        for area, group in groupby(places, lambda name: name.split("/")[0])
    )


def of_browser() -> str:
    """Return the zone that the browser of the current request has reported, or UTC."""
    name = cookie_name(_COOKIE, secure=runtime()[ServerSettings].secure)
    return known(request.cookies.get(name))


def known(name: str | None) -> str:
    """Return the zone of this name (as a browser reports it), or UTC."""
    wanted = unquote(name or "")
    return wanted if wanted in names() else DEFAULT
