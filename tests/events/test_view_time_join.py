"""Which open a view time belongs to, and which sightings suggest a forward."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from server.events.forwarding import MOST, Sighting, perhaps_forwarded, sight_of
from server.events.models import Agent, Event, EventLocation, ViewTime
from server.events.storing.view_time_join import on_screen
from tests.agents import FIREFOX, GMAIL_PROXY
from tests.events.test_forwarding import DESK, MONDAY, later
from tests.pipeline import READER
from tests.world import World


def event_at(seconds: float, **values: Any) -> Event:
    common = {
        "id": uuid4(), "message_id": UUID(int=7), "kind": "open", "at": MONDAY + timedelta(seconds=seconds),
        "address": READER, "verdict": "person", "counts": True, "undone_at": None,
    }  # fmt: skip
    agent = values.pop("user_agent", FIREFOX)
    place = EventLocation(city=values.pop("city", ""), country=values.pop("country", ""))
    event = Event(**(common | values))
    event.agent, event.location = Agent(user_agent=agent, name=""), place
    return event


def view_at(seconds: float, long: int, **values: Any) -> ViewTime:
    common = {"message_id": UUID(int=7), "address": READER, "user_agent": FIREFOX}
    return ViewTime(at=MONDAY + timedelta(seconds=seconds), seconds=long, **(common | values))


def test_a_view_time_belongs_to_the_nearest_open_by_the_same_program(world: World) -> None:
    first, second, other = event_at(0), event_at(100), event_at(61, user_agent=GMAIL_PROXY)
    found = on_screen([first, second, other], [view_at(60, 5), view_at(40, 9), view_at(41, 7)])
    assert found == {first.id: 9, second.id: 5}
    assert on_screen([first], [view_at(60, 5)]) == {first.id: 5}
    assert on_screen([first], [view_at(60.001, 5), view_at(-60.001, 5)]) == {}
    assert on_screen([first], [view_at(1, 5, address="x"), view_at(1, 5, message_id=UUID(int=8))]) == {}


def test_a_view_time_does_not_belong_to_a_machines_open_an_undone_open_or_a_click(world: World) -> None:
    for event in (
        event_at(0, counts=False, verdict="scanner"),
        event_at(0, undone_at=MONDAY),
        event_at(0, kind="click"),
    ):
        assert on_screen([event], [view_at(1, 5)]) == {}
    again = event_at(0, counts=False, verdict="repeat")
    assert on_screen([again], [view_at(1, 5)]) == {again.id: 5}


PHONE = ("Safari 26 on iOS", "198.51.100.0/24")


@pytest.mark.parametrize(
    ("span", "likelihood", "reason"),
    [
        ({"minutes": 10}, 55, "Opened within 10 minutes of an open in another app."),
        ({"minutes": 1, "seconds": 59}, 55, "Opened within a minute or two of an open in another app."),
        ({"days": 7}, 55, "The first activity after 7 days of silence."),
        ({"days": 8, "hours": 23}, 55, "The first activity after 8 days of silence."),
    ],
)
def test_a_phone_in_another_network_suggests_a_forward_within_ten_minutes_or_after_a_week(
    span: dict[str, Any], likelihood: int, reason: str
) -> None:
    found = perhaps_forwarded([DESK, later(*PHONE, **span)])
    assert found is not None
    assert (found.likelihood, found.reasons[-1]) == (likelihood, reason)


@pytest.mark.parametrize("span", [{"minutes": 10, "seconds": 1}, {"days": 6, "hours": 23}])
def test_a_phone_in_another_network_suggests_no_forward_between_ten_minutes_and_a_week(
    span: dict[str, Any],
) -> None:
    assert perhaps_forwarded([DESK, later(*PHONE, **span)]) is None


def test_another_place_with_the_same_program_suggests_a_forward_only_with_another_network() -> None:
    found = perhaps_forwarded([DESK, later("", "198.51.100.0/24", "Oslo, Norway")])
    assert found is not None
    assert found.likelihood == 50
    assert perhaps_forwarded([DESK, later("", "", "Oslo, Norway")]) is None


def test_each_further_stranger_makes_a_forward_likelier() -> None:
    found = perhaps_forwarded(
        [
            DESK,
            later(*PHONE, "Oslo, Norway"),
            later("Edge 150 on Windows", "192.0.2.0/24", "Rome, Italy", days=2),
        ]
    )
    assert found is not None
    assert found.likelihood == 80
    assert found.reasons[-1] == "1 more unexpected open."
    everything = later(*PHONE, "Oslo, Norway", days=8)
    found = perhaps_forwarded([DESK, everything])
    assert found is not None
    assert (found.likelihood, len(found.reasons)) == (85, 4)
    assert MOST == 90


def test_a_sighting_has_the_client_network_and_place_of_its_event(world: World) -> None:
    event = event_at(0, city="Oslo", country="Norway")
    event.agent.name = "Firefox 153 on Windows"
    assert sight_of(event) == Sighting(
        MONDAY, "Firefox 153 on Windows", "198.51.100.0/24", "Oslo, Norway", proxied=False
    )
    assert sight_of(event).program == "Firefox on Windows"
    proxied = event_at(0, user_agent=GMAIL_PROXY, city="Oslo", country="Norway")
    proxied.agent.name = "Gmail’s image proxy"
    assert sight_of(proxied) == Sighting(MONDAY, "Gmail’s image proxy", proxied=True)
