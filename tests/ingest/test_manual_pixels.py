"""A pixel that Alice placed by hand has the id of a message in its URL, and no signature."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests.pipeline import Pipeline, fresh


@pytest.mark.parametrize("path", ["/p/{}.gif", "/track/open/{}.gif"])
async def test_both_forms_of_a_manual_pixels_address_return_the_image_and_count_an_open(
    pipeline: Pipeline, path: str
) -> None:
    """Covers 33, 35."""
    mail = await pipeline.world.sends(pipeline.world.alice, source="manual")
    answer = await pipeline.get(pipeline.world.public_url + path.format(mail.id))
    assert (answer.status_code, answer.headers["content-type"], len(answer.content)) == (200, "image/gif", 43)
    assert [event.message_id for event in await pipeline.events()] == [mail.id]
    assert (await fresh(mail)).opens == 1


@pytest.mark.parametrize("path", ["/p/{}.gif", "/track/open/{}.gif"])
async def test_an_unknown_id_gets_the_same_image(pipeline: Pipeline, path: str) -> None:
    """Covers 38."""
    mail = await pipeline.world.sends(pipeline.world.alice, source="manual")
    known, unknown = [
        await pipeline.get(pipeline.world.public_url + path.format(name)) for name in (mail.id, uuid4())
    ]
    assert (unknown.status_code, unknown.content) == (200, known.content)
    assert unknown.headers.raw == known.headers.raw
    assert len(await pipeline.events()) == 1
