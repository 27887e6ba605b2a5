"""Sends each HTTP request to Google only once, and nowhere else: the caller decides whether to repeat it."""

from __future__ import annotations

from http.client import BadStatusLine, ResponseNotReady
from typing import Any

import httplib2

from server.google.answers import Answer


class SingleAttemptHttp(httplib2.Http):
    """An httplib2 client that sends each request only once, and follows no redirect.

    If a connection ends before the answer begins, httplib2 assumes that it was stale, and repeats the
    request, even a POST. Our connections are new, so Google may have received the request, and a repeat could
    send a mail twice.

    Google's API redirects no request. Who does so in its place would get the body, which may be a mail.

    `token_answer`: what `token_url` answered, unless it gave a token; Google's exceptions do not contain it.

    `answer_timeout` (seconds) applies to writing the body and to the answer, `timeout` only to connecting.
    """

    def __init__(self, token_url: str, answer_timeout: float, **given: Any) -> None:
        super().__init__(**given)
        self.token_answer: Answer | None = None
        self.follow_redirects = False
        self._token_url = token_url
        self._answer_timeout = answer_timeout

    def request(self, uri: str, *given: Any, **named: Any) -> Any:
        """Send the request; see httplib2.Http."""
        response, content = super().request(uri, *given, **named)
        if uri == self._token_url:
            good = response.status == 200 and content.lstrip().startswith(b"{")
            self.token_answer = None if good else Answer(response.status, dict(response), content)
        return response, content

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
