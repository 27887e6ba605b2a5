"""Reads from the environment (HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY) which proxy leads to a URL."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

_PORTS = {"http": 80, "https": 443}


class ProxyTrouble(OSError):
    """The proxy does not answer, or not for the host behind it. The text says which, without its password."""


class ProxyRefuses(ProxyTrouble):
    """The proxy refuses, or cannot be used: somebody has to change something."""


@dataclass(frozen=True, slots=True)
class OutgoingProxy:
    """An HTTP proxy. `scheme`: http or https, by which the proxy itself is reached."""

    scheme: str
    host: str
    port: int
    user: str
    password: str = field(repr=False)

    @property
    def place(self) -> str:
        """Host and port, to be shown."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def proxy_for(url: str) -> OutgoingProxy | None:
    """Return the proxy that leads to `url`; None if it is to be reached directly. Raises ProxyRefuses.

    As with curl, HTTP_PROXY leads to http:// URLs only.
    """
    parts, proxies = urlsplit(url), getproxies()
    given = proxies.get(parts.scheme) or proxies.get("all")
    if not given or proxy_bypass(parts.hostname or ""):
        return None
    return _parsed(given)


def _parsed(given: str) -> OutgoingProxy:
    text = given if "://" in given else f"http://{given}"
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise ProxyRefuses("the address of the proxy cannot be read") from None
    if parts.scheme not in _PORTS:
        raise ProxyRefuses(f"proxies of the kind {parts.scheme} are not supported")
    # A password with / ? or # ends the host early; a part of it would be taken for the host, and be shown.
    if "@" in text.partition("://")[2].removeprefix(parts.netloc):
        raise ProxyRefuses("the address of the proxy cannot be read")
    if not parts.hostname:
        raise ProxyRefuses("the address of the proxy names no host")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return OutgoingProxy(parts.scheme, parts.hostname, port or _PORTS[parts.scheme], user, password)
