"""What a run of the sandbox was told."""

from dataclasses import dataclass
from pathlib import Path

CLIENT_ID = "sandbox-client.apps.googleusercontent.com"
CLIENT_SECRET = "sandbox-secret"
GRACE_MS = 1000


@dataclass(frozen=True, slots=True)
class Settings:
    """`url`: the plain HTTP origin and the issuer of ID tokens; `undo_ms`: how long a send can be undone."""

    url: str
    tls_port: int
    data: Path
    app_url: str | None = None
    undo_ms: int = 5000

    @property
    def hold_ms(self) -> int:
        """How long a send is kept back: the page's bar starts later than the server's clock."""
        return self.undo_ms + GRACE_MS if self.undo_ms else 0
