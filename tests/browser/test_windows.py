"""Alice uses the popup and the options page."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import datetime

import pytest
import pytest_asyncio
from playwright.async_api import Locator, Page, expect

from tests.browser.driving.reading_actions import TIMEOUT, tracked_mail
from tests.browser.driving.stage import Stage, alice_sets_up, stage

pytestmark = pytest.mark.asyncio(loop_scope="module")

REPORT = """async (subject) => {
  const { pairing } = await chrome.storage.local.get("pairing");
  const headers = { Authorization: `Bearer ${pairing.token}`, "Content-Type": "application/json" };
  const post = (path, body) => fetch(`${pairing.server}/api/extension/${path}`,
    { method: "POST", headers, body: JSON.stringify(body) }).then((answer) => answer.json());
  const [lease] = (await post("leases", { count: 1 })).leases;
  const at = new Date().toISOString();
  const charlie = { address: "charlie@sandbox.example", name: "Charlie Chen" };
  const ids = { gmail_message_id: null, gmail_thread_id: null, rfc822_message_id: null };
  const people = { from: { address: pairing.account.email, name: "" }, to: [charlie], cc: [], bcc: [] };
  const mail = { draft_id: "msg-a:r7", subject, links: [], sent_at: at, observed_at: at };
  const token = { lease: lease.id, pixel_token: lease.pixel_token, state: "sent" };
  return post("reports", { reports: [{ ...ids, ...people, ...mail, ...token }] });
}"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def on(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with stage(tmp_path_factory.mktemp("windows")) as made:
        await alice_sets_up(made)
        yield made


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def popup(on: Stage) -> AsyncIterator[Page]:
    """The popup stays open; Bob has read "Lunch on Friday", and nobody has read "Offer for the roof"."""
    await until_far_from_midnight()
    page = await on.popup()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    await expect(page.locator("#empty")).to_contain_text("Nothing sent yet")
    alice = await on.writes()
    await tracked_mail(on, alice, "Lunch on Friday")
    await expect(row(page, "Lunch on Friday")).to_contain_text("No sign yet", timeout=TIMEOUT)
    stored = await page.evaluate(REPORT, "Offer for the roof")
    assert [one["status"] for one in stored["results"]] == ["stored"]
    await expect(row(page, "Offer for the roof")).to_contain_text("No sign yet", timeout=TIMEOUT)
    await (await on.reads()).read("Lunch on Friday")
    yield page
    assert errors == []


def row(page: Page, subject: str) -> Locator:
    return page.locator("#messages li", has_text=subject)


async def lists(page: Page, *subjects: str) -> None:
    await expect(page.locator("#messages .subject")).to_have_text(list(subjects), timeout=TIMEOUT)


async def options_of(on: Stage) -> Page:
    page = await on.alice.new_page()
    await page.goto(f"chrome-extension://{on.extension}/options/options.html")
    await expect(page.locator("#paired-account")).not_to_be_empty()
    return page


async def saved(line: Locator) -> None:
    """The change is stored; the confirmation is removed, so that the next one is noticed."""
    await expect(line).to_have_text("Saved.")
    await line.evaluate("(node) => node.replaceChildren()")


async def until_far_from_midnight() -> None:
    """An open before midnight is not one of today, so wait if midnight is near."""
    now = datetime.now().astimezone()
    left = (now.replace(hour=23, minute=59, second=59) - now).total_seconds()
    if left < 100:
        await asyncio.sleep(left + 2)


async def test_an_open_appears_while_the_popup_is_open(popup: Page) -> None:
    await expect(row(popup, "Lunch on Friday")).to_contain_text("Opened", timeout=TIMEOUT)
    await expect(popup.locator("#connection")).to_have_attribute("data-state", "online")


async def test_alice_searches_and_filters_in_the_popup(popup: Page) -> None:
    await expect(row(popup, "Lunch on Friday")).to_contain_text("Opened", timeout=TIMEOUT)
    await popup.fill("#search", "roof")
    await lists(popup, "Offer for the roof")
    await popup.fill("#search", "bob@")
    await lists(popup, "Lunch on Friday")
    await popup.fill("#search", "zeppelin")
    await expect(popup.locator("#empty")).to_contain_text("zeppelin", timeout=TIMEOUT)
    await popup.fill("#search", "")
    await popup.get_by_role("button", name="Unopened for 3 days").click()
    await expect(popup.locator("#empty")).to_contain_text("No unopened messages found", timeout=TIMEOUT)
    await popup.get_by_role("button", name="Opened today").click()
    await lists(popup, "Lunch on Friday")
    await popup.get_by_role("button", name="Clicked").click()
    await expect(popup.locator("#empty")).to_contain_text("No links clicked yet", timeout=TIMEOUT)
    await popup.get_by_role("button", name="All").click()
    await lists(popup, "Lunch on Friday", "Offer for the roof")


AFTER_A_LONG_HISTORY = """() => {
  const { sendMessage } = chrome.runtime;
  chrome.runtime.sendMessage = async (question) => {
    const reply = await sendMessage.call(chrome.runtime, question);
    const list = question.name === "window/list" && reply.answer;
    if (list) list.searched_to = "2025-03-04T12:00:00.000Z";
    return reply;
  };
}"""


async def test_a_search_that_stopped_early_says_how_far_back_it_went(popup: Page) -> None:
    """The server's part is in test_feed.py: five thousand mails are too many for a browser test."""
    await popup.evaluate(AFTER_A_LONG_HISTORY)
    await expect(popup.get_by_test_id("searched-to")).to_be_hidden()
    await popup.fill("#search", "roof")
    await expect(popup.get_by_test_id("searched-to")).to_contain_text("since Mar 4, 2025", timeout=TIMEOUT)
    await popup.fill("#search", "")
    await expect(popup.get_by_test_id("searched-to")).to_be_hidden()


