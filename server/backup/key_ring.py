"""Collects the keys for a backup, wherever the settings keep them, and writes them as files at a restore.

A key that a setting held is in the backup in the form of a file, so that a new machine needs no such setting.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from server.lib.keys.signing import b64u, from_b64u, key_id
from server.lib.settings import ServerSettings, Settings
from server.lib.user_error import UserError
from server.marks.settings import MarksSettings


@dataclass(frozen=True, slots=True)
class RingKey:
    """A key that signs marks, and when it was made (ISO 8601); "" for the key of a setting."""

    secret: bytes
    made: str

    @property
    def id(self) -> str:
        """Return the id that tokens carry, in hex."""
        return key_id(self.secret).hex()


@dataclass(frozen=True, slots=True)
class Keys:
    """All keys of an installation: those of marks, newest first, and those of the vault and of cookies."""

    ring: tuple[RingKey, ...]
    vault: bytes | None
    session: bytes | None


def collect(settings: Settings) -> Keys:
    """Return the keys in use. Raises UserError if there is none to sign marks, or a file can't be read."""
    server, marks = settings[ServerSettings], settings[MarksSettings]
    given = [RingKey(marks.tracking_secret.encode(), "")] if marks.tracking_secret else []
    older = [RingKey(text.encode(), "") for text in marks.tracking_secret_old]
    ring = unique([*given, *read_ring(marks.key_file), *older])
    if not ring:
        raise UserError(
            f"There is no key yet ({marks.key_file}), so there is nothing to back up. Check SIGHTLINE_DATA."
        )
    vault = _key(server.vault_key, server.data / "vault.key")
    return Keys(ring, vault, _key(server.session_secret, server.data / "session.key"))


def read_ring(file: Path) -> list[RingKey]:
    """Return the keys in a key file; none if there is no such file. Raises UserError if it is damaged."""
    if not file.exists():
        return []
    try:
        entries = json.loads(file.read_text("utf-8"))["ring"]
        found = [RingKey(from_b64u(entry["secret"]) or b"", str(entry.get("made", ""))) for entry in entries]
    except (ValueError, KeyError, TypeError, AttributeError):
        found = [RingKey(b"", "")]
    if not all(key.secret for key in found):
        raise UserError(f"{file} can't be read as a file of keys. Put back an intact copy of it.")
    return found


def as_file(ring: Iterable[RingKey]) -> bytes:
    """Return the content of a key file."""
    entries = [{"secret": b64u(key.secret), "made": key.made} for key in ring]
    return json.dumps({"ring": entries}, indent=1).encode()


def unique(ring: Iterable[RingKey]) -> tuple[RingKey, ...]:
    """Return the keys without repetitions, in their order."""
    return tuple({key.secret: key for key in reversed(list(ring))}.values())[::-1]


def from_setting(given: str) -> bytes:
    """Return the key of 32 bytes that `key_from` in secret_files.py makes of a setting."""
    return hashlib.sha256(given.encode()).digest()


def _key(given: str | None, file: Path) -> bytes | None:
    if given:
        return from_setting(given)
    return file.read_bytes() if file.exists() else None
