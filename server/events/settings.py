"""Settings: how long events are kept, and the databases that locate IP addresses."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from server.lib import config


@dataclass(frozen=True, slots=True)
class EventsSettings:
    """How long events are kept, and where the databases that locate addresses are.

    `retention_days` 0 keeps events forever. The databases are GeoIP2 or GeoLite2, City and ASN.
    """

    retention_days: int
    geoip_path: Path | None
    geoip_asn_path: Path | None

    @classmethod
    def read(cls, env: config.Environment) -> EventsSettings:
        """Read the settings. Raises ConfigError."""
        return cls(
            retention_days=config.integer(env, "EVENT_RETENTION_DAYS", 0),
            geoip_path=config.path(env, "GEOIP_DATABASE_PATH"),
            geoip_asn_path=config.path(env, "GEOIP_ASN_DATABASE_PATH"),
        )
