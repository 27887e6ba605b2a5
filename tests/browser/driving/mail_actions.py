"""Helpers for tests of unusual ways of sending: recorded requests, a stranger's fetch, Gmail's consent."""

from __future__ import annotations

import re
import sqlite3
from base64 import urlsafe_b64decode
from contextlib import closing
from typing import cast
from uuid import UUID

import httpx
from playwright.async_api import Page, expect

from tests.browser.driving.stage import READER, Stage
from tests.waiting import until

SENT = ('"^pfg"', '"^scheduled"')


async def alice_sends(on: Stage, subject: str) -> None:
    """Alice sends Bob a tracked mail from Gmail, and stays until the server knows the mail's ids in Gmail."""
    alice, before = await on.writes(), await _named(on)
    window = await alice.compose("bob@sandbox.example", subject, "Dear Bob")
    await expect(window.locator(".sightline")).to_have_attribute("data-state", "tracked")
    await alice.send(window)
    await until(lambda: _named(on), lambda count: count > before)
    await alice.page.close()


def message_id_in_gmail(on: Stage) -> str:
    """The Message-ID that Gmail gave the only mail whose ids the server knows."""
    with closing(sqlite3.connect(on.server.data / "sightline.db", timeout=60)) as db:
        ((found,),) = db.execute("SELECT rfc822_message_id FROM message WHERE rfc822_message_id IS NOT NULL")
    return str(found)


async def _named(on: Stage) -> int:
    """How many mails the server knows by Gmail's ids, which arrive a moment after the send."""
    with closing(sqlite3.connect(on.server.data / "sightline.db", timeout=60)) as db:
        count: int = db.execute("SELECT count(gmail_id) FROM gmail_message").fetchone()[0]
    return count


async def sends(on: Stage, mark: str = SENT[0]) -> list[str]:
    """The bodies of all sends that left, oldest first; `mark`: the label that identifies a send."""
    requests = (await on.sandbox.get("/sandbox/wire"))["requests"]
    return [cast("str", entry["body"]) for entry in requests if mark in entry["body"]]


def pixels(on: Stage, body: str) -> list[str]:
    """Every pixel of this server in a request."""
    return re.findall(re.escape(on.server.url) + r"/p/[a-z0-9]{8}/[A-Za-z0-9_-]+\.gif", body)


def links(on: Stage, body: str) -> list[str]:
    """Every tracked link in a request."""
    return re.findall(re.escape(on.server.url) + r"/c/[a-z0-9]{8}/[A-Za-z0-9_-]+", body)


def message_of(pixel: str) -> str:
    """The message id inside a pixel's token (docs/tokens.md)."""
    token = pixel.rsplit("/", 1)[1].removesuffix(".gif")
    return str(UUID(bytes=urlsafe_b64decode(token + "=" * (-len(token) % 4))[14:30]))


async def looks_at(pixel: str) -> None:
    """Somebody's mail program loads the picture directly."""
    async with httpx.AsyncClient(
        headers={"User-Agent": READER, "Accept-Language": "en"}, timeout=60
    ) as reader:
        assert (await reader.get(pixel)).status_code == 200


async def machine_follows(link: str) -> None:
    """A machine sends HEAD and then GET, as no browser does."""
    async with httpx.AsyncClient(headers={"User-Agent": READER}, timeout=60) as machine:
        await machine.head(link)
        assert (await machine.get(link)).status_code == 302


async def row(dashboard: Page, subject: str, says: str) -> None:
    """The list has one mail of that subject, and shows `says` as its state without a reload."""
    found = dashboard.locator(".message-row", has_text=subject)
    await expect(found).to_have_count(1)
    await expect(found.locator(".state")).to_have_text(says)
