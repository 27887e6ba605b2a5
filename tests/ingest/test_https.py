"""If the server is reached over HTTPS, its pixels and links send HSTS."""

from __future__ import annotations

from tests.pipeline import Way


async def test_over_https_browsers_are_told_to_stay_there(way: Way) -> None:
    """Covers 240."""
    google = {"GOOGLE_CLIENT_ID": "id", "GOOGLE_CLIENT_SECRET": "secret"}
    mail = await way.place.sends(way.place.alice, links=["https://example.com/"])
    pixel, link = way.marks(mail).pixel_url, way.marks(mail).tracked("https://example.com/")
    assert "strict-transport-security" not in (await way.get(pixel)).headers
    way.edge = way.edge_with(PUBLIC_URL="https://track.example", **google)
    for url in (pixel, link):
        assert (await way.get(url)).headers["strict-transport-security"] == "max-age=63072000"
