"""The owners of networks whose hits are judged differently, and who publishes which networks are theirs.

An owner publishes its ranges at an address, or only its AS numbers are known: then the prefixes are those
which these announce to the internet, as RIPEstat sees them. AS numbers are from the registries.
"""

from __future__ import annotations

from dataclasses import dataclass

from server.verdicts.network_lists import Basis, NetworkKind

_CLOUD, _FILTER, _EXIT = NetworkKind.CLOUD, NetworkKind.FILTER, NetworkKind.EXIT
_MAIL, _HOME = NetworkKind.MAIL, NetworkKind.HOME
ANNOUNCED = "https://stat.ripe.net/data/announced-prefixes/data.json?sourceapp=sightline&resource=AS{}"


@dataclass(frozen=True, slots=True)
class NetworkSource:
    """Where the networks of an owner come from. `stem`: the name of its file.

    `pages`: what the owner publishes; `systems`: AS numbers; `fixed`: ranges on a page that only people can
    read, with the name of the page in `where`. `within`: in a JSON answer, only the objects that contain this
    text are read; `link`: the page only links to the list, at an address that starts like this. `coarse`:
    prefixes longer than this are widened to it (IPv4, IPv6), where addresses change within a range.
    """

    stem: str
    name: str
    kind: NetworkKind
    pages: tuple[str, ...] = ()
    systems: tuple[int, ...] = ()
    fixed: tuple[str, ...] = ()
    where: str = ""
    within: str = ""
    link: str = ""
    coarse: tuple[int, int] = (32, 64)

    @property
    def refreshable(self) -> bool:
        """Whether a program can ask for the ranges."""
        return bool(self.pages or self.systems)

    @property
    def basis(self) -> Basis:
        """How the ranges are known: from the AS numbers alone, or from the owner, too."""
        return Basis.PUBLISHED if self.pages or self.fixed else Basis.ANNOUNCED

    @property
    def described(self) -> str:
        """The source in words, as it stands in the list."""
        announced = ", ".join(f"AS{each}" for each in self.systems)
        parts = [*self.pages, self.where, f"prefixes announced by {announced}" if announced else ""]
        return "; ".join(part for part in parts if part)


_MICROSOFT = "https://download.microsoft.com/download/"


def _known_by(kind: NetworkKind, stem: str, name: str, *systems: int) -> NetworkSource:
    """Return the source of an owner who publishes only AS numbers."""
    return NetworkSource(stem, name, kind, systems=systems)


