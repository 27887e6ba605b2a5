"""Defines the settings of a process, one block for each slice, and the server's own block."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from server.lib import config
from server.lib.net.ip import Network
from server.lib.parts import Parts


class Settings(Parts):
    """Holds one block for each slice that has settings: `settings[ServerSettings].port`."""

    def replaced(self, block: object) -> Settings:
        """Return these settings with `block` in place of the block of the same class."""
        return Settings(*(block if type(block) is type(old) else old for old in self))


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """The server's address, folder, database and keys. `public_url` has no trailing slash."""

    data: Path
    host: str
    port: int
    public_url: str
    database_url: str
    session_secret: str | None
    vault_key: str | None
    trusted_proxies: tuple[Network, ...]
    worker: bool
    debug: bool

    @classmethod
    def read(cls, env: config.Environment) -> ServerSettings:
        """Read the settings from the environment. Raises ConfigError."""
        data, port = data_folder(env), config.integer(env, "PORT", 8000)
        return cls(
            data=data,
            host=env.get("HOST", "127.0.0.1"),
            port=port,
            public_url=(config.text(env, "PUBLIC_URL") or f"http://127.0.0.1:{port}").rstrip("/"),
            database_url=config.text(env, "DATABASE_URL") or f"sqlite://{data / 'sightline.db'}",
            session_secret=config.text(env, "SESSION_SECRET"),
            vault_key=config.text(env, "VAULT_KEY"),
            trusted_proxies=config.networks(env, "TRUSTED_PROXIES"),
            worker=config.flag(env, "WORKER", default=True),
            debug=config.flag(env, "DEBUG"),
        )

    @property
    def secure(self) -> bool:
        """Return whether the public URL uses HTTPS; cookie names, the Secure flag and HSTS depend on this."""
        return self.public_url.startswith("https://")


def data_folder(env: config.Environment) -> Path:
    """Return the absolute path of the data folder, in which files without another setting are stored."""
    return (config.path(env, "SIGHTLINE_DATA") or Path("data")).absolute()
