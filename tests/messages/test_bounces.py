"""Alice's mails bounce for all of her recipients, for some of them, or only temporarily."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sandbox.mailboxes.bounce import Trouble, bounce_bytes
from server.events.evaluation.reevaluate_listeners import reevaluate_reconciled
from server.events.models import Event
from server.lib import clock
from server.messages import inbox_poll
from server.messages.models import GmailMessage, Message, Recipient, Return
from tests.events.stored import history_of
from tests.extension_api.reading import GMAIL_PROXY, opens
from tests.inbound.servers import REPORTS
from tests.inbound.shapes import SENT
from tests.messages.incoming_mail import Post, came, thread_of

BLANK = "\r\n\r\n"
BOB = "Bob Bauer <bob@sandbox.example>"


async def fresh(message: Message) -> Message:
    return await Message.get(id=message.id)


async def test_a_mail_to_an_unknown_address_bounces(post: Post) -> None:
    """The stand-in Gmail sends the delivery report, in the format of the real Gmail."""
    message = await post.sends("nobody@sandbox.example")
    await opens(post.world.alice, message.id, clock.now() - timedelta(seconds=1), agent=GMAIL_PROXY)
    await post.looks()
    row = await Return.get()
    assert (row.kind, row.address, row.status, row.lasting) == (
        *("bounce", "nobody@sandbox.example", "5.1.1"),
        True,
    )
    found = await fresh(message)
    assert (found.bounced_at, found.bounces) == (row.at, 1)
    await opens(post.world.alice, message.id, row.at + timedelta(minutes=1), agent=GMAIL_PROXY)
    events = await Event.all().order_by("at")
    assert {event.verdict for event in events[1:]} == {"maybe_you"}
    assert (await fresh(message)).opens == 0


async def test_opens_before_a_bounce_stop_counting_and_the_history_says_why(post: Post) -> None:
    message = await post.sends(sent_at=clock.now() - timedelta(hours=1))
    await opens(post.world.alice, message.id, clock.now() - timedelta(minutes=30), agent=GMAIL_PROXY)
    assert (await fresh(message)).opens == 1
    await post.bounces(
        message, {"address": "bob@sandbox.example", "status": "4.4.1", "diagnostic": "smtp; 421 x"}
    )
    await post.looks()
    event = await Event.get()
    assert (event.verdict, (await fresh(message)).opens) == ("maybe_you", 0)
    [*_, change] = await history_of(event)
    assert (change.was, change.because) == ("likely_person", "before_bounce")
    assert [(row.kind, row.lasting) for row in await Return.all()] == [("bounce", False)]


async def test_opens_stay_counted_when_only_one_of_two_recipients_bounces(post: Post) -> None:
    message = await post.sends("bob@sandbox.example,nobody@sandbox.example")
    await opens(post.world.alice, message.id, clock.now() + timedelta(minutes=1), agent=GMAIL_PROXY)
    await post.looks()
    found = await fresh(message)
    assert (found.bounced_at, found.bounces, found.opens) == (None, 1, 1)
    await post.bounces(message, {"address": "bob@sandbox.example"})
    await post.looks()
    found = await fresh(message)
    assert (found.bounced_at is not None, found.bounces, found.opens) == (True, 2, 0)


async def test_a_recipient_who_replies_has_the_mail_despite_a_bounce(post: Post) -> None:
    message = await post.sends()
    await post.bounces(message, {"address": "bob@sandbox.example"})
    await post.comes(message, BOB)
    await post.looks()
    found = await fresh(message)
    assert (found.bounced_at, found.bounces, found.replied_at is not None) == (None, 0, True)


async def test_a_reply_from_another_address_shows_that_the_mail_arrived_despite_a_bounce(post: Post) -> None:
    """Bob's server forwarded the mail and then reported it as lost."""
    message = await post.sends()
    await post.bounces(message, {"address": "bob@sandbox.example"})
    await post.comes(message, "bob@home.example")
    await post.looks()
    found = await fresh(message)
    assert (found.bounced_at, found.bounces, found.replied_at is not None) == (None, 1, True)


async def test_a_bounce_of_a_forwarded_address_is_attributed_to_the_address_that_alice_wrote_to(
    post: Post,
) -> None:
    message = await post.sends()
    trouble = {"address": "robert@corp.example", "more": ["Original-Recipient: rfc822; bob@sandbox.example"]}
    await post.bounces(message, trouble)
    await post.looks()
    assert await came(message) == [("bounce", "bob@sandbox.example")]
    assert (await fresh(message)).bounced_at is not None


