"""The extension confirms tracking only if the sent copy has the marks, and otherwise says what is missing."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Route, expect

from tests.browser.driving.mail_actions import pixels
from tests.browser.driving.stage import Stage
from tests.browser.driving.writing_actions import (
    alice_at_gmail,
    made,
    said,
    sends,
    tracked,
    update_leaves_behind,
)
from tests.sandbox.browser import SEND, GmailUser
from tests.waiting import until

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def on(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with alice_at_gmail(tmp_path_factory.mktemp("proof")) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="module")
async def alice(on: Stage) -> AsyncIterator[GmailUser]:
    user = await on.writes()
    yield user
    await user.page.close()


async def sends_with_link(alice: GmailUser, subject: str) -> None:
    window = await alice.compose("bob@sandbox.example", subject, "Dear Bob, ")
    await alice.insert_link(window, "the menu", "https://example.org/menu")
    await tracked(window)
    await alice.send(window)


async def proof_of(on: Stage, subject: str) -> dict[str, object]:
    """The server's proof for the mail, as the extension's feed shows it."""
    popup = await on.popup()
    script = """async (subject) => {
      const { answer } = await chrome.runtime.sendMessage({ name: "window/refresh" });
      return answer.feed?.messages.find((one) => one.subject === subject)?.proof ?? null;
    }"""
    found: dict[str, object] = await until(lambda: popup.evaluate(script, subject), bool)
    await popup.close()
    return found


async def test_tracking_is_confirmed_once_gmail_shows_a_sent_copy_with_the_marks(
    on: Stage, alice: GmailUser
) -> None:
    await sends_with_link(alice, "Seen again")
    notice = alice.page.get_by_test_id("sightline-toast")
    await said(alice.page, "Sightline checks the sent copy as soon as Gmail shows it")
    assert await notice.filter(has_text="Tracking confirmed").count() == 0
    await alice.read("Seen again", folder="sent")
    await said(alice.page, "Tracking confirmed: the sent copy has the tracking pixel and the tracked link.")
    timeline = alice.page.get_by_test_id("sightline-timeline")
    await expect(timeline).to_contain_text("tracking confirmed")
    proof = await proof_of(on, "Seen again")
    assert (proof["by"], proof["pixel"], proof["links"], proof["of"]) == ("browser", True, 1, 1)


async def test_a_mark_that_gmail_removed_is_reported_missing(on: Stage, alice: GmailUser) -> None:
    async def without_pictures(route: Route) -> None:
        here = route.request.url.replace("https://mail.google.com", on.sandbox.url)
        answer = await route.fetch(url=here)
        await route.fulfill(response=answer, body=re.sub(r"<img [^>]*>", "", await answer.text()))

    await alice.page.route("**/mail/u/0/threads/*", without_pictures)
    await sends_with_link(alice, "Stripped")
    await alice.read("Stripped", folder="sent")
    notice = alice.page.get_by_test_id("sightline-toast").filter(has_text="not tracked")
    await expect(notice).to_contain_text(
        "“Stripped” is not tracked: the tracking pixel is missing from the sent copy."
    )
    proof = await proof_of(on, "Stripped")
    assert (proof["pixel"], proof["links"], proof["of"]) == (False, 1, 1)


async def test_a_toast_says_that_a_mail_sent_in_an_unknown_way_is_probably_not_tracked(
    on: Stage, alice: GmailUser
) -> None:
    """Gmail sends its requests as bytes, not as text. There is no toast about a draft without a recipient."""

    async def as_bytes(route: Route) -> None:
        here = route.request.url.replace("https://mail.google.com", on.sandbox.url)
        answer = await route.fetch(url=here)
        script = (await answer.text()).replace("send.call(xhr, body)", "send.call(xhr, new Blob([body]))")
        await route.fulfill(response=answer, body=script)

    await alice.page.route("**/transport.js*", as_bytes)
    await alice.page.reload()
    notice = alice.page.get_by_test_id("sightline-toast").filter(has_text="didn’t see Gmail send it")
    nobody = await alice.compose("", "To nobody", "Dear")
    await tracked(nobody)
    await nobody.locator(SEND).click()
    window = await alice.compose("bob@sandbox.example", "Some other way", "Dear Bob")
    await tracked(window)
    await alice.send(window)
    await expect(notice).to_contain_text("“Some other way” is probably not tracked")
    assert await notice.count() == 1
    assert pixels(on, (await sends(on, "Some other way"))[-1]) == []


async def test_after_an_update_mails_leave_untouched_and_gmail_asks_for_a_reload(
    on: Stage, alice: GmailUser
) -> None:
    window = await alice.compose("bob@sandbox.example", "Left behind", "Dear Bob")
    await tracked(window)
    await update_leaves_behind(on, alice.page)
    await alice.send(window)
    notice = alice.page.get_by_test_id("sightline-toast").filter(has_text="Reload Gmail to track")
    await expect(notice).to_have_count(1)
    assert pixels(on, (await sends(on, "Left behind"))[-1]) == []
    assert (await sends(on, "Left behind"))[-1] == (await made(alice.page, "Left behind"))[-1]
    again = await alice.compose("bob@sandbox.example", "Still behind", "Dear Bob")
    await expect(again.locator(".sightline")).to_have_attribute("data-state", "stale")
    await notice.get_by_test_id("sightline-reload").click()
    await expect(notice).to_have_count(0)
