"""The location of a reader is stored with their events."""

from __future__ import annotations

from pathlib import Path

from server.events.storing.digest import Digest
from server.lib.net.geoip import GeoLookup
from tests import mmdb
from tests.agents import FIREFOX, GMAIL_PROXY
from tests.pipeline import Pipeline

PARIS = {"81.2.69.0/24": ("France", "Paris"), "66.249.64.0/19": ("United States", "Mountain View")}


async def test_a_recipients_open_has_a_location_and_an_open_through_a_proxy_has_none(
    pipeline: Pipeline, tmp_path: Path
) -> None:
    mmdb.write(tmp_path / "city.mmdb", PARIS)
    pipeline.digest = Digest(pipeline.world.hub, pipeline.spool, GeoLookup(tmp_path / "city.mmdb"))
    mail = await pipeline.world.sends(pipeline.world.alice)
    await pipeline.get(pipeline.marks(mail).pixel_url, FIREFOX, "81.2.69.142")
    await pipeline.get(pipeline.marks(mail).pixel_url, GMAIL_PROXY, "66.249.84.1")
    reader, proxy = await pipeline.events()
    assert (reader.country, reader.city) == ("France", "Paris")
    assert (proxy.country, proxy.city) == ("", "")
