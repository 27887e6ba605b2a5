"""The owner sees at /status what failed for good and what waits for whom, and can try it again."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from server import reactions
from server.alerts.models import Alert
from server.copies.models import Copy, CopySet
from server.failures.codes import FailureCode
from server.google.access.grant_keeper import key_of
from server.google.failures import Refused
from server.lib import clock, outbox
from server.lib.failure import Failure, other, pack
from server.lib.outbox import OutboxRow
from server.ops import deliveries
from tests.world import Visitor, World

HTMX = {"HX-Request": "true"}


async def row(world: World, listener: str = "read_sent_headers", **values: Any) -> OutboxRow:
    """A delivery about a message of Bob's."""
    message = await world.sends(world.bob)
    now = clock.now()
    return await OutboxRow.create(
        **{
            "fact": "reported",
            "listener": listener,
            "unique_key": f"{listener}:reported:{message.id}",
            "payload": {"message": str(message.id)},
            "created_at": now,
            "due_at": now,
            **values,
        }
    )


async def failed(world: World, reason: Failure) -> OutboxRow:
    """A delivery about a message of Bob's that failed for good."""
    return await row(world, failed_at=clock.now(), failures=11, error=str(reason))


async def text_of(visitor: Visitor, path: str = "/status") -> str:
    text = await (await visitor.get(path)).get_data(as_text=True)
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


async def test_without_failures_the_owner_reads_that_nothing_failed(world: World) -> None:
    assert "Nothing has failed, and nothing waits." in await text_of(await world.browser_of(world.alice))


async def test_the_owner_sees_what_failed_for_whom_and_why_in_human_words(world: World) -> None:
    await failed(world, Failure(FailureCode.GMAIL_REFUSED, {"status": 400, "reason": "failed Precondition"}))
    text = await text_of(await world.browser_of(world.alice))
    assert "1 task failed for good" in text
    assert "Confirmation of a sent message by Gmail · Bob" in text
    assert "Gmail refused the request (400 failed Precondition)." in text
    assert "Lunch on Friday?" not in text, "the owner does not read the subjects of others"


@pytest.mark.parametrize("reason", [other("no <b>code</b>"), other("gmail_refused without values")])
async def test_a_reason_that_is_no_code_is_shown_as_it_is(world: World, reason: Failure) -> None:
    await failed(world, reason)
    answer = await (await world.browser_of(world.alice)).get("/status")
    assert str(reason).replace("<", "&lt;").replace(">", "&gt;") in await answer.get_data(as_text=True)


async def test_the_owner_tries_again_and_the_delivery_begins_anew(world: World) -> None:
    delivery, alice = await failed(world, other("busy")), await world.browser_of(world.alice)
    answer = await alice.post(f"/status/deliveries/{delivery.id}/retry", headers=HTMX)
    assert "Nothing has failed" in await answer.get_data(as_text=True)
    assert (await alice.post(f"/status/deliveries/{delivery.id}/retry")).status_code == 404
    again = await OutboxRow.get()
    assert (again.failed_at, again.failures) == (None, 0)
    async with world.app.app_context():
        assert await outbox.deliver() == 1
    assert (await OutboxRow.get()).done_at is not None


async def test_the_owner_dismisses_what_failed(world: World) -> None:
    delivery, alice = await failed(world, other("busy")), await world.browser_of(world.alice)
    assert (await alice.post(f"/status/deliveries/{delivery.id}/dismissal")).status_code == 303
    assert "Nothing has failed" in await text_of(alice)
    assert "failed for good" not in await text_of(alice, "/")


async def test_the_owner_tries_everything_again(world: World) -> None:
    for _ in range(deliveries.SHOWN + 1):
        await failed(world, other("busy"))
    alice = await world.browser_of(world.alice)
    assert f"The newest {deliveries.SHOWN} are shown." in await text_of(alice)
    assert (await alice.post("/status/deliveries/retry")).status_code == 303
    assert await OutboxRow.filter(failed_at=None).count() == deliveries.SHOWN + 1


async def test_nobody_else_may_try_again_or_dismiss(world: World) -> None:
    """S6."""
    delivery, bob = await failed(world, other("busy")), await world.browser_of(world.bob)
    for path in (f"{delivery.id}/retry", f"{delivery.id}/dismissal", "retry", "dismissal"):
        assert (await bob.post(f"/status/deliveries/{path}")).status_code == 404
    assert (await bob.post(f"/status/alerts/{world.bob.id}/retry")).status_code == 404
    assert (await OutboxRow.get()).failed_at is not None


