"""Takes pictures of what the extension shows in Gmail: `python docs/screenshots/gmail.py FOLDER`.

It runs the built extension in the stand-in Gmail, with a real server. The pictures show the compose window
with its panel, also if Gmail has changed, the status icons in a list, the timeline below a message, the
popup and the options. Their size is 1280 × 800, which the stores ask for.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from playwright.async_api import Page, expect

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.browser.driving.reading_actions import TIMEOUT, folder, marked, timeline, tracked_mail
from tests.browser.driving.stage import Stage, alice_sets_up, stage
from tests.sandbox.browser import GmailUser

SIZE = (1280, 800)
SUBJECTS = (
    "Lunch on Friday?",
    "Offer for the roof",
    "Proofs for the autumn catalogue",
    "Re: Two rooms in February",
)


async def main(target: Path) -> None:
    """Set up Alice's account and browsers, then take one picture after another."""
    with tempfile.TemporaryDirectory() as data:
        async with stage(Path(data)) as on:
            await alice_sets_up(on)
            alice = await on.writes()
            await alice.page.set_viewport_size({"width": SIZE[0], "height": SIZE[1]})
            await _world(on, alice)
            await _gmail(on, alice, target)
            await _changed(on, target)
            for name in ("popup", "options"):
                await _window(on, name, target)


async def _world(on: Stage, alice: GmailUser) -> None:
    for subject in SUBJECTS:
        await tracked_mail(on, alice, subject, "https://example.org/menu")
    await on.bob.route("https://example.org/**", lambda route: route.fulfill(body="the menu"))
    bob = await on.reads()
    await bob.read(SUBJECTS[2])
    content = await bob.read(SUBJECTS[3])
    async with on.bob.expect_page() as opened:
        await content.get_by_text("the menu").click()
    await (await opened.value).close()


async def _gmail(on: Stage, alice: GmailUser, target: Path) -> None:
    await alice.page.reload()
    await folder(alice, "sent")
    await marked(alice.page, SUBJECTS[3], "clicked")
    await _take(alice.page, target / "gmail-list.png")
    await alice.read(SUBJECTS[3], folder="sent")
    await expect(timeline(alice.page)).to_be_visible(timeout=TIMEOUT)
    await _take(alice.page, target / "gmail-thread.png")
    await folder(alice, "sent")
    window = await alice.compose("bob@sandbox.example, charlie@sandbox.example", "The lease", "Dear all, ")
    await alice.insert_link(window, "the draft", "https://example.org/draft")
    await window.locator(".sightline-more").click()
    await _take(alice.page, target / "gmail-compose.png")


async def _changed(on: Stage, target: Path) -> None:
    """The compose window if Gmail has changed, light and dark."""
    alice = await GmailUser.open(on.alice, "alice", query="&shape=moved")
    await alice.page.set_viewport_size({"width": SIZE[0], "height": SIZE[1]})
    window = await alice.compose("bob@sandbox.example", "The lease", "Dear Bob, ")
    await alice.insert_link(window, "the draft", "https://example.org/draft")
    await expect(window.locator(".sightline")).to_have_attribute("data-state", "changed")
    for scheme in ("light", "dark"):
        await alice.page.emulate_media(color_scheme=scheme)
        await window.locator(".sightline-more").click()
        await _take(alice.page, target / f"gmail-changed-{scheme}.png")
        await alice.page.keyboard.press("Escape")


async def _window(on: Stage, name: str, target: Path) -> None:
    page = await on.alice.new_page()
    await page.set_viewport_size({"width": SIZE[0], "height": SIZE[1]})
    await page.goto(f"chrome-extension://{on.extension}/{name}/{name}.html")
    await _take(page, target / f"{name}.png")


async def _take(page: Page, path: Path) -> None:
    await page.wait_for_timeout(1500)  # until notices have faded and images have arrived
    await page.screenshot(path=path)


if __name__ == "__main__":
    there = Path(sys.argv[1])
    there.mkdir(parents=True, exist_ok=True)
    asyncio.run(main(there))
