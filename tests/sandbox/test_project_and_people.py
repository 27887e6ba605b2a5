"""What owners, admins and people do at Google, and what the token endpoint says afterwards."""

import asyncio
import base64
import json
from typing import Any

import httpx
import pytest
from google.auth.exceptions import RefreshError
from google.auth.transport.requests import Request
from google.oauth2.credentials import Credentials

from tests.sandbox.conftest import SIGN_IN, Connect, GmailOf
from tests.sandbox.driving import API, CLIENT, RunningSandbox, consent, google_flow
from tests.waiting import TIMEOUT_S

pytestmark = pytest.mark.filterwarnings("ignore:Scope has changed")
DAY_S = 86_400


async def token_answer(sandbox: RunningSandbox, refresh_token: str, **changed: str) -> httpx.Response:
    """Renew without Google's client, with some values changed."""
    form = {"grant_type": "refresh_token", "refresh_token": refresh_token, **CLIENT, **changed}
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=TIMEOUT_S) as client:
        return await client.post("/token", data=form)


async def connected(connect: Connect, person: str = "alice", **asked: str) -> Credentials:
    credentials: Credentials = (await connect(person, "gmail.metadata", "gmail.send", **asked)).credentials
    return credentials


async def test_a_permission_for_an_app_in_testing_ends_after_seven_days(
    sandbox: RunningSandbox, connect: Connect
) -> None:
    await sandbox.patch("/sandbox/project", publishing="testing")
    flow = await connect("alice", "gmail.metadata")
    assert flow.oauth2session.token["refresh_token_expires_in"] == 604_799
    token = flow.credentials.refresh_token
    await sandbox.clock_moves(6 * DAY_S)
    renewed = (await token_answer(sandbox, token)).json()
    assert DAY_S - 60 < renewed["refresh_token_expires_in"] <= DAY_S
    await sandbox.clock_moves(DAY_S)
    refused = await token_answer(sandbox, token)
    assert refused.status_code == 400
    assert refused.json() == {
        "error": "invalid_grant",
        "error_description": "Token has been expired or revoked.",
    }


async def test_a_permission_to_sign_in_does_not_end_in_testing_nor_any_in_production(
    sandbox: RunningSandbox, connect: Connect
) -> None:
    produced = await connect("bob", "gmail.metadata")
    await sandbox.patch("/sandbox/project", publishing="testing")
    signed_in = await connect("alice")
    for flow in (produced, signed_in):
        assert "refresh_token_expires_in" not in flow.oauth2session.token
    await sandbox.clock_moves(8 * DAY_S)
    for flow in (produced, signed_in):
        assert (await token_answer(sandbox, flow.credentials.refresh_token)).status_code == 200


async def test_the_organisations_session_control_ends_a_permission(
    sandbox: RunningSandbox, connect: Connect
) -> None:
    first = await connected(connect)
    await sandbox.patch("/sandbox/people/alice", session_s=16 * 3600)
    assert (await token_answer(sandbox, first.refresh_token)).status_code == 200
    await sandbox.clock_moves(17 * 3600)
    refused = await token_answer(sandbox, first.refresh_token)
    assert (refused.status_code, refused.json()) == (
        400,
        {
            "error": "invalid_grant",
            "error_description": "reauth related error (invalid_rapt)",
            "error_uri": "https://support.google.com/a/answer/9368756",
            "error_subtype": "invalid_rapt",
        },
    )
    again = await connected(connect)
    assert (await token_answer(sandbox, again.refresh_token)).status_code == 200


@pytest.mark.parametrize(
    ("project", "form", "error", "words"),
    [
        ({"client": "deleted"}, {}, "deleted_client", "The OAuth client was deleted."),
        ({"client": "disabled"}, {}, "disabled_client", "The OAuth client was disabled."),
        ({"client_secret": "another"}, {}, "invalid_client", "The provided client secret is invalid."),
        (
            {},
            {"client_secret": "sandbox-secret "},
            "invalid_client",
            "The provided client secret is invalid.",
        ),
        ({}, {"client_id": "another"}, "invalid_client", "The OAuth client was not found."),
    ],
)
async def test_a_wrong_client_is_refused_until_its_owner_repairs_it(
    sandbox: RunningSandbox,
    connect: Connect,
    project: dict[str, str],
    form: dict[str, str],
    error: str,
    words: str,
) -> None:
    token = (await connected(connect)).refresh_token
    await sandbox.patch("/sandbox/project", **project)
    refused = await token_answer(sandbox, token, **form)
    assert (refused.status_code, refused.json()) == (401, {"error": error, "error_description": words})
    await sandbox.patch("/sandbox/project", client="active", client_secret="sandbox-secret")
    assert (await token_answer(sandbox, token)).status_code == 200


