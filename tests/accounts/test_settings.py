"""A person changes their name, time zone, alerts and password."""

from __future__ import annotations

import pytest
from tortoise import connections

from server.accounts import time_zones
from server.accounts.models import Account, Session
from tests.accounts.conftest import PASSWORD
from tests.accounts.walker import Walker
from tests.world import StillClock, World

NEW = "eleven blue kettles"


@pytest.fixture
async def desk(world: World, alice: Account) -> Walker:
    browser = Walker(world)
    await browser.sign_in(alice.email, PASSWORD)
    return browser


async def test_alice_changes_her_name_time_zone_and_alerts(desk: Walker, alice: Account) -> None:
    form = (await desk.get("/settings")).forms["/settings/profile"].values
    assert "alerts_on" in form
    form.pop("alerts_on")
    answer = await desk.post(
        "/settings/profile", {**form, "name": " Alice A. ", "time_zone": "Europe/Berlin"}
    )
    assert answer.place == "/settings?done=profile#profile"
    await alice.refresh_from_db()
    assert (alice.name, alice.time_zone, alice.alerts_on) == ("Alice A.", "Europe/Berlin", False)
    page = (await desk.get("/settings?done=profile")).text
    assert "Saved" in page
    assert '<option value="Europe/Berlin" selected>' in page


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("name", "", "Use 1 to 200"),
        ("name", "x" * 201, "Use 1 to 200"),
        ("time_zone", "Mars/Olympus", "Choose a time zone"),
        ("time_zone", "../../../etc/passwd", "Choose a time zone"),
    ],
)
async def test_a_mistake_is_shown_at_its_field_and_nothing_is_saved(
    desk: Walker, alice: Account, field: str, value: str, says: str
) -> None:
    answer = await desk.submit(
        "/settings", "/settings/profile", **{"name": "Other", "time_zone": "UTC", field: value}
    )
    assert answer.status == 422
    assert says in answer.text
    assert answer.forms["/settings/profile"].values["name"] == ("Other" if field != "name" else value)
    await alice.refresh_from_db()
    assert alice.name == "Alice"


async def test_a_new_password_signs_out_every_other_browser(
    desk: Walker, world: World, alice: Account
) -> None:
    phone = Walker(world)
    await phone.sign_in(alice.email, PASSWORD)
    answer = await desk.submit("/settings", "/settings/password", old_password=PASSWORD, password=NEW)
    assert answer.place == "/settings?done=password#password"
    assert await desk.is_signed_in()
    assert not await phone.is_signed_in()
    assert (await Walker(world).sign_in(alice.email, PASSWORD)).status == 403
    assert (await Walker(world).sign_in(alice.email, NEW)).status == 303


async def test_the_password_stays_unchanged_if_the_other_sessions_cannot_be_ended(
    desk: Walker, world: World, alice: Account
) -> None:
    """If the server dies or the database fails between the two steps, Alice still has her old password."""
    phone = Walker(world)
    await phone.sign_in(alice.email, PASSWORD)
    trouble = (
        "CREATE TRIGGER trouble BEFORE UPDATE OF revoked_at ON session BEGIN SELECT RAISE(ABORT, ''); END"
    )
    await connections.get("default").execute_script(trouble)
    answer = await desk.submit("/settings", "/settings/password", old_password=PASSWORD, password=NEW)
    assert answer.status == 500
    before = alice.password_hash
    await alice.refresh_from_db()
    assert alice.password_hash == before


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("not the old one", NEW, "This isn’t your current password."),
        (PASSWORD, "short", "Use at least 10 characters"),
        (PASSWORD, "1234567890", "easy to guess"),
    ],
)
async def test_the_old_password_is_required_and_the_new_one_is_checked(
    desk: Walker, alice: Account, old: str, new: str, says: str
) -> None:
    before = alice.password_hash
    answer = await desk.submit("/settings", "/settings/password", old_password=old, password=new)
    assert answer.status == 422
    assert says in answer.text
    await alice.refresh_from_db()
    assert alice.password_hash == before


