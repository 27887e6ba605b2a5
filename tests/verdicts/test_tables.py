"""The tables of programs and networks: a test fails for each row that is removed."""

from __future__ import annotations

import pytest

from server.ingest.rates import is_mail_proxy, network_of
from server.verdicts.clients import client_name
from server.verdicts.hits import HEADERS, wanted_headers
from server.verdicts.network_names import connects_homes, named
from server.verdicts.networks import Network, NetworkKind, neighbourhood
from server.verdicts.networks import network_of as whose
from server.verdicts.proxies import APPLE_NETWORKS, PROXIES, proxy_of
from server.verdicts.signatures import is_in

FILTERS = {
    "Proofpoint": "67.231.144.1 67.231.159.255 148.163.128.0 148.163.159.255 205.220.160.0 205.220.191.255"
    " 185.132.180.0 185.132.183.255",
    "Mimecast": "205.139.110.9 207.211.30.0 207.211.31.255 63.128.21.1 170.10.128.0 170.10.135.255"
    " 195.130.217.3 91.220.42.3 146.101.78.3 185.58.84.0 185.58.87.255 51.163.158.0 51.163.159.255"
    " 62.140.7.7",
    "Barracuda": "64.235.144.0 64.235.159.255 209.222.80.0 209.222.87.255",
    "Cisco Secure Email": "68.232.128.0 68.232.159.255 184.94.240.0 184.94.255.255 216.71.128.0"
    " 216.71.159.255 207.54.64.0 207.54.95.255",
    "Symantec": "67.219.240.0 67.219.255.255 85.158.136.0 85.158.143.255 95.131.104.0 95.131.111.255"
    " 193.109.254.0 193.109.255.255 216.82.240.0 216.82.255.255 194.106.220.0 194.106.221.255"
    " 195.245.230.0 195.245.231.255 117.120.16.0 117.120.23.255 46.226.48.0 46.226.55.255",
    "Trend Micro": "150.70.224.0 150.70.239.255 216.104.0.0 216.104.31.255 216.99.128.0 216.99.143.255",
    "Sophos": "198.144.100.0 198.144.103.255",
    "": "67.231.143.255 67.231.160.0 0.0.0.1 255.255.255.255 198.51.100.7 2001:db8::1 nowhere",
}
HOSTING = [
    "AMAZON-02", "AMAZON-AES", "GOOGLE-CLOUD-PLATFORM", "Google Cloud", "MICROSOFT-CORP-MSN-AS-BLOCK",
    "DIGITALOCEAN-ASN", "OVH SAS", "HETZNER-AS", "LINODE-AP Linode, LLC", "AS-VULTR", "The Constant Company",
    "AS-CHOOPA", "ORACLE-BMC-31898", "ALIBABA-CN-NET", "TENCENT-NET-AP", "CONTABO", "LEASEWEB-NL-AMS-01",
    "SCALEWAY SAS", "Online S.A.S.", "IONOS SE", "RACKSPACE", "SOFTLAYER", "IBM Cloud", "AS-QUADRANET",
    "AS-COLOCROSSING", "AKAMAI-LINODE-AP Akamai Connected Cloud", "AS-HOSTINGER", "UPCLOUD", "KAMATERA",
    "HUAWEI CLOUDS", "ZENLAYER", "UCLOUD-HK-AS-AP", "Yandex.Cloud LLC", "netcup GmbH", "WorldStream B.V.",
    "HOSTWINDS", "SERVERS-COM Servers.com, Inc.", "PSYCHZ", "GODADDY",
]  # fmt: skip
EXITS = {
    "ZSCALER-SJC1": "Zscaler", "Netskope Inc": "Netskope", "CLOUDFLARENET Cloudflare, Inc.": "Cloudflare",
    "OPENDNS Cisco OpenDNS, LLC": "Cisco Umbrella", "MENLO SECURITY, INC.": "Menlo Security",
    "M247 Europe SRL": "M247", "DATACAMP Limited": "Datacamp", "31173 Services AB": "Mullvad",
    "PacketHub S.A.": "NordVPN", "Proton AG": "Proton",
}  # fmt: skip
PROVIDERS = {
    "Mail.Ru LLC": "Mail.ru", "LLC VK": "Mail.ru", "YANDEX LLC": "Yandex", "Oath Holdings Inc.": "Yahoo",
    "YAHOO-1": "Yahoo", "Rambler Internet Holding LLC": "Rambler", "Seznam.cz, a.s.": "Seznam",
    "UkrNet Ltd.": "ukr.net", "ZOHO-AS ZOHO": "Zoho", "FASTMAIL": "Fastmail", "Kakao Corp": "Kakao (Daum)",
    "NetEase Building No.16 Ke Yun Road,": "NetEase", "Italiaonline S.p.A.": "Libero",
}  # fmt: skip
CONNECT_HOMES = [
    "DTAG Deutsche Telekom AG", "COMCAST-7922", "Orange S.A.", "VODAFONE-ANET", "T-MOBILE-AS21928",
    "Cable One, Inc.", "AMAZONIA TELECOMUNICACOES LTDA", "University of Bern", "Jazz Wireless", "UkrTelecom",
]  # fmt: skip
CONNECT_NO_HOMES = [
    "HETZNER-AS", "Host-Telecom.com s.r.o.", "Broadband Hosting B.V.",
    "Deutsche Telekom Cloud Services s.r.o.", "LLC VK", "Example Media GmbH", "",
]  # fmt: skip
HOMES = [
    "UkrNet Fastiv Region LTD",
    "DTAG Deutsche Telekom AG", "COMCAST-7922", "Orange S.A.", "APPLE-ENGINEERING", "VODAFONE-ANET",
    "AMAZONIA TELECOMUNICACOES LTDA", "AMAZON TELECOM LTDA", "AMAZONFIBER SERVICOS DE COMUNICACAO LTDA",
    "Banco da Amazonia S/A", "Administrator Systems AS", "1&1 Versatel GmbH", "GOOGLE-FIBER",
]  # fmt: skip
MAIL_PROGRAMS = [
    "Outlook-iOS/723.2130105.prod.iphone", "Microsoft Office/16.0", "Thunderbird/140.3", "Airmail/600",
    "eM Client/10.0.3265.0", "Lotus-Notes/6.0", "AppleMail/16", "MailTool/1 Darwin/22.5.0",
    "Dalvik/2.1.0 (Linux; U; Android 14)", "Superhuman/2.3", "Spark/3.2", "Postbox/7.0", "Mailspring/1.13",
    "Betterbird/128.4", "K-9 Mail/6.8", "Opera/9.80 (Windows NT 6.1)",
]  # fmt: skip
SCANNERS = {
    "Mozilla/5.0 (compatible; BarracudaCentral)": "Barracuda",
    "Mimecast-URL-Protect/2": "Mimecast",
    "Proofpoint-URL-Defense": "Proofpoint",
    "CiscoSecureEmail/1": "Cisco Secure Email",
    "IronPort/14": "Cisco Secure Email",
    "Mozilla/5.0 (SafeLinks)": "Microsoft Safe Links",
    "TMES/2": "Trend Micro",
    "TrendMicro-Email": "Trend Micro",
    "Sophos-Email": "Sophos",
    "FortiMail/7": "FortiMail",
    "Symantec-Email": "Symantec",
    "FireEye-ETP": "FireEye",
}
TOOLS = [
    "Java/17.0.1", "HTTPie/3.2", "PostmanRuntime/7.36", "insomnia/8.6", "Microsoft-CryptoAPI/10.0",
    "libwww-perl/6.6", "Python/3.11 aiohttp/3.9",
]  # fmt: skip
PROXY_ADDRESSES = [
    "66.102.0.0", "66.102.15.255", "66.249.64.0", "66.249.95.255", "72.14.192.0", "72.14.255.255",
    "74.125.0.0", "74.125.255.255", "209.85.128.0", "209.85.255.255",
]  # fmt: skip
APPLE = [
    "17.0.0.0", "17.255.255.255", "104.28.0.0", "104.28.255.255", "172.224.0.0", "172.227.255.255",
    "140.248.0.0", "140.248.63.255", "146.75.128.0", "146.75.255.255", "2606:54c0::1", "2606:54c3:ffff::1",
    "2a02:26f7::1",
    "2a04:4e41::1", "2a09:bac2::1", "2a09:bac3:ffff::1",
]  # fmt: skip
YANDEX = ["5.45.192.0", "77.88.63.255", "95.108.255.255", "213.180.223.255", "2a02:6b8::1", "2a02:6bf::1"]
GOOGLE_IPV6 = [
    "2001:4860:4fff::1", "2404:6800:4000::1", "2607:f8b0:4864::1", "2800:3f0:4001::1", "2a00:1450:4864::1",
    "2c0f:fb50:4003::1",
]  # fmt: skip
KEPT_HEADERS = [
    "accept", "accept-encoding", "accept-language", "dnt", "from", "range", "save-data", "via", "purpose",
    "sec-purpose", "x-purpose", "x-moz", "x-requested-with", "sec-fetch-dest", "sec-fetch-mode",
    "sec-fetch-site", "sec-fetch-user",
]  # fmt: skip

