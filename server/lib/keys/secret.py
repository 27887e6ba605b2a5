"""Makes opaque random secrets; the database stores only their hashes and finds them by these."""

from __future__ import annotations

import hashlib
import secrets


def new_secret() -> str:
    """Return 160 random bits as text, for session tokens, device codes, paired browsers or set-up links."""
    return secrets.token_urlsafe(20)


def lookup(secret: str) -> str:
    """Return the secret's SHA-256 (hex), which the database stores; 160 random bits need no salt."""
    return hashlib.sha256(secret.encode()).hexdigest()
