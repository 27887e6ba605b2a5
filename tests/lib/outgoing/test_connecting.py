"""A host is reached by whichever of its addresses answers, although others swallow every packet."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from ipaddress import ip_address

import httpcore
import pytest

from server.lib.net import connecting
from server.lib.net.connecting import Connector, Unconnected, in_turn
from server.lib.net.ip import IPAddress

V4, V6 = ip_address("127.0.0.1"), ip_address("::1")
DEAD_V4 = [ip_address(f"127.0.0.{number}") for number in range(2, 10)]
EACH = 0.3  # seconds, instead of three


class Clock:
    """Stands still until it is moved on; without that it is the real one."""

    ahead = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.ahead


@contextmanager
def listening(address: IPAddress, port: int = 0) -> Iterator[socket.socket]:
    """A socket that accepts connections, without anybody taking them."""
    family = socket.AF_INET6 if address.version == 6 else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as sock:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((str(address), port))
        sock.listen(50)
        yield sock


@contextmanager
def black_hole(address: IPAddress, port: int) -> Iterator[None]:
    """An address that swallows packets: its backlog is full, so the system drops new connections."""
    family = socket.AF_INET6 if address.version == 6 else socket.AF_INET
    with ExitStack() as stack:
        sock = stack.enter_context(socket.socket(family, socket.SOCK_STREAM))
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((str(address), port))
        sock.listen(0)
        for _ in range(3):
            filler = stack.enter_context(socket.socket(family, socket.SOCK_STREAM))
            filler.setblocking(False)
            filler.connect_ex((str(address), port))
        yield


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "EACH", EACH)


def connector(*addresses: IPAddress, clock: Clock | None = None) -> Connector:
    """A connector for whose every host the system names these addresses."""
    return Connector(lambda _: addresses, clock or Clock())


def reached(made: Connector, port: int, limit: float = 10) -> tuple[str, float]:
    """The address that took the connection, and the seconds that this took."""
    began = time.monotonic()
    stream = made.connect_tcp("far.example", port, limit)
    took = time.monotonic() - began
    peer = stream.get_extra_info("server_addr")
    stream.close()
    return str(peer[0]), took


def port_of(sock: socket.socket) -> int:
    return int(sock.getsockname()[1])


def test_families_take_turns_and_the_first_one_may_be_chosen() -> None:
    a, b, c = (ip_address(f"192.0.2.{number}") for number in (1, 2, 3))
    d, e = ip_address("2001:db8::1"), ip_address("2001:db8::2")
    assert in_turn([d, e, a, b, c], 6) == [d, a, e, b, c]
    assert in_turn([d, e, a, b, c], 4) == [a, d, b, e, c]
    assert in_turn([a, b], 6) == [a, b]
    assert in_turn([], 4) == []


def test_an_ipv6_address_that_swallows_packets_costs_a_moment_once() -> None:
    with listening(V4) as server, black_hole(V6, port_of(server)):
        made = connector(V6, V4)
        address, took = reached(made, port_of(server))
        assert (address, EACH <= took < 3) == ("127.0.0.1", True)
        for _ in range(3):
            address, took = reached(made, port_of(server))
            assert (address, took < EACH) == ("127.0.0.1", True)


def test_many_dead_addresses_of_one_family_cost_no_more_than_one() -> None:
    with ExitStack() as stack:
        port = port_of(stack.enter_context(listening(V6)))
        for dead in DEAD_V4:
            stack.enter_context(black_hole(dead, port))
        address, took = reached(connector(*DEAD_V4, V6), port)
    assert (address, EACH <= took < 2 * EACH) == ("::1", True)


def test_all_addresses_together_stay_within_the_limit() -> None:
    with ExitStack() as stack:
        port = port_of(stack.enter_context(listening(V4)))
        for dead in DEAD_V4:
            stack.enter_context(black_hole(dead, port))
        began = time.monotonic()
        with pytest.raises(Unconnected, match=r"far\.example: "):
            connector(*DEAD_V4).connect_tcp("far.example", port, 1)
        assert 1 <= time.monotonic() - began < 1.5


def test_the_only_address_has_the_whole_limit() -> None:
    with listening(V4) as server, black_hole(DEAD_V4[0], port_of(server)):
        began = time.monotonic()
        with pytest.raises(Unconnected):
            connector(DEAD_V4[0]).connect_tcp("far.example", port_of(server), 3 * EACH)
        assert time.monotonic() - began >= 3 * EACH


def test_after_a_while_the_favourite_of_the_system_is_tried_again() -> None:
    clock = Clock()
    with listening(V4) as server:
        port = port_of(server)
        made = connector(V6, V4, clock=clock)
        assert reached(made, port)[0] == "127.0.0.1"
        with listening(V6, port):
            assert reached(made, port)[0] == "127.0.0.1"
            clock.ahead = connecting.REMEMBERED + 1
            assert reached(made, port)[0] == "::1"


def test_the_other_family_is_tried_if_the_remembered_one_no_longer_answers() -> None:
    with listening(V4) as server:
        port = port_of(server)
        made = connector(V6, V4)
        assert reached(made, port)[0] == "127.0.0.1"
        server.close()
        with listening(V6, port):
            assert reached(made, port)[0] == "::1"


def test_a_family_that_connects_but_then_times_out_is_tried_last() -> None:
    with listening(V6) as there, listening(V4, port_of(there)):
        made = connector(V6, V4)
        assert reached(made, port_of(there))[0] == "::1"
        made.doubt("far.example")
        assert reached(made, port_of(there))[0] == "127.0.0.1"


def test_each_host_has_a_memory_of_its_own() -> None:
    with listening(V4) as server, black_hole(V6, port_of(server)):
        names = {"far.example": (V6, V4), "near.example": (V4,)}
        made = Connector(lambda host: names[host])
        made.connect_tcp("near.example", port_of(server), 5).close()
        assert reached(made, port_of(server))[1] >= EACH


@pytest.mark.parametrize(
    "trouble", [socket.gaierror(-2, "Name or service not known"), UnicodeError("label empty")]
)
def test_a_name_without_addresses_is_an_error_of_the_connection(trouble: Exception) -> None:
    def lookup(_: str) -> list[IPAddress]:
        raise trouble

    with pytest.raises(httpcore.ConnectError, match=r"far\.example: "):
        Connector(lookup).connect_tcp("far.example", 443, 1)
    with pytest.raises(httpcore.ConnectError, match="no address"):
        connector().connect_tcp("far.example", 443, 1)
