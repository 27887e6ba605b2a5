"""Alice uses Firefox for the server's pages, the extension's pages, and the stand-in Gmail."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.browser.driving.firefox import Firefox, firefox
from tests.browser.driving.marionette import ENTER, Tab, until
from tests.browser.driving.stage import UNDO_S, old_enough_to_be_read
from tests.sandbox.browser import BODY, GMAIL, INLINE, SEND, WINDOW
from tests.sandbox.driving import RunningSandbox, sandbox_running
from tests.serving import ROOT, Server

PASSWORD = "correct horse battery"
KEEP_WHAT_GMAIL_MAKES = """
  const { JSON } = window, whole = JSON.stringify;
  window.made = [];
  JSON.stringify = (...given) => {
    window.made.push(whole(...given));
    return window.made.at(-1);
  };
"""


@dataclass
class Desk:
    """The server, the sandbox and the browser that Alice uses."""

    server: Server
    sandbox: RunningSandbox
    firefox: Firefox

    async def page(self, path: str) -> Tab:
        """A page of the server."""
        return await self.firefox.marionette.new_tab(self.server.url + path)

    async def runs_out_of_leases(self) -> None:
        """The leases run out, as after a long time without the server.

        The worker is put to sleep first, because it could write the leases back.
        """
        popup = await self.firefox.popup()
        await popup.says("#offline", "Server unreachable")
        await self.firefox.worker_sleeps()
        await popup.run("await chrome.storage.local.remove('leases')")
        await popup.close()

    async def lists(self, subject: str, state: str) -> None:
        """Wait until the list of messages, freshly loaded, shows this mail in that state."""
        tab = await self.page("/")

        async def row() -> str:
            await tab.reload()
            return await tab.text(f"//li[.//a[normalize-space()='{subject}']]")

        await until(row, lambda text: state in text, f"“{subject}”: {state}")
        await tab.close()

    async def is_old_enough_to_be_read(self, subject: str) -> None:
        """Wait until proxies load the mail's image only when somebody displays it."""
        await old_enough_to_be_read(self.sandbox, subject)

    async def gmail(self, shape: str = "") -> Gmail:
        """Her mailbox, in a new tab; `shape` is a form that Gmail's requests could take (`shapes.js`)."""
        return Gmail(await self.firefox.marionette.new_tab(f"{GMAIL}?as=alice&shape={shape}"))

    async def sent(self, label: str = "^pfg") -> str:
        """The body of the newest send, or of the newest request with another label, as it was on the wire."""
        requests = (await self.sandbox.get("/sandbox/wire"))["requests"]
        found: str = next(entry["body"] for entry in reversed(requests) if f'"{label}"' in entry["body"])
        return found


