"""Captures the requests of the stand-in Gmail's page and their answers.

Run `python -m tests.extension.captures.make`. Alice and Bob write to each other in a real Chromium; each
request and each answer is stored here byte for byte. `check-captures.mjs`, next to this folder, checks that
they have the form of Gmail's own.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import Browser, Locator, Response, async_playwright, expect

from tests import parts
from tests.sandbox.browser import BODY, GmailUser
from tests.sandbox.driving import RunningSandbox, sandbox_running

HERE = Path(__file__).parent
BOB = "bob@sandbox.example"
# Somebody else's tracker; the tests replace it with Alice's own pixel.
TRACKER = "https://tracker.example/t?guid=5f2f1c1e&type=zerocontent"
ADD_TRACKER = """
  (body, src) => {
    const picture = document.createElement("img");
    picture.src = src;
    body.append(picture);
    body.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
"""


@dataclass
class Recorder:
    """Keeps the sync requests of one page with their answers, in the order of the answers."""

    kept: list[tuple[str, str]] = field(default_factory=list)
    reading: set[asyncio.Task[None]] = field(default_factory=set)

    def hear(self, response: Response) -> None:
        """Keep `response` if it answers a sync request."""
        if "/sync/u/" in response.url:
            self.reading.add(asyncio.create_task(self._keep(response)))

    async def _keep(self, response: Response) -> None:
        self.kept.append((response.request.post_data or "", await response.text()))

    async def save(self, name: str, sign: str) -> None:
        """Write the newest request that contains `sign`, and its answer; LookupError if there is none."""
        await asyncio.gather(*self.reading)
        found = [pair for pair in self.kept if sign in pair[0]]
        if not found:
            raise LookupError(f"nothing on the wire for {name}")
        for kind, text in zip(("request", "response"), found[-1], strict=True):
            (HERE / f"{name}-{kind}.json").write_text(text, encoding="utf-8")
        self.kept.clear()


async def main() -> None:
    """Write all captures again."""
    with (
        tempfile.TemporaryDirectory() as folder,
        sandbox_running(Path(folder), "--undo-seconds", "60") as sandbox,
    ):
        async with _chromium(sandbox) as browser:
            alice, alices = await _person(browser, "alice")
            bob, bobs = await _person(browser, "bob")
            await _a_draft_and_its_send(alice, alices)
            await _a_mail_to_many(alice, alices)
            await sandbox.post("/sandbox/release")
            await _an_answer_at_once(bob, bobs)
            await sandbox.post("/sandbox/release")
            await _an_answer_from_a_draft(alice, alices)
            await _a_scheduled_mail(alice, alices)


@asynccontextmanager
async def _chromium(sandbox: RunningSandbox) -> AsyncIterator[Browser]:
    root = ["--no-sandbox"] if os.getuid() == 0 else []
    async with async_playwright() as player:
        chromium = await player.chromium.launch(
            executable_path=parts.chromium(), args=[*root, *sandbox.chromium_args]
        )
        yield chromium
        await chromium.close()


async def _person(browser: Browser, name: str) -> tuple[GmailUser, Recorder]:
    user = await GmailUser.open(await browser.new_context(ignore_https_errors=True), name)
    recorder = Recorder()
    user.page.on("response", recorder.hear)
    return user, recorder


async def _saved(window: Locator) -> None:
    await expect(window.locator(".oG")).to_have_text("Draft saved")


async def _a_draft_and_its_send(alice: GmailUser, wire: Recorder) -> None:
    window = await alice.compose("", "Lunch on Thursday?", "Dear Bob")
    await _saved(window)
    await wire.save("draft-save", '"^r"')
    async with alice.page.expect_response("**/sync/u/0/i/s?*"):
        await window.locator(BODY).press_sequentially("!")
    await wire.save("draft-update", "Dear Bob!")
    await window.locator(".anm[name=to] input").fill(BOB)
    await alice.send(window)
    await wire.save("send", '"^pfg"')


async def _a_mail_to_many(alice: GmailUser, wire: Recorder) -> None:
    window = await alice.compose(
        BOB, "The new roof", "Here is ", "charlie@sandbox.example", "away@else.example"
    )
    await alice.insert_link(window, "the offer", "https://example.com/offer?x=1&y=2#prices")
    await window.locator(BODY).evaluate(ADD_TRACKER, TRACKER)
    await _saved(window)
    await alice.send(window)
    await wire.save("send-to-many", '"^pfg"')


async def _an_answer_at_once(bob: GmailUser, wire: Recorder) -> None:
    await bob.read("The new roof")
    await bob.send(await bob.reply("Too dear"))
    await wire.save("reply-send", '"^pfg"')


async def _an_answer_from_a_draft(alice: GmailUser, wire: Recorder) -> None:
    await alice.read("The new roof")
    inline = await alice.reply("Cheaper, then")
    await _saved(inline)
    await wire.save("reply-draft-save", '"^r"')
    async with alice.page.expect_response("**/sync/u/0/i/s?*"):
        await inline.locator(BODY).evaluate(ADD_TRACKER, TRACKER)
    await alice.send(inline)
    await wire.save("reply-send-from-draft", '"^pfg"')


async def _a_scheduled_mail(alice: GmailUser, wire: Recorder) -> None:
    window = await alice.compose(BOB, "Happy birthday", "Many happy returns!")
    await window.locator("[aria-haspopup=true]").click()
    await window.locator("[data-due=morning]").click()
    await expect(alice.page.locator(".vh")).to_contain_text("Send scheduled")
    await wire.save("schedule", '"^scheduled"')


if __name__ == "__main__":
    asyncio.run(main())
