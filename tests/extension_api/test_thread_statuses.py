"""The status of each thread in Gmail's lists that has tracked mails, for up to a hundred threads."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from server.lib import clock
from tests.extension_api.paired import Extension, pair, problem
from tests.extension_api.questions import count_questions
from tests.extension_api.reading import GMAIL_PROXY, clicks, opens
from tests.world import World


async def statuses(extension: Extension, *threads: str) -> dict[str, Any]:
    answer = await extension.post("/thread-statuses", {"threads": list(threads)})
    assert answer.status_code == 200, await answer.get_data(as_text=True)
    found: dict[str, Any] = (await answer.get_json())["thread_statuses"]
    return found


async def test_the_status_of_each_thread_says_what_happened_to_its_mails(world: World) -> None:
    url, two_hours_ago = "https://example.com/", clock.now() - timedelta(hours=2)
    for name in "abcd":
        message = await world.sends(world.alice, thread_id=name, links=[url], sent_at=two_hours_ago)
        if name == "b":
            await opens(world.alice, message.id, agent=GMAIL_PROXY)
        if name in "cd":
            await opens(world.alice, message.id)
        if name == "d":
            await clicks(world.alice, message.id, url, clock.now() + timedelta(seconds=20))
    found = await statuses(await pair(world, world.alice), *"abcde")
    assert {thread: status["state"] for thread, status in found.items()} == {
        "a": "sent",
        "b": "opened",
        "c": "opened_certain",
        "d": "clicked",
    }
    assert (found["a"]["first_open_at"], found["a"]["last_click_at"]) == (None, None)
    assert found["d"]["last_click_at"].endswith("Z")
    assert set(found["d"]) == {
        *("state", "id", "recipients", "opens", "clicks", "sent_at", "first_open_at", "last_open_at"),
        *("last_click_at", "muted", "url", "recipient_count", "certainty"),
    }


async def test_a_threads_state_is_that_of_its_newest_mail_and_its_counts_cover_all_its_mails(
    world: World,
) -> None:
    now = clock.now()
    old = await world.sends(world.alice, thread_id="a1", sent_at=now - timedelta(days=3))
    new = await world.sends(world.alice, to="charlie@sandbox.example,bob@sandbox.example", thread_id="a1")
    await opens(world.alice, old.id)
    extension = await pair(world, world.alice)
    found = (await statuses(extension, "a1"))["a1"]
    assert (found["state"], found["opens"], found["id"]) == ("sent", 1, str(new.id))
    assert (found["recipients"], found["muted"]) == ("Charlie and 1 more", False)
    assert found["first_open_at"]
    await opens(world.alice, new.id)
    assert (await statuses(extension, "a1"))["a1"]["state"] == "opened"
    await opens(world.alice, new.id, now + timedelta(hours=1))
    await extension.put(f"/messages/{new.id}/mute")
    found = (await statuses(extension, "a1"))["a1"]
    assert (found["state"], found["opens"], found["muted"]) == ("opened_certain", 3, True)


async def test_unsent_mails_and_bobs_mails_have_no_status(world: World) -> None:
    """S6."""
    await world.sends(world.alice, thread_id="1", state="undone")
    await world.sends(world.alice, thread_id="2", state="scheduled")
    await world.sends(world.bob, thread_id="3")
    assert await statuses(await pair(world, world.alice), "1", "2", "3", "4") == {}


@pytest.mark.parametrize("threads", [None, [], "a", ["A"], ["xyz"], [1], ["a" * 33], ["a"] * 101, [["a"]]])
async def test_an_invalid_list_of_threads_is_refused(world: World, threads: Any) -> None:
    """S4."""
    answer = await (await pair(world, world.alice)).post("/thread-statuses", {"threads": threads})
    assert (answer.status_code, await problem(answer)) == (400, "invalid")


async def test_a_hundred_threads_need_as_many_queries_as_one(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    extension = await pair(world, world.alice)
    for number in range(100):
        await world.sends(
            world.alice, thread_id=f"{number:x}", opens=1, clicks=1, links=["https://example.com/"]
        )
    await statuses(extension, "5")
    asked = count_questions(monkeypatch)
    await statuses(extension, "5")
    one = len(asked)
    asked.clear()
    assert len(await statuses(extension, *(f"{number:x}" for number in range(100)))) == 100
    assert len(asked) == one <= 7
