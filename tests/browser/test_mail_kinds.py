"""Alice writes every kind of mail: aliases, right to left, plain, confidential, encrypted, long, large."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import AsyncIterator
from hashlib import sha256

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from tests.browser.driving.mail_actions import message_of, pixels
from tests.browser.driving.stage import Stage
from tests.browser.driving.writing_actions import (
    PICTURE,
    album,
    alice_at_gmail,
    leaves_marked,
    links_in,
    reported,
    sends,
    tracked,
    untouched,
)
from tests.sandbox.browser import BODY, SEND, GmailUser, wire_messages

pytestmark = pytest.mark.asyncio(loop_scope="module")
FOREIGN = '<img src="https://tracker.example/t?id=1&amp;x=2" width="1" height="1">'
ARMOURED = "-----BEGIN PGP MESSAGE-----\n\nhQEMA1x2\n-----END PGP MESSAGE-----"
WRITE = """([body, html]) => {
  const policy = trustedTypes.createPolicy("a-writer", { createHTML: (text) => text });
  body.innerHTML = policy.createHTML(html);
  body.dispatchEvent(new InputEvent("input", { bubbles: true }));
}"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def on(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with alice_at_gmail(tmp_path_factory.mktemp("kinds")) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="module")
async def alice(on: Stage) -> AsyncIterator[GmailUser]:
    user = await on.writes()
    yield user
    assert [error for error in user.errors if "tracker.example" not in error and "ERR_" not in error] == []
    await user.page.close()


async def writes_html(page: Page, html: str) -> None:
    """The body becomes this HTML without a key press, as after a paste or by another extension."""
    body = await page.locator(BODY).element_handle()
    await page.evaluate(WRITE, [body, html])


async def test_an_alias_is_reported_as_the_sender(on: Stage, alice: GmailUser) -> None:
    window = await alice.compose("bob@sandbox.example", "From the studio", "Dear Bob")
    await window.locator("select.az2").select_option("studio@sandbox.example")
    await tracked(window)
    await alice.send(window)
    message = await leaves_marked(on, alice.page, "From the studio")
    assert "studio@sandbox.example" in await reported(on, "From the studio", message)


async def test_a_mail_without_a_body_is_marked(on: Stage, alice: GmailUser) -> None:
    window = await alice.compose("bob@sandbox.example", "The attached menu", "")
    await tracked(window)
    await writes_html(alice.page, "")  # and not even Gmail's empty line
    await alice.send(window)
    await leaves_marked(on, alice.page, "The attached menu")


async def test_right_to_left_text_and_emoji_stay_unchanged(on: Stage, alice: GmailUser) -> None:
    window = await alice.compose(
        "bob@sandbox.example", "שלום 👩‍👩‍👧", "שלום בוב 👋🏽, ראה https://example.org/דף "
    )
    await tracked(window)
    await alice.send(window)
    await leaves_marked(on, alice.page, "שלום 👩‍👩‍👧")
    [body] = await sends(on, "שלום 👩‍👩‍👧")
    assert 'dir=\\"rtl\\"' in body
    assert "👋🏽" in body


async def test_a_plain_text_mail_is_not_marked_and_a_toast_says_why(on: Stage, alice: GmailUser) -> None:
    window = await alice.compose(
        "bob@sandbox.example", "Nothing but <b>words</b>", "See <a href='x'>here</a>"
    )
    await tracked(window)
    await window.locator("[data-tool=more]").click()
    await window.locator("[data-option=plain]").click()
    await expect(window.locator("textarea.Ak")).to_be_visible()
    await window.locator(SEND).click()
    await expect(alice.page.get_by_test_id("sightline-toast").last).to_contain_text("plain text")
    await untouched(on, alice.page, "Nothing but <b>words</b>")
    await on.sandbox.post("/sandbox/release")
    [mail] = [mail for mail in await on.sandbox.mails("bob") if mail["subject"].startswith("Nothing but")]
    assert "<a href='x'>here</a>" in mail["raw"] or "text/plain" in mail["raw"]


