"""Individual copies are sent once or not at all after any fault, and Alice knows which."""

from __future__ import annotations

import asyncio
import re
import signal
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from tests.browser.driving.copying import allows_copies, arrive, boxes, button, handed_over, writes
from tests.browser.driving.stage import Stage
from tests.browser.driving.writing_actions import alice_at_gmail, sends
from tests.browser.test_panel import panel_of
from tests.sandbox.browser import SEND, GmailUser
from tests.waiting import until

pytestmark = pytest.mark.asyncio(loop_scope="module")
PRESS_BOTH = """(node, send) => {
  node.click();
  const button = node.closest("[role=dialog]").querySelector(send);
  for (const kind of ["mousedown", "mouseup", "click"])
    button.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true }));
}"""
HELD_BACK = "/gmail/v1/users/me/messages/send"
WAITING = """
  SELECT count(*) FROM copy JOIN copy_set ON copy_set.id = copy_set_id WHERE subject = ? AND state = 'waiting'
"""

REFUSED = f"{WAITING} AND tries > 0 AND claimed_until IS NULL"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def on(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with alice_at_gmail(tmp_path_factory.mktemp("trouble")) as made:
        await allows_copies(made)
        yield made


@pytest_asyncio.fixture(loop_scope="module")
async def alice(on: Stage) -> AsyncIterator[GmailUser]:
    user = await on.writes()
    yield user
    assert user.errors == []
    await user.page.close()


async def test_pressing_the_button_repeatedly_sends_the_copies_once(on: Stage, alice: GmailUser) -> None:
    subject = "Pressed twice"
    panel = await panel_of(await writes(alice, subject))
    await button(panel).evaluate("(node) => { node.click(); node.click(); node.click() }")
    await handed_over(alice)
    found = await arrive(on, subject, 2)
    assert {each: len(mails) for each, mails in found.items()} == {"alice": 2, "bob": 1, "charlie": 1}


async def test_gmails_own_send_does_nothing_while_the_draft_is_handed_over(
    on: Stage, alice: GmailUser
) -> None:
    subject = "Both at once"
    window = await writes(alice, subject)
    panel = await panel_of(window)
    await button(panel).evaluate(PRESS_BOTH, SEND)
    await handed_over(alice)
    found = await arrive(on, subject, 2)
    assert {each: len(mails) for each, mails in found.items()} == {"alice": 2, "bob": 1, "charlie": 1}
    assert await sends(on, subject) == []


async def test_no_copy_is_sent_while_the_server_is_unreachable(on: Stage, alice: GmailUser) -> None:
    subject = "Server away"
    window = await writes(alice, subject)
    panel = await panel_of(window)
    await expect(button(panel)).to_be_visible()
    on.server.stop()
    await button(panel).click()
    problem = panel.get_by_test_id("sightline-copies-problem")
    await expect(problem).to_have_text("Your server isn’t responding. Nothing was sent.", timeout=60_000)
    await expect(window).to_be_visible()
    on.server.start()
    await alice.page.keyboard.press("Escape")
    await alice.send(window)
    await on.sandbox.post("/sandbox/release")
    found = await boxes(on, subject)
    assert {each: len(mails) for each, mails in found.items()} == {"alice": 1, "bob": 1, "charlie": 1}
    assert len(found["bob"][0]["to"]) == 2


async def test_a_server_that_hangs_freezes_the_window_only_for_a_limited_time(
    on: Stage, alice: GmailUser
) -> None:
    subject = "Server hangs"
    window = await writes(alice, subject)
    panel = await panel_of(window)
    await expect(button(panel)).to_be_visible()
    assert on.server.process
    on.server.process.send_signal(signal.SIGSTOP)
    try:
        await button(panel).click()
        await expect(button(panel)).to_have_text("Handing the draft to your server…")
        await alice.page.keyboard.press("Escape")
        toast = alice.page.get_by_test_id("sightline-toast").filter(has_text="Nothing was sent.")
        await expect(toast).to_contain_text("Your server isn’t responding.", timeout=60_000)
    finally:
        on.server.process.send_signal(signal.SIGCONT)
    await alice.send(window)
    await on.sandbox.post("/sandbox/release")
    await asyncio.sleep(3)  # a request that the server receives late must send nothing
    found = await boxes(on, subject)
    assert {each: len(mails) for each, mails in found.items()} == {"alice": 1, "bob": 1, "charlie": 1}


async def test_opening_a_draft_in_another_tab_shows_that_its_copies_were_sent(
    on: Stage, alice: GmailUser
) -> None:
    """The draft is still there because Gmail's button for discarding it was missing."""
    subject = "Came back"
    window = await writes(alice, subject)
    await window.locator(".og").evaluate("(node) => node.remove()")
    await button(await panel_of(window)).click()
    toast = alice.page.get_by_test_id("sightline-toast")
    await expect(toast.filter(has_text="but their draft is still here. Discard the draft.")).to_be_visible()
    await arrive(on, subject, 2)
    other = await on.writes()
    await other.page.evaluate("() => { location.hash = 'drafts' }")
    await other.page.locator("tr.zA", has_text=subject).click()
    await other.page.get_by_role("button", name="Edit draft").click()
    again = other.page.get_by_test_id("sightline-toast")
    await expect(again).to_contain_text("If you send this draft again, everyone gets the message twice.")
    await other.page.close()


SEND_OTHERWISE = """({ draft, subject }) => {
  const person = (address) => [1, address, address];
  const mail = Array(52).fill(null);
  Object.assign(mail, { 0: draft, 1: person("alice@sandbox.example"), 6: Date.now(), 7: subject });
  mail[2] = [person("bob@sandbox.example"), person("charlie@sandbox.example")];
  mail[8] = [null, [[0, '<div dir="ltr">Dear both</div>']], null, null, null, null, 1];
  mail[10] = ["^all", "^pfg"];
  mail[17] = Date.now();
  const change = [1, ["thread-a:r77", Object.assign(Array(14).fill(null), { 13: [mail, null, 1] })]];
  const request = new XMLHttpRequest();
  request.open("POST", "/sync/u/0/i/s");
  request.send(JSON.stringify([[null, null, 2], [[change]], null, [1, 1, 1, 1, 205], 2]));
}"""


async def refused(on: Stage, subject: str) -> int:
    """How many copies Google was asked to send and refused because it was busy."""
    with closing(sqlite3.connect(on.server.data / "sightline.db", timeout=10)) as db:
        count: int = db.execute(REFUSED, (subject,)).fetchone()[0]
    return count


@pytest.mark.parametrize("later", [False, True])
async def test_when_gmail_sends_the_draft_its_copies_are_stopped_and_a_toast_appears(
    on: Stage, alice: GmailUser, later: bool
) -> None:
    """Gmail sends the draft while its copies wait: each recipient gets the mail once."""
    subject = "Twice later?" if later else "Twice?"
    busy = {"path_prefix": HELD_BACK, "status": 429, "times": 50, "retry_after": 600}
    await on.sandbox.post("/sandbox/faults", json=busy)
    window = await writes(alice, subject)
    panel = await panel_of(window)
    await expect(window.locator("input[name=draft]")).to_have_value(re.compile("msg-a:"))
    draft = (await window.locator("input[name=draft]").input_value()).strip("#").split("|")[0]
    await button(panel).click()
    await handed_over(alice)
    assert await until(lambda: refused(on, subject), lambda count: count == 2) == 2
    if later:  # in a page that knows about the copies only from the worker
        await alice.page.reload()
        await alice.page.wait_for_selector(".ae4")  # and it may not have made its request yet
    await alice.page.evaluate(SEND_OTHERWISE, {"draft": draft, "subject": subject})
    toast = alice.page.get_by_test_id("sightline-toast").filter(has_text="Gmail’s Send button")
    await expect(toast).to_contain_text("0 of its 2 individual copies had already been sent")
    await on.sandbox.delete("/sandbox/faults")
    await on.sandbox.post("/sandbox/release")
    await asyncio.sleep(7)  # a second try would have been made by now
    found = await boxes(on, subject)
    assert {each: len(mails) for each, mails in found.items()} == {"alice": 1, "bob": 1, "charlie": 1}


async def test_if_the_server_is_killed_while_google_accepts_a_copy_the_copy_is_sent_once(
    on: Stage, alice: GmailUser
) -> None:
    subject = "In the middle"
    slow = {"path_prefix": HELD_BACK, "status": 503, "times": 2, "done": True, "late": 30}
    await on.sandbox.post("/sandbox/faults", json=slow)
    await button(await panel_of(await writes(alice, subject))).click()
    await handed_over(alice)
    await arrive(on, subject, 2)
    on.server.stop(signal.SIGKILL)
    with closing(sqlite3.connect(on.server.data / "sightline.db", timeout=10)) as db, db:
        (waiting,) = db.execute(WAITING, (subject,)).fetchone()
        # Time passes.
        db.execute("UPDATE copy SET claimed_until = NULL, tried_at = '2026-01-02 03:04:05+00:00'")
        db.execute("UPDATE outbox SET claimed_until = NULL, due_at = created_at WHERE done_at IS NULL")
    assert waiting == 2, "nothing was noted"
    on.server.start()
    page = await on.page("/")
    await expect(page.locator("li", has_text=subject)).to_have_count(2, timeout=90_000)
    await page.close()
    found = await boxes(on, subject)
    assert {each: len(mails) for each, mails in found.items()} == {"alice": 2, "bob": 1, "charlie": 1}


async def test_an_unsent_copy_is_shown_in_gmail_and_on_the_dashboard(on: Stage, alice: GmailUser) -> None:
    fault = {"path_prefix": HELD_BACK, "status": 400, "reason": "invalidArgument"}
    await on.sandbox.post("/sandbox/faults", json=fault)
    await button(await panel_of(await writes(alice, "One fails"))).click()
    toast = alice.page.get_by_test_id("sightline-toast").filter(
        has_text="1 of 2 individual copies were sent."
    )
    await expect(toast).to_contain_text("Gmail refused the request (400 invalidArgument).", timeout=90_000)
    page: Page = await on.page("/")
    await expect(page.locator("#problems")).to_contain_text("A copy couldn’t be sent")
    await page.close()
