"""Helpers for tests of every way of writing: what Gmail made, what was sent, and what was stored."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.async_api import Locator, Page, expect

from tests.browser.driving.mail_actions import message_of, pixels
from tests.browser.driving.stage import Stage, alice_sets_up, stage
from tests.sandbox.browser import wire_messages
from tests.waiting import until

LEAVING = {"^pfg", "^scheduled"}
KEEP_WHAT_GMAIL_MAKES = """
  // As another extension does: a script of its own, at the very start of the page.
  document.documentElement?.append(document.createElement("script"));
  const whole = JSON.stringify;
  window.made = [];
  window.madeAt = [];
  JSON.stringify = (...given) => {
    const text = whole(...given);
    if (!/"\\^(pfg|scheduled)"/.test(text ?? "")) return text;
    window.made.push(text);
    window.madeAt.push(performance.now());
    return text;
  };
"""

# The shortest one appears only for a second.
KEEP_TOASTS = """
  window.said = [];
  new MutationObserver(() => {
    for (const { textContent } of document.querySelectorAll("[data-testid=sightline-toast]"))
      if (!window.said.includes(textContent)) window.said.push(textContent);
  }).observe(document, { childList: true, subtree: true });
"""


@asynccontextmanager
async def alice_at_gmail(folder: Path) -> AsyncIterator[Stage]:
    """The whole stage with Alice paired; each of her pages keeps the sends as Gmail made them."""
    async with stage(folder) as made:
        await alice_sets_up(made)
        await made.alice.add_init_script(KEEP_WHAT_GMAIL_MAKES)
        await made.alice.add_init_script(KEEP_TOASTS)
        yield made


async def tracked(window: Locator | Page) -> None:
    """The switch of this window says that the mail will be tracked."""
    await expect(window.locator(".sightline")).to_have_attribute("data-state", "tracked")


async def said(page: Page, words: str) -> None:
    """A toast in this page shows the text, or has shown it since the page was loaded."""
    script = "(words) => window.said.some((text) => text.includes(words))"
    await page.wait_for_function(script, arg=words, timeout=90_000)


async def update_leaves_behind(on: Stage, page: Page) -> None:
    """The extension is reloaded, as by an update, and its script in `page` has lost contact."""
    session = await page.context.new_cdp_session(page)
    worlds: list[int] = []

    def note(event: dict[str, Any]) -> None:
        if on.extension in event["context"]["origin"]:
            worlds.append(event["context"]["id"])

    session.on("Runtime.executionContextCreated", note)
    await session.send("Runtime.enable")
    [world] = worlds

    async def lost() -> bool:
        asked = {"expression": "chrome.runtime?.id === undefined", "contextId": world}
        return bool((await session.send("Runtime.evaluate", asked))["result"].get("value"))

    assert not await lost()
    # Delayed, because it ends the worker that is asked for it.
    await on.alice.service_workers[0].evaluate("() => void setTimeout(() => chrome.runtime.reload(), 100)")
    assert await until(lost, bool)
    await session.detach()


async def sends(on: Stage, subject: str) -> list[str]:
    """The sends of that subject as they were on the wire, oldest first."""
    requests = (await on.sandbox.get(f"/sandbox/wire?containing={quote(subject)}"))["requests"]
    return [entry["body"] for entry in requests if is_send_of(entry["body"], subject)]


def is_send_of(body: str, subject: str) -> bool:
    """Whether this request sends a mail of that subject."""
    if not any(f'"{label}"' in body for label in LEAVING):
        return False
    return any(m[7] == subject and LEAVING & set(m[10]) for m in wire_messages(json.loads(body)))


async def made(page: Page, subject: str) -> list[str]:
    """The sends of that subject as Gmail made them in this page, oldest first."""
    texts: list[str] = await page.evaluate("() => window.made")
    return [text for text in texts if is_send_of(text, subject)]


async def one_mark_and_nothing_else(on: Stage, page: Page, subject: str) -> str:
    """The newest send of that subject has one pixel of this server; without its marks, it is byte for byte
    what Gmail made. Returns the pixel's address."""
    left, written = (await sends(on, subject))[-1], (await made(page, subject))[-1]
    [pixel] = pixels(on, left)
    assert left != written
    assert without_marks(on, left) == written
    return pixel