async def test_nobody_can_connect_to_a_deleted_client(sandbox: RunningSandbox) -> None:
    await sandbox.patch("/sandbox/project", client="deleted")
    url, _ = google_flow(sandbox.url, *SIGN_IN).authorization_url()
    async with httpx.AsyncClient(timeout=TIMEOUT_S) as client:
        page = await client.get(url)
    assert page.status_code == 401
    assert "deleted_client" in page.text


@pytest.mark.parametrize(
    ("project", "person", "status", "error"),
    [
        ({"publishing": "testing", "testers": ["bob@sandbox.example"]}, {}, 403, "access_denied"),
        ({}, {"blocked": True}, 400, "admin_policy_enforced"),
        ({}, {"account": "deleted"}, 403, "access_denied"),
    ],
)
async def test_who_may_not_use_the_app_sees_googles_page_about_it(
    sandbox: RunningSandbox, project: dict[str, Any], person: dict[str, Any], status: int, error: str
) -> None:
    await sandbox.patch("/sandbox/project", **project)
    await sandbox.patch("/sandbox/people/alice", **person)
    url, _ = google_flow(sandbox.url, *SIGN_IN).authorization_url(login_hint="alice@sandbox.example")
    async with httpx.AsyncClient(timeout=TIMEOUT_S, follow_redirects=True) as client:
        page = await client.get(url)
    assert page.status_code == status
    assert error in page.text


async def test_a_deleted_account_is_named_and_its_access_ends(
    sandbox: RunningSandbox, connect: Connect
) -> None:
    credentials = await connected(connect)
    await sandbox.patch("/sandbox/people/alice", account="deleted")
    refused = await token_answer(sandbox, credentials.refresh_token)
    assert refused.json() == {"error": "invalid_grant", "error_description": "Account has been deleted"}
    headers = {"Authorization": f"Bearer {credentials.token}"}
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=TIMEOUT_S, headers=headers) as client:
        assert (await client.get("/gmail/v1/users/me/profile")).status_code == 401


async def test_a_new_password_ends_what_reaches_gmail_but_not_the_consent(
    sandbox: RunningSandbox, connect: Connect
) -> None:
    credentials, signed_in = await connected(connect), await connect("alice")
    assert (await sandbox.post("/sandbox/passwords/alice"))["ended"] == 2
    refused = await token_answer(sandbox, credentials.refresh_token)
    assert refused.json()["error"] == "invalid_grant"
    assert (await token_answer(sandbox, signed_in.credentials.refresh_token)).status_code == 200
    again = await connect("alice", "gmail.metadata", prompt="")
    assert again.credentials.refresh_token is None  # nothing was left to consent to


async def test_a_refresh_token_that_nobody_used_for_six_months_ends(
    sandbox: RunningSandbox, connect: Connect
) -> None:
    token = (await connected(connect)).refresh_token
    for days, status in ((180, 200), (180, 200), (184, 400)):
        await sandbox.clock_moves(days * DAY_S)
        assert (await token_answer(sandbox, token)).status_code == status


async def test_of_more_than_a_hundred_refresh_tokens_the_oldest_ends(
    sandbox: RunningSandbox, connect: Connect
) -> None:
    tokens = [(await connected(connect)).refresh_token for _ in range(101)]
    statuses = [(await token_answer(sandbox, token)).status_code for token in (tokens[0], tokens[1])]
    assert statuses == [400, 200]


async def test_revoking_one_token_ends_all_of_this_person_and_none_of_another(
    sandbox: RunningSandbox, connect: Connect
) -> None:
    first, second, bobs = await connected(connect), await connected(connect), await connected(connect, "bob")
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=TIMEOUT_S) as client:
        assert (await client.post("/revoke", data={"token": first.refresh_token})).status_code == 200
    answers = [await token_answer(sandbox, one.refresh_token) for one in (first, second, bobs)]
    assert [answer.status_code for answer in answers] == [400, 400, 200]


async def test_googles_client_takes_the_session_control_for_that_of_its_own_tools(
    sandbox: RunningSandbox, connect: Connect
) -> None:
    credentials = await connected(connect)
    await sandbox.fault("/token", reason="invalid_rapt")
    with pytest.raises(RefreshError, match="Reauthentication is needed"):
        await asyncio.to_thread(credentials.refresh, Request())


