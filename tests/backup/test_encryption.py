"""Backups are encrypted in the format age: whatever was changed is noticed, and other programs read them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.backup.encryption import Decrypting, Encrypting, Unreadable
from tests.backup import age_program

CHUNK = 1 << 16
WORK = 1  # the least that the format knows, since the cost is not what is tested here
SIZES = st.sampled_from([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 17])
PASSPHRASE = "orchid lantern gravel mitten"


@given(SIZES, st.lists(st.integers(1, 2 * CHUNK), max_size=6), st.text(min_size=1, max_size=20))
@settings(max_examples=60, deadline=None)
def test_what_was_written_is_read_again(size: int, cuts: list[int], passphrase: str) -> None:
    content = _some(size)
    assert _decrypted(_encrypted(content, passphrase, cuts), passphrase) == content


@given(SIZES, st.data())
@settings(max_examples=150, deadline=None)
def test_a_byte_that_was_changed_is_noticed_and_nothing_wrong_is_given_out(
    size: int, data: st.DataObject
) -> None:
    content = _some(size)
    sealed = bytearray(_encrypted(content))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= data.draw(st.integers(1, 255))
    _is_noticed(bytes(sealed), content)


@given(SIZES, st.data())
@settings(max_examples=100, deadline=None)
def test_a_file_that_ends_too_early_is_noticed(size: int, data: st.DataObject) -> None:
    content = _some(size)
    sealed = _encrypted(content)
    _is_noticed(sealed[: data.draw(st.integers(0, len(sealed) - 1))], content)


def test_a_missing_chunk_and_one_that_follows_the_end_are_noticed() -> None:
    content = _some(3 * CHUNK)
    sealed = _encrypted(content)
    head = len(sealed) - 3 * (CHUNK + 16)
    for changed in (
        sealed[:head] + sealed[head + CHUNK + 16 :],
        sealed + sealed[-(CHUNK + 16) :],
        sealed + b"x",
    ):
        _is_noticed(changed, content)


@given(st.binary(max_size=400))
def test_any_other_file_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable, match="no backup of Sightline"):
        Decrypting(io.BytesIO(content), PASSPHRASE)


def test_another_passphrase_is_refused_by_a_sentence() -> None:
    with pytest.raises(Unreadable, match="not the passphrase of this backup"):
        Decrypting(io.BytesIO(_encrypted(b"x")), PASSPHRASE + "s")


def test_a_file_that_asks_for_gigabytes_is_refused_before_they_are_taken() -> None:
    head, _, rest = _encrypted(b"x").partition(b" 1\n")
    with pytest.raises(Unreadable, match="too much memory"):
        Decrypting(io.BytesIO(head + b" 30\n" + rest), PASSPHRASE)


def test_a_file_for_a_key_is_named_as_such() -> None:
    file = b"age-encryption.org/v1\n-> X25519 abc\ndef\n--- ghi\n"
    with pytest.raises(Unreadable, match="encrypted for a key, not with a passphrase"):
        Decrypting(io.BytesIO(file), PASSPHRASE)


@pytest.mark.parametrize("size", [1, CHUNK, 2 * CHUNK + 3])
def test_debians_age_reads_what_we_write_and_we_read_what_it_writes(size: int, tmp_path: Path) -> None:
    plain, sealed, back = (tmp_path / name for name in ("plain", "sealed", "back"))
    plain.write_bytes(_some(size))
    sealed.write_bytes(_encrypted(_some(size)))
    assert age_program.decrypt(sealed, back, PASSPHRASE) == 0
    assert back.read_bytes() == _some(size)
    sealed.unlink()
    assert age_program.encrypt(plain, sealed, PASSPHRASE) == 0
    assert _decrypted(sealed.read_bytes()) == _some(size)


def _is_noticed(sealed: bytes, content: bytes) -> None:
    """Reading ends with a sentence; what was given out before that is the beginning of the content."""
    got = b""
    with pytest.raises(Unreadable):  # noqa: PT012 - it may come with any piece
        reading = Decrypting(io.BytesIO(sealed), PASSPHRASE)
        while piece := reading.read(CHUNK):
            got += piece
    assert content.startswith(got)


def _some(size: int) -> bytes:
    return bytes(number % 251 for number in range(size))


def _encrypted(content: bytes, passphrase: str = PASSPHRASE, cuts: list[int] | None = None) -> bytes:
    to, begin = io.BytesIO(), 0
    with Encrypting(to, passphrase, WORK) as sealing:
        for cut in cuts or []:
            sealing.write(content[begin : begin + cut])
            begin += cut
        sealing.write(content[begin:])
    return to.getvalue()


def _decrypted(sealed: bytes, passphrase: str = PASSPHRASE) -> bytes:
    return io.BufferedReader(Decrypting(io.BytesIO(sealed), passphrase)).read()
