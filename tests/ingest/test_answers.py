"""The edge's answers, byte for byte, and what is counted about them."""

from __future__ import annotations

import re

import pytest

from server.ingest import answers
from server.ingest.requests import headers, peer
from server.lib import metrics
from server.messages.models import Link
from tests.pipeline import READER, Pipeline

HOME, OTHER = "https://example.com/", "https://example.org/elsewhere"


def test_every_pixel_has_the_same_headers() -> None:
    common = [
        (b"cache-control", b"no-store, no-cache, must-revalidate, max-age=0"),
        (b"pragma", b"no-cache"),
        (b"expires", b"0"),
        (b"x-content-type-options", b"nosniff"),
        (b"cross-origin-resource-policy", b"cross-origin"),
    ]
    for ending, kind, size in ((".gif", b"image/gif", b"43"), (".png", b"image/png", b"67")):
        start = answers.PIXELS[ending].start()
        assert (start["type"], start["status"]) == ("http.response.start", 200)
        assert start["headers"] == [(b"content-type", kind), (b"content-length", size), *common]
    slow = answers.SLOW_GIF.start(answers.HTTPS_ONLY)
    assert slow["headers"] == [
        (b"content-type", b"image/gif"),
        (b"x-accel-buffering", b"no"),
        *common,
        (b"strict-transport-security", b"max-age=63072000"),
    ]


def test_a_redirect_has_only_its_target_and_headers_that_prevent_caching_and_referrers() -> None:
    answer = answers.redirect(HOME)
    assert (answer.status, answer.body) == (302, b"")
    assert dict(answer.headers) == {
        b"location": HOME.encode(),
        b"content-length": b"0",
        b"cache-control": b"no-store, no-cache, must-revalidate, max-age=0",
        b"pragma": b"no-cache",
        b"expires": b"0",
        b"x-content-type-options": b"nosniff",
        b"referrer-policy": b"no-referrer",
        b"x-robots-tag": b"noindex, nofollow",
    }


