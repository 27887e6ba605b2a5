"""Serves HTTP/1.1 with uvicorn's protocol, within the limits of limits.py.

uvicorn itself limits neither the size nor the time of a request's head. When a header field arrives in
pieces, its parser copies the whole field for each piece. The parser calls the methods `on_…` while it
parses, and an exception in one of them ends the parsing.
"""

from __future__ import annotations

import asyncio
import logging
from enum import Enum
from typing import Any

import httptools
from uvicorn._types import ASGI3Application
from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import ServerState

from server.lib import metrics
from server.lib.http import limits
from server.lib.http.limits import MAX_FIELDS, MAX_HEAD, SHORTEST_CUT, Phase, Standing
from server.lib.log_throttle import ThrottledLogger

log = logging.getLogger(__name__)

# Each request uses these, and Python finds members of an enumeration slowly.
_HEAD, _BODY, _ANSWER, _IDLE = Phase.HEAD, Phase.BODY, Phase.ANSWER, Phase.IDLE
_SLICE = 16_384  # bytes parsed between two checks of the limits
_SWEEP_SECONDS = 1.0


class Refusal(Enum):
    """Why a request is refused: the status of the answer, and its text."""

    TOO_LARGE = (431, "The header fields of this request are too large.")
    MALFORMED = (400, "This request is not valid HTTP.")
    DRIPPED = (400, "The body of this request comes in too many small pieces.")
    TOO_MANY = (429, "Too many requests were sent before the first was answered.")


