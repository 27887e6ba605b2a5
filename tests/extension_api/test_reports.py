"""Reports of one mail become one message, whatever their number and order."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest

from server.events.models import Event
from server.lib import clock
from server.lib.outbox import OutboxRow
from server.marks.marks import Marks, marks_for, new_marks
from server.marks.tokens import LIFETIME, Purpose, TokenClaims, sign
from server.messages.models import GmailMessage, Link, Message, Recipient, Source
from tests.extension_api.paired import Extension, pair, report_of
from tests.extension_api.reading import clicks, opens
from tests.world import World

MENU = "https://example.com/menu?a=1&b=2#top"


def iso(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


@pytest.fixture
async def extension(world: World) -> Extension:
    """Alice's browser."""
    return await pair(world, world.alice)


async def test_a_report_creates_the_message_with_its_recipients_and_links(
    world: World, extension: Extension
) -> None:
    (lease,) = await extension.leases()
    report = report_of(
        lease,
        cc=[{"address": "charlie@sandbox.example", "name": ""}],
        bcc=[{"address": "dora@example.com", "name": "Dora"}],
        gmail_message_id="18c0ffee18c0ffee",
        gmail_thread_id="18c0ffee18c0ffef",
        rfc822_message_id="<CA+x@mail.gmail.com>",
    )
    assert await extension.reports(report) == ["stored"]
    message = await Message.get(id=lease["id"])
    assert (message.account_id, message.state, message.subject) == (
        world.alice.id,
        "sent",
        "Lunch on Friday?",
    )
    assert (message.from_address, message.from_name) == ("alice@sandbox.example", "Alice Arnold")
    assert (message.rfc822_message_id, message.source) == ("<CA+x@mail.gmail.com>", Source.GMAIL)
    kept = await GmailMessage.get(message_id=message.id)
    assert (kept.gmail_id, kept.thread_id) == ("18c0ffee18c0ffee", "18c0ffee18c0ffef")
    assert kept.draft_id == "msg-a:r-1"
    assert iso(message.sent_at or clock.now()) == report["sent_at"]
    assert message.listed_at == message.sent_at
    assert "bob bauer bob@sandbox.example" in message.search_text
    recipients = (
        await Recipient.filter(message_id=message.id)
        .order_by("number")
        .values_list("number", "kind", "address")
    )
    assert list(recipients) == [
        (1, "to", "bob@sandbox.example"),
        (2, "cc", "charlie@sandbox.example"),
        (3, "bcc", "dora@example.com"),
    ]
    links = await Link.filter(message_id=message.id).order_by("number")
    assert [(link.number, link.url, link.text) for link in links] == [
        (1, MENU, "the menu"),
        (2, "https://example.org/", "how to get there"),
    ]
    assert len(links[0].url_hash) == 64


async def test_the_same_report_again_changes_nothing(world: World, extension: Extension) -> None:
    (lease,) = await extension.leases()
    report = report_of(lease)
    assert await extension.reports(report) == ["stored"]
    before = await Message.get(id=lease["id"]).values()
    rows = await Recipient.all().values(), await Link.all().values()
    assert await extension.reports(report, report) == ["known", "known"]
    assert await Message.get(id=lease["id"]).values() == before
    assert (await Recipient.all().values(), await Link.all().values()) == rows


async def test_five_simultaneous_reports_of_one_mail_create_one_message(
    world: World, extension: Extension
) -> None:
    (lease,) = await extension.leases()
    report = report_of(lease)
    answers = await asyncio.gather(*(extension.reports(report) for _ in range(5)))
    assert sorted(status for (status,) in answers) == ["known"] * 4 + ["stored"]
    assert await Message.all().count() == 1
    assert await Link.all().count() == 2


async def test_a_later_report_fills_in_the_ids(world: World, extension: Extension) -> None:
    (lease,) = await extension.leases()
    await extension.reports(report_of(lease))
    later = iso(clock.now() + timedelta(seconds=1))
    await extension.reports(report_of(lease, gmail_message_id="abc123def", observed_at=later))
    await extension.reports(report_of(lease, observed_at=iso(clock.now() + timedelta(seconds=2))))
    assert (await GmailMessage.get(message_id=lease["id"])).gmail_id == "abc123def"


async def test_gmail_is_asked_once_for_each_new_report(world: World, extension: Extension) -> None:
    (lease,) = await extension.leases()
    await extension.reports(report_of(lease))
    assert await OutboxRow.filter(fact="reported").count() == 0  # without an id there is nothing to ask for
    report = report_of(lease, gmail_message_id="abc123def", observed_at=iso(clock.now()))
    await extension.reports(report)
    await extension.reports(report)
    assert await OutboxRow.filter(fact="reported", listener__contains="sent_headers").count() == 1


