"""People see and end their own sessions, never those of others."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from itsdangerous import TimestampSigner

from server.accounts import people
from server.accounts.cleanup import remove_ended_sessions
from server.accounts.models import Account, Invitation, Session
from server.accounts.sessions import is_fresh
from server.lib import clock
from tests.accounts.conftest import PASSWORD
from tests.accounts.walker import Walker
from tests.world import StillClock, World

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/18.0 Mobile/15E148 Safari/604.1"
)


async def test_alice_sees_where_she_is_signed_in(world: World, alice: Account) -> None:
    """Covers 188."""
    desk, phone = Walker(world, FIREFOX), Walker(world, PHONE)
    for browser in (desk, phone):
        await browser.sign_in(alice.email, PASSWORD)
    page = (await desk.get("/settings")).text
    assert "Firefox on Windows" in page
    assert "Mobile Safari on iOS" in page
    assert page.count("this browser") == 1


async def test_the_time_when_a_session_was_last_seen_advances_as_alice_browses(
    world: World, alice: Account
) -> None:
    desk, phone = Walker(world, FIREFOX), Walker(world, PHONE)
    for browser in (phone, desk):
        await browser.sign_in(alice.email, PASSWORD)
    three_hours_ago = clock.now() - timedelta(hours=3)
    await Session.all().update(last_seen_at=three_hours_ago)
    await desk.get("/settings")
    at_phone, at_desk = await Session.all().order_by("id")
    assert at_phone.last_seen_at == three_hours_ago
    assert clock.now() - at_desk.last_seen_at < timedelta(minutes=1)


async def test_alice_signs_out_her_phone_from_her_desk_computer(world: World, alice: Account) -> None:
    desk, phone = Walker(world), Walker(world)
    for browser in (desk, phone):
        await browser.sign_in(alice.email, PASSWORD)
    on_phone = await Session.all().order_by("-id").first()
    assert on_phone
    answer = await desk.submit("/settings", f"/settings/sessions/{on_phone.id}/revocation")
    assert answer.place == "/settings?done=session#sessions"
    assert not await phone.is_signed_in()
    assert await desk.is_signed_in()
    assert "Signed out in that browser" in (await desk.get(answer.place)).text


async def test_alice_signs_out_everywhere_else(world: World, alice: Account) -> None:
    browsers = [Walker(world) for _ in range(3)]
    for browser in browsers:
        await browser.sign_in(alice.email, PASSWORD)
    await browsers[0].submit("/settings", "/settings/sessions/revocation")
    assert [await browser.is_signed_in() for browser in browsers] == [True, False, False]


async def test_ending_the_current_session_leads_to_the_sign_in_page(world: World, alice: Account) -> None:
    browser = Walker(world)
    await browser.sign_in(alice.email, PASSWORD)
    here = await Session.get()
    answer = await browser.submit("/settings", f"/settings/sessions/{here.id}/revocation")
    assert answer.place == "/login"
    assert not await browser.is_signed_in()


async def test_another_persons_session_seems_not_to_exist(world: World, alice: Account) -> None:
    """Covers S6: Bob gets 404 Not Found, and Alice's session continues."""
    desk = Walker(world)
    await desk.sign_in(alice.email, PASSWORD)
    hers = await Session.get()
    bob = await world.browser_of(world.bob)
    answer = await bob.post(f"/settings/sessions/{hers.id}/revocation")
    assert answer.status_code == 404
    assert await desk.is_signed_in()
    assert (await bob.post("/settings/sessions/999/revocation")).status_code == 404
    assert (await bob.post(f"/settings/sessions/{10**30}/revocation")).status_code == 404


async def test_an_expired_session_leads_to_the_sign_in_page(world: World) -> None:
    browser = await world.browser_of(world.alice)
    assert (await browser.get("/settings")).status_code == 200
    await Session.all().update(expires_at=clock.now() - timedelta(seconds=1))
    answer = await browser.get("/settings")
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/login?next=/settings"


async def test_disabling_bob_ends_his_sessions_immediately(world: World) -> None:
    browser = await world.browser_of(world.bob)
    await people.disable(world.bob.email)
    assert (await browser.get("/settings")).status_code == 303
    await people.enable(world.bob.email)
    assert (await browser.get("/settings")).status_code == 303


async def test_an_htmx_request_without_a_session_sends_the_browser_to_the_sign_in_page(
    world: World,
) -> None:
    answer = await world.visitor().get("/settings", headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"].startswith("/login")


async def test_sessions_and_invitations_that_ended_long_ago_are_deleted(world: World, alice: Account) -> None:
    await Walker(world).sign_in(alice.email, PASSWORD)
    long_ago, now = clock.now() - timedelta(days=40), clock.now()
    fields: dict[str, Any] = {"account": alice, "created_at": long_ago, "last_seen_at": long_ago}
    await Session.create(token_lookup="over", expires_at=long_ago, **fields)
    await Session.create(token_lookup="revoked", expires_at=now, revoked_at=long_ago, **fields)
    await Invitation.create(token_lookup="link", created_at=long_ago, expires_at=long_ago)
    await remove_ended_sessions()
    assert await Session.all().count() == 1
    assert await Invitation.all().count() == 0


async def test_alice_stays_signed_in_when_the_clock_is_set_back_by_an_hour(
    world: World, alice: Account, still: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TimestampSigner, "get_timestamp", lambda _: int(still.unix()))  # quart-auth's clock
    desk = Walker(world)
    await desk.sign_in(alice.email, PASSWORD)
    still.is_set(still.at - timedelta(hours=1))
    assert await desk.is_signed_in()


async def test_a_session_from_before_the_clock_was_set_back_is_not_taken_for_a_fresh_sign_in(
    world: World, alice: Account, still: StillClock
) -> None:
    await Walker(world).sign_in(alice.email, PASSWORD)
    session = await Session.get()
    assert is_fresh(session)
    still.is_set(still.at - timedelta(hours=1))
    assert not is_fresh(session)


async def test_after_the_clock_was_set_back_alice_waits_no_longer_than_before(
    world: World, alice: Account, still: StillClock
) -> None:
    browser = Walker(world)
    for _ in range(5):
        await browser.sign_in(alice.email, "a wrong guess")
    still.is_set(still.at - timedelta(hours=1))
    assert (await browser.sign_in(alice.email, PASSWORD)).status == 429
    still.passes(1.05)
    assert (await browser.sign_in(alice.email, PASSWORD)).status == 303
