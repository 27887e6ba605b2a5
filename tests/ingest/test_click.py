"""A recipient follows a link."""

from __future__ import annotations

import asyncio
from ipaddress import IPv4Address

import pytest

from server.lib import clock
from server.lib.net import resolver
from server.lib.net.ip import IPAddress
from server.lib.net.resolver import SystemResolver
from server.marks.marks import marks_for
from server.marks.tokens import DAY
from tests.pipeline import Pipeline, fresh, fresh_link

HOME = "https://example.com/offer?a=1&b=2#part"


async def test_a_click_leads_to_exactly_the_target_and_counts(pipeline: Pipeline) -> None:
    """Covers 58, 61, 62, 63, 64."""
    mail = await pipeline.world.sends(pipeline.world.alice, links=["https://example.org/", HOME])
    answer = await pipeline.clicks(mail, HOME)
    assert (answer.status_code, answer.headers["location"], answer.content) == (302, HOME, b"")
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "no-store" in answer.headers["cache-control"]
    [event] = await pipeline.events()
    link = await fresh_link(mail, 2)
    assert (event.kind, event.verdict, event.url, event.link_id) == ("click", "likely_person", HOME, link.id)
    assert (link.clicks, link.raw_clicks, link.first_click_at, link.last_click_at) == (
        1,
        1,
        event.at,
        event.at,
    )
    mail = await fresh(mail)
    assert (mail.clicks, mail.raw_clicks, mail.opens, mail.last_activity_at) == (1, 1, 0, event.at)
    assert (await fresh_link(mail, 1)).raw_clicks == 0


