"""What ends the trust in a person's devices ends their sessions, browsers and pairings, and says why."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from server.accounts import sessions, trust
from server.accounts.cleanup import remove_ended_sessions
from server.accounts.models import Account, PairedBrowser, Session
from server.accounts.trust import BROWSER_IDLE, SESSION_IDLE, Reason
from server.lib import clock
from tests import mmdb
from tests.accounts.conftest import PASSWORD
from tests.accounts.walker import Walker
from tests.extension_api.paired import pair
from tests.world import World, opened_world


async def test_each_end_is_stored_with_its_reason(world: World) -> None:
    await pair(world, world.alice)
    ended = await trust.end_trust(world.alice.id, Reason.PASSWORD_CHANGED)
    assert (ended.sessions, ended.browsers) == (1, 1)
    assert (await Session.get(account_id=world.alice.id)).revoked_for == "password_changed"
    assert (await PairedBrowser.get()).revoked_for == "password_changed"
    again = await trust.end_trust(world.alice.id, Reason.DISABLED)
    assert (again.sessions, again.browsers) == (0, 0)


async def test_alice_is_asked_about_her_browsers_only_if_she_has_any(world: World, alice: Account) -> None:
    desk = Walker(world)
    await desk.sign_in(alice.email, PASSWORD)
    assert "Also disconnect browsers" not in (await desk.get("/settings")).text
    await pair(world, alice)
    text = (await desk.get("/settings")).text
    assert text.count("Also disconnect browsers") == 2
    assert "Sign out everywhere else" in text


@pytest.mark.parametrize(("keeps", "words"), [(False, "your browsers are disconnected"), (True, "saved")])
async def test_alice_reads_whether_her_browsers_were_disconnected(
    world: World, alice: Account, keeps: bool, words: str
) -> None:
    desk = Walker(world)
    await desk.sign_in(alice.email, PASSWORD)
    browser = await pair(world, alice)
    form = (await desk.get("/settings")).forms["/settings/password"].values
    filled = {**form, "old_password": PASSWORD, "password": "four new words here", "browsers": "on"}
    if keeps:
        del filled["browsers"]
    answer = await desk.post("/settings/password", filled)
    assert words in (await desk.get(answer.place)).text
    assert (await browser.get("/account")).status_code == (200 if keeps else 401)


async def test_the_lists_show_address_and_place_and_when_each_device_ends(tmp_path: Path) -> None:
    mmdb.write(tmp_path / "city.mmdb", {"81.2.69.0/24": ("United Kingdom", "London")})
    async with opened_world(tmp_path, GEOIP_DATABASE_PATH=str(tmp_path / "city.mmdb")) as world:
        await pair(world, world.alice)
        alice = await world.browser_of(world.alice)
        await PairedBrowser.all().update(address="81.2.69.142")
        await Session.all().update(address="81.2.69.142")
        browsers = await (await alice.get("/browsers")).get_data(as_text=True)
        assert "81.2.69.142 (London, United Kingdom)" in browsers
        assert "If it isn’t used, it is disconnected" in browsers
        settings = await (await alice.get("/settings")).get_data(as_text=True)
        assert "81.2.69.142 (London, United Kingdom)" in settings
        assert "If it isn’t used, it ends" in settings


async def test_a_person_has_at_most_fifty_sessions_and_the_oldest_end(
    world: World, alice: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "MOST_OPEN", 2)
    first, second, third = Walker(world), Walker(world), Walker(world)
    for browser in (first, second, third):
        await browser.sign_in(alice.email, PASSWORD)
    assert [await one.is_signed_in() for one in (first, second, third)] == [False, True, True]
    assert await Session.filter(revoked_for="too_many").count() == 1


async def test_devices_that_ended_a_month_ago_are_deleted(world: World) -> None:
    for _ in range(3):
        await pair(world, world.alice)
    long_ago, month = clock.now() - timedelta(days=31), timedelta(days=31)
    revoked, idle, fresh = await PairedBrowser.all().order_by("id")
    await PairedBrowser.filter(id=revoked.id).update(revoked_at=long_ago)
    await PairedBrowser.filter(id=idle.id).update(last_seen_at=clock.now() - BROWSER_IDLE - month)
    await Session.all().update(last_seen_at=clock.now() - SESSION_IDLE - month)
    await remove_ended_sessions()
    assert [each.id for each in await PairedBrowser.all()] == [fresh.id]
    assert await Session.all().count() == 0
