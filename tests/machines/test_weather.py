"""A day's weather: whatever happens, what was answered is stored, or told as lost, and never both. Covers R4.

`WEATHER_MINUTES=60 WEATHER_SEED=7 make faults`: half of the time on SQLite, half on PostgreSQL and Redis.
"""

from __future__ import annotations

import asyncio
import os
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.faults.disk import mounted
from tests.faults.stores import UNLIMITED, Store, copies_beside, hits_in
from tests.faults.table import FULL
from tests.machines.exposed import Exposed, of_postgres, of_redis
from tests.machines.ledger import Ledger
from tests.machines.machine import Machine, waits_until
from tests.machines.moved_clock import MovedClock
from tests.machines.proxies import pgbouncer
from tests.machines.weather import Readers, Trouble, Weather
from tests.migrations.databases import create, postgres
from tests.nodes.redis_server import RedisServer, redis_server
from tests.sandbox.driving import sandbox_running
from tests.serving import free_port

MINUTES = float(os.environ.get("WEATHER_MINUTES", "60"))
SECONDS = MINUTES * 30 if FULL else 0.0  # at least, for each of the two
CHANGES = 12  # at least
PAUSE = (1.0, 15.0) if FULL else (0.3, 1.0)
SEED = int(os.environ.get("WEATHER_SEED", random.SystemRandom().randrange(10**6) if FULL else 15))
HEALED = 180.0  # seconds within which all is stored


@pytest.mark.timeout(SECONDS + 600)
def test_a_days_weather_on_sqlite(tmp_path: Path, template: Machine) -> None:
    with exposed(tmp_path, template) as machine:
        _live_through("SQLite", machine, [*machine.troubles(), *machine.of_sqlite()], machine.server.stored)


@pytest.mark.timeout(SECONDS + 600)
def test_a_days_weather_on_postgresql_and_redis(tmp_path: Path, template: Machine) -> None:
    with ExitStack() as stack:
        address = stack.enter_context(postgres())
        asyncio.run(create(f"{address}/mail"))
        database = Store("postgres", tmp_path, f"{address}/mail")
        redis = stack.enter_context(redis_server(tmp_path / "redis"))
        between, port = stack.enter_context(ExitStack()), free_port()

        def bouncer() -> str:
            between.close()
            return between.enter_context(pgbouncer(str(database.url), port=port))

        env = {"DATABASE_URL": bouncer(), "SPOOL_URL": redis.url}
        machine = stack.enter_context(exposed(tmp_path, template, env))
        troubles = [
            *machine.troubles(),
            *of_redis(redis),
            *of_postgres(urlsplit(address).port or 0, bouncer),
        ]

        def stored() -> Counter[int]:
            _emptied(machine, redis)
            return asyncio.run(database.numbers())

        _live_through("PostgreSQL and Redis", machine, troubles, stored)


@contextmanager
def exposed(folder: Path, template: Machine, env: dict[str, str] | None = None) -> Iterator[Exposed]:
    """Run a server on a small disk, with a clock that can be moved, behind nginx.

    Google's stand-in has a disk and a clock of its own, as Google has.
    """
    with mounted(folder / "disk", "64m") as disk, sandbox_running(folder / "sandbox") as google:
        clock = MovedClock(folder)
        own = {"SANDBOX_URL": google.url}
        server = Machine(disk / "data", UNLIMITED | clock.env | own | (env or {}))
        machine = Exposed(server, disk, clock)
        try:
            if env is None:  # otherwise the database is another one
                server.takes(template)
            server.start()
            machine.keys = (server.data / "keys.json").read_bytes()
            machine.restart_proxy()
            yield machine
        finally:
            machine.close()


def _live_through(
    kind: str, machine: Exposed, troubles: list[Trouble], stored: Callable[[], Counter[int]]
) -> None:
    urls = machine.server.marked(20, "https://example.com/")
    machine.pixel = urls[0]
    readers = Readers(urls, machine.server.port, machine.proxy_port)
    weather = Weather(troubles, SEED, PAUSE)

    began = time.monotonic()

    async def both() -> None:
        over = asyncio.Event()
        coming = asyncio.create_task(readers.come(over))
        try:
            await weather.blow(CHANGES, SECONDS)
        finally:
            over.set()
            await coming

    try:
        asyncio.run(both())
    finally:
        print("\n".join(weather.story))
    ledger = Ledger(f"M25 {time.monotonic() - began:.0f} s of weather on {kind}, seed {SEED}")
    ledger.asked, ledger.answered, ledger.refused = readers.asked, readers.answered, readers.refused
    machine.heal()
    machine.server.wait_until_ready()
    found = stored()
    seen = f"{sum(weather.happened.values())} troubles of {len(weather.happened)} kinds"
    ledger.close(found, machine.server.doctor().told, seen)


def _emptied(machine: Exposed, redis: RedisServer) -> None:
    """Wait until no hit waits, neither in Redis nor on the disk of the node."""

    def waiting() -> int:
        with redis.client as client:
            streams = list(client.scan_iter("*hits*", _type="stream"))
            spool = machine.server.data / "spool.db"
            return sum(int(client.xlen(each)) for each in streams) + hits_in(spool) + copies_beside(spool)

    waits_until(lambda: waiting() == 0, HEALED, "hits keep waiting")