WEBKIT = "AppleWebKit/605.1.15 (KHTML, like Gecko)"
SAFARI = f"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {WEBKIT}"
IPHONE = f"Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) {WEBKIT}"
ANDROID = "Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("address", "name"), [(each, name) for name, texts in FILTERS.items() for each in texts.split()]
)
def test_a_mail_filter_is_recognised_by_its_network(address: str, name: str) -> None:
    known = whose(address)
    assert (known.name if known.kind == NetworkKind.FILTER else "") == name


@pytest.mark.parametrize("owner", HOSTING)
def test_the_owner_of_a_data_centre_is_recognised(owner: str) -> None:
    assert named(owner) == Network(owner, "cloud")


@pytest.mark.parametrize(("owner", "name"), EXITS.items())
def test_a_network_through_which_people_browse_is_recognised_by_its_owner(owner: str, name: str) -> None:
    assert named(owner) == Network(name, "exit")


@pytest.mark.parametrize(("owner", "name"), PROVIDERS.items())
def test_the_owner_of_a_mail_providers_network_is_recognised(owner: str, name: str) -> None:
    assert named(owner) == Network(name, "mail")


@pytest.mark.parametrize("owner", CONNECT_HOMES)
def test_who_connects_homes_phones_or_a_university_is_recognised(owner: str) -> None:
    assert connects_homes(owner)


