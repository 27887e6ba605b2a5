"""Mails sent after an undo, a cancelled schedule or an outage, from a draft, or by a second account."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Locator, expect

from tests.browser.driving.mail_actions import message_of, pixels
from tests.browser.driving.stage import Stage
from tests.browser.driving.writing_actions import (
    alice_at_gmail,
    drafts_are_unmarked,
    leaves_marked,
    made,
    one_mark_and_nothing_else,
    reported,
    sends,
    tracked,
    untouched,
    update_leaves_behind,
)
from tests.sandbox.browser import BODY, SEND, GmailUser

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def on(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with alice_at_gmail(tmp_path_factory.mktemp("returns")) as stage:
        yield stage
        # An unscheduled mail comes from Gmail's store, where it already has its marks.
        await drafts_are_unmarked(stage, but="Later, no, now")


@pytest_asyncio.fixture(loop_scope="module")
async def alice(on: Stage) -> AsyncIterator[GmailUser]:
    user = await on.writes()
    yield user
    await user.page.close()


async def keeps_a_draft(alice: GmailUser, subject: str) -> Locator:
    """Alice writes a mail that is saved as a draft; its window stays open."""
    window = await alice.compose("bob@sandbox.example", subject, "Dear Bob")
    await tracked(window)
    await expect(window.locator(".oG")).to_have_text("Draft saved")
    return window


async def opens_the_draft(alice: GmailUser, subject: str) -> Locator:
    """Alice opens the draft in a window from the folder of drafts."""
    await alice.read(subject, "drafts")
    await alice.page.locator(".edit-draft").click()
    await expect(alice.window.locator("input[name=subjectbox]")).to_have_value(subject)
    return alice.window


async def same_mail_twice(on: Stage, subject: str) -> str:
    """Check that the mail was sent twice with the same pixel. Returns the message's id."""
    first, second = await sends(on, subject)
    [one], [other] = pixels(on, first), pixels(on, second)
    assert one == other
    return message_of(one)


async def arrives_once(on: Stage, subject: str) -> None:
    await on.sandbox.post("/sandbox/release")
    assert len([mail for mail in await on.sandbox.mails("bob") if mail["subject"] == subject]) == 1


async def test_a_mail_that_is_undone_and_changed_and_sent_again_is_one_message(
    on: Stage, alice: GmailUser
) -> None:
    await alice.send(await keeps_a_draft(alice, "Once more"))
    await alice.undo()
    await alice.window.locator(BODY).press("End")
    await alice.page.keyboard.type(", once more")
    await tracked(alice.window)
    await alice.send(alice.window)
    await leaves_marked(on, alice.page, "Once more")
    await same_mail_twice(on, "Once more")
    await arrives_once(on, "Once more")


async def test_a_closed_draft_is_tracked_when_it_is_sent_later(on: Stage, alice: GmailUser) -> None:
    window = await keeps_a_draft(alice, "Slept on it")
    await window.get_by_role("button", name="Save & close").click()
    window = await opens_the_draft(alice, "Slept on it")
    await tracked(window)
    await alice.send(window)
    await leaves_marked(on, alice.page, "Slept on it")


async def test_tracking_turned_off_is_remembered_for_a_closed_draft(on: Stage, alice: GmailUser) -> None:
    window = await keeps_a_draft(alice, "Do not track")
    await window.locator(".sightline-switch").click()
    await window.get_by_role("button", name="Save & close").click()
    window = await opens_the_draft(alice, "Do not track")
    await expect(window.locator(".sightline")).to_have_attribute("data-state", "off")
    await alice.send(window)
    await untouched(on, alice.page, "Do not track")


async def test_tracking_turned_off_in_one_tab_stays_off_in_another(on: Stage, alice: GmailUser) -> None:
    window = await keeps_a_draft(alice, "Not in this tab either")
    await window.locator(".sightline-switch").click()
    await window.get_by_role("button", name="Save & close").click()
    other = await on.writes()
    window = await opens_the_draft(other, "Not in this tab either")
    await expect(window.locator(".sightline")).to_have_attribute("data-state", "off")
    await other.send(window)
    await untouched(on, other.page, "Not in this tab either")
    await other.page.close()


