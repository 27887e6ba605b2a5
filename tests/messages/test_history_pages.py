"""Polls get on through a long history, in which many pages have nothing for us, and read no mail twice."""

from __future__ import annotations

from typing import Any

import pytest

from server.google.gmail_api import inbox
from server.google.gmail_api.gmail import Gmail
from server.google.gmail_api.inbox import MailRef
from server.lib.failure import other
from server.lib.outbox import Permanent
from server.messages import inbox_poll
from server.messages.incoming import InboxRead, take_in
from tests.messages.incoming_mail import Post, came, watch

BOB = "Bob Bauer <bob@sandbox.example>"
REFUSED = Permanent(other("Invalid pageToken"))


async def changes(post: Post, number: int) -> None:
    """So much happens in Alice's Gmail that concerns no incoming mail."""
    await post.google.post("/sandbox/history/alice", json={"changes": number})


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The mails that polls have read."""
    ids: list[str] = []

    async def noted(reading: InboxRead, ref: MailRef) -> Any:
        ids.append(ref.gmail_id)
        return await take_in(reading, ref)

    monkeypatch.setattr(inbox_poll, "take_in", noted)
    return ids


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The history ids and pages that Gmail was asked for."""
    pages: list[tuple[str, str]] = []
    added_since = inbox.added_since

    async def noted(gmail: Gmail, number: str, page: str = "") -> Any:
        pages.append((number, page))
        return await added_since(gmail, number, page)

    monkeypatch.setattr(inbox, "added_since", noted)
    return pages


async def test_a_reply_after_twelve_pages_without_news_is_read(
    post: Post, read: list[str], asked: list[tuple[str, str]]
) -> None:
    message = await post.sends()
    await changes(post, 6000)
    await post.comes(message, BOB)
    await post.looks()
    assert (await came(message), len(asked)) == ([], 10)
    assert (await watch()).history_page
    await post.looks()
    assert await came(message) == [("reply", "bob@sandbox.example")]
    assert (await watch()).history_page == ""
    assert len(set(asked)) == len(asked), "no page is read twice"
    await post.looks()
    assert len(read) == 1


async def test_mails_between_pages_without_news_are_read_once(
    post: Post, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox_poll, "_PAGES", 2)
    messages = [await post.sends() for _ in range(3)]
    await post.looks()
    for message in messages:
        await changes(post, 1700)
        await post.comes(message, BOB)
    await changes(post, 1700)
    for _ in range(12):
        await post.looks()
    assert [await came(message) for message in messages] == [[("reply", "bob@sandbox.example")]] * 3
    assert (len(read), (await watch()).history_page) == (3, "")


async def test_a_page_that_gmail_no_longer_knows_is_followed_by_the_first_page_again(
    post: Post, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox_poll, "_PAGES", 3)
    message = await post.sends()
    await post.looks()
    start = (await watch()).history_id
    await changes(post, 2000)
    await post.comes(message, BOB)
    await post.looks()
    added_since = inbox.added_since
    refused: list[str] = []

    async def forgetful(gmail: Gmail, number: str, page: str = "") -> Any:
        if page and not refused:
            refused.append(number)
            return REFUSED
        return await added_since(gmail, number, page)

    monkeypatch.setattr(inbox, "added_since", forgetful)
    monkeypatch.setattr(inbox_poll, "_PAGES", 10)
    await post.looks()
    assert (refused, await came(message)) == ([start], [("reply", "bob@sandbox.example")])
    assert ((await watch()).failures, len(read)) == (0, 1)


async def test_a_poll_gets_on_although_gmail_knows_no_page_from_an_earlier_poll(
    post: Post, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox_poll, "_PAGES", 3)
    message = await post.sends()
    await post.looks()
    await changes(post, 4000)
    await post.comes(message, BOB)
    added_since = inbox.added_since
    known: set[str] = set()

    async def forgetful(gmail: Gmail, number: str, page: str = "") -> Any:
        if page and page not in known:
            return REFUSED
        found = await added_since(gmail, number, page)
        if isinstance(found, inbox.HistoryPage):
            known.add(found.next_page)
        return found

    monkeypatch.setattr(inbox, "added_since", forgetful)
    await post.looks()
    known.clear()
    await post.looks()
    assert await came(message) == [("reply", "bob@sandbox.example")]
    assert (len(read), (await watch()).history_page) == (1, "")
