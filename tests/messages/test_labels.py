"""Opened and clicked mails get labels in Gmail if their sender wants that."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from server.accounts.models import Account
from server.events.evaluation.corrections import correct, withdraw
from server.events.models import Event
from server.failures.codes import FailureCode
from server.google import labels
from server.google.access.grants import gmail_for
from server.google.gmail_api.gmail import Gmail
from server.lib import clock, outbox
from server.lib.failure import Failure
from server.lib.outbox import OutboxRow
from server.messages.gmail import gmail_of
from server.messages.models import GmailMessage, Message
from server.messages.unfinished import note_unlabelled, unfinished_of
from tests.accounts.walker import Walker
from tests.extension_api.reading import clicks, opens
from tests.google.test_features import asks_for
from tests.messages.test_reconcile import SENT
from tests.sandbox.driving import RunningSandbox
from tests.world import World

URL = "https://example.com/"
OPENED, CLICKED = "Sightline/Opened", "Sightline/Clicked"


async def sent_with_labels_on(world: World, alice: Walker, query: str = "?labels=yes&send=yes") -> Message:
    """Alice has turned labels on, and has sent a tracked mail through Gmail."""
    await asks_for(alice, query)
    await delivered(world)  # what a new connection brings, while there is no mail yet
    async with world.app.app_context():
        gmail = await gmail_for(world.alice.id)
        assert isinstance(gmail, Gmail)
        gmail_id = await gmail.send(SENT)
    return await world.sends(world.alice, links=[URL], gmail_id=gmail_id)


async def delivered(world: World) -> None:
    """The worker delivers the outbox."""
    async with world.app.app_context():
        while await outbox.deliver():
            pass


async def labels_of(world: World, google: RunningSandbox, message: Message) -> set[str]:
    """The names of our labels on the mail in Gmail."""
    async with world.app.app_context():
        gmail = await gmail_for(world.alice.id)
        assert isinstance(gmail, Gmail)
        ids = {await gmail.find_label(name): name for name in (OPENED, CLICKED)}
        mail: Any = await gmail.sent_headers(str((await GmailMessage.get(message_id=message.id)).gmail_id))
    return {ids[each] for each in mail.labels if each in ids}


async def rows(fact: str, listener: str) -> list[OutboxRow]:
    return await OutboxRow.filter(fact=fact, listener__endswith=listener)


async def test_a_mail_is_labelled_at_its_first_open_and_at_its_first_click(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    message = await sent_with_labels_on(world, alice)
    await opens(world.alice, message.id, at=clock.now() - timedelta(minutes=2))
    await delivered(world)
    assert await labels_of(world, google, message) == {OPENED}
    await clicks(world.alice, message.id, URL)
    await clicks(world.alice, message.id, URL)
    await delivered(world)
    assert await labels_of(world, google, message) == {OPENED, CLICKED}
    assert len(await rows("first_click", "label_clicked")) == 1


async def test_a_label_that_alice_deleted_is_created_again(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    message = await sent_with_labels_on(world, alice)
    async with world.app.app_context():
        gmail, gmail_labels = await gmail_for(world.alice.id), await labels.of(world.alice.id)
        assert isinstance(gmail, Gmail)
        assert gmail_labels
        made = await labels.label_id(gmail, gmail_labels, labels.OPENED)
        assert await gmail.remove_label(str(made)) is None
        assert await gmail.remove_label(str(made)) is None, "it was gone"
    await opens(world.alice, message.id)
    await delivered(world)
    assert await labels_of(world, google, message) == {OPENED}


async def test_a_machines_open_gets_no_label(world: World, alice: Walker, google: RunningSandbox) -> None:
    message = await sent_with_labels_on(world, alice)
    await opens(world.alice, message.id, agent="curl/8.5.0")
    await delivered(world)
    assert await labels_of(world, google, message) == set()


async def test_an_open_that_stops_counting_before_its_label_is_added_gets_no_label(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    message = await sent_with_labels_on(world, alice)
    await opens(world.alice, message.id)
    await Event.all().update(counts=False)
    await Message.filter(id=message.id).update(opens=0)
    await delivered(world)
    assert await labels_of(world, google, message) == set()


async def test_the_label_is_removed_when_alice_corrects_an_open_and_returns_when_she_undoes_the_correction(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    message = await sent_with_labels_on(world, alice)
    await opens(world.alice, message.id)
    await delivered(world)
    event = await Event.get(message_id=message.id)
    for cause in ("automated", "sender"):
        async with world.app.app_context():
            assert await correct(world.alice, event.id, cause)
        await delivered(world)
        assert await labels_of(world, google, message) == set()
        async with world.app.app_context():
            assert await withdraw(world.alice, event.id)
        await delivered(world)
        assert await labels_of(world, google, message) == {OPENED}


async def test_a_label_is_added_once_google_is_reachable_again(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    message = await sent_with_labels_on(world, alice)
    await google.post("/sandbox/faults", json={"path_prefix": "/gmail/v1", "status": 503, "times": 100})
    await opens(world.alice, message.id)
    async with world.app.app_context():
        await outbox.deliver()
    (row,) = await rows("first_open", "label_opened")
    assert (row.done_at, row.failed_at) == (None, None)
    assert (await rows("first_open", "alert_first_open"))[0].attempts > 0, "nobody waits for it"
    await google.delete("/sandbox/faults")
    async with world.app.app_context():
        await note_unlabelled({"message": str(message.id)}, Failure(FailureCode.GOOGLE_BUSY, {"status": 503}))
    await OutboxRow.all().update(due_at=row.created_at)
    await delivered(world)
    assert await labels_of(world, google, message) == {OPENED}
    assert not unfinished_of(await gmail_of(message.id)), "it is no longer said that this could not be done"


async def test_no_labels_are_added_after_alice_turns_labels_off(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    message = await sent_with_labels_on(world, alice)
    await labels.stop(world.alice.id)
    await opens(world.alice, message.id)
    await delivered(world)
    (row,) = await rows("first_open", "label_opened")
    assert row.done_at
    assert await labels_of(world, google, message) == set()


async def test_the_gmail_of_a_disabled_person_is_not_used(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    """Alice was disabled after the open, and before the label was added."""
    message = await sent_with_labels_on(world, alice)
    await opens(world.alice, message.id)
    await Account.filter(id=world.alice.id).update(disabled_at=clock.now())
    await delivered(world)
    await Account.filter(id=world.alice.id).update(disabled_at=None)
    assert await labels_of(world, google, message) == set()
