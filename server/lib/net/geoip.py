"""Looks up where an IP address is, and who owns its network.

The databases are files that the server's owner provides (GeoIP2 or GeoLite2 City and ASN, .mmdb). They are
optional: without a file, with a broken file, or for an unknown address, the answer is empty.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import geoip2.database
import geoip2.errors
from maxminddb import InvalidDatabaseError

from server.lib.net.ip import IPAddress, parse_address

log = logging.getLogger(__name__)

LOOK_AGAIN_SECONDS = 30.0
_REMEMBERED = 10_000  # answers; a few megabytes


@dataclass(frozen=True, slots=True)
class Location:
    """A place. The names are in English, and empty if unknown."""

    country: str = ""
    city: str = ""


UNKNOWN = Location()
Found = TypeVar("Found")


class GeoLookup:
    """Answers from the city and the ASN database.

    Each database is optional, and is reopened when its file is replaced.
    """

    def __init__(self, city: Path | None, asn: Path | None = None) -> None:
        self._cities = _Database(city, "GEOIP_DATABASE_PATH", _location, UNKNOWN)
        self._networks = _Database(asn, "GEOIP_ASN_DATABASE_PATH", _owner, "")

    def locate(self, address: str) -> Location:
        """Return where an address is, or UNKNOWN."""
        return self._cities.look_up(address)

    def network_owner(self, address: str) -> str:
        """Return the registered owner of an address's network, such as "HETZNER-AS"; "" if unknown."""
        return self._networks.look_up(address)

    def close(self) -> None:
        """Close the files."""
        self._cities.close()
        self._networks.close()


class _Database(Generic[Found]):
    """One database file with a cache of answers. It is reopened when an update replaces the file."""

    def __init__(
        self,
        path: Path | None,
        setting: str,
        read: Callable[[geoip2.database.Reader, IPAddress], Found],
        nothing: Found,
    ) -> None:
        self._path = path
        self._setting = setting
        self._read = read
        self._nothing = nothing
        self._reader: geoip2.database.Reader | None = None
        self._stamp: tuple[int, int] | None = None
        self._look_again_at = 0.0
        self._known: dict[str, Found] = {}

    def look_up(self, address: str) -> Found:
        """Return what is known about an address, given as text."""
        if self._path is None:
            return self._nothing
        self._reopen_if_replaced(self._path)
        found = self._known.get(address)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[address] = self._read_anew(address)
        return found

    def _read_anew(self, address: str) -> Found:
        parsed = parse_address(address)
        if self._reader is None or parsed is None:
            return self._nothing
        try:
            return self._read(self._reader, parsed)
        except geoip2.errors.AddressNotFoundError:
            return self._nothing
        except (InvalidDatabaseError, ValueError, TypeError) as error:
            log.warning("an address could not be looked up in %s: %s", self._path, error)
            return self._nothing

    def close(self) -> None:
        """Close the file."""
        if self._reader:
            self._reader.close()
        self._reader = self._stamp = None
        self._known.clear()

    def _reopen_if_replaced(self, path: Path) -> None:
        if time.monotonic() < self._look_again_at:
            return
        self._look_again_at = time.monotonic() + LOOK_AGAIN_SECONDS
        try:
            status = path.stat()
            stamp = (status.st_mtime_ns, status.st_ino)
            if stamp != self._stamp:
                fresh = geoip2.database.Reader(path)
                self.close()
                self._reader, self._stamp = fresh, stamp
        except (OSError, InvalidDatabaseError, ValueError) as error:
            log.warning("%s=%s cannot be used: %s", self._setting, path, error)


def _location(reader: geoip2.database.Reader, address: IPAddress) -> Location:
    found = reader.city(address)
    return Location(found.country.name or "", found.city.name or "")


def _owner(reader: geoip2.database.Reader, address: IPAddress) -> str:
    return reader.asn(address).autonomous_system_organization or ""
