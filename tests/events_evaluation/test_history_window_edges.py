"""Which stored events are loaded when new hits of a mail are judged: the limits of the window."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from tortoise import connections

from server.events.evaluation import history_window
from server.events.evaluation.history_window import HistoryWindow, known_of, whole
from server.events.rows import event_rows
from server.events.rows.mail_state import look_at
from server.lib import clock
from server.messages.models import Message
from server.verdicts.hits import DECOY_URL, Hit, new_id
from tests.agents import APPLE, CHROME, FIREFOX, GMAIL_PROXY
from tests.events.stored import stored_event
from tests.pipeline import GMAIL, READER
from tests.world import World

NOON = 1_790_000_000_000_000
SECOND = 1_000_000
REACH = 63  # seconds: how far apart hits can be that affect each other
TICK = 0.000001
MENU, MAP = "https://example.com/menu", "https://example.com/map"


@pytest.fixture(autouse=True)
async def _inside(world: World) -> AsyncIterator[None]:
    """Run each test in the application's context, as the digest runs."""
    async with world.app.app_context():
        yield


def at(seconds: float) -> int:
    return NOON + round(seconds * SECOND)


def hit(mail: Message, seconds: float, url: str = "", **changed: Any) -> Hit:
    """Somebody opens the mail, or follows `url`."""
    moment = at(seconds)
    made = Hit(
        new_id(moment), moment, "click" if url else "open", mail.account_id, mail.id, 0, url, READER,
        FIREFOX, "", "GET", {},
    )  # fmt: skip
    return replace(made, **changed)


async def stored(mail: Message, *hits: Hit, **changed: Any) -> None:
    """Earlier hits as events; the mail is counted as if each of them had been digested."""
    for each in hits:
        values = {
            "id": each.id, "account_id": mail.account_id, "message_id": mail.id, "kind": each.kind,
            "at": each.moment, "url": each.url, "address": each.address, "user_agent": each.user_agent,
            "verdict": "person", "score": 90, "counts": True, "rules_version": 1, **changed,
        }  # fmt: skip
        await stored_event(**values)
    opens = sum(each.kind == "open" for each in hits)
    known = await Message.get(id=mail.id)
    await Message.filter(id=mail.id).update(
        raw_opens=known.raw_opens + opens,
        raw_clicks=known.raw_clicks + len(hits) - opens,
        clicks=known.clicks + (len(hits) - opens) * changed.get("counts", True),
    )


async def window(mail: Message, *arrived: Hit) -> HistoryWindow | None:
    """The window loaded for the hits that have just arrived."""
    db = connections.get("default")
    found = await known_of(db, await look_at(db, [mail.id]), {mail.id: arrived})
    return found.get(mail.id)


def times(found: HistoryWindow | None) -> tuple[list[float], list[float]]:
    """The times, in seconds, of the events to be judged again and of those nearby."""
    assert found
    again = sorted((event.observed.hit.at - NOON) / SECOND for event in found.events)
    return again, sorted((each.at - NOON) / SECOND for each in found.nearby)


async def test_nothing_is_loaded_for_a_mail_without_history(world: World) -> None:
    mail = await world.sends(world.alice)
    assert await window(mail, hit(mail, 0)) is None
    await stored(mail, hit(mail, -1))
    assert times(await window(mail, hit(mail, 0))) == ([], [-1])


async def test_a_clients_next_open_loads_only_its_last_one_which_it_may_repeat(world: World) -> None:
    mail = await world.sends(world.alice)
    await stored(mail, hit(mail, -6), hit(mail, -2), hit(mail, -1))
    assert times(await window(mail, hit(mail, 0))) == ([], [-1])
    assert times(await window(mail, hit(mail, 30), hit(mail, 0.5))) == ([], [-1])


