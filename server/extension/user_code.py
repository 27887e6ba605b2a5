"""Makes and reads the user code that a person compares and types: eight distinguishable letters. Pure."""

from __future__ import annotations

import re
import secrets

LETTERS = "BCDFGHJKLMNPQRSTVWXZ"  # no vowels, so no words; no digits (RFC 8628, section 6.1)
LENGTH = 8


def new_user_code() -> str:
    """Return a new code like `BCDF-GHJK`, one of 25 billion."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    return f"{letters[:4]}-{letters[4:]}"


def read_user_code(typed: str) -> str | None:
    """Normalize what a person typed to the stored code; case, spaces and dashes do not matter."""
    letters = re.sub(r"[\s\-–—_.]", "", typed).upper()
    if not re.fullmatch(f"[{LETTERS}]{{{LENGTH}}}", letters):
        return None
    return f"{letters[:4]}-{letters[4:]}"