async def test_hits_from_before_the_report_are_joined_to_it(world: World, extension: Extension) -> None:
    """An open from before the send does not count."""
    (lease,) = await extension.leases()
    sent = clock.now() - timedelta(seconds=30)
    await opens(world.alice, lease["id"], sent - timedelta(seconds=20))
    await opens(world.alice, lease["id"], sent + timedelta(seconds=10))
    await clicks(world.alice, lease["id"], MENU, sent + timedelta(seconds=25))
    unreported = await Message.get(id=lease["id"])
    assert (unreported.state, unreported.opens) == ("unreported", 2)
    await extension.reports(report_of(lease, sent_at=iso(sent), observed_at=iso(sent)))
    # The lease was issued just now, so the mail cannot have been sent before. Its sending time is accepted
    # only because it is within the few minutes by which clocks may differ.
    message = await Message.get(id=lease["id"])
    assert (message.state, message.opens, message.raw_opens, message.clicks) == ("sent", 1, 2, 1)
    link = await Link.get(message_id=message.id, url=MENU)
    assert link.clicks == 1
    (before, _, click) = await Event.filter(message_id=message.id).order_by("at")
    assert before.verdict == "before_sending"
    assert click.link_id == link.id
    assert click.recipient_id == (await Recipient.get(message_id=message.id)).id


async def test_opens_of_an_undone_mail_do_not_count_and_the_mail_can_be_sent_again(
    world: World, extension: Extension
) -> None:
    (lease,) = await extension.leases()
    start = clock.now() - timedelta(minutes=2)
    first = report_of(lease, sent_at=iso(start), observed_at=iso(start))
    await extension.reports(first)
    await opens(world.alice, lease["id"], start + timedelta(seconds=1))
    undone = start + timedelta(seconds=3)
    assert await extension.reports({**first, "state": "undone", "observed_at": iso(undone)}) == ["stored"]
    message = await Message.get(id=lease["id"])
    assert (message.state, message.opens, message.raw_opens) == ("undone", 0, 0)
    assert message.undone_at is not None
    assert await Event.filter(message_id=message.id).count() == 1

    again = start + timedelta(seconds=60)
    resent = report_of(
        lease,
        subject="Lunch on Saturday?",
        to=[{"address": "charlie@sandbox.example", "name": "Charlie"}],
        links=[{"url": "https://example.net/", "text": ""}, first["links"][0]],
        sent_at=iso(again),
        observed_at=iso(again),
    )
    assert await extension.reports(resent) == ["stored"]
    message = await Message.get(id=lease["id"])
    assert (message.state, message.subject, message.undone_at) == ("sent", "Lunch on Saturday?", None)
    assert iso(message.sent_at or start) == iso(again)
    assert [one.address for one in await Recipient.filter(message_id=message.id)] == [
        "charlie@sandbox.example"
    ]
    links = await Link.filter(message_id=message.id).order_by("number")
    assert [link.url for link in links] == ["https://example.net/", MENU]
    assert await extension.reports({**first, "state": "undone", "observed_at": iso(undone)}) == ["known"]
    assert (await Message.get(id=lease["id"])).state == "sent"


async def test_a_mail_reported_as_scheduled_is_stored_as_scheduled(
    world: World, extension: Extension
) -> None:
    (lease,) = await extension.leases()
    await extension.reports(report_of(lease, state="scheduled"))
    assert (await Message.get(id=lease["id"])).state == "scheduled"


@pytest.mark.parametrize(
    ("off_by", "noted"),
    [(timedelta(hours=2), True), (timedelta(days=-400), True), (timedelta(minutes=4), False)],
)
async def test_a_sending_time_by_a_wrong_clock_is_replaced_by_the_time_of_the_report(
    world: World, extension: Extension, off_by: timedelta, noted: bool
) -> None:
    (lease,) = await extension.leases()
    now = clock.now()
    report = report_of(lease, sent_at=iso(now + off_by), observed_at=iso(now + off_by))
    await extension.reports(report)
    message = await Message.get(id=lease["id"])
    assert message.sent_at is not None
    assert now - timedelta(seconds=5) < message.sent_at < clock.now() + timedelta(seconds=5)
    assert ("clock" in (await GmailMessage.get(message_id=message.id)).report) == noted
    assert await extension.reports(report) == ["known"]
    assert (await Message.get(id=lease["id"])).sent_at == message.sent_at