async def test_hits_that_a_nearby_hit_may_affect_are_loaded_too(world: World) -> None:
    mail = await world.sends(world.alice)
    for number, seconds in enumerate((2 * REACH + TICK, 2 * REACH, 100)):
        await stored(mail, hit(mail, -seconds, address=f"192.0.{number}.1"))
    assert times(await window(mail, hit(mail, 0))) == ([], [-2 * REACH, -100])


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ({}, {"user_agent": CHROME}),
        ({}, {"address": "198.51.100.99", "user_agent": CHROME}),
        ({}, {"url": MENU}),
        ({"url": MENU}, {}),
        ({"url": MENU}, {"url": MAP}),
        ({"user_agent": GMAIL_PROXY, "address": GMAIL, "url": MENU}, {"url": MENU}),
    ],
    ids=["another program", "in its network", "image, link", "link, image", "another link", "a crawler"],
)
async def test_several_clients_or_links_within_reach_are_judged_with_the_whole_history(
    world: World, before: dict[str, Any], now: dict[str, Any]
) -> None:
    for apart, together in ((REACH, True), (REACH + TICK, False)):
        mail = await world.sends(world.alice)
        await stored(mail, hit(mail, -5000), hit(mail, -apart, before.get("url", ""), **changed(before)))
        found = await window(mail, hit(mail, 0, now.get("url", ""), **changed(now)))
        assert found
        assert found.whole is together
        assert times(found) == (([-5000, -apart], []) if together else ([], [-apart]))


async def test_images_loaded_from_different_networks_say_nothing_about_each_other(world: World) -> None:
    mail = await world.sends(world.alice)
    await stored(mail, hit(mail, -1), hit(mail, -0.5, user_agent=CHROME, address="192.0.2.1"))
    assert times(await window(mail, hit(mail, 0, address="203.0.113.9"))) == ([], [-1, -0.5])
    for arrived in (hit(mail, 0, address="192.0.2.9"), hit(mail, 0, MENU, address="203.0.113.9")):
        found = await window(mail, arrived)
        assert found
        assert found.whole


def changed(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name != "url"}


async def test_images_through_a_proxy_affect_nobody_else(world: World) -> None:
    mail, proxy = await world.sends(world.alice), {"user_agent": GMAIL_PROXY, "address": GMAIL}
    await stored(mail, hit(mail, -1, **proxy))
    assert times(await window(mail, hit(mail, 0))) == ([], [-1])
    assert times(await window(mail, hit(mail, 0, **proxy))) == ([], [-1])


async def test_two_clients_that_arrive_together_in_a_mail_at_rest_need_no_history(world: World) -> None:
    mail = await world.sends(world.alice)
    await stored(mail, hit(mail, -REACH - TICK))
    found = await window(mail, hit(mail, 0), hit(mail, 1, user_agent=CHROME))
    assert times(found) == ([], [-REACH - TICK])


@pytest.mark.parametrize("verdict", ["scanner", "crawler", "maybe_you"])
async def test_a_scanner_within_twice_the_reach_is_judged_again_with_each_new_hit(
    world: World, verdict: str
) -> None:
    for seconds, near in ((2 * REACH, True), (2 * REACH + TICK, False)):
        mail = await world.sends(world.alice)
        await stored(mail, hit(mail, -seconds), verdict=verdict, counts=False)
        await stored(mail, hit(mail, -100))
        found = await window(mail, hit(mail, 0))
        assert found
        assert found.whole is (near and verdict == "scanner")


async def test_a_click_that_does_not_count_is_judged_again_with_each_new_hit_however_late(
    world: World,
) -> None:
    """It may be a filter's, which is not believed when it comes back after days."""
    mail = await world.sends(world.alice)
    await stored(mail, hit(mail, -90_000, DECOY_URL), verdict="scanner", counts=False)
    await stored(mail, hit(mail, -80_000))
    assert times(await window(mail, hit(mail, 0))) == ([-90_000, -80_000], [])


async def test_a_hit_that_arrives_out_of_order_causes_the_whole_history_to_be_judged_again(
    world: World,
) -> None:
    mail = await world.sends(world.alice)
    await stored(mail, hit(mail, -600), hit(mail, -1), hit(mail, 0))
    found = await window(mail, hit(mail, 0.000001))
    assert found
    assert not found.whole
    for late in (0, -0.5):
        found = await window(mail, hit(mail, late), hit(mail, 1))
        assert found
        assert (found.whole, found.cut, found.nearby) == (True, 0, [])
        assert times(found)[0] == [-600, -1, 0]


async def test_events_at_the_edge_of_a_long_history_are_not_judged_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_rows, "WINDOW", 3)
    monkeypatch.setattr(history_window, "WINDOW", 3)
    mail, other = await world.sends(world.alice), await world.sends(world.alice)
    await stored(mail, *(hit(mail, -seconds) for seconds in (400, 300, 200, 100)))
    await stored(other, hit(other, -300), hit(other, -200))
    found = await whole(connections.get("default"), [mail.id, other.id])
    assert times(found[mail.id]) == ([-300, -200, -100], [])
    assert found[mail.id].cut == at(-300 + REACH)
    assert times(found[other.id]) == ([-300, -200], [])
    assert found[other.id].cut == 0
    assert found[mail.id].whole
    assert await whole(connections.get("default"), []) == {}


