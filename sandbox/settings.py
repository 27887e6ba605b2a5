"""Defines the settings of the sandbox."""

from dataclasses import dataclass
from pathlib import Path

CLIENT_ID = "sandbox-client.apps.googleusercontent.com"
CLIENT_SECRET = "sandbox-secret"
GRACE_MS = 1000


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings.

    `url`: the plain HTTP origin, and the issuer of ID tokens; `undo_ms`: the time for undo.
    """

    url: str
    tls_port: int
    data: Path
    app_url: str | None = None
    undo_ms: int = 5000

    @property
    def hold_ms(self) -> int:
        """Return how long a send is held back. This exceeds `undo_ms`, because the page offers Undo later."""
        return self.undo_ms + GRACE_MS if self.undo_ms else 0
