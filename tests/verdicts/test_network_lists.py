"""The shipped lists of networks, and what a look-up in them answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from server.verdicts import network_lists
from server.verdicts.network_lists import (
    SHIPPED,
    Basis,
    Network,
    NetworkKind,
    NetworkList,
    checked,
    parse,
    written,
)
from server.verdicts.network_sources import SOURCES
from server.verdicts.networks import network_of

FILES = sorted(SHIPPED.glob("*/*.txt"))
# Addresses that publishers name, and addresses that are only known by the AS that announces them
WHOSE = {
    "52.16.3.4": ("Amazon Web Services", "cloud"),
    "2600:1f18::1": ("Amazon Web Services", "cloud"),
    "34.90.1.1": ("Google Cloud", "cloud"),
    "20.80.0.1": ("Microsoft Azure", "cloud"),
    "167.99.1.1": ("DigitalOcean", "cloud"),
    "5.9.1.1": ("Hetzner", "cloud"),
    "2a01:4f8:10a::2": ("Hetzner", "cloud"),
    "51.68.0.1": ("OVHcloud", "cloud"),
    "132.245.1.1": ("Microsoft 365", "cloud"),
    "52.98.3.4": ("Microsoft 365", "cloud"),
    "40.97.0.1": ("Microsoft 365", "cloud"),
    "40.104.0.1": ("Microsoft 365", "cloud"),
    "13.107.42.1": ("Microsoft Azure", "cloud"),
    "62.10.1.1": ("Microsoft", "cloud"),
    "2603:1026::1": ("Microsoft 365", "cloud"),
    "40.92.1.1": ("Microsoft Defender", "filter"),
    "104.47.2.2": ("Microsoft Defender", "filter"),
    "67.231.144.1": ("Proofpoint", "filter"),
    "165.225.3.3": ("Zscaler", "exit"),
    "104.28.1.1": ("Cloudflare", "exit"),
    "2606:4700::1": ("Cloudflare", "exit"),
    "146.112.1.1": ("Cisco Umbrella", "exit"),
    "188.93.56.7": ("Mail.ru", "mail"),
    "185.30.177.1": ("Mail.ru", "mail"),
    "77.88.8.8": ("Yandex", "mail"),
    "2a02:6b8::1": ("Yandex", "mail"),
    "51.250.1.1": ("Yandex Cloud", "cloud"),
    "81.19.77.1": ("Rambler", "mail"),
    "98.137.11.1": ("Yahoo", "mail"),
    "77.75.78.150": ("Seznam", "mail"),  # matomo-org/device-detector#5668
    "185.70.40.1": ("Proton", "mail"),
    "185.159.157.1": ("Proton", "exit"),
    "212.227.15.3": ("GMX and web.de", "mail"),
    "82.165.1.1": ("IONOS", "cloud"),
    "203.205.221.1": ("Tencent Cloud", "cloud"),  # QQ Mail can't be told from its owner's cloud
    "81.2.69.1": ("", ""),
    "37.161.208.3": ("", ""),  # a phone at Iliad Italia, whose AS is registered as Scaleway's
    "109.190.1.1": ("", ""),  # a home at OVH Telecom
    "66.249.84.1": ("Google", "cloud"),  # a rule of its own knows Gmail's proxy, which is people's
    "17.58.0.1": ("", ""),
    "2003:de:740::1": ("", ""),
    "nowhere": ("", ""),
}


@pytest.mark.parametrize(("address", "owner"), WHOSE.items())
def test_whose_network_an_address_is_in(address: str, owner: tuple[str, str]) -> None:
    assert network_of(address) == Network(*owner)


@pytest.mark.parametrize("path", FILES, ids=lambda each: each.stem)
def test_a_shipped_list_says_whose_it_is_and_contains_only_what_can_be_owned(path: Path) -> None:
    known = checked(parse(path.read_text("utf-8")))
    assert known.prefixes
    assert known.source
    assert date(2025, 1, 1) < known.day
    assert written(known) == path.read_text("utf-8")
    assert path.parent.name == known.kind


def test_each_source_has_a_shipped_list_of_its_kind_and_the_other_way_round() -> None:
    lists = network_lists.shipped()
    assert len(lists) == len(FILES)
    assert {stem: (each.name, each.kind, each.basis) for stem, each in lists.items()} == {
        each.stem: (each.name, each.kind, each.basis) for each in SOURCES
    }


def test_all_lists_together_are_small_enough_to_be_read_by_people() -> None:
    assert sum(path.stat().st_size for path in FILES) < 700_000


def test_the_newer_of_two_lists_of_an_owner_is_taken() -> None:
    old, new = a_list(date(2026, 1, 1), "192.0.2.0/24"), a_list(date(2026, 2, 1), "198.51.100.0/24")
    assert network_lists.newest({"a": new}, {"a": old}) == {"a": new}
    assert network_lists.newest({"a": old}, {"a": new}) == {"a": new}


@pytest.mark.parametrize(
    "prefix", ["0.0.0.0/0", "8.0.0.0/7", "::/0", "2000::/3", "10.0.0.0/8", "192.168.0.0/16"]
)
def test_a_list_with_a_range_that_nobody_can_own_is_refused(prefix: str) -> None:
    with pytest.raises(ValueError, match="too large, or not on the internet"):
        checked(a_list(date(2026, 1, 1), prefix))


@pytest.mark.parametrize(
    ("address", "asn_owner", "owner"),
    [
        ("81.2.69.1", "HETZNER-AS", ("HETZNER-AS", "cloud")),
        ("81.2.69.1", "Zscaler Switzerland GmbH", ("Zscaler", "exit")),
        ("81.2.69.1", "PROOFPOINT-ASN-US-EAST", ("Proofpoint", "filter")),
        ("81.2.69.1", "Deutsche Telekom AG", ("", "")),
        ("78.210.1.1", "SCALEWAY S.A.S.", ("", "")),  # Iliad Italia
        ("109.190.1.1", "OVH SAS", ("", "")),
        ("52.16.3.4", "AMAZON-02", ("Amazon Web Services", "cloud")),  # the name that people know
        ("52.16.3.4", "ZSCALER-SJC1", ("Zscaler", "exit")),  # people browse through it, whoever owns it
        ("165.225.3.3", "AMAZON-02", ("Zscaler", "exit")),
        ("67.231.144.1", "AMAZON-02", ("Proofpoint", "filter")),
        ("81.2.69.1", "LLC VK", ("Mail.ru", "mail")),
        ("188.93.56.7", "HETZNER-AS", ("Mail.ru", "mail")),
        # Hetzner's range is only known from who announced it
        ("5.9.1.1", "Deutsche Telekom AG", ("Deutsche Telekom AG", "home")),
        ("5.9.1.1", "University of Bern", ("University of Bern", "home")),
        ("5.9.1.1", "Example Media GmbH", ("Hetzner", "cloud")),
        ("52.16.3.4", "Comcast Cable Communications, LLC", ("Amazon Web Services", "cloud")),
    ],
)
def test_an_asn_database_tells_what_the_lists_do_not(
    address: str, asn_owner: str, owner: tuple[str, str]
) -> None:
    assert network_of(address, asn_owner) == Network(*owner)


def test_what_an_owner_publishes_counts_more_than_what_a_system_announced() -> None:
    announced = replace(a_list(date(2026, 1, 1), "9.9.9.0/24"), name="Leased", basis=Basis.ANNOUNCED)
    table = network_lists.table_of([a_list(date(2026, 1, 1), "9.9.0.0/16"), announced])
    found = table.find("9.9.9.1")
    assert found == Network("Somebody", "cloud")
    assert not found.announced


def a_list(day: date, *prefixes: str) -> NetworkList:
    return NetworkList("Somebody", NetworkKind.CLOUD, Basis.PUBLISHED, "a test", day, prefixes)
