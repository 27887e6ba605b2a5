"""The feed contains what the popup shows and what the badge counts."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from server.accounts.models import Account
from server.lib import clock
from server.messages.queries.activity import find
from server.messages.queries.listing import MessageQuery
from tests.extension_api.paired import Extension, pair, problem
from tests.extension_api.questions import count_questions
from tests.extension_api.reading import GMAIL_PROXY, clicks, opens
from tests.world import World


async def feed(extension: Extension, query: str = "") -> dict[str, Any]:
    answer = await extension.get(f"/feed{query}")
    assert answer.status_code == 200, await answer.get_data(as_text=True)
    found: dict[str, Any] = await answer.get_json()
    return found


async def test_alice_sees_what_happened_to_her_mail(world: World) -> None:
    """Covers 4."""
    message = await world.sends(world.alice, to="bob@sandbox.example,charlie@sandbox.example,d@example.com")
    await opens(world.alice, message.id, agent=GMAIL_PROXY)
    extension = await pair(world, world.alice)
    (shown,) = (await feed(extension))["messages"]
    assert shown["recipients"] == "Bob and 2 more"
    assert (shown["opens"], shown["clicks"], shown["certainty"], shown["unseen"]) == (
        1,
        0,
        "likely_person",
        True,
    )
    assert shown["first_open_at"] == shown["last_open_at"] == shown["last_activity_at"]
    assert shown["url"] == f"http://127.0.0.1:8000/messages/{message.id}"
    assert shown["sent_at"].endswith("Z")
    assert set(shown) == {
        *("id", "subject", "recipients", "sent_at", "state", "opens", "clicks", "first_open_at"),
        *("last_open_at", "last_activity_at", "certainty", "unseen", "url"),
        *("gmail_message_id", "gmail_thread_id", "rfc822_message_id", "from_address", "muted"),
        *("first_click_at", "last_click_at", "remind_at", "proof", "recipient_count"),
        *("replied_at", "through_desk", "bounced_at", "bounces"),
    }


async def test_mails_are_sorted_by_their_newest_activity_including_their_sending(world: World) -> None:
    now = clock.now()
    old = await world.sends(world.alice, subject="old", sent_at=now - timedelta(days=9))
    await world.sends(world.alice, subject="middle", sent_at=now - timedelta(days=5))
    await world.sends(world.alice, subject="new", sent_at=now - timedelta(days=1))
    await opens(world.alice, old.id)
    extension = await pair(world, world.alice)
    subjects = [shown["subject"] for shown in (await feed(extension))["messages"]]
    assert subjects == ["old", "new", "middle"]
    assert [shown["subject"] for shown in (await feed(extension, "?limit=2"))["messages"]] == ["old", "new"]


async def test_bobs_mails_are_not_in_alices_feed(world: World) -> None:
    """S6."""
    message = await world.sends(world.bob, to="alice@sandbox.example")
    await opens(world.bob, message.id)
    assert await feed(await pair(world, world.alice)) | {"now": ""} == {
        "messages": [],
        "searched_to": None,
        "unseen": 0,
        "threshold": "likely",
        "now": "",
    }


async def test_the_badge_counts_mails_opened_since_alice_last_looked(world: World) -> None:
    extension = await pair(world, world.alice)
    first, second = await world.sends(world.alice), await world.sends(world.alice)
    await opens(world.alice, first.id)
    looked = await feed(extension)
    assert looked["unseen"] == 1
    await opens(world.alice, second.id)
    assert (await extension.post("/seen", {"until": looked["now"]})).status_code == 204
    after = await feed(extension)
    assert (after["unseen"], [shown["unseen"] for shown in after["messages"]]) == (1, [True, False])
    await extension.post("/seen", {"until": after["now"]})
    assert (await feed(extension))["unseen"] == 0


async def test_the_time_of_the_last_look_moves_only_forward_and_not_beyond_now(world: World) -> None:
    extension = await pair(world, world.alice)
    message = await world.sends(world.alice)
    far = (clock.now() + timedelta(days=300)).isoformat()
    assert (await extension.post("/seen", {"until": far})).status_code == 204
    assert (await extension.post("/seen", {"until": "2020-01-01T00:00:00Z"})).status_code == 204
    await opens(world.alice, message.id)
    assert (await feed(extension))["unseen"] == 1
    assert (await Account.get(id=world.alice.id)).seen_at is not None
    assert (await Account.get(id=world.bob.id)).seen_at is None


async def subjects(extension: Extension, query: str) -> list[str]:
    return [shown["subject"] for shown in (await feed(extension, query))["messages"]]


async def test_alice_searches_and_filters_the_feed(world: World) -> None:
    now, url = clock.now(), "https://example.com/"
    await world.sends(world.alice, subject="Old lunch", sent_at=now - timedelta(days=4))
    await world.sends(world.alice, subject="New lunch")
    read = await world.sends(world.alice, subject="Read dinner", sent_at=now - timedelta(days=4))
    await opens(world.alice, read.id)
    followed = await world.sends(
        world.alice,
        subject="Followed",
        to="charlie@sandbox.example",
        sent_at=now - timedelta(days=5),
        links=[url],
    )
    await clicks(world.alice, followed.id, url)
    extension = await pair(world, world.alice)
    assert await subjects(extension, "?q=LUNCH") == ["New lunch", "Old lunch"]
    assert await subjects(extension, "?q=lunch+old") == ["Old lunch"]
    assert await subjects(extension, "?q=charlie") == ["Followed"]
    assert await subjects(extension, "?filter=unopened") == ["Old lunch"]
    assert await subjects(extension, "?filter=opened_today") == ["Read dinner"]
    assert await subjects(extension, "?filter=clicked") == ["Followed"]
    assert await subjects(extension, "?filter=clicked&q=lunch") == []


async def test_a_search_covers_a_limited_number_of_mails_and_says_how_far_it_went(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.messages.queries.listing.AT_A_TIME", 4)
    now = clock.now()
    for number in range(6):
        subject = "offer" if number in {1, 2, 5} else "mail"
        sent = await world.sends(
            world.alice, subject=f"{subject} {number}", sent_at=now - timedelta(days=number + 4)
        )
    await opens(world.alice, sent.id)
    extension = await pair(world, world.alice)
    found = await feed(extension, "?q=offer")
    assert [shown["subject"] for shown in found["messages"]] == ["offer 1", "offer 2"]
    assert found["searched_to"] is not None
    assert await subjects(extension, "?filter=unopened&limit=2") == ["mail 0", "offer 1"]
    assert await subjects(extension, "?filter=opened_today") == ["offer 5"]
    assert (await feed(extension))["searched_to"] is None


async def test_the_most_recently_opened_message_is_found_first(world: World) -> None:
    now = clock.now()
    mails = [
        await world.sends(world.alice, subject=f"lunch {number}", sent_at=now - timedelta(days=number + 1))
        for number in range(3)
    ]
    await opens(world.alice, mails[2].id)
    extension = await pair(world, world.alice)
    assert await subjects(extension, "?q=lunch&limit=2") == ["lunch 2", "lunch 0"]


async def test_today_begins_at_midnight_in_the_persons_time_zone(world: World) -> None:
    noon = clock.now().replace(hour=12, minute=0, second=0, microsecond=0)
    message = await world.sends(world.alice, sent_at=noon - timedelta(days=2))
    await opens(world.alice, message.id, noon - timedelta(hours=3))
    for zone, found in (("UTC", 1), ("Pacific/Kiritimati", 0)):  # there it is already 2 a.m. tomorrow
        world.alice.time_zone = zone
        wanted = MessageQuery(filter="opened_today")
        assert len((await find(world.alice, 5, wanted, noon)).messages) == found


async def test_the_feed_shows_clicks_mutes_and_reminders(world: World) -> None:
    url = "https://example.com/"
    message = await world.sends(world.alice, links=[url])
    extension = await pair(world, world.alice)
    await extension.put(f"/messages/{message.id}/mute")
    due = await (await extension.put(f"/messages/{message.id}/reminder", {"days": 2})).get_json()
    (shown,) = (await feed(extension))["messages"]
    assert (shown["muted"], shown["remind_at"]) == (True, due["remind_at"])
    assert (shown["first_click_at"], shown["proof"]) == (None, None)
    await clicks(world.alice, message.id, url)
    (shown,) = (await feed(extension))["messages"]
    assert shown["first_click_at"] == shown["last_click_at"] == shown["last_activity_at"]


async def test_a_click_counts_as_activity(world: World) -> None:
    message = await world.sends(world.alice, links=["https://example.com/"])
    await clicks(world.alice, message.id, "https://example.com/")
    (shown,) = (await feed(await pair(world, world.alice)))["messages"]
    assert (shown["clicks"], shown["opens"]) == (1, 0)
    assert shown["last_activity_at"] is not None


async def test_an_opened_mail_without_a_report_is_in_the_feed(world: World) -> None:
    extension = await pair(world, world.alice)
    (lease,) = await extension.leases()
    await opens(world.alice, lease["id"])
    (shown,) = (await feed(extension))["messages"]
    assert (shown["state"], shown["recipients"], shown["opens"]) == (
        "unreported",
        "Recipient not known yet",
        1,
    )


@pytest.mark.parametrize("limit", ["0", "51", "-1", "x", "1.5", "", "9" * 40, "%D9%A3"])
async def test_an_invalid_limit_is_refused(world: World, limit: str) -> None:
    answer = await (await pair(world, world.alice)).get(f"/feed?limit={limit}")
    assert (answer.status_code, await problem(answer)) == (400, "invalid")


@pytest.mark.parametrize("until", [None, 1, "now", "", "2026-01-01", {}])
async def test_an_invalid_time_of_the_last_look_is_refused(world: World, until: Any) -> None:
    answer = await (await pair(world, world.alice)).post("/seen", {"until": until})
    assert (answer.status_code, await problem(answer)) == (400, "invalid")


async def test_the_number_of_queries_does_not_grow_with_the_messages(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The popup requests the feed every minute, so the feed must need few queries."""
    extension = await pair(world, world.alice)
    await extension.get("/account")
    asked = count_questions(monkeypatch)
    for _ in range(3):
        await world.sends(world.alice)
    asked.clear()
    await feed(extension)
    few = len(asked)
    for _ in range(20):
        await world.sends(world.alice, to="a@example.com,b@example.com,c@example.com")
    asked.clear()
    await feed(extension)
    assert len(asked) == few <= 9
