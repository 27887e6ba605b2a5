"""In Chromium, Alice copies the text for a bug report with a mouse, a finger or the keyboard."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.dashboard.browsing import chromium, page_of
from tests.dashboard.mails import is_opened, minutes_ago
from tests.world import World, opened_world

__all__ = ["chromium"]
pytestmark = pytest.mark.asyncio(loop_scope="module")
WITHOUT_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"


@pytest_asyncio.fixture(loop_scope="module")
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """The usual world, on the event loop of the browser."""
    async with opened_world(tmp_path) as made:
        yield made


async def goes_to_the_text(world: World, page: Page) -> str:
    """Alice follows the link on the page of a message, and sees the text."""
    message = await world.sends(world.alice, sent_at=minutes_ago(9))
    await is_opened(message)
    await page.goto(f"/messages/{message.id}")
    await page.get_by_role("link", name="Copy for a bug report").click()
    text = await page.get_by_label("The text to copy").input_value()
    assert text.startswith('{"id":"mail"')
    return text


async def pasted(page: Page) -> str:
    """What Alice can paste."""
    await page.evaluate(
        "document.body.append(Object.assign(document.createElement('textarea'), {id: 'paste'}))"
    )
    await page.locator("#paste").focus()
    await page.keyboard.press("Control+V")
    return await page.locator("#paste").input_value()


@pytest.mark.parametrize("clipboard", [True, False], ids=["secure page", "page without HTTPS"])
async def test_the_button_copies_the_text_and_says_so(
    world: World, chromium: Browser, clipboard: bool
) -> None:
    async with page_of(chromium, world, world.alice) as page:
        if not clipboard:
            await page.add_init_script(WITHOUT_CLIPBOARD)
        text = await goes_to_the_text(world, page)
        button = page.get_by_role("button", name="Copy", exact=True)
        await button.focus()
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("status")).to_have_text("Copied.")
        await expect(button).to_be_focused()
        assert await pasted(page) == text


async def test_if_the_browser_forbids_it_the_text_is_selected_and_the_page_says_so(
    world: World, chromium: Browser
) -> None:
    async with page_of(chromium, world, world.alice) as page:
        await page.add_init_script(f"{WITHOUT_CLIPBOARD}; document.execCommand = () => false")
        text = await goes_to_the_text(world, page)
        await page.get_by_role("button", name="Copy", exact=True).click()
        await expect(page.get_by_role("status")).to_contain_text("The text is selected")
        assert await page.evaluate("getSelection().toString()") == text
