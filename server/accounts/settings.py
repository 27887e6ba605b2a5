"""Settings of accounts: the list of breached passwords."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from server.lib import config


@dataclass(frozen=True, slots=True)
class AccountsSettings:
    """Where the list of breached passwords is (breached.py), if there is one."""

    breached_passwords: Path | None

    @classmethod
    def read(cls, env: config.Environment) -> AccountsSettings:
        """Read the settings."""
        return cls(config.path(env, "BREACHED_PASSWORDS"))
