"""Programs of people and of machines, told apart by what they say; rare ones by their kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import crawleruseragents
import pytest

from server.verdicts.classify import classify
from server.verdicts.clients import client_name, is_stand_in
from server.verdicts.context import Context
from server.verdicts.hits import Hit
from server.verdicts.program_names import MAIL_PROGRAMS, SMALL_BROWSERS
from server.verdicts.program_words import NOT_ONLY_CRAWLERS
from server.verdicts.programs import holds_up, scanner_of
from server.verdicts.signatures import program_of
from tests import agents
from tests.pipeline import READER

HIT = Hit(UUID(int=1), 1_790_000_000_000_000, "open", 1, UUID(int=2), 0, "", READER, "", "", "GET", {})
BEFORE = Context(HIT.moment - timedelta(minutes=30))
LANGUAGE = {"accept-language": "pt-BR,pt;q=0.9"}
RELAY, ELSEWHERE = "172.225.4.9", "93.184.216.34"
WEBKIT = "AppleWebKit/605.1.15 (KHTML, like Gecko)"
BARE = f"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {WEBKIT}"

PEOPLE = {
    "Lynx/2.9.0 libwww-FM/2.14 SSL-MM/1.4.1 OpenSSL/3.0.13": "Lynx 2",
    "w3m/0.5.3+git20230121": "w3m",
    "Links (2.29; Linux 6.6 x86_64; GNU C 13.2; text)": "Links 2 on Linux",
    "ELinks/0.17.0 (textmode; FreeBSD 14.0; 80x25-2)": "ELinks on FreeBSD",
    "Dillo/3.1.0": "Dillo 3",
    "Mozilla/5.0 (X11; Linux x86_64) NetSurf/3.11": "NetSurf on Linux",
    f"Mozilla/5.0 (X11; Linux x86_64) {WEBKIT} Geary/44.1": "Geary on Linux",
    "Evolution/3.50.2": "Evolution",
    "Claws Mail 4.2.0 (GTK+ 3.24.38; x86_64-pc-linux-gnu)": "Claws Mail on Linux",
    "URL/Emacs Emacs/29.1 (PureGTK; x86_64-pc-linux-gnu)": "Emacs on Linux",
    "The Bat! 11.1": "The Bat! 11",
    "Foxmail 7, 2, 25, 375": "Foxmail",
    "Mimestream/1.4.2": "Mimestream",
    "Mozilla/4.0 (compatible; Lotus-Notes/6.0; Windows-NT)": "Lotus Notes 6 on Windows",
    "eMClient/10.1.4828.0": "eM Client",
    "K-9 Mail/6.804": "K-9 Mail",
    "Mail/3731.700.6 CFNetwork/1490.0.4 Darwin/23.2.0": "Apple Mail on iOS",
    BARE: "Apple Mail on macOS",
    "NokiaC3-00/5.0 (08.63) Profile/MIDP-2.1 Configuration/CLDC-1.1": "Nokia",
    "BlackBerry9300/5.0.0.716 Profile/MIDP-2.1 Configuration/CLDC-1.1": "BlackBerry 9300 on BlackBerry OS",
    "UCWEB/2.0 (Java; U; MIDP-2.0; en-US; nokiac3-00) U2/1.0.0 UCBrowser/9.4.1.482 U2/1.0.0": "UC Browser 9",
    "Opera/9.80 (J2ME/MIDP; Opera Mini/9.80/191.303; U; en) Presto/2.12.423": "Opera Mini 9",
    "Mozilla/5.0 (PlayStation; PlayStation 5/9.00) AppleWebKit/605.1.15 (KHTML, like Gecko)": "",
    "HbbTV/1.6.1 (+DRM; Panasonic; SmartTV2022mid; 3.000; ; )": "HbbTV 1",
}
MACHINES = [
    "Mozilla/5.0 (compatible; Something/1.0)", "Mozilla/5.0", "Mozilla/5.0 (compatible)", "Mozilla/5.0 ()",
    f"{agents.CHROME} AcmeLinkChecker/2.1", f"{agents.FIREFOX} (+https://acme.example/)",
    agents.CHROME.replace("Chrome/", "HeadlessChrome/"),
    "Acme Mail Security Gateway 3", "acme-antivirus/1.0 (Windows NT 10.0)", "AcmeScanner/1.0 (Linux)",
    "contact: abuse@acme.example", "curl/8.5.0", "Wget/1.21.4 (linux-gnu)", "libwww-perl/6.72", "PHP/8.2.1",
    "python-httpx/0.27", "Go-http-client/2.0", "axios/1.6.8", "node-fetch/1.0", "Java/17.0.9",
    "Dart/3.2 (dart:io)", "Apache-HttpClient/4.5.14 (Java/17.0.9)", "GuzzleHttp/7", "Scrapy/2.11 (+https://scrapy.org)",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", "WhatsApp/2.23.20.0", "Discordbot/2.0",
    "TelegramBot (like TwitterBot)", "LinkedInBot/1.0", "facebookexternalhit/1.1", "archive.org_bot",
    "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
    f"{BARE} Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0",
]  # fmt: skip
PHONES = [
    agents.CHROME.replace("X11; Linux x86_64", model)
    for model in (
        "Linux; Android 8.0.0; Expanse",
        "Linux; Android 15; CPH2725 Build/AP3A.240617.008; wv",
        "Linux; Android 9; CUBOT X19",
        "Linux; U; Android 4.3; ViewSonic A8+ (EU) Build/JLS36C",
    )
]
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


def rule_for(agent: str, headers: dict[str, str], kind: str = "open", address: str = ELSEWHERE) -> str:
    return classify(replace(HIT, user_agent=agent, headers=headers, kind=kind, address=address), BEFORE).rule


@pytest.mark.parametrize(("agent", "name"), PEOPLE.items())
def test_a_rare_program_of_a_person_is_recognised_and_named(agent: str, name: str) -> None:
    assert rule_for(agent, LANGUAGE) == "direct_client"
    assert client_name(agent) == name


@pytest.mark.parametrize("token", [*MAIL_PROGRAMS, *SMALL_BROWSERS])
def test_every_named_program_is_a_persons_even_without_a_language_and_named_as_such(token: str) -> None:
    agent = f"{token}1.0"
    found = program_of(agent)
    assert (found.client, found.crawler, found.browser) == (True, False, False)
    assert client_name(agent)


def test_nearly_every_example_on_the_public_list_of_crawlers_is_recognised() -> None:
    entries = crawleruseragents.CRAWLER_USER_AGENTS_DATA
    assert {each["pattern"] for each in entries} >= NOT_ONLY_CRAWLERS
    examples = [
        agent for each in entries if each["pattern"] not in NOT_ONLY_CRAWLERS for agent in each["instances"]
    ]
    missed = [agent for agent in examples if not program_of(agent).crawler]
    assert len(examples) > 2000
    assert all("Electron/" in agent for agent in missed)
    assert len(missed) < 10


def test_a_crawlers_name_inside_a_persons_program_is_no_crawler() -> None:
    seamonkey = (
        "Mozilla/5.0 (X11; U; Linux i686; de; rv:1.9.1.10) Gecko/20100504 Lightning/1.0b1 SeaMonkey/2.0.5"
    )
    assert program_of(seamonkey).client
    assert program_of(f"{agents.THUNDERBIRD} - WebCrawler http://crawler.example/bot.html").crawler


def test_a_name_counts_only_where_a_word_begins() -> None:
    assert not program_of("apache-spark/3.5").client
    assert not program_of("theNewton/1").client
    assert program_of("Mozilla/5.0 (compatible; Lotus-Notes/6.0)").client


@pytest.mark.parametrize("agent", MACHINES)
@pytest.mark.parametrize("headers", [{}, LANGUAGE], ids=["silent", "with a language"])
def test_a_program_that_says_it_is_a_machine_or_nothing_at_all_is_a_machine(
    agent: str, headers: dict[str, str]
) -> None:
    assert rule_for(agent, headers, kind="click") in {"crawler_by_name", "unknown_program"}
    assert not program_of(agent).client


@pytest.mark.parametrize("agent", PHONES)
def test_a_phone_whose_model_is_called_like_a_crawler_is_a_persons(agent: str) -> None:
    assert rule_for(agent, LANGUAGE) == "direct_client"


@pytest.mark.parametrize("agent", ["Xylophon/3.1", "okhttp/4.12.0", "Mozilla/5.0 (OddOS; en) OddBrowser/2"])
def test_an_unknown_program_is_a_persons_only_if_it_names_a_language(agent: str) -> None:
    assert rule_for(agent, LANGUAGE) == "direct_client"
    assert rule_for(agent, {"accept": "*/*"}) == "unknown_program"
    assert rule_for(agent, {}) == "unknown_program"


def test_bare_webkit_is_apples_protection_from_its_relays_and_apple_mail_from_elsewhere() -> None:
    phone = f"Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) {WEBKIT} Mobile/15E148"
    for agent in (BARE, phone):
        assert rule_for(agent, {}, address=RELAY) == "apple_privacy"
        assert is_stand_in(agent, RELAY)
        assert not is_stand_in(agent, ELSEWHERE)
        assert rule_for(agent, {}) == "direct_client"
        assert rule_for(agent, {}, kind="click", address=RELAY) == "direct_client"
    safari = f"{BARE[:-1]}) Version/18.1 Safari/605.1.15"
    assert rule_for(safari, LANGUAGE, address=RELAY) == "direct_client"


PROXY_AGENTS = [
    f"hey.com/imageproxy {agents.CHROME}",
    "Mozilla/5.0 (compatible; YandexImageResizer/2.0; +http://yandex.com/bots)",
    "RamblerMail/6.0 (incompatible; ImageProxy/6.0)",
    f"{agents.CHROME} (via secureurl.fwdcdn.com - mail.ukr.net proxy)",
    f"{agents.CHROME} FastmailUA/1.0",
]


@pytest.mark.parametrize("agent", PROXY_AGENTS)
def test_a_providers_proxy_shows_that_somebody_looked_and_follows_no_links(agent: str) -> None:
    assert rule_for(agent, {}) == rule_for(agent, LANGUAGE) == "proxy_on_display"
    assert rule_for(agent, LANGUAGE, kind="click") == "crawler_by_name"


@pytest.mark.parametrize(("agent", "name"), SCANNERS.items())
def test_a_mail_filter_that_names_itself_is_recognised(agent: str, name: str) -> None:
    assert scanner_of(agent) == name


@pytest.mark.parametrize("agent", TOOLS)
def test_a_developers_tool_is_recognised_as_a_crawler(agent: str) -> None:
    assert program_of(agent).crawler


def test_outlook_is_recognised_as_a_program_that_loads_pictures_only_on_request() -> None:
    for agent in (
        "Mozilla/4.0 (compatible; ms-office; MSOffice 16)",
        "Microsoft Office/16.0 (Windows NT 10.0)",
        "Mozilla/4.0 (compatible; Microsoft Outlook 16.0)",
    ):
        assert holds_up(agent)
    assert not holds_up(agents.THUNDERBIRD)
    assert not program_of("Mozilla/4.0 (compatible; MSIE 7.0; ms-office; MSOffice 16)").browser


def test_a_program_that_calls_itself_mozilla_has_to_name_its_engine_and_its_system() -> None:
    assert program_of(agents.FIREFOX).client
    assert program_of(agents.FIREFOX).browser
    assert not program_of("Mozilla/5.0 (X11; Linux)").client
    assert not program_of("Mozilla/5.0 (compatible; Gecko/1)").client
    assert not program_of("Mozilla/5.0 (X11; Linux) SomethingElse/1").browser
