"""A worker that has died is started again at once, and one that keeps dying less and less often."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from server.lib.processes.restarts import LIVED, OFTEN, PAUSES, RECENT, Restarts


@dataclass
class Clock:
    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_worker_that_has_worked_is_started_again_after_a_short_pause_each_time() -> None:
    restarts = Restarts(Clock())
    assert [restarts.pause_after(LIVED) for _ in range(10)] == [PAUSES[0]] * 10


def test_a_worker_that_dies_at_every_start_is_tried_less_and_less_often_until_it_works_again() -> None:
    restarts = Restarts(Clock())
    pauses = [restarts.pause_after(0.0) for _ in range(len(PAUSES) + 2)]
    assert pauses == [*PAUSES, PAUSES[-1], PAUSES[-1]]
    assert restarts.pause_after(LIVED) == PAUSES[0]
    assert restarts.pause_after(0.0) == PAUSES[0]


@pytest.mark.parametrize(
    ("deaths", "seconds_later", "problem"),
    [(OFTEN - 1, 0.0, False), (OFTEN, 0.0, True), (OFTEN, RECENT - 1, True), (OFTEN, RECENT, False)],
)
def test_several_deaths_within_minutes_are_a_problem(
    deaths: int, seconds_later: float, problem: bool
) -> None:
    clock = Clock()
    restarts = Restarts(clock)
    for _ in range(deaths):
        restarts.pause_after(60.0)
    clock.now += seconds_later
    assert restarts.keeps_failing is problem
