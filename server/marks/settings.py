"""Settings: the keys that sign pixels and links."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from server.lib import config
from server.lib.settings import data_folder


@dataclass(frozen=True, slots=True)
class MarksSettings:
    """The sources of the key ring, in the ring's order: the secret, the key file, the old secrets.

    key_file.py loads the ring.
    """

    tracking_secret: str | None
    tracking_secret_old: tuple[str, ...]
    key_file: Path

    @classmethod
    def read(cls, env: config.Environment) -> MarksSettings:
        """Read the settings."""
        return cls(
            tracking_secret=config.secret(env, "TRACKING_SECRET"),
            tracking_secret_old=config.words(env, "TRACKING_SECRET_OLD"),
            key_file=data_folder(env) / "keys.json",
        )
