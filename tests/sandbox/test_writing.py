"""Alice writes in the stand-in Gmail page; its requests have the form of captured traffic.

The captures are of the stand-in; `tests/extension/check-captures.mjs` compares them with Gmail's. After a
change to the stand-in, make the captures again and run that check.
"""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Locator, Response, expect

from tests.sandbox.browser import BODY, INLINE, SEND, GmailUser, shape, wire_messages
from tests.sandbox.conftest import Gmail
from tests.sandbox.driving import RunningSandbox
from tests.waiting import until

CAPTURES = Path(__file__).parents[1] / "extension" / "captures"
pytestmark = pytest.mark.asyncio(loop_scope="session")


def captured(name: str) -> Any:
    return json.loads((CAPTURES / f"{name}.json").read_text())


def answers_a_send(response: Response) -> bool:
    """Whether this is the response to a send, and not to a save of the draft at the same moment."""
    return "/sync/u/0/i/s?" in response.url and "^pfg" in (response.request.post_data or "")


async def saved(sandbox: RunningSandbox, person: str, words: str, window: Locator) -> None:
    """The draft is saved with the last words typed, so no other save will follow."""
    await until(lambda: sandbox.mails(person), lambda mails: mails and words in mails[0]["html"])
    await expect(window.locator(".oG")).to_have_text("Draft saved")


async def arrived(sandbox: RunningSandbox, person: str) -> dict[str, Any]:
    """The newest mail of a person, once the undo period is over."""
    await sandbox.post("/sandbox/release")
    return (await sandbox.mails(person))[0]


async def test_bob_gets_the_mail_that_alice_wrote(sandbox: RunningSandbox, alice: GmailUser) -> None:
    window = await alice.compose(
        "bob@sandbox.example", "Lunch", "Dear Bob,\nsee https://example.org/a?b=1&c=2 soon."
    )
    await alice.insert_link(window, "the menu", "https://example.org/menu?x=1&y=2#top")
    await alice.send(window)
    mail = await arrived(sandbox, "bob")
    assert mail["html"] == (
        '<div dir="ltr">Dear Bob,<div>see <a href="https://example.org/a?b=1&amp;c=2">'
        'https://example.org/a?b=1&amp;c=2</a>&nbsp;soon.<a href="https://example.org/menu?x=1&amp;y=2#top">'
        "the menu</a></div></div>"
    )
    assert (mail["subject"], mail["to"]) == ("Lunch", [["bob@sandbox.example", "Bob Bauer"]])
    assert alice.errors == []


async def test_each_kind_of_recipient_goes_to_a_separate_field_of_the_request(
    sandbox: RunningSandbox, alice: GmailUser
) -> None:
    window = await alice.compose(
        "bob@sandbox.example, away@else.example",
        "Lunch",
        "Hi",
        cc="charlie@sandbox.example",
        bcc="x@else.example",
    )
    await alice.send(window)
    [message] = wire_messages((await sandbox.wire())[-1])
    assert [person[1] for person in message[2]] == ["bob@sandbox.example", "away@else.example"]
    assert message[3] == [[1, "charlie@sandbox.example", "Charlie Chen"]]
    assert message[4] == [[1, "x@else.example", "x@else.example"]]


async def test_the_requests_that_save_drafts_or_send_mails_have_the_captured_format(
    sandbox: RunningSandbox, alice: GmailUser
) -> None:
    window = await alice.compose("", "subject_111", "a")
    await expect(window.locator(".oG")).to_have_text("Draft saved")
    async with alice.page.expect_response("**/sync/u/0/i/s?*"):
        await window.locator(BODY).press_sequentially("b")
    await window.locator(".anm[name=to] input").fill("bob@sandbox.example")
    await alice.send(window)
    first, *_, send = await sandbox.wire()
    update = (await sandbox.wire())[1]
    assert shape(first) == shape(captured("draft-save-request"))
    assert shape(update) == shape(captured("draft-update-request"))
    assert wire_messages(first)[0][0] == wire_messages(send)[0][0]
    assert [wire_messages(r)[0][10] for r in (first, send)] == [
        ["^all", "^r", "^r_bt"],
        ["^all", "^pfg", "^f_bt", "^f_btns", "^f_cl"],
    ]
    assert shape(send) == shape(captured("send-request"))


