"""The streams that may be open at the same time."""

from __future__ import annotations

from server.dashboard import live_feed


def test_a_session_has_ten_streams_and_a_closed_one_leaves_room() -> None:
    seats = live_feed.Seats()
    taken = [seats.take(1, 1) for _ in range(10)]
    assert all(taken)
    assert seats.take(1, 1) is None
    assert seats.take(1, 2), "another session of the same person"
    assert taken[0]
    taken[0].leave()
    taken[0].leave()
    assert seats.take(1, 1)
    assert seats.take(1, 1) is None
