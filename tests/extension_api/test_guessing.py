"""Guessing a pairing code is slowed down, both on the page and without viewing the page."""

from __future__ import annotations

import asyncio

import pytest

from server.accounts.models import Pairing
from server.extension.user_code import new_user_code
from tests.extension_api.paired import begin, types_code
from tests.world import World, hold_still


async def test_guessing_pairing_codes_is_slowed_down(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    hold_still(monkeypatch)
    bob = await world.browser_of(world.bob)
    statuses = [(await bob.post("/pair", {"code": new_user_code()})).status_code for _ in range(12)]
    assert statuses[0] == 404
    assert statuses[-1] == 429
    begun = await begin(world)
    alice = await world.browser_of(world.alice)
    await types_code(alice, begun["user_code"])


@pytest.mark.parametrize("answer", ["permission", "refusal"])
async def test_guessing_pairing_codes_without_viewing_the_page_is_slowed_down(
    world: World, answer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a guessed code, Bob could pair a stranger's browser and learn about that person's mails."""
    hold_still(monkeypatch)
    bob = await world.browser_of(world.bob)
    for _ in range(12):
        guessed = await bob.post(f"/pairings/{new_user_code()}/{answer}")
    assert guessed.status_code == 429
    waiting = await begin(world)
    assert (await bob.post(f"/pairings/{waiting['user_code']}/{answer}")).status_code == 429
    assert await Pairing.filter(allowed_at=None, denied_at=None, account_id=None).count() == 1


async def test_at_most_ten_of_fifty_simultaneous_guesses_of_a_pairing_code_are_checked(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_still(monkeypatch)
    bob = await world.browser_of(world.bob)
    looks = [bob.post("/pair", {"code": new_user_code()}) for _ in range(50)]
    codes = [answer.status_code for answer in await asyncio.gather(*looks)]
    assert codes.count(404) <= 10
    charlie = await world.browser_of(world.charlie)
    answers = [charlie.post(f"/pairings/{new_user_code()}/permission") for _ in range(50)]
    codes = [answer.status_code for answer in await asyncio.gather(*answers)]
    assert codes.count(429) >= 40


@pytest.mark.parametrize("path", ["pairings", "pairings/token"])
async def test_a_body_that_no_extension_would_send_is_not_read(world: World, path: str) -> None:
    body = b'{"browser": "Chromium", "device_code": "%b"}' % (b"x" * 5000)
    headers = {"Host": "127.0.0.1:8000", "Content-Type": "application/json"}
    visitor = world.visitor().client
    answer = await visitor.post(f"/api/extension/{path}", data=body, headers=headers)
    assert answer.status_code == 413
