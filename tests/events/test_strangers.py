"""From which sign on, and how likely, somebody else has got Bob's mail: the edges of each sign."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from server.events.forwarding import WORTH_SAYING, Sighting, perhaps_forwarded, sight_of
from server.events.models import Event
from server.messages.models import Message
from tests.agents import FIREFOX, GMAIL_PROXY
from tests.events.rows import stored_event
from tests.events.test_forwarding import DESK, MONDAY
from tests.pipeline import GMAIL, READER
from tests.world import World

PHONE, ELSEWHERE, OSLO = "Safari 26 on iOS", "198.51.100.0/24", "Oslo, Norway"
MOMENT = timedelta(microseconds=1)


def seen(after: timedelta, **changed: Any) -> Sighting:
    """Bob's sighting at his desk, so much later, and otherwise as `changed` says."""
    return replace(DESK, at=MONDAY + after, **changed)


def likelihood(*sights: Sighting, recipients: int = 1) -> int:
    found = perhaps_forwarded([DESK, *sights], recipients)
    return found.likelihood if found else 0


DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("sight", "likely"),
    [
        (seen(DAY, network=ELSEWHERE, place=OSLO), 50),
        (seen(DAY, client=PHONE, place=OSLO), 50),
        (seen(DAY, client=PHONE, network=ELSEWHERE), 0),  # 40: not worth saying
        (seen(DAY, client=PHONE, network=ELSEWHERE, place=OSLO), 70),
        (seen(timedelta(days=7), client=PHONE, network=ELSEWHERE), 55),
        (seen(timedelta(days=7) - MOMENT, client=PHONE, network=ELSEWHERE), 0),
        (seen(timedelta(minutes=10), client=PHONE, network=ELSEWHERE), 55),
        (seen(timedelta(minutes=10) + MOMENT, client=PHONE, network=ELSEWHERE), 0),
        (seen(timedelta(days=7), client=PHONE, network=ELSEWHERE, place=OSLO), 85),
        (seen(DAY, client="", network="", place=OSLO), 0),
        (seen(DAY, client=PHONE, network="", place=OSLO), 50),
        (seen(timedelta(days=30), client="", network="", place=""), 0),
    ],
)
def test_each_sign_adds_its_weight_from_its_edge_on(sight: Sighting, likely: int) -> None:
    assert likelihood(sight) == likely


def test_half_and_half_is_worth_saying() -> None:
    assert WORTH_SAYING == 50


def test_a_place_or_network_that_was_never_known_cannot_be_a_different_one() -> None:
    unknown = replace(DESK, network="", place="")
    found = perhaps_forwarded([unknown, seen(DAY, client=PHONE, network=ELSEWHERE, place=OSLO)])
    assert found is None
    late = seen(timedelta(days=9), client=PHONE, network=ELSEWHERE, place=OSLO)
    assert perhaps_forwarded([unknown, late]) is None


def test_what_was_seen_twice_before_is_known() -> None:
    phone = seen(DAY, client=PHONE, network=ELSEWHERE, place=OSLO)
    found = perhaps_forwarded([DESK, phone, replace(phone, at=MONDAY + 2 * DAY), seen(3 * DAY)])
    assert found
    assert (found.likelihood, len(found.reasons)) == (70, 3)


def test_sightings_are_taken_in_the_order_of_their_times() -> None:
    phone = seen(DAY, client=PHONE, network=ELSEWHERE, place=OSLO)
    found = perhaps_forwarded([phone, DESK])
    assert found
    assert found.reasons[0] == f"An app not seen before: {PHONE}."
    assert found.reasons[-1].endswith("Oslo, Norway (previously Paris, France).")


def test_the_place_named_is_the_first_one_known() -> None:
    rome = seen(DAY, place="Rome, Italy")
    found = perhaps_forwarded([DESK, rome, seen(2 * DAY, client=PHONE, network=ELSEWHERE, place=OSLO)])
    assert found
    assert found.reasons[-1] == "From a different place: Oslo, Norway (previously Paris, France)."