@pytest.mark.parametrize("searched", [False, True])
async def test_a_delivery_report_in_another_thread_is_attributed_to_the_mail_that_it_returns(
    post: Post, searched: bool
) -> None:
    message = await post.sends()
    sent = next(m for m in await post.google.mails("alice") if m["message_id"] == message.rfc822_message_id)
    whole = bounce_bytes(sent["raw"].encode(), (Trouble("bob@sandbox.example"),))
    head, mark, rest = whole.partition(b"MIME-")
    lines = [line for line in head.split(b"\r\n") if not line.startswith((b"In-Reply-To", b"References"))]
    report = b"\r\n".join(lines) + mark + rest
    rcpt = {"X-Rcpt-To": "alice@sandbox.example"}
    await post.google.post("/sandbox/deliver", content=report, headers=rcpt)
    if searched:
        await post.google.delete("/sandbox/history/alice")
    await post.looks()
    row = await Return.get()
    assert (row.kind, row.message_id) == ("bounce", message.id)
    assert row.gmail_thread_id != await thread_of(message)


async def test_a_mail_no_longer_counts_as_bounced_when_another_recipient_becomes_known(post: Post) -> None:
    """Gmail's own headers name one more recipient than the report did."""
    message = await post.sends("nobody@sandbox.example")
    await post.looks()
    assert (await fresh(message)).bounced_at is not None
    await Recipient.create(message_id=message.id, number=2, kind="bcc", address="bob@sandbox.example")
    async with post.world.app.app_context():
        await reevaluate_reconciled({"message": str(message.id)})
    assert ((await fresh(message)).bounced_at, (await fresh(message)).bounces) == (None, 1)


async def test_a_delay_is_not_a_bounce(post: Post) -> None:
    message = await post.sends()
    await post.bounces(message, {"address": "bob@sandbox.example", "action": "delayed", "status": "4.4.7"})
    await post.looks()
    assert await came(message) == [("delay", "bob@sandbox.example")]
    assert ((await fresh(message)).bounced_at, (await fresh(message)).bounces) == (None, 0)


async def test_a_delivery_report_about_another_address_does_not_affect_alices_recipient(post: Post) -> None:
    """Bob's mail is forwarded, and the forwarding failed."""
    message = await post.sends()
    await post.bounces(message, {"address": "bob@old-home.example"})
    await post.looks()
    assert await came(message) == [("bounce", "bob@old-home.example")]
    assert ((await fresh(message)).bounced_at, (await fresh(message)).bounces) == (None, 0)


@pytest.mark.parametrize("whole", [True, False])
async def test_a_bounce_of_an_untracked_mail_does_not_affect_the_tracked_one(post: Post, whole: bool) -> None:
    """Both mails are in one thread."""
    message = await post.sends()
    untracked = await post.follows_up(message)
    if whole:
        trouble = {"address": "bob@sandbox.example"}
        order = {"person": "alice", "message_id": untracked, "troubles": [trouble]}
        await post.google.post("/sandbox/bounce", json=order)
    else:
        failed = {"X_Failed_Recipients": "bob@sandbox.example"}
        await post.comes(message, "MAILER-DAEMON@mx.example", In_Reply_To=untracked, **failed)
    await post.looks()
    assert await came(message) == []
    assert (await fresh(message)).bounced_at is None


async def test_a_bounce_without_a_delivery_report_is_recognised_by_its_failed_recipients_header(
    post: Post,
) -> None:
    message = await post.sends()
    await post.comes(
        message, "Mail Delivery System <MAILER-DAEMON@mx.example>", X_Failed_Recipients="bob@sandbox.example"
    )
    await post.looks()
    assert await came(message) == [("bounce", "bob@sandbox.example")]
    assert (await fresh(message)).bounced_at is not None


async def test_a_bounce_that_precedes_the_extensions_report_is_found_when_that_report_arrives(
    post: Post,
) -> None:
    message = await post.sends(
        "nobody@sandbox.example", state="unreported", thread_id=None, rfc822_message_id=None
    )
    sent = next(mail for mail in await post.google.mails("alice") if "SENT" in mail["labels"])
    await post.looks()
    assert await came(message) == []
    await Message.filter(id=message.id).update(state="sent", rfc822_message_id=sent["message_id"])
    await GmailMessage.filter(message_id=message.id).update(thread_id=sent["threadId"])
    async with post.world.app.app_context():
        await inbox_poll.look_in_thread({"message": str(message.id)})
    assert await came(message) == [("bounce", "nobody@sandbox.example")]


