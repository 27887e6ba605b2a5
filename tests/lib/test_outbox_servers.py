"""The outbox's waiting rows on PostgreSQL and MariaDB."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any

import pytest
from tortoise import Tortoise

from server.lib import clock, outbox
from server.lib.database import connection
from server.lib.failure import other
from server.lib.outbox import Done, OutboxRow, Outcome, Permanent, Waiting, attention
from tests.lib.outbox_listeners import answers, install
from tests.migrations import databases

REFUSED = Waiting(other("the API is not enabled"), "gmail:1")


@pytest.fixture(scope="module", params=["postgres", "mariadb"])
def server(request: pytest.FixtureRequest) -> Iterator[str]:
    with getattr(databases, str(request.param))() as address:
        yield address


@pytest.fixture(autouse=True)
async def database(server: str) -> AsyncIterator[None]:
    install()
    async with (
        databases.new_database(server) as url,
        connection.connected(url, ["server.lib.outbox"]),
    ):
        await Tortoise.generate_schemas()
        yield


async def test_what_waits_is_listed_and_woken() -> None:
    answers[:] = [REFUSED, REFUSED]
    began = clock.now()
    await outbox.announce_all("rain", {"monday": {}, "tuesday": {}})
    await outbox.deliver()
    (found,) = await attention.waiting()
    assert (found.waits_for, found.number, found.error) == ("gmail:1", 2, "the API is not enabled")
    assert began <= found.since <= clock.now()
    assert await outbox.wake("gmail:1") == 2
    assert await outbox.deliver() == 2
    assert await OutboxRow.filter(done_at=None).count() == 0


async def test_a_row_that_is_woken_during_its_try_stays_due() -> None:
    tries: list[Mapping[str, Any]] = []

    async def woken(fact: Mapping[str, Any]) -> Outcome:
        tries.append(fact)
        if len(tries) == 2:
            await outbox.wake("gmail:1")
        return REFUSED if len(tries) < 3 else Done()

    outbox.install({"rain": {"listen": woken}}, {})
    await outbox.announce("rain", "monday", {})
    await outbox.deliver()
    await OutboxRow.all().update(due_at=clock.now())
    assert await outbox.deliver() == 1
    assert await outbox.deliver() == 1
    assert (await OutboxRow.get()).done_at is not None


async def test_what_failed_is_put_back() -> None:
    answers[:] = [Permanent(other("never"))]
    await outbox.announce("rain", "monday", {})
    await outbox.deliver()
    (row,) = await attention.failed(most=5)
    assert await attention.try_again([row.id]) == 1
    assert await outbox.deliver() == 1
    assert await attention.number_failed() == 0
