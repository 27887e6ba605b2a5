"""The loop of the digest: how long it rests, what wakes it, what it retries, and when it abandons a hit."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from uuid import UUID

import pytest

from server.events.models import Event
from server.events.storing import digest as digesting
from server.events.storing.digest import Away
from server.events.storing.store import store
from server.ingest.overflow import encode as encode_overflow
from server.ingest.records import Content
from server.ingest.spool import Spool
from server.ingest.view_time import encode as encode_view_time
from server.lib import metrics
from server.lib.filelock import FileLock
from server.messages.models import Message
from server.verdicts.hits import Hit, encode
from tests.events.test_digest import hit_on, spooled
from tests.ingest.test_overflow import made
from tests.ingest.test_view_time import a_view_time
from tests.pipeline import Pipeline


async def rests(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch, outcomes: Sequence[float | Exception]
) -> list[tuple[float, bool]]:
    """How long the digest rests after each of these outcomes of a batch, and whether arrivals wake it."""
    stop, found, left = asyncio.Event(), list[tuple[float, bool]](), list(outcomes)

    async def step() -> float:
        outcome = left.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    async def rest(stop: asyncio.Event, seconds: float, *, awaited: bool) -> None:
        found.append((seconds, awaited))
        if not left:
            stop.set()

    monkeypatch.setattr(pipeline.digest, "_step", step)
    monkeypatch.setattr(pipeline.digest, "_rest", rest)
    await pipeline.digest.run(stop)
    return found


async def test_the_rests_of_the_digest_grow_to_two_seconds_while_the_database_is_unreachable(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = [Away("gone"), *(ValueError("a surprise") for _ in range(6))]
    found = await rests(pipeline, monkeypatch, [0.0, *away, 0.5, Away("again"), 0.0])
    assert found[0] == (0.0, True)
    pauses = [seconds for seconds, _ in found[1:8]]
    assert pauses == sorted(pauses)
    assert (pauses[0] <= 0.2, len(set(pauses)), pauses[-3:]) == (True, 5, [2.0] * 3)
    assert not any(awaited for _, awaited in found[1:8])
    assert found[8:] == [(0.5, True), (pauses[0], False), (0.0, True)]


async def test_a_stopped_digest_lets_another_process_take_the_spool(pipeline: Pipeline) -> None:
    stop = asyncio.Event()
    assert isinstance(pipeline.spool, Spool)
    other = FileLock(pipeline.spool.path.with_name("spool.db.lock"))
    running = asyncio.create_task(pipeline.digest.run(stop))
    async with asyncio.timeout(60):
        while not pipeline.digest._lock.held:  # noqa: ASYNC110 - a lock tells nobody
            await asyncio.sleep(0.005)
    assert not other.take()
    stop.set()
    await running
    assert other.take()
    assert await pipeline.digest.once() == 0
    assert await pipeline.digest._step() == digesting.STANDBY_SECONDS > digesting.LOOK_SECONDS > 0
    other.give_back()
    assert await pipeline.digest._step() == digesting.LOOK_SECONDS
    assert not other.take()
    pipeline.digest._lock.give_back()


async def test_a_single_batch_holds_the_lock_only_while_it_runs(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    await spooled(pipeline, hit_on(mail), hit_on(mail))
    assert (await pipeline.digest.once(), pipeline.digest._lock.held) == (2, False)
    assert pipeline.digest._lock.take()
    assert (await pipeline.digest.once(), pipeline.digest._lock.held) == (0, True)
    pipeline.digest._lock.give_back()


async def seconds_of(doing: Awaitable[object]) -> float:
    began = time.monotonic()
    await asyncio.wait_for(doing, 60)
    return time.monotonic() - began


async def test_a_new_hit_or_a_stop_wakes_the_digest_but_after_a_failure_only_a_stop_does(
    pipeline: Pipeline,
) -> None:
    digest, stop = pipeline.digest, asyncio.Event()
    digest._arrived.set()
    assert await seconds_of(digest._rest(stop, 50.0, awaited=True)) < 40
    assert await seconds_of(digest._rest(stop, 0.1, awaited=False)) >= 0.09
    digest._arrived.clear()
    assert await seconds_of(digest._rest(stop, 0.1, awaited=True)) >= 0.09
    stop.set()
    for awaited in (True, False):
        assert await seconds_of(digest._rest(stop, 50.0, awaited=awaited)) < 40
    before = len(asyncio.all_tasks())
    await digest._rest(stop, 0.0, awaited=True)
    await digest._rest(stop, 50.0, awaited=True)
    await asyncio.sleep(0)
    assert len(asyncio.all_tasks()) == before


async def test_new_hits_are_digested_as_they_arrive(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The spool announces new hits, so the digest does not have to look for them periodically."""
    monkeypatch.setattr(digesting, "LOOK_SECONDS", 1000.0)
    mail, stop = await pipeline.world.sends(pipeline.world.alice), asyncio.Event()
    running = asyncio.create_task(pipeline.digest.run(stop))
    for number in (1, 2):
        await spooled(pipeline, hit_on(mail))
        async with asyncio.timeout(60):
            while await Event.all().count() < number:  # noqa: ASYNC110 - the digest tells nobody
                await asyncio.sleep(0.01)
    stop.set()
    await running


