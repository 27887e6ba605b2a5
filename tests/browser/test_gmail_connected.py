"""With Gmail connected, Gmail's data wins; tracking continues after the permission is withdrawn."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, Route, expect

from tests.browser.driving.mail_actions import alice_sends, row
from tests.browser.driving.stage import Stage
from tests.sandbox.browser import choose_at_google


@pytest.fixture
async def settings(on: Stage) -> Page:
    """Alice's settings page; she has connected Gmail at the real consent pages."""
    page = await on.page("/settings")
    await page.get_by_role("link", name="Connect Gmail", exact=True).click()
    await choose_at_google(page, "alice")
    await expect(page.get_by_text("Gmail connected")).to_be_visible()
    return page


async def test_gmails_data_wins_over_the_extensions_data_and_both_are_shown(
    on: Stage, settings: Page
) -> None:
    """An add-on or a gateway between the extension and Gmail rewrites the subject."""

    async def rewrite(route: Route) -> None:
        body = route.request.post_data or ""
        await route.continue_(post_data=body.replace("Lunch on Fryday", "Lunch on Friday"))

    await on.alice.route("**/sync/**", rewrite)
    dashboard = await on.page("/")
    await alice_sends(on, "Lunch on Fryday")
    await row(dashboard, "Lunch on Fryday", "No sign yet")
    await on.sandbox.post("/sandbox/release")
    await row(dashboard, "Lunch on Friday", "No sign yet")
    await dashboard.get_by_role("link", name="Lunch on Friday").click()
    await expect(dashboard.locator(".difference")).to_contain_text("Subject in Gmail: Lunch on Friday.")
    await expect(dashboard.locator(".difference")).to_contain_text("The extension reported Lunch on Fryday.")


async def test_a_withdrawn_permission_is_shown_and_tracking_continues(on: Stage, settings: Page) -> None:
    await on.sandbox.delete("/sandbox/grants/alice")
    await alice_sends(on, "Sent without Gmail's help")
    await settings.goto(f"{on.server.url}/")
    await row(settings, "Sent without Gmail's help", "No sign yet")
    notice = settings.locator(".notice", has_text="Gmail disconnected")
    await expect(notice).to_be_visible()
    await on.sandbox.post("/sandbox/release")
    bob = await on.reads()
    await bob.read("Sent without Gmail's help")
    await row(settings, "Sent without Gmail's help", "Likely opened")

    await notice.get_by_role("link", name="Reconnect Gmail").click()
    await choose_at_google(settings, "alice")
    await expect(settings.get_by_text("Gmail connected")).to_be_visible()
    await settings.goto(f"{on.server.url}/")
    await expect(notice).to_have_count(0)
