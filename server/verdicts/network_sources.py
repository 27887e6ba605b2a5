"""The owners of networks whose hits are judged differently, and who publishes which networks are theirs.

An owner publishes its ranges at an address, or only its AS numbers are known: then the prefixes are those
which these announce to the internet, as RIPEstat sees them. AS numbers are from the registries.
"""

from __future__ import annotations

from dataclasses import dataclass

from server.verdicts.network_lists import NetworkKind

_CLOUD, _FILTER, _EXIT = NetworkKind.CLOUD, NetworkKind.FILTER, NetworkKind.EXIT
ANNOUNCED = "https://stat.ripe.net/data/announced-prefixes/data.json?sourceapp=sightline&resource=AS{}"


@dataclass(frozen=True, slots=True)
class Source:
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
    def described(self) -> str:
        """The source in words, as it stands in the list."""
        announced = ", ".join(f"AS{each}" for each in self.systems)
        parts = [*self.pages, self.where, f"prefixes announced by {announced}" if announced else ""]
        return "; ".join(part for part in parts if part)


_MICROSOFT = "https://download.microsoft.com/download/"

SOURCES = (
    # Clouds that publish their ranges
    Source("aws", "Amazon Web Services", _CLOUD, ("https://ip-ranges.amazonaws.com/ip-ranges.json",)),
    Source("google-cloud", "Google Cloud", _CLOUD, ("https://www.gstatic.com/ipranges/cloud.json",)),
    Source("azure", "Microsoft Azure", _CLOUD,
           ("https://www.microsoft.com/en-us/download/details.aspx?id=56519",), link=_MICROSOFT),
    Source("oracle", "Oracle Cloud", _CLOUD, ("https://docs.oracle.com/iaas/tools/public_ip_ranges.json",)),
    Source("digitalocean", "DigitalOcean", _CLOUD, ("https://digitalocean.com/geo/google.csv",)),
    Source("linode", "Akamai Connected Cloud (Linode)", _CLOUD, ("https://geoip.linode.com/",)),
    Source("vultr", "Vultr", _CLOUD, ("https://geofeed.constant.com/",)),
    # Clouds that are known by their AS numbers
    Source("hetzner", "Hetzner", _CLOUD, systems=(24940, 213230, 212317, 215859)),
    Source("ovh", "OVHcloud", _CLOUD, systems=(16276, 35540)),
    Source("scaleway", "Scaleway", _CLOUD, systems=(12876, 29447, 54265, 202023)),
    Source("alibaba", "Alibaba Cloud", _CLOUD, systems=(45102, 134963, 37963)),
    Source("tencent", "Tencent Cloud", _CLOUD, systems=(45090, 132203, 133478)),
    Source("huawei", "Huawei Cloud", _CLOUD, systems=(136907, 55990, 141180, 131444, 149167)),
    Source("ibm", "IBM Cloud", _CLOUD, systems=(36351,)),
    Source("contabo", "Contabo", _CLOUD, systems=(51167, 40021, 141995)),
    Source("leaseweb", "Leaseweb", _CLOUD,
           systems=(60781, 395954, 28753, 27411, 7203, 396190, 30633, 396362, 396356, 394380, 19148, 393886,
                    205544, 59253, 133752, 136988, 134351, 16265, 60626)),
    Source("rackspace", "Rackspace", _CLOUD, systems=(33070, 19994, 27357, 15395, 24867, 45187, 12200)),
    Source("upcloud", "UpCloud", _CLOUD, systems=(202053, 25697)),
    Source("hostinger", "Hostinger", _CLOUD, systems=(47583, 204915)),
    Source("netcup", "netcup", _CLOUD, systems=(197540, 214996)),
    Source("ionos", "IONOS", _CLOUD, systems=(8560, 54548)),
    Source("strato", "Strato", _CLOUD, systems=(6724,)),
    Source("host-europe", "Host Europe", _CLOUD, systems=(8972, 34011, 20773, 21499, 44273)),
    Source("hostpapa", "HostPapa (ColoCrossing, Hostwinds)", _CLOUD, systems=(36352, 54290, 40092, 23273)),
    Source("worldstream", "Worldstream", _CLOUD, systems=(49981, 8315, 25525, 28836)),
    Source("servers-com", "Servers.com", _CLOUD, systems=(7979, 61107, 46786)),
    Source("psychz", "Psychz Networks", _CLOUD, systems=(40676,)),
    Source("kamatera", "Kamatera", _CLOUD,
           systems=(36007, 215728, 210329, 204548, 41436, 396949, 396948, 396365)),
    Source("zenlayer", "Zenlayer", _CLOUD, systems=(21859, 62610, 4229, 29752, 38854, 139625)),
    Source("ucloud", "UCloud", _CLOUD, systems=(135377, 139327, 59077)),
    Source("yandex-cloud", "Yandex Cloud", _CLOUD, systems=(200350, 210656, 215013)),
    Source("selectel", "Selectel", _CLOUD, systems=(49505, 50340)),
    Source("timeweb", "Timeweb", _CLOUD, systems=(9123, 210976)),
    Source("beget", "Beget", _CLOUD, systems=(198610,)),
    Source("hivelocity", "Hivelocity", _CLOUD, systems=(29802, 61317)),
    Source("quadranet", "QuadraNet", _CLOUD, systems=(8100, 29761)),
    Source("interserver", "Interserver", _CLOUD, systems=(19318, 26666)),
    Source("frantech", "FranTech (BuyVM)", _CLOUD, systems=(53667,)),
    Source("hosthatch", "HostHatch", _CLOUD, systems=(63473,)),
    Source("gthost", "GTHost", _CLOUD, systems=(63023,)),
    Source("hostkey", "Hostkey", _CLOUD, systems=(57043, 395839, 50867)),
    Source("phoenixnap", "phoenixNAP", _CLOUD, systems=(20454, 19437, 12189, 11572, 59210)),
    Source("clouvider", "Clouvider", _CLOUD, systems=(62240, 207158, 401881)),
    Source("performive", "Performive", _CLOUD, systems=(46562,)),
    Source("serverius", "Serverius", _CLOUD, systems=(50673, 211895)),
    Source("equinix-metal", "Equinix Metal", _CLOUD, systems=(54825,)),
    Source("fly", "Fly.io", _CLOUD, systems=(40509,)),
    Source("exoscale", "Exoscale", _CLOUD, systems=(61098,)),
    Source("infomaniak", "Infomaniak", _CLOUD, systems=(29222,)),
    Source("aruba", "Aruba Cloud", _CLOUD, systems=(31034, 202613, 200185, 199883, 199653)),
    Source("glesys", "GleSYS", _CLOUD, systems=(42708, 49282)),
    Source("gcore", "Gcore", _CLOUD, systems=(199524, 202422)),
    Source("godaddy", "GoDaddy", _CLOUD, systems=(26496, 398101, 398787, 400754)),
    Source("namecheap", "Namecheap", _CLOUD, systems=(22612,)),
    Source("dreamhost", "DreamHost", _CLOUD, systems=(26347,)),
    Source("liquid-web", "Liquid Web", _CLOUD, systems=(32244, 36444, 53824, 201682)),
    Source("a2-hosting", "A2 Hosting", _CLOUD, systems=(55293,)),
    Source("inmotion", "InMotion Hosting", _CLOUD, systems=(22611, 54641, 3842)),
    Source("unified-layer", "Unified Layer (Bluehost)", _CLOUD, systems=(46606,)),
    Source("sakura", "Sakura Internet", _CLOUD, systems=(9371, 9370, 7684)),
    Source("naver-cloud", "NAVER Cloud", _CLOUD, systems=(23576, 135354)),
    Source("aeza", "Aeza", _CLOUD, systems=(210644, 216246)),
    Source("egihosting", "EGIHosting", _CLOUD, systems=(18779,)),
    Source("multacom", "Multacom", _CLOUD, systems=(35916,)),
    Source("quickpacket", "QuickPacket", _CLOUD, systems=(46261,)),
    Source("krypt", "Krypt", _CLOUD, systems=(35908, 4213)),
    Source("iomart", "iomart", _CLOUD, systems=(20860,)),
    Source("plusserver", "PlusServer", _CLOUD, systems=(61157,)),
    Source("ghostnet", "GHOSTnet", _CLOUD, systems=(12586, 197549)),
    Source("servermania", "ServerMania", _CLOUD, systems=(55286,)),
    Source("limestone", "Limestone Networks", _CLOUD, systems=(46475,)),
    Source("velia", "velia.net", _CLOUD, systems=(29066, 30083)),
    Source("web-werks", "Web Werks", _CLOUD, systems=(133296,)),
    Source("firstcolo", "firstcolo", _CLOUD, systems=(44066, 31400)),
    Source("anexia", "Anexia", _CLOUD, systems=(42473,)),
    Source("melbicom", "Melbicom", _CLOUD, systems=(56630, 8849, 50098)),
    Source("voxility", "Voxility", _CLOUD, systems=(3223,)),
    Source("bluevps", "BlueVPS", _CLOUD, systems=(62005,)),
    Source("nforce", "NForce", _CLOUD, systems=(43350, 64437)),
    Source("cherry-servers", "Cherry Servers", _CLOUD, systems=(16125, 204770, 59642)),
    Source("enzu", "Enzu", _CLOUD, systems=(18978,)),
    Source("i3d", "i3D.net", _CLOUD, systems=(49544,)),
    Source("novoserve", "NovoServe", _CLOUD, systems=(215224, 24875)),
    Source("sharktech", "Sharktech", _CLOUD, systems=(46844,)),
    Source("gigenet", "GigeNET", _CLOUD, systems=(32181,)),
    Source("hostdime", "HostDime", _CLOUD, systems=(33182,)),
    Source("mevspace", "MEVSPACE", _CLOUD, systems=(201814,)),
    Source("tzulo", "tzulo", _CLOUD, systems=(11878,)),
    Source("wholesale-internet", "WholeSale Internet", _CLOUD, systems=(32097,)),
    Source("atlantic-net", "Atlantic.Net", _CLOUD, systems=(6364,)),
    Source("joes-datacenter", "Joe's Datacenter", _CLOUD, systems=(19969,)),
    Source("baidu", "Baidu AI Cloud", _CLOUD, systems=(38365, 55967)),
    Source("kingsoft", "Kingsoft Cloud", _CLOUD, systems=(59019, 137280)),
    Source("e2e", "E2E Networks", _CLOUD, systems=(132420,)),
    Source("myloc", "myLoc", _CLOUD, systems=(42263, 41412)),
    Source("combell", "Combell", _CLOUD, systems=(34762,)),
    Source("mittwald", "Mittwald", _CLOUD, systems=(15817,)),
    Source("keyweb", "Keyweb", _CLOUD, systems=(31103,)),
    # Mail filters
    Source("microsoft-mail", "Microsoft Defender", _FILTER,
           ("https://endpoints.office.com/endpoints/worldwide?clientrequestid={uuid}",),
           within=".mail.protection.outlook.com"),
    Source("proofpoint", "Proofpoint", _FILTER, systems=(22843, 26211, 13916, 52129),
           fixed=("67.231.144.0/20", "148.163.128.0/19", "205.220.160.0/19", "185.132.180.0/22"),
           where="SPF of pphosted.com"),
    Source("mimecast", "Mimecast", _FILTER, systems=(30031, 397726, 42427, 39588, 60492, 136792, 37235),
           fixed=("205.139.110.0/24", "207.211.30.0/23", "63.128.21.0/24", "170.10.128.0/21",
                  "195.130.217.0/24", "91.220.42.0/24", "146.101.78.0/24", "185.58.84.0/22",
                  "51.163.158.0/23", "62.140.7.0/24"),
           where="Mimecast community, Data centers and URLs"),
    Source("barracuda", "Barracuda", _FILTER, systems=(15324,),
           fixed=("64.235.152.0/21", "209.222.80.0/21"),
           where="Barracuda campus, IP ranges used for configuration"),
    Source("cisco-mail", "Cisco Secure Email", _FILTER, systems=(16417, 30238, 30215),
           fixed=("68.232.128.0/19", "184.94.240.0/20", "216.71.128.0/19", "207.54.64.0/19"),
           where="Secure Email Cloud Gateway, hosts.iphmx.com"),
    Source("symantec-mail", "Symantec", _FILTER, systems=(21345, 26282),
           fixed=("67.219.240.0/20", "85.158.136.0/21", "95.131.104.0/21", "193.109.254.0/23",
                  "216.82.240.0/20", "194.106.220.0/23", "195.245.230.0/23", "117.120.16.0/21",
                  "46.226.48.0/21"),
           where="Email Security.cloud IP ranges"),
    Source("trend-micro", "Trend Micro", _FILTER, systems=(16880, 132229),
           fixed=("150.70.224.0/20", "216.104.0.0/19", "216.99.128.0/20"),
           where="Trend Micro Email Security online help"),
    Source("sophos", "Sophos", _FILTER, fixed=("198.144.100.0/22",),
           where="Sophos Central Email, IP addresses and regions (not checked since)"),
    Source("trellix", "Trellix", _FILTER, systems=(46484, 17330)),
    Source("appriver", "AppRiver", _FILTER, systems=(53780,)),
    Source("n-able", "N-able SpamExperts", _FILTER, systems=(43054,)),
    Source("retarus", "Retarus", _FILTER, systems=(48328,)),
    Source("cyren", "Cyren", _FILTER, systems=(59657,)),
    # Services through which people browse
    Source("zscaler", "Zscaler", _EXIT,
           ("https://config.zscaler.com/api/zscaler.net/cenr/json",
            "https://config.zscaler.com/api/zscalertwo.net/cenr/json",
            "https://config.zscaler.com/api/zscalerthree.net/cenr/json",
            "https://config.zscaler.com/api/zscloud.net/cenr/json"),
           systems=(22616, 53813, 62044, 53444)),
    Source("netskope", "Netskope", _EXIT, systems=(55256,)),
    Source("umbrella", "Cisco Umbrella", _EXIT, systems=(36692, 25605)),
    Source("menlo", "Menlo Security", _EXIT, systems=(62654,)),
    Source("iboss", "iboss", _EXIT, systems=(396253, 137922, 202276)),
    Source("forcepoint", "Forcepoint", _EXIT, systems=(44444, 13448, 43251)),
    Source("cato", "Cato Networks", _EXIT, systems=(13150, 138627)),
    Source("versa", "Versa Networks", _EXIT, systems=(400318,)),
    Source("skyhigh", "Skyhigh Security", _EXIT, systems=(203724, 205272, 14600)),
    Source("check-point", "Check Point", _EXIT, systems=(213176,)),
    Source("cloudflare", "Cloudflare", _EXIT,
           ("https://www.cloudflare.com/ips-v4", "https://www.cloudflare.com/ips-v6"), systems=(13335,)),
    Source("private-relay", "iCloud Private Relay", _EXIT,
           ("https://mask-api.icloud.com/egress-ip-ranges.csv",), coarse=(24, 45)),
    Source("mullvad", "Mullvad", _EXIT, systems=(39351,)),
    Source("nordvpn", "NordVPN", _EXIT, systems=(136787, 147049, 207137, 141039)),
    Source("proton", "Proton", _EXIT, systems=(62371, 209103, 199218, 208172)),
    Source("windscribe", "Windscribe", _EXIT, systems=(397540,)),
    Source("ipvanish", "IPVanish", _EXIT, systems=(31362, 50667)),
    Source("avast-vpn", "Avast SecureLine", _EXIT, systems=(198605,)),
    Source("opera", "Opera", _EXIT, systems=(39832, 21837)),
    Source("m247", "M247", _EXIT, systems=(9009, 16247, 42973, 51332)),
    Source("datacamp", "Datacamp", _EXIT, systems=(60068, 212238)),
)  # fmt: skip