async def test_it_can_be_seen_whether_a_permission_is_good(sandbox: RunningSandbox, connect: Connect) -> None:
    await connected(connect)
    shown = await sandbox.get("/sandbox/grants/alice")
    assert shown["newest_is_live"] is True
    assert API + "gmail.send" in shown["scopes"]
    await sandbox.delete("/sandbox/grants/alice")
    assert await sandbox.get("/sandbox/grants/alice") == {"scopes": [], "newest_is_live": False}


def claims(credentials: Credentials) -> dict[str, Any]:
    middle = str(credentials.id_token).split(".")[1]
    return dict(json.loads(base64.urlsafe_b64decode(middle + "==")))


async def test_a_renamed_person_keeps_their_identity_and_their_old_address_receives(
    sandbox: RunningSandbox, connect: Connect, gmail_of: GmailOf
) -> None:
    before = claims(await connected(connect))
    await sandbox.patch("/sandbox/people/alice", address="alice.stone@sandbox.example")
    after = claims(await connected(connect))
    assert after["sub"] == before["sub"]
    assert (before["email"], after["email"]) == ("alice@sandbox.example", "alice.stone@sandbox.example")
    delivered = await sandbox.post(
        "/sandbox/deliver", content=b"Subject: Hi\r\n\r\nHi", headers={"X-Rcpt-To": "alice@sandbox.example"}
    )
    assert delivered["delivered"][0]["address"] == "alice.stone@sandbox.example"
    users = await gmail_of("alice", "gmail.readonly")
    listed = await asyncio.to_thread(users.settings().sendAs().list(userId="me").execute)
    assert listed["sendAs"][0]["sendAsEmail"] == "alice.stone@sandbox.example"


async def test_both_of_gmails_domains_are_one_mailbox(
    sandbox: RunningSandbox, connect: Connect, gmail_of: GmailOf
) -> None:
    names = {"address": "alice.arnold@gmail.com", "gmail_address": "alice.arnold@googlemail.com"}
    await sandbox.patch("/sandbox/people/alice", **names)
    assert claims(await connected(connect))["email"] == "alice.arnold@gmail.com"
    users = await gmail_of("alice", "gmail.metadata")
    shown = await asyncio.to_thread(users.getProfile(userId="me").execute)
    assert shown["emailAddress"] == "alice.arnold@googlemail.com"
    for address in ("AliceArnold@googlemail.com", "alice.arnold+lists@gmail.com"):
        headers = {"X-Rcpt-To": address}
        await sandbox.post("/sandbox/deliver", content=b"Subject: Hi\r\n\r\nHi", headers=headers)
    assert len(await sandbox.mails("alice")) == 2


@pytest.mark.parametrize(
    ("path", "values", "words"),
    [
        ("/sandbox/project", {"client": "lost"}, "client must be active or deleted or disabled"),
        ("/sandbox/project", {"colour": "red"}, "may have publishing"),
        ("/sandbox/project", {"testers": "bob"}, "testers must be a list"),
        ("/sandbox/people/alice", {"address": "bob@sandbox.example"}, "belongs to somebody else"),
        ("/sandbox/people/alice", {"session_s": "long"}, "session_s must be a number"),
        ("/sandbox/people/alice", {"shoes": 43}, "shoes is unknown"),
    ],
)
async def test_a_senseless_change_is_refused_with_a_sentence(
    sandbox: RunningSandbox, path: str, values: dict[str, Any], words: str
) -> None:
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=TIMEOUT_S) as client:
        answer = await client.patch(path, json=values)
    assert answer.status_code == 400
    assert words in answer.json()["message"]


async def test_a_hint_selects_an_account_by_address_or_sub_and_select_account_asks_all_the_same(
    sandbox: RunningSandbox,
) -> None:
    flow = google_flow(sandbox.url, *SIGN_IN, API + "gmail.metadata")
    async with httpx.AsyncClient(timeout=TIMEOUT_S, follow_redirects=True) as client:
        for hint in ("bob@sandbox.example", "100000000000000000002"):
            page = await client.get(flow.authorization_url(login_hint=hint)[0])
            assert "bob@sandbox.example" in page.text
            assert "alice@sandbox.example" not in page.text
        url, _ = flow.authorization_url(login_hint="bob@sandbox.example", prompt="select_account consent")
        assert "Choose an account" in (await client.get(url)).text
    assert "code=" in await consent(url, "charlie")