SOURCES = (
    # Clouds that publish their ranges
    NetworkSource("aws", "Amazon Web Services", _CLOUD, ("https://ip-ranges.amazonaws.com/ip-ranges.json",)),
    NetworkSource("google-cloud", "Google Cloud", _CLOUD, ("https://www.gstatic.com/ipranges/cloud.json",)),
    NetworkSource("google", "Google", _CLOUD,
                  fixed=("35.190.247.0/24", "64.233.160.0/19", "66.102.0.0/20", "66.249.64.0/19",
                         "72.14.192.0/18", "74.125.0.0/16", "108.177.8.0/21", "142.250.0.0/15",
                         "172.217.0.0/16", "173.194.0.0/16", "209.85.128.0/17", "216.58.192.0/19",
                         "216.239.32.0/19"),
                  where="_netblocks.google.com (SPF)"),
    NetworkSource("azure", "Microsoft Azure", _CLOUD,
                  ("https://www.microsoft.com/en-us/download/details.aspx?id=56519",), link=_MICROSOFT),
    NetworkSource("microsoft-365", "Microsoft 365", _CLOUD,
                  ("https://endpoints.office.com/endpoints/worldwide?clientrequestid={uuid}",)),
    NetworkSource("oracle", "Oracle Cloud", _CLOUD, ("https://docs.oracle.com/iaas/tools/public_ip_ranges.json",)),
    NetworkSource("digitalocean", "DigitalOcean", _CLOUD, ("https://digitalocean.com/geo/google.csv",)),
    NetworkSource("linode", "Akamai Connected Cloud (Linode)", _CLOUD, ("https://geoip.linode.com/",)),
    NetworkSource("vultr", "Vultr", _CLOUD, ("https://geofeed.constant.com/",)),
    # Clouds that are known by their AS numbers
    _known_by(_CLOUD, "microsoft", "Microsoft", 8075, 8068, 8069, 8070, 3598, 12076, 5761, 17144, 45139),
    _known_by(_CLOUD, "hetzner", "Hetzner", 24940, 213230, 212317, 215859),
    _known_by(_CLOUD, "ovh", "OVHcloud", 16276),
    _known_by(_CLOUD, "scaleway", "Scaleway", 12876, 54265, 202023),
    _known_by(_CLOUD, "alibaba", "Alibaba Cloud", 45102, 134963, 37963),
    _known_by(_CLOUD, "tencent", "Tencent Cloud", 45090, 132203, 133478),
    _known_by(_CLOUD, "huawei", "Huawei Cloud", 136907, 55990, 141180, 131444, 149167),
    _known_by(_CLOUD, "ibm", "IBM Cloud", 36351),
    _known_by(_CLOUD, "contabo", "Contabo", 51167, 40021, 141995),
    _known_by(_CLOUD, "leaseweb", "Leaseweb", 60781, 395954, 28753, 27411, 7203, 396190, 30633, 396362,
              396356, 394380, 19148, 393886, 205544, 59253, 133752, 136988, 134351, 16265, 60626),
    _known_by(_CLOUD, "rackspace", "Rackspace", 33070, 19994, 27357, 15395, 24867, 45187, 12200),
    _known_by(_CLOUD, "upcloud", "UpCloud", 202053, 25697),
    _known_by(_CLOUD, "hostinger", "Hostinger", 47583, 204915),
    _known_by(_CLOUD, "netcup", "netcup", 197540, 214996),
    _known_by(_CLOUD, "ionos", "IONOS", 8560, 54548),
    _known_by(_CLOUD, "strato", "Strato", 6724),
    _known_by(_CLOUD, "host-europe", "Host Europe", 8972, 34011, 20773, 21499, 44273),
    _known_by(_CLOUD, "hostpapa", "HostPapa (ColoCrossing, Hostwinds)", 36352, 54290, 40092, 23273),
    _known_by(_CLOUD, "worldstream", "Worldstream", 49981, 8315, 25525, 28836),
    _known_by(_CLOUD, "servers-com", "Servers.com", 7979, 61107, 46786),
    _known_by(_CLOUD, "psychz", "Psychz Networks", 40676),
    _known_by(_CLOUD, "kamatera", "Kamatera", 36007, 215728, 210329, 204548, 41436, 396949, 396948, 396365),
    _known_by(_CLOUD, "zenlayer", "Zenlayer", 21859, 62610, 4229, 29752, 38854, 139625),
    _known_by(_CLOUD, "ucloud", "UCloud", 135377, 139327, 59077),
    _known_by(_CLOUD, "yandex-cloud", "Yandex Cloud", 200350, 210656, 215013),
    _known_by(_CLOUD, "selectel", "Selectel", 49505, 50340),
    _known_by(_CLOUD, "timeweb", "Timeweb", 9123, 210976),
    _known_by(_CLOUD, "beget", "Beget", 198610),
    _known_by(_CLOUD, "hivelocity", "Hivelocity", 29802, 61317),
    _known_by(_CLOUD, "quadranet", "QuadraNet", 8100, 29761),
    _known_by(_CLOUD, "interserver", "Interserver", 19318, 26666),
    _known_by(_CLOUD, "frantech", "FranTech (BuyVM)", 53667),
    _known_by(_CLOUD, "hosthatch", "HostHatch", 63473),
    _known_by(_CLOUD, "gthost", "GTHost", 63023),
    _known_by(_CLOUD, "hostkey", "Hostkey", 57043, 395839, 50867),
    _known_by(_CLOUD, "phoenixnap", "phoenixNAP", 20454, 19437, 12189, 11572, 59210),
    _known_by(_CLOUD, "clouvider", "Clouvider", 62240, 207158, 401881),
    _known_by(_CLOUD, "performive", "Performive", 46562),
    _known_by(_CLOUD, "serverius", "Serverius", 50673, 211895),
    _known_by(_CLOUD, "equinix-metal", "Equinix Metal", 54825),
    _known_by(_CLOUD, "fly", "Fly.io", 40509),
    _known_by(_CLOUD, "exoscale", "Exoscale", 61098),
    _known_by(_CLOUD, "infomaniak", "Infomaniak", 29222),
    _known_by(_CLOUD, "aruba", "Aruba Cloud", 31034, 202613, 200185, 199883, 199653),
    _known_by(_CLOUD, "glesys", "GleSYS", 42708, 49282),
    _known_by(_CLOUD, "gcore", "Gcore", 199524, 202422),
    _known_by(_CLOUD, "godaddy", "GoDaddy", 26496, 398101, 398787, 400754),
    _known_by(_CLOUD, "namecheap", "Namecheap", 22612),
    _known_by(_CLOUD, "dreamhost", "DreamHost", 26347),
    _known_by(_CLOUD, "liquid-web", "Liquid Web", 32244, 36444, 53824, 201682),
    _known_by(_CLOUD, "a2-hosting", "A2 Hosting", 55293),
    _known_by(_CLOUD, "inmotion", "InMotion Hosting", 22611, 54641, 3842),
    _known_by(_CLOUD, "unified-layer", "Unified Layer (Bluehost)", 46606),
    _known_by(_CLOUD, "sakura", "Sakura Internet", 9371, 9370, 7684),
    _known_by(_CLOUD, "naver-cloud", "NAVER Cloud", 23576, 135354),
    _known_by(_CLOUD, "aeza", "Aeza", 210644, 216246),
    _known_by(_CLOUD, "egihosting", "EGIHosting", 18779),
    _known_by(_CLOUD, "multacom", "Multacom", 35916),
    _known_by(_CLOUD, "quickpacket", "QuickPacket", 46261),
    _known_by(_CLOUD, "krypt", "Krypt", 35908, 4213),
    _known_by(_CLOUD, "iomart", "iomart", 20860),
    _known_by(_CLOUD, "plusserver", "PlusServer", 61157),
    _known_by(_CLOUD, "ghostnet", "GHOSTnet", 12586, 197549),
    _known_by(_CLOUD, "servermania", "ServerMania", 55286),
    _known_by(_CLOUD, "limestone", "Limestone Networks", 46475),
    _known_by(_CLOUD, "velia", "velia.net", 29066, 30083),
    _known_by(_CLOUD, "web-werks", "Web Werks", 133296),
    _known_by(_CLOUD, "firstcolo", "firstcolo", 44066, 31400),
    _known_by(_CLOUD, "anexia", "Anexia", 42473),
    _known_by(_CLOUD, "melbicom", "Melbicom", 56630, 8849, 50098),
    _known_by(_CLOUD, "voxility", "Voxility", 3223),
    _known_by(_CLOUD, "bluevps", "BlueVPS", 62005),
    _known_by(_CLOUD, "nforce", "NForce", 43350, 64437),
    _known_by(_CLOUD, "cherry-servers", "Cherry Servers", 16125, 204770, 59642),
    _known_by(_CLOUD, "enzu", "Enzu", 18978),
    _known_by(_CLOUD, "i3d", "i3D.net", 49544),
    _known_by(_CLOUD, "novoserve", "NovoServe", 215224, 24875),
    _known_by(_CLOUD, "sharktech", "Sharktech", 46844),
    _known_by(_CLOUD, "gigenet", "GigeNET", 32181),
    _known_by(_CLOUD, "hostdime", "HostDime", 33182),
    _known_by(_CLOUD, "mevspace", "MEVSPACE", 201814),
    _known_by(_CLOUD, "tzulo", "tzulo", 11878),
    _known_by(_CLOUD, "wholesale-internet", "WholeSale Internet", 32097),
    _known_by(_CLOUD, "atlantic-net", "Atlantic.Net", 6364),
    _known_by(_CLOUD, "joes-datacenter", "Joe's Datacenter", 19969),
    _known_by(_CLOUD, "baidu", "Baidu AI Cloud", 38365, 55967),
    _known_by(_CLOUD, "kingsoft", "Kingsoft Cloud", 59019, 137280),
    _known_by(_CLOUD, "e2e", "E2E Networks", 132420),
    _known_by(_CLOUD, "myloc", "myLoc", 42263, 41412),
    _known_by(_CLOUD, "combell", "Combell", 34762),
    _known_by(_CLOUD, "mittwald", "Mittwald", 15817),
    _known_by(_CLOUD, "keyweb", "Keyweb", 31103),
    # Mail filters
    NetworkSource("microsoft-mail", "Microsoft Defender", _FILTER,
                  ("https://endpoints.office.com/endpoints/worldwide?clientrequestid={uuid}",),
                  within=".mail.protection.outlook.com"),
    NetworkSource("proofpoint", "Proofpoint", _FILTER, systems=(22843, 26211, 13916, 52129),
                  fixed=("67.231.144.0/20", "148.163.128.0/19", "205.220.160.0/19", "185.132.180.0/22"),
                  where="SPF of pphosted.com"),
    NetworkSource("mimecast", "Mimecast", _FILTER,
                  systems=(30031, 397726, 42427, 39588, 60492, 136792, 37235),
                  fixed=("205.139.110.0/24", "207.211.30.0/23", "63.128.21.0/24", "170.10.128.0/21",
                         "195.130.217.0/24", "91.220.42.0/24", "146.101.78.0/24", "185.58.84.0/22",
                         "51.163.158.0/23", "62.140.7.0/24"),
                  where="Mimecast community, Data centers and URLs"),
    NetworkSource("barracuda", "Barracuda", _FILTER, systems=(15324,),
                  fixed=("64.235.152.0/21", "209.222.80.0/21"),
                  where="Barracuda campus, IP ranges used for configuration"),
    NetworkSource("cisco-mail", "Cisco Secure Email", _FILTER, systems=(16417, 30238, 30215),
                  fixed=("68.232.128.0/19", "184.94.240.0/20", "216.71.128.0/19", "207.54.64.0/19"),
                  where="Secure Email Cloud Gateway, hosts.iphmx.com"),
    NetworkSource("symantec-mail", "Symantec", _FILTER, systems=(21345, 26282),
                  fixed=("67.219.240.0/20", "85.158.136.0/21", "95.131.104.0/21", "193.109.254.0/23",
                         "216.82.240.0/20", "194.106.220.0/23", "195.245.230.0/23", "117.120.16.0/21",
                         "46.226.48.0/21"),
                  where="Email Security.cloud IP ranges"),
    NetworkSource("trend-micro", "Trend Micro", _FILTER, systems=(16880, 132229),
                  fixed=("150.70.0.0/16", "216.104.0.0/19", "216.99.128.0/20"),
                  where="registered to Trend Micro; Trend Micro Email Security online help"),
    NetworkSource("sophos", "Sophos", _FILTER, fixed=("198.144.100.0/22",),
                  where="Sophos Central Email, IP addresses and regions (not checked since)"),
    _known_by(_FILTER, "trellix", "Trellix", 46484, 17330),
    _known_by(_FILTER, "appriver", "AppRiver", 53780),
    _known_by(_FILTER, "n-able", "N-able SpamExperts", 43054),
    _known_by(_FILTER, "retarus", "Retarus", 48328),
    _known_by(_FILTER, "cyren", "Cyren", 59657),
    # Services through which people browse
    NetworkSource("zscaler", "Zscaler", _EXIT,
                  ("https://config.zscaler.com/api/zscaler.net/cenr/json",
                   "https://config.zscaler.com/api/zscalertwo.net/cenr/json",
                   "https://config.zscaler.com/api/zscalerthree.net/cenr/json",
                   "https://config.zscaler.com/api/zscloud.net/cenr/json"),
                  systems=(22616, 53813, 62044, 53444)),
    _known_by(_EXIT, "netskope", "Netskope", 55256),
    _known_by(_EXIT, "umbrella", "Cisco Umbrella", 36692, 25605),
    _known_by(_EXIT, "menlo", "Menlo Security", 62654),
    _known_by(_EXIT, "iboss", "iboss", 396253, 137922, 202276),
    _known_by(_EXIT, "forcepoint", "Forcepoint", 44444, 13448, 43251),
    _known_by(_EXIT, "cato", "Cato Networks", 13150, 138627),
    _known_by(_EXIT, "versa", "Versa Networks", 400318),
    _known_by(_EXIT, "skyhigh", "Skyhigh Security", 203724, 205272, 14600),
    _known_by(_EXIT, "check-point", "Check Point", 213176),
    NetworkSource("cloudflare", "Cloudflare", _EXIT,
                  ("https://www.cloudflare.com/ips-v4", "https://www.cloudflare.com/ips-v6"),
                  systems=(13335,)),
    NetworkSource("private-relay", "iCloud Private Relay", _EXIT,
                  ("https://mask-api.icloud.com/egress-ip-ranges.csv",), coarse=(24, 45)),
    _known_by(_EXIT, "mullvad", "Mullvad", 39351),
    _known_by(_EXIT, "nordvpn", "NordVPN", 136787, 147049, 207137, 141039),
    _known_by(_EXIT, "proton", "Proton", 209103, 199218, 208172),
    _known_by(_EXIT, "windscribe", "Windscribe", 397540),
    _known_by(_EXIT, "ipvanish", "IPVanish", 31362, 50667),
    _known_by(_EXIT, "avast-vpn", "Avast SecureLine", 198605),
    _known_by(_EXIT, "opera", "Opera", 39832, 21837),
    _known_by(_EXIT, "m247", "M247", 9009, 16247, 42973, 51332),
    _known_by(_EXIT, "datacamp", "Datacamp", 60068, 212238),
    # Mail providers that connect no homes. What is known of how each loads pictures is in decision 051.
    NetworkSource("mail-ru", "Mail.ru", _MAIL, systems=(47764, 47541, 47542, 28709),
                  fixed=("185.30.176.0/23",), where="mssola/user_agent#54"),
    _known_by(_MAIL, "yandex", "Yandex", 13238),
    _known_by(_MAIL, "rambler", "Rambler", 24638),
    _known_by(_MAIL, "yahoo", "Yahoo", 10310, 26101, 36646, 36647, 34010, 15635, 14778, 14776, 14777, 14779,
              14780, 14196, 36088, 5779, 7233, 7280, 10880, 16515, 393245, 56173, 24506, 10229, 42173),
    NetworkSource("fastmail", "Fastmail", _MAIL, systems=(151847,), fixed=("66.111.4.0/24",),
                  where="SPF of fastmail.com"),
    _known_by(_MAIL, "proton-mail", "Proton", 62371),
    _known_by(_MAIL, "seznam", "Seznam", 43037),
    _known_by(_MAIL, "ukr-net", "ukr.net", 8856),
    _known_by(_MAIL, "zoho", "Zoho", 2639, 56201, 205111, 397849, 141757, 401636, 139006, 135102, 214227),
    _known_by(_MAIL, "netease", "NetEase", 45062, 137263, 131659),
    _known_by(_MAIL, "kakao", "Kakao (Daum)", 38099, 10158, 7625),
    _known_by(_MAIL, "libero", "Libero", 8660),
    _known_by(_MAIL, "wirtualna-polska", "Wirtualna Polska", 12827, 31080),
    _known_by(_MAIL, "onet", "Onet", 12990, 30876),
    _known_by(_MAIL, "interia", "Interia", 16138),
    _known_by(_MAIL, "rediff", "Rediffmail", 38224, 142575),
    _known_by(_MAIL, "mailbox-org", "mailbox.org", 199118),
    _known_by(_MAIL, "la-poste", "La Poste", 35676, 216353),
    NetworkSource("gmx", "GMX and web.de", _MAIL,
                  fixed=("213.165.64.0/23", "74.208.5.64/26", "74.208.122.0/26", "74.208.4.192/26",
                         "212.227.126.128/25", "212.227.15.0/24", "212.227.17.0/27", "82.165.159.0/24",
                         "217.72.207.0/27", "217.72.192.64/26"),
                  where="SPF of gmx.net and web.de"),
    # Homes and phones whose networks are registered in the names of clouds
    _known_by(_HOME, "iliad-italia", "Iliad Italia", 29447),
    _known_by(_HOME, "ovh-telecom", "OVH Telecom", 35540),
)  # fmt: skip