@pytest.mark.parametrize("owner", CONNECT_NO_HOMES)
def test_who_rents_out_servers_or_provides_mail_is_not_taken_for_who_connects_homes(owner: str) -> None:
    assert not connects_homes(owner)


@pytest.mark.parametrize("owner", HOMES)
def test_the_owner_of_another_kind_of_network_is_not_taken_for_the_owner_of_a_data_centre(owner: str) -> None:
    assert named(owner) == Network()


@pytest.mark.parametrize("address", PROXY_ADDRESSES)
def test_an_address_at_the_edge_of_the_networks_of_gmails_proxy_belongs_to_the_proxy(address: str) -> None:
    assert is_in(address, PROXIES[0].networks)
    assert is_mail_proxy(address)


@pytest.mark.parametrize("address", APPLE)
def test_an_address_at_the_edge_of_the_networks_of_apples_relays_belongs_to_them(address: str) -> None:
    assert is_in(address, APPLE_NETWORKS)
    assert is_mail_proxy(address)


@pytest.mark.parametrize("address", YANDEX)
def test_an_address_at_the_edge_of_the_networks_of_yandexs_proxy_belongs_to_the_proxy(address: str) -> None:
    yandex = next(proxy for proxy in PROXIES if proxy.key == "yandex")
    assert is_in(address, yandex.networks)
    assert is_mail_proxy(address)


@pytest.mark.parametrize("address", GOOGLE_IPV6)
def test_googles_ipv6_addresses_are_recognised_as_those_of_a_mail_proxy(address: str) -> None:
    assert is_mail_proxy(address)


