"""HTTP to Google in which a request leaves once: who knows what was asked decides whether to ask again."""

from __future__ import annotations

from http.client import BadStatusLine, ResponseNotReady
from typing import Any

import httplib2


class SingleAttemptHttp(httplib2.Http):
    """httplib2 sends a request again, a POST as well, where the connection ends before the answer begins: it
    takes that for an old connection that has gone stale. Ours are new, so that the request has arrived, and a
    mail would leave twice.

    `patience`: seconds for the whole body to be written, and for the answer; to connect takes `timeout`.
    """

    def __init__(self, patience: float, **given: Any) -> None:
        super().__init__(**given)
        self._patience = patience

    def _conn_request(self, conn: Any, *request: Any) -> Any:
        connect, answer = conn.connect, conn.getresponse

        def patient() -> None:
            connect()
            conn.sock.settimeout(self._patience)

        def once() -> Any:
            try:
                return answer()
            except (BadStatusLine, ResponseNotReady) as error:
                raise ConnectionError("the connection ended before the answer") from error

        conn.connect, conn.getresponse = patient, once
        return super()._conn_request(conn, *request)  # type: ignore[misc] # missing in its stubs
