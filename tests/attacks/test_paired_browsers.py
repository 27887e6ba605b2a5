"""Somebody who once had Alice's password has paired a browser; what Alice does against it has to end that."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from tortoise.transactions import in_transaction

from server.accounts import passwords, people, trust
from server.accounts.models import Account, PairedBrowser, Session
from server.accounts.trust import Reason
from server.dashboard import live_feed
from server.lib import clock
from tests.accounts.walker import Walker
from tests.extension_api.paired import Extension, begin, pair, poll
from tests.faults import table
from tests.waiting import until
from tests.world import Visitor, World

OLD, NEW = "correct horse battery staple", "another of those staples"
PATHS = ("/account", "/feed", "/browsers")


async def changes_password(alice: Visitor) -> None:
    answer = await alice.post("/settings/password", {"old_password": OLD, "password": NEW, "browsers": "on"})
    assert answer.status_code == 303, await answer.get_data(as_text=True)


async def signs_out_elsewhere(alice: Visitor) -> None:
    answer = await alice.post("/settings/sessions/revocation", {"browsers": "on"})
    assert answer.status_code == 303


async def is_disabled_and_enabled(alice: Visitor) -> None:
    settings = alice.runtime.settings
    await people.add(settings, "owner@sandbox.example", "Another owner", None, people.OWNER)
    await people.disable("alice@sandbox.example")
    await people.enable("alice@sandbox.example")


WAYS = (changes_password, signs_out_elsewhere, is_disabled_and_enabled)


@pytest.fixture
async def alice(world: World) -> Visitor:
    """Alice's own browser; her account has a password."""
    await Account.filter(id=world.alice.id).update(password_hash=await passwords.hashed(OLD))
    return await world.browser_of(world.alice)


