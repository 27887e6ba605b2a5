"""Checks the lists of networks and the ASN database."""

from __future__ import annotations

from pathlib import Path

from server.doctor import geoip_file
from server.doctor.diagnosis import Diagnosis
from server.events.settings import EventsSettings
from server.lib.settings import Settings
from server.ops.known_networks import known
from server.verdicts.network_lists import NetworkKind


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
    wrong = geoip_file.trouble(path, lambda reader, address: reader.asn(address), "ASN")
    if wrong:
        return Diagnosis("red", "ASN database", f"{path} {wrong}. Check GEOIP_ASN_DATABASE_PATH.")
    return Diagnosis("green", "ASN database", f"{path} tells the owners of networks that are in no list")
