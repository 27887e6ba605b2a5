"""View time is turned on in the options and measured where mail programs allow it; Gmail does not."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from tests.browser.driving.mail_actions import message_of, pixels
from tests.browser.driving.reading_actions import TIMEOUT, folder, tells, tracked_mail
from tests.browser.driving.stage import Stage
from tests.browser.driving.writing_actions import alice_at_gmail, made, sends, without_marks
from tests.sandbox.browser import GmailUser

pytestmark = pytest.mark.asyncio(loop_scope="module")

NOT_MEASURABLE = "Reading time can’t be measured in Gmail or Apple Mail"
OPEN_FOR = re.compile(r"Open for about (\d+ s|\d+ min)")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def on(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with alice_at_gmail(tmp_path_factory.mktemp("reading-time")) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="module")
async def alice(on: Stage) -> AsyncIterator[GmailUser]:
    user = await on.writes()
    yield user
    await user.page.close()


def second_pictures(on: Stage, body: str) -> list[str]:
    """Every view-time image in a request."""
    return re.findall(re.escape(on.server.url) + r"/p/[a-z0-9]{8}/r/[A-Za-z0-9_-]+\.gif", body)


async def switch_on(on: Stage) -> None:
    """Alice turns view time on in the options, where it is off by default."""
    options = await on.alice.new_page()
    await options.goto(f"chrome-extension://{on.extension}/options/options.html")
    switch = options.get_by_test_id("reading-time")
    await expect(options.locator("#paired-account")).not_to_be_empty()  # stored values are rendered with it
    await expect(switch).not_to_be_checked()
    await switch.check()
    await expect(options.get_by_test_id("saved")).to_have_text("Saved.")
    await options.close()


async def shows_the_mail_directly(on: Stage, kept: Path, picture: str) -> Page:
    """Bob uses a program without a proxy: it keeps the mail in a file, and loads its pictures directly."""
    kept.write_text(f"<!doctype html><p>Dear Bob{picture}")
    page = await on.bob.new_page()
    await page.goto(kept.as_uri(), wait_until="commit")
    return page


async def test_no_second_image_is_added_while_view_time_is_off(on: Stage, alice: GmailUser) -> None:
    await tracked_mail(on, alice, "Unmeasured")
    [body] = await sends(on, "Unmeasured")
    assert len(pixels(on, body)) == 1
    assert second_pictures(on, body) == []
    page = await on.page("/")
    await expect(page.locator(".message-row", has_text="Unmeasured")).to_be_visible(timeout=TIMEOUT)
    await page.goto(f"{on.server.url}/messages/{message_of(pixels(on, body)[0])}")
    await expect(page.locator("h1")).to_contain_text("Unmeasured", timeout=TIMEOUT)
    await expect(page.locator("#reading-time")).to_have_count(0)


async def test_view_times_are_measured_in_a_mail_program_without_a_proxy_but_not_in_gmail(
    on: Stage, tmp_path: Path
) -> None:
    """Covers 223."""
    await switch_on(on)
    alice = await on.writes()
    await tracked_mail(on, alice, "Measured")
    [body], [written] = await sends(on, "Measured"), await made(alice.page, "Measured")
    [pixel], [second] = pixels(on, body), second_pictures(on, body)
    assert message_of(pixel) == message_of(second)
    [picture] = re.findall(r"<img [^>]*/r/[^>]*>", body.replace('\\"', '"'))
    assert (pixel in picture, f"background:url({second})" in picture) == (True, True)
    assert without_marks(on, body) == written
    page = await on.page("/")
    await expect(page.locator(".message-row", has_text="Measured")).to_have_count(2, timeout=TIMEOUT)
    await page.goto(f"{on.server.url}/messages/{message_of(pixel)}")
    await expect(page.locator("#reading-time")).to_contain_text(NOT_MEASURABLE)

    bob = await on.reads()
    await bob.read("Measured")
    await expect(page.locator("#timeline")).to_contain_text("image proxy", timeout=TIMEOUT)
    await expect(page.locator("#reading-time")).to_contain_text(NOT_MEASURABLE)
    assert [event["seconds_on_screen"] for event in on.shown(message_of(pixel))["events"]] == [None]

    reader = await shows_the_mail_directly(on, tmp_path / "mail.html", picture)
    await expect(page.locator("#timeline")).to_contain_text("Chrome 156 on Linux", timeout=TIMEOUT)
    await reader.wait_for_timeout(2500)
    await expect(page.locator("#timeline")).not_to_contain_text("Open for")  # the mail is still on the screen
    await reader.goto("about:blank")
    await expect(page.locator("#timeline .timeline-entry-who").filter(has_text=OPEN_FOR)).to_have_count(
        1, timeout=TIMEOUT
    )
    await expect(page.locator("#reading-time")).to_contain_text("This is an estimate")
    shown = on.shown(message_of(pixel))
    assert (shown["opens"], [bool(event["seconds_on_screen"]) for event in shown["events"]]) == (
        2,
        [False, True],
    )
    await alice.read("Measured", folder="sent")
    await tells(alice.page, on.alice, "Open for about")
    await her_own_look_changes_nothing(on, alice, message_of(pixel))


async def her_own_look_changes_nothing(on: Stage, alice: GmailUser, message: str) -> None:
    before = on.shown(message)
    await folder(alice, "sent")
    await alice.read("Measured", folder="sent")
    assert on.shown(message) == before
    assert alice.errors == []