def test_further_strangers_make_it_likelier_and_are_counted() -> None:
    strangers = [
        seen((number + 1) * DAY, client=f"App{'abc'[number]}", network=f"192.0.{number}.0/24", place=town)
        for number, town in enumerate(("Oslo", "Rome", "Bern"))
    ]
    assert [likelihood(*strangers[:number]) for number in (1, 2, 3)] == [70, 80, 90]
    found = perhaps_forwarded([DESK, *strangers])
    assert found
    assert found.reasons[-1] == "2 more like this."
    assert len(found.reasons) == 4
    for recipients, likely in ((0, 90), (1, 90), (2, 80), (3, 70), (4, 0)):
        assert likelihood(*strangers, recipients=recipients) == likely


def test_of_several_strangers_the_least_expected_is_told() -> None:
    soon = seen(DAY, client=PHONE, place=OSLO)
    late = seen(10 * DAY, client="Edge 150 on Windows", network="192.0.2.0/24", place="Rome, Italy")
    for recipients, likely, reasons in ((1, 90, 5), (2, 50, 2)):
        found = perhaps_forwarded([DESK, soon, late], recipients)
        assert found
        assert (found.likelihood, len(found.reasons)) == (likely, reasons)
    found = perhaps_forwarded([DESK, soon, late])
    assert found
    assert found.reasons[3:] == ("After 9 days without a sign.", "1 more like this.")


def test_the_app_beside_it_is_the_last_one_seen_within_ten_minutes() -> None:
    edge = seen(timedelta(minutes=6), client="Edge 150 on Windows")
    stranger = seen(timedelta(minutes=9), client=PHONE, network=ELSEWHERE)
    found = perhaps_forwarded([DESK, edge, stranger])
    assert found
    assert found.reasons[-1] == "Opened within 3 minutes of an open in another app."
    assert perhaps_forwarded([DESK, seen(timedelta(minutes=2), network=ELSEWHERE, place="")]) is None


def test_within_the_minute_is_told_without_a_number() -> None:
    stranger = seen(timedelta(seconds=119), client=PHONE, network=ELSEWHERE)
    found = perhaps_forwarded([DESK, stranger])
    assert found
    assert found.reasons[-1] == "Opened within a minute or two of an open in another app."
    later = perhaps_forwarded([DESK, replace(stranger, at=MONDAY + timedelta(minutes=2))])
    assert later
    assert later.reasons[-1] == "Opened within 2 minutes of an open in another app."


def test_behind_a_proxy_only_sightings_behind_a_proxy_are_compared() -> None:
    proxy = Sighting(MONDAY, "Gmail’s image proxy", proxied=True)
    first = seen(timedelta(days=8), client=PHONE, network=ELSEWHERE, place=OSLO)
    assert perhaps_forwarded([proxy, first]) is None
    yahoo = Sighting(MONDAY + 9 * DAY, "Yahoo’s image proxy", proxied=True)
    assert perhaps_forwarded([proxy, yahoo]) is None  # 35


async def event(mail: Message, agent: str, client: str, address: str, city: str, country: str) -> Event:
    """What Bob did at `address`."""
    return await stored_event(
        id=uuid4(), account_id=mail.account_id, message_id=mail.id, kind="open", at=MONDAY, address=address,
        user_agent=agent, client=client, city=city, country=country, verdict="person", score=90, counts=True,
        rules_version=1,
    )  # fmt: skip


async def test_what_an_event_tells_of_its_reader(place: World) -> None:
    mail = await place.sends(place.alice)
    known = sight_of(await event(mail, FIREFOX, "Firefox 153 on Windows", READER, "Lyon", "France"))
    assert known == Sighting(MONDAY, "Firefox 153 on Windows", ELSEWHERE, "Lyon, France")
    assert known.program == "Firefox on Windows"
    assert sight_of(await event(mail, FIREFOX, "Firefox", READER, "", "France")).place == "France"
    assert sight_of(await event(mail, FIREFOX, "Firefox", READER, "", "")).place == ""
    proxy = await event(mail, GMAIL_PROXY, "Gmail’s image proxy", GMAIL, "Mountain View", "USA")
    assert sight_of(proxy) == Sighting(MONDAY, "Gmail’s image proxy", proxied=True)
