"""Tracking works for every way of writing: new, reply, reply all, forward, pop-out, full screen, several."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Locator, expect

from tests.browser.driving.stage import UNDO_S, Stage
from tests.browser.driving.writing_actions import (
    alice_at_gmail,
    drafts_are_unmarked,
    leaves_marked,
    one_mark_and_nothing_else,
    sends,
    tracked,
)
from tests.sandbox.browser import BODY, INLINE, SEND, GmailUser, wire_messages

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def on(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with alice_at_gmail(tmp_path_factory.mktemp("windows")) as made:
        yield made
        await drafts_are_unmarked(made)


@pytest_asyncio.fixture(loop_scope="module")
async def alice(on: Stage) -> AsyncIterator[GmailUser]:
    user = await on.writes()
    yield user
    assert user.errors == []
    await user.page.close()


async def bobs_mail(on: Stage, alice: GmailUser, subject: str) -> None:
    """A mail from Bob, with Charlie in copy, opened by Alice."""
    head = "From: Bob Bauer <bob@sandbox.example>\nTo: alice@sandbox.example\nCc: charlie@sandbox.example\n"
    html = "<p>When <a href='https://example.org/q'>here</a>?</p>"
    body = f"{head}Subject: {subject}\nContent-Type: text/html\n\n{html}"
    headers = {"X-Rcpt-To": "alice@sandbox.example"}
    await on.sandbox.post("/sandbox/deliver", content=body.encode(), headers=headers)
    await alice.read(subject)


async def answers(alice: GmailUser, action: str, words: str) -> Locator:
    """Begin a reply below the conversation."""
    await alice.page.click(f"[data-action={action}]")
    inline = alice.page.locator(INLINE)
    await inline.locator(BODY).click()
    await alice.page.keyboard.type(words)
    await tracked(inline)
    return inline


async def test_a_new_mail_is_tracked(on: Stage, alice: GmailUser) -> None:
    window = await alice.compose("bob@sandbox.example", "A new mail", "Dear Bob")
    await tracked(window)
    await alice.send(window)
    await leaves_marked(on, alice.page, "A new mail")


async def test_a_reply_leaves_the_links_in_its_quoted_text_unchanged(on: Stage, alice: GmailUser) -> None:
    await bobs_mail(on, alice, "Answer me")
    inline = await answers(alice, "reply", "At noon.")
    await alice.send(inline)
    await leaves_marked(on, alice.page, "Re: Answer me")
    [body] = await sends(on, "Re: Answer me")
    assert "https://example.org/q" in body


async def test_a_reply_to_all_has_one_pixel_for_all_recipients(on: Stage, alice: GmailUser) -> None:
    await bobs_mail(on, alice, "Answer us")
    inline = await answers(alice, "reply-all", "At noon.")
    await alice.send(inline)
    await leaves_marked(on, alice.page, "Re: Answer us")
    [message] = wire_messages_of(await sends(on, "Re: Answer us"))
    assert [[person[1] for person in people] for people in message[2:4]] == [
        ["bob@sandbox.example"],
        ["charlie@sandbox.example"],
    ]


async def test_a_forwarded_mail_is_marked_before_the_quoted_text(on: Stage, alice: GmailUser) -> None:
    await bobs_mail(on, alice, "Pass it on")
    inline = await answers(alice, "forward", "See below.")
    await inline.locator(".anm[name=to] input").fill("charlie@sandbox.example,")
    await alice.send(inline)
    pixel = await one_mark_and_nothing_else(on, alice.page, "Fwd: Pass it on")
    await leaves_marked(on, alice.page, "Fwd: Pass it on")
    [message] = wire_messages_of(await sends(on, "Fwd: Pass it on"))
    html = message[8][1][0][1]
    assert html.index(pixel) < html.index("gmail_quote")


async def test_a_mail_sent_with_send_and_archive_is_tracked(on: Stage, alice: GmailUser) -> None:
    await bobs_mail(on, alice, "Off the desk")
    inline = await answers(alice, "reply", "Done.")
    await inline.locator(".Uo").click()
    await expect(alice.page.locator(".vh")).to_contain_text("Message sent")
    await leaves_marked(on, alice.page, "Re: Off the desk")
    inbox = [mail for mail in await on.sandbox.mails("alice") if "INBOX" in mail["labels"]]
    assert "Off the desk" not in [mail["subject"] for mail in inbox]


@pytest.mark.parametrize("key", ["Control", "Meta"])
async def test_a_mail_sent_with_a_keyboard_shortcut_is_tracked(on: Stage, alice: GmailUser, key: str) -> None:
    window = await alice.compose("bob@sandbox.example", f"By {key}", "Dear Bob")
    await tracked(window)
    await window.locator(BODY).press(f"{key}+Enter")
    await expect(alice.page.locator(".vh")).to_contain_text("Message sent")
    await leaves_marked(on, alice.page, f"By {key}")


async def test_a_mail_written_in_full_screen_is_tracked(on: Stage, alice: GmailUser) -> None:
    window = await alice.compose("bob@sandbox.example", "The whole screen", "Dear Bob")
    await window.locator(".Hq").click()
    full = alice.page.locator(".aSs [role=dialog]")
    await tracked(full)
    await expect(alice.page.locator(".sightline")).to_have_count(1)
    await full.locator(SEND).click()
    await expect(alice.page.locator(".vh")).to_contain_text("Message sent")
    await leaves_marked(on, alice.page, "The whole screen")


async def test_a_mail_written_in_a_separate_browser_window_is_tracked(on: Stage, alice: GmailUser) -> None:
    async with on.alice.expect_page() as opened:
        await alice.page.locator("[gh=cm]").click(modifiers=["Shift"])
    own = GmailUser(await opened.value)
    await own.page.locator(".anm[name=to] input").fill("bob@sandbox.example,")
    await own.page.locator("input[name=subjectbox]").fill("Popped out")
    await own.page.locator(BODY).click()
    await own.page.keyboard.type("Dear Bob")
    await tracked(own.page)
    await own.page.locator(SEND).click()
    await expect(own.page.locator(".vh")).to_contain_text("Message sent")
    pixel = await one_mark_and_nothing_else(on, own.page, "Popped out")
    if not own.page.is_closed():  # some time after the undo period
        await own.page.wait_for_event("close", timeout=(UNDO_S + 60) * 1000)
    assert own.errors == []
    assert pixel


async def test_a_reply_that_is_popped_out_is_sent_as_one_tracked_mail(on: Stage, alice: GmailUser) -> None:
    await bobs_mail(on, alice, "Out of line")
    inline = await answers(alice, "reply", "At noon.")
    async with on.alice.expect_page() as opened:
        await alice.page.locator(".M5.popout").click()
    own = await opened.value
    await tracked(own)
    await own.locator(SEND).click()
    await expect(own.locator(".vh")).to_contain_text("Message sent")
    await leaves_marked(on, own, "Re: Out of line")
    await expect(inline).to_have_count(0)


async def test_turning_tracking_off_in_one_compose_window_does_not_affect_the_others(
    on: Stage, alice: GmailUser
) -> None:
    names = ("First of three", "Second of three", "Third of three")
    windows = {name: alice.page.get_by_role("dialog").nth(at) for at, name in enumerate(names)}
    for name in names:
        await alice.compose("bob@sandbox.example", name, "Dear Bob")
        await tracked(windows[name])
    await windows["Second of three"].locator(".sightline-switch").click()
    await expect(windows["Second of three"].locator(".sightline")).to_have_attribute("data-state", "off")
    for name in reversed(names):
        await alice.send(windows[name])
    for name in ("First of three", "Third of three"):
        await leaves_marked(on, alice.page, name)
    assert on.server.url not in (await sends(on, "Second of three"))[-1]


def wire_messages_of(bodies: list[str]) -> list[list[Any]]:
    return [message for body in bodies for message in wire_messages(json.loads(body))]
