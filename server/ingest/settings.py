"""Settings: where hits wait to be stored, how many are kept, and how long view time is measured."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from server.lib import config
from server.lib.settings import data_folder


@dataclass(frozen=True, slots=True)
class IngestSettings:
    """Settings of the spool, the rate limits and view times.

    Sizes are in bytes; a rate limit of 0 means no limit; `spool_url` is the Redis that several nodes share.
    """

    spool_path: Path
    spool_max_bytes: int
    spool_url: str | None
    token_events_per_minute: int
    address_events_per_minute: int
    view_time_seconds: int
    view_time_connections: int
    view_time_connections_per_address: int
    view_time_connections_per_mail: int

    @classmethod
    def read(cls, env: config.Environment) -> IngestSettings:
        """Read the settings. Raises ConfigError."""
        return cls(
            spool_path=config.path(env, "SPOOL_PATH") or data_folder(env) / "spool.db",
            spool_max_bytes=config.integer(env, "SPOOL_MAX_BYTES", 1 << 30),
            spool_url=config.redis_url(env, "SPOOL_URL"),
            token_events_per_minute=config.integer(env, "TOKEN_EVENTS_PER_MINUTE", 60),
            address_events_per_minute=config.integer(env, "ADDRESS_EVENTS_PER_MINUTE", 6000),
            view_time_seconds=config.integer(env, "VIEW_TIME_SECONDS", 300),
            view_time_connections=config.integer(env, "VIEW_TIME_CONNECTIONS", 200),
            view_time_connections_per_address=config.integer(env, "VIEW_TIME_CONNECTIONS_PER_ADDRESS", 8),
            view_time_connections_per_mail=config.integer(env, "VIEW_TIME_CONNECTIONS_PER_MAIL", 4),
        )

    @property
    def may_have_spool(self) -> bool:
        """Return whether a spool may exist: a spool file is not made before the first start."""
        return self.spool_url is not None or self.spool_path.exists()

    @property
    def measures_view_time(self) -> bool:
        """Whether this server measures view times for the accounts that want them."""
        return self.view_time_connections > 0 and self.view_time_seconds > 0
