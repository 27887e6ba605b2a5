"""Opens a Gmail only to look at what Google answers: nothing is noted, ended or woken by it."""

from __future__ import annotations

from google.oauth2.credentials import Credentials

from server.google.failures import GoogleFailure
from server.google.gmail_api.gmail import Gmail
from server.google.settings import Google


def gmail_to_look_at(google: Google, refresh_token: str, access_token: str | None = None) -> Gmail:
    """Return the Gmail of these tokens. Without an access token, the first request renews it."""
    credentials = Credentials(  # type: ignore[no-untyped-call] # missing in its stubs
        token=access_token,
        refresh_token=refresh_token,
        token_uri=google.token_url,
        client_id=google.client_id,
        client_secret=google.client_secret,
    )
    return Gmail(google, credentials, "", frozenset(), _Forgetful())


class _Forgetful:
    """Keeps nothing of what answers mean for a grant: each answer is judged as the first."""

    def barred(self, *, sends: bool) -> GoogleFailure | None:
        """Return None: Google may be asked."""

    async def worked(self) -> None:
        """Do nothing."""

    async def failed(self, failure: GoogleFailure, *, of_profile: bool = False) -> GoogleFailure:
        """Return the failure as it is."""
        return failure
