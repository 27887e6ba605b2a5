"""Before sending, Alice sees and chooses options in the control next to Send and in its panel."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing

import pytest
import pytest_asyncio
from playwright.async_api import Locator, expect

from tests.browser.driving.mail_actions import pixels
from tests.browser.driving.stage import Stage
from tests.browser.driving.writing_actions import alice_at_gmail, links_in, made, sends, tracked
from tests.sandbox.browser import BODY, GmailUser

pytestmark = pytest.mark.asyncio(loop_scope="module")
MENU = "https://example.org/menu?day=friday&for=2#soups"
MAP = "https://example.com/map?utm_source=mail"
SHOWN = "https://example.org/as-written"
RESET = "https://example.org/reset-password?u=7"
LINKS = {"the menu": MENU, "the way": MAP, SHOWN: SHOWN, "it": RESET, "me": "mailto:a@sandbox.example"}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def on(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with alice_at_gmail(tmp_path_factory.mktemp("panel")) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="module")
async def alice(on: Stage) -> AsyncIterator[GmailUser]:
    user = await on.writes()
    yield user
    assert user.errors == []
    await user.page.close()


async def writes(alice: GmailUser, subject: str) -> Locator:
    """Alice writes to three people with a link of every kind."""
    people = "bob@sandbox.example,charlie@sandbox.example,dora@elsewhere.example"
    window = await alice.compose(people, subject, "Dear all, ")
    for words, address in LINKS.items():
        await alice.insert_link(window, words, address)
    await tracked(window)
    return window


async def panel_of(window: Locator) -> Locator:
    """Open the panel of this window, and return it."""
    await window.get_by_test_id("sightline-more").click()
    panel = window.get_by_test_id("sightline-panel")
    await expect(panel).to_be_visible()
    return panel


def row(panel: Locator, words: str) -> Locator:
    return panel.get_by_test_id("sightline-link").filter(has_text=words)


async def test_the_panel_says_what_will_happen_to_each_link(alice: GmailUser) -> None:
    panel = await panel_of(await writes(alice, "Every kind"))
    await expect(panel.get_by_test_id("sightline-link")).to_have_count(5)
    await expect(row(panel, "the menu")).to_contain_text("Tracked")
    await expect(row(panel, SHOWN)).to_contain_text("would look like phishing")
    await expect(row(panel, RESET)).to_contain_text("looks like a password reset")
    await expect(row(panel, "mailto:")).to_contain_text("not a web address")
    await expect(row(panel, "mailto:").locator("input")).to_be_disabled()
    await expect(panel).to_contain_text(
        "3 recipients share one tracking pixel: you’ll see that someone opened the message."
    )


async def test_the_panel_says_what_a_mail_filter_may_add_for_the_pixel_in_a_short_mail(
    alice: GmailUser,
) -> None:
    window = await alice.compose("bob@sandbox.example", "Short", "Friday?")
    panel = await panel_of(window)
    points = panel.get_by_test_id("sightline-points")
    await expect(points).to_contain_text("SpamAssassin may add up to 1.8 points (5 are spam)")
    await window.locator(BODY).fill("Friday at the station, as always? " * 100)
    await expect(points).to_have_count(0)
    await window.locator(BODY).fill("Friday at the station, as always? " * 60)
    await expect(points).to_contain_text("up to 2.8 points")
    await panel.get_by_test_id("sightline-track").uncheck()
    await expect(points).to_have_count(0)


async def test_links_that_alice_unticked_or_a_guard_left_untracked_go_out_unchanged(
    on: Stage, alice: GmailUser
) -> None:
    window = await writes(alice, "Not the way")
    panel = await panel_of(window)
    await row(panel, "the way").locator("input").uncheck()
    await expect(row(panel, "the way")).to_contain_text("you turned tracking off for this link")
    await alice.page.keyboard.press("Escape")
    await alice.send(window)
    body = (await sends(on, "Not the way"))[-1]
    assert links_in(on, body) == [MENU.replace("&", "&amp;")]
    assert all(address in body for address in (MAP, SHOWN, RESET, "mailto:a@sandbox.example"))


async def test_only_the_pixel_is_added_when_link_tracking_is_off(on: Stage, alice: GmailUser) -> None:
    window = await writes(alice, "Opens only")
    panel = await panel_of(window)
    await panel.get_by_test_id("sightline-links-on").uncheck()
    await expect(row(panel, "the menu")).to_contain_text("link tracking is off")
    await alice.send(window)
    body = (await sends(on, "Opens only"))[-1]
    assert (links_in(on, body), len(pixels(on, body))) == ([], 1)


async def test_alice_opens_and_uses_the_panel_with_only_the_keyboard(on: Stage, alice: GmailUser) -> None:
    window = await writes(alice, "By keyboard")
    await window.get_by_test_id("sightline-switch").focus()
    await alice.page.keyboard.press("Tab")
    more = window.get_by_test_id("sightline-more")
    await expect(more).to_be_focused()
    await expect(more).to_have_attribute("aria-expanded", "false")
    await alice.page.keyboard.press("Enter")
    await expect(more).to_have_attribute("aria-expanded", "true")
    await expect(window.get_by_test_id("sightline-track")).to_be_focused()
    await alice.page.keyboard.press("Space")
    await expect(window.locator(".sightline-switch")).to_have_attribute("data-state", "off")
    await alice.page.keyboard.press("Escape")
    await expect(window.get_by_test_id("sightline-panel")).to_be_hidden()
    await expect(more).to_be_focused()
    await expect(window).to_be_visible()
    await alice.send(window)
    assert (await sends(on, "By keyboard"))[-1] == (await made(alice.page, "By keyboard"))[-1]


async def test_the_panel_of_a_reply_says_that_it_has_no_links(on: Stage, alice: GmailUser) -> None:
    mail = "From: Bob <bob@sandbox.example>\nTo: alice@sandbox.example\nSubject: Which?\n\nWhich one?"
    headers = {"X-Rcpt-To": "alice@sandbox.example"}
    await on.sandbox.post("/sandbox/deliver", content=mail.encode(), headers=headers)
    await alice.read("Which?")
    inline = await alice.reply("This one.")
    await tracked(inline)
    panel = await panel_of(inline)
    await expect(panel).to_contain_text("No links in this message.")
    await expect(panel).not_to_contain_text("recipients share")


async def test_the_panel_announces_that_gmail_will_clip_a_mail(alice: GmailUser) -> None:
    window = await alice.compose("bob@sandbox.example", "The long one", "Dear Bob")
    await tracked(window)
    body = window.locator(".Ap [g_editable=true]")
    await body.evaluate(
        "(node) => node.append(...Array.from({ length: 1100 }, () => 'and so on '.repeat(10)))"
    )
    await body.press("End")
    await alice.page.keyboard.type("!")
    await expect(window.get_by_test_id("sightline-more")).to_have_attribute("data-findings", "true")
    panel = await panel_of(window)
    await expect(panel.get_by_test_id("sightline-meter")).to_contain_text(
        "Gmail will clip this message, so the tracking pixel goes at the top."
    )


QUIET = "eve@quiet.example"


def written_long_ago(on: Stage, to: str, count: int) -> None:
    """Alice has sent mails to this domain before, and none of their pictures was ever loaded."""
    on.server.run("mark", "--to", to, "--subject", "Before", "--count", str(count))
    with closing(sqlite3.connect(on.server.data / "sightline.db", timeout=10)) as db, db:
        db.execute("UPDATE message SET sent_at = '2026-01-02 03:04:05+00:00' WHERE subject = 'Before'")


async def test_the_panel_says_which_recipients_usually_block_images(on: Stage, alice: GmailUser) -> None:
    written_long_ago(on, QUIET, 5)
    window = await alice.compose(QUIET, "Hello Eve", "Dear Eve")
    await tracked(window)
    panel = await panel_of(window)
    note = panel.get_by_test_id("sightline-image-blocking")
    await expect(note).to_have_text(
        f"Images are usually off at {QUIET}, so you may not see whether this message was opened."
    )
    await panel.get_by_test_id("sightline-track").uncheck()
    await expect(note).to_have_count(0)
    await alice.page.keyboard.press("Escape")
    other = await alice.compose("bob@sandbox.example", "Hello Bob", "Dear Bob")
    await tracked(other)
    await expect((await panel_of(other)).get_by_test_id("sightline-image-blocking")).to_have_count(0)


async def test_the_panel_follows_the_exclusions_and_the_guards_in_the_settings(
    on: Stage, alice: GmailUser
) -> None:
    change = """async () => {
      const { settings } = await chrome.storage.local.get("settings");
      const now = { ...settings, exclusions: ["example.com/map"], phishing_guard: false };
      await chrome.storage.local.set({ settings: now });
      return settings ?? null;
    }"""
    await on.alice.service_workers[0].evaluate(change)
    page = await on.writes()
    panel = await panel_of(await writes(page, "By my rules"))
    await expect(row(panel, "the way")).to_contain_text("on your exclusion list")
    await expect(row(panel, SHOWN)).to_contain_text("Tracked")
    await page.page.close()
    await on.alice.service_workers[0].evaluate("() => chrome.storage.local.remove('settings')")
