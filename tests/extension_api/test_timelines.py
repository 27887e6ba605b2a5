"""The timeline of an open thread uses the dashboard's words."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from server.events import wording
from server.events.models import Event
from server.lib import clock
from server.messages.models import GmailMessage, Message, Return, Viewing
from server.messages.replies_and_bounces import DESK, REPLY, ReturnedItem, note
from server.verdicts.hits import DECOY_URL
from tests.extension_api.paired import Extension, pair, problem
from tests.extension_api.questions import count_questions
from tests.extension_api.reading import GMAIL_PROXY, clicks, opens
from tests.world import World

URL = "https://example.com/menu"


async def timelines(extension: Extension, *messages: str) -> dict[str, Any]:
    answer = await extension.post("/timelines", {"messages": list(messages)})
    assert answer.status_code == 200, await answer.get_data(as_text=True)
    found: dict[str, Any] = (await answer.get_json())["timelines"]
    return found


async def test_the_newest_entry_is_first_and_every_verdict_has_its_reason(world: World) -> None:
    message = await world.sends(world.alice, gmail_id="a1", links=[URL])
    await opens(world.alice, message.id, clock.now() - timedelta(minutes=2), agent=GMAIL_PROXY)
    await clicks(world.alice, message.id, URL)
    found = (await timelines(await pair(world, world.alice), "a1"))["a1"]
    assert (found["id"], found["opens"], found["clicks"]) == (str(message.id), 1, 1)
    assert (found["muted"], found["proof"], found["more"]) == (False, None, 0)
    click, opened = found["entries"]
    assert (click["kind"], click["text"], click["verdict"]) == ("click", "Clicked link 1", "person")
    assert (opened["kind"], opened["text"]) == ("open", "Opened")
    assert opened["why"].startswith("Likely a person. Gmail’s image proxy loaded the image")
    assert (opened["correction"], click["at"] > opened["at"]) == (None, True)
    assert {entry["event"] for entry in found["entries"]} == {str(event.id) for event in await Event.all()}
    assert set(click) == {"event", "kind", "at", "text", "why", "verdict", "score", "correction"}


async def test_following_the_decoy_is_shown_as_a_machines_act_and_not_as_a_click(world: World) -> None:
    message = await world.sends(world.alice, gmail_id="a1", links=[URL])
    await clicks(world.alice, message.id, DECOY_URL)
    found = (await timelines(await pair(world, world.alice), "a1"))["a1"]
    (entry,) = found["entries"]
    assert (found["clicks"], entry["kind"], entry["text"]) == (0, "decoy", "Hidden link followed")
    assert entry["why"] == "A mail filter. The hidden link was followed. Only machines do that."


async def test_a_bounce_is_shown_in_the_timeline_and_in_the_feed(world: World) -> None:
    now = clock.now()
    message = await world.sends(
        world.alice, gmail_id="a1", bounced_at=now, bounces=1, sent_at=now - timedelta(days=9)
    )
    await Return.create(
        message_id=message.id, kind="bounce", address="bob@sandbox.example", at=now,
        noticed_at=clock.now(), status="5.2.2", gmail_message_id="b1", gmail_thread_id="a0",
    )  # fmt: skip
    extension = await pair(world, world.alice)
    found = (await timelines(extension, "a1"))["a1"]
    (came,) = found["returns"]
    assert set(came) == {"kind", "at", "text", "why"}
    assert came["text"] == "Couldn’t be delivered to bob@sandbox.example: mailbox full"
    assert (found["replied_at"], found["bounced_at"], found["entries"]) == (None, came["at"], [])
    (shown,) = (await (await extension.get("/feed")).get_json())["messages"]
    assert (shown["bounces"], shown["bounced_at"], shown["replied_at"]) == (1, found["bounced_at"], None)
    unopened = await (await extension.get("/feed?filter=unopened")).get_json()
    assert unopened["messages"] == []


async def test_an_answer_through_a_help_desk_is_called_that_until_somebody_replies(world: World) -> None:
    message = await world.sends(world.alice, to="help@x.example", gmail_id="a1")
    at_desk = ReturnedItem(DESK, "help@x.example", clock.now(), "d1", "a1", name="Nina (Help)")
    async with world.app.app_context():
        await note(message.id, [at_desk])
    extension = await pair(world, world.alice)
    (came,) = (await timelines(extension, "a1"))["a1"]["returns"]
    assert (came["kind"], came["text"]) == ("desk", "Nina (Help) answered through a help desk")
    page = await (await world.browser_of(world.alice)).get(f"/messages/{message.id}")
    assert "<h2>Answered through a help desk</h2>" in await page.get_data(as_text=True)
    (shown,) = (await (await extension.get("/feed")).get_json())["messages"]
    assert (bool(shown["replied_at"]), shown["through_desk"]) == (True, True)
    async with world.app.app_context():
        await note(message.id, [ReturnedItem(REPLY, "bob@x.example", clock.now(), "d2", "a1")])
    (shown,) = (await (await extension.get("/feed")).get_json())["messages"]
    assert (bool(shown["replied_at"]), shown["through_desk"]) == (True, False)


async def test_a_timeline_entry_has_the_same_texts_as_the_page_of_its_message(world: World) -> None:
    message = await world.sends(world.alice, gmail_id="a1", links=[URL])
    await clicks(world.alice, message.id, URL)
    ((entry,),) = [one["entries"] for one in (await timelines(await pair(world, world.alice), "a1")).values()]
    answer = await (await world.browser_of(world.alice)).get(f"/messages/{message.id}")
    text = (await answer.get_data(as_text=True)).replace('<span class="timeline-entry-link">', "")
    page = " ".join(text.split())
    assert entry["text"] in page
    for sentence in wording.reasons_of(await Event.get()):
        assert sentence in entry["why"]


async def test_a_timeline_shows_twenty_entries_and_the_number_of_the_others(world: World) -> None:
    message = await world.sends(world.alice, gmail_id="a1", sent_at=clock.now() - timedelta(days=1))
    other = await world.sends(world.alice, gmail_id="a2", sent_at=clock.now() - timedelta(days=1))
    for minute in range(23):
        await opens(world.alice, message.id, clock.now() - timedelta(minutes=30 * minute + 1))
    await opens(world.alice, other.id, clock.now() - timedelta(hours=20))
    found = await timelines(await pair(world, world.alice), "a1", "a2", "a3")
    assert {name: (len(one["entries"]), one["more"]) for name, one in found.items()} == {
        "a1": (20, 3),
        "a2": (1, 0),
    }
    moments = [entry["at"] for entry in found["a1"]["entries"]]
    assert moments == sorted(moments, reverse=True)


async def test_bobs_messages_are_not_shown(world: World) -> None:
    """S6."""
    await world.sends(world.bob, gmail_id="b1")
    assert await timelines(await pair(world, world.alice), "b1") == {}


@pytest.mark.parametrize("messages", [None, [], ["a"] * 21, ["G"], [""], [None]])
async def test_an_invalid_list_of_messages_is_refused(world: World, messages: Any) -> None:
    """S4."""
    answer = await (await pair(world, world.alice)).post("/timelines", {"messages": messages})
    assert (answer.status_code, await problem(answer)) == (400, "invalid")


async def test_twenty_messages_need_as_many_queries_as_one(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    extension = await pair(world, world.alice)
    names = [f"{number:x}" for number in range(20)]
    for name in names:
        await opens(world.alice, (await world.sends(world.alice, gmail_id=name)).id)
    await timelines(extension, "0")
    asked = count_questions(monkeypatch)
    await timelines(extension, "0")
    one = len(asked)
    asked.clear()
    assert len(await timelines(extension, *names)) == 20
    assert len(asked) == one <= 7


async def test_the_newest_of_several_messages_with_one_gmail_id_is_shown(world: World) -> None:
    """Gmail gives each id once; a browser that reports the same id repeatedly gains nothing."""
    mine = {"account": world.alice, "source": "gmail", "state": "sent"}
    times = [clock.now() - timedelta(minutes=minute) for minute in range(600)]
    rows = [Message(id=uuid4(), sent_at=at, listed_at=at, updated_at=at, **mine) for at in times]
    await Message.bulk_create(rows)
    await GmailMessage.bulk_create([GmailMessage(message_id=row.id, gmail_id="a1") for row in rows])
    extension = await pair(world, world.alice)
    assert (await timelines(extension, "a1"))["a1"]["id"] == str(rows[0].id)
    assert (await extension.post("/viewing", {"messages": ["a1"]})).status_code == 204
    assert await Viewing.all().count() <= 100


@pytest.mark.parametrize(
    ("path", "body"),
    [("/timelines", {"messages": ["a1"]}), ("/thread-statuses", {"threads": ["b1"]}), ("/feed", None)],
)
async def test_timelines_and_thread_statuses_and_the_feed_do_not_read_the_reports_of_mails(
    world: World, path: str, body: dict[str, Any] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report may be a megabyte, and a thread may have thousands of mails."""
    await world.sends(world.alice, gmail_id="a1", thread_id="b1", report={"fields": {}})
    extension = await pair(world, world.alice)
    asked = count_questions(monkeypatch)
    answer = await (extension.post(path, body) if body else extension.get(path))
    assert answer.status_code == 200
    columns = [each.split("FROM")[0] for each in asked]
    assert any('"subject"' in each for each in columns)
    assert not [each for each in columns if '"report"' in each]