@pytest.mark.parametrize(
    "address", ["16.255.255.255", "18.0.0.0", "172.228.0.0", "172.232.0.1", "2001:4860:5000::1", "x"]
)
def test_an_address_next_to_the_network_of_a_proxy_does_not_belong_to_the_proxy(address: str) -> None:
    assert not is_mail_proxy(address)


def test_mail_proxies_are_recognised_by_name() -> None:
    named = {proxy.key: (proxy.token, proxy.name, proxy.shown_in) for proxy in PROXIES}
    assert named == {
        "gmail": ("GoogleImageProxy", "Gmail’s image proxy", "Gmail"),
        "yahoo": ("YahooMailProxy", "Yahoo’s image proxy", "Yahoo Mail"),
        "fastmail": ("FastmailUA/", "Fastmail’s image proxy", "Fastmail"),
        "seznam": ("SeznamEmailProxy", "Seznam’s image proxy", "Seznam Email"),
        "shortwave": ("Shortwave Image Fetcher", "Shortwave’s image proxy", "Shortwave"),
        "hey": ("hey.com/imageproxy", "HEY’s image proxy", "HEY"),
        "yandex": ("YandexImageResizer", "Yandex’s image proxy", "Yandex Mail"),
        "rambler": ("RamblerMail/", "Rambler’s image proxy", "Rambler"),
        "mail-ru": ("Mail.RU_Bot/Img", "Mail.ru’s image proxy", "Mail.ru"),
        "ukrnet": ("mail.ukr.net proxy", "ukr.net’s image proxy", "ukr.net"),
    }
    for key, (token, name, _) in named.items():
        found = proxy_of(f"Mozilla/5.0 ({token}1.0)")
        assert found is not None
        assert (found.key, client_name(f"Mozilla/5.0 ({token}1.0)")) == (key, name)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("198.51.100.7", "198.51.100.0/24"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("127.0.0.1", ""),
        ("::1", ""),
        ("0.0.0.0", ""),
        ("::", ""),
        ("", ""),
        ("nowhere", ""),
    ],
)
def test_the_neighbourhood_of_an_address_is_a_slash_24_or_an_ipv6_slash_64(
    address: str, network: str
) -> None:
    assert neighbourhood(address) == network


def test_the_network_of_an_ipv6_address_is_its_slash_64_and_that_of_an_ipv4_address_is_itself() -> None:
    assert network_of("2001:db8:1:2::3") == network_of("2001:db8:1:2:ffff::") != network_of("2001:db8:1:3::3")
    assert network_of("198.51.100.7") == "198.51.100.7"
    assert network_of("no:address") == "no:address"


def test_only_the_listed_headers_of_a_hit_are_kept() -> None:
    assert sorted(KEPT_HEADERS) == sorted(HEADERS)
    received = dict.fromkeys([*KEPT_HEADERS, "cookie", "authorization", "host"], "v" * 300)
    assert wanted_headers(received) == dict.fromkeys(KEPT_HEADERS, "v" * 256)
    assert wanted_headers({}) == {}


def test_at_most_a_dozen_client_hints_with_names_of_at_most_40_characters_are_kept() -> None:
    hints = {f"sec-ch-ua-{number}": "v" * 300 for number in range(13)}
    assert wanted_headers(hints) == {f"sec-ch-ua-{number}": "v" * 256 for number in range(12)}
    longest, too_long = "sec-ch-ua" + "x" * 31, "sec-ch-ua" + "x" * 32
    assert wanted_headers({longest: "1", too_long: "2"}) == {longest: "1"}
    assert wanted_headers({"accept": "*/*", "sec-ch-ua": "1"}) == {"accept": "*/*", "sec-ch-ua": "1"}


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (f"{SAFARI} Version/17.1 Safari/605.1.15", "Safari 17 on macOS"),
        (f"{IPHONE} Mobile/15E148", "iOS app on iOS"),
        (f"{ANDROID} Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36", "Android app 120 on Android"),
    ],
)
def test_safari_and_apps_on_phones_get_short_names(agent: str, name: str) -> None:
    assert client_name(agent) == name
