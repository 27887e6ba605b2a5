"""What publishers of networks answer is read, and what cannot be true is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from server.verdicts.network_answers import MOST_PREFIXES, RefusedAnswer, link_in, renewed
from server.verdicts.network_lists import Basis, NetworkKind, NetworkList
from server.verdicts.network_sources import SOURCES, NetworkSource

TODAY = date(2026, 11, 30)
SOURCE = NetworkSource("a", "Somebody", NetworkKind.CLOUD, ("https://a.example/",))
KNOWN = NetworkList(
    "Somebody", NetworkKind.CLOUD, Basis.PUBLISHED, "", date(2026, 1, 1), ("8.8.0.0/16", "2a00:1450::/32")
)
FORMS = {
    "AWS": {"prefixes": [{"ip_prefix": "8.8.0.0/17", "region": "x"}, {"ip_prefix": "8.8.128.0/17"}]},
    "Google": {"syncToken": "1", "prefixes": [{"ipv4Prefix": "8.8.0.0/16"}]},
    "Azure": {"values": [{"name": "x", "properties": {"addressPrefixes": ["8.8.0.0/16"]}}]},
    "Oracle": {"regions": [{"region": "x", "cidrs": [{"cidr": "8.8.0.0/16", "tags": ["OCI"]}]}]},
    "RIPEstat": {"data": {"resource": "24940", "prefixes": [{"prefix": "8.8.0.0/16", "timelines": []}]}},
    "Zscaler": {"zscaler.net": {"continent : EMEA": {"city : X": [{"range": "8.8.0.0/16", "gre": ""}]}}},
}
GEOFEED = "# comment\n8.8.0.0/17,DE,DE-BY,Munich,\n8.8.128.0/17,FR,,,\nnonsense\n"


@pytest.mark.parametrize("answer", [*map(json.dumps, FORMS.values()), GEOFEED, "8.8.0.0/16\n"])
def test_each_publishers_form_is_read_and_ranges_are_put_together(answer: str) -> None:
    assert renewed(SOURCE, [answer], None, TODAY) == NetworkList(
        "Somebody", NetworkKind.CLOUD, Basis.PUBLISHED, "https://a.example/", TODAY, ("8.8.0.0/16",)
    )


def test_of_microsofts_endpoints_only_the_mail_filters_are_taken() -> None:
    [source] = [each for each in SOURCES if each.stem == "microsoft-mail"]
    answer = [
        {"id": 1, "urls": ["outlook.cloud.microsoft"], "ips": ["13.107.6.152/31"]},
        {"id": 10, "urls": ["*.mail.protection.outlook.com"], "ips": ["40.92.0.0/15", "2a01:111:f400::/48"]},
    ]
    found = renewed(source, [json.dumps(answer)], None, TODAY)
    assert found.prefixes == ("40.92.0.0/15", "2a01:111:f400::/48")


def test_ranges_that_only_people_can_read_stay_in_the_list() -> None:
    fixed = replace(SOURCE, fixed=("9.9.9.0/24",))
    assert renewed(fixed, ["8.8.8.0/24"], None, TODAY).prefixes == ("8.8.8.0/24", "9.9.9.0/24")


def test_a_list_says_whether_its_owner_publishes_it_or_only_its_systems_are_known() -> None:
    systems = replace(SOURCE, pages=(), systems=(64496,))
    assert renewed(SOURCE, ["8.8.8.0/24"], None, TODAY).basis == Basis.PUBLISHED
    assert renewed(systems, ["8.8.8.0/24"], None, TODAY).basis == Basis.ANNOUNCED


def test_relays_that_change_within_a_range_are_widened_to_it() -> None:
    coarse = replace(SOURCE, coarse=(24, 48))
    answer = "8.8.8.7/32,DE\n8.8.8.99/32,FR\n2a00:1450:1:2::/64,DE\n"
    assert renewed(coarse, [answer], None, TODAY).prefixes == ("8.8.8.0/24", "2a00:1450:1::/48")


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("", "no networks"),
        ("<html>Forbidden</html>", "no networks"),
        ("{", "not valid JSON"),
        ("[" * 100_000, "not valid JSON"),
        ('{"prefixes": []}', "no networks"),
        ("10.0.0.0/8\n127.0.0.0/8\n2001:db8::/32\n", "no networks"),
        ("0.0.0.0/0\n", "nobody owns"),
        ("8.8.0.0/16\n0.0.0.0/1\n", "nobody owns"),
        ("8.8.0.0/16\n2000::/3\n", "nobody owns"),
        ("8.8.8.0/24\n2a00:1450::/32\n", "256 IPv4 networks, and 65,536 were known"),
        ("8.0.0.0/12\n2a00:1450::/32\n", "1,048,576 IPv4 networks, and 65,536 were known"),
        ("8.8.0.0/16\n2a00:1450::/28\n", "IPv6"),
        ("8.8.0.0/16\n", "0 IPv6 networks"),
        ("\n".join(f"8.8.{n >> 8}.{n & 255}/32" for n in range(0, 2 * MOST_PREFIXES + 4, 2)), "too many"),
    ],
)
def test_an_answer_that_cannot_be_true_is_refused(answer: str, why: str) -> None:
    with pytest.raises(RefusedAnswer, match=why):
        renewed(SOURCE, [answer], KNOWN, TODAY)


def test_an_owner_of_whom_nothing_was_known_cannot_own_half_the_internet() -> None:
    with pytest.raises(RefusedAnswer, match="none were known"):
        renewed(SOURCE, [f"{first}.0.0.0/8" for first in range(11, 20)], None, TODAY)


def test_the_examples_in_a_feed_are_left_out() -> None:
    answer = (
        "192.0.2.0/24,US\n8.8.0.0/16,US\n2a00:1450::/32,US\n2001:db8::/32,US\n2002::/16,US\n10.0.0.0/8,US\n"
    )
    assert renewed(SOURCE, [answer], KNOWN, TODAY).prefixes == KNOWN.prefixes


def test_a_page_that_links_to_the_list_is_followed_only_to_the_publishers_files() -> None:
    [azure] = [each for each in SOURCES if each.stem == "azure"]
    link = "https://download.microsoft.com/download/7/1/d/71d8/ServiceTags_Public_20261124.json"
    assert link_in(azure, f'<a href="https://evil.example/a.json"><a href="{link}">') == link
    with pytest.raises(RefusedAnswer, match="no link"):
        link_in(azure, '<a href="https://evil.example/download.microsoft.com/download/a.json">')
