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
REPEAT, AROUND = 5, 63  # seconds: a repeat; what one burst can affect
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
        raw_opens=known.raw_opens + opens, raw_clicks=known.raw_clicks + len(hits) - opens
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


async def test_an_open_loads_only_the_earlier_hits_that_it_may_repeat(world: World) -> None:
    mail = await world.sends(world.alice)
    await stored(
        mail,
        hit(mail, -REPEAT - 1),
        hit(mail, -REPEAT, address="192.0.2.1"),
        hit(mail, -2),
        hit(mail, -1),
    )
    assert times(await window(mail, hit(mail, 0))) == ([], [-REPEAT, -1])  # the last of each client
    assert times(await window(mail, hit(mail, 30), hit(mail, 0.5))) == ([], [-1])


async def test_a_click_on_any_link_also_loads_hits_within_reach_of_two_earlier_bursts(world: World) -> None:
    mail = await world.sends(world.alice)
    await stored(mail, *(hit(mail, -seconds) for seconds in (2 * AROUND + 1, 2 * AROUND, 90, 5)))
    assert times(await window(mail, hit(mail, 0, MENU))) == ([], [-2 * AROUND, -90, -5])
    await stored(mail, hit(mail, -600, MENU))
    assert times(await window(mail, hit(mail, 0))) == ([], [-2 * AROUND, -90, -5])


async def test_two_links_or_the_decoy_cast_doubt_on_nearby_hits(world: World) -> None:
    mail = await world.sends(world.alice)
    before = [hit(mail, -seconds, MENU) for seconds in (AROUND + 1, AROUND, 10)]
    await stored(mail, *before)
    assert times(await window(mail, hit(mail, 0, MENU))) == ([], [-AROUND - 1, -AROUND, -10])
    again, near = times(await window(mail, hit(mail, 0, MAP)))
    assert (again, near) == ([-10], [-AROUND - 1, -AROUND])
    again, near = times(await window(mail, hit(mail, 0, DECOY_URL)))
    assert (again, near) == ([-10], [-AROUND - 1, -AROUND])
    assert times(await window(mail, hit(mail, 0)))[0] == []


async def test_a_click_on_the_decoy_is_judged_again_with_each_new_hit(world: World) -> None:
    mail = await world.sends(world.alice)
    await stored(mail, hit(mail, -100, DECOY_URL), hit(mail, -99))
    assert times(await window(mail, hit(mail, 0))) == ([-100], [-99])
    assert times(await window(mail, hit(mail, 0, MENU))) == ([-100], [-99])


async def test_the_oldest_events_of_a_full_window_are_not_judged_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_rows, "WINDOW", 3)
    monkeypatch.setattr(history_window, "WINDOW", 3)
    mail = await world.sends(world.alice)
    await stored(mail, *(hit(mail, -seconds, MENU) for seconds in (80, 70, 6, 5)))
    assert times(await window(mail, hit(mail, 0, MAP))) == ([-6, -5], [-70])
    await stored(mail, hit(mail, -4, MENU))
    assert times(await window(mail, hit(mail, 0, MAP))) == ([], [-6, -5, -4])


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
    assert found[mail.id].cut == at(-300 + AROUND)
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
    await stored(mail, hit(mail, -10), unsettled=True)
    others = ({"address": "192.0.2.1"}, {"user_agent": CHROME}, {"url": MENU})
    for changed in others:
        await stored(mail, hit(mail, -10, **changed), unsettled=False)
    found = await window(mail, hit(mail, 0, MENU))
    assert times(found) == ([-10], [-10] * 3)
    assert found
    assert {(each.address, each.user_agent, each.url) for each in found.nearby} == {
        ("192.0.2.1", FIREFOX, ""),
        (READER, CHROME, ""),
        (READER, FIREFOX, MENU),
    }


async def test_the_history_of_one_mail_is_separate_from_that_of_others(world: World) -> None:
    mails = [await world.sends(world.alice) for _ in range(3)]
    await stored(mails[0], hit(mails[0], -5, MENU))
    await stored(mails[1], hit(mails[1], 5))
    db = connections.get("default")
    arrived = {
        mails[0].id: [hit(mails[0], 0, MAP)],
        mails[1].id: [hit(mails[1], 0)],
        mails[2].id: [hit(mails[2], 0)],
    }
    found = await known_of(db, await look_at(db, arrived.keys()), arrived)
    assert found.keys() == {mails[0].id, mails[1].id}
    assert (times(found[mails[0].id]), found[mails[0].id].whole) == (([-5], []), False)
    assert (times(found[mails[1].id]), found[mails[1].id].whole) == (([5], []), True)


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
