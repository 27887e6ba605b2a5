"""Helpers for tests of reading: folders, status icons, timelines, the worker's alarm, notifications."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from playwright.async_api import BrowserContext, Locator, Page, Worker, expect

from tests.browser.driving.stage import Stage
from tests.sandbox.browser import GmailUser
from tests.waiting import until

# In Gmail's lists and conversations the extension pauses for half a minute after a failed request.
TIMEOUT = 60_000
KEEP_REQUESTS = """() => {
  const { fetch } = self;
  self.asked = [];
  self.fetch = (url, ...given) => (self.asked.push(String(url)), fetch(url, ...given));
}"""

# The browser removes a notification from the screen by itself after a while.
KEEP_NOTIFICATIONS = """() => {
  const { create } = chrome.notifications;
  self.notified = [];
  chrome.notifications.create = (id, given) => {
    self.notified.push([given.contextMessage, id]);
    return create(id, given);
  };
}"""


async def tracked_mail(on: Stage, alice: GmailUser, subject: str, link: str = "") -> None:
    """Alice sends Bob a tracked mail; `link`: the address of its link "the menu"."""
    window = await alice.compose("bob@sandbox.example", subject, "Dear Bob, ")
    if link:
        await alice.insert_link(window, "the menu", link)
    await expect(window.locator(".sightline")).to_have_attribute("data-state", "tracked", timeout=TIMEOUT)
    await alice.send(window)
    await on.sandbox.post("/sandbox/release")


async def folder(user: GmailUser, name: str) -> None:
    """Go to a folder from any page."""
    await user.page.evaluate("name => { location.hash = name }", name)
    await user.page.locator(".ae4").wait_for()


def mark(page: Page, subject: str) -> Locator:
    """The status icon in the row of that subject."""
    return page.locator("tr.zA", has_text=subject).locator(".sightline-thread-status")


async def until_marked(page: Page, browser: BrowserContext, subject: str, state: str) -> Locator:
    """Return the status icon of that subject once it shows `state`; the worker's alarm rings until then."""
    found = mark(page, subject)
    held = page.locator("tr.zA", has_text=subject).locator(f".sightline-thread-status[data-state={state}]")
    await rings_until(browser, held.count)
    await expect(found).to_have_attribute("data-state", state)
    return found


async def marked(page: Page, subject: str, state: str) -> Locator:
    """Wait until the row of that subject has one status icon, which shows this state."""
    found = mark(page, subject)
    await expect(found).to_have_attribute("data-state", state, timeout=TIMEOUT)
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


async def rings_until(browser: BrowserContext, good: Callable[[], Awaitable[object]]) -> None:
    """The worker's alarm rings until the condition holds, or has rung for long enough."""

    async def rung() -> bool:
        if await good():
            return True
        await minute_passes(browser)
        return False

    await until(rung, bool)


async def tells(page: Page, browser: BrowserContext, words: str) -> None:
    """The open timeline shows this after the worker's alarm has rung."""
    await rings_until(browser, page.locator(".adn .sightline-timeline", has_text=words).count)
    await expect(timeline(page)).to_contain_text(words)


async def notifications(browser: BrowserContext) -> list[tuple[str, str]]:
    """Subject and id of each native notification since KEEP_NOTIFICATIONS ran, oldest first."""
    shown: list[list[str]] = await (await worker_of(browser)).evaluate("() => self.notified")
    return [(subject, name) for subject, name in shown]


async def until_notified(browser: BrowserContext, subject: str, times: int = 1) -> list[str]:
    """Wait until this many notifications of that mail were shown; the alarm rings until then.

    Returns their ids.
    """

    async def notified() -> list[str]:
        return [name for shown, name in await notifications(browser) if shown == subject]

    async def enough() -> bool:
        return len(await notified()) >= times

    await rings_until(browser, enough)
    return await notified()


async def asked(browser: BrowserContext, path: str) -> int:
    """How often the worker has sent this request to the server since `KEEP_REQUESTS` ran in it."""
    worker = await worker_of(browser)
    urls: list[str] = await worker.evaluate("() => self.asked")
    return sum(path in url for url in urls)


def counted(shown: dict[str, Any]) -> list[tuple[str, str]]:
    """Kind and verdict of each event of a message."""
    return [(event["kind"], event["verdict"]) for event in shown["events"]]
