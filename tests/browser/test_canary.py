"""Gmail changes its requests: every mail leaves, once, and the window of an untracked one says so before."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
import pytest_asyncio
from playwright.async_api import Locator, Page, expect

from tests.browser.driving.mail_actions import pixels
from tests.browser.driving.stage import Stage
from tests.browser.driving.writing_actions import alice_at_gmail, said, tracked
from tests.sandbox.browser import BODY, SEND, GmailUser

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


async def saved(window: Locator) -> None:
    await expect(window.locator(".oG")).to_have_text("Draft saved")


async def silence(page: Page) -> None:
    """Gmail answers something else, and then nothing happens for longer than any window waits for a save."""
    await page.evaluate("fetch('/mail/u/0/').then((answer) => answer.text())")
    await pass_time(page, 30)


async def alice_at(on: Stage, form: Form) -> GmailUser:
    """Alice at a Gmail that has changed."""
    return await GmailUser.open(on.alice, "alice", query=f"&shape={form.shape}&transport={form.transport}")


async def pass_time(page: Page, seconds: int) -> None:
    """Let time pass faster for every script in the page, also the extension's. Then it stands still."""
    browser = await page.context.new_cdp_session(page)
    passed = asyncio.Event()
    browser.once("Emulation.virtualTimeBudgetExpired", lambda _: passed.set())
    policy = {"policy": "advance", "budget": seconds * 1000}
    await browser.send("Emulation.setVirtualTimePolicy", policy)
    await asyncio.wait_for(passed.wait(), 60)
    await browser.detach()


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
    await saved(window)
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


async def test_the_popup_speaks_of_a_tab_until_that_tab_is_reloaded(on: Stage) -> None:
    changed = await alice_at(on, Form("moved", tracked=False))
    window = await changed.compose("bob@sandbox.example", "Before", "Not understood")
    await expect(switch(window)).to_have_attribute("data-state", "changed")
    alice = await on.writes()
    window = await alice.compose("bob@sandbox.example", "Elsewhere", "Understood as ever")
    await saved(window)
    await tracked(window)
    popup = await on.popup()
    await expect(popup.get_by_test_id("changed")).to_be_visible()
    await changed.page.goto(alice.page.url)
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


MOVES = """(draft) => {
  const person = [1, "alice@sandbox.example", "Alice Arnold"];
  const text = [null, [[0, "<div>To be finished later</div>"]], null, null, null, null, 1];
  const mail = [draft, person, null, null, null, null, 1, "Moved", text, null, ["^all", "^k"]];
  return fetch("/sync/u/0/i/s", { method: "POST", body: JSON.stringify([[mail]]) }).then((got) => got.text());
}"""


async def test_a_mail_that_gmail_only_moves_says_nothing_of_the_next_window(on: Stage) -> None:
    alice = await on.writes()
    await alice.page.evaluate(KEEP_ALARMS)
    window = await alice.compose("bob@sandbox.example", "Moved", "To be finished later")
    await saved(window)
    draft = (await window.locator("input[name=draft]").get_attribute("value") or "").removeprefix("#")
    await window.get_by_label("Save & close").click()
    await expect(window).to_have_count(0)
    await alice.page.evaluate(MOVES, draft)
    after = await alice.compose("bob@sandbox.example", "Afterwards", "As ever")
    await saved(after)
    assert await alice.page.evaluate("window.alarms") == []
    await alice.page.close()


async def test_if_only_sends_have_changed_the_windows_say_it_after_the_second_though_saves_are_understood(
    on: Stage,
) -> None:
    alice = await alice_at(on, Form("send-label", tracked=False))
    for subject in ("Not to be foreseen", "Perhaps by chance"):
        window = await alice.compose("bob@sandbox.example", subject, "The saves are as ever")
        await saved(window)
        await tracked(window)
        await alice.send(window)
        assert [pixels(on, html) for html in await arrived(on, subject)] == [[]]
        await said(alice.page, f"“{subject}” is probably not tracked")
        await alice.page.click("[gh=cm]")
        await expect(switch(alice.window)).to_have_attribute("data-state", "changed")
        await alice.window.get_by_label("Discard draft").click()
    again = await alice.compose("bob@sandbox.example", "Now it is", "The saves are as ever")
    await saved(again)
    await expect(switch(again)).to_have_attribute("data-state", "changed")
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
    kept = await alice.compose("bob@sandbox.example", "Kept", "To be finished later")
    await saved(kept)
    await kept.get_by_label("Save & close").click()
    sent = await alice.compose("bob@sandbox.example", "Sent and undone", "Twice")
    await alice.send(sent)
    await alice.undo()
    await alice.send(alice.window)
    undone = await alice.compose("bob@sandbox.example", "Undone", "Once")
    await alice.send(undone)
    await alice.undo()
    await saved(alice.window)
    await alice.page.evaluate("location.hash = 'drafts'")
    await alice.page.locator("tr.zA", has_text="Kept").first.click()
    await alice.page.locator(".edit-draft").click()
    opened = alice.page.get_by_role("dialog", name="Kept")
    await opened.locator(BODY).click()
    await alice.page.keyboard.type(" today")
    await saved(opened)
    await on.alice.set_offline(True)
    await alice.page.keyboard.type(" or never")
    await expect(opened.locator(".oG")).to_have_text("Draft not saved")
    await on.alice.set_offline(False)
    await alice.page.keyboard.type("!")
    await saved(opened)
    await tracked(opened)
    answering = await on.writes()
    await answering.read("Well?")
    await saved(await answering.reply("At noon, as always"))
    for page in (alice.page, answering.page):
        await silence(page)
        assert await page.evaluate("window.alarms") == []
        await page.close()


@pytest.mark.parametrize("close", ["Discard draft", "Save & close"])
async def test_a_pressed_send_that_sends_nothing_is_no_missed_send(on: Stage, close: str) -> None:
    alice = await on.writes()
    window = await alice.compose("", "To nobody", "Dear Bob")
    await saved(window)
    await tracked(window)
    await window.locator(SEND).click()
    await expect(window.locator(".oG")).to_have_text("Add at least one recipient.")
    await window.get_by_label(close).click()
    await alice.page.click("[gh=cm]")
    await tracked(alice.window)
    await pass_time(alice.page, 12)
    await tracked(alice.window)
    assert not [words for words in await alice.page.evaluate("window.said") if "probably" in words]
    await alice.page.close()


async def test_a_browser_that_is_not_paired_says_nothing_of_gmails_form(on: Stage) -> None:
    options = await on.alice.new_page()
    await options.goto(f"chrome-extension://{on.extension}/options/options.html")
    await options.get_by_test_id("unpair").click()
    await options.get_by_test_id("sure-yes").click()
    await expect(options.get_by_test_id("connect-form")).to_be_visible()
    kept = "chrome.storage.local.get('changedTabs')"
    before = await options.evaluate(kept)
    alice = await alice_at(on, Form("labels", tracked=False))
    window = await alice.compose("bob@sandbox.example", "Not paired", "Not understood")
    await expect(switch(window)).to_have_attribute("data-state", "unpaired")
    await saved(window)
    popup = await on.popup()
    await expect(popup.get_by_test_id("unpaired")).to_be_visible()
    assert await options.evaluate(kept) == before
    for page in (popup, options, alice.page):
        await page.close()
