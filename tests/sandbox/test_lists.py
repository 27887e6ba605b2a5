"""Long lists have a hundred rows per page, and rows are rebuilt as in Gmail."""

import pytest
from playwright.async_api import expect

from tests.sandbox.browser import GmailUser
from tests.sandbox.driving import RunningSandbox

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_full_mailbox_shows_a_hundred_rows_and_a_second_page(
    sandbox: RunningSandbox, alice: GmailUser
) -> None:
    filled = await sandbox.post("/sandbox/fill", json={"person": "alice", "count": 120, "label": "SENT"})
    await alice.page.evaluate("location.hash = 'sent'")
    rows = alice.page.locator("tr.zA[id]")
    await expect(rows).to_have_count(100)
    await expect(alice.page.locator(".Dj")).to_have_text("1–100 of 120")
    await expect(rows.first.locator("span[data-legacy-thread-id]")).to_have_attribute(
        "data-legacy-thread-id", filled["threads"][0]
    )
    await alice.page.get_by_role("button", name="Older").click()
    await expect(rows).to_have_count(20)
    await alice.page.get_by_role("button", name="Newer").click()
    await expect(rows).to_have_count(100)
    assert alice.errors == []


async def test_a_refresh_replaces_the_element_of_every_row_with_a_new_one(
    sandbox: RunningSandbox, alice: GmailUser
) -> None:
    await sandbox.post("/sandbox/fill", json={"person": "alice", "count": 5, "label": "INBOX"})
    rows = alice.page.locator("tr.zA[id]")
    await expect(rows).to_have_count(5)
    await rows.evaluate_all("rows => rows.forEach((row) => { row.dataset.old = 'yes' })")
    await alice.page.get_by_role("button", name="Refresh").click()
    await expect(rows).to_have_count(5)
    await expect(alice.page.locator("tr.zA[data-old]")).to_have_count(0)
