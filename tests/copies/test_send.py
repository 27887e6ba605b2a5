"""Alice sends individual copies: each recipient gets their own mail, once, after any fault."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from email.message import EmailMessage
from typing import Any, cast

import pytest

from server.copies import deliver
from server.copies.models import Copy, CopySet, CopyText
from server.google.access.grants import gmail_for
from server.google.failures import Unsure
from server.google.gmail_api import earlier_try, gmail
from server.google.gmail_api.gmail import Gmail
from server.lib import clock, outbox
from server.marks.tokens import Purpose, verify
from server.messages.models import GmailMessage, Link, Message, Recipient, Source
from server.messages.report import has_view_time
from tests.accounts.walker import Walker
from tests.copies.drafting import BOB, CHARLIE, HTML, LINK, PICTURE, Writer, html_of, the_draft, writer
from tests.sandbox.driving import RunningSandbox
from tests.world import World

SEND = "/gmail/v1/users/me/messages/send"


@pytest.fixture
async def writes(world: World, alice: Walker, google: RunningSandbox) -> Writer:
    return await writer(world, alice, google)


async def test_each_recipient_gets_their_own_mail_with_all_parts_of_the_draft(writes: Writer) -> None:
    copies = await writes.sends()
    await writes.delivers()
    assert await writes.states(copies) == {BOB: "sent", CHARLIE: "sent"}
    bob, charlie = [await writes.got(each) for each in ("bob", "charlie")]
    assert [len(bob), len(charlie)] == [1, 1]
    for mail, to in ((bob[0], f"Bob Bauer <{BOB}>"), (charlie[0], f'"Chen, Chärlie" <{CHARLIE}>')):
        assert [str(mail["To"]), mail["Cc"], mail["Bcc"]] == [to, None, None]
        assert str(mail["Subject"]) == "Mittag – am Freitag?"
        assert str(mail["From"]) == "Alice Arnold <alice@sandbox.example>"
        attached = list(mail.iter_attachments())
        assert [part.get_filename() for part in attached] == ["menu – Freitag.pdf"]
        assert attached[0].get_content() == PICTURE
        (picture,) = [part for part in mail.walk() if part.get_content_type() == "image/png"]
        assert (picture["Content-ID"], picture.get_content()) == ("<ii_1>", PICTURE)
        assert str(cast(EmailMessage, mail.get_body(("plain",))).get_content()).strip() == "Grüße, the menu"
    assert html_of(bob[0]) != html_of(charlie[0])


async def test_the_marks_of_each_copy_identify_its_recipient_only(writes: Writer) -> None:
    await writes.sends()
    await writes.delivers()
    messages = {(await Recipient.get(message_id=one.id)).address: one for one in await Message.all()}
    assert set(messages) == {BOB, CHARLIE}
    for name, address in (("bob", BOB), ("charlie", CHARLIE)):
        message, html = messages[address], html_of((await writes.got(name))[0])
        token = html.split("/p/")[1].split("/")[1].split(".gif")[0]
        ring = writes.world.ring
        assert verify(ring, Purpose.OPEN, token, clock.unix()).message == message.id
        clicked = html.split("/c/")[1].split("/")[1].split('"')[0]
        assert verify(ring, Purpose.CLICK, clicked, clock.unix()).url == LINK
        assert [link.url for link in await Link.filter(message_id=message.id)] == [LINK]
        assert (message.state, message.subject) == ("sent", "Mittag – am Freitag?")
        assert message.source is Source.COPY
        kept = await GmailMessage.get(message_id=message.id)
        assert kept.verified_at, "Gmail's own headers were read"
        assert (kept.proof or {}).get("pixel") is True
        assert kept.differences is None


async def test_releasing_the_copies_twice_sends_them_once(writes: Writer) -> None:
    pressed = await asyncio.gather(*(writes.hands_over() for _ in range(4)))
    good = [answer for status, answer in pressed if status == 200]
    assert good
    await asyncio.gather(*(writes.lets_go(each) for each in good * 2))
    status, again = await writes.hands_over()
    assert (status, again["state"]) == (200, "released")
    await writes.delivers()
    await writes.waits()
    await writes.delivers()
    assert [len(await writes.got(each)) for each in ("bob", "charlie")] == [1, 1]
    assert await CopySet.all().count() == 1


async def test_a_copy_that_a_busy_google_refuses_waits_and_the_other_copies_are_sent(writes: Writer) -> None:
    await writes.google.post("/sandbox/faults", json={"path_prefix": SEND, "status": 429, "retry_after": 7})
    copies = await writes.sends()
    before = clock.now()
    await writes.delivers()
    assert sorted((await writes.states(copies)).values()) == ["sent", "waiting"]
    (waiting,) = await Copy.filter(state="waiting")
    assert waiting.tried_at is None, "nothing can have left"
    row = await outbox.OutboxRow.get(fact="copy_released", done_at=None)
    assert row.due_at >= before + timedelta(seconds=7)
    await writes.waits()
    await writes.delivers()
    assert await writes.states(copies) == {BOB: "sent", CHARLIE: "sent"}
    assert [len(await writes.got(each)) for each in ("bob", "charlie")] == [1, 1]


async def test_a_copy_whose_response_was_lost_is_not_sent_again(
    writes: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = {"path_prefix": SEND, "status": 503, "times": 2, "done": True}
    await writes.google.post("/sandbox/faults", json=fault)
    copies = await writes.sends()
    await writes.delivers()
    assert await writes.states(copies) == {BOB: "waiting", CHARLIE: "waiting"}
    assert [len(await writes.got(each)) for each in ("bob", "charlie")] == [1, 1]
    monkeypatch.setattr(earlier_try, "SETTLED", timedelta())
    await writes.waits()
    await writes.delivers()
    assert await writes.states(copies) == {BOB: "sent", CHARLIE: "sent"}
    assert [len(await writes.got(each)) for each in ("bob", "charlie")] == [1, 1]
    assert await Message.filter(state="sent").count() == 2


async def test_a_copy_is_tried_again_only_once_it_is_certain_that_the_first_try_sent_nothing(
    writes: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    await writes.google.post("/sandbox/faults", json={"path_prefix": SEND, "status": 503, "times": 2})
    copies = await writes.sends()
    await writes.delivers()
    await writes.waits()
    await writes.delivers()
    assert await writes.states(copies) == {BOB: "waiting", CHARLIE: "waiting"}, "it may be under way still"
    monkeypatch.setattr(earlier_try, "SETTLED", timedelta())
    await writes.waits()
    await writes.delivers()
    assert await writes.states(copies) == {BOB: "sent", CHARLIE: "sent"}
    assert [len(await writes.got(each)) for each in ("bob", "charlie")] == [1, 1]


async def test_a_copy_sent_just_before_a_crash_is_found_in_gmail(
    writes: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies = await writes.sends()

    async def dies(*_: Any) -> Any:
        raise asyncio.CancelledError

    with monkeypatch.context() as patch:
        patch.setattr(deliver, "_settle", dies)
        with pytest.raises(asyncio.CancelledError):
            await writes.delivers()
    assert await Copy.filter(state="waiting").count() == 2
    left = [len(await writes.got(each)) for each in ("bob", "charlie")]
    assert sum(left) >= 1
    monkeypatch.setattr(earlier_try, "SETTLED", timedelta())
    await Copy.all().update(claimed_until=None)
    await writes.waits()
    await writes.delivers()
    assert await writes.states(copies) == {BOB: "sent", CHARLIE: "sent"}
    assert [len(await writes.got(each)) for each in ("bob", "charlie")] == [1, 1]


async def test_simultaneous_workers_send_each_copy_once(writes: Writer) -> None:
    copies = await writes.sends()
    async with writes.world.app.app_context():
        ids = await Copy.all().values_list("id", flat=True)
        await asyncio.gather(*(deliver.send_copy({"copy": each}) for each in [*ids, *ids, *ids]))
    await writes.delivers()
    assert await writes.states(copies) == {BOB: "sent", CHARLIE: "sent"}
    assert [len(await writes.got(each)) for each in ("bob", "charlie")] == [1, 1]


async def test_the_text_of_the_copies_is_deleted_once_the_last_copy_is_sent(writes: Writer) -> None:
    await writes.sends()
    text = await CopyText.get()
    assert b"menu" not in text.sealed
    await writes.delivers()
    assert await CopyText.all().count() == 0


async def test_a_copied_reply_stays_in_its_conversation_and_keeps_its_alias(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    await google.post(
        "/sandbox/deliver",
        content=b"From: bob@sandbox.example\r\nTo: alice@sandbox.example\r\nMessage-ID: <q@x>\r\n\r\nHi",
        headers={"X-Rcpt-To": "alice@sandbox.example"},
    )
    headers = {"In_Reply_To": "<q@x>", "References": "<o@x> <q@x>", "Reply_To": "replies@x.example"}
    raw = the_draft(From="Studio Arnold <studio@sandbox.example>", **headers)
    writes = await writer(world, alice, google, raw)
    await writes.sends()
    await writes.delivers()
    (mail,) = await writes.got("bob")
    assert str(mail["From"]) == "Studio Arnold <studio@sandbox.example>"
    assert [mail["In-Reply-To"], mail["References"], mail["Reply-To"]] == [
        "<q@x>",
        "<o@x> <q@x>",
        "replies@x.example",
    ]
    sent = [one for one in await google.mails("alice") if "SENT" in one["labels"]]
    (question,) = [one for one in await google.mails("alice") if "INBOX" in one["labels"]]
    assert {one["threadId"] for one in sent} == {question["threadId"]}


async def test_copies_of_a_new_mail_start_conversations_of_their_own(writes: Writer) -> None:
    await writes.sends()
    await writes.delivers()
    sent = [one for one in await writes.google.mails("alice") if "SENT" in one["labels"]]
    assert len({one["threadId"] for one in sent}) == 2


async def test_a_search_that_stops_at_its_limit_does_not_prove_that_a_copy_was_not_sent(
    writes: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    await writes.sends()
    await writes.delivers()
    async with writes.world.app.app_context():
        mine = await gmail_for(writes.world.alice.id)
        assert isinstance(mine, Gmail)
        past = clock.now() - timedelta(hours=1)
        assert await mine.find_sent("X-Copy-Id", "nobody", past) is None
        monkeypatch.setattr(gmail, "LOOKED_FOR", 1)
        assert isinstance(await mine.find_sent("X-Copy-Id", "nobody", past), Unsure)


async def test_a_copy_stopped_during_a_try_does_not_go_on_waiting(
    writes: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stop finds both copies claimed, and Google refuses them temporarily."""
    await writes.google.post("/sandbox/faults", json={"path_prefix": SEND, "status": 429, "times": 2})
    copies = await writes.sends()
    send = gmail.Gmail.send

    async def meanwhile(*given: Any) -> Any:
        await writes.extension.post("/copies/stops", {"draft_id": writes.draft["gid"]})
        return await send(*given)

    monkeypatch.setattr(gmail.Gmail, "send", meanwhile)
    await writes.delivers()
    assert await writes.states(copies) == {BOB: "stopped", CHARLIE: "stopped"}
    assert await CopyText.all().count() == 0
    assert await writes.got("bob") == []


async def test_a_copy_has_the_decoy_and_the_view_time_image_if_they_are_on(writes: Writer) -> None:
    await writes.sends(decoy=True, view_time=True)
    await writes.delivers()
    html = html_of((await writes.got("bob"))[0])
    assert html.count('aria-hidden="true" tabindex="-1"') == 1
    assert [html.count("/p/alicexxx/"), html.count("/p/alicexxx/r/")] == [2, 1]
    assert [has_view_time(kept.report) for kept in await GmailMessage.all()] == [True, True]


async def test_a_copy_gets_only_the_pixel_when_link_tracking_is_off(writes: Writer) -> None:
    await writes.sends(links=False, decoy=True)
    await writes.delivers()
    html = html_of((await writes.got("bob"))[0])
    assert html.startswith(HTML.removesuffix("</div>"))
    assert html.count("/p/alicexxx/") == 1
