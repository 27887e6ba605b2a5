"""Makes opaque random secrets, which are given out once and looked up by their hash."""

from __future__ import annotations

import hashlib
import secrets


def new_secret() -> str:
    """Return 160 random bits as text, for session tokens, device codes, paired browsers and set-up links."""
    return secrets.token_urlsafe(20)


def lookup(secret: str) -> str:
    """Return the SHA-256 (hex) that the database stores; no salt is needed for 160 random bits."""
    return hashlib.sha256(secret.encode()).hexdigest()
