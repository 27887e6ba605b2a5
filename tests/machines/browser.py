"""Reads pages of the server as Alice, its owner."""

from __future__ import annotations

import asyncio

import httpx

from tests.faults.visitor import sign_in
from tests.serving import Server


def page(server: Server, path: str) -> str:
    """Sign in as Alice, and return this page."""
    return asyncio.run(_page(server, path))


def health(server: Server) -> tuple[int, str]:
    """The status and the text with which /health answers."""
    answer = httpx.get(f"{server.url}/health", timeout=60)
    return answer.status_code, answer.text


async def _page(server: Server, path: str) -> str:
    async with httpx.AsyncClient(base_url=server.url, timeout=60) as browser:
        await sign_in(browser)
        answer = await browser.get(path)
        assert answer.status_code == 200, answer.text
        return answer.text
