"""The owner is told of a proxy that TRUSTED_PROXIES should name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from server.doctor.readers import readers
from server.lib.database import connection
from server.lib.net import forwarders
from server.lib.net.forwarders import address_of
from server.lib.settings import ServerSettings
from server.ops import observing
from server.tables import MODELS
from tests.pipeline import Pipeline
from tests.world import World, settings_in

PROXY = "172.17.0.1"


@pytest.fixture(autouse=True)
def _nothing_seen() -> Iterator[None]:
    forwarders.take()
    yield
    forwarders.take()


async def _said(world: World, **env: str) -> list[tuple[str, str]]:
    await observing.store()
    found = await readers(settings_in(world.data, **env))
    await connection.connect(world.runtime[ServerSettings].database_url, MODELS)  # the doctor has closed it
    return [(each.colour, each.text) for each in found]


async def test_a_proxy_inside_is_named_in_red_with_the_setting_to_make(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    for number in range(4):
        url = pipeline.marks(mail).pixel_url
        await pipeline.get(url, address=PROXY, X_Forwarded_For=f"203.0.113.{number}")
    [(colour, text)] = await _said(pipeline.world)
    assert colour == "red"
    assert f"{PROXY} has passed on the addresses of readers with 4 requests" in text
    assert f"Set TRUSTED_PROXIES={PROXY}." in text
    assert await _said(pipeline.world, TRUSTED_PROXIES=PROXY) == []
    alice = await pipeline.world.browser_of(pipeline.world.alice)
    page = await (await alice.get("/status")).get_data(as_text=True)
    assert f"{PROXY} passes on the addresses of readers" in page


async def test_a_company_proxy_of_one_reader_is_not_taken_for_ours(pipeline: Pipeline) -> None:
    """Squid sends X-Forwarded-For to everybody."""
    mail = await pipeline.world.sends(pipeline.world.alice)
    for _ in range(30):
        await pipeline.get(pipeline.marks(mail).pixel_url, X_Forwarded_For="192.168.1.7")
    assert await _said(pipeline.world) == []


async def test_a_public_address_that_passes_on_many_is_named(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    for number in range(30):
        url = pipeline.marks(mail).pixel_url
        await pipeline.get(url, address="198.51.100.9", X_Forwarded_For=f"203.0.113.{number}")
    [(colour, text)] = await _said(pipeline.world)
    assert colour == "yellow"
    assert "198.51.100.9 has passed on" in text
    assert "TRUSTED_PROXIES=" not in text, "whoever is outside can cause this"


async def test_strangers_outside_do_not_crowd_out_the_real_proxy(pipeline: Pipeline) -> None:
    for stranger in range(100):
        for number in range(20):
            address_of(f"198.51.100.{stranger}", f"203.0.113.{number}", ())
        await observing.store()
    for number in range(4):
        address_of(PROXY, f"203.0.113.{number}", ())
    found = await _said(pipeline.world)
    assert [text.split()[0] for colour, text in found if colour == "red"] == [PROXY]
    assert len(found) <= 1 + 3


async def test_what_cannot_be_stored_is_kept_and_bounded(world: World) -> None:
    for peer in range(200):
        for _ in range(4):
            address_of(f"10.0.0.{peer}", "203.0.113.9", ())
    await connection.disconnect()
    try:
        for _ in range(3):
            with pytest.raises(Exception, match=r"."):
                await observing.store()
    finally:
        await connection.connect(world.runtime[ServerSettings].database_url, MODELS)
    seen = forwarders.take()
    assert len(seen) == forwarders.MOST
    assert all(each.requests == 4 for each in seen.values())
