"""Charlie manipulates the browser's return from Google, and the server refuses it. Covers S8."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from server.accounts.models import Account, Session
from server.google.models import GmailGrant, OAuthFlow
from server.lib import clock
from tests.accounts.walker import Page, Walker
from tests.faults import table
from tests.google.conftest import connects, signs_in
from tests.sandbox.driving import RunningSandbox, consent
from tests.world import World, hold_still

Trick = Callable[[World, Walker, str], Awaitable[Page]]


def changed(callback: str, **values: str | None) -> str:
    """Return the callback's URL with changed parameters; a parameter whose value is None is left out."""
    query = {name: found[0] for name, found in parse_qs(urlsplit(callback).query).items()}
    kept = {name: value for name, value in {**query, **values}.items() if value is not None}
    return f"{callback.partition('?')[0]}?{urlencode(kept)}"


async def state_wrong(_: World, browser: Walker, callback: str) -> Page:
    return await browser.follow(changed(callback, state="A" * 27))


async def state_missing(_: World, browser: Walker, callback: str) -> Page:
    return await browser.follow(changed(callback, state=None))


async def state_empty(_: World, browser: Walker, callback: str) -> Page:
    return await browser.follow(changed(callback, state=""))


async def code_made_up(_: World, browser: Walker, callback: str) -> Page:
    return await browser.follow(changed(callback, code="4/0made-up"))


async def code_missing(_: World, browser: Walker, callback: str) -> Page:
    return await browser.follow(changed(callback, code=None))


async def another_issuer(_: World, browser: Walker, callback: str) -> Page:
    return await browser.follow(changed(callback, iss="https://accounts.evil.example"))


async def an_error_beside_the_state(_: World, browser: Walker, callback: str) -> Page:
    return await browser.follow(changed(callback, code=None, error="interaction_required"))


async def verifier_missing(_: World, browser: Walker, callback: str) -> Page:
    await OAuthFlow.all().update(verifier="")
    return await browser.follow(callback)


async def verifier_wrong(_: World, browser: Walker, callback: str) -> Page:
    await OAuthFlow.all().update(verifier="x" * 64)
    return await browser.follow(callback)


async def nonce_wrong(_: World, browser: Walker, callback: str) -> Page:
    await OAuthFlow.all().update(nonce="another")
    return await browser.follow(callback)


async def nonce_empty(_: World, browser: Walker, callback: str) -> Page:
    await OAuthFlow.all().update(nonce="")
    return await browser.follow(callback)


async def too_late(_: World, browser: Walker, callback: str) -> Page:
    await OAuthFlow.all().update(expires_at=clock.now() - timedelta(seconds=1))
    return await browser.follow(callback)


async def in_another_browser(world: World, _: Walker, callback: str) -> Page:
    return await Walker(world).follow(callback)


async def in_a_browser_on_a_trip_of_its_own(world: World, _: Walker, callback: str) -> Page:
    victim = Walker(world)
    await victim.get("/login/google")
    return await victim.follow(callback)


async def with_a_planted_cookie(world: World, _: Walker, callback: str) -> Page:
    victim = Walker(world)
    victim.client.set_cookie("127.0.0.1", "sightline-google", "planted")
    return await victim.follow(callback)


async def after_signing_in_otherwise(world: World, browser: Walker, callback: str) -> Page:
    """When the browser returns from Google, another person is signed in there."""
    auth = world.app.extensions["QUART_AUTH"][0]
    bob = await world.browser_of(world.bob)
    browser.client.set_cookie("127.0.0.1", "sightline", auth.dump_token(bob.token, world.app))
    return await browser.follow(callback)


TRICKS: list[Trick] = [
    state_wrong,
    state_missing,
    state_empty,
    code_made_up,
    code_missing,
    another_issuer,
    an_error_beside_the_state,
    verifier_missing,
    verifier_wrong,
    nonce_wrong,
    nonce_empty,
    too_late,
    in_another_browser,
    in_a_browser_on_a_trip_of_its_own,
    with_a_planted_cookie,
    after_signing_in_otherwise,
]


