"""The edge request by request: what is passed on, how long an address may be, what is counted and kept."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest

from server.ingest import answers, reported_links, view_time_stream
from server.ingest.head_requests import HeadRequests
from server.ingest.overflow import OverflowCounter, OverflowRecord
from server.ingest.rates import Rates, is_mail_proxy, network_of
from server.ingest.reported_links import LinkHashes, ReportedLinks, ask_database
from server.ingest.requests import headers
from server.ingest.settings import IngestSettings
from server.ingest.view_time_stream import ViewTimeStreams, is_measurable
from server.lib import metrics
from server.lib.net.resolver import SystemResolver
from server.marks.marks import marks_for
from server.marks.tokens import DAY, Purpose, TokenClaims, sign
from server.messages.models import Link, Message
from tests.agents import CHROME, FIREFOX, GMAIL_PROXY
from tests.ingest.test_counting_overflow import Appended, until
from tests.ingest.test_rates import limited
from tests.pipeline import GMAIL, READER, Pipeline, fresh
from tests.verdicts.cases import OPEN
from tests.world import hold_still

HOME = "https://example.com/"
MAIL = UUID(int=7)
PIXEL = TokenClaims(1, MAIL, 0, 2_000_000_000)


def scope(path: str, query: str = "", **changed: Any) -> dict[str, Any]:
    """A request as a server passes it on."""
    return {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(),
        "query_string": query.encode(), "headers": [(b"user-agent", FIREFOX.encode())], "client": (READER, 1),
        **changed,
    }  # fmt: skip


async def asks(pipeline: Pipeline, request: dict[str, Any]) -> list[Any]:
    """All that the edge sends as the answer."""
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        await asyncio.Event().wait()

    await asyncio.wait_for(pipeline.edge(request, receive, send), 60)
    return sent


async def status(pipeline: Pipeline, request: dict[str, Any]) -> int:
    return int((await asks(pipeline, request))[0]["status"])


async def test_an_address_may_have_eight_kilobytes_with_its_query(pipeline: Pipeline) -> None:
    path = "/p/a/"
    for query, left in (("", 8192), ("x" * 4000, 4192)):
        longest = path + "x" * (left - len(path))
        assert await status(pipeline, scope(longest, query)) == 200
        assert await status(pipeline, scope(f"{longest}x", query)) == 414
    for no_path in ({"raw_path": None}, {"raw_path": b""}):
        assert await status(pipeline, scope(path, "x" * 8192, **no_path)) == 200
        assert await status(pipeline, scope(path, "x" * 8193, **no_path)) == 414
    bare = scope(path)
    del bare["raw_path"]
    assert await status(pipeline, bare) == 200


async def test_what_is_no_request_is_the_applications(pipeline: Pipeline) -> None:
    passed: list[str] = []

    async def inner(scope: Any, receive: Any, send: Any) -> None:
        passed.append(scope["type"])

    pipeline.edge._inner = inner
    assert await asks(pipeline, {"type": "lifespan"}) == []
    assert await asks(pipeline, {"type": "websocket", "path": "/p/a/b.gif"}) == []
    assert await asks(pipeline, scope("/login")) == []
    assert passed == ["lifespan", "websocket", "http"]


async def test_an_answer_has_a_start_and_an_end(pipeline: Pipeline) -> None:
    start, end = await asks(pipeline, scope("/p/a/b.png"))
    assert (start["type"], start["status"], end["type"]) == ("http.response.start", 200, "http.response.body")
    assert end["body"] == answers.PNG
    _, end = await asks(pipeline, scope("/p/a/b.gif", method="HEAD"))
    assert end["body"] == b""


@pytest.mark.parametrize(
    ("path", "counted"),
    [
        ("/p/a/b.gif", "pixel.refused.malformed"),
        ("/p/a/r/b.gif", "view_time.refused.malformed"),
        ("/p/a/s/b.gif", "pixel.refused.malformed"),
        ("/p/a/r/b/c.gif", "pixel.refused.malformed"),
        ("/track/open/r/b.gif", "pixel.refused.malformed"),
        ("/p/a/b/r.gif", "pixel.refused.malformed"),
        ("/c/a/", "link.refused.malformed"),
        ("/c/", "link.refused.malformed"),
    ],
)
async def test_what_kind_of_mark_was_refused_is_told_by_its_place(
    pipeline: Pipeline, path: str, counted: str
) -> None:
    names = {f"{what}.refused.malformed" for what in ("pixel", "view_time", "link")}
    before = {name: metrics.counted(name) for name in names}
    await asks(pipeline, scope(path))
    assert {name for name in names if metrics.counted(name) > before[name]} == {counted}


async def test_in_debug_the_reason_is_told_of_a_view_time_too_and_the_picture_is_the_same(
    pipeline: Pipeline,
) -> None:
    pipeline.edge = pipeline.edge_with(DEBUG="1")
    for path in ("/p/a/r/b.png", "/p/a/b.png"):
        start, end = await asks(pipeline, scope(path))
        assert (b"x-sightline-reason", b"malformed") in start["headers"]
        assert end["body"] == answers.PNG


async def test_an_open_is_kept_with_all_that_is_known_of_it(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    mail = await pipeline.place.sends(pipeline.place.alice, "bob@x.example, charlie@x.example")
    claims = TokenClaims(pipeline.place.alice.id, mail.id, 2, int(still.unix()) + DAY)
    token = sign(pipeline.place.ring, Purpose.OPEN, claims)
    before = metrics.counted("open.kept")
    answer = await pipeline.get(
        f"{pipeline.place.public_url}/p/{pipeline.place.alice.prefix}/{token}.gif", referer="https://mail/"
    )
    [event] = await pipeline.events()
    assert answer.content == answers.GIF
    assert (event.kind, event.at, event.address, event.user_agent) == ("open", still.at, READER, FIREFOX)
    assert (event.referer, event.url) == ("https://mail/", "")
    assert event.headers["accept-language"] == "en"
    assert not {"user-agent", "referer", "x-forwarded-for"} & event.headers.keys()
    [second] = [each for each in await mail.recipients.all() if each.number == 2]
    assert event.recipient_id == second.id
    assert metrics.counted("open.kept") == before + 1


async def test_the_hidden_link_is_kept_as_a_click_that_leads_nowhere(pipeline: Pipeline) -> None:
    mail = await pipeline.place.sends(pipeline.place.alice)
    marks = pipeline.marks(mail)
    answer = await pipeline.get(marks.decoy_url)
    assert (answer.status_code, "location" in answer.headers) == (200, False)
    assert "nothing behind this link" in answer.text
    [event] = await pipeline.events()
    assert (event.kind, event.is_decoy) == ("click", True)
    before = {name: metrics.counted(f"link.refused.{name}") for name in ("expired", "purpose")}
    alice = pipeline.place.alice
    then = event.at.timestamp() - 400 * DAY
    old = marks_for(mail.id, pipeline.place.ring, pipeline.place.public_url, alice.id, alice.prefix, then)
    answer = await pipeline.get(old.decoy_url)
    assert (answer.status_code, "has expired" in answer.text) == (400, True)
    pixel_as_link = marks.link_base + marks.pixel_token
    answer = await pipeline.get(pixel_as_link)
    assert (answer.status_code, "not valid" in answer.text) == (400, True)
    assert metrics.counted("link.refused.expired") == before["expired"] + 1
    assert metrics.counted("link.refused.purpose") == before["purpose"] + 1
    assert len(await pipeline.events()) == 1


@pytest.mark.usefixtures("one_minute")
async def test_a_head_request_before_is_noted_with_the_hit_that_follows(pipeline: Pipeline) -> None:
    mail = await pipeline.place.sends(pipeline.place.alice, links=[HOME])
    link = pipeline.marks(mail).tracked(HOME)
    await pipeline.get(link, method="HEAD")
    await pipeline.get(link, address="192.0.2.1")
    await pipeline.get(link)
    other, same = await pipeline.events()
    assert "sightline-head" not in other.headers
    assert float(same.headers["sightline-head"]) < 1
    pipeline.edge = pipeline.edge_with(TRUSTED_PROXIES="10.0.0.0/8")
    await pipeline.get(link, method="HEAD", address="10.0.0.1", x_forwarded_for="192.0.2.9")
    await pipeline.get(link, address="10.0.0.1", x_forwarded_for="192.0.2.9")
    assert "sightline-head" in (await pipeline.events())[-1].headers


@pytest.mark.usefixtures("one_minute")
async def test_a_flood_from_one_address_is_counted_for_its_mail(pipeline: Pipeline) -> None:
    limited(pipeline, address=2)
    mail = await pipeline.place.sends(pipeline.place.alice, links=[HOME])
    before = metrics.counted("click.over.address")
    for _ in range(5):
        assert (await pipeline.clicks(mail, HOME)).status_code == 302
    assert len(await pipeline.events()) == 2
    assert (await fresh(mail)).overflow_clicks == 3
    assert metrics.counted("click.over.address") == before + 3


async def test_a_lookup_under_way_is_waited_for_at_the_end_and_then_forgotten(pipeline: Pipeline) -> None:
    pipeline.edge = pipeline.edge_with(SystemResolver(lambda host: []))
    mail = await pipeline.place.sends(pipeline.place.alice)
    before = metrics.counted("target.refused.unresolved")
    asked = asyncio.create_task(pipeline.clicks(mail, "https://nobody.test/"))
    async with asyncio.timeout(60):
        while not pipeline.edge._following and not asked.done():  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0)
    await pipeline.edge.settle()
    assert (await asked).status_code == 400
    assert pipeline.edge._following == set()
    assert metrics.counted("target.refused.unresolved") == before + 1


async def test_of_a_mail_that_is_not_reported_no_link_is_known(pipeline: Pipeline) -> None:
    alice = pipeline.place.alice
    mail = await pipeline.place.sends(alice, links=[HOME])
    other = await pipeline.place.sends(alice, links=["https://example.org/"])
    assert await ask_database(mail.id) == {hash(HOME)}
    await Link.create(message=mail, number=2, url="https://example.net/", url_hash="x")
    assert await ask_database(mail.id) == {hash(HOME), hash("https://example.net/")}
    await Message.filter(id=other.id).update(reported_at=None)
    assert await ask_database(other.id) == frozenset()
    assert await ask_database(uuid4()) == frozenset()


class Slow:
    """A database that answers when it is told to."""

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


async def test_a_slow_database_has_a_rest_and_what_it_says_later_is_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reported_links, "BUDGET", 0.01)
    slow = Slow()
    links = ReportedLinks(slow, slow.clock)
    before = metrics.counted("click.unchecked")
    assert await links.allow(MAIL, "https://foreign.example/")
    assert await links.allow(UUID(int=8), HOME)  # nobody asks now
    assert slow.asked == [MAIL]
    assert metrics.counted("click.unchecked") == before + 2
    slow.now += reported_links.REST
    assert await links.allow(MAIL, HOME)  # the question is still open
    assert slow.asked == [MAIL]
    slow.answer.set()
    async with asyncio.timeout(60):
        while links.known(MAIL, HOME) is None:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0)
    assert await links.allow(MAIL, HOME)
    assert not await links.allow(MAIL, "https://foreign.example/")
    assert links._asking == {}


async def test_settling_ends_the_questions_that_are_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reported_links, "BUDGET", 0.001)
    slow = Slow()
    links = ReportedLinks(slow, slow.clock)
    await links.allow(MAIL, HOME)
    assert list(links._asking) == [MAIL]
    await links.settle()
    assert links._asking == {}
    assert links.known(MAIL, HOME) is None


async def test_of_too_many_questions_at_a_time_the_next_is_not_asked(
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


def test_a_network_of_ipv6_is_told_by_its_first_half() -> None:
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
def test_who_is_a_mail_proxy(address: str, is_one: bool) -> None:
    assert is_mail_proxy(address) is is_one


def settings(**env: str) -> IngestSettings:
    return IngestSettings.read({"SIGHTLINE_DATA": "/nowhere", **env})


async def test_without_shared_counts_there_is_nothing_to_tend() -> None:
    await asyncio.wait_for(Rates(settings()).tend(), 10)


async def test_with_a_shared_spool_rates_are_shared_until_they_are_cancelled() -> None:
    rates = Rates(settings(SPOOL_URL="redis://127.0.0.1:1/0"))
    tending = asyncio.create_task(rates.tend())
    await asyncio.sleep(0.05)
    assert not tending.done()
    tending.cancel()
    await asyncio.gather(tending, return_exceptions=True)


def test_settings_say_where_hits_wait_and_how_many() -> None:
    usual = settings()
    assert (str(usual.spool_path), usual.spool_max_bytes, usual.spool_url) == (
        *("/nowhere/spool.db", 1 << 30, None),
    )
    assert (usual.token_events_per_minute, usual.address_events_per_minute) == (60, 6000)
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
    """View times within these caps, and what is kept of them."""
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
async def test_a_cap_of_one_admits_one(cap: str, name: str, others: list[dict[str, Any]]) -> None:
    found, _ = streams({cap: "1"})
    before = metrics.counted(f"view_time.over.{name}")
    assert begin(found)
    for other in others:
        assert not begin(found, **other)
    assert metrics.counted(f"view_time.over.{name}") == before + 1


async def test_one_program_measures_two_mails_at_a_time(pipeline: Pipeline) -> None:
    found, _ = streams({})
    before = metrics.counted("view_time.over.client")
    assert [begin(found, mail) for mail in (1, 2, 3)] == [True, True, False]
    assert begin(found, 3, agent=CHROME)
    assert begin(found, 3, address="192.0.2.1")
    assert metrics.counted("view_time.over.client") == before + 1


async def test_what_ends_makes_room_and_keeps_who_it_was() -> None:
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


def test_only_a_recipients_own_program_is_measured() -> None:
    assert is_measurable(OPEN)
    for changed in (
        {"user_agent": GMAIL_PROXY},
        {"address": GMAIL},
        {"user_agent": "curl/8"},
        {"user_agent": ""},
    ):
        assert not is_measurable(replace(OPEN, **changed))


async def test_a_client_that_leaves_or_breaks_off_is_gone() -> None:
    said = [{"type": "http.request"}, {"type": "http.disconnect"}]

    async def receive() -> Any:
        return said.pop(0)

    async def broken() -> Any:
        raise ConnectionResetError

    await asyncio.wait_for(view_time_stream._gone(receive), 10)
    assert said == []
    await asyncio.wait_for(view_time_stream._gone(broken), 10)


async def test_overflow_that_could_not_be_kept_is_told_to_who_waits() -> None:
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


def test_overflow_begins_with_its_minute() -> None:
    record = OverflowRecord("a" * 24, 29_833_333, "open", 1, MAIL, 5)
    assert record.at == 29_833_333 * 60_000_000
    assert record.moment.isoformat() == "2026-09-21T14:13:00+00:00"


def test_a_head_request_is_forgotten_by_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    still, heads = hold_still(monkeypatch), HeadRequests()
    heads.note(PIXEL, READER)
    still.passes(30)
    heads.note(PIXEL, READER)
    assert heads.mark(PIXEL, READER, still.unix() + 60) != {}


def test_an_empty_header_is_one_too() -> None:
    read = headers({"headers": [(b"accept", b""), (b"accept", b"x"), (b"sec-ch-ua", b"y"), (b"x", b"z")]})
    assert read == {"accept": ",x", "sec-ch-ua": "y"}
