"""The encoding of tokens, and the key ring that signs and verifies them."""

import hmac

from hypothesis import given
from hypothesis import strategies as st

from server.lib.keys.signing import KeyRing, b64u, from_b64u, key_id, mac, mac_under


@given(st.binary(max_size=300))
def test_base64url_decodes_what_it_encoded(content: bytes) -> None:
    """Covers 7, 16."""
    assert from_b64u(b64u(content)) == content


@given(st.text(max_size=60))
def test_any_text_is_refused_as_base64url_or_is_the_only_encoding_of_its_bytes(text: str) -> None:
    content = from_b64u(text)
    assert content is None or b64u(content) == text


def test_a_base64url_text_with_stray_bits_in_its_last_character_is_refused() -> None:
    assert from_b64u("QQ") == b"A"
    assert from_b64u("QR") is None


def test_the_newest_key_signs_and_the_older_ones_still_verify() -> None:
    ring = KeyRing.of([b"new", b"old", b"new"])
    assert ring.newest_id == key_id(b"new")
    assert ring.signing_key("open") == ring.verifying_key(key_id(b"new"), "open")
    assert ring.verifying_key(key_id(b"old"), "open") is not None
    assert ring.verifying_key(key_id(b"a stranger's"), "open") is None


def test_each_purpose_has_its_own_key() -> None:
    ring = KeyRing.of([b"secret"])
    assert len({ring.signing_key(name) for name in ("open", "click", "unsubscribe", "web-version")}) == 4


@given(key=st.binary(min_size=1, max_size=200), content=st.binary(max_size=300))
def test_a_mac_equals_that_of_the_standard_library(key: bytes, content: bytes) -> None:
    """The faster one keeps the parts that depend only on the key, also for keys longer than a block."""
    expected = hmac.new(key, content, "sha256").digest()
    assert mac(key, content) == mac_under(key)(content) == expected
