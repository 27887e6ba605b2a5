"""Google refuses to exchange the code, or sends back an error instead of one: who reads what, and the log."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from server.accounts.invitations import set_up_link
from server.accounts.models import Session
from server.google.models import GmailGrant
from tests.accounts.walker import Page, Walker
from tests.google.answering import InGooglesPlace, Said, in_googles_place, point, said
from tests.google.conftest import signs_in
from tests.sandbox.driving import consent
from tests.world import World

CLIENT_ID = "sandbox-client.apps.googleusercontent.com"
LATIN_1 = "<html><body>Anmeldung nötig</body></html>".encode("latin-1")
PAGE = b"<!DOCTYPE html><title>Error 502 (Server Error)!!1</title>Please try again in 30 seconds."
ASK = "Ask the owner of this server, whose log says what to check."
BUSY = "Try again in a minute."


def oauth_error(error: object, text: object = "", status: int = 400) -> Said:
    return said(status, {"error": error, "error_description": text})


OWNER = {
    "a wrong secret": (
        oauth_error("invalid_client", "The provided client secret is invalid.", 401),
        "GOOGLE_CLIENT_SECRET",
    ),
    "a client that is not there": (
        oauth_error("invalid_client", "The OAuth client was not found.", 401),
        "GOOGLE_CLIENT_ID",
    ),
    "a deleted client": (
        oauth_error("deleted_client", "The OAuth client was deleted.", 401),
        "within 30 days",
    ),
    "a disabled client": (
        oauth_error("disabled_client", "The OAuth client was disabled.", 401),
        "was disabled",
    ),
    "an unknown redirect": (oauth_error("redirect_uri_mismatch", "Bad Request"), "/oauth/google/callback"),
    "a client of another kind": (
        oauth_error("unauthorized_client", "Unauthorized", 401),
        "unauthorized_client",
    ),
    "a missing parameter": (oauth_error("invalid_request", "client_secret is missing."), "invalid_request"),
    "an organisation's client": (oauth_error("org_internal", "", 403), "Audience"),
    "no consent screen": (oauth_error("restricted_client", "", 403), "Branding"),
    "an error of tomorrow": (oauth_error("quantum_client", "Decohered."), "quantum_client"),
}
BUSY_ANSWERS = {
    "a page of 502": said(502, PAGE, Content_Type="text/html"),
    "a page of 500": said(500, PAGE, Content_Type="text/html"),
    "JSON of 503": oauth_error("invalid_grant", "Bad Request", 503),
    "408": said(408, b""),
    "429": said(429, {"error": "rate_limit_exceeded"}, Retry_After="3"),
    "an internal failure": oauth_error("internal_failure", "Backend Error"),
    "a portal in Latin-1": said(200, LATIN_1, Content_Type="text/html; charset=iso-8859-1"),
    "a portal that calls itself UTF-8": said(200, LATIN_1, Content_Type="application/json; charset=utf-8"),
    "a filter's 403": said(403, LATIN_1, Content_Type="text/html"),
    "a nested error": said(403, {"error": {"code": 403, "message": "Nested", "status": "PERMISSION_DENIED"}}),
    "a list as error": oauth_error([7]),
    "a number as error": oauth_error(7),
    "a list": said(200, [1, 2]),
    "a text": said(200, "invalid_client"),
    "null": said(200, b"null"),
    "nothing": said(200, b""),
    "nothing at 204": said(204, b""),
    "deep JSON": said(200, b"[" * 100_000),
    "JSON in UTF-16 cut in the middle": said(200, '{"a":1}'.encode("utf-16")[:-1]),
    "no tokens": said(200, {}),
    "no ID token": said(200, {"access_token": "a", "token_type": "Bearer", "scope": "openid"}),
    "an ID token that is a number": said(200, {"access_token": "a", "id_token": 7}),
    "scopes that are a number": said(200, {"id_token": "a.b.c", "scope": 7}),
    "a refresh token that is a list": said(200, {"id_token": "a.b.c", "refresh_token": ["1//x"]}),
    "a redirect": said(302, b"", Location="https://portal.example/"),
    "a broken encoding": said(200, b"not gzip", Content_Encoding="gzip"),
    "an end without an answer": Said(cut=True),
}
OVER = {
    "used twice": oauth_error("invalid_grant", "Code was already redeemed."),
    "malformed": oauth_error("invalid_grant", "Malformed auth code."),
    "too late": oauth_error("invalid_grant", "Bad Request"),
}
ADMIN = {
    "the administrator's policy": oauth_error("admin_policy_enforced", "Access is restricted by policies."),
    "a restricted account": oauth_error("access_denied", "Account restricted", 403),
}


@pytest.fixture
async def place(world: World) -> AsyncIterator[InGooglesPlace]:
    """The token endpoint of the server's Google."""
    async with in_googles_place(Said()) as made:
        point(world, token_url=f"{made.url}/token")
        yield made


