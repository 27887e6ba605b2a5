"""The edge answers pixels and links in front of the application, and hands their hits to the spool.

It is the first of three stages: receive, digest, announce. A request for a pixel gets the image even if its
token is invalid; hits with an invalid token are counted, not stored. A hit is handed to the spool before the
first `await`, because a proxy may hang up early. The request is answered after the spool's commit, so its hit
is on disk by then, unless the spool could not keep the hit.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from functools import lru_cache
from typing import Any, Protocol, TypeVar
from uuid import UUID

from server.ingest import answers
from server.ingest.answers import Answer
from server.ingest.head_requests import HeadRequests
from server.ingest.overflow import OverflowCounter
from server.ingest.rates import Rates
from server.ingest.reported_links import ReportedLinks
from server.ingest.requests import headers, peer
from server.ingest.settings import IngestSettings
from server.ingest.view_time_stream import ViewTimeStream, ViewTimeStreams
from server.lib import clock, metrics
from server.lib.keys.signing import KeyRing
from server.lib.log_throttle import ThrottledLogger
from server.lib.net.forwarders import address_of
from server.lib.net.ip import client_address
from server.lib.net.resolver import Resolver
from server.lib.settings import ServerSettings, Settings
from server.lib.web.asgi import Application, Receive, Scope, Send
from server.marks import stray, targets, unknown_keys
from server.marks.tokens import Purpose, TokenClaims, TokenError, read, verify
from server.messages.kinds import EventKind
from server.verdicts.hits import (
    DECOY_URL,
    MAX_AGENT,
    MAX_REFERER,
    UNKNOWN_ACCOUNT,
    new_hex,
    record,
    wanted_headers,
)

log = logging.getLogger(__name__)

Handler = Callable[
    [Scope], Awaitable[Answer | ViewTimeStream]
]  # hands the hit to the spool before it awaits anything

MAX_URI = 8192
REASON_HEADER = "x-sightline-reason"  # sent with DEBUG only
_PIXEL, _MANUAL_PIXEL, _LINK = "/p/", "/track/open/", "/c/"
_SAFE_METHODS = frozenset({"GET", "HEAD"})
_UUID_LENGTH = 36
_KEPT: dict[str, str] = {kind: f"{kind}.kept" for kind in EventKind}

Value = TypeVar("Value")


class EdgeSpool(Protocol):
    """The part of the spool's interface that the edge uses."""

    def append(self, record: bytes) -> asyncio.Future[bool]:
        """See Spool."""
        ...


