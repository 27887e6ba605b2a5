"""Settings for Google: our credentials, or the sandbox that stands in for Google."""

from __future__ import annotations

from dataclasses import dataclass, replace

from server.lib import config
from server.lib.config import ConfigError


@dataclass(frozen=True, slots=True)
class Google:
    """Google's URLs and our credentials. `sandbox` is true if the URLs are those of the sandbox."""

    client_id: str
    client_secret: str
    authorize_url: str
    token_url: str
    revoke_url: str
    certs_url: str
    issuers: tuple[str, ...]
    api_root: str
    sandbox: bool


GOOGLE = Google(
    client_id="",
    client_secret="",
    authorize_url="https://accounts.google.com/o/oauth2/v2/auth",
    token_url="https://oauth2.googleapis.com/token",
    revoke_url="https://oauth2.googleapis.com/revoke",
    certs_url="https://www.googleapis.com/oauth2/v3/certs",
    issuers=("https://accounts.google.com", "accounts.google.com"),
    api_root="https://gmail.googleapis.com",
    sandbox=False,
)


@dataclass(frozen=True, slots=True)
class GoogleSettings:
    """Settings for Google. `google` is None if there are neither credentials nor a sandbox."""

    google: Google | None
    sandbox_url: str | None

    @classmethod
    def read(cls, env: config.Environment) -> GoogleSettings:
        """Read the settings. Raises ConfigError."""
        client_id, secret = env.get("GOOGLE_CLIENT_ID", ""), env.get("GOOGLE_CLIENT_SECRET", "")
        if bool(client_id) != bool(secret):
            raise ConfigError(
                "GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET belong together. Set both or neither."
            )
        google = replace(GOOGLE, client_id=client_id, client_secret=secret) if client_id else None
        url = config.text(env, "SANDBOX_URL")
        return cls(google, url).with_sandbox(url) if url else cls(google, None)

    @property
    def wants_sandbox(self) -> bool:
        """Whether there are no credentials for Google, so the sandbox has to stand in."""
        return self.google is None or self.google.sandbox

    def with_sandbox(self, url: str) -> GoogleSettings:
        """Return the settings with the sandbox at `url` as Google; unchanged if there are credentials."""
        return GoogleSettings(_sandbox(url), url) if self.wants_sandbox else self


def _sandbox(url: str) -> Google:
    return Google(
        client_id="sandbox-client.apps.googleusercontent.com",
        client_secret="sandbox-secret",
        authorize_url=f"{url}/o/oauth2/v2/auth",
        token_url=f"{url}/token",
        revoke_url=f"{url}/revoke",
        certs_url=f"{url}/oauth2/v3/certs",
        issuers=(url,),
        api_root=url,
        sandbox=True,
    )
