"""The edge, request by request: what it passes on, counts and stores, and how long an address may be."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

import pytest

from server.ingest import answers
from server.lib import metrics
from server.lib.net.resolver import SystemResolver
from server.marks.marks import marks_for
from server.marks.tokens import DAY, Purpose, TokenClaims, sign
from tests.agents import FIREFOX
from tests.ingest.test_rates import limited
from tests.pipeline import READER, Pipeline, fresh
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
    """Everything that the edge sends as the answer."""
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        await asyncio.Event().wait()

    await asyncio.wait_for(pipeline.edge(request, receive, send), 60)
    return sent


async def status(pipeline: Pipeline, request: dict[str, Any]) -> int:
    return int((await asks(pipeline, request))[0]["status"])


async def test_an_address_and_its_query_may_together_have_at_most_8192_bytes(pipeline: Pipeline) -> None:
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


async def test_a_request_that_is_not_for_the_edge_goes_to_the_application(pipeline: Pipeline) -> None:
    passed: list[str] = []

    async def inner(scope: Any, receive: Any, send: Any) -> None:
        passed.append(scope["type"])

    pipeline.edge._inner = inner
    assert await asks(pipeline, {"type": "lifespan"}) == []
    assert await asks(pipeline, {"type": "websocket", "path": "/p/a/b.gif"}) == []
    assert await asks(pipeline, scope("/login")) == []
    assert passed == ["lifespan", "websocket", "http"]


async def test_an_answer_consists_of_a_start_and_a_body_that_is_empty_for_a_head_request(
    pipeline: Pipeline,
) -> None:
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
async def test_the_path_determines_which_kind_of_refused_mark_is_counted(
    pipeline: Pipeline, path: str, counted: str
) -> None:
    names = {f"{what}.refused.malformed" for what in ("pixel", "view_time", "link")}
    before = {name: metrics.counted(name) for name in names}
    await asks(pipeline, scope(path))
    assert {name for name in names if metrics.counted(name) > before[name]} == {counted}


async def test_in_debug_mode_a_refused_view_time_image_also_shows_the_reason_for_the_refusal(
    pipeline: Pipeline,
) -> None:
    pipeline.edge = pipeline.edge_with(DEBUG="1")
    for path in ("/p/a/r/b.png", "/p/a/b.png"):
        start, end = await asks(pipeline, scope(path))
        assert (b"x-sightline-reason", b"malformed") in start["headers"]
        assert end["body"] == answers.PNG


async def test_an_open_is_stored_with_all_its_fields(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    mail = await pipeline.world.sends(pipeline.world.alice, "bob@x.example, charlie@x.example")
    claims = TokenClaims(pipeline.world.alice.id, mail.id, 2, int(still.unix()) + DAY)
    token = sign(pipeline.world.ring, Purpose.OPEN, claims)
    before = metrics.counted("open.kept")
    answer = await pipeline.get(
        f"{pipeline.world.public_url}/p/{pipeline.world.alice.prefix}/{token}.gif", referer="https://mail/"
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


async def test_following_the_decoy_is_stored_as_a_click_and_redirects_nowhere(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    marks = pipeline.marks(mail)
    answer = await pipeline.get(marks.decoy_url)
    assert (answer.status_code, "location" in answer.headers) == (200, False)
    assert "nothing behind this link" in answer.text
    [event] = await pipeline.events()
    assert (event.kind, event.is_decoy) == ("click", True)
    before = {name: metrics.counted(f"link.refused.{name}") for name in ("expired", "purpose")}
    alice = pipeline.world.alice
    then = event.at.timestamp() - 400 * DAY
    old = marks_for(mail.id, pipeline.world.ring, pipeline.world.public_url, alice.id, alice.prefix, then)
    answer = await pipeline.get(old.decoy_url)
    assert (answer.status_code, "has expired" in answer.text) == (400, True)
    pixel_as_link = marks.link_base + marks.pixel_token
    answer = await pipeline.get(pixel_as_link)
    assert (answer.status_code, "not valid" in answer.text) == (400, True)
    assert metrics.counted("link.refused.expired") == before["expired"] + 1
    assert metrics.counted("link.refused.purpose") == before["purpose"] + 1
    assert len(await pipeline.events()) == 1


@pytest.mark.usefixtures("one_minute")
async def test_an_earlier_head_request_is_noted_with_the_hit_that_follows(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, links=[HOME])
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
async def test_clicks_beyond_the_limit_of_an_address_are_counted_as_overflow_of_their_mail(
    pipeline: Pipeline,
) -> None:
    limited(pipeline, address=2)
    mail = await pipeline.world.sends(pipeline.world.alice, links=[HOME])
    before = metrics.counted("click.over.address")
    for _ in range(5):
        assert (await pipeline.clicks(mail, HOME)).status_code == 302
    assert len(await pipeline.events()) == 2
    assert (await fresh(mail)).overflow_clicks == 3
    assert metrics.counted("click.over.address") == before + 3


async def test_settling_the_edge_waits_for_a_name_lookup_that_has_begun(
    pipeline: Pipeline,
) -> None:
    pipeline.edge = pipeline.edge_with(SystemResolver(lambda host: []))
    mail = await pipeline.world.sends(pipeline.world.alice)
    before = metrics.counted("target.refused.unresolved")
    asked = asyncio.create_task(pipeline.clicks(mail, "https://nobody.test/"))
    async with asyncio.timeout(60):
        while not pipeline.edge._following and not asked.done():  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0)
    await pipeline.edge.settle()
    assert (await asked).status_code == 400
    assert pipeline.edge._following == set()
    assert metrics.counted("target.refused.unresolved") == before + 1
