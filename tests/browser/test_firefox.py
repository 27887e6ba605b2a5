"""The built extension in Firefox: Alice writes to Bob, and her mails are marked, reported and shown."""

from __future__ import annotations

import re
import signal
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.browser.driving.in_firefox import Desk, alice_pairs, alice_sets_up, desk
from tests.sandbox.browser import GMAIL

pytestmark = pytest.mark.asyncio(loop_scope="module")

LINKS = {
    "the menu": "https://example.org/menu?day=friday&for=2#soups",
    "and the way": "https://example.com/map",
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def at(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Desk]:
    """Alice's desk, with her browser paired through the real pages and Firefox's own dialog."""
    async with desk(tmp_path_factory.mktemp("firefox")) as made:
        await alice_sets_up(made)
        question = await alice_pairs(made)
        assert "127.0.0.1" in question
        yield made


async def test_alice_writes_to_bob_and_the_server_has_the_message(at: Desk) -> None:
    """Covers 1-4, 195, 196, 200 in Firefox."""
    gmail = await at.gmail()
    await gmail.keeps_what_it_makes()
    await gmail.writes("Lunch on Friday", LINKS)
    await gmail.switch_says("Tracked")
    await at.firefox.worker_sleeps()
    await gmail.sends()
    one_pixel_and_two_links_and_nothing_else(
        at.server.url, await at.sent(), await gmail.made("Lunch on Friday")
    )

    dashboard = await at.page("/")
    await dashboard.says("main", "Lunch on Friday")
    popup = await at.firefox.popup()
    assert "To Bob" in await popup.says("#messages", "Lunch on Friday")


def one_pixel_and_two_links_and_nothing_else(server: str, sent: str, made: str) -> None:
    """On the wire, the request without our marks is byte for byte what Gmail made."""
    assert sent != made
    assert len(re.findall(r'<img src=\\"' + re.escape(server), sent)) == 1
    tracked = re.findall(re.escape(server) + r"/c/[a-z0-9]{8}/[A-Za-z0-9_-]+", sent)
    assert len(tracked) == 2
    stripped = re.sub(r'<img src=\\"[^>]*>', "", sent)
    for link, target in zip(tracked, LINKS.values(), strict=True):
        stripped = stripped.replace(link, target.replace("&", "&amp;"))
    assert stripped == made


async def test_alice_viewing_her_own_copy_does_not_count_as_an_open(at: Desk) -> None:
    gmail = await at.gmail()
    for subject in ("Looked at", "Looked at without the extension"):
        await gmail.writes(subject, {})
        await gmail.switch_says("Tracked")
        await gmail.sends()
    await at.sandbox.post("/sandbox/release")

    own = await gmail.looks_at_sent("Looked at")
    assert own["width"] == 1, "drawn as a broken picture"
    assert "googleusercontent.com/meips/" in own["src"]
    assert f"#{at.server.url}/p/" in own["src"]

    await at.is_old_enough_to_be_read("Looked at without the extension")
    async with at.firefox.without_extension():
        await gmail.looks_at_sent("Looked at without the extension")
        await at.lists("Looked at without the extension", "Likely opened")
    await at.lists("Looked at", "No sign yet")


async def test_lists_and_conversations_show_what_became_of_alices_mails(at: Desk) -> None:
    gmail = await at.gmail()
    await gmail.tab.goto(f"{GMAIL}?as=alice#sent")
    row = "//tr[.//span[normalize-space()='Looked at']]"
    await gmail.tab.is_there(f"{row}//*[contains(@class, 'sightline-thread-status')][@data-state='sent']")
    others = "//tr[.//span[normalize-space()='Looked at without the extension']]"
    await gmail.tab.is_there(
        f"{others}//*[contains(@class, 'sightline-thread-status')][@data-state='opened']"
    )
    await gmail.tab.click(f"{row}//*[@role='link']")
    await gmail.tab.says(".adn .sightline-timeline", "No sign yet")
    await gmail.tab.click("//button[normalize-space()='Mute']")
    await gmail.tab.says(".adn .sightline-timeline", "Unmute")


async def test_a_mail_that_is_undone_and_sent_again_keeps_its_mark(at: Desk) -> None:
    gmail = await at.gmail()
    await gmail.writes("Once more", {})
    await gmail.says("tracked")
    await gmail.sends()
    first = pixels(at, await at.sent())
    await gmail.undoes()
    assert pixels(at, await at.sent("^r")) == []
    await gmail.sends()
    assert pixels(at, await at.sent()) == first
    assert len(first) == 1
    await at.lists("Once more", "No sign yet")


async def test_a_scheduled_mail_is_marked(at: Desk) -> None:
    gmail = await at.gmail()
    await gmail.writes("Tomorrow", {})
    await gmail.says("tracked")
    await gmail.schedules()
    assert len(pixels(at, await at.sent("^scheduled"))) == 1
    await at.lists("Tomorrow", "Scheduled")


async def test_a_reply_is_marked(at: Desk) -> None:
    body = b"From: bob@sandbox.example\nTo: alice@sandbox.example\nSubject: Well?\n\nWhen?"
    await at.sandbox.post("/sandbox/deliver", content=body, headers={"X-Rcpt-To": "alice@sandbox.example"})
    gmail = await at.gmail()
    await gmail.answers("Well?", "At noon")
    await gmail.says("tracked")
    await gmail.sends()
    assert len(pixels(at, await at.sent())) == 1
    await at.lists("Re: Well?", "No sign yet")


@pytest.mark.parametrize("shape", ["moved", "blob", "coded", "path"])
async def test_if_gmail_has_changed_the_window_says_so_before_the_mail_leaves(at: Desk, shape: str) -> None:
    gmail = await at.gmail(shape)
    await gmail.writes(f"Another form: {shape}", {})
    await gmail.says("changed")
    await gmail.sends()
    [html] = await arrived(at, f"Another form: {shape}")
    assert pixels(at, html) == []


async def test_a_mail_in_bytes_is_marked(at: Desk) -> None:
    gmail = await at.gmail("bytes")
    await gmail.writes("In bytes", {})
    await gmail.says("tracked")
    await gmail.sends()
    [html] = await arrived(at, "In bytes")
    assert len(pixels(at, html)) == 1


async def arrived(at: Desk, subject: str) -> list[str]:
    """The HTML of each mail of that subject that Bob has received."""
    await at.sandbox.post("/sandbox/release")
    return [mail["html"] for mail in await at.sandbox.mails("bob") if mail["subject"] == subject]


async def test_a_gmail_page_that_was_loaded_before_the_extension_does_not_promise_tracking(at: Desk) -> None:
    """Firefox injects the extension into open pages, where Gmail holds the functions that it calls."""
    async with at.firefox.without_extension():
        gmail = await at.gmail()
        await gmail.writes("Before its time", {})
    await gmail.says("stale")
    await gmail.sends()
    assert pixels(at, await at.sent()) == []
    await gmail.tab.reload()
    await gmail.writes("In time", {})
    await gmail.says("tracked")
    await gmail.sends()
    assert len(pixels(at, await at.sent())) == 1


def pixels(at: Desk, body: str) -> list[str]:
    """This server's pixels in a request."""
    return re.findall(re.escape(at.server.url) + r"/p/[^\"\\\\]+", body)


async def test_the_extensions_windows_and_gmail_use_the_language_that_alice_chose(at: Desk) -> None:
    choose = "const box = document.getElementById('language'); box.value = arguments[0];"
    change = "box.dispatchEvent(new Event('change', { bubbles: true }))"
    settings = await at.firefox.marionette.new_tab(f"{at.firefox.pages}options/options.html")
    await settings.is_there("#language option[value=de]")
    await settings.says("h1", "Your server")
    await settings.run(choose + change, "de")
    await settings.says("h1", "Ihr Server")
    popup = await at.firefox.popup()
    await popup.says("#settings", "Einstellungen")
    gmail = await at.gmail()
    await gmail.writes("Sprachen", {})
    await gmail.switch_says("Verfolgt")
    await settings.run(choose + change, "")
    await settings.says("h1", "Your server")
    await gmail.switch_says("Tracked")


async def test_mails_leave_while_the_server_is_stopped_and_are_reported_later(at: Desk) -> None:
    """Covers promise one; R12."""
    at.server.stop(signal.SIGKILL)
    first = await at.gmail()
    await first.writes("Marked beforehand", LINKS)
    await first.switch_says("Tracked")
    await first.sends()
    assert f"{at.server.url}/p/" in await at.sent()

    await at.runs_out_of_leases()
    second = await at.gmail()
    await second.keeps_what_it_makes()
    await second.writes("Sent into the void", LINKS)
    await second.switch_says("Offline, not tracked")
    await second.sends()
    assert await at.sent() == await second.made("Sent into the void")

    at.server.start()
    await (await at.firefox.popup()).says("#messages", "Marked beforehand")
