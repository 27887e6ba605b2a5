"""Fixtures: a sandbox process, Google's libraries allowed to use plain HTTP with it, and a browser."""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import pytest
import pytest_asyncio
from google_auth_oauthlib.flow import Flow
from playwright.async_api import Browser, BrowserContext, async_playwright

from tests import parts
from tests.sandbox.browser import GMAIL, GmailUser
from tests.sandbox.driving import (
    API,
    RunningSandbox,
    answered,
    consent,
    gmail_client,
    google_flow,
    sandbox_running,
)

SIGN_IN = ("openid", "email", "profile")
Connect = Callable[..., Awaitable[Flow]]
GmailOf = Callable[..., Awaitable[Any]]
Gmail = Callable[..., Awaitable[GmailUser]]


@pytest.fixture(autouse=True)
def plain_http(monkeypatch: pytest.MonkeyPatch) -> None:
    """oauthlib refuses plain HTTP and reordered scopes by default; the sandbox has both."""
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    monkeypatch.setenv("OAUTHLIB_RELAX_TOKEN_SCOPE", "1")


@pytest.fixture(scope="session")
def sandbox_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSandbox]:
    # The undo period is long: a busy machine may need a while from one click to the next.
    with sandbox_running(tmp_path_factory.mktemp("sandbox"), "--undo-seconds", "60") as running:
        yield running


@pytest.fixture
async def sandbox(sandbox_process: RunningSandbox) -> RunningSandbox:
    """A sandbox in its initial state."""
    await sandbox_process.delete("/sandbox/state")
    return sandbox_process


@pytest.fixture
async def connect(sandbox: RunningSandbox) -> AsyncIterator[Connect]:
    """`await connect("alice", "gmail.send", nonce=...)`: a flow that she went through, with tokens."""
    flows: list[Flow] = []

    async def go(person: str, *scopes: str, **asked: str) -> Flow:
        flow = google_flow(sandbox.url, *SIGN_IN, *(API + scope for scope in scopes))
        flows.append(flow)
        url, _ = flow.authorization_url(**{"access_type": "offline", "prompt": "consent", **asked})
        await asyncio.to_thread(flow.fetch_token, code=answered(await consent(url, person))["code"])
        return flow

    yield go
    for flow in flows:
        flow.oauth2session.close()


@pytest.fixture
async def gmail_of(sandbox: RunningSandbox, connect: Connect) -> AsyncIterator[GmailOf]:
    """`await gmail_of("alice", "gmail.send")`: `users()` of Google's Gmail client with these scopes."""
    clients: list[Any] = []

    async def go(person: str, *scopes: str) -> Any:
        client = gmail_client(sandbox.url, (await connect(person, *scopes)).credentials)
        clients.append(client)
        return client.users()

    yield go
    for client in clients:
        client.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(sandbox_process: RunningSandbox) -> AsyncIterator[Browser]:
    """Chromium, in which mail.google.com leads to the sandbox."""
    root = ["--no-sandbox"] if os.getuid() == 0 else []
    async with async_playwright() as player:
        chromium = await player.chromium.launch(
            executable_path=parts.chromium(), args=[*root, *sandbox_process.chromium_args]
        )
        yield chromium
        await chromium.close()


@pytest_asyncio.fixture(loop_scope="session")
async def gmail(sandbox: RunningSandbox, browser: Browser) -> AsyncIterator[Gmail]:
    """`await gmail("alice")`: Alice in front of her mailbox, in a browser profile of her own."""
    contexts: list[BrowserContext] = []

    async def go(person: str, url: str = GMAIL, query: str = "") -> GmailUser:
        contexts.append(await browser.new_context(ignore_https_errors=True))
        return await GmailUser.open(contexts[-1], person, url, query)

    yield go
    for context in contexts:
        await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def alice(gmail: Gmail) -> GmailUser:
    return await gmail("alice")


@pytest_asyncio.fixture(loop_scope="session")
async def bob(gmail: Gmail) -> GmailUser:
    return await gmail("bob")
