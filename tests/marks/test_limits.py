"""The limits of marks: the longest host, which addresses are internal, and damaged tokens."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from uuid import UUID

import pytest

from server.lib.keys.signing import KeyRing, b64u, digest, from_b64u, mac
from server.lib.net.ip import IPAddress
from server.lib.net.resolver import NoAnswer
from server.marks import targets
from server.marks.tokens import (
    DAY,
    LIFETIME,
    Purpose,
    TokenClaims,
    TokenError,
    click_target,
    is_decoy,
    link_head,
    link_key,
    sign,
    sign_click,
)
from tests.marks.test_targets import refusal
from tests.marks.test_tokens import NOW, RING, click_token, open_token, reason

PUBLIC = ipaddress.IPv4Address("93.184.215.14")
LINK = "https://example.com/menu"


class Known:
    """A resolver that has already looked up each name, with the addresses in `answer`, if there are any."""

    def __init__(self, answer: Sequence[IPAddress]) -> None:
        self.answer = answer
        self.asked: list[str] = []

    def kept(self, host: str) -> Sequence[IPAddress]:
        self.asked.append(host)
        if not self.answer:
            raise NoAnswer(host)
        return self.answer

    async def resolve(self, host: str) -> Sequence[IPAddress]:
        return self.kept(host)


def host_of(length: int) -> str:
    """A host name of that many characters, with labels of at most 63."""
    return ("a" * 49 + ".") * 4 + "b" * (length - 200)


@pytest.mark.parametrize(("length", "why"), [(253, None), (254, "host")])
def test_a_host_has_at_most_as_many_characters_as_dns_allows(length: int, why: str | None) -> None:
    assert refusal(f"https://{host_of(length)}/") == why


@pytest.mark.parametrize("address", ["93.184.215.14", "[2606:4700::1111]"])
async def test_an_address_in_a_link_is_not_looked_up(address: str) -> None:
    nobody = Known([])
    kept = targets.check_kept(f"https://{address}/", nobody)
    assert kept is not None
    assert await targets.check(f"https://{address}/", nobody) == kept
    assert str(kept.address) == address.strip("[]")
    assert nobody.asked == []


async def test_a_host_name_that_was_looked_up_is_judged_by_all_its_addresses() -> None:
    inside = ipaddress.IPv4Address("10.0.0.1")
    kept = targets.check_kept("https://example.com/", Known([PUBLIC]))
    assert (kept and kept.location, kept and kept.host, kept and kept.address) == (
        "https://example.com/",
        "example.com",
        None,
    )
    with pytest.raises(targets.Blocked, match=r"^inside$"):
        targets.check_kept("https://example.com/", Known([PUBLIC, inside]))
    with pytest.raises(targets.Blocked, match=r"^unresolved$"):
        targets.check_kept("https://example.com/", Known([]))
    with pytest.raises(targets.Blocked, match=r"^unresolved$"):
        await targets.check("https://example.com/", Known([]))


@pytest.mark.parametrize(
    ("address", "inside"),
    [
        ("2001:1::1", False),
        ("2001:1::2", False),
        ("2001:1::3", True),
        ("2001:3::1", False),
        ("2001:4:112::1", False),
        ("2001:4:113::1", True),
        ("2001:20::1", False),
        ("2001:3f:ffff::1", False),
        ("2001:40::1", True),
        ("2001:1ff:ffff::1", True),
        ("2001:200::1", False),
        ("2001:db8::1", True),
        ("3fff:fff::1", True),
        ("3fff:1000::1", False),
        ("4000::1", True),
        ("1fff::1", True),
        ("::ffff:93.184.215.14", False),
        ("64:ff9b::93.184.215.14", False),
        ("64:ff9b::10.0.0.1", True),
        ("64:ff9b::168.63.129.16", True),
        ("64:ff9b::168.63.129.17", False),
        ("2002:a83f:8110::1", True),
        ("2002:a83f:8111::1", False),
        ("2002:5db8:d70e::1", False),
        ("2002:a00:1::1", True),
        ("192.88.99.1", True),
        ("192.88.98.1", False),
        ("198.20.0.1", False),
        ("223.255.255.255", False),
        ("203.0.113.1", True),
        ("198.51.100.1", True),
    ],
)
def test_addresses_just_inside_and_just_outside_an_internal_network_are_told_apart(
    address: str, inside: bool
) -> None:
    assert targets.is_inside(ipaddress.ip_address(address)) == inside


@pytest.mark.parametrize(
    ("url", "location"),
    [
        ("HTTPS://Example.com/a?b=1#c~", "HTTPS://Example.com/a?b=1#c~"),
        ("https://example.com/a b", "https://example.com/a%20b"),
        ("https://example.com\\a", "https://example.com/a"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://example.com/[!]", "https://example.com/[!]"),
        ("https://example.com./", "https://example.com./"),
    ],
)
def test_a_link_is_followed_as_written_except_for_characters_that_browsers_would_encode(
    url: str, location: str
) -> None:
    assert targets.read(url).location == location


def test_the_target_of_a_link_is_read_only_from_an_undamaged_link_token() -> None:
    token = click_token(LINK)
    content = from_b64u(token) or b""
    assert click_target(token) == LINK
    assert click_target(open_token()) is None
    assert click_target(b64u(b"\x02" + content[1:])) is None
    assert click_target(b64u(content[:1] + b"\x01" + content[2:])) is None
    assert click_target(b64u(content[:60] + b"x" + content[61:])) is None
    assert click_target(click_token("")) is None
    assert click_target(click_token("h")) == "h"
    head = link_head(RING, TokenClaims(1, UUID(int=7), 0, NOW + 100))
    assert click_target(sign_click(head, link_key(RING, head), "")) is None


def test_a_link_token_without_a_target_is_refused_as_malformed() -> None:
    assert reason(Purpose.CLICK, click_token("")) == "malformed"


def test_only_an_undamaged_decoy_token_is_recognised_as_a_decoy() -> None:
    claims = TokenClaims(1, UUID(int=7), 0, NOW + 100)
    decoy = sign(RING, Purpose.DECOY, claims)
    content = from_b64u(decoy) or b""
    assert is_decoy(decoy)
    assert not is_decoy(open_token())
    assert not is_decoy(click_token())
    assert not is_decoy(b64u(content + b"x"))
    assert not is_decoy(b64u(content[:-1]))
    assert not is_decoy(b64u(b"\x02" + content[1:]))
    assert not is_decoy("no token at all")


def test_each_kind_of_damaged_token_is_refused_with_the_reason() -> None:
    token = open_token()
    content = from_b64u(token) or b""
    assert reason(Purpose.OPEN, b64u(b"\x02" + content[1:])) == "version"
    assert reason(Purpose.OPEN, b64u(content[:1] + b"\x09" + content[2:])) == "purpose"
    assert reason(Purpose.OPEN, b64u(content[:2] + b"none" + content[6:])) == "key"
    assert reason(Purpose.OPEN, b64u(content[:-1])) == "malformed"
    assert reason(Purpose.OPEN, b64u(content + b"x")) == "malformed"
    assert reason(Purpose.OPEN, b64u(content[:-1] + bytes([content[-1] ^ 1]))) == "signature"
    link = from_b64u(click_token()) or b""
    assert reason(Purpose.CLICK, b64u(link[:-1] + bytes([link[-1] ^ 1]))) == "signature"
    assert reason(Purpose.OPEN, "A" * 100_000) == "malformed"


def test_a_link_whose_hash_belongs_to_another_target_is_refused() -> None:
    head = link_head(RING, TokenClaims(1, UUID(int=7), 0, NOW + 100))
    key = link_key(RING, head)
    body = head + digest(b"https://else.example/")[:16] + b"https://example.com/"
    assert reason(Purpose.CLICK, b64u(body + mac(key, body))) == "target"
    body = head + digest(b"\xff")[:16] + b"\xff"
    assert reason(Purpose.CLICK, b64u(body + mac(key, body))) == "target"


def test_a_link_cannot_be_signed_with_a_removed_key() -> None:
    head = link_head(RING, TokenClaims(1, UUID(int=7), 0, NOW + 100))
    with pytest.raises(TokenError) as refused:
        link_key(KeyRing.of([b"another secret"]), head)
    assert refused.value.reason == "key"


def test_each_kind_of_token_is_valid_for_90_or_365_days() -> None:
    assert DAY == 24 * 60 * 60
    days = {purpose.key_name: seconds // DAY for purpose, seconds in LIFETIME.items()}
    assert days == {
        "open": 90,
        "click": 90,
        "decoy": 90,
        "reading": 90,
        "attachment": 90,
        "unsubscribe": 365,
        "web-version": 365,
        "opt-out": 365,
    }


def test_the_numbers_of_purposes_never_change_because_tokens_contain_them() -> None:
    numbers = [(purpose.value, purpose.key_name) for purpose in Purpose]
    assert numbers == [
        (1, "open"),
        (2, "click"),
        (3, "unsubscribe"),
        (4, "web-version"),
        (5, "attachment"),
        (6, "opt-out"),
        (7, "reading"),
        (8, "decoy"),
    ]
