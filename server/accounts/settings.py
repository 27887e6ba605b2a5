"""Settings: how much one person may store in a day."""

from __future__ import annotations

from dataclasses import dataclass

from server.lib import config


@dataclass(frozen=True, slots=True)
class AccountsSettings:
    """The daily quota of each person; 0 means no limit. Gmail itself sends 500 or 2,000 messages a day."""

    messages_per_day: int

    @classmethod
    def read(cls, env: config.Environment) -> AccountsSettings:
        """Read the settings. Raises ConfigError."""
        return cls(messages_per_day=config.integer(env, "MESSAGES_PER_DAY", 2000))
