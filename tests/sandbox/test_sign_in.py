"""Alice, Bob and Charlie sign in at the stand-in Google with Google's own client libraries."""

import asyncio
import base64
import json
from contextlib import closing
from functools import partial
from typing import Any

import httpx
import pytest
from google.auth.exceptions import RefreshError
from google.auth.transport.requests import Request
from google.oauth2 import id_token
from google_auth_oauthlib.flow import Flow

from tests.sandbox.conftest import SIGN_IN, Connect
from tests.sandbox.driving import (
    API,
    CALLBACK,
    CLIENT,
    RunningSandbox,
    answered,
    consent,
    google_flow,
)
from tests.waiting import TIMEOUT_S

METADATA, SEND = API + "gmail.metadata", API + "gmail.send"
pytestmark = pytest.mark.filterwarnings("ignore:Scope has changed")


def claims_of(flow: Flow) -> dict[str, Any]:
    middle = flow.credentials.id_token.split(".")[1]
    return dict(json.loads(base64.urlsafe_b64decode(middle + "==")))


async def redeem(sandbox: RunningSandbox, **changed: str) -> httpx.Response:
    """Redeem a fresh code of Alice without Google's client, with some values changed."""
    flow = google_flow(sandbox.url, *SIGN_IN)
    url, _ = flow.authorization_url()
    code = answered(await consent(url, "alice"))["code"]
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK, **CLIENT}
    form |= {"code_verifier": str(flow.code_verifier), **changed}
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=TIMEOUT_S) as client:
        return await client.post("/token", data=form)


async def test_alice_signs_in_and_her_id_token_is_signed_by_a_published_key(
    sandbox: RunningSandbox, connect: Connect
) -> None:
    flow = await connect("alice", nonce="n-1", state="s-1")
    claims = await asyncio.to_thread(
        id_token.verify_token,
        flow.credentials.id_token,
        Request(),
        CLIENT["client_id"],
        f"{sandbox.url}/oauth2/v1/certs",
    )
    assert claims["iss"] == sandbox.url
    assert claims["email"] == "alice@sandbox.example"
    assert claims["email_verified"] is True
    assert claims["name"] == "Alice Arnold"
    assert claims["nonce"] == "n-1"
    assert claims["exp"] - claims["iat"] == 3600
    assert claims["at_hash"]


async def test_two_people_have_two_permanent_identities(sandbox: RunningSandbox, connect: Connect) -> None:
    subs = []
    for person in ("bob", "charlie", "bob"):
        flow = await connect(person)
        subs.append(claims_of(flow)["sub"])
    assert subs[0] == subs[2] != subs[1]


async def test_the_callback_contains_state_and_issuer(sandbox: RunningSandbox) -> None:
    url, state = google_flow(sandbox.url, *SIGN_IN).authorization_url()
    values = answered(await consent(url, "alice"))
    assert (values["state"], values["iss"]) == (state, sandbox.url)


async def test_scopes_are_returned_under_googles_names(sandbox: RunningSandbox, connect: Connect) -> None:
    flow = await connect("alice", "gmail.metadata")
    wanted = {API + "userinfo.email", API + "userinfo.profile", "openid", METADATA}
    assert set(flow.credentials.granted_scopes) == wanted


async def test_bob_refuses_one_scope_and_grants_another(sandbox: RunningSandbox) -> None:
    flow = google_flow(sandbox.url, *SIGN_IN, METADATA, SEND)
    url, _ = flow.authorization_url(prompt="consent", access_type="offline")
    values = answered(await consent(url, "bob", refuse=[SEND]))
    assert METADATA in values["scope"]
    assert SEND not in values["scope"]


async def test_charlie_declines_the_request(sandbox: RunningSandbox) -> None:
    url, state = google_flow(sandbox.url, *SIGN_IN).authorization_url()
    values = answered(await consent(url, "charlie", allow=False))
    assert (values["error"], values["state"]) == ("access_denied", state)
    assert "code" not in values


async def test_alice_is_not_asked_for_consent_twice_and_gets_no_second_refresh_token(
    sandbox: RunningSandbox, connect: Connect
) -> None:
    first = await connect("alice", "gmail.metadata", prompt="")
    second = await connect("alice", "gmail.metadata", prompt="")
    assert first.credentials.refresh_token
    assert second.credentials.refresh_token is None