async def test_an_open_counts_although_the_browsers_clock_is_some_minutes_ahead(
    world: World, extension: Extension
) -> None:
    """Without Gmail, nothing would correct the time later, and the first open would not be announced."""
    (lease,) = await extension.leases(1)
    ahead = iso(clock.now() + timedelta(minutes=4))
    await extension.reports(report_of(lease, sent_at=ahead, observed_at=ahead))
    await opens(world.alice, lease["id"], clock.now() + timedelta(seconds=20))
    assert (await Message.get(id=lease["id"])).opens == 1


async def test_a_report_after_weeks_is_accepted_although_its_token_has_expired(
    world: World, extension: Extension
) -> None:
    sent = clock.now() - timedelta(days=100)
    old = _marks(world, sent.timestamp())
    report = report_of(_lease(old), sent_at=iso(sent), observed_at=iso(sent))
    assert await extension.reports(report) == ["stored"]
    older = _marks(world, (clock.now() - timedelta(days=121)).timestamp())
    assert await extension.reports(report_of(_lease(older))) == ["refused"]


async def test_nobody_can_report_another_persons_mail(world: World, extension: Extension) -> None:
    """S6."""
    (bobs,) = await (await pair(world, world.bob)).leases()
    (mine, other) = await extension.leases(2)
    claims = TokenClaims(world.alice.id, _marks(world).message, 0, int(clock.unix()) + 1000)
    for lease in (
        bobs,
        {**mine, "pixel_token": other["pixel_token"]},
        {**mine, "pixel_token": mine["pixel_token"][:-2] + "AA"},
        {**mine, "pixel_token": sign(world.ring, Purpose.UNSUBSCRIBE, claims)},
        {**mine, "pixel_token": "nonsense"},
    ):
        answer = await extension.post("/reports", {"reports": [report_of(lease)]})
        (result,) = (await answer.get_json())["results"]
        assert (result["lease"], result["status"]) == (lease["id"], "refused")
        assert "pixel token" in result["message"]
    assert await Message.all().count() == 0


async def test_bob_cannot_overwrite_alices_message_by_its_id(world: World, extension: Extension) -> None:
    """S6: the token is signed for Bob, with the id of a message of Alice."""
    message = await world.sends(world.alice)
    forged = marks_for(message.id, world.ring, "x", world.bob.id, "bobxxxxx", clock.unix())
    bobs = await pair(world, world.bob)
    assert await bobs.reports(report_of(_lease(forged), subject="Mine now")) == ["refused"]
    assert (await Message.get(id=message.id)).subject == "Lunch on Friday?"


async def test_one_refused_report_does_not_delay_the_others(world: World, extension: Extension) -> None:
    first, second = await extension.leases(2)
    refused = report_of(first, pixel_token="nonsense")
    assert await extension.reports(refused, report_of(second)) == ["refused", "stored"]


async def test_a_mail_with_two_thousand_links_and_five_hundred_recipients_is_accepted(
    extension: Extension,
) -> None:
    (lease,) = await extension.leases()
    people = [{"address": f"p{number}@example.com", "name": f"P {number}"} for number in range(500)]
    links = [{"url": f"https://example.com/{number}", "text": str(number)} for number in range(2000)]
    assert await extension.reports(report_of(lease, to=people, links=links)) == ["stored"]
    assert await Recipient.all().count() == 500
    assert await Link.all().count() == 2000


async def test_a_report_is_announced_to_open_pages(world: World, extension: Extension) -> None:
    (lease,) = await extension.leases()
    with world.hub.subscribe(f"account:{world.alice.id}") as news:
        await extension.reports(report_of(lease))
        assert news.get_nowait() == lease["id"]
        await extension.reports(report_of(lease, **(await _said(lease))))
        assert news.empty()


def _marks(world: World, now: float | None = None) -> Marks:
    alice = world.alice
    return new_marks(world.ring, world.public_url, alice.id, alice.prefix, now or clock.unix())


def _lease(marks: Marks) -> dict[str, Any]:
    assert marks.expires_at > LIFETIME[Purpose.OPEN]
    return {"id": str(marks.message), "pixel_token": marks.pixel_token}


async def _said(lease: dict[str, Any]) -> dict[str, str]:
    report = (await GmailMessage.get(message_id=lease["id"])).report
    return dict.fromkeys(("sent_at", "observed_at"), report["fields"]["sent_at"][1])
