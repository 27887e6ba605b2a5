"""Says what the server knows about networks: how old its lists are, and what an ASN database adds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import geoip2.database
from maxminddb import InvalidDatabaseError

from server.events.settings import EventsSettings
from server.lib import clock
from server.lib.settings import Settings
from server.ops.diagnosis import Diagnosis
from server.ops.networks import known_lists
from server.verdicts.network_lists import NetworkKind, NetworkList
from server.verdicts.network_sources import SOURCES

OLD_DAYS = 365


@dataclass(frozen=True, slots=True)
class KnownNetworks:
    """How many owners of each kind are known, and the day of the oldest list that can be downloaded."""

    owners: dict[str, int]
    oldest: date

    @property
    def old(self) -> bool:
        """Whether the lists should be downloaded anew."""
        return (clock.now().date() - self.oldest).days > OLD_DAYS


def known(settings: Settings) -> KnownNetworks:
    """Return what is known from the lists in use."""
    lists = known_lists(settings)
    return KnownNetworks(dict(Counter(each.kind.value for each in lists.values())), _oldest(lists))


async def networks(settings: Settings) -> list[Diagnosis]:
    """Check how old the lists of networks are, and whether the ASN database can be read, if one is set."""
    found = known(settings)
    shown = (NetworkKind.CLOUD, NetworkKind.FILTER, NetworkKind.EXIT, NetworkKind.MAIL)
    clouds, filters, exits, providers = (found.owners.get(kind.value, 0) for kind in shown)
    text = f"{clouds} clouds, {filters} mail filters, {exits} relays, VPNs and office filters, "
    text += f"and {providers} mail providers are known. "
    text += f"The oldest list is from {found.oldest}."
    if found.old:
        lists = Diagnosis("yellow", "networks", f"{text} Run: sightline networks refresh")
    else:
        lists = Diagnosis("green", "networks", text)
    return [lists, _asn(settings[EventsSettings].geoip_asn_path)]


def _asn(path: Path | None) -> Diagnosis:
    if path is None:
        text = (
            "not set. It would also tell data centres, mail filters and VPNs that are in no list. To add it, "
            "set GEOIP_ASN_DATABASE_PATH to a GeoLite2-ASN.mmdb."
        )
        return Diagnosis("green", "ASN database", text)
    try:
        with geoip2.database.Reader(path) as reader:
            kind = reader.metadata().database_type
    except (OSError, InvalidDatabaseError, ValueError) as error:
        return Diagnosis("red", "ASN database", f"{path}: {error}. Check GEOIP_ASN_DATABASE_PATH.")
    if "ASN" not in kind:
        return Diagnosis(
            "red", "ASN database", f"{path} is a {kind} database, and has no owners of networks."
        )
    return Diagnosis("green", "ASN database", f"{path} tells the owners of networks that are in no list")


def _oldest(lists: dict[str, NetworkList]) -> date:
    return min(lists[each.stem].day for each in SOURCES if each.refreshable and each.stem in lists)
