"""What happens at each limit on what the edge looks up, counts and measures."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest

from server.ingest import reported_links, view_time_stream
from server.ingest.head_requests import HeadRequests
from server.ingest.overflow import OverflowCounter, OverflowRecord, overflow_in
from server.ingest.rates import Rates, is_mail_proxy, network_of
from server.ingest.reported_links import LinkHashes, ReportedLinks, ask_database
from server.ingest.requests import headers
from server.ingest.settings import IngestSettings
from server.ingest.view_time_stream import ViewTimeStreams, is_measurable
from server.lib import metrics
from server.marks.tokens import TokenClaims
from server.messages.models import Link, Message
from server.verdicts.hits import BadRecord
from tests.agents import CHROME, FIREFOX, GMAIL_PROXY
from tests.ingest.test_counting_overflow import Appended, until
from tests.pipeline import GMAIL, READER, Pipeline
from tests.verdicts.cases import OPEN
from tests.world import hold_still

HOME = "https://example.com/"
MAIL = UUID(int=7)
PIXEL = TokenClaims(1, MAIL, 0, 2_000_000_000)


async def test_only_a_reported_mail_has_known_links(pipeline: Pipeline) -> None:
    alice = pipeline.world.alice
    mail = await pipeline.world.sends(alice, links=[HOME])
    other = await pipeline.world.sends(alice, links=["https://example.org/"])
    assert await ask_database(mail.id) == {hash(HOME)}
    await Link.create(message=mail, number=2, url="https://example.net/", url_hash="x")
    assert await ask_database(mail.id) == {hash(HOME), hash("https://example.net/")}
    await Message.filter(id=other.id).update(reported_at=None)
    assert await ask_database(other.id) == frozenset()
    assert await ask_database(uuid4()) == frozenset()


class Slow:
    """A database that answers only when the test tells it to."""

    def __init__(self) -> None:
        self.answer = asyncio.Event()
        self.asked: list[UUID] = []
        self.now = 1000.0

    async def __call__(self, message: UUID) -> LinkHashes:
        self.asked.append(message)
        await self.answer.wait()
        return frozenset({hash(HOME)})

    def clock(self) -> float:
        return self.now


async def test_a_slow_database_is_not_queried_for_a_while_and_its_late_answer_is_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reported_links, "BUDGET", 0.01)
    slow = Slow()
    links = ReportedLinks(slow, slow.clock)
    before = metrics.counted("click.unchecked")
    assert await links.allow(MAIL, "https://foreign.example/")
    assert await links.allow(UUID(int=8), HOME)  # no query is made for a while
    assert slow.asked == [MAIL]
    assert metrics.counted("click.unchecked") == before + 2
    slow.now += reported_links.REST
    assert await links.allow(MAIL, HOME)  # the first query is still open
    assert slow.asked == [MAIL]
    slow.answer.set()
    async with asyncio.timeout(60):
        while links.known(MAIL, HOME) is None:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0)
    assert await links.allow(MAIL, HOME)
    assert not await links.allow(MAIL, "https://foreign.example/")
    assert links._asking == {}


async def test_settling_ends_the_pending_queries_about_the_links_of_a_mail(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reported_links, "BUDGET", 0.001)
    slow = Slow()
    links = ReportedLinks(slow, slow.clock)
    await links.allow(MAIL, HOME)
    assert list(links._asking) == [MAIL]
    await links.settle()
    assert links._asking == {}
    assert links.known(MAIL, HOME) is None


async def test_a_query_beyond_the_limit_of_simultaneous_queries_is_not_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reported_links, "MAX_ASKING", 2)
    monkeypatch.setattr(reported_links, "BUDGET", 30.0)
    slow = Slow()
    links = ReportedLinks(slow, slow.clock)
    waiting = [asyncio.create_task(links.allow(UUID(int=number), HOME)) for number in range(2)]
    await asyncio.sleep(0)
    assert await asyncio.wait_for(links.allow(MAIL, HOME), 10)
    assert slow.asked == [UUID(int=0), UUID(int=1)]
    slow.answer.set()
    assert await asyncio.gather(*waiting) == [True, True]


def test_an_ipv6_network_is_identified_by_the_first_half_of_its_addresses() -> None:
    assert network_of("2001:db8:1:2::1") == network_of("2001:db8:1:2:ffff::9") == str(0x20010DB8_00010002)
    assert network_of("2001:db8:1:3::1") != network_of("2001:db8:1:2::1")
    assert (network_of(READER), network_of("nonsense"), network_of("a:b")) == (READER, "nonsense", "a:b")


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        (GMAIL, True), ("2001:4860:4000::1", True), ("2404:6800:4000::1", True), ("2607:f8b0:4000::1", True),
        ("2800:3f0:4000::1", True), ("2a00:1450:4000::1", True), ("2c0f:fb50:4000::1", True),
        ("17.58.0.1", True), (READER, False), ("2001:db8::1", False), ("", False),
    ],
)  # fmt: skip
def test_mail_proxies_are_recognised_by_their_networks(address: str, is_one: bool) -> None:
    assert is_mail_proxy(address) is is_one


def settings(**env: str) -> IngestSettings:
    return IngestSettings.read({"SIGHTLINE_DATA": "/nowhere", **env})


async def test_rates_that_are_not_shared_need_no_background_task() -> None:
    await asyncio.wait_for(Rates(settings()).tend(), 10)


async def test_the_background_task_for_shared_rates_runs_until_it_is_cancelled() -> None:
    rates = Rates(settings(SPOOL_URL="redis://127.0.0.1:1/0"))
    tending = asyncio.create_task(rates.tend())
    await asyncio.sleep(0.05)
    assert not tending.done()
    tending.cancel()
    await asyncio.gather(tending, return_exceptions=True)


def test_the_settings_for_the_spool_and_limits_and_view_time_have_defaults_and_can_be_changed() -> None:
    usual = settings()
    assert (str(usual.spool_path), usual.spool_max_bytes, usual.spool_url) == (
        *("/nowhere/spool.db", 1 << 30, None),
    )
    assert (usual.token_events_per_minute, usual.address_events_per_minute) == (60, 6000)
    assert (usual.view_time_seconds, usual.view_time_connections) == (300, 200)
    assert (usual.view_time_connections_per_address, usual.view_time_connections_per_mail) == (8, 4)
    said = settings(
        SPOOL_PATH="/elsewhere/hits.db", SPOOL_MAX_BYTES="5", SPOOL_URL="redis://r/0",
        TOKEN_EVENTS_PER_MINUTE="1", ADDRESS_EVENTS_PER_MINUTE="2", VIEW_TIME_SECONDS="3",
        VIEW_TIME_CONNECTIONS="4", VIEW_TIME_CONNECTIONS_PER_ADDRESS="6", VIEW_TIME_CONNECTIONS_PER_MAIL="7",
    )  # fmt: skip
    assert (str(said.spool_path), said.spool_max_bytes, said.spool_url) == (
        *("/elsewhere/hits.db", 5, "redis://r/0"),
    )
    assert (said.token_events_per_minute, said.address_events_per_minute) == (1, 2)
    assert (said.view_time_seconds, said.view_time_connections) == (3, 4)
    assert (said.view_time_connections_per_address, said.view_time_connections_per_mail) == (6, 7)


def streams(most: dict[str, str]) -> tuple[ViewTimeStreams, list[bytes]]:
    """The streams within these caps, and what they record."""
    made, kept = settings(TOKEN_EVENTS_PER_MINUTE="0", **most), list[bytes]()
    return ViewTimeStreams(made, Rates(made), kept.append), kept


def begin(found: ViewTimeStreams, mail: int = 7, address: str = READER, agent: str = FIREFOX) -> bool:
    sent = {"user-agent": agent, "accept-language": "en", "accept-encoding": "gzip"}
    claims = PIXEL._replace(message=UUID(int=mail))
    return found.begin(claims, address, sent, 1_790_000_000.0) is not None


@pytest.mark.parametrize(
    ("cap", "name", "others"),
    [
        ("VIEW_TIME_CONNECTIONS", "connections", [{"mail": 8, "address": "192.0.2.1", "agent": CHROME}]),
        ("VIEW_TIME_CONNECTIONS_PER_ADDRESS", "address", [{"mail": 8, "agent": CHROME}]),
        ("VIEW_TIME_CONNECTIONS_PER_MAIL", "mail", [{"address": "192.0.2.1", "agent": CHROME}]),
    ],
)
async def test_a_cap_of_one_admits_one_view_time_stream(
    cap: str, name: str, others: list[dict[str, Any]]
) -> None:
    found, _ = streams({cap: "1"})
    before = metrics.counted(f"view_time.over.{name}")
    assert begin(found)
    for other in others:
        assert not begin(found, **other)
    assert metrics.counted(f"view_time.over.{name}") == before + 1


async def test_the_view_times_of_at_most_two_mails_are_measured_in_one_program_at_a_time(
    pipeline: Pipeline,
) -> None:
    found, _ = streams({})
    before = metrics.counted("view_time.over.client")
    assert [begin(found, mail) for mail in (1, 2, 3)] == [True, True, False]
    assert begin(found, 3, agent=CHROME)
    assert begin(found, 3, address="192.0.2.1")
    assert metrics.counted("view_time.over.client") == before + 1


async def test_a_view_time_stream_knows_its_client_and_makes_room_for_another_stream_when_it_ends() -> None:
    found, kept = streams({"VIEW_TIME_CONNECTIONS": "1"})
    sent = {
        "user-agent": FIREFOX * 40,
        "referer": "r" * 5000,
        "accept-language": "en",
        "accept-encoding": "x",
    }
    stream = found.begin(PIXEL, READER, sent, 1_790_000_000.25)
    assert stream
    hit = stream._hit
    assert (hit.at, hit.kind, hit.account, hit.message) == (1_790_000_000_250_000, "open", 1, MAIL)
    assert (len(hit.user_agent), len(hit.referer), hit.address, hit.url) == (1024, 2048, READER, "")
    assert (hit.method, hit.headers["accept-language"]) == ("GET", "en")
    assert not begin(found)
    found.end(hit, 0.5)
    assert (kept, +found._open) == ([], {})
    assert begin(found)


def test_view_time_is_not_measured_for_proxies_or_tools_or_unnamed_programs() -> None:
    assert is_measurable(OPEN)
    for hit in (
        replace(OPEN, user_agent=GMAIL_PROXY),
        replace(OPEN, address=GMAIL),
        replace(OPEN, user_agent="curl/8"),
        replace(OPEN, user_agent=""),
    ):
        assert not is_measurable(hit)


async def test_the_wait_for_a_client_to_leave_ends_when_the_client_disconnects_or_the_connection_breaks() -> (
    None
):
    said = [{"type": "http.request"}, {"type": "http.disconnect"}]

    async def receive() -> Any:
        return said.pop(0)

    async def broken() -> Any:
        raise ConnectionResetError

    await asyncio.wait_for(view_time_stream._gone(receive), 10)
    assert said == []
    await asyncio.wait_for(view_time_stream._gone(broken), 10)


async def test_a_waiting_request_learns_that_its_overflow_could_not_be_stored() -> None:
    spool = Appended()
    counter = OverflowCounter(spool)
    first = counter.count("click", PIXEL, 59.9)
    second = counter.count("click", PIXEL, 59.9)
    first.cancel()  # one reader leaves; the other still waits
    await until(lambda: spool.found)
    spool.waiting[0].cancel()  # the spool was closed
    assert await second is False
    assert spool.found[0].minute == 0
    assert counter._unwritten == set()


def test_an_overflow_record_begins_at_the_start_of_its_minute() -> None:
    record = OverflowRecord("a" * 24, 29_833_333, "open", 1, MAIL, 5)
    assert record.at == 29_833_333 * 60_000_000
    assert record.moment.isoformat() == "2026-09-21T14:13:00+00:00"
    with pytest.raises(BadRecord):
        overflow_in(b"[]")


def test_a_repeated_head_request_extends_the_time_for_which_it_is_remembered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    still, heads = hold_still(monkeypatch), HeadRequests()
    heads.note(PIXEL, READER, FIREFOX)
    still.passes(30)
    heads.note(PIXEL, READER, FIREFOX)
    assert heads.mark(PIXEL, READER, FIREFOX, still.unix() + 60) != {}


def test_an_empty_header_is_joined_with_a_repeated_one() -> None:
    read = headers({"headers": [(b"accept", b""), (b"accept", b"x"), (b"sec-ch-ua", b"y"), (b"x", b"z")]})
    assert read == {"accept": ",x", "sec-ch-ua": "y"}
