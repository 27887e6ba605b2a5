"""Opaque random secrets: given out once, found again by their hash."""

from __future__ import annotations

import hashlib
import secrets


def new_secret() -> str:
    """160 random bits as text: session tokens, device codes, paired browsers, set-up links."""
    return secrets.token_urlsafe(20)


def lookup(secret: str) -> str:
    """What the database keeps of a secret: SHA-256, hex; enough, since the secret is 160 random bits."""
    return hashlib.sha256(secret.encode()).hexdigest()
