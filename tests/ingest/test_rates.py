"""A client sends more requests than the rate limits allow."""

from __future__ import annotations

import sys
from typing import Any
from uuid import uuid4

import pytest

from server.lib import metrics
from server.lib.rates import SLOTS, Rate
from tests.faults import table
from tests.pipeline import GMAIL, READER, Pipeline

LINK = "https://example.com/"
NOW = 1_790_000_000.0


pytestmark = pytest.mark.usefixtures("one_minute")


def limited(pipeline: Pipeline, token: int = 0, address: int = 0, **env: Any) -> None:
    pipeline.edge = pipeline.edge_with(
        TOKEN_EVENTS_PER_MINUTE=str(token), ADDRESS_EVENTS_PER_MINUTE=str(address), **env
    )


async def test_a_pixel_loaded_100_times_in_a_minute_is_always_answered_and_stored_60_times(
    pipeline: Pipeline,
) -> None:
    mail, other = (
        await pipeline.world.sends(pipeline.world.alice),
        await pipeline.world.sends(pipeline.world.alice),
    )
    before = metrics.counted("open.over.token")
    answers = {(await pipeline.get(pipeline.marks(mail).pixel_url)).status_code for _ in range(100)}
    await pipeline.get(pipeline.marks(other).pixel_url)
    assert answers == {200}
    assert len(await pipeline.events()) == 61
    assert metrics.counted("open.over.token") == before + 40


async def test_a_link_followed_beyond_its_limit_still_redirects(pipeline: Pipeline) -> None:
    limited(pipeline, token=5)
    mail = await pipeline.world.sends(pipeline.world.alice, links=[LINK, f"{LINK}other"])
    answers = [await pipeline.clicks(mail, LINK) for _ in range(8)]
    assert {(answer.status_code, answer.headers["location"]) for answer in answers} == {(302, LINK)}
    assert (await pipeline.clicks(mail, f"{LINK}other")).status_code == 302
    assert len(await pipeline.events()) == 6


async def test_without_a_limit_all_100_loads_of_a_pixel_are_stored(pipeline: Pipeline) -> None:
    limited(pipeline)
    mail = await pipeline.world.sends(pipeline.world.alice)
    for _ in range(100):
        await pipeline.get(pipeline.marks(mail).pixel_url)
    assert len(await pipeline.events()) == 100


async def test_one_address_cannot_fill_the_spool_and_a_mail_proxy_has_no_address_limit(
    pipeline: Pipeline,
) -> None:
    limited(pipeline, address=10)
    before = metrics.counted("open.over.address")
    for _ in range(15):
        mail = await pipeline.world.sends(pipeline.world.alice)
        assert (await pipeline.get(pipeline.marks(mail).pixel_url)).status_code == 200
        await pipeline.opens_in_gmail(mail)
    assert [event.address for event in await pipeline.events()].count(READER) == 10
    assert [event.address for event in await pipeline.events()].count(GMAIL) == 15
    assert metrics.counted("open.over.address") == before + 5


async def test_a_whole_ipv6_network_counts_as_one_address(pipeline: Pipeline) -> None:
    limited(pipeline, address=10)
    mail = await pipeline.world.sends(pipeline.world.alice)
    for number in range(15):
        await pipeline.get(pipeline.marks(mail).pixel_url, address=f"2001:db8:4001:81b::{number:x}")
    await pipeline.get(pipeline.marks(mail).pixel_url, address="2001:db8:4001:81c::1")
    assert len(await pipeline.events()) == 11


async def test_500_invented_forwarders_from_one_peer_count_as_one_address(pipeline: Pipeline) -> None:
    """Covers S11."""
    mails = [await pipeline.world.sends(pipeline.world.alice) for _ in range(10)]
    pixels = [pipeline.marks(mail).pixel_url for mail in mails]
    for trusted in ("", "10.0.0.0/8"):  # with and without a trusted proxy, which this peer is not
        limited(pipeline, address=100, TRUSTED_PROXIES=trusted)
        before = len(await pipeline.events())
        for number in range(500):
            said = f"203.0.113.{number % 250}, 1.2.{number % 256}.{number // 256}"
            answer = await pipeline.get(pixels[number % 10], x_forwarded_for=said, x_real_ip="1.2.3.4")
            assert answer.status_code == 200
        events = (await pipeline.events())[before:]
        assert len(events) == 100
        assert {event.address for event in events} == {READER}
        table.tried("S11 invented forwarders", 500, succeeded=len(events) - 100)


def test_a_hundred_thousand_addresses_use_little_memory_and_delay_nobody() -> None:
    """Covers S11: the addresses are spoofed behind a trusted proxy, or belong to a botnet."""
    rate = Rate(60)
    size = sys.getsizeof(rate._first) + sys.getsizeof(rate._second)
    for number in range(100_000):
        assert rate.allows(f"{number >> 16}.{number >> 8 & 255}.{number & 255}.1", NOW)
    assert sys.getsizeof(rate._first) + sys.getsizeof(rate._second) == size < 9 * SLOTS
    honest = [sum(rate.allows(f"192.0.2.{number}", NOW) for _ in range(80)) for number in range(50)]
    assert 55 < min(honest) <= max(honest) <= 60


def test_the_counts_for_a_limit_restart_with_the_next_minute() -> None:
    rate, key = Rate(2), uuid4().bytes
    assert [rate.allows(key, NOW + second) for second in (0, 1, 2)] == [True, True, False]
    assert rate.allows(key, NOW + 60)
