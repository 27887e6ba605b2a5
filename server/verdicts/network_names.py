"""Tells from the registered name of a network (ASN databases) what comes from it.

Words match whole words only, since "amazon" is in AMAZONIA TELECOMUNICACOES too, which connects homes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from server.verdicts.network_lists import UNKNOWN, Network, NetworkKind

LONGEST = 60  # characters of a registered name that are shown

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

# Mail providers that connect no homes: their names, by a word in the registered name.
PROVIDERS: Mapping[str, str] = {
    "mail.ru": "Mail.ru",
    "mailru": "Mail.ru",
    "llc vk": "Mail.ru",
    "vk llc": "Mail.ru",
    "vkontakte": "Mail.ru",
    "yandex llc": "Yandex",
    "rambler internet": "Rambler",
    "yahoo": "Yahoo",
    "oath holdings": "Yahoo",
    "fastmail": "Fastmail",
    "seznam.cz": "Seznam",
    "ukrnet ltd": "ukr.net",
    "zoho": "Zoho",
    "netease": "NetEase",
    "kakao corp": "Kakao (Daum)",
    "italiaonline": "Libero",
    "wirtualna polska": "Wirtualna Polska",
    "ringier axel springer polska": "Onet",
    "interia.pl": "Interia",
    "rediff.com": "Rediffmail",
    "heinlein": "mailbox.org",
    "1&1 mail & media": "GMX and web.de",
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


# Beginnings of words in the registered names of those who connect homes, phones and universities.
HOMES = (
    "telef", "telia", "telenor", "tele2", "telstra", "telus", "telmex", "telekabel", "télécom", "vodafone",
    "vodacom", "comcast", "charter communications", "verizon", "at&t", "t-mobile", "mobile", "cellular",
    "cable", "kabel", "broadband", "banda larga", "wireless", "wifi", "wi-fi", "dsl", "adsl", "vdsl", "fiber",
    "fibre", "fibra", "ftth", "starlink", "centurylink", "frontier communications", "cox communications",
    "rogers", "bell canada", "shaw communications", "videotron", "suddenlink", "orange", "bouygues",
    "proxad", "free sas", "societe francaise du radio", "swisscom", "virgin media", "talktalk", "sky uk",
    "kpn", "ziggo", "odido", "proximus", "fastweb", "wind tre", "megafon", "vimpelcom", "beeline",
    "turkcell", "bharti", "airtel", "reliance jio", "bharat sanchar", "docomo", "kddi", "softbank", "optus",
    "tpg internet", "chinanet", "china mobile", "china unicom", "hinet", "viettel", "claro", "etisalat",
    "safaricom", "universi", "college", "school", "hochschule", "academic",
)  # fmt: skip
# Words of those who rent out servers, even if they call themselves somebody's telecom: most data centres are
# in no list.
_SERVERS = re.compile(r"host(?:ing|s|\b)|cloud|server|data ?cent|(?<![a-z])(?:vps|colo(?:cation)?)(?![a-z])")


def _pattern(words: Mapping[str, str] | tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![a-z0-9])(?:{either})(?![a-z])")


_EXIT, _FILTER, _CLOUD = _pattern(EXITS), _pattern(FILTERS), _pattern(CLOUDS)
_PROVIDER = _pattern(PROVIDERS)
_HOME = re.compile(rf"tele[ck]om|(?<![a-z])(?:{'|'.join(map(re.escape, HOMES))})")


@lru_cache(maxsize=1024)
def named(owner: str) -> Network:
    """Return what a network's registered name tells; the name of a cloud is the registered one."""
    lower = owner.lower()
    if found := _EXIT.search(lower):
        return Network(EXITS[found.group()], NetworkKind.EXIT.value)
    if found := _FILTER.search(lower):
        return Network(FILTERS[found.group()], NetworkKind.FILTER.value)
    if found := _PROVIDER.search(lower):
        return Network(PROVIDERS[found.group()], NetworkKind.MAIL.value)
    if _CLOUD.search(lower) or _SERVERS.search(lower):
        return Network(owner[:LONGEST], NetworkKind.CLOUD.value)
    return UNKNOWN


@lru_cache(maxsize=1024)
def connects_homes(owner: str) -> bool:
    """Return whether a network's registered name is that of somebody who connects homes or phones."""
    lower = owner.lower()
    return bool(_HOME.search(lower)) and not _SERVERS.search(lower) and not named(owner).kind
