"""What hits of one mail that are close in time have to do with each other, to the microsecond."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from server.messages.kinds import Cause
from server.verdicts import vicinity
from server.verdicts.correlate import judge
from server.verdicts.evidence import Code
from server.verdicts.hits import Hit
from server.verdicts.observed import MailContext, ObservedHit
from tests import agents
from tests.pipeline import READER
from tests.verdicts.cases import CLICK, GMAIL_OPEN, OPEN
from tests.verdicts.test_nearby_hits import NEIGHBOUR, SECOND, STRANGER, hits, link

IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
    " Version/18.6 Mobile/15E148 Safari/604.1"
)
IPAD = IPHONE.replace("iPhone; CPU iPhone", "iPad; CPU")
MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
ANDROID = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0"


def near(*wanted: Hit, apart: int = 0) -> list[Hit]:
    """These hits in order, with this many microseconds between them; their ids are 1, 2, …"""
    return [each.hit for each in hits(*wanted, apart=apart)]


@pytest.mark.parametrize(("apart", "found"), [(3 * SECOND, {1: 3.0, 2: 3.0}), (3 * SECOND + 1, {})])
def test_an_image_and_a_link_within_three_seconds_by_one_client_belong_together(
    apart: int, found: dict[int, float]
) -> None:
    assert vicinity.picture_and_link(near(OPEN, CLICK, apart=apart)) == found
    assert vicinity.picture_and_link(near(CLICK, OPEN, apart=apart)) == found


def test_the_nearest_hit_of_the_other_kind_counts() -> None:
    found = vicinity.picture_and_link(near(OPEN, OPEN, CLICK, OPEN, apart=SECOND))
    assert found == {1: 2.0, 2: 1.0, 3: 1.0, 4: 1.0}


def test_an_image_and_a_link_of_two_clients_are_no_pair() -> None:
    for other in (replace(CLICK, address=STRANGER), replace(CLICK, user_agent=agents.CHROME)):
        assert vicinity.picture_and_link(near(OPEN, other, apart=1)) == {}
    neighbour = replace(CLICK, address=NEIGHBOUR)
    assert vicinity.picture_and_link(near(OPEN, neighbour, apart=1)).keys() == {1, 2}
    assert vicinity.picture_and_link(near(CLICK, link(2), apart=1)) == {}


@pytest.mark.parametrize(("apart", "found"), [(10 * SECOND, {1: 10.0, 2: 10.0}), (10 * SECOND + 1, {})])
def test_the_same_link_from_an_unrelated_network_within_ten_seconds_is_noted(
    apart: int, found: dict[int, float]
) -> None:
    assert vicinity.other_network(near(CLICK, replace(CLICK, address=STRANGER), apart=apart)) == found


@pytest.mark.parametrize(
    ("one", "other", "unrelated"),
    [
        (READER, "198.51.200.7", False),
        (READER, "198.52.100.7", True),
        (READER, "2001:db8::7", False),
        ("2001:db8:1::7", "2001:db8:2::7", False),
        ("2001:db8::7", "2001:db9::7", True),
        (READER, "nonsense", False),
        ("", STRANGER, False),
    ],
)
def test_networks_of_one_provider_and_two_versions_of_ip_may_be_the_same_home(
    one: str, other: str, unrelated: bool
) -> None:
    pair = near(replace(CLICK, address=one), replace(CLICK, address=other), apart=SECOND)
    assert bool(vicinity.other_network(pair)) is unrelated


def test_another_link_from_another_network_and_images_are_not_compared() -> None:
    assert vicinity.other_network(near(link(1), link(2, address=STRANGER), apart=1)) == {}
    assert vicinity.other_network(near(OPEN, replace(OPEN, address=STRANGER), apart=1)) == {}


def test_a_filter_in_a_data_centre_checks_what_bob_is_about_to_open() -> None:
    """Its click beside Bob's says something about Bob's only if both claim to be the same program."""
    bobs, checks = near(CLICK, replace(CLICK, address=STRANGER, user_agent=agents.CHROME), apart=SECOND)
    assert vicinity.other_network_alike([bobs, checks]) == {}
    assert vicinity.other_network([bobs, checks]).keys() == {1, 2}
    alike = replace(checks, user_agent=bobs.user_agent)
    assert vicinity.other_network_alike([bobs, alike]).keys() == {1, 2}
    about = MailContext(sent_at=OPEN.moment - timedelta(minutes=5))
    for check, noted in ((checks, False), (alike, True)):
        verdicts = judge([ObservedHit(bobs), ObservedHit(check, hosting="Hetzner")], about)
        assert (Code.OTHER_NETWORK in {each.code for each in verdicts[0].evidence}) is noted


@pytest.mark.parametrize(("apart", "found"), [(10 * SECOND, {1: 10.0, 2: 10.0}), (10 * SECOND + 1, {})])
def test_two_systems_at_one_address_within_ten_seconds_are_noted(apart: int, found: dict[int, float]) -> None:
    assert vicinity.other_system(near(OPEN, replace(OPEN, user_agent=ANDROID), apart=apart)) == found


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        (agents.CHROME, True),
        (agents.FIREFOX.replace("153", "152"), False),
        ("Mimestream/1.4", False),
        (IPHONE, True),
    ],
)
def test_only_what_names_another_system_differs(other: str, differs: bool) -> None:
    pair = near(OPEN, replace(OPEN, user_agent=other), apart=SECOND)
    assert bool(vicinity.other_system(pair)) is differs


def test_an_ipad_may_call_itself_a_mac_and_a_neighbour_has_another_system() -> None:
    for one, other in ((IPAD, MAC), (IPHONE, IPAD), (IPHONE, MAC)):
        pair = near(replace(OPEN, user_agent=one), replace(OPEN, user_agent=other), apart=1)
        assert vicinity.other_system(pair) == {}
    neighbours = near(OPEN, replace(OPEN, user_agent=ANDROID, address=NEIGHBOUR), apart=1)
    assert vicinity.other_system(neighbours) == {}


@pytest.mark.parametrize(("apart", "links"), [(60 * SECOND, 2), (60 * SECOND + 1, 1)])
def test_the_different_links_that_a_network_follows_within_a_minute_are_counted(
    apart: int, links: int
) -> None:
    found = vicinity.links_of_networks(near(link(1), link(2, address=NEIGHBOUR), apart=apart), 60)
    assert found == {1: links, 2: links}


def test_links_of_other_networks_and_the_same_link_again_do_not_count() -> None:
    found = vicinity.links_of_networks(near(link(1), link(1), link(2, address=STRANGER), apart=SECOND), 60)
    assert found == {1: 1, 2: 1}, "a network's only click needs no number"


@pytest.mark.parametrize(
    ("agent", "system"),
    [
        (agents.FIREFOX, "Windows"),
        (agents.CHROME, "X11"),
        (ANDROID, "Android"),
        (IPHONE, "iPhone"),
        (IPAD, "iPad"),
        ("curl/8.5.0", ""),
        ("", ""),
    ],
)
def test_the_system_is_read_from_the_user_agent(agent: str, system: str) -> None:
    found = vicinity.system_of(agent)
    assert found == system or {found, system} == {"X11", "Linux"}


def test_what_serves_many_people_looks_like_nobody() -> None:
    for hit in (GMAIL_OPEN, replace(OPEN, user_agent=agents.APPLE), replace(OPEN, address="::1")):
        assert vicinity.like_of(hit) is None
    assert vicinity.neighbours(replace(OPEN, address="127.0.0.1")) == f"127.0.0.1 {OPEN.user_agent}"
    assert vicinity.neighbours(OPEN) == "198.51.100.0/24"


@pytest.mark.parametrize("seed", range(30))
def test_the_relations_are_those_that_a_look_at_all_pairs_finds(seed: int) -> None:
    chance = random.Random(seed)
    clients = [(READER, agents.FIREFOX), (NEIGHBOUR, ANDROID), (READER, IPHONE), (STRANGER, agents.FIREFOX)]
    wanted = []
    for _ in range(25):
        address, agent = chance.choice(clients)
        at = OPEN.at + chance.randrange(60 * SECOND)
        hit = chance.choice([OPEN, link(1), link(2)])
        wanted.append(replace(hit, at=at, address=address, user_agent=agent))
    some = near(*sorted(wanted, key=lambda hit: hit.at))
    found = vicinity.other_system(some)
    for hit in some:
        apart = [
            abs(hit.at - other.at)
            for other in some
            if other.address == hit.address
            and vicinity.system_of(other.user_agent) != vicinity.system_of(hit.user_agent)
        ]
        nearest = min(apart, default=60 * SECOND)
        assert found.get(hit.id.int) == (nearest / SECOND if nearest <= 10 * SECOND else None)


def test_what_is_explained_is_no_company() -> None:
    """A browser that loads a link ahead says so, and Alice knows that she was it herself."""
    about = MailContext(sent_at=OPEN.moment - timedelta(minutes=5))
    opened, followed = hits(OPEN, replace(CLICK, user_agent=ANDROID, headers={}), apart=SECOND)
    assert judge([opened, followed], about)[0].rule == "direct_client"
    assert Code.OTHER_SYSTEM in {each.code for each in judge([opened, followed], about)[0].evidence}
    for cause, noted in ((Cause.SENDER, False), (Cause.RECIPIENT, False), (Cause.AUTOMATED, True)):
        found = judge([opened, replace(followed, correction=cause)], about)[0].evidence
        assert (Code.OTHER_SYSTEM in {each.code for each in found}) is noted
    ahead = replace(CLICK, headers=CLICK.headers | {"sec-purpose": "prefetch"})
    for click, noted in ((CLICK, True), (ahead, False)):
        found = judge(hits(OPEN, click, apart=SECOND), about)[0].evidence
        assert (Code.PICTURE_AND_LINK in {each.code for each in found}) is noted


def test_a_flood_of_clients_is_compared_with_few_of_them() -> None:
    """Each hit is compared with at most thirty other clients, so a thousand take no million comparisons."""
    flood = near(*(replace(OPEN, user_agent=f"{ANDROID} {number}") for number in range(1000)), apart=1)
    pairs = list(vicinity._pairs(flood, 10.0, lambda hit: hit.user_agent))
    assert len(flood) < len(pairs) <= 31 * len(flood)
    last = ObservedHit(replace(OPEN, id=UUID(int=5000), at=flood[-1].at + 1)).hit
    assert vicinity.other_system([*flood, last])[5000] == 1e-6