async def test_the_request_that_sends_a_reply_has_the_captured_format(
    sandbox: RunningSandbox, alice: GmailUser, bob: GmailUser
) -> None:
    await alice.send(await alice.compose("bob@sandbox.example", "Lunch", "When?"))
    await sandbox.post("/sandbox/release")
    await bob.read("Lunch")
    await bob.send(await bob.reply("At noon"))
    reply = (await sandbox.wire())[-1]
    assert shape(reply) == shape(captured("reply-send-request"))


async def test_the_response_to_a_send_contains_the_ids_where_gmails_response_does(
    sandbox: RunningSandbox, alice: GmailUser
) -> None:
    window = await alice.compose("bob@sandbox.example", "Lunch", "Hi")
    async with alice.page.expect_response(answers_a_send) as waiting:
        await window.locator(SEND).click()
    answer = await (await waiting.value).json()
    thread = answer[1][5][0][0]
    inner = thread[2][6][0]
    message = inner[4][-1]
    [kept] = await sandbox.mails("alice")
    assert (message[55], inner[19], message[13]) == (kept["id"], kept["threadId"], kept["message_id"])
    assert (message[0], thread[0]) == (kept["gid"], inner[3])
    assert len(message[55]) == 16


async def test_undo_returns_the_same_draft(sandbox: RunningSandbox, alice: GmailUser) -> None:
    window = await alice.compose("bob@sandbox.example", "Lunch", "Hi")
    await alice.send(window)
    sent = (await sandbox.mails("alice"))[0]
    await alice.undo()
    requests = [wire_messages(request)[0] for request in (await sandbox.wire())[-2:]]
    assert requests[0][0] == requests[1][0]
    assert ["^pfg" in m[10] for m in requests] == [True, False]
    assert requests[1][10] == ["^all", "^r", "^r_bt"]
    await sandbox.post("/sandbox/release")
    assert await sandbox.mails("bob") == []
    [draft] = await sandbox.mails("alice")
    assert draft["labels"] == ["DRAFT"]
    assert draft["id"] != sent["id"]
    assert draft["threadId"] == sent["threadId"]
    await alice.page.locator(BODY).press_sequentially(" there")
    await alice.send(alice.window)
    assert (await arrived(sandbox, "bob"))["html"] == '<div dir="ltr">Hi there</div>'
    assert len(await sandbox.mails("bob")) == 1


async def test_a_scheduled_mail_waits_for_its_time(sandbox: RunningSandbox, alice: GmailUser) -> None:
    window = await alice.compose("bob@sandbox.example", "Later", "Hi")
    await window.locator("[aria-haspopup=true]").click()
    await window.locator("[data-due=minute]").click()
    await expect(alice.page.locator(".vh")).to_contain_text("Send scheduled")
    assert "^scheduled" in wire_messages((await sandbox.wire())[-1])[0][10]
    [waiting] = await sandbox.mails("alice")
    assert waiting["labels"] == ["SCHEDULED"]
    assert await sandbox.mails("bob") == []
    await sandbox.post("/sandbox/release")
    assert (await sandbox.mails("alice"))[0]["labels"] == ["SENT"]
    assert len(await sandbox.mails("bob")) == 1


async def test_a_collapsed_quote_is_a_separate_part(
    sandbox: RunningSandbox, alice: GmailUser, bob: GmailUser
) -> None:
    await alice.send(await alice.compose("bob@sandbox.example", "Lunch", "When?"))
    await sandbox.post("/sandbox/release")
    await bob.read("Lunch")
    await bob.send(await bob.reply("At noon"))
    [message] = wire_messages((await sandbox.wire())[-1])
    (kind, typed), (other, quoted) = message[8][1]
    assert (kind, typed, other) == (0, '<div dir="ltr">At noon</div>', 2)
    assert quoted.startswith('<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On ')
    assert '<div dir="ltr">When?</div>' in quoted
    mail = await arrived(sandbox, "alice")
    assert mail["html"] == typed + quoted
    assert mail["threadId"] == (await sandbox.mails("alice"))[1]["threadId"]


