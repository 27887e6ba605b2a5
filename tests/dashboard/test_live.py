"""Changes are sent to the open pages of the person concerned, and to nobody else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.accounts.models import Account, Session
from server.alerts.models import Alert
from server.dashboard import change_feed, live, live_feed, problems
from server.dashboard.change_feed import ChangeFeed
from server.failures.codes import FailureCode
from server.google.models import GmailGrant
from server.lib import clock
from server.lib.shutdown import stopping
from server.messages.models import Message
from server.messages.queries.cursor import moment_of, moment_text
from tests.dashboard.mails import changed, minutes_ago
from tests.dashboard.test_list import text_of
from tests.waiting import until
from tests.world import Visitor, World

START = datetime(2026, 1, 1, tzinfo=UTC)


class Stream:
    """An open event stream, as a browser reads it."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection
        self.text = ""

    async def hears(self, words: str, within: float = 30.0) -> bool:
        """Whether `words` arrive within some seconds."""
        try:
            async with asyncio.timeout(within):
                while words not in self.text:
                    self.text += (await self.connection.receive()).decode()
        except TimeoutError:
            return False
        return True

    async def ends(self) -> None:
        """Wait until the server closes the stream; fails after 30 seconds."""
        await asyncio.wait_for(asyncio.shield(self.connection._task), 30)


@asynccontextmanager
async def stream_of(visitor: Visitor, path: str = "/live", **headers: str) -> AsyncIterator[Stream]:
    """The live stream of a page that `visitor` has open."""
    async with visitor.client.request(path, headers=visitor._headers({"headers": headers})) as connection:
        await connection.send_complete()
        stream = Stream(connection)
        assert await stream.hears(": hello")
        yield stream
        await connection.disconnect()


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server looks for changes more often than in production."""
    monkeypatch.setattr(live_feed, "LOOK_EVERY", 0.3)


def publish(world: World, account: Account, name: UUID) -> None:
    """Publish a change, as after a commit in this process."""
    world.hub.publish(f"account:{account.id}", str(name))


async def test_a_change_of_alices_mail_is_sent_to_her_open_page_immediately(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_feed, "LOOK_EVERY", 60.0)
    message = await world.sends(world.alice, updated_at=minutes_ago(5))
    async with stream_of(await world.browser_of(world.alice)) as stream:
        await asyncio.sleep(0.1)
        await changed(message, opens=1)
        publish(world, world.alice, message.id)
        assert await stream.hears(f"event: message-{message.id}\n")
        assert await stream.hears("event: list\ndata: 1\n\n")


async def test_a_change_by_another_process_is_sent_to_the_open_page(world: World) -> None:
    message = await world.sends(world.alice, updated_at=minutes_ago(5))
    async with stream_of(await world.browser_of(world.alice)) as stream:
        await asyncio.sleep(0.1)
        await changed(message, opens=1)
        assert await stream.hears(f"message-{message.id}")


@pytest.mark.parametrize("press", ["mute", "mute/removal", "reminder", "reminder/removal"])
async def test_alices_action_in_one_tab_appears_in_the_other(world: World, press: str) -> None:
    message = await world.sends(world.alice, updated_at=minutes_ago(5))
    visitor = await world.browser_of(world.alice)
    async with stream_of(visitor) as stream:
        assert (await visitor.post(f"/messages/{message.id}/{press}")).status_code < 400
        assert await stream.hears(f"message-{message.id}")


async def test_nobody_receives_changes_of_another_persons_mail(world: World) -> None:
    message = await world.sends(world.alice)
    async with stream_of(await world.browser_of(world.bob)) as stream:
        await changed(message, opens=1)
        publish(world, world.alice, message.id)
        assert not await stream.hears("event:", within=1)


async def test_a_change_between_loading_a_page_and_opening_its_stream_is_sent_to_the_page(
    world: World,
) -> None:
    visitor = await world.browser_of(world.alice)
    message = await world.sends(world.alice, updated_at=minutes_ago(5))
    page = await text_of(visitor, f"/messages/{message.id}")
    address = page.split('sse-connect="')[1].split('"')[0]
    await changed(message, opens=1)
    async with stream_of(visitor, address) as stream:
        assert await stream.hears(f"message-{message.id}")


async def test_a_browser_that_reconnects_gets_what_it_missed(world: World) -> None:
    old = await world.sends(world.alice, updated_at=minutes_ago(30))
    missed = await world.sends(world.alice, updated_at=minutes_ago(5))
    last = {"Last-Event-ID": moment_text(minutes_ago(10))}
    async with stream_of(await world.browser_of(world.alice), **last) as stream:
        assert await stream.hears(f"message-{missed.id}")
        assert str(old.id) not in stream.text


async def test_a_visitor_who_is_not_signed_in_gets_no_stream(world: World) -> None:
    assert (await world.visitor().get("/live")).status_code == 401


async def test_the_stream_falls_silent_after_alice_signs_out(world: World) -> None:
    message = await world.sends(world.alice, updated_at=minutes_ago(5))
    async with stream_of(await world.browser_of(world.alice)) as stream:
        await Session.filter(account_id=world.alice.id).update(revoked_at=clock.now())
        await changed(message, opens=1)
        publish(world, world.alice, message.id)
        assert not await stream.hears(str(message.id), within=1)


@pytest.mark.parametrize("how", ["signed out elsewhere", "expired", "disabled"])
async def test_the_stream_ends_with_the_session(
    world: World, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(live_feed, "SESSION_CHECK_EVERY", 0.2)
    async with stream_of(await world.browser_of(world.alice)) as stream:
        if how == "disabled":
            await Account.filter(id=world.alice.id).update(disabled_at=clock.now())
        else:
            ended = {"revoked_at": clock.now()} if how != "expired" else {"expires_at": clock.now()}
            await Session.filter(account_id=world.alice.id).update(**ended)
        await stream.ends()
        assert (await stream.connection.as_response()).status_code == 200


async def test_the_stream_ends_immediately_when_the_server_stops(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_feed, "LOOK_EVERY", 60.0)
    async with stream_of(await world.browser_of(world.alice)) as stream:
        await asyncio.sleep(0.1)
        stopping().set()
        await stream.ends()


async def test_a_stream_without_changes_sends_heartbeats(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "HEARTBEAT_EVERY", 0.2)
    async with stream_of(await world.browser_of(world.alice)) as stream:
        assert await stream.hears(": still here")


async def test_a_closed_stream_is_removed(world: World) -> None:
    async with stream_of(await world.browser_of(world.alice)):
        assert world.hub._listeners
    await until(listeners(world), lambda them: not them)


def listeners(world: World) -> Callable[[], Awaitable[list[str]]]:
    """Return a function that lists the topics to which an open stream listens."""

    async def look() -> list[str]:
        return [*world.hub._listeners]

    return look


Commit = tuple[int, int]  # message, milliseconds between its timestamp and its commit


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 9000)), max_size=12))
def test_a_change_that_is_committed_late_is_sent_once_and_not_missed(commits: list[Commit]) -> None:
    """Timestamps are one second apart, and the feed is read after every commit."""
    watching = ChangeFeed(START, START + timedelta(minutes=1))
    stamped = [(START + timedelta(seconds=n), n, *commit) for n, commit in enumerate(commits, 1)]
    by_commit = sorted(stamped, key=lambda one: (one[0] + timedelta(milliseconds=one[3]), one[1]))
    rows: dict[UUID, datetime] = {}
    changes: list[change_feed.MessageChange] = []
    for at, _, message, _ in by_commit:
        rows[UUID(int=message)] = at
        changes += watching.news(
            sorted(((k, v) for k, v in rows.items() if v >= watching.from_), key=lambda r: r[1])
        )
    assert changes == [(UUID(int=message), at) for at, _, message, _ in by_commit]


@given(st.integers(0, 10**17))
def test_a_time_is_unchanged_after_it_is_written_as_text_and_read_back(micros: int) -> None:
    at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=micros)
    assert moment_of(moment_text(at)) == at


@given(st.text(max_size=30))
def test_any_text_is_read_as_a_time_or_ignored(text: str) -> None:
    found = moment_of(text)
    assert found is None or found.tzinfo


async def test_a_page_without_notices_receives_an_event_when_a_notice_appears(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process may end the permission for Gmail; the page fetches its notices once."""
    monkeypatch.setattr(problems, "LOOK_EVERY", 0.1)
    await connected_gmail(world.alice)
    visitor = await world.browser_of(world.alice)
    async with stream_of(visitor) as stream:
        assert not await stream.hears("event: problems", within=0.7)
        over = {"disconnected_at": clock.now(), "failure": [FailureCode.GRANT_ENDED]}
        await GmailGrant.filter(account_id=world.alice.id).update(**over)
        assert await stream.hears("event: problems\ndata: 1\n\n")
        assert "Google says that Sightline’s access has expired" in await text_of(visitor, "/problems")
        stream.text = ""
        assert not await stream.hears("event: problems", within=0.7)


