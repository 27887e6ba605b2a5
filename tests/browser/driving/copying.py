"""Helpers for tests of individual copies: Alice allows them and writes to two people, who receive them."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Locator, expect

from tests.browser.driving.stage import Stage
from tests.browser.driving.writing_actions import tracked
from tests.sandbox.browser import WINDOW, GmailUser, choose_at_google
from tests.waiting import until

PEOPLE = "bob@sandbox.example,charlie@sandbox.example"


async def allows_copies(on: Stage) -> None:
    """Alice connects her Gmail for copies through the real pages."""
    page = await on.page("/settings")
    await page.goto(f"{on.server.url}/settings/gmail/connect?send=yes&check=yes")
    await choose_at_google(page, "alice")
    await expect(page.locator("#gmail")).to_contain_text("Gmail connected")
    await page.close()


async def writes(alice: GmailUser, subject: str, to: str = PEOPLE) -> Locator:
    """A mail to Bob and Charlie with a link."""
    window = await alice.compose(to, subject, "Dear both, ")
    await alice.insert_link(window, "the menu", "https://example.org/menu?day=5&for=2")
    await tracked(window)
    return window


def button(panel: Locator) -> Locator:
    return panel.get_by_test_id("sightline-copies")


async def handed_over(alice: GmailUser) -> None:
    """Alice's window is closed, and Gmail deletes the draft a moment later."""
    await expect(alice.page.locator(WINDOW)).to_have_count(0)
    await expect(alice.page.locator(".vh")).to_contain_text("Draft discarded")


async def boxes(on: Stage, subject: str) -> dict[str, list[dict[str, Any]]]:
    """The mails of that subject in everybody's mailbox."""
    people = ("alice", "bob", "charlie")
    return {each: [m for m in await on.sandbox.mails(each) if m["subject"] == subject] for each in people}


async def arrive(on: Stage, subject: str, count: int) -> dict[str, list[dict[str, Any]]]:
    """Return the mails of that subject by mailbox, once Alice has sent `count` of them."""
    return await until(
        lambda: boxes(on, subject),
        lambda found: sum("SENT" in str(mail["labels"]) for mail in found["alice"]) >= count,
    )
