"""Alice sends individual copies from Gmail: each recipient gets one mail, once, and the draft is gone."""

from __future__ import annotations

import asyncio
import re
from base64 import b64encode
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import FilePayload, Page, expect

from tests.browser.driving.copying import allows_copies, arrive, button, handed_over, writes
from tests.browser.driving.stage import Stage
from tests.browser.driving.writing_actions import alice_at_gmail, said, sends, tracked
from tests.browser.test_panel import panel_of
from tests.sandbox.browser import BODY, GmailUser

pytestmark = pytest.mark.asyncio(loop_scope="module")
CHANGE_AND_PRESS = """(link, href) => {
  link.setAttribute("href", href);
  link.dispatchEvent(new InputEvent("input", { bubbles: true }));
  link.closest("[role=dialog]").querySelector("[data-testid=sightline-copies]").click();
}"""
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def on(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with alice_at_gmail(tmp_path_factory.mktemp("copies")) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="module")
async def alice(on: Stage) -> AsyncIterator[GmailUser]:
    user = await on.writes()
    yield user
    assert user.errors == []
    await user.page.close()


async def test_the_panel_says_where_to_allow_copies_before_alice_has_allowed_them(
    on: Stage, alice: GmailUser
) -> None:
    panel = await panel_of(await writes(alice, "Not yet"))
    await expect(panel.get_by_text("Open settings")).to_have_attribute(
        "href", f"{on.server.url}/settings#gmail"
    )
    await expect(button(panel)).to_be_hidden()
    await alice.page.keyboard.press("Escape")


async def test_each_recipient_gets_one_mail_and_alice_sees_who_opened_it(on: Stage, alice: GmailUser) -> None:
    await allows_copies(on)
    subject = "Lunch for both"
    window = await writes(alice, subject)
    picture: FilePayload = {"name": "dish.png", "mimeType": "image/png", "buffer": PICTURE}
    await window.locator("input[name=picture]").set_input_files(picture)
    panel = await panel_of(window)
    await expect(panel).to_contain_text(
        "The messages go out through your server, not with Gmail’s Send button."
    )
    await expect(button(panel)).to_have_text("Send 2 individual copies")
    await button(panel).click()
    await handed_over(alice)
    await said(alice.page, "2 individual copies are being sent.")
    await said(alice.page, "2 individual copies were sent.")
    found = await arrive(on, subject, 2)
    assert [m["to"] for m in found["bob"]] == [[["bob@sandbox.example", "Bob Bauer"]]]
    assert [m["to"] for m in found["charlie"]] == [[["charlie@sandbox.example", "Charlie Chen"]]]
    assert [m["labels"] for m in found["alice"]] == [["SENT"], ["SENT"]], "the draft is gone"
    assert all(b64encode(PICTURE).decode() in str(found[each][0]["html"]) for each in ("bob", "charlie"))
    assert await sends(on, subject) == [], "nothing left by Gmail's own button"
    page = await the_copy_to_charlie(on, subject)
    copies = page.locator("#copies")
    await expect(copies).to_contain_text("One of 2 individual copies")
    bob = await on.reads()
    await bob.read(subject)
    await expect(copies.locator("li", has_text="Bob")).to_contain_text("Likely opened")
    await expect(copies.locator("li", has_text="Charlie")).to_contain_text("No sign yet")
    await bob.page.close()
    await page.close()


async def the_copy_to_charlie(on: Stage, subject: str) -> Page:
    """The page of Charlie's copy on the dashboard."""
    page = await on.page("/")
    await page.locator("li", has_text="Charlie").get_by_text(subject).click()
    return page


async def test_the_copies_contain_the_last_words_that_alice_typed(on: Stage, alice: GmailUser) -> None:
    subject = "The last words"
    window = await writes(alice, subject)
    await window.locator(BODY).press("End")
    await alice.page.keyboard.type(" see you at noon")
    await button(await panel_of(window)).click()
    await handed_over(alice)
    found = await arrive(on, subject, 2)
    assert "see you at noon" in str(found["bob"][0]["html"])


async def test_the_copies_contain_the_link_address_that_alice_changed_just_before_sending(
    on: Stage, alice: GmailUser
) -> None:
    """The change is not in the visible text, so the extension has to wait until Gmail has saved the draft."""
    subject = "The last link"
    window = await writes(alice, subject)
    await expect(window.locator("input[name=draft]")).to_have_value(re.compile("msg-a:"))
    panel = await panel_of(window)
    await expect(button(panel)).to_be_visible()
    await asyncio.sleep(2)  # until Gmail has saved it
    link = window.locator(BODY).locator("a")
    await link.evaluate(CHANGE_AND_PRESS, "https://example.org/other")
    await handed_over(alice)
    await arrive(on, subject, 2)
    page = await the_copy_to_charlie(on, subject)
    await expect(page.locator("body")).to_contain_text("example.org/other")
    await page.close()


async def test_an_individual_copy_of_a_reply_keeps_its_quoted_text(on: Stage, alice: GmailUser) -> None:
    head = "From: Bob <bob@sandbox.example>\nTo: alice@sandbox.example\nSubject: Which one?"
    mail = f"{head}\nMessage-ID: <q@x.example>\n\nSoup or salad?"
    headers = {"X-Rcpt-To": "alice@sandbox.example"}
    await on.sandbox.post("/sandbox/deliver", content=mail.encode(), headers=headers)
    await alice.read("Which one?")
    inline = await alice.reply("Soup for me.")
    field = inline.locator(".anm[name=cc] input")
    await field.fill("charlie@sandbox.example")
    await field.press("Enter")
    await tracked(inline)
    await button(await panel_of(inline)).click()
    await expect(inline).to_have_count(0)
    found = await arrive(on, "Re: Which one?", 2)
    (question,) = [m for m in await on.sandbox.mails("alice") if m["subject"] == "Which one?"]
    assert {mail["threadId"] for mail in found["alice"]} == {question["threadId"]}
    (got,) = found["charlie"]
    assert got["to"] == [["charlie@sandbox.example", "Charlie Chen"]]
    assert "Soup for me." in str(got["html"])
    assert "Soup or salad?" in str(got["html"])


async def test_copies_are_not_offered_for_one_recipient_or_without_tracking(alice: GmailUser) -> None:
    window = await writes(alice, "Only Bob", "bob@sandbox.example")
    panel = await panel_of(window)
    await expect(button(panel)).to_be_hidden()
    await alice.page.keyboard.press("Escape")
    other = await writes(alice, "Both, untracked")
    panel = await panel_of(other)
    await expect(button(panel)).to_be_visible()
    await panel.get_by_test_id("sightline-track").uncheck()
    await expect(button(panel)).to_be_hidden()
