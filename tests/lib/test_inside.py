"""Which addresses identify no reader: those inside a network, and those of the server's proxies."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator

import pytest

from server.lib.net import inside


@pytest.fixture(autouse=True)
def _proxies_of_others() -> Iterator[None]:
    yield
    inside.use_proxies(())


@pytest.mark.parametrize(
    "address",
    [
        *("172.17.0.1", "127.0.0.1", "::1", "10.0.0.7", "192.168.1.20", "fd12:3456::1", "fe80::1"),
        *("169.254.3.4", "100.64.0.9", "::ffff:172.17.0.1", "0.0.0.0", "", "testclient"),
    ],
)
def test_nobody_is_known_by_an_inside_address_or_by_none(address: str) -> None:
    assert inside.identifies_nobody(address)


@pytest.mark.parametrize("address", ["198.51.100.7", "203.0.113.1", "2001:db8::1", "172.32.0.1", "8.8.8.8"])
def test_a_reader_has_an_address_on_the_internet(address: str) -> None:
    assert not inside.identifies_nobody(address)


def test_the_proxies_in_front_of_the_server_are_no_readers_wherever_they_are() -> None:
    assert not inside.identifies_nobody("203.0.113.80")
    inside.use_proxies([ipaddress.ip_network("203.0.113.80/32"), ipaddress.ip_network("2001:db8:7::/48")])
    assert inside.identifies_nobody("203.0.113.80")
    assert inside.identifies_nobody("2001:db8:7::9")
    assert not inside.identifies_nobody("203.0.113.81")
    assert inside.is_own_proxy("203.0.113.80")
    assert not inside.is_own_proxy("172.17.0.1")


@pytest.mark.parametrize(
    ("network", "reader"),
    [
        ("0.0.0.0/0", "203.0.113.9"),
        ("::/0", "2001:db8::1"),
        ("104.16.0.0/12", "104.28.40.1"),  # Apple's relay leaves through Cloudflare's networks
        ("2000::/3", "2001:db8::1"),
    ],
)
def test_a_wide_network_of_proxies_hides_no_reader_in_it(network: str, reader: str) -> None:
    wide = ipaddress.ip_network(network)
    inside.use_proxies([wide, ipaddress.ip_network("198.51.100.4/32")])
    assert inside.is_wide(wide)
    assert not inside.identifies_nobody(reader)
    assert not inside.is_own_proxy(reader)
    assert inside.identifies_nobody("198.51.100.4")
    assert inside.identifies_nobody("172.17.0.1")


@pytest.mark.parametrize(
    "network", ["10.0.0.0/8", "172.16.0.0/12", "fc00::/7", "100.64.0.0/11", "203.0.0.0/16"]
)
def test_a_private_network_is_not_too_wide_for_proxies(network: str) -> None:
    assert not inside.is_wide(ipaddress.ip_network(network))
