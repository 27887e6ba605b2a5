"""Alice signs in with her password and out again; Charlie guesses passwords."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from server.accounts import people
from server.accounts.models import Account, Session
from server.lib.keys.secret import lookup
from tests.accounts.conftest import PASSWORD
from tests.accounts.walker import Walker
from tests.world import World, opened_world


async def test_alice_signs_in_and_out(world: World, alice: Account) -> None:
    """Covers 178, 180, 183, 188."""
    browser = Walker(world)
    assert not await browser.is_signed_in()
    answer = await browser.sign_in(" Alice@sandbox.example", PASSWORD)
    assert (answer.status, answer.place) == (303, "/")
    assert await browser.is_signed_in()
    out = await browser.submit("/settings", "/logout")
    assert (out.status, out.place) == (303, "/login")
    assert not await browser.is_signed_in()


async def test_after_signing_in_alice_reaches_the_page_that_she_asked_for(
    world: World, alice: Account
) -> None:
    browser = Walker(world)
    sent = await browser.get("/settings?done=profile")
    assert sent.status == 303
    answer = await browser.submit(sent.place, "/login", email=alice.email, password=PASSWORD)
    assert answer.place == "/settings?done=profile"
    assert (await browser.get("/login?next=/settings")).place == "/settings"


@pytest.mark.parametrize(
    "email", ["alice@sandbox.example", "nobody@sandbox.example", "", "bob@sandbox.example"]
)
async def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(
    world: World, alice: Account, email: str
) -> None:
    answer = await Walker(world).sign_in(email, "not the password")
    assert answer.status == 403
    assert "Wrong email address or password." in answer.text
    assert "not the password" not in answer.text
    assert answer.forms["/login"].values["email"] == email
    assert await Session.all().count() == 0


async def test_only_the_right_password_reveals_that_an_account_is_disabled(
    world: World, alice: Account
) -> None:
    await people.add(world.runtime.settings, "dora@sandbox.example", "Dora", PASSWORD)
    await people.disable("dora@sandbox.example")
    right = await Walker(world).sign_in("dora@sandbox.example", PASSWORD)
    assert right.status == 403
    assert "disabled" in right.text
    assert "disabled" not in (await Walker(world).sign_in("dora@sandbox.example", "guessed")).text
    assert await Session.all().count() == 0


async def test_signing_in_again_ends_the_previous_session_and_creates_a_new_id(
    world: World, alice: Account
) -> None:
    """Covers 188: no session fixation."""
    browser = Walker(world)
    await browser.sign_in(alice.email, PASSWORD)
    page = (await browser.get("/settings")).forms["/logout"]
    first = await Session.get()
    await browser.post("/login", {**page.values, "email": alice.email, "password": PASSWORD})
    await first.refresh_from_db()
    assert first.revoked_at
    assert await Session.filter(revoked_at=None).count() == 1


async def test_a_session_id_sent_by_the_visitor_is_never_adopted(world: World, alice: Account) -> None:
    browser = Walker(world)
    auth = world.app.extensions["QUART_AUTH"][0]
    planted = auth.dump_token("planted-by-charlie", world.app)
    browser.client.set_cookie("127.0.0.1", "sightline", planted)
    await browser.sign_in(alice.email, PASSWORD)
    assert not await Session.filter(token_lookup=lookup("planted-by-charlie")).exists()
    charlie = Walker(world)
    charlie.client.set_cookie("127.0.0.1", "sightline", planted)
    assert not await charlie.is_signed_in()


async def test_the_session_cookie_is_hidden_from_scripts_and_not_sent_by_other_sites(
    world: World, alice: Account
) -> None:
    answer = await Walker(world).sign_in(alice.email, PASSWORD)
    cookie = next(c for c in answer.headers.getlist("Set-Cookie") if c.startswith("sightline="))
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert "Domain" not in cookie


async def test_over_https_the_cookie_is_bound_to_the_host(tmp_path: Path) -> None:
    google = {"GOOGLE_CLIENT_ID": "id", "GOOGLE_CLIENT_SECRET": "secret"}
    async with opened_world(tmp_path, PUBLIC_URL="https://track.example", **google) as world:
        await people.add(world.runtime.settings, "dora@sandbox.example", "Dora", PASSWORD)
        answer = await Walker(world).sign_in("dora@sandbox.example", PASSWORD)
        cookies = answer.headers.getlist("Set-Cookie")
        cookie = next(c for c in cookies if c.startswith("__Host-sightline="))
        assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
        assert "Domain" not in cookie


async def test_the_session_id_is_not_stored_in_the_database(
    world: World, alice: Account, tmp_path: Path
) -> None:
    browser = Walker(world)
    await browser.sign_in(alice.email, PASSWORD)
    auth = world.app.extensions["QUART_AUTH"][0]
    cookie = next(c.value for c in browser.client.cookie_jar or () if c.name == "sightline")
    token = auth.load_token(cookie, world.app)
    stored = b"".join(file.read_bytes() for file in tmp_path.glob("sightline.db*"))
    assert token.encode() not in stored
    assert lookup(token).encode() in stored
    assert PASSWORD.encode() not in stored


async def test_at_the_first_sign_in_the_browser_reports_its_time_zone(world: World, alice: Account) -> None:
    browser = Walker(world)
    browser.client.set_cookie("127.0.0.1", "sightline-zone", "Asia%2FTokyo")
    await browser.sign_in(alice.email, PASSWORD)
    await alice.refresh_from_db()
    assert alice.time_zone == "Asia/Tokyo"


async def test_over_https_the_browser_reports_its_time_zone_in_a_cookie_that_is_bound_to_the_host(
    tmp_path: Path,
) -> None:
    google = {"GOOGLE_CLIENT_ID": "id", "GOOGLE_CLIENT_SECRET": "secret"}
    async with opened_world(tmp_path, PUBLIC_URL="https://track.example", **google) as world:
        dora = await people.add(world.runtime.settings, "dora@sandbox.example", "Dora", PASSWORD)
        browser = Walker(world)
        browser.client.set_cookie("127.0.0.1", "__Host-sightline-zone", "Asia%2FTokyo")
        await browser.sign_in(dora.email, PASSWORD)
        await dora.refresh_from_db()
        assert dora.time_zone == "Asia/Tokyo"


async def test_an_invalid_time_zone_is_replaced_by_utc(world: World, alice: Account) -> None:
    browser = Walker(world)
    browser.client.set_cookie("127.0.0.1", "sightline-zone", "../../etc/passwd")
    await browser.sign_in(alice.email, PASSWORD)
    await alice.refresh_from_db()
    assert alice.time_zone == "UTC"


@pytest.mark.parametrize(
    "text", ["\x00", "a\x00@b.example", "x" * 5000 + "@b.example", "' OR 1=1 --", "%00", "\ufffd"]
)
async def test_nonsense_in_the_fields_counts_as_wrong_credentials(
    world: World, alice: Account, text: str
) -> None:
    """Covers S4: no input causes an error of the server."""
    assert (await Walker(world).sign_in(text, PASSWORD)).status == 403
    assert (await Walker(world).sign_in(alice.email, text * 10)).status == 403


async def test_a_very_long_password_counts_as_wrong(world: World, alice: Account) -> None:
    assert (await Walker(world).sign_in(alice.email, "\ufdfa" * 5_000)).status == 403


async def test_every_password_is_typed_into_a_field_that_hides_it_and_that_password_managers_fill(
    world: World, alice: Account
) -> None:
    browser = await world.browser_of(alice)
    texts = [
        await (await each).get_data(as_text=True)
        for each in (world.visitor().get("/login"), browser.get("/settings"))
    ]
    fields = [tag for text in texts for tag in re.findall(r"<input[^>]*password[^>]*>", text)]
    assert len(fields) == 3
    for tag in fields:
        assert 'type="password"' in tag
        assert re.search(r'autocomplete="(current|new)-password"', tag)
        assert "onpaste" not in tag
