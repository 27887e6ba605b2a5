"""Finding the owner of an address among ranges."""

from __future__ import annotations

import ipaddress
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.lib.net.ranges import Holding, RangeTable, parse_prefix


def table(*holdings: tuple[str, int, str]) -> RangeTable[str]:
    return RangeTable(
        Holding(owner, rank, [parse_prefix(each) for each in prefixes.split()])
        for owner, rank, prefixes in holdings
    )


@pytest.mark.parametrize(
    ("address", "owner"),
    [
        ("9.255.255.255", None),
        ("10.0.0.0", "outer"),
        ("10.1.0.0", "inner"),
        ("10.1.255.255", "inner"),
        ("10.2.0.0", "outer"),
        ("10.255.255.255", "outer"),
        ("11.0.0.0", None),
        ("::ffff:10.1.2.3", "inner"),
        ("2001:db8::1", "outer"),
        ("2001:db8:0:1::ffff", "inner"),
        ("2001:db8:0:2::", "outer"),
        ("2001:db9::", None),
        ("nowhere", None),
        ("", None),
        ("10.1", None),
        ("fe80::1%eth0", None),
        ("10.1.2.3\0", None),
    ],
)
def test_the_smaller_of_two_ranges_tells_the_owner(address: str, owner: str | None) -> None:
    found = table(
        ("outer", 0, "10.0.0.0/8 2001:db8::/32"), ("inner", 0, "10.1.0.0/16 2001:db8:0:1::/64")
    ).find(address)
    assert found == owner


@pytest.mark.parametrize(("address", "owner"), [("10.1.2.3", "relay"), ("10.2.0.1", "relay")])
def test_the_owner_of_a_higher_rank_wins_even_if_the_range_is_larger(address: str, owner: str) -> None:
    assert table(("cloud", 0, "10.1.0.0/16"), ("relay", 1, "10.0.0.0/8")).find(address) == owner


def test_of_two_owners_of_one_range_the_one_of_a_higher_rank_wins() -> None:
    both = [("cloud", 0, "10.0.0.0/8"), ("relay", 1, "10.0.0.0/8")]
    assert {table(*order).find("10.1.1.1") for order in (both, both[::-1])} == {"relay"}


@pytest.mark.parametrize(
    "text",
    ["10.0.0.0", "10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/ 8", "a/8", "::1/64", "::/129", ""],
)
def test_what_is_no_prefix_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="prefix"):
        parse_prefix(text)


@given(st.randoms(use_true_random=False))
def test_the_table_answers_like_a_search_through_all_ranges(dice: random.Random) -> None:
    held = [
        (name, rank, [_prefix(dice) for _ in range(dice.randrange(1, 12))])
        for name, rank in (("a", 0), ("b", 0), ("c", 1), ("d", 2))
    ]
    found = table(*((name, rank, " ".join(map(str, prefixes))) for name, rank, prefixes in held))
    for _ in range(50):
        address = ipaddress.IPv4Address(dice.randrange(1 << 12))
        around = [
            (rank, prefix.prefixlen, name)
            for name, rank, prefixes in held
            for prefix in prefixes
            if address in prefix
        ]
        best = max(around, default=(0, 0, None))
        equals = {name for rank, length, name in around if (rank, length) == best[:2]}
        assert found.find(str(address)) in equals if equals else found.find(str(address)) is None


def _prefix(dice: random.Random) -> ipaddress.IPv4Network:
    length = dice.randrange(20, 33)
    return ipaddress.IPv4Network((dice.randrange(1 << 12), length), strict=False)
