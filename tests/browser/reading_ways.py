"""What the tests of reading share: folders, marks, timelines, the worker's minute, native notices."""

from __future__ import annotations

from typing import Any

from playwright.async_api import BrowserContext, Locator, Page, Worker, expect

from tests.browser.stage import Stage
from tests.sandbox.browser import GmailUser

PATIENCE = 20_000
KEEP_REQUESTS = """() => {
  const { fetch } = self;
  self.asked = [];
  self.fetch = (url, ...given) => (self.asked.push(String(url)), fetch(url, ...given));
}"""

# The browser takes a notice off the screen by itself after a while.
KEEP_NOTICES = """() => {
  const { create } = chrome.notifications;
  self.told = [];
  chrome.notifications.create = (id, given) => {
    self.told.push([given.contextMessage, id]);
    return create(id, given);
  };
}"""


async def tracked_mail(on: Stage, alice: GmailUser, subject: str, link: str = "") -> None:
    """Alice writes to Bob, and the mail has left; `link`: the address that "the menu" leads to."""
    window = await alice.compose("bob@sandbox.example", subject, "Dear Bob, ")
    if link:
        await alice.insert_link(window, "the menu", link)
    await expect(window.locator(".sightline")).to_have_attribute("data-state", "tracked", timeout=PATIENCE)
    await alice.send(window)
    await on.sandbox.post("/sandbox/release")


async def folder(user: GmailUser, name: str) -> None:
    """Go to a folder, from wherever the person is."""
    await user.page.evaluate("name => { location.hash = name }", name)
    await user.page.locator(".ae4").wait_for()


def mark(page: Page, subject: str) -> Locator:
    """The mark in the row of that subject."""
    return page.locator("tr.zA", has_text=subject).locator(".sightline-mark")


async def marked(page: Page, subject: str, state: str) -> Locator:
    """Wait until that row has one mark, and it is of that state."""
    found = mark(page, subject)
    await expect(found).to_have_attribute("data-state", state, timeout=PATIENCE)
    return found


def timeline(page: Page) -> Locator:
    """The timeline below the newest message of the open conversation."""
    return page.locator(".adn .sightline-timeline").last


async def worker_of(browser: BrowserContext) -> Worker:
    """The extension's worker."""
    return browser.service_workers[0]


async def minute_passes(browser: BrowserContext) -> None:
    """The worker's alarm rings now, as it does each minute whether Gmail is open or not."""
    worker = await worker_of(browser)
    await worker.evaluate("() => chrome.alarms.create('feed', { when: Date.now(), periodInMinutes: 1 })")


async def tells(page: Page, browser: BrowserContext, words: str) -> None:
    """The open timeline says this, once the worker's alarm has rung after it happened."""
    for _ in range(60):
        await minute_passes(browser)
        if words in await timeline(page).inner_text():
            break
        await page.wait_for_timeout(250)
    await expect(timeline(page)).to_contain_text(words)


async def notices(browser: BrowserContext) -> list[tuple[str, str]]:
    """Subject and id of each native notice since `KEEP_NOTICES` ran in the worker, oldest first."""
    shown: list[list[str]] = await (await worker_of(browser)).evaluate("() => self.told")
    return [(subject, name) for subject, name in shown]


async def until_told(page: Page, browser: BrowserContext, subject: str) -> str:
    """Wait until a notice of that mail was shown; the alarm rings until then. Returns its id."""
    for _ in range(80):
        await minute_passes(browser)
        await page.wait_for_timeout(250)
        told = dict(await notices(browser))
        if subject in told:
            break
    return told[subject]


async def asked(browser: BrowserContext, path: str) -> int:
    """How often the worker has asked the server this since `KEEP_REQUESTS` ran in it."""
    worker = await worker_of(browser)
    urls: list[str] = await worker.evaluate("() => self.asked")
    return sum(path in url for url in urls)


def counted(shown: dict[str, Any]) -> list[tuple[str, str]]:
    """Kind and verdict of each event of a message."""
    return [(event["kind"], event["verdict"]) for event in shown["events"]]
