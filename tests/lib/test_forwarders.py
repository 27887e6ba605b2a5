"""A proxy that nobody has named is noted, in bounded memory, and strangers can't push it out."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.lib.net import forwarders
from server.lib.net.forwarders import address_of, claimed_address
from server.lib.net.ip import client_address

TRUSTED = (ipaddress.ip_network("10.0.0.1/32"),)


@pytest.fixture(autouse=True)
def _nothing_seen() -> Iterator[None]:
    forwarders.take()
    yield
    forwarders.take()


def test_an_untrusted_peer_that_passes_addresses_on_is_noted_with_whom_it_names() -> None:
    for number in range(5):
        assert address_of("172.17.0.1", f"203.0.113.{number}:1234", TRUSTED) == "172.17.0.1"
    assert address_of("10.0.0.1", "203.0.113.9", TRUSTED) == "203.0.113.9"
    assert address_of("198.51.100.1", "", TRUSTED) == "198.51.100.1"
    [(peer, seen)] = forwarders.take().items()
    assert (peer, seen.requests, len(seen.named)) == ("172.17.0.1", 5, 5)


def test_strangers_do_not_push_out_a_proxy() -> None:
    for number in range(5000):
        address_of("172.17.0.1", f"203.0.113.{number % 250}", ())
        address_of(f"198.{18 + number % 2}.{number // 250}.{number % 250}", "6.6.6.6", ())
    seen = forwarders.take()
    assert len(seen) <= forwarders.MOST
    assert seen["172.17.0.1"].requests == 5000
    assert len(seen["172.17.0.1"].named) == forwarders.MOST_NAMED


@given(st.sampled_from(["10.0.0.1", "172.17.0.1", "203.0.113.9", "", "rubbish"]), st.text(max_size=60))
def test_noting_changes_nobodys_address(peer: str, forwarded: str) -> None:
    assert address_of(peer, forwarded, TRUSTED) == client_address(peer, forwarded, TRUSTED)


def test_only_a_peer_inside_may_claim_an_address_and_only_the_nearest_one() -> None:
    assert claimed_address("172.17.0.1", "6.6.6.6, 203.0.113.9:80", TRUSTED) == "203.0.113.9"
    assert claimed_address("203.0.113.1", "203.0.113.9", TRUSTED) is None
    assert claimed_address("10.0.0.1", "203.0.113.9", TRUSTED) is None
    assert claimed_address("172.17.0.1", "unknown", TRUSTED) is None
    assert claimed_address("172.17.0.1", "", TRUSTED) is None
