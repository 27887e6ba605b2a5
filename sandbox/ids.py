"""Names as Gmail gives them: legacy ids, perm ids and Message-IDs."""

import secrets
import time
from collections.abc import Iterator


def now_ms() -> int:
    """The time, in Unix milliseconds."""
    return time.time_ns() // 1_000_000


def new_legacy_id() -> str:
    """16 hex digits; the upper 44 bits are the time in milliseconds, as in Gmail. Later ones are greater."""
    return f"{next(_legacy):016x}"


def new_message_id() -> str:
    """An RFC 5322 Message-ID in Gmail's form, angle brackets included."""
    return f"<CA{secrets.token_urlsafe(36)}@mail.gmail.com>"


def received_id(kind: str, legacy_id: str) -> str:
    """The perm id of something that was received: `msg-f:` or `thread-f:` and the legacy id in decimal."""
    return f"{kind}-f:{int(legacy_id, 16)}"


def local_id(kind: str) -> str:
    """The perm id of something written in this account: `msg-a:` or `thread-a:` and a random number."""
    return f"{kind}-a:r{secrets.randbits(64) - (1 << 63)}"


def _ascending() -> Iterator[int]:
    last = 0
    while True:
        last = max(last + 1, now_ms() << 20 | secrets.randbits(20))
        yield last


_legacy = _ascending()
