"""Guessing passwords gets slower with every wrong guess, and the memory for limits is bounded."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from server.accounts import devices, people
from server.accounts.models import Account, Session
from server.accounts.proving import Attempt, Guard
from server.lib import clock
from server.lib.backoff import Backoff
from server.lib.keys.signing import SessionKey
from server.lib.net.ip import network
from tests.accounts.conftest import PASSWORD
from tests.accounts.walker import Walker
from tests.world import StillClock, World, opened_world

DORA = "dora@sandbox.example"


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
        await people.add(world.runtime.settings, "dora@sandbox.example", "Dora", PASSWORD)
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


async def test_behind_a_proxy_that_nobody_named_charlie_who_goes_on_guessing_does_not_lock_alice_out(
    world: World, alice: Account, still: StillClock
) -> None:
    """All seem to come from the proxy, 127.0.0.1 here."""
    charlie, at_work = Walker(world, address="203.0.113.9"), Walker(world, address="198.51.100.1")
    for _ in range(40):
        await charlie.sign_in(alice.email, "guess guess")
        still.passes(3)
    assert (await charlie.sign_in(alice.email, "guess guess")).status == 429
    assert (await at_work.sign_in(alice.email, PASSWORD)).status == 303


@pytest.mark.parametrize("claims", [True, False], ids=["with claims", "with some claims"])
@pytest.mark.parametrize("accounts", [1, 500])
def test_who_invents_addresses_behind_such_a_proxy_has_no_more_guesses_than_a_site(
    accounts: int, claims: bool
) -> None:
    """120 are free, five more wait for up to 16 s, and then there is one every 30 s."""
    guard, checked = Guard(), 0
    for number in range(7_200):
        claimed = f"203.{number // 60_000}.{number // 250 % 250}.{number % 250}"
        attempt = Attempt(
            "127.0.0.1",
            f"p{number % accounts}@x.example",
            None,
            claimed if claims or number % 2 else None,
        )
        checked += not guard.wait(attempt, 1000.0 + number / 2)
    assert checked <= 120 + 5 + 3600 / 30
    assert len(guard.claims) <= checked


def test_while_a_stranger_invents_addresses_behind_such_a_proxy_the_owner_waits_half_a_minute_at_most() -> (
    None
):
    """The bound of decision 047 for people who share a network."""
    guard, waits = Guard(), []
    for number in range(7_200):
        now = 1000.0 + number / 2
        guard.wait(Attempt("127.0.0.1", DORA, None, f"203.0.{number // 250}.{number % 250}"), now)
        hers = Attempt("127.0.0.1", DORA, None, "192.0.2.5")
        waits.append(guard.wait(hers, now))
        if not waits[-1]:
            guard.right(hers)
    assert max(waits) <= 30
    assert guard.wait(Attempt("127.0.0.1", DORA, "her browser", "192.0.2.5"), 5000.0) == 0


def test_invented_addresses_push_the_tries_of_nobody_else_out_of_memory() -> None:
    guard = Guard()
    guesser = Attempt("198.51.100.1", DORA)
    for second in range(40):
        guard.wait(guesser, 1000.0 + second)
    before = guard.pairs.tries(("198.51.100.1", DORA))
    for number in range(3600):
        claimed = f"203.0.{number // 250}.{number % 250}"
        guard.wait(Attempt("127.0.0.1", "other@sandbox.example", None, claimed), 1040.0 + number)
    assert guard.pairs.tries(("198.51.100.1", DORA)) == before
    assert len(guard.pairs) == 2


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
    ("address", "place"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("::ffff:1.2.3.4", "1.2.3.4"),
    ],
)
def test_a_limit_applies_to_one_ipv4_address_or_to_one_ipv6_network(address: str, place: str) -> None:
    assert network(address) == place


def test_guesses_at_one_account_from_many_ip_addresses_are_slowed_down_together() -> None:
    guard = Guard()
    waits = [guard.wait(Attempt(f"203.0.113.{number}", DORA), 1000.0) for number in range(60)]
    assert (waits[0], waits[-1] > 0) == (0, True)
    assert max(waits) <= 10, "nobody is locked out for long"
    assert guard.wait(Attempt("203.0.113.99", "other@sandbox.example"), 1000.0) == 0


def test_guesses_from_many_networks_of_one_ipv6_site_are_slowed_down_together() -> None:
    guard = Guard()
    attempts = [Attempt(f"2001:db8:7:{number:x}::1", f"p{number}@x.example") for number in range(140)]
    waits = [guard.wait(attempt, 1000.0) for attempt in attempts]
    assert (waits[100], waits[-1]) == (0, 1), "after the first refusal nothing more is counted"
    assert guard.wait(Attempt("2001:db8:8::1", DORA), 1000.0) == 0


def test_a_known_device_is_slowed_down_by_its_own_tries_only() -> None:
    guard = Guard()
    hers, strange = Attempt("203.0.113.9", DORA, "her browser"), Attempt("203.0.113.9", DORA)
    for _ in range(100):
        guard.wait(strange, 1000.0)
    assert (guard.wait(strange, 1000.0) > 0, guard.wait(hers, 1000.0)) == (True, 0)
    for _ in range(10):
        guard.wait(hers, 1000.0)
    assert guard.wait(hers, 1000.0) > 0
    assert guard.wait(Attempt("203.0.113.9", DORA, "another browser"), 1000.0) == 0


def test_a_try_whose_password_was_not_checked_does_not_count() -> None:
    guard, attempt = Guard(), Attempt("203.0.113.9", DORA)
    for _ in range(50):
        assert guard.wait(attempt, 1000.0) == 0
        guard.unchecked(attempt)


@pytest.mark.parametrize(
    ("places", "most"),
    [
        (["203.0.113.9"], 130),
        ([f"203.0.{number // 250}.{number % 250}" for number in range(1000)], 420),
        ([f"2001:db8:7:{number:x}::1" for number in range(1000)], 300),
    ],
    ids=["one address", "1,000 addresses", "1,000 networks of one site"],
)
def test_in_an_hour_an_attacker_has_a_limited_number_of_guesses_at_one_account(
    places: list[str], most: int
) -> None:
    assert guesses_in_an_hour(places) <= most


def guesses_in_an_hour(places: list[str]) -> int:
    """How many guesses at one account are checked if there is a try from some place twice a second."""
    guard, made = Guard(), 0
    for tick in range(7_200):
        made += guard.wait(Attempt(places[tick % len(places)], DORA), tick / 2) == 0
    return made


async def test_guesses_by_a_neighbour_on_the_same_address_do_not_slow_down_a_browser_known_from_before(
    tmp_path: Path, still: StillClock
) -> None:
    async with opened_world(tmp_path, TRUSTED_PROXIES="127.0.0.1") as world:
        await people.add(world.runtime.settings, DORA, "Dora", PASSWORD)
        hers, new, neighbour = (Walker(world, address="198.51.100.1") for _ in range(3))
        assert (await hers.sign_in(DORA, PASSWORD)).status == 303
        form = (await neighbour.get("/login")).forms["/login"].values
        for number in range(40):
            await neighbour.post("/login", {**form, "email": f"p{number}@x.example", "password": "guess"})
        for _ in range(10):
            last = await neighbour.post("/login", {**form, "email": DORA, "password": "guess guess"})
        assert last.status == 429
        await hers.submit("/settings", "/logout")
        assert (await hers.sign_in(DORA, PASSWORD)).status == 303
        answer = await new.sign_in(DORA, PASSWORD)
        assert (answer.status, int(answer.headers["Retry-After"]) <= 30) == (429, True)


async def test_a_device_cookie_counts_for_one_person_and_for_a_year(
    world: World, alice: Account, still: StillClock
) -> None:
    key = world.runtime[SessionKey]
    cookie = devices.issued(key, alice.email, clock.unix())
    assert devices.device_of(key, cookie, alice.email, clock.unix())
    assert devices.device_of(key, cookie, world.bob.email, clock.unix()) is None
    assert devices.device_of(key, cookie, alice.email, clock.unix() + devices.LIFETIME) is None
    for forged in ("", ".", "..", cookie[:-1], f"x{cookie}", f"{cookie}.", "é" * 50, cookie * 9):
        assert devices.device_of(key, forged, alice.email, clock.unix()) is None
