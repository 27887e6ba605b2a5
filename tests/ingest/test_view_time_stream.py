"""The view-time image over real HTTP: who is measured, for how long, and what is never measured."""

from __future__ import annotations

import asyncio
import time
from typing import Any
from uuid import uuid4

import pytest

from server.events.models import ViewTime
from server.ingest import answers, view_time_stream
from server.ingest.edge import REASON_HEADER
from server.lib import clock, metrics
from server.lib.shutdown import stopping
from server.marks.marks import marks_for
from server.marks.tokens import DAY
from tests.agents import APPLE, FIREFOX, GMAIL_PREFETCH, GMAIL_PROXY, OUTLOOK, THUNDERBIRD, YAHOO_PROXY
from tests.ingest.view_time_readers import Listener, Shore, shore
from tests.pipeline import GMAIL, READER, Pipeline, fresh

FAST = 200.0  # a second in these tests counts as this many measured seconds
OTHERS = ("198.51.100.8", "198.51.100.9")


@pytest.fixture(autouse=True)
def _time_flies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view_time_stream, "monotonic", lambda: time.monotonic() * FAST)
    monkeypatch.setattr(view_time_stream, "PAUSE", 0.01)


async def view_times(pipeline: Pipeline) -> list[ViewTime]:
    """Return all stored view times, oldest first."""
    await pipeline.events()
    return await ViewTime.all().order_by("at")


async def until_kept(number: int, before: int) -> None:
    """Wait until the edge has noticed that the clients left."""
    async with asyncio.timeout(60):
        while metrics.counted("view_time.kept") < before + number:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.01)


async def stays(listener: Listener, drops: int) -> None:
    """A client receives this many drops and leaves; returns when the edge has noticed."""
    before = metrics.counted("view_time.kept")
    await listener.drops(drops)
    await listener.leaves()
    await until_kept(1, before)


