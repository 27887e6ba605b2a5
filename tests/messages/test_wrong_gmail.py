"""Alice has connected another Gmail than she sends from: that is noticed, and the right one is asked."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from server.google.models import GmailGrant
from server.lib import clock
from server.lib.outbox import Done, OutboxRow
from server.messages.confirmation import ABSENT
from server.messages.models import GmailMessage, Message
from server.messages.report import stamp
from server.messages.wrong_gmail import SEVERAL, ask_about_unconfirmed, seems_wrong
from tests.accounts.walker import Walker
from tests.google.conftest import connects
from tests.messages.test_reconcile import reported, sent_in_gmail
from tests.messages.test_repaired import delivers
from tests.world import World


async def connected(world: World, ago: timedelta = timedelta(hours=2)) -> None:
    """Alice connected her Gmail some time ago."""
    scopes = ["https://www.googleapis.com/auth/gmail.metadata"]
    await GmailGrant.create(
        account=world.alice,
        email="a@x.example",
        google_sub="7",
        scopes=scopes,
        connected_at=clock.now() - ago,
    )


async def fact_of(world: World) -> dict[str, Any]:
    """The fact that Alice has connected Gmail."""
    grant = await GmailGrant.get(account_id=world.alice.id)
    return {"account": world.alice.id, "at": grant.connected_at.isoformat()}


async def absent(world: World, minutes: int = 60) -> Message:
    """Alice sent a mail so many minutes ago, and Gmail has just said that it does not have it."""
    at = clock.now() - timedelta(minutes=minutes)
    report = {ABSENT: stamp(clock.now())}
    return await world.sends(world.alice, sent_at=at, gmail_id="abc", report=report)


async def test_several_mails_in_a_row_that_are_not_there_show_that_the_gmail_is_wrong(world: World) -> None:
    await connected(world)
    for _ in range(SEVERAL - 1):
        await absent(world)
    assert not await seems_wrong(world.alice.id), "a few may be from another account's window"
    await absent(world)
    assert await seems_wrong(world.alice.id)
    assert not await seems_wrong(world.bob.id)


async def test_a_mail_that_gmail_has_or_was_not_asked_for_shows_nothing_wrong(world: World) -> None:
    await connected(world)
    for _ in range(SEVERAL):
        await absent(world)
    await world.sends(world.alice, sent_at=clock.now() - timedelta(days=3), gmail_id="d", source="manual")
    await world.sends(world.alice, state="undone", gmail_id="e")
    await world.sends(world.alice)
    assert await seems_wrong(world.alice.id), "none of these can be asked for"
    newest = await world.sends(world.alice, gmail_id="f")
    assert not await seems_wrong(world.alice.id), "Gmail may have this one"
    await GmailMessage.filter(message_id=newest.id).update(report={ABSENT: stamp(clock.now())})
    assert await seems_wrong(world.alice.id)
    older = await world.sends(world.alice, sent_at=clock.now() - timedelta(days=2), gmail_id="b")
    await GmailMessage.filter(message_id=older.id).update(verified_at=clock.now() - timedelta(days=1))
    assert await seems_wrong(world.alice.id), "another Gmail had it"
    await GmailMessage.filter(message_id=older.id).update(verified_at=clock.now())
    assert not await seems_wrong(world.alice.id)


async def test_what_another_gmail_said_does_not_count_for_the_one_that_is_connected_now(world: World) -> None:
    await connected(world)
    for _ in range(SEVERAL):
        await absent(world)
    await GmailGrant.all().update(connected_at=clock.now() + timedelta(seconds=1))
    assert not await seems_wrong(world.alice.id)
    await GmailGrant.all().update(connected_at=clock.now() - timedelta(days=1), disconnected_at=clock.now())
    assert not await seems_wrong(world.alice.id)


async def chooses(browser: Walker, person: str) -> None:
    """Alice connects the Gmail of `person`, although Google suggests the one that is connected."""
    await GmailGrant.all().update(email="unknown@x.example")
    await connects(browser, person)


async def test_after_alice_has_connected_the_right_gmail_her_mails_are_found(
    world: World, alice: Walker
) -> None:
    gmail = await sent_in_gmail(world, alice)
    await chooses(alice, "bob")
    message = await reported(world, gmail_message_id=gmail.message_id)
    ago = clock.now() - timedelta(hours=1)
    await Message.filter(id=message.id).update(reported_at=ago, listed_at=ago)
    await delivers(world)
    assert ABSENT in (await GmailMessage.get(message_id=message.id)).report
    await chooses(alice, "alice")
    await delivers(world)
    kept = await GmailMessage.get(message_id=message.id)
    assert kept.verified_at
    assert ABSENT not in kept.report


async def test_a_new_connection_asks_only_for_recent_mails_of_its_account_that_are_not_confirmed(
    world: World,
) -> None:
    await connected(world, timedelta())
    wanted = {(await absent(world)).id, (await world.sends(world.alice, rfc822_message_id="<a@b.c>")).id}
    await world.sends(world.alice, gmail_id="a", verified_at=clock.now())
    await world.sends(world.alice)
    await world.sends(world.alice, gmail_id="b", sent_at=clock.now() - timedelta(days=31))
    await world.sends(world.alice, gmail_id="c", state="undone")
    await world.sends(world.bob, gmail_id="d")
    fact = await fact_of(world)
    for _ in range(2):
        assert await ask_about_unconfirmed(fact) == Done()
        rows = await OutboxRow.filter(fact="reported", listener="read_sent_headers")
        assert sorted(row.payload["message"] for row in rows) == sorted(map(str, wanted))
    assert await ask_about_unconfirmed({**fact, "account": world.bob.id}) == Done()
    assert await ask_about_unconfirmed({**fact, "at": stamp(clock.now())}) == Done()
    assert await OutboxRow.filter(fact="reported", listener="read_sent_headers").count() == len(wanted)


async def test_a_new_connection_asks_for_all_of_many_mails(world: World) -> None:
    await connected(world, timedelta())
    await world.sends(world.alice, gmail_id="a")
    model = await Message.get()
    same = {name: getattr(model, name) for name in ("source", "state", "sent_at", "listed_at", "updated_at")}
    for number in range(450):
        row = await Message.create(account=world.alice, reported_at=model.reported_at, **same)
        await GmailMessage.create(message=row, gmail_id=f"{number:x}")
    assert await ask_about_unconfirmed(await fact_of(world)) == Done()
    assert await OutboxRow.filter(listener="read_sent_headers").count() == 451
