"""How old a browser was on the day of the hit."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from server.verdicts.browser_age import behind, is_abandoned
from server.verdicts.context import Context
from server.verdicts.evidence import Code
from server.verdicts.hits import Hit
from server.verdicts.signs import of
from tests import agents
from tests.pipeline import READER

NOVEMBER = date(2026, 11, 30)
WIN10, WIN7, XP = "Windows NT 10.0; Win64; x64", "Windows NT 6.1; Win64; x64", "Windows NT 5.1"
MAC, LINUX, ANDROID = "Macintosh; Intel Mac OS X 10_15_7", "X11; Linux x86_64", "Linux; Android 10; K"


def chrome(version: int | str, system: str = WIN10, more: str = "") -> str:
    mobile = "Mobile " if "Android" in system else ""
    return (
        f"Mozilla/5.0 ({system}) AppleWebKit/537.36 (KHTML, like Gecko) "
        f"Chrome/{version}.0.0.0 {mobile}Safari/537.36{more}"
    )


def firefox(version: int, system: str = WIN10) -> str:
    return f"Mozilla/5.0 ({system}; rv:{version}.0) Gecko/20100101 Firefox/{version}.0"


def safari(version: str, system: str = MAC) -> str:
    mobile = "Mobile/15E148 " if "iP" in system else ""
    webkit = "AppleWebKit/605.1.15 (KHTML, like Gecko)"
    return f"Mozilla/5.0 ({system}) {webkit} Version/{version} {mobile}Safari/604.1"


@pytest.mark.parametrize(
    ("agent", "day", "known"),
    [
        (chrome(80), date(2020, 2, 4), True),
        (chrome(94), date(2021, 9, 21), True),
        (chrome(115), date(2023, 7, 18), True),
        (chrome(125, LINUX), date(2024, 5, 14), True),
        (chrome(138), date(2025, 6, 24), True),
        (firefox(57), date(2017, 11, 14), True),
        (firefox(89), date(2021, 6, 1), True),
        (firefox(106), date(2022, 10, 18), True),
        (firefox(133), date(2024, 11, 26), True),
        (safari("13.0"), date(2019, 9, 19), True),
        (safari("17.0"), date(2023, 9, 18), True),
    ],
)
def test_a_version_is_current_from_about_its_release_on(agent: str, day: date, known: bool) -> None:
    slack = 25  # days by which counting between the rows of the table may be wrong
    before, after = behind(agent, day - timedelta(days=slack)), behind(agent, day + timedelta(days=slack))
    assert before is not None
    assert before < 0
    assert after is not None
    assert 0 <= after <= slack


def test_the_same_browser_is_new_one_year_and_old_three_years_later() -> None:
    agent = chrome(120)
    assert behind(agent, date(2023, 12, 20)) == 0
    assert behind(agent, date(2023, 6, 1)) == -187
    later = behind(agent, NOVEMBER)
    assert later is not None
    assert later > 1000


def test_versions_after_the_last_row_are_counted_on() -> None:
    assert behind(agents.CHROME, NOVEMBER) == 27
    assert behind(chrome(284), date(2031, 9, 20)) == 0
    assert behind(firefox(157), NOVEMBER) == 0
    assert behind(chrome(999999), NOVEMBER) is not None
    assert (behind(chrome(999999), NOVEMBER) or 0) < -10_000


@pytest.mark.parametrize(
    "agent",
    [
        chrome(109, WIN7),
        chrome(109, WIN7, " Edg/109.0.0.0"),
        chrome(49, XP),
        chrome(130, WIN7),
        *(chrome(version, MAC) for version in (65, 87, 103, 116, 128, 138)),
        chrome(138, ANDROID),
        chrome(81, ANDROID),
        firefox(52, XP),
        firefox(115, WIN7),
        firefox(78, "Macintosh; Intel Mac OS X 10.11"),
        firefox(102, LINUX),
        safari("13.1.2"),
        safari("16.6", "iPhone; CPU iPhone OS 16_7_10 like Mac OS X"),
        safari("12.1.2", "iPhone; CPU iPhone OS 12_5_7 like Mac OS X"),
        chrome(70, "Linux; Android 9; Pixel; wv"),
        chrome(69, "SMART-TV; Linux; Tizen 5.5"),
        chrome(76, WIN10, " Electron/6.1.5"),
        chrome(79, WIN10, " Vivaldi/2.10"),
        chrome(87, "Linux; Android 10; SM-G973F").replace("Chrome/", "SamsungBrowser/14.2 Chrome/"),
        chrome(72, "X11; CrOS x86_64 11316.165.0"),
        "Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko",
        "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; Trident/7.0; Microsoft Outlook 16.0.1)",
        agents.THUNDERBIRD,
        agents.APPLE,
        agents.GMAIL_PREFETCH,
        "",
    ],
)
def test_a_frozen_build_and_what_is_no_plain_browser_have_no_age(agent: str) -> None:
    assert behind(agent, NOVEMBER) is None


@pytest.mark.parametrize(
    ("agent", "least"),
    [
        (chrome(79), 2000),
        (chrome(79, more=" Edg/79.0.309.43"), 2000),
        (chrome(109), 1300),
        (chrome(80, WIN7), 2000),
        (chrome(90, MAC), 1500),
        (firefox(77), 2000),
        (firefox(102), 1000),
        (safari("13.0.3"), 2000),
        (safari("17.1", "iPhone; CPU iPhone OS 17_1 like Mac OS X"), 700),
        ("Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko", 1600),
        (chrome(64, more=" Edge/18.17763"), 2000),
    ],
)
def test_an_old_browser_on_a_system_with_newer_ones_is_far_behind(agent: str, least: int) -> None:
    found = behind(agent, NOVEMBER)
    assert found is not None
    assert found >= least


@pytest.mark.parametrize(
    ("agent", "codes"),
    [
        (chrome(79), [Code.OLD_BROWSER]),
        (chrome(190), [Code.EARLY_BROWSER]),
        (chrome(156), []),
        (chrome(160), []),
        (chrome(109, WIN7), [Code.OLD_SYSTEM]),
    ],
)
@pytest.mark.parametrize("kind", ["open", "click"])
def test_an_old_or_unreleased_browser_and_an_abandoned_system_are_signs(
    agent: str, codes: list[Code], kind: str
) -> None:
    moment = datetime(2026, 11, 30, 12, tzinfo=UTC)
    at = int(moment.timestamp() * 1_000_000)
    hit = Hit(UUID(int=1), at, kind, 1, UUID(int=2), 0, "", READER, agent, "", "GET", {})
    assert [sign.evidence.code for sign in of(hit, Context())] == codes


@pytest.mark.parametrize(
    ("system", "last_day"),
    [("5.1", date(2014, 4, 8)), ("6.0", date(2020, 1, 14)), ("6.1", date(2023, 1, 10)), ("10.0", date.max)],
)
def test_a_windows_is_abandoned_after_its_last_day(system: str, last_day: date) -> None:
    agent = f"Mozilla/5.0 (Windows NT {system}; Win64; x64) AppleWebKit/537.36"
    assert not is_abandoned(agent, last_day)
    if last_day < date.max:
        assert is_abandoned(agent, last_day + timedelta(days=1))
        assert not is_abandoned(f"{agent} Microsoft Outlook 16.0", last_day + timedelta(days=1))
