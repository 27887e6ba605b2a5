"""What one running process holds: settings, keys, vault, hub. Made once, reached from requests and tasks."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from quart import current_app

from server.lib.config import Settings
from server.lib.hub import Hub
from server.lib.keys.keyfile import LiveRing
from server.lib.keys.secret_files import secret_file
from server.lib.keys.signing import KeyRing
from server.lib.keys.vault import Vault

_NAME = "SIGHTLINE_RUNTIME"


@dataclass(frozen=True, slots=True)
class Runtime:
    """One process's means. `session_key` signs cookies and CSRF tokens; it is 32 bytes and never leaves."""

    settings: Settings
    live_ring: LiveRing
    vault: Vault
    session_key: bytes
    hub: Hub = field(default_factory=Hub)

    @classmethod
    def start(cls, settings: Settings) -> Runtime:
        """Make the data folder and the secrets where they are missing."""
        settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        return cls(
            settings=settings,
            live_ring=LiveRing(settings),
            hub=_hub(settings),
            vault=Vault(_key(settings.vault_key, settings, "vault.key")),
            session_key=_key(settings.session_secret, settings, "session.key"),
        )

    @property
    def ring(self) -> KeyRing:
        """The key ring as it stands now."""
        return self.live_ring.current()


def runtime() -> Runtime:
    """The runtime of the app that serves the present request."""
    held: Runtime = current_app.config[_NAME]
    return held


def install(config: dict[str, object], held: Runtime) -> None:
    """Give an app its runtime."""
    config[_NAME] = held


def _hub(settings: Settings) -> Hub:
    if not settings.spool_url:
        return Hub()
    from server.lib.redis.hub import RedisHub  # some MB that one box alone does not need

    return RedisHub(settings.spool_url)


def _key(given: str | None, settings: Settings, name: str) -> bytes:
    """32 bytes: from the text given, which several nodes share, or else from the file made here."""
    return hashlib.sha256(given.encode()).digest() if given else secret_file(settings.data / name)
