"""Gives Google's libraries our way out in place of the HTTP clients for which they were written."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import httplib2

from server.google.failures import GoogleFailure
from server.google.judging.answers import Endpoint, GoogleAnswer, judge
from server.google.judging.library_errors import NoToken
from server.lib.net.outgoing import Outgoing


class LibraryHttp:
    """What googleapiclient and google-auth need of an httplib2.Http, for one call of Google's API.

    Each request is sent once: httplib2 itself would repeat it if the connection ends before the answer, and
    so could send a mail twice. No redirect is followed: Google's API has none, and who redirects in its place
    would get the body, which may be a mail.

    What `token_url` answers instead of a token is raised (NoToken), because google-auth would repeat the
    request, trips over some answers, and does not hand on the others.
    """

    def __init__(self, way: Outgoing, token_url: str) -> None:
        self._api_answer: GoogleAnswer | None = None
        self._way = way
        self._token_url = token_url

    def request(
        self,
        uri: str,
        method: str = "GET",
        body: bytes | str | None = None,
        headers: Mapping[str, str] | None = None,
        redirections: int = 0,
        connection_type: object = None,
    ) -> tuple[httplib2.Response, bytes]:
        """Send a request and return the answer. Raises NoToken and OSError."""
        content = body.encode() if isinstance(body, str) else body or b""
        got = self._way.send(method, uri, headers or {}, content)
        answer = GoogleAnswer(got.status, got.headers, got.body)
        if uri != self._token_url:
            self._api_answer = answer
        elif got.status != 200 or not _gives_token(got.body):
            raise NoToken(answer)
        response = httplib2.Response({**got.headers, "status": str(got.status)})
        response.reason = got.reason
        return response, got.body

    def close(self) -> None:
        """Do nothing: no connection is kept."""

    @property
    def has_body(self) -> bool:
        """Whether the API's last answer has a body; the library makes an empty object of an empty one."""
        return self._api_answer is not None and bool(self._api_answer.body.strip())

    def judged(self) -> GoogleFailure | None:
        """Judge the API's last answer, over which Google's libraries have tripped. None: there was none."""
        return None if self._api_answer is None else judge(Endpoint.API, self._api_answer)


def _gives_token(body: bytes) -> bool:
    """Return whether google-auth can read these tokens; it trips over others."""
    try:
        found: Any = json.loads(body)
        token = found["access_token"]  # with anything else, it could not be sent in a header
        printable = isinstance(token, str) and re.fullmatch("[!-~]+", token) is not None
        return printable and 0 <= int(found.get("expires_in", 0)) < 1e8
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError):
        return False
