"""Alice corrects who caused an event on a message's page, without JavaScript."""

from __future__ import annotations

from uuid import uuid4

from server.events.models import Event
from server.verdicts.hits import DECOY_URL
from tests.dashboard.mails import is_opened
from tests.dashboard.test_list import text_of
from tests.world import World


async def test_alice_says_that_an_open_was_hers_and_undoes_it(world: World) -> None:
    message = await world.sends(world.alice)
    event = await is_opened(message)
    alice = await world.browser_of(world.alice)
    page = await text_of(alice, f"/messages/{message.id}")
    path = f"/messages/{message.id}/events/{event.id}/correction"
    assert f'action="{path}"' in page
    answer = await alice.post(path, {"correction": "sender"})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/messages/{message.id}")
    page = await text_of(alice, f"/messages/{message.id}")
    for said in ("You viewed it", "You said this was you.", "now “You”", "Undo"):
        assert said in page, said
    await alice.post(f"{path}/removal")
    assert (await Event.get(id=event.id)).correction is None
    assert "Not right?" in await text_of(alice, f"/messages/{message.id}")


async def test_a_visit_to_the_hidden_link_cannot_be_attributed_to_a_recipient(world: World) -> None:
    message = await world.sends(world.alice)
    event = await is_opened(
        message, kind="click", url=DECOY_URL, verdict="scanner", counts=False, evidence=["decoy"]
    )
    alice = await world.browser_of(world.alice)
    page = await text_of(alice, f"/messages/{message.id}")
    assert "The hidden link was followed. Only machines do that." in page
    assert "Hidden link followed" in page
    assert "That was me" in page
    assert "A reader</button>" not in page
    assert DECOY_URL not in page
    path = f"/messages/{message.id}/events/{event.id}/correction"
    assert (await alice.post(path, {"correction": "recipient"})).status_code == 404
    assert (await alice.post(path, {"correction": "sender"})).status_code == 303
    assert "You followed the hidden link" in await text_of(alice, f"/messages/{message.id}")


async def test_an_event_is_corrected_only_by_the_sender_and_only_with_a_known_value(world: World) -> None:
    message = await world.sends(world.alice)
    event = await is_opened(message)
    alice, charlie = await world.browser_of(world.alice), await world.browser_of(world.charlie)
    path = f"/messages/{message.id}/events/{event.id}/correction"
    assert (await charlie.post(path, {"correction": "sender"})).status_code == 404
    assert (await charlie.post(f"{path}/removal")).status_code == 404
    assert (await alice.post(path, {"correction": "somebody"})).status_code == 400
    bobs = await world.sends(world.bob)
    assert (
        await alice.post(path.replace(str(message.id), str(bobs.id)), {"correction": "sender"})
    ).status_code == 404
    absent = f"/messages/{message.id}/events/{uuid4()}/correction"
    assert (await alice.post(absent, {"correction": "sender"})).status_code == 404
    assert (await Event.get(id=event.id)).verdict == "person"
