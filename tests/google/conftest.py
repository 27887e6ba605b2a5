"""Fixtures: a server whose Google is a running sandbox, and browsers that go to Google and return."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from server.accounts.models import Account
from server.google.access.grants import gmail_for
from server.google.gmail_api.gmail import Gmail
from server.google.models import GmailGrant
from tests.accounts.walker import Page, Walker
from tests.sandbox.driving import RunningSandbox, consent, sandbox_running
from tests.world import World, opened_world

GmailOf = Callable[..., Awaitable[Gmail]]


@dataclass(frozen=True)
class Google:
    """The running sandbox and the folder where it keeps its signing key."""

    running: RunningSandbox
    data: Path


@pytest.fixture(scope="session")
def google_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Google]:
    data = tmp_path_factory.mktemp("google")
    with sandbox_running(data) as running:
        yield Google(running, data)


@pytest.fixture
async def google(google_process: Google) -> RunningSandbox:
    """Google, with no permission granted yet."""
    await google_process.running.delete("/sandbox/state")
    await google_process.running.delete("/sandbox/faults")
    return google_process.running


@pytest.fixture
async def world(tmp_path: Path, google: RunningSandbox) -> AsyncIterator[World]:
    """A server whose Google is that sandbox."""
    async with opened_world(tmp_path, SANDBOX_URL=google.url) as made:
        yield made


@pytest.fixture
async def empty(world: World) -> World:
    """That server, before anybody has an account."""
    await Account.all().delete()
    return world


async def signs_in(browser: Walker, person: str, start: str = "/login/google") -> Page:
    """Somebody follows a sign-in link to Google, chooses `person`, and returns."""
    sent = await browser.get(start)
    assert sent.status == 303, sent.text
    return await browser.follow(await consent(sent.place, person))


async def connects(
    browser: Walker, person: str, refuse: Collection[str] = (), *, send: bool = False, allow: bool = True
) -> Page:
    """Somebody who is signed in connects the Gmail of `person`."""
    sent = await browser.get(f"/settings/gmail/connect{'?send=yes' if send else ''}")
    return await browser.follow(await consent(sent.place, person, refuse, allow=allow))


@pytest.fixture
async def alice(world: World) -> Walker:
    """Alice's browser; she signed in with Google."""
    browser = Walker(world)
    await signs_in(browser, "alice")
    return browser


@pytest.fixture
async def gmail_of(world: World, alice: Walker) -> AsyncIterator[GmailOf]:
    """`await gmail_of(send=True)`: Alice's Gmail, connected, inside the app's context."""
    async with world.app.app_context():

        async def go(*, send: bool = False) -> Gmail:
            await connects(alice, "alice", send=send)
            gmail = await gmail_for(world.alice.id)
            assert isinstance(gmail, Gmail)
            return gmail

        yield go


async def grant_of(account: Account) -> GmailGrant | None:
    """The grant in the database."""
    return await GmailGrant.filter(account_id=account.id).first()
