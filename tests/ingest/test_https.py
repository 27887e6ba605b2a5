"""Where the server is reached over HTTPS, its pixels and links say that it always is."""

from __future__ import annotations

from server.ingest.edge import Edge
from server.lib.config import load
from tests.pipeline import Way


async def test_over_https_browsers_are_told_to_stay_there(way: Way) -> None:
    """Covers 240."""
    held = way.place.runtime
    google = {"GOOGLE_CLIENT_ID": "id", "GOOGLE_CLIENT_SECRET": "secret"}
    behind = load(
        {"SIGHTLINE_DATA": str(held.settings.data), "PUBLIC_URL": "https://track.example", **google}
    )
    mail = await way.place.sends(way.place.alice, links=["https://example.com/"])
    pixel, link = way.marks(mail).pixel_url, way.marks(mail).tracked("https://example.com/")
    assert "strict-transport-security" not in (await way.get(pixel)).headers
    way.edge = Edge(way.edge, lambda: held.ring, way.spool, behind, way.edge._resolver)
    for url in (pixel, link):
        assert (await way.get(url)).headers["strict-transport-security"] == "max-age=63072000"
