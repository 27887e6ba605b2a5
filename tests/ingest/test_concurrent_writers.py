"""Extension, digest, outbox and pages write to the same mails simultaneously, without an error or a loss."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tortoise.transactions import in_transaction

from server.events.models import Event
from server.events.storing import store as storing
from server.lib import outbox
from server.messages.lock import locked
from server.messages.models import Message, Mute
from server.verdicts.hits import encode
from tests.events.test_digest import hit_on
from tests.extension_api.paired import Extension, pair, report_of
from tests.migrations import databases
from tests.pipeline import opened_pipeline
from tests.world import World, opened_world

ROUNDS = 6
MAILS = 4


@pytest.fixture(scope="module", params=["postgres", "mariadb"])
def server(request: pytest.FixtureRequest) -> Iterator[str]:
    with getattr(databases, str(request.param))() as address:
        yield address


@pytest.fixture
async def far(server: str, tmp_path: Path) -> AsyncIterator[World]:
    """A world whose database is on a database server."""
    async with databases.new_database(server) as url, opened_world(tmp_path, DATABASE_URL=url) as world:
        yield world


@pytest.mark.timeout(240)
async def test_simultaneous_writers_cause_no_error_and_lose_nothing(far: World) -> None:
    async with opened_pipeline(far) as pipeline:
        browsers = [await pair(far, far.alice) for _ in range(2)]
        stop, hits = asyncio.Event(), 0
        digesting = asyncio.create_task(pipeline.digest.run(stop))
        try:
            for turn in range(ROUNDS):
                leases = await browsers[0].leases(MAILS)
                answers = await asyncio.gather(
                    *(_uses(browser, lease, turn) for browser in browsers for lease in leases),
                    *(_reads(browser) for browser in browsers),
                    *(_opens(pipeline, far, lease) for lease in leases),
                    far.browser_of(far.alice),
                    *(_delivers(far) for _ in range(2)),
                )
                statuses = Counter(status for each in answers if isinstance(each, list) for status in each)
                assert not [status for status in statuses if status >= 500], statuses
                hits += 5 * MAILS
            assert await pipeline.digest.catch_up(60)
        finally:
            stop.set()
            await digesting
        assert pipeline.spool.aside() == []
    assert await Event.all().count() == hits
    mails = await Message.all()
    assert {(mail.state, mail.raw_opens) for mail in mails} == {("sent", 5)}
    assert await Mute.all().count() == len(mails) == ROUNDS * MAILS


@pytest.mark.timeout(240)
async def test_a_hit_waits_for_the_transaction_that_holds_its_message(
    far: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database refuses the hit several times in the meantime, but the hit is not put aside."""
    monkeypatch.setattr(storing, "LONGEST", 1)
    async with opened_pipeline(far) as pipeline:
        stop, mail = asyncio.Event(), await far.sends(far.alice)
        digesting = asyncio.create_task(pipeline.digest.run(stop))
        try:
            async with in_transaction() as db:
                assert await locked(mail.id, db)
                await pipeline.spool.append(encode(hit_on(mail)))
                await asyncio.sleep(6)
                assert pipeline.spool.waiting() == 1
            assert await pipeline.digest.catch_up(60)
        finally:
            stop.set()
            await digesting
        assert pipeline.spool.aside() == []
    assert await Event.all().count() == 1


async def _uses(browser: Extension, lease: dict[str, Any], turn: int) -> list[int]:
    """Two browser windows do the same: report, mute twice, set a reminder, send the proof."""
    report = report_of(lease, gmail_message_id=f"{turn:x}{lease['id'][:8]}", gmail_thread_id="abc")
    first = await asyncio.gather(*(browser.post("/reports", {"reports": [report]}) for _ in range(2)))
    path = f"/messages/{lease['id']}"
    proof = {"lease": lease["id"], "pixel": True, "links": 2, "of": 2}
    return await _statuses(
        *(browser.put(f"{path}/mute") for _ in range(2)),
        *(browser.put(f"{path}/reminder", {"days": 2}) for _ in range(2)),
        browser.post("/proofs", proof),
        browser.post("/viewing", {"messages": [report["gmail_message_id"]]}),
        before=[answer.status_code for answer in first],
    )


async def _reads(browser: Extension) -> list[int]:
    return await _statuses(
        *(browser.get("/browser-notifications?after=0") for _ in range(2)),
        browser.get("/feed"),
        browser.post("/thread-statuses", {"threads": ["abc"]}),
        browser.post("/seen", {"until": "2027-01-01T00:00:00.000Z"}),
    )


async def _delivers(far: World) -> None:
    async with far.app.app_context():
        await outbox.deliver()


async def _opens(pipeline: Any, far: World, lease: dict[str, Any]) -> None:
    mail = Message(id=lease["id"], account_id=far.alice.id)
    for _ in range(5):
        await pipeline.spool.append(encode(hit_on(mail)))
        await asyncio.sleep(0.01)


async def _statuses(*asked: Awaitable[Any], before: list[int] | None = None) -> list[int]:
    return [*(before or []), *(answer.status_code for answer in await asyncio.gather(*asked))]
