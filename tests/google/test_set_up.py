"""The first person follows the set-up link with Google and needs no password."""

from __future__ import annotations

from urllib.parse import urlsplit

from server.accounts.invitations import set_up_link
from server.accounts.models import Account, Session
from tests.accounts.walker import Walker
from tests.google.conftest import signs_in
from tests.sandbox.driving import consent
from tests.world import World


async def google_path(world: World) -> str:
    link = await set_up_link(world.public_url)
    assert link
    return f"{urlsplit(link).path}/google"


async def test_alice_creates_the_owners_account_with_google(empty: World) -> None:
    """Covers 189."""
    browser = Walker(empty)
    browser.client.set_cookie("127.0.0.1", "sightline-zone", "Europe%2FParis")
    answer = await signs_in(browser, "alice", await google_path(empty))
    assert (answer.status, answer.place) == (303, "/")
    assert await browser.is_signed_in()
    alice = await Account.get()
    assert (alice.email, alice.name, alice.role) == ("alice@sandbox.example", "Alice Arnold", "owner")
    assert (alice.password_hash, alice.time_zone) == (None, "Europe/Paris")
    again = Walker(empty)
    assert (await signs_in(again, "alice")).status == 303
    assert await again.is_signed_in()


async def test_the_setup_link_is_used_up_only_when_alice_returns_from_google(empty: World) -> None:
    path = await google_path(empty)
    await Walker(empty).get(path)
    assert (await Walker(empty).get(path.removesuffix("/google"))).status == 200
    await signs_in(Walker(empty), "alice", path)
    assert (await Walker(empty).get(path)).status == 410


async def test_the_first_of_two_people_with_the_setup_link_owns_the_server(empty: World) -> None:
    path = await google_path(empty)
    alice, charlie = Walker(empty), Walker(empty)
    sent = await charlie.get(path)
    await signs_in(alice, "alice", path)
    late = await charlie.follow(await consent(sent.place, "charlie"))
    assert late.status == 410
    assert not await charlie.is_signed_in()
    assert [account.email for account in await Account.all()] == ["alice@sandbox.example"]


async def test_without_a_setup_link_google_makes_nobody_an_owner(empty: World) -> None:
    assert (await Walker(empty).get("/setup/made-up/google")).status == 410
    answer = await signs_in(Walker(empty), "charlie")
    assert answer.status == 403
    assert await Account.all().count() == 0
    assert await Session.all().count() == 0
