"""Lets requests, with which google-auth-oauthlib exchanges codes, go our way out."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import requests
from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict
from requests.utils import get_encoding_from_headers

from server.lib.net.outgoing import Outgoing


class SessionAdapter(BaseAdapter):
    """Sends a session's requests. Whatever the session says of proxies, times and certificates is ignored."""

    def __init__(self, way: Outgoing) -> None:
        super().__init__()
        self._way = way

    def send(self, request: requests.PreparedRequest, *_given: object, **_more: object) -> requests.Response:
        """Send a request and return the answer. Raises requests.RequestException."""
        assert request.method
        assert request.url
        content = request.body.encode() if isinstance(request.body, str) else request.body or b""
        assert isinstance(content, bytes)
        headers: Mapping[str, Any] = request.headers
        given = {name: str(value) for name, value in headers.items()}
        try:
            got = self._way.send(request.method, request.url, given, content)
        except TimeoutError as error:
            raise requests.Timeout(str(error), request=request) from error
        except OSError as error:
            raise requests.ConnectionError(str(error), request=request) from error
        answer = requests.Response()
        answer.status_code, answer.reason = got.status, got.reason
        answer.headers = CaseInsensitiveDict(got.headers)
        answer.encoding = get_encoding_from_headers(answer.headers)
        answer.raw, answer.url, answer.request = BytesIO(got.body), request.url, request
        return answer

    def close(self) -> None:
        """Do nothing: no connection is kept."""


def use(way: Outgoing, session: requests.Session) -> None:
    """Let a session's requests go this way."""
    session.trust_env = False
    session.mount("https://", SessionAdapter(way))
    session.mount("http://", SessionAdapter(way))
