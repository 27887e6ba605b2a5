"""An alert that the mail server refused can be retried; a muted message causes no alert."""

from __future__ import annotations

from playwright.async_api import expect

from tests.browser.driving.mail_actions import alice_sends, row
from tests.browser.driving.stage import Stage
from tests.waiting import until


async def bob_opens(on: Stage, subject: str) -> None:
    """Bob reads the mail in his Gmail."""
    await on.sandbox.post("/sandbox/release")
    bob = await on.reads()
    await bob.read(subject)


async def test_a_refused_alert_appears_on_the_open_page_and_is_sent_once_when_retried(on: Stage) -> None:
    on.mailbox.refusal = "554 5.7.1 Not from you"
    dashboard = await on.page("/")
    await alice_sends(on, "Lunch on Friday")
    await bob_opens(on, "Lunch on Friday")
    notice = dashboard.locator(".notice", has_text="An email about a first open couldn’t be sent")
    await expect(notice).to_contain_text("554 5.7.1 Not from you")
    on.mailbox.refusal = ""
    await notice.get_by_role("button", name="Try again").click()
    await expect(notice).to_have_count(0)
    async with on.alice.expect_page() as opened:
        await dashboard.get_by_role("link", name="Lunch on Friday").click(modifiers=["Control"])
    detail = await opened.value
    await expect(detail.locator("aside")).to_contain_text("Email about the first open sent")
    assert len(on.mailbox.mails) == 1


async def test_an_open_of_a_muted_message_is_shown_but_causes_no_alert(on: Stage) -> None:
    """Alice mutes the message with the keyboard: she opens it from the list and presses the button."""
    dashboard = await on.page("/")
    await alice_sends(on, "Lunch on Friday")
    await row(dashboard, "Lunch on Friday", "No sign yet")
    await dashboard.get_by_role("link", name="Lunch on Friday").press("Enter")
    await expect(dashboard.locator("h1")).to_have_text("Lunch on Friday")
    await dashboard.get_by_role("button", name="Mute").press("Enter")
    await expect(dashboard.locator("aside")).to_contain_text(
        "Muted: you won’t get an email when this message is opened."
    )
    await bob_opens(on, "Lunch on Friday")
    await expect(dashboard.locator(".summary")).to_contain_text("Likely opened once")
    await alice_sends(on, "Another one")
    await bob_opens(on, "Another one")
    await dashboard.goto(on.server.url)
    await row(dashboard, "Another one", "Likely opened")
    await expect_mails(on, ["Another one"])


async def expect_mails(on: Stage, subjects: list[str]) -> None:
    """These alerts and no others were sent; checked once the last of them has arrived."""
    await until(on.mailbox.count, lambda count: count >= len(subjects))
    sent = [str(mail["Subject"]) for mail in on.mailbox.mails]
    assert len(sent) == len(subjects)
    assert all(subject in line for subject, line in zip(subjects, sent, strict=True))