class Edge:
    """The ASGI application that answers pixels and links; `inner` gets all other requests.

    `ring` returns the current keys, and `unix` the time by which marks end, in Unix seconds.
    """

    def __init__(
        self,
        inner: Application,
        ring: Callable[[], KeyRing],
        spool: EdgeSpool,
        settings: Settings,
        resolver: Resolver,
        unix: Callable[[], float],
        reported: ReportedLinks | None = None,
    ) -> None:
        self._inner = inner
        self._ring, self._unix = ring, unix
        self._spool = spool
        server, ingest = settings[ServerSettings], settings[IngestSettings]
        self._trusted = server.trusted_proxies
        self._direct = lru_cache(maxsize=4096)(lambda peer: client_address(peer, "", ()))
        self._debug = server.debug
        self._more = answers.HTTPS_ONLY if server.secure else ()
        self._resolver = resolver
        self._reported = reported or ReportedLinks()
        self._rates = Rates(ingest)
        self._heads = HeadRequests()
        self._overflow = OverflowCounter(spool.append)
        self._streams = ViewTimeStreams(ingest, self._rates, spool.append)
        self._following: set[asyncio.Task[Answer]] = set()
        self._forgeries = ThrottledLogger(log)
        self._handlers: Mapping[str, Handler] = {
            _PIXEL: self._pixel,
            _MANUAL_PIXEL: self._pixel,
            _LINK: self._link,
        }
        self._prefixes = tuple(self._handlers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer pixels and links; pass on all other requests."""
        if scope["type"] != "http":
            await self._inner(scope, receive, send)
            return
        path, method = scope["path"], scope["method"]
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > MAX_URI:
            answer: Answer | ViewTimeStream = answers.TOO_LONG
        elif not path.startswith(self._prefixes):
            await self._inner(scope, receive, send)
            return
        elif method not in _SAFE_METHODS:
            answer = answers.NOT_ALLOWED
        else:
            answer = await self._handler(path)(scope)
        if isinstance(answer, ViewTimeStream):
            await answer.run(receive, send, self._more)
            return
        await send(answer.start(self._more))
        await send(answer.end(method))

    async def tend(self) -> None:
        """Share the rate counts with the other nodes until cancelled."""
        await self._rates.tend()

    async def settle(self) -> None:
        """Wait until targets are looked up and overflow is kept; cancel the queries about reported links."""
        await asyncio.gather(*self._following, return_exceptions=True)
        await self._reported.settle()
        await self._overflow.settle()

    def _handler(self, path: str) -> Handler:
        return next(handler for prefix, handler in self._handlers.items() if path.startswith(prefix))

    async def _pixel(self, scope: Scope) -> Answer | ViewTimeStream:
        name, dot, ending = scope["path"].rpartition(".")
        picture = answers.PIXELS.get(dot + ending, answers.PIXELS[".gif"])
        parts = name.split("/")
        try:
            claims = self._opened(parts)
        except TokenError as error:
            tidied = (stray.picture_path(scope["path"]) or name).split("/")
            if len(tidied) == 5 and tidied[1] == "p" and tidied[3] == "r":
                return self._view_time(scope, tidied[4], picture)
            try:
                claims = self._opened(tidied)
            except TokenError:
                unknown_keys.note(error)
                return self._refused_picture("pixel", error.reason, picture)
        await self._keep(scope, EventKind.OPEN, claims)
        return picture

    def _view_time(self, scope: Scope, token: str, picture: Answer) -> Answer | ViewTimeStream:
        try:
            claims = verify(self._ring(), Purpose.VIEW_TIME, token, self._unix())
        except TokenError as error:
            return self._refused_picture("view_time", error.reason, picture)
        return self._stream(scope, claims) or picture

    def _refused_picture(self, what: str, reason: str, picture: Answer) -> Answer:
        self._refuse(what, reason)
        return picture.with_header(REASON_HEADER, reason) if self._debug else picture

    def _stream(self, scope: Scope, claims: TokenClaims) -> ViewTimeStream | None:
        if scope["method"] == "HEAD":
            return None
        received = headers(scope)
        address = self._client(peer(scope), received.pop("x-forwarded-for", ""))
        return self._streams.begin(claims, address, received, clock.unix())

    def _opened(self, parts: list[str]) -> TokenClaims:
        if len(parts) == 4 and parts[1] == "p":
            return verify(self._ring(), Purpose.OPEN, parts[3], self._unix())
        match parts:
            case ["", "p", name] | ["", "track", "open", name]:
                return TokenClaims(UNKNOWN_ACCOUNT, _message_id(name), 0, 0)
            case _:
                raise TokenError("malformed")

    def _link(self, scope: Scope) -> Awaitable[Answer]:
        _, _, text = scope["path"].removeprefix(_LINK).partition("/")
        try:
            claims = read(self._ring(), Purpose.CLICK, text, self._unix())
            target = targets.check_kept(claims.url, self._resolver)
        except TokenError as error:
            if error.reason == "purpose":
                return self._decoy(scope, text)
            unknown_keys.note(error)
            return _at_once(self._refused_link(error.reason))
        except targets.Blocked as refusal:
            return _at_once(self._refused_target(refusal.reason))
        if target is None:
            return self._unhurried(self._look_up_and_follow(scope, claims))
        return self._follow(scope, claims, target)

    async def _decoy(self, scope: Scope, text: str) -> Answer:
        """Answer the decoy. It looks like other links but leads nowhere: only its token identifies it."""
        try:
            claims = read(self._ring(), Purpose.DECOY, text, self._unix())
        except TokenError as error:
            return self._refused_link(error.reason)
        await self._keep(scope, EventKind.CLICK, claims._replace(url=DECOY_URL))
        return answers.DECOY

    async def _follow(self, scope: Scope, claims: TokenClaims, target: targets.RedirectTarget) -> Answer:
        kept = self._keep(
            scope, EventKind.CLICK, claims
        )  # before the waits below: they may be long, and the client may leave during them
        theirs = self._reported.known(claims.message, claims.url)
        if theirs is None:
            theirs = await self._reported.allow(claims.message, claims.url)
        await kept
        if not theirs:
            return self._refused_link("foreign")
        return answers.redirect(stray.location(target, scope.get("raw_path") or b"", scope["query_string"]))

    async def _look_up_and_follow(self, scope: Scope, claims: TokenClaims) -> Answer:
        try:
            target = await targets.check(claims.url, self._resolver)
        except targets.Blocked as refusal:
            return self._refused_target(refusal.reason)
        return await self._follow(scope, claims, target)

    async def _unhurried(self, following: Coroutine[Any, Any, Answer]) -> Answer:
        # Some servers cancel a request when its client leaves, but the click still happened.
        task = asyncio.create_task(following)
        self._following.add(task)
        task.add_done_callback(self._following.discard)
        return await asyncio.shield(task)

    def _keep(self, scope: Scope, kind: str, claims: TokenClaims) -> Awaitable[bool]:
        if scope["method"] == "HEAD":  # asks for the headers only, so it is no hit
            return self._look(scope, kind, claims)
        received, now = headers(scope), clock.unix()
        address = self._client(peer(scope), received.pop("x-forwarded-for", ""))
        exceeded = self._rates.exceeded(claims, address, now)
        if exceeded:
            metrics.count(f"{kind}.over.{exceeded}")
            if exceeded == "address" and claims.account == UNKNOWN_ACCOUNT:
                return _at_once(False)  # such a token may name any message, and each could cost a record
            return self._overflow.count(kind, claims, now)
        metrics.count(_KEPT[kind])
        at = int(now * 1_000_000)
        agent = received.pop("user-agent", "")[:MAX_AGENT]
        referer = received.pop("referer", "")[:MAX_REFERER]
        return self._spool.append(
            record(
                (
                    new_hex(at), at, kind, claims.account, claims.message, claims.recipient,
                    claims.url, address, agent, referer, scope["method"],
                    wanted_headers(received) | self._heads.mark(claims, address, agent, now),
                )
            )
        )  # fmt: skip

    def _look(self, scope: Scope, kind: str, claims: TokenClaims) -> Awaitable[bool]:
        metrics.count(f"{kind}.head")
        received = headers(scope)
        address = self._client(peer(scope), received.get("x-forwarded-for", ""))
        self._heads.note(claims, address, received.get("user-agent", "")[:MAX_AGENT])
        return _at_once(False)

    def _client(self, peer: str, forwarded_for: str) -> str:
        if forwarded_for:
            return address_of(peer, forwarded_for, self._trusted)
        return self._direct(peer)

    def _refused_link(self, reason: str) -> Answer:
        self._refuse("link", reason)
        return answers.EXPIRED_LINK if reason == "expired" else answers.BAD_LINK

    def _refused_target(self, reason: str) -> Answer:
        metrics.count(f"target.refused.{reason}")
        return answers.UNRESOLVED_TARGET if reason == "unresolved" else answers.REFUSED_TARGET

    def _refuse(self, what: str, reason: str) -> None:
        metrics.count(f"{what}.refused.{reason}")
        if reason == "signature":
            self._forgeries.warn("security: a %s token with a wrong signature was refused", what)


def _message_id(name: str) -> UUID:
    try:
        return UUID(name) if len(name) == _UUID_LENGTH else UUID("")
    except ValueError:
        raise TokenError("malformed") from None


async def _at_once(value: Value) -> Value:
    return value
