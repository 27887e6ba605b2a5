"""A clock that jumps is not believed where something ends for good, until it has gone on for long enough."""

from __future__ import annotations

import dataclasses
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.lib import clock, notes
from server.lib.net import outside_time
from server.lib.settled import DAY, NOTE, SLACK, Belief, SettledClock, patience, settled_now
from tests.world import StillClock, World, hold_still

YEAR = 365 * DAY
NOW = 1_800_000_000.0
PERIOD = 600.0  # seconds between two looks


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> StillClock:
    return hold_still(monkeypatch)


def looks(belief: Belief, ahead: float, seconds: float) -> list[Belief]:
    """What is believed at each look while a clock goes on that is `ahead` by so many seconds."""
    found, start = [belief], belief.reached
    for look in range(1, int(seconds / PERIOD) + 1):
        found.append(found[-1].after(PERIOD, start + ahead + look * PERIOD, None))
    return found[1:]


def test_a_clock_that_goes_right_is_believed_at_each_look() -> None:
    assert [each.offset for each in looks(Belief(NOW), 0, DAY)] == [0.0] * 144


@given(st.floats(-SLACK, SLACK))
def test_a_small_correction_is_believed_at_once(seconds: float) -> None:
    assert Belief(NOW).after(PERIOD, NOW + PERIOD + seconds, None) == Belief(NOW + PERIOD + seconds)


@given(st.floats(SLACK + 1, 50 * YEAR))
def test_after_a_jump_the_settled_time_goes_on_as_if_there_had_been_none_for_a_day(ahead: float) -> None:
    for number, belief in enumerate(looks(Belief(NOW), ahead, DAY - PERIOD), 1):
        assert belief.reached == NOW + number * PERIOD


def test_a_server_that_was_off_for_three_months_deletes_again_after_a_day() -> None:
    assert looks(Belief(NOW), 90 * DAY, DAY + 2 * PERIOD)[-1].offset == 0


def test_a_clock_that_is_years_ahead_is_not_believed_for_months() -> None:
    assert looks(Belief(NOW), 3 * YEAR, 100 * DAY)[-1].reached == NOW + 100 * DAY
    assert patience(3 * YEAR) > 100 * DAY


def test_a_clock_that_jumps_again_and_again_is_not_believed() -> None:
    belief = Belief(NOW)
    for jump in range(1, 10):
        belief = looks(belief, jump * 30 * DAY, 20 * 3600)[-1]
    assert belief.reached == pytest.approx(NOW + 9 * 20 * 3600)


@given(st.floats(SLACK + 1, 50 * YEAR))
def test_a_clock_that_was_behind_and_comes_back_is_not_taken_for_a_jump(behind: float) -> None:
    """A machine without a battery starts in 1970, and learns the time a minute later."""
    lost = looks(Belief(NOW), -behind, 3600)[-1]
    assert lost.reached == NOW + 3600
    assert lost.after(PERIOD, NOW + 3600 + PERIOD, None) == Belief(NOW + 3600 + PERIOD)


@given(st.floats(-50 * YEAR, 50 * YEAR), st.floats(-3600, 3600))
def test_a_clock_that_agrees_with_others_is_believed_whatever_was_noted(offset: float, error: float) -> None:
    now = NOW + offset
    assert Belief(NOW).after(0, now, now + error) == Belief(now)


@given(st.floats(3601, 50 * YEAR), st.floats(0, 10 * YEAR))
def test_a_clock_that_is_ahead_of_all_others_is_never_believed(ahead: float, passed: float) -> None:
    belief = Belief(NOW).after(passed, NOW + passed + ahead, NOW + passed)
    assert belief.reached == NOW + passed
    assert belief.offset == pytest.approx(ahead, abs=1)


@given(st.lists(st.tuples(st.floats(0, 7 * DAY), st.floats(-5 * YEAR, 5 * YEAR)), max_size=30))
def test_without_others_no_two_looks_are_further_apart_than_what_passed_unless_a_wait_is_over(
    steps: list[tuple[float, float]],
) -> None:
    belief = Belief(NOW)
    for passed, jump in steps:
        after = belief.after(passed, belief.reached + passed + jump, None)
        grown = after.reached - belief.reached - passed
        assert grown <= SLACK or belief.waited + passed >= DAY
        belief = after


async def test_after_a_restart_with_the_clock_a_year_ahead_the_settled_time_is_that_of_the_last_look(
    world: World, still: StillClock
) -> None:
    before = still.at
    await SettledClock(nothing_earlier).look()
    still.is_set(still.at + timedelta(days=365))
    restarted = SettledClock(nothing_earlier)
    assert await restarted.now() == before
    still.passes(3600)
    assert restarted.earliest(clock.now()) == before + timedelta(hours=1)


async def test_the_wait_goes_on_after_a_restart(world: World, still: StillClock) -> None:
    await SettledClock(nothing_earlier).look()
    still.is_set(still.at + timedelta(days=60))
    for _ in range(5):  # each life takes seven hours
        life = SettledClock(nothing_earlier)
        for _ in range(42):
            await life.look()
            still.passes(PERIOD)
    assert still.at - await life.now() < timedelta(hours=1)


async def test_without_a_note_the_newest_event_says_what_was_settled(world: World, still: StillClock) -> None:
    await notes.Note.all().delete()
    last = still.at - timedelta(days=200)

    async def an_event() -> datetime | None:
        return last

    assert await SettledClock(an_event).now() == last


async def test_a_process_that_deletes_nothing_takes_over_what_another_one_believes(
    world: World, still: StillClock
) -> None:
    before = still.at
    await notes.keep(NOTE, dataclasses.asdict(Belief(still.unix())))
    still.is_set(still.at + timedelta(days=365))
    reading = SettledClock(nothing_earlier)
    assert reading.earliest(clock.now()) == still.at
    await reading.follow()
    assert reading.earliest(clock.now()) == before


async def test_while_the_process_that_deletes_is_off_the_settled_time_goes_on(
    world: World, still: StillClock
) -> None:
    await SettledClock(nothing_earlier).look()
    serving = SettledClock(nothing_earlier)
    for _ in range(20 * 24 * 12):
        await serving.follow()
        still.passes(300)
    assert still.at - serving.earliest(clock.now()) < timedelta(minutes=1)
    restarted = SettledClock(nothing_earlier)
    assert still.at - await restarted.now() < timedelta(hours=1)


async def test_the_doubt_is_logged_once(
    world: World, still: StillClock, caplog: pytest.LogCaptureFixture
) -> None:
    async with world.app.app_context():
        await settled_now()
        still.is_set(still.at + timedelta(days=365))
        for _ in range(5):
            still.passes(PERIOD)
            await world.runtime[SettledClock].look()
    [line] = [line for line in caplog.messages if "The clock says" in line]
    assert "set the clock" in line


def test_the_time_that_others_say_goes_on_with_time_and_is_forgotten(still: StillClock) -> None:
    outside_time.hear("Mon, 02 Nov 2026 10:00:00 GMT")
    still.passes(60)
    assert outside_time.told() == 1_793_613_660
    outside_time.hear("no date")
    outside_time.hear("")
    assert outside_time.told() == 1_793_613_660
    still.passes(3600)
    assert outside_time.told() is None
    outside_time.forget()


async def nothing_earlier() -> None:
    """Nothing happened before."""


def test_nothing_ends_before_it_is_known_whether_the_clock_is_right() -> None:
    async def never() -> None:
        return None

    assert SettledClock(never).unix() == 0.0
