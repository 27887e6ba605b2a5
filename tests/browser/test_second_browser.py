"""Alice has the extension in two browsers: only one notifies her, and one can disconnect the other."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, Page, expect

from tests.browser.driving.mail_actions import looks_at, pixels, sends
from tests.browser.driving.reading_actions import (
    KEEP_NOTIFICATIONS,
    TIMEOUT,
    minute_passes,
    notifications,
    tracked_mail,
    worker_of,
)
from tests.browser.driving.stage import (
    ALICE,
    Stage,
    alice_sets_up,
    old_enough_to_be_read,
    pair,
    signs_in,
    stage,
)
from tests.waiting import until

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def on(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    """`bob` is Alice's other browser here."""
    async with stage(tmp_path_factory.mktemp("second"), both=True) as made:
        await alice_sets_up(made)
        await signs_in(made, made.bob, ALICE)
        await pair(made, made.bob)
        for browser in (made.alice, made.bob):
            await (await worker_of(browser)).evaluate(KEEP_NOTIFICATIONS)
            await minute_passes(browser)
        yield made


async def options_of(on: Stage, browser: BrowserContext) -> Page:
    page = await browser.new_page()
    await page.goto(f"chrome-extension://{on.extension}/options/options.html")
    await expect(page.locator("#paired-account")).not_to_be_empty()
    return page


async def test_only_one_of_two_browsers_shows_a_notification(on: Stage) -> None:
    alice = await on.writes()
    for subject in ("One", "Two", "Three"):
        await tracked_mail(on, alice, subject)
        [pixel] = pixels(on, (await sends(on))[-1])
        await old_enough_to_be_read(on.sandbox, subject)
        await looks_at(pixel)

    async def told_here() -> list[str]:
        return [subject for browser in (on.alice, on.bob) for subject, _ in await notifications(browser)]

    async def notified_after_a_minute() -> list[str]:
        for browser in (on.alice, on.bob):
            await minute_passes(browser)
        return await told_here()

    await until(notified_after_a_minute, lambda subjects: {"One", "Two", "Three"} <= set(subjects))
    for _ in range(3):
        for browser in (on.alice, on.bob):
            await minute_passes(browser)
        await alice.page.wait_for_timeout(300)
    assert sorted(await told_here()) == ["One", "Three", "Two"]
    assert alice.errors == []
    await alice.page.close()


async def test_alice_sees_both_browsers_and_disconnects_the_other_after_confirming(on: Stage) -> None:
    options = await options_of(on, on.alice)
    rows = options.locator("#browsers li")
    await expect(rows).to_have_count(2, timeout=TIMEOUT)
    await expect(rows.first).to_contain_text("This browser")
    await expect(rows.nth(1)).to_contain_text("last seen")
    end = rows.nth(1).get_by_role("button", name="Disconnect Chromium on Linux")
    await end.focus()
    await options.keyboard.press("Enter")
    sure = options.get_by_test_id("sure")
    await expect(sure).to_contain_text("Disconnect Chromium on Linux?")
    await expect(options.get_by_test_id("sure-no")).to_be_focused()
    await options.keyboard.press("Escape")
    await expect(sure).to_be_hidden()
    await expect(end).to_be_focused()
    await expect(rows).to_have_count(2)

    await end.click()
    await options.get_by_test_id("sure-yes").click()
    await expect(rows).to_have_count(1, timeout=TIMEOUT)
    await expect(options.get_by_test_id("browsers-done")).to_have_text("Chromium on Linux is disconnected.")
    await expect(options.get_by_test_id("browsers-note")).to_have_text("No other browser is connected.")
    await minute_passes(on.bob)
    other = await on.bob.new_page()
    await other.goto(f"chrome-extension://{on.extension}/popup/popup.html")
    await expect(other.get_by_test_id("unpaired")).to_contain_text("No longer connected", timeout=TIMEOUT)
    for page in (other, options):
        await page.close()


async def test_this_browser_can_be_disconnected_while_the_server_is_unreachable(on: Stage) -> None:
    options = await options_of(on, on.alice)
    await expect(options.locator("#browsers li")).to_have_count(1, timeout=TIMEOUT)
    on.server.stop()
    await options.reload()
    away = options.get_by_test_id("browsers-note")
    await expect(away).to_have_text(
        "Your server isn’t responding, so your other browsers can’t be shown.", timeout=TIMEOUT
    )
    await options.get_by_test_id("unpair").click()
    await expect(options.get_by_test_id("sure")).to_contain_text("Disconnect this browser?")
    await options.get_by_test_id("sure-yes").click()
    await expect(options.get_by_test_id("connect-form")).to_be_visible(timeout=TIMEOUT)
    await expect(options.get_by_test_id("browsers-card")).to_be_hidden()
    await options.close()
