"""Keeps the settings with a backup: without PUBLIC_URL or a client secret, a new machine does not go on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from server.backup.encryption import Unreadable
from server.lib.keys.secret_files import write_private
from server.settings import load

RESTORED = "restored-settings.env"
_OF_THE_MACHINE = frozenset({"SIGHTLINE_DATA", "HOST", "PORT", "DATABASE_URL", "SPOOL_URL", "SPOOL_PATH"})
_OF_KEYS = frozenset({"TRACKING_SECRET", "TRACKING_SECRET_OLD", "VAULT_KEY", "SESSION_SECRET"})
"""They are in the backup as files of keys."""


class _Noting(Mapping[str, str]):
    """An environment that notes which of its values somebody looked at."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self._env = env
        self.seen: dict[str, str] = {}

    def __getitem__(self, name: str) -> str:
        self.seen[name] = self._env[name]
        return self.seen[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._env)

    def __len__(self) -> int:
        return len(self._env)


def encode(env: Mapping[str, str]) -> bytes:
    """Return the settings that are set in `env`, and nothing else of it, as JSON."""
    noting = _Noting(env)
    load(noting)
    kept = {name: value for name, value in noting.seen.items() if name not in _OF_KEYS}
    return msgspec.json.encode(kept, order="sorted")


def decode(content: bytes) -> dict[str, str]:
    """Return the settings in a backup. Raises Unreadable."""
    try:
        return msgspec.json.decode(content, type=dict[str, str])
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise Unreadable("The settings in the backup can't be read. Use another backup.") from None


def differing(kept: Mapping[str, str], env: Mapping[str, str]) -> list[str]:
    """Return the names of the settings that were set differently, without those that belong to a machine."""
    return sorted(
        name for name, value in kept.items() if name not in _OF_THE_MACHINE and env.get(name) != value
    )


def write_list(kept: Mapping[str, str], names: list[str], folder: Path) -> Path:
    """Write these settings to a private file, a line each, for a person to take over."""
    path = folder / RESTORED
    lines = [f"{name}={kept[name]}" for name in names if "\n" not in kept[name]]
    write_private(path, ("\n".join(lines) + "\n").encode())
    return path
