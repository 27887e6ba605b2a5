"""Loads the key ring: its file is made at the first start, rotated by a command, and reloaded if changed."""

from __future__ import annotations

import json
import logging
import secrets
from pathlib import Path

from server.lib import clock
from server.lib.config import ConfigError
from server.lib.keys.secret_files import write_private
from server.lib.keys.signing import KeyRing, b64u, from_b64u
from server.marks.settings import MarksSettings

log = logging.getLogger(__name__)


def load_ring(settings: MarksSettings) -> KeyRing:
    """Load the ring: TRACKING_SECRET if set, then the keys in the file, then those in TRACKING_SECRET_OLD.

    Without TRACKING_SECRET and without a file, makes a key, saves it with mode 0600, and logs a warning.
    """
    given = [settings.tracking_secret] if settings.tracking_secret else []
    kept = _read(settings.key_file)
    if not given and not kept:
        kept = rotate(settings.key_file)
        log.warning(
            "TRACKING_SECRET is not set, so a key was made in %s. Back up that file.", settings.key_file
        )
    older = [text.encode() for text in settings.tracking_secret_old]
    return KeyRing.of([*(text.encode() for text in given), *kept, *older])


def rotate(file: Path) -> list[bytes]:
    """Add a new key in front of the older keys, which still verify tokens. Returns all keys in the file."""
    entries = _entries(file)
    entries.insert(
        0, {"secret": b64u(secrets.token_bytes(32)), "made": clock.now().isoformat(timespec="seconds")}
    )
    write_private(file, json.dumps({"ring": entries}, indent=1).encode())
    return _read(file)


class LiveRing:
    """The ring of a running process, reloaded after `sightline keys rotate` has changed the file."""

    def __init__(self, settings: MarksSettings) -> None:
        self._settings = settings
        self._ring = load_ring(settings)
        self._stamp = self._read_stamp()
        self._looked = clock.unix()

    def current(self) -> KeyRing:
        """Return the current ring. Checks at most once a second whether the file has changed."""
        if clock.unix() - self._looked >= 1:
            self._looked = clock.unix()
            self._reload_if_changed()
        return self._ring

    def _reload_if_changed(self) -> None:
        stamp = self._read_stamp()
        if stamp != self._stamp:
            self._ring, self._stamp = load_ring(self._settings), stamp

    def _read_stamp(self) -> int:
        file = self._settings.key_file
        return file.stat().st_mtime_ns if file.exists() else 0


def _read(file: Path) -> list[bytes]:
    found = [from_b64u(entry["secret"]) for entry in _entries(file)]
    return [secret for secret in found if secret]


def _entries(file: Path) -> list[dict[str, str]]:
    if not file.exists():
        return []
    try:
        ring: list[dict[str, str]] = json.loads(file.read_text())["ring"]
        return [{"secret": entry["secret"], **entry} for entry in ring]
    except (ValueError, KeyError, TypeError):
        raise ConfigError(f"{file} is damaged. Restore it from a backup: it verifies all marks.") from None