async def test_a_later_consent_can_extend_the_first(sandbox: RunningSandbox, connect: Connect) -> None:
    await connect("alice", "gmail.metadata")
    flow = await connect("alice", "gmail.send", include_granted_scopes="true")
    assert {METADATA, SEND} <= set(flow.credentials.granted_scopes)


async def test_a_login_hint_skips_the_account_chooser(sandbox: RunningSandbox) -> None:
    url, _ = google_flow(sandbox.url, *SIGN_IN).authorization_url(login_hint="bob@sandbox.example")
    async with httpx.AsyncClient(follow_redirects=True, timeout=TIMEOUT_S) as client:
        page = await client.get(url)
    assert "bob@sandbox.example" in page.text
    assert "Choose an account" not in page.text


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"code_verifier": "w" * 43}, "invalid_grant"),
        ({"code_verifier": ""}, "invalid_grant"),
        ({"redirect_uri": "http://127.0.0.1:2/other"}, "redirect_uri_mismatch"),
        ({"client_secret": "guessed"}, "invalid_client"),
        ({"client_id": "another"}, "invalid_client"),
        ({"code": "4/0Aguess"}, "invalid_grant"),
        ({"grant_type": "password"}, "unsupported_grant_type"),
    ],
)
async def test_a_code_is_not_redeemed_with_wrong_values(
    sandbox: RunningSandbox, changed: dict[str, str], error: str
) -> None:
    answer = await redeem(sandbox, **changed)
    assert answer.status_code in (400, 401)
    assert answer.json()["error"] == error


async def test_a_code_can_be_redeemed_only_once(sandbox: RunningSandbox) -> None:
    with closing(google_flow(sandbox.url, *SIGN_IN).oauth2session) as session:
        url, _ = session.authorization_url(f"{sandbox.url}/o/oauth2/v2/auth")
        code = answered(await consent(url, "alice"))["code"]
        redeemed = partial(session.fetch_token, f"{sandbox.url}/token", code=code, **CLIENT)
        assert (await asyncio.to_thread(redeemed))["access_token"]
        with pytest.raises(Exception, match="invalid_grant"):
            await asyncio.to_thread(redeemed)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"client_id": "another"}, "invalid_client"),
        ({"redirect_uri": "https://evil.example/cb"}, "redirect_uri_mismatch"),
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"scope": "openid https://www.googleapis.com/auth/drive"}, "invalid_scope"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
    ],
)
async def test_an_invalid_authorization_request_shows_an_error_page_of_the_sandbox(
    sandbox: RunningSandbox, changed: dict[str, str], words: str
) -> None:
    url, _ = google_flow(sandbox.url, *SIGN_IN).authorization_url()
    async with httpx.AsyncClient(timeout=TIMEOUT_S) as client:
        page = await client.get(httpx.URL(url).copy_merge_params(changed))
    assert page.status_code in (400, 401)
    assert words in page.text


async def refreshed(flow: Flow) -> Any:
    credentials = flow.credentials
    await asyncio.to_thread(credentials.refresh, Request())
    return credentials


async def test_bobs_refresh_token_gives_access_until_he_revokes_it(
    sandbox: RunningSandbox, connect: Connect
) -> None:
    flow = await connect("bob", "gmail.metadata")
    before = flow.credentials.token
    assert (await refreshed(flow)).token != before
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=TIMEOUT_S) as client:
        assert (await client.delete("/sandbox/grants/bob")).status_code == 200
    with pytest.raises(RefreshError, match="invalid_grant") as refused:
        await refreshed(flow)
    assert refused.value.retryable is False


async def test_revoking_one_token_ends_the_whole_grant(sandbox: RunningSandbox, connect: Connect) -> None:
    flow = await connect("alice", "gmail.metadata")
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=TIMEOUT_S) as client:
        assert (await client.post("/revoke", data={"token": flow.credentials.token})).status_code == 200
        assert (await client.post("/revoke", data={"token": flow.credentials.token})).status_code == 400
    with pytest.raises(RefreshError):
        await refreshed(flow)
