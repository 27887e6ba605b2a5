"""Talks to Google's OAuth endpoints: consent page, token exchange and revocation (RFC 6749, 7636, 7009)."""

from __future__ import annotations

import asyncio
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

import httpx

from server.failures.codes import FailureCode
from server.google.failures import GoogleFailure
from server.google.judging import code_answers, error_body
from server.google.judging.answers import Endpoint, GoogleAnswer, judge
from server.google.judging.library_errors import explain
from server.google.settings import Google
from server.lib.failure import Failure
from server.lib.keys.secret import new_secret
from server.lib.net.ip import is_loopback
from server.lib.net.outgoing import Outgoing
from server.lib.outbox import Transient

if TYPE_CHECKING:
    from google_auth_oauthlib.flow import Flow
    from requests import Response

API = "https://www.googleapis.com/auth/"
METADATA, SEND, READONLY = f"{API}gmail.metadata", f"{API}gmail.send", f"{API}gmail.readonly"
MODIFY = f"{API}gmail.modify"  # the narrowest scope that allows putting labels on mails
SIGN_IN = ("openid", "email", "profile")
CALLBACK = "/oauth/google/callback"
_TIMEOUT = 20  # seconds for one answer
_LONGEST = 100 * 365 * 86400  # seconds; a permission that is said to last longer has no end


@dataclass(frozen=True, slots=True)
class AuthorizationRequest:
    """The random secrets of one request, which prove that an answer belongs to it."""

    state: str
    verifier: str
    nonce: str

    @classmethod
    def new(cls) -> AuthorizationRequest:
        """Create new secrets; the verifier has 86 characters (RFC 7636 allows 43 to 128)."""
        return cls(new_secret(), secrets.token_urlsafe(64), new_secret())


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens that Google gives for a code. `scopes`: those granted, which may be fewer than requested.

    `expires_in`: after how many seconds the refresh token ends, if Google says so. `clock_ahead`: by how many
    seconds our clock is ahead of Google's; None if Google's answer does not tell its time.
    """

    id_token: str
    refresh_token: str | None
    scopes: frozenset[str]
    expires_in: int | None = None
    clock_ahead: float | None = None


def consent_url(
    google: Google,
    public_url: str,
    authorization: AuthorizationRequest,
    scopes: Iterable[str],
    **parameters: str,
) -> str:
    """Return the URL of the consent page. `parameters`: Google's access_type, prompt and login_hint."""
    flow = _flow(google, public_url, authorization.verifier, list(scopes))
    url, _ = flow.authorization_url(state=authorization.state, nonce=authorization.nonce, **parameters)
    return str(url)


async def redeem(google: Google, public_url: str, verifier: str, code: str) -> Tokens | GoogleFailure:
    """Exchange a code for tokens."""
    answer = await asyncio.to_thread(_redeem, google, public_url, verifier, code)
    return read(answer) if isinstance(answer, GoogleAnswer) else answer


def read(answer: GoogleAnswer) -> Tokens | GoogleFailure:
    """Return the tokens that an answer contains, or the failure that it means."""
    found = code_answers.tokens_in(answer)
    if answer.status != 200 or code_answers.flaw_in(found):
        return judge(Endpoint.CODE, answer)
    lasts = found.get("refresh_token_expires_in")
    return Tokens(
        id_token=found["id_token"],
        refresh_token=found.get("refresh_token") or None,
        scopes=frozenset((found.get("scope") or "").split()),
        expires_in=lasts if type(lasts) is int and 0 < lasts <= _LONGEST else None,
        clock_ahead=answer.clock_ahead,
    )


async def revoke(google: Google, refresh_token: str) -> bool:
    """Revoke a grant. Return whether the grant is revoked now; False if Google is unreachable or fails."""
    try:
        async with Outgoing(5, 5, direct=google.sandbox).client() as client:
            answer = await client.post(google.revoke_url, data={"token": refresh_token})
    except httpx.HTTPError:
        return False
    if answer.status_code == 200:  # a page is not Google's answer, but that of a network on the way to it
        return "html" not in answer.headers.get("content-type", "")
    names = error_body.read(GoogleAnswer(answer.status_code, {}, answer.content)).names
    return answer.status_code == 400 and "invalid_token" in names  # there is nothing left to revoke


class _Answered(Exception):
    """Carries the answer out of the library, whose own reading fails on much of what may arrive."""

    def __init__(self, answer: Response) -> None:
        super().__init__()
        headers = {name.lower(): value for name, value in answer.headers.items()}
        self.answer = GoogleAnswer(answer.status_code, headers, answer.content)


def _redeem(google: Google, public_url: str, verifier: str, code: str) -> GoogleAnswer | GoogleFailure:
    # Imported here, as in _flow, because these libraries take eight megabytes that most processes never need.
    import requests

    from server.google.consent.session_adapter import use

    def take(answer: Response) -> None:
        raise _Answered(answer)

    # Google returns scopes in another order, and some under other names. A flow without scopes accepts that.
    flow = _flow(google, public_url, verifier, None)
    use(Outgoing(_TIMEOUT, _TIMEOUT, direct=google.sandbox), flow.oauth2session)
    flow.oauth2session.max_redirects = 0  # a redirect is an error: code and client secret are for Google only
    flow.oauth2session.register_compliance_hook("access_token_response", take)
    try:
        with flow.oauth2session:
            flow.fetch_token(code=code, timeout=_TIMEOUT)
    except _Answered as answered:
        return answered.answer
    except requests.TooManyRedirects as error:
        return _Answered(cast("Response", error.response)).answer
    except requests.Timeout as error:
        return Transient(Failure(FailureCode.SIGN_IN_BUSY, {"error": type(error).__name__}))
    except (requests.RequestException, OSError, ValueError) as error:
        return explain(error)
    raise AssertionError("the library has read the answer itself")


def _flow(google: Google, public_url: str, verifier: str, scopes: list[str] | None) -> Flow:
    from google_auth_oauthlib.flow import Flow

    _permit_plain_http(google)
    web = {
        "client_id": google.client_id,
        "client_secret": google.client_secret,
        "auth_uri": google.authorize_url,
        "token_uri": google.token_url,
    }
    return Flow.from_client_config(
        {"web": web}, scopes, redirect_uri=public_url + CALLBACK, code_verifier=verifier
    )


def _permit_plain_http(google: Google) -> None:
    # oauthlib refuses http:// unless the environment allows it. We allow it only for the sandbox on loopback.
    if google.sandbox and is_loopback(urlsplit(google.token_url).hostname or ""):
        os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"
    else:
        os.environ.pop("OAUTHLIB_INSECURE_TRANSPORT", None)
