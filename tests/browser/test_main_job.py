"""One mail goes the whole way: written in Gmail, marked, sent, opened, clicked, shown live, announced."""

from __future__ import annotations

import json
import re

from playwright.async_api import Locator, Page, expect

from tests.browser.driving.stage import Stage
from tests.sandbox.browser import GmailUser
from tests.waiting import until

FIRST, SECOND = "https://example.org/menu?day=friday&for=2#soups", "https://example.com/map"


async def test_alice_learns_that_bob_opened_and_clicked_the_mail_that_she_sent(on: Stage) -> None:
    """Covers 1-4, 32, 45, 46, 55, 56, 60, 61, 64, 150, 157, 195, 196, 200, 291, 292, 293, 299, 300."""
    dashboard = await on.page("/")
    alice = await on.writes()
    unmarked = await alice_sends_two_links(alice)
    pixel = await one_pixel_and_two_links_and_nothing_else(on, unmarked)

    await expect(dashboard.locator("main")).to_contain_text("Lunch on Friday")
    await expect(dashboard.locator("main")).to_contain_text("No sign yet")
    detail = await open_message(dashboard)

    await on.sandbox.post("/sandbox/release")
    bob = await on.reads()
    content = await bob.read("Lunch on Friday")
    await expect(dashboard.locator("main")).to_contain_text("Likely opened")
    await expect(detail.locator("main")).to_contain_text("image proxy")

    await bob_clicks(on, bob, content.get_by_text("the menu"))
    await expect(detail.locator("main")).to_contain_text("Chrome 156 on Linux")
    popup = await on.popup()
    await expect(popup.locator("#messages")).to_contain_text("Lunch on Friday")
    await expect(popup.locator("#messages")).to_contain_text(re.compile("clicked", re.IGNORECASE))

    message = detail.url.rsplit("/", 1)[1]
    await alice_looks_at_her_own_copy(on, alice, message)
    await exactly_one_alert(on, message)
    assert pixel.startswith(f"{on.server.url}/p/")
    assert [alice.errors, bob.errors] == [[], []]


async def alice_sends_two_links(alice: GmailUser) -> str:
    """Returns the body of the send as Gmail made it, before the extension marked it."""
    await alice.page.evaluate(
        """() => {
            const whole = JSON.stringify;
            window.made = [];
            JSON.stringify = (...given) => {
                window.made.push(whole(...given));
                return window.made.at(-1);
            };
        }"""
    )
    window = await alice.compose("bob@sandbox.example", "Lunch on Friday", "Dear Bob, ")
    await alice.insert_link(window, "the menu", FIRST)
    await alice.insert_link(window, "and the way", SECOND)
    await expect(window.locator(".sightline")).to_have_attribute("data-state", "tracked")
    await alice.send(window)
    made: list[str] = await alice.page.evaluate("() => window.made")
    return next(text for text in reversed(made) if '"^pfg"' in text and "Lunch on Friday" in text)


async def one_pixel_and_two_links_and_nothing_else(on: Stage, unmarked: str) -> str:
    """On the wire, the request without our marks is byte for byte what Gmail made."""
    requests = (await on.sandbox.get("/sandbox/wire"))["requests"]
    sent = next(entry["body"] for entry in reversed(requests) if '"^pfg"' in entry["body"])
    assert sent != unmarked
    tags: list[str] = re.findall(r'<img src=\\"([^"\\]+)\\"[^>]*>', sent)
    assert len(tags) == 1
    links = re.findall(re.escape(on.server.url) + r"/c/[a-z0-9]{8}/[A-Za-z0-9_-]+", sent)
    assert len(links) == 2
    stripped = re.sub(r'<img src=\\"[^>]*>', "", sent)
    for tracked, target in zip(links, (FIRST, SECOND), strict=True):
        stripped = stripped.replace(tracked, target.replace("&", "&amp;"))
    assert stripped == unmarked
    return tags[0]


async def open_message(dashboard: Page) -> Page:
    async with dashboard.context.expect_page() as opened:
        await dashboard.get_by_role("link", name="Lunch on Friday").first.click(modifiers=["Control"])
    detail = await opened.value
    await expect(detail.locator("h1")).to_contain_text("Lunch on Friday")
    return detail


async def bob_clicks(on: Stage, bob: GmailUser, link: Locator) -> None:
    """The link leads Bob to the address that Alice chose."""
    await on.bob.route("https://example.org/**", lambda route: route.fulfill(body="the menu"))
    async with on.bob.expect_page() as opened:
        await link.click()
    landed = await opened.value
    await expect(landed).to_have_url(FIRST)


async def alice_looks_at_her_own_copy(on: Stage, alice: GmailUser, message: str) -> None:
    before = on.shown(message)
    await alice.read("Lunch on Friday", folder="sent")
    await alice.page.reload()
    await alice.read("Lunch on Friday", folder="sent")
    after = on.shown(message)
    assert after == before
    assert [(event["kind"], event["verdict"]) for event in after["events"]] == [
        ("open", "likely_person"),
        ("click", "likely_person"),
    ]
    assert (after["opens"], after["clicks"]) == (1, 1)


async def exactly_one_alert(on: Stage, message: str) -> None:
    await until(on.mailbox.count, bool)
    assert len(on.mailbox.mails) == 1
    [mail] = on.mailbox.mails
    assert mail["To"] == "alice@sandbox.example" or "alice@sandbox.example" in mail["To"]
    assert "Lunch on Friday" in mail["Subject"]
    text = json.dumps([part.get_content() for part in mail.walk() if part.get_content_type() == "text/plain"])
    assert f"{on.server.url}/messages/{message}" in text
    assert "Bob" in text