async def test_a_confidential_mail_is_not_marked(on: Stage, alice: GmailUser) -> None:
    window = await alice.compose("bob@sandbox.example", "Between us", "Dear Bob")
    await tracked(window)
    await window.locator("[data-tool=more]").click()
    await window.locator("[data-option=confidential]").click()
    await alice.send(window)
    await untouched(on, alice.page, "Between us")


async def test_an_encrypted_mail_is_not_marked(on: Stage, alice: GmailUser) -> None:
    window = await alice.compose("bob@sandbox.example", "Sealed", ARMOURED)
    await expect(window.get_by_test_id("sightline-switch")).to_have_attribute("data-state", "sealed")
    await alice.send(window)
    await untouched(on, alice.page, "Sealed")


async def test_another_extensions_pixel_stays_in_place(on: Stage, alice: GmailUser) -> None:
    window = await alice.compose("bob@sandbox.example", "Tracked twice", "Dear Bob")
    await writes_html(alice.page, f"Dear Bob{FOREIGN}")
    await tracked(window)
    await alice.send(window)
    await leaves_marked(on, alice.page, "Tracked twice")
    [body] = await sends(on, "Tracked twice")
    assert json.dumps(FOREIGN)[1:-1] in body


async def test_five_hundred_links_are_tracked(on: Stage, alice: GmailUser) -> None:
    targets = [f"https://example.org/page/{number}?a=1&amp;b={number}#part" for number in range(500)]
    window = await alice.compose("bob@sandbox.example", "Five hundred", "Dear Bob")
    await writes_html(alice.page, "".join(f'<p><a href="{url}">number</a></p>' for url in targets))
    await tracked(window)
    await alice.send(window)
    await leaves_marked(on, alice.page, "Five hundred")
    [body] = await sends(on, "Five hundred")
    assert links_in(on, body) == targets


async def test_a_mail_that_gmail_clips_has_its_mark_in_the_visible_part(on: Stage, alice: GmailUser) -> None:
    window = await alice.compose("bob@sandbox.example", "The long one", "Dear Bob")
    await writes_html(alice.page, "<p>Dear Bob, and so on and on.</p>" * 3500)
    await tracked(window)
    await alice.send(window)
    message = await leaves_marked(on, alice.page, "The long one")
    await on.sandbox.post("/sandbox/release")
    bob = await on.reads()
    content = await bob.read("The long one")
    await expect(content.locator(".iX")).to_contain_text("[Message clipped]")
    await reported(on, "The long one", message, "Likely opened")
    await bob.page.close()


async def test_a_mail_with_twenty_five_megabytes_of_images_goes_out_marked(
    on: Stage, alice: GmailUser
) -> None:
    """The pictures are in the body itself, so the extension's hook has to process all of them.

    `make bench` measures how long the hook delays the send.
    """
    window = await alice.compose("bob@sandbox.example", "The whole album", "Dear Bob")
    await tracked(window)
    await album(alice.page)
    await window.locator(SEND).click()
    await expect(alice.page.locator(".vh")).to_contain_text("Message sent", timeout=60_000)
    await on.sandbox.post("/sandbox/release")
    [mail] = [mail for mail in await on.sandbox.mails("bob") if mail["subject"] == "The whole album"]
    picture = f"{on.sandbox.url}/sandbox/pictures/{sha256(b64decode(PICTURE)).hexdigest()}"
    assert re.findall('<img src="([^"]+)"', mail["html"])[-5:] == [picture] * 5
    [pixel] = pixels(on, mail["html"])
    await reported(on, "The whole album", message_of(pixel))


def html_of(body: str) -> str:
    """The first part of the first mail in a request."""
    [message, *_] = wire_messages(json.loads(body))
    return str(message[8][1][0][1])


async def test_an_image_in_the_text_is_kept_and_one_pixel_is_added(on: Stage, alice: GmailUser) -> None:
    window = await alice.compose("bob@sandbox.example", "A small picture", "Dear Bob")
    await writes_html(
        alice.page, 'Dear Bob<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="a photo">'
    )
    await tracked(window)
    await alice.send(window)
    await leaves_marked(on, alice.page, "A small picture")
    [body] = await sends(on, "A small picture")
    assert html_of(body).count("<img") == 2
    assert len(pixels(on, body)) == 1
