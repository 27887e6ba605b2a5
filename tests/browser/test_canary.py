"""Gmail changes its requests: every mail leaves, once, and the window of an untracked one says so before."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
import pytest_asyncio
from playwright.async_api import Locator, expect

from tests.browser.driving.mail_actions import pixels
from tests.browser.driving.stage import Stage
from tests.browser.driving.writing_actions import alice_at_gmail, said, tracked
from tests.sandbox.browser import BODY, GmailUser

pytestmark = pytest.mark.asyncio(loop_scope="module")
CHANGED = "Gmail has changed: not tracked"


@dataclass(frozen=True)
class Form:
    """One way in which Gmail could change."""

    shape: str
    tracked: bool
    transport: str = "xhr"

    def __str__(self) -> str:
        return f"{self.shape} by {self.transport}"


FORMS = [
    Form("moved", tracked=False),
    Form("labels", tracked=False),
    Form("path", tracked=False),
    Form("blob", tracked=False),
    Form("bytes", tracked=True),
    Form("responses", tracked=True),
    Form("coded", tracked=False),
    Form("blob", tracked=False, transport="fetch"),
    Form("bytes", tracked=True, transport="fetch"),
]


KEEP_ALARMS = """
  window.alarms = [];
  new MutationObserver(() => {
    for (const { title } of document.querySelectorAll("[data-testid=sightline-switch][data-state=changed]"))
      window.alarms.push(title);
  }).observe(document, { childList: true, subtree: true, attributes: true });
"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def on(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with alice_at_gmail(tmp_path_factory.mktemp("canary")) as made:
        yield made


async def alice_at(on: Stage, form: Form) -> GmailUser:
    """Alice at a Gmail that has changed."""
    return await GmailUser.open(on.alice, "alice", query=f"&shape={form.shape}&transport={form.transport}")


def switch(window: Locator) -> Locator:
    return window.get_by_test_id("sightline-switch")


async def arrived(on: Stage, subject: str) -> list[str]:
    """The HTML of each mail of that subject that Bob has received."""
    await on.sandbox.post("/sandbox/release")
    return [mail["html"] for mail in await on.sandbox.mails("bob") if mail["subject"] == subject]


@pytest.mark.parametrize("form", FORMS, ids=str)
async def test_every_mail_leaves_once_and_its_window_says_before_whether_it_is_tracked(
    on: Stage, form: Form
) -> None:
    alice = await alice_at(on, form)
    subject = f"Minutes of Tuesday, {form}"
    window = await alice.compose("bob@sandbox.example", subject, "Please find the agenda for tomorrow")
    await expect(window.locator(".oG")).to_have_text("Draft saved")
    if form.tracked:
        await tracked(window)
    else:
        await expect(switch(window)).to_have_attribute("data-state", "changed")
        await expect(switch(window)).to_have_text(CHANGED)
    await alice.send(window)
    [html] = await arrived(on, subject)
    assert len(pixels(on, html)) == int(form.tracked)
    assert alice.errors == []
    await alice.page.close()


async def test_the_panel_and_the_popup_say_what_to_do(on: Stage) -> None:
    alice = await alice_at(on, Form("moved", tracked=False))
    window = await alice.compose("bob@sandbox.example", "What now?", "Something is different")
    await expect(switch(window)).to_have_attribute("data-state", "changed")
    await window.get_by_test_id("sightline-more").click()
    await expect(window.locator(".sightline-state")).to_contain_text("Update the extension")
    await expect(window.get_by_test_id("sightline-track")).to_be_disabled()
    popup = await on.popup()
    await expect(popup.get_by_test_id("changed")).to_contain_text("Update the extension")
    await popup.close()
    await alice.page.close()


