"""Provides what tokens are signed with: a ring of master keys, a derived key per purpose, and base64url."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_ID_SIZE = 4
_INFO = b"sightline/v1/"
_BLOCK = 64  # bytes in a block of SHA-256
_URL_SAFE = bytes.maketrans(b"-_", b"+/")
_STANDARD_ONLY = b"+/="
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_LAST = ("", "", _ALPHABET[::16], _ALPHABET[::4])  # the last characters whose unused bits are zero
_PADDING = (b"", b"===", b"==", b"=")


def b64u(content: bytes) -> str:
    """Encode as base64url without padding (RFC 4648, section 5)."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def from_b64u(text: str) -> bytes | None:
    """Decode a canonical, unpadded base64url text; None for anything else.

    Other spellings, which a lenient decoder would accept, are refused, so that a token has only one spelling.
    """
    surplus = len(text) % 4
    if surplus and text[-1] not in _LAST[surplus]:
        return None
    try:  # `translate` drops + / =, which base64url without padding lacks: then the length is wrong
        standard = text.encode("ascii").translate(_URL_SAFE, _STANDARD_ONLY)
        if len(standard) != len(text):
            return None
        return binascii.a2b_base64(standard + _PADDING[surplus], strict_mode=True)
    except ValueError:
        return None


def mac(key: bytes, content: bytes) -> bytes:
    """Return the HMAC-SHA256 of `content`, 32 bytes (RFC 2104)."""
    return hmac.digest(key, content, "sha256")


@lru_cache(maxsize=64)
def mac_under(key: bytes) -> Callable[[bytes], bytes]:
    """Return a faster `mac` for a key that is used often; what depends only on the key is computed once."""
    padded = key.ljust(_BLOCK, b"\0") if len(key) <= _BLOCK else digest(key).ljust(_BLOCK, b"\0")
    inner, outer = (hashlib.sha256(bytes(byte ^ pad for byte in padded)) for pad in (0x36, 0x5C))

    def sign(content: bytes) -> bytes:
        first, second = inner.copy(), outer.copy()
        first.update(content)
        second.update(first.digest())
        return second.digest()

    return sign


def same(left: bytes, right: bytes) -> bool:
    """Compare two secrets in constant time."""
    return hmac.compare_digest(left, right)


def digest(content: bytes) -> bytes:
    """Return the SHA-256 of `content`, 32 bytes."""
    return hashlib.sha256(content).digest()


@lru_cache(maxsize=256)
def derive(secret: bytes, name: str) -> bytes:
    """Derive the 32-byte key for one purpose (HKDF-SHA256, RFC 5869; info `sightline/v1/<name>`)."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=_INFO + name.encode()).derive(secret)


def key_id(secret: bytes) -> bytes:
    """Return the 4 bytes that identify a master key inside a token; they reveal nothing about the key."""
    return derive(secret, "key-id")[:KEY_ID_SIZE]


class SessionKey(bytes):
    """The 32 bytes that sign cookies and CSRF tokens. They never leave the server."""


@dataclass(frozen=True, slots=True)
class KeyRing:
    """Master keys, newest first. Only the newest signs; all of them verify."""

    secrets: tuple[bytes, ...]

    @classmethod
    def of(cls, secrets: Sequence[bytes]) -> KeyRing:
        """Make a ring of these master keys, without duplicates. Raises ValueError if there are none."""
        if not secrets:
            raise ValueError("a key ring needs a key")
        return cls(tuple(dict.fromkeys(secrets)))

    @property
    def newest_id(self) -> bytes:
        """Return the key id that new tokens carry."""
        return key_id(self.secrets[0])

    def signing_key(self, purpose: str) -> bytes:
        """Return the newest key for `purpose`."""
        return derive(self.secrets[0], purpose)

    def verifying_key(self, wanted: bytes, purpose: str) -> bytes | None:
        """Return the key for `purpose`, derived from master key `wanted`; None if the ring lacks that key."""
        return _by_id(self.secrets, purpose).get(wanted)


@lru_cache(maxsize=64)
def _by_id(secrets: tuple[bytes, ...], purpose: str) -> dict[bytes, bytes]:
    return {key_id(secret): derive(secret, purpose) for secret in reversed(secrets)}
