"""The status page shows the owner how the server is doing."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from uuid import UUID

import pytest

from server.doctor import readers
from server.ingest.settings import IngestSettings
from server.ingest.spool import Spool
from server.lib import clock, metrics
from server.lib.net import inside
from server.messages.kinds import EventKind
from server.ops import shared_address
from server.verdicts.hits import Hit, encode, new_id
from tests.events.test_digest import hit_on
from tests.pipeline import Pipeline
from tests.world import World, hold_still


@pytest.fixture(autouse=True)
def _proxies_of_others() -> Iterator[None]:
    yield
    inside.use_proxies(())


async def test_the_owner_sees_how_many_hits_wait_for_how_long_and_what_exceeded_a_limit(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_still(monkeypatch)
    settings = world.runtime[IngestSettings]
    spool = Spool(settings.spool_path, settings.spool_max_bytes)
    at = int((clock.unix() - 90) * 1_000_000)
    hit = Hit(
        new_id(at), at, EventKind.CLICK, 1, UUID(int=7), 0, "https://example.com/", "", "", "", "GET", {}
    )
    assert await spool.append(encode(hit))
    spool.close()
    metrics.count("open.over.token", 3)
    alice = await world.browser_of(world.alice)
    answer = await alice.get("/status")
    text = " ".join((await answer.get_data(as_text=True)).split())
    assert answer.status_code == 200
    assert "Hits waiting to be stored</th><td>1<" in text
    assert "The oldest of these hits has been waiting for</th><td>9" in text
    assert "Opens over the limit for one message, not recorded individually" in text


async def test_only_the_owner_sees_the_status_page(world: World) -> None:
    bob = await world.browser_of(world.bob)
    assert (await bob.get("/status")).status_code == 404
    assert (await world.visitor().get("/status")).status_code == 303


async def test_the_owner_sees_which_networks_are_known_and_what_an_asn_database_would_add(
    world: World,
) -> None:
    alice = await world.browser_of(world.alice)
    text = " ".join((await (await alice.get("/status")).get_data(as_text=True)).split())
    assert re.search(r"Clouds and data centres</th><td>\d\d+<", text)
    assert "Date of the oldest list" in text
    assert "Set GEOIP_ASN_DATABASE_PATH to add one." in text


async def test_the_settings_show_the_owner_the_same_and_nobody_else(world: World) -> None:
    alice, bob = await world.browser_of(world.alice), await world.browser_of(world.bob)
    part = await alice.get("/status/networks", headers={"HX-Request": "true"})
    assert "Set GEOIP_ASN_DATABASE_PATH to add one." in await part.get_data(as_text=True)
    assert (await alice.get("/status/networks")).headers["Location"].endswith("/status#networks")
    assert "/status/networks" in await (await alice.get("/settings")).get_data(as_text=True)
    assert "/status/networks" not in await (await bob.get("/settings")).get_data(as_text=True)
    assert (await bob.get("/status/networks")).status_code == 404


async def test_the_owner_learns_that_all_opens_come_from_the_proxy(pipeline: Pipeline) -> None:
    world = pipeline.world
    await opens_from(pipeline, *["172.17.0.1"] * 5)
    alice = await world.browser_of(world.alice)
    text = await (await alice.get("/status")).get_data(as_text=True)
    assert "All recent opens come from 172.17.0.1" in text
    assert "Set TRUSTED_PROXIES=172.17.0.1" in text
    assert "set TRUSTED_PROXIES=172.17.0.1" in readers.diagnosis_of("172.17.0.1").text
    inside.use_proxies([ipaddress.ip_network("172.17.0.1/32")])
    text = await (await alice.get("/status")).get_data(as_text=True)
    assert "Let it send X-Forwarded-For." in text
    assert "Set TRUSTED_PROXIES" not in text
    assert "TRUSTED_PROXIES" not in readers.diagnosis_of("172.17.0.1").text


@pytest.mark.parametrize(
    "addresses",
    [
        ["172.17.0.1"] * 4,
        ["172.17.0.1"] * 5 + ["198.51.100.7"],
        ["172.17.0.1", "172.18.0.1"] * 3,
        ["198.51.100.7"] * 6,
        [],
    ],
)
async def test_a_few_opens_and_those_of_readers_say_nothing_about_the_proxy(
    pipeline: Pipeline, addresses: list[str]
) -> None:
    await opens_from(pipeline, *addresses)
    alice = await pipeline.world.browser_of(pipeline.world.alice)
    assert "All recent opens" not in await (await alice.get("/status")).get_data(as_text=True)


async def test_opens_of_last_week_say_nothing_about_the_proxy(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    await opens_from(pipeline, *["172.17.0.1"] * 5)
    still.passes(7 * 86_400)
    assert await shared_address.shared_address() == "172.17.0.1"
    still.passes(1)
    assert await shared_address.shared_address() is None


async def opens_from(pipeline: Pipeline, *addresses: str) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    for address in addresses:
        at = int(clock.unix() * 1_000_000)
        await pipeline.spool.append(encode(hit_on(mail, id=new_id(at), at=at, address=address)))
    await pipeline.events()
