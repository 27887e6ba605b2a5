"""Notes who passes on the addresses of others although TRUSTED_PROXIES does not name them.

If that is the proxy in front of this server, all readers seem to have its address. Strangers can send such
headers, too, so the memory is bounded, and whoever reads the notes weighs them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from server.lib.net.inside import identifies_nobody
from server.lib.net.ip import Network, client_address, is_trusted, parse_hop

MOST, MOST_NAMED = 64, 16


@dataclass(slots=True)
class Forwarder:
    """What came from one address: the number of requests, and some of the addresses that they named."""

    requests: int = 0
    named: set[str] = field(default_factory=set)


_seen: dict[str, Forwarder] = {}


def address_of(peer: str, forwarded_for: str, trusted: Sequence[Network]) -> str:
    """Return the client's address as `client_address` does, and note a peer that may be our proxy."""
    if forwarded_for and not is_trusted(peer, trusted):
        _note(peer, forwarded_for)
    return client_address(peer, forwarded_for, trusted)


def claimed_address(peer: str, forwarded_for: str, trusted: Sequence[Network]) -> str | None:
    """Return whom an untrusted peer inside our own network asks for; None if it does not say, or is another.

    It is most likely the proxy in front of this server. The address is no more than a claim.
    """
    if not forwarded_for or is_trusted(peer, trusted) or not identifies_nobody(peer):
        return None
    nearest = parse_hop(forwarded_for.rpartition(",")[2])
    return str(nearest) if nearest else None


def take() -> dict[str, Forwarder]:
    """Return what was noted since the last call, by the peer's address."""
    taken = dict(_seen)
    _seen.clear()
    return taken


def put_back(peer: str, forwarder: Forwarder) -> None:
    """Note again what was taken, and could not be stored, within the same bounds."""
    _add(peer, forwarder.requests, forwarder.named)


def _note(peer: str, forwarded_for: str) -> None:
    nearest = parse_hop(forwarded_for.rpartition(",")[2])
    _add(peer, 1, {str(nearest)} if nearest else set())


def _add(peer: str, requests: int, named: set[str]) -> None:
    found = _seen.get(peer)
    if found is None:
        if len(_seen) >= MOST:  # whoever asks least is the least likely to be the proxy
            del _seen[min(_seen, key=lambda each: _seen[each].requests)]
        found = _seen[peer] = Forwarder()
    found.requests += requests
    found.named.update(islice(named, MOST_NAMED - len(found.named)))
