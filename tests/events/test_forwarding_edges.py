"""Signs that somebody else reads Bob's mail: the threshold and weight of each."""

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
from tests.events.stored import stored_event
from tests.events.test_forwarding import DESK, MONDAY
from tests.pipeline import GMAIL, READER
from tests.world import World

PHONE, ELSEWHERE, OSLO = "Safari 26 on iOS", "198.51.100.0/24", "Oslo, Norway"
MOMENT = timedelta(microseconds=1)


def seen(after: timedelta, **changed: Any) -> Sighting:
    """A later sighting of Bob at his desk, except for `changed`."""
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
def test_each_sign_of_a_forward_adds_its_weight_once_it_reaches_its_threshold(
    sight: Sighting, likely: int
) -> None:
    assert likelihood(sight) == likely


def test_a_forward_is_shown_from_a_likelihood_of_50_out_of_100() -> None:
    assert WORTH_SAYING == 50


def test_nothing_counts_as_different_from_an_unknown_place_or_network() -> None:
    unknown = replace(DESK, network="", place="")
    found = perhaps_forwarded([unknown, seen(DAY, client=PHONE, network=ELSEWHERE, place=OSLO)])
    assert found is None
    late = seen(timedelta(days=9), client=PHONE, network=ELSEWHERE, place=OSLO)
    assert perhaps_forwarded([unknown, late]) is None


def test_a_stranger_who_opens_again_counts_as_one_stranger() -> None:
    phone = seen(DAY, client=PHONE, network=ELSEWHERE, place=OSLO)
    found = perhaps_forwarded([DESK, phone, replace(phone, at=MONDAY + 2 * DAY), seen(3 * DAY)])
    assert found
    assert (found.likelihood, len(found.reasons)) == (70, 3)


def test_sightings_are_ordered_by_time() -> None:
    phone = seen(DAY, client=PHONE, network=ELSEWHERE, place=OSLO)
    found = perhaps_forwarded([phone, DESK])
    assert found
    assert found.reasons[0] == f"Opened in a different app: {PHONE}."
    assert found.reasons[-1].endswith("Oslo, Norway (previously Paris, France).")


def test_the_reason_names_the_first_known_place() -> None:
    rome = seen(DAY, place="Rome, Italy")
    found = perhaps_forwarded([DESK, rome, seen(2 * DAY, client=PHONE, network=ELSEWHERE, place=OSLO)])
    assert found
    assert found.reasons[-1] == "Opened from a different place: Oslo, Norway (previously Paris, France)."


def test_further_strangers_make_a_forward_likelier_and_are_counted() -> None:
    strangers = [
        seen((number + 1) * DAY, client=f"App{'abc'[number]}", network=f"192.0.{number}.0/24", place=town)
        for number, town in enumerate(("Oslo", "Rome", "Bern"))
    ]
    assert [likelihood(*strangers[:number]) for number in (1, 2, 3)] == [70, 80, 90]
    found = perhaps_forwarded([DESK, *strangers])
    assert found
    assert found.reasons[-1] == "2 more unexpected opens."
    assert len(found.reasons) == 4
    for recipients, likely in ((0, 90), (1, 90), (2, 80), (3, 70), (4, 0)):
        assert likelihood(*strangers, recipients=recipients) == likely


def test_the_least_expected_of_several_strangers_is_named() -> None:
    soon = seen(DAY, client=PHONE, place=OSLO)
    late = seen(10 * DAY, client="Edge 150 on Windows", network="192.0.2.0/24", place="Rome, Italy")
    for recipients, likely, reasons in ((1, 90, 5), (2, 50, 2)):
        found = perhaps_forwarded([DESK, soon, late], recipients)
        assert found
        assert (found.likelihood, len(found.reasons)) == (likely, reasons)
    found = perhaps_forwarded([DESK, soon, late])
    assert found
    assert found.reasons[3:] == ("The first activity after 9 days of silence.", "1 more unexpected open.")


def test_an_open_in_another_app_is_a_sign_of_a_forward_if_it_was_at_most_ten_minutes_earlier() -> None:
    edge = seen(timedelta(minutes=6), client="Edge 150 on Windows")
    stranger = seen(timedelta(minutes=9), client=PHONE, network=ELSEWHERE)
    found = perhaps_forwarded([DESK, edge, stranger])
    assert found
    assert found.reasons[-1] == "Opened within 3 minutes of an open in another app."
    assert perhaps_forwarded([DESK, seen(timedelta(minutes=2), network=ELSEWHERE, place="")]) is None


def test_opens_in_two_apps_less_than_two_minutes_apart_are_described_without_a_number_of_minutes() -> None:
    stranger = seen(timedelta(seconds=119), client=PHONE, network=ELSEWHERE)
    found = perhaps_forwarded([DESK, stranger])
    assert found
    assert found.reasons[-1] == "Opened within a minute or two of an open in another app."
    later = perhaps_forwarded([DESK, replace(stranger, at=MONDAY + timedelta(minutes=2))])
    assert later
    assert later.reasons[-1] == "Opened within 2 minutes of an open in another app."


def test_sightings_through_a_proxy_are_compared_only_with_each_other() -> None:
    proxy = Sighting(MONDAY, "Gmail’s image proxy", proxied=True)
    first = seen(timedelta(days=8), client=PHONE, network=ELSEWHERE, place=OSLO)
    assert perhaps_forwarded([proxy, first]) is None
    yahoo = Sighting(MONDAY + 9 * DAY, "Yahoo’s image proxy", proxied=True)
    assert perhaps_forwarded([proxy, yahoo]) is None  # 35


async def event(mail: Message, agent: str, client: str, address: str, city: str, country: str) -> Event:
    """Bob's open at `address`."""
    return await stored_event(
        id=uuid4(), account_id=mail.account_id, message_id=mail.id, kind="open", at=MONDAY, address=address,
        user_agent=agent, client=client, city=city, country=country, verdict="person", score=90, counts=True,
        rules_version=1,
    )  # fmt: skip


async def test_a_sighting_has_the_client_network_and_place_of_its_event(world: World) -> None:
    mail = await world.sends(world.alice)
    known = sight_of(await event(mail, FIREFOX, "Firefox 153 on Windows", READER, "Lyon", "France"))
    assert known == Sighting(MONDAY, "Firefox 153 on Windows", ELSEWHERE, "Lyon, France")
    assert known.program == "Firefox on Windows"
    assert sight_of(await event(mail, FIREFOX, "Firefox", READER, "", "France")).place == "France"
    assert sight_of(await event(mail, FIREFOX, "Firefox", READER, "", "")).place == ""
    proxy = await event(mail, GMAIL_PROXY, "Gmail’s image proxy", GMAIL, "Mountain View", "USA")
    assert sight_of(proxy) == Sighting(MONDAY, "Gmail’s image proxy", proxied=True)
