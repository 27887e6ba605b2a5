"""The dashboard in Chromium updates itself without disturbing a person who reads or types."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, Route, expect

from server.dashboard import live_feed
from server.lib import clock
from server.messages.models import Message
from tests.dashboard.browsing import chromium, page_of
from tests.dashboard.mails import changed, is_opened, minutes_ago
from tests.dashboard.test_live import listeners
from tests.waiting import until
from tests.world import World, opened_world

__all__ = ["chromium"]
pytestmark = pytest.mark.asyncio(loop_scope="module")
# By then the browser has laid out the new content and scrolled for it.
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_feed, "LOOK_EVERY", 0.3)


@pytest_asyncio.fixture(loop_scope="module")
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """The usual world, on the event loop of the browser."""
    async with opened_world(tmp_path) as made:
        yield made


async def is_changed(world: World, message: Message, **values: object) -> None:
    """The message changes as when the digest has stored an event."""
    await changed(message, **values)
    world.hub.publish(f"account:{message.account_id}", str(message.id))


async def test_a_new_mail_and_its_open_appear_without_a_reload(world: World, chromium: Browser) -> None:
    await world.sends(world.alice, subject="First", sent_at=minutes_ago(9))
    async with page_of(chromium, world, world.alice) as page:
        await page.goto("/")
        await page.evaluate("window.sameDocument = true")
        second = await world.sends(world.alice, subject="Second", updated_at=clock.now())
        await expect(page.locator(".message-row-subject")).to_have_text(["Second", "First"])
        row = page.locator(f"#message-{second.id}")
        await expect(row).to_contain_text("No sign yet")
        await is_changed(world, second, opens=1, last_activity_at=clock.now())
        await expect(row).to_contain_text("Opened")
        await expect(row).to_contain_text("just now")
        assert await page.evaluate("window.sameDocument")


async def test_a_change_that_happens_while_a_row_is_loading_is_shown(world: World, chromium: Browser) -> None:
    message = await world.sends(world.alice)
    async with page_of(chromium, world, world.alice) as page:
        held = asyncio.Event()

        async def hold_back(route: Route) -> None:
            answer = await route.fetch()
            if not held.is_set():
                held.set()
                await is_changed(world, message, opens=2, last_activity_at=clock.now())
                await asyncio.sleep(1)  # by now the page has been told about it
            await route.fulfill(response=answer)

        await page.route("**/row", hold_back)
        await page.goto("/")
        await is_changed(world, message, opens=1, last_activity_at=clock.now())
        await expect(page.locator(f"#message-{message.id}")).to_contain_text("Opened twice")


async def test_the_first_mail_replaces_the_welcome_text(world: World, chromium: Browser) -> None:
    async with page_of(chromium, world, world.alice) as page:
        await page.goto("/")
        await expect(page.get_by_text("No tracked messages yet")).to_be_visible()
        await world.sends(world.alice, subject="First", updated_at=clock.now())
        await expect(page.locator(".message-row-subject")).to_have_text(["First"])
        await world.sends(world.alice, subject="Second", sent_at=clock.now())
        await expect(page.locator(".message-row-subject")).to_have_text(["Second", "First"])


async def test_a_mail_that_moves_up_is_not_shown_twice(world: World, chromium: Browser) -> None:
    planned = await world.sends(world.alice, subject="Planned", state="scheduled", sent_at=minutes_ago(9))
    await world.sends(world.alice, subject="Other", sent_at=minutes_ago(5))
    async with page_of(chromium, world, world.alice) as page:
        await page.goto("/")
        await is_changed(world, planned, state="sent", sent_at=clock.now(), listed_at=clock.now())
        await expect(page.locator(".message-row-subject")).to_have_text(["Planned", "Other"])
        await expect(page.locator(f"#message-{planned.id}")).to_contain_text("No sign yet")


async def test_the_focus_stays_in_place_during_an_update(world: World, chromium: Browser) -> None:
    message = await world.sends(world.alice)
    async with page_of(chromium, world, world.alice) as page:
        await page.goto("/")
        await page.get_by_role("link", name="Lunch on Friday?").focus()
        await is_changed(world, message, opens=2)
        await expect(page.get_by_text("Opened twice")).to_be_visible()
        await expect(page.get_by_role("link", name="Lunch on Friday?")).to_be_focused()


async def test_the_page_keeps_its_scroll_position_during_an_update(world: World, chromium: Browser) -> None:
    for number in range(25):
        await world.sends(world.alice, subject=f"Mail {number}", sent_at=minutes_ago(number + 1))
    async with page_of(chromium, world, world.alice) as page:
        await page.goto("/")
        read = page.get_by_text("Mail 20", exact=True)
        await read.scroll_into_view_if_needed()
        await page.evaluate(TWO_FRAMES)
        before = await read.bounding_box()
        await world.sends(world.alice, subject="News", sent_at=clock.now())
        await expect(page.get_by_text("News", exact=True)).to_be_attached()
        await page.evaluate(TWO_FRAMES)
        after = await read.bounding_box()
        assert before
        assert after
        assert abs(before["y"] - after["y"]) < 2


async def test_search_results_appear_while_alice_types_and_updates_do_not_disturb_her(
    world: World, chromium: Browser
) -> None:
    await world.sends(world.alice, subject="Lunch", sent_at=minutes_ago(3))
    await world.sends(world.alice, subject="Dinner", sent_at=minutes_ago(2))
    async with page_of(chromium, world, world.alice) as page:
        await page.goto("/")
        box = page.get_by_role("searchbox")
        await box.press_sequentially("lun")
        await expect(page.locator(".message-row-subject")).to_have_text(["Lunch"])
        await expect(box).to_be_focused()
        await expect(page).to_have_url(re.compile(r"\?q=lun$"))
        await world.sends(world.alice, subject="Breakfast", sent_at=clock.now())
        await world.sends(world.alice, subject="Lunch again", sent_at=clock.now())
        await expect(page.locator(".message-row-subject")).to_have_text(["Lunch again", "Lunch"])
        await page.reload()
        await expect(box).to_have_value("lun")


async def test_older_mails_are_appended_below_the_newer_ones(world: World, chromium: Browser) -> None:
    for number in range(35):
        await world.sends(world.alice, subject=f"Mail {number}", sent_at=minutes_ago(number + 1))
    async with page_of(chromium, world, world.alice) as page:
        await page.goto("/")
        await page.get_by_role("link", name="Older").click()
        await expect(page.locator(".message-row-subject")).to_have_count(35)
        await expect(page.get_by_role("link", name="Older")).to_have_count(0)


async def test_a_new_open_appears_on_a_messages_page_and_expanded_parts_stay_expanded(
    world: World, chromium: Browser
) -> None:
    message = await world.sends(world.alice, links=["https://example.com/menu"])
    await is_opened(message, at=minutes_ago(3))
    async with page_of(chromium, world, world.alice) as page:
        await page.goto(f"/messages/{message.id}")
        await page.get_by_text("A browser or mail app loaded the image directly").click()
        await expect(page.get_by_text("203.0.113.7")).to_be_visible()
        await is_opened(message, address="198.51.100.9")
        await expect(page.get_by_role("heading", name="Opened twice")).to_be_visible()
        await expect(page.get_by_text("203.0.113.7")).to_be_visible()
        await expect(page.get_by_text("198.51.100.9")).not_to_be_visible()
        await expect(page.locator("#alert-panel")).to_contain_text("You won’t get an email about later opens")


async def test_a_late_update_does_not_restore_the_old_state_of_a_button_that_alice_just_pressed(
    world: World, chromium: Browser
) -> None:
    message = await world.sends(world.alice, updated_at=minutes_ago(5))
    async with page_of(chromium, world, world.alice) as page:
        fetched, pressed = asyncio.Event(), asyncio.Event()

        async def hold_back(route: Route) -> None:
            answer = await route.fetch()
            if not fetched.is_set():
                fetched.set()
                await pressed.wait()
            await route.fulfill(response=answer)

        async def be_overtaken(route: Route) -> None:
            answer = await route.fetch()
            pressed.set()
            await asyncio.sleep(0.5)  # the older update is inserted meanwhile
            await route.fulfill(response=answer)

        await page.goto(f"/messages/{message.id}")
        await until(listeners(world), bool)
        await page.route(f"**/messages/{message.id}", hold_back)
        await page.route("**/mute", be_overtaken)
        await is_changed(world, message, subject="Lunch on Thursday?")
        await fetched.wait()
        await page.get_by_role("button", name="Mute").click()
        await expect(page.get_by_role("button", name="Unmute")).to_be_visible()
        await expect(page.locator("#alert-panel")).to_contain_text("Muted: you won’t get an email")


async def test_updates_wait_while_a_button_is_being_pressed(world: World, chromium: Browser) -> None:
    message = await world.sends(world.alice, updated_at=minutes_ago(5))
    async with page_of(chromium, world, world.alice) as page:
        await page.goto(f"/messages/{message.id}")
        await until(listeners(world), bool)
        await page.get_by_role("button", name="Mute").hover()
        await page.mouse.down()
        async with page.expect_response(f"**/messages/{message.id}") as news:
            await is_changed(world, message, opens=2)
        await (await news.value).finished()
        await page.evaluate(TWO_FRAMES)
        await page.mouse.up()
        await expect(page.locator("#alert-panel")).to_contain_text("Muted")
        await expect(page.get_by_role("heading", name="Opened twice")).to_be_visible()


async def test_alice_searches_opens_and_mutes_a_message_without_javascript(
    world: World, chromium: Browser
) -> None:
    message = await world.sends(world.alice)
    async with page_of(chromium, world, world.alice, javascript=False) as page:
        await page.goto("/")
        await page.get_by_role("searchbox").fill("lunch")
        await page.keyboard.press("Enter")
        await expect(page).to_have_url(re.compile(r"[?&]q=lunch"))
        await page.get_by_role("link", name="Lunch on Friday?").click()
        await expect(page.get_by_role("heading", name="No sign yet")).to_be_visible()
        await page.get_by_role("button", name="Mute").click()
        await expect(page.get_by_role("button", name="Unmute")).to_be_visible()
        await expect(page).to_have_url(re.compile(f"{message.id}$"))


async def test_a_hidden_page_pauses_and_catches_up_when_it_is_shown_again(
    world: World, chromium: Browser
) -> None:
    message = await world.sends(world.alice)
    async with page_of(chromium, world, world.alice) as page:
        await page.clock.install()
        await page.goto("/")
        await expect(page.get_by_text("No sign yet").last).to_be_visible()
        await until(listeners(world), bool)
        await _is_hidden(page, True)
        await page.clock.fast_forward(61_000)
        await until(listeners(world), lambda them: not them)
        await is_changed(world, message, opens=2)
        await _is_hidden(page, False)
        await expect(page.get_by_text("Opened twice")).to_be_visible()


async def _is_hidden(page: Page, hidden: bool) -> None:
    await page.evaluate(
        """hidden => {
            Object.defineProperty(document, "hidden", {value: hidden, configurable: true});
            document.dispatchEvent(new Event("visibilitychange"));
        }""",
        hidden,
    )
