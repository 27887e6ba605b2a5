"""The first person opens the link from the console and makes the owner's account."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from server.accounts import people
from server.accounts.invitations import set_up_link
from server.accounts.models import Account, Invitation
from server.lib import clock
from server.lib.keys.secret import lookup
from tests.accounts.conftest import PASSWORD
from tests.accounts.walker import Walker
from tests.world import World

FORM = {"name": "Alice Arnold", "email": "Alice@Sandbox.example ", "password": PASSWORD}


async def path_of_link(world: World) -> str:
    link = await set_up_link(world.public_url)
    assert link
    return urlsplit(link).path


async def test_alice_creates_the_owners_account_and_is_signed_in(empty: World) -> None:
    """Covers 178, 179, 181."""
    path, browser = await path_of_link(empty), Walker(empty)
    answer = await browser.submit(path, path, **FORM, time_zone="Europe/Paris")
    assert (answer.status, answer.place) == (303, "/")
    assert await browser.is_signed_in()
    alice = await Account.get()
    assert (alice.email, alice.name, alice.role) == ("alice@sandbox.example", "Alice Arnold", "owner")
    assert alice.time_zone == "Europe/Paris"
    assert len(alice.prefix) == 8
    assert alice.prefix.isalnum()
    assert alice.password_hash
    assert alice.password_hash.startswith("$argon2id$")


async def test_the_setup_link_can_be_used_only_once(empty: World) -> None:
    path, browser = await path_of_link(empty), Walker(empty)
    await browser.submit(path, path, **FORM)
    late = await Walker(empty).get(path)
    assert late.status == 410
    assert "already been used" in late.text


async def test_four_browsers_that_submit_the_setup_form_simultaneously_create_one_account(
    empty: World,
) -> None:
    path = await path_of_link(empty)
    browsers = [Walker(empty) for _ in range(4)]
    answers = await asyncio.gather(
        *(b.submit(path, path, **FORM | {"email": f"p{n}@sandbox.example"}) for n, b in enumerate(browsers))
    )
    assert sorted(answer.status for answer in answers) == [303, 410, 410, 410]
    assert await Account.all().count() == 1


async def test_opening_the_setup_link_does_not_use_it_up(empty: World) -> None:
    path = await path_of_link(empty)
    for _ in range(3):
        assert (await Walker(empty).get(path)).status == 200


async def test_an_expired_setup_link_is_refused(empty: World) -> None:
    path = await path_of_link(empty)
    await Invitation.all().update(expires_at=clock.now() - timedelta(seconds=1))
    late = await Walker(empty).get(path)
    assert late.status == 410
    assert "expired" in late.text


async def test_only_the_newest_setup_link_works(empty: World) -> None:
    older, newer = await path_of_link(empty), await path_of_link(empty)
    assert (await Walker(empty).get(older)).status == 410
    assert (await Walker(empty).get(newer)).status == 200


async def test_an_invented_setup_link_is_refused(empty: World) -> None:
    assert (await Walker(empty).get("/setup/made-up")).status == 410


async def test_no_setup_link_is_issued_once_there_is_an_owner(world: World) -> None:
    assert await set_up_link(world.public_url) is None


async def test_a_setup_link_issued_before_the_owner_existed_no_longer_works(empty: World) -> None:
    path, browser = await path_of_link(empty), Walker(empty)
    form = (await browser.get(path)).forms[path]
    await people.add(empty.runtime.settings, "bob@sandbox.example", "Bob", PASSWORD, "owner")
    answer = await browser.post(path, {**form.values, **FORM})
    assert answer.status == 410
    assert "already has an owner" in answer.text
    assert await Account.filter(email="alice@sandbox.example").count() == 0


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("password", "short", "Use at least 10 characters"),
        ("password", "alice@sandbox.example", "is easy to guess"),
        ("email", "not-an-address", "isn’t a valid email address"),
        ("email", "a\r\nBcc: x@y.example", "isn’t a valid email address"),
        ("name", "", "Enter your name"),
    ],
)
async def test_a_mistake_is_shown_at_its_field_and_the_other_fields_keep_their_values(
    empty: World, field: str, value: str, says: str
) -> None:
    path, browser = await path_of_link(empty), Walker(empty)
    answer = await browser.submit(path, path, **FORM | {field: value})
    assert answer.status == 422
    assert says in answer.text
    assert PASSWORD not in answer.text
    kept = answer.forms[path].values
    assert kept["name"] == (value if field == "name" else "Alice Arnold")
    assert await Account.all().count() == 0
    assert (await browser.submit(path, path, **FORM)).status == 303


async def test_while_there_is_no_owner_the_sign_in_page_says_where_the_setup_link_is(empty: World) -> None:
    browser = Walker(empty)
    front = await browser.get("/")
    assert front.place.startswith("/login")
    assert "to its console" in (await browser.get("/login")).text
    assert "to its console" in (await browser.get("/setup")).text


async def test_the_setup_page_leads_to_the_sign_in_page_once_there_is_an_owner(world: World) -> None:
    assert (await Walker(world).get("/setup")).place == "/login"
    assert "to its console" not in (await Walker(world).get("/login")).text


async def test_the_token_of_a_setup_link_is_not_stored_in_the_database(empty: World) -> None:
    token = (await path_of_link(empty)).rsplit("/", 1)[1]
    kept = await Invitation.get()
    assert token != kept.token_lookup == lookup(token)


async def test_a_visitor_without_a_setup_link_is_refused_before_the_password_is_hashed(empty: World) -> None:
    """Only two passwords are hashed at a time: hashing for every visitor would block everybody."""
    path, charlie = await path_of_link(empty), Walker(empty)
    form = (await charlie.get(path)).forms[path].values
    answer = await charlie.post("/setup/made-up", {**form, **FORM, "password": "short"})
    assert answer.status == 410
