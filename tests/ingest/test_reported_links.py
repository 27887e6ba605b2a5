"""Once a mail is reported, only its own links redirect."""

from __future__ import annotations

import asyncio
from uuid import UUID, uuid4

import pytest

from server.ingest import reported_links as asking
from server.ingest.reported_links import MAX_ASKING, MAX_KEPT, LinkHashes, ReportedLinks
from server.lib import clock
from server.lib.keys.secret import lookup
from server.marks.marks import new_marks
from server.messages.models import Link
from tests.pipeline import Pipeline

HOME, OTHER = "https://example.com/", "https://example.org/elsewhere"
MAIL = uuid4()


@pytest.fixture
def _database_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """The database answers in time, however slow this machine is."""
    monkeypatch.setattr(asking, "BUDGET", 60)


def checked(pipeline: Pipeline, reported: ReportedLinks) -> None:
    pipeline.edge = pipeline.edge_with(reported=reported)


@pytest.mark.usefixtures("_database_answers")
async def test_a_link_that_the_reported_mail_does_not_contain_redirects_nowhere(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, links=[HOME])
    for _ in range(2):
        assert (await pipeline.clicks(mail, HOME)).headers["location"] == HOME
        answer = await pipeline.clicks(mail, OTHER)
        assert (answer.status_code, "location" in answer.headers) == (400, False)
        assert "not valid" in answer.text


async def test_before_a_mail_is_reported_every_signed_link_in_it_redirects(pipeline: Pipeline) -> None:
    alice = pipeline.world.alice
    marks = new_marks(pipeline.world.ring, pipeline.world.public_url, alice.id, alice.prefix, clock.unix())
    assert (await pipeline.get(marks.tracked(OTHER))).headers["location"] == OTHER


@pytest.mark.usefixtures("_database_answers")
async def test_a_later_report_of_a_mail_adds_the_links_that_it_names(pipeline: Pipeline) -> None:
    now = [0.0]
    checked(pipeline, ReportedLinks(clock=lambda: now[0]))
    mail = await pipeline.world.sends(pipeline.world.alice, links=[HOME])
    assert (await pipeline.clicks(mail, OTHER)).status_code == 400
    await Link.create(message=mail, number=2, url=OTHER, url_hash=lookup(OTHER))
    now[0] = 6
    assert (await pipeline.clicks(mail, OTHER)).status_code == 302


async def test_a_hanging_database_delays_no_redirect_and_loses_no_click(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Covers R2."""

    monkeypatch.setattr(asking, "BUDGET", 1.5)  # all queries begin before the first times out
    asked = []

    async def never(message: UUID) -> LinkHashes:
        asked.append(message)
        await asyncio.Event().wait()
        return frozenset()

    checked(pipeline, ReportedLinks(never))
    mails = [await pipeline.world.sends(pipeline.world.alice, links=[HOME]) for _ in range(2 * MAX_ASKING)]
    answers = await asyncio.gather(*(pipeline.clicks(mail, OTHER) for mail in mails))
    assert {answer.status_code for answer in answers} == {302}
    assert len(asked) == MAX_ASKING
    assert (await pipeline.clicks(mails[0], HOME)).status_code == 302
    assert len(asked) == MAX_ASKING  # the database is not queried for a while
    assert pipeline.spool.waiting() == len(mails) + 1
    await pipeline.edge.settle()


async def test_a_failing_database_is_not_queried_again_immediately() -> None:
    asked: list[UUID] = []

    async def failing(message: UUID) -> LinkHashes:
        asked.append(message)
        raise OSError("connection refused")

    reported = ReportedLinks(failing)
    assert [await reported.allow(uuid4(), HOME) for _ in range(5)] == [True] * 5
    assert len(asked) == 1


async def test_many_clicks_on_one_mail_cause_one_query_and_memory_is_bounded() -> None:
    asked: list[UUID] = []

    async def knowing(message: UUID) -> LinkHashes:
        asked.append(message)
        await asyncio.sleep(0)
        return frozenset([hash(HOME)])

    reported = ReportedLinks(knowing)
    assert all(await asyncio.gather(*(reported.allow(MAIL, HOME) for _ in range(100))))
    assert asked == [MAIL]
    assert await reported.allow(MAIL, OTHER) is False
    for _ in range(MAX_KEPT + 20):
        await reported.allow(uuid4(), HOME)
    assert len(reported._kept) == MAX_KEPT