@pytest.mark.parametrize(
    ("sign", "is_one"),
    [
        ({"url": MENU, "user_agent": GMAIL_PROXY, "address": GMAIL}, True),
        ({"url": MENU, "user_agent": "curl/8"}, True),
        ({"user_agent": CHROME}, True),
        ({"user_agent": GMAIL_PROXY, "address": GMAIL}, False),
        ({"user_agent": "curl/8"}, False),
        ({"user_agent": ""}, False),
        ({"url": DECOY_URL}, False),
    ],
)
async def test_events_that_a_persons_action_may_change_are_loaded(
    world: World, sign: dict[str, Any], is_one: bool
) -> None:
    mail = await world.sends(world.alice)
    proxy = {"user_agent": GMAIL_PROXY, "address": GMAIL}
    await stored(mail, hit(mail, -5000, **proxy), hit(mail, -1, **proxy), unsettled=True)
    await stored(mail, hit(mail, -4000, user_agent=APPLE), unsettled=False)
    url = sign.pop("url", "")
    again, near = times(await window(mail, hit(mail, 0, url, **sign)))
    assert (-5000 in again) is is_one
    assert -4000 not in again
    assert [*again, *near].count(-1) == 1


async def test_each_event_is_loaded_once(world: World) -> None:
    mail = await world.sends(world.alice)
    await stored(mail, hit(mail, -10, MENU), hit(mail, -5, MENU), unsettled=True)
    assert times(await window(mail, hit(mail, 0, MAP))) == ([-10, -5], [])


async def test_an_event_that_is_judged_again_is_not_also_loaded_as_a_nearby_hit(world: World) -> None:
    mail = await world.sends(world.alice)
    await stored(mail, hit(mail, -100), unsettled=True)
    others = ({"address": "192.0.2.1"}, {"user_agent": CHROME}, {"url": MENU})
    for other in others:
        await stored(mail, hit(mail, -100, **other), unsettled=False)
    found = await window(mail, hit(mail, 0, MENU))
    assert times(found) == ([-100], [-100] * 3)
    assert found
    assert {(each.address, each.user_agent, each.url) for each in found.nearby} == {
        ("192.0.2.1", FIREFOX, ""),
        (READER, CHROME, ""),
        (READER, FIREFOX, MENU),
    }


async def test_the_history_of_one_mail_is_separate_from_that_of_others(world: World) -> None:
    several, overtaken, calm, fresh = [await world.sends(world.alice) for _ in range(4)]
    await stored(several, hit(several, -5, MENU))
    await stored(overtaken, hit(overtaken, 5))
    await stored(calm, hit(calm, -5))
    arrived = {
        several.id: [hit(several, 0, MAP)],
        overtaken.id: [hit(overtaken, 0)],
        calm.id: [hit(calm, 0)],
        fresh.id: [hit(fresh, 0)],
    }
    db = connections.get("default")
    found = await known_of(db, await look_at(db, arrived.keys()), arrived)
    assert {mail: (times(each), each.whole) for mail, each in found.items()} == {
        several.id: (([-5], []), True),
        overtaken.id: (([5], []), True),
        calm.id: (([], [-5]), False),
    }


async def test_events_from_before_an_undo_are_not_loaded(world: World) -> None:
    mail = await world.sends(world.alice)
    await stored(mail, hit(mail, -10, MENU), hit(mail, -5), undone_at=clock.now(), counts=False)
    await stored(mail, hit(mail, -3, MENU))
    assert times(await window(mail, hit(mail, 0, MAP))) == ([-3], [])
    found = await window(mail, hit(mail, -4, MAP))
    assert times(found)[0] == [-3]


async def test_a_hit_with_a_time_in_1970_causes_the_whole_history_to_be_judged_again(world: World) -> None:
    """With a forged or damaged time, the window would begin before 1970."""
    mail = await world.sends(world.alice)
    await stored(mail, hit(mail, 0))
    found = await window(mail, replace(hit(mail, 0), id=UUID(int=1), at=1_000_000))
    assert found
    assert found.whole