async def test_an_expanded_quote_is_inline(sandbox: RunningSandbox, alice: GmailUser, bob: GmailUser) -> None:
    await alice.send(await alice.compose("bob@sandbox.example", "Lunch", "When?"))
    await sandbox.post("/sandbox/release")
    await bob.read("Lunch")
    await bob.send(await bob.reply("At noon", expand=True))
    [message] = wire_messages((await sandbox.wire())[-1])
    [[kind, html]] = message[8][1]
    assert kind == 0
    assert html.startswith('<div dir="ltr">At noon<br><br><div class="gmail_quote">')
    await expect(bob.page.locator(INLINE)).to_have_count(0)


async def test_the_page_can_also_send_with_fetch(sandbox: RunningSandbox, gmail: Gmail) -> None:
    alice = await gmail("alice", query="&transport=fetch")
    await alice.send(await alice.compose("bob@sandbox.example", "Lunch", "Hi"))
    assert (await sandbox.get("/sandbox/wire"))["requests"][-1]["transport"] == "fetch"
    assert await arrived(sandbox, "bob")


async def test_two_compose_windows_send_two_mails(sandbox: RunningSandbox, alice: GmailUser) -> None:
    first = await alice.compose("bob@sandbox.example", "One", "1")
    second = await alice.compose("charlie@sandbox.example", "Two", "2")
    await alice.send(second)
    await expect(alice.page.locator(".AD")).to_have_count(1)
    await alice.send(first)
    await sandbox.post("/sandbox/release")
    assert (await sandbox.mails("bob"))[0]["subject"] == "One"
    assert (await sandbox.mails("charlie"))[0]["subject"] == "Two"


async def test_a_mail_without_a_recipient_is_not_sent(sandbox: RunningSandbox, alice: GmailUser) -> None:
    window = await alice.compose("", "Nobody", "Hi")
    await window.locator(SEND).click()
    await expect(window.locator(".oG")).to_have_text("Add at least one recipient.")
    await asyncio.sleep(0.1)
    assert not any("^pfg" in str(request) for request in await sandbox.wire())


async def test_a_failed_send_leaves_the_mail_in_its_window(sandbox: RunningSandbox, alice: GmailUser) -> None:
    window = await alice.compose("bob@sandbox.example", "Lunch", "Hi")
    await saved(sandbox, "alice", "Hi", window)
    await sandbox.post("/sandbox/faults", json={"path_prefix": "/sync", "status": 503})
    await window.locator(SEND).click()
    await expect(alice.page.locator(".vh")).to_contain_text("not sent")
    await alice.send(alice.window)
    assert (await arrived(sandbox, "bob"))["subject"] == "Lunch"


async def test_a_reply_that_is_being_written_is_not_shown_twice(
    sandbox: RunningSandbox, alice: GmailUser, bob: GmailUser
) -> None:
    await alice.send(await alice.compose("bob@sandbox.example", "Lunch", "When?"))
    await sandbox.post("/sandbox/release")
    await bob.read("Lunch")
    inline = await bob.reply("At noon")
    await saved(sandbox, "bob", "At noon", inline)
    await asyncio.sleep(2.5)  # for the page to poll for news
    await expect(bob.page.locator(".adn")).to_have_count(1)
    await bob.page.evaluate("location.hash = 'drafts'")
    await bob.read("Re: Lunch", "drafts")
    await expect(bob.page.locator(".adn")).to_have_count(2)
    await bob.page.locator(".edit-draft").click()
    await bob.send(bob.window)
    mail = await arrived(sandbox, "alice")
    assert mail["html"].startswith('<div dir="ltr">At noon<br><div class="gmail_quote">')
