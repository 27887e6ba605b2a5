"""If the proxy in front of the server does not say for whom it asks, its address is taken for nobody's."""

from __future__ import annotations

import ipaddress
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from tortoise import connections

from server.accounts.models import Session
from server.events.evaluation import sender_clients
from server.lib import clock
from server.lib.net import inside
from server.messages.kinds import CLICK
from server.messages.models import Viewing
from server.verdicts.hits import encode
from tests.agents import CHROME, FIREFOX, GMAIL_PROXY
from tests.events.test_digest import hit_on
from tests.pipeline import Pipeline
from tests.verdicts.test_correlate import sign_in

DOCKER, CLOUD = "172.17.0.1", "52.40.1.1"
LINKS = [f"https://example.com/{n}" for n in range(4)]

pytestmark = pytest.mark.usefixtures("at_once")


@pytest.fixture(autouse=True)
async def _proxies_of_others(pipeline: Pipeline) -> AsyncIterator[None]:
    yield
    inside.use_proxies(())


def ago(seconds: int) -> int:
    """Return unix microseconds."""
    return int((clock.unix() - seconds) * 1_000_000)


@pytest.mark.parametrize("agent", [CHROME, FIREFOX])
async def test_who_signs_in_through_the_same_proxy_is_not_the_reader(pipeline: Pipeline, agent: str) -> None:
    world = pipeline.world
    await Session.bulk_create([sign_in(world.alice, DOCKER)])
    known = await sender_clients.sender_histories(connections.get("default"), [world.alice.id])
    assert known[world.alice.id] == sender_clients.SenderHistory()
    mail = await world.sends(world.alice, sent_at=clock.now() - timedelta(hours=3))
    await pipeline.get(pipeline.marks(mail).pixel_url, agent, DOCKER)
    [event] = await pipeline.events()
    assert (event.verdict, event.address, event.counts) == ("person", DOCKER, True)


async def test_an_own_view_through_the_same_proxy_is_not_the_readers_open(pipeline: Pipeline) -> None:
    world = pipeline.world
    mail = await world.sends(world.alice, sent_at=clock.now() - timedelta(hours=3))
    await Viewing.create(
        account_id=world.alice.id,
        message_id=mail.id,
        at=clock.now() - timedelta(minutes=5),
        address=DOCKER,
        user_agent=CHROME,
    )
    await pipeline.spool.append(encode(hit_on(mail, at=ago(300), user_agent=CHROME, address=DOCKER)))
    assert [event.verdict for event in await pipeline.events()] == ["person"]


async def test_two_readers_with_equal_browsers_do_not_confirm_each_other(pipeline: Pipeline) -> None:
    world = pipeline.world
    mail = await world.sends(world.alice, sent_at=clock.now() - timedelta(minutes=50))
    for minutes in (40, 20):
        await pipeline.spool.append(
            encode(hit_on(mail, at=ago(minutes * 60), user_agent=CHROME, address=DOCKER))
        )
    assert [event.verdict for event in await pipeline.events()] == ["likely_person"] * 2


async def test_a_scanner_behind_the_proxy_speaks_against_no_other_browser_there(pipeline: Pipeline) -> None:
    world = pipeline.world
    mail = await world.sends(world.alice, links=LINKS, sent_at=clock.now() - timedelta(hours=3))
    for link in LINKS:
        click = hit_on(mail, at=ago(40), kind=CLICK, url=link, user_agent=CHROME, address=DOCKER)
        await pipeline.spool.append(encode(click))
    await pipeline.clicks(mail, LINKS[0], agent=FIREFOX, address=DOCKER)
    *scanner, reader = await pipeline.events()
    assert {event.verdict for event in scanner} == {"scanner"}
    assert (reader.verdict, reader.counts) == ("likely_person", True)


async def test_a_trusted_proxy_in_a_cloud_is_no_data_centres_machine(pipeline: Pipeline) -> None:
    world = pipeline.world
    mail = await world.sends(world.alice, sent_at=clock.now() - timedelta(hours=3))
    await pipeline.get(pipeline.marks(mail).pixel_url, CHROME, CLOUD)
    inside.use_proxies([ipaddress.ip_network(f"{CLOUD}/32")])
    await pipeline.get(pipeline.marks(mail).pixel_url, FIREFOX, CLOUD)
    assert [event.verdict for event in await pipeline.events()][-1] == "person"


async def test_gmails_proxy_behind_ours_is_believed_by_its_name(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, sent_at=clock.now() - timedelta(hours=3))
    await pipeline.get(pipeline.marks(mail).pixel_url, GMAIL_PROXY, DOCKER)
    [event] = await pipeline.events()
    assert (event.verdict, event.score) == ("likely_person", 80)


@pytest.mark.parametrize("address", ["192.168.1.20", "fd12:3456::7"])
async def test_a_test_at_home_is_recorded_and_counts(pipeline: Pipeline, address: str) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, sent_at=clock.now() - timedelta(hours=3))
    await pipeline.get(pipeline.marks(mail).pixel_url, CHROME, address)
    [event] = await pipeline.events()
    assert (event.address, event.counts) == (address, True)
