"""Sends each HTTP request to Google only once, and nowhere else: the caller decides whether to repeat it."""

from __future__ import annotations

import json
from http.client import BadStatusLine, ResponseNotReady
from typing import Any

import httplib2

from server.google.answers import Answer, Endpoint, judge
from server.google.failures import GoogleFailure
from server.google.library_errors import NoToken


class SingleAttemptHttp(httplib2.Http):
    """An httplib2 client that sends each request only once, and follows no redirect.

    If a connection ends before the answer begins, httplib2 assumes that it was stale, and repeats the
    request, even a POST. Our connections are new, so Google may have received the request, and a repeat could
    send a mail twice.

    Google's API redirects no request. Who does so in its place would get the body, which may be a mail.

    What `token_url` answers instead of a token is raised (NoToken), because google-auth would repeat the
    request, trips over some answers, and does not hand on the others.

    `answer_timeout` (seconds) applies to writing the body and to the answer, `timeout` only to connecting.
    """

    def __init__(self, token_url: str, answer_timeout: float, **given: Any) -> None:
        super().__init__(**given)
        self._api_answer: Answer | None = None
        self.follow_redirects = False
        self._token_url = token_url
        self._answer_timeout = answer_timeout

    def request(self, uri: str, *given: Any, **named: Any) -> Any:
        """Send the request; see httplib2.Http. Raises NoToken."""
        response, content = super().request(uri, *given, **named)
        answer = Answer(response.status, dict(response), content)
        if uri != self._token_url:
            self._api_answer = answer
        elif response.status != 200 or not _gives_token(content):
            raise NoToken(answer)
        return response, content

    def judged(self) -> GoogleFailure | None:
        """Judge the API's last answer, over which Google's libraries have tripped. None: there was none."""
        return self._api_answer and judge(Endpoint.API, self._api_answer)

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


def _gives_token(body: bytes) -> bool:
    """Return whether google-auth can read these tokens; it trips over others."""
    try:
        found: Any = json.loads(body)
        return isinstance(found["access_token"], str) and 0 <= int(found.get("expires_in", 0)) < 1e8
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError):
        return False
