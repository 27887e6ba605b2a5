"""Reads hosts in Host headers and in settings, and decides whether a host is one of ours."""

from __future__ import annotations

import re
from dataclasses import dataclass

import ada_url

from server.lib.net.ip import is_loopback, parse_address

# A name of at most 253 characters (RFC 1035) with a final dot and a port, as RFC 9110 (section 7.2) has it.
_LONGEST = 260
_AUTHORITY = re.compile(
    r"(?:\[(?P<v6>[0-9a-f:.]*:[0-9a-f:.]*)\]|(?P<name>[a-z0-9._-]+))(?::(?P<port>[0-9]{0,5}))?", re.ASCII
)
_NAME = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_](?:[a-z0-9_-]{0,62}))*", re.ASCII)


@dataclass(frozen=True, slots=True)
class KnownHosts:
    """The hosts that people reach us by: `names`, each of `domains` with all its subdomains, and loopback."""

    names: frozenset[str]
    domains: tuple[str, ...] = ()

    def __contains__(self, host: str) -> bool:
        if host in self.names or is_loopback(host):
            return True
        return any(host == domain or host.endswith(f".{domain}") for domain in self.domains)


def parse_host(authority: str) -> str | None:
    """Return the host of `host:port`, normalized; None if it is malformed. IPv6 loses its brackets."""
    found = _AUTHORITY.fullmatch(authority.lower()) if len(authority) <= _LONGEST else None
    if found is None or not authority.isascii() or int(found["port"] or 0) > 65_535:
        return None
    if found["v6"]:
        address = parse_address(found["v6"])
        return str(address) if address else None
    name = found["name"].removesuffix(".")
    return name if _NAME.fullmatch(name) else None


def bound_host(host: str) -> str | None:
    """Return the host by which people reach a server that is bound to `host`; None if it is bound to all."""
    address = parse_address(host)
    if address:
        return None if address.is_unspecified else str(address)
    return parse_host(host)


def setting_host(word: str) -> str | None:
    """Return a host as written in a setting, normalized, without its port; None if it is not a host."""
    address = parse_address(word)
    if address:
        return str(address)
    try:
        url = ada_url.URL(f"http://{word}/")  # turns ü into xn--…, as browsers do
    except ValueError:
        return None
    alone = url.pathname == "/" and not (url.username or url.password or url.search or url.hash)
    return parse_host(url.hostname) if alone else None


def origin(url: str) -> str | None:
    """Return a web server's URL as browsers write its origin; None if it isn't one, or if it has a path."""
    try:
        read = ada_url.URL(url)
    except ValueError:
        return None
    bare = read.pathname == "/" and not (read.username or read.password or read.search or read.hash)
    if read.protocol not in {"http:", "https:"} or not bare or parse_host(read.host) is None:
        return None
    name = read.hostname.removesuffix(".")  # certificates name hosts without the final dot
    return f"{read.protocol}//{name}{f':{read.port}' if read.port else ''}"


def host_of(url: str) -> str:
    """Return the host of a URL, normalized as `parse_host` does; "" if the URL has none."""
    try:
        return parse_host(ada_url.URL(url).hostname) or ""
    except ValueError:
        return ""