@pytest.fixture
async def alice(world: World) -> Walker:
    """The owner's browser, signed in before anything fails."""
    return await signed_in(world, "alice")


async def signed_in(world: World, name: str) -> Walker:
    browser = Walker(world)
    visitor = await world.browser_of(world.people[name])
    assert visitor.token
    auth = world.app.extensions["QUART_AUTH"][0]
    browser.client.set_cookie("127.0.0.1", auth.cookie_name, auth.dump_token(visitor.token, world.app))
    return browser


async def connecting(browser: Walker) -> Page:
    """Somebody comes back from the consent page of Alice's Gmail."""
    sent = await browser.get("/settings/gmail/connect")
    return await browser.follow(await consent(sent.place, "alice"))


async def sent_back(browser: Walker, error: str, start: str = "/settings/gmail/connect", **more: str) -> Page:
    """Google sends somebody back with an error."""
    asked = parse_qs(urlsplit((await browser.get(start)).place).query)
    query = urlencode({"state": asked["state"][0], "error": error, **more})
    return await browser.get(f"/oauth/google/callback?{query}")


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the server said in its log."""
    return [
        r.getMessage()
        for r in caplog.records
        if r.name.startswith("server.google") and r.levelno >= logging.WARNING
    ]


@pytest.mark.parametrize("case", OWNER)
async def test_the_owner_reads_what_to_check_and_others_whom_to_ask(
    world: World, place: InGooglesPlace, alice: Walker, case: str, caplog: pytest.LogCaptureFixture
) -> None:
    place.answer, words = OWNER[case]
    answer = await connecting(alice)
    assert answer.status == 400
    assert words in answer.text
    [line] = lines(caplog)
    assert "owner" in line
    assert str(place.answer.status) in line
    bobs = await connecting(await signed_in(world, "bob"))
    assert words not in bobs.text.replace("/oauth/google/callback", "") or case == "an organisation's client"
    assert "the owner of this server" in bobs.text.replace("\n", " ")


async def test_a_visitor_is_told_whom_to_ask_and_the_log_says_what_to_check(
    world: World, place: InGooglesPlace, caplog: pytest.LogCaptureFixture
) -> None:
    place.answer = OWNER["a wrong secret"][0]
    answer = await signs_in(Walker(world), "alice")
    assert ASK in answer.text
    assert "GOOGLE_CLIENT_SECRET" not in answer.text
    [line] = lines(caplog)
    assert "GOOGLE_CLIENT_SECRET" in line
    assert "The provided client secret is invalid" in line


async def test_whoever_sets_the_server_up_reads_what_to_check(empty: World, place: InGooglesPlace) -> None:
    place.answer = OWNER["a wrong secret"][0]
    link = await set_up_link(empty.public_url)
    assert link
    answer = await signs_in(Walker(empty), "alice", f"{urlsplit(link).path}/google")
    assert "GOOGLE_CLIENT_SECRET" in answer.text
    assert (await Walker(empty).get(urlsplit(link).path)).status == 200


@pytest.mark.parametrize("case", BUSY_ANSWERS)
async def test_what_passes_by_itself_is_to_be_tried_again(
    world: World, place: InGooglesPlace, alice: Walker, case: str, caplog: pytest.LogCaptureFixture
) -> None:
    place.answer = BUSY_ANSWERS[case]
    answer = await connecting(alice)
    assert answer.status == 503
    assert BUSY in answer.text
    assert "{" not in answer.text.partition("<h1>")[2].partition("</main>")[0]
    [line] = lines(caplog)
    assert "nobody" in line
    assert "\n" not in line
    assert await GmailGrant.all().count() == 0


async def test_a_closed_port_is_to_be_tried_again(world: World, alice: Walker) -> None:
    async with in_googles_place(Said()) as gone:
        point(world, token_url=f"{gone.url}/token")
    answer = await connecting(alice)
    assert answer.status == 503
    assert BUSY in answer.text


@pytest.mark.parametrize("case", OVER)
async def test_a_code_that_is_over_leads_to_the_start(
    place: InGooglesPlace, alice: Walker, case: str, caplog: pytest.LogCaptureFixture
) -> None:
    place.answer = OVER[case]
    answer = await connecting(alice)
    assert answer.status == 400
    assert "Start again." in answer.text
    assert 'href="/settings/gmail/connect"' in answer.text
    assert "person" in lines(caplog)[0]


@pytest.mark.parametrize("case", ADMIN)
async def test_where_the_organisation_refuses_everyone_reads_what_its_administrator_needs(
    world: World, place: InGooglesPlace, case: str, caplog: pytest.LogCaptureFixture
) -> None:
    place.answer = ADMIN[case]
    for browser in (Walker(world), Walker(world)):
        answer = await signs_in(browser, "bob")
        assert answer.status == 400
        assert "API controls" in answer.text
        assert CLIENT_ID in answer.text
    assert "admin" in lines(caplog)[0]


async def test_the_log_has_no_secrets_no_codes_and_no_lines_of_others(
    place: InGooglesPlace, alice: Walker, caplog: pytest.LogCaptureFixture
) -> None:
    secrets = ["4/0AbCdEf-ghIJkl_mnop", "GOCSPX-1234567890abcdef", "1//0gAbCdEfGhIjKl", "ya29.a0AbCdEfGhIj"]
    place.answer = oauth_error(
        "invalid_client", f"Bad\r\nWARNING forged {' '.join(secrets)} {'long ' * 200}", 401
    )
    answer = await connecting(alice)
    [line] = lines(caplog)
    assert "Bad WARNING forged" in line
    assert len(line) < 1200
    assert not {"\r", "\n"} & set(line)
    assert [secret for secret in secrets if secret in line or secret in answer.text] == []


async def test_the_same_button_leads_back_to_what_was_wanted(place: InGooglesPlace, alice: Walker) -> None:
    place.answer = BUSY_ANSWERS["a page of 502"]
    sent = await alice.get("/settings/gmail/connect?send=yes&replies=yes")
    answer = await alice.follow(await consent(sent.place, "alice"))
    assert 'href="/settings/gmail/connect?send=yes&amp;replies=yes"' in answer.text


REDIRECTS = {
    "admin_policy_enforced": (400, "API controls"),
    "policy_enforced": (400, "Advanced Protection"),
    "org_internal": (400, "Audience"),
    "disallowed_useragent": (400, "inside another app"),
    "invalid_scope": (400, "Data Access"),
    "redirect_uri_mismatch": (400, "/oauth/google/callback"),
    "unauthorized_client": (400, "unauthorized_client"),
    "invalid_request": (400, "invalid_request"),
    "server_error": (503, BUSY),
    "temporarily_unavailable": (503, BUSY),
    "interaction_required": (400, "Start again."),
    "login_required": (400, "Start again."),
    "consent_required": (400, "Start again."),
    "": (400, "Start again."),
    "<b>\r\nforged": (400, "Start again."),
}


@pytest.mark.parametrize("error", REDIRECTS)
async def test_an_error_that_google_sends_back_is_explained_and_logged(
    alice: Walker, error: str, caplog: pytest.LogCaptureFixture
) -> None:
    status, words = REDIRECTS[error]
    answer = await sent_back(alice, error, error_description="Told\r\nby Google")
    assert answer.status == status
    assert words in answer.text
    assert "<b>" not in answer.text
    [line] = lines(caplog)
    assert "Told by Google" in line


async def test_an_error_on_the_way_back_signs_nobody_in(world: World) -> None:
    browser = Walker(world)
    answer = await sent_back(browser, "server_error", "/login/google?next=/settings")
    assert 'href="/login/google?next=/settings"' in answer.text
    assert await Session.filter(account_id=world.alice.id).count() == 0


async def test_a_page_that_is_loaded_again_says_so(alice: Walker) -> None:
    sent = await alice.get("/settings/gmail/connect")
    callback = await consent(sent.place, "alice")
    await alice.follow(callback)
    answer = await alice.follow(callback)
    assert answer.status == 400
    assert "already used" in answer.text
