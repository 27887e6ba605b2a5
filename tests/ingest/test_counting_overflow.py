"""Overflow is counted by mail, kind and minute, and written in few records."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from uuid import UUID

import pytest

from server.ingest import overflow
from server.ingest.overflow import OverflowCounter, OverflowRecord
from server.ingest.rates import Rates
from server.ingest.records import content_of
from server.ingest.settings import IngestSettings
from server.marks.tokens import TokenClaims
from tests.pipeline import GMAIL, READER

HOME, OTHER = "https://example.com/", "https://example.org/elsewhere"
MAIL = UUID(int=7)
PIXEL = TokenClaims(1, MAIL, 0, 2_000_000_000)
LINK = PIXEL._replace(url=HOME)


class Appended:
    """A spool that answers when the test tells it to."""

    def __init__(self) -> None:
        self.found: list[OverflowRecord] = []
        self.waiting: list[asyncio.Future[bool]] = []

    def __call__(self, record: bytes) -> asyncio.Future[bool]:
        content = content_of(record)
        assert isinstance(content, OverflowRecord)
        self.found.append(content)
        self.waiting.append(asyncio.get_running_loop().create_future())
        return self.waiting[-1]

    def answer(self, kept: bool = True) -> None:
        for each in self.waiting:
            if not each.done():
                each.set_result(kept)


async def until(true: Callable[[], object]) -> None:
    async with asyncio.timeout(60):
        while not true():  # noqa: ASYNC110 - a timer of the loop tells nobody
            await asyncio.sleep(0.005)


async def test_simultaneous_overflow_is_gathered_into_one_record() -> None:
    spool = Appended()
    counter = OverflowCounter(spool)
    waiting = [counter.count("open", PIXEL, 120.0 + each) for each in range(3)]
    await until(lambda: spool.found)
    [record] = spool.found
    assert (record.minute, record.kind, record.account, record.message, record.number) == (
        2,
        "open",
        1,
        MAIL,
        3,
    )
    assert len(record.origin) == 24
    assert not any(each.done() for each in waiting)
    spool.answer()
    assert await asyncio.gather(*waiting) == [True] * 3
    await counter.settle()
    later = counter.count("open", PIXEL, 179.9)
    await until(lambda: len(spool.found) == 2)
    assert (spool.found[1].number, spool.found[1].origin) == (4, record.origin)
    spool.answer(kept=False)
    assert await later is False


async def test_each_minute_and_each_kind_of_overflow_is_counted_separately() -> None:
    spool = Appended()
    counter = OverflowCounter(spool)
    counter.count("open", PIXEL, 120.0)
    counter.count("click", LINK, 120.0)
    counter.count("open", PIXEL._replace(message=UUID(int=8)), 120.0)
    counter.count("open", PIXEL, 180.0)
    await until(lambda: len(spool.found) == 4)
    assert [each.number for each in spool.found] == [1] * 4
    assert sorted(each.minute for each in spool.found) == [2, 2, 2, 3]
    assert len({each.origin for each in spool.found}) == 2
    spool.answer()
    await counter.settle()


async def test_overflow_counting_restarts_under_another_origin_after_too_many_mails_in_a_minute(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(overflow, "MOST", 3)
    spool = Appended()
    counter = OverflowCounter(spool)
    for number in (1, 2, 3, 4, 1):
        counter.count("open", PIXEL._replace(message=UUID(int=number)), 120.0)
    assert len(counter._totals) == 2
    await until(lambda: len(spool.found) == 5)
    first, again = [each for each in spool.found if each.message == UUID(int=1)]
    assert first.origin != again.origin
    spool.answer()
    await counter.settle()


def settings(**env: str) -> IngestSettings:
    return IngestSettings.read({"SIGHTLINE_DATA": "/nowhere", **env})


def test_the_pixels_and_links_and_view_times_of_a_mail_have_separate_limits() -> None:
    rates = Rates(settings(TOKEN_EVENTS_PER_MINUTE="1"))
    for claims in (
        PIXEL,
        LINK,
        LINK._replace(url=OTHER),
        PIXEL._replace(recipient=2),
        PIXEL._replace(message=UUID(int=8)),
    ):
        assert rates.exceeded(claims, READER, 60.0) is None
        assert rates.exceeded(claims, READER, 60.0) == "token"
    assert not rates.view_time_exceeded(PIXEL, 60.0)
    assert rates.view_time_exceeded(PIXEL, 60.0)
    assert rates.exceeded(PIXEL, READER, 120.0) is None


def test_only_a_mail_proxy_is_exempt_from_the_limit_per_address() -> None:
    rates = Rates(settings(ADDRESS_EVENTS_PER_MINUTE="1", TOKEN_EVENTS_PER_MINUTE="0"))
    assert [rates.exceeded(PIXEL, address, 60.0) for address in (READER, READER, GMAIL, GMAIL)] == [
        None,
        "address",
        None,
        None,
    ]
