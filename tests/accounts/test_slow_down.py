"""Guessing passwords gets slower with every wrong guess, and the memory for limits is bounded."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from server.accounts import people, proving
from server.accounts.models import Account, Session
from server.lib import clock
from server.lib.backoff import Backoff
from tests.accounts.conftest import PASSWORD
from tests.accounts.walker import Walker
from tests.world import StillClock, World, opened_world


def test_the_first_tries_need_no_wait_and_then_the_wait_doubles_with_each_try() -> None:
    """Covers 237, 239."""
    limit, now, waits = Backoff(free=3, longest=60), 1000.0, []
    for _ in range(10):
        waits.append(limit.wait("k", now))
        now += waits[-1]
        limit.count("k", now)
    assert waits == [0, 0, 0, 1, 2, 4, 8, 16, 32, 60]


def test_an_hour_without_tries_resets_the_wait() -> None:
    limit = Backoff(free=1, longest=900, forget_after=3600)
    for moment in (0.0, 1.0, 3.0):
        limit.count("k", moment)
    assert limit.wait("k", 3.0) == 4
    limit.count("k", 4000.0)
    assert limit.wait("k", 4000.0) == 1


def test_a_limit_on_tries_remembers_no_more_keys_than_its_capacity_allows() -> None:
    """Covers S11's bounded memory."""
    limit = Backoff(free=1, longest=60, capacity=1000)
    for number in range(20_000):
        limit.count(number, 0.0)
    assert len(limit) == 1000


def test_taking_back_one_try_allows_exactly_one_more_try() -> None:
    limit = Backoff(free=3, longest=60)
    for _ in range(3):
        limit.count("k", 0.0)
    assert limit.wait("k", 0.0) == 1
    limit.take_back("k")
    assert limit.wait("k", 0.0) == 0
    limit.count("k", 0.0)
    assert limit.wait("k", 0.0) == 1


async def test_after_five_wrong_guesses_even_the_right_password_has_to_wait(
    world: World, alice: Account, still: StillClock
) -> None:
    browser = Walker(world)
    for _ in range(5):
        assert (await browser.sign_in(alice.email, "a wrong guess")).status == 403
    answer = await browser.sign_in(alice.email, PASSWORD)
    assert answer.status == 429
    assert answer.headers["Retry-After"] == "1"
    assert "Too many attempts" in answer.text
    still.passes(1.05)
    assert (await browser.sign_in(alice.email, PASSWORD)).status == 303


async def test_only_five_of_fifty_simultaneous_guesses_are_checked(
    world: World, alice: Account, still: StillClock
) -> None:
    browser = Walker(world)
    form = (await browser.get("/login")).forms["/login"].values
    guesses = ({**form, "email": alice.email, "password": f"guess {n}"} for n in range(50))
    answers = await asyncio.gather(*(browser.post("/login", guess) for guess in guesses))
    assert sorted({answer.status for answer in answers}) == [403, 429]
    assert sum(answer.status == 403 for answer in answers) == 5


async def test_charlies_guesses_do_not_lock_dora_out(tmp_path: Path, still: StillClock) -> None:
    async with opened_world(tmp_path, TRUSTED_PROXIES="127.0.0.1") as world:
        await people.add("dora@sandbox.example", "Dora", PASSWORD)
        charlie, dora = Walker(world, address="203.0.113.9"), Walker(world, address="198.51.100.1")
        for _ in range(8):
            last = await charlie.sign_in("dora@sandbox.example", "guess guess")
        assert last.status == 429
        assert (await dora.sign_in("dora@sandbox.example", PASSWORD)).status == 303


async def test_a_forged_forwarding_header_does_not_avoid_the_wait(
    world: World, alice: Account, still: StillClock
) -> None:
    """Covers S11: nobody is trusted as a proxy here."""
    statuses = [
        (await Walker(world, address=f"203.0.113.{n}").sign_in(alice.email, "guess guess")).status
        for n in range(8)
    ]
    assert statuses[5:] == [429, 429, 429]


async def test_a_browser_that_tries_many_accounts_is_slowed_down(world: World, still: StillClock) -> None:
    browser = Walker(world)
    form = (await browser.get("/login")).forms["/login"].values
    for number in range(30):
        await browser.post("/login", {**form, "email": f"p{number}@x.example", "password": "guess"})
    last = await browser.post("/login", {**form, "email": "other@x.example", "password": "guess"})
    assert last.status == 429
    assert await Session.all().count() == 0


async def test_invalid_email_addresses_share_one_limit_on_guesses(world: World, still: StillClock) -> None:
    """Otherwise each would be remembered for an hour, and an invalid address may be a megabyte long."""
    browser = Walker(world)
    form = (await browser.get("/login")).forms["/login"].values
    for number in range(6):
        last = await browser.post("/login", {**form, "email": f"{'x' * 300}{number}", "password": "guess"})
    assert last.status == 429


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("::ffff:1.2.3.4", "1.2.3.4"),
    ],
)
def test_a_limit_applies_to_one_ipv4_address_or_to_one_ipv6_network(address: str, network: str) -> None:
    assert proving.network(address) == network


def test_guesses_at_one_account_from_many_ip_addresses_are_slowed_down_together() -> None:
    guard = proving.Guard()
    waits = [guard.wait(f"203.0.113.{number}", "dora@sandbox.example", 1000.0) for number in range(60)]
    assert (waits[0], waits[-1] > 0) == (0, True)
    assert max(waits) <= 10, "nobody is locked out for long"
    assert guard.wait("203.0.113.99", "other@sandbox.example", 1000.0) == 0


async def test_a_flood_of_guesses_does_not_slow_dora_down_at_an_address_where_she_signed_in_before(
    tmp_path: Path, still: StillClock
) -> None:
    async with opened_world(tmp_path, TRUSTED_PROXIES="127.0.0.1") as world:
        await people.add("dora@sandbox.example", "Dora", PASSWORD)
        home, cafe = (Walker(world, address=f"198.51.100.{number}") for number in (1, 2))
        assert (await home.sign_in("dora@sandbox.example", PASSWORD)).status == 303
        async with world.app.app_context():
            for _ in range(60):
                proving._guard().accounts.count("dora@sandbox.example", clock.unix())
        again = Walker(world, address="198.51.100.1")
        assert (await again.sign_in("dora@sandbox.example", PASSWORD)).status == 303
        answer = await cafe.sign_in("dora@sandbox.example", PASSWORD)
        assert answer.status == 429
        assert int(answer.headers["Retry-After"]) <= 10
