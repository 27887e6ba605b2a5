"""A row of MariaDB's dump is literals and nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.backup.encryption import Unreadable
from server.backup.mariadb import _values

_ESCAPED = re.compile(rb"[\\'\n\r\0\"\x1a]")


def dumped(value: object) -> bytes:
    """Write a value as mariadb-dump does, with --hex-blob."""
    match value:
        case None:
            return b"NULL"
        case bytes():
            return b"0x" + value.hex().upper().encode() if value else b"''"
        case str():
            return (
                b"'"
                + _ESCAPED.sub(lambda found: b"\\" + found[0], value.encode()).replace(b"\n", b"n")
                + b"'"
            )
        case _:
            return repr(value).encode()


values = st.one_of(
    st.none(),
    st.binary(max_size=40),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.integers(-(2**63), 2**63),
    st.floats(allow_nan=False, allow_infinity=False),
)


@given(st.lists(values, min_size=1, max_size=12))
def test_every_row_that_a_dump_can_have_is_read(row: list[object]) -> None:
    written = b"(" + b",".join(map(dumped, row)) + b")"
    assert _values(written + b",\n") == _values(written + b";\n") == written


@given(
    st.lists(values, min_size=1, max_size=4),
    st.sampled_from([b"; DROP TABLE message", b",sleep(9)", b" -- "]),
)
def test_a_row_with_anything_else_is_refused(row: list[object], more: bytes) -> None:
    written = b"(" + b",".join(map(dumped, row))
    for whole in (written + more + b")", written + b")" + more + b",('x')"):
        with pytest.raises(Unreadable):
            _values(whole + b";\n")
