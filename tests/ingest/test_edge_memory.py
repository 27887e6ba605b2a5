"""What the edge remembers of earlier requests and of reports, for how long, and how much."""

from __future__ import annotations

from uuid import UUID

import pytest

from server.ingest import reported_links
from server.ingest.head_requests import MOST, HeadRequests
from server.ingest.reported_links import LinkHashes, ReportedLinks
from server.lib import metrics
from server.marks.tokens import TokenClaims
from tests.agents import FIREFOX, OUTLOOK
from tests.pipeline import GMAIL, READER
from tests.world import hold_still

HOME, OTHER = "https://example.com/", "https://example.org/elsewhere"
MAIL = UUID(int=7)
PIXEL = TokenClaims(1, MAIL, 0, 2_000_000_000)
LINK = PIXEL._replace(url=HOME)


def test_a_head_request_is_remembered_for_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    still, heads = hold_still(monkeypatch), HeadRequests()
    asked = still.unix()
    assert heads.mark(LINK, READER, FIREFOX, asked) == {}
    heads.note(LINK, READER, FIREFOX)
    assert heads.mark(LINK, READER, FIREFOX, asked) == {"sightline-head": "0.0"}
    assert heads.mark(LINK, READER, FIREFOX, asked + 1.26) == {"sightline-head": "1.3"}
    assert heads.mark(LINK, READER, FIREFOX, asked + 60) == {"sightline-head": "60.0"}
    assert heads.mark(LINK, READER, FIREFOX, asked + 60.1) == {}
    assert heads.mark(LINK, READER, FIREFOX, asked - 0.1) == {}


def test_a_head_request_affects_no_other_link_and_no_other_reader(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    still, heads = hold_still(monkeypatch), HeadRequests()
    heads.note(LINK, READER, FIREFOX)
    for claims, address in (
        (LINK, GMAIL),
        (PIXEL, READER),
        (LINK._replace(message=UUID(int=8)), READER),
    ):
        assert heads.mark(claims, address, FIREFOX, still.unix()) == {}


def test_a_head_request_by_another_program_at_the_same_address_says_nothing_about_bobs_browser(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Office and antivirus programs ask for the headers of links that a person is about to follow."""
    still, heads = hold_still(monkeypatch), HeadRequests()
    heads.note(LINK, READER, OUTLOOK)
    assert heads.mark(LINK, READER, FIREFOX, still.unix()) == {}
    assert heads.mark(LINK, READER, OUTLOOK, still.unix()) == {"sightline-head": "0.0"}


def test_the_oldest_of_too_many_head_requests_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    still, heads = hold_still(monkeypatch), HeadRequests()
    for number in range(MOST):
        heads.note(LINK, f"address {number}", FIREFOX)
    assert heads.mark(LINK, "address 0", FIREFOX, still.unix())
    heads.note(LINK, READER, FIREFOX)
    assert heads.mark(LINK, "address 0", FIREFOX, still.unix()) == {}
    assert heads.mark(LINK, "address 1", FIREFOX, still.unix())
    assert heads.mark(LINK, READER, FIREFOX, still.unix())
    assert len(heads._asked) == MOST


class Reports:
    """A database of reported links that counts how often it is asked."""

    def __init__(self, *urls: str) -> None:
        self.urls = frozenset(map(hash, urls))
        self.asked = 0
        self.fails = False
        self.now = 1000.0

    async def __call__(self, message: UUID) -> LinkHashes:
        self.asked += 1
        if self.fails:
            raise OSError("connection refused")
        return self.urls

    def clock(self) -> float:
        return self.now


async def test_the_links_of_a_mail_are_remembered_for_five_minutes() -> None:
    reports = Reports(HOME)
    links = ReportedLinks(reports, reports.clock)
    assert links.known(MAIL, HOME) is None
    assert await links.allow(MAIL, HOME)
    for passed, known in ((0, True), (299.9, True), (300, None)):
        reports.now = 1000 + passed
        assert links.known(MAIL, HOME) is known
    assert await links.allow(MAIL, HOME)
    assert reports.asked == 2


async def test_a_link_that_a_mail_does_not_contain_is_remembered_for_only_five_seconds() -> None:
    reports = Reports(HOME)
    links = ReportedLinks(reports, reports.clock)
    assert not await links.allow(MAIL, OTHER)
    for passed, known in ((0, False), (4.9, False), (5, None)):
        reports.now = 1000 + passed
        assert links.known(MAIL, OTHER) is known


async def test_an_unreported_mail_allows_any_link_and_is_looked_up_again_after_five_seconds() -> None:
    reports = Reports()
    links = ReportedLinks(reports, reports.clock)
    assert await links.allow(MAIL, OTHER)
    assert links.known(MAIL, OTHER) is True
    reports.now += 5
    assert links.known(MAIL, OTHER) is None


async def test_the_database_is_not_queried_for_five_seconds_after_a_failure() -> None:
    reports = Reports(HOME)
    reports.fails = True
    links = ReportedLinks(reports, reports.clock)
    before = metrics.counted("click.unchecked")
    assert await links.allow(MAIL, OTHER)
    reports.fails = False
    reports.now += 4.9
    assert await links.allow(MAIL, OTHER)
    assert reports.asked == 1
    assert metrics.counted("click.unchecked") == before + 2
    reports.now += 0.2
    assert not await links.allow(MAIL, OTHER)
    assert reports.asked == 2
    assert metrics.counted("click.unchecked") == before + 2


async def test_the_mail_that_was_looked_up_longest_ago_is_forgotten_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reported_links, "MAX_KEPT", 2)
    reports = Reports(HOME)
    links = ReportedLinks(reports, reports.clock)
    for number in (1, 2, 3):
        assert await links.allow(UUID(int=number), HOME)
    assert [links.known(UUID(int=number), HOME) for number in (1, 2, 3)] == [None, True, True]
    reports.now += 300
    assert await links.allow(UUID(int=2), HOME)
    assert await links.allow(UUID(int=4), HOME)
    assert [links.known(UUID(int=number), HOME) for number in (2, 3, 4)] == [True, None, True]