@pytest.mark.parametrize("trick", TRICKS, ids=lambda trick: trick.__name__)
async def test_a_manipulated_callback_signs_nobody_in(world: World, trick: Trick) -> None:
    browser = Walker(world)
    sent = await browser.get("/login/google")
    answer = await trick(world, browser, await consent(sent.place, "alice"))
    assert answer.status == 400
    assert "Start again" in answer.text
    assert not any(c.startswith("sightline=") for c in answer.headers.getlist("Set-Cookie"))
    assert await Session.filter(account_id=world.alice.id).count() == 0
    assert await Account.filter(google_sub__not_isnull=True).count() == 0
    table.tried("S8 manipulated callbacks from Google", 1)


async def test_a_callback_signs_alice_in_only_once(world: World) -> None:
    browser = Walker(world)
    sent = await browser.get("/login/google")
    callback = await consent(sent.place, "alice")
    assert (await browser.follow(callback)).status == 303
    assert (await browser.follow(callback)).status == 400
    assert await Session.all().count() == 1


async def test_a_callback_sent_ten_times_simultaneously_signs_alice_in_once(world: World) -> None:
    browser = Walker(world)
    sent = await browser.get("/login/google")
    callback = await consent(sent.place, "alice")
    answers = await asyncio.gather(*(browser.follow(callback) for _ in range(10)))
    assert sorted(answer.status for answer in answers) == [303, *[400] * 9]
    assert await Session.all().count() == 1


async def test_a_stolen_code_is_useless_in_another_browser(world: World) -> None:
    """PKCE: the code belongs to the browser that asked for it."""
    alice, charlie = Walker(world), Walker(world)
    hers = await consent((await alice.get("/login/google")).place, "alice")
    his = await consent((await charlie.get("/login/google")).place, "charlie")
    stolen = parse_qs(urlsplit(hers).query)["code"][0]
    assert (await charlie.follow(changed(his, code=stolen))).status == 400
    assert await Session.all().count() == 0


async def test_the_callback_of_a_sign_in_does_not_connect_gmail(world: World, google: RunningSandbox) -> None:
    """The server stores what an authorization request is for; the URL does not say it."""
    browser = Walker(world)
    await signs_in(browser, "alice")
    sent = await browser.get("/login/google")
    await browser.follow(await consent(sent.place, "bob"))
    assert await GmailGrant.all().count() == 0


async def test_bobs_callback_in_alices_browser_does_not_connect_his_gmail_to_her_account(
    world: World,
) -> None:
    """Charlie put Bob's cookie and callback into Alice's browser."""
    alice, bob = Walker(world), Walker(world)
    await signs_in(alice, "alice")
    await signs_in(bob, "bob")
    sent = await bob.get("/settings/gmail/connect")
    callback = await consent(sent.place, "bob")
    planted = next(c.value for c in bob.client.cookie_jar or () if c.name == "sightline-google")
    alice.client.set_cookie("127.0.0.1", "sightline-google", planted or "")
    assert (await alice.follow(callback)).status == 400
    assert await GmailGrant.all().count() == 0


async def test_connecting_gmail_fails_if_alice_began_and_bob_is_signed_in_on_return(world: World) -> None:
    browser = Walker(world)
    await signs_in(browser, "alice")
    callback = await consent((await browser.get("/settings/gmail/connect")).place, "alice")
    cookie = next(c.value for c in browser.client.cookie_jar or () if c.name == "sightline-google")
    await signs_in(browser, "bob")
    browser.client.set_cookie("127.0.0.1", "sightline-google", cookie or "")
    assert (await browser.follow(callback)).status == 400
    assert await GmailGrant.all().count() == 0


async def test_only_a_person_who_is_signed_in_can_connect_gmail(world: World) -> None:
    assert (await Walker(world).get("/settings/gmail/connect")).place.startswith("/login")
    alice = Walker(world)
    await signs_in(alice, "alice")
    assert (await connects(alice, "alice")).status == 303


async def test_starting_many_sign_ins_with_google_without_finishing_them_is_slowed_down(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Covers 239: each authorization request is a row, and any visitor may begin one."""
    hold_still(monkeypatch)
    browser = Walker(world)
    statuses = [(await browser.get("/login/google")).status for _ in range(65)]
    assert statuses[:60] == [303] * 60
    assert statuses[-1] == 429
    assert await OAuthFlow.all().count() <= 61
