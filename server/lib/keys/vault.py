"""Encrypts secrets at rest: AES-256-GCM, the key outside the database, the owner as associated data."""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12
_VERSION = b"\x01"


class VaultError(Exception):
    """This key cannot open a sealed secret, or the secret belongs to somebody else."""


class Vault:
    """Seals and opens small secrets. `owner` binds a secret to its row: in another row it does not open.

    `key` is 32 bytes.
    """

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

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
