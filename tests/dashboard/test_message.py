"""A message's page shows its timeline, its links, what tracking cannot know, and its alert."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from server.alerts.models import Alert
from server.dashboard.timeline import MOST_EVENTS
from server.lib import clock
from server.messages.models import Link, Mute, Recipient, Return
from server.verdicts.rules.people import RETURN_SECONDS
from tests.dashboard.mails import is_opened, minutes_ago, verbatim
from tests.dashboard.test_list import HTMX, text_of
from tests.extension_api.reading import opens
from tests.world import World

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{7*7}}"


async def test_alice_reads_what_happened_and_how_certain_it_is(world: World) -> None:
    """Covers 159, 225, 53."""
    message = await world.sends(world.alice, links=["https://example.com/menu"], sent_at=minutes_ago(30))
    await is_opened(message, at=minutes_ago(20), city="Lyon", country="France")
    await is_opened(message, verdict="prefetch", counts=False, evidence=["gmail_prefetch"])
    page = await text_of(await world.browser_of(world.alice), f"/messages/{message.id}")
    for said in (
        "Opened once", "A person opened the message", "app loaded the image directly", "near Lyon, France",
        "Gmail loaded the image in advance", "timeline-entry-quiet", "You sent it", "example.com/menu",
        "0 clicks", "Bob",
        "a message that shows no sign of being opened may still have been read", "forwarded",
        "direct_client. Likelihood that it was a person: 90 out of 100",
    ):  # fmt: skip
        assert said in page, said


async def test_the_timeline_says_why_an_open_is_only_likely_and_later_what_confirmed_it(
    world: World,
) -> None:
    message, now = await world.sends(world.alice), clock.now()
    alice = await world.browser_of(world.alice)
    await opens(world.alice, message.id, now)
    page = await text_of(alice, f"/messages/{message.id}")
    for said in (
        "Likely opened once", "A person likely opened the message", "Likely a person",
        "Some machines look the same, and nothing has confirmed yet that this was a person.",
    ):  # fmt: skip
        assert said in page, said
    await opens(world.alice, message.id, now + timedelta(seconds=RETURN_SECONDS))
    page = await text_of(alice, f"/messages/{message.id}")
    for said in (
        "Opened twice", "A person opened the message", "The same app came back later, at a person’s pace.",
        "Was “Likely a person”, now “A person”: The same app came back later, at a person’s pace.",
        "The same app had been here before, and came back at a person’s pace.",
    ):  # fmt: skip
        assert said in page, said
    assert "Some machines look the same" not in page


async def test_replies_and_bounces_are_in_the_timeline_and_next_to_each_recipient(world: World) -> None:
    message = await world.sends(
        world.alice,
        to="bob@x.example,Dora@x.example,eve@x.example",
        replied_at=minutes_ago(3),
        bounces=1,
    )
    for number, (kind, address, status) in enumerate(
        (
            ("reply", "bob@x.example", ""),
            ("bounce", "dora@x.example", "5.1.1"),
            ("automatic", "eve@x.example", ""),
        )
    ):
        await Return.create(
            message_id=message.id, kind=kind, address=address, name="", at=minutes_ago(3),
            noticed_at=clock.now(), status=status, lasting=True,
            gmail_message_id=f"a{number}", gmail_thread_id="a0",
        )  # fmt: skip
    page = await text_of(await world.browser_of(world.alice), f"/messages/{message.id}")
    for said in (
        "bob@x.example replied", "Couldn’t be delivered to dora@x.example: mailbox not found",
        "the message was read",
        "Automatic or mailing-list message from eve@x.example",
        '<span class="person-answered">answered</span>',
        '<span class="person-lost">not delivered: mailbox not found</span>',
    ):  # fmt: skip
        assert said in page, said
    assert page.count("person-answered") == page.count("person-lost") == 1
    listed = await text_of(await world.browser_of(world.alice), "/")
    assert "Answered; not delivered to 1 of 3" in listed


async def test_the_page_says_that_all_recipients_got_the_same_message_and_lists_those_in_cc_last(
    world: World,
) -> None:
    message = await world.sends(world.alice, to="bob@x.example,charlie@x.example,dora@x.example")
    await Recipient.filter(message_id=message.id, number=3).update(kind="cc")
    page = await text_of(await world.browser_of(world.alice), f"/messages/{message.id}")
    assert "All 3 recipients got the same message" in page
    assert page.index("<dt>To</dt>") < page.index("<dt>Cc</dt>")


async def test_the_page_says_where_gmails_data_corrects_the_report(world: World) -> None:
    found = {
        "subject": ["Lunch", "Lunch <on> Friday"],
        "sent_at": ["2025-11-03T09:12:00Z", "2025-11-03T09:15:00Z"],
    }
    message = await world.sends(world.alice, differences=found)
    page = await text_of(await world.browser_of(world.alice), f"/messages/{message.id}")
    assert page.count(" in Gmail:</strong>") == 2
    assert "Lunch &lt;on&gt; Friday" in page
    assert "3 Nov 2025, 09:15" in page


async def test_another_persons_message_seems_not_to_exist(world: World) -> None:
    message = await world.sends(world.alice)
    charlie = await world.browser_of(world.charlie)
    for path in ("", "/row"):
        theirs = await charlie.get(f"/messages/{message.id}{path}")
        absent = await charlie.get(f"/messages/{uuid4()}{path}")
        assert theirs.status_code == absent.status_code == 404
        assert await theirs.get_data() == await absent.get_data()
    for path in ("/mute", "/mute/removal"):
        assert (await charlie.post(f"/messages/{message.id}{path}")).status_code == 404
    assert not await Mute.exists()


async def test_markup_in_a_mail_is_shown_as_text_in_the_list_and_on_the_messages_page(world: World) -> None:
    """Covers S5 of the pages of messages."""
    message = await world.sends(
        world.alice, to=f"{MARKUP}@x.example", subject=MARKUP, links=["https://example.com/" + MARKUP],
        from_address=MARKUP, differences={"subject": [MARKUP, MARKUP]}, opens=1,
    )  # fmt: skip
    await Recipient.filter(message_id=message.id).update(name=MARKUP)
    await Link.filter(message_id=message.id).update(text=MARKUP)
    link = await Link.get(message_id=message.id)
    for number, kind in enumerate(("reply", "automatic", "bounce", "delay")):
        await Return.create(
            message_id=message.id, kind=kind, address=MARKUP, name=MARKUP, at=clock.now(),
            noticed_at=clock.now(), gmail_message_id=str(number), gmail_thread_id="a0",
        )  # fmt: skip
    await is_opened(message, user_agent=MARKUP, client=MARKUP, city=MARKUP, evidence=verbatim(MARKUP))
    await is_opened(message, kind="click", link_id=link.id, url=link.url, referer=MARKUP)
    visitor = await world.browser_of(world.alice)
    for path in ("/", "/?q=script", f"/messages/{message.id}", f"/messages/{message.id}/row"):
        page = await text_of(visitor, path)
        assert "alert(1)" in page
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "{{7*7}}" in page


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,hi", "vbscript:x", "//evil.example"])
async def test_an_address_that_is_not_a_web_address_does_not_become_a_link(world: World, url: str) -> None:
    message = await world.sends(world.alice, links=[url])
    page = await text_of(await world.browser_of(world.alice), f"/messages/{message.id}")
    assert f'href="{url}"' not in page


async def test_an_undone_mail_says_why_its_opens_do_not_count(world: World) -> None:
    message = await world.sends(world.alice, state="undone", undone_at=clock.now())
    await is_opened(message, counts=False, undone_at=clock.now())
    page = await text_of(await world.browser_of(world.alice), f"/messages/{message.id}")
    assert "You undid the send" in page
    assert "You undid the send, so this doesn’t count." in page
    assert "Mute" not in page


async def test_alice_mutes_and_unmutes_a_message_without_javascript(world: World) -> None:
    message = await world.sends(world.alice)
    visitor = await world.browser_of(world.alice)
    for _ in range(2):  # a second click changes nothing
        answer = await visitor.post(f"/messages/{message.id}/mute")
        assert answer.status_code == 303
        assert answer.headers["Location"] == f"/messages/{message.id}"
    assert await Mute.filter(message_id=message.id).count() == 1
    assert "Unmute" in await text_of(visitor, f"/messages/{message.id}")
    await visitor.post(f"/messages/{message.id}/mute/removal")
    assert not await Mute.exists()


async def test_muting_with_htmx_returns_only_the_button_to_unmute(world: World) -> None:
    message = await world.sends(world.alice)
    visitor = await world.browser_of(world.alice)
    answer = await visitor.post(f"/messages/{message.id}/mute", headers=HTMX)
    part = await answer.get_data(as_text=True)
    assert part.lstrip().startswith('<form id="mute"')
    assert "Unmute" in part


async def test_a_message_whose_first_open_was_announced_has_no_mute_button(world: World) -> None:
    message = await world.sends(world.alice)
    event = await is_opened(message)
    await Alert.create(
        account_id=world.alice.id, message_id=message.id, kind="first_open", event_id=event.id,
        rfc822_message_id="<a@b.example>", created_at=clock.now(), sent_at=clock.now(),
    )  # fmt: skip
    page = await text_of(await world.browser_of(world.alice), f"/messages/{message.id}")
    assert "Email about the first open sent: " in page
    assert 'id="mute"' not in page


async def test_times_are_in_alices_time_zone(world: World) -> None:
    world.alice.time_zone = "Asia/Tokyo"
    await world.alice.save()
    message = await world.sends(world.alice, sent_at=clock.from_unix(1_700_000_000))
    page = await text_of(await world.browser_of(world.alice), f"/messages/{message.id}")
    assert "15 Nov 2023, 07:13" in page


async def test_a_message_with_very_many_events_says_how_many_earlier_events_it_does_not_show(
    world: World,
) -> None:
    message = await world.sends(world.alice)
    for number in range(MOST_EVENTS + 3):
        await is_opened(message, verdict="scanner", counts=False, at=minutes_ago(number / 60))
    message.raw_opens = MOST_EVENTS + 3
    await message.save()
    page = await text_of(await world.browser_of(world.alice), f"/messages/{message.id}")
    assert "3 earlier events are kept" in page
