"""Makes ids in Gmail's forms: legacy ids, perm ids and Message-IDs."""

import secrets
from collections.abc import Iterator

from sandbox.clock import now_ms


def new_legacy_id() -> str:
    """Make a legacy id: 64 bits as 16 hex digits, with the time in ms in the upper 44 bits.

    Later ids are greater.
    """
    return f"{next(_legacy):016x}"


def new_message_id() -> str:
    """Make a Message-ID (RFC 5322) in Gmail's form, with angle brackets."""
    return f"<CA{secrets.token_urlsafe(36)}@mail.gmail.com>"


def received_id(kind: str, legacy_id: str) -> str:
    """Return the perm id of a received mail or thread: `msg-f:` or `thread-f:`, and the decimal legacy id."""
    return f"{kind}-f:{int(legacy_id, 16)}"


def local_id(kind: str) -> str:
    """Make the perm id of a mail or thread begun here: `msg-a:` or `thread-a:`, and a random number."""
    return f"{kind}-a:r{secrets.randbits(64) - (1 << 63)}"


def _ascending() -> Iterator[int]:
    last = 0
    while True:
        last = max(last + 1, now_ms() << 20 | secrets.randbits(20))
        yield last


_legacy = _ascending()
