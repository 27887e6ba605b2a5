"""Bob replies, or a mail bounces, and Alice's open pages show it immediately."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.browser.driving.mail_actions import alice_sends, message_id_in_gmail, row
from tests.browser.driving.reading_actions import timeline
from tests.browser.driving.stage import Stage
from tests.sandbox.browser import choose_at_google
from tests.waiting import until

LOOKED_AGAIN = 90_000  # milliseconds: a poll every half minute


@pytest.fixture
async def settings(on: Stage) -> Page:
    """Alice's settings page, where she has turned on reply tracking at the real consent pages."""
    page = await on.page("/settings")
    await page.get_by_role("link", name="Connect Gmail", exact=True).click()
    await choose_at_google(page, "alice")
    await _picture(page, "features")
    await page.get_by_role("link", name="Watch for replies").click()
    await choose_at_google(page, "alice")
    await expect(page.get_by_text("Gmail connected")).to_be_visible()
    await expect(page.get_by_role("button", name="Stop watching")).to_be_visible()
    return page


@pytest.mark.timeout(240)
async def test_bob_replies_and_alices_page_shows_it(on: Stage, settings: Page) -> None:
    dashboard = await on.page("/")
    await alice_sends(on, "Lunch on Friday")
    await on.sandbox.post("/sandbox/release")
    bob = await on.reads()
    await bob.read("Lunch on Friday")
    await row(dashboard, "Lunch on Friday", "Likely opened")
    await dashboard.get_by_role("link", name="Lunch on Friday").click()
    message = dashboard.locator("#message-part")
    await expect(message).to_contain_text("image proxy")

    answer = await bob.reply("With pleasure. Bob")
    await bob.send(answer)
    await on.sandbox.post("/sandbox/release")
    await expect(message).to_contain_text("Bob Bauer replied", timeout=LOOKED_AGAIN)
    await expect(message).to_contain_text("Answered · Opened once")
    await expect(message.locator(".person-answered")).to_have_text("answered")
    await expect(message).to_contain_text("Someone later replied, which makes this more certain.")
    await _picture(dashboard, "answered")

    popup = await on.popup()
    await expect(popup.locator("#messages")).to_contain_text("Answered")
    await _picture(popup, "popup")
    alice = await on.writes()
    await alice.read("Lunch on Friday", folder="sent")
    below = timeline(alice.page)
    await expect(below).to_contain_text("Bob Bauer replied")
    await _picture(alice.page, "gmail")


@pytest.mark.timeout(240)
async def test_an_answer_through_a_help_desk_is_called_that_in_gmail_and_in_the_popup(
    on: Stage, settings: Page
) -> None:
    await alice_sends(on, "Seats for our group")
    await on.sandbox.post("/sandbox/release")
    answered = message_id_in_gmail(on)
    mail = (
        'From: "Nina Example (Help)" <bob@sandbox.example>\r\nTo: alice@sandbox.example\r\n'
        f"Subject: Re: Seats for our group\r\nIn-Reply-To: {answered}\r\nReferences: {answered}\r\n"
        "Message-ID: <1_sprut@desk.example>\r\nAuto-Submitted: auto-generated\r\n"
        "X-Zendesk-From-Account-Id: 68b8aed\r\nContent-Type: text/plain\r\n\r\nGladly."
    )
    headers = {"X-Rcpt-To": "alice@sandbox.example"}
    await on.sandbox.post("/sandbox/deliver", content=mail.encode(), headers=headers)
    dashboard = await on.page("/")
    await dashboard.get_by_role("link", name="Seats for our group").click()
    said = "Answered through a help desk"
    await expect(dashboard.locator("#message-part")).to_contain_text(said, timeout=LOOKED_AGAIN)
    popup = await on.popup()
    await expect(popup.locator("#messages")).to_contain_text(said)
    await _picture(popup, "popup-desk")
    alice = await on.writes()
    await alice.read("Seats for our group", folder="sent")
    await expect(timeline(alice.page)).to_contain_text(said)
    await expect(timeline(alice.page)).to_contain_text("Nina Example (Help) answered through a help desk")
    await _picture(alice.page, "gmail-desk")


@pytest.mark.timeout(240)
async def test_a_mail_to_an_unknown_address_bounces_and_alices_list_shows_it(
    on: Stage, settings: Page
) -> None:
    dashboard = await on.page("/")
    alice = await on.writes()
    window = await alice.compose("nobody@sandbox.example", "Anybody there", "Hello")
    await expect(window.locator(".sightline")).to_have_attribute("data-state", "tracked")
    await alice.send(window)
    await on.sandbox.post("/sandbox/release")
    state = dashboard.locator(".message-row", has_text="Anybody there").locator(".state")
    await expect(state).to_have_text("Not delivered", timeout=LOOKED_AGAIN)
    await _picture(dashboard, "list")
    await dashboard.get_by_role("link", name="Anybody there").click()
    message = dashboard.locator("#message-part")
    await expect(message).to_contain_text(
        "Couldn’t be delivered to nobody@sandbox.example: mailbox not found"
    )
    await expect(message.locator(".person-lost")).to_have_text("not delivered: mailbox not found")
    await _picture(dashboard, "bounced")

    async def gmail() -> str:
        await settings.reload()
        return await settings.locator("#gmail").inner_text()

    # The end of a poll is recorded shortly after its findings are announced.
    assert "Last check" in await until(gmail, lambda text: "Last check" in text)
    await _picture(settings, "settings")


async def _picture(page: Page, name: str) -> None:
    """Keep a screenshot in the folder that PICTURES names."""
    if folder := os.environ.get("PICTURES"):
        for scheme, width in (("light", 1280), ("dark", 390)):
            await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            await page.set_viewport_size({"width": width, "height": 900})
            await page.screenshot(path=Path(folder) / f"{name}-{scheme}.png", full_page=True)
        await page.set_viewport_size({"width": 1280, "height": 900})
