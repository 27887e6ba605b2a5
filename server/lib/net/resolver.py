"""Resolves host names in separate threads, within a second, and caches the answers for a while."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import socket
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Protocol

from server.lib.net.ip import IPAddress, parse_address

CAP_SECONDS = 1.0
KEEP_SECONDS = 300.0
KEEP_FAILURE_SECONDS = 10.0
MAX_KEPT = 10_000
MAX_LOOKUPS = 16  # at a time
_DOCUMENTATION = ("example.com", "example.net", "example.org", "example")
_SOMEWHERE_PUBLIC = ipaddress.IPv4Address("93.184.215.14")


class NoAnswer(Exception):
    """The name has no address, or no answer came in time."""


class Resolver(Protocol):
    """Finds the addresses of a host name."""

    def kept(self, host: str) -> Sequence[IPAddress] | None:
        """Return the addresses if they are cached, else None. Raises NoAnswer for a recent failure."""
        ...

    async def resolve(self, host: str) -> Sequence[IPAddress]:
        """Return all addresses of `host` (lower case, ASCII). Raises NoAnswer."""
        ...


Lookup = Callable[[str], Sequence[IPAddress]]


def ask_system(host: str) -> Sequence[IPAddress]:
    """Ask the operating system for the IPv4 and IPv6 addresses of `host`. Blocks. Raises OSError."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    texts = dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found)
    return [address for text in texts if (address := parse_address(text))]


class SystemResolver:
    """Asks the operating system, in a separate thread for each name, so that a slow name delays no other."""

    def __init__(self, lookup: Lookup = ask_system, clock: Callable[[], float] = time.monotonic) -> None:
        self._lookup = lookup
        self._clock = clock
        self._kept: OrderedDict[str, tuple[float, Sequence[IPAddress]]] = OrderedDict()
        self._asked: dict[str, asyncio.Future[Sequence[IPAddress]]] = {}

    def kept(self, host: str) -> Sequence[IPAddress] | None:
        """See Resolver."""
        until, addresses = self._kept.get(host, (0.0, ()))
        if until <= self._clock():
            return None
        if not addresses:
            raise NoAnswer(host)
        return addresses

    async def resolve(self, host: str) -> Sequence[IPAddress]:
        """See Resolver. Answers within CAP_SECONDS."""
        known = self.kept(host)
        if known is not None:
            return known
        asked = self._asked.get(host) or self._ask(host)
        try:
            async with asyncio.timeout(CAP_SECONDS):
                return await asyncio.shield(asked)
        except TimeoutError:
            raise NoAnswer(host) from None

    def _ask(self, host: str) -> asyncio.Future[Sequence[IPAddress]]:
        if len(self._asked) >= MAX_LOOKUPS:
            raise NoAnswer(host)
        answer: asyncio.Future[Sequence[IPAddress]] = asyncio.get_running_loop().create_future()
        answer.add_done_callback(_seen)
        self._asked[host] = answer
        # Not an executor: its threads are joined at exit, so a hanging lookup would delay the exit.
        threading.Thread(target=self._run, args=(host, answer), name="lookup", daemon=True).start()
        return answer

    def _run(self, host: str, answer: asyncio.Future[Sequence[IPAddress]]) -> None:
        addresses: Sequence[IPAddress] = ()
        with contextlib.suppress(OSError, UnicodeError):
            addresses = self._lookup(host)
        with contextlib.suppress(RuntimeError):  # the loop is closed
            answer.get_loop().call_soon_threadsafe(self._settle, host, addresses, answer)

    def _settle(
        self, host: str, addresses: Sequence[IPAddress], answer: asyncio.Future[Sequence[IPAddress]]
    ) -> None:
        self._asked.pop(host, None)
        self._kept[host] = (self._clock() + (KEEP_SECONDS if addresses else KEEP_FAILURE_SECONDS), addresses)
        self._kept.move_to_end(host)
        while len(self._kept) > MAX_KEPT:
            self._kept.popitem(last=False)
        if addresses:
            answer.set_result(addresses)
        else:
            answer.set_exception(NoAnswer(host))


class DocumentationNames:
    """Wraps another resolver for the sandbox, which must work without the Internet.

    Names reserved for examples (RFC 2606, RFC 6761: example.com, example.net, example.org, .example, and all
    names below these) get a public address. The wrapped resolver answers for all other names.
    """

    def __init__(self, behind: Resolver) -> None:
        self._behind = behind

    def kept(self, host: str) -> Sequence[IPAddress] | None:
        """See Resolver."""
        return [_SOMEWHERE_PUBLIC] if _is_documentation(host) else self._behind.kept(host)

    async def resolve(self, host: str) -> Sequence[IPAddress]:
        """See Resolver."""
        return [_SOMEWHERE_PUBLIC] if _is_documentation(host) else await self._behind.resolve(host)


def _is_documentation(host: str) -> bool:
    return any(host == name or host.endswith(f".{name}") for name in _DOCUMENTATION)


def _seen(answer: asyncio.Future[Sequence[IPAddress]]) -> None:
    if not answer.cancelled():
        answer.exception()  # retrieved, so that asyncio does not log it if nobody is waiting
