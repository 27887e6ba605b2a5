"""Checks the keys: whether they are there, can be read by nobody else, and are those that the data needs."""

from __future__ import annotations

import stat
from pathlib import Path

from tortoise.exceptions import BaseORMException

from server.doctor.diagnosis import Diagnosis
from server.lib.config import ConfigError
from server.lib.database import connection
from server.lib.keys.secret_files import secret_file
from server.lib.keys.signing import key_id
from server.lib.keys.vault import KEY_SIZE
from server.lib.settings import ServerSettings, Settings
from server.marks.key_file import is_missing, read_ring
from server.marks.settings import MarksSettings
from server.ops import lost_keys
from server.ops.observing import UnknownKey, unknown_keys_seen
from server.startup import SESSION_ANEW, SESSION_FILE, VAULT_FILE, is_first_start
from server.tables import MODELS

_SIGNING = "signing key"


async def secrets(settings: Settings) -> list[Diagnosis]:
    """Check the files that contain keys, and whether the database needs keys that are lost."""
    server, marks = settings[ServerSettings], settings[MarksSettings]
    given = {VAULT_FILE: server.vault_key, SESSION_FILE: server.session_secret}
    files = [server.data / name for name, value in given.items() if not value]
    unusable = {path: said for path in files if (said := _unusable(path))}
    found = [_private(path) for path in (marks.key_file, *files) if path.exists() and path not in unusable]
    found += [Diagnosis("red", path.name, said) for path, said in unusable.items()]
    try:
        ring = None if is_missing(marks) else read_ring(marks)
    except ConfigError as error:
        return [*found, Diagnosis("red", _SIGNING, str(error))]
    present = frozenset(key_id(each).hex() for each in ring.secrets) if ring else frozenset[str]()
    lost = [] if unusable else await _lost(settings, present)
    named = {each.name for each in lost}
    found = [each for each in found if each.name not in named or each.colour != "green"]
    return [*found, *lost, *([] if _SIGNING in named else [_signing(marks)])]


def _unusable(path: Path) -> str:
    if not path.exists():
        return ""
    try:
        if path.name == VAULT_FILE:
            secret_file(path, KEY_SIZE)
        else:
            secret_file(path, else_do=SESSION_ANEW)
    except ConfigError as error:
        return str(error)
    return ""


async def _lost(settings: Settings, present: frozenset[str]) -> list[Diagnosis]:
    if is_first_start(settings):
        return []
    try:
        async with connection.connected(settings[ServerSettings].database_url, MODELS):
            said = [*await lost_keys.needed(settings), *await lost_keys.differences(settings)]
            unknown = await unknown_keys_seen(present)
    except (BaseORMException, OSError, ConfigError):
        return []  # what is wrong with the database is said elsewhere
    return [Diagnosis("red", _about(each), each) for each in said] + [_unknown(each) for each in unknown]


def _about(said: str) -> str:
    place = said.split(maxsplit=1)[0]
    return VAULT_FILE if place == "VAULT_KEY" or Path(place).name == VAULT_FILE else _SIGNING


def _unknown(key: UnknownKey) -> Diagnosis:
    text = (
        f"{key.hits} opens and clicks since {key.since:%-d %b %Y} named a key that this server doesn't have"
    )
    if key.is_ours:
        text += f" ({key.id}), and mails that it does have. Put back the keys.json that has this key."
        return Diagnosis("red", _SIGNING, text)
    return Diagnosis("yellow", _SIGNING, f"{text} ({key.id}), for mails that it doesn't have either.")


def _signing(marks: MarksSettings) -> Diagnosis:
    if marks.tracking_secret:
        return Diagnosis("green", _SIGNING, "TRACKING_SECRET is set")
    if marks.key_file.exists():
        text = f"TRACKING_SECRET is not set, so Sightline made a key in {marks.key_file}."
        return Diagnosis("yellow", _SIGNING, f"{text} Back it up: sightline backup")
    text = "There is no key yet. Set TRACKING_SECRET, or start the server to make one."
    return Diagnosis("red", _SIGNING, text)


def _private(path: Path) -> Diagnosis:
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        return Diagnosis(
            "red", path.name, f"Others can read this file (mode {mode:o}). Run: chmod 600 {path}"
        )
    return Diagnosis("green", path.name, "only its owner can read this file")