async def test_a_draft_continued_in_another_tab_is_tracked(on: Stage, alice: GmailUser) -> None:
    window = await keeps_a_draft(alice, "Two tabs")
    await window.get_by_role("button", name="Save & close").click()
    other = await on.writes()
    window = await opens_the_draft(other, "Two tabs")
    await tracked(window)
    await other.send(window)
    await leaves_marked(on, other.page, "Two tabs")
    await other.page.close()


async def test_a_mail_that_is_undone_in_one_tab_and_sent_from_another_is_one_message(
    on: Stage, alice: GmailUser
) -> None:
    await alice.send(await keeps_a_draft(alice, "Undone here"))
    await alice.undo()
    [first] = await sends(on, "Undone here")
    await reported(on, "Undone here", message_of(pixels(on, first)[0]), "Not sent (undone)")
    await alice.window.get_by_role("button", name="Save & close").click()
    other = await on.writes()
    window = await opens_the_draft(other, "Undone here")
    await tracked(window)
    await other.send(window)
    await leaves_marked(on, other.page, "Undone here")
    await same_mail_twice(on, "Undone here")
    await other.page.close()


async def test_a_scheduled_mail_that_is_cancelled_and_sent_immediately_is_one_message(
    on: Stage, alice: GmailUser
) -> None:
    window = await keeps_a_draft(alice, "Later, no, now")
    await window.get_by_role("button", name="More send options").click()
    await window.get_by_role("menuitem", name="Tomorrow morning").click()
    await expect(alice.page.locator(".vh")).to_contain_text("Send scheduled")
    message = message_of(await one_mark_and_nothing_else(on, alice.page, "Later, no, now"))
    await reported(on, "Later, no, now", message, "Scheduled")
    await alice.read("Later, no, now", "scheduled")
    await alice.page.locator(".edit-draft").click()
    await tracked(alice.window)
    await alice.send(alice.window)
    await reported(on, "Later, no, now", message)
    assert await same_mail_twice(on, "Later, no, now") == message
    await arrives_once(on, "Later, no, now")


async def test_a_mail_written_offline_is_sent_once_with_one_mark(on: Stage, alice: GmailUser) -> None:
    window = await keeps_a_draft(alice, "In a tunnel")
    await on.alice.set_offline(True)
    await window.locator(SEND).click()
    await expect(alice.page.locator(".vh")).to_contain_text("You are offline")
    await on.alice.set_offline(False)
    await expect(alice.page.locator(".vh")).to_contain_text("Message sent")
    await leaves_marked(on, alice.page, "In a tunnel")
    assert len(await made(alice.page, "In a tunnel")) > len(await sends(on, "In a tunnel"))
    await arrives_once(on, "In a tunnel")


async def test_tracking_turned_off_before_an_outage_stays_off_for_every_retry_by_gmail(
    on: Stage, alice: GmailUser
) -> None:
    window = await keeps_a_draft(alice, "No, from a tunnel")
    await window.get_by_test_id("sightline-switch").click()
    await on.alice.set_offline(True)
    await window.locator(SEND).click()
    await expect(alice.page.locator(".vh")).to_contain_text("You are offline")
    await on.alice.set_offline(False)
    await expect(alice.page.locator(".vh")).to_contain_text("Message sent")
    await untouched(on, alice.page, "No, from a tunnel")


async def test_a_mail_from_a_second_gmail_account_is_reported_to_the_person_who_paired_the_browser(
    on: Stage,
) -> None:
    """The pairing belongs to the browser: that person's dashboard shows mails from any account in it."""
    second = await GmailUser.open(on.alice, "bob", "https://mail.google.com/mail/u/1/")
    window = await second.compose("charlie@sandbox.example", "From the second account", "Dear Charlie")
    await tracked(window)
    await second.send(window)
    message = await leaves_marked(on, second.page, "From the second account")
    assert "bob@sandbox.example" in await reported(on, "From the second account", message)
    await second.page.close()


async def test_after_an_update_mails_go_out_untouched_and_a_toast_asks_alice_to_reload_gmail(
    on: Stage, alice: GmailUser
) -> None:
    """This test is the last one because Chromium does not restart the extension; test_firefox.py does."""
    window = await keeps_a_draft(alice, "Between two versions")
    await update_leaves_behind(on, alice.page)
    await window.locator(BODY).click()
    await expect(window.locator(".sightline")).to_have_attribute("data-state", "stale")
    await expect(alice.page.get_by_test_id("sightline-toast")).to_contain_text("Reload Gmail")
    await alice.send(window)
    await untouched(on, alice.page, "Between two versions")
