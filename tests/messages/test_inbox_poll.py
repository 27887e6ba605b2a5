"""Alice's Gmail is polled incrementally, by one worker at a time, and less often when Google is busy."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from server.failures.codes import FailureCode
from server.failures.wording import failure_text
from server.google import reply_watch
from server.google.access.grants import gmail_for
from server.google.gmail_api import inbox, incoming_headers
from server.google.gmail_api.gmail import Gmail
from server.google.gmail_api.inbox import MailRef
from server.google.models import GmailGrant, ReplyWatch
from server.lib import clock
from server.lib.failure import other
from server.messages import inbox_poll
from server.messages.incoming import InboxRead, take_in
from server.messages.models import Return
from tests.accounts.walker import Walker
from tests.google.test_features import asks_for
from tests.messages.incoming_mail import Post, came, watch
from tests.sandbox.driving import RunningSandbox
from tests.world import World

BOB = "Bob Bauer <bob@sandbox.example>"
HISTORY = "/gmail/v1/users/me/history"


async def test_a_history_that_has_expired_is_replaced_by_a_search(post: Post) -> None:
    message, lost = await post.sends(), await post.sends("nobody@sandbox.example")
    await post.comes(message, BOB)
    before = await watch()
    await post.google.delete("/sandbox/history/alice")
    await post.looks()
    assert await came(message) == [("reply", "bob@sandbox.example")]
    assert await came(lost) == [("bounce", "nobody@sandbox.example")]
    after = await watch()
    assert int(after.history_id) > int(before.history_id)
    await post.comes(message, "dora@example.com")
    await post.looks()
    assert ("reply", "dora@example.com") in await came(message)


async def test_many_mails_that_look_like_reports_displace_no_reply_in_a_search(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Anybody can send such mails, and all of them are newer than Bob's reply."""
    monkeypatch.setattr(inbox_poll, "MOST_SEARCHED", 6)
    message, lost = await post.sends(), await post.sends("nobody@sandbox.example")
    await post.comes(message, BOB)
    for number in range(8):
        fields = f"From: eve@example.com\r\nTo: alice@sandbox.example\r\nMessage-ID: <{number}@example.com>"
        await post.arrives(f"{fields}\r\nSubject: Undeliverable\r\n\r\nHello\r\n".encode())
    await post.google.delete("/sandbox/history/alice")
    await post.looks()
    assert await came(message) == [("reply", "bob@sandbox.example")]
    assert await came(lost) == [("bounce", "nobody@sandbox.example")]


def test_after_a_search_reports_and_replies_are_read_by_turns_and_what_one_leaves_the_other_gets() -> None:
    refs = [MailRef(str(number), "t", frozenset()) for number in range(2 * inbox_poll.MOST_SEARCHED)]
    some, others = refs[: inbox_poll.MOST_SEARCHED], refs[inbox_poll.MOST_SEARCHED :]
    both = inbox_poll.of_both(some, others)
    half = inbox_poll.MOST_SEARCHED // 2
    assert (set(both), len(both)) == ({*some[:half], *others[:half]}, 2 * half)
    assert set(inbox_poll.of_both(some, others[:3])) == {*some[:-3], *others[:3]}
    assert inbox_poll.of_both(some, some) == some


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_a_busy_google_is_asked_again_later(post: Post, status: int) -> None:
    message = await post.sends()
    await post.comes(message, BOB)
    fault = {"path_prefix": HISTORY, "status": status, "retry_after": 600}
    await post.google.post("/sandbox/faults", json=fault)
    await post.looks()
    resting = await watch()
    assert resting.failures == 1
    words = "Google’s limit on the number of requests" if status == 429 else "Google was busy"
    assert failure_text(resting.trouble).startswith(words)
    assert resting.due_at > clock.now() + timedelta(minutes=9)
    await post.looks()
    assert await came(message) == [("reply", "bob@sandbox.example")]
    assert ((await watch()).failures, (await watch()).trouble) == (0, None)


