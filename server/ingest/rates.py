"""Limits how many hits of a token, and from an address, are stored per minute; others are only counted."""

from __future__ import annotations

import ipaddress
from functools import lru_cache
from ipaddress import ip_network
from typing import TYPE_CHECKING

from server.ingest.settings import IngestSettings
from server.lib.net.ip import parse_address
from server.lib.rates import Rate
from server.marks.tokens import TokenClaims
from server.verdicts.proxies import APPLE_NETWORKS, PROXIES
from server.verdicts.signatures import is_in

if TYPE_CHECKING:
    from server.lib.redis.rates import SharedRates

# Google's IPv6 ranges, from the SPF record of _netblocks2.google.com.
_GOOGLE_IPV6 = tuple(
    ip_network(text)
    for text in (
        *("2001:4860:4000::/36", "2404:6800:4000::/36", "2607:f8b0:4000::/36"),
        *("2800:3f0:4000::/36", "2a00:1450:4000::/36", "2c0f:fb50:4000::/36"),
    )
)
_PROXY_NETWORKS = (
    *APPLE_NETWORKS,
    *_GOOGLE_IPV6,
    *(network for proxy in PROXIES for network in proxy.networks),
)


class Rates:
    """Counts hits by token and by address, in an amount of memory that does not grow with their number."""

    def __init__(self, settings: IngestSettings) -> None:
        self._token = Rate(settings.token_events_per_minute)
        self._address = Rate(settings.address_events_per_minute)
        self._shared: SharedRates | None = None
        if settings.spool_url:
            from server.lib.redis.rates import SharedRates

            named = {"token": self._token, "address": self._address}
            self._shared = SharedRates(settings.spool_url, named)

    async def tend(self) -> None:
        """Share the counts with the other nodes until cancelled; without Redis, return immediately."""
        if self._shared:
            await self._shared.tend()

    def exceeded(self, claims: TokenClaims, address: str, now: float) -> str | None:
        """Count a hit. Returns the limit that it exceeds, "address" or "token", or None."""
        if not self._address.allows(network_of(address), now) and not is_mail_proxy(address):
            return "address"
        token = (claims.message.bytes, claims.recipient, claims.url)  # the same for every spelling of the URL
        return None if self._token.allows(token, now) else "token"

    def view_time_exceeded(self, claims: TokenClaims, now: float) -> bool:
        """Count the start of a view time, separately from opens. Returns whether there were too many."""
        return not self._token.allows((claims.message.bytes, claims.recipient, "view_time"), now)


@lru_cache(maxsize=4096)
def network_of(address: str) -> str:
    """Return the /64 of an IPv6 address, because one customer has all of it; an IPv4 address unchanged."""
    parsed = parse_address(address) if ":" in address else None
    if not isinstance(parsed, ipaddress.IPv6Address):
        return address
    return str(int(parsed) >> 64)


@lru_cache(maxsize=4096)
def is_mail_proxy(address: str) -> bool:
    """Return whether the address belongs to a mail proxy. All Gmail users share a few such addresses."""
    return is_in(address, _PROXY_NETWORKS)
