"""Events are partitioned by month on PostgreSQL; old ones are deleted on every kind of database."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from tortoise import Tortoise
from tortoise.backends.base.executor import EXECUTOR_CACHE
from tortoise.transactions import in_transaction

from server.accounts.models import Account
from server.events.models import Event, RetiredCounts, VerdictChange
from server.events.rows import partitions
from server.events.rows.counts import recount
from server.events.rows.partitions import REST, make_ahead, months, names
from server.events.rows.retention import forget_before
from server.lib import clock
from server.lib.database import connection, sql
from server.lib.database.migrate import migrate
from server.lib.settings import ServerSettings
from server.messages.lock import locked
from server.messages.models import Message
from server.settings import load
from server.tables import MODELS
from server.verdicts.hits import new_id
from tests.events.stored import stored_event
from tests.migrations import databases


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    with databases.postgres() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgres"])
async def message(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Message]:
    """A mail in a database created by the migrations."""
    EXECUTOR_CACHE.clear()
    url = ""
    if request.param == "postgres":
        url = f"{request.getfixturevalue('postgres')}/mail{uuid4().hex[:8]}"
        await databases.create(url)
    settings = load({"SIGHTLINE_DATA": str(tmp_path), "DATABASE_URL": url})
    await migrate(settings, MODELS)
    async with connection.connected(settings[ServerSettings].database_url, MODELS):
        now = clock.now()
        alice = await Account.create(
            email="a@example.com", name="Alice", role="owner", prefix="alicexxx", created_at=now
        )
        yield await Message.create(
            id=uuid4(),
            account=alice,
            source="gmail",
            state="sent",
            listed_at=now,
            updated_at=now,
            raw_opens=3,
        )
    EXECUTOR_CACHE.clear()


async def happened(message: Message, days_ago: float) -> Event:
    at = clock.now() - timedelta(days=days_ago)
    return await stored_event(
        id=new_id(int(at.timestamp() * 1e6)), account_id=message.account_id, message_id=message.id,
        kind="open", at=at, verdict="person", score=90,
        rules_version=1, counts=True,
    )  # fmt: skip


async def test_partitions_exist_for_this_month_and_three_more_and_receive_earlier_events(
    message: Message, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now)  # no month ends meanwhile
    event = await happened(message, 0)
    await make_ahead()
    await make_ahead()
    assert await Event.all().count() == 1
    assert (await Event.get(id=event.id)).message_id == message.id
    on_postgres = sql.is_postgres(Tortoise.get_connection("default"))
    assert await partitions.is_partitioned() == on_postgres
    if not on_postgres:
        return
    wanted = [f"event_{month:%Y_%m}" for month in months(clock.now(), 4)]
    assert await names() == [*wanted, REST]
    rows = await Tortoise.get_connection("default").execute_query_dict(f"SELECT count(*) FROM {wanted[0]}")
    assert rows == [{"count": 1}]


async def test_old_events_are_deleted_and_their_counts_stay(
    message: Message, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_ago = clock.now() - timedelta(days=100)
    with monkeypatch.context() as then:
        then.setattr(clock, "now", lambda: long_ago)
        await make_ahead()  # the partitions that existed at that time
    await make_ahead()
    for days in (200, 100, 99, 1):
        event = await happened(message, days)
        await VerdictChange.create(
            event=event, at=clock.now(), was="person", was_score=90, now="you", now_score=0,
            because=["soon", {"seconds": 3.0}],
        )  # fmt: skip
    await forget_before(clock.now() - timedelta(days=60))
    [left] = await Event.all()
    assert [change.event_id for change in await VerdictChange.all()] == [left.id]
    assert (await Message.get(id=message.id)).raw_opens == 3


async def test_recounting_keeps_the_retired_counts(message: Message, monkeypatch: pytest.MonkeyPatch) -> None:
    long_ago = clock.now() - timedelta(days=100)
    with monkeypatch.context() as then:
        then.setattr(clock, "now", lambda: long_ago)
        await make_ahead()
    await make_ahead()
    await happened(message, 400)
    oldest = await happened(message, 200)
    for days in (100.5, 100, 99, 1):
        await happened(message, days)
    in_a_month = await happened(message, 99.5)
    await Event.filter(id__in=[oldest.id, in_a_month.id]).update(undone_at=clock.now())
    for _ in range(2):
        await forget_before(clock.now() - timedelta(days=60))
        known = await counted_anew(message)
        assert (known.opens, known.raw_opens) == (5, 5)
        assert known.first_open_at
        assert known.first_open_at < clock.now() - timedelta(days=399)
        assert known.last_open_at
        assert known.last_open_at > clock.now() - timedelta(days=2)
    assert sum(row.number for row in await RetiredCounts.all()) == 4


async def counted_anew(message: Message) -> Message:
    async with in_transaction() as transaction:
        known = await locked(message.id, transaction)
        assert known
        await recount(known, using=transaction)
    return await Message.get(id=message.id)


async def test_a_mail_can_be_deleted_with_its_events(message: Message) -> None:
    await make_ahead()
    await happened(message, 0)
    await message.delete()
    assert await Event.all().count() == 0


@pytest.mark.parametrize("message", ["postgres"], indirect=True)
async def test_a_month_keeps_its_partition_until_all_of_it_is_too_old(message: Message) -> None:
    async def nothing_first(db: object, name: str) -> int:
        raise AssertionError(name)

    await make_ahead()
    before = await names()
    await partitions.drop_before(clock.now(), nothing_first)
    assert await names() == before
    assert len(before) > 3