async def test_the_owners_list_of_messages_says_for_a_week_that_something_failed(world: World) -> None:
    delivery = await failed(world, other("busy"))
    alice, bob = await world.browser_of(world.alice), await world.browser_of(world.bob)
    assert "1 task failed for good" in await text_of(alice, "/")
    assert "failed for good" not in await text_of(bob, "/")
    await OutboxRow.filter(id=delivery.id).update(failed_at=clock.now() - timedelta(days=8))
    assert "failed for good" not in await text_of(alice, "/")


async def test_the_owner_sees_what_waits_for_whom_and_who_can_repair_it(world: World) -> None:
    refused = Refused(Failure(FailureCode.SERVER_REFUSED, {"reason": "deleted_client"}), key_of(world.bob.id))
    for listener in ("read_sent_headers", "read_sent_headers", "label_opened"):
        await row(world, listener, waits_for=refused.waits_for, error=str(refused.reason))
    text = await text_of(await world.browser_of(world.alice))
    assert "Gmail of Bob" in text
    assert "Google doesn’t accept this server (deleted_client)." in text
    assert "You can repair this." in text
    assert "Confirmation of a sent message by Gmail: 2 · Label for an opened message: 1" in text


async def test_the_owner_sees_whose_emails_failed_and_tries_them_again(world: World) -> None:
    message = await world.sends(world.bob)
    refused = pack([Failure(FailureCode.SMTP_ANSWERED, {"server": "mail", "code": 535, "text": "wrong"})])
    await Alert.create(
        account=world.bob,
        message=message,
        kind="first_open",
        rfc822_message_id="<1@x>",
        created_at=clock.now(),
        failed_at=clock.now(),
        error=refused,
    )
    alice = await world.browser_of(world.alice)
    assert "Bob : 1 email" in await text_of(alice)
    assert "535 wrong" in await text_of(alice)
    assert (await alice.post(f"/status/alerts/{world.bob.id}/retry")).status_code == 303
    assert (await Alert.get()).failed_at is None
    assert await OutboxRow.filter(fact="alert_retried").count() == 1
    assert (await alice.post(f"/status/alerts/{world.bob.id}/retry")).status_code == 404


async def test_the_owner_sees_whose_copies_failed_and_leaves_the_decision_to_the_sender(world: World) -> None:
    now = clock.now()
    copies = await CopySet.create(
        id=uuid4(),
        account=world.bob,
        draft_id="msg-a:r-2",
        revision="1",
        from_address="bob@x.example",
        mailbox="bob@x.example",
        options={},
        created_at=now,
        released_at=now,
    )
    refused = pack([Failure(FailureCode.GMAIL_REFUSED, {"status": 400, "reason": "invalid"})])
    await Copy.create(
        copy_set=copies,
        account=world.bob,
        message_id=uuid4(),
        number=1,
        address="c@x.example",
        state="failed",
        failed_at=now,
        error=refused,
    )
    alice = await world.browser_of(world.alice)
    text = await text_of(alice)
    assert "Bob : 1 copy" in text
    assert "Gmail refused the request (400 invalid)." in text
    assert "Try again" not in text
    assert "1 task failed for good" in await text_of(alice, "/")


async def test_the_owner_does_not_decide_that_an_email_may_arrive_twice(world: World) -> None:
    message, ended = await world.sends(world.bob), clock.now()
    await Alert.create(
        account=world.bob,
        message=message,
        kind="first_open",
        channel="gmail",
        rfc822_message_id="<1@x>",
        created_at=ended,
        claimed_until=ended,
        failed_at=ended,
        error=pack([Failure(FailureCode.ALERT_MAYBE_SENT)]),
    )
    alice = await world.browser_of(world.alice)
    assert (await alice.post(f"/status/alerts/{world.bob.id}/retry")).status_code == 303
    alert = await Alert.get()
    assert (alert.failed_at, alert.claimed_until) == (None, ended), "Gmail is asked before it is sent again"


def test_each_listener_has_human_words_and_ends_what_it_is_for_or_says_why_not() -> None:
    listeners = {name for names in reactions.TABLE.values() for name in names}
    assert listeners == set(deliveries.WORDS)
    assert set(reactions.ENDS).isdisjoint(reactions.WITHOUT_END)
    assert listeners == set(reactions.ENDS) | set(reactions.WITHOUT_END)
    assert set(reactions.PATIENCE) <= listeners
