"""Where an address is and whose network it is in, from databases that the person brings (GeoIP2 or GeoLite2
City and ASN, .mmdb).

Never needed, never fatal: without a file, with a broken one, or for an unknown address the place is empty.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import geoip2.database
import geoip2.errors
from maxminddb import InvalidDatabaseError

from server.lib.net.client import Address, parse_address

log = logging.getLogger(__name__)

LOOK_AGAIN_SECONDS = 30.0
_REMEMBERED = 10_000  # places; a few megabytes


@dataclass(frozen=True, slots=True)
class Place:
    """English names, empty where unknown."""

    country: str = ""
    city: str = ""


NOWHERE = Place()
Found = TypeVar("Found")


class Register(Generic[Found]):
    """Looks addresses up; opens the file again when it was replaced (monthly updates do that)."""

    def __init__(self, path: Path | None, setting: str, nothing: Found) -> None:
        self._path = path
        self._setting = setting
        self._nothing = nothing
        self._reader: geoip2.database.Reader | None = None
        self._stamp: tuple[int, int] | None = None
        self._look_again_at = 0.0
        self._known: dict[str, Found] = {}

    def of(self, address: str) -> Found:
        """What is known of an address given as text."""
        if self._path is None:
            return self._nothing
        self._reopen_if_replaced(self._path)
        found = self._known.get(address)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[address] = self._look_up(address)
        return found

    def _look_up(self, address: str) -> Found:
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

    def _read(self, reader: geoip2.database.Reader, address: Address) -> Found:
        raise NotImplementedError

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


class Owners(Register[str]):
    """Whose network an address is in, as registered: "HETZNER-AS"; "" where unknown."""

    def __init__(self, path: Path | None) -> None:
        super().__init__(path, "GEOIP_ASN_DATABASE_PATH", "")

    def _read(self, reader: geoip2.database.Reader, address: Address) -> str:
        return reader.asn(address).autonomous_system_organization or ""


class Places(Register[Place]):
    """Where addresses are, NOWHERE when it is not known; and whose networks they are in."""

    def __init__(self, path: Path | None, networks: Path | None = None) -> None:
        super().__init__(path, "GEOIP_DATABASE_PATH", NOWHERE)
        self._owners = Owners(networks)

    def owner_of(self, address: str) -> str:
        """Whose network an address is in; "" where unknown."""
        return self._owners.of(address)

    def close(self) -> None:
        """Close the files."""
        super().close()
        self._owners.close()

    def _read(self, reader: geoip2.database.Reader, address: Address) -> Place:
        found = reader.city(address)
        return Place(found.country.name or "", found.city.name or "")