async def test_alice_mutes_a_mail_and_sets_a_reminder_for_it(on: Stage, popup: Page) -> None:
    offer = row(popup, "Offer for the roof")
    await offer.get_by_test_id("mute").click()
    await expect(offer.get_by_test_id("mute")).to_have_attribute("aria-pressed", "true", timeout=TIMEOUT)
    await offer.get_by_test_id("remind").click()
    await expect(offer).to_contain_text("reminder", timeout=TIMEOUT)
    await expect(row(popup, "Lunch on Friday").get_by_test_id("remind")).to_have_count(0, timeout=TIMEOUT)
    another = await on.popup()
    await expect(row(another, "Offer").get_by_test_id("mute")).to_have_attribute("aria-pressed", "true")
    await row(another, "Offer").get_by_test_id("remind").click()
    await expect(row(another, "Offer")).not_to_contain_text("reminder", timeout=TIMEOUT)
    await another.close()


async def test_alice_can_use_the_popup_with_only_the_keyboard(popup: Page) -> None:
    await popup.bring_to_front()
    await popup.locator("#settings").focus()
    await popup.keyboard.press("/")
    await expect(popup.locator("#search")).to_be_focused()
    await popup.keyboard.press("ArrowDown")
    await expect(row(popup, "Lunch on Friday").get_by_role("link")).to_be_focused()
    await popup.keyboard.press("m")
    muted = row(popup, "Lunch on Friday").get_by_test_id("mute")
    await expect(muted).to_have_attribute("aria-pressed", "true", timeout=TIMEOUT)
    await expect(muted).to_be_focused()
    await popup.keyboard.press("ArrowDown")
    await expect(row(popup, "Offer for the roof").get_by_role("link")).to_be_focused()


async def test_the_options_that_alice_chose_are_kept(on: Stage) -> None:
    options = await options_of(on)
    await options.fill("#exclusions", "bank.example\ntwo words")
    await options.locator("#exclusions").blur()
    await expect(options.locator("#exclusions-problems")).to_contain_text("Line 2")
    await options.fill("#exclusions", "https://Bank.example\nexample.com/private/")
    await options.locator("#exclusions").blur()
    alone, notify = options.get_by_test_id("saved-alone"), options.get_by_test_id("saved-notify")
    await saved(alone)
    await expect(options.locator("#exclusions")).to_have_value("bank.example\nexample.com/private")
    await options.locator("#sensitive").uncheck()
    await saved(alone)
    await options.locator("#quiet").check()
    await saved(notify)
    await options.locator("#quiet-from").fill("21:30")
    await options.locator("#quiet-from").blur()
    await saved(notify)
    await options.close()
    options = await options_of(on)
    await expect(options.locator("#exclusions")).to_have_value("bank.example\nexample.com/private")
    await expect(options.locator("#sensitive")).not_to_be_checked()
    await expect(options.locator("#quiet-from")).to_have_value("21:30")
    await options.close()


async def test_a_change_made_while_another_change_is_being_stored_is_kept(on: Stage) -> None:
    options = await options_of(on)
    await options.evaluate(
        """() => {
          const send = chrome.runtime.sendMessage.bind(chrome.runtime);
          const pause = () => new Promise((resolve) => setTimeout(resolve, 1000));
          chrome.runtime.sendMessage = (...message) => pause().then(() => send(...message));
        }"""
    )
    await options.locator("#decoy").check()
    await options.wait_for_timeout(300)  # it is on its way
    await options.locator("#reading-time").check()
    await options.locator("#phishing").uncheck()
    await expect(options.get_by_test_id("saved-alone")).to_have_text("Saved.")
    await options.reload()
    await expect(options.locator("#decoy")).to_be_checked()
    await expect(options.locator("#reading-time")).to_be_checked()
    await expect(options.locator("#phishing")).not_to_be_checked()
    await options.close()


async def test_missing_settings_of_an_older_version_get_their_defaults(on: Stage) -> None:
    options = await options_of(on)
    await options.evaluate(
        "chrome.storage.local.set({ settings: { tracking: true, links: false, notify: { on: false } } })"
    )
    await options.reload()
    await expect(options.locator("#links")).not_to_be_checked()
    await expect(options.locator("#sensitive")).to_be_checked()
    await expect(options.locator("#notify")).not_to_be_checked()
    await options.locator("#notify").check()
    await expect(options.get_by_test_id("saved-notify")).to_have_text("Saved.")
    await expect(options.locator("#first")).to_be_checked()
    await options.close()


@pytest.mark.parametrize(
    ("code", "server", "clicked", "switch"),
    [("de", "Ihr Server", "Angeklickt", "Verfolgt"), ("fr", "Votre serveur", "Cliqués", "Suivi")],
)
async def test_the_popup_and_options_use_the_chosen_language(
    on: Stage, code: str, server: str, clicked: str, switch: str
) -> None:
    options = await options_of(on)
    await options.locator("#language").select_option(code)
    await expect(options.locator("h1")).to_have_text(server)
    await expect(options.locator("html")).to_have_attribute("lang", code)
    popup = await on.popup()
    await expect(popup.get_by_test_id("filter-clicked")).to_have_text(clicked)
    alice = await on.writes()
    window = await alice.compose("bob@sandbox.example", "Sprachen", "Hallo")
    await expect(window.locator(".sightline")).to_have_text(re.compile(switch), timeout=TIMEOUT)
    await options.locator("#language").select_option("")
    await expect(window.locator(".sightline")).to_have_text(re.compile("Tracked"), timeout=TIMEOUT)
    for page in (options, popup, alice.page):
        await page.close()