async def test_a_poll_that_fails_half_way_loses_no_reply_and_stores_none_twice(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    mails = [await post.sends() for _ in range(3)]
    for mail in mails:
        await post.comes(mail, BOB)
    monkeypatch.setattr(inbox_poll, "MOST", 2)
    await post.looks()
    assert [len(await came(mail)) for mail in mails] == [1, 1, 0]
    asked = {"path_prefix": "/gmail/v1/users/me/messages", "status": 503}
    await post.google.post("/sandbox/faults", json=asked)
    await post.looks()
    assert len(await came(mails[2])) == 0
    await post.looks()
    assert [len(await came(mail)) for mail in mails] == [1, 1, 1]


async def test_an_unreadable_mail_does_not_block_the_others(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = await post.sends()
    await post.comes(message, "eve@example.com")
    await post.comes(message, BOB)
    read = incoming_headers.read

    def stumbles(resource: Mapping[str, Any]) -> incoming_headers.Incoming:
        found = read(resource)
        if found.sender and found.sender.address.startswith("eve"):
            raise RecursionError
        return found

    monkeypatch.setattr(incoming_headers, "read", stumbles)
    await post.looks()
    assert await came(message) == [("reply", "bob@sandbox.example")]
    assert (await watch()).failures == 0


async def test_a_mail_that_causes_an_unexpected_error_is_skipped_permanently(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = await post.sends()
    tried: list[str] = []

    async def surprised(reading: InboxRead, place: MailRef) -> Any:
        tried.append(place.gmail_id)
        if len(tried) == 1:
            raise RecursionError("a name within a name within a name")
        return await take_in(reading, place)

    monkeypatch.setattr(inbox_poll, "take_in", surprised)
    await post.comes(message, "stranger@example.com")
    await post.comes(message, BOB)
    await post.looks()
    assert await came(message) == [("reply", "bob@sandbox.example")]
    await post.looks()
    assert len(tried) == 2
    assert (await watch()).failures == 0


async def test_a_poll_after_a_mail_to_alice_herself_reaches_the_end_of_the_history(post: Post) -> None:
    """Changes of labels are entries of the history too."""
    await post.sends("alice@sandbox.example")
    await post.looks()
    async with post.world.app.app_context():
        gmail = await gmail_for(post.world.alice.id)
        assert isinstance(gmail, Gmail)
        assert (await watch()).history_id == await inbox.number_of_now(gmail)


async def test_the_cost_of_a_poll_depends_on_what_arrived_and_not_on_what_was_sent(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without news, a poll costs one request.

    Each reply costs one more for its headers, and the first costs another one for Alice's addresses.
    """
    mails = [await post.sends() for _ in range(3)]
    await post.looks()
    asked, call = [], Gmail.call

    async def counted(self: Gmail, ask: Any, retries: int | None = None) -> Any:
        asked.append(ask)
        return await call(self, ask, retries)

    monkeypatch.setattr(Gmail, "call", counted)
    await post.looks()
    assert len(asked) == 1
    for mail in mails[:2]:
        await post.comes(mail, BOB)
    asked.clear()
    await post.looks()
    assert len(asked) == 4


async def test_the_waits_between_failing_polls_grow_to_an_hour() -> None:
    from server.lib.outbox import Transient

    waits = [
        reply_watch._pause(Transient(other("busy")), failures).total_seconds() for failures in range(1, 12)
    ]
    assert waits[:3] == [60, 120, 240]
    assert waits[-1] == 3600


async def test_a_withdrawn_permission_ends_polling_until_alice_reconnects(post: Post, alice: Walker) -> None:
    message = await post.sends()
    await post.comes(message, BOB)
    await post.google.delete("/sandbox/grants/alice")
    await post.looks()
    grant = await GmailGrant.get()
    assert grant.disconnected_at
    assert grant.failure == [FailureCode.GRANT_ENDED]
    assert (await watch()).due_at > clock.now() + timedelta(minutes=50)
    await asks_for(alice, "")
    await post.looks()
    assert await came(message) == [("reply", "bob@sandbox.example")]


async def test_only_one_of_two_workers_polls_alices_gmail(post: Post) -> None:
    message = await post.sends()
    await post.comes(message, BOB)
    await ReplyWatch.all().update(due_at=clock.now())
    rows = [await reply_watch.due() for _ in range(2)]
    assert await asyncio.gather(*(reply_watch.claim(row) for [row] in rows)) in ([True, False], [False, True])
    await ReplyWatch.all().update(claimed_until=None)
    async with post.world.app.app_context():
        await asyncio.gather(inbox_poll.look_for_returns(), inbox_poll.look_for_returns())
    assert await Return.all().count() == 1


async def test_a_killed_worker_does_not_stop_later_polls(post: Post) -> None:
    await ReplyWatch.all().update(due_at=clock.now(), claimed_until=clock.now() + timedelta(minutes=1))
    assert await reply_watch.due() == []
    await ReplyWatch.all().update(claimed_until=clock.now() - timedelta(seconds=1))
    assert len(await reply_watch.due()) == 1


async def test_a_worker_that_lost_its_claim_changes_nothing(post: Post) -> None:
    slow = await watch()
    await reply_watch.claim(slow)
    await ReplyWatch.all().update(claimed_until=clock.now() + timedelta(minutes=9))
    before = (await watch()).history_id
    assert not await reply_watch.advance(slow, "7")
    assert (await watch()).history_id == before


async def test_the_first_poll_covers_mails_from_before_reply_tracking_was_on(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    await asks_for(alice, "?send=yes")
    post = Post(world, google)
    message = await post.sends()
    await post.comes(message, BOB)
    await post.looks()
    assert await came(message) == []
    await asks_for(alice, "?replies=yes")
    await post.looks()
    assert await came(message) == [("reply", "bob@sandbox.example")]


async def test_nothing_is_read_unless_alice_turns_reply_tracking_on(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    """A permission to read that was given for another feature is not enough."""
    await asks_for(alice, "?check=yes&send=yes")
    assert await ReplyWatch.all().count() == 0
