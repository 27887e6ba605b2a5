"""Replies to Alice's mails in her Gmail, by people and by machines, are noticed once each."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.events.models import Event
from server.google.models import ReplyWatch
from server.lib import clock
from server.messages.models import GmailMessage, Message, Recipient, Return
from server.messages.return_wording import returned_title
from tests.events.stored import history_of
from tests.extension_api.reading import GMAIL_PROXY, opens
from tests.messages.incoming_mail import Post, came, thread_of

BOB = "Bob Bauer <bob@sandbox.example>"


async def fresh(message: Message) -> Message:
    return await Message.get(id=message.id)


async def test_bobs_reply_is_noticed_once(post: Post) -> None:
    message = await post.sends()
    await post.comes(message, BOB)
    for _ in range(3):
        await post.looks()
    assert await came(message) == [("reply", "bob@sandbox.example")]
    row = await Return.get()
    assert (row.name, (await fresh(message)).replied_at) == ("Bob Bauer", row.at)
    await ReplyWatch.all().update(history_id="", looked_at=None)  # read again from the beginning
    await post.looks()
    assert await Return.all().count() == 1


async def test_a_reply_raises_the_score_of_earlier_opens_and_the_history_says_why(post: Post) -> None:
    message = await post.sends(sent_at=clock.now() - timedelta(hours=1))
    await opens(post.world.alice, message.id, clock.now() - timedelta(minutes=30), agent=GMAIL_PROXY)
    before = await Event.get()
    await post.comes(message, BOB)
    await post.looks()
    after = await Event.get()
    assert (before.verdict, after.verdict) == ("likely_person", "likely_person")
    assert after.score > before.score
    assert (await history_of(after))[-1].because == "later_reply"


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Auto_Submitted": "auto-generated (rule 7)"},
        {"Precedence": "auto_reply"},
        {"X_Autoreply": "yes"},
        {"List_Id": "<lunch.example.com>", "Auto_Submitted": "auto-generated"},
        {"Return_Path": "<>"},
        {"Subject": "Out of Office: Lunch on Friday?"},
        {"Subject": "=?utf-8?q?R=C3=A9ponse_automatique_=3A_Lunch?="},
    ],
    ids=str,
)
async def test_an_automatic_reply_is_stored_as_automatic_and_does_not_count_as_a_reply(
    post: Post, headers: dict[str, str]
) -> None:
    message = await post.sends()
    await post.comes(message, BOB, **headers)
    await post.looks()
    assert await came(message) == [("automatic", "bob@sandbox.example")]
    found = await fresh(message)
    assert found.replied_at is None
    assert found.updated_at > message.updated_at  # so an open page shows the reply immediately


async def test_bobs_program_may_repeat_alices_subject_whatever_it_says(post: Post) -> None:
    message = await post.sends(subject="Abwesend bis 5. Mai")
    await post.comes(message, "bob@sandbox.example", Subject="Abwesend bis 5. Mai")
    await post.looks()
    assert await came(message) == [("reply", "bob@sandbox.example")]


async def test_a_reply_with_headers_that_deny_automation_is_a_persons_reply(post: Post) -> None:
    message = await post.sends()
    await post.comes(message, BOB, Auto_Submitted="no", Precedence="normal")
    await post.looks()
    assert await came(message) == [("reply", "bob@sandbox.example")]


@pytest.mark.parametrize(
    "headers",
    [
        {"Precedence": "bulk"},
        {"Precedence": "list", "List_Id": "<lunch.example.com>"},
        {"List_Unsubscribe": "<https://crm.example/u/1>"},
    ],
    ids=str,
)
async def test_bobs_reply_may_look_like_a_lists_mail(post: Post, headers: dict[str, str]) -> None:
    message = await post.sends()
    await post.comes(message, BOB, **headers)
    await post.looks()
    assert await came(message) == [("reply", "bob@sandbox.example")]
    assert (await fresh(message)).replied_at


THROUGH_TEAM = {
    "List_Id": "<team.example.com>",
    "List_Post": "<mailto:team@example.com>",
    "Precedence": "list",
    "X_Original_From": BOB,
    "Reply_To": BOB,
}


@pytest.mark.parametrize(
    ("to", "address", "name"),
    [
        ("team@example.com", "team@example.com", "Bob Bauer via Team"),
        ("bob@sandbox.example,team@example.com", "bob@sandbox.example", "Bob Bauer"),
        ("bob@sandbox.example", "team@example.com", ""),  # anybody can say that they pass on what Bob wrote
    ],
)
async def test_bobs_reply_through_a_group_counts_for_whom_alice_wrote_to(
    post: Post, to: str, address: str, name: str
) -> None:
    message = await post.sends(to)
    await post.comes(message, "'Bob Bauer' via Team <team@example.com>", **THROUGH_TEAM)
    await post.looks()
    assert await came(message) == [("reply", address)]
    assert (await Return.get()).name == name


async def test_bobs_reply_to_a_group_that_alice_sends_as_is_no_mail_of_hers(post: Post) -> None:
    message = await post.sends(from_address="team@example.com")
    await post.comes(message, "'Bob Bauer' via Team <team@example.com>", **THROUGH_TEAM)
    await post.looks()
    assert await came(message) == [("reply", "bob@sandbox.example")]


async def test_what_a_list_sends_in_the_thread_concerns_no_mail_unless_it_names_one(post: Post) -> None:
    """Gmail joins mails with one subject, though nobody answered."""
    message = await post.sends()
    await post.comes(message, "dora@example.com", List_Id="<lunch.example.com>")
    await post.comes(message, BOB, List_Id="<lunch.example.com>")
    await Message.all().update(rfc822_message_id=None)
    await post.looks()
    assert await came(message) == [("reply", "bob@sandbox.example")]


DESK = {"X_Zendesk_From_Account_Id": "68b8aed", "Auto_Submitted": "auto-generated"}


@pytest.mark.parametrize(
    ("sender", "headers", "kind", "answered"),
    [
        ('"Nina Example (Help)" <help@example.com>', DESK, "desk", True),
        ("Help <help@example.com>", DESK, "desk_note", False),
        ("Help <help@example.com>", {**DESK, "Subject": "Request received"}, "automatic", False),
        ("help@example.com", {"Sender": "calendar-notification@google.com"}, "calendar", False),
        ("help@example.com", {"Feedback_Type": "abuse"}, "feedback", False),
    ],
)
async def test_only_what_a_person_wrote_shows_that_the_mail_was_answered(
    post: Post, sender: str, headers: dict[str, str], kind: str, answered: bool
) -> None:
    message = await post.sends("help@example.com")
    await post.comes(message, sender, **headers)
    await post.looks()
    assert await came(message) == [(kind, "help@example.com")]
    assert bool((await fresh(message)).replied_at) is answered


@pytest.mark.parametrize("sender", ["alice@sandbox.example", "Studio Arnold <Studio@sandbox.example>"])
async def test_alices_own_mails_in_the_thread_are_not_replies(post: Post, sender: str) -> None:
    """Such a mail may be from an address that she only sends as, and from a program other than Gmail."""
    message = await post.sends()
    await post.comes(message, sender)
    await post.looks()
    assert await came(message) == []


async def sent_to_googlemail(post: Post, **values: str) -> Message:
    """Alice has sent a mail to Bob's address at googlemail.com, and to Charlie."""
    message = await post.sends("bob@sandbox.example,charlie@sandbox.example", **values)
    await Recipient.filter(message_id=message.id, number=1).update(address="bob@googlemail.com")
    return message


