"""While the database is not there, pages say what Sightline waits for."""

from __future__ import annotations

import pytest

from server.lib.database.readiness import Readiness, Stage
from tests.world import World


@pytest.mark.parametrize(
    ("stage", "heading", "sentence"),
    [
        (Stage.WAITING, "Sightline is waiting for its database", "the server’s log says why"),
        (Stage.UPDATING, "Sightline is starting", "It is updating its database"),
        (Stage.LOCKED, "Sightline is starting", "It is waiting for another process"),
        (Stage.NEWER, "Sightline is starting", "made by a newer version"),
    ],
)
async def test_a_page_says_what_is_awaited_and_asks_again_by_itself(
    world: World, stage: Stage, heading: str, sentence: str
) -> None:
    world.runtime[Readiness].note(stage)
    answer = await world.app.test_client().get("/login")
    text = (await answer.get_data()).decode()
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    assert f"<h1>{heading}</h1>" in text
    assert f"<title>{heading}" in text
    assert sentence in text
    assert 'http-equiv="refresh"' in text
