"""Links to dangerous targets are blocked, and no public address is refused. Covers S2, S3, 66-69."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.lib.net.ip import IPAddress, parse_address
from server.lib.net.resolver import NoAnswer, Resolver, SystemResolver
from server.marks import targets
from tests.faults import table

CORPUS = [
    line.split(": ", 1) for line in Path(__file__).with_name("targets.txt").read_text("utf-8").splitlines()
]


class Book:
    """A table of names and addresses."""

    def __init__(self, **known: str) -> None:
        self.known = known

    def kept(self, host: str) -> Sequence[IPAddress] | None:
        return None

    async def resolve(self, host: str) -> Sequence[IPAddress]:
        texts = self.known.get(host.replace(".", "_").replace("-", "_"), "93.184.215.14")
        found = [address for text in texts.split() if (address := parse_address(text))]
        if not found:
            raise NoAnswer(host)
        return found


def those(*kinds: str) -> list[str]:
    """The addresses of the corpus that are of these kinds."""
    return [url for kind, url in CORPUS if kind in kinds]


def refusal(url: str) -> str | None:
    """Return why `url` is refused before any name lookup, or None if it is accepted."""
    try:
        targets.read(url)
    except targets.Blocked as refused:
        return refused.reason
    return None


@pytest.mark.parametrize("url", those("inside"))
def test_an_internal_address_is_refused_as_a_link_target_in_any_spelling(url: str) -> None:
    assert refusal(url) == "inside"
    table.tried("S2 link targets inside, in any spelling", 1)


@pytest.mark.parametrize("url", those("scheme"))
def test_only_web_addresses_are_accepted_as_link_targets(url: str) -> None:
    assert refusal(url) == "scheme"
    table.tried("S2 link targets that are no web addresses", 1)


@pytest.mark.parametrize("url", those("no address"))
def test_an_invalid_address_is_refused_as_a_link_target(url: str) -> None:
    assert refusal(url) in {"host", "scheme"}


@pytest.mark.parametrize("url", those("public", "name"))
async def test_no_public_address_is_refused_as_a_link_target(url: str) -> None:
    assert (await targets.check(url, Book())).location


@pytest.mark.parametrize(
    "addresses",
    [
        "127.0.0.1",
        "93.184.215.14 10.0.0.1",
        "2606:4700::1 ::1",
        "93.184.215.14 ::ffff:192.168.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "169.254.169.254",
    ],
)
async def test_a_host_name_with_one_internal_address_is_refused(addresses: str) -> None:
    with pytest.raises(targets.Blocked, match="inside"):
        await targets.check("https://rebound.test/", Book(rebound_test=addresses))


async def test_a_host_name_without_an_address_is_refused() -> None:
    with pytest.raises(targets.Blocked, match="unresolved"):
        await targets.check("https://nobody.test/", Book(nobody_test=""))


@given(st.ip_addresses())
@settings(max_examples=1500)
def test_sightline_and_python_agree_about_which_addresses_are_internal_except_where_python_is_wrong(
    address: IPAddress,
) -> None:
    """Python's `is_global` misses IPv4 addresses within IPv6 addresses, so these are not compared."""
    host = f"[{address}]" if address.version == 6 else str(address)
    if address.version == 4:
        assert targets.is_inside(address) == (
            not address.is_global or address.is_multicast or _extra(address)
        )
    elif not address.is_global:
        assert targets.is_inside(address) or address in ipaddress.ip_network("2001::/16") or _wraps(address)
    assert (refusal(f"http://{host}/") == "inside") == targets.is_inside(address)


@given(st.text(max_size=120) | st.text(max_size=80).map(lambda text: f"http://{text}"))
@settings(max_examples=1500)
def test_no_link_target_causes_an_error_or_adds_a_header_to_the_redirect(text: str) -> None:
    try:
        target = targets.read(text)
    except targets.Blocked:
        return
    assert target.location.isascii()
    assert target.location.isprintable()
    assert " " not in target.location
    assert targets.read(target.location).host == target.host


def test_the_systems_resolver_knows_no_name_before_its_first_lookup() -> None:
    resolver: Resolver = SystemResolver()
    assert resolver.kept("example.com") is None


def _extra(address: IPAddress) -> bool:
    inside = ("168.63.129.16/32", "192.0.0.0/24", "192.88.99.0/24")
    return any(address in ipaddress.ip_network(network) for network in inside)


def _wraps(address: IPAddress) -> bool:
    return any(
        address in ipaddress.ip_network(network) for network in ("64:ff9b::/96", "2002::/16", "::ffff:0:0/96")
    )
