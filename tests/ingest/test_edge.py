"""The edge answers every request, valid or not."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest

from server.ingest.edge import REASON_HEADER
from server.lib import clock, log_throttle, metrics
from server.marks.marks import marks_for
from server.marks.tokens import DAY
from tests.pipeline import READER, Pipeline

ROOT = "http://127.0.0.1:8000"


async def test_a_bad_token_gets_byte_for_byte_the_answer_of_a_good_one(pipeline: Pipeline) -> None:
    """Covers S1, 38: the answer does not reveal whether a token is valid."""
    mail = await pipeline.world.sends(pipeline.world.alice)
    good = pipeline.marks(mail).pixel_url
    wanted = await pipeline.get(good)
    for bad in (
        good[:-6] + ".gif",
        f"{ROOT}/p/x.gif",
        f"{ROOT}/p/",
        f"{ROOT}/p/a/b/c.gif",
        f"{ROOT}/track/open/9",
    ):
        answer = await pipeline.get(bad)
        assert (answer.status_code, answer.content) == (200, wanted.content)
        assert answer.headers.raw == wanted.headers.raw
    assert len(await pipeline.events()) == 1


async def test_an_expired_pixel_is_answered_with_the_image_and_not_recorded(pipeline: Pipeline) -> None:
    """Covers 47."""
    alice = pipeline.world.alice
    mail = await pipeline.world.sends(alice)
    then = clock.unix() - 91 * DAY
    old = marks_for(mail.id, pipeline.world.ring, ROOT, alice.id, alice.prefix, then)
    assert (await pipeline.get(old.pixel_url)).status_code == 200
    assert await pipeline.events() == []


async def test_the_headers_of_the_pixel_forbid_caching_and_allow_embedding_anywhere(
    pipeline: Pipeline,
) -> None:
    """Covers 36, 37, 39, 43."""
    answer = await pipeline.get(f"{ROOT}/p/x/y.gif")
    assert answer.headers["cache-control"] == "no-store, no-cache, must-revalidate, max-age=0"
    assert (answer.headers["pragma"], answer.headers["expires"]) == ("no-cache", "0")
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert "set-cookie" not in answer.headers


async def test_a_head_request_is_answered_like_a_get_request_and_not_recorded(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, links=["https://example.com/"])
    pixel, link = pipeline.marks(mail).pixel_url, pipeline.marks(mail).tracked("https://example.com/")
    for url, status in ((pixel, 200), (link, 302)):
        head, whole = await pipeline.get(url, method="HEAD"), await pipeline.get(url)
        assert (head.status_code, head.content) == (status, b"")
        assert head.headers.raw == whole.headers.raw
    assert len(await pipeline.events()) == 2


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
async def test_pixels_and_links_accept_only_get_and_head(pipeline: Pipeline, method: str) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    for url in (pipeline.marks(mail).pixel_url, pipeline.marks(mail).tracked("https://example.com/")):
        answer = await pipeline.get(url, method=method)
        assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
    assert await pipeline.events() == []


async def test_an_address_of_more_than_8_kb_is_refused_as_too_long(pipeline: Pipeline) -> None:
    assert (await pipeline.get(f"{ROOT}/p/a/{'x' * 8200}.gif")).status_code == 414
    assert (await pipeline.get(f"{ROOT}/?q={'x' * 8200}")).status_code == 414
    assert (await pipeline.get(f"{ROOT}/p/a/{'x' * 8000}.gif")).status_code == 200


@pytest.mark.parametrize(
    "end", [".", ")", "%3E", "/", "%20", "&x=1", "?x=1", "%E2%80%8B", "/index.html", "%22%20width"]
)
async def test_a_stray_character_behind_a_picture_does_not_hide_an_open(pipeline: Pipeline, end: str) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, source="manual")
    pixel = pipeline.marks(mail).pixel_url
    for url in (pixel, pixel.removesuffix(".gif"), f"{ROOT}/p/{mail.id}.gif", f"{ROOT}/track/open/{mail.id}"):
        answer = await pipeline.get(url + end)
        assert (answer.status_code, answer.headers["content-type"]) == (200, "image/gif")
    assert len(await pipeline.events()) == 4


async def test_every_other_request_goes_to_the_application(pipeline: Pipeline) -> None:
    for path in ("/", "/pair", "/p", "/c", "/track/", "/login"):
        assert (await pipeline.get(f"{ROOT}{path}")).text == "behind"


async def test_forged_tokens_are_logged_once_as_a_security_event_without_the_token(
    pipeline: Pipeline, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Covers 14."""
    monkeypatch.setattr(
        log_throttle, "PERIOD", 600
    )  # all forged tokens arrive within it, even on a slow machine
    mail = await pipeline.world.sends(pipeline.world.alice)
    url = pipeline.marks(mail).pixel_url
    token = url.rsplit("/", 1)[1].removesuffix(".gif")
    forged = url.replace(token, token[:40] + ("A" if token[40] != "A" else "B") + token[41:])
    before = metrics.counted("pixel.refused.signature")
    with caplog.at_level(logging.WARNING):
        for _ in range(50):
            await pipeline.get(forged)
    assert metrics.counted("pixel.refused.signature") == before + 50
    lines = [record.getMessage() for record in caplog.records if "security" in record.getMessage()]
    assert len(lines) == 1
    assert token[:40] not in lines[0]


