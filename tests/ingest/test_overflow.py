"""Hits beyond a mail's rate limit are answered, counted permanently, and shown."""

from __future__ import annotations

import asyncio
import re
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.events.models import Overflow as Row
from server.ingest.overflow import OverflowCounter, OverflowRecord, encode
from server.ingest.records import content_of
from server.lib import clock
from server.marks.tokens import TokenClaims
from server.messages.models import Message
from server.verdicts.hits import BadRecord
from tests.ingest.test_rates import limited
from tests.pipeline import Pipeline, fresh

LINK = "https://example.com/"


pytestmark = pytest.mark.usefixtures("one_minute")


async def test_overflow_is_shown_on_the_messages_page_and_on_the_status_page(pipeline: Pipeline) -> None:
    limited(pipeline, token=6)
    mail, other = [await pipeline.world.sends(pipeline.world.alice, links=[LINK]) for _ in range(2)]
    for _ in range(20):
        assert (await pipeline.get(pipeline.marks(mail).pixel_url)).status_code == 200
    for _ in range(7):
        assert (await pipeline.clicks(mail, LINK)).status_code == 302
    await pipeline.get(pipeline.marks(other).pixel_url)
    assert len(await pipeline.events()) == 13
    known = await fresh(mail)
    assert (known.raw_opens, known.overflow_opens, known.raw_clicks, known.overflow_clicks) == (6, 14, 6, 1)
    alice = await pipeline.world.browser_of(pipeline.world.alice)
    page = await shown(alice, f"/messages/{mail.id}")
    assert "because too many requests arrived within a minute: 14 image loads, 1 link request." in page
    assert "to record each one" not in await shown(alice, f"/messages/{other.id}")
    row = await shown(alice, "/status")
    assert re.search(r"Hits over the limits in the last 24 hours: [^<]+</th><td>15</td>", row)


async def test_two_hundred_simultaneous_pixel_loads_need_fewer_than_a_hundred_records(
    pipeline: Pipeline,
) -> None:
    limited(pipeline, token=1)
    mail = await pipeline.world.sends(pipeline.world.alice)
    answers = await asyncio.gather(*(pipeline.get(pipeline.marks(mail).pixel_url) for _ in range(200)))
    assert {answer.status_code for answer in answers} == {200}
    await pipeline.spool.forget(0)
    records = await asyncio.to_thread(pipeline.spool.read, 500)
    assert len(records) < 100
    await pipeline.events()
    assert (await fresh(mail)).overflow_opens == 199


async def test_overflow_is_in_the_spool_before_its_request_is_answered(pipeline: Pipeline) -> None:
    limited(pipeline, token=1)
    mail = await pipeline.world.sends(pipeline.world.alice)
    for _ in range(5):
        await pipeline.get(pipeline.marks(mail).pixel_url)
    records = await asyncio.to_thread(
        pipeline.spool.read, 500
    )  # as a server that starts after a kill finds it
    totals = [each for _, record in records if isinstance(each := content_of(record), OverflowRecord)]
    assert max(each.number for each in totals) == 4


async def test_an_overflow_record_that_is_stored_twice_or_late_changes_nothing(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    first, second = (made(pipeline, mail.id, number) for number in (3, 9))
    other = made(pipeline, mail.id, 5, origin="b" * 24)
    for order in ([first, second], [second, first], [other, first, second, other], [first]):
        for each in order:
            await pipeline.spool.append(encode(each))
        await pipeline.events()
    assert (await fresh(mail)).overflow_opens == 9 + 5
    assert sorted(row.number for row in await Row.all()) == [5, 9]


async def test_overflow_of_a_mail_that_was_never_reported_is_counted_on_its_message(
    pipeline: Pipeline,
) -> None:
    message = uuid4()
    await pipeline.spool.append(encode(made(pipeline, message, 7)))
    await pipeline.events()
    known = await Message.get(id=message)
    assert (known.state, known.opens, known.overflow_opens) == ("unreported", 0, 7)


async def test_hits_on_invented_ids_are_recorded_only_up_to_the_limit_of_their_address(
    pipeline: Pipeline,
) -> None:
    """Manual pixels have no signature, so each invented id would become a separate mail."""
    limited(pipeline, address=3)
    base = f"{pipeline.world.public_url}/p"
    answers = {(await pipeline.get(f"{base}/{uuid4()}.gif")).status_code for _ in range(20)}
    await pipeline.spool.forget(0)
    assert answers == {200}
    assert len(await asyncio.to_thread(pipeline.spool.read, 500)) == 3


async def test_the_overflow_of_a_mail_stays_at_the_largest_number_that_the_column_can_store(
    pipeline: Pipeline,
) -> None:
    """With a larger number, nothing in the same transaction could be stored."""
    mail = await pipeline.world.sends(pipeline.world.alice)
    for number in (2**31 - 5, 9):
        await pipeline.spool.append(encode(made(pipeline, mail.id, number, f"{number:024x}")))
        await pipeline.events()
    assert (await fresh(mail)).overflow_opens == 2**31 - 1


async def test_overflow_for_an_unknown_account_is_dropped(pipeline: Pipeline) -> None:
    await pipeline.spool.append(encode(made(pipeline, uuid4(), 7)._replace(account=99)))
    await pipeline.events()
    assert await Row.all().count() == 0


async def test_no_overflow_is_lost_when_counting_restarts_because_of_too_many_mails(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.ingest.overflow.MOST", 3)
    counting = OverflowCounter(pipeline.spool.append)
    mails = [(await pipeline.world.sends(pipeline.world.alice)).id for _ in range(5)]
    for _ in range(4):
        await asyncio.gather(
            *(counting.count("open", claims(pipeline, mail), clock.unix()) for mail in mails)
        )
    await pipeline.events()
    assert {each.overflow_opens for each in await Message.filter(id__in=mails)} == {4}
    assert len(counting._totals) <= 3


@given(st.integers(0, 2**40), st.sampled_from(["open", "click"]), st.uuids(), st.integers(1, 2**31))
def test_an_overflow_record_is_read_back_unchanged(
    minute: int, kind: str, message: UUID, number: int
) -> None:
    overflow = OverflowRecord("a" * 24, minute, kind, 1, message, number)
    assert content_of(encode(overflow)) == overflow
    with pytest.raises(BadRecord):
        content_of(encode(overflow)[:-1])


def made(pipeline: Pipeline, message: UUID, number: int, origin: str = "a" * 24) -> OverflowRecord:
    return OverflowRecord(origin, int(clock.unix() // 60), "open", pipeline.world.alice.id, message, number)


def claims(pipeline: Pipeline, message: UUID) -> TokenClaims:
    return TokenClaims(pipeline.world.alice.id, message, 0, 0)


async def shown(browser: Any, path: str) -> str:
    return str(await (await browser.get(path)).get_data(as_text=True))
