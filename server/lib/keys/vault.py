"""Encrypts secrets that the database stores, with AES-256-GCM and a key that is kept elsewhere."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from functools import cached_property

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_SIZE = 32  # bytes
_NONCE = 12
_VERSION = b"\x01"


class VaultError(Exception):
    """A sealed secret cannot be opened: the key or the owner is another one, or the bytes are damaged."""


class Vault:
    """Seals and opens small secrets.

    `owner`, the associated data, names the row that a secret belongs to. A secret that was copied to another
    row cannot be opened. `key` has KEY_SIZE bytes; a function is called when the key is first needed.
    """

    def __init__(self, key: bytes | Callable[[], bytes]) -> None:
        self._key = key

    @cached_property
    def _cipher(self) -> AESGCM:
        return AESGCM(self._key if isinstance(self._key, bytes) else self._key())

    def seal(self, secret: str, owner: str) -> bytes:
        """Encrypt `secret` for `owner`."""
        nonce = secrets.token_bytes(_NONCE)
        return _VERSION + nonce + self._cipher.encrypt(nonce, secret.encode(), owner.encode())

    def open(self, sealed: bytes, owner: str) -> str:
        """Decrypt. Raises VaultError for another owner, another key, or damaged bytes."""
        nonce, body = sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :]
        if sealed[:1] != _VERSION:
            raise VaultError("unknown format")
        try:
            return self._cipher.decrypt(nonce, body, owner.encode()).decode()
        except (InvalidTag, ValueError) as error:
            raise VaultError("cannot be opened with this key") from error
