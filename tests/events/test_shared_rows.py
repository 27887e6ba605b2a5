"""Two processes that store hits of a new program simultaneously share its row, and nothing is lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, nullcontext
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from tortoise.backends.base.executor import EXECUTOR_CACHE

from server.events.models import Agent, Event, EventLocation, Finding, HeaderSet
from server.events.storing.store import store
from server.lib import clock
from server.lib.database.connection import connected
from server.lib.net.geoip import GeoLookup
from server.tables import MODELS
from server.verdicts.hits import Hit, new_id
from tests import mmdb
from tests.migrations import databases
from tests.world import World, opened_world

ROUNDS = 12  # in each round, both processes store hits of the same new program
HITS = 5
_SECONDS = 120


@pytest.fixture(params=["sqlite", "postgres", "mariadb"])
async def stored_in(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[tuple[World, str]]:
    """The world, and the address of its database."""
    kind = str(request.param)
    EXECUTOR_CACHE.clear()  # Tortoise would reuse the SQL of one dialect for the next
    server: AbstractContextManager[str] = (
        nullcontext(f"sqlite://{tmp_path}") if kind == "sqlite" else getattr(databases, kind)()
    )
    with server as address:
        url = f"{address}/mail.db" if kind == "sqlite" else f"{address}/mail"
        if kind != "sqlite":
            await databases.create(url)
        async with opened_world(tmp_path, DATABASE_URL=url) as world:
            yield world, url
    EXECUTOR_CACHE.clear()


@pytest.mark.timeout(300)
async def test_a_new_program_that_two_processes_store_simultaneously_has_one_row(
    stored_in: tuple[World, str], tmp_path: Path
) -> None:
    world, url = stored_in
    cities = tmp_path / "city.mmdb"
    mmdb.write(cities, {f"198.51.{number}.0/24": ("France", f"City {number}") for number in range(ROUNDS)})
    batches = [await _batches(world) for _ in range(2)]
    assert await asyncio.to_thread(_both, url, cities, batches) == [ROUNDS * HITS] * 2
    events = await Event.all()
    assert {event.id for event in events} == {hit.id for each in batches for hits in each for hit in hits}
    assert [await model.all().count() for model in (Agent, HeaderSet, EventLocation)] == [ROUNDS] * 3
    assert (
        await Finding.all().count() == len({(event.rule, str(event.evidence)) for event in events}) >= ROUNDS
    )
    for event in events:
        number = event.address.split(".")[2]
        assert (event.user_agent, event.city) == (f"Reader{number}/1.0", f"City {number}")
        assert event.headers == {"accept": f"x-{number}"}


async def _batches(world: World) -> list[list[Hit]]:
    """One batch per round for one process. The hits of each process are on a different mail."""
    mail, now = await world.sends(world.alice), int(clock.unix() * 1_000_000)
    return [
        [
            Hit(
                new_id(at), at, "open", world.alice.id, mail.id, 0, "", f"198.51.{number}.{each}",
                f"Reader{number}/1.0", "", "GET", {"accept": f"x-{number}"},
            )
            for each in range(HITS)
            for at in [now + number * 60_000_000 + each]
        ]
        for number in range(ROUNDS)
    ]  # fmt: skip


def _both(url: str, cities: Path, batches: list[list[list[Hit]]]) -> list[int]:
    # Not forked: this process has threads, and a lock that one of them holds would stay locked forever.
    context = get_context("spawn")
    together, results = context.Barrier(2), context.SimpleQueue()
    processes = [
        context.Process(target=_store, args=(url, cities, each, together, results)) for each in batches
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join(_SECONDS)
    assert [process.exitcode for process in processes] == [0, 0]
    return [results.get() for _ in processes]


def _store(url: str, cities: Path, batches: list[list[Hit]], together: Any, results: Any) -> None:
    """In a process of its own, store a batch whenever the other process does."""

    async def run() -> int:
        number = 0
        async with connected(url, MODELS):
            for hits in batches:
                await asyncio.to_thread(together.wait, _SECONDS)
                number += (await store(hits, GeoLookup(cities))).events
        return number

    try:
        results.put(asyncio.run(run()))
    except BaseException:
        together.abort()  # otherwise the other process would wait in vain
        raise
