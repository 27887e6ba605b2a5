"""Tracking of a mail that Alice undoes and sends again, of a reply, and of a scheduled mail."""

from __future__ import annotations

from playwright.async_api import expect

from tests.browser.driving.mail_actions import looks_at, message_of, pixels, row, sends
from tests.browser.driving.stage import Stage


async def test_opens_of_an_undone_mail_count_only_after_it_is_sent_again(on: Stage) -> None:
    """Loads before the undo stay stored but do not count. The mail that is sent again is the same message."""
    dashboard = await on.page("/")
    alice = await on.writes()
    window = await alice.compose("bob@sandbox.example", "Numbers for the bored", "Dear Bob")
    await expect(window.locator(".sightline")).to_have_attribute("data-state", "tracked")
    await alice.send(window)
    [first] = await sends(on)
    await looks_at(pixels(on, first)[0])
    await alice.undo()
    await row(dashboard, "Numbers for the bored", "Not sent (undone)")
    message = message_of(pixels(on, first)[0])
    undone = on.shown(message)
    assert (undone["opens"], len(undone["events"])) == (0, 1)

    await alice.send(alice.window)
    await row(dashboard, "Numbers for the bored", "No sign yet")
    again = (await sends(on))[-1]
    assert len(pixels(on, again)) == 1
    await on.sandbox.post("/sandbox/release")
    bob = await on.reads()
    await bob.read("Numbers for the bored")
    await row(dashboard, "Numbers for the bored", "Likely opened")
    assert message_of(pixels(on, again)[0]) == message
    received = [mail for mail in await on.sandbox.mails("bob") if mail["subject"] == "Numbers for the bored"]
    assert len(received) == 1


async def test_a_reply_that_quotes_alices_own_mail_carries_only_its_own_marks(on: Stage) -> None:
    """Bob quotes Alice's pixel as Gmail's proxy shows it; her answer to him loses it, and the quoted link
    leads straight to its target again."""
    alice = await on.writes()
    window = await alice.compose("bob@sandbox.example", "Lunch on Friday", "Dear Bob, ")
    await alice.insert_link(window, "the menu", "https://example.org/menu")
    await expect(window.locator(".sightline")).to_have_attribute("data-state", "tracked")
    await alice.send(window)
    await on.sandbox.post("/sandbox/release")
    bob = await on.reads()
    await bob.read("Lunch on Friday")
    await bob.send(await bob.reply("Gladly."))
    await on.sandbox.post("/sandbox/release")
    await alice.read("Lunch on Friday")
    answer = await alice.reply("See you.")
    await expect(answer.locator(".sightline")).to_have_attribute("data-state", "tracked")
    await alice.send(answer)

    first, quoted, last = await sends(on)
    [old] = pixels(on, first)
    [new] = pixels(on, last)
    assert old in pixels(on, quoted)
    assert new != old
    assert f"{on.server.url}/c/" not in last
    assert "https://example.org/menu" in last


async def test_a_scheduled_mail_is_tracked_and_shown_as_opened_after_bob_reads_it(on: Stage) -> None:
    dashboard = await on.page("/")
    alice = await on.writes()
    window = await alice.compose("bob@sandbox.example", "Agenda for Monday", "Dear Bob")
    await expect(window.locator(".sightline")).to_have_attribute("data-state", "tracked")
    await window.get_by_role("button", name="More send options").click()
    await window.get_by_role("menuitem", name="In one minute").click()
    await expect(alice.page.locator(".vh")).to_contain_text("Send scheduled")
    await row(dashboard, "Agenda for Monday", "Scheduled")
    [left] = await sends(on, '"^scheduled"')
    assert len(pixels(on, left)) == 1

    await on.sandbox.post("/sandbox/release")
    bob = await on.reads()
    await bob.read("Agenda for Monday")
    await row(dashboard, "Agenda for Monday", "Likely opened")
