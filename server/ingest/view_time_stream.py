"""Streams the view-time image slowly, to measure how long a program keeps the mail on screen.

A program that closes the mail usually stops loading its images. This module
handles only requests for the view-time image. A request that cannot be measured, or exceeds a cap, gets the
plain image immediately. A view time is handed to the spool when the stream ends, so a crash loses only the
view times in progress.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from contextlib import suppress
from time import monotonic

from server.ingest import answers
from server.ingest.answers import Message, RawHeaders
from server.ingest.rates import Rates, is_mail_proxy, network_of
from server.ingest.settings import IngestSettings
from server.ingest.view_time import ViewTimeRecord, encode
from server.lib import metrics
from server.lib.shutdown import stopping
from server.lib.web.asgi import Receive, Send
from server.marks.tokens import TokenClaims
from server.messages.kinds import EventKind
from server.verdicts.correlate import judge
from server.verdicts.hits import MAX_AGENT, MAX_REFERER, Hit, new_id, wanted_headers
from server.verdicts.observed import MailContext, observed
from server.verdicts.programs import holds_up
from server.verdicts.signatures import program_of

SHORTEST = 1  # seconds: nobody reads a mail in less
PAUSE = 1.0  # seconds between two blocks of the image
MOST_OF_A_CLIENT = 2  # streams: browsers open 4 to 6 connections to a server, and pixels need some of them

Place = tuple[str, Hashable]


def is_measurable(hit: Hit) -> bool:
    """Return whether the client looks like a recipient's own program that shows the mail.

    The time at which a proxy or a prefetching program disconnects says nothing about how long a person reads.
    """
    if program_of(hit.user_agent).proxy or is_mail_proxy(hit.address) or holds_up(hit.user_agent):
        return False
    return judge([observed(hit, "")], MailContext())[0].counts


class ViewTimeStreams:
    """Opens view-time streams within the caps. `append` is the spool's method."""

    def __init__(self, settings: IngestSettings, rates: Rates, append: Callable[[bytes], object]) -> None:
        self.seconds = settings.view_time_seconds
        self._rates = rates
        self._append = append
        self._most = {
            "connections": settings.view_time_connections,
            "address": settings.view_time_connections_per_address,
            "mail": settings.view_time_connections_per_mail,
            "client": MOST_OF_A_CLIENT,
        }
        self._open: Counter[Place] = Counter()

    def begin(
        self, claims: TokenClaims, address: str, headers: Mapping[str, str], now: float
    ) -> ViewTimeStream | None:
        """Return a stream, which the caller must run; None if the client is to get the plain image.

        The names in `headers` are in lower case; `now` is in unix seconds.
        """
        hit = _asked(claims, address, headers, now)
        why_not = "unmeasurable" if not is_measurable(hit) else self._over(hit, claims, now)
        if why_not:
            metrics.count(f"view_time.{why_not}")
            return None
        self._open.update(_places(hit))
        return ViewTimeStream(self, hit, monotonic())

    def _over(self, hit: Hit, claims: TokenClaims, now: float) -> str | None:
        if self._rates.view_time_exceeded(claims, now):
            return "over.rate"
        full = (cap for cap, what in _places(hit) if self._open[cap, what] >= self._most[cap])
        return next((f"over.{cap}" for cap in full), None)

    def end(self, hit: Hit, seconds: float) -> None:
        """End a stream that lasted `seconds`: free its place in the caps, and give its time to the spool."""
        self._open -= Counter(_places(hit))  # this also removes entries that reach 0
        if seconds < SHORTEST:
            metrics.count("view_time.short")
            return
        metrics.count("view_time.kept")
        whole = min(int(seconds), self.seconds)
        self._append(
            encode(
                ViewTimeRecord(hit.id, hit.at, whole, hit.account, hit.message, hit.address, hit.user_agent)
            )
        )


class ViewTimeStream:
    """One view-time image that is being sent slowly."""

    def __init__(self, streams: ViewTimeStreams, hit: Hit, began: float) -> None:
        self._streams = streams
        self._hit = hit
        self._began = began

    async def run(self, receive: Receive, send: Send, more: RawHeaders) -> None:
        """Send the image with `more` headers until the client leaves, time is up or the server shuts down."""
        waiting = [asyncio.ensure_future(each) for each in (_gone(receive), stopping().wait())]
        try:
            await send(answers.SLOW_GIF.start(more))
            await send(_piece(answers.SLOW_GIF.body))
            while (rest := self._streams.seconds - self._passed()) > 0:
                if (await asyncio.wait(waiting, timeout=min(PAUSE, rest), return_when="FIRST_COMPLETED"))[0]:
                    break
                await send(_piece(answers.SLOW_GIF_MORE))
        finally:  # also when the server cancels a request whose client has left
            for each in waiting:
                each.cancel()
            self._streams.end(self._hit, self._passed())
        await send({"type": "http.response.body", "body": answers.SLOW_GIF_END})

    def _passed(self) -> float:
        return monotonic() - self._began


def _asked(claims: TokenClaims, address: str, headers: Mapping[str, str], now: float) -> Hit:
    """Return the hit that an open by the same client would be."""
    at = int(now * 1_000_000)
    return Hit(
        new_id(at), at, EventKind.OPEN, claims.account, claims.message, claims.recipient, "", address,
        headers.get("user-agent", "")[:MAX_AGENT], headers.get("referer", "")[:MAX_REFERER],
        "GET", wanted_headers(headers),
    )  # fmt: skip


def _places(hit: Hit) -> tuple[Place, ...]:
    """Return the caps that a stream counts towards, each with the key under which the stream is counted."""
    address = network_of(hit.address)
    return (
        ("connections", None),
        ("address", address),
        ("mail", hit.message),
        ("client", (address, hit.user_agent)),
    )


def _piece(body: bytes) -> Message:
    return {"type": "http.response.body", "body": body, "more_body": True}


async def _gone(receive: Receive) -> None:
    """Wait until the client disconnects."""
    with suppress(OSError):
        while (await receive())["type"] != "http.disconnect":
            pass
