"""Alice makes messages by hand, for scripts and for mails that she writes elsewhere."""

from __future__ import annotations

import re
from ipaddress import ip_address

import pytest

from server.lib import clock
from server.lib.net.ip import IPAddress
from server.lib.net.resolver import SystemResolver
from server.lib.user_error import UserError
from server.marks.links import LONGEST_URL
from server.marks.manual import ManualMessage, check_names, make
from server.messages.models import Link, Message, Recipient
from tests.world import World

LINK = "https://example.com/menu"


async def test_alice_creates_manual_messages(world: World) -> None:
    wanted = ManualMessage("Bob@Sandbox.Example", "Lunch on Friday?", [LINK, "http://example.org/"])
    first, second = await make(world.alice, wanted, 2, world.ring, world.public_url)
    assert first.message != second.message
    for marks in (first, second):
        message = await Message.get(id=marks.message)
        assert (message.source, message.state, message.subject) == ("manual", "sent", "Lunch on Friday?")
        assert (message.account_id, message.from_address, message.from_name) == (
            world.alice.id,
            "alice@sandbox.example",
            "Alice",
        )
        assert message.search_text == "lunch on friday? bob@sandbox.example"
        assert message.sent_at == message.listed_at == message.reported_at == message.updated_at
        assert abs((clock.now() - message.updated_at).total_seconds()) < 60
        [bob] = await Recipient.filter(message_id=marks.message)
        assert (bob.number, bob.kind, bob.address, bob.domain) == (
            1,
            "to",
            "Bob@Sandbox.Example",
            "sandbox.example",
        )
        links = await Link.filter(message_id=marks.message).order_by("number")
        assert [(link.number, link.url) for link in links] == [(1, LINK), (2, "http://example.org/")]


async def test_a_manual_message_needs_no_recipient_and_no_subject(world: World) -> None:
    [marks] = await make(world.alice, ManualMessage(), 1, world.ring, world.public_url)
    message = await Message.get(id=marks.message)
    assert (message.subject, message.search_text) == ("", "")
    assert await Recipient.all().count() == await Link.all().count() == 0


async def test_a_text_that_is_too_long_is_cut_or_refused_before_anything_is_created(world: World) -> None:
    wanted = ManualMessage("b" * 300, "s" * 1200)
    [marks] = await make(world.alice, wanted, 1, world.ring, world.public_url)
    assert len((await Message.get(id=marks.message)).subject) == 1000
    assert len((await Recipient.get(message_id=marks.message)).address) == 254
    longest = "https://example.com/" + "ü" * ((LONGEST_URL - 20) // 2)
    assert len(longest.encode()) == LONGEST_URL == 1350
    await make(world.alice, ManualMessage(links=[longest]), 1, world.ring, world.public_url)
    before = await Message.all().count()
    with pytest.raises(UserError, match=re.escape("1351 bytes is too long to be tracked (at most 1350)")):
        await make(world.alice, ManualMessage(links=[LINK, longest + "x"]), 1, world.ring, world.public_url)
    with pytest.raises(UserError, match="Only http and https"):
        await make(world.alice, ManualMessage(links=["ftp://example.com/"]), 1, world.ring, world.public_url)
    assert await Message.all().count() == before


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ("http://127.0.0.1:8000/", "private network"),
        ("http://0x7f.1/", "private network"),
        ("https://printer/", "private network"),
        ("https://wiki.internal/", "private network"),
        ("https://[::1]/", "private network"),
        ("https://", "not a valid web address"),
        ("https://exa mple.com/", "not a valid web address"),
        ("example.com", "not a valid web address"),
        ("javascript:alert(1)", "Only http and https"),
        ("https://name@example.com/", "a user name or a password"),
        ("https://u:p[@example.com/x", "a user name or a password"),
    ],
)
async def test_a_link_that_would_not_be_tracked_in_a_mail_is_refused_before_the_mail_is_sent(
    world: World, link: str, why: str
) -> None:
    with pytest.raises(UserError, match=why):
        await make(world.alice, ManualMessage(links=[link]), 1, world.ring, world.public_url)
    assert await Message.all().count() == 0


async def test_a_link_to_a_name_with_a_private_address_is_refused() -> None:
    addresses = {"intranet.example.com": "10.0.0.5", "example.com": "93.184.215.14"}

    def look_up(host: str) -> list[IPAddress]:
        return [ip_address(addresses[host])] if host in addresses else []

    resolver = SystemResolver(look_up)
    with pytest.raises(UserError, match=r"intranet\.example\.com has an address in a private network"):
        await check_names([LINK, "https://intranet.example.com/x"], resolver)
    await check_names([LINK, "https://not-known-yet.example.com/"], resolver)
