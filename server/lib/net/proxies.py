"""Reads from the environment (HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY) which proxy leads to a URL."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from server.lib.config import meant
from server.lib.net.server_url import ENCODE, read_server_url

_PORTS = {"http": 80, "https": 443}
_FORM = "http://HOST:PORT"
_NO_HOSTS = {"http", "https", "none", "null", "direct", "no", "off", "false"}  # what people write for none


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
    if not given or not meant(given) or proxy_bypass(parts.hostname or ""):
        return None
    return _parsed(given)


def _parsed(given: str) -> OutgoingProxy:
    text = meant(given)
    scheme, _, rest = text.partition("://") if "://" in text else ("http", "", text)
    scheme = scheme.lower()
    if scheme not in _PORTS:
        raise ProxyRefuses(
            f"proxies of the kind {scheme} are not supported, only those that begin with http://"
        )
    if re.search("[/?#].*@", rest):  # a part of a password would be taken for the host, and be shown
        raise ProxyRefuses(f"the address of the proxy cannot be read. {ENCODE}")
    try:
        read = read_server_url(rest)
    except ValueError as error:
        raise ProxyRefuses(f"the address of the proxy {error}") from None
    if not read.host:
        raise ProxyRefuses("the address of the proxy names no host")
    if read.path or read.query or read.host.lower() in _NO_HOSTS or re.search(r"\s", read.host):
        raise ProxyRefuses(f"the address of the proxy is not of the form {_FORM}")
    return OutgoingProxy(
        scheme, read.host.lower(), read.port or _PORTS[scheme], read.user or "", read.password or ""
    )
