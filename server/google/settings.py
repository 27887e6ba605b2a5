"""Settings for Google: our credentials, or the sandbox that stands in for Google."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from server.lib import config
from server.lib.config import ConfigError
from server.lib.net.hosts import host_of
from server.lib.net.ip import is_loopback

_NAMES = ("GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET")
_CLIENT_ID_END, _SECRET_START = ".apps.googleusercontent.com", "GOCSPX-"


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
    """Settings for Google. `google` is None if there are neither credentials nor a sandbox.

    `wants_sandbox`: there are no credentials, and the sandbox may stand in for Google.
    """

    google: Google | None
    sandbox_url: str | None
    wants_sandbox: bool

    @classmethod
    def read(cls, env: config.Environment) -> GoogleSettings:
        """Read the settings. Raises ConfigError."""
        client_id, secret = _credentials(env)
        google = replace(GOOGLE, client_id=client_id, client_secret=secret) if client_id else None
        url = _sandbox_url(env)
        read = cls(google, url, wants_sandbox=google is None)
        return read.with_sandbox(url) if url else read

    def with_sandbox(self, url: str) -> GoogleSettings:
        """Return the settings with the sandbox at `url` as Google; unchanged if it may not stand in."""
        return replace(self, google=_sandbox(url), sandbox_url=url) if self.wants_sandbox else self

    def without_sandbox(self) -> GoogleSettings:
        """Return the settings for an address that others can reach: Google itself, or none."""
        return replace(self, google=None, wants_sandbox=False) if self.wants_sandbox else self


def doubtful_client(google: Google) -> str | None:
    """Say in a sentence why the client ID looks wrong; None if it does not. Odd ones exist: they are used."""
    if google.client_id.endswith(_CLIENT_ID_END):
        return None
    return (
        f"GOOGLE_CLIENT_ID={google.client_id[:100]} does not look like a client ID, which ends in "
        f"{_CLIENT_ID_END}. If Google answers invalid_client, copy it again from Google Auth Platform > "
        "Clients."
    )


def _credentials(env: config.Environment) -> tuple[str, str]:
    client_id = config.text(env, "GOOGLE_CLIENT_ID") or ""
    secret = config.text(env, "GOOGLE_CLIENT_SECRET") or ""  # of letters, digits, - and _ only
    if bool(client_id) != bool(secret):
        raise ConfigError(
            "GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET belong together. Set both or neither.", *_NAMES
        )
    if client_id.startswith(_SECRET_START) or secret.endswith(_CLIENT_ID_END):
        raise ConfigError(
            "GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET are mixed up. The client ID ends in "
            f"{_CLIENT_ID_END}; the client secret usually begins with {_SECRET_START}.",
            *_NAMES,
        )
    for name, value in zip(_NAMES, (client_id, secret), strict=True):
        if not re.fullmatch("[!-~]*", value):
            raise ConfigError(
                f"{name} contains a space or a character that Google never uses. Copy it again from Google "
                "Auth Platform > Clients.",
                name,
            )
    return client_id, secret


def _sandbox_url(env: config.Environment) -> str | None:
    url = config.text(env, "SANDBOX_URL")
    if url and not is_loopback(host_of(url)):
        raise ConfigError(
            f"SANDBOX_URL={url} is not on this machine. Set it to an address such as http://127.0.0.1:9000, "
            "or leave it out to start a sandbox.",
            "SANDBOX_URL",
        )
    return url


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
