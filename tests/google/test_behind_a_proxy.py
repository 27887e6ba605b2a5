"""Behind a company's proxy, all that goes to Google goes through it: the API, tokens, keys, revocation."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from server.failures.codes import FailureCode
from server.google.consent import id_token, oauth
from server.google.failures import Refused, Unsure, Who
from server.google.gmail_api.gmail import Gmail
from server.google.settings import GOOGLE, Google
from server.lib.failure import Failure
from tests.certificates import new_authority
from tests.connect_proxy import ConnectProxy, connect_proxy
from tests.google.conftest import GmailOf
from tests.sandbox.driving import CLIENT, RunningSandbox, answered, consent

ORIGIN = "http://127.0.0.1:8000"
NAMES = ("gmail.googleapis.com", "oauth2.googleapis.com", "www.googleapis.com")


@pytest.fixture
async def proxy(
    google: RunningSandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[ConnectProxy]:
    """A proxy that reads along, as companies' do, behind which the sandbox answers for Google."""
    authority = new_authority(tmp_path)
    upstream = urlsplit(google.url)
    made = ConnectProxy((str(upstream.hostname), upstream.port or 0), login="alice:secret")
    made.reads_along = authority.issues(*NAMES).context()
    async with connect_proxy(made):
        monkeypatch.setenv("HTTPS_PROXY", made.url)
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.setenv("SSL_CERT_FILE", str(authority.path))
        yield made


@pytest.fixture
def real(google: RunningSandbox) -> Google:
    """Google under its real names."""
    issuers = (google.url,)
    return replace(
        GOOGLE, client_id=CLIENT["client_id"], client_secret=CLIENT["client_secret"], issuers=issuers
    )


@pytest.fixture
async def gmail(gmail_of: GmailOf, real: Google) -> Gmail:
    """Alice's Gmail under its real name, whose access token must be renewed first."""
    made = await gmail_of(send=True)
    credentials: Any = made.credentials.with_token_uri(real.token_url)
    credentials.token = None
    return replace(made, google=real, credentials=credentials, retries=0)


async def test_gmail_and_the_renewal_of_tokens_go_through_the_proxy(
    gmail: Gmail, proxy: ConnectProxy
) -> None:
    found = await gmail.profile()
    assert isinstance(found, dict)
    assert found["emailAddress"] == "alice@sandbox.example"
    assert proxy.asked == ["oauth2.googleapis.com:443", "gmail.googleapis.com:443"]


async def test_signing_in_goes_through_the_proxy(
    google: RunningSandbox, real: Google, proxy: ConnectProxy
) -> None:
    asked = oauth.AuthorizationRequest.new()
    url = oauth.consent_url(real, ORIGIN, asked, [*oauth.SIGN_IN, oauth.METADATA], access_type="offline")
    code = answered(await consent(url.replace("https://accounts.google.com", google.url), "alice"))["code"]
    tokens = await oauth.redeem(real, ORIGIN, asked.verifier, code)
    assert isinstance(tokens, oauth.Tokens)
    claims = await id_token.verify(tokens.id_token, real, asked.nonce)
    assert isinstance(claims, id_token.IdTokenClaims)
    assert claims.email == "alice@sandbox.example"
    assert tokens.refresh_token
    assert await oauth.revoke(real, tokens.refresh_token)
    assert proxy.asked == [f"{host}:443" for host in ("oauth2.googleapis.com", NAMES[2], NAMES[1])]


async def test_a_proxy_that_refuses_is_named_and_nothing_goes_past_it(
    gmail: Gmail, proxy: ConnectProxy
) -> None:
    proxy.refusal = "502 Bad Gateway"
    words = f"the proxy 127.0.0.1:{proxy.port} answers 502 Bad Gateway"
    assert await gmail.profile() == Unsure(Failure(FailureCode.GOOGLE_UNREACHABLE, {"error": words}))
    assert proxy.asked == ["oauth2.googleapis.com:443"]


async def test_a_proxy_that_is_down_is_named(
    gmail: Gmail, proxy: ConnectProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://alice:secret@127.0.0.1:1")
    words = "the proxy 127.0.0.1:1 cannot be reached"
    assert await gmail.profile() == Unsure(Failure(FailureCode.GOOGLE_UNREACHABLE, {"error": words}))


async def test_a_proxy_whose_authority_is_unknown_is_not_trusted(
    gmail: Gmail, proxy: ConnectProxy, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    monkeypatch.setenv("SSL_CERT_FILE", str(new_authority(tmp_path / "other").path))
    answer = await gmail.profile()
    assert isinstance(answer, Refused)
    assert (answer.who, answer.reason.code) == (Who.OWNER, FailureCode.CERTIFICATE_UNTRUSTED)


async def test_a_proxy_that_wants_another_password_is_for_the_owner_to_repair(
    gmail: Gmail, real: Google, proxy: ConnectProxy
) -> None:
    proxy.login = "alice:changed"
    answer = await gmail.profile()
    assert isinstance(answer, Refused)
    assert (answer.who, answer.reason.code) == (Who.OWNER, FailureCode.PROXY_REFUSES)
    assert str(answer.reason.values["error"]).startswith(f"the proxy 127.0.0.1:{proxy.port} answers 407")
    exchange = await oauth.redeem(real, ORIGIN, "x" * 43, "4/code")
    assert isinstance(exchange, Refused)
    assert exchange.reason == answer.reason


async def test_the_sandbox_is_never_behind_the_proxy(
    gmail_of: GmailOf, proxy: ConnectProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    gmail = await gmail_of()
    monkeypatch.setenv("HTTP_PROXY", proxy.url)
    assert isinstance(await gmail.profile(), dict)
    assert proxy.asked == []
