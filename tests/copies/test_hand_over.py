"""Alice submits her draft: the server takes what she sees, and sends nothing before she confirms."""

from __future__ import annotations

from typing import Any

import pytest

from server.accounts.models import DailyUsage
from server.copies.draft import text_digest
from server.copies.models import CopySet, CopyText
from tests.accounts.walker import Walker
from tests.copies.drafting import BOB, CHARLIE, HTML, Writer, html_of, the_draft, writer
from tests.extension_api.paired import code_of, pair
from tests.sandbox.driving import RunningSandbox
from tests.world import World


@pytest.fixture
async def writes(world: World, alice: Walker, google: RunningSandbox) -> Writer:
    return await writer(world, alice, google)


async def test_nothing_is_sent_before_alice_releases_the_copies(writes: Writer) -> None:
    _, held = await writes.hands_over()
    await writes.delivers()
    assert held["state"] == "held"
    assert await writes.got("bob") == []


async def test_another_version_of_the_draft_is_refused_after_the_release(writes: Writer) -> None:
    await writes.sends()
    saved = await writes.google.post(
        f"/sandbox/drafts/alice?gid={writes.draft['gid']}", content=the_draft("<p>Other words</p>")
    )
    writes.draft = saved
    status, answer = await writes.hands_over()
    assert (status, code_of(answer)) == (409, "sent")


@pytest.mark.parametrize(
    "changes",
    [
        {"subject": "Other"},
        {"recipients": [BOB, "dora@x.example"]},
        {"text_digest": "0" * 64},
    ],
)
async def test_text_that_gmail_has_not_saved_is_not_sent(writes: Writer, changes: dict[str, Any]) -> None:
    status, answer = await writes.hands_over(**changes)
    assert (status, code_of(answer)) == (409, "unsaved")
    assert answer["detail"] == "Gmail hasn’t saved your latest changes yet. Try again in a moment."
    assert await CopySet.all().count() == 0


async def test_a_draft_changed_before_the_release_is_stored_again(writes: Writer) -> None:
    """The draft is handed over and then edited; the newer text is sent."""
    await writes.hands_over()
    path, words = f"/sandbox/drafts/alice?gid={writes.draft['gid']}", HTML.replace("Grüße", "Hallo")
    writes.draft = await writes.google.post(path, content=the_draft(words))
    await writes.sends(text_digest=text_digest(words))
    await writes.delivers()
    assert "Hallo" in html_of((await writes.got("bob"))[0])


async def test_released_copies_are_not_called_untrackable_when_the_limit_is_reached_meanwhile(
    writes: Writer,
) -> None:
    """The answer to the release was lost, and Alice presses Send again."""
    copies = await writes.sends()
    await DailyUsage.all().update(messages=2000)
    status, again = await writes.hands_over()
    assert (status, again["id"], again["state"]) == (200, copies["id"], "released")


async def test_unsent_copies_are_stopped_when_gmail_sends_the_draft(writes: Writer) -> None:
    copies = await writes.sends()
    answer = await writes.extension.post("/copies/stops", {"draft_id": writes.draft["gid"]})
    assert (await answer.get_json())["state"] == "stopped"
    await writes.delivers()
    assert await writes.states(copies) == {BOB: "stopped", CHARLIE: "stopped"}
    assert await writes.got("bob") == []
    assert code_of((await writes.hands_over())[1]) == "stopped"
    assert (await writes.lets_go(copies))[0] == 200
    assert await CopyText.all().count() == 0


async def test_stopped_copies_cannot_be_released(writes: Writer) -> None:
    _, held = await writes.hands_over()
    await writes.extension.post("/copies/stops", {"draft_id": writes.draft["gid"]})
    assert code_of((await writes.lets_go(held))[1]) == "stopped"
    await writes.delivers()
    assert await writes.got("bob") == []


async def test_copies_are_refused_without_the_permission_to_check_sent_copies(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    writes = await writer(world, alice, google, allow="?send=yes")
    status, answer = await writes.hands_over()
    assert (status, code_of(answer)) == (409, "not_allowed")
    permit = await (await writes.extension.get("/copies/permit")).get_json()
    assert (permit["allowed"], permit["settings_url"]) == (False, "http://127.0.0.1:8000/settings#gmail")


async def test_plain_text_and_encrypted_mails_are_refused(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    armoured = "<p>-----BEGIN PGP MESSAGE-----</p>"
    writes = await writer(world, alice, google, the_draft(armoured))
    assert code_of((await writes.hands_over(text_digest=text_digest(armoured)))[1]) == "sealed"
    plain = b"From: alice@sandbox.example\r\nTo: a@x.example, b@x.example\r\nSubject: Plain\r\n\r\nHi"
    writes.draft = await google.post("/sandbox/drafts/alice", content=plain)
    assert code_of((await writes.hands_over())[1]) == "plain"


async def test_bob_can_neither_see_nor_release_nor_stop_alices_copies(writes: Writer) -> None:
    copies = await writes.sends()
    bob = await pair(writes.world, writes.world.bob)
    assert (await bob.get(f"/copies/{copies['id']}")).status_code == 404
    assert (await bob.put(f"/copies/{copies['id']}/release")).status_code == 404
    assert (await bob.post("/copies/stops", {"draft_id": writes.draft["gid"]})).status_code == 404


async def test_a_draft_that_is_not_in_the_connected_gmail_account_is_refused(writes: Writer) -> None:
    status, answer = await writes.hands_over(gmail_message_id="abc123")
    assert (status, code_of(answer)) == (409, "absent")