@dataclass
class Gmail:
    """Alice in front of her mailbox."""

    tab: Tab

    async def writes(self, subject: str, links: dict[str, str]) -> None:
        """Alice writes to Bob in a compose window, with these links (text to address)."""
        await self.tab.click("[gh=cm]")
        await self.tab.type(f"{WINDOW} .anm[name=to] input", f"bob@sandbox.example{ENTER}")
        await self.tab.type(f"{WINDOW} input[name=subjectbox]", subject)
        await self.tab.type(f"{WINDOW} {BODY}", "Dear Bob, ")
        for words, address in links.items():
            await self.tab.click(f"{WINDOW} [data-tool=link]")
            await self.tab.type(f"{WINDOW} input[name=link-text]", words)
            await self.tab.type(f"{WINDOW} input[name=link-url]", address)
            await self.tab.click(f"{WINDOW} .link-form button")

    async def switch_says(self, words: str) -> None:
        """The switch next to Send says this."""
        await self.tab.says(f"{WINDOW} .sightline", words)

    async def keeps_what_it_makes(self) -> None:
        """From now on the page keeps its requests as they were before the extension changed them."""
        await self.tab.run(KEEP_WHAT_GMAIL_MAKES)

    async def made(self, subject: str) -> str:
        """The newest send of that subject as Gmail made it. The extension's rehearsals are left out."""
        texts: list[str] = await self.tab.run("return window.made")
        return next(text for text in reversed(texts) if '"^pfg"' in text and subject in text)

    async def sends(self) -> None:
        """Press Send, and see that the mail is on its way."""
        await self.tab.click(SEND)
        await self.tab.says(".vh", "Message sent")

    async def says(self, state: str) -> None:
        """The switch next to Send is in that state, in any language."""
        await self.tab.is_there(f".sightline[data-state={state}]")

    async def undoes(self) -> None:
        """Press Undo, and wait until the mail is back in its window."""
        await self.tab.click("#link_undo")
        await self.tab.says(".vh", "Sending undone")

    async def schedules(self) -> None:
        """Schedule the mail for tomorrow morning."""
        await self.tab.click(f"{WINDOW} [aria-haspopup=true]")
        await self.tab.click("[data-due=morning]")
        await self.tab.says(".vh", "Send scheduled")

    async def answers(self, subject: str, words: str) -> None:
        """Open the mail of that subject in the inbox and reply below it."""
        await self.tab.click(f"//tr[.//span[normalize-space()='{subject}']]//*[@role='link']")
        await self.tab.click("[data-action=reply]")
        await self.tab.type(f"{INLINE} {BODY}", words)

    async def looks_at_sent(self, subject: str) -> dict[str, Any]:
        """Alice views her own copy of a mail with its picture loaded.

        Returns `{"src", "width"}` of the picture.
        """
        await self.tab.goto(f"{GMAIL}?as=alice#sent")
        await self.tab.reload()
        await self.tab.click(f"//tr[.//span[normalize-space()='{subject}']]//*[@role='link']")
        await self.tab.is_there(".adn div.ii.gt img")
        picture: dict[str, Any] = await self.tab.run(
            """
            const picture = document.querySelector(".adn div.ii.gt img");
            while (!picture.complete) await new Promise((done) => setTimeout(done, 20));
            return { src: picture.src, width: picture.naturalWidth };
            """
        )
        return picture


@asynccontextmanager
async def desk(folder: Path) -> AsyncIterator[Desk]:
    """Server, sandbox, and Firefox with the built extension; all of them end with the block."""
    # As a zip, so that a concurrent build does not disturb it.
    packed = shutil.make_archive(str(folder / "extension"), "zip", ROOT / "extension" / "dist" / "firefox")
    with (
        sandbox_running(folder / "sandbox", "--undo-seconds", str(UNDO_S)) as sandbox,
        Server(folder / "data", {"SANDBOX_URL": sandbox.url}) as server,
    ):
        async with firefox(folder / "firefox", sandbox.tls_port) as browser:
            await browser.install(Path(packed))
            yield Desk(server, sandbox, browser)


async def alice_sets_up(at: Desk) -> None:
    """Alice sets up the server with the link from the console."""
    link = next(word for word in at.server.log.split() if "/setup/" in word)
    tab = await at.firefox.marionette.new_tab(link)
    await tab.type("[name=name]", "Alice Arnold")
    await tab.type("[name=email]", "alice@sandbox.example")
    await tab.type("[name=password]", PASSWORD)
    await tab.click("main button[type=submit]")
    await tab.says("main", "Messages")


async def alice_pairs(at: Desk) -> str:
    """Alice pairs in the extension's settings, and allows it in Firefox's dialog and on the server's page.
    Returns what the dialog asked."""
    settings = await at.firefox.marionette.new_tab(f"{at.firefox.pages}options/options.html")
    await settings.type("#server", at.server.url)
    await settings.click("#connect")
    question = await at.firefox.allows()
    code = await settings.text("#code")
    await settings.click("#verify")
    page = await at.firefox.marionette.tab_at(f"{at.server.url}/pair")
    await page.type("[name=code]", code)
    await page.click("//button[normalize-space()='Continue']")
    await page.says("main", "Firefox on Linux")
    await page.click("//button[normalize-space()='Allow']")
    await page.says("main", "Browser connected")
    await settings.says("#paired-account", "alice@sandbox.example")
    return question
