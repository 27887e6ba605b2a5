"""Loads the key ring: its file is made at the first start, rotated by a command, and reloaded if changed."""

from __future__ import annotations

import json
import logging
import secrets
from pathlib import Path

from server.lib import clock
from server.lib.config import ConfigError
from server.lib.keys.secret_files import unreadable, write_private
from server.lib.keys.signing import KeyRing, b64u, from_b64u
from server.marks.settings import MarksSettings

log = logging.getLogger(__name__)

_SHORTEST = 16  # bytes of a key that is no accident; those made here have 32
_LOOK_SECONDS = 1.0
_SAY_SECONDS = 60.0


def load_ring(settings: MarksSettings) -> KeyRing:
    """Load the ring. Without TRACKING_SECRET and without a file, makes a key, saves it, and logs a warning.

    Raises ConfigError if the file is damaged or can't be read.
    """
    if is_missing(settings):
        rotate(settings.key_file)
        log.warning(
            "TRACKING_SECRET is not set, so a key was made in %s. Back up that file.", settings.key_file
        )
    return read_ring(settings)


def read_ring(settings: MarksSettings) -> KeyRing:
    """Read the ring: TRACKING_SECRET if set, then the keys in the file, then those in TRACKING_SECRET_OLD.

    Makes no key. Raises ConfigError if there is none, or if the file is damaged or can't be read.
    """
    given = [settings.tracking_secret] if settings.tracking_secret else []
    texts = [text.encode() for text in (*given, *settings.tracking_secret_old)]
    keys = [*texts[: len(given)], *_read(settings.key_file), *texts[len(given) :]]
    if not keys:
        raise ConfigError(f"{settings.key_file} is missing. Restore it from a backup: it verifies all marks.")
    return KeyRing.of(keys)


def rotate(file: Path) -> list[bytes]:
    """Add a new key in front of the older keys, which still verify tokens. Returns all keys in the file."""
    entries = _entries(file)
    entries.insert(
        0, {"secret": b64u(secrets.token_bytes(32)), "made": clock.now().isoformat(timespec="seconds")}
    )
    write_private(file, json.dumps({"ring": entries}, indent=1).encode())
    return _read(file)


def is_missing(settings: MarksSettings) -> bool:
    """Return whether there is no key to sign with."""
    return not settings.tracking_secret and not settings.key_file.exists()


class LiveRing:
    """The ring of a running process, reloaded after `sightline keys rotate` has changed the file.

    While the file can't be read, or is only half written, the keys that the process has stay in use. Without
    `is_first_start`, a file that is missing is not made: it may be lost. Until somebody makes it or puts it
    back, the ring has a key of its own, with which nothing was signed.
    """

    def __init__(self, settings: MarksSettings, *, is_first_start: bool = True) -> None:
        self._settings = settings
        lost = is_missing(settings) and not is_first_start
        self._ring = KeyRing.of([secrets.token_bytes(32)]) if lost else load_ring(settings)
        self._stamp = self._read_stamp()
        self._looked = clock.elapsed()
        self._said_at = float("-inf")
        self.trouble = ""  # a sentence, while the file can't be used

    def current(self) -> KeyRing:
        """Return the current ring. Checks at most once a second whether the file has changed."""
        now = clock.elapsed()
        if now - self._looked >= _LOOK_SECONDS:
            self.look()
        return self._ring

    def look(self) -> None:
        """Look at once whether the file has changed, and so before a new key is needed to sign."""
        self._looked = clock.elapsed()
        self._reload_if_changed(self._looked)

    def _reload_if_changed(self, now: float) -> None:
        try:
            stamp = self._read_stamp()
            if stamp == self._stamp and not self.trouble:
                return
            if stamp is None and self._stamp is not None:
                raise ConfigError(f"{self._settings.key_file} is gone. Restore it from a backup.")
            self._ring, self._stamp = read_ring(self._settings), stamp
        except ConfigError as error:
            self.trouble = str(error)
            if now - self._said_at >= _SAY_SECONDS:
                self._said_at = now
                log.warning("%s Until then, the keys that were read before stay in use.", error)
            return
        if self.trouble:
            log.warning("%s can be read again", self._settings.key_file)
        self.trouble, self._said_at = "", float("-inf")

    def _read_stamp(self) -> tuple[int, ...] | None:
        """Return what changes with the file; None if there is none. Raises ConfigError."""
        file = self._settings.key_file
        try:
            found = file.stat()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise ConfigError(unreadable(file, error)) from None
        return found.st_ino, found.st_size, found.st_mtime_ns


def _read(file: Path) -> list[bytes]:
    found = [from_b64u(entry["secret"]) for entry in _entries(file)]
    return [secret for secret in found if secret]


def _entries(file: Path) -> list[dict[str, str]]:
    """Return the entries of a key file, none if there is no file. Raises ConfigError if it is unusable."""
    try:
        ring: list[dict[str, str]] = json.loads(file.read_bytes())["ring"]
        entries = [{"secret": entry["secret"], **entry} for entry in ring]
        if not entries or not all(_is_secret(entry["secret"]) for entry in entries):
            raise ValueError
    except FileNotFoundError:
        return []
    except OSError as error:
        raise ConfigError(unreadable(file, error)) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ConfigError(f"{file} is damaged. Restore it from a backup: it verifies all marks.") from None
    return entries


def _is_secret(text: str) -> bool:
    return len(from_b64u(text) or b"") >= _SHORTEST
