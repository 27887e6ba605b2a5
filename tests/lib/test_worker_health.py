"""The server notices a worker that says nothing any more, and does not blame it for pauses of its own."""

from __future__ import annotations

from server.lib.processes.worker_health import WorkerHealth, WorkerState


def test_a_silent_worker_is_first_reported_and_then_taken_for_hanging() -> None:
    health = WorkerHealth()
    states = [health.state]
    health.note(WorkerState.RESTARTING)
    states.append(health.state)
    assert states == [WorkerState.OFF, WorkerState.RESTARTING]
    health.note(WorkerState.OK)
    states = []
    while not health.hangs:
        health.listened(1, heard=False)
        states.append(health.state)
    assert states == [WorkerState.OK] * 4 + [WorkerState.SILENT] * 56


def test_a_word_of_the_worker_ends_its_silence_and_the_next_worker_begins_anew() -> None:
    health = WorkerHealth()
    health.note(WorkerState.OK)
    health.listened(59, heard=False)
    health.listened(1, heard=True)
    health.listened(1, heard=False)
    assert (health.state, health.hangs) == (WorkerState.OK, False)
    health.listened(59, heard=False)
    assert health.hangs
    health.note(WorkerState.RESTARTING)
    assert (health.state, health.hangs) == (WorkerState.RESTARTING, False)


def test_a_worker_that_hangs_while_it_starts_is_noticed_too() -> None:
    health = WorkerHealth()
    health.note(WorkerState.RESTARTING)
    health.listened(60, heard=False)
    assert (health.state, health.hangs) == (WorkerState.RESTARTING, True)
