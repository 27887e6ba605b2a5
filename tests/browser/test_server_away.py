"""The server stops while Alice writes: her mail is still sent, and what can be reported later is not lost."""

from __future__ import annotations

import re
import signal

import httpx
from playwright.async_api import expect

from tests.browser.driving.mail_actions import message_of
from tests.browser.driving.stage import READER, Stage
from tests.sandbox.browser import GmailUser
from tests.waiting import until

IN_STOCK = "async () => (await chrome.storage.local.get('leases')).leases?.length"


async def sent_body(on: Stage) -> str:
    requests = (await on.sandbox.get("/sandbox/wire"))["requests"]
    found: str = next(entry["body"] for entry in reversed(requests) if '"^pfg"' in entry["body"])
    return found


async def alice_writes(alice: GmailUser, subject: str) -> None:
    window = await alice.compose("bob@sandbox.example", subject, "Dear Bob, ")
    await alice.insert_link(window, "the menu", "https://example.org/menu")
    await alice.send(window)


async def test_a_mail_sent_without_a_server_and_without_leases_goes_out_unchanged(
    on: Stage,
) -> None:
    """Covers promise one; R12."""
    worker = on.alice.service_workers[0]
    # A pool that is still being filled would be stored after it was emptied here.
    assert await until(lambda: worker.evaluate(IN_STOCK), bool)
    on.server.stop(signal.SIGKILL)
    await worker.evaluate("() => chrome.storage.local.remove('leases')")
    alice = await on.writes()
    await alice_writes(alice, "Sent into the void")
    body = await sent_body(on)
    assert on.server.url not in body
    assert "https://example.org/menu" in body
    on.server.start()


async def test_a_report_waits_in_the_browser_until_the_server_is_back(on: Stage) -> None:
    alice = await on.writes()
    window = await alice.compose("bob@sandbox.example", "Reported later", "Dear Bob")
    await expect(window.locator(".sightline")).to_have_attribute("data-state", "tracked")
    on.server.stop(signal.SIGKILL)
    await alice.send(window)
    assert f"{on.server.url}/p/" in await sent_body(on)
    on.server.start()
    popup = await on.popup()  # reading it wakes the worker, as its alarm would within a minute
    await expect(popup.locator("#messages")).to_contain_text("Reported later", timeout=60_000)
    dashboard = await on.page("/")
    await expect(dashboard.locator("main")).to_contain_text("Reported later")


async def test_opens_and_clicks_of_a_mail_count_although_its_report_was_lost(on: Stage) -> None:
    alice = await on.writes()
    window = await alice.compose("bob@sandbox.example", "Never reported", "Dear Bob, ")
    await alice.insert_link(window, "the menu", "https://example.org/menu")
    await expect(window.locator(".sightline")).to_have_attribute("data-state", "tracked")
    on.server.stop(signal.SIGKILL)
    await alice.send(window)
    body = await sent_body(on)
    await on.alice.close()  # the browser is gone, and the report with it
    on.server.start()

    pixel = re.search(re.escape(on.server.url) + r"/p/[^\"\\]+", body)
    link = re.search(re.escape(on.server.url) + r"/c/[A-Za-z0-9_/-]+", body)
    assert pixel
    assert link
    async with httpx.AsyncClient(
        headers={"User-Agent": READER, "Accept": "text/html", "Accept-Language": "en"}, timeout=60
    ) as bob:
        assert (await bob.get(pixel[0])).status_code == 200
        clicked = await bob.get(link[0])
    assert (clicked.status_code, clicked.headers["Location"]) == (302, "https://example.org/menu")
    shown = on.shown(message_of(pixel[0]))
    assert (shown["opens"], shown["clicks"]) == (1, 1)