def failing(
    monkeypatch: pytest.MonkeyPatch, error: Exception, times: Callable[[Sequence[Content]], bool]
) -> list[int]:
    """The database fails when `times` returns true. Returns the sizes of the batches that are tried."""
    sizes: list[int] = []

    async def refusing(found: Sequence[Content], geo: Any) -> Any:
        sizes.append(len(found))
        if times(found):
            raise error
        return await store(found, geo)

    monkeypatch.setattr(digesting, "store", refusing)
    return sizes


async def test_a_single_hit_is_tried_three_times_before_it_is_put_aside(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    before = metrics.counted("digest.aside")
    sizes = failing(monkeypatch, ValueError("nonsense"), lambda _: True)
    await spooled(pipeline, hit_on(mail))
    assert await pipeline.digest.once() == 1
    assert sizes == [1, 1, 1]
    assert [reason for _, reason in pipeline.spool.aside()] == ["ValueError: nonsense"]
    assert metrics.counted("digest.aside") == before + 1
    assert pipeline.spool.waiting() == 0


async def test_a_hit_that_succeeds_at_the_third_try_is_not_put_aside(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    sizes = failing(monkeypatch, ValueError("nonsense"), lambda _: len(sizes) < 3)
    await spooled(pipeline, hit_on(mail))
    assert len(await pipeline.events()) == 1
    assert (sizes, pipeline.spool.aside()) == ([1, 1, 1], [])


async def test_a_refused_batch_is_halved_until_the_bad_hit_is_isolated(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    hits = [hit_on(mail) for _ in range(5)]

    def has_the_bad_one(found: Sequence[Content]) -> bool:
        return any(each.id == hits[1].id for each in found if isinstance(each, Hit))

    sizes = failing(monkeypatch, ValueError("nonsense"), has_the_bad_one)
    await spooled(pipeline, *hits)
    assert len(await pipeline.events()) == 4
    assert sizes == [5, 2, 1, 1, 1, 1, 3]
    assert [record for record, _ in pipeline.spool.aside()] == [encode(hits[1])]


@pytest.mark.parametrize(
    "error", [TimeoutError(), OSError("No space left on device"), sqlite3.OperationalError("disk is full")]
)
async def test_an_error_not_caused_by_a_hit_stops_the_batch_and_loses_nothing(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    sizes = failing(monkeypatch, error, lambda _: True)
    await spooled(pipeline, hit_on(mail), hit_on(mail))
    with pytest.raises(Away):
        await pipeline.digest.once()
    assert (sizes, pipeline.spool.waiting(), pipeline.spool.aside()) == ([2], 2, [])
    assert not pipeline.digest._lock.held
    assert not await pipeline.digest.catch_up(5)
    monkeypatch.undo()
    assert len(await pipeline.events()) == 2


async def test_a_spool_that_cannot_be_read_or_written_counts_as_unreachable(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    await spooled(pipeline, hit_on(mail))

    def unreadable(limit: int) -> Any:
        raise sqlite3.OperationalError("disk I/O error")

    async def refused(*_: Any) -> bool:
        return False

    monkeypatch.setattr(pipeline.spool, "read", unreadable)
    with pytest.raises(Away, match="disk I/O error"):
        await pipeline.digest.once()
    monkeypatch.undo()
    monkeypatch.setattr(pipeline.spool, "forget", refused)
    with pytest.raises(Away, match="cannot be written"):
        await pipeline.digest.once()
    monkeypatch.undo()
    await pipeline.events()
    await pipeline.spool.append(b"garbage")
    monkeypatch.setattr(pipeline.spool, "put_aside", refused)
    with pytest.raises(Away, match="cannot be written"):
        await pipeline.digest.once()
    monkeypatch.undo()
    assert pipeline.spool.waiting() == 1
    await pipeline.events()
    assert len(pipeline.spool.aside()) == 1


async def test_a_batch_has_a_size_limit_and_the_next_batch_takes_the_rest(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digesting, "BATCH", 3)
    mail = await pipeline.world.sends(pipeline.world.alice)
    await spooled(pipeline, *(hit_on(mail) for _ in range(4)))
    assert [await pipeline.digest.once() for _ in range(3)] == [3, 1, 0]


async def test_each_kind_of_record_is_counted_and_announced_to_open_pages(pipeline: Pipeline) -> None:
    names = ("digest.events", "digest.overflow", "digest.view_times")
    before = [metrics.counted(name) for name in names]
    mails = [await pipeline.world.sends(pipeline.world.alice) for _ in range(3)]
    bobs = await pipeline.world.sends(pipeline.world.bob)
    with pipeline.world.hub.subscribe(f"account:{pipeline.world.alice.id}") as heard:
        await spooled(pipeline, hit_on(mails[0]), hit_on(bobs))
        await pipeline.spool.append(encode_overflow(made(pipeline, mails[1].id, 7)))
        view_time = encode_view_time(a_view_time(mails[2]))
        for _ in range(2):
            await pipeline.spool.append(view_time)
        await pipeline.events()
        announced = {heard.get_nowait() for _ in range(3)}
        assert heard.empty()
    assert announced == {str(mail.id) for mail in mails}
    after = [metrics.counted(name) for name in names]
    assert [now - was for now, was in zip(after, before, strict=True)] == [2, 7, 1]
    seen = [(await Message.get(id=mail.id)).updated_at > mail.updated_at for mail in (*mails, bobs)]
    assert seen == [True] * 4


async def test_an_unreported_mail_with_only_overflow_or_view_times_is_listed(pipeline: Pipeline) -> None:
    """The mail is listed for the account that the records name."""
    unknown = [
        Message(id=number, account_id=pipeline.world.alice.id) for number in (UUID(int=1), UUID(int=2))
    ]
    await pipeline.spool.append(encode_overflow(made(pipeline, unknown[0].id, 7)))
    await pipeline.spool.append(encode_view_time(a_view_time(unknown[1])))
    await pipeline.events()
    for mail in unknown:
        known = await Message.get(id=mail.id)
        assert (known.state, known.raw_opens, known.opens) == ("unreported", 0, 0)
        assert (known.raw_clicks, known.clicks, known.overflow_clicks) == (0, 0, 0)


async def test_a_rest_of_zero_seconds_ends_immediately(pipeline: Pipeline) -> None:
    started = asyncio.get_running_loop().time()
    await pipeline.digest._rest(asyncio.Event(), 0, awaited=True)
    assert asyncio.get_running_loop().time() - started < 1
