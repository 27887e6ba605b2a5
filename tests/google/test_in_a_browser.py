"""Alice uses Google in a real browser, which enforces its rules for CSP, cookies and redirects."""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright, expect

from tests import parts
from tests.sandbox.browser import choose_at_google
from tests.serving import Server


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server on which nobody has an account yet, with its own sandbox."""
    with Server(tmp_path / "data") as running:
        yield running


@pytest.fixture
async def page(server: Server) -> AsyncIterator[Page]:
    """A browser in Tokyo. Any error that it reports fails the test."""
    complaints: list[str] = []
    root = ["--no-sandbox"] if os.getuid() == 0 else []
    async with async_playwright() as player:
        chromium = await player.chromium.launch(executable_path=parts.chromium(), args=root)
        page = await chromium.new_page(base_url=server.url, timezone_id="Asia/Tokyo")
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
        await chromium.close()
    assert complaints == []


async def test_after_setting_up_with_google_alice_connects_gmail_and_signs_in_again(
    server: Server, page: Page
) -> None:
    """Covers 1, 178, 189; S5: no violation of the content policy on the way."""
    link = re.search(r"http://\S+/setup/\S+", server.log)
    assert link
    await page.goto(link[0])
    await page.get_by_role("link", name="Use your Google account").click()
    await choose_at_google(page, "alice")
    await expect(page).to_have_url(f"{server.url}/")

    await page.goto("/settings")
    await expect(page.get_by_label("Time zone")).to_have_value("Asia/Tokyo")
    await page.get_by_role("link", name="Connect and send alerts through Gmail").click()
    await choose_at_google(page, "alice")
    await expect(page.get_by_text("Gmail connected")).to_be_visible()

    await page.get_by_role("button", name="Your account").click()
    await page.locator("#account-menu").get_by_role("button", name="Sign out").click()
    await expect(page).to_have_url(f"{server.url}/login")
    await page.goto("/settings")
    await page.get_by_role("link", name="Sign in with Google").click()
    await choose_at_google(page, "alice")
    await expect(page).to_have_url(f"{server.url}/settings")
    await page.get_by_role("button", name="Disconnect Gmail").click()
    await expect(page.get_by_text("The permission was revoked at Google")).to_be_visible()


async def test_alice_sets_up_with_a_password_and_gets_her_browsers_time_zone(
    server: Server, page: Page
) -> None:
    link = re.search(r"http://\S+/setup/\S+", server.log)
    assert link
    await page.goto(link[0])
    await page.get_by_label("Name").fill("Alice")
    await page.get_by_label("Email address").fill("alice@sandbox.example")
    await page.get_by_label("Password").fill("seven green bottles")
    await page.get_by_role("button", name="Create account").click()
    await expect(page).to_have_url(f"{server.url}/")
    await page.goto("/settings")
    await expect(page.get_by_label("Time zone")).to_have_value("Asia/Tokyo")
    await page.get_by_label("Time zone").select_option("Europe/Paris")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_text("Saved")).to_be_visible()
