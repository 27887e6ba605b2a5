"""Sends requests to other servers, each once: through the proxy of the environment, if it names one.

There is one way out for all requests: the same proxies, trusted certificates and limits for connecting.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping
from dataclasses import dataclass

import httpcore
import httpx

from server.lib.net import outside_time
from server.lib.net.bounded import Bounded, unpacked
from server.lib.net.connecting import Connector, Unconnected
from server.lib.net.proxies import OutgoingProxy, ProxyRefuses, ProxyTrouble, proxy_for
from server.lib.net.trusted import trusted

_CONNECTOR = Connector()
_ALTOGETHER = 4  # times the limit for an answer: the longest that an exchange takes, however slowly it comes
_HTTPCORE = (
    httpcore.NetworkError,
    httpcore.TimeoutException,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.UnsupportedProtocol,
)
_HOP_BY_HOP = {"content-encoding", "content-length", "transfer-encoding"}


class OutgoingError(OSError):
    """There is no answer, and another try at once is of no use. The text says why, in a few words."""


class LostConnection(ConnectionError):
    """The host was not reached, or the connection ended. The text says how."""


@dataclass(frozen=True, slots=True)
class Received:
    """An answer. Names of headers are in lower case; `body` is no longer compressed."""

    status: int
    reason: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Outgoing:
    """The way out. `connect`: seconds for connecting; `answer`: seconds for writing and for each answer.

    Requests are never repeated, and no redirect is followed. `direct`: use no proxy, for hosts on this
    machine; otherwise nothing ever goes past the proxy that the environment names.
    """

    connect: float
    answer: float
    direct: bool = False
    connector: Connector = _CONNECTOR

    def send(self, method: str, url: str, headers: Mapping[str, str], body: bytes = b"") -> Received:
        """Send a request and return the whole answer. Blocks.

        Raises OSError with a text for people: TimeoutError or LostConnection, if another try at once may
        succeed, else ProxyTrouble, UnreadableCertificates, TooLarge or OutgoingError.
        """
        proxy = None
        try:
            proxy = None if self.direct else proxy_for(url)
            return self._sent(proxy, method, url, headers, body)
        except (*_HTTPCORE, httpx.DecodingError) as error:
            if isinstance(error, httpcore.TimeoutException):
                self.connector.doubt(proxy.host if proxy else httpx.URL(url).host)
            raise _explained(error, proxy) from error

    def client(self) -> httpx.AsyncClient:
        """Return a client that goes this way, in threads. Its requests raise httpx.HTTPError."""
        return httpx.AsyncClient(transport=_InThreads(self), trust_env=False)

    def _sent(
        self, proxy: OutgoingProxy | None, method: str, url: str, headers: Mapping[str, str], body: bytes
    ) -> Received:
        # The body's own length counts, not one that a library took from characters.
        sent = {name: value for name, value in headers.items() if name.lower() != "content-length"}
        limits = {"connect": self.connect, "write": self.answer, "read": self.answer, "pool": self.connect}
        bounded = Bounded(self.connector, self.connect + _ALTOGETHER * self.answer)
        # A kept connection may have been closed by the other side, and a repeat could do things twice.
        with httpcore.ConnectionPool(
            trusted() if url.startswith("https:") else None,
            _for_httpcore(proxy),
            max_keepalive_connections=0,
            network_backend=bounded,
        ) as pool:
            got = pool.request(
                method,
                url,
                headers=[(name.encode(), value.encode()) for name, value in sent.items()],
                content=body or None,
                extensions={"timeout": limits},
            )
        told = httpx.Headers(got.headers)
        if url.startswith("https:") and not self.direct:
            outside_time.hear(told.get("date", ""))
        reason = bytes(got.extensions.get("reason_phrase", b"")).decode("ascii", "replace")
        return Received(got.status, reason, dict(told), unpacked(told, got.content))


class _InThreads(httpx.AsyncBaseTransport):
    """Sends a client's requests in threads."""

    def __init__(self, way: Outgoing) -> None:
        self._way = way

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        body = await request.aread()
        given = request.method, str(request.url), dict(request.headers), body
        try:
            got = await asyncio.to_thread(self._way.send, *given)
        except TimeoutError as error:
            raise httpx.ReadTimeout(str(error), request=request) from error
        except OSError as error:
            raise httpx.ConnectError(str(error), request=request) from error
        headers = {name: value for name, value in got.headers.items() if name not in _HOP_BY_HOP}
        return httpx.Response(got.status, headers=headers, content=got.body, request=request)


def _for_httpcore(proxy: OutgoingProxy | None) -> httpcore.Proxy | None:
    if proxy is None:
        return None
    auth = (proxy.user.encode(), proxy.password.encode()) if proxy.user or proxy.password else None
    url = httpcore.URL(scheme=proxy.scheme, host=proxy.host, port=proxy.port, target="/")
    return httpcore.Proxy(url, auth, ssl_context=trusted() if proxy.scheme == "https" else None)


def _explained(error: Exception, proxy: OutgoingProxy | None) -> OSError:
    """Return the error that says in a few words what went wrong."""
    match error:
        case httpcore.ProxyError():
            kind = ProxyTrouble if str(error).startswith(("5", "408", "429")) else ProxyRefuses
            return kind(f"the proxy {proxy and proxy.place} answers {error}")
        case Unconnected() if proxy:
            return ProxyTrouble(f"the proxy {proxy.place} cannot be reached")
        case httpcore.TimeoutException():
            return TimeoutError("no answer in time")
        case httpcore.ConnectError(args=[ssl.SSLCertVerificationError() as refused]):
            return OutgoingError(f"the certificate is not trusted: {refused.verify_message}")
        case httpcore.NetworkError() | httpcore.ProtocolError():
            return LostConnection(str(error) or "the connection ended")
        case _:
            return OutgoingError(str(error))
