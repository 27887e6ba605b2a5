"""Connects to a host by its addresses: IPv4 and IPv6 in turn, each for a few seconds, best first."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import zip_longest
from typing import Any

import httpcore

from server.lib.error_words import error_words
from server.lib.net.ip import IPAddress
from server.lib.net.resolver import Lookup, ask_system

EACH = 3.0  # seconds for one address while others are left; time for one lost packet
REMEMBERED = 3600.0  # seconds for which a host's better family is tried first
_OTHER = {4: 6, 6: 4}


class Unconnected(httpcore.ConnectError):
    """No address of the host accepted a connection in time. The text says why the last one did not."""


def silent(addresses: Sequence[IPAddress], port: int, seconds: float) -> list[IPAddress]:
    """Return the addresses that neither accept nor refuse a connection within `seconds`. Blocks."""
    if not addresses:
        return []
    with ThreadPoolExecutor(len(addresses)) as pool:
        answers = pool.map(lambda each: _answers(each, port, seconds), addresses)
        return [address for address, answered in zip(addresses, answers, strict=True) if not answered]


def in_turn(addresses: Sequence[IPAddress], first: int) -> list[IPAddress]:
    """Return the addresses with IPv4 and IPv6 in turn, version `first` first (RFC 8305, section 4)."""
    ours = [each for each in addresses if each.version == first]
    others = [each for each in addresses if each.version != first]
    return [each for pair in zip_longest(ours, others) for each in pair if each is not None]


class Connector(httpcore.SyncBackend):
    """Connects for httpcore. Threads may share it.

    On networks whose IPv6 leads nowhere, packets to IPv6 addresses are lost, and the system waits minutes for
    each. So no address gets more than EACH seconds while others are left, and for a while the family that
    answered last is tried first.
    """

    def __init__(self, lookup: Lookup = ask_system, clock: Callable[[], float] = time.monotonic) -> None:
        self._lookup = lookup
        self._clock = clock
        self._better: dict[str, tuple[int, float]] = {}

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect within `timeout` seconds (all addresses together). Raises Unconnected."""
        until = self._clock() + (EACH if timeout is None else timeout)
        found = self.addresses(host)
        addresses = in_turn(found, self._better_family(host) or found[0].version)
        trouble: Exception = TimeoutError("timed out")
        for number, address in enumerate(addresses, 1):
            left = until - self._clock()
            if left <= 0:
                break
            limit = left if number == len(addresses) else min(EACH, left)
            try:
                stream = super().connect_tcp(str(address), port, limit, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                trouble = error
                continue
            self._better[host] = address.version, self._clock() + REMEMBERED
            return stream
        failed = Unconnected(f"{host}: {error_words(trouble)}")
        failed.__context__ = trouble  # httpcore raises it once more, without its cause
        raise failed

    def addresses(self, host: str) -> Sequence[IPAddress]:
        """Return the host's addresses, the system's favourite first. Raises Unconnected."""
        try:
            found = self._lookup(host)
        except (OSError, UnicodeError) as error:
            raise Unconnected(f"{host}: {error_words(error)}") from error
        if not found:
            raise Unconnected(f"{host}: no address")
        return found

    def doubt(self, host: str) -> None:
        """Try the other family first from now on, because something timed out after connecting.

        Some tunnels let connections through, but lose the first large packet.
        """
        version = self._better_family(host)
        if version:
            self._better[host] = _OTHER[version], self._clock() + REMEMBERED

    def _better_family(self, host: str) -> int:
        version, until = self._better.get(host, (0, 0.0))
        return version if until > self._clock() else 0


def _answers(address: IPAddress, port: int, seconds: float) -> bool:
    try:
        socket.create_connection((str(address), port), seconds).close()
    except TimeoutError:
        return False
    except OSError:  # refused, or there is no way to it: both are known at once
        return True
    return True
