"""Each small sign of a machine with its weight, on both sides of each limit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from server.messages.kinds import EventKind
from server.verdicts import signs
from server.verdicts.classify import classify
from server.verdicts.context import Context
from server.verdicts.hits import Hit
from tests import agents
from tests.verdicts.cases import CLICK, OPEN, PAGE, PICTURE, after

NOON = int(datetime(2026, 11, 3, 12, tzinfo=UTC).timestamp()) * 1_000_000
LATER, SEEN = after(7200), after(7200, opened=True)
VERSION = 151  # of Chrome on that day
WINDOWS = "Windows NT 10.0; Win64; x64"
WEB_VIEW = (
    "Mozilla/5.0 (Linux; Android 15; Pixel 9; wv) AppleWebKit/537.36 (KHTML, like Gecko)"
    f" Version/4.0 Chrome/{VERSION}.0.0.0 Mobile Safari/537.36"
)
SAFARI = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
    " Version/18.6 Mobile/15E148 Safari/604.1"
)
LANGUAGES = {"accept-language": "en-US,en;q=0.9"}
CHROMES = f'"Chromium";v="{VERSION}", "Google Chrome";v="{VERSION}", "Not?A_Brand";v="24"'
BRAVES = CHROMES.replace("Google Chrome", "Brave")
PLAIN = f'"Chromium";v="{VERSION}", "Not?A_Brand";v="24"'


def chrome(version: str = f"{VERSION}.0.0.0", system: str = WINDOWS, more: str = "") -> str:
    return (
        f"Mozilla/5.0 ({system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{version} Safari/537.36{more}"
    )


def without(hit: Hit, *names: str, **more: str) -> Hit:
    """The hit without some of its headers, and with others."""
    kept = {name: value for name, value in hit.headers.items() if name not in names}
    return replace(hit, headers=kept | {name.replace("_", "-"): value for name, value in more.items()})


def of_chrome(kind: Hit = OPEN, agent: str = "", **headers: str) -> Hit:
    """A hit by the Chrome of that day, with these headers besides those that it always sends."""
    hit = replace(kind, user_agent=agent or chrome(), at=NOON, headers=kind.headers | LANGUAGES)
    return without(hit, **headers)


def weights(hit: Hit, context: Context = LATER) -> dict[str, int]:
    """The weight of each sign, by its code."""
    return {sign.evidence.code.value: sign.weight for sign in signs.of(hit, context)}


def on_day_of(hit: Hit, seconds: float, **known: Any) -> Context:
    """The context of a hit that long after sending."""
    return Context(sent_at=hit.moment - timedelta(seconds=seconds), **known)


def test_people_with_the_browsers_of_the_day_show_no_sign() -> None:
    for hit in (
        *(OPEN, of_chrome(), of_chrome(sec_ch_ua=CHROMES, sec_ch_ua_platform='"Windows"')),
        of_chrome(sec_ch_ua=BRAVES),
        replace(OPEN, user_agent=SAFARI, headers={"accept-language": "de", "accept-encoding": "gzip"}),
        replace(OPEN, user_agent=agents.THUNDERBIRD, headers={"accept": "*/*"}),
        replace(OPEN, headers={}),
    ):
        assert weights(hit) == {}
    assert weights(CLICK, SEEN) == weights(of_chrome(CLICK), SEEN) == {}


@pytest.mark.parametrize(
    ("hit", "found"),
    [
        (without(OPEN, "accept-language"), {"no_language": 2}),
        (without(OPEN, "accept-encoding"), {}),
        (without(OPEN, "accept-language", "accept-encoding"), {"no_language": 2, "no_encoding": 1}),
        (replace(without(OPEN, "accept-language"), user_agent=WEB_VIEW, at=NOON), {"no_language": 1}),
        (replace(OPEN, headers={"accept-language": "en", "accept": "*/*"}), {"no_metadata": 1}),
        (replace(OPEN, user_agent=WEB_VIEW, at=NOON, headers={"accept-language": "en"}), {}),
        (without(OPEN, sec_fetch_mode="navigate"), {"no_image": 2}),
        (without(OPEN, sec_fetch_mode="cors"), {}),
    ],
)
def test_headers_that_browsers_send_with_an_image_are_missed(hit: Hit, found: dict[str, int]) -> None:
    assert weights(hit) == found


@pytest.mark.parametrize(
    ("hit", "found"),
    [
        (without(CLICK, accept="*/*"), {"no_page": 2}),
        (without(CLICK, "accept"), {}),
        (without(CLICK, "accept", "accept-language"), {"no_language": 2, "no_page": 2}),
        (without(CLICK, sec_fetch_mode="cors"), {"by_script": 2}),
        (without(CLICK, sec_fetch_mode="no-cors"), {"by_script": 2}),
        (without(CLICK, "sec-fetch-mode"), {}),
    ],
)
def test_headers_that_browsers_send_for_a_page_are_missed(hit: Hit, found: dict[str, int]) -> None:
    assert weights(hit, SEEN) == found


def test_a_link_that_is_followed_before_any_image_was_loaded_is_a_sign() -> None:
    assert weights(CLICK, after(7200, opened=False)) == {"unseen": 1}
    assert weights(CLICK, after(7200, opened=None)) == {}
    assert weights(OPEN, after(7200, opened=False)) == {}


@pytest.mark.parametrize(
    ("kind", "seconds", "weight"),
    [
        ("open", 5.0, 2),
        ("open", 5.000001, 1),
        ("open", 10.0, 1),
        ("open", 10.000001, None),
        ("click", 10.0, 2),
        ("click", 10.000001, 1),
        ("click", 60.0, 1),
        ("click", 60.000001, None),
    ],
)
def test_haste_weighs_more_the_sooner_after_sending(kind: str, seconds: float, weight: int | None) -> None:
    hit = CLICK if kind == EventKind.CLICK else OPEN
    assert weights(hit, after(seconds, opened=True)).get("soon") == weight
    assert weights(hit, Context(opened=True)) == {}


@pytest.mark.parametrize(
    ("sent", "apart", "weight"),
    [
        (600.0, 1.5, 4),
        (600.0, 1.500001, 2),
        (600.0, 3.0, 2),
        (600.000001, 1.5, 3),
        (600.000001, 1.500001, None),
    ],
)
def test_an_image_and_a_link_faster_than_a_person_reads(
    sent: float, apart: float, weight: int | None
) -> None:
    for hit in (OPEN, CLICK):
        found = weights(hit, after(sent, opened=True, picture_and_link=apart))
        assert found == ({"picture_and_link": weight} if weight else {})


def test_an_image_and_a_link_at_once_on_delivery_are_a_scanners() -> None:
    assert classify(OPEN, after(600, picture_and_link=1.5)).rule == "small_signs"
    assert classify(OPEN, after(600, picture_and_link=1.500001)).counts
    assert classify(OPEN, after(7200, picture_and_link=1.5)).counts


@pytest.mark.parametrize(
    ("sent", "known", "found"),
    [
        (600.0, {"other_network": 10.0}, {"other_network": 2}),
        (7200.0, {"other_network": 0.0}, {"other_network": 2}),
        (600.0, {"other_system": 10.0}, {"other_system": 3}),
        (600.000001, {"other_system": 10.0}, {"other_system": 2}),
        (7200.0, {"hosting": "Hetzner"}, {"hosting": 2}),
    ],
)
def test_company_from_other_networks_systems_and_data_centres_is_a_sign(
    sent: float, known: dict[str, Any], found: dict[str, int]
) -> None:
    assert weights(OPEN, after(sent, **known)) == found


@pytest.mark.parametrize(
    ("sent", "opened", "links", "weight"),
    [
        (600.0, True, 3, 2),
        (600.0, False, 3, 3),
        (600.0, True, 2, None),
        (600.000001, True, 9, None),
    ],
)
def test_three_links_within_a_minute_on_delivery_are_a_sweep(
    sent: float, opened: bool, links: int, weight: int | None
) -> None:
    assert weights(CLICK, after(sent, opened=opened, swept=links)).get("swept") == weight
    assert "swept" not in weights(OPEN, after(sent, swept=links))


@pytest.mark.parametrize(
    ("hit", "found"),
    [
        (of_chrome(agent=chrome(f"{VERSION}.0.7390.54")), {"full_version": 1}),
        (of_chrome(agent=chrome(f"{VERSION}.0.7390.54", more=" Vivaldi/7.6")), {}),
        (of_chrome(accept_language="en-US"), {"one_language": 1}),
        (of_chrome(accept_language="de"), {}),
        (of_chrome(accept_language="en-US,en;q=0.9"), {}),
        (of_chrome(sec_ch_ua=PLAIN), {"no_brand": 1}),
        (of_chrome(agent=chrome(system="X11; Linux x86_64"), sec_ch_ua=PLAIN), {}),
        (of_chrome(sec_ch_ua=CHROMES.replace(str(VERSION), str(VERSION - 1))), {"contradiction": 3}),
        (of_chrome(sec_ch_ua_platform='"Linux"'), {"contradiction": 3}),
        (of_chrome(sec_ch_ua_platform='"Windows"'), {}),
        (
            of_chrome(agent=chrome(system="X11; CrOS x86_64 14541.0.0"), sec_ch_ua_platform='"Chromium OS"'),
            {},
        ),
        (
            of_chrome(agent=chrome(system="Macintosh; Intel Mac OS X 10_15_7"), sec_ch_ua_platform='"macOS"'),
            {},
        ),
    ],
)
def test_a_program_that_imitates_a_browser_or_runs_one_gives_itself_away(
    hit: Hit, found: dict[str, int]
) -> None:
    assert weights(hit) == found


def test_headers_say_nothing_about_mail_programs_and_nothing_if_none_were_stored() -> None:
    assert weights(replace(OPEN, user_agent=agents.OUTLOOK, headers={"accept": "*/*"})) == {}
    assert weights(replace(CLICK, headers={}), SEEN) == {}
    assert PAGE != PICTURE