async def test_a_stream_words_problems_of_a_server_without_google(world: World) -> None:
    message = await world.sends(world.alice)
    await failed_alert(world.alice, message, "gmail")
    async with stream_of(await world.browser_of(world.alice)) as stream:
        assert await stream.hears("event: problems\ndata: 1\n\n")
        await changed(message, opens=1)
        publish(world, world.alice, message.id)
        assert await stream.hears(f"message-{message.id}")


async def test_a_problem_that_appears_while_a_page_is_rendered_reaches_that_page(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(problems, "LOOK_EVERY", 0.1)
    message, of = await world.sends(world.alice), problems.of

    async def overtaken(account: Account, limit: int) -> dict[str, Any]:
        found = await of(account, limit)
        await failed_alert(account, message, "smtp")
        return found

    monkeypatch.setattr(problems, "of", overtaken)
    visitor = await world.browser_of(world.alice)
    page = await text_of(visitor, "/")
    assert "550 No" not in page
    monkeypatch.setattr(problems, "of", of)
    address = unescape(page.split('sse-connect="')[1].split('"')[0])
    async with stream_of(visitor, address) as stream:
        assert await stream.hears("event: problems\n")


async def test_the_eleventh_page_is_asked_to_come_back(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_feed, "PER_SESSION", 1)
    alice = await world.browser_of(world.alice)
    async with stream_of(alice):
        answer = await alice.get("/live")
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")


async def failed_alert(account: Account, message: Message, channel: str) -> None:
    """An email about a first open that could not be sent."""
    await Alert.create(
        account=account, message=message, kind="first_open", event_id=uuid4(), channel=channel,
        rfc822_message_id="<a@track.example>", created_at=clock.now(), failed_at=clock.now(),
        error=[["other", {"text": "550 No"}]],
    )  # fmt: skip


async def connected_gmail(account: Account) -> None:
    """Alice's Gmail is connected, as after consent at Google."""
    await GmailGrant.create(
        account=account, email=account.email, google_sub="1", scopes=[], connected_at=clock.now()
    )
