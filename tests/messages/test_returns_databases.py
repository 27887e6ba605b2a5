"""Replies on PostgreSQL and MariaDB: noticed once, judged, and claimed by one worker."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from server.events.models import Event
from server.google import reply_watch
from server.google.models import ReplyWatch
from server.lib import clock
from server.messages import inbox_poll
from server.messages.models import Message, Return
from tests.accounts.walker import Walker
from tests.extension_api.reading import GMAIL_PROXY, opens
from tests.google.conftest import signs_in
from tests.google.test_features import asks_for
from tests.messages.incoming_mail import Post, came
from tests.migrations import databases
from tests.sandbox.driving import RunningSandbox
from tests.world import World, opened_world


@pytest.fixture(scope="module", params=["postgres", "mariadb"])
def server(request: pytest.FixtureRequest) -> Iterator[str]:
    with getattr(databases, str(request.param))() as address:
        yield address


@pytest.fixture
async def far(server: str, tmp_path: Path, google: RunningSandbox) -> AsyncIterator[World]:
    """A world with the sandbox as Google, whose database is on a database server."""
    async with (
        databases.new_database(server) as url,
        opened_world(tmp_path, DATABASE_URL=url, SANDBOX_URL=google.url) as world,
    ):
        yield world


@pytest.mark.timeout(180)
async def test_replies_and_bounces_are_stored_once_and_change_verdicts_on_each_database(
    far: World, google: RunningSandbox
) -> None:
    alice = Walker(far)
    await signs_in(alice, "alice")
    await asks_for(alice, "?replies=yes&send=yes")
    post = Post(far, google)
    await post.looks()
    answered = await post.sends()
    lost = await post.sends("nobody@sandbox.example", sent_at=clock.now() - timedelta(hours=1))
    for mail in (answered, lost):
        assert mail.sent_at is not None
        await opens(far.alice, mail.id, mail.sent_at + timedelta(minutes=30), agent=GMAIL_PROXY)
    await post.comes(answered, "Bob <bob@sandbox.example>")
    await post.comes(answered, "bób@sandbox.example", Auto_Submitted="auto-replied")
    await ReplyWatch.all().update(due_at=clock.now())
    async with far.app.app_context():
        await asyncio.gather(inbox_poll.look_for_returns(), inbox_poll.look_for_returns())
    await post.looks()
    assert sorted(await came(answered)) == [
        ("automatic", "bób@sandbox.example"),
        ("reply", "bob@sandbox.example"),
    ]
    assert await came(lost) == [("bounce", "nobody@sandbox.example")]
    assert (await Message.get(id=answered.id)).replied_at
    found = await Message.get(id=lost.id)
    assert (found.bounced_at is not None, found.bounces, found.opens) == (True, 1, 0)
    assert (await Event.get(message_id=lost.id)).verdict == "maybe_you"
    await ReplyWatch.all().update(history_id="", looked_at=None)
    await post.looks()
    assert await Return.all().count() == 3


@pytest.mark.timeout(180)
async def test_only_one_of_eight_simultaneous_claims_wins_and_advancing_to_the_same_position_keeps_the_claim(
    far: World,
) -> None:
    await reply_watch.start(far.alice.id)
    rows = [await reply_watch.due() for _ in range(8)]
    assert sum(await asyncio.gather(*(reply_watch.claim(row) for [row] in rows))) == 1
    mine = await ReplyWatch.get()
    assert await reply_watch.advance(mine, "1001")
    assert await reply_watch.advance(mine, "1001")
    await reply_watch.rest(mine, None)
    assert (await ReplyWatch.get()).claimed_until is None
