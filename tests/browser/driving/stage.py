"""Starts the whole stage from real parts: server, sandbox, SMTP server, Alice's and Bob's browsers."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from playwright.async_api import BrowserContext, Locator, Page, Playwright, async_playwright, expect

from server.verdicts.rules.behaviour import SOON_TO_SHOW
from tests import parts
from tests.sandbox.browser import GmailUser
from tests.sandbox.driving import RunningSandbox, sandbox_running
from tests.serving import ROOT, Server, free_port
from tests.waiting import until

PASSWORD = "correct horse battery"
# Longer than a busy machine takes from a send to what a test does while the send can be undone.
UNDO_S = 15
ALICE, BOB = "alice@sandbox.example", "bob@sandbox.example"
READER = (  # on the system that the browser really has: a new tab's first request names that one, too
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36"
)


class Mailbox:
    """A real SMTP server that keeps what it accepts, and refuses mails while `refusal` is set."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.refusal = ""

    async def count(self) -> int:
        return len(self.mails)

    async def handle_DATA(  # noqa: N802 - aiosmtpd calls it by this name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if self.refusal:
            return self.refusal
        assert isinstance(envelope.content, bytes)
        self.mails.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"


class Reader(GmailUser):
    """Bob, who does not open a mail in the seconds after it was sent, when only proxies load its image."""

    sandbox: RunningSandbox

    async def read(self, subject: str, folder: str = "inbox") -> Locator:
        await old_enough_to_be_read(self.sandbox, subject)
        return await super().read(subject, folder)


async def old_enough_to_be_read(sandbox: RunningSandbox, subject: str, reader: str = "bob") -> None:
    """Wait until the reader has had the mail for so long that proxies load its image only for readers."""

    async def age_ms() -> float:
        mails = await sandbox.mails(reader)
        dates = [mail["date_ms"] for mail in mails if subject in mail["subject"]]
        return time.time() * 1000 - max(dates, default=float("inf"))

    await until(age_ms, lambda age: age > 1000 * (SOON_TO_SHOW + 1))


@dataclass
class Stage:
    """All the parts together."""

    server: Server
    sandbox: RunningSandbox
    mailbox: Mailbox
    alice: BrowserContext
    bob: BrowserContext
    extension: str
    gmail: dict[str, GmailUser] = field(default_factory=dict)

    async def page(self, path: str) -> Page:
        """A page of the server in Alice's browser."""
        page = await self.alice.new_page()
        await page.goto(self.server.url + path)
        return page

    async def popup(self) -> Page:
        """The extension's popup, as a tab."""
        page = await self.alice.new_page()
        await page.goto(f"chrome-extension://{self.extension}/popup/popup.html")
        return page

    async def writes(self) -> GmailUser:
        """Alice at her Gmail, ready to write."""
        return await GmailUser.open(self.alice, "alice")

    async def reads(self) -> GmailUser:
        """Bob at his Gmail, ready to read."""
        bob = await Reader.open(self.bob, "bob")
        bob.sandbox = self.sandbox
        return bob

    def shown(self, message: str) -> dict[str, Any]:
        """What `sightline show` prints of one message."""
        found: dict[str, Any] = json.loads(self.server.run("show", message))
        return found


@asynccontextmanager
async def stage(folder: Path, *, both: bool = False) -> AsyncIterator[Stage]:
    """Everything started, nobody signed in yet; all of it ends with the block. Alice has the extension;
    with `both`, Bob has it too."""
    smtp_port, mailbox = free_port(), Mailbox()
    smtp = Controller(mailbox, hostname="127.0.0.1", port=smtp_port, ready_timeout=60)
    smtp.start()
    try:
        with sandbox_running(folder / "sandbox", "--undo-seconds", str(UNDO_S)) as sandbox:
            env = {"SANDBOX_URL": sandbox.url, "SMTP_SERVER": "127.0.0.1", "SMTP_PORT": str(smtp_port)}
            with Server(folder / "data", env) as server:
                async with async_playwright() as player:
                    built = _with_permission(folder / "extension", server.url)
                    alice = await _with_extension(player, folder / "alice", built, sandbox)
                    bob = await (
                        _with_extension(player, folder / "bob", built, sandbox)
                        if both
                        else _chromium(player, folder / "bob", sandbox.chromium_args)
                    )
                    yield Stage(server, sandbox, mailbox, alice, bob, await _extension_id(alice))
                    await alice.close()
                    await bob.close()
    finally:
        smtp.stop()


async def _with_extension(
    player: Playwright, profile: Path, built: Path, sandbox: RunningSandbox
) -> BrowserContext:
    loading = [f"--disable-extensions-except={built}", f"--load-extension={built}"]
    context = await _chromium(player, profile, [*loading, *sandbox.chromium_args])
    # Race: once installed, the extension opens its settings, in a blank tab if there is one. Avoid ours.
    async with asyncio.timeout(90):
        while not any(page.url.endswith("/options/options.html") for page in context.pages):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    return context


async def _extension_id(context: BrowserContext) -> str:
    workers = context.service_workers or [await context.wait_for_event("serviceworker")]
    return workers[0].url.split("/")[2]


async def _chromium(player: Playwright, profile: Path, args: list[str]) -> BrowserContext:
    root = ["--no-sandbox"] if os.getuid() == 0 else []
    quiet = ["--disable-background-networking", "--disable-component-update", "--no-first-run"]
    context = await player.chromium.launch_persistent_context(
        str(profile),
        executable_path=parts.chromium(),
        headless=False,
        args=["--headless=new", *root, *quiet, *args],
        ignore_https_errors=True,
        user_agent=READER,
        viewport={"width": 1280, "height": 900},
        timeout=90_000,
    )
    context.set_default_timeout(30_000)
    return context


def _with_permission(target: Path, origin: str) -> Path:
    """The built extension, with the permission for the server granted beforehand.

    A person grants it in a dialog of Chromium itself, which no test can reach in a headless browser.
    """
    shutil.copytree(ROOT / "extension" / "dist" / "chromium", target)
    manifest = json.loads((target / "manifest.json").read_text())
    manifest["host_permissions"].append(f"{origin.rsplit(':', 1)[0]}/*")
    (target / "manifest.json").write_text(json.dumps(manifest))
    return target


async def alice_sets_up(on: Stage) -> None:
    """Alice uses the real pages: the set-up link from the console, then pairing the extension with a code."""
    link = next(word for word in on.server.log.split() if "/setup/" in word)
    page = await on.alice.new_page()
    await page.goto(link)
    await page.fill("[name=name]", "Alice Arnold")
    await page.fill("[name=email]", "alice@sandbox.example")
    await page.fill("[name=password]", PASSWORD)
    await page.click("main button[type=submit]")
    await expect(page).to_have_url(f"{on.server.url}/")
    await page.close()
    await pair(on)


async def bob_joins(on: Stage) -> None:
    """Alice adds Bob on the console; he signs in and pairs his own browser."""
    on.server.run("user", "add", BOB, "--name", "Bob Bauer", "--password", PASSWORD)
    await signs_in(on, on.bob, BOB)
    await pair(on, on.bob, BOB)


async def signs_in(on: Stage, browser: BrowserContext, email: str) -> None:
    """The person signs in with the password on the server's page."""
    page = await browser.new_page()
    await page.goto(f"{on.server.url}/login")
    await page.fill("[name=email]", email)
    await page.fill("[name=password]", PASSWORD)
    await page.click("main button[type=submit]")
    await expect(page).to_have_url(f"{on.server.url}/")
    await page.close()


async def pair(on: Stage, browser: BrowserContext | None = None, email: str = ALICE) -> None:
    """The options page shows a code; the person types it on the server's page, and allows the browser."""
    browser = browser or on.alice
    options = await browser.new_page()
    await options.goto(f"chrome-extension://{on.extension}/options/options.html")
    await options.fill("#server", on.server.url)
    await options.click("#connect")
    code = await options.locator("#code").inner_text()
    async with browser.expect_page() as opened:
        await options.click("#verify")
    page = await opened.value
    await page.fill("[name=code]", code)
    await page.get_by_role("button", name="Continue").click()
    await page.get_by_role("button", name="Allow", exact=True).click()
    await expect(options.locator("#paired-account")).to_contain_text(email)
    await page.close()
    await options.close()
