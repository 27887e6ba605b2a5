"""Fixtures: an empty database of each kind for every test."""

from __future__ import annotations

import itertools
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from tortoise.backends.base.executor import EXECUTOR_CACHE

from server.lib.settings import Settings
from server.settings import load
from tests.migrations import databases

NUMBERS = itertools.count(1)
KINDS = ("sqlite", "postgres", "mariadb")


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """Tortoise caches SQL by connection name, and would send one dialect's SQL to another."""
    EXECUTOR_CACHE.clear()
    yield
    EXECUTOR_CACHE.clear()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    with databases.postgres() as address:
        yield address


@pytest.fixture(scope="session")
def mariadb() -> Iterator[str]:
    with databases.mariadb() as address:
        yield address


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def empty(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Awaitable[Settings]]:
    """Return a function that creates an empty database of the current kind, and returns its settings."""

    async def make() -> Settings:
        name = f"mail{next(NUMBERS)}"
        if kind == "sqlite":
            return load({"SIGHTLINE_DATA": str(tmp_path / name)})
        url = f"{request.getfixturevalue(kind)}/{name}"
        await databases.create(url)
        return load({"SIGHTLINE_DATA": str(tmp_path / name), "DATABASE_URL": url})

    return make