@pytest.mark.parametrize("way", WAYS)
async def test_an_intruder_is_shut_out(
    world: World, alice: Visitor, way: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The intruder has paired browsers, a pairing that was allowed a moment ago, and an open stream."""
    if (
        way is is_disabled_and_enabled
    ):  # on the console, in another process: the stream ends at its next check
        monkeypatch.setattr(live_feed, "SESSION_CHECK_EVERY", 0.0)
        monkeypatch.setattr(live_feed, "LOOK_EVERY", 0.05)
    theirs = [await pair(world, world.alice) for _ in range(table.amount(1, 20))]
    bobs = await pair(world, world.bob)
    begun = [await begin(world, address=f"192.0.2.{number}") for number in range(table.amount(2, 20))]
    intruder = await world.browser_of(world.alice)
    for each in begun:
        assert (await intruder.post(f"/pairings/{each['user_code']}/permission")).status_code == 303
    async with intruder.client.request("/live", headers={"Host": "127.0.0.1:8000"}) as stream:
        await stream.send_complete()
        assert "hello" in (await stream.receive()).decode()
        await way(alice)
        ended = await ends(stream)
        await stream.disconnect()
    answers = [(await one.get(path)).status_code for one in theirs for path in PATHS]
    accepted, given = answers.count(200), [(await poll(world, each))[0] for each in begun].count(200)
    name = way.__name__
    table.record(f"11.3 paired browser after: {name}", f"{len(answers)} requests", f"{accepted} accepted")
    table.record(f"11.3 allowed pairing after: {name}", f"{len(begun)} claims", f"{given} tokens")
    table.record(f"11.3 open stream after: {name}", "1 stream", "ended" if ended else "open")
    assert (accepted, given, ended) == (0, 0, True)
    assert (await bobs.get("/account")).status_code == 200


async def ends(stream: Any) -> bool:
    """Return whether the stream ends long before its session would be checked anyway."""
    done, _ = await asyncio.wait([stream._task], timeout=live_feed.LOOK_EVERY * 2)
    return bool(done)


@pytest.mark.parametrize(("days", "accepted"), [(89, True), (91, False)])
async def test_a_token_that_nobody_used_for_ninety_days_is_worthless(
    world: World, days: int, accepted: bool
) -> None:
    used, unused = await pair(world, world.alice), await pair(world, world.alice)
    await used.get("/account")
    long_ago = clock.now() - timedelta(days=days)
    await PairedBrowser.filter(last_seen_at=None).update(created_at=long_ago)
    await PairedBrowser.exclude(last_seen_at=None).update(last_seen_at=long_ago)
    statuses = [(await one.get("/account")).status_code for one in (used, unused)]
    table.record(f"11.3 tokens idle for {days} days", "2 requests", f"{statuses.count(200)} accepted")
    assert statuses == ([200, 200] if accepted else [401, 401])


@pytest.mark.parametrize(("days", "place"), [(13, "/settings"), (15, "/login")])
async def test_a_session_that_nobody_used_for_two_weeks_is_worthless(
    world: World, days: int, place: str
) -> None:
    alice = await world.browser_of(world.alice)
    await Session.all().update(
        last_seen_at=clock.now() - timedelta(days=days), expires_at=clock.now() + timedelta(days=9)
    )
    answer = await alice.get("/settings")
    accepted = answer.status_code == 200
    table.record(f"11.3 session idle for {days} days", "1 request", f"{int(accepted)} accepted")
    assert accepted == (place == "/settings")


async def test_a_sign_in_with_the_old_password_that_is_under_way_ends_with_it(world: World) -> None:
    old, new = await passwords.hashed(OLD), await passwords.hashed(NEW)
    inside, tries = 0, table.amount(8, 60)
    for number in range(tries):
        await Account.filter(id=world.alice.id).update(password_hash=old)
        await Session.all().delete()
        if number % 2:  # otherwise she has no session that could end
            await world.browser_of(world.alice)
        intruder = Walker(world, address=f"192.0.2.{number}")
        page = await intruder.get("/login")
        form = {**page.forms["/login"].values, "email": "alice@sandbox.example", "password": OLD}
        signing_in = asyncio.create_task(intruder.post("/login", form))
        await asyncio.sleep(0.01 * (number % 8))
        async with in_transaction():
            await Account.filter(id=world.alice.id).update(password_hash=new)
            await trust.end_trust(world.alice.id, Reason.PASSWORD_CHANGED)
        await signing_in
        inside += await intruder.is_signed_in()
    table.record("11.3 sign-ins under way at a change of password", f"{tries} sign-ins", f"{inside} inside")
    assert inside == 0


async def test_a_permission_that_is_held_back_until_the_password_has_changed_pairs_nobody(
    world: World,
) -> None:
    """The intruder sends the head of the request and holds back its body, so the session is checked early."""
    intruder, begun = await world.browser_of(world.alice), await begin(world, address="192.0.2.7")
    form = urlencode({"csrf": await intruder.csrf()}).encode()
    heads = {
        "Host": "127.0.0.1:8000",
        "Origin": "http://127.0.0.1:8000",
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": str(len(form)),
    }
    path, unseen = f"/pairings/{begun['user_code']}/permission", clock.now() - timedelta(hours=1)
    await Session.all().update(last_seen_at=unseen)
    async with intruder.client.request(path, method="POST", headers=heads) as held:
        await held.send(form[:3])
        await until(Session.filter(last_seen_at=unseen).exists, lambda unlooked: not unlooked)
        async with in_transaction():
            await trust.end_trust(world.alice.id, Reason.PASSWORD_CHANGED)
        await held.send(form[3:])
        await held.send_complete()
        await held.as_response()
    status, _ = await poll(world, begun)
    tokens = f"{int(status == 200)} tokens"
    table.record("11.3 permissions with a body that was held back", "1 permission", tokens)
    assert status != 200


async def test_alice_keeps_her_browsers_if_she_says_that_they_are_hers(world: World, alice: Visitor) -> None:
    hers: Extension = await pair(world, world.alice)
    answer = await alice.post("/settings/password", {"old_password": OLD, "password": NEW})
    assert answer.status_code == 303
    assert (await hers.get("/account")).status_code == 200
