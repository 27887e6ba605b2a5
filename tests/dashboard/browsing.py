"""Serves the world over HTTP, with one Chromium for all tests of a file."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest_asyncio
import uvicorn
from playwright.async_api import Browser, Page, async_playwright

from server.accounts.models import Account
from tests import parts
from tests.world import World


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chromium() -> AsyncIterator[Browser]:
    """One browser for all tests of a file, because starting one is slow; each test has its own context."""
    async with async_playwright() as player:
        root = ["--no-sandbox"] if os.geteuid() == 0 else []
        running = await player.chromium.launch(executable_path=parts.chromium(), args=root)
        yield running
        await running.close()


@asynccontextmanager
async def served(world: World) -> AsyncIterator[str]:
    """Serve the world over HTTP, and yield its URL."""
    listening = socket.create_server(("127.0.0.1", 0))  # connections made before uvicorn is ready wait
    server = uvicorn.Server(uvicorn.Config(world.app, log_level="error", lifespan="off"))
    task = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = server.force_exit = True
        await task


@asynccontextmanager
async def page_of(
    chromium: Browser, world: World, account: Account, javascript: bool = True
) -> AsyncIterator[Page]:
    """A page in which `account` is signed in. An error or a breach of the content policy fails the test."""
    said: list[str] = []
    visitor = await world.browser_of(account)
    cookie = next(iter(visitor.client.cookie_jar or ()))
    async with served(world) as url:
        context = await chromium.new_context(base_url=url, java_script_enabled=javascript)
        await context.add_cookies([{"name": cookie.name, "value": cookie.value or "", "url": url}])
        page = await context.new_page()
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        yield page
        assert said == []
        await context.close()