async def test_the_view_time_is_the_duration_of_the_connection(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Covers 223."""
    now = [1000.0]
    monkeypatch.setattr(view_time_stream, "monotonic", lambda: now[0])
    mail = await pipeline.world.sends(pipeline.world.alice)
    async with shore(pipeline, VIEW_TIME_SECONDS="100000") as at:
        for agent, seconds in ((FIREFOX, 3), (THUNDERBIRD, 40)):
            listener = await at.reads(mail, agent=agent)
            now[0] += seconds
            await stays(listener, 3)
    short, long = await view_times(pipeline)
    assert (short.seconds, long.seconds) == (3, 40)
    assert (short.address, short.user_agent, long.user_agent) == (READER, FIREFOX, THUNDERBIRD)
    assert short.message_id == mail.id


async def test_a_view_time_is_not_counted_as_an_open(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    async with shore(pipeline, VIEW_TIME_SECONDS="100000") as at:
        await stays(await at.loads(pipeline.marks(mail).view_time_url), 3)
    assert await pipeline.events() == []
    assert await ViewTime.all().count() == 1
    mail = await fresh(mail)
    assert (mail.opens, mail.raw_opens, mail.last_activity_at, mail.loaded_at) == (0, 0, None, None)


async def test_the_view_time_image_is_completed_at_the_maximum_duration(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    async with shore(pipeline, VIEW_TIME_SECONDS="60") as at:
        listener = await at.reads(mail)
        body = await listener.rest()
    assert body.startswith(answers.GIF[:-1] + b"\x21\xfe")
    assert body.endswith(answers.SLOW_GIF_END)
    comment = body[len(answers.GIF) + 1 : -len(answers.SLOW_GIF_END)]
    assert comment == answers.SLOW_GIF_MORE * (len(comment) // 2)
    [view_time] = await view_times(pipeline)
    assert view_time.seconds == 60


async def test_the_response_asks_proxies_not_to_buffer_or_store_the_view_time_image(
    pipeline: Pipeline,
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    async with shore(pipeline) as at:
        listener = await at.reads(mail)
        assert b"x-accel-buffering: no" in listener.head.lower()
        assert b"no-store" in listener.head
        await listener.leaves()


async def one_more_is_plain(at: Shore, mail: Any, cap: str, address: str) -> None:
    """While one stream is open, the next client gets the plain image; later, a third client gets a stream."""
    before = metrics.counted(f"view_time.over.{cap}")
    first = await at.reads(mail)
    other = mail if cap == "mail" else await at.pipeline.world.sends(at.pipeline.world.alice)
    second = await at.reads(other, address=address)
    assert first.streams
    assert not second.streams
    assert await second.reader.read() == answers.GIF
    assert metrics.counted(f"view_time.over.{cap}") == before + 1
    await stays(first, 3)
    third = await at.reads(other, address=address)
    assert third.streams
    await third.leaves()


@pytest.mark.parametrize(
    ("cap", "setting", "address"),
    [
        ("connections", "VIEW_TIME_CONNECTIONS", OTHERS[0]),
        ("mail", "VIEW_TIME_CONNECTIONS_PER_MAIL", OTHERS[0]),
        ("address", "VIEW_TIME_CONNECTIONS_PER_ADDRESS", READER),
    ],
)
async def test_beyond_a_cap_on_connections_the_plain_image_is_sent_immediately(
    pipeline: Pipeline, cap: str, setting: str, address: str
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    async with shore(pipeline, VIEW_TIME_SECONDS="100000", **{setting: "1"}) as at:
        await one_more_is_plain(at, mail, cap, address)


async def test_a_program_that_shows_five_mails_gets_all_five_pixels_and_two_view_time_streams(
    pipeline: Pipeline,
) -> None:
    mails = [await pipeline.world.sends(pipeline.world.alice) for _ in range(5)]
    async with shore(pipeline, VIEW_TIME_SECONDS="100000") as at:
        shown = [await at.reads(mail) for mail in mails]
        other = await at.reads(mails[4], agent=THUNDERBIRD)
    assert [each.streams for each in shown] == [True, True, False, False, False]
    assert other.streams
    assert len(await pipeline.events()) == 6


async def test_opens_are_stored_on_a_server_that_measures_no_view_time(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    async with shore(pipeline, VIEW_TIME_CONNECTIONS="0") as at:
        for address in OTHERS:
            await (await at.reads(mail, address=address)).leaves()
    assert len(await pipeline.events()) == 2
    assert await view_times(pipeline) == []


async def test_a_shutdown_ends_the_view_time_image_immediately_and_keeps_the_measured_time(
    pipeline: Pipeline,
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    async with shore(pipeline, VIEW_TIME_SECONDS="100000") as at:
        listener = await at.reads(mail)
        await listener.drops(3)
        stopping().set()
        assert (await listener.reader.read()).endswith(answers.SLOW_GIF_END + b"\r\n0\r\n\r\n")
    assert [each.seconds >= 1 for each in await view_times(pipeline)] == [True]


async def test_the_time_measured_before_a_request_is_cancelled_is_kept(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    path = pipeline.marks(mail).view_time_url.removeprefix(pipeline.world.public_url)

    streaming = asyncio.Event()

    async def silent(*_: Any) -> Any:
        await asyncio.sleep(1000)

    async def hears(message: Any) -> None:
        if message.get("body") == answers.SLOW_GIF_MORE:
            streaming.set()

    scope = {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b"",
        "headers": [(b"user-agent", FIREFOX.encode())], "client": (READER, 1),
    }  # fmt: skip
    request = asyncio.create_task(pipeline.edge(scope, silent, hears))
    await streaming.wait()
    request.cancel()
    await asyncio.gather(request, return_exceptions=True)
    assert len(await view_times(pipeline)) == 1


@pytest.mark.parametrize(
    ("agent", "address", "headers"),
    [
        (GMAIL_PROXY, GMAIL, {}),
        (GMAIL_PREFETCH, GMAIL, {}),
        (FIREFOX, GMAIL, {}),
        (YAHOO_PROXY, READER, {}),
        (APPLE, READER, {}),
        (FIREFOX, "17.58.0.1", {}),
        (OUTLOOK, READER, {}),
        ("Mozilla/5.0 (compatible; Barracuda Sentinel)", READER, {}),
        (FIREFOX, "67.231.144.5", {}),
        ("curl/8.5.0", READER, {}),
        ("", READER, {}),
        (FIREFOX, READER, {"sec_purpose": "prefetch"}),
    ],
)
async def test_proxies_and_machines_get_the_same_plain_image_as_a_forged_token(
    pipeline: Pipeline, agent: str, address: str, headers: dict[str, str]
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    good = pipeline.marks(mail).view_time_url
    wanted = await pipeline.get(f"{good[:-8]}AAAA.gif", agent, address, **headers)
    answer = await asyncio.wait_for(pipeline.get(good, agent, address, **headers), 60)
    assert (answer.status_code, answer.content) == (200, answers.GIF)
    assert (answer.content, answer.headers.raw) == (wanted.content, wanted.headers.raw)
    assert await view_times(pipeline) == []


async def test_no_view_time_is_measured_with_an_expired_token_or_a_token_for_another_purpose(
    pipeline: Pipeline,
) -> None:
    alice = pipeline.world.alice
    mail = await pipeline.world.sends(alice)
    good = pipeline.marks(mail)
    old = marks_for(
        mail.id,
        pipeline.world.ring,
        pipeline.world.public_url,
        alice.id,
        alice.prefix,
        clock.unix() - 91 * DAY,
    )
    swapped = good.view_time_url.replace(good.view_time_url.rsplit("/", 1)[1], f"{good.pixel_token}.gif")
    as_pixel = good.view_time_url.replace("/r/", "/")
    for url in (old.view_time_url, swapped, as_pixel):
        answer = await asyncio.wait_for(pipeline.get(url), 60)
        assert (answer.status_code, answer.content) == (200, answers.GIF)
        assert REASON_HEADER not in answer.headers
    head = await asyncio.wait_for(pipeline.get(good.view_time_url, method="HEAD"), 60)
    assert (head.status_code, head.content) == (200, b"")
    assert await pipeline.events() == []
    assert await view_times(pipeline) == []


@pytest.mark.parametrize("end", [".", ")", "%3E", "%20", "/"])
async def test_a_stray_character_behind_a_view_time_image_does_not_stop_its_stream(
    pipeline: Pipeline, end: str
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    async with shore(pipeline) as at:
        listener = await at.loads(pipeline.marks(mail).view_time_url + end)
        assert listener.streams
        await listener.leaves()


@pytest.mark.usefixtures("one_minute")
async def test_the_view_times_of_one_mail_have_a_separate_rate_limit(pipeline: Pipeline) -> None:
    """Opens of the mail are stored although its limit for view times is exceeded."""
    mail = await pipeline.world.sends(pipeline.world.alice)
    before = metrics.counted("view_time.over.rate")
    async with shore(pipeline, TOKEN_EVENTS_PER_MINUTE="3", VIEW_TIME_CONNECTIONS_PER_MAIL="100") as at:
        listeners = [await at.loads(pipeline.marks(mail).view_time_url) for _ in range(6)]
        await (await at.loads(pipeline.marks(mail).pixel_url)).leaves()
        for each in listeners:
            await each.leaves()
    assert sum(each.streams for each in listeners) <= 3
    assert metrics.counted("view_time.over.rate") > before
    assert len(await pipeline.events()) == 1


async def test_a_view_time_of_an_unreported_mail_is_stored(pipeline: Pipeline) -> None:
    lease = (await pipeline.world.sends(pipeline.world.alice)).clone()
    lease.id = uuid4()
    async with shore(pipeline, VIEW_TIME_SECONDS="100000") as at:
        await stays(await at.reads(lease), 3)
    [view_time] = await view_times(pipeline)
    assert view_time.message_id == lease.id
