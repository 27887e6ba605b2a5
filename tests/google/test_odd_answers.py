"""Whatever bytes come in Google's place become a value; none of them is an exception that nobody expects."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

import pytest

from server.google.failures import GoogleFailure, Unsure
from server.google.gmail_api.gmail import Gmail
from server.lib.outbox import Permanent, Transient, Waiting
from tests.google.conftest import GmailOf

TOKEN = b'{"access_token": "ya29.x", "expires_in": 3599, "token_type": "Bearer"}'
GERMAN = "<html>Anmeldung nötig</html>".encode("latin-1")
ODD = [
    GERMAN,
    b"",
    b"\xff\xfe\x00",
    b"[]",
    b"null",
    b'"error"',
    b"17",
    b"{",
    b"{}",
    b'{"error": null}',
    b'{"error": []}',
    b'{"error": "a message"}',
    b'{"error": {"message": {"text": "x"}}}',
    b'{"error": {"message": 5, "errors": [null]}}',
    b'{"error": {"errors": {}, "status": []}}',
    b'{"error": {"message": "x", "errors": [{"reason": {}}]}}',
    b'[{"error": "x"}]',
    b"[" * 100_000,
    b"[" * 900 + b"]" * 900,
    b"<style>" * 15_000,
    b"1" * 5_000,
]
ODD_TOKENS = [
    b'{"access_token": null}',
    b'{"access_token": ""}',
    b'{"access_token": "x y"}',
    b'{"access_token": "x\\r\\nCookie: y"}',
    b'{"access_token": ["x"], "expires_in": 5}',
    b'{"access_token": "x", "expires_in": {}}',
    b'{"access_token": "x", "expires_in": "soon"}',
    b'{"access_token": "x", "expires_in": 1e999}',
    b'{"access_token": "x", "expires_in": 100000000000000000000}',
    b'{"error": {"status": "INTERNAL"}, "error_description": []}',
    b'{"error": "invalid_grant", "error_subtype": ["x"]}',
]
KINDS = (Transient, Permanent, Waiting)


@dataclass
class Stranger:
    """A server in Google's place. `token`, `api`: status and body of each endpoint's answers."""

    token: tuple[int, bytes]
    api: tuple[int, bytes]
    api_requests: int = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        is_token = head.startswith(b"POST /token")
        self.api_requests += not is_token
        status, body = self.token if is_token else self.api
        start = f"HTTP/1.1 {status} Whatever\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        writer.write(start.encode() + body)
        await writer.drain()
        writer.close()


@asynccontextmanager
async def in_googles_place(gmail: Gmail, stranger: Stranger) -> AsyncIterator[Gmail]:
    async with await asyncio.start_server(stranger.serve, "127.0.0.1", 0) as server:
        root = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        credentials: Any = gmail.credentials.with_token_uri(f"{root}/token")
        credentials.token = None
        google = replace(gmail.google, api_root=root, token_url=f"{root}/token")
        yield replace(gmail, google=google, credentials=credentials, retries=0)


@pytest.fixture
def without_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """google-auth waits seconds between its tries of a busy token endpoint."""
    monkeypatch.setattr("google.auth._exponential_backoff.time.sleep", lambda _: None)


@pytest.fixture
async def gmail(gmail_of: GmailOf) -> Gmail:
    return await gmail_of(send=True)


async def asked(gmail: Gmail, stranger: Stranger) -> dict[str, Any] | GoogleFailure:
    async with in_googles_place(gmail, stranger) as away:
        return await away.call(lambda users: users.getProfile(userId="me"))


@pytest.mark.parametrize("status", [200, 302, 400, 403, 404, 502])
async def test_odd_answers_of_gmail_are_values(gmail: Gmail, status: int) -> None:
    for body in ODD:
        answer = await asked(gmail, Stranger((200, TOKEN), (status, body)))
        good = (status, body) == (200, b"{}")
        assert isinstance(answer, dict if good else KINDS), (body[:40], answer)


@pytest.mark.usefixtures("without_waiting")
@pytest.mark.parametrize("status", [200, 302, 400, 401, 403, 502, 503])
async def test_odd_answers_of_the_token_endpoint_are_values_and_gmail_is_not_asked(
    gmail: Gmail, status: int
) -> None:
    for body in ODD + ODD_TOKENS:
        stranger = Stranger((status, body), (200, b"{}"))
        answer = await asked(gmail, stranger)
        assert isinstance(answer, KINDS), (body[:40], answer)
        assert stranger.api_requests == 0


@pytest.mark.parametrize("body", [GERMAN, b"{}", b'{"id": 5}', b"[]", b'{"threadId": "x"}'])
async def test_a_mail_whose_answer_names_no_id_may_have_been_sent(gmail: Gmail, body: bytes) -> None:
    stranger = Stranger((200, TOKEN), (200, body))
    async with in_googles_place(gmail, stranger) as away:
        assert isinstance(await away.send(b"From: a@b.example\r\n\r\nHello"), Unsure)
    assert stranger.api_requests == 1


async def test_a_mistake_of_our_own_is_no_failure_of_google(gmail: Gmail) -> None:
    with pytest.raises(AttributeError):
        await gmail.call(lambda users: users.messages().nothing_like_this())