# 25 MB in five of them, in base64; 16 characters make 12 bytes.
PICTURE = "A" * (25_000_000 // 5 // 12 * 16)
ALBUM = """(picture) => {
  for (let number = 0; number < 5; number++) {
    const shown = document.createElement("img");
    shown.src = `data:image/png;base64,${picture}`;
    document.querySelector("[g_editable=true]").append(shown);
  }
}"""
HELD_UP = """(subject) => {
  const place = window.made.findLastIndex((text) => text.includes(subject));
  const began = performance.getEntriesByType("resource").filter(({ name }) => name.includes("/i/s?"));
  const at = window.madeAt[place];
  const took = began.find(({ startTime }) => startTime >= at)?.startTime - at;
  const before = performance.now();
  JSON.parse(JSON.stringify(window.made[place]));
  return took > 0 ? took / Math.max(performance.now() - before, 5) : null;
}"""


async def album(page: Page) -> None:
    """Insert 25 MB of pictures into the open compose window, as characters of its body."""
    await page.evaluate(ALBUM, PICTURE)


async def held_up(page: Page, subject: str) -> float:
    """How long the newest send of that subject took from Gmail's JSON to the browser's request.

    The unit is the time that writing and reading it as JSON takes, because a busy machine slows both alike.
    """
    found = await page.wait_for_function(HELD_UP, arg=subject)
    times: float = await found.json_value()
    return times


async def untouched(on: Stage, page: Page, subject: str) -> None:
    """The newest send of that subject is byte for byte what Gmail made."""
    assert (await sends(on, subject))[-1] == (await made(page, subject))[-1]


def without_marks(on: Stage, body: str) -> str:
    """A request without this server's pixels, and with every tracked link replaced by its target."""
    address = re.escape(on.server.url)
    bare = re.sub(rf'<img src=\\"{address}/p/[^>]*>', "", body)
    return re.sub(rf"{address}/c/[a-z0-9]{{8}}/([A-Za-z0-9_-]+)", lambda found: target_in(found[1]), bare)


def links_in(on: Stage, body: str) -> list[str]:
    """The targets of the tracked links, in order."""
    tokens = re.findall(rf"{re.escape(on.server.url)}/c/[a-z0-9]{{8}}/([A-Za-z0-9_-]+)", body)
    return [target_in(token) for token in tokens]


def target_in(token: str) -> str:
    """The address inside a click token (docs/tokens.md), as written in an HTML attribute."""
    raw = urlsafe_b64decode(token + "=" * (-len(token) % 4))
    url = raw[54:-32].removesuffix(b"\0")  # the pad, where the token would end in `-` or `_`
    return url.decode().replace("&", "&amp;")


async def reported(on: Stage, subject: str, message: str, state: str = "No sign yet") -> str:
    """Wait until the dashboard has one mail of that subject, which is this message, and return its page."""
    page = await on.page("/")
    rows = page.locator(".message-row").filter(has=page.get_by_role("link", name=subject, exact=True))
    await expect(rows).to_have_count(1)
    await expect(rows).to_have_id(f"message-{message}")
    await expect(rows.locator(".state")).to_have_text(state)
    await page.goto(f"{on.server.url}/messages/{message}")
    text = await page.locator("main").inner_text()
    await page.close()
    return text


async def leaves_marked(on: Stage, page: Page, subject: str) -> str:
    """The mail has one pixel and no other change, and is reported once as this message. Returns its id."""
    message = message_of(await one_mark_and_nothing_else(on, page, subject))
    await reported(on, subject, message)
    return message


async def drafts_are_unmarked(on: Stage, but: str = "no such subject") -> None:
    """No draft save of this whole stage has ever contained a mark, except in mails of the subject `but`."""
    requests: list[dict[str, Any]] = (await on.sandbox.get("/sandbox/wire"))["requests"]
    for body in [entry["body"] for entry in requests if '"^r"' in entry["body"] and but not in entry["body"]]:
        assert pixels(on, body) == []
        assert links_in(on, body) == []