async def test_the_notes_go_away_by_themselves_once_gmail_is_understood_again(on: Stage) -> None:
    changed = await alice_at(on, Form("moved", tracked=False))
    window = await changed.compose("bob@sandbox.example", "Before", "Not understood")
    await expect(switch(window)).to_have_attribute("data-state", "changed")
    popup = await on.popup()
    await expect(popup.get_by_test_id("changed")).to_be_visible()
    alice = await on.writes()
    window = await alice.compose("bob@sandbox.example", "Afterwards", "Understood again")
    await expect(window.locator(".oG")).to_have_text("Draft saved")
    await tracked(window)
    await expect(popup.get_by_test_id("changed")).to_have_count(0)
    for page in (popup, changed.page, alice.page):
        await page.close()


async def test_the_next_window_says_it_at_the_first_letter(on: Stage) -> None:
    alice = await alice_at(on, Form("labels", tracked=False))
    first = await alice.compose("bob@sandbox.example", "The first", "Not understood")
    await expect(switch(first)).to_have_attribute("data-state", "changed")
    await alice.page.click("[gh=cm]")
    second = alice.page.locator("[role=dialog]").last
    await tracked(second)
    await second.locator(BODY).click()
    await alice.page.keyboard.type("x")
    await expect(switch(second)).to_have_attribute("data-state", "changed", timeout=900)
    await alice.page.close()


async def test_if_only_sends_have_changed_the_next_window_says_it_though_its_saves_are_understood(
    on: Stage,
) -> None:
    alice = await alice_at(on, Form("send-label", tracked=False))
    first = await alice.compose("bob@sandbox.example", "Not to be foreseen", "The saves are as ever")
    await expect(first.locator(".oG")).to_have_text("Draft saved")
    await alice.send(first)
    assert [pixels(on, html) for html in await arrived(on, "Not to be foreseen")] == [[]]
    await said(alice.page, "is probably not tracked")
    second = await alice.compose("bob@sandbox.example", "Now it is", "The saves are as ever")
    await expect(second.locator(".oG")).to_have_text("Draft saved")
    await expect(switch(second)).to_have_attribute("data-state", "changed")
    popup = await on.popup()
    await expect(popup.get_by_test_id("untracked")).to_contain_text("Not to be foreseen")
    await popup.close()
    await alice.page.close()


async def test_nothing_that_alice_does_in_a_gmail_as_it_is_raises_the_alarm(on: Stage) -> None:
    bob = b"From: bob@sandbox.example\nTo: alice@sandbox.example\nSubject: Well?\n\nWhen?"
    await on.sandbox.post("/sandbox/deliver", content=bob, headers={"X-Rcpt-To": "alice@sandbox.example"})
    await on.alice.add_init_script(KEEP_ALARMS)
    alice = await on.writes()
    await alice.page.click("[gh=cm]")
    untouched = alice.window
    kept = await alice.compose("bob@sandbox.example", "Kept", "To be finished later")
    await expect(kept.locator(".oG")).to_have_text("Draft saved")
    await kept.get_by_label("Save & close").click()
    await untouched.get_by_label("Save & close").click()
    sent = await alice.compose("bob@sandbox.example", "Sent and undone", "Twice")
    await alice.send(sent)
    await alice.undo()
    await alice.send(alice.window)
    await alice.read("Well?")
    await expect((await alice.reply("At noon, as always")).locator(".oG")).to_have_text("Draft saved")
    await alice.page.evaluate("location.hash = 'drafts'")
    await alice.page.locator("tr.zA", has_text="Kept").first.click()
    await alice.page.locator(".edit-draft").click()
    await alice.window.locator(BODY).click()
    await alice.page.keyboard.type(" today")
    await expect(alice.window.locator(".oG")).to_have_text("Draft saved")
    await on.alice.set_offline(True)
    await alice.page.keyboard.type(" or never")
    await expect(alice.window.locator(".oG")).to_have_text("Draft not saved")
    await on.alice.set_offline(False)
    await alice.page.keyboard.type("!")
    await expect(alice.window.locator(".oG")).to_have_text("Draft saved")
    await tracked(alice.window)
    assert await alice.page.evaluate("window.alarms") == []
    await alice.page.close()
