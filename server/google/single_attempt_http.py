"""Sends each HTTP request to Google only once, so that the caller decides whether to repeat it."""

from __future__ import annotations

from http.client import BadStatusLine, ResponseNotReady
from typing import Any

import httplib2


class SingleAttemptHttp(httplib2.Http):
    """An httplib2 client without repeats.

    httplib2 repeats a request, even a POST, if the connection ends before the answer begins, because it takes
    the connection for a stale one. Our connections are new, so the request has arrived, and a repeat would
    send a mail twice.

    `answer_timeout`: seconds for writing the whole body, and for the answer; `timeout` applies to connecting.
    """

    def __init__(self, answer_timeout: float, **given: Any) -> None:
        super().__init__(**given)
        self._answer_timeout = answer_timeout

    def _conn_request(self, conn: Any, *request: Any) -> Any:
        connect, answer = conn.connect, conn.getresponse

        def patient() -> None:
            connect()
            conn.sock.settimeout(self._answer_timeout)

        def once() -> Any:
            try:
                return answer()
            except (BadStatusLine, ResponseNotReady) as error:
                raise ConnectionError("the connection ended before the answer") from error

        conn.connect, conn.getresponse = patient, once
        return super()._conn_request(conn, *request)  # type: ignore[misc] # missing in its stubs
