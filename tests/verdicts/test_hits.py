"""Hits are converted to records and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.verdicts.hits import BadRecord, Hit, decode, encode, new_id, wanted_headers

MICROSECONDS = st.integers(0, 2**50)
hits = st.builds(
    Hit,
    id=st.uuids(),
    at=MICROSECONDS,
    kind=st.sampled_from(["open", "click"]),
    account=st.integers(0, 2**64 - 1),
    message=st.uuids(),
    recipient=st.integers(0, 2**32 - 1),
    url=st.text(max_size=300),
    address=st.text(max_size=45),
    user_agent=st.text(max_size=300),
    referer=st.text(max_size=300),
    method=st.sampled_from(["GET", "HEAD"]),
    headers=st.dictionaries(st.text(max_size=20), st.text(max_size=50), max_size=8),
)


@given(hits)
def test_a_record_is_read_back_as_the_same_hit(hit: Hit) -> None:
    assert decode(encode(hit)) == hit


@given(hits, st.data())
def test_a_torn_or_damaged_hit_record_is_noticed(hit: Hit, data: st.DataObject) -> None:
    record = encode(hit)
    with pytest.raises(BadRecord):
        decode(record[: data.draw(st.integers(0, len(record) - 1))])
    bit = data.draw(st.integers(0, len(record) * 8 - 1))
    damaged = bytearray(record)
    damaged[bit // 8] ^= 1 << bit % 8
    with pytest.raises(BadRecord):
        decode(bytes(damaged))


@given(st.binary(max_size=300))
def test_random_bytes_are_not_a_hit(content: bytes) -> None:
    with pytest.raises(BadRecord):
        decode(content)


def test_an_unknown_version_of_a_hit_record_is_named_in_the_error() -> None:
    with pytest.raises(BadRecord, match="version 9 is not known"):
        decode(b"\x09" + bytes(40))


@given(MICROSECONDS, MICROSECONDS)
def test_ids_are_ordered_by_time_to_the_microsecond(one: int, other: int) -> None:
    if one != other:
        assert (new_id(one) < new_id(other)) == (one < other)
    assert new_id(one) != new_id(one)
    assert (new_id(one).version, new_id(one).variant) == (7, "specified in RFC 4122")


def test_the_time_of_a_hit_is_exact_to_the_microsecond() -> None:
    hit = decode(
        encode(Hit(new_id(1), 1_790_000_000_123_457, "open", 1, new_id(2), 0, "", "", "", "", "GET", {}))
    )
    assert hit.moment.isoformat() == "2026-09-21T14:13:20.123457+00:00"


def test_only_headers_that_tell_people_from_machines_are_kept() -> None:
    received = {"accept": "*/*", "cookie": "a=b", "authorization": "x", "sec-ch-ua-mobile": "?0", "dnt": "1"}
    assert wanted_headers(received) == {"accept": "*/*", "sec-ch-ua-mobile": "?0", "dnt": "1"}
    assert len(wanted_headers({f"sec-ch-ua-{n}": "x" for n in range(100)})) == 12