def about(message: Message, shape: str) -> bytes:
    """The report of a mail server, about this mail."""
    return REPORTS[shape].raw.replace(
        SENT.strip("<>").encode(), str(message.rfc822_message_id).strip("<>").encode()
    )


@pytest.mark.parametrize("searched", [False, True])
@pytest.mark.parametrize(
    "shape", ["qmail", "exim", "domino", "outlook.com, in HTML only", "mail.ru, in Russian"]
)
async def test_a_bounce_in_the_form_of_any_mail_server_is_attributed_to_the_mail_that_it_returns(
    post: Post, shape: str, searched: bool
) -> None:
    message = await post.sends()
    await post.arrives(about(message, shape))
    if searched:
        await post.google.delete("/sandbox/history/alice")
    await post.looks()
    row = await Return.get()
    assert (row.kind, row.message_id, row.address) == ("bounce", message.id, "bob@sandbox.example")
    assert (row.status, row.lasting) == (REPORTS[shape].status, True)
    assert (await fresh(message)).bounced_at == row.at


async def test_a_delay_told_only_in_a_text_is_no_bounce(post: Post) -> None:
    message = await post.sends()
    await post.arrives(about(message, "exim that still tries"))
    await post.looks()
    assert await came(message) == [("delay", "bob@sandbox.example")]
    assert (await fresh(message)).bounced_at is None


@pytest.mark.parametrize(
    ("to", "bounces"), [("bob@sandbox.example", 1), ("bob@sandbox.example,charlie@sandbox.example", 0)]
)
async def test_a_bounce_that_names_nobody_is_about_the_only_recipient(
    post: Post, to: str, bounces: int
) -> None:
    message = await post.sends(to)
    report = about(message, "a server that names nobody").replace(b"To: bob@sandbox.example", b"To: list: ;")
    await post.arrives(report)
    await post.looks()
    assert (await fresh(message)).bounces == bounces


async def test_an_answer_that_contains_a_bounce_of_alices_mail_is_an_answer(post: Post) -> None:
    """Bob pastes the report into his answer, and it names Alice's mail."""
    message = await post.sends()
    fields = f"In-Reply-To: {message.rfc822_message_id}\r\nFrom: {BOB}\r\nTo: alice@sandbox.example\r\n"
    report = about(message, "qmail").decode()
    for number, subject in enumerate(("Re: Lunch on Friday?", "Re: failure notice", "Undeliverable: Lunch")):
        own = f"Message-ID: <{number}@sandbox.example>\r\nSubject: {subject}\r\n\r\nI got this:\r\n\r\n"
        await post.arrives(f"{fields}{own}{report.partition(BLANK)[2]}".encode())
    await post.looks()
    assert {kind for kind, _ in await came(message)} == {"reply"}
    assert (await fresh(message)).bounced_at is None


async def test_a_bounce_of_a_mail_that_quotes_alices_mail_does_not_affect_it(post: Post) -> None:
    """The returned mail's text names the Message-ID of another of Alice's mails, as answers may."""
    message = await post.sends()
    report = REPORTS["qmail"].raw.replace(
        b"<quoted@elsewhere.example>", str(message.rfc822_message_id).encode()
    )
    await post.arrives(report)
    await post.looks()
    assert await came(message) == []


async def test_a_strangers_report_that_does_not_name_alices_mail_changes_nothing(post: Post) -> None:
    message = await post.sends()
    await post.arrives(REPORTS["exim"].raw)
    await post.looks()
    assert await came(message) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"X_Failed_Recipients": "bob@sandbox.example"},
        {"X_Failed_Recipients": "bob@sandbox.example", "Auto_Submitted": "auto-replied"},
        {"Subject": "Automatiskt svar: Delivery problem", "Return_Path": "<>"},
        {"Subject": "Delivery failed for order 12", "Return_Path": "<>", "Auto_Submitted": "auto-replied"},
    ],
)
async def test_bobs_mail_is_no_bounce_whatever_its_header_says(post: Post, fields: dict[str, str]) -> None:
    message = await post.sends()
    await post.comes(message, BOB, **fields)
    await post.looks()
    [(kind, address)] = await came(message)
    assert (kind in {"reply", "automatic"}, address) == (True, "bob@sandbox.example")
    assert (await fresh(message)).bounced_at is None
