"""A possible forward needs several signs and is shown with reasons, never as a fact. Covers 224, 225."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from server.events.forwarding import MOST, Sighting, perhaps_forwarded

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
DESK = Sighting(MONDAY, "Firefox 153 on Windows", "203.0.113.0/24", "Paris, France")


def later(client: str = "", network: str = "", place: str = "", **span: float) -> Sighting:
    """A sighting after Bob's first one, similar to it except for the values given."""
    return Sighting(
        MONDAY + timedelta(**(span or {"days": 1})),
        client or DESK.client, network or DESK.network, place or DESK.place,
    )  # fmt: skip


def test_a_later_open_by_bob_at_his_desk_does_not_suggest_a_forward() -> None:
    assert perhaps_forwarded([DESK, later()]) is None
    assert perhaps_forwarded([DESK, later("Firefox 154 on Windows")]) is None, "an update"
    assert perhaps_forwarded([DESK]) is None
    assert perhaps_forwarded([]) is None


def test_another_app_in_another_network_does_not_suggest_a_forward_after_a_day() -> None:
    assert perhaps_forwarded([DESK, later("Safari 26 on iOS", "198.51.100.0/24")]) is None


def test_another_app_network_and_place_are_given_as_reasons() -> None:
    found = perhaps_forwarded([DESK, later("Safari 26 on iOS", "198.51.100.0/24", "Oslo, Norway")])
    assert found
    assert found.likelihood == 70
    assert found.reasons == (
        "Opened in a different app: Safari 26 on iOS.",
        "Opened from a different network.",
        "Opened from a different place: Oslo, Norway (previously Paris, France).",
    )


def test_parallel_opens_and_a_long_silence_make_a_forward_more_likely() -> None:
    soon = perhaps_forwarded([DESK, later("Safari 26 on iOS", "198.51.100.0/24", minutes=4)])
    late = perhaps_forwarded([DESK, later("Safari 26 on iOS", "198.51.100.0/24", days=12)])
    assert soon
    assert late
    assert soon.reasons[-1] == "Opened within 4 minutes of an open in another app."
    assert late.reasons[-1] == "The first activity after 12 days of silence."


def test_two_new_readers_suggest_no_forward_among_three_recipients_but_do_among_two() -> None:
    strangers = [
        later("Safari 26 on iOS", "198.51.100.0/24", "Oslo, Norway"),
        later("Edge 150 on Windows", "192.0.2.0/24", "Rome, Italy", days=2),
    ]
    assert perhaps_forwarded([DESK, *strangers], recipient_count=3) is None
    assert perhaps_forwarded([DESK, *strangers], recipient_count=2)


def test_a_forward_is_never_certain() -> None:
    many = [
        later(f"Program {'abcdefgh'[n]}", f"192.0.{n}.0/24", f"Town {n}", days=n * 8 + 1) for n in range(8)
    ]
    found = perhaps_forwarded([DESK, *many])
    assert found
    assert found.likelihood == MOST < 100


def test_a_load_through_gmail_and_a_click_from_a_browser_are_one_reader() -> None:
    proxy = Sighting(MONDAY, "Gmail’s image proxy", proxied=True)
    click = Sighting(MONDAY + timedelta(minutes=1), DESK.client, DESK.network, DESK.place)
    assert perhaps_forwarded([proxy, click]) is None
