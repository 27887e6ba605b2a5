"""Settings of accounts: how much one person may store in a day, and the list of breached passwords."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from server.lib import config


@dataclass(frozen=True, slots=True)
class AccountsSettings:
    """The daily quota of each person, and where the list of breached passwords is, if there is one.

    A quota of 0 means no limit. Gmail itself sends 500 or 2,000 messages a day.
    """

    messages_per_day: int
    breached_passwords: Path | None

    @classmethod
    def read(cls, env: config.Environment) -> AccountsSettings:
        """Read the settings. Raises ConfigError."""
        return cls(
            messages_per_day=config.integer(env, "MESSAGES_PER_DAY", 2000),
            breached_passwords=config.path(env, "BREACHED_PASSWORDS"),
        )