async def test_the_reason_for_a_refusal_is_shown_only_in_debug_mode(pipeline: Pipeline) -> None:
    assert REASON_HEADER not in (await pipeline.get(f"{ROOT}/p/a/b.gif")).headers
    pipeline.edge = pipeline.edge_with(DEBUG="1")
    assert (await pipeline.get(f"{ROOT}/p/a/b.gif")).headers[REASON_HEADER] == "malformed"


async def test_trusted_proxies_determine_the_clients_address(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    proxied = pipeline.edge_with(TRUSTED_PROXIES="10.0.0.0/8")
    pixel = pipeline.marks(mail).pixel_url
    await pipeline.get(pixel, x_forwarded_for="1.2.3.4")
    pipeline.edge = proxied
    await pipeline.get(pixel, address="10.0.0.1", x_forwarded_for="6.6.6.6, 93.184.215.14, 10.0.0.2")
    await pipeline.get(pixel, address="::ffff:10.0.0.1", x_forwarded_for="93.184.215.15")
    assert [event.address for event in await pipeline.events()] == [READER, "93.184.215.14", "93.184.215.15"]


async def test_an_open_is_stored_although_the_reader_hangs_up_immediately(pipeline: Pipeline) -> None:
    """Covers R5: the hit is handed to the spool before the first wait."""
    pipeline.edge = pipeline.edge_with(TOKEN_EVENTS_PER_MINUTE="0")
    mail = await pipeline.world.sends(pipeline.world.alice)
    path = pipeline.marks(mail).pixel_url.removeprefix(pipeline.world.public_url)

    async def gone(*_: Any) -> Any:
        raise ConnectionResetError

    scope = {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b"",
        "headers": [(b"user-agent", b"Mozilla/5.0 (X11) Firefox/1")], "client": (READER, 1),
    }  # fmt: skip
    for _ in range(200):
        request = asyncio.create_task(pipeline.edge(dict(scope), gone, gone))
        await asyncio.sleep(0)
        request.cancel()
        await asyncio.gather(request, return_exceptions=True)
    assert len(await pipeline.events()) == 200


async def test_stored_parts_of_a_request_are_cut_to_a_fixed_length(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    long = "Mozilla/5.0 (" + "x" * 6000
    await pipeline.get(
        pipeline.marks(mail).pixel_url,
        long,
        referer="r" * 6000,
        accept_language="de" * 3000,
        cookie="secret=1",
    )
    [event] = await pipeline.events()
    assert (len(event.user_agent), len(event.referer), len(event.headers["accept-language"])) == (
        1024,
        2048,
        256,
    )
    assert "cookie" not in event.headers
