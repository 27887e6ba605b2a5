"""The second picture of a mail, sent drop by drop: how long a program listens is how long it is read.

Beside the edge, and off its busy path: a pixel never comes here. What cannot be measured gets the plain
picture at once, as does all that is beyond the caps. The reading is handed to the spool when it is over, so
that a kill loses those that are still open, and nothing else.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Hashable, Mapping, MutableMapping
from contextlib import suppress
from time import monotonic
from typing import Any

from server.ingest import answers
from server.ingest.answers import Message, RawHeaders
from server.ingest.rates import Rates, household, is_mail_proxy
from server.ingest.settings import IngestSettings
from server.ingest.view_time import ViewTimeRecord, encode
from server.lib import metrics
from server.lib.shutdown import stopping
from server.marks.tokens import TokenClaims
from server.messages.kinds import EventKind
from server.verdicts.classify import classify
from server.verdicts.context import Context
from server.verdicts.hits import MAX_AGENT, MAX_REFERER, Hit, new_id, wanted_headers
from server.verdicts.signatures import holds_up, program_of

SHORTEST = 1  # seconds: who leaves sooner has not read
PAUSE = 1.0  # seconds between two drops
MOST_OF_A_CLIENT = 2  # at a time: browsers open 6 connections to a server, some 4, and pixels need some, too

Place = tuple[str, Hashable]
Send = Callable[[Message], Awaitable[None]]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]


def is_measurable(hit: Hit) -> bool:
    """Whether whoever asks is, as far as can be seen at once, a reader's own program that shows the mail.

    One that fetches for others or ahead of them lets go, or waits, for reasons of its own.
    """
    if program_of(hit.user_agent).proxy or is_mail_proxy(hit.address) or holds_up(hit.user_agent):
        return False
    return classify(hit, Context()).counts


class ViewTimeStreams:
    """Opens drips within the caps. `append`: the spool's."""

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
        """A drip for who asks, to be run at once; None: the plain picture is all they get.

        `headers` with lower-case names, `now` in unix seconds.
        """
        hit = _asked(claims, address, headers, now)
        why_not = "unmeasurable" if not is_measurable(hit) else self._over(hit, claims, now)
        if why_not:
            metrics.count(f"reading.{why_not}")
            return None
        self._open.update(_places(hit))
        return ViewTimeStream(self, hit, monotonic())

    def _over(self, hit: Hit, claims: TokenClaims, now: float) -> str | None:
        if self._rates.reading_exceeded(claims, now):
            return "over.rate"
        full = (cap for cap, what in _places(hit) if self._open[cap, what] >= self._most[cap])
        return next((f"over.{cap}" for cap in full), None)

    def end(self, hit: Hit, seconds: float) -> None:
        """A drip is over after so long: give its place back, and keep what it measured."""
        self._open -= Counter(_places(hit))  # what is at 0 is gone from it
        if seconds < SHORTEST:
            metrics.count("reading.short")
            return
        metrics.count("reading.kept")
        whole = min(int(seconds), self.seconds)
        self._append(
            encode(
                ViewTimeRecord(hit.id, hit.at, whole, hit.account, hit.message, hit.address, hit.user_agent)
            )
        )


class ViewTimeStream:
    """One picture on its way."""

    def __init__(self, drips: ViewTimeStreams, hit: Hit, began: float) -> None:
        self._drips = drips
        self._hit = hit
        self._began = began

    async def run(self, receive: Receive, send: Send, more: RawHeaders) -> None:
        """Send it until its reader leaves, the time is up, or we are asked to end. `more` headers."""
        waiting = [asyncio.ensure_future(each) for each in (_gone(receive), stopping().wait())]
        try:
            await send(answers.DRIP.start(more))
            await send(_piece(answers.DRIP.body))
            while (rest := self._drips.seconds - self._passed()) > 0:
                if (await asyncio.wait(waiting, timeout=min(PAUSE, rest), return_when="FIRST_COMPLETED"))[0]:
                    break
                await send(_piece(answers.DROP))
        finally:  # also when the server cancels a request whose reader has left
            for each in waiting:
                each.cancel()
            self._drips.end(self._hit, self._passed())
        await send({"type": "http.response.body", "body": answers.LAST_DROP})

    def _passed(self) -> float:
        return monotonic() - self._began


def _asked(claims: TokenClaims, address: str, headers: Mapping[str, str], now: float) -> Hit:
    """Who asks, as an open of theirs would look."""
    at = int(now * 1_000_000)
    return Hit(
        new_id(at), at, EventKind.OPEN, claims.account, claims.message, claims.recipient, "", address,
        headers.get("user-agent", "")[:MAX_AGENT], headers.get("referer", "")[:MAX_REFERER],
        "GET", wanted_headers(headers),
    )  # fmt: skip


def _places(hit: Hit) -> tuple[Place, ...]:
    """What a drip takes a place of: the cap, and of whom."""
    address = household(hit.address)
    return (
        ("connections", None),
        ("address", address),
        ("mail", hit.message),
        ("client", (address, hit.user_agent)),
    )


def _piece(body: bytes) -> Message:
    return {"type": "http.response.body", "body": body, "more_body": True}


async def _gone(receive: Receive) -> None:
    """Returns when the reader's program has let go."""
    with suppress(OSError):
        while (await receive())["type"] != "http.disconnect":
            pass
