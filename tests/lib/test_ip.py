"""Which address counts as that of a client behind proxies. Covers 279."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.lib.net.ip import client_address

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
    ],
)
def test_only_a_trusted_proxys_header_is_believed(peer: str, forwarded: str, expected: str) -> None:
    assert client_address(peer, forwarded, PROXIES) == expected


@given(st.text(max_size=100))
def test_a_stranger_cannot_choose_their_address(forwarded: str) -> None:
    assert client_address("203.0.113.9", forwarded, PROXIES) == "203.0.113.9"
