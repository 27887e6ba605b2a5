"""Which address counts as that of a client behind proxies. Covers 279."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.lib.net.ip import client_address, parse_hop

PROXIES = (ipaddress.ip_network("10.0.0.0/8"), ipaddress.ip_network("127.0.0.1"))


@pytest.mark.parametrize(
    ("peer", "forwarded", "expected"),
    [
        ("203.0.113.9", "", "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "6.6.6.6, 198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "6.6.6.6, 198.51.100.1, 10.1.1.1", "198.51.100.1"),
        ("127.0.0.1", "rubbish", "127.0.0.1"),
        ("127.0.0.1", "198.51.100.1, rubbish", "127.0.0.1"),
        ("::ffff:203.0.113.9", "", "203.0.113.9"),
        ("::ffff:127.0.0.1", "2001:db8::5", "2001:db8::5"),
        ("127.0.0.1", "203.0.113.77:51234", "203.0.113.77"),
        ("127.0.0.1", '"203.0.113.77:51234"', "203.0.113.77"),
        ("127.0.0.1", '"[2001:db8::77]:443"', "2001:db8::77"),
        ("127.0.0.1", "[2001:db8::77]", "2001:db8::77"),
        ("127.0.0.1", "2001:db8:0:0:0:0:0:77:51234", "2001:db8::77"),
        ("127.0.0.1", "[fe80::1%eth0]:443", "fe80::1"),
        ("127.0.0.1", "fe80::1%25eth0", "fe80::1"),
        ("127.0.0.1", "\t203.0.113.77 ", "203.0.113.77"),
        ("127.0.0.1", "[::ffff:203.0.113.77]:443", "203.0.113.77"),
        ("127.0.0.1", "203.0.113.77:_gazonk", "203.0.113.77"),
        ("127.0.0.1", "203.0.113.77, ", "203.0.113.77"),
        ("127.0.0.1", "6.6.6.6, 203.0.113.77:51234, 10.1.1.1:80", "203.0.113.77"),
        ("127.0.0.1", "203.0.113.77, unknown", "127.0.0.1"),
        ("127.0.0.1", "203.0.113.77:port", "127.0.0.1"),
        ("127.0.0.1", "203.0.113.777", "127.0.0.1"),
        ("127.0.0.1", "[203.0.113.77", "127.0.0.1"),
    ],
)
def test_only_a_trusted_proxys_header_is_believed(peer: str, forwarded: str, expected: str) -> None:
    assert client_address(peer, forwarded, PROXIES) == expected


@given(st.text(max_size=100))
def test_a_stranger_cannot_choose_their_address(forwarded: str) -> None:
    assert client_address("203.0.113.9", forwarded, PROXIES) == "203.0.113.9"


ADDRESSES = st.ip_addresses(v=4) | st.ip_addresses(v=6, network="2001:db8::/32")
PORTS = st.none() | st.integers(0, 65535)
BLANKS = st.text(alphabet=" \t", max_size=3)


@given(ADDRESSES, PORTS, st.booleans(), st.booleans(), BLANKS, BLANKS)
def test_an_address_is_read_however_a_proxy_writes_it(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
    port: int | None,
    in_brackets: bool,
    in_quotes: bool,
    before: str,
    after: str,
) -> None:
    text = str(address)
    if address.version == 6 and (in_brackets or port is not None):
        text = f"[{text}]"
    if port is not None:
        text += f":{port}"
    if in_quotes:
        text = f'"{text}"'
    assert parse_hop(f"{before}{text}{after}") == address


@given(st.text(max_size=60) | st.text(alphabet='0123456789abcdef:.[]%" ,_', max_size=60))
def test_whatever_a_header_contains_an_address_or_nothing_is_read(text: str) -> None:
    found = parse_hop(text)
    assert found is None or "%" not in str(found)
    assert client_address("127.0.0.1", text, PROXIES)