@pytest.mark.parametrize(
    ("answer", "status", "title"),
    [
        (answers.BAD_LINK, 400, "This link is not valid"),
        (answers.EXPIRED_LINK, 400, "This link has expired"),
        (answers.REFUSED_TARGET, 400, "This link cannot be followed"),
        (answers.UNRESOLVED_TARGET, 400, "The address behind this link was not found"),
        (answers.DECOY, 200, "There is nothing behind this link"),
        (answers.NOT_ALLOWED, 405, "This address can only be read"),
        (answers.TOO_LONG, 414, "This address is too long"),
    ],
)
def test_a_page_of_the_edge_runs_no_script_and_is_never_cached(
    answer: answers.Answer, status: int, title: str
) -> None:
    sent = dict(answer.headers)
    assert (answer.status, sent[b"content-type"]) == (status, b"text/html; charset=utf-8")
    assert sent[b"content-length"] == str(len(answer.body)).encode()
    assert b"default-src 'none'; style-src 'sha256-" in sent[b"content-security-policy"]
    assert sent[b"content-security-policy"].endswith(
        b"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    assert sent[b"cache-control"].startswith(b"no-store")
    assert (sent[b"x-robots-tag"], sent[b"referrer-policy"]) == (b"noindex, nofollow", b"no-referrer")
    text = answer.body.decode()
    assert text.startswith('<!doctype html><html lang="en"><meta charset="utf-8">')
    assert text.count(title) == 2
    assert f"<title>{title}</title>" in text
    assert re.search(r"<p>[A-Z][a-z]? ?[a-z].*\.</p></html>$", text)
    assert answer.end("HEAD")["body"] == b""
    assert answer.end("GET") == {"type": "http.response.body", "body": answer.body}
    assert answer.end("BREW")["body"] == answer.body
    assert "BREW" not in answer._ends


def test_the_values_of_a_repeated_header_are_joined_and_headers_that_are_not_needed_are_ignored() -> None:
    scope = {
        "headers": [
            (b"accept", b"text/html"),
            (b"accept", b"image/webp"),
            (b"cookie", b"secret=1"),
            (b"sec-ch-ua-platform", b"Linux"),
            (b"user-agent", b"a\0b"),
            (b"referer", b"\xfc"),
        ],
        "client": (READER, 1),
    }
    assert headers(scope) == {
        "accept": "text/html,image/webp",
        "sec-ch-ua-platform": "Linux",
        "user-agent": "ab",
        "referer": "ü",
    }
    assert (peer(scope), peer({}), peer({"client": None})) == (READER, "", "")


async def test_a_head_request_and_a_get_request_are_counted_separately(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, links=[HOME])
    before = {name: metrics.counted(name) for name in ("open.head", "click.head", "open.kept", "click.kept")}
    for url in (pipeline.marks(mail).pixel_url, pipeline.marks(mail).tracked(HOME)):
        await pipeline.get(url, method="HEAD")
        await pipeline.get(url)
    assert {name: metrics.counted(name) - number for name, number in before.items()} == dict.fromkeys(
        before, 1
    )


async def test_each_refusal_is_counted_under_its_reason(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, links=[HOME])
    marks, root = pipeline.marks(mail), pipeline.world.public_url
    cases = {
        "pixel.refused.malformed": f"{root}/p/a/b.gif",
        "view_time.refused.malformed": f"{root}/p/a/r/b.gif",
        "link.refused.malformed": f"{root}/c/a/b",
        "link.refused.foreign": marks.tracked(OTHER),
        "target.refused.inside": marks.tracked("http://127.0.0.1/"),
        "target.refused.scheme": marks.tracked("ftp://example.com/"),
    }
    for name, url in cases.items():
        before = metrics.counted(name)
        await pipeline.get(url)
        assert metrics.counted(name) == before + 1, name


async def test_a_manual_pixel_may_be_a_png(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, source="manual")
    for path in (f"/p/{mail.id}.png", f"/track/open/{mail.id}.png"):
        answer = await pipeline.get(pipeline.world.public_url + path)
        assert (answer.headers["content-type"], answer.content) == ("image/png", answers.PNG)
    shown = await pipeline.get(f"{pipeline.world.public_url}/p/{mail.id}.jpg")
    assert shown.content == answers.GIF
    assert len(await pipeline.events()) == 3


async def test_an_id_in_another_format_matches_no_message(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, source="manual")
    for name in (mail.id.hex, f"{{{mail.id}}}", f"urn:uuid:{mail.id}"):
        assert (await pipeline.get(f"{pipeline.world.public_url}/p/{name}.gif")).content == answers.GIF
    assert await pipeline.events() == []


async def test_a_link_that_is_not_in_the_mails_report_is_refused(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    await Link.create(message=mail, number=1, url=HOME, url_hash="x")
    assert (await pipeline.clicks(mail, HOME)).status_code == 302
    assert (await pipeline.clicks(mail, OTHER)).status_code == 400


def test_two_answers_with_the_same_content_are_equal_even_if_one_was_sent() -> None:
    sent, fresh = (answers.redirect(HOME) for _ in range(2))
    assert sent.start() is sent.start()
    assert sent.end("GET") is sent.end("GET")
    assert sent == fresh
    assert sent != answers.redirect(OTHER)
    assert sent.with_header("x", "y").headers[-1] == (b"x", b"y")
    assert sent.start(answers.HTTPS_ONLY)["headers"][-1] == answers.HTTPS_ONLY[0]


@pytest.mark.usefixtures("one_minute")
async def test_a_link_of_one_mail_is_refused_in_another(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, links=[HOME])
    other = await pipeline.world.sends(pipeline.world.alice, links=[OTHER])
    assert (await pipeline.clicks(mail, OTHER)).status_code == 400
    assert (await pipeline.clicks(other, OTHER)).status_code == 302


def test_the_parts_of_the_streamed_image_form_a_complete_gif() -> None:
    whole = answers.SLOW_GIF.body + answers.SLOW_GIF_MORE * 3 + answers.SLOW_GIF_END
    assert answers.SLOW_GIF_MORE == b"\x01 "
    assert whole == answers.GIF[:-1] + b"\x21\xfe" + b"\x01 \x01 \x01 " + b"\x00\x3b"