async def test_gmails_other_domain_is_the_same_person(post: Post) -> None:
    message = await sent_to_googlemail(post, from_address="alice.arnold@googlemail.com")
    await post.comes(message, "Alice <alice.arnold@gmail.com>")
    await post.comes(message, "Bob Bauer <bob@gmail.com>")
    await post.looks()
    assert await came(message) == [("reply", "bob@googlemail.com")]
    assert (await Return.get()).name == "Bob Bauer"


async def test_a_report_about_gmails_other_domain_is_about_the_recipient(post: Post) -> None:
    message = await sent_to_googlemail(post)
    await post.bounces(message, {"address": "bob@gmail.com", "action": "failed", "status": "5.1.1"})
    await post.looks()
    assert await came(message) == [("bounce", "bob@googlemail.com")]


async def test_alices_follow_up_in_gmail_is_not_a_reply(post: Post) -> None:
    message = await post.sends()
    await post.follows_up(message)
    await post.looks()
    assert await came(message) == []


async def test_a_reply_from_another_address_belongs_to_the_mail_that_it_names(post: Post) -> None:
    """The subject differs, so Gmail starts another thread; the Message-ID identifies the mail."""
    first, second = await post.sends(), await post.sends()
    await GmailMessage.filter(message_id=first.id).update(thread_id="abc")
    await post.comes(first, "dora@example.com", Subject="Something else", References="")
    await post.looks()
    assert (await came(first), await came(second)) == ([("reply", "dora@example.com")], [])


async def test_a_reply_that_names_no_mail_belongs_to_the_newest_earlier_mail_of_its_thread(
    post: Post,
) -> None:
    message = await post.sends()
    later = await post.world.sends(
        post.world.alice, thread_id=await thread_of(message), sent_at=clock.now() + timedelta(hours=1)
    )
    await post.comes(message, BOB)
    await Message.all().update(rfc822_message_id=None)
    await post.looks()
    assert (await came(message), await came(later)) == ([("reply", "bob@sandbox.example")], [])


async def test_a_reply_in_a_shared_thread_belongs_to_the_mail_sent_to_its_author(post: Post) -> None:
    """Individual copies of an answer are in one thread."""
    message = await post.sends(sent_at=clock.now() - timedelta(hours=1))
    other = await post.world.sends(post.world.alice, "dora@example.com", thread_id=await thread_of(message))
    await post.comes(message, BOB, Auto_Submitted="auto-replied")
    await Message.all().update(rfc822_message_id=None)
    await post.looks()
    assert (await came(message), await came(other)) == ([("automatic", "bob@sandbox.example")], [])


async def test_a_sender_who_claims_to_be_bob_is_identified_by_his_address(post: Post) -> None:
    message = await post.sends()
    await post.comes(message, "Bob Bauer <charlie@outside.example>")
    await post.looks()
    assert returned_title(await Return.get()) == "charlie@outside.example replied"


async def test_mail_that_answers_no_tracked_mail_is_ignored(post: Post) -> None:
    message = await post.sends()
    await post.comes(message, "dora@example.com", In_Reply_To="<another@x>", References="")
    await post.looks()
    assert await Return.all().count() == 0
