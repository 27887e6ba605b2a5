"""Alice's correction wins, shows immediately, and can be undone."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from server.events.models import Correction, Event
from tests.extension_api.paired import Extension, pair, problem
from tests.extension_api.reading import opens
from tests.world import World


@pytest.fixture
async def extension(world: World) -> Extension:
    """Alice's browser."""
    return await pair(world, world.alice)


async def timeline(extension: Extension) -> dict[str, Any]:
    answer = await extension.post("/timelines", {"messages": ["a1"]})
    found: dict[str, Any] = (await answer.get_json())["timelines"]["a1"]
    return found


async def test_an_open_that_alice_called_her_own_does_not_count_until_she_undoes_the_correction(
    world: World, extension: Extension
) -> None:
    await opens(world.alice, (await world.sends(world.alice, gmail_id="a1")).id)
    (entry,) = (await timeline(extension))["entries"]
    for _ in range(2):
        answer = await extension.put(f"/events/{entry['event']}/correction", {"correction": "sender"})
        assert answer.status_code == 204
    shown = await timeline(extension)
    assert (shown["opens"], shown["entries"][0]["correction"]) == (0, "sender")
    for _ in range(2):
        assert (await extension.delete(f"/events/{entry['event']}/correction")).status_code == 204
    shown = await timeline(extension)
    assert (shown["opens"], shown["entries"][0]["correction"]) == (1, None)


async def test_bobs_event_seems_not_to_exist(world: World, extension: Extension) -> None:
    """S6."""
    await opens(world.bob, (await world.sends(world.bob)).id)
    theirs = (await Event.get()).id
    for event_id in (theirs, uuid4()):
        for answer in (
            await extension.put(f"/events/{event_id}/correction", {"correction": "sender"}),
            await extension.delete(f"/events/{event_id}/correction"),
        ):
            assert (answer.status_code, await problem(answer)) == (404, "not_found")
    assert await Correction.all().count() == 0


@pytest.mark.parametrize("cause", [None, "", "you", "SENDER", 1, ["sender"]])
async def test_an_unknown_correction_is_refused(world: World, extension: Extension, cause: Any) -> None:
    """S4."""
    await opens(world.alice, (await world.sends(world.alice)).id)
    answer = await extension.put(f"/events/{(await Event.get()).id}/correction", {"correction": cause})
    assert (answer.status_code, await problem(answer)) == (400, "invalid")
