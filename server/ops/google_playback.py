"""Plays recorded answers of Google on this machine, to whoever asks under the name of the answer."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from itertools import count
from typing import Any, Self

from server.google.judging.answer import Endpoint

_UNREAL = {"connection", "content-encoding", "content-length", "keep-alive", "trailer", "transfer-encoding"}
_NO_BODY = {204, 304}
_NAME = re.compile(rb"played-\d+-")
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_TOKEN = b'{"access_token": "%b", "expires_in": 3599, "token_type": "Bearer", "scope": ""}'
_PROFILE = b'{"emailAddress": "somebody@example.com", "historyId": "1"}'


@dataclass(frozen=True, slots=True)
class RecordedAnswer:
    """An answer as somebody wrote it down."""

    id: Any
    endpoint: Endpoint
    status: int
    headers: Mapping[str, str]
    body: bytes


def recorded(line: bytes) -> RecordedAnswer | None:
    """Read one line: a JSON object. None for an empty line. Raises ValueError with what is wrong with it."""
    if not line.strip():
        return None
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        raise ValueError("this is not a JSON object") from None
    if not isinstance(found, dict):
        raise ValueError("this is not a JSON object")
    if found.get("endpoint") not in list(Endpoint):
        raise ValueError('"endpoint" is to be "token", "api" or "code"')
    status = found.get("status")
    if type(status) is not int or not 200 <= status <= 599:
        raise ValueError('"status" is to be a number from 200 to 599')
    headers = found.get("headers") or {}
    if not isinstance(headers, dict):
        raise ValueError('"headers" is to be an object')
    kept = {_plain(name).lower(): _plain(value) for name, value in headers.items()}
    return RecordedAnswer(
        found.get("id"), Endpoint(found["endpoint"]), status, kept, _bytes(found.get("body"), kept)
    )


class Playback:
    """A server on this machine that plays answers. Use it with `async with`; `url` is where it listens."""

    def __init__(self) -> None:
        self.url = ""
        self._numbers = count(1)
        self._playing: dict[bytes, RecordedAnswer] = {}

    async def __aenter__(self) -> Self:
        """Start to listen."""
        self._server = await asyncio.start_server(self._take, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop to listen."""
        self._server.close()
        await self._server.wait_closed()

    @contextmanager
    def playing(self, answer: RecordedAnswer) -> Iterator[str]:
        """Play an answer to requests whose token, code or secret is the name that this yields."""
        name = f"played-{next(self._numbers)}-"
        self._playing[name.encode()] = answer
        try:
            yield name
        finally:
            del self._playing[name.encode()]

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            length = _LENGTH.search(head)
            request = head + (await reader.readexactly(int(length[1])) if length else b"")
            writer.write(self._answer(request))
            await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # the client has gone; the command says what it made of that
        finally:
            writer.close()

    def _answer(self, request: bytes) -> bytes:
        found = _NAME.search(request)
        name = found[0] if found else b""
        answer = self._playing.get(name)
        at_token = b"/token " in request.split(b"\r\n", 1)[0]
        if answer and at_token == (answer.endpoint != Endpoint.API):
            return _whole(answer)
        return _http(200, {"content-type": "application/json"}, _TOKEN % name if at_token else _PROFILE)


def _whole(answer: RecordedAnswer) -> bytes:
    headers = {name: value for name, value in answer.headers.items() if name not in _UNREAL}
    return _http(answer.status, headers, answer.body)


def _http(status: int, headers: Mapping[str, str], body: bytes) -> bytes:
    lines = [f"HTTP/1.1 {status} Played", *(f"{name}: {value}" for name, value in headers.items())]
    lines += ["Connection: close"] + ([] if status in _NO_BODY else [f"Content-Length: {len(body)}"])
    head = "\r\n".join(lines).encode("latin-1", "replace")
    return head + b"\r\n\r\n" + (b"" if status in _NO_BODY else body)


def _plain(value: object) -> str:
    return re.sub(r"[\x00-\x1f\x7f]+", " ", str(value)).strip()


def _bytes(body: Any, headers: Mapping[str, str]) -> bytes:
    text = "" if body is None else body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)
    try:
        return text.encode(_charset(headers.get("content-type", "")), "replace")
    except (LookupError, UnicodeError):  # no encoding of texts, or none that can hold this one
        return text.encode("utf-8", "replace")


def _charset(content_type: str) -> str:
    message = Message()
    message["content-type"] = content_type
    return message.get_content_charset() or "utf-8"
