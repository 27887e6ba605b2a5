"""Signing in with Google: who may sign in, who may not, and what is stored."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from urllib.parse import parse_qs, urlsplit

from server.accounts import people
from server.accounts.models import Account, Session
from server.google.models import OAuthFlow
from server.lib import clock
from tests.accounts.walker import Walker
from tests.google.conftest import signs_in
from tests.sandbox.driving import consent
from tests.world import World

ALICE_SUB = "100000000000000000001"


async def test_alice_signs_in_with_google(world: World) -> None:
    """Covers 1, 189."""
    browser = Walker(world)
    answer = await signs_in(browser, "alice")
    assert (answer.status, answer.place) == (303, "/")
    assert await browser.is_signed_in()
    await world.alice.refresh_from_db()
    assert world.alice.google_sub == ALICE_SUB


async def test_alice_can_begin_at_localhost_and_signs_in_at_the_public_url(world: World) -> None:
    browser, start = Walker(world), "/login/google?next=/settings"
    moved = await world.app.test_client().get(start, headers={"Host": "localhost:8000"})
    assert moved.status_code == 303
    assert moved.location.startswith(f"{world.public_url}/login/google?")
    assert (
        await signs_in(browser, "alice", moved.location.removeprefix(world.public_url))
    ).place == "/settings"


async def test_a_proxy_that_names_another_host_does_not_send_alice_in_circles(world: World) -> None:
    client, host = world.app.test_client(), {"Host": "localhost:1"}
    moved = await client.get("/login/google", headers=host)
    sent = await client.get(moved.location.removeprefix(world.public_url), headers=host)
    assert "/o/oauth2/v2/auth" in sent.location


async def test_after_signing_in_alice_reaches_the_page_that_she_asked_for(world: World) -> None:
    browser = Walker(world)
    assert (await signs_in(browser, "alice", "/login/google?next=/settings")).place == "/settings"
    other = Walker(world)
    assert (await signs_in(other, "alice", "/login/google?next=//evil.example")).place == "/"


async def test_the_sign_in_request_to_google_has_state_pkce_and_nonce_and_asks_only_who_the_person_is(
    world: World,
) -> None:
    sent = await Walker(world).get("/login/google")
    asked = {name: values[0] for name, values in parse_qs(urlsplit(sent.place).query).items()}
    assert asked["scope"].split() == ["openid", "email", "profile"]
    assert (asked["code_challenge_method"], asked["access_type"]) == ("S256", "online")
    assert len(asked["code_challenge"]) == 43
    assert len(asked["state"]) >= 22
    assert len(asked["nonce"]) >= 22
    flow = await OAuthFlow.get()
    assert flow.verifier not in sent.place
    assert asked["state"] not in {flow.state_lookup, flow.nonce}


async def test_the_cookie_of_an_authorization_request_is_closed_to_scripts_and_deleted_on_return(
    world: World,
) -> None:
    browser = Walker(world)
    sent = await browser.get("/login/google")
    cookie = next(c for c in sent.headers.getlist("Set-Cookie") if c.startswith("sightline-google="))
    assert {"HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=600"} <= set(cookie.split("; "))
    back = await browser.follow(await consent(sent.place, "alice"))
    gone = next(c for c in back.headers.getlist("Set-Cookie") if c.startswith("sightline-google="))
    assert "Max-Age=0" in gone


async def test_a_person_without_an_account_cannot_sign_in_and_learns_why(world: World) -> None:
    await Account.filter(id=world.charlie.id).delete()
    browser = Walker(world)
    answer = await signs_in(browser, "charlie")
    assert answer.status == 403
    assert "charlie@sandbox.example has no account here" in answer.text
    assert not await browser.is_signed_in()
    assert await Account.all().count() == 2


async def test_bob_signs_in_again_with_google_and_comes_back_to_set_a_password(world: World) -> None:
    browser = Walker(world)
    await signs_in(browser, "bob")
    await Session.filter(account_id=world.bob.id).update(created_at=clock.now() - timedelta(minutes=11))
    page = await browser.get("/settings")
    assert "/settings/password" not in page.forms
    [again] = re.findall(r'href="(/login/google[^"]+)"[^>]*>Sign in again to set a password', page.text)
    back = await signs_in(browser, "bob", unescape(again))
    assert back.place == "/settings#password"
    saved = await browser.submit(back.place, "/settings/password", password="eleven blue kettles")
    assert saved.place == "/settings?done=password#password"
    assert (await Walker(world).sign_in(world.bob.email, "eleven blue kettles")).status == 303


async def test_alice_still_signs_in_after_her_address_changed_at_google(world: World) -> None:
    """Identity is `sub`, not the address."""
    await Account.filter(id=world.alice.id).update(email="alice@elsewhere.example", google_sub=ALICE_SUB)
    browser = Walker(world)
    assert (await signs_in(browser, "alice")).status == 303
    assert (await Session.get()).account_id == world.alice.id


async def test_another_google_account_with_alices_address_does_not_open_her_account(world: World) -> None:
    await Account.filter(id=world.alice.id).update(google_sub="another-sub")
    browser = Walker(world)
    answer = await signs_in(browser, "alice")
    assert answer.status == 403
    assert "is linked to another Google account" in answer.text
    assert not await browser.is_signed_in()
    assert await Session.all().count() == 0


async def test_a_disabled_person_cannot_sign_in(world: World) -> None:
    await people.disable(world.bob.email)
    answer = await signs_in(Walker(world), "bob")
    assert answer.status == 403
    assert "disabled" in answer.text
    assert await Session.all().count() == 0


async def test_alice_who_cancels_at_google_returns_to_the_sign_in_page(world: World) -> None:
    browser = Walker(world)
    sent = await browser.get("/login/google?next=/settings")
    back = await browser.follow(await consent(sent.place, "alice", allow=False))
    assert back.place.startswith("/login?")
    page = await browser.get(back.place)
    assert "You cancelled at Google." in page.text
    assert page.forms["/login"].values["next"] == "/settings"


async def test_signing_in_as_bob_ends_alices_session_in_the_same_browser(world: World) -> None:
    browser = Walker(world)
    await signs_in(browser, "alice")
    await signs_in(browser, "bob")
    open_ones = await Session.filter(revoked_at=None)
    assert [session.account_id for session in open_ones] == [world.bob.id]


async def test_at_the_first_sign_in_the_browser_reports_its_time_zone(world: World) -> None:
    browser = Walker(world)
    browser.client.set_cookie("127.0.0.1", "sightline-zone", "Europe%2FParis")
    await signs_in(browser, "alice")
    await world.alice.refresh_from_db()
    assert world.alice.time_zone == "Europe/Paris"
