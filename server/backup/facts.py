"""Says of an installation what its database alone does not: which keys belong to how many messages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tortoise import connections
from tortoise.backends.base.client import BaseDBAsyncClient

from server.backup.key_ring import Keys, RingKey
from server.backup.manifest import SigningKey
from server.google.access.revocation import vault_owner
from server.lib.database import sql
from server.lib.database.connection import connected
from server.lib.database.migrate import applied_steps
from server.lib.keys.vault import Vault, VaultError

_SEALED = (
    "SELECT account_id, sealed_refresh_token AS sealed FROM gmail_grant"
    " WHERE sealed_refresh_token IS NOT NULL"
)


@dataclass(frozen=True, slots=True)
class Facts:
    """The newest migration, the keys with their messages, and how many sealed secrets the vault opens."""

    migration: str
    keys: list[SigningKey]
    sealed: int
    opened: int


async def gather(url: str, keys: Keys) -> Facts:
    """Ask the database. Raises tortoise's errors."""
    async with connected(url, ["aerich.models"]):
        db = connections.get("default")
        steps = await applied_steps(db)
        grants = await db.execute_query_dict(_SEALED)
        vault = Vault(keys.vault) if keys.vault else None
        opened = sum(_opens(vault, int(row["account_id"]), bytes(row["sealed"])) for row in grants)
        return Facts(steps[-1] if steps else "", await _used(db, keys.ring), len(grants), opened)


async def _used(db: BaseDBAsyncClient, ring: tuple[RingKey, ...]) -> list[SigningKey]:
    """Count for each key the messages between its making and that of the next one."""
    found, newer = [], 0
    for place, key in enumerate(ring):
        oldest = place == len(ring) - 1
        since = await _since(db, None if oldest else _moment(key.made))
        found.append(SigningKey(key.id, key.made, max(0, since - newer)))
        newer = max(newer, since)
    return found


async def _since(db: BaseDBAsyncClient, moment: datetime | None) -> int:
    if moment is None:
        [row] = await db.execute_query_dict("SELECT count(*) AS n FROM message")
    else:
        [row] = await sql.select(db, "SELECT count(*) AS n FROM message WHERE listed_at >= {0}", moment)
    return int(row["n"])


def _moment(made: str) -> datetime | None:
    try:
        return sql.moment(made)
    except ValueError:
        return None


def _opens(vault: Vault | None, account: int, sealed: bytes) -> bool:
    try:
        return vault is not None and bool(vault.open(sealed, vault_owner(account)))
    except VaultError:
        return False
