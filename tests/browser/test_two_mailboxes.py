"""Alice is signed in to two Gmail accounts; a notification opens the mailbox that its mail was sent from."""

from __future__ import annotations

from playwright.async_api import expect

from tests.browser.driving.reading_actions import (
    KEEP_NOTIFICATIONS,
    TIMEOUT,
    tracked_mail,
    until_notified,
    worker_of,
)
from tests.browser.driving.stage import Stage
from tests.faults.table import record
from tests.sandbox.browser import GmailUser

SECOND = "https://mail.google.com/mail/u/1/"


async def test_a_notification_opens_the_mailbox_that_its_mail_was_sent_from(on: Stage) -> None:
    """Row 13 of "On real machines": the account used last, or the first one, may be another."""
    second = GmailUser(await on.alice.new_page())
    await second.page.goto(f"{SECOND}?as=charlie")
    await (await worker_of(on.alice)).evaluate(KEEP_NOTIFICATIONS)
    await tracked_mail(on, second, "From the second mailbox")
    first = await on.writes()
    await tracked_mail(on, first, "From the first mailbox")
    await first.read("From the first mailbox", folder="sent")  # so this account was used last
    await (await on.reads()).read("From the second mailbox")
    [notification] = await until_notified(on.alice, "From the second mailbox")

    worker = await worker_of(on.alice)
    await worker.evaluate("id => chrome.notifications.onClicked.dispatch(id)", notification)
    await expect(second.page.locator("h2.hP")).to_have_text("From the second mailbox", timeout=TIMEOUT)
    assert second.page.url.startswith(SECOND)

    await second.page.close()
    async with on.alice.expect_page() as opened:
        await worker.evaluate("id => chrome.notifications.onClicked.dispatch(id)", notification)
    page = await opened.value
    await expect(page.locator("h2.hP")).to_have_text("From the second mailbox", timeout=TIMEOUT)
    assert page.url.startswith(SECOND)
    record("M13 two Gmail accounts", "2 clicks on a notice", "each opens the mailbox of its mail")