async def test_guessing_the_old_password_in_an_open_session_is_slowed_down(
    desk: Walker, still: StillClock
) -> None:
    for _ in range(10):
        await desk.submit("/settings", "/settings/password", old_password="a guess", password=NEW)
    answer = await desk.submit("/settings", "/settings/password", old_password=PASSWORD, password=NEW)
    assert answer.status == 429
    assert "Too many attempts" in answer.text


async def test_bob_who_has_no_password_sets_one(world: World) -> None:
    bob = await world.browser_of(world.bob)
    page = (await (await bob.get("/settings")).get_data()).decode()
    assert "old_password" not in page
    assert (await bob.post("/settings/password", {"password": NEW})).status_code == 303
    assert (await Walker(world).sign_in(world.bob.email, NEW)).status == 303
    assert await Session.filter(account_id=world.bob.id, revoked_at=None).count() == 2


async def test_bob_who_has_no_password_sets_none_in_a_session_that_may_not_be_his_any_more(
    world: World, still: StillClock
) -> None:
    """He opened the form in time, and sent it too late."""
    bob = await world.browser_of(world.bob)
    still.passes(9 * 60)
    assert 'name="password"' in await (await bob.get("/settings")).get_data(as_text=True)
    still.passes(60)
    answer = await bob.post("/settings/password", {"password": NEW})
    text = await answer.get_data(as_text=True)
    assert answer.status_code == 403
    assert "You have no password. Ask the owner of this server" in text  # there is no Google here
    assert 'name="password"' not in text
    await world.bob.refresh_from_db()
    assert world.bob.password_hash is None


async def test_alice_changes_her_password_in_an_old_session_because_she_knows_the_old_one(
    desk: Walker, still: StillClock
) -> None:
    still.passes(24 * 3600)
    answer = await desk.submit("/settings", "/settings/password", old_password=PASSWORD, password=NEW)
    assert answer.place == "/settings?done=password#password"


async def test_names_user_agents_and_addresses_are_shown_as_text_on_the_settings_page(
    desk: Walker, alice: Account
) -> None:
    """Covers S5 for these pages."""
    script = "<script>alert(1)</script>"
    await Account.filter(id=alice.id).update(name=script)
    await Session.all().update(user_agent=script, address="<b>")
    page = (await desk.get("/settings")).text
    assert script not in page
    assert "<b>" not in page


def test_the_list_of_time_zones_begins_with_utc_and_is_grouped_by_area() -> None:
    assert time_zones.names()[0] == "UTC"
    assert {"Europe/Paris", "America/Argentina/Buenos_Aires", "Asia/Kolkata"} <= set(time_zones.names())
    areas = dict(time_zones.by_area())
    assert ("America/Argentina/Buenos_Aires", "Argentina, Buenos Aires") in areas["America"]


@pytest.mark.parametrize("form", ["profile", "password"])
async def test_reloading_the_page_after_a_mistake_shows_the_settings(desk: Walker, form: str) -> None:
    assert (await desk.get(f"/settings/{form}")).place == f"/settings#{form}"


async def test_fields_that_a_form_does_not_have_are_ignored(world: World, alice: Account) -> None:
    """Bob cannot make himself an owner, or take another address or identity, by adding fields to a form."""
    browser = await world.browser_of(world.bob)
    more = {
        "role": "owner",
        "email": "mallory@evil.example",
        "google_sub": "1",
        "password_hash": "x",
        "id": "1",
    }
    form = {"name": "Robert", "time_zone": "UTC", "language": "", **more}
    await browser.post("/settings/profile", {**form, "disabled_at": "", "prefix": "aaaaaaaa"})
    before = world.bob
    after = await Account.get(id=before.id)
    assert after.name == "Robert"
    assert (after.role, after.email, after.prefix) == ("member", before.email, before.prefix)
    assert (after.google_sub, after.password_hash) == (None, None)
