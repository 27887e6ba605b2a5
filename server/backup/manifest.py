"""Defines the manifest, the first part of a backup: what is in it, with sizes, hashes and counts of rows."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Annotated, Final

import msgspec

from server.backup.encryption import Unreadable

FORMAT: Final = 1
MANIFEST: Final = "manifest.json"
DATABASES: Final = {"sqlite": "database.sqlite", "postgres": "database.pgdump", "mysql": "database.sql"}
"""Dialect -> the part that holds the database."""
SPOOL: Final = "spool.sqlite"
LOSSES: Final = "spool.losses"
KEYS: Final = "keys.json"
VAULT: Final = "vault.key"
SESSION: Final = "session.key"
SETTINGS: Final = "settings.json"
PUBLIC_URL: Final = "public-url"
MOST_BYTES: Final = 1 << 20
"""How long a manifest may be."""
_NETWORKS = re.compile(r"networks/[a-z0-9][a-z0-9_.-]{0,60}\.txt")
_FIXED = {*DATABASES.values(), SPOOL, LOSSES, KEYS, VAULT, SESSION, SETTINGS, PUBLIC_URL}
_NAMES = {"sqlite": "SQLite", "postgres": "PostgreSQL", "mysql": "MySQL or MariaDB"}

Count = Annotated[int, msgspec.Meta(ge=0)]
Sha256 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]


class StoredPart(msgspec.Struct, frozen=True):
    """One file of a backup: its name in the archive, its size in bytes, and its SHA-256 in hex."""

    name: str
    size: Count
    sha256: Sha256


class SigningKey(msgspec.Struct, frozen=True):
    """A key of the ring: its id as in tokens (hex), when it was made, how many messages are from its time.

    `made` is empty for a key that a setting held. Tokens are not stored, so only the time tells which
    messages carry marks of the key.
    """

    id: str
    made: str
    messages: Count


class Manifest(msgspec.Struct, frozen=True):
    """What a backup holds. `release` and `migration` made its database; `tables`: name -> number of rows.

    `waiting`: hits in the spool; `lost`: hits that were told as lost.
    `sealed`: how many secrets the database holds sealed, of which the vault's key opens `opened`.
    """

    format: int
    made_at: datetime
    release: str
    dialect: str
    server: str
    migration: str
    tables: dict[str, Count]
    waiting: Count
    lost: Count
    keys: list[SigningKey]
    sealed: Count
    opened: Count
    parts: list[StoredPart]

    @property
    def database(self) -> str:
        """Return the name of the part that holds the database."""
        return DATABASES[self.dialect]

    @property
    def size(self) -> int:
        """Return the size of all parts together, in bytes."""
        return sum(part.size for part in self.parts)


def encode(manifest: Manifest) -> bytes:
    """Return the manifest as JSON."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1)


def decode(content: bytes) -> Manifest:
    """Read a manifest. Raises Unreadable for one that is not complete, or names parts that no backup has."""
    try:
        manifest = msgspec.json.decode(content, type=Manifest)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise Unreadable(
            f"The backup's list of contents can't be read ({error}). {_newer(content)}"
        ) from None
    if manifest.format != FORMAT:
        raise Unreadable(_newer(content))
    names = [part.name for part in manifest.parts]
    strange = [name for name in names if name not in _FIXED and not _NETWORKS.fullmatch(name)]
    if strange or len(set(names)) != len(names) or manifest.dialect not in DATABASES:
        raise Unreadable(f"The backup holds what no backup of Sightline holds: {strange or names}.")
    if manifest.database not in names or KEYS not in names:
        raise Unreadable("The backup is incomplete: it lacks the database or the keys. Use another backup.")
    return manifest


def name_of(dialect: str) -> str:
    """Return what people call the database of this dialect."""
    return _NAMES[dialect]


def _newer(content: bytes) -> str:
    try:
        found = msgspec.json.decode(content, type=dict[str, object]).get("format")
    except (msgspec.MsgspecError, ValueError, RecursionError):
        found = None
    if isinstance(found, int) and found > FORMAT:
        return "A newer version of Sightline made this backup. Use that version."
    return "It was not made by Sightline."
