"""Tells from the registered name of a network (ASN databases) what comes from it.

Words match whole words only, since "amazon" is in AMAZONIA TELECOMUNICACOES too, which connects homes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from server.verdicts.network_lists import UNKNOWN, Network, NetworkKind

_LONGEST = 60  # characters of a registered name that are shown

# Services through which people browse: their names, by a word in the registered name.
EXITS: Mapping[str, str] = {
    "zscaler": "Zscaler",
    "netskope": "Netskope",
    "opendns": "Cisco Umbrella",
    "menlo security": "Menlo Security",
    "menlosecurity": "Menlo Security",
    "iboss": "iboss",
    "forcepoint": "Forcepoint",
    "websense": "Forcepoint",
    "musarubra": "Skyhigh Security",
    "skyhigh": "Skyhigh Security",
    "cato networks": "Cato Networks",
    "catonetworks": "Cato Networks",
    "versa networks": "Versa Networks",
    "check point sse": "Check Point",
    "perimeter 81": "Check Point",
    "prisma access": "Palo Alto Prisma Access",
    "cloudflare": "Cloudflare",
    "icloud private relay": "iCloud Private Relay",
    "31173": "Mullvad",
    "mullvad": "Mullvad",
    "tefincom": "NordVPN",
    "nordvpn": "NordVPN",
    "packethub": "NordVPN",
    "proton ag": "Proton",
    "protonvpn": "Proton",
    "windscribe": "Windscribe",
    "expressvpn": "ExpressVPN",
    "surfshark": "Surfshark",
    "cyberghost": "CyberGhost",
    "private internet access": "Private Internet Access",
    "netprotect": "IPVanish",
    "opera software": "Opera",
    "m247": "M247",
    "datacamp": "Datacamp",
    "cdn77": "Datacamp",
    "cdnext": "Datacamp",
}

# Mail filters whose network serves nothing but filters: their names, by a word in the registered name.
FILTERS: Mapping[str, str] = {
    "proofpoint": "Proofpoint",
    "mimecast": "Mimecast",
    "ironport": "Cisco Secure Email",
    "messagelabs": "Symantec",
    "appriver": "AppRiver",
    "hornetsecurity": "Hornetsecurity",
    "spamexperts": "SpamExperts",
    "spamtitan": "SpamTitan",
    "fireeye": "Trellix",
    "cyren": "Cyren",
    "mailguard": "MailGuard",
    "retarus": "Retarus",
    "perception point": "Perception Point",
    "ironscales": "Ironscales",
}

# Words in the registered names of data centres.
CLOUDS = (
    "amazon.com", "amazon-02", "amazon-aes", "amazon-4", "amazon web services", "amazon technologies",
    "amazon data services", "google-cloud", "google cloud", "google-cloud-platform", "microsoft", "oracle",
    "digitalocean", "linode", "akamai connected cloud", "akamai-linode", "vultr", "constant company",
    "choopa", "hetzner", "ovh", "ovhcloud", "scaleway", "online s.a.s", "alibaba", "aliyun", "tencent",
    "huawei cloud", "huawei clouds", "huawei international", "ibm cloud", "softlayer", "contabo",
    "leaseweb", "rackspace", "ionos", "netcup", "hostinger", "upcloud", "kamatera", "zenlayer", "ucloud",
    "yandex.cloud", "yandex cloud", "yandexcloud", "worldstream", "hostwinds", "servers.com", "psychz",
    "quadranet", "colocrossing", "hostpapa", "hivelocity", "interserver", "frantech", "ponynet", "hosthatch",
    "gthost", "globaltelehost", "melbicom", "hostkey", "selectel", "timeweb", "beget", "serverius",
    "phoenixnap", "secured servers", "sharktech", "webnx", "nocix", "joe's datacenter", "tzulo",
    "limestone networks", "krypt technologies", "voxility", "fly.io", "vercel", "exoscale", "akenes",
    "cloudsigma", "gcore", "g-core", "infomaniak", "glesys", "bluevps", "mevspace", "aeza", "clouvider",
    "packet host", "liquid web", "godaddy", "namecheap", "dreamhost", "a2 hosting", "inmotion hosting",
    "siteground", "unified layer", "sakura internet", "naver cloud", "kingsoft cloud", "e2e networks",
    "host europe", "strato ag", "transip", "combell", "mittwald", "myloc", "plusserver", "aruba s.p.a",
    "arvancloud", "i3d.net", "performive", "host universal", "oneprovider", "racknerd", "heroku",
    "egihosting", "multacom", "quickpacket", "iomart", "ghostnet", "velia.net", "web werks", "firstcolo",
    "anexia", "melbikomas", "nforce", "cherry servers", "enzu", "novoserve", "gigenet", "hostdime",
    "wholesale internet", "atlantic.net", "keyweb", "b2 net solutions", "datawagon",
)  # fmt: skip


def _pattern(words: Mapping[str, str] | tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![a-z0-9])(?:{either})(?![a-z])")


_EXIT, _FILTER, _CLOUD = _pattern(EXITS), _pattern(FILTERS), _pattern(CLOUDS)


@lru_cache(maxsize=1024)
def named(owner: str) -> Network:
    """Return what a network's registered name tells; the name of a cloud is the registered one."""
    lower = owner.lower()
    if found := _EXIT.search(lower):
        return Network(EXITS[found.group()], NetworkKind.EXIT.value)
    if found := _FILTER.search(lower):
        return Network(FILTERS[found.group()], NetworkKind.FILTER.value)
    if _CLOUD.search(lower):
        return Network(owner[:_LONGEST], NetworkKind.CLOUD.value)
    return UNKNOWN