async def test_an_unreported_link_still_redirects_and_counts(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    assert (await pipeline.clicks(mail, HOME)).status_code == 302
    [event] = await pipeline.events()
    assert (event.link_id, (await fresh(mail)).clicks) == (None, 1)


@pytest.mark.parametrize(
    ("url", "location"),
    [
        ("https://example.com/über?q=✓", "https://example.com/%C3%BCber?q=%E2%9C%93"),
        ("https://example.com/a b", "https://example.com/a%20b"),
        ("https://example.com\\@example.org/", "https://example.com/@example.org/"),
        ("https://example.com/\r\nSet-Cookie: a=b", "https://example.com/Set-Cookie:%20a=b"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://user:secret@example.com:8443/{x}|y^`", "https://user:secret@example.com:8443/{x}|y^`"),
    ],
)
async def test_characters_that_a_header_cannot_contain_are_encoded_as_a_browser_would(
    pipeline: Pipeline, url: str, location: str
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    answer = await pipeline.clicks(mail, url)
    assert (answer.status_code, answer.headers["location"]) == (302, location)
    assert "set-cookie" not in answer.headers
    [event] = await pipeline.events()
    assert event.url == url


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://localhost/", "javascript:alert(1)", "//x"])
async def test_a_link_to_an_internal_address_or_a_script_redirects_nobody_and_records_nothing(
    pipeline: Pipeline, url: str
) -> None:
    """Covers 66, 67, 70."""
    mail = await pipeline.world.sends(pipeline.world.alice)
    answer = await pipeline.clicks(mail, url)
    assert answer.status_code == 400
    assert "location" not in answer.headers
    assert "cannot be followed" in answer.text
    assert await pipeline.events() == []


async def test_a_link_to_an_unknown_host_says_that_the_host_is_unknown(pipeline: Pipeline) -> None:
    """Covers 69, 71."""
    mail = await pipeline.world.sends(pipeline.world.alice)
    answer = await pipeline.clicks(mail, "https://nobody-knows.test/")
    assert (answer.status_code, "was not found" in answer.text) == (400, True)
    assert await pipeline.events() == []


async def test_an_expired_link_says_that_it_has_expired(pipeline: Pipeline) -> None:
    """Covers 22, 65."""
    alice = pipeline.world.alice
    mail = await pipeline.world.sends(alice)
    then = clock.unix() - 91 * DAY
    old = marks_for(mail.id, pipeline.world.ring, pipeline.world.public_url, alice.id, alice.prefix, then)
    answer = await pipeline.get(old.tracked(HOME))
    assert (answer.status_code, "This link has expired" in answer.text) == (400, True)
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")


async def test_a_truncated_link_says_that_the_link_is_not_valid(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    for damage in (-3, -9, -60):
        for end in ("", ".", "?utm_source=x"):
            answer = await pipeline.get(pipeline.marks(mail).tracked(HOME)[:damage] + end)
            assert (answer.status_code, "not valid" in answer.text) == (400, True)
            assert "location" not in answer.headers
    assert await pipeline.events() == []


@pytest.mark.parametrize(
    "end", [".", ")", ",", "=", "/", "%3E", "%22", "%E2%80%8B", "%20", "%0A", "'", "*", "_", "=3D", "%5D"]
)
async def test_a_stray_character_behind_a_link_does_not_break_it(pipeline: Pipeline, end: str) -> None:
    """Covers theyworkforyou#1554, UK-Polling-Stations#6926."""
    mail = await pipeline.world.sends(pipeline.world.alice, links=[HOME])
    answer = await pipeline.get(pipeline.marks(mail).tracked(HOME) + end)
    assert (answer.status_code, answer.headers["location"]) == (302, HOME)
    [event] = await pipeline.events()
    assert (event.url, event.link_id) == (HOME, (await fresh_link(mail, 1)).id)


@pytest.mark.parametrize(
    ("target", "end", "location"),
    [
        (HOME, "?utm_source=x", "https://example.com/offer?a=1&b=2&utm_source=x#part"),
        (HOME, "&utm_source=x", "https://example.com/offer?a=1&b=2&utm_source=x#part"),
        (HOME, "&amp;utm_source=x&amp;c=3", "https://example.com/offer?a=1&b=2&utm_source=x&c=3#part"),
        (HOME, ".?fbclid=x%26y", "https://example.com/offer?a=1&b=2&fbclid=x%26y#part"),
        (HOME, "?a=9&gclid=x", "https://example.com/offer?a=1&b=2&gclid=x#part"),
        (HOME, "?a=9", HOME),
        (HOME, "?x", HOME),
        ("https://example.com", "?mc_cid=1", "https://example.com?mc_cid=1"),
        ("https://example.com/?", "%3Fmc_cid=1", "https://example.com/?mc_cid=1"),
        ("https://example.com/#/r?a=1", "?b=1", "https://example.com/?b=1#/r?a=1"),
        ("https://example.com/a", "?b=1%0d%0aset-cookie:c=d", "https://example.com/a?b=1%0d%0aset-cookie:c=d"),
        ("https://example.com/a", "?b=@evil.example/&c=//evil.example", "https://example.com/a?b=@evil.example/&c=//evil.example"),
        ("https://example.com/a", "/..%2F..%2F@evil.example/", "https://example.com/a"),
        ("https://example.com/a", "%22%3Ehttps://evil.example/?x=1", "https://example.com/a?x=1"),
        ("https://bücher.example/", "?b=1", "https://xn--bcher-kva.example/?b=1"),
        ("https://example.com/?A=1", "?a=2&b=3", "https://example.com/?A=1&b=3"),
        ("https://example.com/?a=1;c=2", "?c=9&b=3", "https://example.com/?a=1;c=2&b=3"),
        ("https://example.com/?a=1", "?b=3;a=9&d=4", "https://example.com/?a=1&d=4"),
        ("https://example.com/?a[]=1", "?a%5b0%5d=9&b=3", "https://example.com/?a[]=1&b=3"),
        ("https://example.com/?a=1", "?a[x]=9&b=3", "https://example.com/?a=1&b=3"),
        ("https://example.com/?a%5B%5D=1", "?a=9&b=3", "https://example.com/?a%5B%5D=1&b=3"),
        ("https://example.com/?a_b=1", "?a.b=9&a+b=9&%61_B=9&b=3", "https://example.com/?a_b=1&b=3"),
        ("https://example.com/?a", "?a=9&b=3;c", "https://example.com/?a&b=3;c"),
        ("http://a[b@example.com/", "?utm_source=x", "http://a[b@example.com/?utm_source=x"),
        ("https://u:p[@example.com/x", "?utm_source=x", "https://u:p[@example.com/x?utm_source=x"),
        ("https://u]@example.com/x?a=1", "&a=2&b=3", "https://u]@example.com/x?a=1&b=3"),
    ],
)  # fmt: skip
async def test_a_query_that_was_added_to_a_link_goes_on_to_its_target_and_changes_nothing_else(
    pipeline: Pipeline, target: str, end: str, location: str
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    answer = await pipeline.get(pipeline.marks(mail).tracked(target) + end)
    assert (answer.status_code, answer.headers["location"]) == (302, location)
    assert "set-cookie" not in answer.headers
    [event] = await pipeline.events()
    assert event.url == target


@pytest.mark.parametrize("end", [".", "%20", "?utm_source=x"])
async def test_a_stray_character_behind_the_decoy_does_not_hide_who_followed_it(
    pipeline: Pipeline, end: str
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    assert (await pipeline.get(pipeline.marks(mail).decoy_url + end)).status_code == 200
    assert [event.is_decoy for event in await pipeline.events()] == [True]


async def test_a_click_is_stored_although_the_reader_leaves_during_the_name_lookup(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resolver, "CAP_SECONDS", 60)  # the name is resolved, however slow this machine is
    asked = asyncio.Event()
    let_go = asyncio.Event()
    loop = asyncio.get_running_loop()

    def slow(host: str) -> list[IPAddress]:
        loop.call_soon_threadsafe(asked.set)
        asyncio.run_coroutine_threadsafe(let_go.wait(), loop).result(60)
        return [IPv4Address("93.184.215.14")]

    pipeline.edge = pipeline.edge_with(SystemResolver(slow))
    mail = await pipeline.world.sends(pipeline.world.alice)
    request = asyncio.create_task(pipeline.clicks(mail, "https://slow.test/"))
    await asked.wait()
    request.cancel()
    let_go.set()
    await pipeline.edge.settle()
    assert [event.kind for event in await pipeline.events()] == ["click"]
