"""Which connections are closed, and what is cut."""

from __future__ import annotations

from ipaddress import ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.lib.config import ConfigError
from server.lib.http import limits
from server.lib.http.limits import Phase, Standing
from server.lib.net.ip import client_address
from server.lib.settings import ServerSettings

NOW = 1000.0  # seconds
standings = st.lists(
    st.builds(
        Standing,
        st.sampled_from(Phase),
        st.floats(0, 1000),
        st.sampled_from(["192.0.2.1", "192.0.2.2", "2001:db8::1"]),
    ),
    max_size=60,
)


def test_a_silent_connection_is_over_after_nine_seconds_and_a_long_answer_never_is() -> None:
    assert not limits.is_over(Phase.HEAD, 8.9)
    assert limits.is_over(Phase.HEAD, 9.0)
    assert not limits.is_over(Phase.ANSWER, 86_400)


@given(standings, st.integers(16, 40))
def test_no_connection_is_closed_while_there_is_room_or_while_its_answer_is_due(
    found: list[Standing], room: int
) -> None:
    closed = limits.to_close(found, room, 0, NOW)
    assert not closed or len(found) > room
    assert all(found[index].phase is not Phase.ANSWER for index in closed)
    assert len(set(closed)) == len(closed)


@given(standings, st.integers(16, 40))
def test_there_is_room_afterwards_unless_answers_are_due_on_all_of_the_rest(
    found: list[Standing], room: int
) -> None:
    closed = limits.to_close(found, room, 0, NOW)
    left = [each for index, each in enumerate(found) if index not in closed]
    assert len(left) <= room or all(each.phase is Phase.ANSWER for each in left)


def test_the_address_with_most_waiting_connections_loses_its_oldest_ones_first() -> None:
    mallory = [Standing(Phase.HEAD, float(since), "192.0.2.66") for since in range(30)]
    alice = [Standing(Phase.IDLE, -100.0, "198.51.100.1")]
    closed = limits.to_close([*alice, *mallory], 30, 0, NOW)
    assert closed == [1, 2]


def test_idle_connections_are_the_first_to_give_way() -> None:
    """Behind a proxy, all connections have its address."""
    sending = [Standing(Phase.HEAD, NOW - 5, "192.0.2.66") for _ in range(20)]
    idle = [Standing(Phase.IDLE, NOW - wait, "192.0.2.66") for wait in (1, 60, 30)]
    closed = limits.to_close([*sending, *idle], 21, 0, NOW)
    assert closed == [21, 22, 20]


def test_idle_connections_are_kept_for_longer_than_proxies_keep_them() -> None:
    """Otherwise a proxy sends a request while we close. nginx and AWS keep them for 60 s."""
    assert ServerSettings.read({}).keep_alive > 60
    assert ServerSettings.read({"KEEP_ALIVE_SECONDS": "620"}).keep_alive == 620
    for wrong in ("0", "3601", "1m"):
        with pytest.raises(ConfigError, match="KEEP_ALIVE_SECONDS"):
            ServerSettings.read({"KEEP_ALIVE_SECONDS": wrong})


def test_a_new_connection_is_closed_only_if_there_is_no_other_and_no_room_to_spare() -> None:
    new = [Standing(Phase.HEAD, NOW - 0.1, "192.0.2.66") for _ in range(30)]
    old = Standing(Phase.HEAD, NOW - 5, "192.0.2.1")
    assert limits.to_close([*new, old], 20, 20, NOW) == [30]
    assert limits.to_close(new, 20, 5, NOW) != []


def test_the_backlog_fits_into_the_descriptors_that_connections_leave() -> None:
    for descriptors in (256, 300, 1024, 16_384):
        assert 2 * limits.capacity(descriptors) + 2 * limits.backlog(descriptors) <= descriptors


def test_fields_that_describe_the_client_are_cut_and_secrets_are_not() -> None:
    assert len(limits.cut(b"accept-language", b"de," * 10_000)) == 256
    assert limits.cut(b"cookie", b"a=b;" * 5000) == b"a=b;" * 5000
    assert limits.cut(b"authorization", b"Bearer " + b"x" * 5000) == b"Bearer " + b"x" * 5000


@given(st.text(alphabet="0123456789.,: x", max_size=6000))
def test_whatever_a_client_claims_the_address_that_our_proxy_appended_is_found(claimed: str) -> None:
    proxy = ip_network("10.0.0.0/8")
    kept = limits.cut(b"x-forwarded-for", f"{claimed}, 203.0.113.9".encode()).decode()
    assert client_address("10.0.0.1", kept, (proxy,)) == "203.0.113.9"


def test_a_body_in_single_bytes_is_refused_after_a_while_and_one_in_small_pieces_is_not() -> None:
    assert not limits.is_dripped(200, 200)
    assert limits.is_dripped(300, 300)
    assert not limits.is_dripped(1000, 100_000)
