"""If the server is reached over HTTPS, its pixels and links send HSTS."""

from __future__ import annotations

from tests.pipeline import Pipeline


async def test_browsers_are_told_over_https_to_use_only_https(pipeline: Pipeline) -> None:
    """Covers 240."""
    mail = await pipeline.world.sends(pipeline.world.alice, links=["https://example.com/"])
    pixel, link = pipeline.marks(mail).pixel_url, pipeline.marks(mail).tracked("https://example.com/")
    assert "strict-transport-security" not in (await pipeline.get(pixel)).headers
    pipeline.edge = pipeline.edge_with(
        PUBLIC_URL="https://track.example", GOOGLE_CLIENT_ID="id", GOOGLE_CLIENT_SECRET="secret"
    )
    for url in (pixel, link):
        assert (await pipeline.get(url)).headers["strict-transport-security"] == "max-age=63072000"
