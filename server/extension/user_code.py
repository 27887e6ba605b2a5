"""The code that a person compares and types: eight letters that cannot be taken for one another. Pure."""

from __future__ import annotations

import re
import secrets

LETTERS = "BCDFGHJKLMNPQRSTVWXZ"  # no vowels, so no words; no digits (RFC 8628, section 6.1)
LENGTH = 8


def new_user_code() -> str:
    """A fresh code like `BCDF-GHJK`: one of 25 thousand million."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    return f"{letters[:4]}-{letters[4:]}"


def read_user_code(typed: str) -> str | None:
    """The code as it is kept, from what a person typed: small letters, spaces and dashes do not matter."""
    letters = re.sub(r"[\s\-–—_.]", "", typed).upper()
    if not re.fullmatch(f"[{LETTERS}]{{{LENGTH}}}", letters):
        return None
    return f"{letters[:4]}-{letters[4:]}"
