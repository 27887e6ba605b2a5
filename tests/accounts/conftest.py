"""Fixtures: people with passwords, and a server where nobody has an account yet."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from server.accounts import passwords
from server.accounts.models import Account
from tests.world import StillClock, World, hold_still, opened_world

PASSWORD = "seven green bottles"


@pytest.fixture(scope="session")
def password_hash() -> str:
    """The hash of Alice's password, made once because hashing is slow by design."""
    return asyncio.run(passwords.hashed(PASSWORD))


@pytest.fixture
async def alice(world: World, password_hash: str) -> Account:
    """Alice, who has a password."""
    await Account.filter(id=world.alice.id).update(password_hash=password_hash)
    world.alice.password_hash = password_hash
    return world.alice


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> StillClock:
    """No wait ends before the test moves the clock."""
    return hold_still(monkeypatch)


@pytest.fixture
async def empty(tmp_path: Path) -> AsyncIterator[World]:
    """A server on which nobody has an account yet."""
    async with opened_world(tmp_path) as made:
        await Account.all().delete()
        yield made