class OverLimit(Exception):
    """Ends the parsing of a request."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value[1])
        self.refusal = refusal


class Connections:
    """Keeps the connections of a process within its room, and closes those that take too long."""

    def __init__(self, room: int, spare: int = 0) -> None:
        self._room, self._spare = room, spare
        self._open: set[LimitedProtocol] = set()
        self._sweep_later: asyncio.TimerHandle | None = None
        self._warnings = ThrottledLogger(log)

    def __call__(self, **arguments: Any) -> LimitedProtocol:
        """Create the protocol of a new connection, as uvicorn asks for it."""
        return LimitedProtocol(self, **arguments)

    def add(self, opened: LimitedProtocol) -> bool:
        """Note a new connection, closing others if there is no room. Return False if none can be closed."""
        self._open.add(opened)
        if self._sweep_later is None:
            self._sweep_later = opened.loop.call_later(_SWEEP_SECONDS, self._sweep, opened.loop)
        if len(self._open) <= self._room:
            return True
        others = [each for each in self._open if each is not opened and not each.is_aborted]
        standings = [each.standing for each in others]
        victims = limits.to_close(standings, self._room - 1, self._spare, opened.loop.time())
        for index in victims:
            others[index].close_for("room")
        if victims:
            self._warnings.warn(
                "all %s connections were in use, so %s that waited were closed", self._room, len(victims)
            )
        return len(others) - len(victims) < self._room + self._spare

    def remove(self, closed: LimitedProtocol) -> None:
        """Forget a connection that is closed."""
        self._open.discard(closed)

    def _sweep(self, loop: asyncio.AbstractEventLoop) -> None:
        now = loop.time()
        for each in tuple(self._open):
            each.check(now)
        self._sweep_later = loop.call_later(_SWEEP_SECONDS, self._sweep, loop) if self._open else None


class LimitedProtocol(HttpToolsProtocol):
    """One connection. The bytes of a head or trailer that is not complete are counted as they arrive."""

    def __init__(
        self,
        connections: Connections,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._all = connections
        self._phase, self._since = _HEAD, self.loop.time()
        self._running: RequestResponseCycle | None = None
        self._in_head = True
        self._slice = self._incomplete = 0  # bytes
        self._pieces = self._body = 0
        self._ending, self._discarded, self._refusal = False, 0, Refusal.MALFORMED
        self._unsent, self._stalled_since = 0, 0.0
        self.is_aborted = False

    @property
    def standing(self) -> Standing:
        """What the connection waits for, since when, and for whom."""
        # A closed connection keeps its descriptor until the client has read what is left.
        unread = self._unsent and self.transport.get_write_buffer_size()
        phase = Phase.UNREAD if unread or self.transport.is_closing() else self._phase
        return Standing(phase, self._since, self.client[0] if self.client else "")

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Close the connection immediately if there is no room for it."""
        super().connection_made(transport)
        if not self._all.add(self):
            self.close_for("room")

    def connection_lost(self, exc: Exception | None) -> None:
        """Make room, and tell the request that is being answered; uvicorn tells only the newest one."""
        self._all.remove(self)
        self.pipeline.clear()
        super().connection_lost(exc)
        self._leave_running()

    def check(self, now: float) -> None:
        """Close the connection if it has been in its phase for too long, or reads nothing of its answer."""
        if limits.is_over(self._phase, now - self._since):
            self.close_for(self._phase)
        elif self._is_stalled(now):
            self.close_for("stalled")

    def close_for(self, reason: str) -> None:
        """Close the connection without waiting for its client, and count why."""
        metrics.count(f"connections.closed.{reason}")
        self.is_aborted = True
        self.transport.abort()

    def data_received(self, data: bytes) -> None:
        """Parse what has arrived, and refuse what is malformed or too large."""
        if self._ending:
            self._discard(data)
            return
        self._unset_keepalive_if_required()
        if self._phase is _IDLE:
            self._enter(_HEAD)
        try:
            for start in range(0, len(data), _SLICE):
                self._parse(data[start : start + _SLICE])
        except OverLimit as error:
            self._refuse(error.refusal)
        except httptools.HttpParserUpgrade:
            pass  # answered like any other request: there is no protocol to upgrade to
        except httptools.HttpParserError as error:
            reason = error.__context__
            self._refuse(reason.refusal if isinstance(reason, OverLimit) else Refusal.MALFORMED)

    def on_message_begin(self) -> None:
        """Begin to count the pieces of the body."""
        HttpToolsProtocol.on_message_begin(self)
        self._pieces = self._body = 0

    def on_header(self, name: bytes, value: bytes) -> None:
        """Keep a field of the head, cut to a useful length. A field that follows the body is dropped."""
        if not self._in_head:
            return
        if len(value) > SHORTEST_CUT:
            value = limits.cut(name.lower(), value)
        HttpToolsProtocol.on_header(self, name, value)
        if len(self.headers) > MAX_FIELDS:
            raise OverLimit(Refusal.TOO_LARGE)

    def on_headers_complete(self) -> None:
        """Start the request, unless its head is too large or too many requests wait already."""
        if self._incomplete + self._slice > MAX_HEAD and self._head_size() > MAX_HEAD:
            raise OverLimit(Refusal.TOO_LARGE)
        if len(self.pipeline) >= limits.MAX_QUEUED:
            raise OverLimit(Refusal.TOO_MANY)
        HttpToolsProtocol.on_headers_complete(self)  # raises if the address of the request is malformed
        self._in_head, self._incomplete = False, -self._slice
        self._enter(_BODY)
        if self.parser.should_upgrade():
            self.cycle.keep_alive = False

    def on_body(self, body: bytes) -> None:
        """Pass on a piece of the body."""
        self._incomplete = -self._slice
        self._pieces += 1
        self._body += len(body)
        if limits.is_dripped(self._pieces, self._body):
            raise OverLimit(Refusal.DRIPPED)
        super().on_body(body)

    def on_message_complete(self) -> None:
        """Wait for the answer."""
        HttpToolsProtocol.on_message_complete(self)
        self._in_head, self._incomplete = True, -self._slice
        self._enter(_ANSWER)

    def on_response_complete(self) -> None:
        """Go on with the next request. The rest of a body that nobody wants is not waited for."""
        if self._ending and not self.pipeline:
            if not self.transport.is_closing():
                self.transport.write(self._answer(self._refusal))
            self._end()
            return
        HttpToolsProtocol.on_response_complete(self)
        if self._phase is _ANSWER and self.timeout_keep_alive_task is not None:
            self._enter(_IDLE)
        elif self._phase is _BODY and self.cycle.response_complete:
            self._end()

    def _parse(self, data: bytes) -> None:
        self._slice = len(data)
        self.parser.feed_data(data)
        self._incomplete += len(data)
        if self._incomplete > MAX_HEAD:
            raise OverLimit(Refusal.TOO_LARGE)

    def _head_size(self) -> int:
        return len(self.url) + sum(len(name) + len(value) + 4 for name, value in self.headers)

    def _refuse(self, refusal: Refusal) -> None:
        """Answer with the refusal once all earlier requests of the connection are answered."""
        metrics.count(f"connections.refused.{refusal.value[0]}")
        self._ending, self._refusal = True, refusal
        running = self._running
        if running is None or running.response_complete:
            self.transport.write(self._answer(refusal))
        elif running is not self.cycle or self._phase is not _BODY:
            if self._phase is _BODY and self.pipeline:
                self.pipeline.popleft()  # the newest, whose body is refused
            return
        else:  # the body of the running request is refused, and the application must not wait for its rest
            if not running.response_started:
                self.transport.write(self._answer(refusal))
            self._leave_running()
        self._end()

    def _leave_running(self) -> None:
        """Let the application know that nobody waits for its answer any more."""
        if self._running is not None and not self._running.response_complete:
            self._running.disconnected = True
            self._running.message_event.set()

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        self._running = cycle
        super()._start_asgi_task(cycle, app)

    def _answer(self, refusal: Refusal) -> bytes:
        status, text = refusal.value[0], refusal.value[1].encode()
        fields = [
            *self.server_state.default_headers,
            (b"content-type", b"text/plain; charset=utf-8"),
            (b"content-length", str(len(text)).encode()),
            (b"connection", b"close"),
        ]
        lines = (b"%b: %b\r\n" % field for field in fields)
        return b"".join([STATUS_LINE[status], *lines, b"\r\n", text])

    def _end(self) -> None:
        """Stop parsing, and give the client a moment to read the answer.

        If a connection is closed while its client sends, the client's system discards the answer.
        """
        self._unset_keepalive_if_required()
        self._ending = True
        self._enter(Phase.ENDING)
        self.flow.resume_reading()
        if not self.transport.is_closing():
            self.transport.write_eof()

    def _discard(self, data: bytes) -> None:
        self._discarded += len(data)
        if self._discarded > limits.MAX_DISCARDED:
            self.close_for("refused")

    def _enter(self, phase: Phase) -> None:
        self._phase, self._since = phase, self.loop.time()

    def _is_stalled(self, now: float) -> bool:
        unsent = self.transport.get_write_buffer_size()
        if not unsent or unsent < self._unsent or not self._unsent:
            self._stalled_since = now
        self._unsent = unsent
        return unsent > 0 and now - self._stalled_since >= limits.STALL_SECONDS
